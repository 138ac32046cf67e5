"""Writes events in formats that other programs read; a new format is one module and its name here."""

from dragoman.errors import FormatError
from dragoman.export import csv_table, json_lines
from dragoman.export.base import Writer
from dragoman.export.whole_file import check_target, write_whole

WRITERS: dict[str, Writer] = {module.WRITER.name: module.WRITER for module in (csv_table, json_lines)}
"""Every format by name, sorted."""

NATIVE = json_lines.WRITER
"""The format that holds all of the record."""

__all__ = ["NATIVE", "WRITERS", "Writer", "check_target", "find_writer", "write_whole"]


def find_writer(name: str | None, *, file_name: str | None = None) -> Writer:
    """Choose the format to write.

    Args:
        name: name of the format; None lets the file's name decide.
        file_name: name of the output file; its ending counts only if no format is named.

    Returns:
        The writer named, else the one that owns the file's ending, else the native one.

    Raises:
        FormatError: dragoman does not write the format named.
    """
    if name is not None:
        if name not in WRITERS:
            raise FormatError(f"no format {name!r}", remedy=f"Formats are: {', '.join(WRITERS)}.")
        return WRITERS[name]
    for writer in WRITERS.values():
        if file_name is not None and file_name.lower().endswith(writer.endings):
            return writer
    return NATIVE
