"""How a command ends: its exit code, and errors told in one line instead of a traceback."""

import functools
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ParamSpec

import typer

from dragoman.cli.screen import Screen
from dragoman.errors import DateError, DragomanError, FormatError, ParserNotFoundError, SettingsError
from dragoman.export import check_target

SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141

USAGE_ERRORS = (DateError, FormatError, ParserNotFoundError, SettingsError)
"""Errors that come of what was typed, not of what was read."""

P = ParamSpec("P")


class UsageError(DragomanError):
    """What was typed makes no sense; nothing has been done."""


def check_output(path: Path | None, *, inputs: Iterable[str | Path] = ()) -> None:
    """Refuse an output file that can or must never be written, before anything slow is done.

    Raises:
        UsageError: the path is a folder, its folder is not there, or it is one of the inputs.
    """
    if path is None:
        return
    if path.is_file() and any(path.samefile(one) for one in inputs if Path(one).is_file()):
        raise UsageError(f"{path}: is an input too", remedy="Give another file to write.")
    try:
        check_target(path)
    except DragomanError as error:
        raise UsageError(error.problem, remedy=error.remedy) from error


def ends_well(command: Callable[P, int]) -> Callable[P, None]:
    """Make a command end with the exit code that it returns, and with one line for an error.

    A reader that goes away (`dragoman code ... | head`) and Ctrl-C end it quietly.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            status = command(*args, **kwargs)
            sys.stdout.flush()
        except DragomanError as error:
            Screen().problem(str(error))
            wrong = isinstance(error, (UsageError, *USAGE_ERRORS))
            raise typer.Exit(WRONG_USAGE if wrong else SOME_FAILED) from error
        except BrokenPipeError as error:
            _forget_stdout()
            raise typer.Exit(PIPE_CLOSED) from error
        except KeyboardInterrupt as error:
            Screen().note("stopped; nothing was left half-written")
            raise typer.Exit(INTERRUPTED) from error
        if status:
            raise typer.Exit(status)

    return run


def _forget_stdout() -> None:
    """Point standard output at nothing, so that Python does not complain of the closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
