"""The file of office holders: its shape, its codes and dates, and spellings that are nobody else's."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import pytest

from dragoman.ontology import load_ontology
from dragoman.resolve.actors.knowledge import load_knowledge
from dragoman.resolve.actors.words import keys_of

COLUMNS = 8
LEAST = 3000
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@cache
def lines() -> tuple[str, ...]:
    text = resources.files("dragoman.resolve.actors").joinpath("data", "people.tsv").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


def rows() -> Iterator[list[str]]:
    for line in lines():
        cells = line.split("\t")
        yield cells + [""] * (COLUMNS - len(cells))


def state_names() -> Iterator[str]:
    text = resources.files("dragoman.resolve.actors").joinpath("data", "states.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _, name, *cells = line.split("\t")
            yield name
            for cell in cells[:4]:  # adjectives, people, other names, capitals
                yield from (part for part in cell.split("|") if part)


def first_day(text: str) -> dt.date:
    return dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def test_it_is_long_enough_and_holds_no_line_twice() -> None:
    assert len(lines()) >= LEAST
    assert len(set(lines())) == len(lines())


def test_each_line_has_its_columns() -> None:
    for row in rows():
        assert len(row) == COLUMNS, row
        assert row == [cell.strip() for cell in row], row
        assert row[0], row
        assert row[4], row


def test_persons_stand_in_order_and_together() -> None:
    names = [row[0] for row in rows()]
    assert names == sorted(names)


def test_a_persons_terms_stand_in_order() -> None:
    known: dict[str, str] = {}
    for row in rows():
        assert known.get(row[0], "") <= row[6], row
        known[row[0]] = row[6]


def test_a_person_has_one_gender() -> None:
    genders: dict[str, str] = {}
    for row in rows():
        assert row[2] in {"m", "f"}, row
        assert genders.setdefault(row[0], row[2]) == row[2], row


def test_codes_and_sectors_are_known() -> None:
    ontology = load_ontology()
    codes = {*load_knowledge().states, *ontology.nonstate}
    for row in rows():
        assert row[3] in codes, row
        sectors = row[5].split(",") if row[5] else []
        assert set(sectors) <= set(ontology.sectors), row
        assert len(set(sectors)) == len(sectors), row


def test_dates_are_days_months_or_years_in_order() -> None:
    for row in rows():
        start, end = row[6], row[7]
        for day in filter(None, (start, end)):
            assert DAY.fullmatch(day), row
            assert first_day(day).year > 1900, row
        if start and end:
            assert first_day(start) <= first_day(end) or end == start[: len(end)], row


def test_other_spellings_are_given_once() -> None:
    told: set[str] = set()
    for row in rows():
        aliases = [alias for alias in row[1].split("|") if alias]
        assert len(set(aliases)) == len(aliases), row
        assert row[0] not in aliases, row
        assert not aliases or row[0] not in told, row
        told.add(row[0])


def test_no_spelling_is_of_two_persons() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for row in rows():
        for spelling in (row[0], *filter(None, row[1].split("|"))):
            assert owners.setdefault(keys_of(spelling), row[0]) == row[0], (spelling, row[0])


def test_no_spelling_is_a_states_or_another_names() -> None:
    names = load_knowledge().names
    states = {keys_of(name) for name in state_names()}
    for row in rows():
        for spelling in (row[0], *filter(None, row[1].split("|"))):
            assert keys_of(spelling) not in states, (spelling, row[0])
            entry = names.lookup(spelling)
            assert entry is not None, spelling
            assert entry.kind == "person", (spelling, entry)


@pytest.mark.parametrize(
    ("name", "day", "titles"),
    [
        ("Angela Merkel", dt.date(2010, 5, 1), {"chancellor"}),
        ("Kofi Annan", dt.date(2003, 3, 20), {"secretary-general"}),
        ("Slobodan Milosevic", dt.date(1999, 3, 24), {"president"}),
        ("Hugo Chavez", dt.date(2002, 4, 20), {"president"}),
        ("Condoleezza Rice", dt.date(2003, 3, 20), {"national security adviser"}),
        ("Jaap de Hoop Scheffer", dt.date(2008, 4, 3), {"NATO secretary general"}),
        ("Manuel Marulanda", dt.date(1999, 1, 7), {"leader of the FARC"}),
    ],
)
def test_some_who_held_office_on_a_day(name: str, day: dt.date, titles: set[str]) -> None:
    offices = load_knowledge().people[name].offices
    running = {
        one.title for one in offices if (one.start is None or one.start <= day) and (one.end is None or day <= one.end)
    }
    assert titles <= running
