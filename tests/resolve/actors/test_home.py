"""Publishers' countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Article
from dragoman.resolve.actors.home import Home, HomeFinder
from dragoman.resolve.actors.knowledge import load_knowledge


@pytest.fixture(scope="module")
def homes() -> HomeFinder:
    return HomeFinder(load_knowledge())


@pytest.mark.parametrize(
    ("publisher", "home"),
    [
        ("US State Department", Home("USA", official=True)),
        ("Kenyan government", Home("KEN", official=True)),
        ("Haaretz", Home("ISR")),
        ("gazette.example.gh", Home("GHA")),
        ("https://www.mfa.gov.pl/news?id=1", Home("POL", official=True)),
        ("state.gov", Home("USA", official=True)),
        ("peru-today.com", Home("PER")),
        ("example.org", Home()),
        ("", Home()),
    ],
)
def test_home_of_a_publisher(homes: HomeFinder, publisher: str, home: Home) -> None:
    assert homes.find(Article(id="a", text="x", publisher=publisher)) == home


def test_the_address_helps_where_the_name_does_not(homes: HomeFinder) -> None:
    assert homes.find(Article(id="a", text="x", publisher="The Example", url="http://example.co.ke/1")) == Home("KEN")


@given(st.text(max_size=40))
def test_any_publisher_is_read(publisher: str) -> None:
    HomeFinder(load_knowledge()).find(Article(id="a", text="x", publisher=publisher))
