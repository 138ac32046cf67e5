from dragoman.score import LabelledSentence, score_sentences, to_json
from dragoman.score.gold import Label


def sentence(identifier: str, *labels: Label) -> LabelledSentence:
    return LabelledSentence(id=identifier, text="Chad accused Niger.", events=labels)


def coded(article: str, event_type: str, **fields: object) -> dict[str, object]:
    return {"article": article, "event": [event_type], **fields}


def test_each_figure_by_hand() -> None:
    gold = [
        sentence("a", Label("ACCUSE", mode="allege", actor=({"country": "TCD"},), recipient=({"country": "IGO"},))),
        sentence("b", Label("AID")),
        sentence("c", Label("THREATEN", mode=("violence", "territory"))),
        sentence("d", Label(None)),
        sentence("e", Label(None)),
    ]
    events = [
        coded("a", "ACCUSE", mode=["disapprove"], actor=[{"code": "TCD"}], recipient=[{"code": "UNO"}]),
        coded("c", "THREATEN", mode=["territory", "violence"]),
        coded("c", "REQUEST"),
        coded("e", "AID"),
    ]
    data = to_json(score_sentences(gold, events))
    assert data["type"] == {"accuracy": 0.6667, "n": 3}
    assert data["only"] == {"accuracy": 0.3333, "n": 3}
    assert data["silent"] == {"accuracy": 0.3333, "n": 3}
    assert data["mode"] == {"accuracy": 0.5, "n": 2}
    assert data["actor"] == {"accuracy": 1.0, "n": 1}
    assert data["recipient"] == {"accuracy": 1.0, "n": 1}
    assert data["dropped"] == {"accuracy": 0.5, "n": 2}
    assert data["confusions"] == [["AID", "nothing", 1]]


def test_any_event_of_the_type_may_have_the_right_actor() -> None:
    gold = [sentence("a", Label("AID", actor=({"country": "JPN"},)))]
    events = [coded("a", "AID", actor=[{"code": "USA"}]), coded("a", "AID", actor=[{"code": "JPN"}])]
    assert to_json(score_sentences(gold, events))["actor"] == {"accuracy": 1.0, "n": 1}


def test_a_label_without_country_is_not_judged() -> None:
    gold = [sentence("a", Label("AID", actor=({"country": None},)))]
    assert "actor" not in to_json(score_sentences(gold, [coded("a", "AID")]))


def test_confusions_name_all_types_coded() -> None:
    gold = [sentence("a", Label("AID")), sentence("b", Label("AID"))]
    events = [coded(one, kind) for one in ("a", "b") for kind in ("REQUEST", "AGREE")]
    assert to_json(score_sentences(gold, events))["confusions"] == [["AID", "AGREE,REQUEST", 2]]
