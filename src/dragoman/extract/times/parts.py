"""Parts of a time: numbers and clock times out of their words, and what two times lend each other."""

import re
from collections.abc import Callable

from dragoman.extract.number_words import parse_number

VAGUE = "X"
NOON = 12
HOURS = 24
MINUTES = 60
PIVOT = 30  # two-digit years from here on are of the last century
LAST_DAY = 31
QUARTERS = 4
HALVES = 2
FIGURES = re.compile(r"\d+")
DECIMAL = re.compile(r"\d+\.\d+")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?|(\d{2})(\d{2})|(\d{1,2})")
MORNING = frozenset({"am", "MO"})
FINE = ("day", "weekday", "month", "season", "quarter", "half", "holiday")
"""Parts that leave the year open."""


def _number(forms: list[str]) -> str | None:
    if len(forms) == 1 and DECIMAL.fullmatch(forms[0]):
        return forms[0]
    value = parse_number(forms)
    return None if value is None else str(value)


def _figures(forms: list[str]) -> str | None:
    match = FIGURES.search(forms[0])
    return None if match is None else str(int(match.group()))


def _year(forms: list[str]) -> str | None:
    text = forms[0]
    return f"'{text[1:]}" if text[:1] in "'’" else text if text.isdigit() else None


def _full_year(short: str) -> str:
    """Give the year of our time that two figures mean."""
    return str(int(short) + (1900 if int(short) >= PIVOT else 2000))


def _decade(forms: list[str]) -> str | None:
    digits = "".join(char for char in forms[0] if char.isdigit())
    if not digits.endswith("0"):
        return None
    short = int(digits[-2])
    century = digits[:-2] or ("20" if short * 10 < PIVOT - 10 else "19")
    return f"{century}{short}"


def _clock(forms: list[str]) -> str | None:
    if CLOCK.fullmatch(forms[0]):
        return forms[0]
    return _number(forms)


def _plain(forms: list[str]) -> str | None:
    return " ".join(forms)


READERS: dict[str, Callable[[list[str]], str | None]] = {
    "century": _figures,
    "clock": _clock,
    "day": _figures,
    "decade": _decade,
    "n": _number,
    "ord": _figures,
    "quarter": _figures,
    "year": _year,
}


def read_value(part: str, forms: list[str]) -> str | None:
    """Read the value of a part from words that no table explains: a number, a year, a clock time.

    Args:
        part: name of the part.
        forms: its words.

    Returns:
        The value, None if the words are no such thing.
    """
    return READERS.get(part, _plain)(forms)


def finish_parts(parts: dict[str, str]) -> dict[str, str] | None:
    """Bring what a rule read into its final form.

    Returns:
        The parts, None if they contradict each other: a 25 o'clock, a fifth quarter.
    """
    done = dict(parts)
    if done.pop("one", None) is not None:
        done["n"] = "1"
    done.pop("every", None)
    if "turn" in done:
        _finish_turn(done)
    if "clock" in done and not _finish_clock(done):
        return None
    if "iso" in done:
        _finish_iso(done)
    if "slash" in done and not _finish_slash(done):
        return None
    if done.get("year", "").startswith("'"):
        done["year"], done["short"] = _full_year(done["year"][1:]), "1"
    if "half" in done:
        done["half"] = {"START": "1", "END": "2", "-1": "2"}.get(done["half"], done["half"])
    if done.get("quarter") == "-1":
        done["quarter"] = "4"
    return done if _makes_sense(done) else None


def _makes_sense(parts: dict[str, str]) -> bool:
    limits = (("day", LAST_DAY), ("quarter", QUARTERS), ("half", HALVES))
    if any(part in parts and not 1 <= int(parts[part]) <= limit for part, limit in limits):
        return False
    return "century" not in parts or int(parts["century"]) > 0


def _finish_clock(parts: dict[str, str]) -> bool:
    """Make `clock` a time of 24 hours out of hour, minutes and half of the day."""
    match = CLOCK.fullmatch(parts["clock"])
    half, word = parts.pop("ampm", None), parts.pop("clockword", None)
    if match is None or (word == str(HOURS) and match[3] is not None) or (match[4] and half):
        return False
    hour, minute = int(match[1] or match[3] or match[5] or 0), int(match[2] or match[4] or 0)
    if half is not None:
        if not 1 <= hour <= NOON:
            return False
        hour = hour % NOON + (0 if half in MORNING else NOON)
    parts["clock"] = f"{hour:02d}:{minute:02d}"
    return hour <= HOURS and minute < MINUTES


def _finish_turn(parts: dict[str, str]) -> None:
    """A winter belongs to the year in which it ends."""
    turn = parts.pop("turn")
    parts["year"] = parts["year"][: -len(turn)] + turn


def _finish_iso(parts: dict[str, str]) -> None:
    day, _, clock = parts.pop("iso").partition("T")
    parts["year"], parts["month"], number = day.split("-")
    parts["day"] = str(int(number))
    if clock:
        parts["clock"] = clock[:5]


def _finish_slash(parts: dict[str, str]) -> bool:
    """Read 14/3/2017; where day and month could change places nothing is read, for nobody knows."""
    separator = "." if "." in parts["slash"] else "/"
    one, two, year = parts.pop("slash").split(separator)
    first, second = int(one), int(two)
    if separator == "/" and first <= NOON and second <= NOON and first != second:
        return False
    day, month = (second, first) if separator == "/" and second > NOON else (first, second)
    if not 1 <= month <= NOON:
        return False
    parts["day"], parts["month"] = str(day), f"{month:02d}"
    parts["year"] = year if len(year) > len("17") else _full_year(year)
    return True


def share_parts(
    first: dict[str, str], second: dict[str, str], *, link: str
) -> tuple[dict[str, str], dict[str, str]] | None:
    """Give two times of a range or list what one has and the other lacks: "April and June 1955".

    Args:
        first: parts of the earlier time in the text.
        second: parts of the later one.
        link: `to` for a range, `and` or `or` for a list.

    Returns:
        Both, completed; None if they make no pair, such as the years 1957 and 12.
    """
    one, two = dict(first), dict(second)
    for part in ("unit", "era"):
        if part in two:
            one.setdefault(part, two[part])
    if "century" in two and "day" in one:
        return None
    for mine, other in ((one, two), (two, one)):
        if "day" in mine and "month" not in mine and "month" in other:
            mine["month"] = other["month"]
    if len(two.get("year", "1999")) < len(one.get("year", "")):
        two["year"] = one["year"][: -len(two["year"])] + two["year"]
    _share_year(one, two, link=link)
    if link == "to" and "year" in one and "year" in two and ("era" in two) < (int(one["year"]) > int(two["year"])):
        return None
    return one, two


def _share_year(one: dict[str, str], two: dict[str, str], *, link: str) -> None:
    """Copy the year to the side without; a range that passes New Year has two."""
    turn = int(link == "to" and "month" in one and "month" in two and one["month"] > two["month"])
    if "year" in two and _lacks_year(one):
        one["year"] = str(int(two["year"]) - turn)
    elif "year" in one and _lacks_year(two) and "month" in two:
        two["year"] = str(int(one["year"]) + turn)


def _lacks_year(parts: dict[str, str]) -> bool:
    if parts.keys() & {"year", "ref", "yearref", "weekref", "decade", "century", "offset"}:
        return False
    return bool(parts.keys() & {"month", "season", "quarter", "half"})
