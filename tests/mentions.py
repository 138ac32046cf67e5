"""Builders for tests of what comes after extraction: resolved mentions in one line."""

import datetime as dt
from typing import Any

from dragoman.records import Count, Entity, EventLoc, EventMention, SizeMention, TextSpan
from dragoman.resolve.dates.resolver import DateInterval
from dragoman.resolve.mentions import ResolvedMention


def actor(text: str, code: str | None = None, *sector: str, start: int = 0, name: str | None = None) -> Entity:
    """Build a participant."""
    return Entity(code=code, sector=sector, entity_text=text, start=start, end=start + len(text), identifier_text=name)


def on(day: str, until: str | None = None) -> DateInterval:
    """Build an interval of days."""
    start = dt.date.fromisoformat(day)
    end = start if until is None else dt.date.fromisoformat(until)
    return DateInterval(start=start, end=end, resolution="day", basis="text", rule="test", value=day)


def town(name: str, country: str = "IRQ") -> EventLoc:
    """Build a town."""
    return EventLoc(name, name, None, None, None, name, None, None, None, country, "P", "PPL", 4)


def told(
    event: str = "ASSAULT",
    word: str = "attack",
    *,
    sentence: int = 0,
    start: int | None = None,
    actors: tuple[Entity, ...] = (),
    recipients: tuple[Entity, ...] = (),
    interval: DateInterval | None = None,
    place: EventLoc | None = None,
    dead: int | None = None,
    **fields: Any,  # noqa: ANN401  (whatever a mention's fields take)
) -> ResolvedMention:
    """Build one mention of an event; `fields` are those of `EventMention`."""
    at = 100 * sentence if start is None else start
    span = TextSpan(word, at, at + len(word))
    size = SizeMention(dead=None if dead is None else Count(dead, span))
    mention = EventMention(
        frame=f"{event.lower()}.test",
        event=event,
        mode=tuple(fields.pop("mode", ())),
        trigger=span,
        sentence=sentence,
        head=0,
        lemma=word,
        size=size,
        **fields,
    )
    return ResolvedMention(
        mention=mention,
        actors=actors,
        recipients=recipients,
        interval=interval,
        time=None,
        place=place,
        attribution=(),
        content=None,
        historical=False,
        reasons=(),
    )
