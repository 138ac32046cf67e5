"""A flat table, one row an event, for spreadsheets and data frames (RFC 4180)."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from dragoman.export.base import Writer
from dragoman.records import Attribution, Content, Entity, Event, EventLoc, Size

Cell = str | int | float | bool | None

BETWEEN = ";"
"""Stands between the members of a list; inside a member it is written as a comma."""
WITHIN = "+"
"""Stands between the sectors of one participant, so that lists of one role stay parallel."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that make a spreadsheet run a text as a formula; an apostrophe is put before them."""

PLACE_FIELDS = EventLoc.__struct_fields__
SIZE_FIELDS = Size.__struct_fields__


def encode(events: Iterable[Event]) -> Iterator[bytes]:
    """Give the head of the table, then one row for each event."""
    yield _line(list(COLUMNS))
    for event in events:
        yield _line([_cell(read(event)) for read in COLUMNS.values()])


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def _cell(value: Cell) -> str:
    """Write a value as a cell: nothing for None, one line, and no text that could run as a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            text = " ".join(value.split())
            return f"'{text}" if text.startswith(FORMULA) else text
        case _:
            return repr(value)


def _list(values: Iterable[str | None]) -> str:
    return BETWEEN.join((value or "").replace(BETWEEN, ",") for value in values)


def _sectors(people: Iterable[Entity | Attribution]) -> str:
    return _list(WITHIN.join(one.sector) for one in people)


def _place(field: str) -> Callable[[Event], Cell]:
    return lambda event: None if event.event_loc is None else getattr(event.event_loc, field)


def _size(field: str) -> Callable[[Event], Cell]:
    return lambda event: getattr(event.size, field)


def _content(event: Event) -> Content | None:
    return None if event.content is msgspec.UNSET else event.content


def _content_of(read: Callable[[Content], Cell]) -> Callable[[Event], Cell]:
    def cell(event: Event) -> Cell:
        content = _content(event)
        return None if content is None else read(content)

    return cell


COLUMNS: dict[str, Callable[[Event], Cell]] = {
    "id": lambda event: event.id,
    "article": lambda event: event.article,
    "event": lambda event: _list(event.event),
    "mode": lambda event: _list(event.mode),
    "context": lambda event: _list(event.context),
    "quad_code": lambda event: event.quad_code,
    "event_scale": lambda event: event.event_scale,
    "cameo": lambda event: event.cameo,
    "date": lambda event: event.date,
    "enddate": lambda event: event.enddate,
    "date_text": lambda event: None if event.date_text is None else event.date_text.text,
    "date_resolution": lambda event: event.date_resolution,
    "date_basis": lambda event: event.date_basis,
    "actor_code": lambda event: _list(one.code for one in event.actor),
    "actor_sector": lambda event: _sectors(event.actor),
    "actor_text": lambda event: _list(one.entity_text for one in event.actor),
    "actor_name": lambda event: _list(one.identifier_text for one in event.actor),
    "actor_id": lambda event: _list(one.identifier_id for one in event.actor),
    "recipient_code": lambda event: _list(one.code for one in event.recipient),
    "recipient_sector": lambda event: _sectors(event.recipient),
    "recipient_text": lambda event: _list(one.entity_text for one in event.recipient),
    "recipient_name": lambda event: _list(one.identifier_text for one in event.recipient),
    "recipient_id": lambda event: _list(one.identifier_id for one in event.recipient),
    **{field: _place(field) for field in PLACE_FIELDS},
    **{field: _size(field) for field in SIZE_FIELDS},
    "factuality": lambda event: event.factuality,
    "historical": lambda event: event.historical,
    "condition": lambda event: None if event.condition is None else event.condition.text,
    "condition_polarity": lambda event: None if event.condition is None else event.condition.polarity,
    "attribution_text": lambda event: _list(one.text for one in event.attribution),
    "attribution_code": lambda event: _list(one.code for one in event.attribution),
    "attribution_sector": lambda event: _sectors(event.attribution),
    "attribution_cue": lambda event: _list(one.cue for one in event.attribution),
    "event_text": lambda event: _list(one.text for one in event.event_text),
    "sentence": lambda event: _list(str(one.sentence) for one in event.event_text),
    "content_event": _content_of(lambda content: _list(content.event)),
    "content_mode": _content_of(lambda content: _list(content.mode)),
    "content_recipient": _content_of(lambda content: _list(one.entity_text for one in content.recipient)),
    "content_text": _content_of(lambda content: content.text),
    "demand": lambda event: None if event.demand is msgspec.UNSET else event.demand.text,
    "deadline": lambda event: None if event.deadline is msgspec.UNSET else event.deadline.date,
    "deadline_text": lambda event: None if event.deadline is msgspec.UNSET else event.deadline.text,
    "confidence": lambda event: event.confidence,
    "frame": lambda event: event.frame,
    "title": lambda event: event.cite_info.title,
    "url": lambda event: event.cite_info.url,
    "publication": lambda event: event.cite_info.publication,
    "published": lambda event: event.cite_info.date,
    "language": lambda event: event.cite_info.language,
    "coder": lambda event: event.coder,
    "coded_date": lambda event: event.coded_date,
}
"""The columns in order, each with how it is read from the event."""

WRITER = Writer(
    name="csv",
    summary="a flat table, one row an event, lists joined by ';'",
    endings=(".csv",),
    encode=encode,
)
