import pytest

from dragoman.resolve.places.gazetteer import Gazetteer, load_gazetteer
from dragoman.resolve.places.records import Level, Naming
from dragoman.resolve.places.sources import own_rows


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Al Hudaydah", ("Hodeidah", "YEM", Level.TOWN)),
        ("Hodeida", ("Hodeidah", "YEM", Level.TOWN)),
        ("Mazar-e-Sharif", ("Mazar-i-Sharif", "AFG", Level.TOWN)),
        ("Bombay", ("Mumbai", "IND", Level.TOWN)),
        ("Kiev", ("Kyiv", "UKR", Level.TOWN)),
        ("Telangana", ("Telangana", "IND", Level.FIRST)),
        ("Bavaria", ("Bavaria", "DEU", Level.FIRST)),
        ("Kosovo", ("Kosovo", "KOS", Level.COUNTRY)),
        ("Greenland", ("Greenland", "DNK", Level.COUNTRY)),
        ("Burma", ("Myanmar", "MMR", Level.COUNTRY)),
        ("Strait of Hormuz", ("Strait of Hormuz", None, Level.NONE)),
        ("West Bank", ("West Bank", "PSE", Level.FIRST)),
        ("Sinai", ("Sinai Peninsula", "EGY", Level.FIRST)),
        ("Africa", ("Africa", None, Level.NONE)),
    ],
)
def test_names_are_known(gazetteer: Gazetteer, name: str, expected: tuple[str, str | None, Level]) -> None:
    found = [(one.place.name, one.place.country, one.place.level) for one in gazetteer.named(name)]
    assert expected in found


def test_adjectives_and_peoples_belong_to_their_states(gazetteer: Gazetteer) -> None:
    assert {(one.place.country, one.naming) for one in gazetteer.named("Iraqi")} == {("IRQ", Naming.ADJECTIVE)}
    assert ("DNK", Naming.PEOPLE) in {(one.place.country, one.naming) for one in gazetteer.named("Danes")}


@pytest.mark.parametrize(("state", "capital"), [("IRQ", "Baghdad"), ("USA", "Washington, D.C."), ("PHL", "Manila")])
def test_states_have_their_capitals(gazetteer: Gazetteer, state: str, capital: str) -> None:
    territory = gazetteer.state_of(state)
    assert territory is not None
    found = gazetteer.capital(territory.territory)
    assert found is not None
    assert (found.name, found.code) == (capital, "PPLC")


@pytest.mark.parametrize(("name", "country"), [("Pentagon", "United States"), ("French Riviera", "France")])
def test_what_lies_in_a_state_does_not_lie_in_its_territories(gazetteer: Gazetteer, name: str, country: str) -> None:
    [territory] = {one.place.territory for one in gazetteer.named(name) if one.place.territory}
    state = gazetteer.place(territory)
    assert state is not None
    assert state.name == country


def test_unknown_names_and_numbers_give_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("Xyzzyqu") == ()
    assert gazetteer.place(0) is None
    assert gazetteer.state_of("XXX") is None


def test_every_state_lies_among_its_own_towns(gazetteer: Gazetteer) -> None:
    """The centres in our file are facts: none lies farther from its capital than its state is wide."""
    for _, code, lat, lon, *_ in own_rows("countries.tsv", 7):
        assert -90 <= float(lat) <= 90, code
        assert -180 <= float(lon) <= 180, code
        assert gazetteer.state_of(code) is not None, code


@pytest.mark.parametrize("file", ["adjectives.tsv", "admins.tsv", "countries.tsv", "regions.tsv", "towns.tsv"])
def test_files_are_sorted_without_doubles(file: str) -> None:
    rows = [tuple(cells) for cells in own_rows(file, 8)]
    assert rows == sorted(set(rows))
