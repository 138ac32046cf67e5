from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.reasons import in_context, in_field_order
from dragoman.records import Reason
from events import TEXT, event

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def faya(tmp_path: Path, fake_coder: object) -> Path:
    del fake_coder
    file = tmp_path / "faya.txt"
    file.write_text(TEXT)
    return file


def test_every_event_is_explained_with_words_rule_and_alternatives(run: Run, faya: Path) -> None:
    status, out, err = run("explain", faya)
    assert (status, err) == (0, "")
    assert "threaten.warn" in out
    assert "[warned]" in out
    assert '"Rebels from the' in out
    assert "subject" in out
    assert "LBY REB" in out


def test_reasons_come_in_the_order_of_the_record_and_once() -> None:
    late, first, other = (
        Reason("confidence", "0.8", "frame"),
        Reason("event", "AID", "verb"),
        Reason("odd", "1", "x"),
    )
    assert in_field_order([late, other, first, late]) == [first, late, other]


def test_what_was_left_out_is_told_with_its_reason(run: Run, faya: Path) -> None:
    _, out, _ = run("explain", faya)
    assert "[met]" in out
    assert "no-political-actor" in out
    assert "nobody was met" in out


def test_the_beginning_of_an_id_chooses_one_event(run: Run, faya: Path) -> None:
    status, out, _ = run("explain", event().id[:6], faya)
    assert status == 0
    assert event().id in out
    assert "left out" not in out


def test_an_id_that_is_not_there_is_wrong_usage(run: Run, faya: Path) -> None:
    status, _, err = run("explain", "0000", faya)
    assert status == 2
    assert "no event '0000'" in err


@pytest.mark.usefixtures("fake_coder")
def test_an_id_alone_asks_for_the_article(run: Run) -> None:
    status, _, err = run("explain", "3f2a9c")
    assert status == 2
    assert "dragoman explain 3f2a9c FILE" in err


@pytest.mark.usefixtures("fake_coder")
def test_an_ambiguous_id_lists_the_ids(run: Run, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT + name)
    status, _, err = run("explain", "3f2a", tmp_path)
    assert status == 2
    assert "Give more of the id" in err


@pytest.mark.usefixtures("fake_coder")
def test_a_file_named_like_an_id_is_a_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("3f2a9c").write_text(TEXT)
    status, out, _ = run("explain", "3f2a9c")
    assert status == 0
    assert event().id in out


@given(st.text(alphabet="ab \n", max_size=200), st.integers(0, 200), st.integers(1, 20))
def test_words_are_shown_within_their_paragraph(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    shown = in_context(text, start, start + len(words)).plain
    assert f"[{' '.join(words.split())}]" in shown
    assert "\n" not in shown
    around = shown.replace("…", "").split("[")
    assert around[0] in text
    assert around[-1].partition("]")[2] in text


def test_words_at_the_end_of_the_text_are_shown() -> None:
    assert in_context("They met", 5, 8).plain == "They [met]"
