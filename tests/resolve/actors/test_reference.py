"""Pronouns and definite phrases, back to who is meant."""

import pytest

from dragoman.records import Entity, Phrase
from who import Told, who

MINISTER = (
    "Kenyan/JJ/amod/2 foreign/JJ/amod/2 minister/NN/compound/4 Ada/NNP/compound/4 Example/NNP/nsubj/5 "
    "met/VBD/ROOT/5 Peruvian/JJ/amod/8 president/NN/compound/8 Ben/NNP/dobj/5 ././punct/5"
)
FRONT = "The/DT/det/2 Taliban/NNP/compound/2 militia/NN/nsubj/3 attacked/VBD/ROOT/3 Kumasi/NNP/dobj/3 ././punct/3"


@pytest.mark.parametrize(
    ("pronoun", "tag", "code"), [("She", "PRP", "KEN"), ("He", "PRP", None), ("They", "PRP", None)]
)
def test_gender_and_number(pronoun: str, tag: str, code: str | None) -> None:
    told = Told(
        "Ada/NNP/compound/1 Example/NNP/nsubj/8 ,/,/punct/1 a/DT/det/6 Kenyan/JJ/amod/6 policewoman/NN/compound/6 "
        "spokeswoman/NN/appos/1 ,/,/punct/1 spoke/VBD/ROOT/8 ././punct/8",
        f"{pronoun}/{tag}/nsubj/1 left/VBD/ROOT/1 ././punct/1",
    )
    assert [found for _, found in who(told.resolve(1, pronoun))] == ([code] if code else [])


def test_a_subject_is_meant_rather_than_an_object() -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 accused/VBD/ROOT/1 Peru/NNP/dobj/1 ././punct/1",
        "It/PRP/nsubj/1 threatened/VBD/ROOT/1 sanctions/NNS/dobj/1 ././punct/1",
    )
    assert who(told.resolve(1, "It")) == [("Kenya", "KEN")]


def test_nobody_meets_himself() -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 left/VBD/ROOT/1 ././punct/1",
        "Peru/NNP/nsubj/1 thanked/VBD/ROOT/1 it/PRP/dobj/1 ././punct/1",
    )
    assert who(told.resolve(1, "it", slot="obj")) == [("Kenya", "KEN")]


def test_a_place_is_no_antecedent() -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 met/VBD/ROOT/1 rebels/NNS/dobj/1 in/IN/prep/1 Oslo/NNP/pobj/3 ././punct/1",
        "It/PRP/nsubj/1 threatened/VBD/ROOT/1 them/PRP/dobj/1 ././punct/1",
    )
    assert who(told.resolve(1, "It")) == [("Kenya", "KEN")]
    assert [entity.sector for entity in told.resolve(1, "them", slot="obj").entities] == [("REB",)]


def test_empty_it_is_nobody() -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 left/VBD/ROOT/1 ././punct/1",
        "It/PRP/nsubj/1 was/VBD/ROOT/1/be wrong/JJ/acomp/1 to/TO/aux/4 leave/VB/xcomp/1 ././punct/1",
    )
    assert who(told.resolve(1, "It")) == []


def test_antecedents_that_are_too_far() -> None:
    rain = "Rain/NN/nsubj/1 fell/VBD/ROOT/1 ././punct/1"
    told = Told(
        "Kenya/NNP/nsubj/1 left/VBD/ROOT/1 ././punct/1", *[rain] * 4, "It/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1"
    )
    assert who(told.resolve(5, "It")) == []


def test_relative_pronouns() -> None:
    told = Told("Kenyan/JJ/amod/1 police/NNS/ROOT/1 who/WP/nsubj/3 shot/VBD/relcl/1 them/PRP/dobj/3 ././punct/1")
    assert who(told.resolve(0, "who")) == [("Kenyan police", "KEN")]


@pytest.mark.parametrize(
    ("phrase", "head", "code"),
    [
        ("The/DT/det/1 country/NN/nsubj/2 left/VBD/ROOT/2 ././punct/2", "country", "KEN"),
        ("The/DT/det/1 minister/NN/nsubj/2 left/VBD/ROOT/2 ././punct/2", "minister", "KEN"),
    ],
)
def test_definite_phrases(phrase: str, head: str, code: str | None) -> None:
    told = Told(
        "Kenya/NNP/poss/3 's/POS/case/0 foreign/JJ/amod/3 minister/NN/nsubj/4 spoke/VBD/ROOT/4 ././punct/4",
        "Peru/NNP/nsubj/1 thanked/VBD/ROOT/1 Kenya/NNP/dobj/1 ././punct/1",
        phrase,
    )
    assert [found for _, found in who(told.resolve(2, head))] == [code]


def test_the_group_is_the_armed_group() -> None:
    told = Told(
        "Hezbollah/NNP/nsubj/1 fired/VBD/ROOT/1 rockets/NNS/dobj/1 ././punct/1",
        "The/DT/det/1 group/NN/nsubj/2 left/VBD/ROOT/2 ././punct/2",
    )
    [entity] = told.resolve(1, "group").entities
    assert (entity.identifier_text, entity.code) == ("Hezbollah", "LBN")


def test_the_groups_are_not_one_group() -> None:
    told = Told(
        "Hezbollah/NNP/nsubj/1 fought/VBD/ROOT/1 two/CD/nummod/4 rebel/NN/compound/4 groups/NNS/dobj/1 ././punct/1",
        "The/DT/det/1 groups/NNS/nsubj/2 left/VBD/ROOT/2 ././punct/2",
    )
    [entity] = told.resolve(1, "groups").entities
    assert entity.identifier_text is None
    assert entity.sector == ("REB",)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("Both/DT/det/1 countries/NNS/nsubj/2 agreed/VBD/ROOT/2", "countries"),
        ("The/DT/det/2 two/CD/nummod/2 countries/NNS/nsubj/3 agreed/VBD/ROOT/3", "countries"),
        ("Both/DT/det/1 sides/NNS/nsubj/2 agreed/VBD/ROOT/2", "sides"),
        ("Both/DT/det/1 ministers/NNS/nsubj/2 agreed/VBD/ROOT/2", "ministers"),
    ],
)
def test_both_of_two(phrase: str, head: str) -> None:
    told = Told(
        "The/DT/det/3 Kenyan/JJ/amod/3 foreign/JJ/amod/3 minister/NN/nsubj/4 met/VBD/ROOT/4 his/PRP$/poss/7 "
        "Peruvian/JJ/amod/7 counterpart/NN/dobj/4 in/IN/prep/4 Oslo/NNP/pobj/8 ././punct/4",
        phrase,
    )
    assert sorted(code or "" for _, code in who(told.resolve(1, head))) == ["KEN", "PER"]


def test_two_countries_are_any_two() -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 left/VBD/ROOT/1 Peru/NNP/dobj/1",
        "Two/CD/nummod/1 countries/NNS/nsubj/2 agreed/VBD/ROOT/2",
    )
    assert len(told.resolve(1, "countries").entities) <= 1


def test_a_counterpart_is_what_the_other_is() -> None:
    told = Told(
        "The/DT/det/3 Kenyan/JJ/amod/3 foreign/JJ/amod/3 minister/NN/nsubj/4 met/VBD/ROOT/4 his/PRP$/poss/7 "
        "Peruvian/JJ/amod/7 counterpart/NN/dobj/4 ././punct/4"
    )
    [entity] = told.resolve(0, "counterpart", slot="obj").entities
    assert (entity.code, entity.sector) == ("PER", ("GOV",))


def test_a_neighbour_is_the_other_state() -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 protested/VBD/ROOT/1 to/IN/prep/1 Somalia/NNP/pobj/2 ,/,/punct/1 accusing/VBG/advcl/1 "
        "its/PRP$/poss/7 neighbour/NN/dobj/5 ././punct/1"
    )
    assert who(told.resolve(0, "neighbour", slot="obj")) == [("Somalia", "SOM")]


@pytest.mark.parametrize(
    ("phrase", "head", "code", "sector"),
    [
        ("his/PRP$/poss/2 residence/NN/dobj/0", "residence", "KEN", ("GOV",)),
        ("his/PRP$/poss/2 wife/NN/dobj/0", "wife", "KEN", ("ELI",)),
        ("his/PRP$/poss/2 weather/NN/dobj/0", "weather", None, ()),
    ],
)
def test_what_is_his(phrase: str, head: str, code: str | None, sector: tuple[str, ...]) -> None:
    told = Told(
        "The/DT/det/3 Kenyan/JJ/amod/3 prime/JJ/amod/3 minister/NN/nsubj/4 fled/VBD/ROOT/4 ././punct/4",
        f"They/PRP/nsubj/1 attacked/VBD/ROOT/1 {phrase.replace('/poss/2', '/poss/3').replace('/dobj/0', '/dobj/1')}",
    )
    found = told.resolve(1, head, slot="obj").entities
    assert [(entity.code, entity.sector) for entity in found] == ([(code, sector)] if code else [])


def test_we_are_who_says_so() -> None:
    told = Told("We/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1")
    speaker = Entity(code="PER", sector=("GOV",), entity_text="Lima", start=90, end=94)
    assert told.resolve(0, "We", speaker=speaker).entities == (speaker,)
    assert told.resolve(0, "We").entities == ()


def test_one_of_them_is_of_them() -> None:
    told = Told(
        "Kenyan/JJ/amod/1 soldiers/NNS/nsubj/2 fled/VBD/ROOT/2 ././punct/2",
        "Police/NNS/nsubj/1 shot/VBD/ROOT/1 one/CD/dobj/1 of/IN/prep/2 them/PRP/pobj/3 ././punct/1",
    )
    [entity] = told.resolve(1, "one", slot="obj").entities
    assert (entity.code, entity.sector) == ("KEN", ("MIL",))


def test_who_is_meant_goes_on_being_meant() -> None:
    told = Told(
        "Kenyan/JJ/amod/1 minister/NN/compound/3 Ada/NNP/compound/3 Example/NNP/nsubj/4 spoke/VBD/ROOT/4 ././punct/4",
        "She/PRP/nsubj/1 met/VBD/ROOT/1 Eva/NNP/compound/3 Sample/NNP/dobj/1 ././punct/1",
        "She/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1",
    )
    assert who(told.resolve(2, "She")) == [("Ada Example", "KEN")]


def test_what_may_be_no_person_is_not_meant_by_he() -> None:
    told = Told(
        "Peter/NNP/compound/1 Example/NNP/nsubj/2 saw/VBD/ROOT/2 Green/NNP/compound/4 Garden/NNP/dobj/2 ././punct/2",
        "He/PRP/nsubj/1 left/VBD/ROOT/1 ././punct/1",
    )
    assert [words for words, _ in who(told.resolve(1, "He"))] == ["Peter Example"]


@pytest.mark.parametrize(("mark", "meant"), [("“", "Ada Example"), ("-", "Eva Sample")])
def test_a_speaker_does_not_mean_herself(mark: str, meant: str) -> None:
    told = Told(
        "Ada/NNP/compound/1 Example/NNP/nsubj/2 spoke/VBD/ROOT/2 ././punct/2",
        "Eva/NNP/compound/1 Sample/NNP/nsubj/2 answered/VBD/ROOT/2 ././punct/2",
        f"{mark}/``/punct/2 She/PRP/nsubj/2 left/VBD/ROOT/2 ././punct/2",
    )
    at = told.parsed.article.text.index("Eva")
    speaker = Entity(code=None, sector=("CVL",), entity_text="Eva Sample", start=at, end=at + 10)
    assert [words for words, _ in who(told.resolve(2, "She", speaker=speaker))] == [meant]


def test_what_is_done_to_a_group_is_not_done_by_it() -> None:
    told = Told(
        "Hezbollah/NNP/nsubj/1 attacked/VBD/ROOT/1 Hamas/NNP/dobj/1 ././punct/1",
        "Hezbollah/NNP/nsubj/1 hit/VBD/ROOT/1 bases/NNS/dobj/1 of/IN/prep/2 the/DT/det/5 group/NN/pobj/3 ././punct/1",
    )
    [entity] = told.resolve(1, "group", slot="prep:of").entities
    assert entity.identifier_text == "Hamas"


@pytest.mark.parametrize(("phrase", "code"), [("latter", "PER"), ("former", "KEN")])
def test_the_latter_of_two(phrase: str, code: str) -> None:
    told = Told(
        "Kenya/NNP/nsubj/1 met/VBD/ROOT/1 Peru/NNP/dobj/1 ././punct/1",
        f"The/DT/det/1 {phrase}/JJ/nsubj/2 asked/VBD/ROOT/2 for/IN/prep/2 help/NN/pobj/3 ././punct/2",
    )
    assert [found for _, found in who(told.resolve(1, phrase))] == [code]


def test_who_speaks_for_another_speaks_of_the_other() -> None:
    told = Told(
        "The/DT/det/2 Kenyan/JJ/amod/2 mayor/NN/poss/4 's/POS/case/2 lawyer/NN/nsubj/5 said/VBD/ROOT/5 "
        "he/PRP/nsubj/7 left/VBD/ccomp/5 ././punct/5",
    )
    assert who(told.resolve(0, "he")) == [("The Kenyan mayor", "KEN")]


def test_nobody_demands_his_own_resignation() -> None:
    told = Told(
        "The/DT/det/2 Kenyan/JJ/amod/2 senator/NN/nsubj/3 accused/VBD/ROOT/3 the/DT/det/6 Peruvian/JJ/amod/6 "
        "minister/NN/dobj/3 and/CC/cc/3 demanded/VBD/conj/3 his/PRP$/poss/10 resignation/NN/dobj/8 ././punct/3"
    )
    sentence = told.parsed.sentences[0]
    his = sentence.tokens[9]
    phrase = Phrase(told.parsed.span(his.start, his.end), 0, 9, "poss")
    [senator] = told.resolve(0, "senator").entities
    assert [code for _, code in who(told.table.resolve(phrase, on=None, other_than=senator))] == ["PER"]


def test_one_actor_for_each_state() -> None:
    told = Told(
        "The/DT/det/1 leaders/NNS/nsubj/8 of/IN/prep/1 Kenya/NNP/pobj/2 ,/,/punct/3 Peru/NNP/conj/3 and/CC/cc/5 "
        "Chad/NNP/conj/5 spoke/VBD/ROOT/8 ././punct/8",
        "Kenya/NNP/nsubj/3 and/CC/cc/0 Peru/NNP/conj/0 argued/VBD/ROOT/3 ././punct/3",
        "Presidents/NNS/nsubj/4 of/IN/prep/0 both/DT/det/3 countries/NNS/pobj/1 met/VBD/ROOT/4 ././punct/4",
    )
    assert [code for _, code in who(told.resolve(0, "leaders"))] == ["KEN", "PER", "TCD"]
    assert [code for _, code in who(told.resolve(2, "Presidents"))] == ["KEN", "PER"]


def test_some_of_them_are_they() -> None:
    told = Told(
        "Police/NNP/nsubj/1 met/VBD/ROOT/1 Kenyan/JJ/amod/3 protesters/NNS/dobj/1 and/CC/cc/1 held/VBD/conj/1 "
        "37/CD/dobj/5 of/IN/prep/6 them/PRP/pobj/7 ././punct/1"
    )
    assert who(told.resolve(0, "37", slot="obj")) == [("Kenyan protesters", "KEN")]


def test_they_are_the_several_who_said_it() -> None:
    told = Told(
        "Kenya/NNP/nsubj/3 and/CC/cc/0 Peru/NNP/conj/0 said/VBD/ROOT/3 they/PRP/nsubj/5 left/VBD/ccomp/3 ././punct/3"
    )
    assert [code for _, code in who(told.resolve(0, "they"))] == ["KEN", "PER"]
