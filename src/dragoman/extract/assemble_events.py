"""Mentions of events: triggers with all that their sentence says of them."""

import msgspec

from dragoman.extract.attribution import find_attribution
from dragoman.extract.conditions import find_condition
from dragoman.extract.content import Nested, content_mode, content_type, find_nested
from dragoman.extract.demands import find_deadline, find_demand
from dragoman.extract.document_times import document_times
from dragoman.extract.factuality import is_background, judge_factuality
from dragoman.extract.instruments import bare_means, instrument_modes
from dragoman.extract.join import join_triggers
from dragoman.extract.lexicon import Conversion, Lexicon
from dragoman.extract.numbers import find_size
from dragoman.extract.occasions import occasions_of
from dragoman.extract.participants import find_addressed, find_participants
from dragoman.extract.place_phrases import attach_places, find_places
from dragoman.extract.syntax import is_definite, objects, phrase_of
from dragoman.extract.tense import clause_tense
from dragoman.extract.time_phrases import attach_times, find_times, same_time
from dragoman.extract.times.ties import since_event
from dragoman.extract.triggers import Trigger, TriggerFinder, trigger_reason
from dragoman.extract.worlds import is_of_words, is_sport, work_of
from dragoman.records import (
    ContentMention,
    EventMention,
    Factuality,
    ParsedArticle,
    Phrase,
    PlacePhrase,
    Reason,
    Rejection,
    Sentence,
    Tense,
    TextSpan,
    TimePhrase,
)

INSTRUMENT_EVENTS = frozenset({"ASSAULT"})
# Speech acts inside another that stand for themselves where nobody is named who does the outer one.
TOLD_ANYHOW = {"REJECT": frozenset({"REQUEST", "THREATEN"})}
ONE_SIDED = frozenset({"REJECT", "THREATEN"})
DOERS = frozenset({"subj", "light-subj", "prep:by", "poss", "adj"})
TOPIC_CLAUSES = frozenset({"acl", "advcl", "xcomp"})
# A speech act's target is who the act inside concerns, where the speech act names nobody itself.
TARGET_FROM_INSIDE = frozenset({"THREATEN", "REJECT", "AGREE", "CONCEDE", "SUPPORT"})


class Draft(msgspec.Struct, frozen=True):
    """A trigger with its participants and what stands inside it, on the way to a mention.

    `about` has the heads of the event nouns that stand where a recipient would ("condemned the attack").
    """

    trigger: Trigger
    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    modes: tuple[str, ...]
    nested: Nested | None = None
    about: tuple[int, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """How an event is told, as far as conversions ask: by which rule, in what tense, on a condition or not."""

    rule: str
    tense: Tense
    condition: bool


class Context(msgspec.Struct, frozen=True):
    """What is read once a sentence: the sentence, its article, its times and places, whether it is of sport."""

    parsed: ParsedArticle
    sentence: Sentence
    times: tuple[TimePhrase, ...]
    places: tuple[PlacePhrase, ...]
    sport: bool


class EventExtractor:
    """Finds the mentions of events in a parsed article.

    Needs sentences with dependencies; adds event mentions and the triggers that were refused.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._finder = TriggerFinder(lexicon)

    def extract(self, parsed: ParsedArticle) -> tuple[tuple[EventMention, ...], tuple[Rejection, ...]]:
        """Give all mentions in the order of their triggers, and what was looked at and refused."""
        mentions: list[EventMention] = []
        rejections: list[Rejection] = []
        for sentence in parsed.sentences:
            if sentence.parsed:
                triggers, refused = self._finder.find(sentence)
                rejections.extend(refused)
                if triggers:
                    mentions.extend(self._mentions(parsed, sentence, triggers, rejections))
        return tuple(mentions), tuple(rejections)

    def _mentions(
        self, parsed: ParsedArticle, sentence: Sentence, triggers: tuple[Trigger, ...], rejections: list[Rejection]
    ) -> list[EventMention]:
        text = parsed.article.text
        context = Context(
            parsed=parsed,
            sentence=sentence,
            times=find_times(sentence, text),
            places=find_places(sentence),
            sport=is_sport(sentence),
        )
        drafts = {trigger.head: self._draft(context, trigger, triggers) for trigger in triggers}
        absorbed = self._absorb(drafts) | _topics(sentence, drafts)
        kept = []
        for head, draft in drafts.items():
            refused = _refusal(sentence, draft, absorbed.get(head), text=text)
            if refused is not None:
                rejections.append(refused)
                continue
            kept.append(draft.trigger)
        mentions = []
        for group in join_triggers(sentence, kept):
            joined = _join([drafts[trigger.head] for trigger in group])
            mentions.extend(self._mention(context, joined, drafts, more=tuple(group[1:])))
        return mentions

    def _draft(self, context: Context, trigger: Trigger, triggers: tuple[Trigger, ...]) -> Draft:
        sentence = context.sentence
        actors, recipients = find_participants(sentence, trigger, text=context.parsed.article.text)
        # Events and times are nobody: "condemned the attack", "sanctioned them on Monday".
        events = {other.head for other in triggers if other.entry.kind == "noun"}
        barred = events | _within(sentence, context.times)
        about = tuple(phrase.head for phrase in recipients if phrase.head in events)
        data = trigger.frame.data
        modes = data.mode
        if trigger.frame.event in INSTRUMENT_EVENTS:
            modes = instrument_modes(self._lexicon.instruments, sentence, trigger, frame_modes=modes)
        things = bare_means(sentence, self._lexicon.classes)
        return Draft(
            trigger=trigger,
            actors=tuple(phrase for phrase in actors if phrase.head not in barred | things),
            # Who owns an event noun may be its victim: its own frame tells ("condemned the cleric's murder").
            recipients=tuple(
                phrase for phrase in recipients if phrase.head not in barred and not (about and phrase.slot == "owner")
            ),
            modes=modes,
            nested=None if data.content == "none" else find_nested(sentence, trigger, triggers),
            about=about,
        )

    @staticmethod
    def _absorb(drafts: dict[int, Draft]) -> dict[int, str]:
        """Give the triggers that are what a speech act is about, with the speech act's frame."""
        absorbed: dict[int, str] = {}
        for head, draft in drafts.items():
            for inner in draft.nested.triggers if draft.nested else ():
                if inner.head != head and head not in absorbed and not _stands(draft, drafts.get(inner.head)):
                    absorbed.setdefault(inner.head, draft.trigger.frame.id)
        return absorbed

    def _mention(
        self, context: Context, draft: Draft, drafts: dict[int, Draft], *, more: tuple[Trigger, ...]
    ) -> list[EventMention]:
        sentence, head = context.sentence, draft.trigger.head
        text = context.parsed.article.text
        span = _trigger_span(sentence, draft.trigger, text)
        also = [(trigger, _trigger_span(sentence, trigger, text)) for trigger in more]
        reasons = [trigger_reason(trigger, words) for trigger, words in ((draft.trigger, span), *also)]
        factuality, why = judge_factuality(sentence, head)
        background, why_background = is_background(sentence, head)
        reasons.extend(reason for reason in (why, why_background) if reason is not None)
        event, modes, recipients, content = self._with_content(draft, drafts, context)
        condition, tense = find_condition(sentence, head), clause_tense(sentence, head)
        told = Told(why.rule if why else "", tense, condition is not None)
        event, modes, factuality = self._convert(event, modes, factuality, reasons, told=told)
        if not recipients:
            recipients = tuple(phrase for inner in draft.about if inner in drafts for phrase in drafts[inner].actors)
        if event == "THREATEN" and not recipients and condition is not None:
            recipients = find_addressed(sentence, condition.span, text=context.parsed.article.text)
        actors = draft.actors
        if event in ONE_SIDED and draft.trigger.frame.pattern.reciprocal:
            # "will not meet the rebels": what both would have done, one refuses the other.
            actors = tuple(phrase for phrase in draft.actors if phrase.slot in DOERS)
            recipients = (*recipients, *(phrase for phrase in draft.actors if phrase.slot not in DOERS))
        size = find_size(sentence, head, event)
        sources = find_attribution(context.parsed, sentence.index, head)
        mention = EventMention(
            frame=draft.trigger.frame.id,
            event=event,
            mode=modes,
            trigger=span,
            sentence=sentence.index,
            head=head,
            more_triggers=tuple(words for _, words in also),
            nominal=draft.trigger.entry.kind == "noun",
            definite=draft.trigger.entry.kind == "noun" and is_definite(sentence, head),
            lemma=sentence.tokens[head].lemma.lower(),
            tense=tense,
            actors=actors,
            recipients=recipients,
            places=attach_places(sentence, head, context.places),
            times=attach_times(sentence, head, context.times) or document_times(context.parsed, sources),
            factuality=factuality,
            background=background,
            condition=condition,
            attribution=sources,
            size=size,
            content=content,
            demand=find_demand(sentence, head, event, nested=draft.nested, condition=condition, text=text),
            deadline=find_deadline(sentence, head, event, times=context.times, condition=condition),
            about=tuple(sentence.tokens[i].start for i in draft.about),
            since=tuple(sentence.tokens[i].start for i in drafts if i != head and since_event(sentence, head, i)),
            occasions=occasions_of(sentence, head),
            together=tuple(sentence.tokens[i].start for i in drafts if i != head and same_time(sentence, head, i)),
            reciprocal=draft.trigger.frame.pattern.reciprocal,
            needs=draft.trigger.frame.data.needs,
            sport=context.sport,
            weight=draft.trigger.frame.data.weight,
            reasons=tuple(reasons),
        )
        return [mention, *self._also(mention, draft)]

    def _with_content(
        self, draft: Draft, drafts: dict[int, Draft], context: Context
    ) -> tuple[str, tuple[str, ...], tuple[Phrase, ...], ContentMention | None]:
        event, modes, recipients = draft.trigger.frame.event, draft.modes, draft.recipients
        nested = draft.nested
        if nested is None:
            return event, modes, recipients, None
        inner = [drafts[trigger.head] for trigger in nested.triggers if trigger.head in drafts]
        if draft.trigger.frame.data.content == "mode" and not modes:
            mode = content_mode(self._lexicon, event, nested, tuple(one.modes for one in inner))
            modes = (mode,) if mode else ()
        if draft.trigger.frame.data.content == "absorb":
            modes_inside = tuple(one.modes for one in inner)
            told = content_type(self._lexicon, event, context.sentence, nested, inner_modes=modes_inside)
            # To agree to something with another is no threat to it: only one side's promises can be.
            mutual = told is not None and told[0] == "THREATEN" and draft.trigger.frame.pattern.reciprocal
            event, modes = (event, modes) if told is None or mutual else told
        if not inner:
            if not recipients and event in TARGET_FROM_INSIDE:
                recipients = self._targets_inside(context, draft, nested)
            return event, modes, recipients, None
        first = inner[0]
        taken = {phrase.head for phrase in draft.actors}
        if not recipients:
            mutual = event in ONE_SIDED and first.trigger.frame.pattern.reciprocal
            inside = first.recipients if event in TARGET_FROM_INSIDE and not mutual else first.actors
            recipients = tuple(phrase for phrase in inside if phrase.head not in taken)
        content = ContentMention(
            event=first.trigger.frame.event,
            mode=first.modes,
            span=_trigger_span(context.sentence, first.trigger, context.parsed.article.text),
            recipients=first.recipients,
        )
        return event, modes, recipients, content

    @staticmethod
    def _targets_inside(context: Context, draft: Draft, nested: Nested) -> tuple[Phrase, ...]:
        """Give whom an act inside is done to that no frame knows: "threaten to target US interests"."""
        sentence = context.sentence
        taken = {phrase.head for phrase in draft.actors} | _within(sentence, context.times)
        verbs = [i for i in nested.heads if sentence.tokens[i].pos == "VERB"]
        found = [j for i in verbs for j in objects(sentence, i) if j not in taken]
        text = context.parsed.article.text
        return tuple(phrase_of(sentence, j, text=text, slot="inner-obj") for j in dict.fromkeys(found))

    def _convert(
        self, event: str, modes: tuple[str, ...], factuality: Factuality, reasons: list[Reason], *, told: Told
    ) -> tuple[str, tuple[str, ...], Factuality]:
        """Turn what has not happened into what it is in PLOVER: a planned meeting is AGREE, for example."""
        for conversion in self._lexicon.conversions:
            if _converts(conversion, event, modes, factuality, told=told):
                rule = f"conversion/{event}-{factuality}"
                reasons.append(Reason(field="event", value=conversion.to_event, rule=rule))
                kept = modes if conversion.to_event == event else ()
                factuality = msgspec.convert(conversion.to_factuality, Factuality)
                return conversion.to_event, conversion.to_mode or kept, factuality
        return event, modes, factuality

    def _also(self, mention: EventMention, draft: Draft) -> list[EventMention]:
        """Give the second event of a frame that stands for two, a prison sentence for example."""
        also = draft.trigger.frame.data.also
        if also is None:
            return []
        event, _, mode = also.partition(".")
        return [msgspec.structs.replace(mention, event=event, mode=(mode,) if mode else (), content=None)]


def _refusal(sentence: Sentence, draft: Draft, outer: str | None, *, text: str) -> Rejection | None:
    """Say why a trigger with all that stands around it is no event of its own, None if it is one.

    `outer` is the frame of the speech act that the trigger is the content of, if it is.
    """
    frame, head = draft.trigger.frame, draft.trigger.head
    span = _trigger_span(sentence, draft.trigger, text)
    if outer is not None:
        return Rejection("extract", "content", f"{frame.id}: what {outer} is about", span)
    work = work_of(sentence, head)
    if work is not None:
        return Rejection("extract", "fiction", f"{frame.id}: told of in a {sentence.tokens[work].text}", span)
    if is_of_words(sentence, head):
        return Rejection("extract", "fiction", f"{frame.id}: told of a word", span)
    if "content" in frame.data.with_ and not (draft.nested and draft.nested.triggers):
        return Rejection("extract", "sense", f"{frame.id}: holds no act", span)
    return None


def _stands(outer: Draft, inner: Draft | None) -> bool:
    """Tell whether a speech act is told for its own sake: "Geneva's calls for a truce are ignored" by nobody named."""
    if inner is None or inner.trigger.entry.kind != "noun" or not inner.actors or outer.actors:
        return False
    return inner.trigger.frame.event in TOLD_ANYHOW.get(outer.trigger.frame.event, ())


def _topics(sentence: Sentence, drafts: dict[int, Draft]) -> dict[int, str]:
    """Give the demands that say what a protest is for, with its frame: they are no requests of their own."""
    protests = {
        i: draft.trigger.frame.id
        for draft in drafts.values()
        if draft.trigger.frame.event == "PROTEST"
        for i in (draft.trigger.head, draft.trigger.light)
        if i is not None
    }
    found = {}
    for head, draft in drafts.items():
        token = sentence.tokens[head]
        if draft.trigger.frame.event == "REQUEST" and token.dep in TOPIC_CLAUSES and token.head in protests:
            found[head] = protests[token.head]
    return found


def _within(sentence: Sentence, times: tuple[TimePhrase, ...]) -> set[int]:
    """Give the numbers of the tokens that time expressions cover."""
    spans = [time.span for time in times]
    return {token.i for token in sentence.tokens if any(span.start <= token.start < span.end for span in spans)}


def _join(drafts: list[Draft]) -> Draft:
    """Make one draft of those that tell one event: participants of all, the governing one's first."""
    first, *others = drafts
    actors, recipients, modes = list(first.actors), list(first.recipients), set(first.modes)
    for other in others:
        modes.update(other.modes)
        for mine, theirs in ((actors, other.actors), (recipients, other.recipients)):
            heads = {phrase.head for phrase in (*actors, *recipients)}
            mine.extend(phrase for phrase in theirs if phrase.head not in heads)
    nested = next((draft.nested for draft in drafts if draft.nested and draft.nested.triggers), first.nested)
    own = {draft.trigger.head for draft in drafts}
    return Draft(
        trigger=first.trigger,
        actors=tuple(actors),
        recipients=tuple(recipients),
        modes=tuple(sorted(modes)),
        nested=nested,
        about=tuple(head for draft in drafts for head in draft.about if head not in own),
    )


def _converts(
    conversion: Conversion, event: str, modes: tuple[str, ...], factuality: Factuality, *, told: Told
) -> bool:
    return (
        conversion.event == event
        and conversion.factuality == factuality
        and (conversion.mode is None or conversion.mode in modes)
        and (not conversion.under or told.rule in conversion.under)
        and conversion.tense in {None, told.tense}
        and (told.condition or not conversion.condition)
    )


def _trigger_span(sentence: Sentence, trigger: Trigger, text: str) -> TextSpan:
    """Give the trigger's words: all of them if they stand together, else its head alone."""
    first, last = trigger.tokens[0], trigger.tokens[-1]
    if last - first > len(trigger.tokens):
        first = last = trigger.head
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return TextSpan(text=text[start:end], start=start, end=end)
