"""Which mentions of an article tell one event."""

import msgspec
import pytest

from dragoman.resolve.mentions import ResolvedMention
from dragoman.resolve.same_event import compare, group_mentions
from mentions import actor, on, told, town

REBELS = actor("rebels", "MLI", "REB", start=10)
ARMY = actor("the army", "MLI", "MIL", start=20)
VILLAGERS = actor("villagers", "MLI", "CVL", start=30)
IRAN = actor("Iran", "IRN", "GOV", start=40, name="Iran")
ISRAEL = actor("Israel", "ISR", "GOV", start=50, name="Israel")


def sizes(*mentions: ResolvedMention) -> list[int]:
    return [len(group) for group in group_mentions(mentions)]


def test_same_doer_and_victim_are_one_event() -> None:
    first = told(word="kill", actors=(REBELS,), recipients=(VILLAGERS,))
    second = told(word="shoot", sentence=4, actors=(REBELS,), recipients=(VILLAGERS,))
    assert sizes(first, second) == [2]


def test_a_noun_that_points_back_joins_what_was_told() -> None:
    first = told(word="kill", actors=(REBELS,), recipients=(VILLAGERS,))
    back = told(word="attack", sentence=3, nominal=True, definite=True)
    assert sizes(first, back) == [2]


def test_it_joins_the_latest_of_two_events() -> None:
    first = told(word="kill", sentence=2, actors=(REBELS,), recipients=(VILLAGERS,))
    other = told(word="shell", sentence=3, actors=(ARMY,), recipients=(REBELS,))
    back = told(word="attack", sentence=4, nominal=True, definite=True)
    assert [group[-1].mention.sentence for group in group_mentions((first, other, back))] == [2, 4]


def test_full_names_tell_people_apart() -> None:
    judge = actor("a court", "KEN", "JUD", start=10)
    first = told("SANCTION", word="sentence", actors=(judge,), recipients=(actor("Ann Odero", "KEN", "CVL", start=30),))
    other = told("SANCTION", word="sentence", sentence=1, recipients=(actor("Joe Maina", "KEN", "CVL", start=60),))
    again = told("SANCTION", word="sentence", sentence=2, recipients=(actor("Odero", "KEN", "CVL", start=90),))
    assert sizes(first, other) == [1, 1]
    assert sizes(first, again) == [2]


def test_two_who_are_addressed_in_one_sentence_are_two_events() -> None:
    first = told("REQUEST", word="urge", actors=(REBELS,), recipients=(actor("the mayor", "MLI", "GOV", start=60),))
    other = told("REQUEST", word="ask", actors=(REBELS,), recipients=(ARMY,))
    assert sizes(first, other) == [1, 1]


def test_one_more_of_the_dead_is_no_event_of_its_own() -> None:
    first = told(word="kill", actors=(REBELS,), recipients=(VILLAGERS,))
    more = told(word="kill", sentence=3, recipients=(actor("two Kenyans", "KEN", "CVL", start=80),))
    elsewhere = told(word="kill", sentence=3, recipients=(VILLAGERS,), place=town("Gao", "MLI"))
    assert sizes(first, more) == [2]
    assert compare(first, elsewhere).rule != compare(first, more).rule


def test_a_place_is_the_same_whatever_words_tell_it() -> None:
    here = town("Gao", "MLI")
    first = told(word="attack", place=here)
    second = told(word="raid", sentence=3, place=msgspec.structs.replace(here, extracted_place="the city of Gao"))
    assert "same town" in compare(first, second).rule


def test_fighters_without_a_name_may_be_a_group_that_has_one() -> None:
    group = actor("JNIM", "IMG", "REB", start=60, name="JNIM")
    first = told(word="raid", recipients=(group,))
    second = told(word="kill", recipients=(actor("20 militants", "MLI", "REB", start=80),))
    assert not compare(first, second).rule.startswith("other")


def test_talks_on_a_visit_are_another_event_unless_told_in_one_breath() -> None:
    visit = told("CONSULT", word="visit", mode=["visit"], actors=(IRAN,))
    talks = told("CONSULT", word="talks", sentence=4, actors=(IRAN,))
    beside = told("CONSULT", word="meeting", start=40, actors=(IRAN,))
    assert compare(visit, talks).rule == "other mode"
    assert compare(visit, beside).rule != "other mode"


def test_a_noun_means_what_the_article_tells_most_of() -> None:
    first = told(word="kill", sentence=1, actors=(REBELS,), recipients=(VILLAGERS,))
    more = told(word="shoot", sentence=2, actors=(REBELS,), recipients=(VILLAGERS,))
    other = told(word="shell", sentence=3, actors=(ARMY,), recipients=(REBELS,))
    back = told(word="attack", sentence=6, nominal=True, definite=True)
    groups = group_mentions((first, more, other, back))
    assert [one.mention.sentence for one in groups[0]] == [1, 2, 6]


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (told("ASSAULT"), told("PROTEST"), "other type"),
        (told(factuality="actual"), told(factuality="future"), "other factuality"),
        (told(actors=(IRAN,)), told(actors=(ISRAEL,)), "other actors"),
        (told(actors=(REBELS,)), told(actors=(ARMY,)), "other actors"),
        (told(recipients=(IRAN,)), told(recipients=(ISRAEL,)), "other recipients"),
        (told(actors=(IRAN,), recipients=(ISRAEL,)), told(actors=(ISRAEL,), recipients=(IRAN,)), "other actors"),
        (told(actors=(REBELS,)), told(recipients=(REBELS,)), "other direction"),
        (told(interval=on("2024-05-01")), told(interval=on("2024-05-03")), "other time"),
        (told(place=town("Mosul")), told(place=town("Aleppo", "SYR")), "other place"),
        (told(mode=["beat"]), told(mode=["aerial"]), "other mode"),
    ],
)
def test_contradictions_part_events(first: ResolvedMention, second: ResolvedMention, rule: str) -> None:
    verdict = compare(first, second)
    assert not verdict.same
    assert verdict.rule == rule


def test_other_victims_of_one_bombing_do_not_part_it() -> None:
    guests = actor("two tourists", "FRA", "CVL", start=60)
    assert compare(told(recipients=(VILLAGERS,)), told(recipients=(guests,))).rule != "other recipients"


def test_means_that_one_deed_may_be_told_by_do_not_part_it() -> None:
    assert compare(told(mode=["explosives"]), told(mode=["suicide-attack"])).rule != "other mode"


def test_another_town_weighs_against_but_a_named_person_is_arrested_once() -> None:
    first = told("COERCE", "arrest", sentence=2, actors=(ARMY,), place=town("Mosul", "MLI"))
    second = told("COERCE", "arrest", sentence=5, actors=(ARMY,), place=town("Basra", "MLI"))
    assert sizes(first, second) == [1, 1]
    keita = actor("Keita", "MLI", "CVL", start=80, name="Keita")
    same = [msgspec.structs.replace(one, recipients=(keita,)) for one in (first, second)]
    assert sizes(*same) == [2]


def test_an_age_singles_out_a_person() -> None:
    first = told("COERCE", "arrest", sentence=1, recipients=(actor("a 40-year-old man", "ZAF", "UNK", start=80),))
    second = told(
        "COERCE", "seize", sentence=4, recipients=(actor("the 40-year-old boyfriend", None, "CVL", start=90),)
    )
    assert compare(first, second).rule == "same recipient"


def test_a_group_never_holds_a_contradiction() -> None:
    monday = told(word="attack", actors=(REBELS,), interval=on("2024-05-06"))
    undated = told(word="attack", sentence=1, actors=(REBELS,))
    friday = told(word="attack", sentence=2, actors=(REBELS,), interval=on("2024-05-10"))
    groups = group_mentions((monday, undated, friday))
    assert [len(group) for group in groups] == [2, 1]


def test_numbers_tell_one_event() -> None:
    first = told(word="blast", dead=14)
    second = told(word="kill", sentence=6, dead=14)
    assert "same number" in compare(first, second).rule


def test_strangers_far_apart_stay_apart() -> None:
    assert sizes(told(word="kill", recipients=(VILLAGERS,)), told(word="shell", sentence=9, actors=(ARMY,))) == [1, 1]


def test_no_mentions_no_groups() -> None:
    assert group_mentions(()) == ()
