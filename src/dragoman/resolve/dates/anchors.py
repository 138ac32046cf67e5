"""Times of a whole article, each read from the news or from the times told before it."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from dragoman.records import Tense, TimePhrase
from dragoman.resolve.dates.context import Context
from dragoman.resolve.dates.point import Point
from dragoman.resolve.dates.resolver import DateInterval, ResolvedTime, choose_tense, read_phrase

STORY_DATES = 4  # times with a year far from the news that make a text a story
STORY_SHARE = 8  # as many of them to one time counted from the news
FAR_YEARS = 1
LEAP_YEARS = 50  # years from the time told before beyond which no story goes on
FINE = frozenset({"day", "month"})
FORGET = 1  # sentences after which a news text no longer goes on from a year that it named
TELLING = frozenset({"day", "week", "weekend", "month", "season", "quarter", "half", "year"})
DEICTIC = frozenset({"last", "past", "this", "next"})


class Timeline:
    """The times of one article, resolved in order."""

    def __init__(self, phrases: Iterable[TimePhrase], *, published: dt.date | None) -> None:
        """Resolve all.

        Args:
            phrases: every time phrase of the article, in order.
            published: day of publication, None if unknown.
        """
        ordered = tuple(phrases)
        self._news = _dateline(ordered) if published is None else published
        self._from_dateline = published is None and self._news is not None
        self._story = is_story(ordered, self._news)
        self._first = _first_day(ordered) if self._news is None else None
        self._told: Point | None = None
        self._told_at = 0
        self._named: Point | None = None
        self._far_at: int | None = None
        self._contexts: dict[tuple[int, int], Context] = {}
        self.times: tuple[ResolvedTime, ...] = tuple(self._next(phrase) for phrase in ordered)

    def resolve(self, phrase: TimePhrase, *, tense: Tense) -> DateInterval | None:
        """Give the days of a phrase of the article.

        Args:
            phrase: one of those that the timeline was made of.
            tense: of the event's clause, for phrases without a tense of their own.
        """
        context = self._contexts.get((phrase.span.start, phrase.span.end))
        if context is None:
            context = self._context(phrase)
        context = msgspec.structs.replace(context, tense=choose_tense(phrase, tense))
        return read_phrase(phrase, context).interval

    def _next(self, phrase: TimePhrase) -> ResolvedTime:
        context = self._context(phrase)
        self._contexts[phrase.span.start, phrase.span.end] = context
        resolved = read_phrase(phrase, context)
        self._remember(phrase, resolved)
        return resolved

    def _context(self, phrase: TimePhrase) -> Context:
        return Context(
            news=self._news,
            basis="dateline" if self._from_dateline else "text",
            told=self._told,
            just_told=self._is_just_told(phrase),
            named=self._named,
            later=self._first,
            story=self._story,
            narrative=self._goes_on(phrase),
            tense=phrase.tense,
        )

    def _goes_on(self, phrase: TimePhrase) -> bool:
        """Tell whether a phrase with an open year goes on from the time told before, not from the news."""
        if self._story or self._news is None:
            return True
        near = self._far_at is not None and phrase.sentence - self._far_at <= FORGET
        return near and phrase.tense in {"past", "none"}

    def _is_just_told(self, phrase: TimePhrase) -> bool:
        """Tell whether a day was told in the sentence of a phrase or the one before."""
        day = self._told is not None and self._told.unit == "day"
        return day and phrase.sentence - self._told_at <= FORGET

    def _remember(self, phrase: TimePhrase, resolved: ResolvedTime) -> None:
        """Let the story go on from a time."""
        point = resolved.found.point
        if point is None or point.unit not in TELLING:
            return
        self._named = point
        if self._is_aside(phrase, point):
            return
        self._told, self._told_at = point, phrase.sentence
        if self._news is None:
            return
        if point.unit in FINE and has_year(phrase) and abs(point.year - self._news.year) >= FAR_YEARS:
            self._far_at = phrase.sentence
        elif self._far_at != phrase.sentence:
            self._far_at = None

    def _is_aside(self, phrase: TimePhrase, point: Point) -> bool:
        """Tell whether a time only looks back or ahead, so that the story does not go on from it."""
        if self._told is None:
            return False
        parts = dict(phrase.parts)
        away = abs(point.year - self._told.year)
        if parts.get("aspect") == "perfect" or away > LEAP_YEARS:
            return True
        if "opens" in parts and (away or point.unit != "year"):
            return False
        return point.unit == "year" or parts.get("hangs") == "noun"


def has_year(phrase: TimePhrase) -> bool:
    """Tell whether a phrase writes its year out."""
    members = phrase.ends or (phrase,)
    return any(name == "year" for one in members for name, _ in one.parts)


def is_story(phrases: Iterable[TimePhrase], news: dt.date | None) -> bool:
    """Tell whether a text tells a story far from its publication, history for example, rather than news.

    Args:
        phrases: all its times.
        news: day of the news.
    """
    far = near = 0
    for phrase in phrases:
        for one in phrase.ends or (phrase,):
            parts = dict(one.parts)
            if "year" in parts and (news is None or abs(int(parts["year"]) - news.year) > FAR_YEARS):
                far += 1
            elif parts.keys() & {"weekday", "offset"} or parts.get("dir") == "ago" or parts.get("ref") in DEICTIC:
                near += "year" not in parts
    return far >= STORY_DATES and far >= STORY_SHARE * near


def _first_day(phrases: Iterable[TimePhrase]) -> Point | None:
    """Give the first day that a text without a day of publication writes out in full."""
    for phrase in phrases:
        found = read_phrase(phrase, Context()).found
        if found.point is not None and found.point.unit == "day":
            return found.point
    return None


def _dateline(phrases: Iterable[TimePhrase]) -> dt.date | None:
    """Give the day of the dateline if it has its year."""
    for phrase in phrases:
        parts = dict(phrase.parts)
        if parts.get("lead") == "dateline" and "year" in parts:
            point = read_phrase(phrase, Context()).found.point
            days = None if point is None else point.days()
            return None if days is None else days[0]
    return None
