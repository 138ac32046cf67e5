"""Scores coded events against stories: what happened, who did it to whom, and what is said of it.

A coded event may answer a gold event of its type when one of its triggers stands in a sentence that
holds a gold trigger. Pairs are one to one: those whose triggers overlap come first, then those with
the right actors and recipients, then those that stand earlier.
"""

import collections
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from dragoman.records import Event
from dragoman.score.coded import CodedEntity, CodedEvent, CodedPlace, CodedSize, CodedSpan, as_coded
from dragoman.score.figures import Accuracy, Prf, Tally
from dragoman.score.gold import GoldEntity, GoldEvent, GoldStory

SAME_CODE: Mapping[str | None, str] = {"UNO": "IGO", "EUR": "IGO", "IMG": "TRN", "ISM": "TRN", "XXX": "-"}
"""Codes that gold does not tell apart, and what they count as."""

NUMBERS = ("dead", "injured", "arrested", "crowd")
_SENTENCE_END = re.compile(r'(?<=[.!?])["\u201d\u2019)]*\s+(?=["\u201c\u2018(]?[A-Z0-9])|\n+')
_WORD = re.compile(r"\w+")
_NOT_WORD = re.compile(r"\W+")


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str | None: ...


class Miss(msgspec.Struct, frozen=True):
    """A gold event that was not found, or a coded event that answers none."""

    kind: str
    story: str
    type: str
    triggers: tuple[str, ...]


class Pair(msgspec.Struct, frozen=True):
    """A gold event and the coded event that answers it, by their numbers in the story.

    Attributes:
        gold: number of the gold event.
        coded: number of the coded event.
        who: whether the countries of actors and of recipients are both right.
        fields: verdicts on the fields that gold fills, as (name, right); a name may come twice.
    """

    gold: int
    coded: int
    who: bool
    fields: tuple[tuple[str, bool], ...]


class TypeScore(msgspec.Struct, frozen=True):
    """How one event type was found."""

    found: Prf

    def data(self) -> dict[str, float]:
        """Give the three rates and the number of gold events."""
        return {**self.found.data(), "gold": self.found.expected}


class StoryScores(msgspec.Struct, frozen=True):
    """All figures over a set of stories.

    Attributes:
        stories: number of stories.
        detect: events found, by type and sentence.
        who: events found with the right countries on both sides.
        roles: single participants with the right country, over all events.
        story: (actors, type, recipients) a story, wherever the triggers stand.
        matched: accuracy of the other fields over the pairs.
        condition: conditions whose words overlap, over the pairs.
        attribution: sources whose words overlap or end alike, over the pairs.
        types: figures of each type.
        misses: what was missed and what was extra, story by story.
        pairs: for each story id its pairs.
    """

    stories: int
    detect: Prf
    who: Prf
    roles: Prf
    story: Prf
    matched: dict[str, Accuracy]
    condition: Prf
    attribution: Prf
    types: dict[str, TypeScore]
    misses: tuple[Miss, ...]
    pairs: dict[str, tuple[Pair, ...]]


def score_stories(gold: Sequence[GoldStory], coded: Iterable[Event | CodedEvent | Mapping[str, Any]]) -> StoryScores:
    """Score coded events against gold stories.

    Args:
        gold: the stories.
        coded: events whose `article` is the id of their story; order matters only between equals.

    Raises:
        GoldError: a coded event cannot be read.
    """
    by_story: dict[str, list[CodedEvent]] = collections.defaultdict(list)
    for event in as_coded(coded):
        by_story[event.article].append(event)
    totals = {name: Prf() for name in ("detect", "who", "roles", "story", "condition", "attribution")}
    types: dict[str, Prf] = {}
    tally = Tally()
    misses: list[Miss] = []
    pairs: dict[str, tuple[Pair, ...]] = {}
    for story in gold:
        answers = by_story.get(story.id, [])
        pairs[story.id] = found = pair_events(story, answers)
        misses.extend(_misses(story, answers, found))
        for name, counts in _story_counts(story, answers, found).items():
            totals[name] += counts
        for name, counts in _type_counts(story, answers, found):
            types[name] = types.get(name, Prf()) + counts
        for pair in found:
            tally.add_all(pair.fields)
    return StoryScores(
        stories=len(gold),
        **totals,
        matched=tally.result(),
        types={name: TypeScore(counts) for name, counts in sorted(types.items())},
        misses=tuple(misses),
        pairs=pairs,
    )


def pair_events(story: GoldStory, coded: Sequence[CodedEvent]) -> tuple[Pair, ...]:
    """Say which coded event answers which gold event of one story, in the order of gold."""
    bounds = sentence_bounds(story.text)
    candidates = []
    for i, expected in enumerate(story.events):
        for j, answer in enumerate(coded):
            rank = _rank(expected, answer, bounds)
            if rank is not None:
                candidates.append((-rank, i, j))
    taken_gold: set[int] = set()
    taken_coded: set[int] = set()
    pairs = []
    for _, i, j in sorted(candidates):
        if i in taken_gold or j in taken_coded:
            continue
        taken_gold.add(i)
        taken_coded.add(j)
        expected, answer = story.events[i], coded[j]
        pairs.append(Pair(gold=i, coded=j, who=_who_right(expected, answer), fields=tuple(_verdicts(expected, answer))))
    return tuple(sorted(pairs, key=lambda pair: pair.gold))


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Give the offsets of the text's sentences by a rule of punctuation that needs no parser."""
    bounds = []
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        bounds.append((start, gap.start()))
        start = gap.end()
    return [*bounds, (start, len(text))]


def _sentences(spans: Iterable[_Span], bounds: Sequence[tuple[int, int]]) -> set[int]:
    """Give the numbers of the sentences that spans begin in, -1 for the space between two."""
    return {
        next((number for number, (start, end) in enumerate(bounds) if start <= span.start <= end), -1) for span in spans
    }


def _rank(expected: GoldEvent, answer: CodedEvent, bounds: Sequence[tuple[int, int]]) -> int | None:
    """Say how well an answer fits, None when it may not be paired at all."""
    triggers = answer.event_text or ()
    if answer.type != expected.type or not _sentences(triggers, bounds) & _sentences(expected.triggers, bounds):
        return None
    hit = any(_overlap(one, other) for one in expected.triggers for other in triggers)
    actors, recipients = _sides(expected, answer)
    return 2 * hit + actors + recipients


def _sides(expected: GoldEvent, answer: CodedEvent) -> tuple[bool, bool]:
    return (
        _countries(expected.actors) == _countries(answer.actor),
        _countries(expected.recipients) == _countries(answer.recipient),
    )


def _who_right(expected: GoldEvent, answer: CodedEvent) -> bool:
    return all(_sides(expected, answer))


def _code(entity: GoldEntity | CodedEntity) -> str:
    code = entity.country if isinstance(entity, GoldEntity) else entity.code
    return SAME_CODE.get(code, code) or "-"


def _countries(entities: Sequence[GoldEntity | CodedEntity] | None) -> frozenset[str]:
    return frozenset(_code(entity) for entity in entities or ())


def _overlap(one: _Span | None, other: _Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _last_word(text: str | None) -> str:
    words = _WORD.findall((text or "").lower())
    return words[-1] if words else ""


def _same_source(one: _Span, other: _Span) -> bool:
    return _overlap(one, other) or "" != _last_word(one.text) == _last_word(other.text)


def _verdicts(expected: GoldEvent, answer: CodedEvent) -> Iterator[tuple[str, bool]]:
    """Yield a verdict for each field that gold fills."""
    yield "mode", set(expected.modes) == set(answer.mode or ())
    wanted = _sectors((*expected.actors, *expected.recipients))
    if wanted:
        yield "sector", wanted == _sectors((*(answer.actor or ()), *(answer.recipient or ())))
    if expected.date:
        days = (answer.date, answer.enddate or answer.date)
        yield "date", days == (expected.date.start, expected.date.end)
    if expected.place:
        place = answer.event_loc or CodedPlace()
        yield "place country", place.country_code == expected.place.country
        yield "place name", _plain(place.resolved_place) == _plain(expected.place.name)
    yield "factuality", answer.factuality == expected.factuality
    if expected.factuality != "actual":
        yield "factuality (not actual)", answer.factuality == expected.factuality
    yield "historical", bool(answer.historical) == expected.historical
    size = answer.size or CodedSize()
    for name in NUMBERS:
        stated = getattr(expected, name)
        if stated is not None:
            yield "numbers", getattr(size, name) == stated


def _sectors(entities: Iterable[GoldEntity | CodedEntity]) -> set[tuple[str, str]]:
    return {
        (_code(entity), sector)
        for entity in entities
        for sector in (entity.sectors if isinstance(entity, GoldEntity) else entity.sector or ())
    }


def _plain(name: str | None) -> str:
    return _NOT_WORD.sub(" ", (name or "").lower()).strip()


def _story_counts(story: GoldStory, coded: Sequence[CodedEvent], pairs: Sequence[Pair]) -> dict[str, Prf]:
    answered, expected = len(coded), len(story.events)
    matched = [(story.events[pair.gold], coded[pair.coded]) for pair in pairs]
    told = _told(coded) & collections.Counter(_key(e.actors, e.type, e.recipients) for e in story.events)
    return {
        "detect": Prf(matched=len(pairs), answered=answered, expected=expected),
        "who": Prf(matched=sum(pair.who for pair in pairs), answered=answered, expected=expected),
        "roles": Prf(
            matched=sum(_shared_roles(gold, answer) for gold, answer in matched),
            answered=sum(len(one.actor or ()) + len(one.recipient or ()) for one in coded),
            expected=sum(len(one.actors) + len(one.recipients) for one in story.events),
        ),
        "story": Prf(matched=told.total(), answered=answered, expected=expected),
        "condition": _total(_condition_counts(gold, answer) for gold, answer in matched),
        "attribution": _total(_source_counts(gold.attribution, answer.attribution or ()) for gold, answer in matched),
    }


def _type_counts(story: GoldStory, coded: Sequence[CodedEvent], pairs: Sequence[Pair]) -> Iterator[tuple[str, Prf]]:
    for event in story.events:
        yield event.type, Prf(expected=1)
    for answer in coded:
        yield answer.type or "?", Prf(answered=1)
    for pair in pairs:
        yield story.events[pair.gold].type, Prf(matched=1)


def _told(coded: Iterable[CodedEvent]) -> "collections.Counter[tuple[frozenset[str], str, frozenset[str]]]":
    return collections.Counter(_key(one.actor, one.type or "?", one.recipient) for one in coded)


def _key(
    actors: Sequence[GoldEntity | CodedEntity] | None,
    event_type: str,
    recipients: Sequence[GoldEntity | CodedEntity] | None,
) -> tuple[frozenset[str], str, frozenset[str]]:
    return _countries(actors), event_type, _countries(recipients)


def _shared_roles(expected: GoldEvent, answer: CodedEvent) -> int:
    gold = collections.Counter(
        [("a", _code(x)) for x in expected.actors] + [("r", _code(x)) for x in expected.recipients]
    )
    coded = collections.Counter(
        [("a", _code(x)) for x in answer.actor or ()] + [("r", _code(x)) for x in answer.recipient or ()]
    )
    return (gold & coded).total()


def _condition_counts(expected: GoldEvent, answer: CodedEvent) -> Prf:
    return Prf(
        matched=int(_overlap(expected.condition, answer.condition)),
        answered=int(answer.condition is not None),
        expected=int(expected.condition is not None),
    )


def _source_counts(expected: Sequence[_Span], answered: Sequence[CodedSpan]) -> Prf:
    return Prf(
        matched=sum(any(_same_source(one, other) for other in answered) for one in expected),
        answered=len(answered),
        expected=len(expected),
    )


def _total(counts: Iterable[Prf]) -> Prf:
    return sum(counts, start=Prf())


def _misses(story: GoldStory, coded: Sequence[CodedEvent], pairs: Sequence[Pair]) -> Iterator[Miss]:
    found = {pair.gold for pair in pairs}
    used = {pair.coded for pair in pairs}
    for number, event in enumerate(story.events):
        if number not in found:
            words = tuple(span.text for span in event.triggers[:2])
            yield Miss(kind="missed", story=story.id, type=event.type, triggers=words)
    for number, answer in enumerate(coded):
        if number not in used:
            words = tuple(span.text or "" for span in (answer.event_text or ())[:2])
            yield Miss(kind="extra", story=story.id, type=answer.type or "?", triggers=words)
