"""The places of one article, and which of them is where an event was."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.records import EventLoc, EventMention, ParsedArticle, PlacePhrase, TextSpan
from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.location import to_location, to_unlisted
from dragoman.resolve.places.records import Choice, Level, Naming, Place, PlaceResolution, Toponym
from dragoman.resolve.places.scene import DEEDS, takes_place, told_after, told_before

ALTERNATIVES = 3
"""Other places that `explain` shows."""
# Words that are a place's only where the name is no state's: states act and are acted upon.
LOOSE = frozenset({"against", "from", "local", "object", "of", "on", "over", "owner", "part", "subject", "to"})
# ... and where it is no capital's, which stands for its state.
PERSONAL = frozenset({"against", "object", "owner", "subject"})
OVERHEAD = 1
"""How far by syntax a state may be that something is said to be over: missiles are, disputes hang farther off."""
FINER = 2
"""How much farther by syntax a finer place inside the nearest one may be and still be taken."""
PLANS = frozenset({"AGREE", "CONCEDE", "REJECT"})
"""Words about a deed to come, whose place is theirs: a planned visit, a promised withdrawal."""
WORDS_REACH = 3
"""How far by syntax a place may be from words said, promised or asked for."""
NAMED_SENTENCES = 3
"""How many sentences back a place may be named that is taken where no such deed is told."""
UNLISTED = {
    "airbase": Level.WITHIN,
    "base": Level.WITHIN,
    "camp": Level.WITHIN,
    "city": Level.TOWN,
    "district": Level.SECOND,
    "hamlet": Level.TOWN,
    "neighborhood": Level.WITHIN,
    "neighbourhood": Level.WITHIN,
    "settlement": Level.TOWN,
    "suburb": Level.TOWN,
    "town": Level.TOWN,
    "village": Level.TOWN,
}
"""Nouns that make a place of a name that is in no list, and how fine a place."""
PEOPLES = re.compile(r"(?:an|ese|ian|ic|i|ish|ist|ite|Sunni|Shia)$")
"""Endings of adjectives, which are no names of places: "a Bedouin village" apart, most peoples' words have one."""
INSIDE = re.compile(
    r"^(?:,| in|, in) (?:the )?(?:(?:north|south|east|west|central)[a-z-]* )?(?:(?:province|region|state) of )?$"
)
"""What stands between a place and what it lies in."""
PLAIN_NOUNS = {
    "city": Level.TOWN,
    "town": Level.TOWN,
    "village": Level.TOWN,
    "district": Level.SECOND,
    "governorate": Level.FIRST,
    "province": Level.FIRST,
    "region": Level.FIRST,
    "country": Level.COUNTRY,
    "nation": Level.COUNTRY,
}
"""What level of place "the city" and the like stand for."""


class Found(msgspec.Struct, frozen=True):
    """A phrase with the place that it names.

    Attributes:
        phrase: as extracted.
        place: the place.
        rule: how it was reached.
        toponym: the name that it was read from, None if from another's.
    """

    phrase: PlacePhrase
    place: Place
    rule: str
    toponym: Toponym | None = None


class PlaceTable:
    """The places of one article; asked for each event.

    Made from its place names, and from the code of the state that it is about, None if of several.
    """

    def __init__(
        self, gazetteer: Gazetteer, parsed: ParsedArticle, toponyms: tuple[Toponym, ...], *, main: str | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._main = main
        self._parsed = parsed
        self._toponyms = toponyms

    def toponyms(self) -> tuple[Toponym, ...]:
        """Give all place names of the article in the order of the text."""
        return self._toponyms

    def resolve_all(self, mentions: Sequence[EventMention]) -> tuple[PlaceResolution, ...]:
        """Say where the events of all mentions of the article were.

        A deed that is told without a place takes the one where the story stands.

        Args:
            mentions: in order, each with its place phrases, nearest first.
        """
        stated = tuple(self.resolve(mention) for mention in mentions)
        return tuple(
            self._scene(mention, mentions, stated) if one.loc is None and takes_place(mention) else one
            for mention, one in zip(mentions, stated, strict=True)
        )

    def resolve(self, mention: EventMention) -> PlaceResolution:
        """Say where the event of a mention was, by its own sentence.

        The nearest phrase by syntax that is a place counts, or a finer place inside it that is hardly farther.

        Args:
            mention: with its place phrases, nearest first.
        """
        found = [one for one in self._read(mention.places) if _bears(one, mention)]
        if not found:
            unlisted = (self._unlisted(phrase) for phrase in mention.places if takes_place(mention))
            return next((one for one in unlisted if one is not None), PlaceResolution())
        best = found[0]
        for other in found[1:]:
            closer = other.phrase.distance - found[0].phrase.distance <= FINER
            if closer and other.place.level > best.place.level and other.place.within(best.place):
                best = other
        return self._resolution(best)

    def resolve_phrases(self, phrases: tuple[PlacePhrase, ...]) -> PlaceResolution | None:
        """Say where something was by phrases that place it, nearest first; None if none is a place."""
        found = next(self._read(phrases), None)
        return None if found is None else self._resolution(found)

    def _scene(
        self, mention: EventMention, mentions: Sequence[EventMention], stated: Sequence[PlaceResolution]
    ) -> PlaceResolution:
        """Give the place where the story stands: that of the last deed before, or where something was said to be."""
        place = told_before(mention, mentions, stated)
        if place is not None:
            return self._met_at(mention, place)
        for back in range(NAMED_SENTENCES + 1):
            toponym = self._named_in(mention.sentence - back, before=mention.trigger.start)
            if toponym is not None:
                span = TextSpan(toponym.text, toponym.start, toponym.end)
                phrase = PlacePhrase(span, toponym.text, mention.sentence - back, head=0, relation="scene")
                found = Found(phrase, toponym.place, f"scene, {back} sentences before", toponym)
                return msgspec.structs.replace(self._resolution(found), carried=True)
        return told_after(mention, mentions, stated) or PlaceResolution()

    def _met_at(self, mention: EventMention, scene: PlaceResolution) -> PlaceResolution:
        """Give the town that the report comes from where a meeting is said to be in its state and nothing finer."""
        first = next(iter(self._toponyms), None)
        coarse = scene.loc is not None and scene.loc.resolution == Level.COUNTRY
        if mention.event != "CONSULT" or not coarse or first is None or first.start != self._parsed.sentences[0].start:
            return scene
        if scene.loc is None or not first.locative or first.place.level < Level.TOWN:
            return scene
        if first.place.country != scene.loc.country_code:
            return scene
        phrase = PlacePhrase(TextSpan(first.text, first.start, first.end), first.text, 0, head=0, relation="scene")
        found = Found(phrase, first.place, "dateline, in the state of the scene", first)
        return msgspec.structs.replace(self._resolution(found), carried=True)

    def _named_in(self, number: int, *, before: int) -> Toponym | None:
        """Give the finest place that a sentence says something to be at, the first of several."""
        if number < 0:
            return None
        sentence = self._parsed.sentences[number]
        inside = [
            one
            for one in self._toponyms
            if one.locative and one.place.level and sentence.start <= one.start < min(before, sentence.end)
        ]
        return max(inside, key=lambda one: (one.place.level, -one.start), default=None)

    def _read(self, phrases: tuple[PlacePhrase, ...]) -> Iterator[Found]:
        for phrase in phrases:
            found = self._named(phrase) if phrase.name else self._meant(phrase)
            if found is not None and _fits(found):
                yield found

    def _named(self, phrase: PlacePhrase) -> Found | None:
        """Read a phrase with a name in it."""
        toponym = self._within(phrase)
        if toponym is None or toponym.choices[0].candidate.naming == Naming.PEOPLE:
            return None
        if toponym.body and phrase.relation != "local":
            return None
        place = toponym.place
        if phrase.descriptor == "capital" and place.level == Level.COUNTRY:
            capital = self._gazetteer.capital(place.territory)
            return None if capital is None else Found(phrase, capital, f"{phrase.relation}, capital of {place.name}")
        if toponym.choices[0].candidate.naming == Naming.ADJECTIVE and phrase.descriptor is None:
            return None
        return Found(phrase, place, phrase.relation, toponym)

    def _within(self, phrase: PlacePhrase) -> Toponym | None:
        """Give the place name inside a phrase: the one that its head belongs to, else the longest."""
        head = self._parsed.sentences[phrase.sentence].tokens[phrase.head]
        inside = [one for one in self._toponyms if one.start < phrase.span.end and phrase.span.start < one.end]
        at_head = next((one for one in inside if one.start <= head.start < one.end), None)
        return at_head or max(inside, key=lambda one: one.end - one.start, default=None)

    def _meant(self, phrase: PlacePhrase) -> Found | None:
        """Read "the city" and the like: the last place of that kind named before, or the state of the last place."""
        before = [one for one in self._toponyms if one.end <= phrase.span.start]
        noun = phrase.descriptor or ""
        if noun == "capital":
            territory = next((one.place.territory for one in reversed(before) if one.place.territory), 0)
            capital = self._gazetteer.capital(territory)
            return None if capital is None else Found(phrase, capital, f"{phrase.relation}, the capital")
        level = PLAIN_NOUNS.get(noun)
        if level is None:
            return None
        for one in reversed(before):
            if one.place.level == level and one.choices[0].candidate.naming <= Naming.SHORT:
                return Found(phrase, one.place, f"{phrase.relation}, the {noun} last named", one)
            if level == Level.COUNTRY and one.place.territory:
                state = self._gazetteer.place(one.place.territory)
                return None if state is None else Found(phrase, state, f"{phrase.relation}, the state last named")
        return None

    def _unlisted(self, phrase: PlacePhrase) -> PlaceResolution | None:
        """Read a name that is in no list, but said to be a place by the noun beside or in it ("Camp Liberty")."""
        first = phrase.name.partition(" ")[0].lower()
        noun = phrase.descriptor or (first if first in UNLISTED and " " in phrase.name else "")
        level = UNLISTED.get(noun)
        if (
            level is None
            or not phrase.name
            or PEOPLES.search(phrase.name)
            or phrase.relation in LOOSE
            or self._within(phrase) is not None
        ):
            return None
        holder = self._holder(phrase)
        loc = to_unlisted(
            phrase.name, level=level, holder=holder, gazetteer=self._gazetteer, extracted=phrase.span.text
        )
        return PlaceResolution(loc, phrase, f"{phrase.relation}, {noun} in no list")

    def _holder(self, phrase: PlacePhrase) -> Place | None:
        """Give what an unlisted place lies in: what its own words say, else the state that the article is about."""
        text = self._parsed.article.text
        for one in self._toponyms:
            gap = text[phrase.span.end : one.start] if one.start >= phrase.span.end else "-"
            if INSIDE.match(gap):
                return one.place
        return self._gazetteer.state_of(self._main) if self._main else None

    def _resolution(self, found: Found) -> PlaceResolution:
        choices = found.toponym.choices if found.toponym else ()
        others = tuple(f"{_label(one)} {one.score:g}" for one in choices[1 : ALTERNATIVES + 1])
        why = ", ".join(f"{name} {value:g}" for name, value in choices[0].parts) if choices else ""
        loc: EventLoc = to_location(found.place, self._gazetteer, extracted=found.phrase.span.text)
        return PlaceResolution(loc, found.phrase, f"{found.rule} ({why})" if why else found.rule, others)


def _bears(found: Found, mention: EventMention) -> bool:
    """Tell whether a place is the event's and not that of what it is about: words are said where their speaker is."""
    if mention.event in DEEDS or takes_place(mention):
        return True
    if mention.event not in PLANS and found.phrase.relation == "reach":
        return False
    return found.phrase.distance <= WORDS_REACH and found.phrase.relation not in LOOSE - {"local"}


def _fits(found: Found) -> bool:
    """Tell whether a relation lets the place be where something is, and not who acts."""
    place, phrase = found.place, found.phrase
    if phrase.descriptor is not None:
        return True
    if place.level <= Level.COUNTRY and phrase.relation in LOOSE - ({"over"} if phrase.distance <= OVERHEAD else set()):
        return False
    return not (place.code == "PPLC" and phrase.relation in PERSONAL)


def _label(choice: Choice) -> str:
    place = choice.candidate.place
    return f"{place.name} ({place.country or 'several states'}, {place.code or place.kind})"
