"""Mentions with their phrases resolved: who, when and where, each with its reason."""

import datetime as dt

import msgspec

from dragoman.records import (
    Attribution,
    Content,
    Deadline,
    Entity,
    EventLoc,
    EventMention,
    Occasion,
    ParsedArticle,
    Phrase,
    Reason,
    Rejection,
    SourcePhrase,
    TimePhrase,
)
from dragoman.resolve.actors.resolver import ActorResolver, ActorTable, Resolution
from dragoman.resolve.by_actor import typed_by_actor
from dragoman.resolve.dates.anchors import Timeline
from dragoman.resolve.dates.deadlines import last_day
from dragoman.resolve.dates.resolver import DateInterval, is_background
from dragoman.resolve.hints import SPEECH_ACTS, Hint, HintFinder
from dragoman.resolve.places.resolver import PlaceResolution, PlaceResolver

# Means that no private quarrel uses: an assault by them counts even if nobody political is named.
PUBLIC_MEANS = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "suicide-attack", "unconventional"})
# What a rule's name holds when the article, not the sentence, told a participant (see `fill_roles`).
FILLED = "of the article"
# Kinds of participants that are teams where a sentence speaks of sport.
TEAMS = frozenset({"adjective", "capital", "people", "place", "region", "state"})


class ResolvedMention(msgspec.Struct, frozen=True):
    """One mention of an event with its participants, time and place resolved.

    Attributes:
        mention: as extracted.
        actors: who acts, without doubles.
        recipients: who is acted upon, without those who act.
        interval: when, None if the text does not say.
        time: the words that the interval was read from.
        place: where, None if its own sentence does not say.
        scene: where the story stands, for a deed whose own sentence does not say; counts if no other mention does.
        hint: when by other sentences, for a mention whose own does not say; counts if no other mention does.
        attribution: who says so, nearest first.
        content: for speech acts, the act inside.
        deadline: by when what is asked, promised or threatened is to be done.
        historical: True for background, well before the news.
        reasons: how each field came about.
        failure: why the participants do not make it a political event, None if they do.
    """

    mention: EventMention
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    interval: DateInterval | None
    time: TimePhrase | None
    place: EventLoc | None
    attribution: tuple[Attribution, ...]
    content: Content | None
    historical: bool
    reasons: tuple[Reason, ...]
    failure: str | None = None
    scene: PlaceResolution | None = None
    hint: Hint | None = None
    deadline: Deadline | None = None


class MentionResolver:
    """Resolves the mentions of one article.

    Needs event mentions; adds resolved mentions and the mentions that were refused.
    """

    def __init__(self, actors: ActorResolver, places: PlaceResolver) -> None:
        self._actors = actors
        self._places = places

    def read(self, parsed: ParsedArticle) -> ActorTable:
        """Read who is who in an article, once, before its mentions are resolved."""
        return self._actors.read(parsed)

    def resolve(
        self,
        parsed: ParsedArticle,
        mentions: tuple[EventMention, ...],
        table: ActorTable,
        *,
        times: tuple[TimePhrase, ...] = (),
        occasions: tuple[Occasion, ...] = (),
    ) -> tuple[ResolvedMention, ...]:
        """Resolve all mentions of an article.

        Args:
            parsed: the article with all its sentences.
            mentions: its mentions, in order.
            table: who is who in it, from `read`.
            times: all its time phrases, in order; what a phrase leaves open follows from those before it.
            occasions: what it tells with a time or place that events of other sentences may take over, in order.
        """
        timeline = Timeline(times, published=parsed.article.published)
        where = self._places.read(parsed, actors=table)
        places = where.resolve_all(mentions)
        resolved = tuple(
            _with_deadline(
                self._one(parsed, table, place, mention, when=self._when(mention, timeline)),
                timeline,
                published=parsed.article.published,
            )
            for place, mention in zip(places, mentions, strict=True)
        )
        hints = HintFinder(parsed, occasions, timeline, table=table, places=where)
        return tuple(_with_hints(one, hints) for one in resolved)

    def _one(
        self,
        parsed: ParsedArticle,
        table: ActorTable,
        place: PlaceResolution,
        mention: EventMention,
        *,
        when: tuple[DateInterval | None, TimePhrase | None],
    ) -> ResolvedMention:
        published = parsed.article.published
        interval, time = when
        on = interval.start if interval is not None else published
        sources = tuple(
            (source, None if source.phrase is None else table.resolve(source.phrase, on=on))
            for source in mention.attribution
        )
        speaker = next((found.entities[0] for _, found in sources if found is not None and found.entities), None)
        reasons: list[Reason] = list(mention.reasons)
        actors = [(phrase, table.resolve(phrase, on=on, speaker=speaker)) for phrase in mention.actors]
        actor_entities = _entities(actors, "actor", reasons)
        doer = actor_entities[0] if actor_entities and not mention.reciprocal else None
        recipients = [
            (phrase, table.resolve(phrase, on=on, speaker=speaker, other_than=doer)) for phrase in mention.recipients
        ]
        recipient_entities = tuple(
            entity for entity in _entities(recipients, "recipient", reasons) if not _among(entity, actor_entities)
        )
        mention = typed_by_actor(mention, actor_entities, reasons)
        if place.reason is not None and not place.carried:
            reasons.append(place.reason)
        if interval is not None and time is not None:
            reasons.append(Reason("date", _interval_text(interval), interval.rule, time.span))
        return ResolvedMention(
            mention=mention,
            actors=actor_entities,
            recipients=recipient_entities,
            interval=interval,
            time=time,
            place=None if place.carried else place.loc,
            scene=place if place.carried else None,
            attribution=_sources(mention, sources, actor_entities),
            content=_content(mention, table, on),
            historical=mention.background or (interval is not None and is_background(interval, published)),
            reasons=tuple(reasons),
            failure=needs_failure(
                mention,
                [one for _, one in actors],
                [one for _, one in recipients],
                placed=place.loc is not None and not place.carried,
            ),
        )

    @staticmethod
    def _when(mention: EventMention, timeline: Timeline) -> tuple[DateInterval | None, TimePhrase | None]:
        for phrase in mention.times:
            interval = timeline.resolve(phrase, tense=mention.tense)
            if interval is not None:
                return interval, phrase
        return None, None


def _with_deadline(one: ResolvedMention, timeline: Timeline, *, published: dt.date | None) -> ResolvedMention:
    """Put a mention's deadline on the calendar; a length of time counts from its own day, else from the news."""
    phrase = one.mention.deadline
    if phrase is None:
        return one
    start = published if one.interval is None or one.time is phrase else one.interval.end
    day = last_day(phrase, timeline, start=start)
    if day is not None and start is not None and day < start:
        day = None
    span = phrase.span
    deadline = Deadline(None if day is None else day.isoformat(), span.text, span.start, span.end)
    return msgspec.structs.replace(one, deadline=deadline)


def _with_hints(one: ResolvedMention, hints: HintFinder) -> ResolvedMention:
    """Add what other sentences tell of the time and place that a mention's own leaves open."""
    speakers = _speakers(one)
    hint = hints.when(one.mention, speakers) if one.interval is None else None
    scene = (hints.where(one.mention, speakers) if one.place is None else None) or one.scene
    return msgspec.structs.replace(one, hint=hint, scene=scene)


def _speakers(one: ResolvedMention) -> tuple[Entity, ...]:
    """Give who does what is done by saying it: the actors, and whoever speaks for a state that acts."""
    codes = {actor.code for actor in one.actors if actor.code is not None and actor.sector == ("GOV",)}
    spoken = (source for source in one.attribution if source.code in codes)
    return (
        *one.actors,
        *(Entity(source.code, source.sector, source.text, source.start, source.end) for source in spoken),
    )


def needs_failure(
    mention: EventMention, actors: list[Resolution], recipients: list[Resolution], *, placed: bool = False
) -> str | None:
    """Say why the participants do not make the mention a political event, None if they do.

    The frame's `needs` names whose resolution must be political: any participant, both sides, the
    actor, the recipient or none; "place": any participant, or else a place that is named, for what only
    those in power can do ("a curfew in Jos"); "power": as "place", or else nobody is told to act ("a man
    was arrested").
    """
    public_means = bool(PUBLIC_MEANS.intersection(mention.mode))
    others = any(one.political and one.kind not in TEAMS for one in (*actors, *recipients))
    told = placed or any(one.human for one in (*actors, *recipients))
    if mention.sport and not (public_means and told) and not others:
        return "only teams take part"
    actor = any(one.political for one in actors)
    recipient = any(one.political for one in recipients)
    if actors and not any(one.human or one.political for one in actors) and _acts_alone(mention, actors, recipients):
        return "nobody acts"
    if mention.needs == "none":
        return None
    anybody = public_means and bool(actors or recipients)
    # Where all act upon each other there are no recipients: two of those who act must be political.
    both = sum(one.political for one in actors) > 1 if mention.reciprocal else actor and recipient
    met, failure = {
        "place": (
            actor or recipient or placed or anybody,
            "no participant is a political actor, no place is named",
        ),
        "power": (
            actor or recipient or placed or not any(one.human for one in actors),
            "who acts is no political actor",
        ),
        "any": (actor or recipient or public_means, "no participant is a political actor"),
        "both": (both, "one side is no political actor"),
        "actor": (actor, "who acts is no political actor"),
        "recipient": (recipient, "who is acted upon is no political actor"),
    }[mention.needs]
    return None if met else failure


def _acts_alone(mention: EventMention, actors: list[Resolution], recipients: list[Resolution]) -> bool:
    """Tell whether things or beasts act, and on nobody: "elephants destroyed a plantation in Assam"."""
    things = all(one.kind == "thing" for one in actors) and not any(one.human or one.political for one in recipients)
    # Before a noun stand things that do nothing: "a late bombardment".
    return mention.needs == "none" or (mention.needs == "place" and not mention.nominal and things)


def _entities(found: list[tuple[Phrase, Resolution]], field: str, reasons: list[Reason]) -> tuple[Entity, ...]:
    kept: list[Entity] = []
    for phrase, resolution in found:
        if phrase.weak and (not resolution.political or resolution.rule == "capital-for-state"):
            continue  # "Paris attacks" tells where, not who
        if phrase.slot == "owner" and kept:
            continue  # the thing that they own is an actor itself
        for entity in resolution.entities:
            if not _among(entity, tuple(kept)):
                kept.append(entity)
                value = "/".join(part for part in (entity.code or "?", *entity.sector) if part)
                evidence = resolution.antecedent or phrase.span
                reasons.append(Reason(field, value, f"{phrase.slot}, {resolution.rule}", evidence))
    return tuple(kept)


def _among(entity: Entity, others: tuple[Entity, ...]) -> bool:
    return any(entity.start < other.end and other.start < entity.end for other in others)


def _sources(
    mention: EventMention, sources: tuple[tuple[SourcePhrase, Resolution | None], ...], actors: tuple[Entity, ...]
) -> tuple[Attribution, ...]:
    """Give who says so; an actor is no source of what it does by saying it."""
    found = [(source, resolution, _attribution(source, resolution)) for source, resolution in sources]
    return tuple(
        attribution
        for _, resolution, attribution in found
        if not (mention.event in SPEECH_ACTS and resolution is not None and _is_one_of(resolution, actors))
    )


def _is_one_of(source: Resolution, actors: tuple[Entity, ...]) -> bool:
    return any(
        entity.start == actor.start
        or (entity.identifier_text is not None and entity.identifier_text == actor.identifier_text)
        for entity in source.entities
        for actor in actors
    )


def _attribution(source: SourcePhrase, found: Resolution | None) -> Attribution:
    """Make the record of a source; a pronoun's is shown by the words that it stands for."""
    entity = found.entities[0] if found is not None and found.entities else None
    span = source.span if found is None or found.antecedent is None else found.antecedent
    return Attribution(
        text=span.text,
        start=span.start,
        end=span.end,
        code=None if entity is None else entity.code,
        sector=() if entity is None else entity.sector,
        cue=source.cue,
    )


def _content(mention: EventMention, table: ActorTable, on: dt.date | None) -> Content | None:
    inside = mention.content
    if inside is None:
        return None
    recipients = [entity for phrase in inside.recipients for entity in table.resolve(phrase, on=on).entities]
    return Content(
        event=(inside.event,),
        mode=inside.mode,
        recipient=tuple(recipients),
        text=inside.span.text,
        start=inside.span.start,
        end=inside.span.end,
    )


def _interval_text(interval: DateInterval) -> str:
    same = interval.start == interval.end
    return interval.start.isoformat() if same else f"{interval.start.isoformat()}..{interval.end.isoformat()}"


def part_political(
    groups: tuple[tuple[ResolvedMention, ...], ...],
) -> tuple[tuple[tuple[ResolvedMention, ...], ...], tuple[Rejection, ...]]:
    """Part the events with the participants that their frames need from those without.

    Args:
        groups: the article's events, roles filled.

    Returns:
        The events to keep, and why each of the others is refused.
    """
    kept: list[tuple[ResolvedMention, ...]] = []
    refused: list[Rejection] = []
    for group in groups:
        failures = [one.failure for one in group]
        if None in failures or any(FILLED in reason.rule for one in group for reason in one.reasons):
            kept.append(group)
            continue
        refused.extend(
            Rejection("resolve", "no-political-actor", f"{one.mention.frame}: {one.failure}", one.mention.trigger)
            for one in group
        )
    return tuple(kept), tuple(refused)
