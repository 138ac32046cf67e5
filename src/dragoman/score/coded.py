"""What scorers read of a coded event, whether it comes as a record, as a dict or as a line of a file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import GoldError
from dragoman.records import Event


class CodedEntity(msgspec.Struct, frozen=True):
    """A participant as coded."""

    code: str | None = None
    sector: tuple[str, ...] | None = ()


class CodedSpan(msgspec.Struct, frozen=True):
    """Words as coded: a trigger, a condition or a source."""

    start: int
    end: int
    text: str | None = None


class CodedPlace(msgspec.Struct, frozen=True):
    """A place as coded."""

    resolved_place: str | None = None
    country_code: str | None = None


class CodedSize(msgspec.Struct, frozen=True):
    """Numbers as coded."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    crowd: int | None = None


class CodedEvent(msgspec.Struct, frozen=True):
    """The fields of an event that are scored; all but the article and the type may be missing."""

    article: str
    event: tuple[str, ...]
    mode: tuple[str, ...] | None = ()
    event_text: tuple[CodedSpan, ...] | None = ()
    actor: tuple[CodedEntity, ...] | None = ()
    recipient: tuple[CodedEntity, ...] | None = ()
    date: str | None = None
    enddate: str | None = None
    event_loc: CodedPlace | None = None
    factuality: str | None = None
    historical: bool | None = False
    condition: CodedSpan | None = None
    attribution: tuple[CodedSpan, ...] | None = ()
    size: CodedSize | None = None

    @property
    def type(self) -> str | None:
        """The first type; None when the list is empty."""
        return self.event[0] if self.event else None


class ResolvedPhrase(msgspec.Struct, frozen=True):
    """An actor phrase as resolved."""

    phrase: str
    code: str | None = None
    sector: tuple[str, ...] = ()
    identifier_text: str | None = None


def as_coded(events: Iterable[Event | CodedEvent | Mapping[str, Any]]) -> list[CodedEvent]:
    """Give what scorers read of each event.

    Raises:
        GoldError: an event lacks a field that scoring needs, or holds a value of the wrong kind.
    """
    return [_one(event, number) for number, event in enumerate(events, 1)]


def read_coded(path: Path) -> list[CodedEvent]:
    """Read coded events from native JSONL.

    Raises:
        GoldError: the file cannot be read or a line is no coded event.
    """
    coded = []
    for number, line in _lines(path):
        try:
            coded.append(msgspec.json.decode(line, type=CodedEvent))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise GoldError(
                f"{path}:{number}: not a coded event ({error})",
                remedy="Write it with: dragoman code --format jsonl.",
            ) from error
    return coded


def _one(event: Event | CodedEvent | Mapping[str, Any], number: int) -> CodedEvent:
    if isinstance(event, CodedEvent):
        return event
    try:
        return msgspec.convert(event, CodedEvent, from_attributes=True)
    except msgspec.ValidationError as error:
        raise GoldError(
            f"coded event {number} cannot be scored ({error})",
            remedy="Give events in dragoman's native form.",
        ) from error


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GoldError(
            f"{path}: coded events cannot be read ({error.strerror})",
            remedy="Give the path of a readable JSONL file.",
        ) from error
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.strip():
            yield number, line
