"""What is known of actors, read from the plain files beside this module."""

import datetime as dt
import gc
from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError
from dragoman.resolve.actors.name_index import NameIndex
from dragoman.resolve.actors.records import Entry, Office, Person, Role, Term
from dragoman.resolve.actors.words import fold, keys_of, singular
from dragoman.resolve.names.people_names import load_people_names

FILES = {  # file of names: kind of its entries
    "armed_groups.tsv": "group",
    "companies.tsv": "company",
    "media.tsv": "media",
    "ngos.tsv": "organisation",
    "organisations.tsv": "organisation",
    "parties.tsv": "party",
    "regions.tsv": "region",
    "seats.tsv": "seat",
    "services.tsv": "service",
}
NAME_COLUMNS = 5
GOVERNS, OPPOSES = "GOV", "OPP"
NEVER = "-"
LONG_WORD = 7  # letters that a word needs before a spelling mistake in it is forgiven
YEAR, MONTH = 4, 7  # lengths of "2014" and "2014-03"


class Modifier(msgspec.Struct, frozen=True):
    """A word before a role noun that tells its sector: `add` beside the noun's own, `give` in its place if weak."""

    sector: tuple[str, ...]
    effect: str


class Knowledge(msgspec.Struct, frozen=True):
    """All that is known, ready for look-up.

    Attributes:
        names: known names.
        people: known persons by neutral name.
        roles: role nouns by their folded words, the last in the singular.
        longest_role: number of words of the longest role that starts with a word.
        modifiers: words that tell a role's sector, by folded word.
        states: neutral English name by code.
        state_words: names, adjectives and peoples of states that are one long word, with their codes, by first letter.
        synonyms: nouns for an office, by the noun that it is known by.
        classes: sets of folded words by name (`thing`, `female`, `male`, `title`, ...).
    """

    names: NameIndex
    people: dict[str, Person]
    roles: dict[tuple[str, ...], Role]
    longest_role: dict[str, int]
    modifiers: dict[str, Modifier]
    states: dict[str, str]
    state_words: dict[str, tuple[tuple[str, str], ...]]
    synonyms: dict[str, str]
    classes: dict[str, frozenset[str]]


@cache
def load_knowledge() -> Knowledge:
    """Read all files.

    Raises:
        DataError: a line does not have the columns that its file's first comment names.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing of the many small records can be collected, and looking costs a quarter of the time
    try:
        return _load()
    finally:
        if collecting:
            gc.enable()


def _load() -> Knowledge:
    names = NameIndex()
    states, state_words = _load_states(names)
    for file, kind in sorted(FILES.items()):
        for name, code, sector, aliases, terms in _rows(file, NAME_COLUMNS):
            codes = _split(code, "|")  # several: a people that lives in several states
            only = codes[0] if len(codes) == 1 else None
            among = codes if only is None else ()
            plain = Entry(name=name, kind=kind, code=only, sector=_split(sector, ","), among=among)
            entry = _with_terms(plain, terms)
            for spelling in (name, *_split(aliases, "|")):
                names.add(spelling, entry)
    people = _load_people(names)
    roles, longest = _load_roles()
    modifiers = {
        fold(word): Modifier(_split(sector, ","), effect)
        for words, sector, effect in _rows("modifiers.tsv", 3)
        for word in _split(words, "|")
    }
    classes: dict[str, set[str]] = {}
    for name, words in _rows("word_classes.tsv", 2):
        classes.setdefault(name, set()).update(fold(word) for word in words.split())
    people_names = load_people_names()
    classes |= {
        "given": set(people_names.given),
        "given_female": set(people_names.female),
        "given_male": set(people_names.male),
    }
    return Knowledge(
        names=names,
        people=people,
        roles=roles,
        longest_role=longest,
        modifiers=modifiers,
        states=states,
        state_words=state_words,
        synonyms={row[0]: row[1] for row in _rows("synonyms.tsv", 2)},
        classes={name: frozenset(words) for name, words in classes.items()},
    )


def _load_roles() -> tuple[dict[tuple[str, ...], Role], dict[str, int]]:
    roles: dict[tuple[str, ...], Role] = {}
    longest: dict[str, int] = {}
    for nouns, sector, kind, flags in _rows("roles.tsv", 4):
        said = set(flags.split())
        for noun in _split(nouns, "|"):
            keys = keys_of(noun)
            roles[keys] = Role(
                " ".join(keys),
                _split(sector, ","),
                kind,
                weak="weak" in said,
                political=True if "political" in said else False if "private" in said else None,
                organ="organ" in said,
                presides="presides" in said,
                rank="rank" in said,
                abroad="abroad" in said,
            )
            for first in (keys[0], singular(keys[0])):
                longest[first] = max(len(keys), longest.get(first, 0))
    return roles, longest


def _with_terms(entry: Entry, text: str) -> Entry:
    """Add the terms of a file's last column: `from..to`, with sectors where it is not about governing.

    A name whose times in government are known is in opposition at all others; `-` stands for never.
    """
    terms: list[Term] = []
    known = False
    for part in _split(text, "|"):
        known = known or " " not in part
        span, _, sector = part.partition(" ")
        if span != NEVER:
            start, _, end = span.partition("..")
            own = _split(sector, ",") or (*entry.sector[:1], GOVERNS, *entry.sector[1:])
            terms.append(Term(own, _day(start, last=False), _day(end, last=True)))
    outside = (*entry.sector[:1], OPPOSES, *entry.sector[1:]) if known else entry.sector
    return msgspec.structs.replace(entry, sector=outside, terms=tuple(terms))


def _load_states(names: NameIndex) -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    states: dict[str, str] = {}
    words: dict[str, list[tuple[str, str]]] = {}
    for code, name, adjectives, people, others, capitals, rival in _rows("states.tsv", 7):
        sector = ("PRE",) if "pre" in rival.split() else ()
        word = next((part for part in rival.split() if part != "pre"), "")
        if not sector:
            states.setdefault(code, name)
        state = Entry(name=name, kind="state", code=code, sector=sector, rival=word)
        for spelling in (name, *_split(others, "|")):
            names.add(spelling, state)
        for kind, spellings in (("adjective", adjectives), ("people", people), ("capital", capitals)):
            entry = Entry(name=name, kind=kind, code=code, sector=sector, rival=word if kind == "capital" else "")
            for spelling in _split(spellings, "|"):
                names.add(spelling, entry)
        for spelling in (name, *_split(adjectives, "|"), *_split(people, "|")):
            key = fold(spelling)
            if key.isalpha() and len(key) >= LONG_WORD:
                words.setdefault(key[0], []).append((key, code))
    return states, {first: tuple(found) for first, found in words.items()}


def _load_people(names: NameIndex) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for name, aliases, gender, code, title, sector, start, end in _rows("people.tsv", 8):
        office = Office(title, code or None, _split(sector, ","), _day(start, last=False), _day(end, last=True))
        known = people.get(name)
        people[name] = Person(name, gender, (*(known.offices if known else ()), office))
        if known is None:
            entry = Entry(name=name, kind="person", code=code or None)
            for spelling in (name, *_split(aliases, "|")):
                names.add(spelling, entry)
    return {
        name: msgspec.structs.replace(person, offices=tuple(sorted(person.offices, key=_office_start)))
        for name, person in people.items()
    }


def _office_start(office: Office) -> dt.date:
    return office.start or dt.date.min


def _day(text: str, *, last: bool) -> dt.date | None:
    """Read a day, month or year; a coarse one means its first day, or its last for an end."""
    if not text:
        return None
    if len(text) == YEAR:
        return dt.date(int(text), 12, 31) if last else dt.date(int(text), 1, 1)
    if len(text) == MONTH:
        year, month = int(text[:4]), int(text[5:])
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return following - dt.timedelta(days=1) if last else dt.date(year, month, 1)
    return dt.date.fromisoformat(text)


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _rows(file: str, columns: int) -> Iterator[list[str]]:
    text = resources.files("dragoman.resolve.actors").joinpath("data", file).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) > columns:
            raise DataError(
                f"{file}:{number}: {len(parts)} columns, {columns} expected",
                remedy="Separate columns by one tab, as the file's first comment says.",
            )
        yield parts + [""] * (columns - len(parts))
