"""Task `sentences`: events against single labelled sentences."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from dragoman.records import Article, Event
from dragoman.score.gold import parse_day, read_sentences
from dragoman.score.sentences import score_sentences
from dragoman.score.task import Answers, Coder, Report, Task, code_articles


def _evaluate(gold_paths: Sequence[Path], coder: Coder) -> tuple[Report, Answers]:
    gold = read_sentences(gold_paths)
    articles = [
        Article(id=one.id, text=one.text, published=parse_day(one.date), language="en") for one in gold
    ]
    answers = code_articles(coder, articles)
    events = cast("tuple[Event, ...]", answers.records)
    return Report(task=TASK.name, scores=score_sentences(gold, events), notes=answers.notes), answers


TASK = Task(
    name="sentences",
    summary="one labelled event a sentence: recall, confusion of types, mode, actor, recipient",
    evaluate=_evaluate,
)
