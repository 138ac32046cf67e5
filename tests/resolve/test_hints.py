"""Times and places that other sentences of the article tell."""

import datetime as dt

import pytest

from dragoman.coder import Coder
from dragoman.read import make_article
from dragoman.records import Event

NEWS = dt.date(2024, 5, 31)
"""A Friday."""


def days(coder: Coder, text: str, *, published: dt.date | None = NEWS) -> dict[str, str | None]:
    """Give each event's first trigger with its day, or its first and last."""
    return {event.event_text[0].text: _days(event) for event in coder.code(text, published=published)}


def _days(event: Event) -> str | None:
    return event.date if event.date == event.enddate else f"{event.date}..{event.enddate}"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # what a later sentence calls back to
        (
            "Unrest shook Kenya this month. Six soldiers were killed in the violence.",
            "killed",
            "2024-05-01..2024-05-31",
        ),
        (
            "Riots broke out in Kenya on Monday. Six police officers were arrested during the riots.",
            "arrested",
            "2024-05-27",
        ),
        # the same speaker goes on
        (
            "President Ruto said on Wednesday that the talks went well. He also urged Uganda to reopen the border.",
            "urged",
            "2024-05-29",
        ),
        # or is dated after the lead
        (
            "President Ruto urged Uganda to reopen the border. The president said on Wednesday that trade suffered.",
            "urged",
            "2024-05-29",
        ),
        # a time before the subject holds for what follows
        ("On Tuesday the army moved into Wajir. Soldiers arrested two Somali officials.", "arrested", "2024-05-28"),
        # what goes on since another event
        (
            "Rebels attacked Wajir on Tuesday. Officials have been held hostage since the attack.",
            "held",
            "2024-05-28..2024-05-31",
        ),
    ],
)
def test_a_time_told_elsewhere(coder: Coder, text: str, trigger: str, expected: str | None) -> None:
    found = days(coder, text)
    assert trigger in " ".join(found), found
    [value] = [day for words, day in found.items() if trigger in words]
    assert value == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "President Ruto said on Wednesday that the talks went well. Uganda urged Tanzania to reopen the border.",
            "urged",
        ),
        ("On Tuesday the army moved into Wajir. Soldiers had earlier arrested two Somali officials.", "arrested"),
        ("On Tuesday the army moved into Wajir. It rained on Wednesday. Soldiers arrested two officials.", "arrested"),
        ("Unrest shook Kenya this month. Six soldiers were killed in a battle.", "killed"),
    ],
)
def test_a_time_of_something_else(coder: Coder, text: str, trigger: str) -> None:
    found = days(coder, text)
    assert [day for words, day in found.items() if trigger in words] == [None]


def test_a_hint_says_that_it_is_one(coder: Coder) -> None:
    article = make_article(
        "Unrest shook Kenya this month. Six soldiers were killed in the violence.",
        article_id="kenya",
        settings=coder.settings.read,
        published=NEWS,
    )
    coded = coder.code_article(article)
    rules = [reason.rule for why in coded.reasons.values() for reason in why if reason.field == "date"]
    assert "time of the violence told 1 sentences before" in rules


def test_where_somebody_spoke(coder: Coder) -> None:
    text = "President Ruto accused Uganda of smuggling. He was speaking at a college in Oslo."
    [event] = [one for one in coder.code(text) if one.event == ("ACCUSE",)]
    assert event.event_loc is not None
    assert event.event_loc.resolved_place == "Oslo"
