import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.place_paths import distance
from dragoman.extract.place_phrases import attach_places, find_places
from dragoman.records import Sentence, build_sentence
from factories import sentence, text_of

# notation, number of the trigger, (words, name, relation, descriptor) of each place that bears on it, nearest first
PLACED = [
    (
        "Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1/attack troops/NNS/dobj/1 in/IN/prep/1 Kassala/NNP/pobj/3",
        1,
        [("Kassala", "Kassala", "in", None)],
    ),
    (
        (
            "A/DT/det/1 bomb/NN/nsubj/2 killed/VBD/ROOT/2/kill ten/CD/dobj/2 in/IN/prep/2 Kunar/NNP/compound/6 "
            "province/NN/pobj/4"
        ),
        2,
        [("Kunar province", "Kunar", "in", "province")],
    ),
    (
        "Troops/NNS/nsubj/1 recaptured/VBD/ROOT/1/recapture the/DT/det/3 city/NN/dobj/1 of/IN/prep/3 Ramadi/NNP/pobj/4",
        1,
        [("city of Ramadi", "Ramadi", "reach", "city")],
    ),
    (
        "The/DT/det/1 siege/NN/nsubj/4 of/IN/prep/1 Homs/NNP/pobj/2 began/VBD/ROOT/4/begin",
        1,
        [("Homs", "Homs", "reach", None)],
    ),
    (
        (
            "Survivors/NNS/nsubj/5 of/IN/prep/0 the/DT/det/4 Madrid/NNP/compound/4 attacks/NNS/pobj/1/attack "
            "met/VBD/ROOT/5/meet in/IN/prep/5 Lyon/NNP/pobj/6"
        ),
        4,
        [("Madrid", "Madrid", "part", None), ("Lyon", "Lyon", "in", None)],
    ),
    (
        (
            "A/DT/det/1 bomb/NN/nsubj/2 exploded/VBD/ROOT/2/explode in/IN/prep/2 the/DT/det/6 Iraqi/JJ/amod/6 "
            "capital/NN/pobj/3"
        ),
        2,
        [("Iraqi capital", "Iraqi", "in", "capital")],
    ),
    (
        "Thousands/NNS/nsubj/1 marched/VBD/ROOT/1/march across/IN/prep/1 the/DT/det/4 country/NN/pobj/2",
        1,
        [("country", "", "across", "country")],
    ),
    (
        (
            "Crowds/NNS/nsubj/1 gathered/VBD/ROOT/1/gather 20/CD/nummod/3 km/NN/npadvmod/4 south/RB/advmod/1 "
            "of/IN/prep/4 Kirkuk/NNP/pobj/5"
        ),
        1,
        [("Kirkuk", "Kirkuk", "near", None)],
    ),
    (
        "Planes/NNS/nsubj/1 bombed/VBD/ROOT/1/bomb Libya/NNP/poss/4 's/POS/case/2 airfields/NNS/dobj/1",
        1,
        [("Libya", "Libya", "reach", None)],
    ),
    (
        "A/DT/det/1 Lagos/NNP/compound/2 court/NN/nsubj/3 jailed/VBD/ROOT/3/jail him/PRP/dobj/3",
        3,
        [("Lagos", "Lagos", "local", None)],
    ),
]

# What names people, sources and sides places nothing.
UNPLACED = [
    "Gunmen/NNS/nsubj/1 shot/VBD/ROOT/1/shoot a/DT/det/3 pharmacist/NN/dobj/1 from/IN/prep/3 Leeds/NNP/pobj/4",
    "Planes/NNS/nsubj/1 fell/VBD/ROOT/1/fall according/VBG/prep/1 to/IN/prep/2 Ankara/NNP/pobj/3",
    "Talks/NNS/nsubj/1 began/VBD/ROOT/1/begin with/IN/prep/1 Damascus/NNP/pobj/2",
    "Syrian/JJ/amod/1 planes/NNS/nsubj/2 fired/VBD/ROOT/2/fire",
]


@pytest.mark.parametrize(("notation", "head", "expected"), PLACED)
def test_places_are_found_with_what_they_bear_on(
    notation: str, head: int, expected: list[tuple[str, str, str, str | None]]
) -> None:
    one = sentence(notation)
    places = attach_places(one, head, find_places(one))
    found = [(place.span.text, place.name, place.relation, place.descriptor) for place in places]
    assert found == expected


@pytest.mark.parametrize("notation", UNPLACED)
def test_people_sources_and_sides_place_nothing(notation: str) -> None:
    assert find_places(sentence(notation)) == ()


SAID = (
    "In/IN/prep/4 Basra/NNP/pobj/0 ,/,/punct/4 police/NNS/nsubj/4 said/VBD/ROOT/4/say gunmen/NNS/nsubj/6 "
    "killed/VBD/ccomp/4/kill two/CD/dobj/6 in/IN/prep/6 Amarah/NNP/pobj/8"
)


def test_the_place_of_what_is_said_is_not_that_of_the_saying() -> None:
    one = sentence(SAID)
    places = find_places(one)
    assert [place.name for place in attach_places(one, 4, places)] == ["Basra"]


def test_what_opens_a_report_may_place_what_is_reported_after_its_own_place() -> None:
    one = sentence(SAID)
    assert [place.name for place in attach_places(one, 6, find_places(one))] == ["Amarah", "Basra"]


def test_distance_counts_clauses() -> None:
    one = sentence(SAID)
    assert distance(one, 6, 6) == 0
    assert distance(one, 4, 6) is None


def test_an_unparsed_sentence_has_no_places() -> None:
    one = sentence(SAID)
    assert find_places(build_sentence(one.tokens, parsed=False)) == ()


TAGS = st.sampled_from(
    ["NNP/compound", "NNP/pobj", "NN/pobj", "IN/prep", "VBD/conj", "POS/case", "JJ/amod", "NNP/appos"]
)
WORDS = st.sampled_from(["Basra", "city", "of", "in", "The", "-", "'s", "Iraqi", "capital", "attack"])


@st.composite
def any_sentence(draw: st.DrawFn) -> Sentence:
    """Give a sentence with any tree, cycles left out, as a confused parser might make it."""
    length = draw(st.integers(min_value=1, max_value=8))
    items = ["fell/VBD/ROOT/0"]
    for i in range(1, length):
        word, tag, head = draw(WORDS), draw(TAGS), draw(st.integers(min_value=0, max_value=i - 1))
        items.append(f"{word}/{tag}/{head}")
    return sentence(" ".join(items))


@given(any_sentence())
def test_spans_lie_in_the_text_whatever_the_tree(one: Sentence) -> None:
    text = text_of(one)
    for place in find_places(one):
        assert text[place.span.start : place.span.end] == place.span.text
        assert place.name in place.span.text
        assert 0 <= place.anchor < len(one.tokens)
        for head in range(len(one.tokens)):
            attach_places(one, head, (place,))
