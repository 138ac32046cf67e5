"""What a scoring task is, what it asks of the coder, and what it gives back."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from dragoman.errors import ArticleError, InputError
from dragoman.records import Event
from dragoman.score.render import Scores, render, to_json


class Coder(Protocol):
    """The part of the coder that scoring uses."""

    def code(self, text: str, /, *, published: dt.date | None, title: str | None, article_id: str) -> list[Event]:
        """Code one text; each event's `article` is `article_id`."""
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
class Task:
    """A way of scoring.

    Attributes:
        name: what `--task` takes.
        summary: one line for the help.
        evaluate: reads the gold files, asks the coder, and gives the report with the
            answers, as records to write.
    """

    name: str
    summary: str
    evaluate: Callable[[Sequence[Path], Coder], tuple[Report, Sequence[msgspec.Struct]]]


@dataclasses.dataclass(frozen=True)
class GoldText:
    """A text of the gold that is to be coded under its own id."""

    id: str
    text: str
    published: dt.date | None = None
    title: str | None = None


def code_texts(coder: Coder, texts: Iterable[GoldText]) -> tuple[list[Event], tuple[str, ...]]:
    """Code texts one after the other.

    Returns:
        All events, and a note on each text that could not be read or coded.
    """
    events: list[Event] = []
    notes: list[str] = []
    for one in texts:
        try:
            events.extend(coder.code(one.text, published=one.published, title=one.title, article_id=one.id))
        except (InputError, ArticleError) as error:
            notes.append(f"not coded: {one.id}: {error}")
    return events, tuple(notes)
