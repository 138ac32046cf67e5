import pytest

from dragoman.extract.lexicon import Frame, load_lexicon
from dragoman.extract.triggers import Trigger, TriggerFinder
from dragoman.records import Sentence
from factories import sentence
from lexicons import frame, lexicon

ATTACK = frame("ASSAULT", "attack", verbs=["attack", "open fire on"], nouns=["attack"])
HIT = frame("ASSAULT", "hit", verbs=["hit"], not_object=["@market"], not_subject=["storm"])
KILL = frame("ASSAULT", "kill", verbs=["gun down"], object=["@human"])
CALL = frame("REQUEST", "call", verbs=["call for"], pattern="address")
STRIKE = frame("PROTEST", "hunger", nouns=["hunger strike"])
HOLD = frame("COERCE", "hold", verbs=["hold"])
TALKS = frame("CONSULT", "talks", nouns=["talk"], pattern="meet")
WARN = frame("THREATEN", "warn", verbs=["warn"], with_=["that"], pattern="address")
ALL = (ATTACK, HIT, KILL, CALL, STRIKE, HOLD, TALKS, WARN)


def find(one: Sentence, *frames: Frame) -> list[tuple[str, tuple[int, ...]]]:
    found, _ = TriggerFinder(lexicon(*(frames or ALL))).find(one)
    return [(trigger.frame.id, trigger.tokens) for trigger in found]


def only(one: Sentence) -> Trigger:
    found, _ = TriggerFinder(lexicon(*ALL)).find(one)
    assert len(found) == 1
    return found[0]


def test_entry_of_verb_noun_and_preposition_takes_the_preposition_s_object() -> None:
    one = sentence("Guards/NNS/nsubj/1 opened/VBD/ROOT/1/open fire/NN/dobj/1 on/IN/prep/1 crowds/NNS/pobj/3/crowd")
    trigger = only(one)
    assert trigger.tokens == (1, 2, 3)
    assert trigger.objects == (4,)


def test_particle_may_stand_apart_from_its_verb() -> None:
    one = sentence("Gunmen/NNS/nsubj/1 gunned/VBD/ROOT/1/gun an/DT/det/3 officer/NN/dobj/1 down/RP/prt/1")
    assert find(one) == [("assault.kill", (1, 4))]


def test_preposition_s_coordinated_objects_are_objects() -> None:
    one = sentence(
        "Mali/NNP/nsubj/1 called/VBD/ROOT/1/call for/IN/prep/1 talks/NNS/pobj/2/talk and/CC/cc/3 aid/NN/conj/3"
    )
    found, _ = TriggerFinder(lexicon(CALL)).find(one)
    assert found[0].objects == (3, 5)


@pytest.mark.parametrize(
    ("notation", "why"),
    [
        ("The/DT/det/1 storm/NN/nsubj/2 hit/VBD/ROOT/2 Manila/NNP/dobj/2", "subject"),
        ("Fears/NNS/nsubj/1/fear hit/VBD/ROOT/1 shares/NNS/dobj/1/share", "object"),
        ("They/PRP/nsubj/1 gunned/VBD/ROOT/1/gun down/RP/prt/1 engines/NNS/dobj/1/engine", "object"),
        ("She/PRP/nsubj/1 warned/VBD/ROOT/1/warn him/PRP/dobj/1", "complements"),
    ],
)
def test_sense_is_refused_with_its_reason(notation: str, why: str) -> None:
    found, refused = TriggerFinder(lexicon(*ALL)).find(sentence(notation))
    assert found == ()
    assert [one.reason for one in refused] == ["sense"]
    assert why in refused[0].detail


def test_name_passes_a_limit_to_people() -> None:
    one = sentence("Gunmen/NNS/nsubj/1 gunned/VBD/ROOT/1/gun down/RP/prt/1 Okafor/NNP/dobj/1")
    assert find(one) == [("assault.kill", (1, 2))]


def test_light_verb_carries_the_noun_and_is_no_trigger_itself() -> None:
    one = sentence("They/PRP/nsubj/1 held/VBD/ROOT/1/hold talks/NNS/dobj/1/talk")
    trigger = only(one)
    assert (trigger.frame.id, trigger.light) == ("consult.talks", 1)


def test_light_verb_with_particle() -> None:
    one = sentence("They/PRP/nsubj/1 carried/VBD/ROOT/1/carry out/RP/prt/1 attacks/NNS/dobj/1/attack")
    assert only(one).light == 1


def test_light_verb_with_its_own_object() -> None:
    one = sentence(
        "They/PRP/nsubj/1 claimed/VBD/ROOT/1/claim responsibility/NN/dobj/1 for/IN/prep/2 the/DT/det/5 "
        "attack/NN/pobj/3/attack"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    assert trigger.light == 1


def test_an_entry_may_hold_a_word_twice() -> None:
    one = sentence(
        "We/PRP/nsubj/1 stand/VBP/ROOT/1/stand shoulder/NN/dobj/1/shoulder to/TO/aux/4/to shoulder/VB/advcl/1/shoulder "
        "with/IN/prep/4/with Peru/NNP/pobj/5"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    assert trigger.tokens == (1, 2, 3, 4, 5)


def test_noun_compound_needs_all_its_words() -> None:
    one = sentence("A/DT/det/2 hunger/NN/compound/2 strike/NN/nsubj/3 began/VBD/ROOT/3/begin")
    assert find(one) == [("protest.hunger", (1, 2))]
    assert find(sentence("A/DT/det/1 strike/NN/nsubj/2 began/VBD/ROOT/2/begin")) == []


def test_noun_that_modifies_another_is_no_trigger() -> None:
    assert find(sentence("attack/NN/compound/1 helicopters/NNS/ROOT/1/helicopter")) == []


NOUN = frame(
    "PROTEST", "strike", nouns=["strike", "seizure of power"], subject=["@human"], with_=["subj"], not_modifier=["air"]
)


@pytest.mark.parametrize(
    ("notation", "found"),
    [
        pytest.param("A/DT/det/1 strike/NN/ROOT/1 by/IN/prep/1 officers/NNS/pobj/2/officer", True, id="right doer"),
        pytest.param("A/DT/det/1 strike/NN/ROOT/1 by/IN/prep/1 jets/NNS/pobj/2/jet", False, id="wrong doer"),
        pytest.param("The/DT/det/1 strike/NN/ROOT/1 began/VBD/acl/1/begin", False, id="no doer"),
        pytest.param(
            "An/DT/det/2 air/NN/compound/2 strike/NN/ROOT/2 by/IN/prep/2 officers/NNS/pobj/3/officer",
            False,
            id="excluded modifier",
        ),
    ],
)
def test_noun_limits_hold_for_who_does_it_and_what_modifies_it(notation: str, *, found: bool) -> None:
    assert bool(find(sentence(notation), NOUN)) is found


def test_words_after_a_noun_are_part_of_it() -> None:
    power = frame("COERCE", "coup", nouns=["seizure of power"])
    one = sentence("The/DT/det/1 seizure/NN/nsubj/4 of/IN/prep/1 power/NN/pobj/2 failed/VBD/ROOT/4/fail")
    assert find(one, power) == [("coerce.coup", (1, 2, 3))]


def test_hyphen_before_a_verb_is_passed_over() -> None:
    test = frame("MOBILIZE", "test", verbs=["test-fire"])
    one = sentence("They/PRP/nsubj/3 test/NN/npadvmod/3 -/HYPH/punct/3 fired/VBD/ROOT/3/fire rockets/NNS/dobj/3")
    assert find(one, test) == [("mobilize.test", (1, 2, 3))]


def test_coordinated_objects_break_a_limit_only_together() -> None:
    mixed = sentence("It/PRP/nsubj/1 hit/VBD/ROOT/1/hit shares/NNS/dobj/1/share and/CC/cc/2 people/NNS/conj/2/person")
    assert find(mixed, HIT) == [("assault.hit", (1,))]


@pytest.mark.parametrize(
    ("notation", "refused", "found"),
    [
        ("Chad/NNP/nsubj/1 hit/VBD/ROOT/1/hit Niger/NNP/dobj/1 3/CD/dep/1 -/HYPH/punct/3 1/CD/dep/3", "score", False),
        ("Chad/NNP/nsubj/1 hit/VBD/ROOT/1/hit Niger/NNP/dobj/1", "score", True),
        ("Chad/NNP/nsubj/1 hit/VBD/ROOT/1/hit out/RP/prt/1", "particle", False),
        ("He/PRP/nsubj/1 stood/VBD/ROOT/1/stand in/IN/prep/1 charge/NN/pobj/2 of/IN/prep/3", "bare-in", False),
        ("He/PRP/nsubj/1 won/VBD/ROOT/1/win in/IN/prep/1 the/DT/det/4 charge/NN/pobj/2", "bare-in", True),
        ("They/PRP/nsubj/1 hit/VBD/ROOT/1/hit him/PRP/dobj/1 with/IN/prep/1 fines/NNS/pobj/3/fine", "prep:with", False),
    ],
)
def test_words_around_that_tell_of_another_sense(notation: str, refused: str, *, found: bool) -> None:
    one = frame("ASSAULT", "any", verbs=["hit"], nouns=["charge"], not_with=[refused])
    assert bool(find(sentence(notation), one)) is found


@pytest.mark.parametrize(
    ("thing", "complement", "found"),
    [
        ("bombs/NNS/pobj/3/bomb", "prep:with but @weapon", True),
        ("letters/NNS/pobj/3/letter", "prep:with but @weapon", False),
        ("letters/NNS/pobj/3/letter", "prep:with @weapon", True),
        ("bombs/NNS/pobj/3/bomb", "prep:with @weapon", False),
    ],
)
def test_a_preposition_may_ask_for_a_class(thing: str, complement: str, *, found: bool) -> None:
    one = frame("ASSAULT", "any", verbs=["hit"], not_with=[complement])
    notation = f"They/PRP/nsubj/1 hit/VBD/ROOT/1/hit him/PRP/dobj/1 with/IN/prep/1 {thing}"
    assert bool(find(sentence(notation), one)) is found


def test_what_only_bears_an_event_s_name_is_none() -> None:
    one = frame("ASSAULT", "any", nouns=["attack"], not_subject=["book"])
    told = "The/DT/det/1 {}/NN/nsubj/2 was/VBD/ROOT/2/be an/DT/det/4 attack/NN/attr/2"
    assert not find(sentence(told.format("book")), one)
    assert find(sentence(told.format("blast")), one)


def test_the_nearer_preposition_belongs_to_the_entry() -> None:
    one = sentence(
        "Peru/NNP/nsubj/1 imposed/VBD/ROOT/1/impose sanctions/NNS/dobj/1/sanction on/IN/prep/2/on Chad/NNP/pobj/3 "
        "on/IN/prep/1/on Thursday/NNP/pobj/5"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    assert trigger.objects == (4,)


def test_who_acts_is_no_word_of_an_entry() -> None:
    one = sentence(
        "The/DT/det/1 leader/NN/nsubj/2/leader called/VBD/ROOT/2/call Kenyatta/NNP/dobj/2 a/DT/det/5 "
        "puppet/NN/oprd/2/puppet"
    )
    [trigger] = TriggerFinder(load_lexicon()).find(one)[0]
    assert trigger.tokens == (2, 5)


def test_what_a_name_ends_in_is_not_what_it_is() -> None:
    one = sentence(
        "The/DT/det/3 World/NNP/compound/3 Food/NNP/compound/3 Programme/NNP/nsubj/4/Programme "
        "delivered/VBD/ROOT/4/deliver food/NN/dobj/4/food"
    )
    assert [trigger.frame.id for trigger in TriggerFinder(load_lexicon()).find(one)[0]] == ["aid.give_aid"]
    other = sentence("The/DT/det/1 programme/NN/nsubj/2/programme delivered/VBD/ROOT/2/deliver food/NN/dobj/2/food")
    assert TriggerFinder(load_lexicon()).find(other)[0] == ()
