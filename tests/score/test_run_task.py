import datetime as dt
import json
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import EmptyInputError, GoldError
from dragoman.records import CiteInfo, Entity, Event, Size, TriggerText
from dragoman.score import TASKS, run_task
from dragoman.score.coded import read_coded


class Parrot:
    """A coder that finds an AID in every text, and nothing to read in a blank one."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, dt.date | None, str | None]] = []

    def code(self, text: str, /, *, published: dt.date | None, title: str | None, article_id: str) -> list[Event]:
        self.seen.append((article_id, published, title))
        if not text.strip():
            raise EmptyInputError("nothing to code", remedy="Give a text.")
        return [event(article_id, text)]

    def resolve_actor(self, phrase: str) -> Entity | None:
        if phrase == "nobody":
            return None
        return Entity(code="TCD", sector=("MIL",), entity_text=phrase, start=0, end=len(phrase))


def event(article: str, text: str) -> Event:
    return Event(
        id=f"{article}-1",
        article=article,
        event=("AID",),
        mode=(),
        context=(),
        quad_code=2,
        event_scale=10.0,
        cameo=None,
        date=None,
        enddate=None,
        date_text=None,
        date_resolution=None,
        date_basis=None,
        actor=(),
        recipient=(),
        event_loc=None,
        size=Size(),
        factuality="actual",
        historical=False,
        condition=None,
        attribution=(),
        event_text=(TriggerText(text=text[:4], start=0, end=4, sentence=0),),
        confidence=0.5,
        frame="aid.give",
        cite_info=CiteInfo(title=None, url=None, publication=None, date=None, language="en"),
        coder="test",
        coded_date="2024-03-14",
    )


def gold(folder: Path, *records: dict[str, object]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


STORY: dict[str, object] = {
    "id": "s1",
    "title": "",
    "published": "2024-03-14",
    "text": "Gave rice.",
    "events": [{"type": "AID", "triggers": [{"text": "Gave", "start": 0, "end": 4}]}],
}


def test_stories_are_coded_under_their_own_id_and_date(tmp_path: Path) -> None:
    coder = Parrot()
    report = run_task("stories", [gold(tmp_path, STORY)], coder=coder)
    assert coder.seen == [("s1", dt.date(2024, 3, 14), None)]
    assert report.data()["detect"]["f1"] == 1.0
    assert "1 stories, 1 gold events, 1 coded" in report.text()


def test_predictions_can_be_scored_again(tmp_path: Path) -> None:
    out = tmp_path / "coded.jsonl"
    run_task("stories", [gold(tmp_path, STORY)], coder=Parrot(), predictions=out)
    assert [one.article for one in read_coded(out)] == ["s1"]
    assert msgspec.json.decode(out.read_bytes(), type=Event).event == ("AID",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coded.jsonl", "gold.jsonl"]


def test_a_text_that_cannot_be_coded_is_noted(tmp_path: Path) -> None:
    path = gold(tmp_path, {"id": "e1", "text": " ", "events": [{"event_type": "AID"}]})
    report = run_task("sentences", [path], coder=Parrot())
    assert report.notes == ("not coded: e1: nothing to code. Give a text.",)
    assert report.data()["silent"] == {"accuracy": 1.0, "n": 1}


def test_actors_are_resolved_one_by_one(tmp_path: Path) -> None:
    path = gold(tmp_path, {"phrase": "the army", "sector": "MIL"}, {"phrase": "nobody", "country": "", "sector": ""})
    out = tmp_path / "resolved.jsonl"
    report = run_task("actors", [path], coder=Parrot(), predictions=out)
    assert report.data()["sector"] == {"accuracy": 1.0, "n": 2}
    first = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert first == {"phrase": "the army", "code": "TCD", "sector": ["MIL"], "identifier_text": None}


def test_an_unknown_task_names_the_tasks() -> None:
    with pytest.raises(GoldError, match=r"no task 'muc9'\. Tasks are: actors, sentences, stories"):
        run_task("muc9", [], coder=Parrot())


def test_no_gold_is_refused() -> None:
    with pytest.raises(GoldError, match="no gold given"):
        run_task("stories", [], coder=Parrot())


def test_predictions_into_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="answers cannot be written"):
        run_task("stories", [gold(tmp_path, STORY)], coder=Parrot(), predictions=tmp_path / "none" / "x.jsonl")


def test_tasks_are_known_by_their_own_name() -> None:
    assert {name: task.name for name, task in TASKS.items()} == {name: name for name in TASKS}
    assert list(TASKS) == sorted(TASKS)


def test_misses_are_listed_on_request(tmp_path: Path) -> None:
    path = gold(tmp_path, {**STORY, "events": []})
    report = run_task("stories", [path], coder=Parrot())
    assert "extra" not in report.text()
    assert "extra  s1 AID Gave" in report.text(misses=5)
