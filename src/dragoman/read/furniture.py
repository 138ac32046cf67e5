"""Recognises what news pages leave in a text that is no news: buttons, credits, notices, time stamps."""

import re
from typing import Literal

import msgspec

from dragoman.read.patterns import patterns
from dragoman.read.tables import LANGUAGE, read_words

LINE_WORDS = f"languages/{LANGUAGE}/line_words.tsv"

LINE_REACH = 600
"""A longer line is no button or notice: not tried."""
END_REACH = 360
"""How many characters at a line's end are searched for a credit."""
START_REACH = 240
"""How many characters at a line's beginning are searched for a label."""
MOST_CUTS = 8
"""So many labels or credits are cut off one end of a line."""
WORDS_REACH = 20
"""A line of more words is no row of buttons or time stamp."""

_WORD = re.compile(r"[^\s|/,·•&+\-\u2013—:()\[\]<>«»→…]+")
_NUMBER = re.compile(
    r"\d+(?:[.:h]\d+)*(?:st|nd|rd|th|am|pm|a\.m\.?|p\.m\.?|k|m|min|z)?|\d{4}-\d\d-\d\dt\d\d", re.IGNORECASE
)


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a line: furniture, or what is left of it.

    Attributes:
        start: offset in the line.
        end: offset after the last character.
        furniture: whether it is no news.
        caption: whether a label or credit beside it says that it describes a picture.
    """

    start: int
    end: int
    furniture: bool
    caption: bool = False


LineKind = Literal["furniture", "tags", "links"]
"""What a whole line may be; `links` is furniture with a list of other articles below it."""
_LINE_KINDS: dict[str, LineKind] = {"furniture": "furniture", "links": "links", "tags": "tags"}


def line_kind(line: str) -> LineKind | None:
    """Tell whether a whole line is furniture or a labelled list of tags; None when it is neither."""
    if not any(character.isalpha() for character in line):
        return "furniture"
    if len(line) > LINE_REACH:
        return None
    bare = line.rstrip(" .!»\u203a→|:").lstrip(" |»\u203a→")
    lowered = line.lower()
    for pattern in patterns("line"):
        if pattern.keys and not any(key in lowered for key in pattern.keys):
            continue
        if pattern.regex.fullmatch(line) or pattern.regex.fullmatch(bare):
            return _LINE_KINDS[pattern.kind]
    return "furniture" if _is_controls(lowered) else None


def _is_controls(lowered: str) -> bool:
    """Tell whether a line holds nothing but names of buttons, or parts of a time stamp."""
    words = _WORD.findall(lowered)
    if not words or len(words) > WORDS_REACH:
        return False
    buttons, dates = read_words(LINE_WORDS, "button"), read_words(LINE_WORDS, "date")
    fillers = read_words(LINE_WORDS, "filler")
    telling = 0
    for word in words:
        bare = word if word in dates else word.strip(".!?\"'“”\u2018\u2019*")
        if bare in buttons or bare in dates or _NUMBER.fullmatch(bare):
            telling += 1
        elif bare and bare not in fillers:
            return False
    return 3 * telling >= len(words)


def cut_pieces(line: str) -> list[Piece]:
    """Cut furniture off a line's beginning and end and out of its middle.

    Returns:
        All pieces in order; together they hold every character of the line that is not blank.
    """
    start, start_cuts, caption = _cut_start(line)
    end, end_cuts, credited = _cut_end(line, start)
    cuts = start_cuts + _cut_inside(line, start, end) + end_cuts
    pieces: list[Piece] = []
    at = 0
    for first, last in cuts:
        pieces += _rest(line, at, first, caption=caption or credited)
        pieces.append(_trimmed(line, first, last, furniture=True))
        at = last
    return pieces + _rest(line, at, len(line), caption=caption or credited)


def _rest(line: str, start: int, end: int, *, caption: bool) -> list[Piece]:
    if not line[start:end].strip():
        return []
    return [_trimmed(line, start, end, furniture=not any(map(str.isalpha, line[start:end])), caption=caption)]


def _trimmed(line: str, start: int, end: int, *, furniture: bool, caption: bool = False) -> Piece:
    words = line[start:end]
    start += len(words) - len(words.lstrip())
    return Piece(start=start, end=start + len(words.strip()), furniture=furniture, caption=caption and not furniture)


def _cut_start(line: str) -> tuple[int, list[tuple[int, int]], bool]:
    cuts: list[tuple[int, int]] = []
    at = 0
    caption = False
    again = True
    while again:
        again = False
        for pattern in patterns("start"):
            match = pattern.regex.match(line, at, at + START_REACH)
            if match and match.end() > at and line[match.end() :].strip():
                cuts.append((at, match.end()))
                at = match.end()
                caption = caption or pattern.kind == "caption"
                again = len(cuts) < MOST_CUTS
    return at, cuts, caption


def _cut_end(line: str, start: int) -> tuple[int, list[tuple[int, int]], bool]:
    cuts: list[tuple[int, int]] = []
    end = len(line)
    caption = False
    lowered = line[max(start, end - END_REACH) :].lower()
    usable = [one for one in patterns("end") if not one.keys or any(key in lowered for key in one.keys)]
    again = True
    while again:
        again = False
        for pattern in usable:
            match = pattern.regex.search(line, max(start, end - END_REACH), end)
            if match and line[start : match.start()].strip():
                cuts.insert(0, (match.start(), end))
                end = match.start()
                caption = caption or pattern.kind == "caption"
                again = len(cuts) < MOST_CUTS
    return end, cuts, caption


def _cut_inside(line: str, start: int, end: int) -> list[tuple[int, int]]:
    lowered = line.lower()
    cuts: list[tuple[int, int]] = []
    for pattern in patterns("inside"):
        if any(key in lowered for key in pattern.keys):
            cuts += [match.span() for match in pattern.regex.finditer(line, start, end)]
    kept: list[tuple[int, int]] = []
    for cut in sorted(cuts):
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept
