"""Times that an event's own words leave open, taken from what happened while it did."""

import datetime as dt

import msgspec

from dragoman.records import EventLoc, Reason, TimePhrase
from dragoman.resolve.dates.resolver import DateInterval, is_background
from dragoman.resolve.mentions import ResolvedMention
from dragoman.resolve.same_event import compare

Group = tuple[ResolvedMention, ...]
LEAD = 2
"""Sentences at the start that tell the news, whose time may come with the details."""
DETAILS = 8
"""Sentences within which the details are told."""
PASSES = 2  # how far a time travels from event to event: what happened while that happened


def fill_times(groups: tuple[Group, ...], published: dt.date | None) -> tuple[Group, ...]:
    """Give events without a time that of the events that the text tells them to be simultaneous with.

    What goes on since another event has its first day, up to the news; what other sentences hint at comes last.

    Args:
        groups: the article's events, each with its mentions.
        published: day of publication, to tell background by.

    Returns:
        The same events in the same order; a dated one carries a reason that says from where.
    """
    for _ in range(PASSES):
        groups = tuple(_dated(group, groups, published) for group in groups)
    return tuple(_retold(group, groups, published) for group in groups)


def _retold(group: Group, groups: tuple[Group, ...], published: dt.date | None) -> Group:
    """Give the news that opens an article the time of the one deed of that word that it tells in detail after.

    That the two are one is not sure enough to put them together, but nothing speaks against it. A finer place inside
    the one that the news names comes with the time.
    """
    first = group[0]
    detail = None if any(one.interval for one in group) else _detail(group, groups)
    if detail is None or detail.interval is None:
        return group
    reason = Reason("date", "", "the deed told in detail after", detail.mention.trigger)
    filled = _filled(first, detail.interval, detail.time, published=published, reason=reason)
    if first.place is not None and detail.place is not None and _is_inside(detail.place, first.place):
        where = Reason(
            "event_loc", detail.place.resolved_place, "the deed told in detail after", detail.mention.trigger
        )
        filled = msgspec.structs.replace(filled, place=detail.place, reasons=(*filled.reasons, where))
    return (filled, *group[1:])


def _detail(group: Group, groups: tuple[Group, ...]) -> ResolvedMention | None:
    """Find the mention that tells in detail what a group's first one opens the article with."""
    first = group[0]
    if first.mention.sentence >= LEAD or first.historical:
        return None
    event = first.mention.event
    others = [other for other in groups if other is not group and other[0].mention.event == event]
    dated = [other for other in others if any(one.interval for one in other)]
    for one in dated[0] if len(dated) == 1 else ():
        away = one.mention.sentence - first.mention.sentence
        told = one.interval is not None and one.mention.lemma == first.mention.lemma and 0 < away <= DETAILS
        if told and not compare(first, one).rule.startswith("other"):
            return one
    return None


def _is_inside(place: EventLoc, holder: EventLoc) -> bool:
    return place.country_code == holder.country_code and (place.resolution or 0) > (holder.resolution or 0) == 1


def _dated(group: Group, groups: tuple[Group, ...], published: dt.date | None) -> Group:
    if any(one.interval for one in group):
        return group
    for one in group:
        filled = _from_other(one, groups, published) or _from_hint(one, published)
        if filled is not None:
            return tuple(filled if mention is one else mention for mention in group)
    return group


def _from_other(one: ResolvedMention, groups: tuple[Group, ...], published: dt.date | None) -> ResolvedMention | None:
    other = _beside(one, groups, one.mention.together)
    if other is not None and other.interval is not None:
        rule = "told together with another event"
        return _filled(
            one, other.interval, other.time, published=published, reason=Reason("date", "", rule, other.mention.trigger)
        )
    other = _beside(one, groups, one.mention.since)
    if other is not None and other.interval is not None:
        until = max(other.interval.end, published or other.interval.end)
        interval = msgspec.structs.replace(other.interval, end=until)
        reason = Reason("date", "", "goes on since another event", other.mention.trigger)
        return _filled(one, interval, other.time, published=published, reason=reason)
    return None


def _from_hint(one: ResolvedMention, published: dt.date | None) -> ResolvedMention | None:
    hint = one.hint
    if hint is None:
        return None
    return _filled(
        one, hint.interval, hint.time, published=published, reason=Reason("date", "", hint.rule, hint.evidence)
    )


def _filled(
    one: ResolvedMention,
    interval: DateInterval,
    time: TimePhrase | None,
    *,
    published: dt.date | None,
    reason: Reason,
) -> ResolvedMention:
    return msgspec.structs.replace(
        one,
        interval=interval,
        time=time,
        historical=one.historical or is_background(interval, published),
        reasons=(*one.reasons, msgspec.structs.replace(reason, value=interval.start.isoformat())),
    )


def _beside(one: ResolvedMention, groups: tuple[Group, ...], starts: tuple[int, ...]) -> ResolvedMention | None:
    """Find a dated mention of an event with a trigger at one of some offsets in a mention's sentence."""
    for group in groups:
        told = any(
            span.start <= start < span.end
            for other in group
            if other.mention.sentence == one.mention.sentence
            for span in (other.mention.trigger, *other.mention.more_triggers)
            for start in starts
        )
        if told:
            dated = next((other for other in group if other.interval is not None), None)
            if dated is not None:
                return dated
    return None
