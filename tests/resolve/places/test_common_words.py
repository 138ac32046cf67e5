from collections import Counter

import pytest

from dragoman.resolve.places.common_words import common_words
from dragoman.resolve.places.gazetteer import load_gazetteer
from dragoman.resolve.places.keys import place_key
from dragoman.resolve.places.sources import own_rows


def test_words_are_those_of_lemminflect_and_our_own_without_what_is_mostly_a_place() -> None:
    keys = ["surprise", "hit", "of", "the", "nice", "lima", "new york", "gaziantep"]
    assert common_words(keys) == ["hit", "of", "surprise", "the"]


def test_a_verdict_is_given_once_and_folded() -> None:
    words = [(verdict, word) for verdict, words in own_rows("words.tsv", 2) for word in words.split()]
    assert {verdict for verdict, _ in words} == {"place", "word"}
    assert [word for word, times in Counter(word for _, word in words).items() if times > 1] == []
    assert [word for _, word in words if word.lower() != word or not word.isalpha()] == []
    assert [word for _, word in words if place_key(word) not in {word, "saint", "mount", "fort"}] == []


@pytest.mark.parametrize("word", ["surprise", "reading", "date", "most", "split", "nice"])
def test_the_gazetteer_says_which_of_its_names_are_words(word: str) -> None:
    assert (word in load_gazetteer().words()) == (word not in {"split", "nice"})
