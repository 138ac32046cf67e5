import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.dates.point import Point, Unit, of_date, shift, widen

DAY = Point("day", 2016, 2, 29)


@pytest.mark.parametrize(
    ("point", "value", "first", "last"),
    [
        (DAY, "2016-02-29", "2016-02-29", "2016-02-29"),
        (Point("week", 2020, 53), "2020-W53", "2020-12-28", "2021-01-03"),
        (Point("weekend", 2020, 1), "2020-W01-WE", "2020-01-04", "2020-01-05"),
        (Point("month", 2016, 12), "2016-12", "2016-12-01", "2016-12-31"),
        (Point("season", 2016, 1), "2016-WI", "2015-12-01", "2016-02-29"),
        (Point("quarter", 2016, 4), "2016-Q4", "2016-10-01", "2016-12-31"),
        (Point("half", 2016, 1), "2016-H1", "2016-01-01", "2016-06-30"),
        (Point("year", 476), "0476", "0476-01-01", "0476-12-31"),
        (Point("decade", 1990), "199", "1990-01-01", "1999-12-31"),
        (Point("century", 1900), "19", "1900-01-01", "1999-12-31"),
    ],
)
def test_value_and_days(point: Point, value: str, first: str, last: str) -> None:
    assert point.value() == value
    assert point.days() == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("point", "value"),
    [(Point("day", -480, 9, 3), "BC0480-09-03"), (Point("decade", -470), "BC047"), (Point("century", -300), "BC03")],
)
def test_years_before_christ_have_values_but_no_days(point: Point, value: str) -> None:
    assert point.value() == value
    assert point.days() is None


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (1, "day", "2016-03-01"),
        (-1, "week", "2016-W08"),
        (11, "month", "2017-01"),
        (-1, "season", "2015-FA"),
        (1, "quarter", "2016-Q2"),
        (-16, "year", "2000"),
        (-1, "decade", "200"),
        (1, "century", "21"),
    ],
)
def test_counting(count: int, unit: Unit, value: str) -> None:
    point = shift(DAY, count, unit)
    assert point is not None
    assert point.value() == value


@pytest.mark.parametrize("unit", ["day", "week", "month"])
def test_nothing_is_counted_in_units_finer_than_the_start(unit: Unit) -> None:
    assert shift(Point("year", 2016), 2, unit) is None


def test_counting_beyond_the_calendar_gives_nothing() -> None:
    assert shift(of_date(dt.date.max), 1, "day") is None


UNITS: list[Unit] = ["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]


@given(st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1)), st.sampled_from(UNITS), st.integers(-9, 9))
def test_counting_forth_and_back_leads_home(day: dt.date, unit: Unit, count: int) -> None:
    start = widen(of_date(day), unit)
    assert start is not None
    there = shift(start, count)
    assert there is not None
    assert shift(there, -count) == start


@given(
    st.dates(dt.date(1000, 1, 1), dt.date(3000, 1, 1)), st.sampled_from([unit for unit in UNITS if unit != "weekend"])
)
def test_a_day_lies_in_what_it_is_widened_to(day: dt.date, unit: Unit) -> None:
    point = widen(of_date(day), unit)
    assert point is not None
    days = point.days()
    assert days is not None
    assert days[0] <= day <= days[1]
    low, high = point.keys()
    assert low <= of_date(day).keys()[0] <= high
