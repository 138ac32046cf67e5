"""Finds the stretches of a sentence that the gazetteer knows, with what the words around them say."""

import re
from collections.abc import Iterator, Sequence
from enum import IntFlag, auto

import msgspec

from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.keys import place_key
from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Candidate, Level, Naming

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼʻ‘`][^\W\d_]+)*|\d+")
CUT_POSSESSIVE = re.compile(r"['’] [sS]\b")  # "Peru' s": what careless pages make of a possessive
POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’])$")
WITHIN = re.compile(r"^(?:\s|-|–|\.\s|['’]\s?|\s-\s)$")
"""What may part the words of one name."""
BETWEEN = re.compile(r"^\.?,\s+$|^\s*\($|^\.?\s*,\s*$")
"""What parts a place from what it lies in ("Tripoli, Lebanon", "Tripoli (Lebanon)")."""
LONGEST = 6
SHORT_CODE = 3
"""Letters of a name that must be written in capitals ("US", "UAE")."""
TITLE_SHARE = 0.7
"""Share of capitalised words from which a sentence is a headline whose capitals say nothing."""


class Cue(IntFlag):
    """What the words around a stretch say of it."""

    LOCATIVE = auto()
    MOTION = auto()
    CONTAINED = auto()
    CONTAINS = auto()
    DESCRIBED = auto()
    LISTED = auto()
    DATELINE = auto()
    PERSON = auto()
    SPEAKER = auto()
    EMBEDDED = auto()
    INSTITUTION = auto()
    OPENS = auto()
    TITLE_CASE = auto()
    ACRONYM = auto()
    NAMED = auto()
    VENUE = auto()


class Word(msgspec.Struct, frozen=True):
    """A word of the sentence: as written without a possessive ending, folded, with its offsets."""

    text: str
    key: str
    start: int
    end: int
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Tell whether it starts with a capital letter."""
        return self.text[:1].isupper()


class Spot(msgspec.Struct):
    """A stretch that the gazetteer knows: words `first` to `last` of its sentence.

    Attributes:
        first: number of its first word.
        last: number of its last word.
        start: offset in the article's text.
        end: offset after it, without a possessive ending.
        text: as written.
        key: folded.
        candidates: places that it may mean.
        sentence: number of its sentence in the article.
        cues: what the words around it say.
        descriptor: feature noun beside it.
        containers: numbers of the spots, in the article, that it is said to lie in.
        listed: numbers of the spots, in the article, that stand beside it in a list.
        whole: False if only a part of a stretch that was said to be a place is known.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    key: str
    candidates: tuple[Candidate, ...]
    sentence: int = 0
    cues: Cue = Cue(0)
    descriptor: str | None = None
    containers: list[int] = []
    listed: list[int] = []
    whole: bool = True


def split(text: str, *, start: int, end: int) -> list[Word]:
    """Give the words of a stretch of text; hyphens part them."""
    words = []
    for match in WORD.finditer(text, start, end):
        raw = match.group()
        bare = POSSESSIVE.sub("", raw)
        plural = raw[-1:] in "sS" and text[match.end() : match.end() + 1] in {"'", "’"}
        possessive = bare != raw or plural or bool(CUT_POSSESSIVE.match(text, match.end()))
        if bare:
            words.append(
                Word(bare, place_key(bare) or bare.lower(), match.start(), match.start() + len(bare), possessive)
            )
    return words


class SpotFinder:
    """Looks the capitalised stretches of sentences up."""

    def __init__(self, gazetteer: Gazetteer, lists: Lists) -> None:
        self._gazetteer = gazetteer
        self._lists = lists

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Spot]:
        """Give the longest stretches that are names, left to right, not overlapping."""
        at = 0
        while at < len(words):
            spot = self._at(text, words, at) if words[at].capital and len(words[at].text) > 1 else None
            if spot is None:
                at += 1
            else:
                yield spot
                at = spot.last + 1

    def at_span(self, text: str, words: Sequence[Word], span: tuple[int, int]) -> Spot:
        """Give the spot of a stretch known to be a place: its whole name, else the longest name inside it, else none.

        Args:
            text: the article's text.
            words: the words of the sentence.
            span: offsets of the stretch.
        """
        inside = [i for i, word in enumerate(words) if word.start < span[1] and span[0] < word.end]
        for length in range(len(inside), 0, -1):
            for first in range(len(inside) - length + 1):
                at, end = inside[first], inside[first + length - 1]
                written = text[words[at].start : words[end].end]
                candidates = self._candidates(text, words, at, end)
                if candidates:
                    spot = Spot(at, end, span[0], span[1], text[span[0] : span[1]], place_key(written), candidates)
                    spot.whole = length == len(inside)
                    return spot
        first, last = (inside[0], inside[-1]) if inside else (0, 0)
        return Spot(first, last, span[0], span[1], text[span[0] : span[1]], "", (), whole=False)

    def _at(self, text: str, words: Sequence[Word], first: int) -> Spot | None:
        last = first
        ends = [first]
        while last + 1 < len(words) and last - first + 1 < LONGEST and self._goes_on(text, words, last):
            last += 1
            if words[last].capital:
                ends.append(last)
        for end in reversed(ends):
            start, stop = words[first].start, words[end].end
            written = text[start:stop]
            candidates = self._candidates(text, words, first, end)
            if candidates:
                return Spot(first, end, start, stop, written, place_key(written), candidates)
        return None

    def _goes_on(self, text: str, words: Sequence[Word], last: int) -> bool:
        if words[last].possessive:
            return False
        following = words[last + 1]
        gap = text[words[last].end : following.start]
        if gap == ", " and following.text in {"D.C.", "DC"}:
            return True
        return bool(WITHIN.match(gap)) and (following.capital or following.key in self._lists.cues["link"])

    def _candidates(self, text: str, words: Sequence[Word], first: int, last: int) -> tuple[Candidate, ...]:
        """Give what words `first` to `last` may mean, abbreviations only where they may stand."""
        written = text[words[first].start : words[last].end]
        key = place_key(written)
        found = self._gazetteer.find(key)
        if not found:
            return ()
        abbreviated = _after_name(text, words, first) and (
            written.isupper() or text[words[last].end : words[last].end + 1] == "."
        )
        if abbreviated and _stands_for_name(text, words, first):
            return ()
        alone = written.isupper() and (len(key) >= SHORT_CODE or "." in written)
        kept = tuple(one for one in found if one.naming != Naming.ABBREVIATION or abbreviated or alone)
        if abbreviated and any(one.naming == Naming.ABBREVIATION for one in found):
            kept = tuple(one for one in found if one.naming == Naming.ABBREVIATION)
        if first == last and len(key) <= SHORT_CODE and not written.isupper():
            # "Us", "Hit", "Qom": codes need capitals, short towns are judged by what stands around them.
            kept = tuple(one for one in kept if one.place.level != Level.COUNTRY or not _is_code(one, key))
        return kept


def _is_code(candidate: Candidate, key: str) -> bool:
    return place_key(candidate.place.name) != key and candidate.naming == Naming.MAIN


def _stands_for_name(text: str, words: Sequence[Word], first: int) -> bool:
    """Tell whether a word in brackets has the first letters of the name before it: "National Congress (NC)"."""
    if "(" not in text[words[first - 1].end : words[first].start]:
        return False
    letters = [letter for letter in words[first].text.lower() if letter.isalpha()]
    name = [word.text[0].lower() for word in words[max(0, first - len(letters)) : first]]
    return len(letters) > 1 and letters == name


def _after_name(text: str, words: Sequence[Word], first: int) -> bool:
    """Tell whether a comma and a capitalised name stand right before, as before an abbreviated state."""
    if not first or not words[first - 1].capital:
        return False
    gap = text[words[first - 1].end : words[first].start]
    return gap.strip() in {",", "(", ".,"}
