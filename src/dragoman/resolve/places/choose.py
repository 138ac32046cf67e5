"""Chooses among the places that a name may mean, with every part of the score kept for `explain`."""

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Candidate, Choice, Level, Naming, Place
from dragoman.resolve.places.spots import Spot
from dragoman.resolve.places.weights import MAIN_TOWN, NEAR_KM, ROUNDS, WEIGHTS

EARTH_KM = 6371.0


class Setting(msgspec.Struct, frozen=True):
    """What is known of the article apart from its places.

    Attributes:
        countries: share of each state in what the article speaks of, by code.
        home: code of the publisher's state, None if unknown.
        named: offsets of the names of known people and bodies, in order.
    """

    countries: Mapping[str, float] = {}
    home: str | None = None
    named: tuple[tuple[int, int], ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """What the article says of one name's place.

    Attributes:
        holders: places that it is said to lie in.
        contents: places that are said to lie in it.
        listed: places that stand beside it in a list.
        others: places of all other names.
    """

    holders: tuple[Place, ...]
    contents: tuple[Place, ...]
    listed: tuple[Place, ...]
    others: tuple[Place, ...]


class Chooser:
    """Ranks the candidates of all names of one article."""

    def __init__(self, spots: Sequence[Spot], lists: Lists, setting: Setting) -> None:
        self._spots = spots
        self._lists = lists
        self._setting = setting
        self._inside: dict[int, list[int]] = {}
        for number, spot in enumerate(spots):
            for holder in spot.containers:
                self._inside.setdefault(holder, []).append(number)

    def choose(self) -> list[tuple[Choice, ...]]:
        """Rank all candidates, each name in the light of the others.

        Returns:
            For each spot its candidates, best first.
        """
        chosen: list[tuple[Choice, ...]] = [() for _ in self._spots]
        for _ in range(ROUNDS + 1):
            chosen = self._round(chosen)
        return self._one_sense(chosen)

    def _round(self, chosen: Sequence[tuple[Choice, ...]]) -> list[tuple[Choice, ...]]:
        places: dict[str, Place] = {}
        for spot, choices in zip(self._spots, chosen, strict=True):
            if choices:
                places.setdefault(spot.key, choices[0].candidate.place)
        done: dict[tuple[object, ...], tuple[Choice, ...]] = {}
        following = []
        for number, spot in enumerate(self._spots):
            holders = tuple(self._places(spot.containers, chosen, coarse=True))
            contents = tuple(self._places(self._inside.get(number, ()), chosen, coarse=False))
            listed = tuple(chosen[one][0].candidate.place for one in spot.listed if chosen[one])
            beside = (holders, contents, listed)
            memo = (spot.key, spot.descriptor, *(tuple(place.id for place in one) for one in beside))
            if memo not in done:
                others = tuple(place for name, place in places.items() if name != spot.key)
                done[memo] = self._rank(spot, Evidence(*beside, others))
            following.append(done[memo])
        return following

    def _places(self, numbers: Iterable[int], chosen: Sequence[tuple[Choice, ...]], *, coarse: bool) -> Iterable[Place]:
        """Give what other spots mean; before the first round all that they may mean."""
        for number in numbers:
            if chosen[number]:
                yield chosen[number][0].candidate.place
            else:
                candidates = self._spots[number].candidates
                yield from (one.place for one in candidates if not coarse or one.place.level <= Level.SECOND)

    def _rank(self, spot: Spot, evidence: Evidence) -> tuple[Choice, ...]:
        ranked = [self._score(candidate, spot, evidence) for candidate in spot.candidates]
        return tuple(sorted(ranked, key=lambda choice: (-choice.score, choice.candidate.place.id)))

    def _score(self, candidate: Candidate, spot: Spot, evidence: Evidence) -> Choice:
        place = candidate.place
        parts = [
            ("kind", _kind(candidate)),
            ("people", WEIGHTS.people * math.log10(place.population + 1)),
            *self._by_words(candidate, spot, evidence),
            *self._by_others(place, evidence.others),
        ]
        if place.country is not None:
            parts.append(("actors", WEIGHTS.actors * self._setting.countries.get(place.country, 0.0)))
            parts.append(("home", WEIGHTS.home * (place.country == self._setting.home)))
        kept = tuple((name, round(value, 2)) for name, value in parts if value)
        return Choice(candidate, round(sum(value for _, value in parts), 2), kept)

    def _by_words(self, candidate: Candidate, spot: Spot, evidence: Evidence) -> Iterable[tuple[str, float]]:
        """Weigh what the words around the name say."""
        place = candidate.place
        if evidence.holders:
            inside = any(place.id != holder.id and place.within(holder) for holder in evidence.holders)
            yield "container", WEIGHTS.container * inside
        if evidence.contents:
            holds = any(place.id != one.id and one.within(place) for one in evidence.contents)
            yield "contents", WEIGHTS.container * holds
        if evidence.listed:
            yield "list", WEIGHTS.listed * _share(one.level == place.level for one in evidence.listed)
        if spot.descriptor is not None:
            asked = self._lists.descriptors[spot.descriptor]
            fits = place.level in asked.levels and place.kind in asked.kinds
            yield f"is a {spot.descriptor}", WEIGHTS.fits if fits else WEIGHTS.unfit
        elif any(_is_main_town(one, place) for one in spot.candidates):
            yield "its town of that name", WEIGHTS.namesake

    @staticmethod
    def _by_others(place: Place, others: tuple[Place, ...]) -> Iterable[tuple[str, float]]:
        """Weigh where the article's other places lie."""
        if not others:
            return
        yield "country", WEIGHTS.country * _share(one.country == place.country for one in others if one.country)
        if place.admin1 and place.level >= Level.SECOND:
            near = _share(place.admin1 in {one.admin1, one.id} for one in others if one.level >= Level.FIRST)
            yield "area", WEIGHTS.area * near
        yield "near", WEIGHTS.near * _nearness(place, others)

    def _one_sense(self, chosen: list[tuple[Choice, ...]]) -> list[tuple[Choice, ...]]:
        """Let a name that is once told apart by a container mean the same wherever it stands alone."""
        told: dict[str, tuple[Choice, ...]] = {}
        for spot, choices in zip(self._spots, chosen, strict=True):
            if spot.containers and choices and any(name == "container" for name, _ in choices[0].parts):
                told.setdefault(spot.key, choices)
        return [
            told.get(spot.key, choices) if not spot.containers and spot.descriptor is None else choices
            for spot, choices in zip(self._spots, chosen, strict=True)
        ]


def _kind(candidate: Candidate) -> float:
    place = candidate.place
    value = {Naming.ALIAS: WEIGHTS.alias, Naming.SHORT: WEIGHTS.short}.get(candidate.naming, 0.0)
    if place.level == Level.COUNTRY:
        return value + WEIGHTS.state
    if place.kind not in {"A", "P"}:
        return value + WEIGHTS.region
    if place.level == Level.FIRST:
        return value + WEIGHTS.first
    if place.kind == "P":
        return value + WEIGHTS.town + (WEIGHTS.capital if place.code == "PPLC" else 0.0)
    return value


def _is_main_town(candidate: Candidate, area: Place) -> bool:
    """Tell whether a candidate is the town that an area is called after and that has much of its people."""
    town = candidate.place
    inside = town.kind == "P" and area.level in {Level.FIRST, Level.SECOND} and town.within(area)
    return inside and candidate.naming == Naming.MAIN and town.population >= MAIN_TOWN * area.population


def _share(hits: Iterable[bool]) -> float:
    seen = list(hits)
    return sum(seen) / len(seen) if seen else 0.0


def _nearness(place: Place, others: Iterable[Place]) -> float:
    """Give 1 for a town or county right beside, less with distance, 0 from `NEAR_KM` on."""
    if place.level < Level.SECOND:
        return 0.0
    nearest = min((distance_km(place, one) for one in others if one.level >= Level.SECOND), default=NEAR_KM)
    return max(0.0, 1.0 - nearest / NEAR_KM)


def distance_km(one: Place, other: Place) -> float:
    """Give the great-circle distance between two places in kilometres."""
    lat, lat2, lon = math.radians(one.lat), math.radians(other.lat), math.radians(other.lon - one.lon)
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin(lon / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
