"""Marks in an article's text who, what, whom, when, where and on whose word, in colour and with labels."""

from collections.abc import Iterator, Sequence

import msgspec
from rich.text import Text

from dragoman.records import CODED_KINDS, Article, Event

ROLES = {
    "trigger": "what happened",
    "actor": "who",
    "recipient": "whom",
    "time": "when",
    "place": "where",
    "source": "on whose word",
    "condition": "if, unless, until",
}
"""Every role that is marked, and what its label says; the first of several roles gives the colour."""
LABELS = {
    "actor": "who",
    "recipient": "whom",
    "time": "when",
    "place": "where",
    "source": "says",
    "condition": "if",
}
NOT_CODED = "not coded"


class Mark(msgspec.Struct, frozen=True, order=True):
    """Words of the text with all that they are.

    Attributes:
        start: offset of the first character.
        end: offset after the last.
        labels: what stands before the words, "who 1" or "2 THREATEN" for example.
        style: name of the colour.
    """

    start: int
    end: int
    labels: tuple[str, ...]
    style: str


def marked_text(article: Article, events: Sequence[Event]) -> Text:
    """Give the article's text with its events marked.

    Each mark is `[label words]`. Marks may hold other marks; one that would cross another is cut
    in two. Page furniture, which is not coded, is marked as such.
    """
    whole = Mark(0, len(article.text), (), "")
    marks = _nested(sorted(_marks(article, events), key=lambda mark: (mark.start, -mark.end)))
    return _rendered(article.text, whole, marks)


def legend() -> Text:
    """Explain the marks in one line."""
    text = Text("Marks: ").append("[1 EVENT]", style="trigger")
    for role, label in LABELS.items():
        text.append("  ").append(f"[{label}]", style=role)
        text.append(f" {ROLES[role]}" if ROLES[role] != label else "")
    return text.append("  numbers: table below", style="label")


def _marks(article: Article, events: Sequence[Event]) -> Iterator[Mark]:
    """Give one mark for each stretch of words, with the labels of all roles that it plays."""
    found: dict[tuple[int, int], dict[str, list[str]]] = {}
    for number, event in enumerate(events, start=1):
        for role, start, end in _spans(event, article.text):
            if 0 <= start < end <= len(article.text):
                label = f"{number} {'/'.join(event.event)}" if role == "trigger" else str(number)
                found.setdefault((start, end), {}).setdefault(role, []).append(label)
    for (start, end), roles in found.items():
        ordered = [role for role in ROLES if role in roles]
        labels = tuple(
            " ".join([*([LABELS[role]] if role in LABELS else []), ",".join(dict.fromkeys(roles[role]))])
            for role in ordered
        )
        yield Mark(start, end, labels, ordered[0])
    for block in article.blocks:
        if block.kind not in CODED_KINDS and block.end > block.start:
            yield Mark(block.start, block.end, (NOT_CODED,), "furniture")


def _spans(event: Event, text: str) -> Iterator[tuple[str, int, int]]:
    """Give role and offsets of all words that the record points at."""
    yield from (("trigger", one.start, one.end) for one in event.event_text)
    yield from (("actor", one.start, one.end) for one in event.actor)
    yield from (("recipient", one.start, one.end) for one in event.recipient)
    yield from (("source", one.start, one.end) for one in event.attribution)
    if event.date_text is not None:
        yield "time", event.date_text.start, event.date_text.end
    if event.condition is not None:
        yield "condition", event.condition.start, event.condition.end
    if event.event_loc is not None:
        start = _nearest(text, event.event_loc.extracted_place, event.event_text[0].start)
        if start is not None:
            yield "place", start, start + len(event.event_loc.extracted_place)


def _nearest(text: str, words: str, offset: int) -> int | None:
    """Find words nearest to an offset, since a record does not say where its place's words stand."""
    before = text.rfind(words, 0, offset)
    after = text.find(words, offset)
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: abs(start - offset), default=None) if words else None


def _nested(marks: Sequence[Mark]) -> list[Mark]:
    """Cut marks that cross an earlier one, so that all lie beside or within each other."""
    done: list[Mark] = []
    waiting = list(reversed(marks))
    open_marks: list[Mark] = []
    while waiting:
        mark = waiting.pop()
        while open_marks and open_marks[-1].end <= mark.start:
            open_marks.pop()
        if open_marks and mark.end > open_marks[-1].end:
            edge = open_marks[-1].end
            rest = msgspec.structs.replace(mark, start=edge)
            waiting.append(rest)
            waiting.sort(key=lambda one: (-one.start, one.end))
            mark = msgspec.structs.replace(mark, end=edge)
        open_marks.append(mark)
        done.append(mark)
    return done


def _rendered(text: str, whole: Mark, marks: Sequence[Mark]) -> Text:
    """Write the text with its marks; each mark's own words carry its colour."""
    out = Text()
    stack = [whole]
    at = 0

    def copy(to: int) -> None:
        nonlocal at
        out.append(text[at:to], style=stack[-1].style)
        at = to

    def close(until: int) -> None:
        while len(stack) > 1 and stack[-1].end <= until:
            copy(stack[-1].end)
            out.append("]", style="label")
            stack.pop()

    for mark in marks:
        close(mark.start)
        copy(mark.start)
        out.append(f"[{', '.join(mark.labels)}: ", style="label")
        stack.append(mark)
    close(len(text))
    copy(len(text))
    return out
