"""What the place rules hand to each other: places of the gazetteer, ways to name them, mentions, choices."""

from enum import IntEnum

import msgspec

from dragoman.records import EventLoc, PlacePhrase, Reason


class Naming(IntEnum):
    """How a name belongs to its place, most telling first; the numbers are stored in the gazetteer."""

    MAIN = 0
    ALIAS = 1
    SHORT = 2
    ADJECTIVE = 3
    PEOPLE = 4
    ABBREVIATION = 5


class Level(IntEnum):
    """How fine a place is; `EventLoc.resolution`, where NONE is null."""

    NONE = 0
    COUNTRY = 1
    FIRST = 2
    SECOND = 3
    TOWN = 4
    WITHIN = 5


class Place(msgspec.Struct, frozen=True):
    """A place of the gazetteer.

    Attributes:
        id: its number in the gazetteer.
        name: English name.
        kind: GeoNames feature class.
        code: GeoNames feature code, None where the packages do not tell.
        level: how fine it is.
        lat: latitude in degrees north.
        lon: longitude in degrees east.
        country: code of the state, None if it lies in several.
        territory: number of the country or territory that it lies in, 0 if in several; its own for one.
        admin1: number of the first-level area that it lies in, 0 if unknown.
        admin2: number of the second-level area that it lies in, 0 if unknown.
        population: people, 0 if unknown; of an area those of its towns.
        geonameid: GeoNames id, None if unknown.
    """

    id: int
    name: str
    kind: str
    code: str | None
    level: int
    lat: float
    lon: float
    country: str | None
    territory: int
    admin1: int
    admin2: int
    population: int
    geonameid: int | None

    def within(self, other: "Place") -> bool:
        """Tell whether this place lies in the other, or is it."""
        return other.id in {self.id, self.territory, self.admin1, self.admin2}


class Candidate(msgspec.Struct, frozen=True):
    """A place that a name may mean, and how the name belongs to it."""

    place: Place
    naming: Naming


class Choice(msgspec.Struct, frozen=True):
    """A candidate with its score and what it is made of, as `explain` shows it."""

    candidate: Candidate
    score: float
    parts: tuple[tuple[str, float], ...]


class Toponym(msgspec.Struct, frozen=True):
    """A stretch of the article read as a place.

    Attributes:
        start: offset of the name in the article's text.
        end: offset after it.
        text: the words.
        key: the name as looked up.
        choices: the places it may mean, best first.
        body: whether it is part of the name of a body that one cannot be at ("the Paris Herald").
        locative: whether its words say that something is there ("in", "near"), or a dateline.
    """

    start: int
    end: int
    text: str
    key: str
    choices: tuple[Choice, ...]
    body: bool = False
    locative: bool = False

    @property
    def place(self) -> Place:
        """The place that it was resolved to."""
        return self.choices[0].candidate.place


class PlaceResolution(msgspec.Struct, frozen=True):
    """Where an event was, and why.

    Attributes:
        loc: the place, None if the phrases do not tell.
        phrase: the phrase that told, None if none did.
        rule: name of the rule that decided.
        alternatives: other places that the words might mean, best first, with their scores.
        carried: True where the sentence names no place and the story's last one stands in.
    """

    loc: EventLoc | None = None
    phrase: PlacePhrase | None = None
    rule: str = "no-place"
    alternatives: tuple[str, ...] = ()
    carried: bool = False

    @property
    def reason(self) -> Reason | None:
        """Give the reason for the record's `event_loc`, None if there is no place."""
        if self.loc is None:
            return None
        evidence = None if self.phrase is None else self.phrase.span
        return Reason("event_loc", self.loc.resolved_place, self.rule, evidence, alternatives=self.alternatives)
