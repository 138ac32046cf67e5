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
        number: its month, ISO week, quarter, half or season (1 is the winter that ends in the year), 0 where
            the year is enough.
        day: its day of the month, 0 unless it is a day.
    """

    unit: Unit
    year: int
    number: int = 0
    day: int = 0

    def value(self) -> str:
        """Give the TIMEX3 value, such as 2017-Q4 or 2020-W34."""
        length, width = {"century": (CENTURY, 2), "decade": (DECADE, 3)}.get(self.unit, (1, 4))
        era = "BC" if self.year < 0 else ""
        year = f"{era}{abs(self.year) // length:0{width}d}"
        season = SEASONS[self.number - 1] if self.unit == "season" else ""
        rest = {
            "day": f"-{self.number:02d}-{self.day:02d}",
            "month": f"-{self.number:02d}",
            "week": f"-W{self.number:02d}",
            "weekend": f"-W{self.number:02d}-WE",
            "season": f"-{season}",
            "quarter": f"-Q{self.number}",
            "half": f"-H{self.number}",
        }
        return year + rest.get(self.unit, "")

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
    if unit in {"day", "week", "weekend"}:
        return _widen_days(point, unit)
    return _widen_months(point, unit) if point.months() <= Point(unit, 1, 1).months() else None


def _widen_days(point: Point, unit: Unit) -> Point | None:
    days = point.days()
    if days is None or point.unit not in {"day", "week", "weekend"}:
        return None
    iso = days[0].isocalendar()
    return of_date(days[0]) if unit == "day" else Point(unit, iso.year, iso.week)


def _widen_months(point: Point, unit: Unit) -> Point:
    year, month = point.first_month()
    match unit:
        case "month":
            return Point(unit, year, month)
        case "season":
            season = month // SEASON_MONTHS + 1
            return Point(unit, year, season) if season <= len(SEASONS) else Point(unit, year + 1, 1)
        case "quarter" | "half":
            return Point(unit, year, (month - 1) // (QUARTER_MONTHS if unit == "quarter" else HALF_MONTHS) + 1)
        case "decade" | "century":
            return Point(unit, _floor(year, DECADE if unit == "decade" else CENTURY))
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
