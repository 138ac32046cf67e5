"""Cheap sentence splitting by rule: one pass over the text, no model, exact offsets."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from dragoman.records import CODED_KINDS, Article, Block

# A stop, closing quotes or brackets, white space, and something that may open a sentence.
BOUNDARY = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9À-Þ])|\n+")
LAST_WORD = re.compile(r"([^\s\"“”‘’(\[]+)$")
DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]$|^[A-Z]$")
NUMERO = re.compile(r"^No$")


class RawSentence(msgspec.Struct, frozen=True):
    """A sentence before it is parsed.

    Attributes:
        start: offset of its first character in the article's text.
        end: offset after its last character.
        paragraph: number of its coded block, from 0.
        kind: the block's kind.
        lead: offset where the sentence proper begins after a dateline; `start` where there is none.
    """

    start: int
    end: int
    paragraph: int
    kind: str
    lead: int


class Segmenter:
    """Splits the coded blocks of an article into sentences."""

    def __init__(self, language: str = "en") -> None:
        self._abbreviations = _words("abbreviations.txt", language)
        self._openers = _words("sentence_openers.txt", language)

    def split(self, article: Article) -> tuple[RawSentence, ...]:
        """Give the sentences of all coded blocks, in order."""
        found: list[RawSentence] = []
        blocks = [block for block in article.blocks if block.kind in CODED_KINDS]
        for number, block in enumerate(blocks):
            found.extend(self._block(article.text, block, number))
        return tuple(found)

    def _block(self, text: str, block: Block, number: int) -> Iterator[RawSentence]:
        """Split a block; a dateline goes with its first sentence."""
        begin = block.start if block.lead is None else block.lead
        for place, (start, end) in enumerate(self.spans(text[begin : block.end])):
            opens = block.start if place == 0 else begin + start
            yield RawSentence(opens, begin + end, number, block.kind, lead=begin + start)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Give (start, end) of each sentence of a block of text, without the white space between."""
        spans = []
        start = 0
        for match in BOUNDARY.finditer(text):
            if match.group().startswith("\n") or self._ends(text, start, match):
                spans.append((start, match.start() if match.group().startswith("\n") else match.end()))
                start = match.end()
        spans.append((start, len(text)))
        return [trimmed for span in spans if (trimmed := _trim(text, *span))]

    def _ends(self, text: str, start: int, match: re.Match[str]) -> bool:
        if not match.group().startswith("."):
            return True
        word = LAST_WORD.search(text, start, match.start())
        if word is None or len(match.group().rstrip("\"”’'»)]")) > 1:
            return True
        last = word.group(1)
        following = text[match.end() :].lstrip()[:12].lstrip("\"“‘'«([")
        opener = re.match(r"[A-Za-zÀ-ÿ]+", following)
        if NUMERO.match(last):
            return not following[:1].isdigit()
        if DOTTED.match(last):
            return bool(opener and opener.group() in self._openers and len(last) > 1)
        return last not in self._abbreviations


def segment(article: Article) -> tuple[RawSentence, ...]:
    """Split an English article into sentences."""
    return Segmenter().split(article)


@cache
def _words(name: str, language: str) -> frozenset[str]:
    path = resources.files("dragoman.parse").joinpath("languages", language, name)
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
