"""Times counted from others, and lengths of time: `offset`, `unit`, `duration`, `set` and `age` phrases."""

from dragoman.resolve.dates.calendar_times import UNTOLD, Parts
from dragoman.resolve.dates.context import Context, Found, nearest
from dragoman.resolve.dates.point import Point, Unit, shift, widen

SYMBOLS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "night": "TNI",
}  # fmt: skip
FOLDED = {"fortnight": (2, "week"), "half-century": (50, "year"), "quarter-century": (25, "year")}
CALENDAR_UNITS: dict[str, Unit] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century",
}  # fmt: skip
OPEN_VALUES = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "night": "XXXX-XX-XXTNI", "hour": "XXXX-XX-XXTXX",
}  # fmt: skip
LESS = frozenset({"EQUAL_OR_LESS", "LESS_THAN"})
"""Modifiers of what happened in the course of the time named: "less than a year ago"."""
COUNTS = {"last": -1, "past": -1, "this": 0, "next": 1, "that": 0, "before": -1, "after": 1, "the": 0}
VAGUE = "X"


def read_offset(parts: Parts, context: Context) -> Found:
    """Put "two days ago", "three weeks later" on the calendar.

    Vague numbers and counts from a time that is not known give no days, only a reference to past or future.
    """
    number, unit = _folded(parts)
    forward = parts["dir"] in {"later", "hence"}
    from_news = parts["dir"] in {"ago", "hence"}
    base = context.today if from_news and not context.story else context.told if not from_news else None
    vague = Found(value="FUTURE_REF" if forward else "PAST_REF", rule="vague")
    if number is None or unit not in CALENDAR_UNITS or base is None or number != int(number) or "fraction" in parts:
        return vague
    point = shift(base, int(number) if forward else -int(number), CALENDAR_UNITS[unit])
    if point is None:
        return Found(value=OPEN_VALUES.get(unit), rule="counted from a time that is too vague")
    rule = "counted from the news" if from_news else "counted from the time told before"
    kind = CALENDAR_UNITS[unit]
    first = _same_day(base, -int(number), kind) if parts["dir"] == "ago" and parts.get("mod") in LESS else None
    if first is not None:
        return Found(value=point.value(), point=first, last=base, rule=rule, grain=kind)
    return Found(value=point.value(), point=point, rule=rule)


def read_unit(parts: Parts, context: Context) -> Found:
    """Put "last year", "the following week", "that day", "the end of the month" on the calendar."""
    unit, ref = parts["unit"], parts["ref"]
    if ref == "nth":
        return Found(value=OPEN_VALUES["day"] if unit == "day" else None, rule="of a series")
    if unit not in CALENDAR_UNITS:
        return Found(value=length({**parts, "n": "1"}), rule="no day")
    if "dir" in parts and ref == "the":
        return read_offset({**parts, "n": "1"}, context)
    if ref == "past":
        return _stretch(parts, 1, unit, context)
    if unit == "weekend" and ref in {"the", "this"} and not context.story:
        return _weekend(context)
    return _counted_unit(parts, CALENDAR_UNITS[unit], context)


def _counted_unit(parts: Parts, kind: Unit, context: Context) -> Found:
    """Count a unit or none from the news or from the time told before: "last year", "the following week"."""
    ref = parts["ref"]
    story = ref in UNTOLD or (ref == "the" and (context.story or context.news is None))
    if context.story and not story:
        return Found(value=OPEN_VALUES.get(kind), rule="no day of the news")
    base = context.told if story else context.today
    if base is None and ref == "after" and context.today is not None:
        base, story = context.today, False
    point = None if base is None else shift(base, COUNTS[ref], kind)
    if ref in {"after", "next"} and parts.get("lead") in {"over", "for", "within"} and kind != "day":
        return Found(value=length({**parts, "n": "1"}), point=point, rule="a length of time")
    if point is None:
        return Found(value=OPEN_VALUES.get(kind), rule="no time told before" if story else "no day of the news")
    rule = "counted from the time told before" if story else "counted from the news"
    found = Found(value=point.value(), point=point, rule=rule)
    return _part_by_direction(parts, found, context) if "dir" in parts else found


def _weekend(context: Context) -> Found:
    today = context.today
    if today is None:
        return Found(value=OPEN_VALUES["weekend"], rule="no day of the news")
    points = [point for count in (-1, 0, 1) if (point := shift(today, count, "weekend")) is not None]
    chosen = nearest(points, context)
    return Found(value=None) if chosen is None else Found(value=chosen[0].value(), point=chosen[0], rule=chosen[1])


def _part_by_direction(parts: Parts, found: Found, context: Context) -> Found:
    """Cut "earlier this year" at the news, "later that month" at the time told before."""
    point = found.point
    border = context.today if parts["ref"] == "this" else None if context.told is None else widen(context.told, "day")
    days = None if point is None else point.days()
    cut = None if border is None else border.days()
    if days is None or cut is None or not days[0] <= cut[0] <= days[1]:
        return found
    first, last = (days[0], cut[0]) if parts["dir"] == "earlier" else (cut[0], days[1])
    return Found(
        value=found.value,
        point=Point("day", first.year, first.month, first.day),
        last=Point("day", last.year, last.month, last.day),
        rule=found.rule,
    )


def read_duration(parts: Parts, context: Context) -> Found:
    """Read a length of time; only "the past two days", "in the next week" are also days of the calendar."""
    number, unit = _folded(parts)
    if parts.get("ref") in {"past", "last", "next"} and number is not None and not context.story:
        return _stretch(parts, number, unit, context)
    if parts.get("lead") == "in" and context.tense == "future" and number is not None and context.today is not None:
        kind = CALENDAR_UNITS.get(unit)
        point = None if kind is None or number != int(number) else shift(context.today, int(number), kind)
        return Found(value=length(parts), point=point, rule="counted from the news")
    return Found(value=length(parts), rule="a length of time")


def read_stay(parts: Parts, context: Context) -> Found:
    """Read "the second day of a five-day visit": the day is that of the news, or the one just told."""
    told = context.told if context.tense == "past" and context.just_told else None
    day = told or (context.today if context.tense == "present" and not context.story else None)
    days, number = int(parts["n"]), int(parts["ord"])
    number = days if number < 0 else number
    if day is None or not 1 <= number <= days:
        return Found(value=length(parts), rule="a length of time")
    first, last = shift(day, 1 - number, "day"), shift(day, days - number, "day")
    return Found(value=length(parts), point=first, last=last, rule=f"day {number} of {days}, counted from the news")


def _stretch(parts: Parts, number: float, unit: str, context: Context) -> Found:
    """Give the days from some units ago up to the news, or from the news on."""
    value = length({"n": "1", **parts})
    kind = CALENDAR_UNITS.get(unit)
    today = context.today
    hours = {"hour": 24, "minute": 24 * 60}
    if kind is None and unit in hours:
        kind, number = "day", max(1, -(-number // hours[unit]))
    if today is None or kind is None or context.story or number != int(number):
        return Found(value=value, rule="a length of time")
    sign = 1 if parts["ref"] == "next" else -1
    far = _same_day(today, sign * int(number), kind)
    if far is None:
        return Found(value=value, rule="a length of time")
    first, last = (today, far) if sign > 0 else (far, today)
    rule = "a length of time up to the news" if sign < 0 else "from the news on"
    return Found(value=value, point=first, last=last, rule=rule, grain=kind)


def _same_day(today: Point, count: int, unit: Unit) -> Point | None:
    """Count units from a day to a day: a year ago to the day."""
    if unit in {"day", "week", "weekend"}:
        return shift(today, count * (1 if unit == "day" else 7), "day")
    moved = shift(today, count, unit if unit in {"month", "year"} else "year")
    if moved is None or unit not in {"month", "year"}:
        lengths = {"quarter": 3, "decade": 120, "century": 1200}
        moved = shift(today, count * lengths.get(unit, 12), "month")
    if moved is None:
        return None
    month = moved.number or today.number
    days = Point("month", moved.year, month).days()
    return None if days is None else Point("day", moved.year, month, min(today.day, days[1].day))


def length(parts: Parts) -> str | None:
    """Give the TIMEX3 value of a length of time: P3D, PT2H, PXM."""
    number, unit = _folded(parts)
    symbol = SYMBOLS.get(unit)
    if symbol is None:
        return None
    count = VAGUE if number is None else f"{number:g}"
    return f"PT{count}{symbol[1:]}" if symbol.startswith("T") else f"P{count}{symbol}"


def read_set(parts: Parts) -> Found:
    """Give the TIMEX3 value of what happens again and again."""
    if "weekday" in parts:
        return Found(value=f"XXXX-WXX-{parts['weekday']}", rule="again and again")
    if "tod" in parts:
        return Found(value=f"XXXX-XX-XXT{parts['tod']}", rule="again and again")
    if "month" in parts:
        return Found(value=f"XXXX-{parts['month']}", rule="again and again")
    number, unit = _folded({"n": "1", **parts})
    if number not in {1, None}:
        return Found(value=length(parts), rule="again and again")
    return Found(value=OPEN_VALUES.get(unit, length({"n": "1", **parts})), rule="again and again")


def _folded(parts: Parts) -> tuple[float | None, str]:
    """Give number and unit; fortnights and half-centuries as weeks and years, vague numbers as None."""
    factor, unit = FOLDED.get(parts["unit"], (1, parts["unit"]))
    text = parts.get("n", VAGUE)
    if text == VAGUE:
        return None, unit
    return (float(text) + float(parts.get("fraction", "0"))) * factor, unit
