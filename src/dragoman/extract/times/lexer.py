"""Running text as words of time: each word, number or sign with the character for what it may be."""

import re

import msgspec

from dragoman.extract.times.words import TimeWords, number_classes, plain, split, word_classes

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


def may_hold_time(text: str, words: TimeWords) -> bool:
    """Tell at once, for most sentences without a time, that there is none."""
    return not words.keywords.isdisjoint(LETTERS.findall(text.lower())) or FIGURES.search(text) is not None


def lex(text: str, words: TimeWords) -> list[TimeToken]:
    """Give the words of a text with their classes, in order."""
    matches = split(text)
    forms = [plain(match.group()) for match in matches]
    lowered = [form.lower() for form in forms]
    tokens = []
    i = 0
    while i < len(matches):
        entry = _entry(i, forms, lowered, words) if lowered[i] in words.entries else None
        if entry is not None:
            last = i + len(entry) - 1
            form = " ".join(entry)
            tokens.append(TimeToken(form, matches[i].start(), matches[last].end(), words.codes[form]))
            i = last + 1
            continue
        tokens.append(_single(matches[i], forms[i], words))
        i += 1
    return tokens


def _entry(i: int, forms: list[str], lowered: list[str], words: TimeWords) -> tuple[str, ...] | None:
    """Find the longest entry of several words that begins at word `i`."""
    for entry in words.entries[lowered[i]]:
        if i + len(entry) <= len(forms) and all(
            _same(part, forms[i + k], lowered[i + k]) for k, part in enumerate(entry)
        ):
            return entry
    return None


def _same(part: str, form: str, lower: str) -> bool:
    """Capitals of an entry must be capitals in the text; the rest may be written either way."""
    return (
        part == form
        or (part.islower() and part == lower)
        or (form.isupper() and part.upper() == form)
        or (not part[:1].isalpha() and part == lower)
    )


def _single(match: re.Match[str], form: str, words: TimeWords) -> TimeToken:
    kind = match.lastgroup or "sign"
    if kind in NUMERIC:
        return TimeToken(match.group(), match.start(), match.end(), words.shapes[number_classes(kind, match.group())])
    found = _known(form, words)
    if found is not None:
        return TimeToken(found, match.start(), match.end(), words.codes[found])
    classes = frozenset({"other"}) if kind == "sign" else word_classes(form)
    return TimeToken(form, match.start(), match.end(), words.shapes[classes])


def _known(form: str, words: TimeWords) -> str | None:
    """Give the entry for a word: as written, in lower case, or, for a word in capitals only, as a name."""
    if form in words.codes:
        return form
    lower = form.lower()
    if lower in words.codes:
        return lower
    name = lower.capitalize()
    return name if form.isupper() and len(form) > 1 and name in words.codes else None
