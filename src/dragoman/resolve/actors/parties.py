"""One phrase that names several parties: "Afghan and German forces"."""

from collections.abc import Sequence

import msgspec

from dragoman.resolve.actors.grammar import Grammar
from dragoman.resolve.actors.records import Chunk, Entry, Item
from dragoman.resolve.actors.words import Word

PARTIES = frozenset({"state", "adjective", "organisation", "people"})
JOINS = frozenset({"and", "or", "&"})
LEAST = 2


def coordinated(grammar: Grammar, chunk: Chunk, *, text: str) -> list[Chunk]:
    """Part a phrase with several nationalities before its head into one phrase for each; empty if it has one.

    Args:
        grammar: finds the names.
        chunk: the phrase.
        text: the article's text, in which commas and hyphens join.
    """
    words = chunk.words
    parties = [
        item
        for item in grammar.items(words, head=chunk.head)
        if item.last < chunk.head
        and isinstance(item.what, Entry)
        and item.what.kind in PARTIES
        and item.what.code is not None
        and not words[item.last].possessive
        and not grammar.is_patron(words, item.last)
    ]
    row = _row(parties, words, text)
    if len(row) < LEAST or len({item.what.code for item in row if isinstance(item.what, Entry)}) < LEAST:
        return []
    tail = words[row[-1].last + 1 :]
    parts = []
    for number, item in enumerate(row):
        first = words[: item.first] if number == 0 else ()
        own = (*first, *words[item.first : item.last + 1])
        if number + 1 == len(row):
            parts.append(
                msgspec.structs.replace(chunk, words=(*own, *tail), head=len(own) + chunk.head - row[-1].last - 1)
            )
        else:
            # The other nationalities share the head, but their own words are all that stands for them.
            parts.append(
                msgspec.structs.replace(chunk, words=own, head=len(own) - 1, posts=(), apposed=(), rest=(), shared=tail)
            )
    return parts


def _row(parties: Sequence[Item], words: Sequence[Word], text: str) -> list[Item]:
    """Give the first row of names with nothing between them but "and", commas and hyphens."""
    row: list[Item] = []
    for item in parties:
        if row and not _joined(words, row[-1], item, text):
            if len(row) >= LEAST:
                return row
            row = []
        row.append(item)
    return row


def _joined(words: Sequence[Word], left: Item, right: Item, text: str) -> bool:
    between = words[left.last + 1 : right.first]
    if between:
        return all(word.key in JOINS for word in between)
    gap = text[words[left.last].end : words[right.first].start]
    return bool(gap.strip())
