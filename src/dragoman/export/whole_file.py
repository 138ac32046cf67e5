"""Writes a file whole or not at all, whatever ends the run in between."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import DragomanError


def check_target(path: Path) -> None:
    """Refuse a target that can never be written, before any work is done for it.

    Raises:
        DragomanError: the path is a folder, or the folder that it names is not there.
    """
    target = path.resolve()
    if target.is_dir():
        raise DragomanError(f"{path}: is a folder", remedy="Give the name of a file to write.")
    if not target.parent.is_dir():
        raise DragomanError(f"{path}: its folder does not exist", remedy="Make the folder first.")


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces beside the target and put the finished file in its place at the end.

    A file that stood there before stays as it was until then, and for good if making the pieces
    fails or is broken off. A device or a pipe, which cannot be replaced, is written straight.

    Args:
        path: the file to write; a link is followed.
        pieces: what to write, made one at a time; errors in the making pass through.

    Raises:
        DragomanError: the target cannot be written, or the disk is full.
    """
    check_target(path)
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            _write_straight(target, pieces)
        else:
            _write_beside(target, pieces)
    except OSError as error:
        raise DragomanError(
            f"{path}: cannot be written ({error.strerror or error})",
            remedy="Give a file in a folder that you may write to, on a disk with room.",
        ) from error


def _write_straight(target: Path, pieces: Iterable[bytes]) -> None:
    with target.open("wb") as out:
        for piece in pieces:
            out.write(piece)
            out.flush()


def _write_beside(target: Path, pieces: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            for piece in pieces:
                out.write(piece)
        part.chmod(_permissions(target))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _permissions(target: Path) -> int:
    """Give the mode of the file that is replaced, or what the user's umask leaves of a new file's."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
