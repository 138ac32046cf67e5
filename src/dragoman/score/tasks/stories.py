"""Task `stories`: whole events against whole stories."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from dragoman.records import Article, Event
from dragoman.score.gold import GoldStory, parse_day, read_stories
from dragoman.score.stories import score_stories
from dragoman.score.task import Answers, Coder, Report, Task, code_articles


def story_article(story: GoldStory) -> Article:
    """Give the article that is to be coded for a story."""
    return Article(
        id=story.id,
        text=story.text,
        title=story.title or None,
        published=parse_day(story.published),
        publisher=story.publisher,
        language="en",
    )


def _evaluate(gold_paths: Sequence[Path], coder: Coder) -> tuple[Report, Answers]:
    gold = read_stories(gold_paths)
    answers = code_articles(coder, [story_article(story) for story in gold])
    events = cast("tuple[Event, ...]", answers.records)
    return Report(task=TASK.name, scores=score_stories(gold, events), notes=answers.notes), answers


TASK = Task(
    name="stories",
    summary="events of whole stories: what, who, whom, when, where, how certain, on whose word",
    evaluate=_evaluate,
)
