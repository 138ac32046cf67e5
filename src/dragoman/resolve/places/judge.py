"""Judges whether a stretch that the gazetteer knows is a place here, or a person, a body or a plain word."""

from collections.abc import Set as AbstractSet
from enum import IntEnum

from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Candidate, Level, Naming
from dragoman.resolve.places.spots import Cue, Spot

WELL_KNOWN = 200_000
"""People of a town whose name needs no support by the words around it."""
KNOWN = 15_000
"""People of a town whose name needs none but not to stand among other capitals; of a first-level area to need none."""
SUPPORT = Cue.LOCATIVE | Cue.CONTAINED | Cue.DATELINE | Cue.DESCRIBED
"""Cues that say that a name is a place, whatever else it may be."""
SOME_SUPPORT = SUPPORT | Cue.MOTION | Cue.LISTED | Cue.CONTAINS
WORD_OF_PEOPLE = frozenset({Naming.ADJECTIVE, Naming.PEOPLE})


class Standing(IntEnum):
    """How little a name needs the words around it to be taken for a place."""

    UNKNOWN = 0
    KNOWN = 1
    WELL_KNOWN = 2
    STATE = 3


class Judge:
    """Judges the stretches of one article."""

    def __init__(self, lists: Lists, people: AbstractSet[str]) -> None:
        self._lists = lists
        self._people = people

    def is_place(self, spot: Spot, *, established: AbstractSet[str]) -> bool:
        """Weigh how well known a place a name is against what it may be else.

        Args:
            spot: with its cues.
            established: folded names that are places elsewhere in the article.
        """
        cues = spot.cues
        if self._is_barred(spot):
            return False
        standing = self.standing(spot)
        if standing == Standing.STATE or cues & (Cue.CONTAINED | Cue.DATELINE):
            return True
        if spot.key in self._people and not cues & SUPPORT:
            return False
        if cues & (Cue.EMBEDDED | Cue.ACRONYM):
            return bool(cues & Cue.ACRONYM) and standing == Standing.WELL_KNOWN
        if cues & Cue.INSTITUTION:
            return standing >= Standing.KNOWN or spot.key in established
        return self._stands_alone(spot, standing, established)

    def _is_barred(self, spot: Spot) -> bool:
        """Tell whether a stretch is part of a person's or body's name, or a word that is no name at all."""
        cues, lists = spot.cues, self._lists
        if spot.key in lists.cues["never"] or lists.cues["direction"].issuperset(spot.key.split()):
            return True
        if cues & Cue.NAMED and not _is_of_state(spot):
            return True
        if cues & Cue.PERSON:
            return not cues & Cue.CONTAINED
        if cues & Cue.EMBEDDED:
            return spot.key in lists.given or spot.key in lists.given_places
        # "St. Paul's Hospital" is named after the saint.
        saint = spot.key.startswith("saint ")
        return saint and bool(cues & Cue.INSTITUTION) and not cues & Cue.CONTAINED

    def _stands_alone(self, spot: Spot, standing: Standing, established: AbstractSet[str]) -> bool:
        """Judge a name that is not part of a longer one."""
        cues, lists = spot.cues, self._lists
        if cues & Cue.LOCATIVE or (cues & SUPPORT and spot.key not in lists.words):
            return True
        if cues & Cue.SPEAKER and (standing < Standing.WELL_KNOWN or spot.key in lists.surnames):
            return False
        if standing == Standing.WELL_KNOWN or spot.key in established:
            return True
        return standing == Standing.KNOWN and (not cues & Cue.TITLE_CASE or bool(cues & SOME_SUPPORT))

    def standing(self, spot: Spot) -> Standing:
        """Say how well known the best known of a name's places is."""
        lists = self._lists
        common = spot.key in lists.words or spot.key in lists.surnames or spot.key in lists.given
        return max((_standing(one, spot, common=common) for one in spot.candidates), default=Standing.UNKNOWN)


def _standing(one: Candidate, spot: Spot, *, common: bool) -> Standing:
    place = one.place
    if place.level == Level.COUNTRY or one.naming in WORD_OF_PEOPLE or place.kind not in {"A", "P"}:
        return Standing.STATE
    if one.naming == Naming.ABBREVIATION:
        return Standing.WELL_KNOWN
    if common or one.naming > Naming.ALIAS:
        return Standing.UNKNOWN
    least = KNOWN if place.level == Level.FIRST else WELL_KNOWN
    if one.naming == Naming.MAIN and place.population >= least:
        return Standing.WELL_KNOWN
    several = " " in spot.key and one.naming == Naming.MAIN
    return Standing.KNOWN if several or place.population >= KNOWN else Standing.UNKNOWN


def _is_of_state(spot: Spot) -> bool:
    """Tell whether a name is a state's or its adjective, which stays one inside the name of a body."""
    return any(one.place.level == Level.COUNTRY for one in spot.candidates)
