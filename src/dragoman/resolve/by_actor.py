"""Types that depend on who acts: what is an arrest by police is an abduction by rebels."""

from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError
from dragoman.records import Entity, EventMention, Reason

COLUMNS = 5
NONE = "-"  # stands for no mode


class ByActor(msgspec.Struct, frozen=True):
    """One rule: an event of a mode, done by actors of some sectors only, is another event."""

    event: str
    mode: str
    sectors: frozenset[str]
    to_event: str
    to_mode: str


@cache
def load_rules() -> tuple[ByActor, ...]:
    """Read `actor_conversions.tsv`.

    Raises:
        DataError: a line has too few or too many columns.
    """
    text = resources.files("dragoman.resolve").joinpath("actor_conversions.tsv").read_text(encoding="utf-8")
    rules = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != COLUMNS:
            raise DataError(
                f"actor_conversions.tsv:{number}: {len(parts)} columns, not {COLUMNS}",
                remedy="Use the columns that its first lines name.",
            )
        event, mode, sectors, to_event, to_mode = parts
        rules.append(ByActor(event, mode, frozenset(sectors.split(",")), to_event, to_mode))
    return tuple(rules)


def typed_by_actor(mention: EventMention, actors: tuple[Entity, ...], reasons: list[Reason]) -> EventMention:
    """Give a mention the type and mode that its actors make it; the mention itself if no rule asks for them.

    Args:
        mention: the mention as extracted.
        actors: who acts, resolved.
        reasons: the step is added here.
    """
    sectors = [set(actor.sector) for actor in actors]
    for rule in load_rules():
        asked = mention.event == rule.event and (rule.mode in mention.mode or (rule.mode == NONE and not mention.mode))
        if asked and sectors and all(one & rule.sectors for one in sectors):
            named = f"{rule.event}.{rule.mode} by {'/'.join(actors[0].sector)}"
            reasons.append(Reason("event", rule.to_event, named, mention.trigger))
            mode = tuple(sorted({rule.to_mode, *mention.mode} - {rule.mode}))
            return msgspec.structs.replace(mention, event=rule.to_event, mode=mode)
    return mention
