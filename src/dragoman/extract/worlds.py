"""Worlds apart: events of a film or novel, of sport and of words are told in the words of politics but are none."""

import re
import tomllib
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError
from dragoman.extract.cue_words import lemmas_of
from dragoman.extract.syntax import objects, prepositional, subjects
from dragoman.records import Sentence

LONGEST = 2  # words of the longest word of sport
WEAK_NEEDED = 2  # weak words tell of sport only together
RESULT = re.compile(r"(?<![\w-])\d{1,2} ?[-–] ?\d{1,2}(?![\w-])")


class Fiction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Works and how they tell; `worlds.toml` explains the keys."""

    works: frozenset[str]
    tellers: frozenset[str]
    tell: frozenset[str]
    pictures: frozenset[str]
    persons: frozenset[str]


class Sport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of sport; `worlds.toml` explains the keys."""

    strong: frozenset[str]
    weak: frozenset[str]


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for words; `worlds.toml` explains the keys."""

    words: frozenset[str]


class Worlds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of all worlds of a language."""

    fiction: Fiction
    sport: Sport
    language: Language


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
        verbs = set(lemmas_of(sentence, token.i))
        works = fiction.tellers if fiction.tell & verbs else frozenset()
        works |= fiction.pictures if (fiction.tell | {"show"}) & verbs else frozenset()
        if token.i != trigger and works:
            for i in subjects(sentence, token.i):
                if _is_among(sentence, i, works):
                    return i
    parties = (*subjects(sentence, trigger), *objects(sentence, trigger))
    return next((i for i in parties if _is_among(sentence, i, fiction.persons)), None)


def is_sport(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of sport."""
    sport = load_worlds().sport
    words = [token.lemma.lower() for token in sentence.tokens]
    told = {" ".join(words[i : i + size]) for size in range(1, LONGEST + 1) for i in range(len(words) - size + 1)}
    result = RESULT.search(" ".join(words)) is not None
    return bool(told & sport.strong) or len(told & sport.weak) + result >= WEAK_NEEDED


def is_of_words(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a verb's subject is a word: "the term entered English during the war".

    Args:
        sentence: a parsed sentence.
        trigger: number of the trigger's head token.
    """
    words = load_worlds().language.words
    above = (sentence.tokens[trigger], *sentence.ancestors(trigger))
    top = next((token.i for token in above if token.dep == "ROOT"), trigger)
    told = list(sentence.children(top, "nsubj", "nsubjpass"))
    told += [child for token in told for child in sentence.children(token.i, "nmod")]  # 'the term "guerrilla"'
    # In the plural they are what somebody said: "his words angered Ankara".
    return any(token.tag == "NN" and token.lemma.lower() in words for token in told)


def _is_among(sentence: Sentence, i: int, words: frozenset[str]) -> bool:
    lemma = sentence.tokens[i].lemma.lower()
    pairs = (f"{child.lemma.lower()} {lemma}" for child in sentence.children(i, "compound", "amod"))
    return lemma in words or any(pair in words for pair in pairs)
