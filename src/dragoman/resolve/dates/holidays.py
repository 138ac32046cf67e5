"""Feasts and named days: on which day of a year they fall."""

import calendar
import datetime as dt
import re
import tomllib
from functools import cache
from importlib import resources

from dragoman.errors import DataError
from dragoman.resolve.dates.point import Point, of_date

FIXED = re.compile(r"(\d{2})-(\d{2})")
ONCE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
EASTER = re.compile(r"easter([+-]\d+)")
NTH = re.compile(r"(\d{2}) (mon|tue|wed|thu|fri|sat|sun) (-1|[1-5])")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK = 7


@cache
def load_holidays() -> dict[str, str]:
    """Read the table of holidays, name to rule.

    Raises:
        DataError: the file cannot be read or a rule has none of the forms that its first lines describe.
    """
    path = resources.files("dragoman.resolve.dates") / "data" / "holidays.toml"
    try:
        rules: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"holidays.toml cannot be read ({error})", remedy="Repair the file.") from error
    for name, rule in rules.items():
        if not any(form.fullmatch(rule) for form in (FIXED, ONCE, EASTER, NTH)):
            raise DataError(f"holidays.toml: {name} has no known rule: {rule!r}", remedy="See the file's first lines.")
    return rules


def holiday(name: str, year: int) -> Point | None:
    """Give the day of a holiday in a year; None if it has none then or is not in the table.

    Args:
        name: as in the table.
        year: of the calendar; days that fell once have their own.
    """
    rule = load_holidays().get(name, "")
    try:
        if match := ONCE.fullmatch(rule):
            return Point("day", int(match[1]), int(match[2]), int(match[3]))
        if match := FIXED.fullmatch(rule):
            return Point("day", year, int(match[1]), int(match[2]))
        if match := EASTER.fullmatch(rule):
            return of_date(easter(year) + dt.timedelta(days=int(match[1])))
        if match := NTH.fullmatch(rule):
            return of_date(_nth(year, int(match[1]), WEEKDAYS.index(match[2]), int(match[3])))
    except ValueError:
        return None
    return None


def _nth(year: int, month: int, weekday: int, count: int) -> dt.date:
    length = calendar.monthrange(year, month)[1]
    days = [day for n in range(1, length + 1) if (day := dt.date(year, month, n)).weekday() == weekday]
    return days[count - 1] if count > 0 else days[-1]


def easter(year: int) -> dt.date:
    """Give Easter Sunday of the western churches, by the Gregorian rule of 1582.

    The arithmetic is that of the golden number and the epact, as J.-M. Oudin gave it in 1940.

    Raises:
        ValueError: the year lies outside of the calendar.
    """
    century, golden = year // 100, year % 19
    correction = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full_moon = correction - (correction // 28) * (1 - (29 // (correction + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % WEEK
    offset = full_moon - weekday
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))
