"""Times that a trigger takes from words beside it, and times that only compare."""

import pytest

from dragoman.extract.time_phrases import attach_times, find_times
from model_parses import read


def attached(marked: str) -> list[tuple[str, str]]:
    """Give the times of the marked trigger as words and preposition."""
    article, sentence, head = read(marked)
    times = attach_times(sentence, head, find_times(sentence, article.article.text))
    return [((one.extent or one.span).text, dict(one.parts).get("lead", "")) for one in times]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Gunmen opened fire on Tuesday in what the governor called a cowardly *attack*.", [("Tuesday", "in")]),
        ("Gunmen *opened* fire on a crowd of students celebrating Halloween.", [("Halloween", "")]),
        ("The bomber *killed* people waiting for buses on Friday.", [("Friday", "in")]),
        ("North Korea *fired* a missile that flew over Alaska in September.", [("September", "in")]),
        ("The army in July *threatened* to strike.", [("July", "in")]),
        ("He had been under house *arrest* since the army moved in on Tuesday.", [("Tuesday", "since")]),
    ],
)
def test_times_of_what_is_told_beside(marked: str, expected: list[tuple[str, str]]) -> None:
    assert attached(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Police *arrested* a man who killed two people in March.",
        "Police *arrested* a man planning an attack on Sunday.",
        "It was the most intense *bombardment* of the city in the past three years.",
        "It was the deadliest *raid* in the region since 2005.",
        "This was their first *meeting* in ten years.",
        "They had not *visited* him since his trial on Monday.",
    ],
)
def test_times_that_are_of_something_else(marked: str) -> None:
    assert attached(marked) == []
