"""Scores the coder on every set of a gold folder that it can answer, and prints the rows of RESULTS.md.

    python evaluation/measure.py GOLD_FOLDER [--predictions FOLDER] [--only NAME]

GOLD_FOLDER is laid out like the shared gold: stories/, seed/, sentences/, actors/. Sets that are not
there are passed over with a note. --predictions keeps what was coded, one file a set, for others.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import dragoman
from dragoman.score import Coder, run_task


class Figure(NamedTuple):
    """One figure of a report: where it stands in the report's data, and the target if there is one."""

    name: str
    path: tuple[str, ...]
    target: str = ""


class GoldSet(NamedTuple):
    """A set of the gold folder, the task that scores it, and the figures to report."""

    name: str
    task: str
    file: str
    figures: tuple[Figure, ...]


def _f1(name: str, target: str = "") -> Figure:
    return Figure(f"{name} F1", (name, "f1"), target)


def _matched(name: str) -> Figure:
    return Figure(name, ("matched", name, "accuracy"))


def _share(name: str, target: str = "") -> Figure:
    return Figure(name, (name, "accuracy"), target)


STORY_FIGURES = (
    *(_f1(name) for name in ("roles", "story", "condition", "attribution")),
    *(_matched(name) for name in ("mode", "sector", "date", "place country", "place name")),
    *(_matched(name) for name in ("factuality", "historical", "numbers")),
)
SENTENCE_FIGURES = tuple(_share(name) for name in ("only", "mode", "actor", "recipient"))

SETS = (
    GoldSet(
        "stories.dev",
        "stories",
        "stories/stories.dev.jsonl",
        (_f1("detect", "0.68"), _f1("who", "0.35"), *STORY_FIGURES),
    ),
    GoldSet("seed", "stories", "seed/seed.gold.jsonl", (_f1("detect", "0.85"), _f1("who", "0.70"), *STORY_FIGURES)),
    GoldSet(
        "plover_gsr",
        "sentences",
        "sentences/plover_gsr.dev.jsonl",
        (_share("type", "0.60"), *SENTENCE_FIGURES),
    ),
    GoldSet(
        "ngec_headlines",
        "sentences",
        "sentences/ngec_headlines.dev.jsonl",
        (_share("type"), *SENTENCE_FIGURES),
    ),
    GoldSet(
        "cameo_manual",
        "sentences",
        "sentences/cameo_manual.dev.jsonl",
        (_share("type"), *SENTENCE_FIGURES, _share("dropped")),
    ),
    GoldSet(
        "plover_manual",
        "sentences",
        "sentences/plover_manual.dev.jsonl",
        (_share("type"), *SENTENCE_FIGURES),
    ),
    GoldSet(
        "actor_phrases",
        "actors",
        "actors/actor_phrases.dev.jsonl",
        (_share("country"), _share("sector"), _share("both")),
    ),
)


def rows(gold: GoldSet, data: dict[str, Any], commit: str) -> Iterator[str]:
    """Yield a row of RESULTS.md for each figure that the report holds."""
    for figure in gold.figures:
        value: Any = data
        for key in figure.path:
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            command = f"`dragoman evaluate --task {gold.task} {Path(gold.file).name}`"
            yield f"| {gold.name} {figure.name} | {value:.3f} | {figure.target} | {command} | {commit} |"


def current_commit() -> str:
    """Give the short name of the commit that is checked out, `?` when there is none."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (a fixed command)
    return asked.stdout.strip() or "?"


def measure(gold: GoldSet, folder: Path, coder: Coder, *, predictions: Path | None) -> dict[str, Any]:
    """Score one set and give the report's data.

    Raises:
        GoldError: the set's file is broken.
    """
    out = predictions / f"{gold.name}.jsonl" if predictions else None
    report = run_task(gold.task, [folder / gold.file], coder=coder, predictions=out)
    for note in report.notes:
        print(note, file=sys.stderr)
    return report.data()


def main(arguments: Sequence[str]) -> int:
    """Measure and print; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder laid out like the shared gold")
    parser.add_argument("--predictions", type=Path, help="folder for what was coded")
    parser.add_argument("--only", action="append", choices=[one.name for one in SETS], help="only this set")
    options = parser.parse_args(arguments)
    coder = dragoman.load()
    commit = current_commit()
    print("| figure | value | target | command | commit |\n|---|---|---|---|---|")
    missing = 0
    for gold in SETS:
        if options.only and gold.name not in options.only:
            continue
        if not (options.gold / gold.file).exists():
            missing += 1
            print(f"{gold.name}: {gold.file} is not in the folder", file=sys.stderr)
            continue
        for row in rows(gold, measure(gold, options.gold, coder, predictions=options.predictions), commit):
            print(row, flush=True)
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
