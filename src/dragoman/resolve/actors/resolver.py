"""Actor resolution: from a phrase of an article, or a bare phrase, to countries, sectors and known actors."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from dragoman.records import Entity, ParsedArticle, Phrase, TextSpan
from dragoman.resolve.actors.chains import Chain, Mention
from dragoman.resolve.actors.chunks import chunk_of_phrase, chunk_of_text
from dragoman.resolve.actors.clauses import SUBJECTS, spread_names
from dragoman.resolve.actors.context import Context, PlaceCountry
from dragoman.resolve.actors.deeds import doer_of
from dragoman.resolve.actors.grammar import Grammar
from dragoman.resolve.actors.home import HomeFinder
from dragoman.resolve.actors.knowledge import Knowledge, load_knowledge
from dragoman.resolve.actors.parties import coordinated
from dragoman.resolve.actors.records import Chunk, Reading
from dragoman.resolve.actors.reference import Referent, Seeker
from dragoman.resolve.actors.scan import Scan, Scanner
from dragoman.resolve.actors.setting import Setting
from dragoman.resolve.actors.words import Word, is_plural

NO_AGENT = frozenset({"asset", "place", "state", "thing"})
MONEY = frozenset("$€£¥₹")
YEAR = re.compile(r"(?:19|20)\d\d")
REACH = 6  # sentences within which a deed's doer is looked for
OWNED = frozenset({"asset", "thing", "role", "family", "group", "organisation", "people"})
"""Kinds of phrases that a possessive pronoun tells the country of ("its embassy", "his wife")."""


class Resolution(msgspec.Struct, frozen=True):
    """What a phrase was resolved to.

    Attributes:
        entities: normally one; several for "both sides"; empty if it is no actor.
        kind: state, place, person, unknown-person, organisation, group, role, people, family, asset,
            pronoun, first-person, label, thing, unknown.
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


class Voices(NamedTuple):
    """Who says a phrase, and who a pronoun in it cannot stand for."""

    speaker: Entity | None
    other_than: Entity | None


PAIR = 2
PEOPLE = frozenset({"person", "unknown-person"})
NOTHING = Resolution((), "unknown", political=False, human=False, rule="no-words")
# "A terrorist attack" is political, but says what the source thinks of it and not who did it.
LABEL = Resolution((), "label", political=True, human=False, rule="label")


class ActorTable:
    """Who is who in one article; asked for each phrase."""

    def __init__(
        self,
        grammar: Grammar,
        known: Knowledge,
        parsed: ParsedArticle,
        *,
        places: PlaceCountry,
        scan: Scan,
        setting: Setting,
    ) -> None:
        self._grammar = grammar
        self._setting = setting
        self._known = known
        self._parsed = parsed
        self._places = places
        self._scan = scan
        self._halves = grammar.halves(scan.countries)
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

    def resolve(
        self, phrase: Phrase, *, on: dt.date | None, speaker: Entity | None = None, other_than: Entity | None = None
    ) -> Resolution:
        """Resolve a phrase of the article.

        Args:
            phrase: the phrase as extracted.
            on: the event's day, for offices; None takes the publication day.
            speaker: who says the quotation that the phrase stands in, for "we" and "our".
            other_than: who a pronoun cannot stand for: nobody demands his own resignation.
        """
        sentence = self._parsed.sentences[phrase.sentence]
        day = on or self._parsed.article.published
        context = Context(day, self._places, self._named)
        chunk = chunk_of_phrase(phrase, sentence, text=self._parsed.article.text)
        if chunk is None:
            return NOTHING
        pointing = self._pointing(phrase, chunk, context, Voices(speaker, other_than))
        if pointing is not None:
            return pointing
        reading = self._apposed(chunk, self._grammar.read(chunk, context), context)
        reading = self._owned(reading, chunk, phrase, speaker)
        if reading.code is None and reading.noun in self._known.classes["other_party"]:
            return self._counterparty(phrase, reading, chunk, context)
        if self._seeker.is_definite(chunk) and reading.open:
            referent = self._seeker.definite(reading, chunk, phrase)
            if referent is not None:
                return self._referred(referent, context, kind=reading.kind, rule="definite-phrase")
        doer = doer_of(self._grammar, self._known, chunk, context) if reading.kind == "thing" else None
        if doer is not None:
            return _resolution(msgspec.structs.replace(doer[1], rule=f"deed of {doer[1].rule}"), self._span(doer[0]))
        if reading.kind == "thing" and self._counts_people(chunk):
            reading = Reading("people", None, ("CVL",), "counted-people", plural=True, open=True)
        found = self._finish(phrase, reading, slot_is_place=phrase.slot in {"prep:in", "prep:at"})
        return self._called(found, chunk, context)

    def _called(self, found: Resolution, chunk: Chunk, context: Context) -> Resolution:
        """Point at the name that stands beside a description ("her accomplice, X"): it tells who it is."""
        if chunk.words[chunk.head].capital or len(found.entities) != 1:
            return found
        for beside in chunk.apposed:
            named = beside.words[beside.head].capital and len(beside.words) > 1
            if named and self._grammar.read(beside, context).kind in PEOPLE:
                span = self._span(beside)
                whole = msgspec.structs.replace(
                    found.entities[0], entity_text=span.text, start=span.start, end=span.end
                )
                return msgspec.structs.replace(found, entities=(whole,))
        return found

    def _counts_people(self, chunk: Chunk) -> bool:
        """Tell whether a bare number stands for people ("killed more than 250"); money and years do not."""
        word = chunk.words[chunk.head]
        if chunk.posts or self._parsed.article.text[max(0, word.start - 1) : word.start] in MONEY:
            return False
        return (word.key.isdigit() and not YEAR.fullmatch(word.key)) or self._seeker.is_count(chunk)

    def _pointing(self, phrase: Phrase, chunk: Chunk, context: Context, voices: Voices) -> Resolution | None:
        """Resolve what is a pronoun, a label or names several parties; None if it is none of these."""
        key = chunk.words[chunk.head].key
        if key in self._known.classes["first"] and not _is_abbreviation(chunk.words[chunk.head]):
            return self._first_person(phrase, context, voices.speaker)
        label = phrase.weak and key in self._known.classes["label"]
        counted = LABEL if label else self._counted_pronoun(phrase, chunk, context)
        if counted is not None:
            return counted
        if key in self._known.classes["pronoun"] and (len(chunk.words) == 1 or key != "one") and not chunk.posts:
            said = voices.speaker if self._is_quoted(phrase.span.start) else voices.other_than
            return self._pronoun(phrase, chunk, context, said)
        several = self._seeker.several(chunk, sentence=phrase.sentence, start=phrase.span.start)
        if several:
            return self._joined(several, "both-sides")
        return self._one_for_each(phrase, chunk, context) or self._nationalities(chunk, context)

    def _nationalities(self, chunk: Chunk, context: Context) -> Resolution | None:
        """Read "Afghan and German forces" as one actor for each nationality."""
        posts = chunk.posts if self._seeker.is_count(chunk) else ()
        inner = next((post for name, post in posts if name == "of"), chunk)
        parts = coordinated(self._grammar, inner, text=self._parsed.article.text)
        made = [_resolution(self._grammar.read(part, context), self._span(part)) for part in parts]
        return _together(made, "coordinated-nationalities") if made else None

    def _one_for_each(self, phrase: Phrase, chunk: Chunk, context: Context) -> Resolution | None:
        """Read "the leaders of Peru and Chile", "presidents of both countries" as one actor for each state."""
        owners = [post for name, post in chunk.posts if name == "of"]
        if not owners or not is_plural(chunk.words[chunk.head].key):
            return None
        both = self._seeker.several(owners[0], sentence=phrase.sentence, start=phrase.span.start)
        told = [(one.reading.code, one.span) for one in both]
        if not told:
            readings = [(self._grammar.read(owner, context), owner) for owner in owners]
            told = [(reading.code, self._span(owner)) for reading, owner in readings if reading.kind == "state"]
        if len({code for code, _ in told}) < PAIR or len(told) < len(owners):
            return None
        alone = self._grammar.read(msgspec.structs.replace(chunk, posts=()), context)
        spans = [phrase.span, *(span for _, span in told[1:])]
        made = [
            _resolution(msgspec.structs.replace(alone, code=code, open=False), span)
            for (code, _), span in zip(told, spans, strict=True)
        ]
        return _together(made, "one-for-each") if alone.human else None

    def _first_person(self, phrase: Phrase, context: Context, speaker: Entity | None) -> Resolution:
        if speaker is not None:
            return _first_person(speaker)
        referent = self._seeker.speaker(phrase, subject=self._is_quoted(phrase.span.start))
        if referent is None:
            return Resolution((), "first-person", political=False, human=True, rule="first-person-open")
        return self._referred(referent, context, kind="pronoun", rule="first-person")

    def _counted_pronoun(self, phrase: Phrase, chunk: Chunk, context: Context) -> Resolution | None:
        """Resolve "one of them" and "the latter"; None for any other phrase."""
        if [word.key for word in chunk.words] in [["the", which] for which in self._known.classes["of_two"]]:
            which = self._seeker.of_two(chunk.words[-1].key, phrase)
            return None if which is None else self._referred(which, context, kind="pronoun", rule="one of two")
        post = next((post for name, post in chunk.posts if name == "of"), None)
        counts = self._seeker.is_count(chunk) or chunk.words[chunk.head].key.isdigit()
        if post is None or not counts or len(post.words) > 1:
            return None
        key = post.words[0].key
        if key not in self._known.classes["pronoun_plural"]:
            return None
        sentence = self._parsed.sentences[phrase.sentence]
        token = next((one for one in sentence.tokens if one.start == post.words[0].start), None)
        if token is None:
            return None
        inner = Phrase(TextSpan(token.text, token.start, token.end), phrase.sentence, token.i, phrase.slot)
        referent = self._seeker.pronoun(key, sentence, inner, beside=phrase.head)
        if referent is None:
            return None
        return self._referred(referent, context, kind="pronoun", rule="pronoun")

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
                fits = bool(sectors.intersection(reading.sector[:2])) and (
                    not nouns or reading.name is not None or reading.noun in nouns
                )
                if fits and one.span.start not in barred and reading.kind not in NO_AGENT:
                    made = _resolution(self._with_country(reading, number, one.near.start), one.span)
                    return made.entities[0]
        return None

    def _named(self, name: str) -> Reading | None:
        chain = self._scan.chains.find(name)
        if chain is not None:
            return chain.reading
        return self._half(name)

    def _half(self, name: str) -> Reading | None:
        """Read "the North" as the state of that name which the article speaks of ("North Korea")."""
        article, _, side = name.casefold().partition(" ")
        code = self._halves.get(side) if article == "the" else None
        if code is None:
            return None
        state = self._known.states[code]
        return Reading("state", code, ("GOV",), "half-of-a-divided-country", political=True, name=state)

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
                    other,
                    kind=kind,
                    code=code,
                    open=code is None,
                    rule=f"apposition {other.rule}",
                    gender=reading.gender or other.gender,
                )
            if reading.code is None and other.code is not None:
                return msgspec.structs.replace(reading, code=other.code, open=False, rule=f"{reading.rule}, apposition")
        return reading

    def _finish(self, phrase: Phrase, reading: Reading, *, slot_is_place: bool) -> Resolution:
        if not reading.human or (reading.kind == "unknown" and reading.code is None and not reading.sector):
            return Resolution((), reading.kind, political=False, human=False, rule=reading.rule)
        if slot_is_place and reading.kind == "state" and reading.rule == "capital-for-state":
            reading = msgspec.structs.replace(
                reading, kind="place", sector=("CVL",), rule="place-name", political=False
            )
        reading = self._with_country(reading, phrase.sentence, phrase.span.start)
        return _resolution(reading, phrase.span)

    def _with_country(self, reading: Reading, sentence: int, start: int) -> Reading:
        """Give a phrase without nationality the country that its article speaks for, if any."""
        guess = self._setting.guess(reading, sentence=sentence, start=start)
        if guess is None:
            return reading
        return msgspec.structs.replace(reading, code=guess.code, rule=f"{reading.rule}, {guess.rule}")

    def _pronoun(self, phrase: Phrase, chunk: Chunk, context: Context, other_than: Entity | None) -> Resolution:
        key = chunk.words[chunk.head].key
        sentence = self._parsed.sentences[phrase.sentence]
        several = self._pair_before(phrase, context) if key in self._known.classes["pronoun_plural"] else None
        if several is not None:
            return several
        referent = self._seeker.pronoun(key, sentence, phrase, speaker=other_than)
        if referent is None:
            return Resolution((), "pronoun", political=False, human=True, rule="pronoun-open")
        return self._referred(referent, context, kind="pronoun", rule="pronoun")

    def _pair_before(self, phrase: Phrase, context: Context) -> Resolution | None:
        """Find the several parties that are the subject of what precedes ("A and B said that they ...")."""
        sentence = self._parsed.sentences[phrase.sentence]
        above = {token.i for token in sentence.ancestors(phrase.head)}
        for token in reversed(sentence.tokens[: phrase.head]):
            members = [child.i for child in sentence.children(token.i, "conj")]
            if token.dep not in SUBJECTS or not members or token.head not in above:
                continue
            members = spread_names(sentence, token.i)
            made = [self.resolve(self._phrase_at(phrase.sentence, i), on=context.on) for i in members]
            if all(one.human and one.entities for one in made):
                return _together(made, "pronoun to several")
        return None

    def _phrase_at(self, sentence: int, head: int) -> Phrase:
        token = self._parsed.sentences[sentence].tokens[head]
        return Phrase(TextSpan(token.text, token.start, token.end), sentence, head, "reference")

    def _is_quoted(self, at: int) -> bool:
        """Tell whether an offset lies in quotation marks, by those before it in its paragraph."""
        text = self._parsed.article.text
        before = text[text.rfind("\n", 0, at) + 1 : at]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _referred(self, referent: Referent, context: Context, *, kind: str, rule: str) -> Resolution:
        reading = referent.reading
        if reading.name is not None and reading.kind == "person" and context.on is not None:
            again = chunk_of_text(reading.name)
            reading = self._grammar.read(again, context) if again is not None else reading
        reading = self._with_country(reading, referent.sentence, referent.at)
        made = _resolution(msgspec.structs.replace(reading, rule=f"{rule} to {reading.rule}"), referent.span)
        return msgspec.structs.replace(made, antecedent=referent.span, kind=made.kind if kind == "pronoun" else kind)

    def _joined(self, referents: list[Referent], rule: str) -> Resolution:
        made = [_resolution(self._with_country(one.reading, one.sentence, one.at), one.span) for one in referents]
        return _together(made, rule)

    def _counterparty(self, phrase: Phrase, reading: Reading, chunk: Chunk, context: Context) -> Resolution:
        """Resolve "its neighbour" to the other state that was told of, if any."""
        owner = None
        if chunk.words[0].key in self._known.classes["possessive"]:
            owner = self._seeker.owner(chunk.words[0].key, self._parsed.sentences[phrase.sentence], phrase)
        found = None
        if owner is not None and not reading.plural:
            found = self._seeker.other_state(owner.reading.code, sentence=phrase.sentence, start=phrase.span.start)
        if found is None:
            return _resolution(reading, phrase.span)
        return self._referred(found, context, kind=reading.kind, rule="other-party")

    def _span(self, chunk: Chunk) -> TextSpan:
        last = chunk.words[-1]
        end = last.start + len(last.text) if last.possessive else last.end
        return self._parsed.span(chunk.words[0].start, end)

    def _owned(self, reading: Reading, chunk: Chunk, phrase: Phrase, speaker: Entity | None) -> Reading:
        """Let the one whom a possessive pronoun stands for tell the country ("stormed his residence")."""
        key = chunk.words[0].key
        peer = reading.noun in self._known.classes["peer"] and not reading.sector
        if reading.noun in self._known.classes["other_party"] or key not in self._known.classes["possessive"]:
            return reading
        if (reading.code is not None and not peer) or reading.kind not in OWNED:
            return reading
        if key in self._known.classes["first"]:
            if speaker is None:
                return reading
            owner = Reading("role", speaker.code, speaker.sector, political=True)
        else:
            sentence = self._parsed.sentences[phrase.sentence]
            referent = self._seeker.owner(key, sentence, phrase)
            if referent is None:
                return reading
            owner = self._with_country(referent.reading, referent.sentence, referent.at)
        if peer:
            code = reading.code if reading.noun == "counterpart" else owner.code
            return msgspec.structs.replace(
                reading, code=code, sector=owner.sector, open=False, political=owner.political
            )
        return _belonging(reading, owner)


def _belonging(reading: Reading, owner: Reading) -> Reading:
    """Give a phrase the country of its owner; what is no actor of its own stands for the owner."""
    rule = f"{reading.rule} of {owner.rule}".removesuffix(" of ")
    if owner.code is None:
        return reading
    if reading.kind in {"asset", "thing"}:
        if not reading.rule.startswith("asset") or not owner.political:
            return reading
        return msgspec.structs.replace(
            reading, kind="asset", code=owner.code, sector=owner.sector, rule=rule, human=True, political=True
        )
    sector = ("ELI",) if reading.kind == "family" and owner.political else reading.sector
    return msgspec.structs.replace(reading, code=owner.code, sector=sector, rule=rule, open=False)


def _together(made: list[Resolution], rule: str) -> Resolution:
    entities = tuple(entity for one in made for entity in one.entities)
    return Resolution(entities, "group", political=any(one.political for one in made), human=True, rule=rule)


def _is_abbreviation(word: Word) -> bool:
    """Tell "US" from "us"."""
    return len(word.text) > 1 and word.text.replace(".", "").isupper()


def _first_person(speaker: Entity) -> Resolution:
    span = TextSpan(speaker.entity_text, speaker.start, speaker.end)
    return Resolution(
        (speaker,), "first-person", political=True, human=True, rule="first-person-speaker", antecedent=span
    )


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
        self._homes = HomeFinder(known)
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
        scanner = Scanner(self._grammar, parsed, self._places, self._known.classes)
        scan = scanner.scan()
        setting = Setting(parsed, scan.countries, scan.spots, self._homes.find(parsed.article))
        return ActorTable(self._grammar, self._known, parsed, places=self._places, scan=scan, setting=setting)

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
