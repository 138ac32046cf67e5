"""One event told several times in one article: which mentions belong together."""

import re
from collections.abc import Callable, Iterator

import msgspec

from dragoman.records import Entity, EventLoc, EventMention
from dragoman.resolve.mentions import ResolvedMention

AGE = re.compile(r"\b\d{1,3}[- ]year[- ]old\b")
CITY_LEVEL = 3  # places at least as fine as a district tell incidents apart
THRESHOLD = 1.5  # evidence that two mentions need to be one event

# What speaks for one event, each counted once; `explain` shows the names.
WEIGHTS = {
    "same actor": 1.3,
    "actor of the same country": 0.7,
    "same recipient": 1.3,
    "recipient of the same country": 0.7,
    "same word": 0.8,
    "points back": 1.5,  # "the attack", after an attack was told
    "victims alone": 1.1,  # one more of the dead, with nothing told of how
    "nobody named": 0.5,  # the later mention adds no participant of its own
    "same sentence": 0.6,
    "next sentence": 0.4,
    "same day": 0.8,
    "same town": 0.9,
    "same number": 1.5,
    "headline": 0.6,  # a headline tells what the text then tells again
    "far apart": -0.6,
    "another town": -1.0,
}
FAR = 8  # sentences
# Kinds of actors that a description may mix up among themselves, but not with the others.
CAMPS = (
    frozenset({"GOV", "MIL", "COP", "SPY", "PRM", "LEG", "ELI", "UNK"}),
    frozenset({"JUD", "UNK"}),
    frozenset({"REB", "UAF", "CRM", "UNK"}),
    frozenset(
        {"CVL", "REF", "MED", "EDU", "JRN", "LAB", "BUS", "AGR", "REL", "SOC", "OPP", "PTY", "ELI", "CRM", "UAF", "UNK"}
    ),
)
BYSTANDERS = CAMPS[-1]
# Means that one deed may be told by: a car bomb is a suicide attack in the next sentence.
MEANS = (
    frozenset({"destroy", "explosives", "primitive", "suicide-attack", "targeted"}),
    frozenset({"aerial", "destroy", "drone", "explosives", "heavy-weapons", "targeted"}),
    frozenset({"abduct", "explosives", "firearms", "heavy-weapons", "targeted"}),
    frozenset({"beat", "firearms", "primitive", "sexual", "torture"}),
    frozenset({"demo", "obstruct", "riot", "strike", "vandalize"}),
    frozenset({"troops", "weapons"}),
)
# Deeds of a crowd or a force that an article tells again and again under other words.
DEEDS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# Types that are said or done to somebody in particular: each of them is another event.
ADDRESSES = frozenset({"ACCUSE", "COERCE", "REQUEST", "SUPPORT", "THREATEN"})


class Comparison(msgspec.Struct, frozen=True):
    """Whether two mentions tell of one event, how strongly, and why."""

    same: bool
    score: float
    rule: str


def group_mentions(mentions: tuple[ResolvedMention, ...]) -> tuple[tuple[ResolvedMention, ...], ...]:
    """Put mentions of one event together, in the order of their first mention.

    Each mention joins the group that it has the best evidence with; a group never holds two mentions
    that contradict each other.
    """
    groups: list[list[ResolvedMention]] = []
    for mention in mentions:
        best: tuple[float, int, int] | None = None
        for number, group in enumerate(groups):
            score = _fit(group, mention)
            # What the article tells most of is what "the attack" means, unless the evidence is better for another.
            if score is not None and (best is None or (score, len(group), number) >= best):
                best = (score, len(group), number)
        if best is None:
            groups.append([mention])
        else:
            groups[best[-1]].append(mention)
    return tuple(tuple(group) for group in groups)


def _fit(group: list[ResolvedMention], mention: ResolvedMention) -> float | None:
    """Give the best evidence that a mention belongs to a group, None if it does not or contradicts a member."""
    verdicts = [compare(earlier, mention) for earlier in group]
    if any(verdict.rule.startswith("other") for verdict in verdicts):
        return None
    return max((verdict.score for verdict in verdicts if verdict.same), default=None)


def compare(first: ResolvedMention, second: ResolvedMention) -> Comparison:
    """Judge two mentions, the earlier one first.

    Contradictions (type, factuality, participants, time, place, means) decide before evidence.
    """
    contradiction = _contradiction(first, second)
    if contradiction:
        return Comparison(same=False, score=0.0, rule=f"other {contradiction}")
    names = tuple(_evidence(first, second))
    score = round(sum(WEIGHTS[name] for name in names), 2)
    return Comparison(same=score >= THRESHOLD, score=score, rule=", ".join(names) or "no evidence")


def _contradiction(first: ResolvedMention, second: ResolvedMention) -> str | None:
    return next((name for name, holds in CONTRADICTIONS if holds(first, second)), None)


def _other_time(first: ResolvedMention, second: ResolvedMention) -> bool:
    if first.interval is None or second.interval is None:
        return False
    return first.interval.end < second.interval.start or second.interval.end < first.interval.start


def _other_recipients(first: ResolvedMention, second: ResolvedMention) -> bool:
    return _apart(first.recipients, second.recipients) and not _victims(first, second)


def _other_address(first: ResolvedMention, second: ResolvedMention) -> bool:
    """Tell whether one sentence says two things to two: "urged X to resign and asked Y to stay neutral"."""
    one, two = first.mention, second.mention
    if one.sentence != two.sentence or one.event not in ADDRESSES or one.nominal or two.nominal:
        return False
    if not first.recipients or not second.recipients:
        return False
    return not any(_identical(a, b) for a in first.recipients for b in second.recipients)


def _other_mode(first: ResolvedMention, second: ResolvedMention) -> bool:
    one, two = set(first.mention.mode), set(second.mention.mode)
    if ("visit" in one) != ("visit" in two) and abs(first.mention.sentence - second.mention.sentence) > 1:
        return True  # talks on a visit are another event, unless both are told in one breath
    return bool(one and two) and not _alike(one, two)


def _alike(first: set[str], second: set[str]) -> bool:
    return bool(first & second) or any(first & means and second & means for means in MEANS)


def _victims(first: ResolvedMention, second: ResolvedMention) -> bool:
    """Tell whether both are deeds to bystanders, of whom each sentence may name others."""
    if first.mention.event not in DEEDS:
        return False
    both = (*first.recipients, *second.recipients)
    if first.mention.event == "COERCE" and all(_name(entity) for entity in both):
        return False  # people who are held one by one
    return all(entity.identifier_text is None and BYSTANDERS.issuperset(entity.sector) for entity in both)


def _evidence(first: ResolvedMention, second: ResolvedMention) -> Iterator[str]:
    yield from _shared(first.actors, second.actors, "actor")
    yield from _shared(first.recipients, second.recipients, "recipient")
    if first.mention.lemma == second.mention.lemma:
        yield "same word"
    if second.mention.definite:
        yield "points back"
    if not second.actors and not second.recipients:
        yield "nobody named"
    if _victims_alone(first, second):
        yield "victims alone"
    if first.interval and first.interval == second.interval:
        yield "same day"
    if _fine(first.place) and _fine(second.place):
        yield "same town" if _place_key(first.place) == _place_key(second.place) else "another town"
    if _numbers(first) & _numbers(second):
        yield "same number"
    yield from _distance(first.mention, second.mention)


def _victims_alone(first: ResolvedMention, second: ResolvedMention) -> bool:
    """Tell whether a later mention only tells who else suffered: "two Kenyans were also killed"."""
    if first.mention.event != "ASSAULT" or second.actors or not second.recipients or second.mention.nominal:
        return False
    own = second.interval is not None or _fine(second.place)
    return not own and _victims(first, second)


def _distance(first: EventMention, second: EventMention) -> Iterator[str]:
    gap = second.sentence - first.sentence
    if gap == 0:
        yield "same sentence"
    elif gap == 1:
        yield "next sentence"
    elif gap > FAR:
        yield "far apart"
    if first.sentence == 0 and gap and first.event in DEEDS:
        yield "headline"


def _numbers(one: ResolvedMention) -> set[tuple[str, int]]:
    size = one.mention.size
    return {
        (name, count.value)
        for name in ("dead", "injured", "arrested", "crowd")
        if (count := getattr(size, name)) is not None and count.value > 1
    }


def _shared(first: tuple[Entity, ...], second: tuple[Entity, ...], role: str) -> Iterator[str]:
    if any(_identical(a, b) for a in first for b in second):
        yield f"same {role}"
    elif any(a.code and a.code == b.code for a in first for b in second):
        yield f"{role} of the same country"


def _identical(a: Entity, b: Entity) -> bool:
    if a.start == b.start or (a.identifier_text is not None and a.identifier_text == b.identifier_text):
        return True
    if _ages(a) & _ages(b):
        return True
    return a.code == b.code and a.sector == b.sector and bool(a.code or a.sector) and _head(a) == _head(b)


def _ages(entity: Entity) -> set[str]:
    """Give the ages that a phrase states: they single out a person whom each sentence calls otherwise."""
    return set(AGE.findall(entity.entity_text))


def _head(entity: Entity) -> str:
    words = entity.entity_text.split()
    return words[-1].casefold() if words else ""


def _name(entity: Entity) -> set[str]:
    """Give the words of a full name, nothing for a description or a single word, which may be anybody's."""
    words = entity.entity_text.split()
    return set(words) if len(words) > 1 and all(word[0].isupper() for word in words) else set()


def _apart(first: tuple[Entity, ...], second: tuple[Entity, ...]) -> bool:
    """Tell whether two lists of participants cannot be the same: no country or no camp in common."""
    if not first or not second:
        return False
    if any(_identical(a, b) for a in first for b in second):
        return False
    return not any(_may_be(a, b) for a in first for b in second)


def _may_be(a: Entity, b: Entity) -> bool:
    # A state's aircraft may be an alliance's.
    # A fighter without a name has his country by a guess.
    guessed = "REB" in a.sector and "REB" in b.sector and None in {a.identifier_text, b.identifier_text}
    allied = guessed or ("IGO" in {a.code, b.code} and "MIL" in a.sector and "MIL" in b.sector)
    if a.code and b.code and a.code != b.code and not allied:
        return False
    known = a.identifier_text and b.identifier_text and a.identifier_text != b.identifier_text
    named = known or (_name(a) and _name(b) and not _name(a) & _name(b))
    states = "GOV" in a.sector and "GOV" in b.sector
    if named and not states and not allied:
        return False
    return not a.sector or not b.sector or any(set(a.sector) & camp and set(b.sector) & camp for camp in CAMPS)


def _swapped(first: ResolvedMention, second: ResolvedMention) -> bool:
    """Tell whether who acts in one is acted upon in the other."""
    if first.mention.reciprocal or second.mention.reciprocal:
        return False
    return any(_identical(a, b) for a in first.actors for b in second.recipients) or any(
        _identical(a, b) for a in first.recipients for b in second.actors
    )


def _place_key(place: EventLoc | None) -> tuple[int | None, str | None, str | None]:
    """Give what is the same of one place, whatever words tell it."""
    return (None, None, None) if place is None else (place.geonameid, place.resolved_place, place.country_code)


def _fine(place: EventLoc | None) -> bool:
    return place is not None and (place.resolution or 0) >= CITY_LEVEL


def _elsewhere(first: EventLoc | None, second: EventLoc | None) -> bool:
    if first is None or second is None or not first.country_code or not second.country_code:
        return False
    return first.country_code != second.country_code


CONTRADICTIONS: tuple[tuple[str, Callable[[ResolvedMention, ResolvedMention], bool]], ...] = (
    ("type", lambda first, second: first.mention.event != second.mention.event),
    ("factuality", lambda first, second: first.mention.factuality != second.mention.factuality),
    ("actors", lambda first, second: _apart(first.actors, second.actors)),
    ("recipients", _other_recipients),
    ("address", _other_address),
    ("direction", _swapped),
    ("time", _other_time),
    ("place", lambda first, second: _elsewhere(first.place, second.place)),
    ("mode", _other_mode),
)
"""What parts two mentions whatever else they share, in the order of asking."""
