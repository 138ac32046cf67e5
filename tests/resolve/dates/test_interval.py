import datetime as dt

import pytest

from dragoman.resolve.dates.interval import DateInterval, is_background, part_of
from dragoman.resolve.dates.point import Point

NEWS = dt.date(2018, 3, 14)


@pytest.mark.parametrize(
    ("point", "mod", "first", "last"),
    [
        (Point("week", 2018, 10), "END", "2018-03-08", "2018-03-11"),
        (Point("month", 2018, 2), "END", "2018-02-21", "2018-02-28"),
        (Point("quarter", 2018, 1), "START", "2018-01-01", "2018-01-30"),
        (Point("season", 2018, 3), "END", "2018-08-01", "2018-08-31"),
        (Point("decade", 1990), "MID", "1994-01-01", "1996-12-31"),
        (Point("century", 1800), "START", "1800-01-01", "1833-12-31"),
        (Point("day", 2018, 3, 9), "END", "2018-03-09", "2018-03-09"),
        (Point("year", 2018), "APPROX", "2018-01-01", "2018-12-31"),
    ],
)
def test_parts_of_a_period(point: Point, mod: str, first: str, last: str) -> None:
    assert part_of(point, mod) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_a_period_before_the_calendar_has_no_part() -> None:
    assert part_of(Point("year", -480), "START") is None


@pytest.mark.parametrize(("days_before", "background"), [(0, False), (30, False), (60, True), (4000, True)])
def test_what_ended_long_before_the_news_is_background(days_before: int, *, background: bool) -> None:
    end = NEWS - dt.timedelta(days=days_before)
    interval = DateInterval(end - dt.timedelta(days=500), end, "year", "text", "", "")
    assert is_background(interval, NEWS) is background


def test_without_news_nothing_is_background() -> None:
    long_ago = dt.date(1950, 1, 1)
    assert not is_background(DateInterval(long_ago, long_ago, "day", "text", "", ""), None)
