import datetime as dt

import pytest

from dragoman.extract.times.words import load_words
from dragoman.resolve.dates.holidays import easter, holiday, load_holidays


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2019, "04-21")]
)
def test_easter(year: int, day: str) -> None:
    assert easter(year) == dt.date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas-eve", 2014, "2014-12-24"),
        ("good-friday", 2019, "2019-04-19"),
        ("us-thanksgiving", 2018, "2018-11-22"),
        ("us-memorial-day", 2018, "2018-05-28"),
        ("d-day", 2018, "1944-06-06"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    point = holiday(name, year)
    assert point is not None
    assert point.value() == day


def test_an_unknown_holiday_has_no_day() -> None:
    assert holiday("nowhere-day", 2018) is None


def test_every_holiday_that_is_read_has_its_rule_and_every_rule_its_words() -> None:
    read = {value for (name, _), value in load_words().values.items() if name == "holiday"}
    assert read == set(load_holidays())
