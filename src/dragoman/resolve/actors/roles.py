"""The sectors of a role noun in its phrase: its own, its modifiers', its owner's or its complement's."""

from dragoman.resolve.actors.context import NAMED
from dragoman.resolve.actors.modifiers import Modified
from dragoman.resolve.actors.records import Entry, Reading, Role

OUTLAWS = frozenset({"REB", "PRM", "CRM", "UAF"})
SHARED = (("JUD", "MIL"), ("SPY", "MIL"), ("JRN", "GOV"))
"""Sectors of bodies that another sector has too: a military court, the official news agency."""
STATE_RANKS = frozenset({("MIL",), ("GOV",)})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF"})
ORGANS = frozenset({"MIL", "COP", "SPY", "JUD", "LEG"})
CIVIC_BODIES = frozenset({"PTY", "LAB", "BUS", "EDU", "JUD", "LEG", "SOC", "MED", "REL", "JRN", "AGR"})
BODIES = frozenset({"organisation", "group"})
HELD = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"})
"""Sectors in which who leaves an office becomes one of the elite."""
KEPT = frozenset({"OPP", "PTY"})


def role_sector(
    role: Role, modified: Modified, owner: Entry | None, inner: Reading | None, *, gives_none: frozenset[str]
) -> tuple[str, ...]:
    """Choose a role's sectors.

    Args:
        role: the role noun.
        modified: what the words before it say.
        owner: the known name that it belongs to ("Taliban commander").
        inner: its complement ("of the army").
        gives_none: kinds of complements that tell no sector.
    """
    named = owner is not None and owner.kind in NAMED and bool(owner.sector)
    if not role.weak:
        return _strong(role, modified, owner if named else None, inner)
    if modified.given or modified.labels:
        return modified.given or modified.labels
    if owner is not None and named:
        return owner.sector
    if inner is not None and inner.kind not in gives_none and inner.sector:
        return inner.sector
    return role.sector


def _strong(role: Role, modified: Modified, owner: Entry | None, inner: Reading | None) -> tuple[str, ...]:
    given = modified.given
    if owner is not None and owner.kind == "group" and ARMED.intersection(role.sector):
        return owner.sector
    # "rebel commander", "guerrilla army": a rank of those who fight the state is none of the state's.
    outlaws = tuple(code for code in given if code in OUTLAWS)
    if outlaws and role.sector[:1] in STATE_RANKS:
        return outlaws
    if role.kind == "body":
        both = tuple(code for first, code in SHARED if role.sector[:1] == (first,) and code in given)
        if both:
            return tuple(dict.fromkeys((*role.sector, *both)))
    if role.organ:
        owned = () if owner is None or owner.kind == "person" else owner.sector
        told = (*given, *owned, *(() if inner is None else inner.sector))
        return tuple(dict.fromkeys(code for code in told if code in ORGANS)) or role.sector
    if role.presides:
        return _presided(role, given, owner, inner)
    return role.sector


def _presided(role: Role, given: tuple[str, ...], owner: Entry | None, inner: Reading | None) -> tuple[str, ...]:
    """Give the sectors of who presides over something: a state, or a body of another sector."""
    if inner is not None and inner.kind in BODIES and inner.sector and inner.sector[0] not in {"GOV", "MIL"}:
        return inner.sector
    if owner is not None and owner.kind != "person" and owner.sector[0] in CIVIC_BODIES:
        return owner.sector
    civic = tuple(code for code in given if code in CIVIC_BODIES)
    return civic or role.sector


def sector_afterwards(role: Role, sector: tuple[str, ...], inner: Reading | None, *, former: bool) -> tuple[str, ...]:
    """Give the sectors of who has left an office, and of who is somebody's family.

    Args:
        role: the role noun.
        sector: the sectors that it has while it is held.
        inner: its complement: whose family.
        former: whether the phrase says that it is over.
    """
    if role.kind == "family":
        elite = inner is not None and (inner.name is not None or bool(HELD.union({"ELI"}).intersection(inner.sector)))
        return ("ELI",) if elite else ("CVL",)
    if not former:
        return sector
    if role.rank:
        return ("CVL",)
    if HELD.intersection(sector) and (role.kind == "office" or "GOV" in sector):
        return ("ELI", *(code for code in sector if code in KEPT))
    return sector
