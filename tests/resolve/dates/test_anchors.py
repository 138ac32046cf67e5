import datetime as dt

import pytest

from dragoman.records import TextSpan, TimePhrase
from dragoman.resolve.dates.anchors import Timeline
from time_texts import timeline_of

NEWS = dt.date(2019, 5, 16)
"""A Thursday."""


def values(*sentences: str, published: dt.date | None = None) -> list[str | None]:
    return [time.value for time in timeline_of(*sentences, published=published).times]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["He took office on 3 May 1958.", "Two days later he fled."], ["1958-05-03", "1958-05-05"]),
        (["The siege began in March 1958.", "In June the town fell."], ["1958-03", "1958-06"]),
        (["The siege began in December 1958.", "In January the town fell."], ["1958-12", "1959-01"]),
        (["They met on 30 December 1958.", "On 2 January talks ended."], ["1958-12-30", "1959-01-02"]),
        (["They met on 3 May 1958.", "That evening they signed."], ["1958-05-03", "1958-05-03TEV"]),
        (["They met on 3 May 1958.", "The following day they signed."], ["1958-05-03", "1958-05-04"]),
        (["They met on 3 May 1958.", "The same month they signed."], ["1958-05-03", "1958-05"]),
        (["They met on 3 May 1958.", "On the 9th they signed."], ["1958-05-03", "1958-05-09"]),
        (["In 1958 he rose.", "The following year he fell."], ["1958", "1959"]),
        (["In 1958 he rose.", "A decade later he fell."], ["1958", "196"]),
        (["In 1958 he rose.", "In August of that year he fell."], ["1958", "1958-08"]),
        (["In 1958 he rose.", "By the end of the year he fell."], ["1958", "1958"]),
        (["They met in March 1958.", "Later that year they signed."], ["1958-03", "1958"]),
        (["They met in the summer of 1958.", "The next spring they signed."], ["1958-SU", "1959-SP"]),
        (["They met at 8 a.m. on 3 May 1958.", "At 10:30 they signed."], ["1958-05-03T08:00", "1958-05-03T10:30"]),
        (["They met in 480 BC.", "The following year they fought."], ["BC0480", "BC0479"]),
    ],
)
def test_a_story_without_publication_date_goes_on_from_the_last_time_told(
    sentences: list[str], expected: list[str]
) -> None:
    assert values(*sentences) == expected


def test_a_year_named_in_passing_does_not_carry_the_story_away() -> None:
    assert values(
        "The army attacked on 3 May 1958.", "It had the ships which were built for the war of 1914.", "In June it won."
    ) == ["1958-05-03", "1914", "1958-06"]


def test_without_any_full_date_all_stays_open() -> None:
    timeline = timeline_of("On Monday he fled.", "Two days later he was caught.", "In March he was tried.")
    assert [time.interval for time in timeline.times] == [None, None, None]


def test_day_and_date_together_give_the_year_that_a_later_date_makes_likely() -> None:
    timeline = timeline_of("He was jailed on Friday, March 11.", "He had been held since June 2, 2021.")
    assert timeline.times[0].value == "2022-03-11"


def test_news_counts_from_its_publication_though_it_looks_back() -> None:
    assert values("In 2003 he fled.", "On Tuesday he was caught.", "In January he returned.", published=NEWS) == [
        "2003",
        "2019-05-14",
        "2019-01",
    ]


def test_news_that_looks_back_goes_on_from_a_full_date_in_the_sentence_before() -> None:
    assert values("He fled in March 2003.", "In June he was caught.", published=NEWS) == ["2003-03", "2003-06"]


def test_history_counts_nothing_from_its_publication() -> None:
    told = [f"In May {year} there was war." for year in range(1906, 1915)]
    timeline = timeline_of(*told, "In July they met.", "Today it is a museum.", published=NEWS)
    assert [time.value for time in timeline.times[-2:]] == ["1914-07", "PRESENT_REF"]


def test_a_dateline_with_its_year_stands_in_for_the_publication_date() -> None:
    timeline = timeline_of("LAGOS, May 16, 2019 (Agency) - Gunmen killed two men on Tuesday.")
    dateline, day = timeline.times
    assert dateline.interval is None
    assert day.interval is not None
    assert (day.interval.start, day.interval.basis) == (dt.date(2019, 5, 14), "dateline")


def test_what_a_dateline_does_not_decide_has_its_basis_in_the_text() -> None:
    timeline = timeline_of("LAGOS, May 16, 2019 (Agency) - Gunmen killed two men in April 2018.")
    interval = timeline.times[1].interval
    assert interval is not None
    assert interval.basis == "text"


def test_a_phrase_is_resolved_again_with_the_tense_of_its_event() -> None:
    timeline = timeline_of("They meet on Friday.", published=NEWS)
    [time] = timeline.times
    ahead = timeline.resolve(time.phrase, tense="future")
    back = timeline.resolve(time.phrase, tense="past")
    assert ahead is not None
    assert back is not None
    assert (ahead.start, back.start) == (dt.date(2019, 5, 17), dt.date(2019, 5, 10))


def test_a_part_of_the_day_right_after_a_day_is_of_that_day() -> None:
    timeline = timeline_of("They met on Friday.", "It went on late into the night.", "So it was.", "It ended at night.")
    _, late, later = (timeline.resolve(time.phrase, tense="past") for time in timeline.times)
    assert late is None
    timeline = timeline_of(
        "They met on Friday.", "It went on late into the night.", "So it was.", "It ended at night.", published=NEWS
    )
    _, late, later = (timeline.resolve(time.phrase, tense="past") for time in timeline.times)
    assert late is not None
    assert late.start == dt.date(2019, 5, 10)
    assert later is None


def test_a_day_of_a_visit_tells_the_whole_visit() -> None:
    phrase = TimePhrase(
        span=TextSpan("five-day", 0, 8),
        sentence=0,
        kind="stay",
        parts=(("n", "5"), ("ord", "2"), ("unit", "day")),
        tense="present",
    )
    interval = Timeline([phrase], published=NEWS).resolve(phrase, tense="present")
    assert interval is not None
    assert (interval.start, interval.end) == (dt.date(2019, 5, 15), dt.date(2019, 5, 19))
    assert Timeline([phrase], published=None).resolve(phrase, tense="present") is None
