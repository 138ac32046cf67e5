import contextlib
import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DateError, DragomanError
from dragoman.read import parse_published

DAY = dt.date(2020, 8, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2020-08-21",
        " 2020-08-21 ",
        "20200821",
        "2020-08-21T10:15:00Z",
        "2020-08-21T23:59:59+05:30",
        "2020-08-21 10:15",
        "Fri, 21 Aug 2020 10:15:00 GMT",
        "Fri, 21 Aug 2020 10:15:00 +0200",
        "21 August 2020",
        "21st of August 2020",
        "August 21, 2020",
        "Aug. 21, 2020",
        "Friday, August 21, 2020",
        "August 21, 2020 10:15 a.m. EDT",
        "21-Aug-2020",
        "2020/08/21",
    ],
)
def test_published_is_read_as_people_and_feeds_write_it(value: str) -> None:
    assert parse_published(value) == DAY


@pytest.mark.parametrize(
    "value",
    ["", "  ", "yesterday", "21/08/2020", "2020-13-01", "30 February 2020", "21 August", "2020", "x" * 5000],
)
def test_published_that_is_no_date_is_refused_with_a_remedy(value: str) -> None:
    with pytest.raises(DateError, match="2020-08-21"):
        parse_published(value)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_published_reads_back_what_was_written(day: dt.date) -> None:
    moment = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    assert parse_published(day.isoformat()) == day
    assert parse_published(moment.isoformat()) == day
    assert parse_published(format_datetime(moment)) == day


@given(st.text(max_size=100))
def test_published_raises_nothing_else(value: str) -> None:
    with contextlib.suppress(DragomanError):
        assert isinstance(parse_published(value), dt.date)
