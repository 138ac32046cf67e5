"""Time phrases put on the calendar, one by one; `anchors` does it for the phrases of a whole article."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

import msgspec

from dragoman.records import Tense, TimePhrase
from dragoman.resolve.dates.calendar_times import read_calendar
from dragoman.resolve.dates.context import Context, Found
from dragoman.resolve.dates.interval import DateInterval, is_background, part_of
from dragoman.resolve.dates.relative_times import length, read_duration, read_offset, read_set, read_stay, read_unit

__all__ = ["DateInterval", "DateResolver", "ResolvedTime", "is_background", "read_phrase"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class ResolvedTime(msgspec.Struct, frozen=True):
    """A phrase with its TIMEX3 value and its days.

    Attributes:
        phrase: the words.
        type: TIMEX3 type.
        value: TIMEX3 value, None where it has none.
        mod: TIMEX3 modifier, None if there is none.
        found: the stretch of the calendar and the rule.
        interval: days of an event at that time, None if the words give none.
        members: for a range its members, each resolved.
    """

    phrase: TimePhrase
    type: TimexType
    value: str | None
    mod: str | None
    found: Found
    interval: DateInterval | None
    members: tuple["ResolvedTime", ...] = ()


class DateResolver:
    """Puts single time phrases on the calendar."""

    def resolve(self, phrase: TimePhrase, *, published: dt.date | None, tense: Tense) -> DateInterval | None:
        """Give the days that a phrase means, by itself.

        Args:
            phrase: as the grammar read it.
            published: day of publication, None if unknown; what counts from it then has no days.
            tense: of the event's clause, for phrases that stand in no clause of their own.

        Returns:
            The days; None for what is vague, open or a mere length of time.
        """
        context = Context(news=published, tense=choose_tense(phrase, tense))
        return read_phrase(phrase, context).interval


def choose_tense(phrase: TimePhrase, tense: Tense) -> Tense:
    """Give the tense by which a phrase is read: the event's if that lies ahead or the phrase has none."""
    return tense if phrase.tense == "none" or tense == "future" else phrase.tense


def read_phrase(phrase: TimePhrase, context: Context) -> ResolvedTime:
    """Give value and days of a phrase in a context; a range's are those of its members together."""
    parts = dict(phrase.parts)
    if phrase.kind == "range":
        return _range(phrase, parts, context)
    found = RULES[phrase.kind](parts, context)
    mod = parts.get("mod") or {"before": "BEFORE", "after": "AFTER"}.get(parts.get("lead", ""))
    return ResolvedTime(
        phrase=phrase,
        type=_type(phrase.kind, parts, found),
        value=found.value,
        mod=mod,
        found=found,
        interval=_interval(parts, found, context),
    )


RULES: dict[str, Callable[[dict[str, str], Context], Found]] = {
    "age": lambda parts, _: Found(value=length(parts), rule="an age"),
    "calendar": read_calendar,
    "duration": read_duration,
    "offset": read_offset,
    "reference": lambda parts, _: Found(value=parts.get("value"), rule="no date"),
    "set": lambda parts, _: read_set(parts),
    "stay": read_stay,
    "unit": read_unit,
}
"""Kinds of phrases to what reads their parts."""


def _type(kind: str, parts: dict[str, str], found: Found) -> TimexType:
    value = found.value or ""
    if kind == "set":
        return "SET"
    if kind in {"duration", "age"} or (value.startswith("P") and not value.endswith("_REF")):
        return "DURATION"
    return "TIME" if parts.keys() & {"clock", "tod", "loose"} else "DATE"


def _interval(parts: dict[str, str], found: Found, context: Context) -> DateInterval | None:
    """Give the days of an event at a time, after the preposition before it: since, until, before, after."""
    point, lead = found.point, parts.get("lead")
    if (
        point is None
        or not found.dated
        or lead in {"before", "after", "dateline"}
        or parts.get("mod") in {"BEFORE", "AFTER"}
    ):
        return None
    days = part_of(point, parts.get("mod"))
    if days is None:
        return None
    last = found.last.days() if found.last is not None else None
    start, end = days[0], last[1] if last is not None else days[1]
    if lead == "since" and context.news is not None and not context.story and start <= context.news:
        end = max(end, context.news) if end < context.news else context.news
    elif lead == "until":
        if context.news is None or context.story or end < context.news:
            return None
        start = context.news
    return DateInterval(
        start=start,
        end=end,
        resolution=found.grain or point.unit,
        basis=context.basis if found.rule != "written out" else "text",
        rule=found.rule,
        value=found.value or point.value(),
        mod=parts.get("mod"),
    )


def _range(phrase: TimePhrase, parts: dict[str, str], context: Context) -> ResolvedTime:
    """Resolve the members one after the other, each going on from the one before, and take all their days."""
    members = []
    for end in phrase.ends:
        resolved = read_phrase(end, context)
        members.append(resolved)
        if resolved.found.point is not None and context.story:
            context = msgspec.structs.replace(context, told=resolved.found.point)
    intervals = [one.interval for one in members]
    first, last = members[0], members[-1]
    interval = None
    if parts.get("lead") not in {"before", "after"} and all(one is not None for one in intervals):
        whole = [one for one in intervals if one is not None]
        interval = msgspec.structs.replace(
            whole[0],
            start=min(one.start for one in whole),
            end=max(one.end for one in whole),
            rule=f"range: {whole[0].rule}",
        )
    return ResolvedTime(
        phrase=phrase,
        type=first.type,
        value=first.value,
        mod=None,
        found=last.found,
        interval=interval,
        members=tuple(members),
    )
