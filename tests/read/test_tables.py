from importlib import resources

import pytest

from dragoman.errors import DataError
from dragoman.read import tables
from dragoman.read.patterns import definitions, patterns
from dragoman.read.tables import read_table, read_words

TABLES = {
    "languages/en/camel_names.tsv": 2,
    "languages/en/furniture.tsv": 6,
    "languages/en/line_words.tsv": 2,
    "languages/en/tag_names.tsv": 2,
    "languages/languages.tsv": 4,
}
SORTED_BY = {"languages/en/furniture.tsv": (0, 1, 4)}


@pytest.mark.parametrize("name", TABLES)
def test_table_is_sorted_without_doubles_and_explained(name: str) -> None:
    rows = read_table(name, columns=TABLES[name])
    keys = [tuple(row[column] for column in SORTED_BY.get(name, range(TABLES[name]))) for row in rows]
    assert keys == sorted(set(keys))
    assert resources.files("dragoman.read").joinpath(name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("where", ["line", "start", "end", "inside"])
def test_patterns_compile_and_leave_no_name_open(where: str) -> None:
    assert patterns(where)
    for pattern in patterns(where):
        assert not any(f"{{{name}}}" in pattern.regex.pattern for name in definitions())


def test_table_with_a_wrong_row_is_refused() -> None:
    with pytest.raises(DataError, match=r"camel_names.tsv, line \d+: 2 columns, not 3"):
        read_table("languages/en/camel_names.tsv", columns=3)


def test_missing_table_is_refused() -> None:
    with pytest.raises(DataError, match="cannot be read"):
        tables.read_table("languages/xx/none.tsv", columns=2)


def test_words_of_a_role() -> None:
    assert "tweet" in read_words("languages/en/line_words.tsv", "button")
    assert "tweet" not in read_words("languages/en/line_words.tsv", "date")
