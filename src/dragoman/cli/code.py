"""`dragoman code`: inputs in, events out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dragoman.cli.coding import Tally, code_inputs, load_coder, make_job
from dragoman.cli.event_table import event_table
from dragoman.cli.options import Inputs, Model, Published, SettingsFile
from dragoman.cli.outcome import SOME_FAILED, check_output, ends_well
from dragoman.cli.screen import Screen
from dragoman.errors import DragomanError
from dragoman.export import WRITERS, Writer, find_writer, write_whole
from dragoman.records import Article, CodedArticle, Event

Outcomes = Iterable[tuple[Article, CodedArticle]]

FORMATS = "; ".join(f"{writer.name}: {writer.summary}" for writer in WRITERS.values())


HELP = """\
Code inputs into events: a table on a terminal, JSON lines in a pipe, a file with -o.

\b
Examples:
  dragoman code article.txt --published 2024-05-31
  dragoman code news/ -o events.jsonl
  dragoman code "archive/*.jsonl.gz" -o events.csv
  cat article.txt | dragoman code - | jq .event

Exit code: 0 all inputs were coded, 1 some were not (each is named on standard error; the \
rest is done), 2 wrong usage.
"""


@ends_well
def code(
    inputs: Inputs,
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="File to write, whole or not at all.", show_default=False),
    ] = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(WRITERS),
            help=f"{FORMATS}. Left out, the ending of FILE decides.",
            show_default=False,
        ),
    ] = None,
    published: Published = None,
    settings: SettingsFile = None,
    model: Model = None,
) -> int:
    """Run `dragoman code`."""
    screen = Screen()
    writer = find_writer(format_name, file_name=None if output is None else output.name)
    check_output(output, inputs=inputs)
    job = make_job(inputs, published=published, settings=settings, model=model)
    coder = load_coder(job, screen)
    tally = Tally()
    outcomes = code_inputs(job, coder=coder, screen=screen, tally=tally)
    if output is not None:
        _to_file(output, writer, outcomes, screen=screen, tally=tally)
    elif format_name is None and screen.shows:
        _to_terminal(outcomes, screen=screen)
    else:
        for piece in writer.encode(_events(outcomes)):
            screen.write(piece)
    if screen.talks:
        where = f" -> {output}" if output is not None else ""
        screen.say(f"{tally.line()}{where}")
    return 0 if tally.clean else SOME_FAILED


def _events(outcomes: Outcomes) -> Iterator[Event]:
    for _, outcome in outcomes:
        yield from outcome.events


def _to_terminal(outcomes: Outcomes, *, screen: Screen) -> None:
    for article, outcome in outcomes:
        screen.out.print(event_table(article, outcome.events, width=screen.out.width))


def _to_file(output: Path, writer: Writer, outcomes: Outcomes, *, screen: Screen, tally: Tally) -> None:
    with _progress(screen) as progress:
        task = progress.add_task("Coding", total=None)

        def counted() -> Outcomes:
            for one in outcomes:
                yield one
                progress.update(task, completed=tally.articles, description=tally.line())

        write_whole(output, _unless_nothing(writer.encode(_events(counted())), tally))


def _progress(screen: Screen) -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=screen.err,
        transient=True,
        disable=not screen.talks,
    )


def _unless_nothing(pieces: Iterable[bytes], tally: Tally) -> Iterator[bytes]:
    """Pass the pieces on, but let no empty file come of inputs that could all not be coded."""
    yield from pieces
    if not tally.coded:
        raise DragomanError("none of the inputs could be coded, so no file is written", remedy="See the lines above.")
