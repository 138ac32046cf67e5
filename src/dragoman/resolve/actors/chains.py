"""Who an article names: every named mention of every sentence, joined into one chain an actor."""

from collections.abc import Iterable

import msgspec

from dragoman.records import TextSpan
from dragoman.resolve.actors.records import Reading
from dragoman.resolve.actors.words import fold, keys_of, near

SHORTEST_TYPO = 6  # letters a name must have before a spelling mistake is forgiven


class Mention(msgspec.Struct, frozen=True):
    """One mention of a chain.

    Attributes:
        span: its words.
        sentence: number of its sentence.
        chain: number of its chain.
        named: True for a name, False for a descriptive phrase.
        subject: whether it is the subject of its clause.
        place: whether it only tells where something is ("in Beijing").
    """

    span: TextSpan
    sentence: int
    chain: int
    named: bool
    subject: bool
    place: bool = False


class Sighting(msgspec.Struct, frozen=True):
    """Where a name stands: its words, its sentence, whether as subject, whether only as a place."""

    span: TextSpan
    sentence: int
    subject: bool
    place: bool = False


class Chain(msgspec.Struct):
    """One actor of the article.

    Attributes:
        number: its number.
        reading: what is known of it.
        best: the fullest mention.
        names: folded spellings.
        mentions: in order of the text.
    """

    number: int
    reading: Reading
    best: TextSpan
    names: set[str]
    mentions: list[Mention]


class Chains:
    """The chains of one article while they are being found, and then to be asked."""

    def __init__(self) -> None:
        self.all: list[Chain] = []
        self._by_name: dict[str, int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, set[int]] = {}

    def find(self, name: str) -> Chain | None:
        """Find the chain of a name: as written, by surname, or with a spelling mistake of a letter or two."""
        keys = keys_of(name)
        if not keys:
            return None
        text = " ".join(keys)
        number = self._by_name.get(text)
        if number is not None:
            return self.all[number]
        if len(keys) == 1:
            numbers = self._by_last.get(text, [])
            return self.all[numbers[-1]] if numbers else self._by_given_name(text) or self._misspelt_surname(text)
        return self._misspelt(keys)

    def _by_given_name(self, key: str) -> Chain | None:
        """Find the one person of that first name ("Indira" after "Indira Gandhi")."""
        numbers = self._by_first.get(key, set())
        return self.all[next(iter(numbers))] if len(numbers) == 1 else None

    def _misspelt(self, keys: tuple[str, ...]) -> Chain | None:
        for chain in self.all:
            for name in chain.names:
                parts = name.split()
                if (
                    len(parts) == len(keys)
                    and sum(len(part) for part in parts) >= SHORTEST_TYPO
                    and _alike(parts, keys)
                ):
                    return chain
        return None

    def _misspelt_surname(self, key: str) -> Chain | None:
        if len(key) < SHORTEST_TYPO:
            return None
        for last, numbers in self._by_last.items():
            if len(last) >= SHORTEST_TYPO and near(last, key, most=1):
                return self.all[numbers[-1]]
        return None

    def add(self, name: str, reading: Reading, seen: Sighting, *, aliases: Iterable[str] = ()) -> Chain:
        """Add a mention to its chain, making the chain if it is new.

        Args:
            name: the name by which it is joined: a neutral name or the words.
            reading: what this mention was read as.
            seen: where it stands.
            aliases: more names that lead to the chain (an abbreviation in brackets).
        """
        chain, span = self.find(name), seen.span
        if chain is None:
            chain = Chain(len(self.all), reading, span, set(), [])
            self.all.append(chain)
        else:
            chain.reading = merged(chain.reading, reading)
            if len(span.text) > len(chain.best.text) and reading.kind == chain.reading.kind:
                chain.best = span
        chain.mentions.append(
            Mention(span, seen.sentence, chain.number, named=True, subject=seen.subject, place=seen.place)
        )
        for spelling in (name, *aliases):
            self._learn(chain, spelling)
        return chain

    def _learn(self, chain: Chain, name: str) -> None:
        keys = keys_of(name)
        text = " ".join(keys)
        if not text:
            return
        chain.names.add(text)
        self._by_name.setdefault(text, chain.number)
        if chain.reading.kind in {"person", "unknown-person"} and len(keys) > 1:
            self._by_first.setdefault(keys[0], set()).add(chain.number)
            for last in {keys[-1], "".join(keys[-2:])}:
                numbers = self._by_last.setdefault(last, [])
                if chain.number not in numbers:
                    numbers.append(chain.number)

    def of_kind(self, *kinds: str) -> list[Chain]:
        """Give the chains of some kinds, in order of first mention."""
        return [chain for chain in self.all if chain.reading.kind in kinds]


def merged(known: Reading, new: Reading) -> Reading:
    """Join what two mentions of one actor tell; the first that tells something is kept."""
    if known.name is not None:
        return known
    if new.name is not None:
        return new
    better = known
    if known.kind in {"unknown-person", "unknown"} and new.kind not in {"unknown-person", "unknown"}:
        better = msgspec.structs.replace(new, gender=new.gender or known.gender)
    if better.code is None and (known.code or new.code):
        better = msgspec.structs.replace(better, code=known.code or new.code, open=False)
    if not better.gender and new.gender:
        better = msgspec.structs.replace(better, gender=new.gender)
    return better


def _alike(left: list[str], right: tuple[str, ...]) -> bool:
    different = [(a, b) for a, b in zip(left, right, strict=True) if fold(a) != fold(b)]
    return len(different) == 1 and all(near(a, b) and min(len(a), len(b)) >= SHORTEST_TYPO - 1 for a, b in different)
