import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parse import Segmenter, segment
from dragoman.records import Article, Block

SPLIT = Segmenter().spans


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in SPLIT(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Troops left. Residents cheered.", 2),
        ("Gen. Abebe met Mr. Kone on Sept. 5 in Lomé.", 1),
        ("He moved to the U.S. in May. He stayed.", 2),
        ("They met in the U.S. The talks failed.", 2),
        ("“We will answer.” He gave no date.", 2),
        ("Was it a strike? Nobody knew!", 2),
        ("Article No. 5 was voted down. No. The vote failed.", 3),
        ("One line\nAnother line", 2),
        ("J. K. Okafor spoke.", 1),
    ],
)
def test_sentences_end_where_readers_see_an_end(text: str, count: int) -> None:
    assert len(pieces(text)) == count, pieces(text)


def test_only_coded_blocks_are_split_and_keep_their_kind() -> None:
    text = "Share this\nMinister resigns\nShe left. He stayed."
    article = Article(
        id="a",
        text=text,
        blocks=(Block("furniture", 0, 10), Block("headline", 11, 27), Block("paragraph", 28, len(text))),
    )
    found = segment(article)
    assert [(text[one.start : one.end], one.kind, one.paragraph) for one in found] == [
        ("Minister resigns", "headline", 0),
        ("She left.", "paragraph", 1),
        ("He stayed.", "paragraph", 1),
    ]


@given(st.text(max_size=200))
def test_spans_are_in_order_and_lose_nothing_but_white_space(text: str) -> None:
    spans = SPLIT(text)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


def test_a_dateline_goes_with_the_first_sentence_and_is_told_apart() -> None:
    text = "KABUL (Agency) - Gunmen fled. Police came."
    lead = text.index("Gunmen")
    article = Article(id="a", text=text, blocks=(Block("paragraph", 0, len(text), lead=lead),))
    first, second = segment(article)
    assert (first.start, first.lead, text[first.lead : first.end]) == (0, lead, "Gunmen fled.")
    assert second.start == second.lead == text.index("Police")
