"""Cuts a text into lines, and tells which lines a narrow page has broken off from the one before."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dragoman.read.tables import LANGUAGE, read_words

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_BLANK = " \t\xa0\u2002\u2003\u2009\u200b\u202f\u2060\u3000\ufeff"
_LAST_WORD = re.compile(r"[\w.'’]+\Z")
_CLOSERS = "\"'”’»)]"

WRAPPED_LINES = 3
"""A chunk of fewer lines than this shows no common width."""
WRAPPED_WIDTH = 100
"""Lines longer than this are paragraphs, whatever their neighbours look like."""
WRAPPED_RAGGED = 0.6
"""In wrapped text no line but the last is shorter than this part of the longest."""


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
        gap = not lines or _breaks(text[before:start]) > 1
        lines.append(Line(start=start, end=start + len(content), text=content, gap=gap))
        before = start + len(content)
    return lines


def _breaks(between: str) -> int:
    """Count line breaks, those of Windows as one."""
    return len(between.replace("\r\n", "\n").splitlines()) if between.strip(" \t\xa0") else 0


def is_finished(line: str) -> bool:
    """Tell whether a line ends like a sentence: with a stop, a colon, or an ellipsis."""
    return line.rstrip(_CLOSERS).endswith((".", "!", "?", ":", "…", ";"))


def runs_on(line: str, following: str) -> bool:
    """Tell whether a line's sentence goes on in the following one.

    It does when it has no end and ends with a word such as "the", or when the following line
    begins with a small letter ("said, the U.S.-led" + "coalition").
    """
    if is_finished(line):
        return False
    if following[0].islower():
        return True
    last = _LAST_WORD.search(line)
    run_on = read_words(f"languages/{LANGUAGE}/line_words.tsv", "run-on")
    return line.endswith(",") or (last is not None and last.group() in run_on)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether neighbouring lines are one paragraph that was cut at a fixed width."""
    if len(lines) < WRAPPED_LINES:
        return False
    widths = [len(line.text) for line in lines]
    widest = max(widths)
    if widest > WRAPPED_WIDTH or min(widths[:-1]) < WRAPPED_RAGGED * widest:
        return False
    open_ends = sum(not is_finished(line.text) for line in lines[:-1])
    small_starts = sum(second.text[0].islower() for _, second in pairwise(lines))
    return 2 * open_ends > len(lines) - 1 and 3 * small_starts >= len(lines) - 1
