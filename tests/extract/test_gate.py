"""The cheap look: it may let through too much, never too little."""

import pytest

from dragoman.extract.gate import Gate
from dragoman.extract.lexicon import load_lexicon
from lexicons import frame, lexicon


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(
        lexicon(frame("ASSAULT", "test", pattern="strike", verbs=("attack", "shoot down", "seize"), nouns=("raid",)))
    )


@pytest.mark.parametrize(
    "text",
    [
        "They attack.",
        "They attacked it.",
        "ATTACKING",
        "The raids went on.",
        "He was shot down.",
        "Seizing the port",
        "the re-attacked town",
        "raid's end",
    ],
)
def test_every_form_of_a_word_passes(gate: Gate, text: str) -> None:
    assert gate.passes(text)


@pytest.mark.parametrize("text", ["The harvest was good.", "", "1234 ?!", "rabid dogs"])
def test_sentences_without_a_word_are_held_back(gate: Gate, text: str) -> None:
    assert not gate.passes(text)


def test_every_example_of_every_frame_passes() -> None:
    whole = load_lexicon()
    gate = Gate(whole)
    held = [ex.text for one in whole.frames.values() for ex in one.data.examples if not gate.passes(ex.text)]
    assert held == []
