"""Joins the commands into the program `dragoman`."""

import io
import signal
import sys
from types import FrameType
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli import code, evaluate, explain, show

KILLED = 128 + signal.SIGTERM

app = typer.Typer(
    name="dragoman",
    help=(
        "Read political news and keep the record: who did, said or threatened what to whom, when, where, "
        "on what condition and on whose word."
    ),
    epilog="Start with: dragoman show FILE. Each command teaches itself: dragoman code --help",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(help=code.HELP)(code.code)
app.command(help=show.HELP)(show.show)
app.command(help=explain.HELP)(explain.explain)
app.command(help=evaluate.HELP)(evaluate.evaluate)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take what stands before the command's name."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a window that cannot show a letter shows a question mark
    app()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Turn a polite kill into an exception, so that half-written files are cleared away."""
    sys.exit(KILLED)
