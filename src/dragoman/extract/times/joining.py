"""Times that stand together: the hour with its day, the ends of a range, the preposition before."""

import msgspec

from dragoman.extract.times.lexer import TimeToken
from dragoman.extract.times.parts import share_parts
from dragoman.extract.times.reading import RawTime
from dragoman.extract.times.words import TimeWords

CLOCK_PARTS = frozenset({"clock", "loose", "tod", "zone"})
DAY_PARTS = frozenset({"day", "dayref", "holiday", "offset", "weekday"})
DATELINE_LENGTH = 14  # words before the day of a dateline: places, a name, the agency


class JoinedTime(msgspec.Struct, frozen=True):
    """A time with its preposition, or a range of times.

    Attributes:
        first: number of its first token without preposition.
        last: number of its last token.
        kind: as in the rule, `range` for several.
        parts: what was read, with `lead` for the preposition.
        start: number of its first token with preposition.
        ends: members of a range.
    """

    first: int
    last: int
    kind: str
    parts: dict[str, str]
    start: int
    ends: tuple["JoinedTime", ...] = ()


def join_times(times: list[RawTime], tokens: list[TimeToken], words: TimeWords, *, opening: bool) -> list[JoinedTime]:
    """Put together what belongs together.

    Args:
        times: the single times of a sentence, in order.
        tokens: its words.
        words: the tables.
        opening: whether a dateline can stand here.
    """
    merged: list[RawTime] = []
    for time in times:
        both = _with_clock(merged[-1], time, tokens, words) if merged else None
        if both is not None:
            merged[-1] = both
        else:
            merged.append(time)
    led = [_led(time, tokens, words) for time in merged]
    if opening and led and _is_dateline(led[0], tokens):
        led[0] = msgspec.structs.replace(led[0], parts={**led[0].parts, "lead": "dateline"})
    return _ranges(led, tokens, words)


def _with_clock(one: RawTime, two: RawTime, tokens: list[TimeToken], words: TimeWords) -> RawTime | None:
    """Make one time of an hour or part of a day and the day that it belongs to: "the night of April 18"."""
    between = [token.form.lower() for token in tokens[one.last + 1 : two.first]]
    if len(between) > 2 or not all(_is_glue(form, words) for form in between):  # noqa: PLR2004 - ", on", "of the"
        return None
    for clock, day in ((one, two), (two, one)):
        if _is_clock(clock) and day.kind == "calendar" and day.parts.keys() & DAY_PARTS and not _is_clock(day):
            kept = {part: value for part, value in clock.parts.items() if part not in {"loose", "offset"}}
            parts = {**kept, **day.parts} if "mod" in day.parts else {**day.parts, **kept}
            return RawTime(one.first, two.last, "calendar", parts)
        if between in ([","], ["of"]) and _same_day(clock, day):
            return RawTime(one.first, two.last, "calendar", {**clock.parts, **day.parts})
    return None


def _same_day(one: RawTime, two: RawTime) -> bool:
    """Tell whether a day of the week and a date beside it are one day: "Friday night, March 3"."""
    if "weekday" not in one.parts or one.parts.keys() & {"day", "ref", "weekref"}:
        return False
    return "day" in two.parts and "weekday" not in two.parts


def _is_clock(time: RawTime) -> bool:
    if time.kind != "calendar" or not time.parts.keys() & {"clock", "tod", "loose"}:
        return False
    return not time.parts.keys() & (DAY_PARTS - {"offset"}) and ("offset" not in time.parts or "tod" in time.parts)


def _is_glue(form: str, words: TimeWords) -> bool:
    return form in {",", "the"} or words.values.get(("glue", form)) is not None


def _led(time: RawTime, tokens: list[TimeToken], words: TimeWords) -> JoinedTime:
    """Take the preposition before a time along."""
    parts = dict(time.parts)
    start = time.first
    if start > 0:
        lead = words.values.get(("lead", tokens[start - 1].form)) or words.values.get(
            ("lead", tokens[start - 1].form.lower())
        )
        if lead is not None:
            parts["lead"] = lead
            start -= 1
    return JoinedTime(time.first, time.last, time.kind, parts, start)


def _is_dateline(time: JoinedTime, tokens: list[TimeToken]) -> bool:
    """Tell whether a day stands behind a place in capitals and before a dash, colon or bracket."""
    if time.kind != "calendar" or not {"month", "day"} <= time.parts.keys() or not 0 < time.first <= DATELINE_LENGTH:
        return False
    before = [token.form for token in tokens[: time.first]]
    after = tokens[time.last + 1].form if time.last + 1 < len(tokens) else ""
    places = all(not form[:1].islower() for form in before) and any(form.isupper() and len(form) > 1 for form in before)
    return places and after in {"(", "-", "–", "—", ":", "/"}


def _ranges(times: list[JoinedTime], tokens: list[TimeToken], words: TimeWords) -> list[JoinedTime]:
    """Join the ends of ranges and the members of lists."""
    joined: list[JoinedTime] = []
    for time in times:
        both = _range(joined[-1], time, tokens, words) if joined else None
        if both is None:
            joined.append(time)
        else:
            joined[-1] = both
    return joined


def _range(one: JoinedTime, two: JoinedTime, tokens: list[TimeToken], words: TimeWords) -> JoinedTime | None:
    between = [token.form.lower() for token in tokens[one.last + 1 : two.first]]
    link = _link(between, words)
    last = one.ends[-1] if one.ends else one
    if link is None or not _matches(last, two) or (one.ends and one.parts["link"] != link and link == "to"):
        return None
    if link == "and" and one.parts.get("lead") == "between":
        link = "to"
    both = share_parts(last.parts, two.parts, link=link)
    if both is None:
        return None
    left = msgspec.structs.replace(last, parts=both[0])
    right = msgspec.structs.replace(two, parts=both[1])
    members = (*one.ends[:-1], left, right) if one.ends else (left, right)
    parts = {"link": link, **({"lead": one.parts["lead"]} if "lead" in one.parts else {})}
    return JoinedTime(one.first, two.last, "range", parts, one.start, members)


def _link(between: list[str], words: TimeWords) -> str | None:
    """Give the word that joins two times with nothing else of weight between them."""
    found = [link for form in between if (link := words.values.get(("join", form))) is not None]
    rest = [form for form in between if ("join", form) not in words.values]
    if len(found) == 1 and all(_is_glue(form, words) for form in rest) and len(between) <= 2:  # noqa: PLR2004 - "and in"
        return found[0]
    return None


def _matches(one: JoinedTime, two: JoinedTime) -> bool:
    """Tell whether two times are of one sort, so that they can be the ends of one range."""
    return {one.kind, two.kind} <= {"calendar", "unit"} and _grain(one) == _grain(two)


def _grain(time: JoinedTime) -> str:
    if time.kind == "unit":
        return time.parts["unit"]
    if time.parts.keys() & {"clock", "tod", "loose"}:
        return "time"
    if time.parts.keys() & DAY_PARTS:
        return "day"
    return next(
        (part for part in ("month", "season", "quarter", "half", "year", "decade") if part in time.parts), "century"
    )
