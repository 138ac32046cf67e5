"""Which event a time bears on: the way from the time up to the trigger, clause by clause."""

from dragoman.extract.cue_words import lemmas_of, load_cues
from dragoman.extract.syntax import RELATIVE, SUBJECTS, is_passive
from dragoman.extract.tense import clause_tense, clause_verb, is_verbal
from dragoman.records import Sentence, TimePhrase

UNDATED = frozenset({"age", "reference", "set"})
"""Kinds of phrases that never say when something happened."""
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod", "poss"})
BLOCKING = frozenset(
    {"about", "after", "before", "despite", "following", "for", "over", "regarding", "since", "until", "without"}
)
"""Prepositions that lead to another event with a time of its own: "fled after an attack on Thursday"."""
SETTING = frozenset({"at", "during", "in", "on"})
"""Prepositions before the event as part of which something happened: "killed in Thursday's attack"."""
APART = frozenset({"after", "although", "before", "if", "once", "since", "though", "unless", "until"})
"""Conjunctions before a clause that has a time of its own."""
SHARED, CLAUSE = 4, 8
"""Distances of times that stand in a clause beside the trigger's, and around it."""


def time_distance(sentence: Sentence, head: int, phrase: TimePhrase) -> int | None:
    """Tell how far by syntax a time is from a trigger.

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        phrase: one of its times.

    Returns:
        0 for a dependent of the trigger, more for what stands farther; None if it bears on another event.
    """
    if phrase.head < 0 or phrase.kind in UNDATED or ("lead", "dateline") in phrase.parts:
        return None
    site = _site(sentence, phrase.head)
    if site == head:
        return 0
    if _is_premodifier(sentence, phrase.head, site):
        return _from_noun(sentence, head, site)
    bearers = _bearers(sentence, site)
    if head in bearers:
        return bearers.index(head)
    return _from_clause(sentence, head, bearers[-1])


def _site(sentence: Sentence, i: int) -> int:
    """Give the word that a time hangs on, over prepositions."""
    token = sentence.tokens[i]
    for _ in sentence.tokens:
        if token.head == token.i:
            return token.i
        token = sentence.tokens[token.head]
        if token.pos not in {"ADP", "SCONJ"} and not (token.pos == "ADV" and token.dep == "advmod"):
            return token.i
    return token.i


def _is_premodifier(sentence: Sentence, i: int, site: int) -> bool:
    token = sentence.tokens[i]
    return i < site and token.head == site and token.dep in PREMODIFIERS and not is_verbal(sentence.tokens[site])


def _bearers(sentence: Sentence, site: int) -> list[int]:
    """Give what a time may say the day of: the noun that it hangs on, the nouns above, and their verb."""
    found = [site]
    token = sentence.tokens[site]
    for _ in sentence.tokens:
        if token.head == token.i or is_verbal(token):
            break
        if token.pos == "ADP" and token.text.lower() in BLOCKING:
            break
        token = sentence.tokens[token.head]
        if token.pos != "ADP":
            found.append(token.i)
    return found


def _from_noun(sentence: Sentence, head: int, noun: int) -> int | None:
    """A time before a noun ("last year's coup") is the noun's, and of what happened in the course of it."""
    trigger = sentence.tokens[head]
    if trigger.dep == "relcl" and trigger.head == noun and _relative_subject(sentence, head):
        return SHARED
    above = sentence.tokens[sentence.tokens[noun].head]
    if above.pos == "ADP" and above.text.lower() in SETTING and above.head == head:
        return SHARED
    return None


def _from_clause(sentence: Sentence, head: int, verb: int) -> int | None:
    """Tell whether a time of a clause holds for a trigger that is not its verb."""
    trigger = sentence.tokens[head]
    if not is_verbal(trigger):
        return _for_noun(sentence, head, verb)
    if trigger.dep == "conj" and trigger.head == verb:
        return SHARED
    clause = sentence.tokens[verb]
    if clause.dep == "conj" and clause.head == head and not _has_subject(sentence, verb):
        return SHARED + 1
    if trigger.head == verb and _same_time(sentence, head):
        return SHARED + 2
    if clause.head == head and _same_time(sentence, verb) and clause_tense(sentence, verb) != "future":
        return SHARED + 2
    return None


def _same_time(sentence: Sentence, verb: int) -> bool:
    """Tell whether a dependent clause is told of the same time as the clause above it."""
    token = sentence.tokens[verb]
    marks = {child.text.lower() for child in sentence.children(verb, "mark", "advmod")}
    if token.dep == "xcomp":
        return not _is_about(sentence, token.head)
    return token.dep == "advcl" and not marks & APART and (token.tag == "VBG" or bool(marks & {"as", "when", "while"}))


def _for_noun(sentence: Sentence, head: int, verb: int) -> int | None:
    """A time beside a verb holds for an event noun that is its subject or object, unless the verb is about the event."""
    if not is_verbal(sentence.tokens[verb]):
        return None
    clause = sentence.tokens[verb]
    if clause.dep in {"relcl", "acl"} and clause.head == head:
        told = clause.dep == "relcl" and _relative_subject(sentence, verb)
        done = is_passive(sentence, verb)
        return SHARED if (told or done) and not _is_about(sentence, verb) else None
    if clause_verb(sentence, head) != verb or not _is_argument(sentence, head, verb):
        return None
    return CLAUSE if not _is_about(sentence, verb) else None


def _is_argument(sentence: Sentence, noun: int, verb: int) -> bool:
    """Tell whether a noun hangs on a verb by nothing but prepositions that keep it at the verb's time."""
    token = sentence.tokens[noun]
    while token.i != verb:
        if token.pos == "ADP" and token.text.lower() in BLOCKING:
            return False
        if token.head == token.i:
            return False
        token = sentence.tokens[token.head]
    return True


def _relative_subject(sentence: Sentence, verb: int) -> bool:
    return any(child.text.lower() in RELATIVE for child in sentence.children(verb, *SUBJECTS, "nsubjpass"))


def _has_subject(sentence: Sentence, verb: int) -> bool:
    return any(True for _ in sentence.children(verb, *SUBJECTS, "nsubjpass"))


def _is_about(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb speaks of an event rather than being a part of it: condemn, plan, deny, say."""
    cues = load_cues()
    for lemma in lemmas_of(sentence, verb):
        if lemma in cues.reporting:
            return True
        family = cues.governors.get((lemma, "verbs", "object"))
        if family is not None and family.effect != "keep":
            return True
    return False
