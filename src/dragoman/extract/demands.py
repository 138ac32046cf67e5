"""What is asked for by a threat, request, promise or refusal, and by when it is to be met."""

from dragoman.extract.content import Nested
from dragoman.extract.cue_words import lemma_of, load_cues, span_of, word_of
from dragoman.extract.syntax import prepositional
from dragoman.extract.tense import clause_verb
from dragoman.records import ConditionPhrase, Sentence, TextSpan, TimePhrase, Token

DEMANDING = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"})
"""Types that may carry a demand and a deadline."""
LIMITS = frozenset({"before", "by", "within"})
OPENERS = frozenset({"that", "to", "for"})
CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl")


def find_demand(
    sentence: Sentence, head: int, event: str, *, nested: Nested | None, condition: ConditionPhrase | None, text: str
) -> TextSpan | None:
    """Give the words for what somebody is to do.

    A request demands its content. A threat demands what its condition says must happen ("unless they leave",
    "if they do not leave"). What is granted or refused is a demand only where it is called one.

    Args:
        sentence: the trigger's sentence.
        head: number of the trigger's head token.
        event: PLOVER type of the event.
        nested: what stands inside the speech act.
        condition: what the event hangs on.
        text: the article's text.
    """
    if event not in DEMANDING or not sentence.parsed:
        return None
    if event == "THREATEN":
        return _averting(sentence, condition, text=text) or _of_noun(sentence, head, text=text)
    if event == "REQUEST":
        heads = nested.heads if nested is not None else ()
        return _whole(sentence, head, heads, text=text) or _of_noun(sentence, head, text=text)
    return _of_noun(sentence, head, text=text)


def _averting(sentence: Sentence, condition: ConditionPhrase | None, *, text: str) -> TextSpan | None:
    """Give what has to happen so that a threat is not carried out."""
    if condition is None:
        return None
    inside = [one for one in sentence.tokens if condition.span.start <= one.start < condition.span.end]
    if not inside[1:]:
        return None
    if condition.polarity in {"unless", "until"}:
        return span_of(sentence, inside[1].i, inside[-1].i, text=text)
    failing = load_cues().words("conditions.failing.words")
    for token in inside[:-1]:
        denied = token.dep == "neg" or lemma_of(sentence, token.i) in failing
        if denied:
            first = token.i + 1
            if word_of(sentence.tokens[first]) == "to" and first < inside[-1].i:
                first += 1
            return span_of(sentence, first, inside[-1].i, text=text)
    return None


def _whole(sentence: Sentence, head: int, heads: tuple[int, ...], *, text: str) -> TextSpan | None:
    """Give the whole clause or phrase around the first head of what is asked."""
    after = [i for i in heads if i > head]
    return _subtree(sentence, after[0], after=head, text=text) if after else None


def _of_noun(sentence: Sentence, head: int, *, text: str) -> TextSpan | None:
    """Read "rejected a demand to free him", "agreed to calls for a truce", "an ultimatum to leave"."""
    nouns = load_cues().words("conditions.demanding.nouns")
    below = (head, *(child.i for child in sentence.children(head, "dobj", "nsubjpass", "attr")))
    below = (*below, *(i for word in ("to", "of", "with") for i in prepositional(sentence, head, word)))
    for i in below:
        if lemma_of(sentence, i) not in nouns:
            continue
        clause = next((child.i for child in sentence.children(i, *CLAUSES)), None)
        asked = [clause] if clause is not None else prepositional(sentence, i, "for")
        if asked:
            return _subtree(sentence, asked[0], after=i, text=text)
    return None


def _subtree(sentence: Sentence, i: int, *, after: int, text: str) -> TextSpan | None:
    numbers = [j for j in sentence.subtree(i) if j > after]
    while numbers and (word_of(sentence.tokens[numbers[0]]) in OPENERS or sentence.tokens[numbers[0]].dep == "punct"):
        numbers.pop(0)
    while numbers and sentence.tokens[numbers[-1]].dep == "punct":
        numbers.pop()
    return span_of(sentence, numbers[0], numbers[-1], text=text) if numbers else None


def find_deadline(
    sentence: Sentence, head: int, event: str, *, times: tuple[TimePhrase, ...], condition: ConditionPhrase | None
) -> TimePhrase | None:
    """Give the time by which a demand, promise or threat is to be met.

    Args:
        sentence: the trigger's sentence.
        head: number of the trigger's head token.
        event: PLOVER type of the event.
        times: the time phrases of the sentence.
        condition: what the event hangs on; a time in it is a deadline too.
    """
    if event not in DEMANDING or not sentence.parsed:
        return None
    top = clause_verb(sentence, head)
    for phrase in times:
        tokens = [one for one in sentence.tokens if phrase.span.start <= one.start < phrase.span.end]
        if not tokens or not _limits(sentence, phrase, tokens):
            continue
        conditional = condition is not None and condition.span.start <= phrase.span.start < condition.span.end
        if conditional or (tokens[0].i > head and sentence.is_within(tokens[0].i, top)):
            return phrase
    return None


def _limits(sentence: Sentence, phrase: TimePhrase, tokens: list[Token]) -> bool:
    """Tell whether a time is one that something must be done by: "by Friday", "48 hours to leave"."""
    if dict(phrase.parts).get("lead") in LIMITS:
        return True
    first, last = tokens[0].i, tokens[-1].i
    before = " ".join(word_of(one) for one in sentence.tokens[max(0, first - 3) : first])
    cues = load_cues()
    if any(before.endswith(words) for words in cues.words("conditions.latest.words")):
        return True
    named = any(
        one.lemma.lower() in cues.words("conditions.latest.nouns") for one in sentence.tokens[max(0, first - 2) : first]
    )
    following = [word_of(one) for one in sentence.tokens[last + 1 : last + 2]]
    given = phrase.kind == "duration" or dict(phrase.parts).get("lead") == "until"
    return named or (given and following == ["to"])
