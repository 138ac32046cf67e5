import copy
import json
from typing import Any

import build_gold
import pytest
from gold_source import GoldSourceError, parse

SOURCE = """\
=== first | 2024-03-14 |
Chad left Niger.
---
RETREAT withdraw: left
  a: Chad = TCD MIL
  d: 2024-03-01..2024-03-31
  p: Niger = NER
"""


@pytest.fixture(scope="module")
def codes() -> build_gold.Codes:
    return build_gold.Codes()


def changed(**fields: object) -> dict[str, Any]:
    story = copy.deepcopy(next(iter(parse(SOURCE))))
    story["events"][0].update(fields)
    return story


def test_the_built_files_are_up_to_date() -> None:
    assert build_gold.main(["--check"]) == 0


def test_good_values_pass(codes: build_gold.Codes) -> None:
    assert list(build_gold.check_story(changed(), codes)) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"type": "ATTACK"}, "no such type"),
        ({"modes": ["aerial"]}, "no mode 'aerial'; modes are access, ceasefire"),
        ({"factuality": "perhaps"}, "no factuality 'perhaps'"),
        ({"date": {"start": "2024-03-31", "end": "2024-03-01"}}, "2024-03-31 is after 2024-03-01"),
        ({"date": {"start": "March", "end": "March"}}, "holds no date"),
        ({"actors": [{"text": "Chad", "country": "TCH", "sectors": []}]}, "no code 'TCH'"),
        ({"actors": [{"text": "Chad", "country": None, "sectors": ["KING"]}]}, "no sector 'KING'"),
        ({"place": {"text": "Niger", "country": "IGO", "name": "Niger"}}, "place in no state 'IGO'"),
    ],
)
def test_wrong_values_are_named(codes: build_gold.Codes, fields: dict[str, object], message: str) -> None:
    (problem,) = build_gold.check_story(changed(**fields), codes)
    assert problem.startswith("first: ")
    assert message in problem


def test_a_story_id_may_not_come_twice(codes: build_gold.Codes) -> None:
    with pytest.raises(GoldSourceError, match="'first' comes twice"):
        build_gold.build_stories(SOURCE + SOURCE, codes)


def test_negatives_are_numbered_by_kind() -> None:
    built = build_gold.build_negatives("# note\nsport: One.\nweather: Two.\nsport: Three.\n")
    assert [json.loads(line)["id"] for line in built.splitlines()] == ["sport-01", "weather-01", "sport-02"]


@pytest.mark.parametrize("source", ["no kind here", "sport: Twice.\nsport: Twice."])
def test_broken_negatives_are_refused(source: str) -> None:
    with pytest.raises(GoldSourceError, match="negatives, line"):
        build_gold.build_negatives(source)


def test_other_arguments_are_wrong_usage() -> None:
    assert build_gold.main(["--chekc"]) == 2
