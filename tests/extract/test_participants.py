from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import find_addressed, find_participants
from dragoman.extract.triggers import TriggerFinder
from dragoman.records import Sentence, TextSpan
from factories import sentence, text_of
from lexicons import frame, lexicon

LEXICON = lexicon(
    frame("ASSAULT", "attack", verbs=["attack"], nouns=["attack"]),
    frame("CONSULT", "meet", verbs=["meet"], nouns=["talk"], pattern="meet"),
    frame("REQUEST", "demand", verbs=["demand"], pattern="address"),
)


def roles(one: Sentence) -> tuple[list[str], list[str]]:
    found, _ = TriggerFinder(LEXICON).find(one)
    actors, recipients = find_participants(one, found[0], text=text_of(one))
    return [phrase.span.text for phrase in actors], [phrase.span.text for phrase in recipients]


def test_verb() -> None:
    one = sentence("The/DT/det/1 rebels/NNS/nsubj/2 attacked/VBD/ROOT/2/attack Goma/NNP/dobj/2")
    assert roles(one) == (["The rebels"], ["Goma"])


def test_noun_with_by_and_on() -> None:
    one = sentence("an/DT/det/1 attack/NN/ROOT/1 by/IN/prep/1 rebels/NNS/pobj/2 on/IN/prep/1 Goma/NNP/pobj/4")
    assert roles(one) == (["rebels"], ["Goma"])


def test_noun_with_a_nation_before_it_is_weak() -> None:
    one = sentence("a/DT/det/2 Chadian/JJ/amod/2 attack/NN/ROOT/2 on/IN/prep/2 Goma/NNP/pobj/3")
    found, _ = TriggerFinder(LEXICON).find(one)
    actors, _ = find_participants(one, found[0], text=text_of(one))
    assert [(phrase.span.text, phrase.weak) for phrase in actors] == [("Chadian", True)]


def test_light_verb_s_subject_acts() -> None:
    one = sentence(
        "Rebels/NNS/nsubj/1 carried/VBD/ROOT/1/carry out/RP/prt/1 an/DT/det/4 attack/NN/dobj/1"
        " on/IN/prep/4 Goma/NNP/pobj/5"
    )
    assert roles(one) == (["Rebels"], ["Goma"])


def test_all_parties_of_a_meeting_act() -> None:
    one = sentence("Ruto/NNP/nsubj/1 met/VBD/ROOT/1/meet Museveni/NNP/dobj/1 and/CC/cc/2 Hassan/NNP/conj/2")
    assert roles(one) == (["Ruto", "Museveni", "Hassan"], [])


def test_subject_of_the_clause_that_is_asked_for_is_the_recipient() -> None:
    one = sentence("Kenya/NNP/nsubj/1 demanded/VBD/ROOT/1/demand that/IN/mark/4 Eritrea/NNP/nsubj/4 leave/VB/ccomp/1")
    assert roles(one) == (["Kenya"], ["Eritrea"])


def test_who_is_granted_something_is_the_recipient() -> None:
    one = sentence(
        "Okello/NNP/nsubjpass/2 was/VBD/auxpass/2 granted/VBN/ROOT/2/grant a/DT/det/4 reprieve/NN/dobj/2 "
        "by/IN/agent/2 judges/NNS/pobj/5"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    actors, recipients = find_participants(one, trigger, text=text_of(one))
    assert [phrase.span.text for phrase in actors] == ["judges"]
    assert [phrase.span.text for phrase in recipients] == ["Okello"]


def test_who_suffers_is_the_recipient() -> None:
    one = sentence(
        "Troops/NNS/nsubj/1 suffered/VBD/ROOT/1/suffer an/DT/det/3 attack/NN/dobj/1 by/IN/prep/3 rebels/NNS/pobj/4"
    )
    assert roles(one) == (["rebels"], ["Troops"])


def test_whose_a_thing_is_may_be_told_by_a_participle() -> None:
    one = sentence(
        "Kenya/NNP/nsubj/1 rejected/VBD/ROOT/1/reject proposals/NNS/dobj/1/proposal made/VBN/acl/2/make by/IN/agent/3 "
        "Uganda/NNP/pobj/4"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    _, recipients = find_participants(one, trigger, text=text_of(one))
    assert [phrase.span.text for phrase in recipients] == ["proposals", "Uganda"]


def test_whom_a_gift_is_to_help_is_the_recipient() -> None:
    one = sentence(
        "Kenya/NNP/nsubj/1 donated/VBD/ROOT/1/donate tents/NNS/dobj/1/tent to/TO/aux/4 help/VB/advcl/1/help "
        "Yemen/NNP/dobj/4"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    _, recipients = find_participants(one, trigger, text=text_of(one))
    assert [phrase.span.text for phrase in recipients] == ["Yemen"]


def test_a_threat_is_meant_for_who_could_fulfil_its_condition() -> None:
    one = sentence(
        "Eritrea/NNP/nsubj/1 threatened/VBD/ROOT/1 war/NN/dobj/1 unless/IN/mark/5 Kenya/NNP/nsubj/5 leaves/VBZ/advcl/1"
    )
    text = text_of(one)
    condition = TextSpan(text[text.index("unless") :], text.index("unless"), len(text))
    [found] = find_addressed(one, condition, text=text)
    assert (found.span.text, found.weak) == ("Kenya", True)
    assert find_addressed(one, TextSpan("", 0, 0), text=text) == ()
