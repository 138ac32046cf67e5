"""Who stands beside whom in a clause."""

import pytest

from dragoman.resolve.actors.clauses import clause_mates, is_empty
from factories import sentence


def mates(notation: str, pronoun: str) -> set[str]:
    one = sentence(notation)
    head = next(token.i for token in one.tokens if token.text == pronoun)
    offsets = clause_mates(one, head)
    return {token.text for token in one.tokens if token.start in offsets and token.dep != "punct"}


@pytest.mark.parametrize(
    ("notation", "pronoun", "among"),
    [
        ("Cruz/NNP/nsubj/1 met/VBD/ROOT/1 him/PRP/dobj/1", "him", "Cruz"),
        ("Cruz/NNP/nsubj/1 met/VBD/ROOT/1 Rubio/NNP/dobj/1 praising/VBG/advcl/1 him/PRP/dobj/3", "him", "Cruz"),
        (
            "the/DT/det/1 judge/NN/nsubj/5 who/WP/nsubj/3 jailed/VBD/relcl/1 him/PRP/dobj/3 left/VBD/ROOT/5",
            "him",
            "judge",
        ),
        ("the/DT/det/1 man/NN/nsubj/4 chasing/VBG/acl/1 him/PRP/dobj/2 fell/VBD/ROOT/4", "him", "man"),
        ("Cruz/NNP/nsubj/1 spoke/VBD/ROOT/1 to/IN/prep/1 him/PRP/pobj/2", "him", "Cruz"),
    ],
)
def test_who_is_not_meant(notation: str, pronoun: str, among: str) -> None:
    assert among in mates(notation, pronoun)


def test_the_owner_of_a_thing_may_be_the_subject() -> None:
    assert mates("Cruz/NNP/nsubj/1 met/VBD/ROOT/1 his/PRP$/poss/3 aides/NNS/dobj/1", "his") == set()


@pytest.mark.parametrize(
    ("notation", "empty"),
    [
        ("it/PRP/nsubj/1 was/VBD/ROOT/1/be wrong/JJ/acomp/1 to/TO/aux/4 invite/VB/xcomp/1 them/PRP/dobj/4", True),
        ("it/PRP/nsubj/1 seems/VBZ/ROOT/1/seem that/IN/mark/4 they/PRP/nsubj/4 left/VBD/ccomp/1", True),
        ("it/PRP/nsubj/1 was/VBD/ROOT/1/be a/DT/det/3 republic/NN/attr/1", False),
        ("it/PRP/nsubj/1 refused/VBD/ROOT/1/refuse to/TO/aux/3 leave/VB/xcomp/1", False),
    ],
)
def test_empty_it(notation: str, *, empty: bool) -> None:
    assert is_empty(sentence(notation), 0) is empty
