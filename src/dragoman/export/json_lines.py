"""The native form: one JSON object a line, with every field of the record in its order."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.export.base import Writer
from dragoman.records import Event


def encode(events: Iterable[Event]) -> Iterator[bytes]:
    """Give one line of JSON for each event."""
    encoder = msgspec.json.Encoder()
    for event in events:
        yield encoder.encode(event) + b"\n"


WRITER = Writer(
    name="jsonl",
    summary="one JSON object an event, all fields, offsets into the text",
    endings=(".jsonl", ".ndjson"),
    encode=encode,
)
