"""Builders for tests: sentences from a compact notation, articles, parsed articles."""

import datetime as dt

from dragoman.records import Article, Block, ParsedArticle, Sentence, Token, build_sentence

COARSE = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "WP$": "PRON", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "WRB": "SCONJ",
    "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "DT": "DET", "PDT": "DET", "CD": "NUM", "CC": "CCONJ",
    "MD": "AUX", "EX": "PRON", ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT",
}  # fmt: skip


def sentence(
    notation: str, *, index: int = 0, paragraph: int = 0, kind: str = "paragraph", offset: int = 0
) -> Sentence:
    """Build a parsed sentence from `word/TAG/dep/head[/lemma]` items; `head` is a token number from 0.

    Words are joined by single spaces, so offsets are those of `text_of(sentence)` plus `offset`.
    """
    tokens = []
    at = offset
    for i, item in enumerate(notation.split()):
        word, tag, dep, head, *rest = item.rsplit("/", 4) if item.count("/") >= 4 else item.rsplit("/", 3)
        pos = COARSE.get(tag, "VERB" if tag.startswith("V") else "X")
        if dep in {"aux", "auxpass"}:
            pos = "AUX"
        lemma = rest[0] if rest else (word if pos == "PROPN" else word.lower())
        tokens.append(
            Token(i=i, text=word, lemma=lemma, pos=pos, tag=tag, dep=dep, head=int(head), start=at, end=at + len(word))
        )
        at += len(word) + 1
    return build_sentence(tuple(tokens), index=index, paragraph=paragraph, kind=kind)


def text_of(*sentences: Sentence) -> str:
    """Give the text that the sentences were laid out for."""
    return " ".join(" ".join(token.text for token in one.tokens) for one in sentences)


def parsed(*notations: str, published: dt.date | None = None, article_id: str = "test") -> ParsedArticle:
    """Build a parsed article of several sentences in one paragraph."""
    sentences = []
    offset = 0
    for index, notation in enumerate(notations):
        one = sentence(notation, index=index, offset=offset)
        sentences.append(one)
        offset = one.end + 1
    text = text_of(*sentences)
    article = Article(
        id=article_id, text=text, published=published, blocks=(Block(kind="paragraph", start=0, end=len(text)),)
    )
    return ParsedArticle(article=article, sentences=tuple(sentences))
