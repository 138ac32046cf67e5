"""Where the story stands: which events take place, and whose place is taken for a deed that is told without one."""

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.records import EventMention
from dragoman.resolve.places.records import Level, PlaceResolution

DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
"""Events that take place; the others are mostly words, whose own place is seldom told."""
DEED_MODES = frozenset({"investigate"})
"""Modes that make a deed of a type that is mostly words."""
COURT_FRAMES = frozenset({"accuse.charge", "accuse.charge_plain", "accuse.on_trial"})
"""Frames of what police and courts do to somebody, where they hold the person."""
PLACELESS = frozenset({"discontinue", "expel", "phone", "withhold"})
"""Modes of deeds that happen nowhere in particular."""
COURT_MODES = frozenset({"convict"})
"""Of sanctions those that happen in a place."""
SCENE_SENTENCES = 6
"""How many sentences back the deed may be told whose place is taken for a deed without one."""
LEAD_SENTENCES = 3
"""Sentences at the start that tell the news, whose place may come with the details after them."""
AHEAD_SENTENCES = 3
"""How many sentences ahead the details may be told."""


def takes_place(mention: EventMention) -> bool:
    """Tell whether an event is a deed, done somewhere, and not words or a change of relations."""
    modes = set(mention.mode)
    if mention.event == "SANCTION":
        return bool(modes & COURT_MODES)
    if mention.frame in COURT_FRAMES:
        return True
    return bool(modes & DEED_MODES) or (mention.event in DEEDS and not modes & PLACELESS)


def told_before(
    mention: EventMention, mentions: Sequence[EventMention], stated: Sequence[PlaceResolution]
) -> PlaceResolution | None:
    """Give the place of the last deed told, or of one before it that is finer and in the same state.

    Args:
        mention: a deed without a place.
        mentions: all mentions of the article, in order.
        stated: for each the place that its own sentence gives.
    """
    near = (
        (mention.sentence - other.sentence, place)
        for other, place in zip(reversed(mentions), reversed(stated), strict=True)
        if 0 <= mention.sentence - other.sentence <= SCENE_SENTENCES and takes_place(other)
    )
    told = _with_place(near)
    if not told:
        return None
    back, place = next((one for one in told if is_finer(one[1], told[0][1])), told[0])
    return msgspec.structs.replace(place, rule=f"scene, place of a deed told {back} sentences before", carried=True)


def told_after(
    mention: EventMention, mentions: Sequence[EventMention], stated: Sequence[PlaceResolution]
) -> PlaceResolution | None:
    """Give the place of the first deed of the same type told after the news, for a deed of the news itself.

    Args:
        mention: a deed without a place.
        mentions: all mentions of the article, in order.
        stated: for each the place that its own sentence gives.
    """
    if mention.sentence >= LEAD_SENTENCES:
        return None
    near = (
        (other.sentence - mention.sentence, place)
        for other, place in zip(mentions, stated, strict=True)
        if 0 <= other.sentence - mention.sentence <= AHEAD_SENTENCES and other.event == mention.event
    )
    told = _with_place(near)
    if not told:
        return None
    ahead, place = told[0]
    return msgspec.structs.replace(place, rule=f"scene, place of the deed told {ahead} sentences after", carried=True)


def _with_place(found: Iterable[tuple[int, PlaceResolution]]) -> list[tuple[int, PlaceResolution]]:
    return [(away, place) for away, place in found if place.loc is not None]


def is_finer(one: PlaceResolution, other: PlaceResolution) -> bool:
    """Tell whether a place is a town or area in the state that the other only names."""
    if one.loc is None or other.loc is None or other.loc.resolution != Level.COUNTRY:
        return False
    return one.loc.country_code == other.loc.country_code and (one.loc.resolution or 0) > Level.COUNTRY
