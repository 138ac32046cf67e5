"""Times that an event's own words leave open, taken from what happened while it did."""

import datetime as dt

import msgspec

from dragoman.records import Reason
from dragoman.resolve.dates.resolver import is_background
from dragoman.resolve.mentions import ResolvedMention

Group = tuple[ResolvedMention, ...]
PASSES = 2  # how far a time travels from event to event: what happened while that happened


def fill_times(groups: tuple[Group, ...], published: dt.date | None) -> tuple[Group, ...]:
    """Give events without a time that of the events that the text tells them to be simultaneous with.

    Args:
        groups: the article's events, each with its mentions.
        published: day of publication, to tell background by.

    Returns:
        The same events in the same order; a dated one carries a reason that says from where.
    """
    for _ in range(PASSES):
        groups = tuple(_dated(group, groups, published) for group in groups)
    return groups


def _dated(group: Group, groups: tuple[Group, ...], published: dt.date | None) -> Group:
    if any(one.interval for one in group):
        return group
    for one in group:
        other = _beside(one, groups)
        if other is not None and other.interval is not None:
            reason = Reason(
                field="date",
                value=other.interval.start.isoformat(),
                rule="told together with another event",
                evidence=other.mention.trigger,
            )
            filled = msgspec.structs.replace(
                one,
                interval=other.interval,
                time=other.time,
                historical=one.historical or is_background(other.interval, published),
                reasons=(*one.reasons, reason),
            )
            return tuple(filled if mention is one else mention for mention in group)
    return group


def _beside(one: ResolvedMention, groups: tuple[Group, ...]) -> ResolvedMention | None:
    """Find a dated mention of an event that is told of the same time as this mention."""
    for group in groups:
        told = any(
            span.start <= start < span.end
            for other in group
            if other.mention.sentence == one.mention.sentence
            for span in (other.mention.trigger, *other.mention.more_triggers)
            for start in one.mention.together
        )
        if told:
            dated = next((other for other in group if other.interval is not None), None)
            if dated is not None:
                return dated
    return None
