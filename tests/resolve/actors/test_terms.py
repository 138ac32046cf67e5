"""Names whose sectors change with time: parties in and out of government, former rebels."""

import datetime as dt

import pytest

from dragoman.resolve.actors.knowledge import _with_terms
from dragoman.resolve.actors.name_index import NameIndex
from dragoman.resolve.actors.offices import entry_on
from dragoman.resolve.actors.records import Entry
from dragoman.resolve.actors.words import split_words

PARTY = Entry(name="Example Party", kind="party", code="SLV", sector=("PTY",))


@pytest.mark.parametrize(
    ("terms", "day", "sector"),
    [
        ("", "2000-01-01", "PTY"),
        ("-", "2000-01-01", "PTY,OPP"),
        ("-", None, "PTY,OPP"),
        ("1994..1999-06|2009-05-11..", "1993-12-31", "PTY,OPP"),
        ("1994..1999-06|2009-05-11..", "1994-01-01", "PTY,GOV"),
        ("1994..1999-06|2009-05-11..", "1999-06-30", "PTY,GOV"),
        ("1994..1999-06|2009-05-11..", "2009-05-10", "PTY,OPP"),
        ("1994..1999-06|2009-05-11..", None, "PTY,GOV"),
        ("1994..1999-06", None, "PTY,OPP"),
        ("..1992-01 REB|2009..2019", "1985-06-01", "REB"),
        ("..1992-01 REB|2009..2019", "1992-02-01", "PTY,OPP"),
        ("..1992-01 REB", "1992-02-01", "PTY"),
        ("..1992-01 REB", None, "PTY"),
    ],
)
def test_sector_at_a_day(terms: str, day: str | None, sector: str) -> None:
    on = dt.date.fromisoformat(day) if day else None
    assert ",".join(entry_on(_with_terms(PARTY, terms), on).sector) == sector


@pytest.mark.parametrize(
    ("spelling", "text", "found"),
    [
        ("M.E.N.D.", "MEND", True),
        ("M.E.N.D.", "M.E.N.D.", True),
        ("M.E.N.D.", "Mend", False),
        ("NATO", "Nato", True),
        ("P.K.K.", "PKK", True),
        ("LeT", "LeT", True),
        ("LeT", "Let", False),
    ],
)
def test_abbreviation_that_is_a_word(spelling: str, text: str, *, found: bool) -> None:
    index = NameIndex()
    index.add(spelling, PARTY)
    assert bool(index.match(split_words(text))) is found
    assert bool(index.match(split_words("mend"), lower=True)) is False


def test_exact_case_goes_first() -> None:
    index = NameIndex()
    index.add("JEM", PARTY)
    index.add("JeM", Entry(name="Another", kind="party", code="PAK"))
    assert [index.match(split_words(text))[0].what for text in ("JEM", "JeM")] == [
        PARTY,
        Entry(name="Another", kind="party", code="PAK"),
    ]


def test_short_word_after_an_article_is_not_told_by_sound() -> None:
    index = NameIndex()
    index.add("al-Qaeda", Entry(name="al-Qaeda", kind="group", code="IMG"))
    assert index.match(split_words("al-Qaeda"))
    assert not index.match(split_words("Kade"))


@pytest.mark.parametrize(
    ("spelling", "text", "found"),
    [
        ("Radical Change", "the Radical Change party", True),
        ("Radical Change", "Radical change is needed", False),
        ("Democratic Alliance", "the National Democratic Alliance", False),
        ("Democratic Alliance", "the opposition Democratic Alliance", True),
        ("Just Russia", "not just Russia", False),
        ("Mahdi Army", "Mahdi army fighters", True),
        ("Former Yugoslav Republic", "the former Yugoslav Republic", True),
        ("al-Mourabitoun", "Al-Mourabitoun", True),
        ("the States", "the states", False),
        ("New York Times", "in New York's Times Square", False),
        ("Workers' Party", "the Workers Party", True),
        ("The New Arab", "the new Arab government", False),
        ("The New Arab", "the New Arab website", True),
        ("Genovese crime family", "the Genovese crime family", True),
        ("Ginbot 7", "leaders of Ginbot 7", True),
        ("Labour government", "Labour government", True),
        ("3 Percenters", "a group of 3 Percenters", True),
        ("dpa", "the agency dpa", True),
    ],
)
def test_capitals_of_several_words(spelling: str, text: str, *, found: bool) -> None:
    index = NameIndex()
    index.add(spelling, PARTY)
    assert bool(index.match(split_words(text))) is found


def test_longer_name_after_the_article_wins() -> None:
    index = NameIndex()
    index.add("The Independent", PARTY)
    commission = Entry(name="Independent National Electoral Commission", kind="service", code="NGA")
    index.add(commission.name, commission)
    found = index.match(split_words("the Independent National Electoral Commission"))
    assert [one.what for one in found] == [commission]
