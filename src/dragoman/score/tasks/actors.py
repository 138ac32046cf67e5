"""Task `actors`: country and sector of single actor phrases."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import msgspec

from dragoman.errors import GoldError
from dragoman.records import Entity
from dragoman.score.actors import score_actors
from dragoman.score.coded import ResolvedPhrase
from dragoman.score.gold import read_phrases
from dragoman.score.task import Coder, Report, Task


@runtime_checkable
class PhraseResolver(Protocol):
    """A coder that also resolves a phrase that stands alone."""

    def resolve_actor(self, phrase: str) -> Entity | None:
        """Give the actor that a phrase names, None when it names none."""
        ...


def _evaluate(gold_paths: Sequence[Path], coder: Coder) -> tuple[Report, Sequence[msgspec.Struct]]:
    if not isinstance(coder, PhraseResolver):
        raise GoldError(
            "this coder does not resolve single phrases",
            remedy="Score actors with the coder of dragoman.load().",
        )
    gold = read_phrases(gold_paths)
    resolved = tuple(_resolved(one.phrase, coder.resolve_actor(one.phrase)) for one in gold)
    return Report(task=TASK.name, scores=score_actors(gold, resolved)), resolved


def _resolved(phrase: str, entity: Entity | None) -> ResolvedPhrase:
    if entity is None:
        return ResolvedPhrase(phrase=phrase)
    return ResolvedPhrase(phrase=phrase, code=entity.code, sector=entity.sector, identifier_text=entity.identifier_text)


TASK = Task(
    name="actors",
    summary="actor phrases: country, sector, both",
    evaluate=_evaluate,
)
