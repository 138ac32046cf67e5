"""Lists where what we know of actors differs from a public reference list in the TABARI actor format.

    python evaluation/compare_reference.py FILE... [--days 62] [--roles] [--only dates|country|sector|role]

It compares every person with dated roles that both know, and the country and sector of every organisation,
armed group and party that both know. A role of theirs that lies at a time of its own, or that takes more
than twice as long as ours or less than half, is another post: --roles lists those too. A day on which many
roles begin is where the list begins, and tells nothing of the roles.

A reference may hold errors and may be old: a difference is a question to go into, never a correction by
itself. Nothing is copied from it.
"""

import argparse
import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dragoman.resolve.actors.knowledge import load_knowledge
from dragoman.resolve.actors.records import Entry, Office, Person

CODE = re.compile(r"\[([^\]]*)\]")
SPAN = re.compile(r"^(?P<code>[A-Z]+)(?:\s+(?P<span>[<>]?\s*\d{6,8}(?:-\d{6,8})?))?$")
LETTERS = 3  # a code is made of threes: country, sector, more sectors
SHORT_DATE = 6  # "970502"; eight digits have the whole year
PIVOT = 40  # years below it are of this century
LAST_MONTH, LAST_DAY = 12, 31
OPEN_START, OPEN_END = dt.date(1900, 1, 1), dt.date(2100, 1, 1)
SECTORS = {  # the reference's older sectors: ours
    "EXT": "REB", "HLH": "MED", "INS": "REB", "MED": "JRN", "RAD": "REB", "SEP": "REB", "MOD": "REB",
    "HRI": "CVL", "ENV": "CVL", "NGM": "CVL", "DEV": "CVL",
}  # fmt: skip
OLD_CODES = {"DDR": "DEU", "KSV": "KOS", "ROM": "ROU", "SUN": "RUS", "TMP": "TLS", "YUG": "SRB", "ZAR": "COD"}
SHARED = 0.02  # share of all dated roles that begin on the day on which a list begins
SAME_POST = 0.5  # share of both stretches together that the same post has in common
OURS = frozenset(
    "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF".split()  # noqa: SIM905
)
BODIES = frozenset({"company", "group", "media", "organisation", "party", "service"})
# Codes of organisations that stand for no state, and of whole regions; only states are compared as countries.
WORLD = frozenset({"EUR", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO"})

Stretch = tuple[dt.date, dt.date]  # first and last day


class Claim(NamedTuple):
    """What the reference says of an actor: a country, sectors, and the time if it tells one."""

    country: str
    sectors: tuple[str, ...]
    start: dt.date
    end: dt.date
    dated: bool


class Actor(NamedTuple):
    """One actor of the reference with all its spellings and claims."""

    names: tuple[str, ...]
    claims: tuple[Claim, ...]


class Difference(NamedTuple):
    """One question: its kind (`dates`, `country`, `sector`, `role`), the actor by our name, both sides in words."""

    kind: str
    name: str
    ours: str
    theirs: str


class Comparison(NamedTuple):
    """What came out of a comparison: how many both know, and the questions."""

    persons: int
    bodies: int
    differences: list[Difference]


def main(arguments: Sequence[str]) -> int:
    """Print the differences between our lists and reference files; always 0."""
    parser = argparse.ArgumentParser(description="Compare known actors with TABARI actor files.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--days", type=int, default=62, help="how far two dates may lie apart")
    parser.add_argument("--roles", action="store_true", help="list roles that are posts of their own, too")
    parser.add_argument("--only", choices=("country", "dates", "role", "sector"))
    options = parser.parse_args(arguments)
    actors = [actor for file in options.files for actor in read_actors(file)]
    found = compare(actors, days=options.days)
    wanted = {options.only} if options.only else {"country", "dates", "sector"} | ({"role"} if options.roles else set())
    shown = [one for one in found.differences if one.kind in wanted]
    for one in shown:
        print(f"{one.kind:8}{one.name}: ours {one.ours}; reference {one.theirs}")
    print(
        f"{len(actors)} actors, {found.persons} persons and {found.bodies} bodies known to both, {len(shown)} questions"
    )
    return 0


def read_actors(file: Path) -> Iterator[Actor]:
    """Read the actors of a file in the TABARI format.

    A name starts a line, `+` further spellings; codes stand in brackets, with dates or without, after the name
    or on lines of their own; `#` and `;` start comments.
    """
    names: list[str] = []
    claims: list[Claim] = []
    for raw in file.read_text(encoding="utf-8", errors="replace").splitlines():
        line = re.split(r"[;#]", raw, maxsplit=1)[0].rstrip()
        if not line.strip():
            continue
        codes = [claim for text in CODE.findall(line) if (claim := read_claim(text)) is not None]
        name = CODE.sub("", line).strip(" \t+_").replace("_", " ").strip()
        further = line.lstrip().startswith("+") or line[:1].isspace()
        if not further and names:
            yield Actor(tuple(names), tuple(claims))
        if not further:
            names, claims = [], []
        if name:
            names.append(name)
        claims.extend(codes)
    if names:
        yield Actor(tuple(names), tuple(claims))


def read_claim(text: str) -> Claim | None:
    """Read the inside of a bracket, such as `GBRGOV 970502-070627`; None if it is not a country's code."""
    match = SPAN.match(text.strip())
    if match is None or len(match["code"]) < LETTERS:
        return None
    code = match["code"]
    parts = [code[at : at + LETTERS] for at in range(LETTERS, len(code), LETTERS)]
    sectors = tuple(SECTORS.get(part, part) for part in parts if SECTORS.get(part, part) in OURS)
    try:
        start, end = _read_span((match["span"] or "").replace(" ", ""))
    except ValueError:  # a day that no month has
        return None
    country = OLD_CODES.get(code[:LETTERS], code[:LETTERS])
    return Claim(country, sectors, start, end, dated=match["span"] is not None)


def _read_span(text: str) -> tuple[dt.date, dt.date]:
    """Give the first and last day of `970502-070627`, `>970502`, `<070627`; without either, all days."""
    if text.startswith(">"):
        return _read_day(text[1:]), OPEN_END
    if text.startswith("<"):
        return OPEN_START, _read_day(text[1:])
    first, _, last = text.partition("-")
    return (_read_day(first) if first else OPEN_START), (_read_day(last) if last else OPEN_END)


def _read_day(text: str) -> dt.date:
    if len(text) == SHORT_DATE:
        year, rest = int(text[:2]), text[2:]
        year += 2000 if year < PIVOT else 1900
    else:
        year, rest = int(text[:4]), text[4:]
    return dt.date(year, int(rest[:2]), int(rest[2:]))


def compare(actors: Iterable[Actor], *, days: int) -> Comparison:
    """Compare reference actors with ours.

    Args:
        actors: the reference's actors.
        days: how many days two dates may lie apart.
    """
    known = load_knowledge()
    actors = list(actors)
    starts = Counter(claim.start for actor in actors for claim in actor.claims if claim.dated)
    listed = {day for day, count in starts.items() if count > SHARED * starts.total() and count > 1}
    found: list[Difference] = []
    persons: set[str] = set()
    bodies: set[str] = set()
    for actor in actors:
        entries = [entry for name in actor.names if (entry := known.names.lookup(name)) is not None]
        entry = next((one for one in entries if one.kind == "person" or one.kind in BODIES), None)
        if entry is None:
            continue
        dated = [
            claim._replace(start=OPEN_START) if claim.start in listed else claim
            for claim in actor.claims
            if claim.dated and (claim.country in known.states or claim.country in WORLD)
        ]
        if entry.kind == "person" and dated:
            persons.add(entry.name)
            found += compare_person(known.people[entry.name], dated, days=days)
        elif entry.kind in BODIES and actor.claims:
            bodies.add(entry.name)
            found += compare_body(entry, actor.claims, set(known.states))
    return Comparison(len(persons), len(bodies), list(dict.fromkeys(found)))


def compare_person(person: Person, claims: Sequence[Claim], *, days: int) -> Iterator[Difference]:
    """Compare a person's offices with the reference's dated roles, each with the run of ours that fits it best."""
    states = {office.code for office in person.offices} - WORLD
    for claim in claims:
        if not claim.sectors or claim.sectors[0] == "ELI":  # out of office, as ours say by themselves
            continue
        theirs = _claim(claim)
        if claim.country not in WORLD and states and claim.country not in states:
            yield Difference("country", person.name, _offices(person.offices), theirs)
            continue
        same = [office for office in person.offices if _same(office, claim)]
        during = [office for office in person.offices if _common(_days(office), claim) > 0]
        best = max(runs(same, days=days), key=lambda run: _common(run, claim), default=None)
        if best is not None and _common(best, claim) >= SAME_POST:
            if not any(_near(run, claim, days=days) for run in runs(same, days=days)):
                yield Difference("dates", person.name, f"{_stretch(best)} ({_offices(same)})", theirs)
        elif during and not same:
            yield Difference("sector", person.name, _offices(during), theirs)
        else:
            yield Difference("role", person.name, _offices(person.offices), theirs)


def runs(offices: Sequence[Office], *, days: int) -> Iterator[Stretch]:
    """Give the stretch of every office, and of every row of offices that follow upon each other."""
    stretches = sorted(_days(office) for office in offices)
    for at, (start, end) in enumerate(stretches):
        yield start, end
        for following, last in stretches[at + 1 :]:
            if (following - end).days > days:
                break
            end = max(end, last)  # noqa: PLW2901  (the row grows)
            yield start, end


def _common(stretch: Stretch, claim: Claim) -> float:
    """Give the share of two stretches together that they have in common; where one is open, the other's end counts."""
    start, end = stretch
    first = claim.start if claim.start > OPEN_START else start
    last = claim.end if claim.end < OPEN_END else end
    together = (max(end, last) - min(start, first)).days + 1
    return ((min(end, last) - max(start, first)).days + 1) / together


def _near(stretch: Stretch, claim: Claim, *, days: int) -> bool:
    """Tell whether the start and the end of a claim lie near ours, where both tell them.

    Ours may be told by the year only: so it is where a year begins or ends.
    """
    (start, end), year = stretch, dt.timedelta(365)
    late = year if (start.month, start.day) == (1, 1) else dt.timedelta(days)
    early = year if (end.month, end.day) == (LAST_MONTH, LAST_DAY) else dt.timedelta(days)
    near = dt.timedelta(days)
    starts = OPEN_START in {start, claim.start} or start - near <= claim.start <= start + late
    return starts and (OPEN_END in {end, claim.end} or end - early <= claim.end <= end + near)


def compare_body(entry: Entry, claims: Sequence[Claim], states: set[str]) -> Iterator[Difference]:
    """Compare the country and the sectors of an organisation, armed group or party."""
    theirs = "; ".join(dict.fromkeys(_claim(claim) for claim in claims))
    countries = {claim.country for claim in claims} & (states | WORLD)
    mine = {entry.code, *entry.among} - {None}
    word = f"{entry.code or '-'} {','.join(entry.sector)}".strip()
    if mine and countries and not mine & countries and not (mine <= WORLD and countries <= WORLD):
        yield Difference("country", entry.name, word, theirs)
    sectors = {sector for claim in claims for sector in claim.sectors}
    own = {*entry.sector, *(sector for term in entry.terms for sector in term.sector)}
    if sectors and own and not sectors & own:
        yield Difference("sector", entry.name, word, theirs)


def _same(office: Office, claim: Claim) -> bool:
    """Tell whether an office is of the claim's country, or of the world's, and of one of its sectors."""
    if claim.country in WORLD:
        return office.code in WORLD
    return office.code == claim.country and bool(set(office.sector) & set(claim.sectors))


def _days(office: Office) -> Stretch:
    return office.start or OPEN_START, office.end or OPEN_END


def _stretch(stretch: Stretch) -> str:
    start, end = stretch
    return f"{'' if start == OPEN_START else start}..{'' if end == OPEN_END else end}"


def _office(office: Office) -> str:
    return f"{office.code} {office.title} {_stretch(_days(office))}"


def _offices(offices: Iterable[Office]) -> str:
    return "; ".join(map(_office, offices))


def _claim(claim: Claim) -> str:
    words = f"{claim.country} {','.join(claim.sectors)}".strip()
    return f"{words} {_stretch((claim.start, claim.end))}" if claim.dated else words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
