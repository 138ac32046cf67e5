"""Given names with their gender and surnames, read from the plain files beside this module."""

from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError

COLUMNS = 3
GENDERS = frozenset({"", "f", "m"})
PLACE = frozenset({"", "place"})


class PeopleNames(msgspec.Struct, frozen=True):
    """Names of people, one word each, folded.

    Attributes:
        given: given names that, named alone, are people's.
        places: given names that, named alone, are mostly places' ("Sydney", "Jordan").
        male: given names of men only.
        female: given names of women only.
        surnames: surnames that are not mostly places'.
    """

    given: frozenset[str]
    places: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    surnames: frozenset[str]


@cache
def load_people_names() -> PeopleNames:
    """Read both files.

    Raises:
        DataError: a given name's line has too many columns or another gender.
    """
    rows = [_row(line) for line in _lines("given_names.tsv")]
    return PeopleNames(
        given=frozenset(name for name, _, place in rows if not place),
        places=frozenset(name for name, _, place in rows if place),
        male=frozenset(name for name, gender, _ in rows if gender == "m"),
        female=frozenset(name for name, gender, _ in rows if gender == "f"),
        surnames=frozenset(_lines("surnames.txt")),
    )


def _row(line: str) -> tuple[str, str, str]:
    name, gender, place = [*line.split("\t"), "", ""][:COLUMNS]
    if line.count("\t") >= COLUMNS or gender not in GENDERS or place not in PLACE:
        raise DataError(
            f"given_names.tsv: {line!r} is no name with gender and place",
            remedy="Separate columns by one tab, as the file's first comment says.",
        )
    return name, gender, place


def _lines(file: str) -> list[str]:
    text = resources.files("dragoman.resolve.names").joinpath("data", file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
