"""Figures worked out by hand, so that the scorer is held to the definitions and not to itself."""

import itertools
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import GoldError
from dragoman.records import TextSpan
from dragoman.score import GoldEvent, GoldStory, pair_events, score_stories, to_json
from dragoman.score.coded import as_coded
from dragoman.score.gold import GoldDates, GoldEntity, GoldPlace
from dragoman.score.stories import sentence_bounds

TEXT = "Chad accused Niger of theft. Officials said that Chad bombed Niger near Diffa, killing 3 people. Chad withdrew."


def span(words: str, occurrence: int = 1) -> TextSpan:
    at = -1
    for _ in range(occurrence):
        at = TEXT.index(words, at + 1)
    return TextSpan(text=words, start=at, end=at + len(words))


def entity(words: str, country: str | None, *sectors: str, occurrence: int = 1) -> GoldEntity:
    found = span(words, occurrence)
    return GoldEntity(text=words, start=found.start, end=found.end, country=country, sectors=sectors)


ACCUSE = GoldEvent(
    type="ACCUSE",
    triggers=(span("accused"),),
    modes=("allege",),
    actors=(entity("Chad", "TCD", "GOV"),),
    recipients=(entity("Niger", "NER", "GOV"),),
)
ASSAULT = GoldEvent(
    type="ASSAULT",
    triggers=(span("bombed"), span("killing")),
    modes=("aerial",),
    actors=(entity("Chad", "TCD", "GOV", occurrence=2),),
    recipients=(entity("Niger", "NER", occurrence=2),),
    date=GoldDates(start="2024-03-01", end="2024-03-02"),
    place=GoldPlace(**msgspec.structs.asdict(span("Diffa")), country="NER", name="Diffa"),
    attribution=(span("Officials"),),
    dead=3,
)
RETREAT = GoldEvent(type="RETREAT", triggers=(span("withdrew"),), actors=(entity("Chad", "TCD", occurrence=3),))
STORY = GoldStory(id="s1", text=TEXT, events=(ACCUSE, ASSAULT, RETREAT))


def coded(event_type: str, trigger: str, **fields: object) -> dict[str, Any]:
    found = span(trigger)
    return {
        "article": "s1",
        "event": [event_type],
        "event_text": [{"text": trigger, "start": found.start, "end": found.end}],
        **fields,
    }


def perfect() -> list[dict[str, Any]]:
    chad = {"code": "TCD", "sector": ["GOV"]}
    return [
        coded("ACCUSE", "accused", mode=["allege"], actor=[chad], recipient=[{"code": "NER", "sector": ["GOV"]}]),
        coded(
            "ASSAULT",
            "bombed",
            mode=["aerial"],
            actor=[chad],
            recipient=[{"code": "NER", "sector": []}],
            date="2024-03-01",
            enddate="2024-03-02",
            event_loc={"country_code": "NER", "resolved_place": "diffa"},
            attribution=[{"text": "Officials", "start": 29, "end": 38}],
            size={"dead": 3},
            factuality="actual",
        ),
        coded("RETREAT", "withdrew", actor=[{"code": "TCD", "sector": []}]),
    ]


def test_a_perfect_coding_scores_one_everywhere() -> None:
    events = [{**one, "factuality": "actual"} for one in perfect()]
    data = to_json(score_stories([STORY], events))
    for name in ("detect", "who", "roles", "story", "attribution"):
        assert data[name] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert {name: one["accuracy"] for name, one in data["matched"].items()} == dict.fromkeys(data["matched"], 1.0)
    assert data["matched"]["date"]["n"] == 1
    assert data["matched"]["numbers"]["n"] == 1


def test_one_missed_and_one_extra() -> None:
    events = [*perfect()[:2], coded("PROTEST", "withdrew", actor=[{"code": "TCD"}])]
    scores = score_stories([STORY], events)
    assert (scores.detect.matched, scores.detect.answered, scores.detect.expected) == (2, 3, 3)
    # Gold names 5 participants, coded 5, and the 4 of the first two events are right.
    assert (scores.roles.matched, scores.roles.answered, scores.roles.expected) == (4, 5, 5)
    assert scores.story.matched == 2
    assert [(miss.kind, miss.type) for miss in scores.misses] == [("missed", "RETREAT"), ("extra", "PROTEST")]
    assert scores.types["RETREAT"].data() == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1}
    assert scores.types["PROTEST"].found.answered == 1


def test_who_needs_both_sides_and_roles_count_single_participants() -> None:
    events = perfect()
    events[0]["recipient"] = [{"code": "NGA"}]
    scores = score_stories([STORY], events)
    assert scores.detect.f1 == 1
    assert scores.who.matched == 2
    assert (scores.roles.matched, scores.roles.answered, scores.roles.expected) == (4, 5, 5)


def test_a_trigger_in_another_sentence_answers_nothing() -> None:
    events = [coded("ACCUSE", "bombed")]
    assert score_stories([STORY], events).detect.matched == 0


def test_a_trigger_elsewhere_in_the_sentence_still_answers() -> None:
    events = [coded("ACCUSE", "theft")]
    assert score_stories([STORY], events).detect.matched == 1


def test_overlap_of_triggers_beats_right_countries() -> None:
    # Both answers stand in the sentence of the bombing; the one on its trigger word is paired,
    # although the other has one country right.
    near = coded("ASSAULT", "Diffa", actor=[{"code": "TCD"}])
    on_it = coded("ASSAULT", "killing")
    pairs = pair_events(STORY, as_coded([near, on_it]))
    assert [(pair.gold, pair.coded) for pair in pairs] == [(1, 1)]


def test_among_equals_the_earlier_is_paired() -> None:
    same = coded("ASSAULT", "bombed")
    pairs = pair_events(STORY, as_coded([same, dict(same)]))
    assert [(pair.gold, pair.coded) for pair in pairs] == [(1, 0)]


@pytest.mark.parametrize(
    ("gold", "answer", "right"),
    [
        ("IGO", "UNO", True),
        ("IGO", "EUR", True),
        ("TRN", "IMG", True),
        (None, "XXX", True),
        ("TRN", "UNO", False),
    ],
)
def test_codes_that_gold_does_not_tell_apart(gold: str | None, answer: str, *, right: bool) -> None:
    event = msgspec.structs.replace(RETREAT, actors=(entity("Chad", gold),))
    story = msgspec.structs.replace(STORY, events=(event,))
    scores = score_stories([story], [coded("RETREAT", "withdrew", actor=[{"code": answer}])])
    assert scores.who.matched == int(right)


def test_an_end_date_left_out_is_the_start_date() -> None:
    event = msgspec.structs.replace(ASSAULT, date=GoldDates(start="2024-03-01", end="2024-03-01"))
    story = msgspec.structs.replace(STORY, events=(event,))
    scores = score_stories([story], [coded("ASSAULT", "bombed", date="2024-03-01")])
    assert scores.matched["date"].rate == 1


def test_a_source_counts_by_its_last_word() -> None:
    answer = coded("ASSAULT", "bombed", attribution=[{"text": "two senior officials", "start": 0, "end": 1}])
    scores = score_stories([STORY], [answer])
    assert (scores.attribution.matched, scores.attribution.answered, scores.attribution.expected) == (1, 1, 1)


def test_conditions_are_scored_over_pairs_only() -> None:
    with_condition = msgspec.structs.replace(RETREAT, condition=span("of theft"))
    story = msgspec.structs.replace(STORY, events=(with_condition,))
    hit = coded("RETREAT", "withdrew", condition={"text": "theft", "start": 22, "end": 27, "polarity": "if"})
    unpaired = coded("ACCUSE", "accused", condition={"text": "theft", "start": 22, "end": 27, "polarity": "if"})
    scores = score_stories([story], [hit, unpaired])
    assert (scores.condition.matched, scores.condition.answered, scores.condition.expected) == (1, 1, 1)


def test_factuality_that_is_not_actual_is_shown_apart() -> None:
    denied = msgspec.structs.replace(RETREAT, factuality="negated")
    story = msgspec.structs.replace(STORY, events=(ACCUSE, denied))
    events = [
        coded("ACCUSE", "accused", factuality="actual"),
        coded("RETREAT", "withdrew", factuality="actual"),
    ]
    matched = score_stories([story], events).matched
    assert (matched["factuality"].right, matched["factuality"].cases) == (1, 2)
    assert (matched["factuality (not actual)"].right, matched["factuality (not actual)"].cases) == (0, 1)


def test_events_of_unknown_articles_do_not_count() -> None:
    stray = {**coded("ACCUSE", "accused"), "article": "elsewhere"}
    assert score_stories([STORY], [stray]).detect.answered == 0


def test_an_event_that_cannot_be_read_is_named() -> None:
    with pytest.raises(GoldError, match="coded event 1 cannot be scored"):
        score_stories([STORY], [{"event": ["ACCUSE"]}])


def test_no_stories_give_zeros() -> None:
    assert to_json(score_stories([], []))["detect"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_sentences_end_at_stops_and_line_breaks() -> None:
    text = 'He left. "Go," she said.\nThen 3.5 more'
    assert [text[start:end] for start, end in sentence_bounds(text)] == [
        "He left.",
        '"Go," she said.',
        "Then 3.5 more",
    ]


@given(st.text(alphabet='aB.!? \n"', max_size=60))
def test_sentence_bounds_are_in_order_and_cover_all_words(text: str) -> None:
    bounds = sentence_bounds(text)
    assert all(start <= end for start, end in bounds)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(bounds))
    inside = {i for start, end in bounds for i in range(start, end)}
    assert all(i in inside for i, character in enumerate(text) if character.isalpha())


@given(st.permutations(perfect()))
def test_the_order_of_coded_events_does_not_matter(events: list[dict[str, Any]]) -> None:
    assert to_json(score_stories([STORY], events)) == to_json(score_stories([STORY], perfect()))
