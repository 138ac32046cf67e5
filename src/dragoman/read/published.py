"""Reads the day of publication as feeds, archives and people write it."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from dragoman.errors import DateError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""First three letters of the English months."""

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TIME = r"(?:(?:,| at| -| \|)? ?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[a-z]{2,5}\)?)?)?"
_SPELLED = (
    re.compile(rf"{_WEEKDAY}{_DAY}(?: of)?[ -]{_MONTH},?[ -](?P<year>\d{{4}}){_TIME}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>\d{{4}}){_TIME}", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})", re.IGNORECASE),
)
_REMEDY = "Give the day like 2020-08-21."
_LONGEST = 80


def parse_published(value: str) -> dt.date:
    """Read a date of publication.

    Args:
        value: an ISO date or date and time, a date as in e-mails and feeds (RFC 2822), or one
            with the English month ("21 August 2020", "Aug. 21, 2020"). The day is taken as
            written, whatever the time zone. "03/04/2020" is refused: it means two days.

    Raises:
        DateError: the value is no date, or no day of the calendar.
    """
    text = " ".join(value.split())
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    if not text:
        raise DateError("an empty date", remedy=_REMEDY)
    if len(text) <= _LONGEST:
        for read in (_iso, _spelled, _rfc2822):
            try:
                found = read(text)
            except (ValueError, OverflowError, TypeError, IndexError):
                continue
            if found is not None:
                return found
    raise DateError(f"{shown!r} is no date", remedy=_REMEDY)


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return dt.datetime.fromisoformat(text).date()


def _spelled(text: str) -> dt.date | None:
    for form in _SPELLED:
        match = form.fullmatch(text)
        if match:
            parts = match.groupdict()
            month = int(parts["number"]) if "number" in parts else 1 + MONTHS.index(parts["month"][:3].lower())
            return dt.date(int(parts["year"]), month, int(parts["day"]))
    return None


def _rfc2822(text: str) -> dt.date | None:
    if not any(character.isalpha() for character in text) or not re.search(r"\b\d{4}\b", text):
        return None
    return parsedate_to_datetime(text).date()
