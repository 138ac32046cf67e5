"""Write how certain each target of the factuality gold is, as its scorer reads them.

    python evaluation/factuality_predictions.py [--scale happened|certain] GOLD.jsonl PREDICTIONS.jsonl

Each line of GOLD has `id`, `text` and `targets` with `start` and `end`; each line of PREDICTIONS `id` and
`targets` with `start`, `end` and `value`, from -3 to 3.

Annotators were asked two things. `happened`: did it happen (UDS)? What is planned, asked for or wanted did not.
`certain`: is it told as certain, whatever its time (MEANTIME, FactBank)? What is planned or aimed at is.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from time_predictions import parse_articles

from dragoman.extract.factuality import judge_factuality
from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle, Sentence
from dragoman.settings import load_settings

SCALES: dict[str, dict[str, float]] = {
    "happened": {
        "actual": 2.0,
        "future": -1.3,
        "hypothetical": -0.9,
        "negated": -1.0,
        "hypothetical/attempt": -0.1,
        "hypothetical/belief": 0.2,
        "hypothetical/habit": 1.7,
        "hypothetical/imperative": -1.5,
        "hypothetical/infinitive": -0.4,
        "hypothetical/purpose": 0.0,
    },
    "certain": {
        "actual": 3.0,
        "future": 3.0,
        "hypothetical": 0.75,
        "negated": -3.0,
        "hypothetical/habit": 3.0,
        "hypothetical/imperative": 3.0,
        "hypothetical/infinitive": 3.0,
        "hypothetical/obligation": 3.0,
        "hypothetical/purpose": 3.0,
        "hypothetical/request": 3.0,
        "hypothetical/wish": 3.0,
    },
}
"""Values by what the coder says, finer where a rule is named."""


def main() -> None:
    """Read the gold, write the predictions."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--scale", choices=sorted(SCALES), default="happened")
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    chosen = options.parse_args()
    documents = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = [
        json.dumps(predict(one, parsed, scale=chosen.scale))
        for one, parsed in zip(documents, parse(documents), strict=True)
    ]
    chosen.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def parse(documents: list[dict[str, Any]]) -> list[ParsedArticle]:
    """Parse all sentences of all documents, each text as one block so that offsets stay."""
    articles = [
        Article(id=one["id"], text=one["text"], blocks=(Block(kind="paragraph", start=0, end=len(one["text"])),))
        for one in documents
    ]
    return parse_articles(SpacyParser(load_settings(None).parse), Segmenter(), articles)


def predict(document: dict[str, Any], parsed: ParsedArticle, *, scale: str = "happened") -> dict[str, Any]:
    """Give a document's line of predictions; a target in no sentence is left out."""
    targets = []
    for target in document["targets"]:
        found = locate(parsed, target["start"], target["end"])
        if found is not None:
            value = value_of(*found, scale=scale)
            targets.append({"start": target["start"], "end": target["end"], "value": value})
    return {"id": document["id"], "targets": targets}


def value_of(sentence: Sentence, i: int, *, scale: str) -> float:
    """Give the number of a judgement on a scale, by the rule that decided if the scale knows it."""
    factuality, why = judge_factuality(sentence, i)
    values = SCALES[scale]
    by_rule = values.get(f"{factuality}/{why.rule}") if why is not None else None
    return values[factuality] if by_rule is None else by_rule


def locate(parsed: ParsedArticle, start: int, end: int) -> tuple[Sentence, int] | None:
    """Give the sentence and the head token of the words between two offsets."""
    for sentence in parsed.sentences:
        inside = [token for token in sentence.tokens if token.start < end and start < token.end]
        if inside:
            numbers = {token.i for token in inside}
            head = next((token for token in inside if token.head not in numbers or token.head == token.i), inside[0])
            return sentence, head.i
    return None


if __name__ == "__main__":
    main()
