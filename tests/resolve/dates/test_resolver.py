import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Tense
from dragoman.resolve.dates.resolver import DateResolver
from time_texts import phrases_of, resolved

PUBLISHED = dt.date(2018, 3, 14)
"""A Wednesday."""


def days(text: str, *, published: dt.date | None = PUBLISHED, tense: Tense = "past") -> str | None:
    interval = resolved(text, published=published, tense=tense).interval
    if interval is None:
        return None
    return f"{interval.start}" if interval.start == interval.end else f"{interval.start}..{interval.end}"


@pytest.mark.parametrize(
    ("text", "value", "interval"),
    [
        ("on 3 March 2016", "2016-03-03", "2016-03-03"),
        ("on March 3, 2016", "2016-03-03", "2016-03-03"),
        ("on Thursday, March 3, 2016,", "2016-03-03", "2016-03-03"),
        ("on the third of May 2012", "2012-05-03", "2012-05-03"),
        ("on 2016-03-03", "2016-03-03", "2016-03-03"),
        ("on 25/12/2016", "2016-12-25", "2016-12-25"),
        ("in October 2015", "2015-10", "2015-10-01..2015-10-31"),
        ("in early October 2015", "2015-10", "2015-10-01..2015-10-10"),
        ("in mid-October 2015", "2015-10", "2015-10-11..2015-10-20"),
        ("at the end of February 2016", "2016-02", "2016-02-21..2016-02-29"),
        ("in 2014", "2014", "2014-01-01..2014-12-31"),
        ("in early 2014", "2014", "2014-01-01..2014-03-31"),
        ("in mid-2014", "2014", "2014-05-01..2014-08-31"),
        ("in late 2014", "2014", "2014-10-01..2014-12-31"),
        ("in the 1980s", "198", "1980-01-01..1989-12-31"),
        ("in the late 1980s", "198", "1987-01-01..1989-12-31"),
        ("in the 19th century", "18", "1800-01-01..1899-12-31"),
        ("in the summer of 2011", "2011-SU", "2011-06-01..2011-08-31"),
        ("in the winter of 2011-12", "2012-WI", "2011-12-01..2012-02-29"),
        ("in the third quarter of 2013", "2013-Q3", "2013-07-01..2013-09-30"),
        ("in Q1 2013", "2013-Q1", "2013-01-01..2013-03-31"),
        ("in the second half of 2013", "2013-H2", "2013-07-01..2013-12-31"),
        ("at Christmas 2013", "2013-12-25", "2013-12-25"),
        ("on Easter Monday 2013", "2013-04-01", "2013-04-01"),
        ("on the night of 5 May 2013", "2013-05-05TNI", "2013-05-05"),
        ("at 3:30 p.m. on 5 May 2013", "2013-05-05T15:30", "2013-05-05"),
        ("on 5 May 2013 at 15:30 GMT", "2013-05-05T15:30Z", "2013-05-05"),
    ],
)
def test_what_is_written_out_needs_no_publication_date(text: str, value: str, interval: str) -> None:
    found = resolved(text, published=None)
    assert found.value == value
    assert days(text, published=None) == interval
    assert found.interval is not None
    assert found.interval.basis == "text"


@pytest.mark.parametrize(
    ("text", "tense", "value", "interval"),
    [
        ("on Thursday", "past", "2018-03-08", "2018-03-08"),
        ("on Thursday", "future", "2018-03-15", "2018-03-15"),
        ("on Wednesday", "past", "2018-03-14", "2018-03-14"),
        ("on Thursday", "present", "2018-03-15", "2018-03-15"),
        ("last Wednesday", "past", "2018-03-07", "2018-03-07"),
        ("next Wednesday", "future", "2018-03-21", "2018-03-21"),
        ("on Tuesday of last week", "past", "2018-03-06", "2018-03-06"),
        ("in the early hours of Monday", "past", "2018-03-12", "2018-03-12"),
        ("overnight Monday", "past", "2018-03-12TNI", "2018-03-12..2018-03-13"),
        ("yesterday", "past", "2018-03-13", "2018-03-13"),
        ("tomorrow", "future", "2018-03-15", "2018-03-15"),
        ("the day before yesterday", "past", "2018-03-12", "2018-03-12"),
        ("last night", "past", "2018-03-13TNI", "2018-03-13"),
        ("this morning", "past", "2018-03-14TMO", "2018-03-14"),
        ("in January", "past", "2018-01", "2018-01-01..2018-01-31"),
        ("in June", "past", "2017-06", "2017-06-01..2017-06-30"),
        ("in June", "future", "2018-06", "2018-06-01..2018-06-30"),
        ("last June", "past", "2017-06", "2017-06-01..2017-06-30"),
        ("on 2 February", "past", "2018-02-02", "2018-02-02"),
        ("on New Year's Eve", "past", "2017-12-31", "2017-12-31"),
        ("last week", "past", "2018-W10", "2018-03-05..2018-03-11"),
        ("next month", "future", "2018-04", "2018-04-01..2018-04-30"),
        ("this year", "past", "2018", "2018-01-01..2018-12-31"),
        ("earlier this year", "past", "2018", "2018-01-01..2018-03-14"),
        ("late last year", "past", "2017", "2017-10-01..2017-12-31"),
        ("in March of last year", "past", "2017-03", "2017-03-01..2017-03-31"),
        ("over the weekend", "past", "2018-W10-WE", "2018-03-10..2018-03-11"),
        ("last summer", "past", "2017-SU", "2017-06-01..2017-08-31"),
        ("last quarter", "past", "2017-Q4", "2017-10-01..2017-12-31"),
        ("three days ago", "past", "2018-03-11", "2018-03-11"),
        ("two weeks ago", "past", "2018-W09", "2018-02-26..2018-03-04"),
        ("six months ago", "past", "2017-09", "2017-09-01..2017-09-30"),
        ("ten years ago", "past", "2008", "2008-01-01..2008-12-31"),
        ("in the past two days", "past", "P2D", "2018-03-12..2018-03-14"),
        ("since Monday", "past", "2018-03-12", "2018-03-12..2018-03-14"),
        ("since October", "past", "2017-10", "2017-10-01..2018-03-14"),
        ("until Friday", "future", "2018-03-16", "2018-03-14..2018-03-16"),
        ("from January to March 2017", "past", "2017-01", "2017-01-01..2017-03-31"),
        ("between November and February 2017", "past", "2016-11", "2016-11-01..2017-02-28"),
        ("between Monday and Wednesday", "past", "2018-03-12", "2018-03-12..2018-03-14"),
        ("on 5-6 March", "past", "2018-03-05", "2018-03-05..2018-03-06"),
        ("in January and February", "past", "2018-01", "2018-01-01..2018-02-28"),
        ("in 2015-16", "past", "2015", "2015-01-01..2016-12-31"),
    ],
)
def test_what_is_open_follows_from_publication_and_tense(text: str, tense: Tense, value: str, interval: str) -> None:
    assert resolved(text, published=PUBLISHED, tense=tense).value == value
    assert days(text, tense=tense) == interval


@pytest.mark.parametrize(
    "text",
    [
        "on Thursday",
        "yesterday",
        "last week",
        "in January",
        "on 2 February",
        "three days ago",
        "this morning",
        "over the weekend",
        "in the past two days",
        "the following day",
    ],
)
def test_what_is_relative_has_no_days_without_a_publication_date(text: str) -> None:
    assert days(text, published=None) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
        ("several weeks ago", "PAST_REF"),
        ("for three days", "P3D"),
        ("more than two years", "P2Y"),
        ("two and a half years", "P2.5Y"),
        ("in the coming weeks", "PXW"),
        ("a 48-hour truce", "PT48H"),
        ("every morning", "XXXX-XX-XXTMO"),
        ("weekly", "XXXX-WXX"),
        ("22 years old", "P22Y"),
        ("in 480 BC", "BC0480"),
        ("before 1990", "1990"),
        ("after Friday", "2018-03-09"),
    ],
)
def test_vague_times_and_lengths_have_values_but_no_days(text: str, value: str) -> None:
    assert resolved(text, published=PUBLISHED, tense="past").value == value
    assert days(text) is None


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("in early 2014", "START"),
        ("at the end of May", "END"),
        ("almost two years", "LESS_THAN"),
        ("before 1990", "BEFORE"),
        ("in 2014", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    assert resolved(text, published=PUBLISHED).mod == mod


@pytest.mark.parametrize(
    ("text", "kind"),
    [("in May 2014", "DATE"), ("at 5 p.m. on Monday", "TIME"), ("for two days", "DURATION"), ("every Friday", "SET")],
)
def test_types(text: str, kind: str) -> None:
    assert resolved(text, published=PUBLISHED).type == kind


def test_a_date_of_the_last_weeks_is_not_put_a_year_back_for_its_tense() -> None:
    assert days("on 26 March", tense="past") == "2018-03-26"


def test_no_day_is_no_day() -> None:
    assert days("on 30 February 2016") is None


def test_the_event_s_tense_counts_where_it_lies_ahead() -> None:
    [phrase] = phrases_of("on Thursday")
    interval = DateResolver().resolve(phrase, published=PUBLISHED, tense="future")
    assert interval is not None
    assert interval.start == dt.date(2018, 3, 15)
    assert interval.rule == "future tense: next after the news"


EXPRESSIONS = st.sampled_from(
    [
        "early {n} March 2016", "{n} days ago", "{n} weeks later", "late in the {n}th century", "{n}/{n}/2016",
        "from {n} to {n} May", "the winter of 19{n}", "since last {w}", "until next {w}", "mid-{w}", "{n}:{n} GMT",
        "{w} {n} {m}", "the {n}th of {m}", "between {m} and {m} 20{n}", "{m} {n}, {n}", "{n}{n}-{n}", "{n} BC",
        "the {n}0s", "{n} and a half years ago", "Q{n} 20{n}", "'{n}", "the first {n} days of {m}",
        "{n} {w} of last {w}",
    ]
)  # fmt: skip


@given(
    pattern=EXPRESSIONS,
    number=st.integers(0, 99),
    word=st.sampled_from(["week", "year", "Monday", "spring", "century", "fortnight", "night", "weekend", "decade"]),
    month=st.sampled_from(["January", "February", "May", "Sept.", "December"]),
    published=st.none() | st.dates(),
    tense=st.sampled_from(["past", "present", "future", "none"]),
)
def test_intervals_never_start_after_they_end(  # noqa: PLR0917
    pattern: str, number: int, word: str, month: str, published: dt.date | None, tense: Tense
) -> None:
    for phrase in phrases_of(pattern.format(n=number, w=word, m=month)):
        interval = DateResolver().resolve(phrase, published=published, tense=tense)
        assert interval is None or interval.start <= interval.end


@pytest.mark.parametrize(
    ("text", "expected", "grain"),
    [
        ("less than a year ago", "2017-03-14..2018-03-14", "year"),
        ("less than two weeks ago", "2018-02-28..2018-03-14", "week"),
        ("in the past three months", "2017-12-14..2018-03-14", "month"),
        ("in the past 48 hours", "2018-03-12..2018-03-14", "day"),
    ],
)
def test_a_stretch_up_to_the_news_is_only_as_exact_as_its_unit(text: str, expected: str, grain: str) -> None:
    interval = resolved(text, published=PUBLISHED, tense="past").interval
    assert interval is not None
    assert (days(text), interval.resolution) == (expected, grain)
