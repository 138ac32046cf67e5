"""Write which phrases of gold documents mean the same actor, as the scorer of the coreference gold reads them.

    python evaluation/coref_predictions.py GOLD.jsonl PREDICTIONS.jsonl

Each line of GOLD has `id`, `text` and `date` (day of publication, may be empty); each line of PREDICTIONS `id` and
`clusters`, a list of lists of `[start, end]`. Only actors are joined: people, bodies, states; gold joins things too.
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle, Phrase, Sentence, TextSpan, Token
from dragoman.resolve.actors.resolver import ActorResolver, ActorTable
from dragoman.settings import load_settings

HEADS = frozenset({"NOUN", "PROPN", "PRON"})
INNER = frozenset({"compound", "flat", "nmod", "amod"})  # words of a larger phrase, no phrases of their own
CLOSING = frozenset({"punct", "case", "cc"})
ITSELF = frozenset({"state", "organisation", "group", "person", "unknown-person"})
"""Kinds of phrases that mean the same wherever they have the same name."""


def main() -> None:
    """Read the gold, write the predictions."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    chosen = options.parse_args()
    documents = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    parser, segmenter, resolver = SpacyParser(load_settings(None).parse), Segmenter(), ActorResolver.load()
    lines = []
    for document in documents:
        article = article_of(document)
        jobs = [(article, raw, index) for index, raw in enumerate(segmenter.split(article))]
        parsed = ParsedArticle(article=article, sentences=tuple(parser.parse(jobs)))
        lines.append(json.dumps({"id": document["id"], "clusters": clusters(parsed, resolver.read(parsed))}))
    chosen.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def article_of(document: dict[str, Any]) -> Article:
    """Make an article of a gold document, its text as one block so that offsets stay."""
    text = document["text"]
    date = document.get("date") or ""
    return Article(
        id=document["id"],
        text=text,
        published=dt.date.fromisoformat(date) if len(date) == len("2015-05-18") else None,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )


def clusters(parsed: ParsedArticle, table: ActorTable) -> list[list[tuple[int, int]]]:
    """Give the phrases of an article that mean one actor, for each actor that is meant at least twice."""
    members: dict[str, list[tuple[int, int]]] = {}
    chains = [(mention.span, f"chain {mention.chain}") for mention in table.mentions()]
    bests = {table.chain(mention.chain).best.start: f"chain {mention.chain}" for mention in table.mentions()}
    named: dict[int, str] = {}
    for sentence in parsed.sentences:
        for token in phrases(sentence):
            span = extent(parsed, sentence, token)
            phrase = Phrase(span, sentence.index, token.i, "reference")
            chain = next((key for near, key in chains if near.start <= token.start < near.end), None)
            key = chain or key_of(table, phrase, bests | named)
            if key is not None:
                named[span.start] = key
                members.setdefault(key, []).append((span.start, span.end))
    return [sorted(set(spans)) for spans in members.values() if len(set(spans)) > 1]


def phrases(sentence: Sentence) -> Iterator[Token]:
    """Give the heads of a parsed sentence's noun phrases."""
    for token in sentence.tokens:
        owner = token.dep == "poss"
        if token.pos in HEADS and (token.dep not in INNER or owner):
            yield token


def extent(parsed: ParsedArticle, sentence: Sentence, head: Token) -> TextSpan:
    """Give a phrase with all that hangs on its head, coordinated ones left out."""
    others = {i for child in sentence.children(head.i, "conj", "cc", "appos") for i in sentence.subtree(child.i)}
    inside = [i for i in sentence.subtree(head.i) if i not in others]
    while len(inside) > 1 and sentence.tokens[inside[-1]].dep == "punct":
        inside.pop()
    return parsed.span(sentence.tokens[inside[0]].start, sentence.tokens[inside[-1]].end)


def key_of(table: ActorTable, phrase: Phrase, starts: dict[int, str]) -> str | None:
    """Give what tells a phrase's actor from others, None if it is no actor or nobody is found."""
    found = table.resolve(phrase, on=None)
    if not found.entities:
        return None
    if found.antecedent is not None:
        return starts.get(found.antecedent.start, f"at {found.antecedent.start}")
    [first, *more] = found.entities
    if more:
        return None
    if first.identifier_text is not None and found.kind in ITSELF:
        return f"name {first.identifier_text}"
    return f"at {first.start}"


if __name__ == "__main__":
    main()
