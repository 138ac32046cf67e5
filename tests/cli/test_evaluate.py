import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dragoman.cli import evaluate as evaluate_module

Run = Callable[..., tuple[int, str, str]]


class FakeReport:
    def text(self, *, misses: int) -> str:
        return f"figures, {misses} misses"

    def data(self) -> dict[str, object]:
        return {"task": "stories", "detect": {"f1": 0.5}}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, fake_coder: object) -> list[object]:
    calls: list[object] = []

    def run_task(task: str, gold: Sequence[Path], *, coder: object, predictions: Path | None) -> FakeReport:
        assert coder is fake_coder
        calls.append((task, [path.name for path in gold], predictions))
        return FakeReport()

    monkeypatch.setattr(evaluate_module, "run_task", run_task)
    return calls


def test_figures_are_printed_for_people(run: Run, asked: list[object]) -> None:
    assert run("evaluate", "gold.jsonl", "--misses", "3") == (0, "figures, 3 misses\n", "")
    assert asked == [("stories", ["gold.jsonl"], None)]


def test_figures_are_printed_for_programs(run: Run, asked: list[object], tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    status, out, _ = run("evaluate", "--task", "actors", "gold.jsonl", "--json", "--predictions", answers)
    assert status == 0
    assert json.loads(out)["detect"] == {"f1": 0.5}
    assert asked == [("actors", ["gold.jsonl"], answers)]


def test_an_unknown_task_names_the_known_ones(run: Run) -> None:
    status, _, err = run("evaluate", "--task", "weather", "gold.jsonl")
    assert status == 2
    assert "Tasks are: actors, sentences, stories" in err


@pytest.mark.usefixtures("fake_coder")
def test_missing_gold_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    status, _, err = run("evaluate", tmp_path / "nowhere.jsonl")
    assert status == 1
    assert "nowhere.jsonl" in err
    assert "Traceback" not in err
