"""Write what events gold texts tell, as the scorer of the event gold reads them.

    python evaluation/event_predictions.py GOLD.jsonl PREDICTIONS.jsonl

The gold's `kind` says what is asked: `label` (one PLOVER type for a sentence with a given `source` and `target`),
`st` (the spans of who acts and who is acted upon) or `templates` (terrorist incidents of a document).
"""

import argparse
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dragoman
from dragoman.read import make_article
from dragoman.records import Article, CodedArticle, Entity, Event
from dragoman.settings import Settings

Answer = dict[str, Any]
# The gold's one type for giving way, by words or deeds.
YIELD = frozenset({"CONCEDE", "RETREAT"})
# PLOVER's quad of a record that has none.
NEUTRAL = 0
INCIDENTS = (("abduct", "kidnapping"), ("explosives", "bombing"), ("suicide-attack", "bombing"))
"""Modes of ASSAULT to the incident types of the templates; any other assault is an attack."""


def label(gold: Answer, coded: CodedArticle) -> Answer:
    """Give the type of the event whose participants are those that the gold asks about."""
    source, target = gold.get("source", ""), gold.get("target", "")

    def fit(event: Event) -> tuple[int, float]:
        return _named(event.actor, source) + _named(event.recipient, target), event.confidence

    best = max(coded.events, key=fit, default=None)
    if best is None:
        return {"label": None, "quad": None}
    kind = best.event[0]
    return {"label": "YIELD" if kind in YIELD else kind, "quad": best.quad_code}


def _named(entities: tuple[Entity, ...], text: str) -> int:
    return int(any(text in entity.entity_text or entity.entity_text in text for entity in entities))


def spans(_: Answer, coded: CodedArticle) -> Answer:
    """Give the spans of all who act and of all who are acted upon."""
    return {
        "source": _spans(event.actor for event in coded.events),
        "target": _spans(event.recipient for event in coded.events),
        "quad": coded.events[0].quad_code if coded.events else NEUTRAL,
    }


def _spans(found: Iterator[tuple[Entity, ...]]) -> list[list[int]]:
    unique = {(entity.start, entity.end) for entities in found for entity in entities}
    return [list(span) for span in sorted(unique)]


def templates(_: Answer, coded: CodedArticle) -> Answer:
    """Give one template for each assault: its type, who did it and who suffered from it."""
    assaults = [event for event in coded.events if event.event[0] == "ASSAULT" and event.factuality == "actual"]
    return {"templates": [_template(event) for event in assaults]}


def _template(event: Event) -> Answer:
    kind = next((incident for mode, incident in INCIDENTS if mode in event.mode), "attack")
    bodies = [entity for entity in event.actor if entity.identifier_text and not entity.office]
    people = [entity for entity in event.actor if entity not in bodies]
    return {
        "incident_type": kind,
        "PerpInd": [[entity.entity_text] for entity in people],
        "PerpOrg": [[entity.entity_text] for entity in bodies],
        "Victim": [[entity.entity_text] for entity in event.recipient],
        "Target": [],
        "Weapon": [],
    }


KINDS: dict[str, Callable[[Answer, CodedArticle], Answer]] = {"label": label, "st": spans, "templates": templates}


def article_of(document: Answer, settings: Settings) -> Article:
    """Make an article of a gold text; dates are there where the gold has them."""
    date = document.get("date")
    published = dt.date.fromisoformat(date) if date else None
    return make_article(document["text"], article_id=document["id"], settings=settings.read, published=published)


def main() -> None:
    """Read the gold, code it, write the predictions."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    chosen = options.parse_args()
    coder = dragoman.load(settings={"run": {"coded_date": dt.date.min.isoformat()}})
    documents = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    lines = []
    articles = (article_of(document, coder.settings) for document in documents)
    for document, coded in zip(documents, coder.stream(articles), strict=True):
        answer = KINDS[document["kind"]](document, coded)
        lines.append(json.dumps({"id": document["id"], **answer}))
    chosen.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
