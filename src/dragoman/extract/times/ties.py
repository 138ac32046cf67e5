"""Ties between a trigger and words that tell its time or place in its stead, and times that only compare."""

import msgspec

from dragoman.extract.cue_words import lemma_of
from dragoman.extract.occasion_words import load_occasion_words
from dragoman.extract.syntax import RELATIVE, SUBJECTS
from dragoman.extract.tense import clause_verb, is_verbal
from dragoman.records import Sentence, TimePhrase

COMPARING = frozenset({"JJS", "RBS"})
FIRSTS = frozenset({"first", "only", "second", "third"})
COMPARED = 12
"""Words between a superlative and the time that it reaches back to: "the worst riots in the capital since May"."""
LIVING = frozenset({"PRON", "PROPN"})


def named_event(sentence: Sentence, head: int) -> int:
    """Give the verb that tells what an event noun only calls by a name: "shot them in what he called an attack".

    Args:
        sentence: a parsed sentence.
        head: number of the noun.

    Returns:
        The number of the verb, `head` itself if it is no such noun.
    """
    token = sentence.tokens[head]
    if token.pos != "NOUN" or token.dep not in {"oprd", "dobj", "attr", "pobj"}:
        return head
    verb = clause_verb(sentence, head)
    named = sentence.tokens[verb]
    above = sentence.tokens[named.head]
    what = any(child.text.lower() == "what" for child in sentence.children(verb))
    if named.dep != "pcomp" or above.text.lower() != "in" or not what:
        return head
    if lemma_of(sentence, verb) not in load_occasion_words().naming:
        return head
    return clause_verb(sentence, above.head)


def is_comparison(sentence: Sentence, phrase: TimePhrase) -> bool:
    """Tell whether a time only says how far a superlative reaches: "the deadliest raid since 2005".

    Args:
        sentence: a parsed sentence.
        phrase: one of its times.
    """
    parts = dict(phrase.parts)
    if phrase.kind != "duration" and parts.get("lead") != "since":
        return False
    before = [token for token in sentence.tokens if token.start < phrase.span.start][-COMPARED:]
    for token in reversed(before):
        if is_verbal(token) or token.text in {";", ":"}:
            return False
        if token.tag in COMPARING or (token.lemma.lower() in FIRSTS and token.dep in {"amod", "attr", "oprd", "appos"}):
            return True
    return False


def since_clause(sentence: Sentence, head: int, verb: int) -> bool:
    """Tell whether a verb's clause says since when a trigger's goes on: "jailed since they moved in on Friday".

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        verb: number of the other verb.
    """
    token = sentence.tokens[verb]
    if token.dep != "advcl" or not any(child.text.lower() == "since" for child in sentence.children(verb, "mark")):
        return False
    return token.head == clause_verb(sentence, head)


def since_event(sentence: Sentence, head: int, other: int) -> bool:
    """Tell whether another event says since when a trigger's goes on: "has not been seen since his arrest".

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        other: number of the other event's.
    """
    above = sentence.tokens[sentence.tokens[other].head]
    if above.dep == "prep" and above.text.lower() == "since":
        return above.head in {head, clause_verb(sentence, head)}
    return since_clause(sentence, head, other)


def stay(sentence: Sentence, head: int, times: tuple[TimePhrase, ...]) -> TimePhrase | None:
    """Read "the second day of a five-day visit", which tells from when to when a visit is.

    Args:
        sentence: a parsed sentence.
        head: number of the noun.
        times: the times of the sentence.

    Returns:
        The length of it as a time of kind `stay`, with the day's number; None if the words do not tell both.
    """
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if token.pos != "NOUN" or above.text.lower() != "of":
        return None
    length = next((one for one in times if one.kind == "duration" and _is_days_before(sentence, head, one)), None)
    day = next((one for one in times if one.head == above.head and "ord" in dict(one.parts)), None)
    if length is None or day is None or dict(day.parts).get("unit") != "day":
        return None
    parts = {**dict(length.parts), "ord": dict(day.parts)["ord"]}
    return msgspec.structs.replace(length, kind="stay", parts=tuple(sorted(parts.items())), tense=day.tense)


def _is_days_before(sentence: Sentence, head: int, phrase: TimePhrase) -> bool:
    parts = dict(phrase.parts)
    inside = phrase.head >= 0 and sentence.is_within(phrase.head, head) and phrase.head < head
    return inside and parts.get("unit") == "day" and parts.get("n", "").isdigit()


def is_companion(sentence: Sentence, head: int, verb: int) -> bool:
    """Tell whether a clause beside a noun tells of the trigger's time: what its victims did, or what its weapon did.

    Args:
        sentence: a parsed sentence.
        head: number of a trigger that is a verb.
        verb: number of the clause's verb.
    """
    token, words = sentence.tokens[verb], load_occasion_words()
    if token.dep == "acl":
        return token.tag == "VBG" and lemma_of(sentence, verb) in words.doing
    if token.dep != "relcl" or lemma_of(sentence, verb) not in words.flown:
        return False
    thing = sentence.tokens[token.head]
    subject = any(child.text.lower() in RELATIVE - {"who"} for child in sentence.children(verb, *SUBJECTS))
    return subject and thing.dep == "dobj" and thing.head == head and thing.pos not in LIVING
