"""Reads inputs (text files, JSONL, either gzipped, folders, globs, standard input) into articles."""

import datetime as dt
import glob
import gzip
import io
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import BadRecordError, EmptyInputError, InputError, InputNotFoundError
from dragoman.read.articles import Origin, build_article, too_large
from dragoman.read.decode import WIDE_MARKS, decode_text
from dragoman.read.json_lines import BOM, is_record, lines_of, read_records
from dragoman.records import Article
from dragoman.settings import ReadSettings

STDIN = "-"
GZIP_MAGIC = b"\x1f\x8b"
HEAD = 8192
"""Bytes that are looked at to tell what an input is."""
WIDEST_CHARACTER = 4
"""Bytes that one character takes at most in the encodings that are read."""

ErrorHandler = Callable[[InputError], None]


def read_inputs(
    inputs: Iterable[str | Path],
    *,
    settings: ReadSettings,
    published: dt.date | None = None,
    on_error: ErrorHandler,
) -> Iterator[Article]:
    """Read articles from inputs, one at a time, in the order given.

    What an input holds is told from its bytes, not only from its name: gzip, JSONL (the first line
    is a JSON object) or one text.

    Args:
        inputs: files, folders (all files below, sorted, but hidden ones), globs, or `-` for
            standard input.
        settings: how inputs are read.
        published: day of publication of articles that name none themselves.
        on_error: gets the error of each input, or line, that cannot be read; the rest is read.

    Yields:
        Articles with blocks and language. The id is the record's own; without one `<file>:<line>`;
        for a text file its path as given, `stdin` for standard input.
    """
    for given in inputs:
        try:
            paths = _expand(str(given), on_error)
        except InputError as error:
            on_error(error)
            continue
        for path in paths:
            yield from _read_path(path, settings=settings, published=published, on_error=on_error)


def _expand(given: str, on_error: ErrorHandler) -> list[str]:
    """Give the files that an input stands for."""
    if given == STDIN:
        return [STDIN]
    if not given.strip():
        raise InputNotFoundError("an input without a name", remedy="Give a file, a folder, a glob or -.")
    try:
        path = Path(given)
        if path.is_dir():
            return _below(path, on_error)
        if path.exists():
            return [given]
        matches = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else None  # noqa: PTH207 - Path.glob takes no absolute pattern
    except (OSError, ValueError):
        matches = None  # names that no file can have, such as a whole text
    if matches is None:
        raise InputNotFoundError(f"{_shown(given)}: no such file or folder", remedy=_remedy(given))
    files = [file for match in matches for file in (_below(Path(match), on_error) if Path(match).is_dir() else [match])]
    if not files:
        raise InputNotFoundError(
            f"{_shown(given)}: no file matches",
            remedy="Check the pattern, and quote it so that it is not expanded.",
        )
    return list(dict.fromkeys(files))


def _remedy(given: str) -> str:
    if "://" in given:
        return "Save the text behind the address to a file and give that."
    return "Check the path; to code a text itself, pipe it in and give - as the input."


def _below(folder: Path, on_error: ErrorHandler) -> list[str]:
    """Give all regular files below a folder, sorted; hidden ones are left out."""

    def report(error: OSError) -> None:
        on_error(_unreadable(_shown(str(error.filename)), error))

    files: list[str] = []
    for place, folders, names in os.walk(folder, onerror=report):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files += [str(path) for path in paths if path.is_file()]
    if not files:
        raise EmptyInputError(
            f"{_shown(str(folder))}: the folder holds no files",
            remedy="Give a folder with texts or JSONL files.",
        )
    return sorted(files, key=lambda file: Path(file).as_posix())


def _shown(path: str) -> str:
    """Give a path for messages and ids: with slashes, and in characters that can be saved."""
    return Path(path).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")[:1000]


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError(
        f"{name}: cannot be read ({error.strerror or error})",
        remedy="Check that it exists and that you may read it.",
    )


def _read_path(
    path: str, *, settings: ReadSettings, published: dt.date | None, on_error: ErrorHandler
) -> Iterator[Article]:
    """Read one file, or standard input; each error goes to `on_error`."""
    name = "stdin" if path == STDIN else _shown(path)
    try:
        if path == STDIN:
            stream = _unzipped(_buffered(sys.stdin.buffer))
            yield from _read_stream(stream, name, settings=settings, published=published, on_error=on_error)
        else:
            with Path(path).open("rb") as file:
                _check_size(file, name, settings)
                stream = _unzipped(file)
                yield from _read_stream(stream, name, settings=settings, published=published, on_error=on_error)
    except InputError as error:
        on_error(error)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        on_error(InputError(f"{name}: the gzip data is broken or ends early ({error})", remedy="Fetch the file again."))
    except OSError as error:
        on_error(_unreadable(name, error))


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    """Give a stream that can be peeked into."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(io.BytesIO(stream.read()))


def _unzipped(stream: io.BufferedReader) -> io.BufferedReader:
    if stream.peek(2)[:2] != GZIP_MAGIC:
        return stream
    return io.BufferedReader(gzip.GzipFile(fileobj=stream))


def _check_size(file: io.BufferedReader, name: str, settings: ReadSettings) -> None:
    """Refuse a huge text by its size alone, without reading it."""
    head = file.peek(HEAD)[:HEAD]
    if head[:2] == GZIP_MAGIC or _may_be_records(head, name):
        return
    if os.fstat(file.fileno()).st_size > _byte_limit(settings):
        raise too_large(name, settings)


def _byte_limit(settings: ReadSettings) -> int:
    return WIDEST_CHARACTER * (settings.max_characters + 1)


def _may_be_records(head: bytes, name: str) -> bool:
    if head.startswith(WIDE_MARKS):
        return False  # told after decoding: its line breaks are no single bytes
    return head.removeprefix(BOM).lstrip().startswith(b"{") or _is_named_records(name)


def _is_named_records(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson"))


def _read_stream(
    stream: io.BufferedReader,
    name: str,
    *,
    settings: ReadSettings,
    published: dt.date | None,
    on_error: ErrorHandler,
) -> Iterator[Article]:
    """Read what a stream holds: records or one text."""
    first: list[bytes | None] = []
    if _may_be_records(stream.peek(HEAD)[:HEAD], name):
        lines = lines_of(stream, settings=settings)
        first = _first_lines(lines)
        if _is_named_records(name) or any(line is not None and is_record(line) for line in first):
            rows = chain(first, lines)
            yield from read_records(rows, name, settings=settings, published=published, on_error=on_error)
            return
        if None in first:
            raise too_large(name, settings)
    text = decode_text(_rest(stream, first, name, settings), name)
    yield from _text_or_records(text, name, settings=settings, published=published, on_error=on_error)


def _first_lines(lines: Iterator[bytes | None]) -> list[bytes | None]:
    """Read as far as the second line that is not blank: one of them being an object tells JSONL."""
    first: list[bytes | None] = []
    seen = 0
    for line in lines:
        first.append(line)
        seen += line is None or bool(line.removeprefix(BOM).strip())
        if seen > 1 or (line is not None and is_record(line)):
            break
    return first


def _rest(stream: io.BufferedReader, first: list[bytes | None], name: str, settings: ReadSettings) -> bytes:
    """Read a text to its end, or refuse it when the end does not come."""
    data = b"".join(line for line in first if line is not None)
    limit = _byte_limit(settings)
    data += stream.read(max(0, limit + 1 - len(data)))
    if len(data) > limit:
        raise too_large(name, settings)
    if not data:
        raise EmptyInputError(f"{name}: the input is empty", remedy="Give the text of an article.")
    if _is_whole_json(data):
        raise BadRecordError(
            f"{name}: this is JSON, but not one article a line",
            remedy="Write each article as one JSON object on one line.",
        )
    return data


def _is_whole_json(data: bytes) -> bool:
    if not data.removeprefix(BOM).lstrip().startswith((b"{", b"[")):
        return False
    try:
        return isinstance(msgspec.json.decode(data.removeprefix(BOM)), dict | list)
    except (ValueError, RecursionError):
        return False


def _text_or_records(
    text: str, name: str, *, settings: ReadSettings, published: dt.date | None, on_error: ErrorHandler
) -> Iterator[Article]:
    """Make one article of a text, or one a line of JSONL that came in UTF-16."""
    if text.lstrip("\ufeff \r\n").startswith("{"):
        rows = [line.encode("utf-8", "surrogatepass") for line in text.split("\n")]
        if any(is_record(line) for line in _first_lines(iter(rows)) if line is not None):
            yield from read_records(rows, name, settings=settings, published=published, on_error=on_error)
            return
    yield build_article(text, article_id=name, settings=settings, origin=Origin(published=published))
