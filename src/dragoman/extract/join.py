"""Words of one sentence that tell one event together: "an attack killed ...", "opened fire, wounding ..."."""

from collections.abc import Sequence

from dragoman.extract.syntax import is_passive
from dragoman.extract.triggers import Trigger, trigger_subjects
from dragoman.records import Sentence, Token

# Prepositions that put an event into the event of the same type that it is part of.
PART_OF = frozenset({"in", "during", "by", "with", "from", "as", "amid", "through", "when", "after"})
WHEN = frozenset({"after", "as", "when"})
# Coordinated deeds of these types are one incident even if done to different people.
ONE_INCIDENT = frozenset({"ASSAULT", "PROTEST"})


def join_triggers(sentence: Sentence, triggers: Sequence[Trigger]) -> list[list[Trigger]]:
    """Put the triggers of one event together.

    Args:
        sentence: a parsed sentence.
        triggers: its triggers, in order.

    Returns:
        Groups in the order of their first trigger; within a group the governing trigger comes first.
    """
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        for group in groups:
            if any(_one_event(sentence, other, trigger) for other in group):
                group.append(trigger)
                break
        else:
            groups.append([trigger])
    for group in groups:
        group.sort(key=lambda trigger: (_depth(sentence, trigger.head), trigger.head))
    return groups


def _one_event(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    if first.frame.event != second.frame.event:
        return False
    return _governs(sentence, first, second) or _governs(sentence, second, first)


def _governs(sentence: Sentence, upper: Trigger, lower: Trigger) -> bool:
    """Tell whether `lower` hangs on `upper` in a way that makes it the same event."""
    token = sentence.tokens[lower.head]
    heads = {upper.head} if upper.light is None else {upper.head, upper.light}
    if lower.entry.kind == "noun" and _noun_hangs(sentence, upper, token, heads):
        return True
    if token.head not in heads:
        return False
    if token.dep in {"acl", "relcl"}:
        return upper.entry.kind == "noun"
    if token.dep == "advcl":
        return lower.frame.event in ONE_INCIDENT and _tells_the_same(sentence, upper, lower.head)
    if token.dep in {"conj", "xcomp"} and lower.entry.kind == upper.entry.kind:
        return not _stands_apart(sentence, upper.head, lower.head) and _one_deed(sentence, upper, lower)
    return False


def _noun_hangs(sentence: Sentence, upper: Trigger, noun: Token, heads: set[int]) -> bool:
    """Tell whether an event noun does what the verb above says, or holds it ("killed in a bombing")."""
    if noun.dep in {"nsubj", "nsubjpass"}:
        return noun.head in heads and upper.entry.kind == "verb"
    preposition = sentence.tokens[noun.head]
    inside = noun.dep == "pobj" and preposition.text.lower() in PART_OF
    return inside and _same_clause(sentence, preposition.head, heads)


def _one_deed(sentence: Sentence, upper: Trigger, lower: Trigger) -> bool:
    if lower.frame.event in ONE_INCIDENT:
        return True
    # "urged Egypt to wait and asked Sudan to leave" are two requests: each has its own object.
    conjunct = sentence.tokens[lower.head].dep == "conj"
    apart = conjunct and any(True for _ in sentence.children(lower.head, "dobj", "dative"))
    return lower.frame.id == upper.frame.id and not apart


def _tells_the_same(sentence: Sentence, upper: Trigger, lower: int) -> bool:
    """Tell whether an adverbial clause tells its governor's deed: how, to what end, or by whom it was done."""
    if sentence.tokens[lower].tag == "VBG":
        return True
    if any(child.tag == "TO" for child in sentence.children(lower, "aux")):
        return True
    # "12 were killed when gunmen opened fire": who is not told above is told below.
    marks = {child.text.lower() for child in sentence.children(lower, "mark", "advmod")}
    return not WHEN.isdisjoint(marks) and upper.entry.kind == "verb" and not trigger_subjects(sentence, upper)


def _stands_apart(sentence: Sentence, upper: int, lower: int) -> bool:
    """Tell whether a coordinated deed has a doer or a target of its own."""
    token = sentence.tokens[lower]
    if token.pos == "NOUN":
        # "the attack in Baghdad and the bombings in Diyala" are two, "shelling and air strikes on the town" one.
        return any(child.i < lower for child in sentence.children(upper, "prep"))
    own = any(True for _ in sentence.children(lower, "nsubj"))
    return own and not is_passive(sentence, lower)


def _same_clause(sentence: Sentence, governor: int, heads: set[int]) -> bool:
    """A preposition may hang on the verb itself or on one of its nouns ("killed 12 people in a bombing")."""
    if governor in heads:
        return True
    token = sentence.tokens[governor]
    return token.dep in {"dobj", "nsubjpass", "nsubj"} and token.head in heads


def _depth(sentence: Sentence, i: int) -> int:
    return sum(1 for _ in sentence.ancestors(i))
