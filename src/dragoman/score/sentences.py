"""Scores coded events against single labelled sentences.

Such gold labels about one event a sentence and is silent on the others, so that it measures recall
and confusion between types, not precision.
"""

import collections
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.records import Event
from dragoman.score.coded import CodedEntity, CodedEvent, as_coded
from dragoman.score.figures import Accuracy, Tally
from dragoman.score.gold import Label, LabelledSentence
from dragoman.score.stories import SAME_CODE

FIGURES = ("type", "only", "silent", "mode", "actor", "recipient", "dropped")
"""Figures in the order that they are shown."""


class Confusion(msgspec.Struct, frozen=True):
    """A label that was not coded, what was coded in its place, and how often."""

    label: str
    coded: str
    cases: int


class SentenceScores(msgspec.Struct, frozen=True):
    """All figures over a set of sentences.

    Attributes:
        sentences: number of sentences.
        figures: type (labels whose type was coded in the sentence), only (sentences whose types are
            exactly those labelled), silent (labelled, nothing coded), mode, actor and recipient (right,
            where given and the type was found), dropped (labelled as no event, nothing coded).
        confusions: most frequent first.
    """

    sentences: int
    figures: dict[str, Accuracy]
    confusions: tuple[Confusion, ...]


def score_sentences(
    gold: Sequence[LabelledSentence], coded: Iterable[Event | CodedEvent | Mapping[str, Any]]
) -> SentenceScores:
    """Score coded events against labelled sentences.

    Args:
        gold: the sentences.
        coded: events whose `article` is the id of their sentence.

    Raises:
        GoldError: a coded event cannot be read.
    """
    by_sentence: dict[str, list[CodedEvent]] = collections.defaultdict(list)
    for event in as_coded(coded):
        by_sentence[event.article].append(event)
    tally = Tally()
    confusions: collections.Counter[tuple[str, str]] = collections.Counter()
    for sentence in gold:
        found = by_sentence.get(sentence.id, [])
        tally.add_all(_sentence_verdicts(sentence, found))
        for label in sentence.events:
            if not label.event_type:
                continue
            same = [event for event in found if event.type == label.event_type]
            tally.add_all(_label_verdicts(label, same))
            if not same:
                confusions[label.event_type, ",".join(sorted(_types(found))) or "nothing"] += 1
    figures = tally.result()
    return SentenceScores(
        sentences=len(gold),
        figures={name: figures[name] for name in FIGURES if name in figures},
        confusions=tuple(
            Confusion(label=label, coded=types, cases=cases)
            for (label, types), cases in sorted(confusions.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def _types(events: Iterable[CodedEvent]) -> set[str]:
    return {event.type for event in events if event.type}


def _sentence_verdicts(sentence: LabelledSentence, found: Sequence[CodedEvent]) -> Iterator[tuple[str, bool]]:
    labelled = {label.event_type for label in sentence.events if label.event_type}
    if labelled:
        yield "only", _types(found) == labelled
        yield "silent", not found
    else:
        yield "dropped", not found


def _label_verdicts(label: Label, same: Sequence[CodedEvent]) -> Iterator[tuple[str, bool]]:
    yield "type", bool(same)
    if not same:
        return
    if label.modes:
        yield "mode", any(label.modes == set(event.mode or ()) for event in same)
    wanted = _labelled_codes(label.actor)
    if wanted:
        yield "actor", any(wanted == _coded_codes(event.actor) for event in same)
    wanted = _labelled_codes(label.recipient)
    if wanted:
        yield "recipient", any(wanted == _coded_codes(event.recipient) for event in same)


def _fold(codes: Iterable[str | None]) -> set[str]:
    # A label "XXX" (unknown) is a code like any other here; only stories count it as none.
    return {code if code == "XXX" else SAME_CODE.get(code, code) for code in codes if code}


def _labelled_codes(entities: Iterable[Mapping[str, Any]] | None) -> set[str]:
    return _fold(entity.get("country") for entity in entities or ())


def _coded_codes(entities: Iterable[CodedEntity] | None) -> set[str]:
    return _fold(entity.code for entity in entities or ())
