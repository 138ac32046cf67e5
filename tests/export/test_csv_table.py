import csv
import io
from collections.abc import Iterable

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.csv_table import COLUMNS, FORMULA, WRITER
from dragoman.records import Condition, Event
from events import bare_event, entity, event


def rows(events: Iterable[Event]) -> list[dict[str, str]]:
    written = b"".join(WRITER.encode(events)).decode()
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_a_full_event_fills_its_columns() -> None:
    [row] = rows([event()])
    assert row["event"] == "THREATEN"
    assert row["context"] == "military;territory"
    assert row["cameo"] == "138"
    assert row["event_scale"] == "-3.5"
    assert (row["actor_code"], row["actor_sector"], row["actor_text"]) == (
        "TCD",
        "REB",
        "Rebels from the north",
    )
    assert (row["recipient_code"], row["recipient_sector"]) == ("TCD;TCD", ";GOV+MIL")
    assert (row["resolved_place"], row["lat"], row["resolution"]) == ("Faya-Largeau", "17.92574", "4")
    assert (row["dead"], row["injured"]) == ("3", "")
    assert (row["condition_polarity"], row["content_event"]) == ("unless", "ASSAULT")
    assert (row["historical"], row["factuality"]) == ("false", "actual")


def test_what_is_not_known_is_an_empty_cell() -> None:
    [row] = rows([bare_event()])
    known = {name for name, cell in row.items() if cell}
    assert known == {
        "id", "article", "event", "quad_code", "event_scale", "factuality", "historical", "event_text",
        "sentence", "confidence", "frame", "title", "published", "language", "coder", "coded_date",
    }  # fmt: skip


def test_every_field_of_the_record_has_a_column() -> None:
    beginnings = {
        "actor": "actor_code", "recipient": "recipient_code", "event_loc": "resolved_place", "size": "dead",
        "attribution": "attribution_text", "cite_info": "title", "content": "content_event",
    }  # fmt: skip
    for field in msgspec.structs.fields(Event):
        assert beginnings.get(field.name, field.name) in COLUMNS


def test_no_events_give_the_head_alone() -> None:
    assert b"".join(WRITER.encode([])) == ",".join(COLUMNS).encode() + b"\r\n"


def test_parallel_lists_stay_parallel_when_words_hold_the_separator() -> None:
    actor = (
        msgspec.structs.replace(entity("Rebels from the north", None), entity_text="Rebels; all of them"),
        entity("the army", "TCD", "MIL"),
    )
    [row] = rows([event(actor=actor)])
    assert row["actor_code"].split(";") == ["", "TCD"]
    assert row["actor_text"].split(";") == ["Rebels, all of them", "the army"]


@given(st.sampled_from(FORMULA), st.text(max_size=8))
def test_no_text_cell_runs_as_a_formula(beginning: str, rest: str) -> None:
    changed = event(actor=(msgspec.structs.replace(event().actor[0], entity_text=beginning + rest),))
    [row] = rows([changed])
    assert not row["actor_text"].startswith(FORMULA)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")))
def test_any_words_come_back_as_one_line(words: str) -> None:
    changed = event(condition=Condition(words, 0, len(words), "if"))
    [row] = rows([changed])
    assert row["condition"].lstrip("'") == " ".join(words.split()).lstrip("'")
    assert row["frame"] == "threaten.warn"
