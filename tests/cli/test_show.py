from collections.abc import Callable
from pathlib import Path

import pytest

from events import TEXT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def faya(tmp_path: Path, fake_coder: object) -> Path:
    del fake_coder
    file = tmp_path / "faya.txt"
    file.write_text(TEXT)
    return file


def test_words_are_marked_with_labels_and_the_events_listed(run: Run, faya: Path) -> None:
    status, out, err = run("show", faya, "--published", "2024-05-31")
    assert (status, err) == (0, "")
    assert "[1 THREATEN: warned]" in out
    assert "[who 1, says 1: Rebels from the north]" in out
    assert "[not coded: Read more]" in out
    assert "Marks:" in out
    table = out.partition("Marks:")[2]
    assert "on whose word" in table.partition("\n\n")[2]
    assert "3f2a9c" in table


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_of_the_table_is_wider_than_the_window(
    run: Run, faya: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run("show", faya)
    assert max(len(line) for line in out.splitlines()) <= width


@pytest.mark.usefixtures("fake_coder")
def test_an_input_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    status, _, err = run("show", tmp_path / "nowhere.txt")
    assert status == 1
    assert "nowhere.txt" in err
