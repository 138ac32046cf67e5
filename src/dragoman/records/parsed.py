"""Tokens, sentences and dependencies: what the parser gives, free of any parser's own types."""

from collections.abc import Iterator

import msgspec

from dragoman.records.article import Article
from dragoman.records.text_span import TextSpan


class Token(msgspec.Struct, frozen=True):
    """One token of a sentence.

    Attributes:
        i: its number in the sentence, from 0.
        text: as written.
        lemma: base form, lower case except for proper nouns.
        pos: Universal Dependencies part of speech (`VERB`, `PROPN`), empty when not parsed.
        tag: Penn Treebank tag (`VBD`), empty when not parsed.
        dep: spaCy/ClearNLP dependency label (`nsubj`, `dobj`, `pobj`), empty when not parsed.
        head: number of its head in the sentence; its own number for a root.
        start: offset of its first character in the article's text.
        end: offset after its last character.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """One sentence with its dependency tree.

    Attributes:
        index: its number in the article, from 0.
        paragraph: number of the coded block that it stands in, from 0.
        kind: `headline`, `paragraph` or `caption`.
        start: offset of its first character in the article's text.
        end: offset after its last character.
        tokens: its tokens in order.
        dependents: for each token the numbers of its direct dependents, in order.
        parsed: False when a cheap stage decided that it need not be parsed; then tokens have
            text and offsets only.
    """

    index: int
    paragraph: int
    kind: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    dependents: tuple[tuple[int, ...], ...]
    parsed: bool = True

    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """Give the direct dependents of token `i`, only those with one of `deps` if any are named."""
        for j in self.dependents[i]:
            token = self.tokens[j]
            if not deps or token.dep in deps:
                yield token

    def ancestors(self, i: int) -> Iterator[Token]:
        """Give the heads above token `i`, nearest first."""
        token = self.tokens[i]
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, i: int) -> list[int]:
        """Give the numbers of token `i` and all below it, sorted."""
        found = []
        stack = [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(self.dependents[j])
        return sorted(found)

    def is_within(self, i: int, top: int) -> bool:
        """Tell whether token `i` is `top` or stands below it."""
        return i == top or any(token.i == top for token in self.ancestors(i))

    def words(self, first: int, last: int) -> str:
        """Give tokens `first` to `last` (included) joined by single spaces."""
        return " ".join(token.text for token in self.tokens[first : last + 1])


def build_sentence(
    tokens: tuple[Token, ...], *, index: int = 0, paragraph: int = 0, kind: str = "paragraph", parsed: bool = True
) -> Sentence:
    """Make a sentence from its tokens, working out each token's dependents.

    Args:
        tokens: at least one token, in order.
        index: number of the sentence in the article.
        paragraph: number of the coded block.
        kind: `headline`, `paragraph` or `caption`.
        parsed: whether the tokens carry a parse.
    """
    below: list[list[int]] = [[] for _ in tokens]
    if parsed:
        for token in tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
    return Sentence(
        index=index,
        paragraph=paragraph,
        kind=kind,
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tokens,
        dependents=tuple(tuple(numbers) for numbers in below),
        parsed=parsed,
    )


class ParsedArticle(msgspec.Struct, frozen=True):
    """An article with its sentences.

    Attributes:
        article: as read.
        sentences: all sentences of all coded blocks, in order; some may be unparsed.
    """

    article: Article
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> TextSpan:
        """Give the words between two offsets of the article's text."""
        return TextSpan(text=self.article.text[start:end], start=start, end=end)
