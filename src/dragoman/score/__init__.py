"""Scores the coder on gold: figures for whole stories, for single sentences and for actor phrases."""

from dragoman.score.actors import ActorScores, score_actors
from dragoman.score.coded import CodedEvent, ResolvedPhrase, as_coded, read_coded
from dragoman.score.figures import Accuracy, Prf
from dragoman.score.gold import (
    GoldEvent,
    GoldStory,
    LabelledPhrase,
    LabelledSentence,
    read_phrases,
    read_sentences,
    read_stories,
)
from dragoman.score.render import Scores, render, to_json
from dragoman.score.run_task import run_task
from dragoman.score.sentences import SentenceScores, score_sentences
from dragoman.score.stories import Miss, Pair, StoryScores, pair_events, score_stories
from dragoman.score.task import Coder, Report, Task
from dragoman.score.tasks import TASKS

__all__ = [
    "TASKS",
    "Accuracy",
    "ActorScores",
    "CodedEvent",
    "Coder",
    "GoldEvent",
    "GoldStory",
    "LabelledPhrase",
    "LabelledSentence",
    "Miss",
    "Pair",
    "Prf",
    "Report",
    "ResolvedPhrase",
    "Scores",
    "SentenceScores",
    "StoryScores",
    "Task",
    "as_coded",
    "pair_events",
    "read_coded",
    "read_phrases",
    "read_sentences",
    "read_stories",
    "render",
    "run_task",
    "score_actors",
    "score_sentences",
    "score_stories",
    "to_json",
]
