"""Times taken over from what happened at the same time."""

import datetime as dt

from dragoman.records import TextSpan
from dragoman.resolve.fill_times import fill_times
from mentions import on, told, town

PUBLISHED = dt.date(2024, 5, 31)
RAID = told("ASSAULT", "raid", start=40, interval=on("2024-05-30"))


def test_what_happened_meanwhile_has_the_same_day() -> None:
    visit = told("CONSULT", "visit", start=60, together=(40,))
    _, [filled] = fill_times(((RAID,), (visit,)), PUBLISHED)
    assert filled.interval == RAID.interval
    assert filled.reasons[-1].rule == "told together with another event"
    assert filled.reasons[-1].evidence == TextSpan("raid", 40, 44)


def test_any_mention_of_the_other_event_can_have_its_day() -> None:
    again = told("ASSAULT", "attack", sentence=2, start=240)
    visit = told("CONSULT", "visit", sentence=2, start=260, together=(240,))
    _, [filled] = fill_times(((RAID, again), (visit,)), PUBLISHED)
    assert filled.interval == RAID.interval


def test_a_time_travels_on() -> None:
    talks = told("CONSULT", "talks", start=80, together=(60,))
    visit = told("CONSULT", "visit", start=60, together=(40,))
    _, [filled], _ = fill_times(((RAID,), (talks,), (visit,)), PUBLISHED)
    assert filled.interval == RAID.interval


def test_a_time_of_its_own_stays() -> None:
    visit = told("CONSULT", "visit", start=60, together=(40,), interval=on("2024-05-02"))
    _, [filled] = fill_times(((RAID,), (visit,)), PUBLISHED)
    assert filled == visit


def test_without_a_link_the_time_is_unknown() -> None:
    visit = told("CONSULT", "visit", start=60, together=(90,))
    _, [filled] = fill_times(((RAID,), (visit,)), PUBLISHED)
    assert filled.interval is None


def test_what_happened_long_ago_is_background() -> None:
    raid = told("ASSAULT", "raid", start=40, interval=on("1999-05-30"))
    visit = told("CONSULT", "visit", start=60, together=(40,))
    _, [filled] = fill_times(((raid,), (visit,)), PUBLISHED)
    assert filled.historical


def test_what_goes_on_since_another_event_lasts_until_the_news() -> None:
    siege = told("COERCE", "siege", start=60, since=(40,))
    _, [filled] = fill_times(((RAID,), (siege,)), PUBLISHED)
    assert filled.interval is not None
    assert (filled.interval.start, filled.interval.end) == (dt.date(2024, 5, 30), PUBLISHED)
    assert filled.reasons[-1].rule == "goes on since another event"


def test_the_news_takes_the_day_of_the_one_deed_told_in_detail() -> None:
    lead = told("COERCE", "arrest", sentence=0)
    detail = told("COERCE", "arrest", sentence=4, interval=on("2024-05-29"))
    [filled], _ = fill_times(((lead,), (detail,)), PUBLISHED)
    assert filled.interval == detail.interval


def test_of_two_deeds_told_in_detail_neither_is_the_news() -> None:
    lead = told("COERCE", "arrest", sentence=0)
    one = told("COERCE", "arrest", sentence=3, interval=on("2024-05-29"))
    other = told("COERCE", "arrest", sentence=4, interval=on("2024-05-28"))
    [filled], *_ = fill_times(((lead,), (one,), (other,)), PUBLISHED)
    assert filled.interval is None


def test_a_deed_of_another_place_is_not_the_news() -> None:
    lead = told("COERCE", "arrest", sentence=0, place=town("Mosul"))
    detail = told("COERCE", "arrest", sentence=4, interval=on("2024-05-29"), place=town("Homs", "SYR"))
    [filled], _ = fill_times(((lead,), (detail,)), PUBLISHED)
    assert filled.interval is None
