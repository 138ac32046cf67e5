"""Clauses of a parsed sentence, as far as reference needs them: who stands beside whom under one verb."""

from dragoman.records import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
OF_NOUNS = frozenset({"relcl", "acl"})
UNDER = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep"})
RELATIVE_TAGS = frozenset({"WP", "WDT"})
OWN_CLAUSE = frozenset({"ROOT", "ccomp", "relcl", "parataxis", *SUBJECTS})
EMPTY_VERBS = frozenset({"be", "seem", "appear", "become"})
CLAUSE_DEPTH = 5  # clauses to climb for an understood subject


def clause_mates(sentence: Sentence, head: int) -> set[int]:
    """Give the offsets of what stands beside a pronoun under the same verb: it cannot be the same actor.

    Args:
        sentence: the sentence; without a parse nothing is known.
        head: number of the pronoun's token.
    """
    if not sentence.parsed:
        return set()
    token = sentence.tokens[head]
    if token.dep not in ARGUMENTS:
        return set()
    verb = token.head
    if token.dep == "pobj":
        verb = sentence.tokens[token.head].head
    mates = {child.start for child in sentence.children(verb) if child.i != head}
    if token.dep not in SUBJECTS:
        mates.update(_understood_subjects(sentence, verb))
    return mates


def spread_names(sentence: Sentence, head: int) -> list[int]:
    """Give a noun's token and those of the nouns coordinated with it, in order."""
    found = [head]
    for i in found:
        found.extend(child.i for child in sentence.children(i, "conj") if child.pos in {"NOUN", "PROPN", "PRON"})
    return sorted(found)


def _understood_subjects(sentence: Sentence, verb: int) -> set[int]:
    """Give the offsets of who does what a verb says, understood ones included.

    "Cruz met Rubio, praising him"; "before the judge, who remanded him": the relative pronoun's noun too.
    """
    for _ in range(CLAUSE_DEPTH):
        token = sentence.tokens[verb]
        subjects = list(sentence.children(verb, *SUBJECTS))
        if subjects:
            offsets = {child.start for child in subjects}
            if token.dep in OF_NOUNS and any(child.tag in RELATIVE_TAGS for child in subjects):
                offsets.add(sentence.tokens[token.head].start)
            return offsets
        if token.dep in OF_NOUNS:
            return {sentence.tokens[token.head].start}
        if token.dep not in UNDER or token.head == verb:
            return set()
        verb = token.head
    return set()


def clause_subjects(sentence: Sentence, head: int) -> set[int]:
    """Give the offsets of the subjects over a phrase in its own clause: who does it is not what it is done to.

    Args:
        sentence: the sentence; without a parse nothing is known.
        head: number of the phrase's head token.
    """
    offsets: set[int] = set()
    if not sentence.parsed:
        return offsets
    token = sentence.tokens[head]
    while token.dep not in OWN_CLAUSE and token.head != token.i:
        token = sentence.tokens[token.head]
        offsets.update(child.start for child in sentence.children(token.i, *SUBJECTS) if child.i != head)
    return offsets


def is_empty(sentence: Sentence, head: int) -> bool:
    """Tell whether an "it" stands for a clause that follows ("it was wrong to invite them"), not for anybody.

    Args:
        sentence: the sentence.
        head: number of the pronoun's token.
    """
    if not sentence.parsed or sentence.tokens[head].dep not in SUBJECTS:
        return False
    verb = sentence.tokens[sentence.tokens[head].head]
    if verb.lemma not in EMPTY_VERBS:
        return False
    under = sentence.subtree(verb.i)
    return any(
        sentence.tokens[i].dep in {"aux", "mark"} and sentence.tokens[i].text.lower() in {"to", "that"}
        for i in under
        if i > verb.i
    )
