"""Task `stories`: whole events against whole stories."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.score.gold import GoldStory, parse_day, read_stories
from dragoman.score.stories import score_stories
from dragoman.score.task import Coder, GoldText, Report, Task, code_texts


def story_text(story: GoldStory) -> GoldText:
    """Give what is to be coded of a story."""
    return GoldText(id=story.id, text=story.text, published=parse_day(story.published), title=story.title or None)


def _evaluate(gold_paths: Sequence[Path], coder: Coder) -> tuple[Report, Sequence[msgspec.Struct]]:
    gold = read_stories(gold_paths)
    events, notes = code_texts(coder, [story_text(story) for story in gold])
    return Report(task=TASK.name, scores=score_stories(gold, events), notes=notes), events


TASK = Task(
    name="stories",
    summary="events of whole stories: what, who, whom, when, where, how certain, on whose word",
    evaluate=_evaluate,
)
