"""Reference within the article: pronouns and definite phrases back to the actor that they stand for."""

from collections.abc import Callable

import msgspec

from dragoman.records import Entity, ParsedArticle, Phrase, Sentence, TextSpan, Token
from dragoman.resolve.actors.chains import Chain
from dragoman.resolve.actors.chunks import chunk_of_phrase
from dragoman.resolve.actors.clauses import SUBJECTS, clause_mates, clause_subjects, is_empty
from dragoman.resolve.actors.context import Context
from dragoman.resolve.actors.grammar import Grammar
from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.modifiers import is_given_name
from dragoman.resolve.actors.records import Chunk, Reading
from dragoman.resolve.actors.scan import Scan
from dragoman.resolve.actors.words import singular

LOOK_BACK = 3  # sentences; older antecedents are guesses
LOOK_BACK_NAMES = 8  # a definite phrase reaches farther than a pronoun
PERSONS = frozenset({"person", "unknown-person"})
HUMANS = frozenset({"role", "people", "family", *PERSONS})
BODIES = frozenset({"organisation", "state", "group"})
ARMED = frozenset({"REB", "PRM", "UAF"})
NOMINAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "poss"})
NOT_NOMINAL = frozenset({"asset", "unknown", "state"})
OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
PAIR = 2
SHORT = 3  # words of a phrase that stands for two parties ("the two countries")
# What makes an antecedent less likely, in steps of the distance of one mention.
COST_SENTENCE = 8
COST_OBJECT = 5
COST_VOICE = 9  # "his lawyer said he": who speaks for another speaks of the other
COST_STATE = 6  # a state is rarely meant by "they"
COST_GENDER = 2  # of a person's whose gender is not told
COST_NAME = 3  # of what may be no person at all
GAIN_FOCUS = 1  # for each further mention of an actor told of again and again
FOCUS = 4  # mentions of a person that count so
FOCUS_BODY = 2  # of a state or body


class Referent(msgspec.Struct, frozen=True):
    """What a phrase was found to stand for.

    Attributes:
        reading: what it was read as.
        span: its fullest words, wherever they are.
        sentence: number of the sentence in which it was found.
        at: offset there.
    """

    reading: Reading
    span: TextSpan
    sentence: int
    at: int


class Candidate(msgspec.Struct, frozen=True):
    """A mention that a pronoun may stand for.

    Attributes:
        reading: what it was read as.
        span: its actor's fullest words.
        near: its own words.
        sentence: number of its sentence.
        subject: whether it is a subject.
        place: whether it only tells where something is.
        mentions: how often its actor is named.
        person: whether it is certainly a human being's name or role.
        head: offset of its head, for a description.
        apposed: offset of the name that stands beside it for the same, None if there is none.
    """

    reading: Reading
    span: TextSpan
    near: TextSpan
    sentence: int
    subject: bool
    mentions: int = 1
    person: bool = True
    place: bool = False
    head: int = -1
    apposed: int | None = None


class Seeker:
    """Seeks the antecedents of one article's phrases."""

    def __init__(self, grammar: Grammar, known: Knowledge, parsed: ParsedArticle, scan: Scan) -> None:
        self._grammar = grammar
        self._known = known
        self._parsed = parsed
        self._chains = scan.chains
        self._by_sentence: dict[int, list[Candidate]] = {}
        self._named: dict[int, list[Candidate]] = {}
        self._pronouns: dict[int, list[Candidate]] = {}
        for chain in self._chains.all:
            person = self._is_person(chain)
            for mention in chain.mentions:
                one = Candidate(
                    chain.reading,
                    chain.best,
                    mention.span,
                    mention.sentence,
                    mention.subject,
                    mentions=len(chain.mentions),
                    person=person,
                    place=mention.place,
                )
                self._named.setdefault(mention.sentence, []).append(one)

    def _is_person(self, chain: Chain) -> bool:
        """Tell whether a chain is surely a person's: known, told with a role or a title, or by a first name."""
        if chain.reading.kind != "unknown-person" or chain.reading.gender:
            return True
        return any(is_given_name(self._known, name.split()[0]) for name in chain.names)

    def around(self, sentence: int, reach: int) -> list[int]:
        """Give the numbers of the sentences around one: itself, those before, then those after, nearest first."""
        last = len(self._parsed.sentences) - 1
        before = range(sentence, max(-1, sentence - reach - 1), -1)
        after = range(sentence + 1, min(last, sentence + reach) + 1)
        return sorted((*before, *after), key=lambda number: (abs(number - sentence), number > sentence))

    def candidates(self, number: int) -> list[Candidate]:
        """Give what a sentence says of actors, names and descriptions, in order."""
        if number not in self._by_sentence:
            named = self._named.get(number, [])
            nominal = []
            for one in self._nominal(self._parsed.sentences[number]):
                same = next(
                    (other for other in named if one.apposed is not None and _covers(other.near, one.apposed)), None
                )
                if same is not None:  # "his brother, President X, fled": the subject is X
                    named = [
                        msgspec.structs.replace(other, subject=other.subject or one.subject) if other is same else other
                        for other in named
                    ]
                elif not any(_covers(other.near, one.head) for other in named if other.reading.kind != "state"):
                    nominal.append(one)
            kept = [one for one in named if not any(_inside(one.near, other.near) for other in nominal)]
            self._by_sentence[number] = sorted(kept + nominal, key=lambda one: one.near.start)
        return self._by_sentence[number]

    def _persons(self, number: int) -> list[Candidate]:
        """Give whom "he" or "she" may mean in a sentence: who is meant by a subject there goes on being meant."""
        if number in self._pronouns:
            return self._pronouns[number]
        row = self._pronouns[number] = list(self.candidates(number))
        sentence = self._parsed.sentences[number]
        for token in sentence.tokens:
            key = token.text.lower()
            if token.dep not in SUBJECTS or key not in self._known.classes["pronoun_person"]:
                continue
            span = TextSpan(token.text, token.start, token.end)
            found = self.pronoun(key, sentence, Phrase(span, number, token.i, "reference"))
            if found is not None:
                row.append(Candidate(found.reading, found.span, span, number, subject=True))
                row.sort(key=lambda one: one.near.start)
        return row

    def _nominal(self, sentence: Sentence) -> list[Candidate]:
        """Read the descriptive phrases of a parsed sentence."""
        found: list[Candidate] = []
        if not sentence.parsed:
            return found
        for token in sentence.tokens:
            if token.pos != "NOUN" or token.dep not in NOMINAL_DEPS or _is_predicate(sentence, token):
                continue
            read = self._read_noun(sentence, token)
            if read is None or not read[0].human or read[0].kind in NOT_NOMINAL:
                continue
            beside = next((child.start for child in sentence.children(token.i, "appos")), None)
            found.append(
                Candidate(
                    read[0], read[1], read[1], sentence.index, token.dep in SUBJECTS, head=token.start, apposed=beside
                )
            )
        return found

    def _read_noun(self, sentence: Sentence, noun: Token) -> tuple[Reading, TextSpan] | None:
        span = TextSpan(noun.text, noun.start, noun.end)
        phrase = Phrase(span=span, sentence=sentence.index, head=noun.i, slot="reference")
        chunk = chunk_of_phrase(phrase, sentence, text=self._parsed.article.text)
        if chunk is None:
            return None
        context = Context(self._parsed.article.published, lambda _: None, self._known_reading)
        last = chunk.words[-1]
        end = last.start + len(last.text) if last.possessive else last.end
        return self._grammar.read(chunk, context), self._parsed.span(chunk.words[0].start, end)

    def _known_reading(self, name: str) -> Reading | None:
        chain = self._chains.find(name)
        return None if chain is None else chain.reading

    def pronoun(
        self,
        key: str,
        sentence: Sentence,
        phrase: Phrase,
        *,
        beside: int | None = None,
        speaker: Entity | None = None,
    ) -> Referent | None:
        """Find what a pronoun stands for: its relative clause's noun, or the best mention before it.

        Args:
            key: the pronoun, folded.
            sentence: its sentence.
            phrase: the phrase that it heads.
            beside: number of the token whose clause mates are not meant; None takes the pronoun's own.
            speaker: who says it in quotation marks, and does not mean himself; None if it is in none.
        """
        if key in self._known.classes["relative"] and sentence.parsed:
            return self._relative(sentence, phrase)
        if key == "it" and is_empty(sentence, phrase.head):
            return None
        barred = (
            set()
            if key in self._known.classes["possessive"]
            else clause_mates(sentence, phrase.head if beside is None else beside)
        )
        return self._best(key, phrase, barred, speaker=speaker)

    def owner(self, key: str, sentence: Sentence, phrase: Phrase) -> Referent | None:
        """Find whom the possessive pronoun at a phrase's start stands for ("his residence")."""
        if key in self._known.classes["relative"] and sentence.parsed:
            return self._relative(sentence, phrase)
        return self._best(key, phrase, set())

    def _best(self, key: str, phrase: Phrase, barred: set[int], *, speaker: Entity | None = None) -> Referent | None:
        best: tuple[int, Candidate] | None = None
        human = key in self._known.classes["female"] or key in self._known.classes["male"]
        for back in range(LOOK_BACK + 1):
            number = phrase.sentence - back
            if number < 0:
                break
            row = self._persons(number) if human else self.candidates(number)
            for order, one in enumerate(reversed(row)):
                after = one.near.end > phrase.span.start
                if back == 0 and (after or any(one.near.start <= at < one.near.end for at in barred)):
                    continue
                if one.place or not self._fits(key, one.reading) or _is_speaker(one, speaker):
                    continue
                cost = COST_SENTENCE * back + order + self._cost(key, one)
                if best is None or cost < best[0]:
                    best = (cost, one)
        return None if best is None else _referent(best[1])

    def _cost(self, key: str, one: Candidate) -> int:
        """Give how unlikely a pronoun stands for a mention, by what it is and how it is told."""
        classes = self._known.classes
        cost = 0 if one.subject else COST_OBJECT
        if key not in classes["female"] | classes["male"]:
            cost -= GAIN_FOCUS * min(one.mentions - 1, FOCUS_BODY)
        else:
            cost -= GAIN_FOCUS * min(one.mentions - 1, FOCUS)
        if one.reading.noun in classes["voice"] and one.reading.name is None:
            cost += COST_VOICE
        if key in classes["pronoun_thing"]:
            return cost
        if key in classes["pronoun_plural"]:
            return cost + (COST_STATE if one.reading.kind == "state" else 0)
        return cost + (0 if one.reading.gender else COST_GENDER) + (0 if one.person else COST_NAME)

    def _fits(self, key: str, reading: Reading) -> bool:
        classes = self._known.classes
        if key in classes["female"]:
            return reading.kind in HUMANS and not reading.plural and reading.gender in {"f", ""}
        if key in classes["male"]:
            return reading.kind in HUMANS and not reading.plural and reading.gender in {"m", ""}
        if key in classes["pronoun_thing"]:
            return reading.kind in BODIES and not reading.plural
        if key in classes["pronoun_plural"]:
            return reading.plural or reading.kind in {"group", "organisation"}
        return False

    def of_two(self, key: str, phrase: Phrase) -> Referent | None:
        """Find which of the two told of last "the former" or "the latter" is; None if fewer are told of."""
        told: list[Candidate] = []
        for number in range(phrase.sentence, max(-1, phrase.sentence - PAIR), -1):
            for one in reversed(self.candidates(number)):
                before = number < phrase.sentence or one.near.end <= phrase.span.start
                known = any(one.span == other.span for other in told)
                if before and not known and not one.place and one.reading.kind in HUMANS | BODIES:
                    told.append(one)
        if len(told) < PAIR:
            return None
        return _referent(told[0] if key == "latter" else told[1])

    def _relative(self, sentence: Sentence, phrase: Phrase) -> Referent | None:
        for token in sentence.ancestors(phrase.head):
            if token.dep == "relcl":
                read = self._read_noun(sentence, sentence.tokens[token.head])
                return Referent(read[0], read[1], sentence.index, read[1].start) if read and read[0].human else None
        return None

    def speaker(self, phrase: Phrase, *, subject: bool) -> Referent | None:
        """Find who says "I" or "we" where no source is told: the last person named.

        Args:
            phrase: the pronoun.
            subject: True if only a subject counts, as in quotation marks.
        """
        best: tuple[int, Candidate] | None = None
        for back in range(LOOK_BACK + 1):
            number = phrase.sentence - back
            for order, one in enumerate(reversed(self._named.get(number, []))):
                if (
                    one.reading.kind != "person"
                    or (subject and not one.subject)
                    or (back == 0 and one.near.end > phrase.span.start)
                ):
                    continue
                cost = COST_SENTENCE * back + order + (0 if one.subject else COST_OBJECT)
                if best is None or cost < best[0]:
                    best = (cost, one)
        return None if best is None else _referent(best[1])

    def definite(self, reading: Reading, chunk: Chunk, phrase: Phrase) -> Referent | None:
        """Find the named actor that a definite phrase ("the group", "the premier") stands for.

        Args:
            reading: the phrase's own reading, which lacks a country.
            chunk: the phrase taken apart.
            phrase: the phrase.
        """
        barred = clause_subjects(self._parsed.sentences[phrase.sentence], phrase.head)
        sentence, start = phrase.sentence, phrase.span.start
        key = singular(chunk.words[chunk.head].key)
        noun = self._known.synonyms.get(key, key)
        if reading.plural:
            # "the groups" are the groups told of before, not the one group that has a name.
            found = self._before(sentence, start, lambda one: one.noun == noun and one.plural, barred)
            if found is not None:
                return _referent(found)
        found = self._before(
            sentence,
            start,
            lambda one: (
                bool(one.code) and not (reading.plural and one.kind in PERSONS) and self._describes(noun, reading, one)
            ),
            barred,
        )
        return None if found is None else _referent(found)

    def other_state(self, code: str | None, *, sentence: int, start: int) -> Referent | None:
        """Find the state told of nearest before an offset that is not the given one ("its neighbour")."""
        for number in range(sentence, max(-1, sentence - LOOK_BACK_NAMES - 1), -1):
            for one in reversed(self.candidates(number)):
                state = self._state_of(one)
                if one.near.start < start and state is not None and state.reading.code != code:
                    return _referent(state)
        return None

    def _state_of(self, one: Candidate) -> Candidate | None:
        """Give the state that a mention names or acts for ("the Saudi minister"), None if it does neither."""
        if one.place or one.reading.code is None:
            return None
        if one.reading.kind == "state":
            return one
        name = self._known.states.get(one.reading.code)
        acts = OFFICIAL.intersection(one.reading.sector) or one.reading.noun in self._known.classes["peer"]
        if name is None or not acts:
            return None
        state = Reading("state", one.reading.code, ("GOV",), f"state of {one.reading.rule}", political=True, name=name)
        return msgspec.structs.replace(one, reading=state)

    def _before(self, sentence: int, start: int, fits: Callable[[Reading], bool], barred: set[int]) -> Candidate | None:
        """Find the nearest mention before an offset whose reading fits, none that covers a barred offset."""
        for number in range(sentence, max(-1, sentence - LOOK_BACK_NAMES - 1), -1):
            for one in reversed(self.candidates(number)):
                if one.near.start < start and fits(one.reading) and not any(_covers(one.near, at) for at in barred):
                    return one
        return None

    def several(self, chunk: Chunk, *, sentence: int, start: int) -> list[Referent]:
        """Find the two that "both countries" or "the two leaders" stands for; empty if that is not said."""
        classes = self._known.classes
        keys = {word.key for word in chunk.words}
        noun = singular(chunk.words[chunk.head].key)
        if (
            not ({"both", "two"} & keys)
            or len(chunk.words) > SHORT
            or noun not in classes["party_noun"] | classes["leader_noun"]
        ):
            return []
        if "two" in keys and not classes["definite"] & keys:
            return []
        found: list[Referent] = []
        for number in range(sentence, max(-1, sentence - LOOK_BACK_NAMES), -1):
            for one in reversed(self.candidates(number)):
                party = self._party(one, noun)
                fresh = party is not None and all(party.reading.code != other.reading.code for other in found)
                if party is not None and fresh and one.near.start < start:
                    found.append(_referent(party))
                if len(found) == PAIR:
                    return sorted(found, key=lambda referent: referent.at)
        return []

    def _party(self, one: Candidate, noun: str) -> Candidate | None:
        """Give what a mention is as one of "the two countries", "both leaders", "both sides", None if it is none."""
        reading = one.reading
        if reading.code is None or one.place:
            return None
        if noun in self._known.classes["state_noun"]:
            return self._state_of(one)
        if noun in self._known.classes["leader_noun"]:
            single = (reading.kind == "role" or reading.noun in self._known.classes["peer"]) and not reading.plural
            return one if reading.kind in PERSONS or single else None
        return one if reading.kind in BODIES else self._state_of(one)

    def is_count(self, chunk: Chunk) -> bool:
        """Tell whether a phrase's head is a number or quantity."""
        return chunk.words[chunk.head].key in self._known.classes["numbers"] | self._known.classes["quantity"]

    def is_definite(self, chunk: Chunk) -> bool:
        """Tell whether a phrase points back ("the group", "this ministry")."""
        return chunk.words[0].key in self._known.classes["definite"] and len(chunk.words) > 1

    def _describes(self, noun: str, reading: Reading, other: Reading) -> bool:
        """Tell whether a definite phrase's noun can stand for an actor."""
        if noun in self._known.classes["state_noun"]:
            return other.kind == "state"
        if noun in self._known.classes["group_noun"]:
            return other.kind == "group" and bool(other.name or ARMED.intersection(other.sector))
        if other.noun and other.noun == noun:
            return other.kind == reading.kind or other.kind in PERSONS
        if other.kind in PERSONS and other.office:
            return noun in other.office.lower().split()
        return noun == "party" and "PTY" in other.sector and other.kind == "organisation"


def _is_speaker(one: Candidate, speaker: Entity | None) -> bool:
    if speaker is None:
        return False
    named = one.reading.name is not None and one.reading.name == speaker.identifier_text
    return named or speaker.start in {one.span.start, one.near.start}


def _is_predicate(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun says what somebody is ("as the spokesman of the movement"), not who is meant."""
    return token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "as"


def _referent(one: Candidate) -> Referent:
    return Referent(one.reading, one.span, one.sentence, one.near.start)


def _covers(span: TextSpan, offset: int) -> bool:
    return span.start <= offset < span.end


def _inside(inner: TextSpan, outer: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def best_of(chain: Chain) -> TextSpan:
    """Give the fullest words of a chain."""
    return chain.best
