"""Words for what an event's time and place may be taken from, read from the data file of a language."""

import tomllib
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError


class OccasionWords(msgspec.Struct, frozen=True):
    """Words of `occasions.toml`, which explains them.

    Attributes:
        doing: verbs for what people may be at when something happens to them.
        flown: verbs for what a weapon does once it is fired.
        naming: verbs that call something something.
        speak: verbs of speaking without saying what.
        speech: nouns for what a statement may be made in.
        occasions: noun for what takes place to its kind.
    """

    doing: frozenset[str]
    flown: frozenset[str]
    naming: frozenset[str]
    speak: frozenset[str]
    speech: frozenset[str]
    occasions: dict[str, str]


@cache
def load_occasion_words(language: str = "en") -> OccasionWords:
    """Read the words of a language, once.

    Args:
        language: ISO 639-1 code of a folder under `extract/languages`.

    Raises:
        DataError: the file is missing or broken.
    """
    path = resources.files("dragoman.extract").joinpath("languages", language, "occasions.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        verbs, nouns = tables["verbs"], tables["nouns"]
        return OccasionWords(
            doing=frozenset(verbs["doing"]),
            flown=frozenset(verbs["flown"]),
            naming=frozenset(verbs["naming"]),
            speak=frozenset(verbs["speak"]),
            speech=frozenset(nouns["speech"]),
            occasions={noun: kind for kind, words in tables["occasions"].items() for noun in words},
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(
            f"occasions.toml: cannot be read ({error})", remedy="Mend the file or reinstall dragoman."
        ) from error
