"""What the words before a head say, and what first names and endings tell."""

import pytest

from dragoman.resolve.actors.knowledge import load_knowledge
from dragoman.resolve.actors.modifiers import given_gender, is_given_name, is_person_noun


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("maria", "f"),
        ("vladimir", "m"),
        ("adelina", "f"),
        ("joshua", "m"),
        ("adolfo", "m"),
        ("oslo", ""),
        ("garcia", ""),
    ],
)
def test_gender_of_first_names(name: str, gender: str) -> None:
    assert given_gender(load_knowledge(), name) == gender


@pytest.mark.parametrize(("name", "known"), [("peter", True), ("abdoulaye", True), ("ministry", False)])
def test_first_names(name: str, *, known: bool) -> None:
    assert is_given_name(load_knowledge(), name) is known


@pytest.mark.parametrize(
    ("noun", "person"), [("beekeeper", True), ("violinist", True), ("weather", False), ("er", False), ("crew", True)]
)
def test_people_by_their_ending(noun: str, *, person: bool) -> None:
    assert is_person_noun(load_knowledge(), noun) is person
