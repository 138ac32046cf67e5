"""Reads the words around a stretch: prepositions, feature nouns, titles, containers, longer names."""

import re
from collections.abc import Sequence

from dragoman.resolve.places.lists import Lists
from dragoman.resolve.places.records import Level, Naming
from dragoman.resolve.places.spots import BETWEEN, TITLE_SHARE, Cue, Spot, Word

BACK = 3
"""Words before a name that may stand between it and its preposition ("in the northern city of")."""
HEADLINE_WORDS = 4
ACRONYM = 5
"""Letters up to which a word in capitals is more likely an abbreviation than a town."""
CONTAINER_LEVELS = frozenset({Level.COUNTRY, Level.FIRST, Level.SECOND})
OWNERS = re.compile(r"^['’](?: ?[sS]\b)?")
PLURALS = {"counties": "county", "territories": "territory", "cities": "city", "municipalities": "municipality"}


class ContextReader:
    """Tells for the spots of one sentence what stands around them."""

    def __init__(self, lists: Lists, text: str, words: Sequence[Word], spots: Sequence[Spot]) -> None:
        self._lists = lists
        self._text = text
        self._words = words
        self._spots = spots
        self._starts = {spot.first: number for number, spot in enumerate(spots)}
        self._ends = {spot.last: number for number, spot in enumerate(spots)}
        long = [word for word in words if len(word.text) > HEADLINE_WORDS - 1]
        capital = sum(word.capital for word in long)
        self._shouts = sum(word.text.isupper() for word in long) > len(long) / 2
        self._title_case = len(long) >= HEADLINE_WORDS and capital / len(long) >= TITLE_SHARE

    def read(self, offset: int) -> None:
        """Write cues, descriptors and containers into the spots.

        Args:
            offset: number of the sentence's first spot in the article.
        """
        for number, spot in enumerate(self._spots):
            spot.cues |= self._before(spot) | self._after(spot) | self._person(spot)
            if self._title_case:
                spot.cues |= Cue.TITLE_CASE
            if spot.text.isupper() and not self._shouts and len(spot.text) <= ACRONYM:
                spot.cues |= Cue.ACRONYM
            self._container(number, spot, offset)
            beside = self._ends.get(spot.first - (1 if self._key(spot.first - 1) not in {"and", "or"} else 2))
            if spot.cues & Cue.LISTED and beside is not None:
                spot.listed.append(offset + beside)
                self._spots[beside].listed.append(offset + number)

    def _key(self, i: int) -> str:
        return self._words[i].key if 0 <= i < len(self._words) else ""

    def _gap(self, i: int) -> str:
        """Give what stands between words `i` and `i + 1`, without a possessive ending."""
        if not 0 <= i < len(self._words) - 1:
            return "\n"
        gap = self._text[self._words[i].end : self._words[i + 1].start]
        return OWNERS.sub("", gap) if self._words[i].possessive else gap

    def _before(self, spot: Spot) -> Cue:
        cue, cues = Cue(0), self._lists.cues
        at = spot.first - 1
        if at < 0:
            return Cue.OPENS
        if not self._gap(at).strip(" \"“‘'"):
            while (
                at >= 0
                and spot.first - at <= BACK
                and (self._key(at) in cues["article"] or self._key(at) in cues["direction"])
            ):
                at -= 1
            cue |= self._governed(spot, at)
        elif self._gap(at).strip() == "," and at in self._ends:
            cue |= Cue.LISTED
        return cue

    def _governed(self, spot: Spot, at: int) -> Cue:
        """Read the word before a name and its article and direction; writes the feature noun into the spot."""
        cues, key = self._lists.cues, self._key(at)
        if self._is_descriptor(at):
            spot.descriptor = self._noun(at)
            return Cue.DESCRIBED
        if key == "of":
            return self._owned(spot, at - 1)
        if any(self._key(i) in {"a", "an"} for i in range(at + 1, spot.first)):
            return Cue(0)  # "at a Kenyan base" is at the base
        if key in cues["locative"] and not (
            at > 0 and key == "in" and self._key(at - 1) in cues["reporting"] - {"said"}
        ):
            return Cue.LOCATIVE
        if key in cues["motion"]:
            return Cue.MOTION
        return Cue.LISTED if key in {"and", "or"} and at - 1 in self._ends else Cue(0)

    def _owned(self, spot: Spot, noun: int) -> Cue:
        """Read the noun before "of": a kind of place ("the city of"), or a body named after it ("University of")."""
        if self._is_descriptor(noun):
            spot.descriptor = self._noun(noun)
            return Cue.DESCRIBED
        body = noun >= 0 and self._words[noun].capital and self._key(noun) in self._lists.cues["institution"]
        return self._body(noun) if body else Cue(0)

    def _is_descriptor(self, i: int) -> bool:
        return i >= 0 and self._noun(i) in self._lists.descriptors

    def _noun(self, i: int) -> str:
        key = self._key(i)
        singular = PLURALS.get(key) or (key[:-1] if key.endswith("s") and key[:-1] in self._lists.descriptors else key)
        return singular if key not in self._lists.descriptors else key

    def _after(self, spot: Spot) -> Cue:
        at = spot.last + 1
        if at >= len(self._words):
            return Cue(0)
        if self._gap(spot.last).strip(" -"):
            return self._dateline(spot)
        if self._words[spot.last].possessive:
            return self._body(at)
        cue = Cue.SPEAKER if self._key(at) in self._lists.cues["reporting"] else Cue(0)
        if self._is_descriptor(at):
            spot.descriptor = spot.descriptor or self._noun(at)
            cue |= Cue.DESCRIBED
        named = self._words[at].key in self._lists.cues["institution"]  # there may be a town called Herald
        free = at not in self._starts or spot.key in self._lists.given or named
        if self._words[at].capital and free:
            body = self._body(at)
            cue |= body
            if not (body or self._title_case or self._is_descriptor(at)):
                cue |= Cue.EMBEDDED
        return cue

    def _body(self, at: int) -> Cue:
        """Tell a name that goes on as a body's ("Criminal Court"), and whether one can be at the body."""
        cue = Cue(0)
        for i in range(at, min(at + BACK, len(self._words))):
            if not self._words[i].capital or (i > at and self._gap(i - 1).strip(" -")):
                break
            if self._words[i].key in self._lists.cues["institution"]:
                cue |= Cue.INSTITUTION
            if self._words[i].key in self._lists.cues["venue"]:
                cue |= Cue.INSTITUTION | Cue.VENUE
        return cue

    def _dateline(self, spot: Spot) -> Cue:
        """Tell a dateline: capitals at the start of a paragraph, before a bracketed agency or a dash."""
        gap = self._gap(spot.last)
        opens = spot.first == 0 or (spot.first == len(self._spots[0].text.split()) and self._spots[0].first == 0)
        if opens and (spot.text.isupper() or gap.strip().startswith(("(", "-", "–", "—", ":"))):
            return Cue.DATELINE
        return Cue(0)

    def _person(self, spot: Spot) -> Cue:
        cue = Cue(0)
        at = spot.first - 1
        if at < 0 or self._gap(at).strip(" -.") or self._words[at].possessive:
            return cue
        before = self._words[at]
        titled = before.key in self._lists.cues["person_title"]
        initial = len(before.key) == 1 and before.text.isupper() and before.text not in {"A", "I"}
        given = before.capital and before.key in self._lists.given
        if titled or initial or given:
            return Cue.PERSON
        if (
            before.capital
            and at > 0
            and at not in self._ends
            and not self._title_case
            and not self._known_before(before)
        ):
            cue |= Cue.EMBEDDED
        return cue

    def _known_before(self, word: Word) -> bool:
        cues = self._lists.cues
        return word.key in cues["direction"] | cues["locative"] | cues["article"] | cues["motion"] | cues[
            "institution"
        ] or (word.key in self._lists.descriptors)

    def _container(self, number: int, spot: Spot, offset: int) -> None:
        """Link a spot to what it is said to lie in, after a comma, in brackets, before it, or after "in"."""
        following = self._starts.get(spot.last + 1)
        if following is not None:
            other = self._spots[following]
            gap = self._gap(spot.last)
            if BETWEEN.match(gap) and _may_contain(other):
                spot.containers.append(offset + following)
                after = self._starts.get(other.last + 1)
                if after is not None and BETWEEN.match(self._gap(other.last)) and _may_contain(self._spots[after]):
                    spot.containers.append(offset + after)
        inside = self._starts.get(spot.last + 2)
        if inside is None and self._key(spot.last + 2) in self._lists.cues["direction"] | self._lists.cues["article"]:
            inside = self._starts.get(spot.last + 3)
        if inside is not None and self._key(spot.last + 1) == "in" and _may_contain(self._spots[inside]):
            spot.containers.append(offset + inside)
        before = number - 1
        if before >= 0 and spot.first - self._spots[before].last - 1 <= BACK:
            self._container_before(spot, before, offset)

    def _container_before(self, spot: Spot, before: int, offset: int) -> None:
        """Read "Iraq's Anbar province" and "the Iraqi city of Mosul"."""
        other = self._spots[before]
        between = [self._key(i) for i in range(other.last + 1, spot.first)]
        owner = self._words[other.last].possessive or any(one.naming == Naming.ADJECTIVE for one in other.candidates)
        telling = self._lists.cues["direction"] | self._lists.descriptors.keys() | {"of", "capital", "second"}
        if owner and all(key in telling for key in between) and _may_contain(other):
            near = not between or "of" in between or spot.descriptor or self._words[other.last].possessive
            if near:
                spot.containers.append(offset + before)


def _may_contain(spot: Spot) -> bool:
    return any(one.place.level in CONTAINER_LEVELS for one in spot.candidates)
