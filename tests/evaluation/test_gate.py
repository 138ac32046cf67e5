import datetime as dt
import json
from pathlib import Path

import gate
import msgspec
import pytest

from dragoman.records import Event

STORY = {
    "id": "s1",
    "text": "Chad fed Niger. Chad left Niger.",
    "events": [
        {"type": "AID", "triggers": [{"text": "fed", "start": 5, "end": 8}]},
        {"type": "RETREAT", "triggers": [{"text": "left", "start": 21, "end": 25}]},
    ],
}
NEGATIVE = {"id": "sport-01", "text": "The striker attacked.", "events": []}


class Fixed:
    """A coder that answers from a table: text to the types and trigger offsets that it finds."""

    def __init__(self, answers: dict[str, list[tuple[str, int, int]]]) -> None:
        self.answers = answers

    def code(self, text: str, /, *, published: dt.date | None, title: str | None, article_id: str) -> list[Event]:
        del published, title
        return [
            msgspec.convert(
                {
                    **EMPTY,
                    "article": article_id,
                    "event": [kind],
                    "event_text": [{"text": text[start:end], "start": start, "end": end, "sentence": 0}],
                },
                Event,
            )
            for kind, start, end in self.answers.get(article_id, [])
        ]


EMPTY: dict[str, object] = {
    **dict.fromkeys(
        ["cameo", "date", "enddate", "date_text", "date_resolution", "date_basis", "event_loc", "condition"]
    ),
    **{name: [] for name in ("mode", "context", "actor", "recipient", "attribution")},
    "id": "x",
    "quad_code": 1,
    "event_scale": 0.0,
    "size": {},
    "factuality": "actual",
    "historical": False,
    "confidence": 1.0,
    "frame": "x.y",
    "cite_info": {"title": None, "url": None, "publication": None, "date": None, "language": None},
    "coder": "test",
    "coded_date": "2024-03-14",
}
BOTH = {"s1": [("AID", 5, 8), ("RETREAT", 21, 25)]}
ONE = {"s1": [("AID", 5, 8)]}
FALSE = {"sport-01": [("ASSAULT", 12, 20)]}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "stories.jsonl").write_text(json.dumps(STORY) + "\n", encoding="utf-8")
    (tmp_path / "gold" / "negatives.jsonl").write_text(json.dumps(NEGATIVE) + "\n", encoding="utf-8")
    monkeypatch.setattr(gate, "HERE", tmp_path)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[tuple[str, int, int]]], *arguments: str) -> int:
    monkeypatch.setattr(gate, "load_coder", lambda: Fixed(answers))
    return gate.main(arguments)


def measured(answers: dict[str, list[tuple[str, int, int]]], place: Path) -> gate.Measured:
    return gate.measure(Fixed(answers), place / "gold")


def test_a_pinned_gate_passes(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, BOTH, "--update") == 0
    assert run(monkeypatch, BOTH) == 0
    assert (place / "frozen" / "stories.tsv").read_text(encoding="utf-8").splitlines() == [
        "s1\tAID\tfed\tfound\t",
        "s1\tRETREAT\tleft\tfound\t",
    ]


def test_without_a_baseline_it_fails(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.exists()
    assert run(monkeypatch, BOTH) == 1
    assert "no baseline yet; run with --update" in capsys.readouterr().err


def test_a_missed_event_breaks_the_floor_and_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.exists()
    run(monkeypatch, BOTH, "--update")
    assert run(monkeypatch, ONE) == 1
    captured = capsys.readouterr()
    assert "what: 0.667 is under its floor 1.000" in captured.err
    assert "- s1\tRETREAT\tleft\tfound\t" in captured.out
    assert "+ s1\tRETREAT\tleft\tmissed\t" in captured.out


def test_a_false_event_breaks_the_silence(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.exists()
    run(monkeypatch, BOTH, "--update")
    assert run(monkeypatch, {**BOTH, **FALSE}) == 1
    captured = capsys.readouterr()
    assert "silence: 0.000 is under its floor 1.000" in captured.err
    assert "+ sport-01\tASSAULT\tattacked\tfalse\tThe striker attacked." in captured.out


def test_edited_gold_fails_even_with_good_figures(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, BOTH, "--update")
    path = place / "gold" / "stories.jsonl"
    path.write_text(json.dumps({**STORY, "title": "new"}) + "\n", encoding="utf-8")
    assert run(monkeypatch, BOTH) == 1
    assert "gold/stories.jsonl is not the file that was pinned" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["more.jsonl", "negatives.jsonl"])
def test_gold_added_or_removed_fails(name: str, place: Path) -> None:
    baseline = gate.repin(None, measured(BOTH, place), gate.gold_hashes(place / "gold"))
    path = place / "gold" / name
    if path.exists():
        path.unlink()
    else:
        path.write_text("{}\n", encoding="utf-8")
    problems = gate.compare(baseline, measured_figures(baseline), gate.gold_hashes(place / "gold"))
    assert [problem.split()[0] for problem in problems] == [f"gold/{name}"]


def measured_figures(baseline: gate.Baseline) -> gate.Measured:
    return gate.Measured(figures=dict(baseline.floors), cases={})


def test_update_refuses_to_lower_a_floor(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, BOTH, "--update")
    before = (place / "baseline.json").read_bytes()
    assert run(monkeypatch, ONE, "--update") == 1
    assert "what 1.000 -> 0.666" in capsys.readouterr().err
    assert (place / "baseline.json").read_bytes() == before


def test_update_lowers_a_floor_for_a_reason_and_keeps_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, BOTH, "--update")
    assert run(monkeypatch, ONE, "--update", "--allow-regression", "retreats are out for now") == 0
    baseline = msgspec.json.decode((place / "baseline.json").read_bytes(), type=gate.Baseline)
    assert baseline.floors["what"] == pytest.approx(0.666)
    assert {one.reason for one in baseline.regressions} == {"retreats are out for now"}
    assert run(monkeypatch, ONE) == 0
    assert run(monkeypatch, BOTH, "--update") == 0
    later = msgspec.json.decode((place / "baseline.json").read_bytes(), type=gate.Baseline)
    assert later.floors["what"] == 1.0
    assert later.regressions == baseline.regressions


def test_a_blank_reason_is_none(place: Path) -> None:
    baseline = gate.repin(None, measured(BOTH, place), {})
    with pytest.raises(gate.GateError, match="floors would sink"):
        gate.repin(baseline, measured(ONE, place), {}, reason="  ")


def test_noise_within_the_slack_neither_breaks_nor_lowers_a_floor() -> None:
    baseline = gate.Baseline(gold={}, floors={"what": 0.8})
    today = gate.Measured(figures={"what": 0.8 - gate.SLACK / 2}, cases={})
    assert gate.compare(baseline, today, {}) == []
    assert gate.repin(baseline, today, {}).floors == {"what": 0.8}


def test_a_part_that_is_no_longer_measured_is_a_regression() -> None:
    baseline = gate.Baseline(gold={}, floors={"where": 0.4})
    nothing = gate.Measured(figures={}, cases={})
    assert gate.compare(baseline, nothing, {}) == [
        "where: no longer measured; run with --update --allow-regression REASON"
    ]
    with pytest.raises(gate.GateError):
        gate.repin(baseline, nothing, {})


def test_a_reason_without_update_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as caught:
        gate.main(["--allow-regression", "why not"])
    assert caught.value.code == 2
