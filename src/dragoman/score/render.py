"""Shows scores as plain text tables and as data for JSON."""

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.score.actors import ActorScores
from dragoman.score.figures import Accuracy, Prf
from dragoman.score.sentences import SentenceScores
from dragoman.score.stories import StoryScores

Scores = StoryScores | SentenceScores | ActorScores

MOST_CONFUSIONS = 15


def render(scores: Scores, *, misses: int = 0) -> str:
    """Give the figures as a text of several lines, without a line break at the end.

    Args:
        scores: what a scorer gave.
        misses: how many single misses to list below the figures.
    """
    return "\n".join(_LINES[type(scores)](scores, misses))


def to_json(scores: Scores) -> dict[str, Any]:
    """Give the figures as plain data; stories have the keys that other scorers of the format print."""
    return _DATA[type(scores)](scores)


def _story_lines(scores: StoryScores, misses: int) -> list[str]:
    lines = [
        f"{scores.stories} stories, {scores.detect.expected} gold events, {scores.detect.answered} coded",
        "",
        f"{'':24s} {'P':>6s} {'R':>6s} {'F1':>6s}",
    ]
    lines.extend(_prf_line(name, found) for name, found in _story_prf(scores).items())
    lines.extend(["", f"{'of matched events':24s} {'right':>6s} {'n':>6s}"])
    lines.extend(_accuracy_line(name, found) for name, found in scores.matched.items())
    lines.extend(["", f"{'by type':24s} {'P':>6s} {'R':>6s} {'F1':>6s} {'gold':>6s}"])
    lines.extend(f"{_prf_line(name, one.found)} {one.found.expected:6d}" for name, one in scores.types.items())
    if misses and scores.misses:
        lines.append("")
        lines.extend(
            f"{miss.kind:6s} {miss.story} {miss.type} {' | '.join(miss.triggers)}" for miss in scores.misses[:misses]
        )
    return lines


def _sentence_lines(scores: SentenceScores, misses: int) -> list[str]:
    lines = [f"{scores.sentences} sentences", "", f"{'':24s} {'share':>6s} {'n':>6s}"]
    lines.extend(_accuracy_line(name, found) for name, found in scores.figures.items())
    shown = scores.confusions[: max(misses, MOST_CONFUSIONS)]
    if shown:
        lines.append("")
        lines.extend(f"{one.label} coded as {one.coded}: {one.cases}" for one in shown)
    return lines


def _actor_lines(scores: ActorScores, misses: int) -> list[str]:
    lines = [f"{scores.phrases} phrases", "", f"{'':24s} {'right':>6s} {'n':>6s}"]
    lines.extend(_accuracy_line(name, found) for name, found in scores.figures.items())
    if misses and scores.wrong:
        lines.append("")
        lines.extend(scores.wrong[:misses])
    return lines


def _prf_line(name: str, found: Prf) -> str:
    return f"{name:24s} {found.precision:6.3f} {found.recall:6.3f} {found.f1:6.3f}"


def _accuracy_line(name: str, found: Accuracy) -> str:
    return f"{name:24s} {found.rate:6.3f} {found.cases:6d}"


def _story_prf(scores: StoryScores) -> dict[str, Prf]:
    return {
        "detect": scores.detect,
        "who": scores.who,
        "roles": scores.roles,
        "story": scores.story,
        "condition": scores.condition,
        "attribution": scores.attribution,
    }


def _story_data(scores: StoryScores) -> dict[str, Any]:
    return {
        "stories": scores.stories,
        "gold events": scores.detect.expected,
        "coded events": scores.detect.answered,
        **{name: found.data() for name, found in _story_prf(scores).items()},
        "matched": _accuracies(scores.matched),
        "types": {name: one.data() for name, one in scores.types.items()},
    }


def _sentence_data(scores: SentenceScores) -> dict[str, Any]:
    return {
        "sentences": scores.sentences,
        **_accuracies(scores.figures),
        "confusions": [[one.label, one.coded, one.cases] for one in scores.confusions],
    }


def _actor_data(scores: ActorScores) -> dict[str, Any]:
    return {"phrases": scores.phrases, **_accuracies(scores.figures)}


def _accuracies(figures: Mapping[str, Accuracy]) -> dict[str, dict[str, float]]:
    return {name: found.data() for name, found in figures.items()}


_LINES: dict[type[Scores], Callable[[Any, int], list[str]]] = {
    StoryScores: _story_lines,
    SentenceScores: _sentence_lines,
    ActorScores: _actor_lines,
}
_DATA: dict[type[Scores], Callable[[Any], dict[str, Any]]] = {
    StoryScores: _story_data,
    SentenceScores: _sentence_data,
    ActorScores: _actor_data,
}
