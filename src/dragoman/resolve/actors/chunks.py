"""Noun phrases taken apart, from a parse or, without one, from bare words."""

import re
from collections.abc import Iterator, Sequence

from dragoman.records import Phrase, Sentence, Token
from dragoman.resolve.actors.records import Chunk
from dragoman.resolve.actors.words import Word, split_words

PREPOSITIONS = frozenset(
    {
        "of",
        "in",
        "for",
        "to",
        "at",
        "from",
        "with",
        "on",
        "by",
        "near",
        "against",
        "inside",
        "outside",
        "within",
        "across",
        "under",
        "over",
        "among",
        "between",
        "around",
    }
)
STOPS = frozenset(
    {"who", "which", "that", "whose", "where", "when", "and", "or", "but", "while", "as", "after", "before"}
)
BESIDE = frozenset({"amod", "compound", "poss", "nmod", "det", "nummod", "npadvmod", "advmod", "quantmod"})
AFTER = frozenset({"compound", "flat", "nmod", "case"})
# Participles by which somebody belongs to somebody ("fighters loyal to X"); unlike "backed by X".
BELONGING = frozenset({"affiliated", "aligned", "allied", "belonging", "faithful", "linked", "loyal", "tied"})
BELONGS = "allied"  # stands in the place of the preposition
DEPTH = 5  # complements of complements to read: "spokesman for the ministry of defence of X"
REST = 8  # words after a phrase's end into which a name may run on

OWNS = re.compile(r"['’] ?s\b")


def chunk_of_phrase(phrase: Phrase, sentence: Sentence, *, text: str) -> Chunk | None:
    """Take a parsed phrase apart; None if it holds no word.

    Args:
        phrase: the phrase, whose head is a token of the sentence.
        sentence: its sentence; one without a parse is read from the bare words.
        text: the article's text.
    """
    if not sentence.parsed or phrase.head >= len(sentence.tokens):
        return chunk_of_text(text, start=phrase.span.start, end=phrase.span.end)
    return _chunk_at(sentence, phrase.head, text=text, first=phrase.span.start, depth=0, seen=frozenset())


def _chunk_at(
    sentence: Sentence, head: int, *, text: str, first: int | None, depth: int, seen: frozenset[int]
) -> Chunk | None:
    token = sentence.tokens[head]
    left, right = token.start, token.end
    for child in sentence.children(head):
        if child.i < head and child.dep in BESIDE:
            left = min(left, sentence.tokens[sentence.subtree(child.i)[0]].start)
        elif child.i > head and child.dep in AFTER:
            right = max(right, sentence.tokens[sentence.subtree(child.i)[-1]].end)
    left = min(left, first) if first is not None and first <= token.start else left
    words = split_words(text, start=left, end=_with_possessive(text, right))
    if not words:
        return None
    last = token.end - 1  # "vice-president" is one token and two words
    number = next((i for i, word in enumerate(words) if word.start <= last < word.end), len(words) - 1)
    rest = _rest(sentence, head, words[-1].end, text=text)
    if depth >= DEPTH:
        return Chunk(tuple(words), number, rest=rest)
    posts = tuple(_posts(sentence, head, text=text, depth=depth, seen=seen | {head}))
    beside = [child.i for child in sentence.children(head, "appos")]
    if token.dep == "appos":
        beside.append(token.head)
    apposed = [
        _chunk_at(sentence, i, text=text, first=None, depth=depth + 1, seen=seen | {head})
        for i in beside
        if i not in seen
    ]
    return Chunk(tuple(words), number, posts, tuple(one for one in apposed if one is not None), rest)


def _rest(sentence: Sentence, head: int, end: int, *, text: str) -> tuple[Word, ...]:
    """Give the words of the phrase's own subtree that follow at once, up to the first mark."""
    last = sentence.tokens[sentence.subtree(head)[-1]].end
    if last <= end:
        return ()
    stop = re.search(r"[,;:()\[\]–—\"“”]", text[end:last])
    return tuple(split_words(text, start=end, end=end + stop.start() if stop else last)[:REST])


def _with_possessive(text: str, end: int) -> int:
    match = OWNS.match(text, end)
    return match.end() if match else end


def _posts(sentence: Sentence, head: int, *, text: str, depth: int, seen: frozenset[int]) -> list[tuple[str, Chunk]]:
    found = []
    for child in sentence.children(head):
        if child.i < head:
            continue
        for preposition in _prepositions(sentence, child):
            name = child.text.lower() if preposition is child else BELONGS
            for pobj in _named(sentence, preposition, several=name == "of"):
                chunk = _chunk_at(sentence, pobj.i, text=text, first=None, depth=depth + 1, seen=seen)
                if chunk is not None:
                    found.append((name, chunk))
    return found


def _named(sentence: Sentence, preposition: Token, *, several: bool) -> Iterator[Token]:
    """Give a preposition's object, and after "of" what is coordinated with it ("of Peru, Chile and Cuba")."""
    for pobj in sentence.children(preposition.i, "pobj"):
        yield pobj
        at = pobj
        while several:
            joined = next((child for child in sentence.children(at.i, "conj") if child.pos == "PROPN"), None)
            if joined is None:
                break
            yield joined
            at = joined


def _prepositions(sentence: Sentence, child: Token) -> list[Token]:
    if child.dep == "prep":
        return [child]
    if child.text.lower() in BELONGING and child.dep in {"acl", "amod", "relcl", "advcl"}:
        return list(sentence.children(child.i, "prep"))
    return []


def chunk_of_text(text: str, *, start: int = 0, end: int | None = None) -> Chunk | None:
    """Take a bare phrase apart by its prepositions and commas; None if it holds no word."""
    stop = len(text) if end is None else end
    parts = _comma_parts(text, start, stop)
    chunks = [chunk for chunk in (_chunk_of_words(part) for part in parts) if chunk is not None]
    if not chunks:
        return None
    first = chunks[0]
    return Chunk(first.words, first.head, first.posts, tuple(chunks[1:3]), first.rest)


def _comma_parts(text: str, start: int, stop: int) -> list[list[Word]]:
    parts: list[list[Word]] = []
    at = start
    for piece in re.split(r"([,;:()])", text[start:stop]):
        words = split_words(text, start=at, end=at + len(piece))
        at += len(piece)
        if words:
            parts.append(words)
    return parts


def _chunk_of_words(words: Sequence[Word], *, depth: int = 0) -> Chunk | None:
    """Read words up to the first complement as the phrase; what follows is nested in it.

    "Member of the army in Mali": the second complement is read as the first one's.
    """
    if not words:
        return None
    cut = next((i for i, word in enumerate(words) if i and word.key in STOPS and not word.capital), len(words))
    whole = tuple(words)
    words = words[:cut]
    for i, word in enumerate(words):
        if not i or word.capital or i + 1 >= len(words):
            continue
        name, after = word.key, i + 1
        if name in BELONGING and i + 2 < len(words) and words[after].key in {"to", "with"}:
            name, after = BELONGS, i + 2
        elif name not in PREPOSITIONS:
            continue
        post = _chunk_of_words(words[after:], depth=depth + 1) if depth < DEPTH else None
        posts = ((name, post),) if post is not None else ()
        return Chunk(whole[:i], i - 1, posts, rest=whole[i : i + REST])
    return Chunk(tuple(words), len(words) - 1, rest=whole[cut : cut + REST])
