import pytest

from dragoman.extract.join import join_triggers
from dragoman.extract.triggers import TriggerFinder
from factories import sentence
from lexicons import frame, lexicon

KILL = frame("ASSAULT", "kill", verbs=["kill", "wound"], nouns=["killing"], pattern="strike")
ATTACK = frame("ASSAULT", "attack", verbs=["attack"], nouns=["attack", "bombing"], pattern="strike")
URGE = frame("REQUEST", "urge", verbs=["urge"], pattern="address")


def groups(notation: str) -> list[list[str]]:
    one = sentence(notation)
    triggers, _ = TriggerFinder(lexicon(KILL, ATTACK, URGE)).find(one)
    return [[one.tokens[trigger.head].text for trigger in group] for group in join_triggers(one, triggers)]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "An/DT/det/1 attack/NN/nsubj/2 killed/VBD/ROOT/2/kill many/JJ/dobj/2",
            [["killed", "attack"]],
            id="the noun does what the verb says",
        ),
        pytest.param(
            "Many/JJ/nsubjpass/2 were/VBD/auxpass/2 killed/VBN/ROOT/2/kill when/WRB/advmod/5 "
            "rebels/NNS/nsubj/5 attacked/VBD/advcl/2/attack Goma/NNP/dobj/5",
            [["killed", "attacked"]],
            id="who did it is told in the clause below",
        ),
        pytest.param(
            "Troops/NNS/nsubj/1 attacked/VBD/ROOT/1/attack Goma/NNP/dobj/1 after/IN/mark/5 "
            "rebels/NNS/nsubj/5 attacked/VBD/advcl/1/attack Bukavu/NNP/dobj/5",
            [["attacked"], ["attacked"]],
            id="two sides attack in turn",
        ),
        pytest.param(
            "Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1/attack Goma/NNP/dobj/1 and/CC/cc/1 "
            "troops/NNS/nsubj/5 killed/VBD/conj/1/kill many/JJ/dobj/5",
            [["attacked"], ["killed"]],
            id="a coordinated deed with its own doer",
        ),
        pytest.param(
            "The/DT/det/1 attack/NN/nsubj/7 in/IN/prep/1 Goma/NNP/pobj/2 and/CC/cc/1 "
            "bombing/NN/conj/1 there/RB/advmod/5 shook/VBD/ROOT/7/shake",
            [["attack"], ["bombing"]],
            id="a coordinated noun after a place of its own",
        ),
    ],
)
def test_triggers_of_one_event_are_joined(notation: str, expected: list[list[str]]) -> None:
    assert groups(notation) == expected
