"""Tense of the clause that holds a word."""

from dragoman.extract.cue_words import lemmas_of, load_cues, word_of
from dragoman.records import Sentence, Tense, Token

CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"})
AUXILIARIES = ("aux", "auxpass")
PRESENT_TAGS = frozenset({"VBZ", "VBP"})


def is_verbal(token: Token) -> bool:
    """Tell whether a token is a verb form, by its coarse part or its tag."""
    return token.pos in {"VERB", "AUX"} or token.tag.startswith("VB")


def clause_verb(sentence: Sentence, i: int) -> int:
    """Give the number of the verb that governs token `i`, itself if it is one; the root if there is none."""
    token = sentence.tokens[i]
    for _ in range(len(sentence.tokens)):
        if token.head == token.i:
            return token.i
        if is_verbal(token) and token.dep not in {
            "aux",
            "auxpass",
            "amod",
            "compound",
            "nmod",
            "case",
            "prep",
            "mark",
        }:
            return token.i
        token = sentence.tokens[token.head]
    return token.i


def auxiliaries(sentence: Sentence, verb: int) -> list[Token]:
    """Give the auxiliaries of a verb, those of the first verb of its coordination if it shares them."""
    own = list(sentence.children(verb, *AUXILIARIES))
    token = sentence.tokens[verb]
    if own or token.dep != "conj" or token.head == verb:
        return own
    shares = not any(True for _ in sentence.children(verb, "nsubj", "nsubjpass", "expl"))
    head = sentence.tokens[token.head]
    if shares and is_verbal(head) and _same_form(token, head):
        return auxiliaries(sentence, head.i)
    return own


def _same_form(token: Token, head: Token) -> bool:
    return token.tag == head.tag or {token.tag, head.tag} <= {"VBN", "VBD"}


def clause_tense(sentence: Sentence, i: int) -> Tense:
    """Tell the tense of the clause that governs token `i`.

    The present perfect and bare participles count as past; infinitives under words of plan, wish or
    threat as future, other infinitives and gerunds take the tense of the clause above.

    Args:
        sentence: a sentence; `none` is given if it is not parsed.
        i: number of the token.
    """
    if not sentence.parsed:
        return "none"
    return _tense(sentence, clause_verb(sentence, i), depth=0)


def _tense(sentence: Sentence, verb: int, *, depth: int) -> Tense:
    token = sentence.tokens[verb]
    if depth > len(sentence.tokens) or not is_verbal(token):
        return "none"
    helpers = auxiliaries(sentence, verb)
    if any(_opens_future(helper) for helper in helpers):
        return "future"
    finite = [helper for helper in helpers if helper.tag in PRESENT_TAGS | {"VBD", "MD"}]
    if finite:
        return _finite(sentence, verb, finite[0])
    if token.tag in PRESENT_TAGS:
        return "present"
    reduced = token.tag == "VBN" and not any(helper.lemma.lower() in {"have", "be"} for helper in helpers)
    if token.tag == "VBD" or reduced:
        return "past"
    return _from_governor(sentence, verb, depth=depth)


def _opens_future(helper: Token) -> bool:
    cues = load_cues()
    word = word_of(helper)
    return helper.tag == "MD" and word in cues.words("certainty.modals.future") | cues.words("certainty.modals.shifted")


def _finite(sentence: Sentence, verb: int, helper: Token) -> Tense:
    if helper.tag == "VBD":
        return "past"
    perfect = helper.lemma.lower() == "have" or word_of(helper) in {"has", "have", "'ve"}
    if perfect and sentence.tokens[verb].tag in {"VBN", "VBD"}:
        return "past"
    return "present"


def _from_governor(sentence: Sentence, verb: int, *, depth: int) -> Tense:
    token = sentence.tokens[verb]
    if token.head == verb:
        return "none"
    infinitive = any(child.tag == "TO" for child in sentence.children(verb, "aux"))
    if any(child.lemma.lower() == "have" for child in sentence.children(verb, "aux")):
        return "past"
    if infinitive and _looks_ahead(sentence, token.head):
        return "future"
    return _tense(sentence, clause_verb(sentence, token.head), depth=depth + 1)


def _looks_ahead(sentence: Sentence, governor: int) -> bool:
    cues = load_cues()
    head = sentence.tokens[governor]
    if head.lemma.lower() in {"be", "about"}:
        return True
    kinds = {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
    for lemma in lemmas_of(sentence, governor):
        family = cues.governors.get((lemma, kinds.get(head.pos, "verbs"), "clause"))
        if family is not None:
            return family.effect in {"future", "hypothetical"} and family.name != "attempt"
    return False


def is_pluperfect(sentence: Sentence, i: int) -> bool:
    """Tell whether the clause that governs token `i` is in the past perfect ("had attacked")."""
    if not sentence.parsed:
        return False
    verb = clause_verb(sentence, i)
    if sentence.tokens[verb].tag not in {"VBN", "VBD"}:
        return False
    helpers = auxiliaries(sentence, verb)
    words = {word_of(helper) for helper in helpers}
    return bool(words & {"had", "'d"}) and not any(helper.tag == "MD" for helper in helpers)
