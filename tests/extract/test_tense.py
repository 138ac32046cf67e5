import pytest

from dragoman.extract.tense import clause_tense, clause_verb, is_pluperfect
from dragoman.records import build_sentence
from factories import sentence
from model_parses import read


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Rebels *attacked* the town.", "past"),
        ("Rebels have *attacked* the town.", "past"),
        ("Rebels *attack* the town.", "present"),
        ("Rebels are *attacking* the town.", "present"),
        ("Rebels will *attack* the town.", "future"),
        ("Rebels were *arrested* on Monday.", "past"),
        ("The minister plans to *visit* Oslo.", "future"),
        ("The minister managed to *visit* Oslo.", "past"),
        ("The minister is to *visit* Oslo.", "future"),
        ("The *visit* was brief.", "past"),
        ("The *visit* will be brief.", "future"),
        ("Rebels attacked the town, *killing* six.", "past"),
        ("The man *arrested* on Monday is ill.", "past"),
        ("Rebels may *attack* the town.", "present"),
    ],
)
def test_tense(marked: str, expected: str) -> None:
    _, one, trigger = read(marked)
    assert clause_tense(one, trigger) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He had *attacked* the court.", True),
        ("He has *attacked* the court.", False),
        ("He *had* a plan.", False),
        ("He would have *attacked* the court.", False),
    ],
)
def test_pluperfect(marked: str, *, expected: bool) -> None:
    _, one, trigger = read(marked)
    assert is_pluperfect(one, trigger) is expected


def test_a_noun_has_the_verb_above_it() -> None:
    one = sentence("They/PRP/nsubj/1 condemned/VBD/ROOT/1/condemn the/DT/det/3 attack/NN/dobj/1")
    assert clause_verb(one, 3) == 1


def test_unparsed_sentences_have_no_tense() -> None:
    one = build_sentence(sentence("They/PRP/nsubj/1 left/VBD/ROOT/1/leave").tokens, parsed=False)
    assert clause_tense(one, 1) == "none"
