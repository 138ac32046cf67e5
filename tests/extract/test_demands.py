import msgspec
import pytest

import dragoman
from dragoman.records import Event

DEMANDS = [
    ("Iran urged Turkey to free the sailors by Friday.", "REQUEST", "free the sailors by Friday"),
    ("Iran threatened to attack Turkey unless it frees the sailors.", "THREATEN", "it frees the sailors"),
    ("Iran threatened to attack Turkey if it did not free the sailors.", "THREATEN", "free the sailors"),
    ("Iran threatened to attack Turkey if it fails to free the sailors.", "THREATEN", "free the sailors"),
    ("Iran threatened to attack Turkey if the port is shelled.", "THREATEN", None),
    ("Iran rejected an ultimatum by Turkey to free the sailors.", "REJECT", "free the sailors"),
    ("Iran attacked Turkey on Friday.", "ASSAULT", None),
]
DEADLINES = [
    ("Iran urged Turkey to free the sailors by Friday.", "2024-05-17", "by Friday"),
    ("Iran threatened to attack Turkey unless it leaves within 48 hours.", "2024-05-17", "within 48 hours"),
    ("On Monday Iran demanded that Turkey leave the island within a week.", "2024-05-20", "within a week"),
    ("Iran urged Turkey to leave the island within days.", None, "within days"),
    ("Iran urged Turkey to leave the island before 20 May.", "2024-05-20", "before 20 May"),
    ("Iran urged Turkey on Tuesday to leave the island.", "-", "-"),
]


def first(text: str, event: str | None = None) -> Event:
    events = dragoman.load().code(text, published="2024-05-15")
    return next(one for one in events if event is None or one.event == (event,))


@pytest.mark.parametrize(("text", "event", "expected"), DEMANDS)
def test_what_somebody_is_to_do_is_the_demand(text: str, event: str, expected: str | None) -> None:
    demand = first(text, event).demand
    assert (getattr(demand, "text", None)) == expected


@pytest.mark.parametrize(("text", "date", "words"), DEADLINES)
def test_a_deadline_is_the_last_day_to_meet_it(text: str, date: str | None, words: str) -> None:
    deadline = first(text).deadline
    if isinstance(deadline, msgspec.UnsetType):
        assert words == "-"
    else:
        assert (deadline.date, deadline.text) == (date, words)
        assert text[deadline.start : deadline.end] == words
