"""Single times of a sentence: the rules' matches, with the values of their words as parts."""

import re

import msgspec

from dragoman.extract.times.lexer import TimeToken
from dragoman.extract.times.parts import finish_parts, read_value, share_parts
from dragoman.extract.times.words import Rule, TimeWords

SECOND = "b_"
"""Begins the names of the parts of a rule's second time."""


class RawTime(msgspec.Struct, frozen=True):
    """A time as a rule read it.

    Attributes:
        first: number of its first token.
        last: number of its last token.
        kind: as in the rule.
        parts: what was read.
    """

    first: int
    last: int
    kind: str
    parts: dict[str, str]


def read_times(tokens: list[TimeToken], words: TimeWords) -> list[RawTime]:
    """Give the times that the rules find, in order, without overlaps; the longest reading of a place wins."""
    codes = "".join(token.code for token in tokens)
    present = frozenset(codes)
    matches = [
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(words.rules)
        if not rule.key.isdisjoint(present)
        for match in rule.regex.finditer(codes)
        if match.end() > match.start()
    ]
    matches.sort(key=lambda found: found[:3])
    times: list[RawTime] = []
    free = 0
    for start, _, number, match in matches:
        read = _read(words.rules[number], match, tokens, words) if start >= free else []
        if read:
            times.extend(read)
            free = match.end()
    return times


def _read(rule: Rule, match: re.Match[str], tokens: list[TimeToken], words: TimeWords) -> list[RawTime]:
    """Turn one match into one or two times; none if its words make no sense together."""
    found: tuple[dict[str, str], dict[str, str]] = (dict(rule.parts), {})
    for group, (part, classes) in rule.slots.items():
        if match[group] is None:
            continue
        name = part.removeprefix(SECOND)
        forms = [token.form for token in tokens[match.start(group) : match.end(group)]]
        value = _lookup(forms, classes, words) if classes else None
        value = read_value(name, forms) if value is None else value
        if value is None:
            return []
        found[part != name][name] = value
    first, second = finish_parts(found[0]), finish_parts(found[1])
    if first is None or second is None:
        return []
    start, end = match.span()
    if not found[1]:
        return [RawTime(start, end - 1, rule.kind, first)]
    link = match.start("link")
    both = share_parts(first, second, link=first.pop("link"))
    if both is None:
        return []
    return [RawTime(start, link - 1, rule.kind, both[0]), RawTime(link + 1, end - 1, rule.kind, both[1])]


def _lookup(forms: list[str], classes: tuple[str, ...], words: TimeWords) -> str | None:
    """Give what the tables say of a word that the rule takes as one of some classes."""
    return next((value for name in classes if (value := words.values.get((name, forms[0]))) is not None), None)
