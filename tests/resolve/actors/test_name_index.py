"""Known names in running words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.actors.name_index import NameIndex
from dragoman.resolve.actors.records import Entry
from dragoman.resolve.actors.words import split_words

FRONT = Entry("Example Front", "group", "MLI", ("REB",))
FORUM = Entry("Example Forum", "organisation", "IGO")
LEADER = Entry("Mohammed Example", "person", "MLI")


def index() -> NameIndex:
    names = NameIndex()
    for spelling in ("Example Front", "EXF", "al-Exampliya"):
        names.add(spelling, FRONT)
    names.add("Example Forum", FORUM)
    names.add("Mohammed Khaled Example", LEADER)
    return names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("fighters of the Example Front said", ["Example Front"]),
        ("the Example Forum and EXF", ["Example Forum", "Example Front"]),
        ("an example of the front", []),
        ("exf", []),
        ("Muhammad Khaled Exammple", ["Mohammed Example"]),
        ("el-Exampliya", ["Example Front"]),
    ],
)
def test_names_found(text: str, names: list[str]) -> None:
    found = [item.what for item in index().match(split_words(text))]
    assert [entry.name for entry in found if isinstance(entry, Entry)] == names


def test_the_longest_name_goes_first() -> None:
    names = index()
    names.add("Example Front of the South", Entry("Another Front", "group", "TCD"))
    [item] = names.match(split_words("the Example Front of the South"))
    assert (item.first, item.last) == (1, 5)


def test_lookup_of_a_whole_name() -> None:
    assert index().lookup("Example Forum") is FORUM
    assert index().lookup("Forum") is None


@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    words = split_words(text)
    last = -1
    for item in index().match(words):
        assert last < item.first <= item.last < len(words)
        last = item.last
