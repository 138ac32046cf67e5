"""Verbs that carry an event noun."""

import pytest

from dragoman.extract.carriers import carried_by
from dragoman.extract.lexicon import Carriers
from factories import sentence

LIGHT: Carriers = {"carry": (("out",),), "claim": (("responsibility", "for"),), "hold": ((),)}


@pytest.mark.parametrize(
    ("notation", "noun", "verb"),
    [
        ("They/PRP/nsubj/1 held/VBD/ROOT/1/hold talks/NNS/dobj/1", 2, 1),
        ("They/PRP/nsubj/1 carried/VBD/ROOT/1/carry attacks/NNS/dobj/1", 2, None),
        ("They/PRP/nsubj/1 carried/VBD/ROOT/1/carry out/RP/prt/1 raids/NNS/dobj/1 and/CC/cc/3 raids/NNS/conj/3", 5, 1),
        ("talks/NNS/ROOT/0 held/VBN/acl/0/hold in/IN/prep/1 Rome/NNP/pobj/2", 0, 1),
        (
            "They/PRP/nsubj/1 claimed/VBD/ROOT/1/claim responsibility/NN/dobj/1 for/IN/prep/2 it/PRP/pobj/3",
            4,
            1,
        ),
        ("They/PRP/nsubj/1 spoke/VBD/ROOT/1/speak of/IN/prep/1 talks/NNS/pobj/2", 3, None),
    ],
)
def test_the_verb_that_carries_a_noun(notation: str, noun: int, verb: int | None) -> None:
    one = sentence(notation)
    assert carried_by(one, one.tokens[noun], LIGHT) == verb
