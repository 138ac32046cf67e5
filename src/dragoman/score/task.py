"""What a scoring task is, what it asks of the coder, and what it gives back."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from dragoman.records import Article, CodedArticle, Event
from dragoman.score.render import Scores, render, to_json


class Coder(Protocol):
    """The part of the coder that scoring uses."""

    def stream(self, articles: Iterable[Article], /) -> Iterable[CodedArticle]:
        """Code articles one after the other."""
        ...


@dataclasses.dataclass(frozen=True)
class Report:
    """Outcome of a task.

    Attributes:
        task: name of the task.
        scores: the figures.
        notes: what a reader of the figures must know, such as articles that failed.
    """

    task: str
    scores: Scores
    notes: tuple[str, ...] = ()

    def text(self, *, misses: int = 0) -> str:
        """Give the figures as text, with up to `misses` single misses."""
        return "\n".join([render(self.scores, misses=misses), *self.notes])

    def data(self) -> dict[str, Any]:
        """Give the figures as plain data for JSON."""
        return {"task": self.task, **to_json(self.scores), "notes": list(self.notes)}


@dataclasses.dataclass(frozen=True)
class Answers:
    """What the coder answered: records to score and to write, and notes on what failed."""

    records: tuple[msgspec.Struct, ...]
    notes: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Task:
    """A way of scoring.

    Attributes:
        name: what `--task` takes.
        summary: one line for the help.
        evaluate: reads the gold files, asks the coder, and gives the report with the answers.
    """

    name: str
    summary: str
    evaluate: Callable[[Sequence[Path], Coder], tuple[Report, Answers]]


def code_articles(coder: Coder, articles: Iterable[Article]) -> Answers:
    """Code articles, noting those that failed or were rejected."""
    events: list[Event] = []
    notes: list[str] = []
    for coded in coder.stream(articles):
        events.extend(coded.events)
        notes.extend(_trouble(coded))
    return Answers(records=tuple(events), notes=tuple(notes))


def _trouble(coded: CodedArticle) -> Iterator[str]:
    if coded.status == "coded":
        return
    details = (
        coded.error or "; ".join(rejection.detail for rejection in coded.rejections) or "no reason given"
    )
    yield f"{coded.article_id} {coded.status}: {details}"
