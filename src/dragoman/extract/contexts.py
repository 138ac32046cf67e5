"""Contexts: what an event is about, told by the words of its paragraphs, its modes and its participants."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

import msgspec

from dragoman.errors import DataError

LONGEST = 3  # words of the longest entry
WEAK_NEEDED = 2  # weak words tell a context only together


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells one context; `contexts.toml` explains the keys."""

    strong: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    not_sectors: frozenset[str] = frozenset()


@cache
def load_contexts(language: str = "en") -> dict[str, ContextWords]:
    """Read what tells the contexts, in PLOVER's order.

    Args:
        language: ISO 639-1 code of a folder under `extract/languages`.

    Raises:
        DataError: the file is missing or broken.
    """
    path = resources.files("dragoman.extract").joinpath("languages", language, "contexts.toml")
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, ContextWords])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"contexts.toml: {error}", remedy="See the comment at the top of the file.") from error


def find_contexts(
    words: Sequence[str], *, event: str, modes: Iterable[str] = (), sectors: Iterable[str] = ()
) -> tuple[str, ...]:
    """Give an event's contexts, in PLOVER's order.

    Args:
        words: lemmas of the paragraphs that the event is told in, in order.
        event: its PLOVER type.
        modes: its modes.
        sectors: sectors of its participants.
    """
    phrases = _phrases([word.lower() for word in words])
    codes = {event, *(f"{event}.{mode}" for mode in modes)}
    among = set(sectors)
    told = {name for name, tells in load_contexts().items() if _is_told(tells, phrases, codes, among)}
    return tuple(name for name, tells in load_contexts().items() if name in told and not told & tells.unless)


def _phrases(words: list[str]) -> frozenset[str]:
    """Give the words, and each two and three neighbours joined."""
    joined = (" ".join(words[at : at + length]) for length in range(1, LONGEST + 1) for at in range(len(words)))
    return frozenset(joined)


def _is_told(tells: ContextWords, phrases: frozenset[str], codes: set[str], sectors: set[str]) -> bool:
    if tells.events & codes:
        return True
    if tells.not_sectors & sectors:
        return False
    if tells.sectors & sectors or not tells.strong.isdisjoint(phrases):
        return True
    return len(tells.weak & phrases) >= WEAK_NEEDED
