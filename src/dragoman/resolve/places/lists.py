"""The word lists of this folder: cues, descriptors, and names that are also words or people's."""

from functools import cache
from importlib import resources

import msgspec

from dragoman.resolve.places.keys import place_key
from dragoman.resolve.places.sources import own_rows


class Descriptor(msgspec.Struct, frozen=True):
    """What a feature noun beside a name asks of the place: levels and GeoNames classes that fit."""

    levels: frozenset[int]
    kinds: frozenset[str]


class Lists(msgspec.Struct, frozen=True):
    """All word lists.

    Attributes:
        cues: classes of words around a name (`locative`, `person_title`, ...), folded.
        descriptors: feature nouns, folded, singular.
        words: English words that are also towns.
        surnames: surnames that are also towns.
        given: given names.
    """

    cues: dict[str, frozenset[str]]
    descriptors: dict[str, Descriptor]
    words: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]


@cache
def load_lists() -> Lists:
    """Read all files.

    Raises:
        DataError: a line has too many columns.
    """
    cues: dict[str, set[str]] = {}
    for name, words in own_rows("cues.tsv", 2):
        cues.setdefault(name, set()).update(words.split())
    return Lists(
        cues={name: frozenset(words) for name, words in cues.items()},
        descriptors={
            noun: Descriptor(frozenset(map(int, levels)), frozenset(kinds))
            for noun, levels, kinds in own_rows("descriptors.tsv", 3)
        },
        words=_words("words.txt"),
        surnames=_words("surnames.txt"),
        given=_words("given_names.txt"),
    )


def _words(file: str) -> frozenset[str]:
    text = resources.files("dragoman.resolve.places").joinpath("data", file).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(place_key(word) for line in lines for word in line.split())
