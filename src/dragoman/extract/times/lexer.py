"""Running text as words of time: each word, number or sign with the character for what it may be."""

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from dragoman.extract.times.words import TimeWords, load_words, number_classes, plain, split, word_classes

NUMERIC = frozenset({"iso", "slash", "clock", "decade", "ordno", "aposyear", "qn", "number"})
LETTERS = re.compile(r"[a-z]+")
FIGURES = re.compile(
    r"\d{4}|\d[:/]\d|\d\d['’]?s\b|\d(?:st|nd|rd|th)\b|['’]\d\d|Q[1-4]\b|\d\s?[AaPp]\.?[Mm]\b|[BC]\.C\.|[BC]CE?\b"
)
"""What a time in figures looks like, so that a sentence without any need not be read."""


class TimeToken(msgspec.Struct, frozen=True):
    """A word, number or sign, or several words that count as one.

    Attributes:
        form: what the tables know it by.
        start, end: offsets in the text that was read.
        code: the character that stands for its classes.
    """

    form: str
    start: int
    end: int
    code: str


class _Word(NamedTuple):
    """A word's form in the tables, the character for its classes, and the word without dots, also in lower case."""

    form: str
    code: str
    raw: str
    lower: str


def may_hold_time(text: str, words: TimeWords) -> bool:
    """Tell at once, for most sentences without a time, that there is none."""
    return not words.keywords.isdisjoint(LETTERS.findall(text.lower())) or FIGURES.search(text) is not None


def lex(text: str, words: TimeWords) -> list[TimeToken]:
    """Give the words of a text with their classes, in order."""
    matches = split(text)
    known = [_classify(words.language, match.lastgroup or "sign", match.group()) for match in matches]
    lowered = [word.lower for word in known] + [""]
    tokens = []
    i = 0
    while i < len(matches):
        form, code, last = known[i].form, known[i].code, i
        entries = words.entries.get((lowered[i], lowered[i + 1]))
        if entries is not None and (entry := _entry(i, known, entries)) is not None:
            last = i + len(entry) - 1
            form = " ".join(entry)
            code = words.codes[form]
        tokens.append(TimeToken(form, matches[i].start(), matches[last].end(), code))
        i = last + 1
    return tokens


def _entry(i: int, known: list[_Word], entries: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
    """Find the longest entry of several words that begins at word `i`."""
    for entry in entries:
        if i + len(entry) <= len(known) and all(
            _same(part, known[i + k].raw, known[i + k].lower) for k, part in enumerate(entry)
        ):
            return entry
    return None


def _same(part: str, raw: str, lower: str) -> bool:
    """Capitals of an entry must be capitals in the text; the rest may be written either way."""
    return part in {raw, lower} or (raw.isupper() and part.upper() == raw)


@lru_cache(maxsize=1 << 15)
def _classify(language: str, kind: str, text: str) -> _Word:
    """Find out what a word may be; most words come again and again."""
    words = load_words(language)
    form = plain(text)
    if kind in NUMERIC:
        return _Word(text, words.shapes[number_classes(kind, text)], text, text)
    found = _known(form, words)
    if found is not None:
        return _Word(found, words.codes[found], form, form.lower())
    classes = frozenset({"other"}) if kind == "sign" else word_classes(form)
    return _Word(form, words.shapes[classes], form, form.lower())


def _known(form: str, words: TimeWords) -> str | None:
    """Give the entry for a word: as written, in lower case, or, for a word in capitals only, as a name."""
    if form in words.codes:
        return form
    lower = form.lower()
    if lower in words.codes:
        return lower
    name = lower.capitalize()
    return name if form.isupper() and len(form) > 1 and name in words.codes else None
