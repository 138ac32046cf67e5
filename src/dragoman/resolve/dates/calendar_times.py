"""Dates, months, seasons, years, days of the week and hours: `calendar` phrases put on the calendar."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from dragoman.resolve.dates.context import Context, Found, nearest
from dragoman.resolve.dates.holidays import holiday
from dragoman.resolve.dates.point import SEASONS, WEEK, Point, Unit, of_date, shift, widen

Parts = dict[str, str]
Maker = Callable[[int], Point | None]
"""Makes a point of a year."""

NUMBERED: tuple[Unit, ...] = ("month", "quarter", "half")
WRITTEN = "written out"
YEARS_AROUND = 2  # years before and after the anchor among which an open year is sought
SHORT_AHEAD = 20  # years after the anchor that a year of two figures may lie
MATCH_YEARS = 6  # years within which a day of the week and a date meet again at the latest
UNTOLD = frozenset({"that", "before", "after"})
"""References to the last time told, not to the news."""


def read_calendar(parts: Parts, context: Context) -> Found:
    """Put a calendar phrase on the calendar.

    Args:
        parts: what the grammar read.
        context: what is known of news and story.
    """
    found = _day_level(parts, context) or _coarse(parts, context)
    if parts.keys() & {"tod", "clock", "loose"}:
        return _with_clock(parts, found, context)
    return found or Found(value=_open_value(parts))


def _day_level(parts: Parts, context: Context) -> Found | None:
    if "offset" in parts:
        return _offset(parts, context)
    if "dayref" in parts:
        return _day_reference(parts["dayref"], context)
    if "weekday" in parts and not parts.keys() & {"day", "month", "holiday"}:
        return _weekday(parts, context)
    return None


def _offset(parts: Parts, context: Context) -> Found:
    """Today, yesterday, tomorrow: in a story far from the news nobody's today is the day of publication."""
    count = int(parts["offset"])
    if context.today is None or context.story:
        return Found(value=None if count else "PRESENT_REF", rule="no day of the news")
    if parts.get("tod") == "ON":
        first, last = (0, 1) if context.tense == "future" else (-1, 0)
        start, end = shift(context.today, first), shift(context.today, last)
        return Found(
            value=None if start is None else start.value(), point=start, last=end, rule="overnight before the news"
        )
    return _found(shift(context.today, count), "counted from the news")


def _day_reference(ref: str, context: Context) -> Found | None:
    """Read "last night", "this morning", "that afternoon", "the following evening"."""
    counts = {"this": 0, "last": -1, "past": -1, "next": 1, "that": 0, "before": -1, "after": 1}
    from_story = ref in UNTOLD or context.story
    base = context.told if from_story else context.today
    day = None if base is None else widen(base, "day")
    if day is None:
        return Found(value="XXXX-XX-XX", rule="no day told before")
    return _found(shift(day, counts[ref]), "day of the story" if from_story else "counted from the news")


def _weekday(parts: Parts, context: Context) -> Found:
    number = int(parts["weekday"])
    open_value = f"XXXX-WXX-{number}"
    told_day = None if context.told is None else widen(context.told, "day")
    if parts.get("ref") in UNTOLD or (context.story and context.told is not None):
        if told_day is None:
            return Found(value=open_value, rule="no day told before")
        days = told_day.days()
        return Found(value=open_value) if days is None else _weekday_near(days[0], number, parts.get("ref", "after"))
    if context.news is None:
        return Found(value=open_value, rule="no day of the news")
    if "weekref" in parts:
        count = {"last": -1, "past": -1, "next": 1, "before": -1, "after": 1}.get(parts["weekref"], 0)
        monday = context.news - dt.timedelta(days=context.news.weekday() - WEEK * count)
        return _found(of_date(monday + dt.timedelta(days=number - 1)), "day of a week named")
    return _weekday_of_news(context, number, parts.get("ref"))


def _weekday_near(day: dt.date, number: int, ref: str) -> Found:
    """Find a day of the week from a day told before: the first from it on, or the last before it."""
    ahead = (number - day.isoweekday()) % WEEK
    if ref == "before":
        ahead -= WEEK
    return _found(of_date(day + dt.timedelta(days=ahead)), "day of the week in the story")


def _weekday_of_news(context: Context, number: int, ref: str | None) -> Found:
    assert context.news is not None  # noqa: S101 - the caller looked
    back = (context.news.isoweekday() - number) % WEEK
    ahead = -back % WEEK
    if ref in {"last", "past"}:
        return _found(of_date(context.news - dt.timedelta(days=back or WEEK)), "last before the news")
    if ref == "next":
        return _found(of_date(context.news + dt.timedelta(days=ahead or WEEK)), "next after the news")
    if context.tense == "future" or (context.tense == "present" and ahead < back):
        return _found(of_date(context.news + dt.timedelta(days=ahead)), f"{context.tense} tense: next after the news")
    return _found(of_date(context.news - dt.timedelta(days=back)), "past tense: last before the news")


def _coarse(parts: Parts, context: Context) -> Found | None:
    """Read what is a date, a month, a season, a year or longer."""
    make = _maker(parts)
    if parts.keys() & {"century", "decade", "year"}:
        return _written(parts, make, context)
    if make is None:
        return None
    if "yearref" in parts:
        year = _referred_year(parts["yearref"], context)
        return None if year is None else _found(make(year), "year pointed at")
    if "ref" in parts:
        return _referred(make, parts["ref"], context)
    return _open_year(parts, make, context)


def _written(parts: Parts, make: Maker | None, context: Context) -> Found:
    """Read what names its year, decade or century."""
    sign = -1 if parts.get("era") == "BC" else 1
    if "century" in parts:
        return _found(Point("century", sign * (int(parts["century"]) - 1) * 100), WRITTEN)
    if "decade" in parts:
        return _found(Point("decade", sign * int(parts["decade"]) * 10), WRITTEN)
    year = sign * int(parts["year"])
    if "short" in parts and context.anchor is not None:
        # '99 in a story of 1914 is no year of our time.
        year -= max(0, -(-(year - context.anchor.year - SHORT_AHEAD) // 100)) * 100
    return _found(Point("year", year) if make is None else make(year), WRITTEN)


def _open_year(parts: Parts, make: Maker, context: Context) -> Found | None:
    """Choose the year of what does not name it."""
    anchor = context.anchor
    if "weekday" in parts and "day" in parts:
        met = _meeting(make, int(parts["weekday"]), anchor or context.later)
        if met is not None:
            return _found(met, "year in which day and date meet")
    if anchor is None:
        return None
    if "day" in parts and "month" not in parts:
        return _day_of_month(int(parts["day"]), context)
    chosen = nearest(_around(make, anchor.year), context)
    return None if chosen is None else _found(*chosen)


def _maker(parts: Parts) -> Maker | None:
    """Give what makes a point of the phrase once its year is known, None if a year is all it has."""
    if "holiday" in parts:
        return partial(holiday, parts["holiday"])
    if "day" in parts:
        return partial(_day, int(parts.get("month", "0")), int(parts["day"]))
    if "season" in parts:
        return partial(_numbered, "season", SEASONS.index(parts["season"]) + 1)
    for unit in NUMBERED:
        if unit in parts:
            return partial(_numbered, unit, int(parts[unit]))
    return None


def _day(month: int, day: int, year: int) -> Point | None:
    return _valid(Point("day", year, month, day)) if month else None


def _numbered(unit: Unit, number: int, year: int) -> Point | None:
    return Point(unit, year, number)


def _valid(point: Point) -> Point | None:
    """Refuse 30 February; days before Christ are taken as they stand."""
    return point if point.year < 0 or point.days() is not None else None


def _around(make: Maker, year: int) -> list[Point]:
    years = range(year - YEARS_AROUND, year + YEARS_AROUND + 1)
    return [point for one in years if one and (point := make(one)) is not None]


def _referred_year(ref: str, context: Context) -> int | None:
    counts = {"last": -1, "past": -1, "next": 1, "this": 0, "that": 0, "before": -1, "after": 1, "the": 0}
    base = context.named if ref in UNTOLD or context.story else context.today
    if base is None and ref == "the":
        base = context.anchor
    return None if base is None else base.year + counts[ref]


def _referred(make: Maker, ref: str, context: Context) -> Found | None:
    """Read "last May", "this summer", "the following April", "that same spring"."""
    story = ref in UNTOLD or context.story
    base = context.named if story else context.today
    if base is None:
        return None
    points = _around(make, base.year)
    low, high = base.keys()
    if ref in {"last", "past", "before"}:
        points = [point for point in points if point.keys()[1] < low][-1:]
    elif ref in {"next", "after"}:
        points = [point for point in points if point.keys()[0] > high][:1]
    elif ref == "that":
        points = [point for point in points if point.year == base.year]
    else:
        chosen = nearest(points, context)
        points = [] if chosen is None else [chosen[0]]
    return _found(points[0], f"{ref} in the story" if story else f"{ref}, counted from the news") if points else None


def _meeting(make: Maker, weekday: int, anchor: Point | None) -> Point | None:
    """Find the year near the anchor in which a date falls on the day of the week that is named with it."""
    if anchor is None:
        return None
    years = sorted(
        range(anchor.year - MATCH_YEARS, anchor.year + MATCH_YEARS + 1), key=lambda year: abs(year - anchor.year)
    )
    for year in years:
        point = make(year) if year > 0 else None
        days = None if point is None else point.days()
        if days is not None and days[0].isoweekday() == weekday:
            return point
    return None


def _day_of_month(day: int, context: Context) -> Found | None:
    """Read "the 14th": of the month told last, else of the month next to the news."""
    told = None if context.told is None else widen(context.told, "month")
    if told is not None:
        return _found(_valid(Point("day", told.year, told.number, day)), "day of the month told before")
    today = context.today
    if today is None:
        return None
    months = [point for count in (-1, 0, 1) if (point := shift(today, count, "month")) is not None]
    points = [point for month in months if (point := _valid(Point("day", month.year, month.number, day))) is not None]
    chosen = nearest(points, context)
    return None if chosen is None else _found(*chosen)


def _with_clock(parts: Parts, found: Found | None, context: Context) -> Found:
    """Add the hour or part of the day; without a day of its own it is on the day told last."""
    time = (
        f"T{parts['clock']}{parts.get('zone', '')}" if "clock" in parts else f"T{_tod(parts)}" if "tod" in parts else ""
    )
    if found is not None and (found.point is not None or found.value is not None):
        day = found.value or "XXXX-XX-XX"
        last = found.last
        if parts.get("tod") == "ON" and last is None and found.point is not None:
            last = shift(found.point, 1)
        return Found(value=f"{day}{time}", point=found.point, rule=found.rule, last=last)
    told = None if context.told is None else widen(context.told, "day")
    goes_on = told is not None and context.just_told and context.tense == "past"
    told = told or (None if context.story else context.today)
    if told is None or ("clock" not in parts and "tod" in parts):
        value = f"XXXX-XX-XX{time}"
        return Found(value=value, point=told, rule="day just told") if goes_on else Found(value, rule="no day named")
    return Found(value=f"{told.value()}{time}", point=told, rule="day told before", dated=goes_on)


def _tod(parts: Parts) -> str:
    return "NI" if parts["tod"] == "ON" else parts["tod"]


def _found(point: Point | None, rule: str) -> Found:
    return Found(value=None, rule=rule) if point is None else Found(value=point.value(), point=point, rule=rule)


def _open_value(parts: Parts) -> str | None:
    """Give the TIMEX3 value of what has no year: XXXX-03-14, XXXX-WI."""
    if "month" in parts:
        return f"XXXX-{parts['month']}" + (f"-{int(parts['day']):02d}" if "day" in parts else "")
    for part, form in (("season", "XXXX-{}"), ("quarter", "XXXX-Q{}"), ("half", "XXXX-H{}")):
        if part in parts:
            return form.format(parts[part])
    return "XXXX-XX-XX" if "day" in parts else None
