"""Finds and resolves all place names of an article, parsed or not, each in the light of the others."""

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.records import ParsedArticle
from dragoman.resolve.places.choose import Chooser, Setting
from dragoman.resolve.places.context import ContextReader
from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.judge import Judge, Standing
from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Choice, Level, Toponym
from dragoman.resolve.places.spots import Cue, Spot, SpotFinder, Word, split

THERE = Cue.LOCATIVE | Cue.DATELINE
"""Cues that say that something is at the place."""


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
        return tuple(_toponym(spot, choices) for spot, choices in zip(kept, ranked, strict=True) if choices)

    def read_spans(
        self, parsed: ParsedArticle, setting: Setting, spans: Sequence[tuple[int, int]]
    ) -> tuple[Toponym, ...]:
        """Resolve stretches that somebody else found to be places; one in no list takes the place named nearest.

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
            found = [self._spots.at_span(text, words, span) for span in inside]
            ContextReader(self._lists, text, words, found).read(len(spots))
            spots.extend(found)
        judge = Judge(self._lists, frozenset())
        ranked = Chooser(spots, self._lists, setting).choose()
        sure = [
            number
            for number, spot in enumerate(spots)
            if ranked[number] and (spot.whole or judge.standing(spot) >= Standing.WELL_KNOWN)
        ]
        found_at = [number if number in set(sure) else _nearest(spots, sure, number) for number in range(len(spots))]
        return tuple(
            Toponym(spot.start, spot.end, spot.text, spot.key, choices)
            for spot, number in zip(spots, found_at, strict=True)
            if (choices := ranked[number])
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
        judge = Judge(self._lists, people)
        sure = {spot.key for spot in spots if judge.is_place(spot, established=frozenset())}
        keep = [judge.is_place(spot, established=sure) for spot in spots]
        numbers = {old: new for new, old in enumerate(i for i, kept in enumerate(keep) if kept)}
        kept = [spot for spot, good in zip(spots, keep, strict=True) if good]
        for spot in kept:
            spot.containers = [numbers[number] for number in spot.containers if number in numbers]
            spot.listed = [numbers[number] for number in spot.listed if number in numbers]
        return kept


def _toponym(spot: Spot, choices: tuple[Choice, ...]) -> Toponym:
    body = bool(spot.cues & Cue.INSTITUTION)
    return Toponym(
        start=spot.start,
        end=spot.end,
        text=spot.text,
        key=spot.key,
        choices=choices,
        body=body and not spot.cues & Cue.VENUE,
        locative=bool(spot.cues & THERE) and not body,
    )


def _mark_named(spots: Sequence[Spot], named: Sequence[tuple[int, int]]) -> None:
    """Mark stretches inside the names of known people and bodies."""
    for spot in spots:
        at = bisect_right(named, (spot.start, 1 << 60)) - 1
        if any(start <= spot.start and spot.end <= end for start, end in named[max(0, at - 2) : at + 1]):
            spot.cues |= Cue.NAMED


def _nearest(spots: Sequence[Spot], sure: Sequence[int], number: int) -> int:
    """Give the number of the sure name that stands nearest, the spot's own if there is none.

    A street or a hall in no list lies where the words around it do.
    """
    at = spots[number].start
    return min(sure, key=lambda other: (abs(spots[other].start - at), other), default=number)


def _lies_in(spot: Spot, other: Spot) -> bool:
    """Tell whether some place of one name lies in some place of the other."""
    holders = [one.place for one in other.candidates if one.place.level <= Level.SECOND]
    return any(one.place.id != holder.id and one.place.within(holder) for one in spot.candidates for holder in holders)
