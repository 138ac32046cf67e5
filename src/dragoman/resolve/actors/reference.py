"""Reference within the article: pronouns and definite phrases back to the actor that they stand for."""

from collections.abc import Callable

import msgspec

from dragoman.records import ParsedArticle, Phrase, Sentence, TextSpan, Token
from dragoman.resolve.actors.chains import Chain
from dragoman.resolve.actors.chunks import chunk_of_phrase
from dragoman.resolve.actors.grammar import Context, Grammar
from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.records import Chunk, Reading
from dragoman.resolve.actors.scan import SUBJECTS, Scan
from dragoman.resolve.actors.words import singular

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "whose"})
LOOK_BACK = 3  # sentences; older antecedents are guesses
LOOK_BACK_NAMES = 8  # a definite phrase reaches farther than a pronoun
PERSONS = frozenset({"person", "unknown-person"})
BODIES = frozenset({"organisation", "state", "group"})
STATE_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic", "government", "neighbour", "neighbor", "power"})
ARMED = frozenset({"REB", "PRM", "UAF"})
GROUP_NOUNS = frozenset(
    "group organisation organization movement militia outfit faction network militant rebel insurgent fighter "
    "extremist guerrilla jihadist terrorist paramilitary insurgency front alliance".split()
)
PARTIES = frozenset({"side", "country", "nation", "state", "party", "neighbour", "neighbor", "government", "power", "ally", "rival", "foe"})
LEADERS = frozenset({"leader", "president", "minister", "man", "woman", "official", "politician", "diplomat", "premier"})
SAME_NOUN = {"premier": "minister", "pm": "minister", "ruler": "king", "monarch": "king"}
NOMINAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent"})
PAIR = 2
CLAUSE_DEPTH = 5  # clauses to climb for an understood subject


class Referent(msgspec.Struct, frozen=True):
    """What a phrase was found to stand for."""

    reading: Reading
    span: TextSpan
    sentence: int


class Candidate(msgspec.Struct, frozen=True):
    """A mention that a pronoun may stand for."""

    reading: Reading
    span: TextSpan
    near: TextSpan
    sentence: int
    subject: bool


class Seeker:
    """Seeks the antecedents of one article's phrases."""

    def __init__(self, grammar: Grammar, known: Knowledge, parsed: ParsedArticle, scan: Scan) -> None:
        self._grammar = grammar
        self._known = known
        self._parsed = parsed
        self._chains = scan.chains
        self._by_sentence: dict[int, list[Candidate]] = {}
        self._named: dict[int, list[Candidate]] = {}
        for chain in self._chains.all:
            for mention in chain.mentions:
                one = Candidate(chain.reading, chain.best, mention.span, mention.sentence, mention.subject)
                self._named.setdefault(mention.sentence, []).append(one)

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
            nominal = [
                one
                for one in self._nominal(self._parsed.sentences[number])
                if not any(one.near.overlaps(other.near) for other in named if other.reading.kind != "state")
            ]
            kept = [one for one in named if not any(_inside(one.near, other.near) for other in nominal)]
            self._by_sentence[number] = sorted(kept + nominal, key=lambda one: one.near.start)
        return self._by_sentence[number]

    def _nominal(self, sentence: Sentence) -> list[Candidate]:
        """Read the descriptive phrases of a parsed sentence."""
        found: list[Candidate] = []
        if not sentence.parsed:
            return found
        context = Context(self._parsed.article.published, lambda _: None, self._known_reading)
        for token in sentence.tokens:
            if token.pos != "NOUN" or token.dep not in NOMINAL_DEPS:
                continue
            span = TextSpan(token.text, token.start, token.end)
            phrase = Phrase(span=span, sentence=sentence.index, head=token.i, slot="reference")
            chunk = chunk_of_phrase(phrase, sentence, text=self._parsed.article.text)
            reading = None if chunk is None else self._grammar.read(chunk, context)
            if chunk is None or reading is None or not reading.human or reading.kind in {"asset", "unknown", "state"}:
                continue
            words = self._parsed.span(chunk.words[0].start, chunk.words[-1].end)
            found.append(Candidate(reading, words, words, sentence.index, token.dep in SUBJECTS))
        return found

    def _known_reading(self, name: str) -> Reading | None:
        chain = self._chains.find(name)
        return None if chain is None else chain.reading

    def pronoun(self, key: str, sentence: Sentence, phrase: Phrase) -> Referent | None:
        """Find what a pronoun stands for: its relative clause's noun, or the nearest compatible mention.

        Args:
            key: the pronoun, folded.
            sentence: its sentence.
            phrase: the phrase that it heads.
        """
        if key in RELATIVE and sentence.parsed:
            return self._relative(sentence, phrase)
        barred = set() if key in POSSESSIVE else _clause_mates(sentence, phrase.head)
        best: tuple[int, Candidate] | None = None
        for back in range(LOOK_BACK + 1):
            number = phrase.sentence - back
            if number < 0:
                break
            for order, one in enumerate(reversed(self.candidates(number))):
                if back == 0 and (one.near.end > phrase.span.start or any(one.near.start <= at < one.near.end for at in barred)):
                    continue
                if not self._fits(key, one.reading):
                    continue
                cost = 8 * back + order + (0 if one.subject else 5) + (6 if one.reading.kind == "state" and key != "it" else 0)
                if best is None or cost < best[0]:
                    best = (cost, one)
        return None if best is None else _referent(best[1])

    def _fits(self, key: str, reading: Reading) -> bool:
        classes = self._known.classes
        if key in classes["female"]:
            return reading.kind in {*PERSONS, "role", "people"} and not reading.plural and reading.gender in {"f", ""}
        if key in classes["male"]:
            return reading.kind in {*PERSONS, "role", "people"} and not reading.plural and reading.gender in {"m", ""}
        if key in classes["pronoun_thing"]:
            return reading.kind in BODIES and not reading.plural
        if key in classes["pronoun_plural"]:
            return reading.plural or reading.kind in {"group", "organisation"}
        return False

    def _relative(self, sentence: Sentence, phrase: Phrase) -> Referent | None:
        for token in sentence.ancestors(phrase.head):
            if token.dep == "relcl":
                noun = sentence.tokens[token.head]
                return self._noun(sentence, noun)
        return None

    def _noun(self, sentence: Sentence, noun: Token) -> Referent | None:
        span = TextSpan(noun.text, noun.start, noun.end)
        phrase = Phrase(span=span, sentence=sentence.index, head=noun.i, slot="reference")
        chunk = chunk_of_phrase(phrase, sentence, text=self._parsed.article.text)
        if chunk is None:
            return None
        context = Context(self._parsed.article.published, lambda _: None, self._known_reading)
        reading = self._grammar.read(chunk, context)
        words = self._parsed.span(chunk.words[0].start, chunk.words[-1].end)
        return Referent(reading, words, sentence.index) if reading.human else None

    def definite(self, reading: Reading, chunk: Chunk, *, sentence: int, start: int) -> Referent | None:
        """Find the named actor that a definite phrase ("the group", "the premier") stands for.

        Args:
            reading: the phrase's own reading, which lacks a country.
            chunk: the phrase.
            sentence: number of its sentence.
            start: offset of its first character.
        """
        key = singular(chunk.words[chunk.head].key)
        noun = SAME_NOUN.get(key, key)
        if reading.plural:
            # "the groups" are the groups told of before, not the one group that has a name.
            found = self._before(sentence, start, lambda one: one.noun == noun and one.plural)
            if found is not None:
                return _referent(found)
        found = self._before(sentence, start, lambda one: bool(one.code) and _describes(noun, reading, one))
        return None if found is None else _referent(found)

    def _before(self, sentence: int, start: int, fits: Callable[[Reading], bool]) -> Candidate | None:
        """Find the nearest mention before an offset whose reading fits."""
        for number in range(sentence, max(-1, sentence - LOOK_BACK_NAMES - 1), -1):
            for one in reversed(self.candidates(number)):
                if one.near.start < start and fits(one.reading):
                    return one
        return None

    def several(self, chunk: Chunk, *, sentence: int, start: int) -> list[Referent]:
        """Find the two that "both countries" or "the two leaders" stands for; empty if that is not said."""
        keys = [word.key for word in chunk.words]
        noun = singular(chunk.words[chunk.head].key)
        if not ({"both", "two"} & set(keys)) or len(keys) > 3 or noun not in PARTIES | LEADERS:  # noqa: PLR2004
            return []
        if "two" in keys and not DEFINITE & set(keys):
            return []
        kinds = PERSONS if noun in LEADERS else BODIES
        found: list[Referent] = []
        for number in range(sentence, max(-1, sentence - LOOK_BACK_NAMES), -1):
            for one in reversed(self._named.get(number, [])):
                fresh = all(one.reading.code != other.reading.code for other in found)
                if one.near.start < start and one.reading.kind in kinds and one.reading.code and fresh:
                    found.append(_referent(one))
                if len(found) == PAIR:
                    return sorted(found, key=lambda referent: referent.span.start)
        return []


def is_definite(chunk: Chunk) -> bool:
    """Tell whether a phrase points back ("the group", "this ministry")."""
    return chunk.words[0].key in DEFINITE and len(chunk.words) > 1


def _describes(noun: str, reading: Reading, other: Reading) -> bool:
    """Tell whether a definite phrase's noun can stand for an actor."""
    if noun in STATE_NOUNS and noun != "government":
        return other.kind == "state"
    if reading.plural and other.kind in PERSONS:
        return False
    if noun in GROUP_NOUNS:
        return other.kind == "group" and bool(other.name or ARMED.intersection(other.sector))
    if other.noun and other.noun == noun:
        return other.kind == reading.kind or other.kind in PERSONS
    if other.kind in PERSONS and other.office:
        return noun in other.office.lower().split()
    if noun == "party":
        return "PTY" in other.sector and other.kind == "organisation"
    return False


def _referent(one: Candidate) -> Referent:
    return Referent(one.reading, one.span, one.sentence)


def _inside(inner: TextSpan, outer: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _clause_mates(sentence: Sentence, head: int) -> set[int]:
    """Give the offsets of what stands beside a pronoun under the same verb: it cannot be the same actor."""
    if not sentence.parsed:
        return set()
    token = sentence.tokens[head]
    if token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}:
        return set()
    verb = token.head
    if token.dep == "pobj":
        verb = sentence.tokens[token.head].head
    mates = {child.start for child in sentence.children(verb) if child.i != head}
    if token.dep not in SUBJECTS:
        mates.update(_understood_subject(sentence, verb))
    return mates


def _understood_subject(sentence: Sentence, verb: int) -> set[int]:
    """Give the offset of who does what a verb without a subject says ("Cruz met Rubio, praising him")."""
    for _ in range(CLAUSE_DEPTH):
        token = sentence.tokens[verb]
        if any(True for _ in sentence.children(verb, *SUBJECTS)):
            return {child.start for child in sentence.children(verb, *SUBJECTS)}
        if token.dep in {"relcl", "acl"}:
            return {sentence.tokens[token.head].start}
        if token.dep not in {"advcl", "xcomp", "conj", "pcomp", "prep"} or token.head == verb:
            return set()
        verb = token.head
    return set()


def best_of(chain: Chain) -> TextSpan:
    """Give the fullest words of a chain."""
    return chain.best
