"""The last day of a deadline: "by Friday", "within 48 hours", "before 20 May"."""

import datetime as dt
import math
import re

import msgspec

from dragoman.records import TimePhrase
from dragoman.resolve.dates.anchors import Timeline

DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
HOURS = re.compile(r"\b(\d+)[\s-]*hours?\b", re.IGNORECASE)


def last_day(phrase: TimePhrase, timeline: Timeline, *, start: dt.date | None) -> dt.date | None:
    """Give the last day on which something can be done in time.

    Args:
        phrase: the deadline's words.
        timeline: the times of the article.
        start: the day from which a length of time counts, None if it is not known.

    Returns:
        The day; None for a length that is vague or counts from nothing.
    """
    parts = dict(phrase.parts)
    # "24 hours" is a time of the day to the grammar.
    hours = HOURS.search(phrase.span.text)
    if hours is not None or parts.get("unit") == "hour":
        number = hours.group(1) if hours is not None else parts.get("n")
        days = None if number is None else math.ceil(float(number) / 24)
        return None if start is None or days is None else start + dt.timedelta(days=days)
    if phrase.kind == "duration":
        return _after(parts, start)
    plain = msgspec.structs.replace(phrase, parts=tuple(pair for pair in phrase.parts if pair != ("lead", "before")))
    interval = timeline.resolve(plain, tense="future")
    return None if interval is None else interval.end


def _after(parts: dict[str, str], start: dt.date | None) -> dt.date | None:
    number, unit = parts.get("n"), parts.get("unit", "")
    if start is None or number is None:
        return None
    try:
        count = float(number)
    except ValueError:
        return None
    if unit in DAYS:
        return start + dt.timedelta(days=math.ceil(count * DAYS[unit]))
    if unit not in MONTHS:
        return None
    month = start.year * 12 + start.month - 1 + math.ceil(count * MONTHS[unit])
    for day in range(start.day, start.day - 4, -1):
        try:
            return dt.date(month // 12, month % 12 + 1, day)
        except ValueError:
            continue  # the month is shorter
    return None
