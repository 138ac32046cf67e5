"""The two streams of a command: results on standard output, all talk on standard error."""

import sys
from contextlib import AbstractContextManager, nullcontext

from rich.console import Console

from dragoman.cli.theme import THEME


class Screen:
    """Standard output for results and standard error for everything said beside them.

    Attributes:
        out: where results that are made for people go.
        err: where problems, notes and progress go.
    """

    def __init__(self) -> None:
        self.out = Console(theme=THEME, highlight=False)
        self.err = Console(theme=THEME, highlight=False, stderr=True)

    @property
    def shows(self) -> bool:
        """Tell whether a person reads standard output; colour that is forced on a pipe does not count."""
        return sys.stdout.isatty()

    @property
    def talks(self) -> bool:
        """Tell whether a person reads standard error."""
        return sys.stderr.isatty()

    def working(self, message: str) -> AbstractContextManager[object]:
        """Show a person that something takes a while."""
        return self.err.status(message) if self.talks else nullcontext()

    def problem(self, message: str) -> None:
        """Say what went wrong, in one line that is never broken by the width of a window."""
        self._say("problem", message)

    def note(self, message: str) -> None:
        """Say something that the user should know."""
        self._say("note", message)

    def say(self, message: str) -> None:
        """Say how it went, without a name before it."""
        self.err.print(message, markup=False, soft_wrap=True)

    def _say(self, style: str, message: str) -> None:
        one_line = " ".join(message.split())
        self.err.print(f"dragoman: {one_line}", style=style, markup=False, soft_wrap=True)

    def write(self, piece: bytes) -> None:
        """Write bytes of a result to standard output at once."""
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: "1 event", "2 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
