"""Loads the word lists and patterns of this room: tab-separated files with `#` comments."""

from functools import cache
from importlib import resources

from dragoman.errors import DataError

LANGUAGE = "en"
"""The language whose page furniture, tags and headlines are known."""


@cache
def read_table(name: str, *, columns: int) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a table of this room.

    Args:
        name: path below this folder, `languages/en/furniture.tsv` for example.
        columns: how many columns each row must have.

    Raises:
        DataError: the file is missing or a row has other than `columns` columns.
    """
    try:
        text = resources.files("dragoman.read").joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"read/{name} cannot be read ({error})", remedy="Install dragoman again.") from error
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if len(row) != columns:
            raise DataError(
                f"read/{name}, line {number}: {len(row)} columns, not {columns}",
                remedy="Write the columns that the top of the file names, with a tab between.",
            )
        rows.append(row)
    return tuple(rows)


@cache
def read_words(name: str, role: str) -> frozenset[str]:
    """Give the second column of those rows of a two-column table whose first column is `role`.

    Raises:
        DataError: as `read_table`.
    """
    return frozenset(word for kind, word in read_table(name, columns=2) if kind == role)
