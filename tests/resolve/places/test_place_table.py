import pytest

from dragoman.extract.place_phrases import attach_places, find_places
from dragoman.records import EventMention, ParsedArticle, TextSpan
from dragoman.resolve.places.resolver import PlaceResolution, PlaceResolver
from factories import parsed

ATTACKED = "Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1/attack troops/NNS/dobj/1"


@pytest.fixture(scope="module")
def places() -> PlaceResolver:
    return PlaceResolver.load()


def mention(one: ParsedArticle, number: int, head: int, *, event: str = "ASSAULT", mode: str = "") -> EventMention:
    sentence = one.sentences[number]
    token = sentence.tokens[head]
    return EventMention(
        frame="test",
        event=event,
        mode=(mode,) if mode else (),
        trigger=TextSpan(token.text, token.start, token.end),
        sentence=number,
        head=head,
        places=attach_places(sentence, head, find_places(sentence)),
    )


def where(
    places: PlaceResolver, *notations: str, heads: tuple[int, ...], event: str = "ASSAULT"
) -> tuple[PlaceResolution, ...]:
    one = parsed(*notations)
    mentions = [mention(one, number, head, event=event) for number, head in enumerate(heads)]
    return places.read(one).resolve_all(mentions)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in/IN/prep/1 Kassala/NNP/pobj/3", ("Kassala", "SDN", 4)),
        ("in/IN/prep/1 Darfur/NNP/pobj/3", ("Darfur", "SDN", 2)),
        ("in/IN/prep/1 Sudan/NNP/pobj/3", ("Sudan", "SDN", 1)),
        ("in/IN/prep/1 the/DT/det/6 Iraqi/JJ/amod/6 capital/NN/pobj/3", ("Baghdad", "IRQ", 4)),
        ("on/IN/prep/1 Iraqi/JJ/amod/5 soil/NN/pobj/3", ("Iraq", "IRQ", 1)),
        ("in/IN/prep/1 Kunar/NNP/compound/5 province/NN/pobj/3", ("Kunar", "AFG", 2)),
        (
            "in/IN/prep/1 Homs/NNP/pobj/3 ,/,/punct/4 in/IN/prep/1 Syria/NNP/pobj/6",
            ("Homs", "SYR", 4),
        ),
        ("in/IN/prep/1 Syria/NNP/poss/7 's/POS/case/4 Idlib/NNP/compound/7 province/NN/pobj/3", ("Idlib", "SYR", 2)),
    ],
)
def test_a_place_of_the_sentence_is_the_events(
    places: PlaceResolver, words: str, expected: tuple[str, str, int]
) -> None:
    [found] = where(places, f"{ATTACKED} {words}", heads=(1,))
    assert found.loc is not None
    assert (found.loc.resolved_place, found.loc.country_code, found.loc.resolution) == expected
    assert not found.carried
    assert found.reason is not None


def test_a_coarse_place_is_an_area_and_no_pin_on_the_capital(places: PlaceResolver) -> None:
    [found] = where(places, f"{ATTACKED} in/IN/prep/1 Sudan/NNP/pobj/3", heads=(1,))
    assert found.loc is not None
    assert found.loc.city is None
    assert found.loc.feature_code == "PCLI"


@pytest.mark.parametrize(
    "notation",
    [
        "Iran/NNP/nsubj/1 accused/VBD/ROOT/1/accuse Israel/NNP/dobj/1",
        "Moscow/NNP/nsubj/1 struck/VBD/ROOT/1/strike back/RB/advmod/1",
        "Rebels/NNS/nsubj/1 fell/VBD/ROOT/1/fall in/IN/prep/1 March/NNP/pobj/3",
        "Rebels/NNS/nsubj/1 fell/VBD/ROOT/1/fall in/IN/prep/1 Xyzzyqu/NNP/pobj/3",
    ],
)
def test_states_that_act_and_names_of_no_place_place_nothing(places: PlaceResolver, notation: str) -> None:
    [found] = where(places, notation, heads=(1,))
    assert found == PlaceResolution()
    assert found.reason is None


def test_the_city_is_the_one_last_named(places: PlaceResolver) -> None:
    first = f"{ATTACKED} in/IN/prep/1 Kassala/NNP/pobj/3"
    second = f"{ATTACKED} in/IN/prep/1 the/DT/det/5 city/NN/pobj/3"
    _, found = where(places, first, second, heads=(1, 1))
    assert found.loc is not None
    assert found.loc.resolved_place == "Kassala"


def test_a_deed_without_a_place_is_where_the_story_stands(places: PlaceResolver) -> None:
    _, found = where(places, f"{ATTACKED} in/IN/prep/1 Kassala/NNP/pobj/3", ATTACKED, heads=(1, 1))
    assert found.loc is not None
    assert (found.loc.resolved_place, found.carried) == ("Kassala", True)
    assert "scene" in found.rule


def test_the_news_takes_the_place_of_its_details(places: PlaceResolver) -> None:
    first, _ = where(places, ATTACKED, f"{ATTACKED} in/IN/prep/1 Kassala/NNP/pobj/3", heads=(1, 1))
    assert first.loc is not None
    assert (first.loc.resolved_place, first.carried) == ("Kassala", True)


def test_the_story_stands_at_the_finest_place_in_its_state(places: PlaceResolver) -> None:
    town = f"{ATTACKED} in/IN/prep/1 Kassala/NNP/pobj/3"
    state = f"{ATTACKED} in/IN/prep/1 Sudan/NNP/pobj/3"
    *_, last = where(places, town, state, ATTACKED, heads=(1, 1, 1))
    assert last.loc is not None
    assert last.loc.resolved_place == "Kassala"


def test_words_are_not_placed_by_the_story(places: PlaceResolver) -> None:
    one = parsed(
        f"{ATTACKED} in/IN/prep/1 Kassala/NNP/pobj/3", "Egypt/NNP/nsubj/1 condemned/VBD/ROOT/1/condemn it/PRP/dobj/1"
    )
    mentions = [mention(one, 0, 1), mention(one, 1, 1, event="ACCUSE", mode="disapprove")]
    assert places.read(one).resolve_all(mentions)[1].loc is None


def test_a_village_in_no_list_is_named_but_not_pinned(places: PlaceResolver) -> None:
    words = "in/IN/prep/1 Xyzzyqu/NNP/compound/5 village/NN/pobj/3 in/IN/prep/5 Sudan/NNP/pobj/6"
    [found] = where(places, f"{ATTACKED} {words}", heads=(1,))
    assert found.loc is not None
    assert found.loc.country_code == "SDN"
    if found.loc.resolved_place == "Xyzzyqu":
        assert (found.loc.lat, found.loc.lon, found.loc.geonameid) == (None, None, None)
