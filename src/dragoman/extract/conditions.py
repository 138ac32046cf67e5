"""What an event hangs on: the words of an if, unless, until, in-case or in-exchange phrase."""

from dragoman.extract.cue_words import ConditionCue, load_cues, word_of
from dragoman.extract.tense import auxiliaries, clause_tense, clause_verb, is_verbal
from dragoman.records import ConditionPhrase, Polarity, Sentence, TextSpan, Token

# Through these a condition on what is said, threatened or asked reaches the word that says it.
DOWN = frozenset(
    {"xcomp", "ccomp", "dobj", "acl", "pcomp", "prep", "pobj", "attr", "oprd", "advcl", "conj", "acomp"}
)
# Through these a condition on a verb reaches what stands below it.
UP = frozenset(
    {"xcomp", "ccomp", "conj", "dobj", "nsubjpass", "acl", "pcomp", "prep", "pobj", "attr", "nsubj", "advcl"}
)
TEMPORAL = frozenset({"until", "till"})
PARTICIPLES = frozenset({"assuming", "provided", "providing"})
MAX_REACH = 5  # links between event and condition; longer paths join what does not belong together
LEADING = frozenset({"aux", "auxpass", "mark", "advmod", "cc", "punct", "prep"})


def find_condition(sentence: Sentence, trigger: int) -> ConditionPhrase | None:
    """Give the condition that the event of a trigger hangs on, None if there is none.

    A condition counts when it is attached to the trigger's clause, to the verb above it that says,
    threatens or asks it, or to what the trigger says, threatens or asks. The nearest one is given.

    Args:
        sentence: the sentence; an unparsed one has no condition.
        trigger: number of the trigger's head token.

    Returns:
        The words from the cue to the end of the condition, without the closing punctuation.
    """
    if not sentence.parsed:
        return None
    best: tuple[int, int, int, Polarity] | None = None
    for first, last, holder, polarity in _conditions(sentence):
        if first <= trigger <= last:
            continue
        reach = _reach(sentence, trigger, holder)
        temporal = word_of(sentence.tokens[first]) in TEMPORAL
        if reach is None or not _may_hang(sentence, trigger, holder, temporal=temporal):
            continue
        found = (reach, first, last, polarity)
        best = found if best is None or found < best else best
    if best is None:
        return None
    _, first, last, polarity = best
    return ConditionPhrase(span=_span(sentence, first, last), polarity=polarity)


def _span(sentence: Sentence, first: int, last: int) -> TextSpan:
    """Give the words with the spaces that stand between them in the text."""
    tokens = sentence.tokens[first : last + 1]
    text = ""
    for token in tokens:
        text += " " * (token.start - tokens[0].start - len(text)) + token.text
    return TextSpan(text=text, start=tokens[0].start, end=tokens[-1].end)


def _conditions(sentence: Sentence) -> list[tuple[int, int, int, Polarity]]:
    """Give first token, last token, holder and polarity of each condition of the sentence."""
    found: list[tuple[int, int, int, Polarity]] = []
    openers = {words[0] for words, _ in load_cues().conditions} | load_cues().words(
        "conditions.inversion.words"
    )
    if not any(word_of(token) in openers for token in sentence.tokens):
        return found
    taken = -1
    for i in range(len(sentence.tokens)):
        if i <= taken:
            continue
        cue = _cue_at(sentence, i)
        if cue is not None:
            top = _top(sentence, i, len(cue.words.split()))
            if top is not None and _fits(sentence, i, top, cue):
                last = _last(sentence, i, top)
                found.append((i, last, sentence.tokens[top].head, cue.polarity))
                taken = i + len(cue.words.split()) - 1
            continue
        top = _inverted(sentence, i)
        if top is not None:
            found.append((i, _last(sentence, i, top), sentence.tokens[top].head, "if"))
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
    for _ in sentence.tokens:
        if at.head == at.i:
            return None
        inside = first <= at.head <= last
        if (
            not inside
            and at.dep not in LEADING - {"prep"}
            and at.dep not in {"quantmod", "det", "amod", "pobj"}
        ):
            break
        if not inside and at.dep in {"advmod", "amod", "pobj"} and _holds_clause(sentence, at.i, last):
            break
        above = sentence.tokens[at.head]
        if at.dep in {"mark", "advmod"} and above.dep in {
            "advcl",
            "ccomp",
            "acl",
            "relcl",
            "conj",
            "pcomp",
            "dep",
        }:
            at = above
            if above.i > last:
                break
            continue
        at = above
    return at.i if at.head != at.i else None


def _holds_clause(sentence: Sentence, i: int, last: int) -> bool:
    return any(j > last and is_verbal(sentence.tokens[j]) for j in sentence.subtree(i))


def _fits(sentence: Sentence, first: int, top: int, cue: ConditionCue) -> bool:
    below = [j for j in sentence.subtree(top) if j >= first + len(cue.words.split())]
    if not below:
        return False
    token = sentence.tokens[top]
    if cue.words in {"if", "whether"} and token.dep in {"ccomp", "pcomp"} and token.head < first:
        return False
    has_verb = any(is_verbal(sentence.tokens[j]) or sentence.tokens[j].dep == "ccomp" for j in below)
    if cue.with_ == "clause" and not has_verb:
        return False
    if cue.words in PARTICIPLES and not any(True for _ in sentence.children(first, "ccomp", "mark")):
        return token.i != first
    if cue.words in TEMPORAL and sentence.tokens[first].dep != "mark":
        heads = list(sentence.children(first, "pobj", "pcomp", "prep", "advmod", "npadvmod"))
        return bool(heads) and not any(_is_time(sentence, head) for head in heads)
    return True


def _is_time(sentence: Sentence, token: Token) -> bool:
    times = load_cues().words("conditions.times.words")
    inside = [sentence.tokens[j] for j in sentence.subtree(token.i)] if token.dep == "prep" else [token]
    return any(word.lemma.lower() in times or word_of(word) in times or word.tag == "CD" for word in inside)


def _last(sentence: Sentence, first: int, top: int) -> int:
    """Give the condition's last token: the run of its words from the cue on, without closing punctuation."""
    inside = set(sentence.subtree(top))
    last = first
    while last + 1 in inside and not _opens_alternative(sentence, last + 1):
        last += 1
    while last > first and (
        sentence.tokens[last].dep in {"punct", "cc"} or sentence.tokens[last].text in {",", "."}
    ):
        last -= 1
    return last


def _is_torn(sentence: Sentence, last: int) -> bool:
    """Tell whether the parser cut a compound in two ("no deal on troops | pullout")."""
    here, following = sentence.tokens[last], sentence.tokens[last + 1]
    bare = not any(True for _ in sentence.children(following.i, "det", "amod", "compound", "poss"))
    return here.tag in {"NN", "NNS"} and following.tag in {"NN", "NNS"} and bare


def _opens_alternative(sentence: Sentence, i: int) -> bool:
    """Tell whether "or else" begins here: what follows is what happens if the condition is not met."""
    return sentence.words(i, i + 1).lower() in {"or else", "or otherwise"}


def _inverted(sentence: Sentence, i: int) -> int | None:
    """Give the verb of "should the talks fail" when token `i` opens it, else None."""
    token = sentence.tokens[i]
    if token.dep != "aux" or word_of(token) not in load_cues().words("conditions.inversion.words"):
        return None
    verb = sentence.tokens[token.head]
    subject = next((child.i for child in sentence.children(verb.i, "nsubj", "nsubjpass")), None)
    # "should the North strike": the parser may take the verb for a noun, and its subject for a modifier.
    follows = subject > i if subject is not None else verb.tag.startswith("NN")
    opens = sentence.subtree(verb.i)[0] == i and follows
    return (
        verb.i
        if opens and verb.head != verb.i and verb.dep in {"advcl", "ccomp", "dep", "parataxis"}
        else None
    )


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


def _may_hang(sentence: Sentence, trigger: int, holder: int, *, temporal: bool) -> bool:
    """Tell whether such an event can hang on a condition: what is over and done hangs on nothing."""
    verb = clause_verb(sentence, trigger)
    above = sentence.tokens[clause_verb(sentence, holder)]
    below_noun = not is_verbal(sentence.tokens[trigger]) and sentence.is_within(holder, trigger)
    if below_noun or not is_verbal(sentence.tokens[verb]):
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
