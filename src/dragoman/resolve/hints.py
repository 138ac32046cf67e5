"""Times and places that a mention's own sentence leaves open, taken from what the article tells it with.

A hint is weaker than what the sentence itself says, so it joins or parts no mentions: it counts for an event only
once its mentions are together and none of them has a time or place of its own.
"""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.records import Entity, EventMention, Occasion, ParsedArticle, TextSpan, TimePhrase
from dragoman.resolve.actors.resolver import ActorTable
from dragoman.resolve.dates.anchors import Timeline
from dragoman.resolve.dates.resolver import DateInterval
from dragoman.resolve.places.place_table import PlaceTable
from dragoman.resolve.places.records import PlaceResolution
from dragoman.resolve.places.scene import is_finer, takes_place

SPEECH_ACTS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Deeds done by saying something: their actor's own words are not a report of them."""
OCCASION_SENTENCES = 15
"""How many sentences back an occasion may be dated that a later sentence calls back to."""
BREAK = 5
"""Sentences after which somebody who speaks again speaks anew."""
AHEAD = 3
"""Sentences ahead in which what the lead tells may be told with its time or place."""
OPENING_SENTENCES = 3
"""How many sentences the time that opens one holds for."""
LEAD = 2
"""Sentences at the start whose speaker may be dated by what comes after."""
EXACT = frozenset({"day"})


class Hint(msgspec.Struct, frozen=True):
    """A time taken over from another sentence.

    Attributes:
        interval: the days.
        time: the words that they were read from.
        rule: how it came about, for `explain`.
        evidence: those words, or what links the event to them.
    """

    interval: DateInterval
    time: TimePhrase
    rule: str
    evidence: TextSpan


class Dated(msgspec.Struct, frozen=True):
    """An occasion with its days, if it has any, and who speaks in it."""

    occasion: Occasion
    interval: DateInterval | None
    time: TimePhrase | None
    speakers: tuple[Entity, ...]


class HintFinder:
    """Finds hints for the mentions of one article."""

    def __init__(
        self,
        parsed: ParsedArticle,
        occasions: Sequence[Occasion],
        timeline: Timeline,
        *,
        table: ActorTable,
        places: PlaceTable,
    ) -> None:
        """Resolve the article's occasions.

        Args:
            parsed: the article.
            occasions: what it tells with a time or place, in order.
            timeline: its times.
            table: who is who in it.
            places: its places.
        """
        self._parsed = parsed
        self._timeline = timeline
        self._places = places
        self._dated = tuple(self._resolve(one, table) for one in occasions)
        self._statements = tuple(one for one in self._dated if one.occasion.kind == "statement")

    def _resolve(self, occasion: Occasion, table: ActorTable) -> Dated:
        interval, time = None, None
        for phrase in occasion.times:
            interval = self._timeline.resolve(phrase, tense=phrase.tense)
            if interval is not None:
                time = phrase
                break
        speaker = occasion.speaker
        speakers = () if speaker is None else table.resolve(speaker, on=None).entities
        return Dated(occasion, interval, time, speakers)

    def when(self, mention: EventMention, speakers: tuple[Entity, ...]) -> Hint | None:
        """Give the days of a mention without a time of its own, None if nothing tells them.

        Args:
            mention: the mention.
            speakers: for what is done by saying it, who says it.
        """
        hint = self._at_occasion(mention)
        if hint is None and mention.event in SPEECH_ACTS:
            hint = self._as_said(mention, speakers)
        return hint or self._as_opened(mention)

    def where(self, mention: EventMention, speakers: tuple[Entity, ...]) -> PlaceResolution | None:
        """Give where a mention's occasion took place or its speaker spoke, None if the article does not say.

        Args:
            mention: a mention without a place of its own.
            speakers: for what is done by saying it, who says it.
        """
        if takes_place(mention):
            return self._of_occasion(mention)
        if mention.event not in SPEECH_ACTS or mention.background:
            return None
        for one in (*self._said_before(mention, speakers), *self._said_after(mention, speakers, reach=AHEAD)):
            place = self._places.resolve_phrases(one.occasion.places)
            if place is not None:
                return msgspec.structs.replace(place, rule=f"where the speaker spoke, {place.rule}", carried=True)
        return None

    def _of_occasion(self, mention: EventMention) -> PlaceResolution | None:
        """Give the place of the occasion that a mention calls back to, the finest that is told in the same state."""
        best: PlaceResolution | None = None
        for one, rule in self._called(mention):
            place = self._places.resolve_phrases(one.occasion.places)
            if place is not None and (best is None or is_finer(place, best)):
                best = msgspec.structs.replace(place, rule=f"place of {rule}, {place.rule}", carried=True)
        return best

    def _at_occasion(self, mention: EventMention) -> Hint | None:
        """Take the time of "the violence" from the last sentence before that dates any, of the news from the next."""
        for one, rule in self._called(mention):
            hint = self._hint(one, f"time of {rule}")
            if hint is not None:
                return hint
        return None

    def _called(self, mention: EventMention) -> Iterator[tuple[Dated, str]]:
        """Give the occasions that a mention calls back to, nearest first; for the news those that call back to it."""
        for kind in mention.occasions if mention.definite or not mention.nominal else mention.occasions[1:]:
            for one in reversed(self._dated):
                back = mention.sentence - one.occasion.sentence
                if one.occasion.name == kind and 0 < back <= OCCASION_SENTENCES:
                    yield one, f"the {kind} told {back} sentences before"
        if mention.sentence >= LEAD or mention.background or mention.factuality != "actual" or not mention.nominal:
            return
        for one in self._dated:
            ahead = one.occasion.sentence - mention.sentence
            if one.occasion.name in mention.occasions[:1] and one.occasion.definite and 0 < ahead <= AHEAD:
                yield one, f"the {one.occasion.name} told {ahead} sentences after"

    def _as_said(self, mention: EventMention, speakers: tuple[Entity, ...]) -> Hint | None:
        """Take the time at which the same speaker is told to speak, before or, for the news itself, right after."""
        if mention.background or mention.factuality != "actual" or mention.tense == "future":
            return None
        for one in self._said_before(mention, speakers):
            hint = self._hint(one, "the speaker's statement before")
            if hint is not None:
                return hint
        for one in self._said_after(mention, speakers, reach=AHEAD) if mention.sentence < LEAD else ():
            hint = self._hint(one, "the speaker's statement after")
            if hint is not None and hint.interval.resolution in EXACT:
                return hint
        return None

    def _said_before(self, mention: EventMention, speakers: tuple[Entity, ...]) -> Iterator[Dated]:
        """Give what the same speaker says up to the mention, nearest first, until a long pause."""
        at = mention.sentence
        for one in reversed(self._statements):
            if one.occasion.sentence > mention.sentence or not _same_speaker(one.speakers, speakers):
                continue
            if at - one.occasion.sentence > BREAK:
                return
            at = one.occasion.sentence
            yield one

    def _said_after(self, mention: EventMention, speakers: tuple[Entity, ...], *, reach: int) -> Iterator[Dated]:
        for one in self._statements:
            if 0 < one.occasion.sentence - mention.sentence <= reach and _same_speaker(one.speakers, speakers):
                yield one

    def _as_opened(self, mention: EventMention) -> Hint | None:
        """Take the time that opens a sentence right before, if no other time is told between."""
        if mention.background or mention.tense != "past" or mention.factuality != "actual" or mention.nominal:
            return None
        for one in reversed(self._dated):
            back = mention.sentence - one.occasion.sentence
            if one.occasion.kind != "opening" or back <= 0:
                continue
            if back > OPENING_SENTENCES or self._time_between(one.occasion, mention):
                return None
            hint = self._hint(one, f"time that opens the sentence {back} before")
            return hint if hint is not None and hint.interval.resolution in EXACT else None
        return None

    def _time_between(self, occasion: Occasion, mention: EventMention) -> bool:
        """Tell whether another time is told after an occasion's and up to the end of a mention's sentence."""
        end = self._parsed.sentences[mention.sentence].end
        opening = occasion.times[0].span.end
        return any(opening <= time.phrase.span.start < end and time.interval for time in self._timeline.times)

    @staticmethod
    def _hint(one: Dated, rule: str) -> Hint | None:
        if one.interval is None or one.time is None:
            return None
        return Hint(one.interval, one.time, rule, one.time.span)


def _same_speaker(first: tuple[Entity, ...], second: tuple[Entity, ...]) -> bool:
    return any(_is_same(a, b) for a in first for b in second)


def _is_same(a: Entity, b: Entity) -> bool:
    if a.start == b.start or (a.identifier_text is not None and a.identifier_text == b.identifier_text):
        return True
    one, two = a.entity_text.split()[-1:], b.entity_text.split()[-1:]
    return one == two and a.code == b.code and one[0][:1].isupper()
