"""What the words before a head say of it: sectors, that it is over, that it is of no single country."""

from collections.abc import Sequence

import msgspec

from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.records import Chunk, Entry, Item, Role
from dragoman.resolve.actors.words import singular
from dragoman.resolve.places.lists import load_lists

FEMALE_ENDINGS = ("a", "elle", "ette", "lyn", "ine")
SUFFIXES = ("er", "or", "ist", "man", "woman", "person", "eer", "ster")
SHORTEST = 5  # letters; shorter words end so by chance


class Modified(msgspec.Struct, frozen=True):
    """What the modifiers of a head say.

    Attributes:
        given: sectors that stand in place of a weak noun's own.
        labels: sectors that judgements give to a weak noun ("terrorist cell").
        added: sectors beside its own.
        former: whether it is over.
        abroad: whether it is of several countries, or of none that the article must name ("foreign").
        code: code of those that it is of ("international": IGO), None if that is not said.
        regional: whether it is of a region, which is one of states beside a part of the world.
        ethnic: whether its nationality is one of descent, not of the state ("ethnic Albanians").
    """

    given: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    former: bool = False
    abroad: bool = False
    code: str | None = None
    regional: bool = False
    ethnic: bool = False


def read_modifiers(known: Knowledge, chunk: Chunk, items: Sequence[Item], *, before: int) -> Modified:
    """Read the words of a phrase before its head, roles among them ("party president").

    Args:
        known: what is known.
        chunk: the phrase.
        items: known names and roles in it.
        before: number of the head's first word.
    """
    given: list[str] = []
    added: list[str] = []
    labels: list[str] = []
    effects: set[str] = set()
    code: str | None = None
    covered = {
        i
        for item in items
        if item.last > item.first or isinstance(item.what, Entry)
        for i in range(item.first, item.last + 1)
    }
    for i, word in enumerate(chunk.words[:before]):
        modifier = known.modifiers.get(word.key)
        if modifier is None or i in covered or (word.key in {"state", "united"} and _is_ministry(chunk, i + 1)):
            continue
        effects.add(modifier.effect)
        if modifier.effect == "add":
            added.extend(modifier.sector)
        elif modifier.effect in {"abroad", "regional"}:
            code = next(iter(modifier.sector), code)
        elif modifier.effect == "label":
            labels.extend(modifier.sector)
        elif modifier.effect == "give":
            given.extend(modifier.sector)
    labelled = {word for word, modifier in known.modifiers.items() if modifier.effect == "label"} if labels else set()
    for item in items:
        role = item.what
        if item.last >= before or not isinstance(role, Role) or role.weak or role.kind == "asset":
            continue
        if role.noun not in labelled:
            given.extend(one for one in role.sector if one not in {"OPP", "UNK"})
    return Modified(
        tuple(dict.fromkeys(given)),
        tuple(dict.fromkeys(labels)),
        tuple(dict.fromkeys(added)),
        former="former" in effects,
        abroad="abroad" in effects,
        code=code,
        regional="regional" in effects,
        ethnic="ethnic" in effects,
    )


def _is_ministry(chunk: Chunk, i: int) -> bool:
    """Tell whether "state" is here a part of "state department"."""
    return i < len(chunk.words) and chunk.words[i].key == "department"


def gender_of(known: Knowledge, chunk: Chunk) -> str:
    """Give the gender that a phrase's words tell, empty if they do not."""
    keys = {singular(word.key) for word in chunk.words}
    if keys & known.classes["female"]:
        return "f"
    return "m" if keys & known.classes["male"] else ""


def given_gender(known: Knowledge, key: str) -> str:
    """Give the gender of a first name, empty if it does not tell."""
    if key in known.classes["given_female"]:
        return "f"
    if key in known.classes["given_male"]:
        return "m"
    if key not in load_lists().given or key in known.classes["male_in_a"]:
        return ""
    return "f" if key.endswith(FEMALE_ENDINGS) else "m" if key.endswith("o") else ""


def is_given_name(known: Knowledge, key: str) -> bool:
    """Tell whether a word is a first name."""
    return key in known.classes["given_female"] or key in known.classes["given_male"] or key in load_lists().given


def is_person_noun(known: Knowledge, noun: str) -> bool:
    """Judge an unknown singular noun by its ending: does it mean people?"""
    if noun in known.classes["human"]:
        return True
    if noun in known.classes["human_not"] or len(noun) < SHORTEST:
        return False
    return any(noun.endswith(suffix) for suffix in SUFFIXES)
