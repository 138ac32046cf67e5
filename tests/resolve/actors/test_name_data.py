"""The files of known names: their shape, their codes, no spelling for two, and what some of them are read as."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources

import pytest

from dragoman.ontology import load_ontology
from dragoman.resolve.actors.knowledge import FILES, NAME_COLUMNS, load_knowledge
from dragoman.resolve.actors.resolver import ActorResolver
from dragoman.resolve.actors.words import keys_of

LEAST = {  # file: entries that it must have at least
    "armed_groups.tsv": 900,
    "companies.tsv": 50,
    "media.tsv": 1000,
    "ngos.tsv": 550,
    "organisations.tsv": 450,
    "parties.tsv": 1400,
    "regions.tsv": 500,
    "seats.tsv": 140,
    "services.tsv": 750,
}
SHARED = {  # spellings of two entries, with the reason
    ("jem",): "capitals tell the Justice and Equality Movement from Jaish-e-Mohammed",
    ("opec",): "the sign of OPEC+ is no word",
}
SHORT = frozenset({"3R", "AP", "AU", "BP", "EU", "G7", "G8", "G9", "IS", "RT", "UN"})  # unmistakable in capitals
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
TERM = re.compile(rf"-|({DAY})?\.\.({DAY})?( [A-Z]{{3}}(?:,[A-Z]{{3}})*)?")
SERVES = frozenset({"armed_groups.tsv", "parties.tsv"})


def rows(file: str) -> Iterator[list[str]]:
    text = resources.files("dragoman.resolve.actors").joinpath("data", file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (NAME_COLUMNS - len(cells))


def spellings(row: list[str]) -> Iterator[str]:
    yield row[0]
    yield from (alias for alias in row[3].split("|") if alias)


@pytest.mark.parametrize("file", sorted(FILES))
def test_shape(file: str) -> None:
    found = list(rows(file))
    names = [row[0] for row in found]
    assert len(found) >= LEAST[file]
    assert names == sorted(set(names))
    for row in found:
        assert len(row) == NAME_COLUMNS, row
        assert row == [cell.strip() for cell in row], row
        assert len(set(spellings(row))) == len(list(spellings(row))), row
        assert "~" not in row[3], row
        assert all(keys_of(spelling) for spelling in spellings(row)), row


@pytest.mark.parametrize("file", sorted(FILES))
def test_codes_and_sectors(file: str) -> None:
    ontology = load_ontology()
    codes = set(load_knowledge().states) | set(ontology.nonstate)
    for name, code, sectors, _, terms in rows(file):
        assert set(filter(None, code.split("|"))) <= codes, name
        told = [part.partition(" ")[2] for part in terms.split("|")]
        for listed in (sectors, *told):
            assert set(filter(None, listed.split(","))) <= set(ontology.sectors), name


@pytest.mark.parametrize("file", sorted(FILES))
def test_terms(file: str) -> None:
    for name, _, sectors, _, terms in rows(file):
        if not terms:
            continue
        assert file in SERVES, name
        for part in terms.split("|"):
            found = TERM.fullmatch(part)
            assert found, (name, part)
            start, end, _ = found.groups()
            assert not (start and end) or start <= end, (name, part)
        if any(" " not in part for part in terms.split("|")):
            assert not {"GOV", "OPP"}.intersection(sectors.split(",")), name


def test_no_spelling_of_two_entries() -> None:
    owners: defaultdict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for file in FILES:
        for row in rows(file):
            for spelling in spellings(row):
                owners[keys_of(spelling)].add((file, row[0]))
    shared = {keys: found for keys, found in owners.items() if len(found) > 1}
    assert set(shared) == set(SHARED), {keys: found for keys, found in shared.items() if keys not in SHARED}


def test_two_letters_only_where_unmistakable() -> None:
    found = {spelling for file in FILES for row in rows(file) for spelling in spellings(row) if len(spelling) < 3}
    assert found == SHORT


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    return ActorResolver.load()


@pytest.mark.parametrize(
    ("phrase", "day", "code", "sector"),
    [
        ("Lashkar-e-Tayba", None, "PAK", "REB"),
        ("the Grey Wolves", None, "TUR", "PRM"),
        ("Tonton Macoutes", None, "HTI", "PRM"),
        ("gunmen of the Jalisco cartel", None, "MEX", "UAF"),
        ("Kata'ib Imam Ali", None, "IRQ", "PRM"),
        ("the Taliban", "2000-05-01", "AFG", "GOV"),
        ("the Taliban", "2010-05-01", "AFG", "REB"),
        ("the Taliban", "2022-05-01", "AFG", "GOV"),
        ("UNITA", "1995-01-01", "AGO", "REB"),
        ("UNITA", "2010-01-01", "AGO", "PTY,OPP"),
        ("the Sandinistas", "1978-01-01", "NIC", "REB"),
        ("the Sandinistas", "1985-01-01", "NIC", "PTY,GOV"),
        ("the Norwegian Labour Party", "2010-01-01", "NOR", "PTY,GOV"),
        ("Norway's Labour Party", "2015-01-01", "NOR", "PTY,OPP"),
        ("the African National Congress", "1990-01-01", "ZAF", "PTY,OPP"),
        ("the African National Congress", "2000-01-01", "ZAF", "PTY,GOV"),
        ("the Bharatiya Janata Party", "2010-01-01", "IND", "PTY,OPP"),
        ("Morena", "2020-01-01", "MEX", "PTY,GOV"),
        ("Chadema", "2020-01-01", "TZA", "PTY,OPP"),
        ("IG Metall", None, "DEU", "LAB"),
        ("ECOWAS", None, "IGO", ""),
        ("UNPROFOR", None, "UNO", "MIL"),
        ("the EU General Court", None, "EUR", "JUD"),
        ("the Hague tribunal", None, "UNO", "JUD"),
        ("Operation Atalanta", None, "EUR", "MIL"),
        ("Agence France-Presse", None, "FRA", "JRN"),
        ("Radio Dabanga", None, "SDN", "JRN"),
        ("Médecins Sans Frontières", None, "NGO", "MED"),
        ("the Russian Orthodox Church", None, "RUS", "REL"),
        ("Nahdlatul Ulama", None, "IDN", "REL"),
        ("the Landless Workers' Movement", None, "BRA", "AGR"),
        ("the Securitate", None, "ROU", "SPY"),
        ("the Royal Ulster Constabulary", None, "GBR", "COP"),
        ("the State Peace and Development Council", None, "MMR", "GOV,MIL"),
        ("the Bundesbank", None, "DEU", "GOV"),
        ("the Wolesi Jirga", None, "AFG", "LEG"),
        ("the Elysee", None, "FRA", "GOV"),
        ("Malacañang", None, "PHL", "GOV"),
        ("Miraflores Palace", None, "VEN", "GOV"),
        ("Foggy Bottom", None, "USA", "GOV"),
        ("Flemish nationalists", None, "BEL", "PTY"),
        ("Kabyle activists", None, "DZA", "CVL"),
    ],
)
def test_read_as(resolver: ActorResolver, *, phrase: str, day: str | None, code: str, sector: str) -> None:
    found = resolver.resolve_text(phrase, dt.date.fromisoformat(day) if day else None).entities
    assert [(one.code, ",".join(one.sector)) for one in found] == [(code, sector)]


@pytest.mark.parametrize("text", ["Fact", "Let", "Mend", "New forces", "Radical change", "Cites"])
def test_words_that_are_no_names(resolver: ActorResolver, text: str) -> None:
    assert all(one.identifier_text is None for one in resolver.resolve_text(text).entities)
