"""Modes of ASSAULT that the means tell: a drone, a knife, a car bomb."""

from collections.abc import Mapping

from dragoman.extract.lexicon import Instrument
from dragoman.extract.syntax import modifiers
from dragoman.extract.triggers import Trigger, trigger_subjects
from dragoman.records import Sentence

MEANS = ("with", "by", "in", "using", "from", "of", "through", "via", "during", "after")


def instrument_modes(
    instruments: tuple[Instrument, ...], sentence: Sentence, trigger: Trigger, *, frame_modes: tuple[str, ...]
) -> tuple[str, ...]:
    """Give an assault's modes: the frame's own, and the first that the words around tell.

    Args:
        instruments: modes and their words, in order of precedence.
        sentence: a parsed sentence.
        trigger: the assault's trigger.
        frame_modes: modes that the frame always carries.
    """
    words = _nearby(sentence, trigger)
    for instrument in instruments:
        if words & instrument.words:
            return tuple(sorted({*frame_modes, instrument.mode}))
    return frame_modes


def bare_means(sentence: Sentence, classes: Mapping[str, frozenset[str]]) -> set[int]:
    """Give the nouns for things that do nothing of themselves ("a rocket hit"), unless they say whose they are."""
    words = classes.get("means", frozenset())
    return {
        token.i
        for token in sentence.tokens
        if token.lemma.lower() in words
        and token.pos == "NOUN"
        and not any(True for _ in sentence.children(token.i, "poss"))
        and not modifiers(sentence, token.i)[0]
    }


def _nearby(sentence: Sentence, trigger: Trigger) -> frozenset[str]:
    numbers: set[int] = set(trigger.tokens)
    heads = {trigger.head} if trigger.light is None else {trigger.head, trigger.light}
    for head in heads:
        for child in sentence.children(head):
            if child.dep in {"compound", "amod", "nmod"}:
                numbers.update(sentence.subtree(child.i))
            elif child.dep in {"prep", "agent"} and child.text.lower() in MEANS:
                numbers.update(_noun_groups(sentence, child.i))
            elif child.dep in {"advcl", "xcomp"} and child.tag == "VBG":
                numbers.update(j for j in sentence.subtree(child.i) if sentence.tokens[j].dep in {"dobj", "compound"})
                numbers.add(child.i)
    for subject in trigger_subjects(sentence, trigger):
        numbers.add(subject)
        numbers.update(child.i for child in sentence.children(subject, "compound", "amod", "nmod"))
    token = sentence.tokens[trigger.head]
    if token.dep in {"pobj", "nsubj", "dobj"} and sentence.tokens[token.head].pos in {"ADP", "VERB"}:
        governor = token.head if sentence.tokens[token.head].pos == "VERB" else sentence.tokens[token.head].head
        if governor != trigger.head:
            numbers.add(governor)
    return _phrases(sentence, sorted(numbers))


def _noun_groups(sentence: Sentence, preposition: int) -> set[int]:
    found = set()
    for pobj in sentence.children(preposition, "pobj", "pcomp"):
        found.add(pobj.i)
        found.update(child.i for child in sentence.children(pobj.i, "compound", "amod", "nmod", "dobj", "conj"))
    return found


def _phrases(sentence: Sentence, numbers: list[int]) -> frozenset[str]:
    """Give the lemmas, and each two neighbouring lemmas joined ("tear gas")."""
    lemmas = {i: sentence.tokens[i].lemma.lower() for i in numbers}
    found = set(lemmas.values()) | {sentence.tokens[i].text.lower() for i in numbers}
    found |= {f"{lemmas[i]} {lemmas[i + 1]}" for i in numbers if i + 1 in lemmas}
    return frozenset(found)
