"""Verbs that carry an event noun: "carried out an attack", "suffered an attack"."""

from dragoman.extract.lexicon import Carriers
from dragoman.records import Sentence, Token

OBJECTS = frozenset({"dobj", "nsubjpass"})


def carried_by(sentence: Sentence, noun: Token, verbs: Carriers) -> int | None:
    """Find the verb of a list that an event noun hangs on.

    Args:
        sentence: a parsed sentence.
        noun: the event noun.
        verbs: the verbs, each with the words that must stand beside it.

    Returns:
        The verb's number, None if there is none.
    """
    for i in _above(sentence, noun):
        verb = _carrier(sentence, i)
        near = _near_words(sentence, verb) | {sentence.tokens[i].text.lower()}
        for rest in verbs.get(sentence.tokens[verb].lemma.lower(), ()):
            if sentence.tokens[i].pos == "ADP" and not rest:
                continue
            if all(word in near for word in rest):
                return verb
    return None


def _above(sentence: Sentence, noun: Token) -> list[int]:
    first = noun
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    found = []
    if first.dep in {"dobj", "nsubjpass", "obj"} or (first.dep == "pobj" and first.head != first.i):
        found.append(first.head)
    found.extend(child.i for child in sentence.children(noun.i, "acl", "relcl") if child.tag in {"VBN", "VBD"})
    return found


def _carrier(sentence: Sentence, i: int) -> int:
    """Give the verb over a word: its own if it is one, that over a preposition, also past the verb's own object."""
    token = sentence.tokens[i]
    if token.pos != "ADP":
        return i
    above = sentence.tokens[token.head]
    return above.head if above.dep in OBJECTS else above.i  # "claimed responsibility for the attack"


def _near_words(sentence: Sentence, verb: int) -> set[str]:
    """Give the words that hang on a verb and on its object."""
    children = list(sentence.children(verb))
    below = [word for child in children if child.dep in OBJECTS for word in sentence.children(child.i)]
    return {child.text.lower() for child in (*children, *below)}
