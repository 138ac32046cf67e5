"""Words of one sentence that tell one event together: "an attack killed ...", "opened fire, wounding ..."."""

from collections.abc import Sequence

from dragoman.extract.triggers import Trigger
from dragoman.records import Sentence

# Prepositions that put an event into the event of the same type that it is part of.
PART_OF = frozenset({"in", "during", "by", "with", "from", "as", "amid", "through", "when", "after"})
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
    if lower.entry.kind == "noun":
        if token.dep in {"nsubj", "nsubjpass"} and token.head in heads and upper.entry.kind == "verb":
            return True
        preposition = sentence.tokens[token.head]
        if (
            token.dep == "pobj"
            and preposition.text.lower() in PART_OF
            and _same_clause(sentence, preposition.head, heads)
        ):
            return True
    if token.dep in {"acl", "relcl"} and token.head in heads and upper.entry.kind == "noun":
        return True
    if token.dep == "advcl" and token.tag == "VBG" and token.head in heads:
        return lower.frame.event in ONE_INCIDENT
    if token.dep in {"conj", "xcomp"} and token.head in heads and lower.entry.kind == upper.entry.kind:
        # "urged Egypt to wait and asked Sudan to leave" are two requests: each has its own object.
        apart = token.dep == "conj" and any(True for _ in sentence.children(lower.head, "dobj", "dative"))
        return lower.frame.event in ONE_INCIDENT or (lower.frame.id == upper.frame.id and not apart)
    return False


def _same_clause(sentence: Sentence, governor: int, heads: set[int]) -> bool:
    """A preposition may hang on the verb itself or on one of its nouns ("killed 12 people in a bombing")."""
    if governor in heads:
        return True
    token = sentence.tokens[governor]
    return token.dep in {"dobj", "nsubjpass", "nsubj"} and token.head in heads


def _depth(sentence: Sentence, i: int) -> int:
    return sum(1 for _ in sentence.ancestors(i))
