"""Shows events as a table that fits the window: eight columns if it is wide, four if it is not."""

from collections.abc import Sequence

import msgspec
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.records import Article, Condition, Entity, Event

WIDE = 120
"""Columns of a window from which each field has a column of its own."""
SHORT_ID = 6
"""Characters of an event's id that are shown; `dragoman explain` takes them."""
LONGEST = 60
"""Characters of a condition that are shown."""
COLUMNS = (
    ("", SHORT_ID),
    ("what", 14),
    ("who", 17),
    ("whom", 15),
    ("when", 12),
    ("where", 11),
    ("how sure", 12),
    ("on whose word", 14),
)
"""Heads of a wide table and the least characters that keep words in one piece."""
NARROW_COLUMNS = (("", SHORT_ID), ("what", 16), ("who > whom", 20), ("when, where", 12), ("said by", 14))
"""The same for a narrow one, which fits 80 characters."""


def event_table(article: Article, events: Sequence[Event], *, width: int) -> RenderableType:
    """Show an article's events under a line that names it."""
    heading = Text().append(article.id, style="heading")
    about = [article.published.isoformat() if article.published else "no date", article.title or ""]
    heading.append("  " + "  ".join(part for part in about if part), style="label")
    if not events:
        return Group(heading, Text("  no events\n", style="label"))
    return Group(heading, _table(events, wide=width >= WIDE))


def _table(events: Sequence[Event], *, wide: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="heading")
    for head, least in COLUMNS if wide else NARROW_COLUMNS:
        table.add_column(head, overflow="fold", vertical="top", min_width=least, no_wrap=not head)
    for number, event in enumerate(events, start=1):
        cells = _cells(number, event)
        table.add_row(*(cells if wide else _folded(cells)), end_section=False)
    return table


def _cells(number: int, event: Event) -> tuple[Text, ...]:
    return (
        _lines(Text(str(number), style="heading"), Text(event.id[:SHORT_ID], style="code")),
        _lines(kind(event), _quoted(event.event_text[0].text)),
        people(event.actor),
        people(event.recipient),
        _when(event),
        _where(event),
        _lines(*_how_sure(event)),
        _lines(*(_named(source.text, source.code, source.sector, "source") for source in event.attribution)),
    )


def _folded(cells: tuple[Text, ...]) -> tuple[Text, ...]:
    number, what, who, whom, when, where, sure, source = cells
    arrow = Text().append("> ", style="label").append_text(whom) if whom.plain else whom
    return number, _lines(what, sure), _lines(who, arrow), _lines(when, where), source


def kind(event: Event) -> Text:
    """Give type and mode, and what a speech act is about."""
    text = Text().append("/".join(event.event), style="heading")
    if event.mode:
        text.append(" " + ", ".join(event.mode))
    if event.content is not msgspec.UNSET:
        text.append(f" > {'/'.join(event.content.event)}", style="label")
    return text


def people(entities: Sequence[Entity]) -> Text:
    """Give participants, each with its code and sectors."""
    return _lines(*(_named(one.entity_text, one.code, one.sector, "") for one in entities))


def _named(words: str, code: str | None, sectors: Sequence[str], style: str) -> Text:
    text = Text(" ".join(words.split()), style=style)
    codes = " ".join([*([code] if code else []), *sectors])
    return text.append(f" {codes}", style="code") if codes else text


def _when(event: Event) -> Text:
    if event.date is None:
        return Text("")
    days = event.date if event.enddate in {None, event.date} else f"{event.date} to {event.enddate}"
    return _lines(Text(days), _quoted(event.date_text.text) if event.date_text else Text(""))


def _where(event: Event) -> Text:
    place = event.event_loc
    if place is None:
        return Text("")
    return _named(place.resolved_place, place.country_code, (), "")


def _how_sure(event: Event) -> list[Text]:
    """Give factuality, background, condition and numbers: what keeps a record from being misread."""
    lines = [Text(event.factuality, style="" if event.factuality == "actual" else "condition")]
    if event.historical:
        lines.append(Text("background", style="label"))
    if event.condition is not None:
        lines.append(Text(_condition(event.condition), style="condition"))
    counted = [f"{number} {name}" for name in event.size.__struct_fields__ if (number := getattr(event.size, name))]
    if counted:
        lines.append(Text(", ".join(counted)))
    return lines


def _condition(condition: Condition) -> str:
    """Give the words of a condition, after its kind if they do not begin with it."""
    words = " ".join(condition.text.split())
    named = words if words.lower().startswith(condition.polarity) else f"{condition.polarity}: {words}"
    return named if len(named) <= LONGEST else named[: LONGEST - 1] + "…"


def _quoted(words: str) -> Text:
    return Text(f'"{" ".join(words.split())}"', style="label")


def _lines(*parts: Text) -> Text:
    return Text("\n").join([part for part in parts if part.plain])
