"""Deeds and stances that stand for who does them."""

import pytest

from who import Told, who


def criticised(*phrase: str) -> Told:
    return Told(" ".join(("Oslo/NNP/nsubj/1 criticised/VBD/ROOT/1", *phrase)))


@pytest.mark.parametrize(
    ("phrase", "words", "code"),
    [
        ("a/DT/det/4 Peruvian/JJ/amod/4 proposal/NN/dobj/1", "Peruvian", "PER"),
        ("a/DT/det/4 US/NNP/compound/4 offer/NN/dobj/1", "US", "USA"),
        ("Ankara/NNP/poss/4 's/POS/case/2 silence/NN/dobj/1", "Ankara", "TUR"),
        ("the/DT/det/3 policy/NN/dobj/1 of/IN/prep/3 Kenya/NNP/pobj/4", "Kenya", "KEN"),
        ("an/DT/det/3 attack/NN/dobj/1 by/IN/prep/3 Malian/JJ/amod/6 soldiers/NNS/pobj/4", "Malian soldiers", "MLI"),
        ("a/DT/det/3 statement/NN/dobj/1 by/IN/prep/3 Malian/JJ/amod/6 churches/NNS/pobj/4", "Malian churches", "MLI"),
    ],
)
def test_the_doer_is_meant(phrase: str, words: str, code: str) -> None:
    told = criticised(phrase)
    head = next(item.split("/")[0] for item in phrase.split() if "/dobj/" in item)
    assert who(told.resolve(0, head, slot="obj")) == [(words, code)]


@pytest.mark.parametrize(
    "phrase",
    [
        "the/DT/det/3 invasion/NN/dobj/1 of/IN/prep/3 Kenya/NNP/pobj/4",  # done to it
        "the/DT/det/4 Iraq/NNP/compound/4 invasion/NN/dobj/1",
        "a/DT/det/3 proposal/NN/dobj/1",
        "the/DT/det/4 Peruvian/JJ/amod/4 weather/NN/dobj/1",  # no deed
    ],
)
def test_no_doer_is_told(phrase: str) -> None:
    head = next(item.split("/")[0] for item in phrase.split() if "/dobj/" in item)
    assert who(criticised(phrase).resolve(0, head, slot="obj")) == []
