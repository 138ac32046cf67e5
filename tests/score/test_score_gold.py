import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import GoldError
from dragoman.score import read_phrases, read_sentences, read_stories
from dragoman.score.coded import read_coded

GOOD: dict[str, Any] = {
    "id": "s1",
    "text": "Chad left Niger.",
    "published": "2024-03-14",
    "events": [
        {
            "type": "RETREAT",
            "modes": ["withdraw"],
            "triggers": [{"text": "left", "start": 5, "end": 9}],
            "actors": [{"text": "Chad", "start": 0, "end": 4, "country": "TCD", "sectors": ["MIL"]}],
            "recipients": [],
            "date": {"start": "2024-03-01", "end": "2024-03-31"},
            "place": {"text": "Niger", "start": 10, "end": 15, "country": "NER", "name": "Niger"},
            "factuality": "actual",
            "historical": False,
            "condition": None,
            "attribution": [],
            "dead": None,
            "injured": None,
            "arrested": None,
            "crowd": None,
        }
    ],
    "set": "a field that is not ours",
}


def write(folder: Path, *records: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


def changed(**fields: object) -> dict[str, Any]:
    return {**GOOD, **fields}


def changed_event(**fields: object) -> dict[str, Any]:
    return {**GOOD, "events": [{**GOOD["events"][0], **fields}]}


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (story,) = read_stories([write(tmp_path, GOOD)])
    assert story.events[0].actors[0].country == "TCD"
    assert story.events[0].place is not None


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    path.write_text("\n" + path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    assert len(read_stories([path])) == 1


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"id": "s1"}, "gold.jsonl:1: not a gold record of this task"),
        (changed(text=7), "gold.jsonl:1: not a gold record"),
        (changed(published="next week"), "published: 'next week' is not a date. Write dates like"),
        (changed_event(type="ATTACK"), "no event type 'ATTACK'. Types are: ACCUSE"),
        (changed_event(triggers=[]), "event without a trigger (RETREAT)"),
        (changed_event(triggers=[{"text": "left", "start": 4, "end": 8}]), "'left' at 4-8, the text ' lef'"),
        (changed_event(attribution=[{"text": "Niger", "start": 99, "end": 104}]), "at 99-104, the text ''"),
        (changed_event(date={"start": "2024-13-01", "end": "2024-13-02"}), "'2024-13-01' is not a date"),
        (changed_event(factuality="maybe"), "not a gold record"),
    ],
)
def test_a_broken_story_is_refused_with_line_and_remedy(tmp_path: Path, record: dict[str, Any], message: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_stories([write(tmp_path, record)])
    assert message in str(caught.value)
    assert caught.value.remedy


def test_an_id_that_comes_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: id 's1' stands already at .*gold\.jsonl:1"):
        read_stories([write(tmp_path, GOOD, GOOD)])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.jsonl: gold cannot be read"):
        read_stories([tmp_path / "none.jsonl"])


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold in the file"):
        read_stories([write(tmp_path)])


def test_text_that_is_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xff\xfe nonsense\n")
    with pytest.raises(GoldError, match=r"gold\.jsonl:1"):
        read_sentences([path])


def test_sentences_take_one_mode_or_many(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"id": "a", "text": "x", "events": [{"event_type": "AID", "mode": "m"}]},
        {"id": "b", "text": "x", "events": [{"event_type": "AID", "mode": ["m", "n"]}]},
        {"id": "c", "text": "x", "events": []},
    )
    first, second, third = read_sentences([path])
    assert first.events[0].modes == {"m"}
    assert second.events[0].modes == {"m", "n"}
    assert third.events == ()


def test_a_sentence_with_an_unknown_type_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "a", "text": "x", "events": [{"event_type": "FIGHT"}]})
    with pytest.raises(GoldError, match="no event type 'FIGHT'"):
        read_sentences([path])


def test_phrases_tell_unjudged_from_none(tmp_path: Path) -> None:
    path = write(tmp_path, {"phrase": "a", "sector": "COP"}, {"phrase": "b", "country": ""})
    first, second = read_phrases([path])
    assert first.sector == "COP"
    assert second.country == ""
    assert first.country is not second.country


def test_coded_events_are_read_with_line_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, {"article": "a", "event": ["AID"], "actor": None}, {"event": "AID"})
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: not a coded event"):
        read_coded(path)
    path = write(tmp_path, {"article": "a", "event": ["AID"], "actor": None, "unknown": 1})
    assert read_coded(path)[0].type == "AID"
