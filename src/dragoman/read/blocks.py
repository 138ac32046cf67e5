"""Splits a text into blocks: headlines, paragraphs and captions to code; tags and page furniture to leave."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from dragoman.read.furniture import LineKind, cut_pieces, line_kind
from dragoman.read.headlines import dateline_after_headline, dateline_end, is_headline
from dragoman.read.lines import Line, cut_lines, is_finished, runs_on, wrap_width
from dragoman.read.tag_lines import glued_prefix, split_tags
from dragoman.records import Block
from dragoman.records.article import BlockKind

TAGS_AT_START = 6
"""Among so many first lines glued tags are looked for."""
TAGS_AT_END = 4
"""And among so many last ones."""
LONG_LINE = 40
"""A line of so many characters may go on in a last word that looks like a button or a date."""
LONGEST_CAPTION = 500
"""A longer line with a credit is a paragraph."""
LONGEST_LINK = 20
"""Words: a longer line in a list of other articles is a paragraph."""
CAPTION_WORDS = 5
"""A caption of fewer words holds no sentence: it goes with its credit."""


class _Part(msgspec.Struct, frozen=True):
    """A stretch of the text on its way to a block; `kind` is None while it may be news."""

    start: int
    end: int
    text: str
    kind: BlockKind | Literal["links"] | None = None
    tags: tuple[str, ...] = ()
    gap: bool = True


def split_blocks(text: str, *, furniture: bool = True) -> tuple[Block, ...]:
    """Tell what each part of a text is; the text itself stays as it is.

    Args:
        text: the text of one article.
        furniture: whether tag lines, buttons, credits and the like are looked for; if not, all
            is headline or paragraph.

    Returns:
        Blocks in order that do not overlap; every character that is not blank is in one of them.
    """
    lines = cut_lines(text)
    if furniture:
        parts = [cut for part in _mark_lines(lines) for cut in _cut_prefix(part)]
    else:
        parts = [_plain(line) for line in lines]
    parts = _join(parts, text)
    if furniture:
        parts = [piece for part in parts for piece in _cut(part)]
    parts = [half for part in parts for half in _cut_dateline(part)]
    return _classify(parts)


def _plain(line: Line) -> _Part:
    return _Part(start=line.start, end=line.end, text=line.text, gap=line.gap)


def _mark_lines(lines: Sequence[Line]) -> list[_Part]:
    """Tell which whole lines are tags or furniture, but not where a broken-off sentence ends in one."""
    parts: list[_Part] = []
    for place, line in enumerate(lines):
        part = _line_part(line, place, len(lines))
        if part.kind and parts and _ends_sentence(parts[-1], part):
            part = _plain(line)
        parts.append(part)
    return parts


def _ends_sentence(before: _Part, part: _Part) -> bool:
    """Tell whether a line is the rest of a long line right before it ("... an appeal on" + "Twitter.")."""
    return (
        before.kind is None
        and not part.gap
        and len(before.text) >= LONG_LINE
        and not is_finished(before.text)
        and (part.text.endswith(".") or part.text[0].islower())
    )


def _line_part(line: Line, place: int, count: int) -> _Part:
    """Tell whether a whole line is tags or furniture."""
    at_edge = place < TAGS_AT_START or place >= count - TAGS_AT_END
    kind: LineKind | None = line_kind(line.text)
    tags: tuple[str, ...] = ()
    if kind == "tags":
        tags = _labelled_tags(line.text)
    elif kind is None:
        tags = split_tags(line.text, glued=at_edge and count > 1)
        kind = "tags" if tags else None
    return msgspec.structs.replace(_plain(line), kind=kind, tags=tags)


def _labelled_tags(line: str) -> tuple[str, ...]:
    """Split "Tags: Lebanon, Elections" and "#Lebanon #Elections"."""
    words = line.partition(":")[2] if ":" in line else line.replace("#", ",")
    separator = next((mark for mark in (",", "|", ";", "/") if mark in words), ",")
    return tuple(tag.strip().lstrip("#") for tag in words.split(separator) if tag.strip())


def _cut_prefix(part: _Part) -> list[_Part]:
    """Cut tags off that are glued to the beginning of a headline or paragraph."""
    if part.kind is not None:
        return [part]
    at, tags = glued_prefix(part.text[:200])
    if not at:
        return [part]
    middle = part.start + at
    return [
        _Part(start=part.start, end=middle, text=part.text[:at], kind="tags", tags=tags, gap=part.gap),
        _Part(start=middle, end=part.end, text=part.text[at:]),
    ]


def _join(parts: Sequence[_Part], text: str) -> list[_Part]:
    """Put lines together that a narrow page has broken off from each other."""
    joined: list[_Part] = []
    for chunk in _chunks(parts):
        width = wrap_width([part.text for part in chunk])
        current = chunk[0]
        last = current.text
        for part in chunk[1:]:
            if runs_on(last, part.text, width=width):
                current = _span(text, current, part)
            else:
                joined.append(current)
                current = part
            last = part.text
        joined.append(current)
    return joined


def _chunks(parts: Sequence[_Part]) -> list[list[_Part]]:
    """Group neighbouring lines without a blank line or furniture between them."""
    chunks: list[list[_Part]] = []
    for part in parts:
        if chunks and not part.gap and part.kind is None and chunks[-1][-1].kind is None:
            chunks[-1].append(part)
        else:
            chunks.append([part])
    return chunks


def _span(text: str, first: _Part, last: _Part) -> _Part:
    return _Part(start=first.start, end=last.end, text=text[first.start : last.end], gap=first.gap)


def _cut(part: _Part) -> list[_Part]:
    """Cut credits and buttons off a paragraph, and tell whether what is left describes a picture."""
    if part.kind is not None:
        return [part]
    pieces = cut_pieces(part.text)
    parts: list[_Part] = []
    for piece in pieces:
        words = part.text[piece.start : piece.end]
        kind: BlockKind | Literal["links"] | None = "furniture" if piece.furniture else None
        if kind is None and len(pieces) > 1:
            kind = line_kind(words) or (_caption_kind(words) if piece.caption else None)
        parts.append(_Part(start=part.start + piece.start, end=part.start + piece.end, text=words, kind=kind))
    return parts


def _caption_kind(words: str) -> BlockKind | None:
    """Give what stands beside a picture credit: a caption if it holds a sentence."""
    if len(words) > LONGEST_CAPTION:
        return None
    count = words.split()
    small = sum(word[0].islower() for word in count)
    return "caption" if len(count) >= CAPTION_WORDS and 3 * small >= len(count) else "furniture"


def _cut_dateline(part: _Part) -> list[_Part]:
    """Give a headline that lost its line break back its own block."""
    at = dateline_after_headline(part.text) if part.kind is None else None
    if at is None:
        return [part]
    before = part.text[:at].rstrip()
    return [
        _Part(start=part.start, end=part.start + len(before), text=before, gap=part.gap),
        _Part(start=part.start + at, end=part.end, text=part.text[at:]),
    ]


def _classify(parts: Sequence[_Part]) -> tuple[Block, ...]:
    """Tell headlines from paragraphs among what is left, and leave out titles of other articles."""
    news = [place for place, part in enumerate(parts) if part.kind is None]
    blocks: list[Block] = []
    told = False  # whether a paragraph of this article went before: its own headline heads no list
    listing = False
    opening = True
    for place, part in enumerate(parts):
        kind = "furniture" if part.kind == "links" else part.kind
        listing = told and (part.kind == "links" or (listing and part.kind in {None, "furniture"}))
        if kind is None:
            first, last = place == news[0], place == news[-1]
            if listing and _is_link(part.text):
                kind = "furniture"
            else:
                kind = "headline" if is_headline(part.text, first=first, last=last) else "paragraph"
                listing = False
            told = told or kind == "paragraph"
        lead = dateline_end(part.text, opening=opening) if kind == "paragraph" else 0
        opening = opening and kind != "paragraph"
        blocks.append(
            Block(kind=kind, start=part.start, end=part.end, tags=part.tags, lead=part.start + lead if lead else None)
        )
    return tuple(blocks)


def _is_link(text: str) -> bool:
    """Tell whether a line below "Related stories" is the title of another article."""
    return not is_finished(text) and len(text.split()) <= LONGEST_LINK
