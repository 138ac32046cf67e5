"""What the event gold asks, answered from coded articles."""

import event_predictions

from dragoman.records import CodedArticle, Entity, Event
from events import event


def person(text: str, start: int, *, name: str | None = None) -> Entity:
    return Entity(None, ("GOV",), text, start, start + len(text), identifier_text=name)


def coded(*events: Event) -> CodedArticle:
    return CodedArticle(article_id="a", text="", status="coded", events=events)


def test_the_label_is_that_of_the_event_between_the_two_asked_about() -> None:
    told = coded(
        event(event=("CONSULT",), actor=(person("Peru", 0),), recipient=(person("Cuba", 10),)),
        event(event=("RETREAT",), actor=(person("Chad", 20),), recipient=(person("Mali", 30),)),
    )
    answer = event_predictions.label({"source": "Chad", "target": "Mali"}, told)
    assert answer["label"] == "YIELD"


def test_no_event_has_no_label() -> None:
    assert event_predictions.label({}, coded()) == {"label": None, "quad": None}


def test_spans_are_told_once_and_in_order() -> None:
    told = coded(event(actor=(person("Peru", 9),)), event(actor=(person("Chad", 2), person("Peru", 9))))
    assert event_predictions.spans({}, told)["source"] == [[2, 6], [9, 13]]


def test_templates_part_people_from_known_bodies() -> None:
    told = coded(
        event(
            event=("ASSAULT",),
            mode=("explosives",),
            actor=(person("gunmen", 0), person("Shining Path", 10, name="Shining Path")),
        ),
        event(event=("CONSULT",)),
    )
    [template] = event_predictions.templates({}, told)["templates"]
    assert template["incident_type"] == "bombing"
    assert template["PerpInd"] == [["gunmen"]]
    assert template["PerpOrg"] == [["Shining Path"]]
