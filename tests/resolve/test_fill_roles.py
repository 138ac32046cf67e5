"""Open roles filled from the rest of the article."""

import datetime as dt

import pytest

from dragoman.records import TextSpan
from dragoman.resolve.actors.resolver import ActorResolver, ActorTable
from dragoman.resolve.fill_roles import fill_roles, load_agents
from factories import parsed
from mentions import actor, told

POLICE = "Police/NNS/nsubj/1 spoke/VBD/ROOT/1 ././punct/1"
SILENT = "Rain/NN/nsubj/1 fell/VBD/ROOT/1 ././punct/1"
SUSPECT = actor("A man", "KEN", "CVL", start=500)
IRAN = actor("Iran", "IRN", "GOV", start=540)
ISRAEL = actor("Israel", "ISR", "GOV", start=550)
REBELS = actor("rebels", "MLI", "REB", start=560)


def table(*sentences: str) -> ActorTable:
    return ActorResolver.load().read(parsed(*sentences, published=dt.date(2024, 5, 31)))


def test_an_arrest_is_the_police_s() -> None:
    arrest = told("COERCE", "arrest", sentence=1, mode=["arrest"], recipients=(SUSPECT,))
    [[filled]] = fill_roles(((arrest,),), table(POLICE, SILENT))
    assert [entity.entity_text for entity in filled.actors] == ["Police"]
    assert filled.reasons[-1].rule == "typical-agent of the article"
    assert filled.reasons[-1].evidence == TextSpan("Police", 0, 6)


def test_nobody_is_made_up() -> None:
    arrest = told("COERCE", "arrest", mode=["arrest"], recipients=(SUSPECT,))
    [[filled]] = fill_roles(((arrest,),), table(SILENT))
    assert filled.actors == ()


@pytest.mark.parametrize("factuality", ["future", "negated"])
def test_only_deeds_have_doers(factuality: str) -> None:
    arrest = told("COERCE", "arrest", sentence=1, mode=["arrest"], recipients=(SUSPECT,), factuality=factuality)
    [[filled]] = fill_roles(((arrest,),), table(POLICE, SILENT))
    assert filled.actors == ()


def test_who_is_told_stays() -> None:
    arrest = told("COERCE", "arrest", sentence=1, mode=["arrest"], actors=(REBELS,), recipients=(SUSPECT,))
    [[filled]] = fill_roles(((arrest,),), table(POLICE, SILENT))
    assert filled.actors == (REBELS,)


def test_a_judgement_on_a_deed_is_on_its_doer() -> None:
    attack = told("ASSAULT", "attack", start=40, actors=(REBELS,))
    blame = told("ACCUSE", "condemn", start=20, actors=(IRAN,), about=(40,))
    _, [filled] = fill_roles(((attack,), (blame,)), table(SILENT))
    assert filled.recipients == (REBELS,)


def test_nobody_is_blamed_for_a_deed_of_his_own() -> None:
    attack = told("ASSAULT", "attack", start=40, actors=(IRAN,))
    blame = told("ACCUSE", "condemn", start=20, actors=(IRAN,), about=(40,))
    _, [filled] = fill_roles(((attack,), (blame,)), table(SILENT))
    assert filled.recipients == ()


def test_a_threat_is_to_the_other_party() -> None:
    blame = told("ACCUSE", "accuse", sentence=0, actors=(ISRAEL,), recipients=(IRAN,))
    threat = told("THREATEN", "threat", sentence=2, actors=(IRAN,))
    _, [filled] = fill_roles(((blame,), (threat,)), table(SILENT, SILENT, SILENT))
    assert filled.recipients == (ISRAEL,)


def test_a_far_party_is_not_taken() -> None:
    blame = told("ACCUSE", "accuse", sentence=0, actors=(ISRAEL,), recipients=(IRAN,))
    threat = told("THREATEN", "threat", sentence=9, actors=(IRAN,))
    _, [filled] = fill_roles(((blame,), (threat,)), table(*[SILENT] * 10))
    assert filled.recipients == ()


def test_the_file_names_sectors_of_the_ontology() -> None:
    from dragoman.ontology import load_ontology  # noqa: PLC0415

    assert load_agents()
    for agents in load_agents().values():
        assert agents.sectors <= set(load_ontology().sectors)


def test_a_government_does_not_mean_its_own_police() -> None:
    police = actor("Police", "KEN", "COP", start=600)
    minister = actor("The minister", "KEN", "GOV", start=620)
    clash = told("ASSAULT", "violence", start=40, actors=(police,))
    blame = told("ACCUSE", "condemn", start=20, actors=(minister,), about=(40,))
    _, [filled] = fill_roles(((clash,), (blame,)), table(SILENT))
    assert filled.recipients == ()


def test_an_answer_is_to_who_spoke_before() -> None:
    plea = told("REQUEST", "urge", sentence=2, actors=(ISRAEL,), recipients=(IRAN,))
    refusal = told("REJECT", "refuse", sentence=1, actors=(IRAN,))
    _, [filled] = fill_roles(((plea,), (refusal,)), table(SILENT, SILENT, SILENT))
    assert filled.recipients == ()
    answered = told("REJECT", "refuse", sentence=3, actors=(IRAN,))
    _, [filled] = fill_roles(((plea,), (answered,)), table(SILENT, SILENT, SILENT, SILENT))
    assert filled.recipients == (ISRAEL,)
