"""The first pass: named mentions, countries, places."""

import datetime as dt

import pytest

from who import Told


def names(told: Told) -> list[tuple[str, str | None, str]]:
    """Give best words, code and sectors of each chain."""
    numbers = sorted({mention.chain for mention in told.table.mentions()})
    chains = [told.table.chain(number) for number in numbers]
    return [(chain.best.text, chain.reading.code, ",".join(chain.reading.sector)) for chain in chains]


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        (
            "Kenyan/JJ/amod/2 Interior/NNP/compound/2 Minister/NNP/compound/4 Ada/NNP/compound/4 Example/NNP/ROOT/4",
            ("Ada Example", "KEN", "GOV"),
        ),
        (
            "Ada/NNP/compound/1 Example/NNP/ROOT/1 ,/,/punct/1 Kenyan/JJ/amod/4 minister/NN/appos/1 ././punct/1",
            ("Ada Example", "KEN", "GOV"),
        ),
        (
            "Ada/NNP/compound/1 Example/NNP/nsubj/2 spoke/VBD/ROOT/2 ././punct/2",
            ("Ada Example", None, "CVL"),
        ),
        (
            "Example/NNP/nsubj/1 spoke/VBD/ROOT/1 ././punct/1",
            ("Example", None, "CVL"),
        ),
        (
            "Example/NNP/compound/2 Liberation/NNP/compound/2 Front/NNP/ROOT/2 (/X/punct/4 EXLF/NN/appos/2 )/X/punct/4",
            ("Example Liberation Front", None, "REB"),
        ),
    ],
)  # fmt: skip
def test_names_with_what_stands_beside_them(notation: str, name: tuple[str, str | None, str]) -> None:
    assert names(Told(notation)) == [name]


def test_days_and_months_are_no_names() -> None:
    assert names(Told("Tuesday/NNP/nsubj/1 was/VBD/ROOT/1 quiet/JJ/acomp/1 ././punct/1")) == []


def test_countries_by_weight() -> None:
    told = Told(
        "Kenyan/JJ/amod/1 troops/NNS/nsubj/2 entered/VBD/ROOT/2 Somalia/NNP/dobj/2 ././punct/2",
        "Kenya/NNP/nsubj/1 denied/VBD/ROOT/1 it/PRP/dobj/1 ././punct/1",
    )
    assert told.table.countries() == {"KEN": 4, "SOM": 2}


@pytest.mark.parametrize(
    "notation",
    [
        "It/PRP/nsubj/1 cost/VBD/ROOT/1 US/NNP/compound/4 $/$/nmod/4 50/CD/dobj/1",  # a currency
        "Reuters/NNP/nsubj/1 reported/VBD/ROOT/1 it/PRP/dobj/1",  # an agency only tells
        "The/DT/det/1 UN/NNP/nsubj/2 met/VBD/ROOT/2",  # no country
    ],
)
def test_what_is_no_country(notation: str) -> None:
    assert Told(notation).table.countries() == {}


def test_a_state_s_name_may_be_a_person_s() -> None:
    told = Told(
        "Mali/NNP/compound/2 Ada/NNP/compound/2 Example/NNP/nsubj/3 spoke/VBD/ROOT/3 ././punct/3",
        "Ms/NNP/compound/1 Example/NNP/nsubj/2 left/VBD/ROOT/2 ././punct/2",
    )
    assert told.table.countries() == {}
    assert names(told) == [("Mali Ada Example", None, "CVL")]


def test_the_halves_of_a_divided_country() -> None:
    told = Told(
        "Seoul/NNP/nsubj/1 warned/VBD/ROOT/1 the/DT/det/3 North/NNP/dobj/1 ././punct/1",
        "The/DT/det/1 South/NNP/nsubj/2 waits/VBZ/ROOT/2 ././punct/2",
        published=dt.date(2024, 1, 1),
    )
    assert told.table.countries() == {"KOR": 3, "PRK": 1}
    assert [one.code for one in told.resolve(0, "North", slot="obj").entities] == ["PRK"]
    assert [one.code for one in told.resolve(1, "South").entities] == ["KOR"]


def test_no_half_without_a_divided_country() -> None:
    told = Told("Peru/NNP/nsubj/1 warned/VBD/ROOT/1 the/DT/det/3 North/NNP/dobj/1 ././punct/1")
    assert [one.code for one in told.resolve(0, "North", slot="obj").entities] != ["PRK"]


def test_a_headline_beside_the_text_counts() -> None:
    assert Told("Rain/NN/nsubj/1 fell/VBD/ROOT/1", title="Peru floods").table.countries() == {"PER": 1}


def test_a_verb_ends_what_is_said_before_a_name() -> None:
    told = Told(
        "Peru/NNP/nsubj/1 held/VBD/ROOT/1 Kenyan/JJ/amod/5 journalist/NN/compound/5 Ada/NNP/compound/5 "
        "Example/NNP/dobj/1 ././punct/1"
    )
    assert ("Ada Example", "KEN", "JRN") in names(told)


def test_an_apposition_needs_no_comma_after_it() -> None:
    told = Told(
        "Ada/NNP/compound/1 Example/NNP/nsubj/6 ,/,/punct/1 a/DT/det/5 Kenyan/JJ/amod/5 journalist/NN/appos/1 "
        "fled/VBD/ROOT/6 with/IN/prep/6 her/PRP$/poss/9 sons/NNS/pobj/7 ././punct/6"
    )
    assert ("Ada Example", "KEN", "JRN") in names(told)
