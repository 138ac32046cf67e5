"""Gold: records of what an annotator says is right, and the reader that refuses broken files."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import GoldError
from dragoman.records import Factuality, TextSpan

T = TypeVar("T")

PLOVER_TYPES: tuple[str, ...] = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE",
    "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip


class GoldEntity(msgspec.Struct, frozen=True):
    """A participant; `country` is None when no state can be told."""

    text: str
    start: int
    end: int
    country: str | None
    sectors: tuple[str, ...] = ()


class GoldDates(msgspec.Struct, frozen=True):
    """First and last day that the text's words mean, in ISO form."""

    start: str
    end: str


class GoldPlace(msgspec.Struct, frozen=True):
    """Where: the words, the state, and the canonical English name."""

    text: str
    start: int
    end: int
    country: str | None
    name: str


class GoldEvent(msgspec.Struct, frozen=True):
    """One event in the world, with every mention of it in `triggers`."""

    type: str
    triggers: tuple[TextSpan, ...]
    modes: tuple[str, ...] = ()
    actors: tuple[GoldEntity, ...] = ()
    recipients: tuple[GoldEntity, ...] = ()
    date: GoldDates | None = None
    place: GoldPlace | None = None
    factuality: Factuality = "actual"
    historical: bool = False
    condition: TextSpan | None = None
    attribution: tuple[TextSpan, ...] = ()
    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    crowd: int | None = None


class GoldStory(msgspec.Struct, frozen=True):
    """A text with all its events."""

    id: str
    text: str
    events: tuple[GoldEvent, ...]
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


class Label(msgspec.Struct, frozen=True):
    """What is known of a sentence: about one event, never all of them."""

    event_type: str | None
    mode: str | tuple[str, ...] | None = None
    actor: tuple[dict[str, Any], ...] | None = None
    recipient: tuple[dict[str, Any], ...] | None = None

    @property
    def modes(self) -> frozenset[str]:
        """The modes as a set, whether written as one word or as a list."""
        if not self.mode:
            return frozenset()
        return frozenset((self.mode,) if isinstance(self.mode, str) else self.mode)


class LabelledSentence(msgspec.Struct, frozen=True):
    """A sentence with its label; a label without type says that there is no event."""

    id: str
    text: str
    events: tuple[Label, ...]
    date: str | None = None


class LabelledPhrase(msgspec.Struct, frozen=True):
    """An actor phrase; a field that is unset was not judged, an empty one means that none can be told."""

    phrase: str
    country: str | msgspec.UnsetType = msgspec.UNSET
    sector: str | msgspec.UnsetType = msgspec.UNSET


def read_stories(paths: Iterable[Path]) -> list[GoldStory]:
    """Read story gold and check it.

    Raises:
        GoldError: a file cannot be read, a line is no story, an id comes twice, a type is none of
            PLOVER's, an offset does not point at its words, or a date is none.
    """
    stories = []
    seen: dict[str, str] = {}
    for where, story in _read(paths, GoldStory):
        _refuse_repeat(story.id, where, seen)
        _check_story(story, where)
        stories.append(story)
    return stories


def read_sentences(paths: Iterable[Path]) -> list[LabelledSentence]:
    """Read labelled sentences.

    Raises:
        GoldError: a file cannot be read, a line is no labelled sentence, or an id comes twice.
    """
    sentences = []
    seen: dict[str, str] = {}
    for where, sentence in _read(paths, LabelledSentence):
        _refuse_repeat(sentence.id, where, seen)
        for label in sentence.events:
            if label.event_type is not None:
                _check_type(label.event_type, where)
        sentences.append(sentence)
    return sentences


def read_phrases(paths: Iterable[Path]) -> list[LabelledPhrase]:
    """Read labelled actor phrases.

    Raises:
        GoldError: a file cannot be read or a line is no labelled phrase.
    """
    return [phrase for _, phrase in _read(paths, LabelledPhrase)]


def parse_day(value: str | None) -> dt.date | None:
    """Give the day of an ISO date or time; None for None or the empty string."""
    return dt.date.fromisoformat(value[:10]) if value else None


def _read(paths: Iterable[Path], kind: type[T]) -> Iterator[tuple[str, T]]:
    """Yield each line's record with `path:line`, refusing files without a record."""
    for path in paths:
        found = False
        for number, line in enumerate(_lines(path), 1):
            if not line.strip():
                continue
            found = True
            where = f"{path}:{number}"
            try:
                record = msgspec.json.decode(line, type=kind)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise GoldError(
                    f"{where}: not a gold record of this task ({error})",
                    remedy="Mend the line, or name the task that the file is for with --task.",
                ) from error
            yield where, record
        if not found:
            raise GoldError(f"{path}: no gold in the file", remedy="Give a JSONL file with one record a line.")


def _lines(path: Path) -> Sequence[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except OSError as error:
        raise GoldError(
            f"{path}: gold cannot be read ({error.strerror})",
            remedy="Give the path of a readable JSONL file.",
        ) from error


def _refuse_repeat(identifier: str, where: str, seen: dict[str, str]) -> None:
    if identifier in seen:
        raise GoldError(
            f"{where}: id {identifier!r} stands already at {seen[identifier]}",
            remedy="Give every record an id of its own; coded events are told apart by it.",
        )
    seen[identifier] = where


def _check_type(event_type: str, where: str) -> None:
    if event_type not in PLOVER_TYPES:
        raise GoldError(f"{where}: no event type {event_type!r}", remedy=f"Types are: {', '.join(PLOVER_TYPES)}.")


def _check_story(story: GoldStory, where: str) -> None:
    _check_day(story.published, f"{where}: published")
    for event in story.events:
        _check_type(event.type, where)
        if not event.triggers:
            raise GoldError(f"{where}: event without a trigger ({event.type})", remedy="Give at least one trigger.")
        if event.date:
            _check_day(event.date.start, f"{where}: {event.type} date")
            _check_day(event.date.end, f"{where}: {event.type} date")
        for span in _spans(event):
            if story.text[span.start : span.end] != span.text:
                found = story.text[span.start : span.end]
                raise GoldError(
                    f"{where}: {event.type} has {span.text!r} at {span.start}-{span.end}, the text {found!r}",
                    remedy="Offsets count characters of `text` from 0; work them out again.",
                )


def _spans(event: GoldEvent) -> Iterator[TextSpan | GoldEntity | GoldPlace]:
    yield from event.triggers
    yield from event.actors
    yield from event.recipients
    yield from event.attribution
    if event.condition:
        yield event.condition
    if event.place:
        yield event.place


def _check_day(value: str | None, where: str) -> None:
    try:
        parse_day(value)
    except ValueError:
        raise GoldError(f"{where}: {value!r} is not a date", remedy="Write dates like 2024-05-31.") from None
