"""The first pass over an article: its named mentions, the roles beside them, the countries it speaks of."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.records import ParsedArticle, Phrase, Sentence, TextSpan, Token
from dragoman.resolve.actors.chains import Chains, Sighting
from dragoman.resolve.actors.chunks import chunk_of_phrase, chunk_of_text
from dragoman.resolve.actors.clauses import SUBJECTS
from dragoman.resolve.actors.context import COUNTRY, NAMED, NOT_STATES, Context, PlaceCountry
from dragoman.resolve.actors.grammar import Grammar
from dragoman.resolve.actors.records import Chunk, Entry, Item, Reading, Role
from dragoman.resolve.actors.setting import Spot
from dragoman.resolve.actors.words import Word, fold, split_words

LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "inside", "around", "throughout"})
PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "de",
        "da",
        "del",
        "della",
        "di",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "ben",
        "bint",
        "ould",
        "ag",
        "ul",
        "ur",
    }
)
ABBREVIATION = re.compile(r"\s*\(\s*(?:the\s+|or\s+)?([A-Z][A-Za-z&.-]{1,9})\s*\)")
GAP = re.compile(r"^(?:\s*|-|\.\s*|['’]\s?s?\s+|\s*-\s*)$")
AFTER = re.compile(r"\s*,\s+([^,.;:()\"“”]{4,90}?)(?=\s*[,.;:)\"”]|\s*$)")
SURNAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "VNM"})  # states where the family name comes first
EPITHETS = frozenset({"amod", "compound", "nmod"})
LONGEST_ROLE = 6  # words before a role noun that may belong to it
LEAD_SENTENCES = 3
LEAD_WEIGHT = 2
TELLERS = frozenset({"media", "company"})  # named for what they say or sell; an article is not about their countries
TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame)\.?\s+([A-Z][^\W\d_]+)")
DATELINE = re.compile(r"\s*(?:,[^,.()–—-]{2,30})?\s*(?:\([^)]{2,40}\)\s*)?(?:[–—:]|-+\s)")


class Scan(msgspec.Struct, frozen=True):
    """What the first pass found.

    Attributes:
        chains: named actors.
        countries: weight of each country, by code, heaviest first.
        spots: for each sentence its places where something is.
    """

    chains: Chains
    countries: dict[str, int]
    spots: tuple[tuple[Spot, ...], ...]


class Line(msgspec.Struct, frozen=True):
    """A sentence as it is being scanned.

    Attributes:
        words: its words.
        items: known names and roles in them.
        number: its number.
        subjects: offsets of its subjects.
        people: offsets of subjects that are names of one word, which do or say something.
        verbs: offsets of verbs, which end a noun phrase.
        sentence: the sentence itself.
    """

    words: Sequence[Word]
    items: Sequence[Item]
    number: int
    subjects: frozenset[int]
    people: frozenset[int]
    verbs: frozenset[int]
    sentence: Sentence


class Scanner:
    """Scans one article; make one for each."""

    def __init__(
        self, grammar: Grammar, parsed: ParsedArticle, place_country: PlaceCountry, classes: dict[str, frozenset[str]]
    ) -> None:
        self._grammar = grammar
        self._parsed = parsed
        self._text = parsed.article.text
        self._place_country = place_country
        self._classes = classes
        self._chains = Chains()
        self._weights: Counter[str] = Counter()
        self._order: dict[str, int] = {}
        self._surnames = frozenset(fold(name) for name in TITLED.findall(self._text))
        self._context = Context(parsed.article.published, place_country, self.named)

    def named(self, name: str) -> Reading | None:
        """Give the reading of a name already seen in the article."""
        chain = self._chains.find(name)
        return None if chain is None else chain.reading

    def scan(self) -> Scan:
        """Read all sentences, in order."""
        if self._parsed.article.title:
            for item in self._grammar.items(split_words(self._parsed.article.title)):
                self._count(item, 1)
        spots = tuple(self._sentence(sentence) for sentence in self._parsed.sentences)
        self._count_halves()
        ranked = sorted(self._weights, key=lambda code: (-self._weights[code], self._order[code]))
        return Scan(self._chains, {code: self._weights[code] for code in ranked}, spots)

    def _count_halves(self) -> None:
        """Count "the North" and "the South" for the halves of a divided country that the article is about."""
        for side, code in self._grammar.halves(self._weights).items():
            told = re.findall(rf"\b[Tt]he {side.title()}\b(?![\w-]|\s+[A-Z])", self._text)
            if told:
                self._add_country(code, len(told))

    def _count(self, item: Item, weight: int) -> None:
        if isinstance(item.what, Entry) and item.what.kind not in TELLERS:
            self._add_country(item.what.code, weight)

    def _add_country(self, code: str | None, weight: int) -> None:
        if code is None or code in NOT_STATES:
            return
        self._weights[code] += weight
        self._order.setdefault(code, len(self._order))

    def _sentence(self, sentence: Sentence) -> tuple[Spot, ...]:
        words = split_words(self._text, start=sentence.start, end=sentence.end)
        items = [one for one in self._grammar.items(words) if not self._is_no_country(words, one)]
        weight = LEAD_WEIGHT if sentence.index < LEAD_SENTENCES else 1
        subjects = frozenset(token.start for token in sentence.tokens if token.dep in SUBJECTS)
        people = frozenset(token.start for token in sentence.tokens if token.dep in SUBJECTS and token.pos == "PROPN")
        verbs = frozenset(token.start for token in sentence.tokens if token.dep not in EPITHETS and _is_verb(token))
        line = Line(words, items, sentence.index, subjects, people, verbs, sentence)
        spots: list[Spot] = []
        for item in items:
            self._count(item, weight)
            if isinstance(item.what, Entry) and item.what.kind in COUNTRY and self._is_spot(words, item, item.what):
                self._add_spot(spots, words[item.first], item.what.code)
            if isinstance(item.what, Entry) and item.what.kind in NAMED | {"state", "capital"}:
                self._known_name(line, item, item.what)
        for first, last in self._runs(words, items):
            code = self._run(line, first, last)
            self._add_country(code, weight)
            if self._locative(words, first):
                self._add_spot(spots, words[first], code)
            if sentence.index == 0 and first == 0 and DATELINE.match(self._text, words[last].end):
                self._add_country(code, weight)
        return tuple(spots)

    def _is_spot(self, words: Sequence[Word], item: Item, entry: Entry) -> bool:
        """Tell whether a country is where something is; of a nationality ("in the Syrian city") its noun tells."""
        if not self._locative(words, item.first):
            return False
        if entry.kind not in {"adjective", "people"}:
            return True
        after = words[item.last + 1].key if item.last + 1 < len(words) else ""
        return after in self._classes["place_noun"]

    def _locative(self, words: Sequence[Word], first: int) -> bool:
        """Tell whether a place is where something is ("in Kandahar", "in the northern city of Kunduz")."""
        before = [word.key for word in words[max(0, first - 5) : first]]
        while before and before[-1] in self._classes["direction"]:
            before.pop()
        if not before or before[-1] != "of":
            return bool(before) and before[-1] in LOCATIVE
        return (
            len(before) > 1 and before[-2] in self._classes["place_noun"] and bool(LOCATIVE.intersection(before[:-2]))
        )

    def _add_spot(self, spots: list[Spot], word: Word, code: str | None) -> None:
        if code is not None and code not in NOT_STATES:
            spots.append(Spot(word.start, code))

    def _is_no_country(self, words: Sequence[Word], item: Item) -> bool:
        """Tell whether a state's name is here a currency's ("US $50") or a person's first name."""
        if not isinstance(item.what, Entry) or item.what.kind not in {"state", "adjective"}:
            return False
        if self._text[words[item.last].end :].lstrip()[:1] == "$":
            return True
        following = list(words[item.last + 1 : item.last + 4])
        name = [word for i, word in enumerate(following) if word.capital and all(one.capital for one in following[:i])]
        return item.what.kind == "state" and bool(name) and any(word.key in self._surnames for word in name)

    def _span(self, words: Sequence[Word], first: int, last: int) -> TextSpan:
        start, end = words[first].start, words[last].end
        if words[last].possessive:
            end = start + len(self._text[start : words[last].start]) + len(words[last].text)
        return TextSpan(self._text[start:end], start, end)

    def _known_name(self, line: Line, item: Item, entry: Entry) -> None:
        words = line.words
        chunk = Chunk(tuple(words[item.first : item.last + 1]), item.last - item.first)
        reading = self._grammar.read(chunk, self._context)
        span = self._span(words, item.first, item.last)
        bracket = ABBREVIATION.match(self._text, span.end)
        aliases = [bracket.group(1)] if bracket else []
        if entry.kind == "person" and reading.code in SURNAME_FIRST:
            aliases.append(entry.name.split()[0])
        name = entry.name if entry.kind != "capital" else f"{entry.name} state"
        subject = any(span.start <= start < span.end for start in line.subjects)
        if entry.kind == "person":
            aliases.append(span.text)
        place = entry.kind in {"state", "capital"} and self._locative(words, item.first)
        self._chains.add(name, reading, Sighting(span, line.number, subject, place), aliases=aliases)

    def _runs(self, words: Sequence[Word], items: Sequence[Item]) -> list[tuple[int, int]]:
        """Find stretches of capitalised words that no known name covers."""
        covered = {i for item in items if isinstance(item.what, Entry) for i in range(item.first, item.last + 1)}
        runs: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            if not self._opens(words, at, covered):
                at += 1
                continue
            last = at
            while last + 1 < len(words) and self._continues(words, last, covered):
                last += 1
            while last > at and words[last].key in PARTICLES and not words[last].capital:
                last -= 1
            runs.append((at, last))
            at = last + 1
        return runs

    def _opens(self, words: Sequence[Word], at: int, covered: set[int]) -> bool:
        word = words[at]
        return (
            word.capital and at not in covered and word.key not in self._classes["run_stop"] and not word.key.isdigit()
        )

    def _continues(self, words: Sequence[Word], last: int, covered: set[int]) -> bool:
        following = words[last + 1]
        if (
            last + 1 in covered
            or words[last].possessive
            or not GAP.match(self._text[words[last].end : following.start])
        ):
            return False
        if following.key in PARTICLES and last + 2 < len(words) and words[last + 2].capital:
            return True
        return following.capital

    def _run(self, line: Line, first: int, last: int) -> str | None:
        """Read one stretch of capitalised words: a person with a role, an organisation, or a place.

        Returns:
            The country if it is a place, or an organisation that has one in its name.
        """
        words, items = line.words, line.items
        inside = [one for one in items if isinstance(one.what, Role) and first <= one.first and one.last <= last]
        body = next((one for one in inside if one.last == last), None)
        if body is not None:
            return self._organisation(line, first, last)
        start = max((one.last + 1 for one in inside), default=first)
        name = " ".join(word.text for word in words[start : last + 1])
        reading = self._role_before(line, start) or self._role_after(line, words[last])
        known = self._chains.find(name)
        if reading is None and known is None:
            code = self._place_country(name)
            if code is not None or (start == last and words[start].start not in line.people):
                return code
        span = self._span(words, start, last)
        subject = any(words[first].start <= at < span.end for at in line.subjects)
        if reading is None:
            gender = self._grammar.given_gender(words[start].key) or self._grammar.title_gender(words, first)
            reading = Reading("unknown-person", None, ("CVL",), "unknown-name", gender=gender, open=True)
        bracket = ABBREVIATION.match(self._text, span.end)
        aliases = [bracket.group(1)] if bracket else []
        self._chains.add(name, reading, Sighting(span, line.number, subject), aliases=aliases)
        return None

    def _organisation(self, line: Line, first: int, last: int) -> str | None:
        words, items = line.words, line.items
        while (
            first
            and any(one.last == first - 1 and isinstance(one.what, Entry) for one in items)
            and words[first - 1].capital
        ):
            first = next(one.first for one in items if one.last == first - 1)
        if first == last:
            return None
        reading = self._grammar.read(Chunk(tuple(words[first : last + 1]), last - first), self._context)
        if reading.kind not in {"organisation", "group"}:
            return None
        span = self._span(words, first, last)
        bracket = ABBREVIATION.match(self._text, span.end)
        subject = any(span.start <= at < span.end for at in line.subjects)
        aliases = [bracket.group(1)] if bracket else []
        self._chains.add(span.text, reading, Sighting(span, line.number, subject), aliases=aliases)
        covered = any(isinstance(one.what, Entry) and first <= one.first <= last for one in items)
        return None if covered else reading.code

    def _role_before(self, line: Line, start: int) -> Reading | None:
        """Read the role that stands right before a name ("the interior minister", "Brigadier")."""
        words = line.words
        item = next((one for one in line.items if one.last == start - 1 and isinstance(one.what, Role)), None)
        if item is None:
            return None
        left = item.first
        while left and self._belongs(words, left - 1) and item.first - left < LONGEST_ROLE:
            if words[left - 1].start in line.verbs:
                break
            left -= 1
        chunk = Chunk(tuple(words[left:start]), start - 1 - left)
        reading = self._grammar.read(chunk, self._context)
        return _as_person(reading)

    def _belongs(self, words: Sequence[Word], i: int) -> bool:
        between = self._text[words[i].end : words[i + 1].start]
        return between.strip(" -") == "" and words[i].key not in {
            "and",
            "or",
            "said",
            "by",
            "of",
            "to",
            "for",
            "the",
            "a",
        }

    def _role_after(self, line: Line, last: Word) -> Reading | None:
        """Read the apposition after a name (", Taiwan's deputy foreign minister,")."""
        return self._apposed(line.sentence, last) or self._between_commas(last.end)

    def _apposed(self, sentence: Sentence, name: Word) -> Reading | None:
        """Read what the parser found to stand in apposition to a name."""
        token = next((one for one in sentence.tokens if one.start == name.start), None)
        if token is None or not sentence.parsed:
            return None
        for child in sentence.children(token.i, "appos"):
            if child.pos != "NOUN":
                continue
            span = TextSpan(child.text, child.start, child.end)
            chunk = chunk_of_phrase(Phrase(span, sentence.index, child.i, "apposition"), sentence, text=self._text)
            reading = None if chunk is None else self._grammar.read(chunk, self._context)
            if reading is not None and reading.rule.startswith("role-noun"):
                return _as_person(reading)
        return None

    def _between_commas(self, end: int) -> Reading | None:
        found = AFTER.match(self._text, end)
        if found is None:
            return None
        chunk = chunk_of_text(self._text, start=found.start(1), end=found.end(1))
        if chunk is None or not chunk.words or chunk.words[chunk.head].capital:
            return None
        reading = self._grammar.read(chunk, self._context)
        return _as_person(reading) if reading.rule.startswith("role-noun") else None


def _as_person(reading: Reading) -> Reading | None:
    if reading.kind not in {"role", "people", "family", "group"}:
        return None
    return msgspec.structs.replace(reading, kind="person", rule=f"name with {reading.rule}", plural=False)


def _is_verb(token: Token) -> bool:
    return token.pos in {"AUX", "VERB"} and not token.tag.startswith("N")


def publication_day(parsed: ParsedArticle) -> dt.date | None:
    """Give the day that readings without a date of their own are made for."""
    return parsed.article.published
