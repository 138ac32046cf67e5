"""Write all reports of gold documents (source, cue, content), as the scorer of the attribution gold reads them.

    python evaluation/attribution_predictions.py [--part dev] GOLD.jsonl PREDICTIONS.jsonl

Each line of GOLD has `id`, `text` and `official` (its part in the original collection); each line of PREDICTIONS
`id` and `attributions`, a list of `source`, `cue` and `content`, each a list of offset pairs. With `--part`, the
documents of that part only; score them against the same rows.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from time_predictions import parse_articles

from dragoman.extract.reports import find_reports
from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle, TextSpan
from dragoman.settings import load_settings

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


def main() -> None:
    """Read the gold, write the predictions."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", help="only documents whose `official` is this")
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    chosen = options.parse_args()
    documents = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [one for one in documents if chosen.part in {None, one.get("official")}]
    lines = [json.dumps(predict(one, parsed)) for one, parsed in zip(documents, parse(documents), strict=True)]
    chosen.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def parse(documents: list[dict[str, Any]]) -> list[ParsedArticle]:
    """Parse all sentences of all documents; blank lines part paragraphs."""
    parser, segmenter = SpacyParser(load_settings(None).parse), Segmenter()
    return parse_articles(parser, segmenter, [article_of(one) for one in documents])


def article_of(document: dict[str, Any]) -> Article:
    """Make an article of a gold document with its paragraphs, so that offsets stay."""
    text = document["text"]
    blocks = tuple(Block(kind="paragraph", start=one.start(), end=one.end()) for one in PARAGRAPH.finditer(text))
    return Article(id=document["id"], text=text, blocks=blocks)


def predict(document: dict[str, Any], parsed: ParsedArticle) -> dict[str, Any]:
    """Give a document's line of predictions."""
    reports = [
        {
            "source": [] if report.source is None else [offsets(report.source)],
            "cue": [offsets(report.cue)],
            "content": [offsets(span) for span in report.content],
        }
        for report in find_reports(parsed)
    ]
    return {"id": document["id"], "attributions": reports}


def offsets(span: TextSpan) -> list[int]:
    """Give a span as the scorer reads it."""
    return [span.start, span.end]


if __name__ == "__main__":
    main()
