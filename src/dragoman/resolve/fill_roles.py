"""Roles that an event's own sentences leave open, filled from the rest of the article where it tells who."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError
from dragoman.records import Entity, Reason, TextSpan
from dragoman.resolve.actors.resolver import ActorTable
from dragoman.resolve.mentions import ResolvedMention

Group = tuple[ResolvedMention, ...]

# Types whose target is the other party of the article's quarrel or dealing when the sentence names none.
ADDRESSED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# Sectors of those who act for one and the same state.
STATE = frozenset({"COP", "GOV", "MIL", "SPY"})
# Types that answer somebody: whoever asked or blamed comes before.
ANSWERS = frozenset({"REJECT"})
THREAD = 3  # sentences within which an earlier event tells the other party
COLUMNS = 3


class Agents(msgspec.Struct, frozen=True):
    """Who typically does a deed: sectors, and nouns if only some of their bearers do it."""

    sectors: frozenset[str]
    nouns: frozenset[str]


@cache
def load_agents() -> dict[str, Agents]:
    """Read `typical_agents.tsv`, by frame, or by type and mode.

    Raises:
        DataError: a line has too many columns.
    """
    text = resources.files("dragoman.resolve").joinpath("typical_agents.tsv").read_text(encoding="utf-8")
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        code, sectors, *nouns = line.split("\t")
        if len(nouns) > COLUMNS - 2:
            raise DataError(
                f"typical_agents.tsv:{number}: too many columns", remedy="Use the columns of its first lines."
            )
        found[code] = Agents(frozenset(sectors.split(",")), frozenset(nouns[0].split("|")) if nouns else frozenset())
    return found


def fill_roles(groups: tuple[Group, ...], table: ActorTable) -> tuple[Group, ...]:
    """Fill empty roles: from the event that a judgement is about, typical agents, the other party of the thread.

    Args:
        groups: the article's events, each with its mentions.
        table: who is who in the article.

    Returns:
        The same events in the same order; a filled one carries a reason that says from where.
    """
    filled = [_with_agent(group, table) for group in groups]
    filled = [_with_culprit(group, filled) for group in filled]
    return tuple(_with_counterpart(group, filled) for group in filled)


def _actors(group: Group) -> tuple[Entity, ...]:
    return next((one.actors for one in group if one.actors), ())


def _recipients(group: Group) -> tuple[Entity, ...]:
    return next((one.recipients for one in group if one.recipients), ())


def _put(group: Group, field: str, entities: tuple[Entity, ...], rule: str) -> Group:
    reasons = tuple(
        Reason(
            field=field.rstrip("s"),
            value="/".join((entity.code or "?", *entity.sector)),
            rule=rule,
            evidence=TextSpan(entity.entity_text, entity.start, entity.end),
        )
        for entity in entities
    )
    first = group[0]
    return (msgspec.structs.replace(first, **{field: entities}, reasons=(*first.reasons, *reasons)), *group[1:])


def _with_agent(group: Group, table: ActorTable) -> Group:
    """Give a deed without a doer the nearest actor of the article who typically does it."""
    lead = group[0].mention
    if _actors(group) or lead.factuality != "actual":
        return group
    agents = next((load_agents()[code] for code in _codes(group) if code in load_agents()), None)
    if agents is None:
        return group
    victims = {entity.start for one in group for entity in one.recipients}
    for one in group:
        entity = table.nearest(agents.sectors, nouns=agents.nouns, sentence=one.mention.sentence, barred=victims)
        if entity is not None:
            return _put(group, "actors", (entity,), "typical-agent of the article")
    return group


def _codes(group: Group) -> Iterator[str]:
    event = group[0].mention.event
    yield from (one.mention.frame for one in group)
    yield from (f"{event}.{mode}" for one in group for mode in one.mention.mode)
    yield event


def _with_culprit(group: Group, groups: list[Group]) -> Group:
    """Direct a judgement on an event at whoever did it: "condemned the attack"."""
    if _recipients(group):
        return group
    own = {entity.start for entity in _actors(group)}
    for one in group:
        for head in one.mention.about:
            for other in groups:
                if other is not group and any(_stands_at(told, one.mention.sentence, head) for told in other):
                    culprits = tuple(
                        entity
                        for entity in _actors(other)
                        if entity.start not in own and not _same_state(entity, _actors(group))
                    )
                    if culprits:
                        return _put(group, "recipients", culprits, "who did what it is about")
    return group


def _same_state(entity: Entity, others: tuple[Entity, ...]) -> bool:
    """Tell whether an entity is of the same state as another: a government does not mean its own police."""
    return any(
        entity.code is not None
        and entity.code == other.code
        and STATE.intersection(entity.sector)
        and STATE.intersection(other.sector)
        for other in others
    )


def _stands_at(told: ResolvedMention, sentence: int, start: int) -> bool:
    spans = (told.mention.trigger, *told.mention.more_triggers)
    return told.mention.sentence == sentence and any(span.start <= start < span.end for span in spans)


def _with_counterpart(group: Group, groups: list[Group]) -> Group:
    """Direct a threat, demand or charge without a target at the other party of a near event with the same actor."""
    lead = group[0].mention
    actors = _actors(group)
    if lead.event not in ADDRESSED or _recipients(group) or not actors or lead.about:
        return group
    codes = {entity.code for entity in actors}
    for other in sorted(groups, key=lambda one: abs(one[0].mention.sentence - lead.sentence)):
        if other is group or abs(other[0].mention.sentence - lead.sentence) > THREAD:
            continue
        if lead.event in ANSWERS and other[0].mention.trigger.start > lead.trigger.start:
            continue
        for mine, theirs in ((_actors(other), _recipients(other)), (_recipients(other), _actors(other))):
            parties = tuple(entity for entity in theirs if entity.code and entity.code not in codes)
            if parties and codes & {entity.code for entity in mine if entity.code}:
                return _put(group, "recipients", parties[:1], "other party of the thread")
    return group
