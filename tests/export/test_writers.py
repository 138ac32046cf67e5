import pytest

from dragoman.errors import FormatError
from dragoman.export import NATIVE, WRITERS, find_writer


def test_writers_are_known_by_their_names_sorted() -> None:
    assert list(WRITERS) == sorted(WRITERS)
    assert all(name == writer.name for name, writer in WRITERS.items())


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(FormatError, match=r"'xlsx'.*csv, jsonl"):
        find_writer("xlsx")


@pytest.mark.parametrize(
    ("name", "file_name", "expected"),
    [
        (None, "events.csv", "csv"),
        (None, "EVENTS.CSV", "csv"),
        (None, "events.jsonl", "jsonl"),
        (None, "events.out", "jsonl"),
        (None, None, "jsonl"),
        ("jsonl", "events.csv", "jsonl"),
    ],
)
def test_the_name_decides_then_the_ending_then_the_native_form(
    name: str | None, file_name: str | None, expected: str
) -> None:
    assert find_writer(name, file_name=file_name).name == expected
    assert NATIVE.name == "jsonl"
