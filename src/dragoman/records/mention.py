"""What `extract` finds: words read as a trigger, participant, place, time, source or condition."""

from typing import Literal

import msgspec

from dragoman.records.reason import Reason
from dragoman.records.text_span import TextSpan

Factuality = Literal["actual", "future", "hypothetical", "negated"]
Polarity = Literal["if", "unless", "until", "in-case", "in-exchange"]
Tense = Literal["past", "present", "future", "none"]


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase that plays a part.

    Attributes:
        span: its words, without relative clauses and appositions.
        sentence: number of its sentence in the article.
        head: number of its head token in the sentence.
        slot: how it was reached: `subj`, `obj`, `agent`, `prep:on`, `poss`, `adj`, `compound`.
        weak: True for modifiers such as "truck" in "truck attack": to be dropped unless they
            resolve to an actor.
    """

    span: TextSpan
    sentence: int
    head: int
    slot: str
    weak: bool = False


class PlacePhrase(msgspec.Struct, frozen=True):
    """Words that may say where an event happened.

    Attributes:
        span: the name with its descriptor ("Idlib province", "the northern city of Mosul").
        name: the bare name to look up ("Idlib", "Mosul"), empty for "the city" and the like.
        sentence: number of its sentence in the article.
        head: number of the name's head token.
        relation: how it bears on the event: the preposition before it ("in", "near"), or `reach` (what is
            taken, struck or visited), `part` ("the Mosul operations"), `of`, `object`, `owner`, `local`
            ("a Lagos court"), `subject`.
        descriptor: feature noun beside the name ("province", "city"), None if there is none.
        anchor: number of the token that it places.
        distance: rank by syntax, 0 for a direct dependent of the trigger, larger is farther.
    """

    span: TextSpan
    name: str
    sentence: int
    head: int
    relation: str
    descriptor: str | None = None
    anchor: int = -1
    distance: int = 0


class TimePhrase(msgspec.Struct, frozen=True):
    """Words that say when, read but not yet put on the calendar.

    What the text leaves open ("March", "two days later") is told by its tense and by the times before
    it, so these travel along; a range is one phrase with its ends inside, since an event has one time.

    Attributes:
        span: the words with their preposition ("on Thursday", "in late 2017").
        sentence: number of its sentence in the article.
        kind: how the parts are to be read: `calendar`, `offset`, `unit`, `duration`, `set`, `age`,
            `reference`, `range`; the rule of that name in `resolve.dates` turns them into days.
        parts: what the grammar read, as (name, value) pairs, sorted by name, in words of no language.
        distance: rank by syntax, 0 for a dependent of the trigger, larger is farther.
        extent: the words without preposition, as TIMEX3 marks them; None means the same as `span`.
        head: number of the token by which it hangs in its sentence, -1 if the sentence is not parsed.
        tense: of the clause that it stands in.
        ends: for a range or list of times its members, in order.
    """

    span: TextSpan
    sentence: int
    kind: str
    parts: tuple[tuple[str, str], ...] = ()
    distance: int = 0
    extent: TextSpan | None = None
    head: int = -1
    tense: Tense = "none"
    ends: tuple["TimePhrase", ...] = ()


class SourcePhrase(msgspec.Struct, frozen=True):
    """Who an event is credited to.

    Attributes:
        phrase: the source, None when the cue names none ("reportedly").
        span: the words to show: the source's, or the cue's when there is no source.
        cue: the reporting word as written ("warned", "according to").
    """

    phrase: Phrase | None
    span: TextSpan
    cue: str


class ConditionPhrase(msgspec.Struct, frozen=True):
    """What an event hangs on."""

    span: TextSpan
    polarity: Polarity


class Count(msgspec.Struct, frozen=True):
    """A number of people and where it was read."""

    value: int
    span: TextSpan


class SizeMention(msgspec.Struct, frozen=True):
    """Numbers of people at one mention of an event; None where the text gives no number."""

    dead: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    crowd: Count | None = None


class ContentMention(msgspec.Struct, frozen=True):
    """The act inside a speech act: what is threatened, asked for, promised or refused."""

    event: str
    mode: tuple[str, ...]
    span: TextSpan
    recipients: tuple[Phrase, ...] = ()


class EventMention(msgspec.Struct, frozen=True):
    """One mention of an event in one sentence, before anything is resolved.

    Attributes:
        frame: id of the frame, `assault.bomb` for example.
        event: PLOVER type, after the conversions of PLOVER's auxiliary modes.
        mode: PLOVER modes.
        trigger: the words that express it.
        more_triggers: further words of the same sentence for the same event ("killed ... in an attack").
        sentence: number of the sentence in the article.
        head: number of the trigger's head token in the sentence.
        nominal: True when the trigger is a noun.
        definite: True for a noun that points back or to what is known ("the attack", "this siege", "their protest").
        lemma: base form of the trigger's head.
        tense: of the clause that holds the trigger.
        actors: participants that act.
        recipients: participants acted upon.
        places: candidates for where, nearest by syntax first.
        times: candidates for when, nearest by syntax first.
        factuality: actual, future, hypothetical or negated.
        background: True when tense or words put it well before the news (`historical`).
        condition: what it hangs on.
        attribution: who says so, nearest first.
        size: numbers of people.
        content: for speech acts, the act inside.
        demand: what somebody is to do, for a threat, request, promise or refusal.
        deadline: the time by which it is to be done.
        about: offsets of the events of the same sentence that it is directed at ("condemned the attack").
        since: offsets of other events of the same sentence since which this one goes on ("since his arrest").
        occasions: kinds of the known occasions at which it happened ("killed in the violence"), see `Occasion`.
        together: offsets of other events of the same sentence that are told of the same time ("while", "as").
        reciprocal: True when all parties are actors (meetings, agreements, fighting).
        needs: which participants must be political for the event to count, from the frame.
        sport: True if the sentence speaks of sport, where a state is its team.
        weight: how sure the frame is of its sense, 0 to 1.
        reasons: how each field came about.
    """

    frame: str
    event: str
    mode: tuple[str, ...]
    trigger: TextSpan
    sentence: int
    head: int
    more_triggers: tuple[TextSpan, ...] = ()
    nominal: bool = False
    definite: bool = False
    lemma: str = ""
    tense: Tense = "none"
    actors: tuple[Phrase, ...] = ()
    recipients: tuple[Phrase, ...] = ()
    places: tuple[PlacePhrase, ...] = ()
    times: tuple[TimePhrase, ...] = ()
    factuality: Factuality = "actual"
    background: bool = False
    condition: ConditionPhrase | None = None
    attribution: tuple[SourcePhrase, ...] = ()
    size: SizeMention = SizeMention()
    content: ContentMention | None = None
    demand: TextSpan | None = None
    deadline: TimePhrase | None = None
    about: tuple[int, ...] = ()
    since: tuple[int, ...] = ()
    occasions: tuple[str, ...] = ()
    together: tuple[int, ...] = ()
    reciprocal: bool = False
    needs: str = "any"
    sport: bool = False
    weight: float = 1.0
    reasons: tuple[Reason, ...] = ()


class Occasion(msgspec.Struct, frozen=True):
    """What the text tells with its time or place, for events of other sentences to take over.

    Attributes:
        kind: `event` for something that took place, `statement` for somebody's speaking, `opening` for a time that
            opens a stretch of the story.
        sentence: number of its sentence in the article.
        start: offset of its noun, verb or time in the article's text.
        name: of an event its kind, such as `violence`.
        definite: of an event whether it is one known already ("the violence").
        speaker: of a statement who speaks.
        times: when, nearest by syntax first; empty if its sentence does not say.
        places: where, nearest by syntax first.
    """

    kind: Literal["event", "statement", "opening"]
    sentence: int
    start: int
    name: str = ""
    definite: bool = False
    speaker: Phrase | None = None
    times: tuple[TimePhrase, ...] = ()
    places: tuple[PlacePhrase, ...] = ()
