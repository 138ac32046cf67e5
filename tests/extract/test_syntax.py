import pytest

from dragoman.extract.syntax import is_passive, objects, phrase_of, prepositional, provisions, sides, spread, subjects
from dragoman.records import Sentence
from factories import sentence, text_of

ACTIVE = sentence("Gunmen/NNS/nsubj/1 killed/VBD/ROOT/1/kill two/CD/nummod/3 officers/NNS/dobj/1/officer")
PASSIVE = sentence(
    "Two/CD/nummod/1 officers/NNS/nsubjpass/3 were/VBD/auxpass/3 killed/VBN/ROOT/3/kill by/IN/agent/3 gunmen/NNS/pobj/4"
)
RELATIVE = sentence(
    "Rebels/NNS/nsubj/5 who/WP/nsubj/2 seized/VBD/relcl/0/seize the/DT/det/4 town/NN/dobj/2 fled/VBD/ROOT/5/flee"
)
OBJECT_RELATIVE = sentence(
    "The/DT/det/1 town/NN/nsubj/5 that/WDT/dobj/4 rebels/NNS/nsubj/4 seized/VBD/relcl/1/seize burned/VBD/ROOT/5/burn"
)
CONTROL = sentence(
    "Iran/NNP/nsubj/1 threatened/VBD/ROOT/1/threaten to/TO/aux/3 attack/VB/xcomp/1 ships/NNS/dobj/3/ship"
)
OBJECT_CONTROL = sentence("Oman/NNP/nsubj/1 urged/VBD/ROOT/1/urge Iran/NNP/dobj/1 to/TO/aux/4 withdraw/VB/xcomp/1")
COORDINATED = sentence(
    "Troops/NNS/nsubj/1 entered/VBD/ROOT/1/enter the/DT/det/3 village/NN/dobj/1 and/CC/cc/1 burned/VBD/conj/1/burn "
    "homes/NNS/dobj/5/home"
)
ACCUSED = sentence(
    "Kyiv/NNP/nsubj/1 accused/VBD/ROOT/1/accuse Moscow/NNP/dobj/1 of/IN/prep/1 shelling/VBG/pcomp/3/shell "
    "a/DT/det/6 school/NN/dobj/4"
)
REDUCED = sentence(
    "The/DT/det/1 man/NN/nsubj/5 arrested/VBN/acl/1/arrest by/IN/agent/2 police/NNS/pobj/3 died/VBD/ROOT/5/die"
)
JAILED = sentence("The/DT/det/2 jailed/VBN/amod/2/jail leader/NN/nsubj/3 spoke/VBD/ROOT/3/speak")

FINED = sentence(
    "She/PRP/nsubjpass/2 was/VBD/auxpass/2 jailed/VBN/ROOT/2/jail and/CC/cc/2 fined/VBD/conj/2/fine "
    "500/CD/nummod/6 pounds/NNS/dobj/4/pound by/IN/agent/4 a/DT/det/9 judge/NN/pobj/7"
)
EXTENDED = sentence(
    "It/PRP/nsubjpass/2 was/VBD/auxpass/2 extended/VBN/ROOT/2/extend by/IN/agent/2 months/NNS/pobj/3/month "
    "and/CC/cc/2 troops/NNS/nsubjpass/8 were/VBD/auxpass/8 sent/VBN/conj/2/send by/IN/agent/8 Peru/NNP/pobj/9"
)
LED = sentence(
    "They/PRP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 cabinet/NN/nsubj/4 led/VBN/ccomp/1/lead by/IN/agent/4 "
    "Ali/NNP/pobj/5 has/VBZ/aux/8 failed/VBN/ccomp/1/fail"
)
TRIED = sentence(
    "He/PRP/nsubj/1 tried/VBD/ROOT/1/try but/CC/cc/1 was/VBD/auxpass/4 stopped/VBN/conj/1/stop by/IN/agent/4 "
    "police/NN/pobj/5"
)
GARDEN_PATH = sentence(
    "The/DT/det/1 rebels/NNS/ROOT/1 handed/VBD/acl/1/hand over/RP/prt/2 the/DT/det/5 hostages/NNS/dobj/2/hostage"
)
ABLE = sentence(
    "Troops/NNS/nsubj/1 were/VBD/ROOT/1/be able/JJ/acomp/1 to/TO/aux/4 retake/VB/xcomp/2 the/DT/det/6 town/NN/dobj/4"
)


def named(one: Sentence, numbers: list[int]) -> list[str]:
    return [one.tokens[i].text for i in numbers]


@pytest.mark.parametrize(
    ("one", "verb", "who", "whom"),
    [
        (ACTIVE, 1, ["Gunmen"], ["officers"]),
        (PASSIVE, 3, ["gunmen"], ["officers"]),
        (RELATIVE, 2, ["Rebels"], ["town"]),
        (OBJECT_RELATIVE, 4, ["rebels"], ["town"]),
        (CONTROL, 3, ["Iran"], ["ships"]),
        (OBJECT_CONTROL, 4, ["Iran"], []),
        (COORDINATED, 5, ["Troops"], ["homes"]),
        (ACCUSED, 4, ["Moscow"], ["school"]),
        (REDUCED, 2, ["police"], ["man"]),
        (JAILED, 1, [], ["leader"]),
        (FINED, 2, ["judge"], ["She"]),
        (FINED, 4, ["judge"], ["She"]),
        (EXTENDED, 2, [], ["It"]),
        (EXTENDED, 8, ["Peru"], ["troops"]),
        (LED, 8, ["cabinet"], []),
        (TRIED, 4, ["police"], ["He"]),
        (GARDEN_PATH, 2, ["rebels"], ["hostages"]),
        (ABLE, 4, ["Troops"], ["town"]),
    ],
)
def test_who_and_whom_whatever_the_construction(one: Sentence, verb: int, who: list[str], whom: list[str]) -> None:
    assert named(one, subjects(one, verb)) == who
    assert named(one, objects(one, verb)) == whom


def test_passive_is_told_from_active() -> None:
    assert is_passive(PASSIVE, 3)
    assert is_passive(REDUCED, 2)
    assert not is_passive(ACTIVE, 1)


def test_headline_past_form_without_object_is_passive() -> None:
    notation = "Minister/NN/nsubj/1 arrested/VBD/ROOT/1/arrest in/IN/prep/1 Lagos/NNP/pobj/2"
    assert objects(sentence(notation, kind="headline"), 1) == [0]
    assert objects(sentence(notation), 1) == []


def test_coordinated_names_are_spread_in_order() -> None:
    one = sentence(
        "France/NNP/nsubj/4 ,/,/punct/0 Spain/NNP/conj/0 and/CC/cc/2 signed/VBD/ROOT/4/sign Italy/NNP/conj/2"
    )
    assert named(one, spread(one, [0])) == ["France", "Spain", "Italy"]


def test_prepositional_object_takes_in_coordination() -> None:
    one = sentence("talks/NNS/ROOT/0/talk between/IN/prep/0 Serbia/NNP/pobj/1 and/CC/cc/2 Kosovo/NNP/conj/2")
    assert named(one, prepositional(one, 0, "between")) == ["Serbia", "Kosovo"]
    assert prepositional(one, 0, "with") == []


def test_phrase_leaves_out_relative_clause_and_apposition() -> None:
    one = sentence(
        "The/DT/det/2 veteran/JJ/amod/2 minister/NN/nsubj/8 ,/,/punct/2 who/WP/nsubj/5 lost/VBD/relcl/2/lose "
        "twice/RB/advmod/5 ,/,/punct/2 resigned/VBD/ROOT/8/resign"
    )
    phrase = phrase_of(one, 2, text=text_of(one), slot="subj")
    assert phrase.span.text == "The veteran minister"
    assert text_of(one)[phrase.span.start : phrase.span.end] == phrase.span.text


def test_a_possessive_is_who_a_gerund_is_done_by() -> None:
    one = sentence(
        "talks/NNS/nsubj/6 on/IN/prep/0 the/DT/det/3 army/NN/poss/5 's/POS/case/3"
        " leaving/VBG/acl/0/leave failed/VBD/ROOT/6"
    )
    assert subjects(one, 5) == [3]


def test_sides_of_a_deal_are_found_in_what_it_brings_about() -> None:
    one = sentence(
        "a/DT/det/1 deal/NN/ROOT/1 that/WDT/nsubj/3 restored/VBD/relcl/1/restore ties/NNS/dobj/3 between/IN/prep/4"
        " Chile/NNP/pobj/5 and/CC/cc/6 Peru/NNP/conj/6"
    )
    assert sides(one, 1) == [6, 8]
    assert provisions(one, 1) == [3]


def test_what_is_done_to_a_deal_is_no_provision() -> None:
    one = sentence("a/DT/det/1 deal/NN/ROOT/1 that/WDT/dobj/4 Chile/NNP/nsubj/4 made/VBD/relcl/1/make")
    assert provisions(one, 1) == []


def test_what_a_passive_s_subject_did_besides_is_its_own() -> None:
    one = sentence(
        "She/PRP/nsubjpass/2 was/VBD/auxpass/2 caught/VBN/ROOT/2/catch by/IN/agent/2 troops/NNS/pobj/3 after/IN/prep/2"
        " fleeing/VBG/pcomp/5/flee"
    )
    assert named(one, subjects(one, 6)) == ["She"]
