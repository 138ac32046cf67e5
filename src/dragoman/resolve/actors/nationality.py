"""The country that a phrase's own words tell: nationality, owner, the town in its name."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from dragoman.resolve.actors.context import COUNTRY, NAMED, Context
from dragoman.resolve.actors.items import ItemFinder
from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.records import Chunk, Entry, Item
from dragoman.resolve.actors.words import Word, near

LONG = 11  # letters from which two are
SHORTEST_TYPO = 7  # letters that a nationality must have before a wrong one is forgiven


class Nationality(msgspec.Struct, frozen=True):
    """What the words of a phrase tell of its country.

    Attributes:
        code: the country, None if they do not tell a single one.
        among: the countries of which it must be one, for peoples that live in several.
        wide: whether they name a part of the world ("Western", "Arab"), which is no country.
    """

    code: str | None = None
    among: tuple[str, ...] = ()
    wide: bool = False


class NationalityFinder:
    """Finds the country that a phrase's words tell."""

    def __init__(self, known: Knowledge, finder: ItemFinder) -> None:
        self._known = known
        self._finder = finder
        self.misspelt = lru_cache(maxsize=4096)(self._misspelt)

    def find(self, chunk: Chunk, items: Sequence[Item], context: Context, *, ethnic: bool = False) -> Nationality:
        """Find it.

        Args:
            chunk: the phrase.
            items: known names and roles in it, without the one whose country is sought.
            context: knows the places.
            ethnic: True if a nationality in it is one of descent only.
        """
        among: tuple[str, ...] = ()
        wide = False
        for item in items:
            entry = item.what
            if (
                not isinstance(entry, Entry)
                or entry.kind not in COUNTRY | NAMED
                or self.is_patron(chunk.words, item.last)
            ):
                continue
            if ethnic and entry.kind in {"adjective", "people"}:
                continue
            if entry.code is not None:
                return Nationality(entry.code)
            among = among or entry.among
            wide = wide or (entry.kind == "region" and not entry.among)
        if among or wide:
            return Nationality(None, among, wide and not among)
        return Nationality(next((code for code in self._places(chunk, items, context) if code is not None), None))

    def _places(self, chunk: Chunk, items: Sequence[Item], context: Context) -> Iterator[str | None]:
        """Ask for the capitalised words that are in no list: towns, misspelt states."""
        covered = {i for item in items for i in range(item.first, item.last + 1)}
        run: list[Word] = []
        for i, word in enumerate(chunk.words):
            free = word.capital and i not in covered and word.key not in self._known.classes["run_stop"]
            free = free and not self._finder.is_known(word)
            if free and not self.is_patron(chunk.words, i):
                run.append(word)
            if run and (not free or word.possessive or i + 1 == len(chunk.words)):
                yield context.place_country(" ".join(one.text for one in run))
                if len(run) == 1:
                    yield self.misspelt(run[0].key)
                run = []

    def is_patron(self, words: Sequence[Word], last: int) -> bool:
        """Tell whether a name is that of a backer ("US-backed rebels"), who is not the one backed."""
        return last + 1 < len(words) and words[last + 1].key in self._known.classes["backed"]

    def _misspelt(self, key: str) -> str | None:
        """Give the code of a state whose name, adjective or people is spelt with a mistake."""
        if len(key) < SHORTEST_TYPO or key in self._known.classes["no_typo"]:
            return None
        spellings = self._known.state_words.get(key[0], ())
        most = 1 if len(key) < LONG else 2
        codes = {code for spelling, code in spellings if near(key, spelling, most=most)}
        return codes.pop() if len(codes) == 1 else None
