"""Reads gold stories in the form that people write and works out every offset."""

import re
from collections.abc import Iterator
from typing import Any

NUMBERS = ("dead", "injured", "arrested", "crowd")
_EVENT = re.compile(r"(?P<type>[A-Z]+)(?: (?P<modes>[a-z,-]+))?: (?P<triggers>.+)")
_FIELD = re.compile(r"  (?P<name>[a-z])(?:: (?P<value>.+))?")
_NTH = re.compile(r"(?P<words>.+)#(?P<number>\d+)")


class GoldSourceError(Exception):
    """A line of the source that says something impossible; the message names line and remedy."""


def parse(source: str) -> Iterator[dict[str, Any]]:
    """Yield the stories of a source file in the shared story format.

    Raises:
        GoldSourceError: a line fits no rule, or its words do not stand in the text.
    """
    head: tuple[int, str] | None = None
    body: list[tuple[int, str]] = []
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("=== "):
            if head:
                yield _story(head, body)
            head, body = (number, line[4:]), []
        elif head:
            body.append((number, line))
        elif line.strip() and not line.startswith("#"):
            raise GoldSourceError(f"line {number}: text before the first story; begin one with '=== id | date | title'")
    if head:
        yield _story(head, body)


def locate(words: str, text: str, *, line: int, unique: bool) -> dict[str, Any]:
    """Find words in a text and give them with their offsets.

    Args:
        words: the words, `words#2` for their second occurrence, or `words@@longer words` to find
            them inside longer ones.
        text: the story's text.
        line: number of the source line, for messages.
        unique: whether words that stand there twice must say which is meant.

    Raises:
        GoldSourceError: the words do not stand there, or stand there more than once.
    """
    if "@@" in words:
        words, longer = words.split("@@", 1)
        outer = locate(longer, text, line=line, unique=True)
        inner = locate(words, outer["text"], line=line, unique=True)
        return {"text": words, "start": outer["start"] + inner["start"], "end": outer["start"] + inner["end"]}
    nth = _NTH.fullmatch(words)
    wanted = int(nth["number"]) if nth else 1
    words = nth["words"] if nth else words
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if len(found) < wanted:
        raise GoldSourceError(f"line {line}: {words!r} stands {len(found)} times in the text; copy it exactly")
    if unique and not nth and len(found) > 1:
        raise GoldSourceError(f"line {line}: {words!r} stands {len(found)} times; say which with #1, #2 or @@")
    start = found[wanted - 1]
    return {"text": words, "start": start, "end": start + len(words)}


def _story(head: tuple[int, str], body: list[tuple[int, str]]) -> dict[str, Any]:
    number, line = head
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3 or not parts[0]:  # noqa: PLR2004 - id, date, title
        raise GoldSourceError(
            f"line {number}: a story begins with '=== id | date | title'; date and title may be empty"
        )
    cut = next((i for i, (_, text) in enumerate(body) if text == "---"), len(body))
    text = "\n".join(line for _, line in body[:cut]).strip("\n")
    return {
        "id": parts[0],
        "title": parts[2] or None,
        "published": parts[1] or None,
        "text": text,
        "events": list(_events(body[cut + 1 :], text)),
    }


def _events(lines: list[tuple[int, str]], text: str) -> Iterator[dict[str, Any]]:
    event: dict[str, Any] | None = None
    for number, line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        field = _FIELD.fullmatch(line)
        if field and event:
            _fill(event, field["name"], field["value"] or "", (number, text))
            continue
        opening = _EVENT.fullmatch(line)
        if not opening:
            raise GoldSourceError(f"line {number}: {line!r} is neither 'TYPE modes: triggers' nor a field '  a: ...'")
        if event:
            yield event
        event = _new_event(opening, (number, text))
    if event:
        yield event


def _new_event(opening: re.Match[str], at: tuple[int, str]) -> dict[str, Any]:
    number, text = at
    triggers = [locate(words, text, line=number, unique=True) for words in _split(opening["triggers"])]
    return {
        "type": opening["type"],
        "modes": opening["modes"].split(",") if opening["modes"] else [],
        "triggers": sorted(triggers, key=lambda span: int(span["start"])),
        "actors": [],
        "recipients": [],
        "date": None,
        "place": None,
        "factuality": "actual",
        "historical": False,
        "condition": None,
        "attribution": [],
        **dict.fromkeys(NUMBERS),
    }


def _fill(event: dict[str, Any], name: str, value: str, at: tuple[int, str]) -> None:
    number, text = at
    if name in "ar":
        event["actors" if name == "a" else "recipients"] = [_entity(one, at) for one in _split(value)]
    elif name == "d":
        start, _, end = value.partition("..")
        event["date"] = {"start": start, "end": end or start}
    elif name == "p":
        words, code = _equation(value, number)
        country, _, place = code.partition(" ")
        span = locate(words, text, line=number, unique=False)
        event["place"] = {**span, "country": country, "name": place or span["text"]}
    elif name == "f":
        event["factuality"] = value
    elif name == "h":
        event["historical"] = True
    elif name == "c":
        event["condition"] = locate(value, text, line=number, unique=False)
    elif name == "s":
        event["attribution"] = [locate(one, text, line=number, unique=False) for one in _split(value)]
    elif name == "n":
        event.update({key: int(count) for key, _, count in (one.partition("=") for one in value.split())})
    else:
        raise GoldSourceError(f"line {number}: no field {name!r}; fields are a r d p f h c s n")


def _entity(value: str, at: tuple[int, str]) -> dict[str, Any]:
    number, text = at
    words, codes = _equation(value, number)
    country, *sectors = codes.split()
    span = locate(words, text, line=number, unique=False)
    return {**span, "country": None if country == "-" else country, "sectors": sectors}


def _equation(value: str, number: int) -> tuple[str, str]:
    words, sign, codes = value.partition(" = ")
    if not sign or not codes.strip():
        raise GoldSourceError(f"line {number}: {value!r} lacks its code; write 'words = CODE ...' ('-' for no code)")
    return words.strip(), codes.strip()


def _split(value: str) -> list[str]:
    return [one.strip() for one in value.split(" | ")]
