"""Records out of the mentions of one event."""

import datetime as dt

import msgspec

from dragoman.ontology import load_ontology
from dragoman.records import Article, Attribution, ConditionPhrase, Event, Reason, TextSpan
from dragoman.resolve.build import Stamp, build_event, event_id
from dragoman.resolve.mentions import ResolvedMention
from mentions import actor, on, told, town

ARTICLE = Article(
    id="a", text="x" * 900, published=dt.date(2024, 5, 31), title="T", publisher="P", url="U", language="en"
)
REBELS = actor("rebels", "MLI", "REB", start=10)
VILLAGERS = actor("villagers", "MLI", "CVL", start=30)


def military(*_told: object) -> tuple[str, ...]:
    return ("military",)


def build(*group: ResolvedMention) -> tuple[Event, tuple[Reason, ...]]:
    return build_event(
        ARTICLE,
        group,
        ontology=load_ontology(),
        contexts=military,
        stamp=Stamp(coder="dragoman test", coded_date="2024-06-01"),
    )


def test_one_record_has_all_triggers_in_order() -> None:
    event, _ = build(told(word="kill", start=200), told(word="attack", sentence=3, start=40))
    assert [(one.text, one.start) for one in event.event_text] == [("attack", 40), ("kill", 200)]
    assert event.id == event_id("a", "ASSAULT", 40)
    assert event.context == ("military",)


def test_roles_come_from_the_mention_that_tells_most() -> None:
    event, _ = build(told(word="attack"), told(word="kill", sentence=1, actors=(REBELS,), recipients=(VILLAGERS,)))
    assert (event.actor, event.recipient) == ((REBELS,), (VILLAGERS,))


def test_nobody_is_on_both_sides() -> None:
    event, _ = build(told(actors=(REBELS,), recipients=(REBELS, VILLAGERS)))
    assert event.recipient == (VILLAGERS,)


def test_the_ontology_gives_quad_and_score() -> None:
    event, _ = build(told(mode=["aerial"]))
    assert (event.quad_code, event.event_scale) == (4, -9.5)


def test_the_largest_number_is_the_toll() -> None:
    event, _ = build(told(dead=3), told(sentence=2, dead=14))
    assert event.size.dead == 14
    assert event.size.injured is None


def test_time_and_place_as_far_as_told() -> None:
    event, _ = build(told(), told(sentence=1, interval=on("2024-05-01", "2024-05-03"), place=town("Mosul")))
    assert (event.date, event.enddate, event.date_basis) == ("2024-05-01", "2024-05-03", "text")
    assert event.event_loc is not None
    assert event.event_loc.city == "Mosul"
    bare, _ = build(told())
    assert (bare.date, bare.enddate, bare.date_resolution, bare.event_loc) == (None, None, None, None)


def test_the_finest_place_is_kept() -> None:
    iraq = msgspec.structs.replace(town("Iraq"), resolution=1, city=None)
    event, _ = build(told(place=iraq), told(sentence=1, place=town("Mosul")))
    assert event.event_loc is not None
    assert event.event_loc.resolved_place == "Mosul"


def test_background_only_if_every_mention_is() -> None:
    old = msgspec.structs.replace(told(), historical=True)
    assert build(old)[0].historical
    assert not build(old, told(sentence=1))[0].historical


def test_the_attack_alone_does_not_make_news_of_a_dated_event_of_the_past() -> None:
    old = msgspec.structs.replace(told(interval=on("2011-03-04")), historical=True)
    assert build(old, told(sentence=1, nominal=True))[0].historical
    undated = msgspec.structs.replace(told(nominal=True), historical=True)
    assert not build(undated, told(sentence=1, nominal=True))[0].historical


def said(name: str, start: int) -> Attribution:
    return Attribution(text=name, start=start, end=start + len(name), code=None, sector=(), cue="said")


ARMY, BBC, UNION = said("the army", 1), said("BBC", 20), said("the union", 40)


def by(*sources: Attribution, event: str = "ASSAULT", sentence: int = 0, definite: bool = False) -> ResolvedMention:
    return msgspec.structs.replace(told(event, sentence=sentence, definite=definite), attribution=sources)


def test_the_chain_of_the_first_report_is_kept_without_doubles() -> None:
    event, _ = build(by(ARMY, BBC, said("The Army", 60)), by(UNION, sentence=1))
    assert event.attribution == (ARMY, BBC)


def test_what_points_back_is_no_new_report() -> None:
    assert build(by(), by(UNION, sentence=1, definite=True))[0].attribution == ()


def test_a_threat_may_come_by_several_voices() -> None:
    event, _ = build(by(ARMY, event="THREATEN"), by(UNION, event="THREATEN", sentence=1))
    assert event.attribution == (ARMY, UNION)


def test_what_is_done_by_saying_it_needs_no_report() -> None:
    assert build(by(ARMY, event="REQUEST"))[0].attribution == (ARMY,)
    assert build(by(event="REQUEST"), by(ARMY, event="REQUEST", sentence=1))[0].attribution == ()


def test_a_condition_keeps_its_words() -> None:
    condition = ConditionPhrase(TextSpan("if they stay", 4, 16), "if")
    event, _ = build(told("THREATEN", condition=condition))
    assert event.condition is not None
    assert (event.condition.text, event.condition.polarity) == ("if they stay", "if")


def test_confidence_falls_with_what_is_missing_and_says_so() -> None:
    full, _ = build(told(actors=(REBELS,), recipients=(VILLAGERS,), weight=0.9))
    bare, why = build(told(weight=0.9))
    assert full.confidence == 0.9
    assert bare.confidence < full.confidence
    assert why[-1].rule == "frame 0.90, no actor, no recipient"


def test_the_article_is_cited() -> None:
    event, _ = build(told())
    assert msgspec.structs.asdict(event.cite_info) == {
        "title": "T",
        "url": "U",
        "publication": "P",
        "date": "2024-05-31",
        "language": "en",
    }


def test_of_several_means_the_most_telling_stays() -> None:
    event, _ = build(told(mode=["aerial", "targeted"]), told(sentence=1, mode=["explosives"]))
    assert event.mode == ("aerial", "targeted")


def test_a_riot_is_what_its_first_mention_says() -> None:
    event, _ = build(told("PROTEST", mode=["demo"]), told("PROTEST", sentence=1, mode=["riot"]))
    assert event.mode == ("demo",)


SUSPECT = actor("a man", "KEN", "CVL", start=60)
POLICE = actor("police", "KEN", "COP", start=70)


def crime(*_told: object) -> tuple[str, ...]:
    return ("crime",)


def test_who_is_held_for_a_crime_is_crm() -> None:
    arrest = told("COERCE", mode=["arrest"], actors=(POLICE,), recipients=(SUSPECT,))
    stamp = Stamp(coder="dragoman test", coded_date="2024-06-01")
    event, _ = build_event(ARTICLE, (arrest,), ontology=load_ontology(), contexts=crime, stamp=stamp)
    assert [entity.sector for entity in event.recipient] == [("CRM",)]
    assert [entity.sector for entity in event.actor] == [("COP",)]


def test_who_is_sentenced_is_crm_unless_the_case_is_political() -> None:
    sentence = told("SANCTION", mode=["convict"], recipients=(SUSPECT,))
    sentence = msgspec.structs.replace(
        sentence, mention=msgspec.structs.replace(sentence.mention, frame="sanction.sentence")
    )
    event, _ = build(sentence)
    assert [entity.sector for entity in event.recipient] == [("CVL",)]  # `military`
    stamp = Stamp(coder="dragoman test", coded_date="2024-06-01")
    event, _ = build_event(ARTICLE, (sentence,), ontology=load_ontology(), contexts=lambda *_: (), stamp=stamp)
    assert [entity.sector for entity in event.recipient] == [("CRM",)]


def test_others_are_told_worse_than_protesters() -> None:
    event, _ = build(
        told("PROTEST", actors=(actor("thousands of protesters", "KEN", "CVL"),)),
        told("PROTEST", sentence=1, actors=(actor("others"),)),
    )
    assert [entity.code for entity in event.actor] == ["KEN"]


def test_who_is_held_otherwise_is_not() -> None:
    event, _ = build(told("COERCE", mode=["arrest"], actors=(POLICE,), recipients=(SUSPECT,)))
    assert [entity.sector for entity in event.recipient] == [("CVL",)]
