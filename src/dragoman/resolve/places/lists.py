"""The word lists of the rules: cues, descriptors, and names that are also words or people's."""

from functools import cache

import msgspec

from dragoman.resolve.names.people_names import load_people_names
from dragoman.resolve.places.gazetteer import load_gazetteer
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
        words: names that are also English words.
        surnames: surnames.
        given: given names.
        given_places: given names that, named alone, are mostly places.
    """

    cues: dict[str, frozenset[str]]
    descriptors: dict[str, Descriptor]
    words: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    given_places: frozenset[str]


@cache
def load_lists() -> Lists:
    """Read all files, and the words from the gazetteer.

    Raises:
        DataError: a line has too many columns.
        GazetteerError: the gazetteer is not there and cannot be made.
    """
    cues: dict[str, set[str]] = {}
    for name, words in own_rows("cues.tsv", 2):
        cues.setdefault(name, set()).update(words.split())
    names = load_people_names()
    return Lists(
        cues={name: frozenset(words) for name, words in cues.items()},
        descriptors={
            noun: Descriptor(frozenset(map(int, levels)), frozenset(kinds))
            for noun, levels, kinds in own_rows("descriptors.tsv", 3)
        },
        words=load_gazetteer().words(),
        surnames=names.surnames,
        given=names.given,
        given_places=names.places,
    )
