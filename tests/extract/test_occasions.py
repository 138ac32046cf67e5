"""What a text tells with its time or place for other sentences to take over."""

import pytest

from dragoman.extract.occasions import find_occasions, occasions_of
from dragoman.records import Occasion
from model_parses import read


def found(marked: str, kind: str) -> list[Occasion]:
    article, _, _ = read(marked)
    return [one for one in find_occasions(article) if one.kind == kind]


def times(occasion: Occasion) -> list[str]:
    return [time.span.text for time in occasion.times]


def test_what_took_place_at_a_time() -> None:
    [one] = found("*Six* died in clashes in the port on Monday.", "event")
    assert (one.name, one.definite, times(one)) == ("violence", False, ["on Monday"])


def test_an_occasion_without_a_time_tells_nothing() -> None:
    assert found("*Six* died in clashes in the port.", "event") == []


def test_a_statement_with_its_speaker_time_and_place() -> None:
    [one] = found("*Mayor* Okoro said in an interview in Lagos on Monday that the strike was over.", "statement")
    assert one.speaker is not None
    assert one.speaker.span.text == "Mayor Okoro"
    assert times(one) == ["on Monday"]
    assert [place.name for place in one.places] == ["Lagos"]


def test_who_is_speaking_somewhere_makes_a_statement() -> None:
    [one] = found("*Okoro* was speaking at a college in Lagos.", "statement")
    assert one.speaker is not None
    assert one.speaker.span.text == "Okoro"


def test_a_plan_to_speak_is_no_statement() -> None:
    assert found("*Okoro* will speak at a college in Lagos on Friday.", "statement") == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("On Monday *troops* entered the town.", ["On Monday"]),
        ("During the festival on Monday *people* danced.", ["on Monday"]),
        ("*Troops* entered the town on Monday.", []),
        ("On Monday *officials* said that troops had entered the town.", []),
        ("By Monday *troops* had entered the town.", []),
    ],
)
def test_a_time_before_the_subject_opens_a_stretch(marked: str, expected: list[str]) -> None:
    assert [words for one in found(marked, "opening") for words in times(one)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Six people were *killed* in the violence.", ("violence",)),
        ("The *protest* was banned.", ("protest",)),
        ("Six people were *killed* after the unrest.", ()),
        ("Six people were *killed* in a riot.", ()),
    ],
)
def test_the_occasion_at_which_something_happened(marked: str, expected: tuple[str, ...]) -> None:
    _, sentence, head = read(marked)
    assert occasions_of(sentence, head) == expected
