"""What the reading of a phrase may ask for beyond the phrase itself, and the classes of known names it reasons by."""

import datetime as dt
from collections.abc import Callable

import msgspec

from dragoman.resolve.actors.records import Reading

PlaceCountry = Callable[[str], str | None]
NAMED = frozenset({"group", "media", "organisation", "party", "person", "service", "seat", "company"})
"""Kinds of known names that are actors of their own."""
COUNTRY = frozenset({"state", "adjective", "people", "capital", "region"})
"""Kinds of known names that tell a country."""
NOT_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"})
"""Codes that are no country's."""
POLITICAL = frozenset(
    {
        "GOV",
        "MIL",
        "COP",
        "SPY",
        "JUD",
        "LEG",
        "PTY",
        "OPP",
        "REB",
        "PRM",
        "UAF",
        "ELI",
        "PRE",
        "REL",
        "LAB",
        "REF",
        "JRN",
        "SOC",
    }
)
"""Sectors whose bearers are political actors."""


class Context(msgspec.Struct, frozen=True):
    """What a reading may ask for.

    Attributes:
        on: the day for which offices are read.
        place_country: code of the state that a place name lies in, None if unknown.
        named: reading of a name seen in the article, by folded name.
        acting: True where the phrase takes part in an event: a bare state is then its government.
        lower: True for a phrase without any capital letter.
    """

    on: dt.date | None
    place_country: PlaceCountry
    named: Callable[[str], Reading | None]
    acting: bool = True
    lower: bool = False
