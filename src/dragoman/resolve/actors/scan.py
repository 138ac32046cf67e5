"""The first pass over an article: its named mentions, the roles beside them, the countries it speaks of."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.records import ParsedArticle, Sentence, TextSpan
from dragoman.resolve.actors.chains import Chains
from dragoman.resolve.actors.chunks import chunk_of_text
from dragoman.resolve.actors.grammar import COUNTRY, NAMED, Context, Grammar, PlaceCountry
from dragoman.resolve.actors.records import Chunk, Entry, Item, Reading, Role
from dragoman.resolve.actors.words import Word, split_words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "inside", "around", "throughout"})
NOT_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"})
PARTICLES = frozenset("al el bin ibn abu de da del della di dos van von der den la le ben bint ould ag ul ur".split())
ABBREVIATION = re.compile(r"\s*\(\s*(?:the\s+|or\s+)?([A-Z][A-Za-z&.-]{1,9})\s*\)")
GAP = re.compile(r"^(?:\s*|-|\.\s*|['’]\s?s?\s+|\s*-\s*)$")
AFTER = re.compile(r"\s*,\s+([^,.;:()\"“”]{4,90}?)(?=\s*[,.;:)\"”]|\s*$)")
SURNAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "VNM"})  # states where the family name comes first
LEAD_SENTENCES = 3
LEAD_WEIGHT = 2
ROLE_KINDS = frozenset({"office", "person", "people", "family", "group"})


class Scan(msgspec.Struct, frozen=True):
    """What the first pass found.

    Attributes:
        chains: named actors.
        countries: weight of each country, by code, heaviest first.
        local: for each sentence the country of its own place phrases, None if it has none or several.
    """

    chains: Chains
    countries: dict[str, int]
    local: tuple[str | None, ...]


class Scanner:
    """Scans one article; make one for each."""

    def __init__(self, grammar: Grammar, parsed: ParsedArticle, place_country: PlaceCountry, stops: frozenset[str]) -> None:
        self._grammar = grammar
        self._parsed = parsed
        self._text = parsed.article.text
        self._place_country = place_country
        self._stops = stops
        self._chains = Chains()
        self._weights: Counter[str] = Counter()
        self._order: dict[str, int] = {}
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
        local = tuple(self._sentence(sentence) for sentence in self._parsed.sentences)
        ranked = sorted(self._weights, key=lambda code: (-self._weights[code], self._order[code]))
        return Scan(self._chains, {code: self._weights[code] for code in ranked}, local)

    def _count(self, item: Item, weight: int) -> None:
        if isinstance(item.what, Entry) and item.what.code and item.what.code not in NOT_STATES:
            self._add_country(item.what.code, weight)

    def _add_country(self, code: str, weight: int) -> None:
        self._weights[code] += weight
        self._order.setdefault(code, len(self._order))

    def _sentence(self, sentence: Sentence) -> str | None:
        words = split_words(self._text, start=sentence.start, end=sentence.end)
        items = self._grammar.items(words)
        weight = LEAD_WEIGHT if sentence.index < LEAD_SENTENCES else 1
        subjects = {token.start for token in sentence.tokens if token.dep in SUBJECTS}
        places: set[str] = set()
        for item in items:
            self._count(item, weight)
            if isinstance(item.what, Entry) and item.what.kind in COUNTRY and item.what.code and _locative(words, item.first):
                places.add(item.what.code)
            if isinstance(item.what, Entry) and item.what.kind in NAMED | {"state", "capital"}:
                self._known_name(words, item, item.what, sentence, subjects)
        for first, last in self._runs(words, items):
            code = self._run(words, first, last, items, sentence, subjects)
            if code is not None and _locative(words, first):
                places.add(code)
                self._add_country(code, weight)
        return places.pop() if len(places) == 1 else None

    def _span(self, words: Sequence[Word], first: int, last: int) -> TextSpan:
        start, end = words[first].start, words[last].end
        if words[last].possessive:
            end = start + len(self._text[start : words[last].start]) + len(words[last].text)
        return TextSpan(self._text[start:end], start, end)

    def _known_name(
        self, words: Sequence[Word], item: Item, entry: Entry, sentence: Sentence, subjects: set[int]
    ) -> None:
        chunk = Chunk(tuple(words[item.first : item.last + 1]), item.last - item.first)
        reading = self._grammar.read(chunk, self._context)
        span = self._span(words, item.first, item.last)
        bracket = ABBREVIATION.match(self._text, span.end)
        aliases = [bracket.group(1)] if bracket else []
        if entry.kind == "person" and reading.code in SURNAME_FIRST:
            aliases.append(entry.name.split()[0])
        name = entry.name if entry.kind != "capital" else f"{entry.name} state"
        subject = any(span.start <= start < span.end for start in subjects)
        self._chains.add(name, reading, span, sentence=sentence.index, subject=subject, aliases=aliases)
        if entry.kind == "person":
            self._chains.add(span.text, reading, span, sentence=sentence.index, subject=subject)

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
        return word.capital and at not in covered and word.key not in self._stops and not word.key.isdigit()

    def _continues(self, words: Sequence[Word], last: int, covered: set[int]) -> bool:
        following = words[last + 1]
        if last + 1 in covered or words[last].possessive or not GAP.match(self._text[words[last].end : following.start]):
            return False
        if following.key in PARTICLES and last + 2 < len(words) and words[last + 2].capital:
            return True
        return following.capital

    def _run(
        self,
        words: Sequence[Word],
        first: int,
        last: int,
        items: Sequence[Item],
        sentence: Sentence,
        subjects: set[int],
    ) -> str | None:
        """Read one stretch of capitalised words: a person with a role, an organisation, or a place.

        Returns:
            The country if it is a place.
        """
        inside = [one for one in items if isinstance(one.what, Role) and first <= one.first and one.last <= last]
        body = next((one for one in inside if one.last == last), None)
        if body is not None:
            self._organisation(words, first, last, items, sentence, subjects)
            return None
        start = max((one.last + 1 for one in inside), default=first)
        name = " ".join(word.text for word in words[start : last + 1])
        reading = self._role_before(words, start, items) or self._role_after(words[last].end)
        known = self._chains.find(name)
        if reading is None and known is None:
            code = self._place_country(name)
            if code is not None or (start == last):
                return code
        span = self._span(words, start, last)
        subject = any(words[first].start <= at < span.end for at in subjects)
        if reading is None:
            gender = self._grammar.given_gender(words[start].key)
            reading = Reading("unknown-person", None, ("CVL",), "unknown-name", gender=gender, open=True)
        bracket = ABBREVIATION.match(self._text, span.end)
        aliases = [bracket.group(1)] if bracket else []
        self._chains.add(name, reading, span, sentence=sentence.index, subject=subject, aliases=aliases)
        return None

    def _organisation(
        self, words: Sequence[Word], first: int, last: int, items: Sequence[Item], sentence: Sentence, subjects: set[int]
    ) -> None:
        while first and any(one.last == first - 1 and isinstance(one.what, Entry) for one in items) and words[first - 1].capital:
            first = next(one.first for one in items if one.last == first - 1)
        if first == last:
            return
        reading = self._grammar.read(Chunk(tuple(words[first : last + 1]), last - first), self._context)
        if reading.kind not in {"organisation", "group"}:
            return
        span = self._span(words, first, last)
        bracket = ABBREVIATION.match(self._text, span.end)
        subject = any(span.start <= at < span.end for at in subjects)
        aliases = [bracket.group(1)] if bracket else []
        self._chains.add(span.text, reading, span, sentence=sentence.index, subject=subject, aliases=aliases)

    def _role_before(self, words: Sequence[Word], start: int, items: Sequence[Item]) -> Reading | None:
        """Read the role that stands right before a name ("the interior minister", "Brigadier")."""
        item = next((one for one in items if one.last == start - 1 and isinstance(one.what, Role)), None)
        if item is None:
            return None
        left = item.first
        while left and self._belongs(words, left - 1) and item.first - left < 6:  # noqa: PLR2004
            left -= 1
        chunk = Chunk(tuple(words[left:start]), start - 1 - left)
        reading = self._grammar.read(chunk, self._context)
        return _as_person(reading)

    def _belongs(self, words: Sequence[Word], i: int) -> bool:
        between = self._text[words[i].end : words[i + 1].start]
        return between.strip(" -") == "" and words[i].key not in {"and", "or", "said", "by", "of", "to", "for", "the", "a"}

    def _role_after(self, end: int) -> Reading | None:
        """Read the apposition after a name (", Taiwan's deputy foreign minister,")."""
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


def _locative(words: Sequence[Word], first: int) -> bool:
    """Tell whether a place is where something is ("in Kandahar", "in the northern city of Kunduz")."""
    before = [word.key for word in words[max(0, first - 5) : first]]
    if before and before[-1] == "the":
        before = before[:-1]
    return bool(before) and (before[-1] in LOCATIVE or (before[-1] == "of" and bool(LOCATIVE.intersection(before[:-1]))))


def publication_day(parsed: ParsedArticle) -> dt.date | None:
    """Give the day that readings without a date of their own are made for."""
    return parsed.article.published
