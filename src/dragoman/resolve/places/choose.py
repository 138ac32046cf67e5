"""Chooses among the places that a name may mean: one visible table of weights, every part kept for `explain`."""

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Candidate, Choice, Level, Naming, Place
from dragoman.resolve.places.spots import Spot

EARTH_KM = 6371.0


class Weights(msgspec.Struct, frozen=True):
    """What speaks for a candidate; set by hand so that each yields to the next stronger, and checked on gold.

    Attributes:
        state: a state or territory.
        first: a first-level area.
        region: a region, sea or landmark of our own list.
        capital: a national capital.
        people: for each power of ten of its people, towns and areas alike.
        alias: the name is an alternate one.
        short: the name lacks its Arabic article.
        country: all other places of the article lie in its state.
        area: all other places of the article lie in its first-level area.
        near: another place of the article lies close by.
        actors: the article speaks of its state.
        home: the publisher is at home in its state.
        container: the text says what it lies in.
        fits: the feature noun beside it fits.
        unfit: the feature noun beside it does not fit.
        town: a town.
        namesake: an area of one name with its main town, where no feature noun says that the area is meant.
    """

    state: float = 6.0
    first: float = 2.6
    region: float = 7.0
    capital: float = 3.0
    people: float = 0.8
    alias: float = -1.5
    short: float = -0.6
    country: float = 2.5
    area: float = 2.5
    near: float = 2.0
    actors: float = 2.0
    home: float = 1.0
    container: float = 6.0
    fits: float = 2.0
    unfit: float = -3.0
    town: float = 0.6
    namesake: float = -3.0


WEIGHTS = Weights()
NEAR_KM = 150.0
"""Distance within which another place speaks for a candidate, less with every kilometre."""
MAIN_TOWN = 0.25
"""Share of an area's people that its main town must have to be what the bare name means."""
ROUNDS = 2
"""Passes over the article: the first goes by the names alone, the others also by what the last chose."""


class Setting(msgspec.Struct, frozen=True):
    """What is known of the article apart from its places.

    Attributes:
        countries: share of each state in what the article speaks of, by code.
        home: code of the publisher's state, None if unknown.
        named: offsets of the names of known people and bodies.
    """

    countries: Mapping[str, float] = {}
    home: str | None = None
    named: tuple[tuple[int, int], ...] = ()


def choose_all(spots: Sequence[Spot], lists: Lists, setting: Setting) -> list[tuple[Choice, ...]]:
    """Rank the candidates of all spots of an article, each in the light of the others.

    Args:
        spots: stretches that are places, in order.
        lists: feature nouns.
        setting: the article's states and publisher.

    Returns:
        For each spot its candidates, best first.
    """
    chosen: list[tuple[Choice, ...]] = [() for _ in spots]
    for _ in range(ROUNDS + 1):
        table = _Table(spots, chosen)
        done: dict[tuple[str, str | None, tuple[int, ...]], tuple[Choice, ...]] = {}
        following = []
        for spot in spots:
            held = tuple(table.containers(spot))
            memo = (spot.key, spot.descriptor, tuple(place.id for place in held))
            if memo not in done:
                done[memo] = _rank(spot, held, table, lists, setting)
            following.append(done[memo])
        chosen = following
    return _one_sense(spots, chosen)


class _Table:
    """What the article's other names mean, as far as the last round chose."""

    def __init__(self, spots: Sequence[Spot], chosen: Sequence[tuple[Choice, ...]]) -> None:
        self._spots = spots
        self._chosen = chosen
        self._places: dict[str, Place] = {}
        for spot, choices in zip(spots, chosen, strict=True):
            if choices:
                self._places.setdefault(spot.key, choices[0].candidate.place)
        self._memo: dict[str, list[Place]] = {}

    def others(self, key: str) -> list[Place]:
        """Give the places of all other names."""
        if key not in self._memo:
            self._memo[key] = [place for name, place in self._places.items() if name != key]
        return self._memo[key]

    def containers(self, spot: Spot) -> Iterable[Place]:
        """Give what the spot is said to lie in; before the first round all that this may mean."""
        for number in spot.containers:
            if number >= len(self._spots):
                continue
            choices = self._chosen[number]
            if choices:
                yield choices[0].candidate.place
            else:
                yield from (one.place for one in self._spots[number].candidates if one.place.level <= Level.SECOND)


def _rank(spot: Spot, held: tuple[Place, ...], table: _Table, lists: Lists, setting: Setting) -> tuple[Choice, ...]:
    others = table.others(spot.key)
    ranked = [_score(one, spot, held, others, lists, setting) for one in spot.candidates]
    return tuple(sorted(ranked, key=lambda choice: (-choice.score, choice.candidate.place.id)))


def _score(  # noqa: PLR0913  (one row of the table for each argument)
    candidate: Candidate,
    spot: Spot,
    held: tuple[Place, ...],
    others: list[Place],
    lists: Lists,
    setting: Setting,
) -> Choice:
    place = candidate.place
    parts = [("kind", _kind(candidate)), ("people", WEIGHTS.people * math.log10(place.population + 1))]
    if place.country is not None:
        parts.append(("actors", WEIGHTS.actors * setting.countries.get(place.country, 0.0)))
        parts.append(("home", WEIGHTS.home * (place.country == setting.home)))
    if others:
        parts.append(
            ("country", WEIGHTS.country * _share(one.country == place.country for one in others if one.country))
        )
        if place.admin1 and place.level >= Level.SECOND:
            area = _share(place.admin1 in {one.admin1, one.id} for one in others if one.level >= Level.FIRST)
            parts.append(("area", WEIGHTS.area * area))
        parts.append(("near", WEIGHTS.near * _nearness(place, others)))
    if spot.descriptor is None and any(_is_main_town(one, candidate) for one in spot.candidates):
        parts.append(("its town of that name", WEIGHTS.namesake))
    if held:
        inside = any(place.id != other.id and place.within(other) for other in held)
        parts.append(("container", WEIGHTS.container * inside))
    if spot.descriptor is not None:
        asked = lists.descriptors[spot.descriptor]
        fits = place.level in asked.levels and place.kind in asked.kinds
        parts.append((f"is a {spot.descriptor}", WEIGHTS.fits if fits else WEIGHTS.unfit))
    kept = tuple((name, round(value, 2)) for name, value in parts if value)
    return Choice(candidate, round(sum(value for _, value in parts), 2), kept)


def _kind(candidate: Candidate) -> float:
    place = candidate.place
    value = {Naming.ALIAS: WEIGHTS.alias, Naming.SHORT: WEIGHTS.short}.get(candidate.naming, 0.0)
    if place.level == Level.COUNTRY:
        value += WEIGHTS.state
    elif place.kind not in {"A", "P"}:
        value += WEIGHTS.region
    elif place.level == Level.FIRST:
        value += WEIGHTS.first
    elif place.kind == "P":
        value += WEIGHTS.town + (WEIGHTS.capital if place.code == "PPLC" else 0.0)
    return value


def _is_main_town(one: Candidate, area: Candidate) -> bool:
    """Tell whether a candidate is the town that another, an area, is called after and has much of its people in."""
    town = one.place
    inside = town.kind == "P" and area.place.level in {Level.FIRST, Level.SECOND} and town.within(area.place)
    return inside and one.naming == Naming.MAIN and town.population >= MAIN_TOWN * area.place.population


def _share(hits: Iterable[bool]) -> float:
    seen = list(hits)
    return sum(seen) / len(seen) if seen else 0.0


def _nearness(place: Place, others: Iterable[Place]) -> float:
    """Give 1 for a town or county right beside, less with distance, 0 from `NEAR_KM` on."""
    nearest = min((distance_km(place, one) for one in others if one.level >= Level.SECOND), default=NEAR_KM)
    return max(0.0, 1.0 - nearest / NEAR_KM) if place.level >= Level.SECOND else 0.0


def distance_km(one: Place, other: Place) -> float:
    """Give the great-circle distance between two places in kilometres."""
    lat, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = (
        math.sin((lat2 - lat) / 2) ** 2
        + math.cos(lat) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _one_sense(spots: Sequence[Spot], chosen: list[tuple[Choice, ...]]) -> list[tuple[Choice, ...]]:
    """Let a name that is once told apart by a container mean the same wherever it stands alone."""
    told: dict[str, tuple[Choice, ...]] = {}
    for spot, choices in zip(spots, chosen, strict=True):
        if spot.containers and choices and any(name == "container" for name, _ in choices[0].parts):
            told.setdefault(spot.key, choices)
    return [
        told.get(spot.key, choices) if not spot.containers and spot.descriptor is None else choices
        for spot, choices in zip(spots, chosen, strict=True)
    ]
