"""Cuts a text into lines, and tells which lines a narrow page has broken off from the one before."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dragoman.read.tables import LANGUAGE, read_words

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANK = " \t\xa0\u2002\u2003\u2009\u200b\u202f\u2060\u3000\ufeff"
_LAST_WORD = re.compile(r"[\w.'\u2019]+\Z")
_CLOSERS = "\"'”\u2019»)]"

WRAPPED_LINES = 3
"""Fewer unfinished lines than this show no common width."""
WRAPPED_WIDTH = 120
"""Longer lines are paragraphs, whatever their neighbours look like."""
WRAPPED_RAGGED = 0.7
"""In wrapped text no unfinished line is shorter than this part of the longest line."""


class Line(msgspec.Struct, frozen=True):
    """One line without the blanks around it.

    Attributes:
        start: offset of its first character in the text.
        end: offset after its last character.
        text: its characters.
        gap: True when a blank line, or the text's beginning, stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool


def cut_lines(text: str) -> list[Line]:
    """Give the lines of a text that are not blank, in order."""
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        content = match.group().strip().strip(_BLANK).strip()
        if not content:
            continue
        start = match.start() + match.group().index(content)
        gap = not lines or len(_BREAK.findall(text, before, start)) > 1
        lines.append(Line(start=start, end=start + len(content), text=content, gap=gap))
        before = start + len(content)
    return lines


def is_finished(line: str) -> bool:
    """Tell whether a line ends like a sentence: with a stop, a colon, or an ellipsis."""
    return line.rstrip(_CLOSERS).endswith((".", "!", "?", ":", "…", ";"))


def runs_on(line: str, following: str, *, width: int = 0) -> bool:
    """Tell whether a line's sentence goes on in the following one.

    It does when it has no end and ends with a word such as "the", when the following line
    begins with a small letter ("said, the U.S.-led" + "coalition"), or when the page is narrow.

    Args:
        line: the line, or its last characters.
        following: the line after it.
        width: what `wrap_width` gives for the lines around.
    """
    if is_finished(line):
        return False
    if following[0].islower():
        return True
    if width and len(line) >= width:
        return True
    last = _LAST_WORD.search(line)
    run_on = read_words(f"languages/{LANGUAGE}/line_words.tsv", "run-on")
    return line.endswith(",") or (last is not None and last.group() in run_on)


def wrap_width(lines: Sequence[str]) -> int:
    """Give the length from which a line of these neighbours may have been cut at a fixed width.

    Returns:
        0 when the lines are not wrapped: when one is longer than a page is wide, or an
        unfinished one is short, or too few go on with a small letter.
    """
    widest = max(map(len, lines))
    unfinished = [len(line) for line in lines[:-1] if not is_finished(line)]
    if widest > WRAPPED_WIDTH or len(unfinished) < WRAPPED_LINES:
        return 0
    small_starts = sum(second[0].islower() for _, second in pairwise(lines))
    least = int(WRAPPED_RAGGED * widest)
    return least if min(unfinished) >= least and 3 * small_starts >= len(unfinished) else 0
