"""The gazetteer as the rules ask it: names to the places that they may mean, with what was asked kept at hand."""

from functools import cache, lru_cache

from dragoman.resolve.places.cache import gazetteer_path
from dragoman.resolve.places.keys import place_key
from dragoman.resolve.places.records import Candidate, Place
from dragoman.resolve.places.store import GazetteerFile

REMEMBERED = 8192
"""Names whose candidates are kept in memory, some ten megabytes."""


class Gazetteer:
    """Looks names up; one for a process."""

    def __init__(self, file: GazetteerFile) -> None:
        self._file = file
        self.find = lru_cache(maxsize=REMEMBERED)(file.find)
        self.place = lru_cache(maxsize=REMEMBERED)(file.place)

    def named(self, name: str) -> tuple[Candidate, ...]:
        """Give the places that a name as written may mean, states first, then by population."""
        return self.find(place_key(name))

    def words(self) -> frozenset[str]:
        """Give the folded names that are English words and not mostly places."""
        return self._file.words()

    def state_of(self, code: str) -> Place | None:
        """Give the state of a code, None if there is none."""
        return self._file.state(code)

    def capital(self, territory: int) -> Place | None:
        """Give the capital of a state or territory by its number, None if it has none."""
        return self._file.capital(territory)


@cache
def load_gazetteer() -> Gazetteer:
    """Open this machine's gazetteer.

    Raises:
        GazetteerError: it is not there and cannot be made.
    """
    return Gazetteer(GazetteerFile(gazetteer_path()))
