"""Scores resolved actor phrases: is the country right, is the sector, are both."""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.errors import GoldError
from dragoman.score.coded import ResolvedPhrase
from dragoman.score.figures import Accuracy, Tally
from dragoman.score.gold import LabelledPhrase


class ActorScores(msgspec.Struct, frozen=True):
    """Accuracy of country, of the sector that gold names, and of both where gold gives both."""

    phrases: int
    figures: dict[str, Accuracy]
    wrong: tuple[str, ...]


def score_actors(gold: Sequence[LabelledPhrase], resolved: Sequence[ResolvedPhrase]) -> ActorScores:
    """Score resolved phrases against gold, one by one.

    Args:
        gold: the phrases with what was judged of them.
        resolved: the same phrases in the same order, as resolved.

    Raises:
        GoldError: the two do not hold the same phrases in the same order.
    """
    if len(gold) != len(resolved):
        raise GoldError(
            f"{len(gold)} gold phrases, {len(resolved)} resolved",
            remedy="Resolve every phrase of the gold, in order.",
        )
    tally = Tally()
    wrong = []
    for expected, answer in zip(gold, resolved, strict=True):
        if expected.phrase.strip() != answer.phrase.strip():
            raise GoldError(
                f"order differs: gold has {expected.phrase!r}, resolved is {answer.phrase!r}",
                remedy="Resolve the phrases of the gold in its order.",
            )
        verdicts = tuple(_verdicts(expected, answer))
        tally.add_all(verdicts)
        if not all(right for _, right in verdicts):
            wrong.append(f"{expected.phrase} -> {answer.code or '-'} {','.join(answer.sector) or '-'}")
    figures = tally.result()
    ordered = {name: figures.get(name, Accuracy()) for name in ("country", "sector", "both")}
    return ActorScores(phrases=len(gold), figures=ordered, wrong=tuple(wrong))


def _verdicts(expected: LabelledPhrase, answer: ResolvedPhrase) -> Iterator[tuple[str, bool]]:
    verdicts = []
    if expected.country is not msgspec.UNSET:
        verdicts.append(("country", (answer.code or "") == expected.country))
    if expected.sector is not msgspec.UNSET:
        right = expected.sector in answer.sector if expected.sector else not answer.sector
        verdicts.append(("sector", right))
    yield from verdicts
    if len(verdicts) > 1:
        yield "both", all(right for _, right in verdicts)
