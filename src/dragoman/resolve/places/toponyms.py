"""Finds and resolves all place names of an article, parsed or not, each in the light of the others."""

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.records import ParsedArticle
from dragoman.resolve.places.choose import Chooser, Setting
from dragoman.resolve.places.context import ContextReader
from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Candidate, Level, Naming, Toponym
from dragoman.resolve.places.spots import Cue, Spot, SpotFinder, Word, split

WELL_KNOWN = 200_000
"""People of a town or area whose name needs no support by the words around it."""
KNOWN = 15_000
"""People of a town whose name needs none but not to stand among other capitals."""
SUPPORT = Cue.LOCATIVE | Cue.CONTAINED | Cue.DATELINE | Cue.DESCRIBED
"""Cues that say that a name is a place, whatever else it may be."""
SOME_SUPPORT = SUPPORT | Cue.MOTION | Cue.LISTED | Cue.CONTAINS
THERE = Cue.LOCATIVE | Cue.DATELINE
"""Cues that say that something is at the place."""
WORD_OF_PEOPLE = frozenset({Naming.ADJECTIVE, Naming.PEOPLE})


class ToponymFinder:
    """Finds the places of articles; one for a process."""

    def __init__(self, gazetteer: Gazetteer, lists: Lists) -> None:
        self._spots = SpotFinder(gazetteer, lists)
        self._lists = lists

    def find(self, parsed: ParsedArticle, setting: Setting) -> tuple[Toponym, ...]:
        """Give all places of an article in the order of the text, each with the places that it may mean.

        Args:
            parsed: the article with all its sentences; those without a parse are read as well.
            setting: the article's states and publisher.
        """
        text = parsed.article.text
        spots: list[Spot] = []
        people: set[str] = set()
        for sentence in parsed.sentences:
            words = split(text, start=sentence.start, end=sentence.end)
            found = list(self._spots.find(text, words))
            for spot in found:
                spot.sentence = sentence.index
            ContextReader(self._lists, text, words, found).read(len(spots))
            _mark_named(found, setting.named)
            people.update(self._surnames(text, words))
            spots.extend(found)
        kept = self._accept(spots, people)
        ranked = Chooser(kept, self._lists, setting).choose()
        return tuple(
            Toponym(
                spot.start,
                spot.end,
                spot.text,
                spot.key,
                choices,
                bool(spot.cues & THERE and not spot.cues & Cue.INSTITUTION),
            )
            for spot, choices in zip(kept, ranked, strict=True)
            if choices
        )

    def read_spans(
        self, parsed: ParsedArticle, setting: Setting, spans: Sequence[tuple[int, int]]
    ) -> tuple[Toponym, ...]:
        """Resolve stretches that somebody else found to be places.

        Args:
            parsed: the article with all its sentences.
            setting: the article's states and publisher.
            spans: offsets of the names in the article's text.
        """
        text = parsed.article.text
        spots: list[Spot] = []
        for sentence in parsed.sentences:
            words = split(text, start=sentence.start, end=sentence.end)
            inside = [span for span in spans if sentence.start <= span[0] < sentence.end]
            found = [spot for span in inside if (spot := self._spots.at_span(text, words, span)) is not None]
            ContextReader(self._lists, text, words, found).read(len(spots))
            spots.extend(found)
        ranked = Chooser(spots, self._lists, setting).choose()
        return tuple(
            Toponym(spot.start, spot.end, spot.text, spot.key, choices)
            for spot, choices in zip(spots, ranked, strict=True)
            if choices
        )

    def _surnames(self, text: str, words: Sequence[Word]) -> set[str]:
        """Give the last words of full names of people."""
        found = set()
        titles = self._lists.cues["person_title"]
        for i, word in enumerate(words[:-1]):
            if not word.capital or not (word.key in self._lists.given or (word.key in titles and i + 1 < len(words))):
                continue
            last = i
            while last + 1 < len(words) and last - i < 3 and words[last + 1].capital and not words[last].possessive:  # noqa: PLR2004
                if text[words[last].end : words[last + 1].start].strip(" -."):
                    break
                last += 1
            if last > i:
                found.add(words[last].key)
        return found

    def _accept(self, spots: list[Spot], people: set[str]) -> list[Spot]:
        """Keep the stretches that are places; a name once held to be one is one wherever nothing speaks against it."""
        for spot in spots:
            for number in spot.containers:
                if number < len(spots):
                    spots[number].cues |= Cue.CONTAINS
                    if _lies_in(spot, spots[number]):
                        spot.cues |= Cue.CONTAINED
        sure = {spot.key for spot in spots if self._is_place(spot, people, established=frozenset())}
        keep = [self._is_place(spot, people, established=sure) for spot in spots]
        numbers = {old: new for new, old in enumerate(i for i, kept in enumerate(keep) if kept)}
        kept = [spot for spot, good in zip(spots, keep, strict=True) if good]
        for spot in kept:
            spot.containers = [numbers[number] for number in spot.containers if number in numbers]
        return kept

    def _is_place(self, spot: Spot, people: set[str], *, established: frozenset[str] | set[str]) -> bool:
        """Weigh a stretch: how well known a place it is against what its words and those around it may be else."""
        cues, standing = spot.cues, self._standing(spot)
        if self._is_barred(spot, standing):
            return False
        if standing >= Standing.STATE:
            return True
        if cues & (Cue.CONTAINED | Cue.DATELINE):
            return True
        if cues & (Cue.EMBEDDED | Cue.ACRONYM) or (spot.key in people and not cues & SUPPORT):
            return standing == Standing.WELL_KNOWN and bool(cues & Cue.ACRONYM)
        if cues & Cue.INSTITUTION:
            return standing >= Standing.KNOWN or spot.key in established
        if cues & Cue.LOCATIVE or (cues & SUPPORT and spot.key not in self._lists.words):
            return True
        if cues & Cue.SPEAKER and (standing < Standing.WELL_KNOWN or spot.key in self._lists.surnames):
            return False
        if standing == Standing.KNOWN:
            return not cues & Cue.TITLE_CASE or bool(cues & SOME_SUPPORT) or spot.key in established
        return standing == Standing.WELL_KNOWN or spot.key in established

    def _is_barred(self, spot: Spot, standing: int) -> bool:
        """Tell whether a stretch is part of a person's or body's name, or a word that is no name at all."""
        cues, lists = spot.cues, self._lists
        if spot.key in lists.cues["never"] or (cues & Cue.NAMED and not _is_of_state(spot)):
            return True
        if cues & Cue.PERSON:
            return not cues & Cue.CONTAINED
        if cues & Cue.EMBEDDED:
            return spot.key in lists.given or spot.key in lists.cues["given_too"]
        saint = spot.key.startswith("saint ")
        return saint and bool(cues & Cue.INSTITUTION) and not cues & Cue.CONTAINED

    def _standing(self, spot: Spot) -> int:
        """Say how well known the best of a name's places is, and whether the name is also a word or a person's."""
        lists = self._lists
        common = spot.key in lists.words or spot.key in lists.surnames or spot.key in lists.given
        best = Standing.UNKNOWN
        for one in spot.candidates:
            place = one.place
            if place.level == Level.COUNTRY or one.naming in WORD_OF_PEOPLE or place.kind not in {"A", "P"}:
                standing = Standing.STATE
            elif one.naming == Naming.ABBREVIATION or (
                one.naming == Naming.MAIN
                and not common
                and (place.population >= (KNOWN if place.level == Level.FIRST else WELL_KNOWN))
            ):
                standing = Standing.WELL_KNOWN
            elif self._is_known(one, spot, common=common):
                standing = Standing.KNOWN
            else:
                standing = Standing.UNKNOWN
            best = max(best, standing)
        return best

    def _is_known(self, one: Candidate, spot: Spot, *, common: bool) -> bool:
        """Tell whether a name is hardly anything but a place's: of a real town, or of several words."""
        if common or one.naming > Naming.ALIAS:
            return False
        return one.place.population >= KNOWN or (" " in spot.key and one.naming == Naming.MAIN)


def _mark_named(spots: Sequence[Spot], named: Sequence[tuple[int, int]]) -> None:
    """Mark stretches inside the names of known people and bodies."""
    for spot in spots:
        at = bisect_right(named, (spot.start, 1 << 60)) - 1
        if any(start <= spot.start and spot.end <= end for start, end in named[max(0, at - 2) : at + 1]):
            spot.cues |= Cue.NAMED


class Standing:
    """How much a name needs the words around it to be taken for a place."""

    UNKNOWN = 0
    KNOWN = 1
    WELL_KNOWN = 2
    STATE = 3


def _is_of_state(spot: Spot) -> bool:
    """Tell whether a name is a state's or its adjective, which stays one inside the name of a body."""
    return any(one.place.level == Level.COUNTRY for one in spot.candidates)


def _lies_in(spot: Spot, other: Spot) -> bool:
    """Tell whether some place of one name lies in some place of the other."""
    holders = [one.place for one in other.candidates if one.place.level <= Level.SECOND]
    return any(one.place.id != holder.id and one.place.within(holder) for one in spot.candidates for holder in holders)
