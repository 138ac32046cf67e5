import pytest

from dragoman.errors import GoldError
from dragoman.score import LabelledPhrase, ResolvedPhrase, score_actors, to_json


def test_each_figure_by_hand() -> None:
    gold = [
        LabelledPhrase("Chad's army", country="TCD", sector="MIL"),
        LabelledPhrase("Chad's king", country="TCD", sector="GOV"),
        LabelledPhrase("the reporters", country="", sector="JRN"),
        LabelledPhrase("the bishops", sector="REL"),
        LabelledPhrase("the thing", country="", sector=""),
    ]
    resolved = [
        ResolvedPhrase("Chad's army ", "TCD", ("GOV", "MIL")),
        ResolvedPhrase("Chad's king", "TCD", ("ELI",)),
        ResolvedPhrase("the reporters", "USA", ("JRN",)),
        ResolvedPhrase("the bishops", None, ("REL",)),
        ResolvedPhrase("the thing"),
    ]
    data = to_json(score_actors(gold, resolved))
    assert data["country"] == {"accuracy": 0.75, "n": 4}
    assert data["sector"] == {"accuracy": 0.8, "n": 5}
    assert data["both"] == {"accuracy": 0.5, "n": 4}


def test_a_sector_where_none_can_be_told_is_wrong() -> None:
    scores = score_actors([LabelledPhrase("the thing", sector="")], [ResolvedPhrase("the thing", None, ("GOV",))])
    assert scores.figures["sector"].rate == 0
    assert scores.wrong == ("the thing -> - GOV",)


def test_another_number_of_phrases_is_refused() -> None:
    with pytest.raises(GoldError, match="1 gold phrases, 0 resolved"):
        score_actors([LabelledPhrase("a")], [])


def test_another_order_is_refused() -> None:
    with pytest.raises(GoldError, match="order differs"):
        score_actors([LabelledPhrase("a")], [ResolvedPhrase("b")])
