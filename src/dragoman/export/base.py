"""What a writer is: a name, and how it turns a stream of events into bytes."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from dragoman.records import Event


class Writer(msgspec.Struct, frozen=True):
    """A format that dragoman writes.

    Attributes:
        name: what `--format` takes.
        summary: one line for the help.
        endings: file name endings that mean this format, in small letters.
        encode: turns events into pieces of the file, one at a time, so that a long run needs
            no more memory than a short one; heads and feet are pieces of their own.
    """

    name: str
    summary: str
    endings: tuple[str, ...]
    encode: Callable[[Iterable[Event]], Iterator[bytes]]
