"""What an event hangs on: the words of an if, unless, until, in-case or in-exchange phrase."""

from functools import cache

import msgspec

from dragoman.extract.cue_words import ConditionCue, load_cues, span_of, word_of
from dragoman.extract.tense import auxiliaries, clause_tense, clause_verb, is_verbal
from dragoman.records import ConditionPhrase, Polarity, Sentence, Token

# Through these a condition on what is said, threatened or asked reaches the word that says it.
DOWN = frozenset({"xcomp", "ccomp", "dobj", "acl", "pcomp", "prep", "pobj", "attr", "oprd", "advcl", "conj", "acomp"})
# Through these a condition on a verb reaches what stands below it.
UP = frozenset(
    {"xcomp", "ccomp", "conj", "dobj", "nsubjpass", "acl", "pcomp", "prep", "pobj", "attr", "nsubj", "advcl"}
)
TEMPORAL = frozenset({"until", "till"})
PARTICIPLES = frozenset({"assuming", "provided", "providing"})
MAX_REACH = 5  # links between event and condition; longer paths join what does not belong together
CLAUSES = frozenset({"advcl", "ccomp", "acl", "relcl", "conj", "pcomp", "dep"})
# Through these a cue word leads up to the head of its condition.
LEADING = frozenset({"aux", "auxpass", "mark", "advmod", "cc", "punct", "quantmod", "det", "amod", "pobj"})


class _Found(msgspec.Struct, frozen=True):
    """A condition of the sentence: its first and last token, what holds it, and what it says."""

    first: int
    last: int
    holder: int
    polarity: Polarity
    binds: bool = False


def find_condition(sentence: Sentence, trigger: int, *, text: str | None = None) -> ConditionPhrase | None:
    """Give the condition that the event of a trigger hangs on, None if there is none.

    A condition counts when it is attached to the trigger's clause, to the verb above it that says,
    threatens or asks it, or to what the trigger says, threatens or asks. The nearest one is given.

    Args:
        sentence: the sentence; an unparsed one has no condition.
        trigger: number of the trigger's head token.
        text: the article's text, to show the words exactly as they stand; None joins the tokens by
            spaces, which differs where the text has tabs or line breaks.

    Returns:
        The words from the cue to the end of the condition, without the closing punctuation.
    """
    if not sentence.parsed:
        return None
    best: tuple[int, int, _Found] | None = None
    for found in _conditions(sentence):
        reach = _reach(sentence, trigger, found.holder)
        inside = found.first <= trigger <= found.last
        if inside or reach is None or not _may_hang(sentence, trigger, found):
            continue
        if best is None or (reach, found.first) < best[:2]:
            best = (reach, found.first, found)
    if best is None:
        return None
    span = span_of(sentence, best[2].first, best[2].last, text=text)
    return ConditionPhrase(span=span, polarity=best[2].polarity)


@cache
def _openers() -> frozenset[str]:
    """Give the words with which a condition can begin."""
    cues = load_cues()
    return cues.words("conditions.inversion.words") | {words[0] for words, _ in cues.conditions}


def _conditions(sentence: Sentence) -> list[_Found]:
    """Give the conditions of the sentence in order."""
    found: list[_Found] = []
    openers = _openers()
    taken = -1
    for i in range(len(sentence.tokens)):
        if i <= taken or word_of(sentence.tokens[i]) not in openers:
            continue
        cue = _cue_at(sentence, i)
        if cue is None:
            found.extend(_inverted(sentence, i))
            continue
        top = _top(sentence, i, len(cue.words.split()))
        if top is not None and _fits(sentence, i, top, cue):
            last = _last(sentence, i, top)
            holder = sentence.tokens[top].head
            found.append(_Found(first=i, last=last, holder=holder, polarity=cue.polarity, binds=cue.binds))
            taken = i + len(cue.words.split()) - 1
    return found


def _cue_at(sentence: Sentence, i: int) -> ConditionCue | None:
    cues = load_cues()
    words = [word_of(token) for token in sentence.tokens[i : i + 5]]
    before = word_of(sentence.tokens[i - 1]) if i else ""
    if before in cues.words("conditions.not_after.words"):
        return None
    for parts, cue in cues.conditions:
        if tuple(words[: len(parts)]) == parts:
            after = words[len(parts)] if len(words) > len(parts) else ""
            return None if after in cues.words("conditions.not_before.words") else cue
    return None


def _top(sentence: Sentence, first: int, length: int) -> int | None:
    """Give the head of the condition that opens with the cue: its verb or its preposition."""
    last = first + length - 1
    at = sentence.tokens[first]
    tail = sentence.tokens[last]
    if tail.dep == "prep" and not first <= tail.head <= last:
        at = tail
    for _ in sentence.tokens:
        if at.head == at.i:
            return None
        above = sentence.tokens[at.head]
        outward = not first <= at.head <= last
        opens = at.dep in {"mark", "advmod"} and above.dep in CLAUSES
        if opens and above.i > last:
            return above.i if above.head != above.i else None
        if outward and not opens:
            held = at.dep in {"advmod", "amod", "pobj"} and _holds_clause(sentence, at.i, last)
            if held or at.dep not in LEADING:
                break
        at = above
    return at.i if at.head != at.i else None


def _holds_clause(sentence: Sentence, i: int, last: int) -> bool:
    return any(j > last and is_verbal(sentence.tokens[j]) for j in sentence.subtree(i))


def _fits(sentence: Sentence, first: int, top: int, cue: ConditionCue) -> bool:
    """Tell whether what follows the cue is what the cue asks for."""
    if cue.with_ == "clause" and _split_off(sentence, top):
        return True
    below = [j for j in sentence.subtree(top) if j >= first + len(cue.words.split())]
    token = sentence.tokens[top]
    # "asked if", "depends on if": what is asked, not what something hangs on.
    asked = cue.words == "if" and token.dep in {"ccomp", "pcomp"} and token.head < first
    if asked or not below:
        return False
    clause = any(is_verbal(sentence.tokens[j]) or sentence.tokens[j].dep == "ccomp" for j in below)
    if cue.words in PARTICIPLES and not any(True for _ in sentence.children(first, "ccomp", "mark")):
        return token.i != first
    if cue.words in TEMPORAL and sentence.tokens[first].dep != "mark":
        heads = list(sentence.children(first, "pobj", "pcomp", "prep", "advmod", "npadvmod"))
        return bool(heads) and not any(_is_time(sentence, head) for head in heads)
    return clause or cue.with_ != "clause"


def _is_time(sentence: Sentence, token: Token) -> bool:
    times = load_cues().words("conditions.times.words")
    inside = [sentence.tokens[j] for j in sentence.subtree(token.i)] if token.dep == "prep" else [token]
    return any(word.lemma.lower() in times or word_of(word) in times or word.tag == "CD" for word in inside)


def _last(sentence: Sentence, first: int, top: int) -> int:
    """Give the condition's last token: the run of its words from the cue on, without closing punctuation."""
    inside = set(sentence.subtree(top))
    split = _split_off(sentence, top)
    inside |= set(split)
    last = first
    while last + 1 in inside and not _opens_alternative(sentence, last + 1):
        last += 1
    while last > first and (sentence.tokens[last].dep in {"punct", "cc"} or sentence.tokens[last].text in {",", "."}):
        last -= 1
    return last


def _split_off(sentence: Sentence, top: int) -> list[int]:
    """Give the clause after "in the event that" where the parser hung it on the verb above."""
    following = sentence.subtree(top)[-1] + 1
    if following >= len(sentence.tokens) or sentence.tokens[following].dep != "mark":
        return []
    verb = sentence.tokens[sentence.tokens[following].head]
    joined = word_of(sentence.tokens[following]) == "that" and verb.head == sentence.tokens[top].head
    return sentence.subtree(verb.i) if joined else []


def _is_torn(sentence: Sentence, last: int) -> bool:
    """Tell whether the parser cut a compound in two ("no deal on troops | pullout")."""
    here, following = sentence.tokens[last], sentence.tokens[last + 1]
    bare = not any(True for _ in sentence.children(following.i, "det", "amod", "compound", "poss"))
    return here.tag in {"NN", "NNS"} and following.tag in {"NN", "NNS"} and bare


def _opens_alternative(sentence: Sentence, i: int) -> bool:
    """Tell whether "or else" begins here: what follows is what happens if the condition is not met."""
    return sentence.words(i, i + 1).lower() in {"or else", "or otherwise"}


def _inverted(sentence: Sentence, i: int) -> list[_Found]:
    """Read "should the talks fail" and "were the talks to fail" where token `i` opens it."""
    token = sentence.tokens[i]
    if word_of(token) not in load_cues().words("conditions.inversion.words"):
        return []
    verb = sentence.tokens[token.head] if token.dep == "aux" else token
    subject = next((child.i for child in sentence.children(verb.i, "nsubj", "nsubjpass", "attr")), None)
    # "should the North strike": the parser may take the verb for a noun, and its subject for a modifier.
    follows = subject > i if subject is not None else verb.tag.startswith("NN")
    opens = sentence.subtree(verb.i)[0] == i and follows
    if token.dep != "aux":
        opens = opens and any(word_of(child) == "would" for child in auxiliaries(sentence, verb.head))
    if not opens or verb.head == verb.i or verb.dep not in {"advcl", "ccomp", "dep", "parataxis"}:
        return []
    return [_Found(first=i, last=_last(sentence, i, verb.i), holder=verb.head, polarity="if")]


def _reach(sentence: Sentence, trigger: int, holder: int) -> int | None:
    """Give the number of links between the trigger and what holds the condition, None if they do not join."""
    up = _path(sentence, trigger, holder, DOWN_FROM_HOLDER)
    if up is not None:
        return up
    return _path(sentence, holder, trigger, DOWN)


def _path(sentence: Sentence, low: int, high: int, allowed: frozenset[str]) -> int | None:
    at = sentence.tokens[low]
    for steps in range(MAX_REACH + 1):
        if at.i == high:
            return steps
        if at.head == at.i or at.dep not in allowed or _stands_alone(sentence, at, allowed):
            return None
        at = sentence.tokens[at.head]
    return None


def _stands_alone(sentence: Sentence, token: Token, allowed: frozenset[str]) -> bool:
    """Tell whether a second member has its own subject, so that its condition is its own."""
    own = any(True for _ in sentence.children(token.i, "nsubj", "nsubjpass"))
    return allowed is DOWN and token.dep == "conj" and own


DOWN_FROM_HOLDER = UP | {"parataxis"}


def _may_hang(sentence: Sentence, trigger: int, found: _Found) -> bool:
    """Tell whether such an event can hang on a condition: what is over and done hangs on nothing."""
    verb = clause_verb(sentence, trigger)
    above = sentence.tokens[clause_verb(sentence, found.holder)]
    temporal = word_of(sentence.tokens[found.first]) in TEMPORAL
    below_noun = not is_verbal(sentence.tokens[trigger]) and sentence.is_within(found.holder, trigger)
    if found.binds or below_noun or not is_verbal(sentence.tokens[verb]):
        return True
    own = clause_tense(sentence, verb)
    modal = any(child.tag == "MD" for child in auxiliaries(sentence, verb))
    if sentence.is_within(above.i, verb) and above.i != verb:
        # The condition stands below, on what is threatened or asked.
        return _is_speech(sentence, verb)
    if temporal and own == "past" and not any(True for _ in sentence.children(verb, "neg")):
        return False
    return own != "past" or modal or sentence.tokens[trigger].i != verb or _is_speech(sentence, verb)


def _is_speech(sentence: Sentence, verb: int) -> bool:
    lemma = sentence.tokens[verb].lemma.lower()
    cues = load_cues()
    if lemma in cues.reporting:
        return True
    family = cues.governors.get((lemma, "verbs", "clause"))
    return family is not None and family.effect in {"hypothetical", "future", "negate"}
