"""Sentences parsed with the real model, for tests whose point is the parser's own constructions.

The tested word stands between asterisks: "Gunmen *attacked* a village."
"""

import re
from functools import cache

from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle, Sentence
from dragoman.settings import load_settings

PARAGRAPH = re.compile(r"[^\n]+")


@cache
def _parser() -> SpacyParser:
    return SpacyParser(load_settings().parse)


def read(marked: str, *, kind: str = "paragraph") -> tuple[ParsedArticle, Sentence, int]:
    """Parse each line as a block; give the article, the marked word's sentence, and its number in it."""
    at = marked.index("*")
    text = marked.replace("*", "")
    blocks = tuple(
        Block(kind="headline" if kind == "headline" else "paragraph", start=one.start(), end=one.end())
        for one in PARAGRAPH.finditer(text)
    )
    article = Article(id="test", text=text, blocks=blocks)
    raw = Segmenter().split(article)
    sentences = tuple(_parser().parse((article, one, index) for index, one in enumerate(raw)))
    sentence = next(one for one in sentences if one.start <= at < one.end)
    token = next(token for token in sentence.tokens if token.start == at)
    return ParsedArticle(article=article, sentences=sentences), sentence, token.i
