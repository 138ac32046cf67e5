"""Contexts told by words, modes and sectors."""

import pytest

from dragoman.extract.contexts import find_contexts, load_contexts
from dragoman.ontology import load_ontology


@pytest.mark.parametrize(
    ("words", "contexts"),
    [
        ("the parliament vote on the amendment", ("legislative",)),
        ("voter queue at the polling station", ("election",)),
        ("the refugee camp", ("asylum",)),
        ("a cholera outbreak", ("health",)),
        ("the suicide bomber", ("terrorism",)),
        ("nuclear talks in Vienna", ("cbrn",)),
        ("the power plant", ()),
        ("smuggler of heroin", ("illegal_drugs", "trafficking")),
        ("", ()),
    ],
)
def test_words_tell_contexts(words: str, contexts: tuple[str, ...]) -> None:
    assert find_contexts(words.split(), event="CONCEDE") == contexts


def test_one_weak_word_is_not_enough() -> None:
    assert "military" not in find_contexts(["tank"], event="CONCEDE")
    assert "military" in find_contexts(["tank", "shell"], event="CONCEDE")


def test_crime_gives_way_to_the_kinds_that_plover_names() -> None:
    assert find_contexts(["crime"], event="COERCE") == ("crime",)
    assert find_contexts(["crime", "bribe"], event="COERCE") == ("corruption",)


def test_modes_carry_their_context() -> None:
    assert "cyber" in find_contexts([], event="COERCE", modes=("cyber",))
    assert "misinformation" in find_contexts([], event="COERCE", modes=("misinformation",))


def test_force_against_rebels_is_no_repression() -> None:
    assert "repression" in find_contexts(["crackdown"], event="COERCE", sectors=("CVL",))
    assert "repression" not in find_contexts(["crackdown"], event="COERCE", sectors=("REB",))


def test_military_is_of_states() -> None:
    assert "military" in find_contexts([], event="MOBILIZE", sectors=("MIL",))
    assert "military" not in find_contexts([], event="MOBILIZE", sectors=("REB",))


def test_every_context_of_plover_can_be_told_in_its_order() -> None:
    assert tuple(load_contexts()) == load_ontology().contexts
