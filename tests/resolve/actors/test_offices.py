"""Offices and terms on a day."""

import datetime as dt

import pytest

from dragoman.resolve.actors.offices import office_on
from dragoman.resolve.actors.records import Office, Person

HOLDER = Person(
    "Ada Example",
    "f",
    (
        Office("interior minister", "KEN", ("GOV",), dt.date(2001, 1, 1), dt.date(2003, 6, 30)),
        Office("president", "KEN", ("GOV",), dt.date(2010, 5, 1), dt.date(2015, 4, 30)),
    ),
)


@pytest.mark.parametrize(
    ("day", "title", "sector", "rule"),
    [
        ("2000-12-31", None, (), "no-office-yet"),
        ("2001-01-01", "interior minister", ("GOV",), "office-at-date"),
        ("2003-06-30", "interior minister", ("GOV",), "office-at-date"),
        ("2005-01-01", None, ("ELI",), "former-office-at-date"),
        ("2012-01-01", "president", ("GOV",), "office-at-date"),
        ("2020-01-01", None, ("ELI",), "former-office-at-date"),
        (None, "president", ("GOV",), "latest-known-office"),
    ],
)
def test_office_on_a_day(day: str | None, title: str | None, sector: tuple[str, ...], rule: str) -> None:
    office, sectors, why = office_on(HOLDER, dt.date.fromisoformat(day) if day else None)
    assert (None if office is None else office.title, sectors, why) == (title, sector, rule)


def test_a_rebel_in_government_stays_a_rebel() -> None:
    leader = Person(
        "Ben Example",
        "m",
        (
            Office("leader of the front", "MLI", ("REB",), dt.date(2001, 1, 1), None),
            Office("vice president", "MLI", ("GOV",), dt.date(2005, 1, 1), None),
        ),
    )
    assert office_on(leader, dt.date(2006, 1, 1))[1] == ("GOV", "REB")


def test_the_office_that_is_said_tells_where_no_day_does() -> None:
    assert office_on(HOLDER, None, said="minister")[0] == HOLDER.offices[0]
    assert office_on(HOLDER, None, said="envoy")[0] == HOLDER.offices[1]
    assert office_on(HOLDER, dt.date(2012, 1, 1), said="minister")[0] == HOLDER.offices[1]
