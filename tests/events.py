"""Hand-built events and their article, for tests of what comes after the coding."""

import datetime as dt
from typing import Any

import msgspec

from dragoman.records import (
    Article,
    Attribution,
    Block,
    CiteInfo,
    CodedArticle,
    Condition,
    Content,
    Deadline,
    Entity,
    Event,
    EventLoc,
    Reason,
    Rejection,
    Size,
    TextSpan,
    TriggerText,
)

TEXT = (
    "Rebels from the north warned on Monday that they would attack the capital unless the army left Faya.\n\n"
    "The minister met nobody.\n\nRead more"
)


def span(words: str, *, text: str = TEXT) -> TextSpan:
    """Point at words of the text."""
    start = text.index(words)
    return TextSpan(words, start, start + len(words))


def entity(words: str, code: str | None, *sector: str, **more: str) -> Entity:
    found = span(words)
    return Entity(code, sector, found.text, found.start, found.end, **more)


def article(**changes: object) -> Article:
    made = Article(
        id="faya",
        text=TEXT,
        title="Rebels threaten the capital",
        published=dt.date(2024, 5, 31),
        language="en",
        blocks=(
            Block("paragraph", 0, TEXT.index("\n")),
            Block("paragraph", TEXT.index("The minister"), TEXT.index("\n\nRead")),
            Block("furniture", TEXT.index("Read more"), len(TEXT)),
        ),
    )
    return msgspec.structs.replace(made, **changes)


def event(**changes: object) -> Event:
    """Build a conditional threat with every field filled; `changes` replace fields."""
    trigger = span("warned")
    condition = span("unless the army left Faya")
    content = span("attack the capital")
    by = span("on Monday")
    source = span("Rebels from the north")
    made = Event(
        id="3f2a9c0d1e2b4a58",
        article="faya",
        event=("THREATEN",),
        mode=("violence",),
        context=("military", "territory"),
        quad_code=3,
        event_scale=-3.5,
        cameo="138",
        date="2024-05-27",
        enddate="2024-05-27",
        date_text=span("on Monday"),
        date_resolution="day",
        date_basis="text",
        actor=(entity("Rebels from the north", "TCD", "REB"),),
        recipient=(entity("the capital", "TCD"), entity("the army", "TCD", "GOV", "MIL")),
        event_loc=EventLoc(
            extracted_place="Faya",
            resolved_place="Faya-Largeau",
            geonameid=242048,
            lat=17.92574,
            lon=19.10428,
            city="Faya-Largeau",
            district=None,
            province="Borkou",
            country="Chad",
            country_code="TCD",
            feature_class="P",
            feature_code="PPLA",
            resolution=4,
        ),
        size=Size(dead=3),
        factuality="actual",
        historical=False,
        condition=Condition(condition.text, condition.start, condition.end, "unless"),
        attribution=(Attribution(source.text, source.start, source.end, "TCD", ("REB",), "warned"),),
        event_text=(TriggerText(trigger.text, trigger.start, trigger.end, 0),),
        confidence=0.83,
        frame="threaten.warn",
        cite_info=CiteInfo("Rebels threaten the capital", None, None, "2024-05-31", "en"),
        coder="dragoman 0.1.0",
        coded_date="2024-06-01",
        content=Content(("ASSAULT",), (), (entity("the capital", "TCD"),), content.text, content.start, content.end),
        demand=span("the army left Faya"),
        deadline=Deadline("2024-05-31", by.text, by.start, by.end),
    )
    return msgspec.structs.replace(made, **changes)


def bare_event(**changes: object) -> Event:
    """Build an event of which nothing is known but its trigger."""
    trigger = span("met")
    nothing: dict[str, Any] = {
        "id": "77aa0011bb22cc33",
        "event": ("CONSULT",),
        "mode": (),
        "context": (),
        "quad_code": 1,
        "event_scale": 2.5,
        "cameo": None,
        "date": None,
        "enddate": None,
        "date_text": None,
        "date_resolution": None,
        "date_basis": None,
        "actor": (),
        "recipient": (),
        "event_loc": None,
        "size": Size(),
        "factuality": "negated",
        "condition": None,
        "attribution": (),
        "event_text": (TriggerText(trigger.text, trigger.start, trigger.end, 1),),
        "frame": "consult.meet",
        "content": msgspec.UNSET,
        "demand": msgspec.UNSET,
        "deadline": msgspec.UNSET,
    }
    return event(**(nothing | changes))


def outcome(**changes: object) -> CodedArticle:
    """Build the article's outcome: one event explained, one trigger left out."""
    made = CodedArticle(
        article_id="faya",
        text=TEXT,
        status="coded",
        events=(event(),),
        reasons={
            event().id: (
                Reason("actor", "TCD REB", "subject", span("Rebels from the north"), ("TCD MIL", "LBY REB")),
                Reason("confidence", "0.83", "frame 0.83"),
            )
        },
        rejections=(Rejection("resolve", "no-political-actor", "nobody was met", span("met")),),
    )
    return msgspec.structs.replace(made, **changes)
