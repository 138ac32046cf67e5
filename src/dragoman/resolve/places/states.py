"""Which state a bare name lies in, for rules that have no words around it: sure or silent."""

import re
from functools import lru_cache

from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.keys import place_key
from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Candidate, Level, Naming
from dragoman.resolve.places.sources import read_domains

TOWN = 20_000
"""People that a town of one word must have for its bare name to tell its state."""
TOWN_OF_WORDS = 3_000
"""The same for a name of several words, which is hardly a surname."""
DOMINANT = 6.0
"""How many times the people of all other states' places of that name the chosen state's must have."""
ALTERNATE = 0.3
"""What the people of a place count under an alternate name."""
HOST = re.compile(r"^(?:[a-z]+://)?([^/:?#]+)", re.IGNORECASE)


class CountryFinder:
    """Tells the state of bare names and of addresses."""

    def __init__(self, gazetteer: Gazetteer, lists: Lists) -> None:
        self._gazetteer = gazetteer
        self._lists = lists
        self._domains = read_domains()
        self.country_of = lru_cache(maxsize=65536)(self._country_of)

    def _country_of(self, name: str) -> str | None:
        key = place_key(name)
        found = [one for one in self._gazetteer.find(key) if one.naming <= Naming.SHORT] if key else []
        if not found:
            return None
        weights: dict[str | None, float] = {}
        for one in found:
            weights[one.place.country] = weights.get(one.place.country, 0.0) + _weight(one)
        code = max(weights, key=lambda one: weights[one])
        rest = sum(weights.values()) - weights[code]
        across = any(one.place.country is None and one.naming == Naming.MAIN for one in found)
        if across or code is None or weights[code] < DOMINANT * rest:
            return None
        return code if self._is_known(key, [one for one in found if one.place.country == code]) else None

    def _is_known(self, key: str, found: list[Candidate]) -> bool:
        if any(one.place.level == Level.COUNTRY and one.naming == Naming.MAIN for one in found):
            return True
        lists = self._lists
        if key in lists.words or key in lists.surnames or key in lists.given:
            return False
        if any(one.place.level == Level.FIRST and one.naming == Naming.MAIN for one in found):
            return True
        least = TOWN_OF_WORDS if " " in key else TOWN
        return any(one.place.population >= least and one.place.level != Level.SECOND for one in found)

    def of_address(self, address: str) -> str | None:
        """Give the code of the state whose ending a web address has, None for endings that tell none."""
        host = HOST.match(address.strip())
        return self._domains.get(host.group(1).rpartition(".")[2].lower()) if host else None


def _weight(candidate: Candidate) -> float:
    people = candidate.place.population + 1
    return people * (1.0 if candidate.naming == Naming.MAIN else ALTERNATE)
