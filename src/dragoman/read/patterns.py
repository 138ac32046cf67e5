"""Loads the patterns of page furniture and makes them ready for use."""

import re
from functools import cache

import msgspec

from dragoman.errors import DataError
from dragoman.read.tables import LANGUAGE, read_table

FURNITURE_TABLE = f"languages/{LANGUAGE}/furniture.tsv"
_COLUMNS = 6


class Pattern(msgspec.Struct, frozen=True):
    """One row of the table, ready for use.

    Attributes:
        kind: as in the table: for a line what it is, for a part what the rest of the line is.
        keys: small letters of which one must be in the line; empty for none.
        regex: the compiled pattern.
    """

    kind: str
    keys: tuple[str, ...]
    regex: re.Pattern[str]


@cache
def definitions() -> dict[str, str]:
    """Give the named parts of patterns: `agency`, `name` and so on."""
    rows = read_table(FURNITURE_TABLE, columns=_COLUMNS)
    return {row[3]: row[4] for row in rows if row[0] == "define"}


@cache
def patterns(where: str) -> tuple[Pattern, ...]:
    """Give the patterns for one place: line, start, end or inside.

    Those of one kind that are always tried are joined into one, for speed.

    Raises:
        DataError: a row is no regular expression.
    """
    joined: dict[str, list[str]] = {}
    single: list[tuple[str, tuple[str, ...], str]] = []
    for place, kind, case, key, source, _ in read_table(FURNITURE_TABLE, columns=_COLUMNS):
        if place != where:
            continue
        scoped = f"(?i:{source})" if case == "any" else f"(?:{source})"
        for name, definition in definitions().items():
            # Names of agencies and persons keep their capitals in patterns of any case too.
            scoped = scoped.replace(f"{{{name}}}", f"(?-i:{definition})")
        if key == "-":
            joined.setdefault(kind, []).append(scoped)
        else:
            single.append((kind, tuple(key.split("|")), scoped))
    # Backwards by name: tags and links go before furniture, which is the widest.
    rows = [(kind, (), "|".join(joined[kind])) for kind in sorted(joined, reverse=True)] + single
    anchor = r"\s*\Z" if where == "end" else ""
    return tuple(Pattern(kind=kind, keys=keys, regex=_compile(f"(?:{source}){anchor}")) for kind, keys, source in rows)


def _compile(source: str) -> re.Pattern[str]:
    try:
        return re.compile(source)
    except re.error as error:
        raise DataError(
            f"read/{FURNITURE_TABLE}: {error} in {source[:80]!r}", remedy="Write a Python regular expression."
        ) from error
