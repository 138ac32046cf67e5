"""Time expressions of a sentence, and which of them say when an event happened."""

import msgspec

from dragoman.extract.tense import clause_tense, is_pluperfect
from dragoman.extract.times.attachment import hangs_on, is_premodifier, opens_state, same_time, time_distance
from dragoman.extract.times.joining import JoinedTime, join_times
from dragoman.extract.times.lexer import TimeToken, lex, may_hold_time
from dragoman.extract.times.reading import read_times
from dragoman.extract.times.ties import stay
from dragoman.extract.times.words import load_words
from dragoman.records import ParsedArticle, Sentence, TextSpan, TimePhrase

__all__ = ["attach_times", "find_article_times", "find_times", "same_time"]


FAR = 20  # distance of a time of the clause since which something goes on
OPENING = 2  # words before a time that opens its sentence: "But in", "Meanwhile ,"


def find_times(sentence: Sentence, text: str) -> tuple[TimePhrase, ...]:
    """Read every time expression of a sentence: dates, lengths of time, sets, references to now and then.

    Args:
        sentence: parsed or not; without a parse the phrases have no tense and no head.
        text: the article's text, which the sentence's offsets count.

    Returns:
        The phrases in order, those of a range inside one phrase.
    """
    words = load_words()
    inside = text[sentence.start : sentence.end]
    if not may_hold_time(inside, words):
        return ()
    tokens = lex(inside, words)
    times = read_times(tokens, words)
    joined = join_times(times, tokens, words, opening=sentence.kind == "paragraph")
    return tuple(_phrase(time, tokens, sentence, text) for time in joined)


def find_article_times(parsed: ParsedArticle) -> tuple[TimePhrase, ...]:
    """Read the time expressions of all sentences of an article, in order."""
    return tuple(phrase for sentence in parsed.sentences for phrase in find_times(sentence, parsed.article.text))


def attach_times(sentence: Sentence, head: int, times: tuple[TimePhrase, ...]) -> tuple[TimePhrase, ...]:
    """Choose the times that say when the event of a trigger happened.

    A time in another clause is that clause's verb's, one inside a noun phrase ("last year's coup") that noun's.

    Args:
        sentence: the trigger's sentence; nothing is attached if it is not parsed.
        head: number of the trigger's head token.
        times: the times of the sentence.

    Returns:
        Those that bear on the event, nearest first, with their distance.
    """
    near = [(distance, phrase) for phrase in times if (distance := time_distance(sentence, head, phrase)) is not None]
    if not near:
        near = [(FAR, _since(phrase)) for phrase in times if opens_state(sentence, head, phrase)]
    whole = stay(sentence, head, times)
    if whole is not None:
        near.append((0, whole))
    near.sort(key=lambda pair: pair[0])
    return tuple(msgspec.structs.replace(phrase, distance=distance) for distance, phrase in near)


def _since(phrase: TimePhrase) -> TimePhrase:
    """Give the time of a clause as that since which something goes on."""
    return msgspec.structs.replace(phrase, parts=tuple(sorted({**dict(phrase.parts), "lead": "since"}.items())))


def _phrase(time: JoinedTime, tokens: list[TimeToken], sentence: Sentence, text: str) -> TimePhrase:
    def span(first: int, last: int) -> TextSpan:
        start, end = sentence.start + tokens[first].start, sentence.start + tokens[last].end
        return TextSpan(text=text[start:end], start=start, end=end)

    last = time.last
    while last > time.first and tokens[last].form in {".", ","}:
        last -= 1
    extent = span(time.first, last)
    head = _head(sentence, extent) if sentence.parsed else -1
    parts = dict(time.parts)
    start = time.start
    if start < time.first and _is_noun_s(time, tokens, sentence, head):
        # The preposition is the noun's: "since Monday's attack" does not say "since Monday".
        start = time.first
        del parts["lead"]
    if time.start <= OPENING:
        parts["opens"] = "1"
    if head >= 0:
        above = hangs_on(sentence, head)
        if above is not None:
            parts["hangs"] = above
        if is_pluperfect(sentence, head):
            parts["aspect"] = "perfect"
    return TimePhrase(
        span=span(start, last),
        sentence=sentence.index,
        kind=time.kind,
        parts=tuple(sorted(parts.items())),
        extent=extent,
        head=head,
        tense=clause_tense(sentence, head) if head >= 0 else "none",
        ends=tuple(_phrase(end, tokens, sentence, text) for end in time.ends),
    )


def _is_noun_s(time: JoinedTime, tokens: list[TimeToken], sentence: Sentence, head: int) -> bool:
    """Tell whether a time belongs to the noun behind it; "over the next decade" never does, whatever the parse."""
    if time.last + 1 < len(tokens) and tokens[time.last + 1].form == "'s":
        return True
    return head >= 0 and "ref" not in time.parts and is_premodifier(sentence, head)


def _head(sentence: Sentence, extent: TextSpan) -> int:
    """Give the token by which a phrase hangs in its sentence: the one whose head stands outside."""
    inside = [token for token in sentence.tokens if token.start < extent.end and extent.start < token.end]
    numbers = {token.i for token in inside}
    tops = [token.i for token in inside if token.head == token.i or token.head not in numbers]
    return tops[-1] if tops else -1
