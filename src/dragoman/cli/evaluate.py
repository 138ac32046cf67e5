"""`dragoman evaluate`: how well the coder does on gold."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.coding import load_coder, make_job
from dragoman.cli.options import Model, SettingsFile
from dragoman.cli.outcome import UsageError, check_output, ends_well
from dragoman.cli.screen import Screen
from dragoman.score import TASKS, run_task

SUMMARIES = "; ".join(f"{task.name}: {task.summary}" for task in TASKS.values())


HELP = """\
Code the texts of gold files and score the answers.

\b
Examples:
  dragoman evaluate evaluation/gold/stories.jsonl
  dragoman evaluate gold.jsonl --predictions answers.jsonl --json
  dragoman evaluate --task actors phrases.jsonl --misses 20
"""


@ends_well
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Gold files, JSONL.", show_default=False)],
    *,
    task: Annotated[str, typer.Option(metavar="|".join(TASKS), help=f"What to score. {SUMMARIES}.")] = "stories",
    predictions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write the answers, so that anyone can score them again.",
            show_default=False,
        ),
    ] = None,
    misses: Annotated[int, typer.Option(min=0, metavar="N", help="List up to N single misses.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    settings: SettingsFile = None,
    model: Model = None,
) -> int:
    """Run `dragoman evaluate`."""
    screen = Screen()
    if task not in TASKS:
        raise UsageError(f"no task {task!r}", remedy=f"Tasks are: {', '.join(TASKS)}.")
    check_output(predictions, inputs=gold)
    coder = load_coder(make_job((), published=None, settings=settings, model=model), screen)
    with screen.working("Coding the texts of the gold"):
        report = run_task(task, gold, coder=coder, predictions=predictions)
    text = json.dumps(report.data(), indent=1, ensure_ascii=False) if as_json else report.text(misses=misses)
    screen.write(f"{text}\n".encode())
    return 0
