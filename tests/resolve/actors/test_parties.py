"""Phrases that name several parties."""

import pytest

from who import Told, who

COORDINATED = "Afghan/JJ/amod/3 and/CC/cc/0 German/JJ/conj/0 soldiers/NNS/nsubj/4 fled/VBD/ROOT/4 ././punct/4"


def test_nationalities_that_share_a_head() -> None:
    found = Told(COORDINATED).resolve(0, "soldiers")
    assert who(found) == [("Afghan", "AFG"), ("German soldiers", "DEU")]
    assert [entity.sector for entity in found.entities] == [("MIL",), ("MIL",)]


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        (
            "Senior/JJ/amod/4 Peruvian/JJ/amod/4 and/CC/cc/1 Chilean/JJ/conj/1 officials/NNS/nsubj/5 met/VBD/ROOT/5",
            ["Senior Peruvian", "Chilean officials"],
        ),
        ("US/NNP/nmod/3 and/CC/cc/0 NATO/NNP/conj/0 troops/NNS/nsubj/4 left/VBD/ROOT/4", ["US", "NATO troops"]),
        ("Peruvian/JJ/amod/2 army/NN/compound/2 officers/NNS/nsubj/3 met/VBD/ROOT/3", ["Peruvian army officers"]),
        ("Syrian/JJ/amod/1 rebels/NNS/nsubj/2 left/VBD/ROOT/2", ["Syrian rebels"]),
    ],
)
def test_rows_of_nationalities(notation: str, words: list[str]) -> None:
    head = next(item.split("/")[0] for item in notation.split() if "/nsubj/" in item)
    assert [text for text, _ in who(Told(notation).resolve(0, head))] == words


def test_backers_are_no_party() -> None:
    told = Told(
        "Russian/JJ/npadvmod/2 -/HYPH/punct/2 backed/VBN/amod/4 Syrian/JJ/amod/4 rebels/NNS/nsubj/5 left/VBD/ROOT/5"
    )
    assert [code for _, code in who(told.resolve(0, "rebels"))] == ["SYR"]


def test_counted_parties() -> None:
    told = Told(
        "Scores/NNS/nsubj/6 of/IN/prep/0 Malian/JJ/amod/5 and/CC/cc/2 Chadian/JJ/conj/2 refugees/NNS/pobj/1 "
        "fled/VBD/ROOT/6"
    )
    assert who(told.resolve(0, "Scores")) == [("Malian", "MLI"), ("Chadian refugees", "TCD")]
