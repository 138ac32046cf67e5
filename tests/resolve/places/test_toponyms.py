import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Article, Block, ParsedArticle, Token, build_sentence
from dragoman.resolve.places.resolver import PlaceResolver

NOTHING: list[tuple[str, str, str | None]] = []


def article(*sentences: str, url: str | None = None) -> ParsedArticle:
    """Give an article of sentences without a parse."""
    made, at = [], 0
    for index, text in enumerate(sentences):
        token = Token(index and 0, text, "", "", "", "", 0, at, at + len(text))
        made.append(build_sentence((token,), index=index, parsed=False))
        at += len(text) + 1
    text = " ".join(sentences)
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    one = Article(id="test", text=text, published=dt.date(2024, 5, 31), url=url, blocks=blocks)
    return ParsedArticle(article=one, sentences=tuple(made))


@pytest.fixture(scope="module")
def places() -> PlaceResolver:
    return PlaceResolver.load()


def found(places: PlaceResolver, *sentences: str, url: str | None = None) -> list[tuple[str, str, str | None]]:
    toponyms = places.read(article(*sentences, url=url)).toponyms()
    return [(one.text, one.place.name, one.place.country) for one in toponyms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting went on in Tripoli, Lebanon.", [("Tripoli", "Tripoli", "LBN"), ("Lebanon", "Lebanon", "LBN")]),
        ("Fighting went on in Tripoli, Libya.", [("Tripoli", "Tripoli", "LBY"), ("Libya", "Libya", "LBY")]),
        (
            "The flight left Atlanta, Georgia, for Wichita, Kansas.",
            [
                ("Atlanta", "Atlanta", "USA"),
                ("Georgia", "Georgia", "USA"),
                ("Wichita", "Wichita", "USA"),
                ("Kansas", "Kansas", "USA"),
            ],
        ),
        ("Georgia and Armenia agreed.", [("Georgia", "Georgia", "GEO"), ("Armenia", "Armenia", "ARM")]),
        ("They met in the Syrian town of Douma.", [("Syrian", "Syria", "SYR"), ("Douma", "Douma", "SYR")]),
        ("They met in London, Ky.", [("London", "London", "USA"), ("Ky", "Kentucky", "USA")]),
        ("CAIRO (Reuters) - Talks were held.", [("CAIRO", "Cairo", "EGY")]),
        ("Voters in Washington were told so.", [("Washington", "Washington, D.C.", "USA")]),
    ],
)
def test_words_around_a_name_tell_which_place(
    places: PlaceResolver, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert found(places, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan spoke.",
        "Mr. Lancaster said so.",
        "Reading is good for them.",
        "Most of them left.",
        "The Police Department said so.",
        "They left in March.",
        "He was treated at St. Mary's Hospital.",
        "It cost US$40.",
    ],
)
def test_people_words_and_saints_are_no_places(places: PlaceResolver, text: str) -> None:
    assert [one for one in found(places, text) if one[1] != "United States"] == NOTHING


def test_a_surname_of_the_article_is_no_town(places: PlaceResolver) -> None:
    assert found(places, "The lawyer, Robert Lincoln, came.", "Lincoln was late.") == NOTHING


def test_other_places_of_the_article_tell_which_town(places: PlaceResolver) -> None:
    english = found(places, "They drove from Oxford to Reading and on to Swindon.")
    assert {country for _, _, country in english} == {"GBR"}
    american = found(places, "They drove from Tuscaloosa to Birmingham and on to Montgomery.")
    assert ("Birmingham", "Birmingham", "USA") in american


def test_the_publishers_address_tells_which_town_when_nothing_else_does(places: PlaceResolver) -> None:
    at_home = found(places, "A fire broke out in Perth.", url="https://news.example.co.uk/1")
    assert at_home[0][1] == "Perth"


def test_a_name_told_apart_once_means_the_same_everywhere(places: PlaceResolver) -> None:
    toponyms = found(places, "They came from Paris, Texas.", "Paris is small.")
    assert [country for text, _, country in toponyms if text == "Paris"] == ["USA", "USA"]


def test_given_spans_are_resolved_where_they_stand(places: PlaceResolver) -> None:
    parsed = article("Shops in Cairo closed.")
    [one] = places.read_spans(parsed, [(9, 14)])
    assert (one.start, one.end, one.place.name) == (9, 14, "Cairo")


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=80))
def test_any_text_can_be_read_and_spans_lie_in_it(text: str) -> None:
    toponyms = PlaceResolver.load().read(article(text)).toponyms()
    for one in toponyms:
        assert text[one.start : one.end] == one.text
        assert one.choices


@given(st.text())
def test_any_name_has_a_state_or_none(name: str) -> None:
    code = PlaceResolver.load().country_of(name)
    assert code is None or len(code) == 3


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kandahar", "AFG"),
        ("Shanghai", "CHN"),
        ("Bavaria", "DEU"),
        ("Darfur", "SDN"),
        ("St. Petersburg", "RUS"),
        ("Santos", None),  # a surname before it is a port
        ("Georgia", None),
        ("Springfield", None),
        ("Reading", None),
        ("Kashmir", None),
        ("Nowhereville", None),
        ("", None),
    ],
)
def test_a_bare_name_tells_its_state_only_when_it_is_clear(places: PlaceResolver, name: str, code: str | None) -> None:
    assert places.country_of(name) == code


def test_scores_are_explained(places: PlaceResolver) -> None:
    [cairo, *_] = places.read(article("Talks in Cairo went on.")).toponyms()
    best = cairo.choices[0]
    assert best.score == pytest.approx(sum(value for _, value in best.parts), abs=0.05)
    assert msgspec.json.encode(best)
