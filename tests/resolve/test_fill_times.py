"""Times taken over from what happened at the same time."""

import datetime as dt

from dragoman.records import TextSpan
from dragoman.resolve.fill_times import fill_times
from mentions import on, told

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
