"""Tells whether a line is a headline, and where a dateline begins."""

import re
from functools import cache

from dragoman.read.patterns import definitions
from dragoman.read.tables import LANGUAGE, read_words

LINE_WORDS = f"languages/{LANGUAGE}/line_words.tsv"

LONGEST_CHARACTERS = 300
"""Whatever its words, a longer line is no headline."""
LONGEST = 30
"""Words: a longer line without a stop is an unfinished paragraph."""
LONGEST_ALONE = 24
"""The same for a text that is one single line."""
LONGEST_INSIDE = 14
"""The same for a heading inside the text, and for words that begin as sentences do."""
LONGEST_QUESTION = 12
"""Words: a longer question is a paragraph."""
TITLE_SHARE = 0.8
"""Part of the longer words that begins with a capital in a title."""
TITLE_WORDS = 3
"""With fewer longer words the capitals may be names."""

_CLOSERS = "\"'”\u2019»)]"
_SENTENCE_BREAK = re.compile(r"(\w{2,}\.|[!?])[\"'”\u2019)\]]* +[“\"\u2018'(]{0,2}[^\W\d_a-z]")
_OPENING = re.compile(
    r"[^\W\d_a-z][\w.'\u2019]+(?: [^\W\d_a-z][\w.'\u2019]+){0,2}(?:, [^\W\d_a-z][\w.]+(?: [^\W\d_a-z][\w.]+){0,2})?"
    r" ?(?:—|\u2013|--| - | - - )\s*(?=[“\"\u2018']?[^\W\d_a-z])"
)
"""A dateline in small letters: "Colombo, Sri Lanka – The man who ..."."""
_ACRONYM = re.compile(r"(?:\w\.){2,}")
_TOWN = r"[^\W\d_a-z]{3,}(?:[ \-'\u2019.]+[^\W\d_a-z]+){0,3}"
_LAND = r"[^\W\d_a-z][\w.]+(?: [^\W\d_a-z][\w.]+){0,3}"
_DASH = r"(?:—|\u2013|-{1,2})"


@cache
def _dateline() -> re.Pattern[str]:
    day = r"(?:, [^\W\d_a-z][\w.]+ \d{1,2})?"
    spelled = rf"{_TOWN}(?:, {_LAND}){{0,2}}{day}(?: ?[(/][\w .,/&-]{{2,40}}[)/])? ?(?:—|\u2013|--| - |- )(?=\s*\S)"
    credited = rf"[^\W\d_a-z][\w .,'\u2019-]{{2,60}}\({definitions()['agency']}\) ?(?:{_DASH}|:)?"
    return re.compile(f"{spelled}|{credited}")


@cache
def _inner_dateline() -> re.Pattern[str]:
    agency = definitions()["agency"]
    return re.compile(rf"(?<=[\w.!?”\"\u2019')] ){_TOWN}(?:, {_LAND}){{0,2}} \({agency}\) ?{_DASH} ")


def dateline_after_headline(line: str) -> int | None:
    """Give where a dateline with its agency begins in the middle of a line, None when none does.

    "Rebels seize port MAPUTO (Reuters) - ..." is a headline that lost its line break.
    """
    if "(" not in line[:400]:
        return None
    match = _inner_dateline().search(line, 0, 400)
    return match.start() if match else None


def has_dateline(line: str) -> bool:
    """Tell whether a line begins with a dateline ("KABUL, Afghanistan — ")."""
    return _dateline().match(line, 0, 140) is not None


def dateline_end(line: str, *, opening: bool) -> int:
    """Give where the sentences begin after a dateline, 0 if there is none.

    Args:
        line: a paragraph.
        opening: whether it opens the article; only there a dateline need not be in capitals.
    """
    match = _dateline().match(line, 0, 140) or (_OPENING.match(line, 0, 80) if opening else None)
    return 0 if match is None else len(line) - len(line[match.end() :].lstrip())


def is_headline(line: str, *, first: bool, last: bool) -> bool:
    """Tell whether a line is a headline or a heading inside the text.

    Args:
        line: one line without the blanks around it.
        first: whether it is the first line that may be news.
        last: whether no such line follows; first and last together make a text of one line.
    """
    words = line.split()
    if (
        len(line) > LONGEST_CHARACTERS
        or len(words) > _longest(words, first=first, last=last)
        or not _begins_like_one(line)
        or has_dateline(line)
        or _holds_sentences(line)
    ):
        return False
    end = line.rstrip(_CLOSERS)
    if end.endswith(("?", "!")):
        return len(words) <= LONGEST_QUESTION and line.endswith(end) and (not last or is_title(words))
    if end.endswith((":", ";", ",", "…", "...", "-", "\u2013", "—")):
        return False
    if end.endswith(".") and not _ACRONYM.fullmatch(words[-1].rstrip(_CLOSERS)):
        return False
    if "\n" in line or (last and not first):
        return is_title(words)
    return True


def _longest(words: list[str], *, first: bool, last: bool) -> int:
    """Give how many words a headline may have, by where it stands and how it looks."""
    longest = LONGEST_ALONE if first and last else LONGEST
    if is_title(words):
        return longest
    if words[0].lower() in read_words(LINE_WORDS, "opener"):
        return 0 if first and last else LONGEST_INSIDE if first else LONGEST_INSIDE // 2
    return longest if first else LONGEST_INSIDE


def is_title(words: list[str]) -> bool:
    """Tell whether words are capitalised like a title, or set in capitals throughout."""
    small = read_words(LINE_WORDS, "small")
    bare = [word.strip("\"'“”\u2018\u2019()[],.:;?!") for word in words]
    telling = [word for word in bare if word[:1].isalpha() and word.lower() not in small]
    capital = sum(word[0].isupper() for word in telling)
    return len(telling) >= TITLE_WORDS and capital >= TITLE_SHARE * len(telling)


def _begins_like_one(line: str) -> bool:
    first = line.lstrip("\"'“”\u2018\u2019([#$£€")[:2]
    return bool(first) and (first[0].isupper() or first[0].isdigit() or first[1:].isupper() or not first[0].isalpha())


def _holds_sentences(line: str) -> bool:
    return any(not _is_abbreviation(match.group(1)) for match in _SENTENCE_BREAK.finditer(line))


def _is_abbreviation(word: str) -> bool:
    bare = word.strip("\"'“”\u2018\u2019()[]").lower()
    return bare in read_words(LINE_WORDS, "abbreviation") or re.fullmatch(r"(?:\w\.)+", bare) is not None
