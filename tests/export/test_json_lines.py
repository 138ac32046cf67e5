import json

import msgspec

from dragoman.export.json_lines import WRITER
from dragoman.records import Event
from events import bare_event, event


def test_fields_stand_in_the_order_of_the_record() -> None:
    [line] = WRITER.encode([event()])
    assert list(json.loads(line)) == list(Event.__struct_fields__)


def test_what_is_not_known_is_null_and_content_is_left_out() -> None:
    [line] = WRITER.encode([bare_event()])
    record = json.loads(line)
    assert record["date"] is None
    assert record["event_loc"] is None
    assert record["size"] == {"dead": None, "injured": None, "arrested": None, "crowd": None}
    assert "content" not in record
    assert "" not in record.values()


def test_events_come_back_as_they_were() -> None:
    written = b"".join(WRITER.encode([event(), bare_event()]))
    lines = written.splitlines()
    assert [msgspec.json.decode(line, type=Event) for line in lines] == [event(), bare_event()]
    assert written.endswith(b"\n")


def test_no_events_give_no_bytes() -> None:
    assert b"".join(WRITER.encode([])) == b""
