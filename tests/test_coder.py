"""The coder as a whole: what holds for every text, and what must never happen."""

import datetime as dt
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman import Article, ArticleError, Coder, DateError, EmptyInputError, Event
from dragoman.read import make_article
from dragoman.records import ParsedArticle
from dragoman.records.stage import Stage, check_flow
from dragoman.settings import load_settings

STORY = (
    "KABUL, May 30 - Gunmen shot dead two policemen in Kandahar on Wednesday, officials said.\n\n"
    "The interior minister vowed to hunt down the attackers. Pakistan condemned the attack.\n\n"
    "Share this article\n\nRead more: Floods in Herat"
)
PUBLISHED = "2024-05-31"


def spans(event: Event) -> Iterator[tuple[str, int, int]]:
    """Give every pointer of a record to the text, with its words."""
    for entity in (*event.actor, *event.recipient):
        yield entity.entity_text, entity.start, entity.end
    for pointer in (event.date_text, event.condition, *event.attribution, *event.event_text):
        if pointer is not None:
            yield pointer.text, pointer.start, pointer.end


def test_every_field_points_at_its_words(coder: Coder) -> None:
    events = coder.code(STORY, published=PUBLISHED)
    assert events
    for event in events:
        for words, start, end in spans(event):
            assert STORY[start:end] == words


def test_the_same_input_gives_the_same_bytes(coder: Coder) -> None:
    first = msgspec.json.encode(coder.code(STORY, published=PUBLISHED))
    assert msgspec.json.encode(coder.code(STORY, published=PUBLISHED)) == first


def test_nothing_comes_out_of_page_remains(coder: Coder) -> None:
    for event in coder.code(STORY, published=PUBLISHED):
        assert all(trigger.end <= STORY.index("Share this") for trigger in event.event_text)


def test_the_record_says_what_it_was_made_with(coder: Coder) -> None:
    [event, *_] = coder.code(STORY, published=PUBLISHED)
    assert dragoman.__version__ in event.coder
    assert "en_core_web_sm" in event.coder
    assert "lexicon" in event.coder
    assert event.cite_info.date == PUBLISHED


def test_events_come_in_the_order_of_their_first_trigger(coder: Coder) -> None:
    events = coder.code(STORY, published=PUBLISHED)
    firsts = [event.event_text[0].start for event in events]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Iran threatened to bomb the base in Bahrain.", "ASSAULT"),
        ("The army denied that it had bombed the village in Sagaing.", "ASSAULT"),
        ("Sudan plans to withdraw its troops from Yemen.", "RETREAT"),
        ("The prime minister of Norway will visit Kyiv next week.", "CONSULT"),
        ("If the rebels attack Goma, Rwanda will close the border.", "ASSAULT"),
        ("Police foiled an attempt to assassinate the governor of Herat.", "ASSAULT"),
        ("The United Nations urged Israel to lift the blockade.", "CONCEDE"),
    ],
)
def test_what_did_not_happen_is_no_deed(coder: Coder, text: str, never: str) -> None:
    for event in coder.code(text, published=PUBLISHED):
        assert event.event != (never,) or event.factuality != "actual"


def test_no_day_is_made_up(coder: Coder) -> None:
    for event in coder.code("Gunmen killed two policemen in Kandahar.", published=PUBLISHED):
        assert event.date is None
        assert event.date_basis is None


def test_no_place_is_made_up(coder: Coder) -> None:
    for event in coder.code("Gunmen killed two policemen.", published=PUBLISHED):
        assert event.event_loc is None


def test_without_a_date_relative_times_stay_open(coder: Coder) -> None:
    events = coder.code("Gunmen killed two policemen in Kandahar on Monday.")
    assert [event.date for event in events] == [None]


@pytest.mark.parametrize("text", ["", "   \n ", "\x0c\n"])
def test_nothing_to_code_is_an_error(coder: Coder, text: str) -> None:
    with pytest.raises(EmptyInputError):
        coder.code(text)


def test_another_language_is_an_error_with_a_remedy(coder: Coder) -> None:
    german = (
        "Die Bundesregierung hat am Montag in Berlin neue Maßnahmen gegen die Inflation beschlossen und vorgestellt."
    )
    with pytest.raises(ArticleError, match=r"read\.languages"):
        coder.code(german)


def test_a_date_that_is_none_is_an_error(coder: Coder) -> None:
    with pytest.raises(DateError):
        coder.code(STORY, published="the day before")


def test_a_phrase_that_stands_alone_is_resolved(coder: Coder) -> None:
    found = coder.resolve_actor("Turkish deputy foreign minister")
    assert found is not None
    assert (found.code, found.sector) == ("TUR", ("GOV",))
    assert coder.resolve_actor("a wooden table") is None


def test_a_stream_keeps_order_and_accounts_for_every_article(coder: Coder) -> None:
    day = dt.date(2024, 5, 31)
    articles = [Article(id=str(i), text="Egypt and Qatar held talks in Doha.", published=day) for i in range(20)]
    coded = list(coder.stream(articles))
    assert [one.article_id for one in coded] == [str(i) for i in range(20)]
    assert {one.status for one in coded} <= {"coded", "rejected", "failed"}


def test_one_bad_article_costs_no_other(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    extract = coder._extractor.extract  # noqa: SLF001  (there is no other way to make an article fail)

    def fail(parsed: ParsedArticle) -> object:
        if parsed.article.id == "bad":
            raise ZeroDivisionError("by nought")
        return extract(parsed)

    monkeypatch.setattr(coder._extractor, "extract", fail)  # noqa: SLF001
    articles = [coder_article("good"), coder_article("bad"), coder_article("fine")]
    statuses = {one.article_id: (one.status, one.error) for one in coder.stream(articles)}
    assert statuses["bad"] == ("failed", "ZeroDivisionError: by nought")
    assert statuses["good"][0] == statuses["fine"][0] == "coded"


def coder_article(name: str) -> Article:
    return make_article("Egypt and Qatar held talks in Doha.", article_id=name, settings=load_settings().read)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=20, max_size=300))
def test_no_text_breaks_it(coder: Coder, text: str) -> None:
    events: list[Event] = []
    complaint = ""
    try:
        events = coder.code(text, published=PUBLISHED)
    except dragoman.DragomanError as error:
        complaint = str(error)
    assert "Report it" not in complaint
    for event in events:
        for words, start, end in spans(event):
            assert text[start:end] == words


def test_a_flow_that_does_not_join_up_is_refused() -> None:
    with pytest.raises(dragoman.StageError, match="missing \\['triggers'\\]"):
        check_flow([Stage("resolve", frozenset({"triggers"}), frozenset({"events"}))])


def test_confidence_below_the_setting_is_said_and_left_out() -> None:
    strict = dragoman.load(settings={"resolve": {"min_confidence": 1.0}})
    coded = strict.code_article(coder_article("strict"))
    assert coded.events == ()
    assert {rejection.reason for rejection in coded.rejections} >= {"confidence"}
