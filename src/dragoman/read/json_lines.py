"""Reads articles from JSONL: one JSON object a line, of which only `text` is required."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import msgspec

from dragoman.errors import BadRecordError, DateError, InputError
from dragoman.read.articles import Origin, build_article, too_large
from dragoman.read.decode import decode_western
from dragoman.read.published import parse_published
from dragoman.records import Article
from dragoman.settings import ReadSettings

BOM = b"\xef\xbb\xbf"
ESCAPED = 6
"""Bytes that one character of a text may take in a line (as in `\\u00e9`)."""
OTHER_FIELDS = 1_000_000
"""Bytes that the fields beside the text may take."""

_FIELDS = "id, title, published, publisher, url, language, text"


class Record(msgspec.Struct, frozen=True):
    """One line, as docs and DESIGN name its fields; unknown ones are ignored."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


class Place(msgspec.Struct, frozen=True):
    """Where a line stands: the input's name and the line's number, from 1."""

    name: str
    number: int

    def __str__(self) -> str:
        """Give it as messages and missing ids have it."""
        return f"{self.name}:{self.number}"


def is_record(line: bytes) -> bool:
    """Tell whether a line is a JSON object."""
    bare = line.removeprefix(BOM).strip()
    if not bare.startswith(b"{"):
        return False
    try:
        return isinstance(_loads(bare), dict)
    except (ValueError, RecursionError):
        return False


def line_limit(settings: ReadSettings) -> int:
    """Give how many bytes a line may have before it is refused unread."""
    return ESCAPED * settings.max_characters + OTHER_FIELDS


def lines_of(stream: BinaryIO, *, settings: ReadSettings) -> Iterator[bytes | None]:
    """Give the lines of a stream one by one; None in place of one that is far too long."""
    limit = line_limit(settings)
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(OTHER_FIELDS)
        yield None


def read_records(
    lines: Iterable[bytes | None],
    name: str,
    *,
    settings: ReadSettings,
    published: dt.date | None,
    on_error: Callable[[InputError], None],
) -> Iterator[Article]:
    """Make an article of each line.

    Args:
        lines: as `lines_of` gives them.
        name: name of the input.
        settings: how inputs are read.
        published: day of publication of records that give none.
        on_error: gets the error of each line that is no article; the rest is read.
    """
    for number, line in enumerate(lines, start=1):
        place = Place(name=name, number=number)
        try:
            if line is None:
                raise too_large(str(place), settings)
            bare = line.removeprefix(BOM).strip()
            if bare:
                yield _article(_decode(bare, place), place, settings=settings, published=published)
        except InputError as error:
            on_error(error)


def _decode(line: bytes, place: Place) -> Record:
    try:
        return _convert(line)
    except UnicodeDecodeError as error:
        western = decode_western(line)
        if western is not None:
            return _decode(western.encode("utf-8"), place)
        raise BadRecordError(
            f"{place}: not UTF-8 (see byte {error.start} of the line)", remedy="Save the file in UTF-8."
        ) from error
    except msgspec.ValidationError as error:
        problem = str(error).replace(" - at `$.", ", in `").replace("`$`", "the line")
        raise BadRecordError(
            f"{place}: {problem}", remedy=f"Fields are {_FIELDS}; all but text may be null or missing."
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadRecordError(
            f"{place}: broken JSON ({error})", remedy="Write each article as one JSON object on one line."
        ) from error


def _convert(line: bytes) -> Record:
    try:
        return msgspec.json.decode(line, type=Record)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        # Python writes NaN and halves of characters, which JSON proper does not know.
        return msgspec.convert(_loads(line), Record)


def _loads(line: bytes) -> object:
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line.decode("utf-8"))


def _article(record: Record, place: Place, *, settings: ReadSettings, published: dt.date | None) -> Article:
    if record.published and record.published.strip():
        try:
            published = parse_published(record.published)
        except DateError as error:
            raise BadRecordError(f"{place}: published: {error.problem}", remedy=error.remedy) from error
    identifier = "" if record.id is None else str(record.id).strip()
    return build_article(
        record.text,
        article_id=identifier or str(place),
        settings=settings,
        place=str(place),
        origin=Origin(
            title=record.title,
            published=published,
            publisher=record.publisher,
            url=record.url,
            language=record.language,
        ),
    )
