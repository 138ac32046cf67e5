"""The record of an event, built from all its mentions."""

import hashlib
from collections.abc import Callable

import msgspec

from dragoman.ontology import Ontology
from dragoman.records import (
    Article,
    Attribution,
    CiteInfo,
    Condition,
    Count,
    Entity,
    Event,
    EventLoc,
    EventMention,
    Reason,
    Size,
    TextSpan,
    TriggerText,
)
from dragoman.resolve.mentions import ResolvedMention
from dragoman.resolve.places.resolver import PlaceResolution

ContextFinder = Callable[[tuple[int, ...], str, tuple[str, ...], frozenset[str]], tuple[str, ...]]
"""Gives an event's contexts from its sentences, type, modes and sectors."""

METHODS = (
    "unconventional", "suicide-attack", "drone", "aerial", "heavy-weapons", "explosives", "firearms", "crowd-control",
    "primitive",
)  # fmt: skip
"""Means of an assault, the most telling first: an attack "with bombs" by jets is aerial."""
OWN_WORDS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT"})
HOLDING = frozenset({"ACCUSE.allege", "COERCE.arrest", "SANCTION.convict"})
LAWFUL = frozenset({"COP", "JUD"})
CRIMES = frozenset({"corruption", "crime", "illegal_drugs", "trafficking"})
POLITICAL_CASES = frozenset({"human_rights", "military", "pro_democracy", "repression", "terrorism"})
SENTENCES = frozenset({"sanction.convict", "sanction.death_sentence", "sanction.sentence"})
PRIVATE = frozenset({(), ("CVL",), ("UNK",)})
"""Whom the law holds for an ordinary crime is CRM (PLOVER, sector codes)."""
WITHOUT_ACTOR = 0.85
WITHOUT_RECIPIENT = 0.9
UNKNOWN_CODE = 0.95
"""How much less sure a record is that lacks a participant or the code of one; shown by `explain`."""


class Stamp(msgspec.Struct, frozen=True):
    """What stands in every record of a run."""

    coder: str
    coded_date: str


def build_event(
    article: Article, group: tuple[ResolvedMention, ...], *, ontology: Ontology, contexts: ContextFinder, stamp: Stamp
) -> tuple[Event, tuple[Reason, ...]]:
    """Make one record of the mentions of one event.

    Args:
        article: the article that they stand in.
        group: the mentions, in order.
        ontology: gives quad, score and CAMEO code.
        contexts: gives the contexts.
        stamp: coder and date of coding.
    """
    lead = group[0].mention
    actors, recipients = _participants(group)
    modes = _modes(group)
    sectors = frozenset(sector for entity in (*actors, *recipients) for sector in entity.sector)
    sentences = tuple(sorted({one.mention.sentence for one in group}))
    found_contexts = contexts(sentences, lead.event, modes, sectors)
    recipients = _suspects(lead, modes, actors, recipients, contexts=found_contexts)
    dated = min((one for one in group if one.interval is not None), key=_nearness, default=None)
    interval = None if dated is None else dated.interval
    confidence, why = _confidence(group, actors, recipients)
    first = min(one.mention.trigger.start for one in group)
    content = next((one.content for one in group if one.content is not None), None)
    demand = next((one.mention.demand for one in group if one.mention.demand is not None), None)
    deadline = next((one.deadline for one in group if one.deadline is not None), None)
    event = Event(
        id=event_id(article.id, lead.event, first),
        article=article.id,
        event=(lead.event,),
        mode=modes,
        context=found_contexts,
        quad_code=ontology.quad(lead.event),
        event_scale=ontology.scale(lead.event, modes),
        cameo=ontology.cameo(lead.event, modes, contexts=found_contexts),
        date=None if interval is None else interval.start.isoformat(),
        enddate=None if interval is None else interval.end.isoformat(),
        date_text=None if dated is None or dated.time is None else dated.time.span,
        date_resolution=None if interval is None else interval.resolution,
        date_basis=None if interval is None else interval.basis,
        actor=actors,
        recipient=recipients,
        event_loc=_place(group),
        size=_size(group),
        factuality=lead.factuality,
        historical=_is_historical(group),
        condition=_condition(group),
        attribution=_attribution(group),
        event_text=_triggers(group),
        confidence=confidence,
        frame=lead.frame,
        cite_info=_cite_info(article),
        coder=stamp.coder,
        coded_date=stamp.coded_date,
        content=msgspec.UNSET if content is None else content,
        demand=msgspec.UNSET if demand is None else demand,
        deadline=msgspec.UNSET if deadline is None else deadline,
    )
    scene = _scene(group)
    where = () if scene is None or scene.reason is None else (scene.reason,)
    return event, (*(reason for one in group for reason in one.reasons), *where, why)


def _participants(group: tuple[ResolvedMention, ...]) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Give both sides as the mention that tells most of them has them, and what it lacks from the others."""
    best = max(group, key=lambda one: (_told(one.actors) + _told(one.recipients), -one.mention.sentence))
    actors = best.actors or next((one.actors for one in group if one.actors), ())
    recipients = best.recipients or next((one.recipients for one in group if one.recipients), ())
    acting = {actor.start for actor in actors}
    return actors, tuple(entity for entity in recipients if entity.start not in acting)


def _told(entities: tuple[Entity, ...]) -> int:
    """Rank a side by how well it is told: somebody of a country, somebody ("others"), nobody."""
    return 2 if any(entity.code for entity in entities) else int(bool(entities))


def _condition(group: tuple[ResolvedMention, ...]) -> Condition | None:
    """Give the condition that is told at most length."""
    told = [one.mention.condition for one in group if one.mention.condition]
    if not told:
        return None
    longest = max(told, key=lambda one: len(one.span.text))
    return Condition(longest.span.text, longest.span.start, longest.span.end, longest.polarity)


def _cite_info(article: Article) -> CiteInfo:
    return CiteInfo(
        title=article.title,
        url=article.url,
        publication=article.publisher,
        date=None if article.published is None else article.published.isoformat(),
        language=article.language,
    )


def _nearness(one: ResolvedMention) -> tuple[int, int]:
    """Rank dated mentions: the time that stands nearest to its trigger first, then the order of the text."""
    return (one.time.distance if one.time is not None else 0, one.mention.sentence)


def event_id(article: str, event: str, offset: int) -> str:
    """Give the stable id of an event: a hash of its article, type and first trigger's offset."""
    return hashlib.sha256(f"{article}\n{event}\n{offset}".encode()).hexdigest()[:16]


def _suspects(
    lead: EventMention,
    modes: tuple[str, ...],
    actors: tuple[Entity, ...],
    recipients: tuple[Entity, ...],
    *,
    contexts: tuple[str, ...],
) -> tuple[Entity, ...]:
    """Give private persons whom police or courts hold, charge or sentence for a crime PLOVER's sector for them.

    Who is only held needs an article that speaks of crime; who is sentenced needs one that speaks of nothing
    political.
    """
    held = any(f"{lead.event}.{mode}" in HOLDING for mode in modes)
    by_law = not actors or any(LAWFUL.intersection(actor.sector) for actor in actors)
    sentenced = lead.frame in SENTENCES and not POLITICAL_CASES.intersection(contexts)
    if not (held and by_law and (sentenced or CRIMES.intersection(contexts))):
        return recipients
    return tuple(
        msgspec.structs.replace(entity, sector=("CRM",))
        if entity.sector in PRIVATE and entity.identifier_text is None
        else entity
        for entity in recipients
    )


def _modes(group: tuple[ResolvedMention, ...]) -> tuple[str, ...]:
    """Join the modes of all mentions; of several means the most telling one stays."""
    modes = {mode for one in group for mode in one.mention.mode}
    told = [mode for mode in METHODS if mode in modes]
    modes -= set(told[1:])
    if {"demo", "riot"} <= modes:
        first = next(mode for one in group for mode in one.mention.mode if mode in {"demo", "riot"})
        modes -= {"demo", "riot"} - {first}
    return tuple(sorted(modes))


def _is_historical(group: tuple[ResolvedMention, ...]) -> bool:
    """An event that some mention tells as today's news is no background; "the attack" alone tells no news."""
    telling = [one for one in group if one.interval is not None or not one.mention.nominal]
    dated = any(one.interval is not None for one in telling)
    return all(one.historical for one in (telling if dated else group))


def _place(group: tuple[ResolvedMention, ...]) -> EventLoc | None:
    """Take the finest place that a mention's own sentence gives, else where the story stands."""
    places = [one.place for one in group if one.place is not None]
    scene = _scene(group)
    if places:
        return max(places, key=lambda place: place.resolution or 0)
    return None if scene is None else scene.loc


def _scene(group: tuple[ResolvedMention, ...]) -> PlaceResolution | None:
    if any(one.place is not None for one in group):
        return None
    return next((one.scene for one in group if one.scene is not None), None)


def _size(group: tuple[ResolvedMention, ...]) -> Size:
    """Take each number from the mention that gives the largest: later sentences tell parts of a toll."""

    def largest(name: str) -> int | None:
        counts: list[Count] = [count for one in group if (count := getattr(one.mention.size, name)) is not None]
        return max((count.value for count in counts), default=None)

    return Size(dead=largest("dead"), injured=largest("injured"), arrested=largest("arrested"), crowd=largest("crowd"))


def _attribution(group: tuple[ResolvedMention, ...]) -> tuple[Attribution, ...]:
    """Give who says so: the chain of the first mention that is told on somebody's word.

    A noun that points back ("the attack") takes what is known as known, so its sentence is no new report. What is
    done by saying it needs no report where any mention tells it plainly; a threat may come by several voices.
    """
    event = group[0].mention.event
    if event in OWN_WORDS and any(not one.attribution for one in group):
        return ()
    told = [one.attribution for one in group if one.attribution and not one.mention.definite]
    kept: list[Attribution] = []
    for source in (source for chain in (told if event == "THREATEN" else told[:1]) for source in chain):
        if not any(_same_source(source, other) for other in kept):
            kept.append(source)
    return tuple(kept)


def _same_source(one: Attribution, other: Attribution) -> bool:
    words, others = one.text.casefold().split(), other.text.casefold().split()
    return one.start == other.start or (words[-1:] == others[-1:] and one.code == other.code)


def _triggers(group: tuple[ResolvedMention, ...]) -> tuple[TriggerText, ...]:
    spans: dict[int, tuple[TextSpan, int]] = {}
    for one in group:
        for span in (one.mention.trigger, *one.mention.more_triggers):
            spans.setdefault(span.start, (span, one.mention.sentence))
    return tuple(
        TriggerText(span.text, span.start, span.end, sentence) for _, (span, sentence) in sorted(spans.items())
    )


def _confidence(
    group: tuple[ResolvedMention, ...], actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[float, Reason]:
    value = max(one.mention.weight for one in group)
    steps = [f"frame {value:.2f}"]
    if not actors:
        value *= WITHOUT_ACTOR
        steps.append("no actor")
    if not recipients and not group[0].mention.reciprocal:
        value *= WITHOUT_RECIPIENT
        steps.append("no recipient")
    if any(entity.code is None for entity in (*actors, *recipients)):
        value *= UNKNOWN_CODE
        steps.append("a participant without code")
    return round(value, 2), Reason("confidence", f"{value:.2f}", ", ".join(steps))
