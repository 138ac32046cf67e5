"""One event told several times in one article: which mentions belong together."""

import msgspec

from dragoman.records import Entity, EventLoc
from dragoman.resolve.mentions import ResolvedMention

CITY_LEVEL = 3  # places at least as fine as a district tell incidents apart
NEAR = 3  # sentences between two mentions of one speech act


class Comparison(msgspec.Struct, frozen=True):
    """Whether two mentions tell of one event, and by which rule."""

    same: bool
    rule: str


def group_mentions(mentions: tuple[ResolvedMention, ...]) -> tuple[tuple[ResolvedMention, ...], ...]:
    """Put mentions of one event together, in the order of their first mention.

    Each mention joins the latest group that it agrees with; a group never holds two mentions that
    contradict each other.
    """
    groups: list[list[ResolvedMention]] = []
    for mention in mentions:
        for group in reversed(groups):
            verdicts = [compare(earlier, mention) for earlier in group]
            contradiction = any(not verdict.same and verdict.rule != "no-link" for verdict in verdicts)
            if not contradiction and any(verdict.same for verdict in verdicts):
                group.append(mention)
                break
        else:
            groups.append([mention])
    return tuple(tuple(group) for group in groups)


def compare(first: ResolvedMention, second: ResolvedMention) -> Comparison:
    """Judge two mentions, the earlier one first.

    Contradictions (type, factuality, participants, time, place, means) decide before links.
    """
    contradiction = _contradiction(first, second)
    if contradiction:
        return Comparison(same=False, rule=contradiction)
    return _link(first, second)


def _contradiction(first: ResolvedMention, second: ResolvedMention) -> str | None:
    one, two = first.mention, second.mention
    if one.event != two.event:
        return "type"
    if one.factuality != two.factuality:
        return "factuality"
    if not _compatible(first.actors, second.actors):
        return "actors"
    if not _compatible(first.recipients, second.recipients):
        return "recipients"
    if first.interval and second.interval:
        apart = first.interval.end < second.interval.start or second.interval.end < first.interval.start
        if apart:
            return "time"
    if _elsewhere(first.place, second.place):
        return "place"
    if one.mode and two.mode and not set(one.mode) & set(two.mode) and one.sentence != two.sentence:
        return "mode"
    return None


def _link(first: ResolvedMention, second: ResolvedMention) -> Comparison:
    one, two = first.mention, second.mention
    actors, recipients = _shared(first.actors, second.actors), _shared(first.recipients, second.recipients)
    gap = two.sentence - one.sentence
    if gap == 0 and (one.nominal != two.nominal) and (actors or recipients or not (second.actors and second.recipients)):
        return Comparison(same=True, rule="same-sentence")
    if actors and recipients:
        return Comparison(same=True, rule="same-dyad")
    if two.nominal and gap <= NEAR and (actors or recipients or not (second.actors or second.recipients)):
        return Comparison(same=True, rule="event-noun")
    if one.nominal and gap <= NEAR and (actors or recipients or not (first.actors or first.recipients)):
        return Comparison(same=True, rule="told-after-noun")
    if (actors or recipients) and one.trigger.text.lower() == two.trigger.text.lower() and gap <= NEAR:
        return Comparison(same=True, rule="same-word")
    return Comparison(same=False, rule="no-link")


def _key(entity: Entity) -> tuple[str | None, str]:
    return (entity.code, entity.identifier_text or (entity.sector[0] if entity.sector else ""))


def _compatible(first: tuple[Entity, ...], second: tuple[Entity, ...]) -> bool:
    if not first or not second:
        return True
    codes = {entity.code for entity in first if entity.code}, {entity.code for entity in second if entity.code}
    if codes[0] and codes[1]:
        return bool(codes[0] & codes[1])
    return True


def _shared(first: tuple[Entity, ...], second: tuple[Entity, ...]) -> bool:
    keys = {_key(entity) for entity in first if entity.code or entity.identifier_text}
    if keys & {_key(entity) for entity in second}:
        return True
    return any(a.start == b.start for a in first for b in second)


def _elsewhere(first: EventLoc | None, second: EventLoc | None) -> bool:
    if first is None or second is None:
        return False
    if first.country_code and second.country_code and first.country_code != second.country_code:
        return True
    fine = (first.resolution or 0) >= CITY_LEVEL and (second.resolution or 0) >= CITY_LEVEL
    return fine and first.resolved_place != second.resolved_place
