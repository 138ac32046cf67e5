"""Worlds apart: events of a film or novel, and of sport, are told in the words of politics but are none."""

import tomllib
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError
from dragoman.extract.cue_words import lemmas_of
from dragoman.extract.syntax import prepositional, subjects
from dragoman.records import Sentence

LONGEST = 2  # words of the longest word of sport
WEAK_NEEDED = 2  # weak words tell of sport only together


class Fiction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Works and how they tell; `worlds.toml` explains the keys."""

    works: frozenset[str]
    tellers: frozenset[str]
    tell: frozenset[str]


class Sport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of sport; `worlds.toml` explains the keys."""

    strong: frozenset[str]
    weak: frozenset[str]


class Worlds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of all worlds of a language."""

    fiction: Fiction
    sport: Sport


@cache
def load_worlds(language: str = "en") -> Worlds:
    """Read the words of the worlds apart.

    Args:
        language: ISO 639-1 code of a folder under `extract/languages`.

    Raises:
        DataError: the file is missing or broken.
    """
    path = resources.files("dragoman.extract").joinpath("languages", language, "worlds.toml")
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Worlds)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"worlds.toml: {error}", remedy="See the comment at the top of the file.") from error


def work_of(sentence: Sentence, trigger: int) -> int | None:
    """Find the work of fiction that an event is told of in.

    Args:
        sentence: a parsed sentence.
        trigger: number of the trigger's head token.

    Returns:
        The number of the work's token; None if there is none.
    """
    fiction = load_worlds().fiction
    for token in (sentence.tokens[trigger], *sentence.ancestors(trigger)):
        for i in prepositional(sentence, token.i, "in"):
            if _is_among(sentence, i, fiction.works):
                return i
        if token.i != trigger and fiction.tell & set(lemmas_of(sentence, token.i)):
            for i in subjects(sentence, token.i):
                if _is_among(sentence, i, fiction.tellers):
                    return i
    return None


def is_sport(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of sport."""
    sport = load_worlds().sport
    words = [token.lemma.lower() for token in sentence.tokens]
    told = {" ".join(words[i : i + size]) for size in range(1, LONGEST + 1) for i in range(len(words) - size + 1)}
    return bool(told & sport.strong) or len(told & sport.weak) >= WEAK_NEEDED


def _is_among(sentence: Sentence, i: int, words: frozenset[str]) -> bool:
    lemma = sentence.tokens[i].lemma.lower()
    pairs = (f"{child.lemma.lower()} {lemma}" for child in sentence.children(i, "compound", "amod"))
    return lemma in words or any(pair in words for pair in pairs)
