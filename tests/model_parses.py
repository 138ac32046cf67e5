"""Sentences parsed with the real model, for tests whose point is the parser's own constructions.

The tested word stands between asterisks: "Gunmen *attacked* a village."
"""

from functools import cache

from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle, Sentence
from dragoman.settings import load_settings


@cache
def _parser() -> SpacyParser:
    return SpacyParser(load_settings().parse)


def read(marked: str, *, kind: str = "paragraph") -> tuple[ParsedArticle, Sentence, int]:
    """Give the parsed article, the sentence of the marked word, and the word's number in it."""
    at = marked.index("*")
    text = marked.replace("*", "")
    block = Block(kind="headline" if kind == "headline" else "paragraph", start=0, end=len(text))
    article = Article(id="test", text=text, blocks=(block,))
    raw = Segmenter().split(article)
    sentences = tuple(_parser().parse((article, one, index) for index, one in enumerate(raw)))
    sentence = next(one for one in sentences if one.start <= at < one.end)
    token = next(token for token in sentence.tokens if token.start == at)
    return ParsedArticle(article=article, sentences=sentences), sentence, token.i
