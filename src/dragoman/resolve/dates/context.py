"""What a time is counted from, and what reading it gives."""

import datetime as dt

import msgspec

from dragoman.records import Tense
from dragoman.resolve.dates.interval import Basis
from dragoman.resolve.dates.point import KEY_YEAR, Point, Unit, of_date


class Context(msgspec.Struct, frozen=True):
    """What is known when a time is read.

    Attributes:
        news: day from which "today" and "last week" are counted, None if unknown.
        basis: where that day was read.
        told: the time that the story has come to, None if there was none.
        just_told: whether that time is a day of the same sentence or the one before.
        named: the last time that the text named at all, also in passing, None if there was none.
        later: the first full date of a text without a day of news; what goes before it may lean on it only where
            something else, such as the day of the week, decides.
        story: whether the text is a story far from the news, so that nothing in it is counted from there.
        narrative: whether times whose year is open go on from the last one told rather than from the news;
            also in news that look back for a sentence or two.
        tense: of the clause that the time stands in.
    """

    news: dt.date | None = None
    basis: Basis = "text"
    told: Point | None = None
    just_told: bool = False
    named: Point | None = None
    later: Point | None = None
    story: bool = False
    narrative: bool = False
    tense: Tense = "none"

    @property
    def today(self) -> Point | None:
        """Give the day of the news as a point."""
        return None if self.news is None else of_date(self.news)

    @property
    def anchor(self) -> Point | None:
        """Give what a time with an open year is counted from."""
        return self.told if self.narrative and self.told is not None else self.today


class Found(msgspec.Struct, frozen=True):
    """What a rule makes of a time.

    Attributes:
        value: TIMEX3 value, None where TIMEX3 has none.
        point: the stretch of the calendar, None if it has none.
        rule: how it was found, for `explain`.
        last: for a stretch that is no unit of the calendar, its last day's point; `point` is its first.
        dated: whether an event at this time may be given its days; False for clock times whose day is a guess.
        grain: how exact the words are where the stretch is counted to the day but they are not, None otherwise.
    """

    value: str | None
    point: Point | None = None
    rule: str = ""
    last: Point | None = None
    dated: bool = True
    grain: Unit | None = None


# How far a story goes back before a month without a year is rather one of the next year, in days of the scale.
BACKWARD = 5 * 31
"""A story told in order goes forward: "in January" after December is the next one, unless it is just a little back."""


LONG_AGO, SOON = 9 * 31, 2 * 31
"""Days without a year are no longer ago than this if the next such day is so soon."""


def nearest(points: list[Point], context: Context) -> tuple[Point, str] | None:
    """Choose among the same days of several years by tense and news, or by the story so far.

    Args:
        points: candidates in order of time.
        context: what is known.

    Returns:
        The choice and the rule that made it; None if nothing is known to choose by.
    """
    anchor = context.anchor
    if anchor is None or not points:
        return None
    if context.narrative and context.told is not None:
        return _in_story(points, context.told), "year of the story"
    return _by_tense(points, anchor.keys()[0], context)


def _in_story(points: list[Point], told: Point) -> Point:
    low, high = told.keys()
    inside = [point for point in points if low <= point.keys()[0] <= high]
    if told.unit in {"year", "decade"} and inside:
        return inside[0]

    def cost(point: Point) -> int:
        start, end = point.keys()
        if start <= low <= end or low <= start <= high:
            return 0
        return start - low if start > low else (low - end) * KEY_YEAR // (2 * BACKWARD)

    return min(points, key=cost)


def _by_tense(points: list[Point], today: int, context: Context) -> tuple[Point, str] | None:
    past = [point for point in points if point.keys()[0] <= today]
    future = [point for point in points if point.keys()[1] >= today]
    if context.tense == "past" and past:
        far = past[-1].unit == "day" and today - past[-1].keys()[1] > LONG_AGO
        if not (far and future and future[0].keys()[0] - today < SOON):
            return past[-1], "past tense: last before the news"
        return future[0], "soon after the news; a day so long ago would have its year"
    if context.tense == "future" and future:
        return future[0], "future tense: next after the news"

    def distance(point: Point) -> int:
        start, end = point.keys()
        return max(start - today, today - end, 0)

    return min(reversed(points), key=distance), "nearest to the news"
