"""What the actor table answers, from phrase to entity."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Phrase, TextSpan
from dragoman.resolve.actors.resolver import ActorResolver
from who import Told, resolver, who


def test_a_bare_state_that_acts_is_its_government() -> None:
    told = Told("Oslo/NNP/nsubj/1 refused/VBD/ROOT/1 ././punct/1")
    [entity] = told.resolve(0, "Oslo").entities
    assert (entity.code, entity.sector) == ("NOR", ("GOV",))


def test_a_capital_where_something_is_is_a_place() -> None:
    told = Told("Rebels/NNS/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 Oslo/NNP/pobj/2 ././punct/1")
    found = told.resolve(0, "Oslo", slot="prep:in")
    assert found.kind == "place"
    assert not found.political


@pytest.mark.parametrize(("day", "sector"), [("1995-06-01", ("GOV",)), ("2005-06-01", ("ELI",))])
def test_offices_by_the_day(day: str, sector: tuple[str, ...]) -> None:
    told = Told("Nelson/NNP/compound/1 Mandela/NNP/nsubj/2 spoke/VBD/ROOT/2", published=dt.date.fromisoformat(day))
    [entity] = told.resolve(0, "Mandela").entities
    assert (entity.code, entity.sector, entity.identifier_text) == ("ZAF", sector, "Nelson Mandela")


def test_an_event_s_own_day_goes_before_the_article_s() -> None:
    told = Told("Nelson/NNP/compound/1 Mandela/NNP/nsubj/2 spoke/VBD/ROOT/2", published=dt.date(2010, 1, 1))
    phrase = Phrase(span=TextSpan("Nelson Mandela", 0, 14), sentence=0, head=1, slot="subj")
    assert told.table.resolve(phrase, on=dt.date(1996, 1, 1)).entities[0].office == "president"


def test_an_apposition_tells_what_the_name_does_not() -> None:
    told = Told(
        "Ada/NNP/compound/1 Example/NNP/nsubj/7 ,/,/punct/1 a/DT/det/5 Peruvian/JJ/amod/5 senator/NN/appos/1 "
        ",/,/punct/1 spoke/VBD/ROOT/7"
    )
    [entity] = told.resolve(0, "Example").entities
    assert (entity.code, entity.sector, entity.entity_text) == ("PER", ("LEG",), "Ada Example")


def test_a_surname_is_the_minister_told_of_before() -> None:
    told = Told(
        "Kenyan/JJ/amod/2 defence/NN/compound/2 minister/NN/compound/4 Ada/NNP/compound/4 Example/NNP/nsubj/5 "
        "spoke/VBD/ROOT/5",
        "Example/NNP/nsubj/1 left/VBD/ROOT/1",
        "Exampel/NNP/nsubj/1 left/VBD/ROOT/1",
    )
    for sentence, word in ((1, "Example"), (2, "Exampel")):
        [entity] = told.resolve(sentence, word).entities
        assert (entity.code, entity.sector) == ("KEN", ("GOV",))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Police/NNS/nsubj/1 shot/VBD/ROOT/1 250/CD/dobj/1", "KEN"),
        ("Police/NNS/nsubj/1 shot/VBD/ROOT/1 dozens/NNS/dobj/1", "KEN"),
        ("Police/NNS/nsubj/1 shot/VBD/ROOT/1 $250/CD/dobj/1", None),
        ("Police/NNS/nsubj/1 shot/VBD/ROOT/1 1999/CD/dobj/1", None),
    ],
)
def test_bare_numbers_are_people(words: str, code: str | None) -> None:
    told = Told("Kenya/NNP/nsubj/1 mourned/VBD/ROOT/1 ././punct/1", words)
    head = words.rsplit(maxsplit=1)[-1].partition("/")[0]
    assert [found for _, found in who(told.resolve(1, head, slot="obj"))] == ([code] if code else [])


def test_the_nearest_actor_of_a_sector() -> None:
    told = Told(
        "Kenyan/JJ/amod/1 police/NNS/nsubj/2 spoke/VBD/ROOT/2 ././punct/2",
        "Rain/NN/nsubj/1 fell/VBD/ROOT/1 ././punct/1",
    )
    found = told.table.nearest(frozenset({"COP"}), sentence=1, barred=set())
    assert found is not None
    assert (found.entity_text, found.code) == ("Kenyan police", "KEN")
    assert told.table.nearest(frozenset({"COP"}), sentence=1, barred={found.start}) is None
    assert told.table.nearest(frozenset({"REB"}), sentence=1, barred=set()) is None


def test_every_answer_says_by_which_rule() -> None:
    told = Told("The/DT/det/1 police/NNS/nsubj/2 left/VBD/ROOT/2 Kenya/NNP/dobj/2")
    assert told.resolve(0, "police").rule == "role-noun police, the article's main country"


def test_without_places_only_the_files_are_asked() -> None:
    [entity] = ActorResolver.load().resolve_text("the mayor of Kumasi").entities
    assert entity.code is None


TOKENS = st.sampled_from(
    [
        "Kenya/NNP",
        "Oslo/NNP",
        "minister/NN",
        "rebels/NNS",
        "his/PRP$",
        "they/PRP",
        "both/DT",
        "two/CD",
        "US/NNP",
        "’/POS",
        "of/IN",
    ]
)
DEPENDENCIES = st.sampled_from(["nsubj", "dobj", "pobj", "poss", "prep", "amod", "compound", "appos", "conj", "ROOT"])


@settings(max_examples=150)
@given(st.lists(st.tuples(TOKENS, DEPENDENCIES), min_size=1, max_size=7))
def test_any_parse_is_resolved(tokens: list[tuple[str, str]]) -> None:
    notation = " ".join(f"{token}/{dep}/{max(0, i - 1)}" for i, (token, dep) in enumerate(tokens))
    told = Told(notation)
    for token in told.parsed.sentences[0].tokens:
        for entity in told.resolve(0, token.text).entities:
            assert told.parsed.article.text[entity.start : entity.end] == entity.entity_text


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = resolver().resolve_text(text)
    assert all(text[entity.start : entity.end] == entity.entity_text for entity in found.entities)


def test_a_terrorist_attack_does_not_say_who_attacked() -> None:
    told = Told("A/DT/det/2 terrorist/JJ/compound/2 attack/NN/nsubj/3 killed/VBD/ROOT/3 ten/CD/dobj/3 ././punct/3")
    sentence = told.parsed.sentences[0]
    phrase = Phrase(told.parsed.span(sentence.tokens[1].start, sentence.tokens[1].end), 0, 1, "compound", weak=True)
    found = told.table.resolve(phrase, on=None)
    assert found.political
    assert found.entities == ()


def test_the_name_beside_a_description_tells_who_it_is() -> None:
    told = Told(
        "Police/NNP/nsubj/1 held/VBD/ROOT/1 her/PRP$/poss/3 accomplice/NN/dobj/1 ,/,/punct/3 Tom/NNP/compound/6 "
        "Example/NNP/appos/3 ././punct/1"
    )
    assert [words for words, _ in who(told.resolve(0, "accomplice", slot="obj"))] == ["Tom Example"]
