"""Days from a first to a last, and the part of a period that "early", "mid-" and "late" mean."""

import calendar
import datetime as dt
from typing import Literal

import msgspec

from dragoman.resolve.dates.point import Point

Basis = Literal["text", "dateline"]

BACKGROUND_DAYS = 40
"""An event that ended so many days before the news is background; on annotated news 34 to 45 do equally well."""

MONTH_THIRDS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}
MONTHS_OF_YEAR = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}
"""The quarters that news means by early and late in a year, and the four months around its middle."""
YEARS_OF_DECADE = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}
YEARS_OF_CENTURY = {"START": (0, 33), "MID": (34, 66), "END": (67, 99)}
DAYS_OF_WEEK = {"START": (0, 1), "MID": (2, 3), "END": (3, 6)}
EDGES = frozenset({"START", "MID", "END"})


class DateInterval(msgspec.Struct, frozen=True):
    """When something happened, as days.

    Attributes:
        start: first day.
        end: last day, the same for what takes a day.
        resolution: how exact the words were: `day`, `week`, `weekend`, `month`, `season`, `quarter`, `half`,
            `year`, `decade`, `century`.
        basis: `text`; `dateline` if the words were counted from the article's dateline.
        rule: how it was found, for `explain`.
        value: TIMEX3 value of the words, `2017-Q4` for example.
        mod: TIMEX3 modifier (`START`, `APPROX`), None if there is none.
    """

    start: dt.date
    end: dt.date
    resolution: str
    basis: Basis
    rule: str
    value: str
    mod: str | None = None


def is_background(interval: DateInterval, published: dt.date | None) -> bool:
    """Tell whether what ended with an interval was over well before the news.

    Args:
        interval: when it happened.
        published: day of the news; nothing is background if it is unknown.
    """
    return published is not None and (published - interval.end).days >= BACKGROUND_DAYS


def part_of(point: Point, mod: str | None) -> tuple[dt.date, dt.date] | None:
    """Give first and last day of a point, or of the part of it that `START`, `MID` or `END` names.

    Returns:
        The days; None for what the calendar does not hold, such as years before Christ.
    """
    days = point.days()
    if days is None or mod not in EDGES or point.unit in {"day", "weekend"}:
        return days
    first, last = days
    match point.unit:
        case "week":
            low, high = DAYS_OF_WEEK[mod]
            part = first + dt.timedelta(days=low), first + dt.timedelta(days=high)
        case "month":
            low, high = MONTH_THIRDS[mod]
            part = first.replace(day=low), first.replace(day=min(high, last.day))
        case "year":
            low, high = MONTHS_OF_YEAR[mod]
            part = first.replace(month=low), _month_end(first.year, high)
        case "decade" | "century":
            low, high = (YEARS_OF_DECADE if point.unit == "decade" else YEARS_OF_CENTURY)[mod]
            part = dt.date(first.year + low, 1, 1), dt.date(first.year + high, 12, 31)
        case _:
            part = _third(first, last, mod)
    return part


def _third(first: dt.date, last: dt.date, mod: str) -> tuple[dt.date, dt.date]:
    """Cut seasons, quarters and half-years into thirds."""
    length = (last - first).days + 1
    one, two = first + dt.timedelta(days=length // 3), first + dt.timedelta(days=2 * length // 3)
    day = dt.timedelta(days=1)
    return {"START": (first, one - day), "MID": (one, two - day), "END": (two, last)}[mod]


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
