import pytest

from dragoman.extract.predicates import clause_of, find_clauses
from dragoman.records import Sentence
from factories import sentence
from lexicons import frame


def told(one: Sentence, head: int, *predicates: str) -> list[int]:
    return find_clauses(one, head, frame("ACCUSE", "tell", verbs=["say"], predicate=list(predicates)).predicates)


FAILED = "Labour/NNP/nsubj/1 said/VBD/ROOT/1/say the/DT/det/3 cabinet/NN/nsubj/5 has/VBZ/aux/5 failed/VBN/ccomp/1/fail"


def test_told_predicate_is_found() -> None:
    assert told(sentence(FAILED), 1, "fail") == [5]


def test_other_predicate_is_not() -> None:
    assert told(sentence(FAILED), 1, "lie", "be behind") == []


def test_clause_about_the_speaker_is_no_blame() -> None:
    one = sentence("Labour/NNP/nsubj/1 said/VBD/ROOT/1/say it/PRP/nsubj/4 has/VBZ/aux/4 failed/VBN/ccomp/1/fail")
    assert told(one, 1, "fail") == [4]
    he = sentence("Ruto/NNP/nsubj/1 said/VBD/ROOT/1/say he/PRP/nsubj/4 has/VBZ/aux/4 failed/VBN/ccomp/1/fail")
    assert told(he, 1, "fail") == []


def test_possible_failure_is_no_blame() -> None:
    one = sentence("He/PRP/nsubj/1 said/VBD/ROOT/1/say aid/NN/nsubj/4 may/MD/aux/4 fail/VB/ccomp/1")
    assert told(one, 1, "fail") == []


def test_modal_predicate() -> None:
    one = sentence("He/PRP/nsubj/1 said/VBD/ROOT/1/say Iran/NNP/nsubj/4 must/MD/aux/4 leave/VB/ccomp/1")
    assert told(one, 1, "modal:must") == [4]
    assert told(one, 1, "modal:should") == []


def test_future_predicate_may_be_about_the_speaker() -> None:
    one = sentence("Iran/NNP/nsubj/1 said/VBD/ROOT/1/say it/PRP/nsubj/4 would/MD/aux/4 retaliate/VB/ccomp/1")
    assert told(one, 1, "will:retaliate") == [4]
    assert told(one, 1, "retaliate") == []


@pytest.mark.parametrize(("predicate", "found"), [("not comply", [5]), ("comply", [])])
def test_denied_predicate(predicate: str, found: list[int]) -> None:
    one = sentence(
        "Oslo/NNP/nsubj/1 said/VBD/ROOT/1/say Iran/NNP/nsubj/5 did/VBD/aux/5/do not/RB/neg/5 comply/VB/ccomp/1"
    )
    assert told(one, 1, predicate) == found


def test_predicate_below_another_verb() -> None:
    one = sentence(
        "Oslo/NNP/nsubj/1 said/VBD/ROOT/1/say Iran/NNP/nsubj/3 continues/VBZ/ccomp/1/continue "
        "to/TO/aux/5 lie/VB/xcomp/3"
    )
    assert told(one, 1, "lie") == [5]
    assert clause_of(one, 5) == 3


def test_quotation_above_its_reporting_verb() -> None:
    one = sentence("Iran/NNP/nsubj/1 lies/VBZ/ROOT/1/lie ,/,/punct/1 he/PRP/nsubj/4 said/VBD/parataxis/1/say")
    assert told(one, 4, "lie") == [1]
