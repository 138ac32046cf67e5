"""The country of a phrase that does not tell one."""

import pytest

from dragoman.resolve.actors.home import Home
from dragoman.resolve.actors.records import Reading
from dragoman.resolve.actors.setting import Setting, Spot
from factories import parsed

POLICE = Reading("organisation", sector=("COP",), open=True)
MINISTER = Reading("role", sector=("GOV",), open=True)
WOMAN = Reading("people", sector=("CVL",), open=True)
STRANGER = Reading("unknown-person", sector=("CVL",), open=True)
ABROAD = Reading("role", sector=("GOV",), open=False)
KURDS = Reading("group", sector=("REB",), open=True, among=("TUR", "SYR", "IRQ", "IRN"))
NOWHERE = Home()
# Kumasi stands at 27, Oslo at 43 in a relative clause.
SENTENCE = (
    "Officers/NNS/nsubj/1 beat/VBD/ROOT/1 protesters/NNS/dobj/1 in/IN/prep/1 Kumasi/NNP/pobj/3 "
    "who/WP/nsubj/6 love/VBP/relcl/2 Oslo/NNP/dobj/6"
)


def guess(
    reading: Reading, weights: dict[str, int], *, spots: tuple[Spot, ...] = (), home: Home = NOWHERE
) -> str | None:
    found = Setting(parsed(SENTENCE), weights, (spots,), home).guess(reading, sentence=0, start=0)
    return None if found is None else found.code


@pytest.mark.parametrize("reading", [POLICE, MINISTER, WOMAN, STRANGER])
def test_an_article_about_one_country(reading: Reading) -> None:
    assert guess(reading, {"GHA": 9, "NOR": 1}) == "GHA"


@pytest.mark.parametrize(("reading", "code"), [(POLICE, "GHA"), (MINISTER, "GHA"), (WOMAN, None), (STRANGER, None)])
def test_an_article_about_two(reading: Reading, code: str | None) -> None:
    assert guess(reading, {"GHA": 5, "NOR": 4}) == code


@pytest.mark.parametrize("weights", [{"GHA": 4, "NOR": 4}, {"GHA": 3, "NOR": 3, "PER": 3}, {}])
def test_unknown_stays_unknown(weights: dict[str, int]) -> None:
    assert guess(POLICE, weights) is None


def test_who_is_of_elsewhere_gets_nothing() -> None:
    assert guess(ABROAD, {"GHA": 9}) is None


def test_the_clause_s_place_goes_before_the_article() -> None:
    spots = (Spot(SENTENCE_AT["Kumasi"], "GHA"),)
    assert guess(POLICE, {"NOR": 9}, spots=spots) == "GHA"
    assert guess(MINISTER, {"NOR": 9}, spots=spots) == "NOR"
    assert guess(STRANGER, {"NOR": 9}, spots=spots) == "NOR"


def test_another_clause_s_place_does_not_count() -> None:
    assert guess(POLICE, {"GHA": 9}, spots=(Spot(SENTENCE_AT["Oslo"], "NOR"),)) == "GHA"


def test_two_places_tell_nothing() -> None:
    spots = (Spot(SENTENCE_AT["Kumasi"], "GHA"), Spot(SENTENCE_AT["beat"], "NOR"))
    assert guess(WOMAN, {"GHA": 5, "NOR": 5}, spots=spots) is None


def test_a_people_is_of_one_of_its_countries() -> None:
    assert guess(KURDS, {"USA": 9, "SYR": 2, "TUR": 1}) == "SYR"
    assert guess(KURDS, {"USA": 9}) is None


def test_what_a_publisher_leaves_unsaid_is_its_own_country() -> None:
    assert guess(MINISTER, {"UKR": 5, "GHA": 4}, home=Home("GHA")) == "GHA"
    assert guess(MINISTER, {"UKR": 9}, home=Home("GHA")) == "UKR"
    assert guess(MINISTER, {}, home=Home("GHA")) == "GHA"


def test_a_ministry_s_release_names_its_own_minister() -> None:
    official = Home("GHA", official=True)
    assert guess(MINISTER, {"UKR": 9}, home=official) == "GHA"
    assert guess(POLICE, {"UKR": 9}, home=official) == "UKR"


SENTENCE_AT = {token.text: token.start for token in parsed(SENTENCE).sentences[0].tokens}
