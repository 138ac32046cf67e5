"""Types that depend on who acts."""

import pytest

from dragoman.ontology import load_ontology
from dragoman.records import Entity, Reason
from dragoman.resolve.by_actor import load_rules, typed_by_actor
from mentions import actor, told

REBELS = actor("rebels", "MLI", "REB")
POLICE = actor("police", "MLI", "COP", start=20)


@pytest.mark.parametrize(
    ("actors", "event", "mode"),
    [
        ((REBELS,), "ASSAULT", ("abduct",)),
        ((POLICE,), "COERCE", ("arrest",)),
        ((REBELS, POLICE), "COERCE", ("arrest",)),
        ((), "COERCE", ("arrest",)),
    ],
)
def test_only_authorities_arrest(actors: tuple[Entity, ...], event: str, mode: tuple[str, ...]) -> None:
    reasons: list[Reason] = []
    found = typed_by_actor(told("COERCE", mode=["arrest"]).mention, actors, reasons)
    assert (found.event, found.mode) == (event, mode)
    assert [reason.value for reason in reasons] == ([event] if event == "ASSAULT" else [])


def test_other_modes_are_left_alone() -> None:
    mention = told("COERCE", mode=["seize"]).mention
    assert typed_by_actor(mention, (REBELS,), []) is mention


def test_the_armed_threaten_with_violence() -> None:
    assert typed_by_actor(told("THREATEN").mention, (REBELS,), []).mode == ("violence",)
    assert typed_by_actor(told("THREATEN", mode=["expel"]).mention, (REBELS,), []).mode == ("expel",)
    assert typed_by_actor(told("THREATEN").mention, (POLICE,), []).mode == ()


def test_the_rules_name_events_and_modes_of_the_ontology() -> None:
    ontology = load_ontology()
    for rule in load_rules():
        ontology.check(rule.event, [] if rule.mode == "-" else [rule.mode])
        ontology.check(rule.to_event, [rule.to_mode])
