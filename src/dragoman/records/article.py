"""An article as it was received, with the parts of it that are to be coded."""

import datetime as dt
from typing import Literal

import msgspec

BlockKind = Literal["headline", "paragraph", "caption", "tags", "furniture"]

CODED_KINDS: frozenset[str] = frozenset({"headline", "paragraph", "caption"})
"""Blocks that are news; tags and page furniture are kept out of the coding."""


class Block(msgspec.Struct, frozen=True):
    """One block of the text and what it is.

    Attributes:
        kind: headline, paragraph or caption (coded); tags or furniture (never coded).
        start: offset of its first character in the article's text.
        end: offset after its last character.
        tags: for `tags`, the single tags that a glued tag line was split into.
        lead: offset where the sentences begin after a dateline, None if there is no dateline.
    """

    kind: BlockKind
    start: int
    end: int
    tags: tuple[str, ...] = ()
    lead: int | None = None


class Article(msgspec.Struct, frozen=True):
    """One news article.

    `text` is kept exactly as received (decoded, nothing removed), so that every offset in
    every record holds; what is page furniture is marked in `blocks`, not cut out.

    Attributes:
        id: the caller's identifier, or one made from the input's name.
        text: the text that all offsets count in.
        title: headline given beside the text; context only, never coded.
        published: day of publication, None when not known.
        publisher: name of the publisher, None when not known.
        url: address, None when not known.
        language: ISO 639-1 code, None when not yet told.
        blocks: the parts of the text, in order, not overlapping.
    """

    id: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
