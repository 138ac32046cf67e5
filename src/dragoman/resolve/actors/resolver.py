"""Actor resolution: from a phrase of an article, or a bare phrase, to countries, sectors and known actors."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from dragoman.records import Entity, ParsedArticle, Phrase, Sentence, TextSpan
from dragoman.resolve.actors.chains import Chain, Mention
from dragoman.resolve.actors.chunks import chunk_of_phrase, chunk_of_text
from dragoman.resolve.actors.grammar import Context, Grammar, PlaceCountry
from dragoman.resolve.actors.knowledge import Knowledge, load_knowledge
from dragoman.resolve.actors.records import Chunk, Reading
from dragoman.resolve.actors.reference import Referent, Seeker, is_definite
from dragoman.resolve.actors.scan import Scan, Scanner
from dragoman.resolve.actors.words import Word

DEFAULT_KINDS = frozenset({"role", "organisation", "people", "group", "person", "unknown-person", "family"})
NO_DEFAULT = frozenset({"UNK"})
BODY_KINDS = frozenset({"organisation", "role", "group"})
NO_AGENT = frozenset({"asset", "place", "state", "thing"})
REACH = 6  # sentences within which a deed's doer is looked for
PEOPLE_SHARE = 0.4  # part of all country mentions that one must have before a bare person takes it


class Resolution(msgspec.Struct, frozen=True):
    """What a phrase was resolved to.

    Attributes:
        entities: normally one; several for "both sides"; empty if it is no actor.
        kind: state, place, person, unknown-person, organisation, group, role, people, family, asset,
            pronoun, first-person, thing, unknown.
        political: a state, office holder, official body, party, armed group, protesters, police, court.
        human: people or a body that can act or be acted upon.
        rule: the rule that decided.
        antecedent: for pronouns and dangling phrases, the words that they were resolved to.
    """

    entities: tuple[Entity, ...]
    kind: str
    political: bool
    human: bool
    rule: str
    antecedent: TextSpan | None = None


NOTHING = Resolution((), "unknown", political=False, human=False, rule="no-words")


class ActorTable:
    """Who is who in one article; asked for each phrase."""

    def __init__(self, grammar: Grammar, known: Knowledge, parsed: ParsedArticle, *, places: PlaceCountry, scan: Scan) -> None:
        self._grammar = grammar
        self._known = known
        self._parsed = parsed
        self._places = places
        self._scan = scan
        self._seeker = Seeker(grammar, known, parsed, scan)

    def countries(self) -> Mapping[str, int]:
        """Give the codes of the countries that the article speaks of with their weights, heaviest first."""
        return dict(self._scan.countries)

    def mentions(self) -> tuple[Mention, ...]:
        """Give all named mentions in order of the text."""
        found = [mention for chain in self._scan.chains.all for mention in chain.mentions]
        return tuple(sorted(found, key=lambda mention: (mention.span.start, mention.span.end)))

    def chain(self, number: int) -> Chain:
        """Give a chain by the number that its mentions carry."""
        return self._scan.chains.all[number]

    def resolve(self, phrase: Phrase, *, on: dt.date | None, speaker: Entity | None = None) -> Resolution:
        """Resolve a phrase of the article.

        Args:
            phrase: the phrase as extracted.
            on: the event's day, for offices; None takes the publication day.
            speaker: who says the quotation that the phrase stands in, for "we" and "our".
        """
        sentence = self._parsed.sentences[phrase.sentence]
        day = on or self._parsed.article.published
        context = Context(day, self._places, self._named)
        chunk = chunk_of_phrase(phrase, sentence, text=self._parsed.article.text)
        if chunk is None:
            return NOTHING
        key = chunk.words[chunk.head].key
        if key in self._known.classes["first"] and not _is_abbreviation(chunk.words[chunk.head]):
            return _first_person(speaker)
        if key in self._known.classes["pronoun"] and (len(chunk.words) == 1 or key not in {"one"}):
            return self._pronoun(phrase, sentence, chunk, context)
        several = self._seeker.several(chunk, sentence=phrase.sentence, start=phrase.span.start)
        if several:
            return self._joined(several, "both-sides")
        reading = self._apposed(chunk, self._grammar.read(chunk, context), context)
        if is_definite(chunk) and reading.open:
            referent = self._seeker.definite(reading, chunk, sentence=phrase.sentence, start=phrase.span.start)
            if referent is not None:
                return self._referred(referent, context, kind=reading.kind, rule="definite-phrase")
        return self._finish(phrase, reading, slot_is_place=phrase.slot in {"prep:in", "prep:at"})

    def nearest(
        self, sectors: frozenset[str], *, nouns: frozenset[str] = frozenset(), sentence: int, barred: set[int]
    ) -> Entity | None:
        """Find the actor of the article with one of the sectors that is told of nearest to a sentence.

        Args:
            sectors: at least one of them must be the actor's first or second.
            nouns: if given, the head nouns that its phrase may have.
            sentence: number of the sentence to search around: itself, those before, those after.
            barred: offsets of phrases that may not be taken.
        """
        for number in self._seeker.around(sentence, REACH):
            for one in self._seeker.candidates(number):
                reading = one.reading
                fits = bool(sectors.intersection(reading.sector[:2])) and (not nouns or reading.name is not None or reading.noun in nouns)
                if fits and one.span.start not in barred and reading.kind not in NO_AGENT:
                    made = _resolution(self._with_country(reading, number), one.span)
                    return made.entities[0]
        return None

    def _named(self, name: str) -> Reading | None:
        chain = self._scan.chains.find(name)
        return None if chain is None else chain.reading

    def _apposed(self, chunk: Chunk, reading: Reading, context: Context) -> Reading:
        """Let what stands in apposition tell the country or sector that the phrase itself does not."""
        if reading.name is not None or (reading.code and reading.sector and reading.kind != "unknown-person"):
            return reading
        for beside in chunk.apposed:
            other = self._grammar.read(beside, context)
            if other.kind in {"thing", "unknown", "unknown-person", "place"} or not (other.code or other.sector):
                continue
            if other.kind == "person" or reading.kind in {"unknown-person", "unknown"}:
                kind = "person" if reading.kind == "unknown-person" else other.kind
                code = other.code or reading.code
                return msgspec.structs.replace(
                    other, kind=kind, code=code, open=code is None, rule=f"apposition {other.rule}", gender=reading.gender or other.gender
                )
            if reading.code is None and other.code is not None:
                return msgspec.structs.replace(reading, code=other.code, open=False, rule=f"{reading.rule}, apposition")
        return reading

    def _finish(self, phrase: Phrase, reading: Reading, *, slot_is_place: bool) -> Resolution:
        if not reading.human or (reading.kind == "unknown" and reading.code is None and not reading.sector):
            return Resolution((), reading.kind, political=False, human=False, rule=reading.rule)
        if slot_is_place and reading.kind == "state" and reading.rule == "capital-for-state":
            reading = msgspec.structs.replace(reading, kind="place", sector=("CVL",), rule="place-name", political=False)
        reading = self._with_country(reading, phrase.sentence)
        return _resolution(reading, phrase.span)

    def _with_country(self, reading: Reading, sentence: int) -> Reading:
        """Give a phrase without nationality the country of its sentence's place or of the article."""
        if reading.code is not None or reading.kind not in DEFAULT_KINDS or NO_DEFAULT.intersection(reading.sector):
            return reading
        local = self._scan.local[sentence]
        if local is not None:
            return msgspec.structs.replace(reading, code=local, rule=f"{reading.rule}, country of the sentence's place")
        weights = self._scan.countries
        if not weights:
            return reading
        code = next(iter(weights))
        share = weights[code] / sum(weights.values())
        if reading.kind not in BODY_KINDS and share < PEOPLE_SHARE:
            return reading
        return msgspec.structs.replace(reading, code=code, rule=f"{reading.rule}, the article's main country")

    def _pronoun(self, phrase: Phrase, sentence: Sentence, chunk: Chunk, context: Context) -> Resolution:
        referent = self._seeker.pronoun(chunk.words[chunk.head].key, sentence, phrase)
        if referent is None:
            return Resolution((), "pronoun", political=False, human=True, rule="pronoun-open")
        return self._referred(referent, context, kind="pronoun", rule="pronoun")

    def _referred(self, referent: Referent, context: Context, *, kind: str, rule: str) -> Resolution:
        reading = referent.reading
        if reading.name is not None and reading.kind == "person" and context.on is not None:
            again = chunk_of_text(reading.name)
            reading = self._grammar.read(again, context) if again is not None else reading
        reading = self._with_country(reading, referent.sentence)
        made = _resolution(msgspec.structs.replace(reading, rule=f"{rule} to {reading.rule}"), referent.span)
        return msgspec.structs.replace(made, antecedent=referent.span, kind=made.kind if kind == "pronoun" else kind)

    def _joined(self, referents: list[Referent], rule: str) -> Resolution:
        made = [_resolution(self._with_country(one.reading, one.sentence), one.span) for one in referents]
        entities = tuple(entity for one in made for entity in one.entities)
        return Resolution(entities, "group", political=any(one.political for one in made), human=True, rule=rule)


def _is_abbreviation(word: Word) -> bool:
    """Tell "US" from "us"."""
    return len(word.text) > 1 and word.text.replace(".", "").isupper()


def _first_person(speaker: Entity | None) -> Resolution:
    if speaker is None:
        return Resolution((), "first-person", political=False, human=True, rule="first-person-open")
    span = TextSpan(speaker.entity_text, speaker.start, speaker.end)
    return Resolution((speaker,), "first-person", political=True, human=True, rule="first-person-speaker", antecedent=span)


def _resolution(reading: Reading, span: TextSpan) -> Resolution:
    entity = Entity(
        code=reading.code,
        sector=reading.sector,
        entity_text=span.text,
        start=span.start,
        end=span.end,
        identifier_text=reading.name,
        office=reading.office,
    )
    return Resolution((entity,), reading.kind, political=reading.political, human=reading.human, rule=reading.rule)


class ActorResolver:
    """Resolves actors; make one with `load` and use it for many articles."""

    def __init__(self, known: Knowledge, place_country: PlaceCountry) -> None:
        self._known = known
        self._grammar = Grammar(known)
        self._places = place_country

    @classmethod
    def load(cls, *, place_country: PlaceCountry | None = None) -> "ActorResolver":
        """Make a resolver from the package's files.

        Args:
            place_country: gives the code of the state that a place name lies in, None if unknown or unclear;
                None leaves it at the capitals that the files name.
        """
        return cls(load_knowledge(), place_country or _no_place)

    def read(self, parsed: ParsedArticle) -> ActorTable:
        """Read an article's names once, so that its phrases can be resolved.

        Args:
            parsed: the article; sentences without a parse are read by their words.
        """
        scanner = Scanner(self._grammar, parsed, self._places, self._known.classes["run_stop"])
        return ActorTable(self._grammar, self._known, parsed, places=self._places, scan=scanner.scan())

    def resolve_text(self, phrase_text: str, on: dt.date | None = None) -> Resolution:
        """Resolve a phrase that stands alone.

        Args:
            phrase_text: the phrase, in any case.
            on: the day for offices; None takes the latest known office.

        Returns:
            The resolution; a bare state has no sector here, because nothing says that it acts.
        """
        chunk = chunk_of_text(phrase_text)
        if chunk is None:
            return NOTHING
        lower = phrase_text == phrase_text.lower()
        context = Context(on, self._places, lambda _: None, acting=False, lower=lower)
        reading = self._grammar.read(chunk, context)
        for beside in chunk.apposed:
            other = self._grammar.read(beside, context)
            if other.code or other.sector:
                better = reading.kind in {"thing", "unknown", "unknown-person"} or not reading.sector
                first, second = (other, reading) if better else (reading, other)
                reading = msgspec.structs.replace(first, code=first.code or second.code)
        if not reading.human:
            return Resolution((), reading.kind, political=False, human=False, rule=reading.rule)
        return _resolution(reading, TextSpan(phrase_text, 0, len(phrase_text)))


def _no_place(_name: str) -> str | None:
    return None
