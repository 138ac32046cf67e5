"""Where events were, from text to record: sentences of our own, read by the real parser."""

import pytest

from dragoman.coder import Coder
from dragoman.records import Event


def placed(coder: Coder, text: str, trigger: str) -> str | None:
    """Give the place of the only event with a trigger."""
    [event] = [one for one in coder.code(text) if trigger in " ".join(words.text for words in one.event_text)]
    return _name(event)


def _name(event: Event) -> str | None:
    return None if event.event_loc is None else event.event_loc.resolved_place


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # the other event's place is farther than one's own
        ("Six officials are in detention in Kenya after protests in Garissa over taxes.", "detention", "Kenya"),
        ("Six officials were arrested after protests in Garissa.", "arrested", "Garissa"),
        ("Officials met on the crisis in neighbouring Chad.", "met", "Chad"),
        ("North Korea fired a missile that flew over Alaska.", "fired", "Alaska"),
        ("Police officers were killed in a Chadian village.", "killed", "Chad"),
        ("Rebels were surrounded in a quarter of Tabuz village near the Kenyan border.", "surrounded", "Tabuz"),
        ("President Ruto met his party on the second day of a Norway visit.", "visit", "Norway"),
        ("Six people died in a bombing in al-Qusayr.", "bombing", "Qusayr"),
        # named after a place, and not in it
        ("The report in the Kenya Herald was denied. Police arrested six officials.", "arrested", None),
        ("She studied at the University of Leeds. Police arrested six officials.", "arrested", None),
        ("It was aimed at a Kenyan target. Police arrested six officials.", "arrested", None),
        ("He leads the National Congress (NC). Police arrested six officials.", "arrested", None),
        # courts act where somebody is held
        ("Police arrested a senator in Mombasa. He was charged with murder.", "charged", "Mombasa"),
        # the occasion that a sentence calls back to
        (
            "Riots shook the port of Mombasa. Ministers met in Nairobi. Six soldiers were killed in the violence.",
            "killed",
            "Mombasa",
        ),
    ],
)
def test_where_something_happened(coder: Coder, text: str, trigger: str, expected: str | None) -> None:
    assert placed(coder, text, trigger) == expected


def test_a_meeting_in_a_state_is_in_the_town_that_the_report_comes_from(coder: Coder) -> None:
    text = "OSLO (Agency) - Police arrested two officials in Norway. President Ruto met the king."
    [event] = [one for one in coder.code(text) if one.event == ("CONSULT",)]
    assert _name(event) == "Oslo"


def test_the_place_of_the_details_is_that_of_the_news(coder: Coder) -> None:
    text = (
        "The family of a British tourist arrested in Kenya has begged for help. Nobody knew why. "
        "Mark Field was arrested on 22 July in the town of Lamu."
    )
    events = [one for one in coder.code(text, published="2024-08-20") if one.event == ("COERCE",)]
    assert {(_name(one), one.date) for one in events} == {("Lamu", "2024-07-22")}
