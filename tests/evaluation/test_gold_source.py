import pytest
from gold_source import GoldSourceError, locate, parse

SOURCE = """\
# a comment

=== first | 2024-03-14 | A title
Chad left Niger. Officials said Niger would rejoice if Chad paid.

Chad left again.
---
RETREAT withdraw: left#1 | left@@left again
  a: Chad = TCD MIL GOV
  r: Niger = NER
  d: 2024-03-01..2024-03-31
  p: Niger = NER The Niger
  f: future
  h
  c: if Chad paid
  s: Officials
  n: dead=3 crowd=40
AGREE: paid
  a: Chad#2 = - GOV
  d: 2024-03-02
  p: Niger = NER

=== second | |
Nothing happened.
---
"""


def test_a_story_is_read_with_every_field() -> None:
    first, second = parse(SOURCE)
    assert (first["id"], first["title"], first["published"]) == ("first", "A title", "2024-03-14")
    assert first["text"].endswith("paid.\n\nChad left again.")
    event = first["events"][0]
    assert event["modes"] == ["withdraw"]
    assert [first["text"][span["start"] - 5 : span["end"]] for span in event["triggers"]] == ["Chad left"] * 2
    assert event["actors"] == [{"text": "Chad", "start": 0, "end": 4, "country": "TCD", "sectors": ["MIL", "GOV"]}]
    assert event["date"] == {"start": "2024-03-01", "end": "2024-03-31"}
    assert (event["place"]["country"], event["place"]["name"]) == ("NER", "The Niger")
    assert (event["factuality"], event["historical"]) == ("future", True)
    assert event["condition"]["text"] == "if Chad paid"
    assert event["attribution"][0]["text"] == "Officials"
    assert (event["dead"], event["injured"], event["crowd"]) == (3, None, 40)
    assert (second["id"], second["published"], second["events"]) == ("second", None, [])


def test_short_forms() -> None:
    event = next(iter(parse(SOURCE)))["events"][1]
    assert event["actors"][0]["country"] is None
    assert event["actors"][0]["start"] > 0
    assert event["date"] == {"start": "2024-03-02", "end": "2024-03-02"}
    assert event["place"]["name"] == "Niger"
    assert event["modes"] == []


def test_all_offsets_point_at_their_words() -> None:
    for story in parse(SOURCE):
        for event in story["events"]:
            spans = [*event["triggers"], *event["actors"], *event["recipients"], *event["attribution"]]
            assert all(story["text"][one["start"] : one["end"]] == one["text"] for one in spans)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("RETREAT: fled", "'fled' stands 0 times"),
        ("RETREAT: left", "'left' stands 2 times; say which"),
        ("RETREAT: left#3", "stands 2 times"),
        ("retreat: paid", "neither"),
        ("  a: Chad = TCD", "neither"),
        ("RETREAT: paid\n  a: Chad", "lacks its code"),
        ("RETREAT: paid\n  x: Chad", "no field 'x'"),
    ],
)
def test_a_wrong_line_is_named(line: str, message: str) -> None:
    source = SOURCE.split("RETREAT", maxsplit=1)[0] + line + "\n"
    with pytest.raises(GoldSourceError, match=r"line \d+: ") as caught:
        list(parse(source))
    assert message in str(caught.value)


def test_a_story_needs_its_head() -> None:
    with pytest.raises(GoldSourceError, match="a story begins with"):
        list(parse("=== only an id\ntext\n"))
    with pytest.raises(GoldSourceError, match="text before the first story"):
        list(parse("stray\n=== a | | \ntext\n"))


def test_only_whole_words_are_found() -> None:
    assert locate("ally", "finally an ally", line=1, unique=True)["start"] == 11
