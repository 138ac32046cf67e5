"""Names of an article joined into one chain an actor."""

import pytest

from dragoman.records import TextSpan
from dragoman.resolve.actors.chains import Chains, Sighting, merged
from dragoman.resolve.actors.records import Reading

PERSON = Reading("unknown-person", None, ("CVL",), "unknown-name", open=True)
MINISTER = Reading("person", "KEN", ("GOV",), "name with role-noun minister", political=True, gender="f")


def chains(*names: str, reading: Reading = PERSON) -> Chains:
    made = Chains()
    for number, name in enumerate(names):
        made.add(name, reading, Sighting(TextSpan(name, 100 * number, 100 * number + len(name)), number, subject=True))
    return made


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ada Wanjiru Example", True),
        ("Example", True),
        ("Ada", True),
        ("Ada Wanjiru Exampel", True),
        ("Examplle", True),
        ("Wanjiru", False),
        ("Ben Example-Smith", False),
        ("Exam", False),
    ],
)
def test_one_person_by_many_names(name: str, *, found: bool) -> None:
    assert (chains("Ada Wanjiru Example").find(name) is not None) is found


def test_a_first_name_of_two_people_tells_none() -> None:
    assert chains("Ada Example", "Ada Sample").find("Ada") is None


def test_a_surname_is_the_last_told_bearer_s() -> None:
    found = chains("Ada Example", "Ben Example").find("Example")
    assert found is not None
    assert found.best.text == "Ben Example"


def test_an_abbreviation_in_brackets_leads_to_the_name() -> None:
    made = Chains()
    front = Reading("group", "MLI", ("REB",), "role-noun front", political=True)
    made.add("Front of Example", front, Sighting(TextSpan("Front of Example", 0, 16), 0, subject=True), aliases=["FOE"])
    found = made.find("FOE")
    assert found is not None
    assert found.best.text == "Front of Example"


def test_later_mentions_add_what_the_first_left_open() -> None:
    made = chains("Ada Example")
    made.add("Example", MINISTER, Sighting(TextSpan("Example", 50, 57), 1, subject=False))
    [chain] = made.all
    assert (chain.reading.code, chain.reading.sector, chain.reading.gender) == ("KEN", ("GOV",), "f")
    assert [mention.sentence for mention in chain.mentions] == [0, 1]


def test_a_known_actor_is_not_overwritten() -> None:
    known = Reading("person", "PER", ("GOV",), "office-at-date", name="Known Example")
    assert merged(known, MINISTER) is known
    assert merged(PERSON, known) is known
