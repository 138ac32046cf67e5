"""Builders for tests of times: unparsed sentences and the time phrases of a text."""

import datetime as dt
import re

from dragoman.extract.time_phrases import find_times
from dragoman.records import Sentence, Tense, TimePhrase, Token, build_sentence
from dragoman.resolve.dates.anchors import Timeline
from dragoman.resolve.dates.context import Context
from dragoman.resolve.dates.resolver import ResolvedTime, read_phrase

WORD = re.compile(r"\w+|[^\w\s]")


def plain_sentence(text: str, *, index: int = 0, offset: int = 0, kind: str = "paragraph") -> Sentence:
    """Build a sentence whose tokens have text and offsets only."""
    tokens = tuple(
        Token(
            i=i,
            text=match.group(),
            lemma="",
            pos="",
            tag="",
            dep="",
            head=i,
            start=offset + match.start(),
            end=offset + match.end(),
        )
        for i, match in enumerate(WORD.finditer(text))
    )
    return build_sentence(tokens, index=index, kind=kind, parsed=False)


def phrases_of(text: str) -> tuple[TimePhrase, ...]:
    """Read the times of a text that is one sentence."""
    return find_times(plain_sentence(text), text)


def phrase_of(text: str) -> TimePhrase:
    """Read the only time of a text."""
    [phrase] = phrases_of(text)
    return phrase


def resolved(text: str, *, published: dt.date | None = None, tense: Tense = "none") -> ResolvedTime:
    """Read and resolve the only time of a text."""
    return read_phrase(phrase_of(text), Context(news=published, tense=tense))


def timeline_of(*sentences: str, published: dt.date | None = None) -> Timeline:
    """Read and resolve the times of several sentences."""
    phrases: list[TimePhrase] = []
    text = ""
    for index, words in enumerate(sentences):
        one = plain_sentence(words, index=index, offset=len(text))
        text += f"{words} "
        phrases.extend(find_times(one, text))
    return Timeline(phrases, published=published)
