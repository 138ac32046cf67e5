"""Task `sentences`: events against single labelled sentences."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.score.gold import parse_day, read_sentences
from dragoman.score.sentences import score_sentences
from dragoman.score.task import Coder, GoldText, Report, Task, code_texts


def _evaluate(gold_paths: Sequence[Path], coder: Coder) -> tuple[Report, Sequence[msgspec.Struct]]:
    gold = read_sentences(gold_paths)
    texts = [GoldText(id=one.id, text=one.text, published=parse_day(one.date)) for one in gold]
    events, notes = code_texts(coder, texts)
    return Report(task=TASK.name, scores=score_sentences(gold, events), notes=notes), events


TASK = Task(
    name="sentences",
    summary="one labelled event a sentence: recall, confusion of types, mode, actor, recipient",
    evaluate=_evaluate,
)
