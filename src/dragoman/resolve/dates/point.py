"""A stretch of the calendar: a day, week, month, season, year, decade or century, and how to count from it."""

import calendar
import datetime as dt
from typing import Literal

import msgspec

Unit = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

MONTHS = 12
SEASONS = ("WI", "SP", "SU", "FA")
SEASON_MONTHS = 3
QUARTER_MONTHS = 3
HALF_MONTHS = 6
DECADE = 10
CENTURY = 100
WEEK = 7
SATURDAY = 6
KEY_MONTH, KEY_YEAR = 31, 372
"""Days of a month and of a year in which all months have 31 days: a scale that also holds years before Christ."""


class Point(msgspec.Struct, frozen=True):
    """A stretch of the calendar.

    Attributes:
        unit: how long it is.
        year: its year, of weeks the ISO year, of decades and centuries the first; negative before Christ.
        number: its month, ISO week, quarter, half or season (1 is the winter that ends in the year), 0 where the year is enough.
        day: its day of the month, 0 unless it is a day.
    """

    unit: Unit
    year: int
    number: int = 0
    day: int = 0

    def value(self) -> str:
        """Give the TIMEX3 value, such as 2017-Q4 or 2020-W34."""
        if self.unit == "century":
            return _era(self.year // CENTURY if self.year > 0 else -(-self.year // CENTURY), self.year, width=2)
        if self.unit == "decade":
            return _era(abs(self.year) // DECADE, self.year, width=3)
        year = _era(abs(self.year), self.year, width=4)
        match self.unit:
            case "day":
                return f"{year}-{self.number:02d}-{self.day:02d}"
            case "month":
                return f"{year}-{self.number:02d}"
            case "week":
                return f"{year}-W{self.number:02d}"
            case "weekend":
                return f"{year}-W{self.number:02d}-WE"
            case "season":
                return f"{year}-{SEASONS[self.number - 1]}"
            case "quarter":
                return f"{year}-Q{self.number}"
            case "half":
                return f"{year}-H{self.number}"
            case _:
                return year

    def first_month(self) -> tuple[int, int]:
        """Give year and month in which it begins."""
        match self.unit:
            case "day" | "month":
                return self.year, self.number
            case "week" | "weekend":
                day = self.days()
                return (day[0].year, day[0].month) if day is not None else (self.year, 1)
            case "season":
                return (self.year, (self.number - 1) * SEASON_MONTHS) if self.number > 1 else (self.year - 1, MONTHS)
            case "quarter":
                return self.year, (self.number - 1) * QUARTER_MONTHS + 1
            case "half":
                return self.year, (self.number - 1) * HALF_MONTHS + 1
            case _:
                return self.year, 1

    def months(self) -> int:
        """Give its length in months, 0 for what is shorter."""
        lengths = {"month": 1, "season": SEASON_MONTHS, "quarter": QUARTER_MONTHS, "half": HALF_MONTHS, "year": MONTHS}
        lengths |= {"decade": DECADE * MONTHS, "century": CENTURY * MONTHS}
        return lengths.get(self.unit, 0)

    def days(self) -> tuple[dt.date, dt.date] | None:
        """Give its first and last day, None if the calendar does not reach so far or has no such day."""
        try:
            if self.unit == "day":
                day = dt.date(self.year, self.number, self.day)
                return day, day
            if self.unit in {"week", "weekend"}:
                monday = dt.date.fromisocalendar(self.year, self.number, 1)
                first = monday + dt.timedelta(days=SATURDAY - 1 if self.unit == "weekend" else 0)
                return first, monday + dt.timedelta(days=WEEK - 1)
            year, month = self.first_month()
            last_year, last_month = divmod(year * MONTHS + month - 2 + self.months(), MONTHS)
            last = calendar.monthrange(last_year, last_month + 1)[1]
            return dt.date(year, month, 1), dt.date(last_year, last_month + 1, last)
        except (ValueError, OverflowError):
            return None

    def keys(self) -> tuple[int, int]:
        """Give first and last day on a scale for comparing, which reaches before Christ too."""
        if self.unit in {"week", "weekend"} and (days := self.days()) is not None:
            return of_date(days[0]).keys()[0], of_date(days[1]).keys()[1]
        year, month = self.first_month()
        start = year * KEY_YEAR + (month - 1) * KEY_MONTH + max(self.day - 1, 0)
        return start, start + max(self.months() * KEY_MONTH - 1, 0)


def _era(count: int, year: int, *, width: int) -> str:
    return f"BC{abs(count):0{width}d}" if year < 0 else f"{count:0{width}d}"


def of_date(day: dt.date) -> Point:
    """Give a day of the calendar as a point."""
    return Point("day", day.year, day.month, day.day)


def widen(point: Point, unit: Unit) -> Point | None:
    """Give the week, month, year ... in which a point begins; None if the point is longer than that.

    Args:
        point: a stretch of the calendar.
        unit: what to widen it to.
    """
    if unit == point.unit:
        return point
    year, month = point.first_month()
    if unit in {"day", "week", "weekend"}:
        if point.unit not in {"day", "week", "weekend"} or (days := point.days()) is None:
            return None
        if unit == "day":
            return of_date(days[0])
        iso = days[0].isocalendar()
        return Point(unit, iso.year, iso.week)
    if point.months() > Point(unit, 1, 1).months():
        return None
    match unit:
        case "month":
            return Point(unit, year, month)
        case "season":
            season = month // SEASON_MONTHS + 1
            return Point(unit, year, season) if season <= len(SEASONS) else Point(unit, year + 1, 1)
        case "quarter":
            return Point(unit, year, (month - 1) // QUARTER_MONTHS + 1)
        case "half":
            return Point(unit, year, (month - 1) // HALF_MONTHS + 1)
        case "decade":
            return Point(unit, _floor(year, DECADE))
        case "century":
            return Point(unit, _floor(year, CENTURY))
        case _:
            return Point("year", year)


def _floor(year: int, length: int) -> int:
    return year // length * length if year > 0 else -(-year // length * length)


def shift(point: Point, count: int, unit: Unit | None = None) -> Point | None:
    """Count units forward from a point, or back where `count` is negative.

    Args:
        point: where to count from.
        count: how many.
        unit: of what; None means as long as the point itself. What comes out is as long as this.

    Returns:
        The point so many units away, None if the start is too vague ("two days after 1990").
    """
    unit = unit or point.unit
    base = widen(point, unit)
    if base is None:
        return None
    if unit in {"day", "week", "weekend"}:
        days = base.days()
        step = 1 if unit == "day" else WEEK
        try:
            return widen(of_date(days[0] + dt.timedelta(days=step * count)), unit) if days else None
        except OverflowError:
            return None
    if unit == "month":
        year, month = divmod(base.year * MONTHS + base.number - 1 + count, MONTHS)
        return Point(unit, year, month + 1)
    if unit in {"season", "quarter", "half"}:
        length = {"season": len(SEASONS), "quarter": 4, "half": 2}[unit]
        year, number = divmod(base.year * length + base.number - 1 + count, length)
        return Point(unit, year, number + 1)
    step = {"decade": DECADE, "century": CENTURY}.get(unit, 1)
    year = base.year + step * count
    return Point(unit, year) if year else None
