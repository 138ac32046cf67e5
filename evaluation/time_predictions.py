"""Write the times of gold documents with their TIMEX3 values, as the scorer of the time gold reads them.

    python evaluation/time_predictions.py GOLD.jsonl PREDICTIONS.jsonl

Each line of GOLD has `id`, `dct` (day of publication) and `text`; each line of PREDICTIONS `id` and `timex`,
a list of `start`, `end`, `type`, `value` and `mod`.
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.extract.time_phrases import find_article_times
from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle
from dragoman.resolve.dates.anchors import Timeline
from dragoman.resolve.dates.resolver import ResolvedTime
from dragoman.settings import load_settings


def main() -> None:
    """Read the gold, write the predictions."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    chosen = options.parse_args()
    documents = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = [
        json.dumps(predict(document, parsed)) for document, parsed in zip(documents, parse(documents), strict=True)
    ]
    chosen.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def parse(documents: list[dict[str, Any]]) -> list[ParsedArticle]:
    """Parse all sentences of all documents."""
    parser, segmenter = SpacyParser(load_settings(None).parse), Segmenter()
    articles = [article_of(document) for document in documents]
    return parse_articles(parser, segmenter, articles)


def article_of(document: dict[str, Any]) -> Article:
    """Make an article of a gold document, its text as one block so that offsets stay."""
    text = document["text"]
    return Article(
        id=document["id"],
        text=text,
        published=dt.date.fromisoformat(document["dct"]),
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )


def parse_articles(parser: SpacyParser, segmenter: Segmenter, articles: list[Article]) -> list[ParsedArticle]:
    """Parse every sentence of every article."""
    parsed = []
    for article in articles:
        jobs = [(article, raw, index) for index, raw in enumerate(segmenter.split(article))]
        parsed.append(ParsedArticle(article=article, sentences=tuple(parser.parse(jobs))))
    return parsed


def predict(document: dict[str, Any], parsed: ParsedArticle) -> dict[str, Any]:
    """Give a document's line of predictions."""
    timeline = Timeline(find_article_times(parsed), published=parsed.article.published)
    return {"id": document["id"], "timex": [timex(one) for time in timeline.times for one in flat(time)]}


def flat(time: ResolvedTime) -> Iterator[ResolvedTime]:
    """Give the members of a range, since TIMEX3 marks each for itself."""
    if time.members:
        for member in time.members:
            yield from flat(member)
    else:
        yield time


def timex(time: ResolvedTime) -> dict[str, Any]:
    """Give one time in the form of the gold."""
    span = time.phrase.extent or time.phrase.span
    return {"start": span.start, "end": span.end, "type": time.type, "value": time.value, "mod": time.mod}


if __name__ == "__main__":
    main()
