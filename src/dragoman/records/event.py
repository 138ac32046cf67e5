"""The record that dragoman keeps: one event with all that the article says of it."""

import msgspec

from dragoman.records.mention import Factuality, Polarity
from dragoman.records.reason import Reason, Rejection
from dragoman.records.text_span import TextSpan


class Entity(msgspec.Struct, frozen=True):
    """A participant.

    Attributes:
        code: ISO 3166 alpha-3 or one of PLOVER's other codes, None when not known.
        sector: PLOVER sector codes, most telling first.
        entity_text: the source's own words.
        start: offset of those words in the article's text.
        end: offset after them.
        identifier_id: Wikidata id, None when not known.
        identifier_text: neutral name of the known actor, None when not known.
        office: office held at the date, None when none is known.
    """

    code: str | None
    sector: tuple[str, ...]
    entity_text: str
    start: int
    end: int
    identifier_id: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class EventLoc(msgspec.Struct, frozen=True):
    """Where, as GeoNames has it.

    Attributes:
        extracted_place: the source's words.
        resolved_place: canonical English name.
        geonameid: GeoNames id, None when the place has none in our gazetteer.
        lat: latitude in degrees north, None when not known.
        lon: longitude in degrees east, None when not known.
        city: name of the town, None when coarser.
        district: second administrative level, None when not known.
        province: first administrative level, None when not known.
        country: English name of the state.
        country_code: ISO 3166 alpha-3.
        feature_class: GeoNames feature class (`A`, `P`, ...).
        feature_code: GeoNames feature code (`PPLC`, ...).
        resolution: 1 country, 2 first level, 3 second level, 4 town, 5 within a town.
    """

    extracted_place: str
    resolved_place: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    city: str | None
    district: str | None
    province: str | None
    country: str | None
    country_code: str | None
    feature_class: str | None
    feature_code: str | None
    resolution: int | None


class Size(msgspec.Struct, frozen=True):
    """Numbers of people, as stated; None where the text gives none."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    crowd: int | None = None


class Condition(msgspec.Struct, frozen=True):
    """What the event hangs on, in the source's words."""

    text: str
    start: int
    end: int
    polarity: Polarity


class Attribution(msgspec.Struct, frozen=True):
    """On whose word.

    `code` and `sector` are the source's, resolved like an actor; `cue` is the reporting word.
    """

    text: str
    start: int
    end: int
    code: str | None
    sector: tuple[str, ...]
    cue: str


class TriggerText(msgspec.Struct, frozen=True):
    """Words that express the event, and the number of their sentence."""

    text: str
    start: int
    end: int
    sentence: int


class Content(msgspec.Struct, frozen=True):
    """The act inside a speech act: what is threatened, asked for, promised or refused."""

    event: tuple[str, ...]
    mode: tuple[str, ...]
    recipient: tuple[Entity, ...]
    text: str
    start: int
    end: int


class Deadline(msgspec.Struct, frozen=True):
    """By when something is to be done: the last day, None if the words cannot be put on the calendar."""

    date: str | None
    text: str
    start: int
    end: int


class CiteInfo(msgspec.Struct, frozen=True):
    """The article that the record was read from."""

    title: str | None
    url: str | None
    publication: str | None
    date: str | None
    language: str | None


class Event(msgspec.Struct, frozen=True):
    """One event, in the field order of the native JSON form (see docs/record.md)."""

    id: str
    article: str
    event: tuple[str, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int
    event_scale: float
    cameo: str | None
    date: str | None
    enddate: str | None
    date_text: TextSpan | None
    date_resolution: str | None
    date_basis: str | None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    event_loc: EventLoc | None
    size: Size
    factuality: Factuality
    historical: bool
    condition: Condition | None
    attribution: tuple[Attribution, ...]
    event_text: tuple[TriggerText, ...]
    confidence: float
    frame: str
    cite_info: CiteInfo
    coder: str
    coded_date: str
    content: Content | msgspec.UnsetType = msgspec.UNSET
    demand: TextSpan | msgspec.UnsetType = msgspec.UNSET
    deadline: Deadline | msgspec.UnsetType = msgspec.UNSET


class CodedArticle(msgspec.Struct, frozen=True):
    """One article's outcome: its events, why they are as they are, and what was left out.

    Attributes:
        article_id: the article's id.
        text: the text that offsets count in.
        status: `coded`, `rejected` (a reason to leave it, such as its language) or `failed`.
        events: in order of their first trigger.
        reasons: event id to the steps behind each field.
        rejections: triggers that were not coded, or why the article was not.
        error: for `failed`, the message.
    """

    article_id: str
    text: str
    status: str
    events: tuple[Event, ...] = ()
    reasons: dict[str, tuple[Reason, ...]] = {}
    rejections: tuple[Rejection, ...] = ()
    error: str | None = None
