from dragoman.extract.content import content_mode, content_type, find_nested
from dragoman.extract.join import join_triggers
from dragoman.extract.triggers import TriggerFinder
from dragoman.records import Sentence
from factories import sentence
from lexicons import frame, lexicon

LEXICON = lexicon(
    frame("ASSAULT", "attack", verbs=["attack", "kill"], nouns=["attack", "raid"]),
    frame("COERCE", "jail", verbs=["jail"], mode=["arrest"]),
    frame("RETREAT", "leave", verbs=["withdraw"], nouns=["withdrawal"]),
    frame("THREATEN", "threaten", verbs=["threaten"], content="mode", pattern="address"),
    frame("REQUEST", "demand", verbs=["demand", "call for"], content="mode", pattern="address"),
)


def mode_of(one: Sentence) -> str | None:
    triggers, _ = TriggerFinder(LEXICON).find(one)
    nested = find_nested(one, triggers[0], triggers)
    modes = tuple(trigger.frame.data.mode for trigger in nested.triggers)
    return content_mode(LEXICON, triggers[0].frame.event, nested, modes)


def test_infinitive_gives_the_mode_of_a_threat() -> None:
    one = sentence(
        "Militants/NNS/nsubj/1 threatened/VBD/ROOT/1/threaten to/TO/aux/3 attack/VB/xcomp/1 ports/NNS/dobj/3"
    )
    assert mode_of(one) == "violence"


def test_mode_of_the_act_inside_goes_before_its_type() -> None:
    one = sentence(
        "Police/NNS/nsubj/1 threatened/VBD/ROOT/1/threaten to/TO/aux/3 jail/VB/xcomp/1 organisers/NNS/dobj/3"
    )
    assert mode_of(one) == "arrest"


def test_noun_after_a_preposition_entry() -> None:
    one = sentence("Ghana/NNP/nsubj/1 called/VBD/ROOT/1/call for/IN/prep/1 a/DT/det/4 withdrawal/NN/pobj/2")
    assert mode_of(one) == "yield"


def test_noun_without_a_frame_is_looked_up_as_a_word() -> None:
    one = sentence("Crowds/NNS/nsubj/1 demanded/VBD/ROOT/1/demand his/PRP$/poss/3 resignation/NN/dobj/1")
    assert mode_of(one) == "change"


def test_event_in_an_if_clause_is_not_what_is_threatened() -> None:
    one = sentence(
        "They/PRP/nsubj/1 threatened/VBD/ROOT/1/threaten Oman/NNP/dobj/1 if/IN/mark/5 it/PRP/nsubj/5 "
        "attacked/VBD/advcl/1/attack"
    )
    triggers, _ = TriggerFinder(LEXICON).find(one)
    assert find_nested(one, triggers[0], triggers).triggers == ()


def test_attack_that_kills_is_one_event_led_by_its_verb() -> None:
    one = sentence("The/DT/det/1 raid/NN/nsubj/2 killed/VBD/ROOT/2/kill nine/CD/nummod/4 men/NNS/dobj/2/man")
    triggers, _ = TriggerFinder(LEXICON).find(one)
    groups = join_triggers(one, triggers)
    assert [[trigger.head for trigger in group] for group in groups] == [[2, 1]]


def test_two_attacks_in_separate_clauses_stay_two() -> None:
    one = sentence(
        "Rebels/NNS/nsubj/1 attacked/VBD/ccomp/4/attack Goma/NNP/dobj/1 ;/:/punct/4 "
        "killed/VBD/ROOT/4/kill police/NNS/dobj/4"
    )
    triggers, _ = TriggerFinder(LEXICON).find(one)
    assert len(join_triggers(one, triggers)) == 2


PROMISES = lexicon(
    frame("AGREE", "pledge", verbs=["pledge"], content="absorb", pattern="address"),
    frame("ASSAULT", "attack", verbs=["attack"]),
)


def type_of(one: Sentence) -> tuple[str, tuple[str, ...]] | None:
    triggers, _ = TriggerFinder(PROMISES).find(one)
    nested = find_nested(one, triggers[0], triggers)
    modes = tuple(trigger.frame.data.mode for trigger in nested.triggers)
    return content_type(PROMISES, "AGREE", one, nested, inner_modes=modes)


def test_promise_to_attack_is_a_threat() -> None:
    one = sentence("Rebels/NNS/nsubj/1 pledged/VBD/ROOT/1/pledge to/TO/aux/3 attack/VB/xcomp/1 Goma/NNP/dobj/3")
    assert type_of(one) == ("THREATEN", ("violence",))


def test_promise_not_to_attack_is_a_concession() -> None:
    one = sentence(
        "Rebels/NNS/nsubj/1 pledged/VBD/ROOT/1/pledge not/RB/neg/4 to/TO/aux/4 attack/VB/xcomp/1 Goma/NNP/dobj/4"
    )
    assert type_of(one) == ("CONCEDE", ())


def test_promise_without_a_known_act_goes_by_its_word() -> None:
    one = sentence("Rebels/NNS/nsubj/1 pledged/VBD/ROOT/1/pledge to/TO/aux/3 retaliate/VB/xcomp/1")
    assert type_of(one) == ("THREATEN", ("violence",))


def test_promise_of_anything_else_stays_a_promise() -> None:
    one = sentence("Rebels/NNS/nsubj/1 pledged/VBD/ROOT/1/pledge to/TO/aux/3 rest/VB/xcomp/1")
    assert type_of(one) is None
