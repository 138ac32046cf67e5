"""Runs a scoring task by name and keeps its answers so that anyone can score them again."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from dragoman.errors import GoldError
from dragoman.score.task import Coder, Report
from dragoman.score.tasks import TASKS


def run_task(task: str, gold_paths: Sequence[Path], *, coder: Coder, predictions: Path | None = None) -> Report:
    """Score the coder on gold.

    Args:
        task: one of `TASKS`.
        gold_paths: gold files of that task, JSONL.
        coder: what codes the gold's texts.
        predictions: where to write the answers as JSONL; None means nowhere.

    Raises:
        GoldError: no such task, no gold, a gold file is broken, or the answers cannot be written.
    """
    if task not in TASKS:
        raise GoldError(f"no task {task!r}", remedy=f"Tasks are: {', '.join(TASKS)}.")
    if not gold_paths:
        raise GoldError("no gold given", remedy="Name at least one gold file.")
    report, answers = TASKS[task].evaluate(gold_paths, coder)
    if predictions is not None:
        _write_whole(predictions, answers)
    return report


def _write_whole(path: Path, records: Iterable[msgspec.Struct]) -> None:
    """Write records as JSON lines; the file appears whole or not at all."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            for record in records:
                out.write(msgspec.json.encode(record) + b"\n")
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> GoldError:
    return GoldError(
        f"{path}: answers cannot be written ({error.strerror})", remedy="Give a file in a writable folder."
    )
