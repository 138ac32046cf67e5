"""One step up the tree from an event: what the governing word says about whether it happened."""

import msgspec

from dragoman.extract.cue_words import Effect, Family, ends_with, lemma_of, lemmas_of, load_cues, word_of
from dragoman.extract.tense import auxiliaries, clause_tense, is_verbal
from dragoman.records import Sentence, Token

OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
# Prepositions through which a verb or noun governs an event ("threatened with sanctions", "fear of attacks").
GOVERNING = frozenset({"about", "against", "at", "for", "from", "of", "on", "to", "with", "into"})
# Prepositions whose gerund is the very act of the verb above ("will respond by closing the border").
SAME_ACT = frozenset({"by", "in"})
# Determiners and adjectives with which an object is new to the reader, hence only as real as its verb.
INDEFINITE = frozenset({"a", "additional", "an", "another", "any", "fresh", "further", "more", "new", "no"})


class Link(msgspec.Struct, frozen=True):
    """Where the walk goes next and what the step does.

    Attributes:
        to: number of the next token, None when the walk ends here.
        effect: what the governing word does, None when it does nothing.
        rule: name of the family or rule, for `explain`.
        cue: number of the token that decided.
        bare: True when the next token's own negation and modals do not concern the event.
    """

    to: int | None
    effect: Effect | None = None
    rule: str = ""
    cue: int | None = None
    bare: bool = False


END = Link(to=None)
OPEN = frozenset({"request"})  # families whose complement says nothing, whatever becomes of the asking


def find_family(sentence: Sentence, i: int, complement: str) -> Family | None:
    """Give the family under which token `i` governs such a complement, None if it is in none."""
    cues = load_cues()
    token = sentence.tokens[i]
    kinds = {"NOUN": ("nouns",), "PROPN": ("nouns",), "ADJ": ("adjectives", "verbs")}
    for kind in kinds.get(token.pos, ("verbs", "adjectives")):
        for lemma in lemmas_of(sentence, i):
            family = cues.governors.get((lemma, kind, complement))
            if family is not None:
                return family
    return None


def _by_family(family: Family, governor: int) -> Link:
    if family.effect == "fact":
        return END
    if family.name in OPEN:
        # No agreement on a withdrawal does not mean that nobody withdrew: what is asked for stays open.
        return Link(to=None, effect=family.effect, rule=family.name, cue=governor)
    return Link(to=governor, effect=family.effect, rule=family.name, cue=governor)


def _conjunct(sentence: Sentence, token: Token) -> Link:
    """Go to the first member; its auxiliaries count if the second has none of its own."""
    head = sentence.tokens[token.head]
    own = any(True for _ in sentence.children(token.i, "aux", "auxpass", "nsubj", "nsubjpass", "neg"))
    shared = is_verbal(token) and is_verbal(head) and not own and token.tag == head.tag
    return Link(to=head.i, bare=not shared)


def is_infinitive(sentence: Sentence, i: int) -> bool:
    """Tell whether token `i` is an infinitive with `to`."""
    return any(child.tag == "TO" for child in sentence.children(i, "aux"))


def marker(sentence: Sentence, i: int) -> Token | None:
    """Give the word that opens the clause of verb `i`, None if there is none."""
    for child in sentence.children(i, "mark", "advmod"):
        if child.i < i and (child.dep == "mark" or child.tag == "WRB"):
            return child
    return None


def _complement(sentence: Sentence, token: Token) -> Link:
    opener = marker(sentence, token.i)
    if opener is not None and word_of(opener) in {"if", "whether"}:
        return Link(to=None, effect="hypothetical", rule="open-question", cue=opener.i)
    if is_infinitive(sentence, token.i):
        return _infinitive(sentence, token)
    family = find_family(sentence, token.head, "clause")
    if family is not None and family.name != "motion":
        return _by_belief(sentence, token, family, token.head)
    told = token.dep == "ccomp" or lemma_of(sentence, token.head) in load_cues().reporting
    return END if told else Link(to=token.head)


def _infinitive(sentence: Sentence, token: Token) -> Link:
    """Judge an infinitive: what its governor says of it, or the purpose of the deed above."""
    noun = _noun_before(sentence, token)
    if noun is not None:
        return noun
    head = sentence.tokens[token.head]
    if head.lemma.lower() in {"be", "about"}:
        return Link(to=head.i, effect="future", rule="is-to", cue=head.i)
    family = find_family(sentence, head.i, "clause")
    if family is not None and family.effect == "keep" and _obliges(sentence, head):
        return Link(to=head.i, effect="hypothetical", rule="obligation", cue=head.i)
    if family is not None:
        return _by_belief(sentence, token, family, head.i)
    return _purpose(sentence, token, head)


def _purpose(sentence: Sentence, token: Token, head: Token) -> Link:
    if token.dep != "advcl" and lemma_of(sentence, head.i) in load_cues().reporting:
        return END
    # "phoned the king to ask for help": what is said by the deed above is said when that is done.
    if token.dep == "advcl" and _is_speech(sentence, token.i) and clause_tense(sentence, head.i) == "past":
        return Link(to=head.i)
    rule = "purpose" if token.dep == "advcl" else "infinitive"
    return Link(to=head.i, effect="hypothetical", rule=rule, cue=head.i)


def _obliges(sentence: Sentence, head: Token) -> bool:
    """Tell whether this is "has to" (an open duty), not "had to" (a duty done)."""
    return head.lemma.lower() == "have" and clause_tense(sentence, head.i) != "past"


def _is_speech(sentence: Sentence, i: int) -> bool:
    family = find_family(sentence, i, "clause")
    asks = family is not None and family.name in {"request", "threat"}
    return asks or lemma_of(sentence, i) in load_cues().reporting


def _by_belief(sentence: Sentence, token: Token, family: Family, governor: int) -> Link:
    """What is believed of the past is told as a fact, what is believed of the future is not."""
    if family.effect != "belief":
        return _by_family(family, governor)
    known = clause_tense(sentence, token.i) == "past" or not is_verbal(token)
    return Link(to=governor, effect="keep" if known else "hypothetical", rule="belief", cue=governor)


def _adverbial(sentence: Sentence, token: Token) -> Link:
    cues = load_cues()
    opener = marker(sentence, token.i)
    word = word_of(opener) if opener is not None else ""
    conditional = opens_condition(sentence, token.i)
    if conditional is not None:
        return Link(to=None, effect="hypothetical", rule="conditional", cue=conditional)
    if is_infinitive(sentence, token.i):
        return _infinitive(sentence, token)
    if opener is not None and word in cues.words("certainty.temporal.words"):
        effect = _awaited(sentence, token, word)
        return Link(to=None, effect=effect, rule="awaited", cue=opener.i) if effect is not None else END
    return Link(to=token.head) if opener is None and token.tag in {"VBG", "VBN"} else END


def _awaited(sentence: Sentence, token: Token, word: str) -> Effect | None:
    """Tell what a clause of time leaves of its event: "will leave when they sign", "would not until they signed"."""
    cues = load_cues()
    modal = next((child for child in auxiliaries(sentence, token.head) if child.tag == "MD"), None)
    if modal is not None and word_of(modal) in cues.words("certainty.modals.shifted"):
        return "hypothetical" if word in cues.words("certainty.temporal.ahead") else None
    if clause_tense(sentence, token.head) == "future" and clause_tense(sentence, token.i) != "past":
        return "future"
    return None


def _noun_before(sentence: Sentence, token: Token) -> Link | None:
    """Give back to "a plot" the "to kill" that follows it and that the parser hung on the verb."""
    first = min(child.i for child in sentence.children(token.i, "aux"))
    before = sentence.tokens[first - 1] if first else token
    if before.head != token.head or before.dep not in OBJECTS:
        return None
    family = find_family(sentence, before.i, "clause") if before.pos == "NOUN" else None
    return _by_family(family, before.i) if family is not None else None


def opens_condition(sentence: Sentence, i: int) -> int | None:
    """Give the word that makes the clause of verb `i` a condition, "should" before its subject included."""
    cues = load_cues()
    for child in sentence.children(i, "mark"):
        if word_of(child) in cues.words("certainty.conditional.words"):
            return child.i
    first = sentence.tokens[sentence.subtree(i)[0]]
    inverted = first.dep == "aux" and first.head == i
    return first.i if inverted and word_of(first) in cues.words("conditions.inversion.words") else None


def _noun_clause(sentence: Sentence, token: Token) -> Link:
    if token.tag in {"VBG", "VBN"} and not is_infinitive(sentence, token.i) and marker(sentence, token.i) is None:
        return END
    family = find_family(sentence, token.head, "clause")
    if family is not None:
        return _by_belief(sentence, token, family, token.head)
    if is_infinitive(sentence, token.i):
        return Link(to=token.head, effect="hypothetical", rule="infinitive", cue=token.head)
    return END


def _relative(sentence: Sentence, token: Token) -> Link:
    """Judge an infinitive that the parser took for a relative clause: "a mission to destroy"."""
    return _noun_clause(sentence, token) if is_infinitive(sentence, token.i) else END


def _after_preposition(sentence: Sentence, token: Token) -> Link:
    preposition = sentence.tokens[token.head]
    phrase = _phrase(sentence, preposition)
    if phrase is not None:
        return phrase
    if preposition.head == preposition.i or preposition.dep == "agent":
        return END
    governor = preposition.head
    word = word_of(preposition)
    complements = ("clause",) if token.dep == "pcomp" else ("object", "clause")
    if word in GOVERNING | SAME_ACT:
        for complement in complements:
            family = _prepositional(sentence, token, governor, complement)
            listed = is_verbal(sentence.tokens[governor])
            if family is not None and (family.effect != "keep" or listed or word in {"of", "in", "with"}):
                return _by_belief(sentence, token, family, governor)
    if token.dep == "pcomp" and word in SAME_ACT and is_verbal(sentence.tokens[governor]):
        return Link(to=governor)
    return END


def _prepositional(sentence: Sentence, token: Token, governor: int, complement: str) -> Family | None:
    """Look a governor up; a verb takes an object through the prepositions that it is listed with only."""
    if token.dep == "pcomp" or not is_verbal(sentence.tokens[governor]):
        return find_family(sentence, governor, complement)
    entry = f"{lemma_of(sentence, governor)} {word_of(sentence.tokens[token.head])}"
    return load_cues().governors.get((entry, "verbs", "object")) if complement == "object" else None


def _phrase(sentence: Sentence, preposition: Token) -> Link | None:
    for words, effect in load_cues().phrases:
        if ends_with(sentence, preposition.i, words):
            return Link(to=None, effect=effect, rule=" ".join(words), cue=preposition.i)
    return None


def _gerund(sentence: Sentence, token: Token) -> Link:
    """Judge "dissolving" in "considers dissolving parliament" where it was taken for an adjective."""
    noun = sentence.tokens[token.head]
    opens = token.tag == "VBG" and noun.dep == "dobj" and sentence.subtree(noun.i)[0] == token.i
    family = find_family(sentence, noun.head, "clause") if opens else None
    return _by_family(family, noun.head) if family is not None else END


def _modifier(sentence: Sentence, token: Token) -> Link:
    """Judge "attack" in "attack plan"; most nouns so modified say nothing of it."""
    family = find_family(sentence, token.head, "object")
    return _by_family(family, token.head) if family else END


def _object(sentence: Sentence, token: Token) -> Link:
    """An object is as real as a verb of doing above it; else it is told as known, unless it is new."""
    head = sentence.tokens[token.head]
    carried = _carried(sentence, token)
    if carried is not None:
        return Link(to=carried)
    if head.lemma.lower() == "be":
        return Link(to=head.i)
    family = find_family(sentence, head.i, "object")
    said = lemma_of(sentence, token.i) in load_cues().words("reporting.nouns.words")
    if family is not None:
        # A claim that is rejected has been made.
        return END if said and family.effect == "negate" else _by_family(family, head.i)
    new = any(word_of(child) in INDEFINITE for child in sentence.children(token.i, "det", "amod"))
    return Link(to=head.i) if new and token.dep == "dobj" and is_verbal(head) else END


def _subject(sentence: Sentence, token: Token) -> Link:
    head = sentence.tokens[token.head]
    carried = _carried(sentence, token)
    if carried is not None:
        return Link(to=carried)
    if head.lemma.lower() == "be":
        for child in sentence.children(head.i, "acomp"):
            for complement in ("object", "clause"):
                family = find_family(sentence, child.i, complement)
                if family is not None and family.effect not in {"keep", "fact"}:
                    return _by_family(family, child.i)
        ahead = clause_tense(sentence, head.i) == "future"
        return Link(to=head.i) if ahead else END
    family = find_family(sentence, head.i, "subject")
    return _by_family(family, head.i) if family is not None else END


def _carried(sentence: Sentence, token: Token) -> int | None:
    """Give the verb of happening at the end of a chain ("the talks are expected to take place")."""
    at = token.head
    for _ in sentence.tokens:
        below = next((child.i for child in sentence.children(at, "xcomp") if is_verbal(child)), None)
        if below is None:
            break
        at = below
    if at == token.head:
        return None
    passive = any(True for _ in sentence.children(at, "auxpass"))
    family = find_family(sentence, at, "object" if passive else "subject")
    return at if family is not None and family.effect in {"keep", "negate"} else None


_STEPS = {
    "conj": _conjunct,
    "xcomp": _complement,
    "ccomp": _complement,
    "advcl": _adverbial,
    "acl": _noun_clause,
    "relcl": _relative,
    "pcomp": _after_preposition,
    "pobj": _after_preposition,
    "amod": _gerund,
    "nsubj": _subject,
    "compound": _modifier,
    "nmod": _modifier,
    **dict.fromkeys(OBJECTS, _object),
}


def link_up(sentence: Sentence, i: int) -> Link:
    """Give the step from token `i` to what governs it; it ends where the event is told as a fact."""
    token = sentence.tokens[i]
    step = _STEPS.get(token.dep)
    return step(sentence, token) if step is not None and token.head != i else END
