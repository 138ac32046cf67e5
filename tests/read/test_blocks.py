import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.read import split_blocks

BLANK = "\u200b\u2060\ufeff"
FRAGMENTS = [
    "WorldTunisiaNorth Africa",
    "Ministers Quit as Strike Spreads",
    "TUNIS (Reuters) - Ministers met on Monday.",
    "Share on Facebook Tweet",
    "(Photo: Amal Ben Salah/AFP)",
    "Soldiers stand guard near the port on Friday. (Amal Ben Salah/AFP)",
    "The cabinet resigned late on",
    "Friday.",
    "Read more: What comes next",
    "Back to top",
    "By Amal Ben Salah",
    "21 August 2020",
    "Image caption Protesters wave flags in the square",
    "Tags: Tunisia, Strikes",
    "•",
    "She said no. (Reporting by Amal Ben Salah; Editing by Tom Reed)",
]


def kinds(text: str, *, furniture: bool = True) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text, furniture=furniture)]


def check_tiling(text: str, *, furniture: bool) -> None:
    covered = 0
    for block in split_blocks(text, furniture=furniture):
        assert covered <= block.start < block.end <= len(text)
        assert not text[covered : block.start].strip().strip(BLANK).strip(BLANK + " \t\n")
        covered = block.end
    assert not text[covered:].strip(BLANK + "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029 \xa0").strip()


@given(text=st.text(max_size=300), furniture=st.booleans())
def test_blocks_hold_every_character_once_whatever_the_text(*, text: str, furniture: bool) -> None:
    check_tiling(text, furniture=furniture)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["\n", "\n\n", "\r\n", " ", "", "\u2028"])),
        max_size=10,
    )
)
def test_blocks_hold_every_character_once_in_what_looks_like_news(pieces: list[tuple[str, str]]) -> None:
    check_tiling("".join(text + gap for text, gap in pieces), furniture=True)


def test_blocks_of_a_whole_page_are_told_apart() -> None:
    text = (
        "PoliticsTunisiaNorth AfricaKais Saied\n\n"
        "Tunisian ministers quit as dock strike spreads\n\n"
        "By Amal Ben Salah\n21 August 2020 10:15 GMT\n\n"
        "Share on Facebook Tweet\n\n"
        "TUNIS (Reuters) - Two ministers resigned on Friday.\n\n"
        "Advertisement\n\n"
        "Union leaders rejected the offer. Read more: The long summer of Tunisia\n\n"
        "Image caption Dockers blocked the gates of the port in Sfax\n\n"
        "What the unions want\n\n"
        "They called for higher wages. (Reporting by Amal Ben Salah; Editing by Tom Reed)\n\n"
        "Follow us on Twitter\n\n"
        "© 2020 The Harbour Post. All rights reserved.\n\n"
        "Back to top button\n"
    )
    found = kinds(text)
    assert [words for kind, words in found if kind == "headline"] == [
        "Tunisian ministers quit as dock strike spreads",
        "What the unions want",
    ]
    assert [words for kind, words in found if kind == "caption"] == ["Dockers blocked the gates of the port in Sfax"]
    assert [words for kind, words in found if kind == "paragraph"][:1] == [
        "TUNIS (Reuters) - Two ministers resigned on Friday."
    ]
    assert "They called for higher wages." in [words for kind, words in found if kind == "paragraph"]
    furniture = [words for kind, words in found if kind == "furniture"]
    assert "(Reporting by Amal Ben Salah; Editing by Tom Reed)" in furniture
    assert {"Share on Facebook Tweet", "Back to top button", "Advertisement", "Image caption"} <= set(furniture)
    tags = split_blocks(text)[0]
    assert (tags.kind, tags.tags) == ("tags", ("Politics", "Tunisia", "North Africa", "Kais Saied"))


def test_blocks_without_furniture_are_headlines_and_paragraphs_only() -> None:
    text = "WorldTunisia\n\nShare on Facebook Tweet\n\nThe port is closed.\n\nBack to top"
    assert {kind for kind, _ in kinds(text, furniture=False)} <= {"headline", "paragraph"}


def test_blocks_cut_tags_off_a_headline_that_they_are_glued_to() -> None:
    text = "PoliticsTunisiaNorth AfricaDockers threaten to shut all ports\n\nThe union spoke on Friday."
    found = kinds(text)
    assert found[0] == ("tags", "PoliticsTunisiaNorth Africa")
    assert found[1] == ("headline", "Dockers threaten to shut all ports")


def test_blocks_keep_a_caption_and_drop_its_credit() -> None:
    text = (
        "The port is closed.\n"
        "Dockers march through the old town of Sfax on Friday. (Amal Ben Salah/Harbour Post)\n"
        "More ships wait."
    )
    assert kinds(text)[1:3] == [
        ("caption", "Dockers march through the old town of Sfax on Friday."),
        ("furniture", "(Amal Ben Salah/Harbour Post)"),
    ]


def test_blocks_treat_a_name_beside_a_credit_as_part_of_it() -> None:
    text = "The port is closed.\nKais Saied Photographer: Amal Ben Salah/Bloomberg\nMore ships wait."
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "furniture", "furniture", "paragraph"]


def test_blocks_join_a_line_that_a_link_broke_off() -> None:
    text = "The minister said on Friday that the\ncoalition\nwould not give in.\nUnions disagreed."
    assert kinds(text) == [
        ("paragraph", "The minister said on Friday that the\ncoalition\nwould not give in."),
        ("paragraph", "Unions disagreed."),
    ]


def test_blocks_join_lines_cut_at_a_fixed_width() -> None:
    text = (
        "Two ministers of the governing party resigned on Friday after weeks of\n"
        "strikes in the ports of the south, where dockers have blocked ships with\n"
        "grain and fuel. President Kais Saied accepted their letters, the office of\n"
        "Prime Minister Hichem Mechichi said, and thanked both of them for all of\n"
        "their work."
    )
    assert kinds(text) == [("paragraph", text)]


def test_blocks_do_not_take_the_end_of_a_sentence_for_a_button() -> None:
    text = "The union of the dockers announced the vote on Facebook and then on\nTwitter.\nShips wait."
    assert kinds(text)[0] == (
        "paragraph",
        "The union of the dockers announced the vote on Facebook and then on\nTwitter.",
    )


def test_blocks_give_a_headline_back_that_lost_its_line_break() -> None:
    text = "Dockers reject new wage offer TUNIS (AFP) - The union said no on Friday."
    assert kinds(text) == [
        ("headline", "Dockers reject new wage offer"),
        ("paragraph", "TUNIS (AFP) - The union said no on Friday."),
    ]


@pytest.mark.parametrize(
    "text",
    ["Dockers Threaten to Shut All Ports in Tunisia", "Tunisian dockers threaten to shut all ports"],
)
def test_a_single_line_without_a_stop_is_a_headline(text: str) -> None:
    assert kinds(text) == [("headline", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dockers threatened to shut all ports.",
        "The dockers have threatened to shut all ports",
        "Dockers struck on Monday. Ministers resigned on Friday",
        "SFAX, Tunisia — Dockers struck on Monday",
    ],
)
def test_a_single_line_that_is_a_sentence_is_a_paragraph(text: str) -> None:
    assert kinds(text) == [("paragraph", text)]


def test_blank_text_has_no_blocks() -> None:
    assert split_blocks(" \n\t\u200b\n") == ()


def test_offsets_count_characters_not_bytes() -> None:
    text = "\ufeff  🚢🚢 Grève à Sfax\n\nLes dockers — tous — partent.  "
    assert [words for _, words in kinds(text)] == ["🚢🚢 Grève à Sfax", "Les dockers — tous — partent."]


@pytest.mark.parametrize(
    "unit", ["a", "A ", "Photo: ", "(Reporting by ", "WorldNews", "- ", "we use ", "\n", "“", "Ab/"]
)
def test_long_texts_of_one_kind_take_no_long_time(unit: str) -> None:
    started = time.perf_counter()
    split_blocks(unit * (200_000 // len(unit)))
    assert time.perf_counter() - started < 3


def test_titles_of_other_articles_are_left_out() -> None:
    text = (
        "Dockers shut the port of Sfax\n\nThe dockers shut the port on Friday.\n\n"
        "Related stories\nLibya arrests three ministers\nAlgeria threatens to close border\n\n"
        "The union said no."
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", *["furniture"] * 3, "paragraph"]


def test_the_own_headline_below_a_list_heading_is_kept() -> None:
    text = "Most read\n\nDockers shut the port of Sfax\n\nThe dockers shut the port on Friday."
    assert [kind for kind, _ in kinds(text)] == ["furniture", "headline", "paragraph"]
