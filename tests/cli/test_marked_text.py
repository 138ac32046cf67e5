from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.marked_text import LABELS, ROLES, legend, marked_text
from dragoman.records import Article, TriggerText
from events import TEXT, article, bare_event, event


def test_marks_nest_and_share_words() -> None:
    shown = marked_text(article(), [event(), bare_event()]).plain
    assert shown.startswith("[who 1, says 1: Rebels from the north] [1 THREATEN: warned] [when 1: on Monday]")
    assert "[if 1: unless [whom 1: the army] left [where 1: Faya]]" in shown
    assert "The minister [2 CONSULT: met] nobody." in shown


def test_without_events_only_furniture_is_marked() -> None:
    assert marked_text(article(), []).plain == TEXT.replace("Read more", "[not coded: Read more]")


def test_every_role_has_a_colour_and_stands_in_the_legend() -> None:
    assert set(LABELS) == set(ROLES) - {"trigger"}
    assert all(f"[{label}]" in legend().plain for label in LABELS.values())
    styles = {str(part.style) for part in marked_text(article(), [event()]).spans}
    assert {"trigger", "actor", "recipient", "time", "place", "condition", "furniture"} <= styles


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8))
def test_any_spans_keep_the_text_and_close_every_mark(pairs: list[tuple[int, int]]) -> None:
    triggers = tuple(TriggerText(TEXT[a:b], a, b, 0) for a, b in pairs if a < b) or bare_event().event_text
    made = bare_event(event_text=triggers)
    shown = marked_text(Article("faya", TEXT), [made]).plain
    assert shown.replace("[1 CONSULT: ", "").replace("]", "") == TEXT
    assert shown.count("[") == shown.count("]")


def test_the_place_is_marked_nearest_to_its_trigger() -> None:
    text = "Faya fell. Faya fell again."
    trigger = text.rindex("fell")
    made = bare_event(event_text=(TriggerText("fell", trigger, trigger + 4, 1),), event_loc=event().event_loc)
    shown = marked_text(Article("faya", text), [made]).plain
    assert shown == "Faya fell. [where 1: Faya] [1 CONSULT: fell] again."
