"""The words of places, read from the data file of a language."""

import tomllib
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError


class PlaceWords(msgspec.Struct, frozen=True):
    """Words that say where; `places.toml` explains them.

    Attributes:
        relations: preposition to `at`, `to` or `from`.
        kinds: nouns for kinds of places.
        anaphoric: those that alone with "the" stand for a place named before.
        of_state: those that a state's adjective before them turns into a place.
        beside: words before what lies beside, which parsers take for verbs.
        go: nouns for going somewhere, before which the name of a place says where to.
        local: nouns that a place name right before them places.
        move: verbs after which "to" names a place.
        reach: verbs whose object is a place, and nouns for what they do.
    """

    relations: dict[str, str]
    kinds: frozenset[str]
    anaphoric: frozenset[str]
    of_state: frozenset[str]
    beside: frozenset[str]
    go: frozenset[str]
    local: frozenset[str]
    move: frozenset[str]
    reach: frozenset[str]


@cache
def load_place_words(language: str = "en") -> PlaceWords:
    """Read the words of a language.

    Args:
        language: ISO 639-1 code of a folder under `extract/languages`.

    Raises:
        DataError: the file is missing or broken.
    """
    path = resources.files("dragoman.extract").joinpath("languages", language, "places.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        nouns = tables["nouns"]
        return PlaceWords(
            relations={word: relation for relation, words in tables["prepositions"].items() for word in words},
            kinds=frozenset(nouns["kinds"]),
            anaphoric=frozenset(nouns["anaphoric"]),
            of_state=frozenset(nouns["of_state"]),
            beside=frozenset(nouns["beside"]),
            go=frozenset(tables["acts"]["go"]),
            local=frozenset(nouns["local"]),
            move=frozenset(tables["verbs"]["move"]),
            reach=frozenset((*tables["verbs"]["reach"], *tables["acts"]["reach"])),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(
            f"places.toml: cannot be read ({error})", remedy="Mend the file or reinstall dragoman."
        ) from error
