"""Shows the way to each field's value, and what was left out on the way."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.event_table import kind
from dragoman.cli.screen import counted
from dragoman.records import Article, CodedArticle, Event, Reason, Rejection, TextSpan

AROUND = 60
"""Characters shown on either side of a trigger."""


def explained_event(article: Article, event: Event, reasons: Sequence[Reason], *, number: int | None) -> RenderableType:
    """Show one event's frame, its triggers in their surroundings, and a row for each step of its fields."""
    heading = Text().append(f"{number}  " if number is not None else "", style="heading")
    heading.append_text(kind(event)).append(f"  {event.id}", style="code").append(f"  in {article.id}", style="label")
    lines = Text().append("frame  ", style="label").append(event.frame, style="heading")
    lines.append(f"   confidence {event.confidence:.2f}", style="label")
    for trigger in event.event_text:
        lines.append("\n").append_text(in_context(article.text, trigger.start, trigger.end))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="heading")
    for head in ("field", "value", "from the words", "rule", "instead of"):
        table.add_column(head, overflow="fold", vertical="top", min_width=min(len(head), 8))
    for reason in in_field_order(reasons):
        table.add_row(
            reason.field,
            Text(reason.value or "-", style="heading"),
            Text(_quoted(reason.evidence), style="trigger" if reason.field == "event" else ""),
            Text(reason.rule, style="source"),
            Text("; ".join(reason.alternatives), style="label"),
        )
    return Group(heading, Padding(lines, (0, 0, 0, 3)), Padding(table, (0, 0, 0, 2)))


def in_field_order(reasons: Sequence[Reason]) -> list[Reason]:
    """Sort reasons by the record's fields, each once: mentions of one event often say the same."""
    order = {name: number for number, name in enumerate(Event.__struct_fields__)}
    return sorted(dict.fromkeys(reasons), key=lambda reason: order.get(reason.field, len(order)))


def left_out(article: Article, outcome: CodedArticle) -> RenderableType:
    """Show the words that look like an event and were not coded, each with its reason."""
    heading = (
        Text()
        .append(article.id, style="heading")
        .append(f"  {counted(len(outcome.events), 'event')}, {len(outcome.rejections)} left out", style="label")
    )
    if not outcome.rejections:
        nothing = "" if outcome.events else "   no word of this text is a trigger of any frame\n"
        return Group(heading, Text(nothing, style="label"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="heading")
    for head in ("left out", "reason", "what it means"):
        table.add_column(head, overflow="fold", vertical="top")
    for rejection in outcome.rejections:
        table.add_row(_where(article, rejection), Text(rejection.reason, style="condition"), Text(rejection.detail))
    return Group(heading, Padding(table, (0, 0, 0, 2)))


def in_context(text: str, start: int, end: int) -> Text:
    """Give words with what stands around them in their paragraph, cut at spaces."""
    paragraph_start = text.rfind("\n", 0, start) + 1
    paragraph_end = text.find("\n", end) % (len(text) + 1)
    before = text[max(paragraph_start, start - AROUND) : start]
    after = text[end : min(paragraph_end, end + AROUND)]
    if start - AROUND > paragraph_start:
        before = f"…{before.partition(' ')[2]}"
    if end + AROUND < paragraph_end:
        after = f"{after.rpartition(' ')[0]}…"
    shown = Text().append(before, style="label")
    shown.append(f"[{_one_line(text[start:end])}]", style="trigger")
    return shown.append(after, style="label")


def _where(article: Article, rejection: Rejection) -> Text:
    if rejection.evidence is None:
        return Text("the whole text")
    return in_context(article.text, rejection.evidence.start, rejection.evidence.end)


def _quoted(span: TextSpan | None) -> str:
    return "" if span is None else f'"{_one_line(span.text)}"'


def _one_line(words: str) -> str:
    return " ".join(words.split())
