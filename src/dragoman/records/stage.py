"""The contract of a stage: what it needs and what it adds; the coder refuses a flow that does not join up."""

from collections.abc import Iterable

import msgspec

from dragoman.errors import StageError


class Stage(msgspec.Struct, frozen=True):
    """What a stage says of itself.

    Attributes:
        name: room and job, `extract.events` for example.
        needs: what must be there before it runs.
        adds: what is there after it has run.
    """

    name: str
    needs: frozenset[str]
    adds: frozenset[str]


def check_flow(stages: Iterable[Stage], *, given: Iterable[str] = ("text",)) -> None:
    """Check that each stage finds what it needs.

    Args:
        stages: in the order in which they run.
        given: what is there at the start.

    Raises:
        StageError: a need is unmet; the message lists required, provided and missing.
    """
    provided = set(given)
    for stage in stages:
        missing = stage.needs - provided
        if missing:
            raise StageError(
                f"stage {stage.name} requires {sorted(stage.needs)}, provided are {sorted(provided)}, "
                f"missing {sorted(missing)}",
                remedy="Put a stage that adds it before, or leave this stage out.",
            )
        provided |= stage.adds
