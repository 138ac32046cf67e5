import pytest

from dragoman.read.headlines import dateline_after_headline, dateline_end, has_dateline, is_headline


@pytest.mark.parametrize(
    "line",
    [
        "Dockers threaten to shut ports",
        "What the unions want",
        "'We will not give in'",
        "UNIONS STRIKE",
        "Who gives in first?",
        "Tunisia seeks loan from U.S.",
    ],
)
def test_headings_inside_a_text_are_headlines(line: str) -> None:
    assert is_headline(line, first=False, last=False)


@pytest.mark.parametrize(
    "line",
    [
        "Dockers threatened to shut the ports.",
        "The minister said:",
        "and then they left",
        "“We will not give in,” he said.",
        "SFAX, Tunisia — Dockers struck",
        "Dockers struck. Ministers resigned",
        "Most of the dockers who spoke to us in the port said that they had seen no money at all since May",
        "He moved to Gouger St.",
    ],
)
def test_sentences_inside_a_text_are_none(line: str) -> None:
    assert not is_headline(line, first=False, last=False)


def test_an_unfinished_last_line_is_a_headline_only_if_set_like_one() -> None:
    assert not is_headline("Dockers then left the port", first=False, last=True)
    assert is_headline("Dockers Leave the Port of Sfax", first=False, last=True)


@pytest.mark.parametrize(
    "line",
    [
        "TUNIS (Reuters) - Dockers struck.",
        "SFAX, Tunisia — Dockers struck.",
        "SFAX, Tunisia (AP) — Dockers struck.",
        "WASHINGTON, Aug. 21 (Xinhua) -- Dockers struck.",
        "Tunis (AFP) \u2013 Dockers struck.",
    ],
)
def test_datelines_are_seen(line: str) -> None:
    assert has_dateline(line)


@pytest.mark.parametrize(
    "line", ["Dockers struck in Tunis on Friday.", "NATO met.", "The US-led force — all of it — left."]
)
def test_other_beginnings_are_no_datelines(line: str) -> None:
    assert not has_dateline(line)


def test_dateline_in_the_middle_needs_an_agency() -> None:
    assert dateline_after_headline("Dockers reject offer TUNIS (AFP) - The union said no.") == 21
    assert dateline_after_headline("Dockers told TUNIS (the capital) - no.") is None
    assert dateline_after_headline("TUNIS (AFP) - The union said no.") is None


@pytest.mark.parametrize(
    ("line", "opening", "rest"),
    [
        ("KABUL, Afghanistan — Gunmen fled.", False, "Gunmen fled."),
        ("TOKYO (Reuters) - Talks failed.", False, "Talks failed."),
        ("Colombo, Sri Lanka – The man left.", True, "The man left."),
        ("Colombo, Sri Lanka – The man left.", False, "Colombo, Sri Lanka – The man left."),
        ("Writers argue about it – on both sides.", True, "Writers argue about it – on both sides."),
        ("Gunmen fled.", True, "Gunmen fled."),
    ],
)
def test_sentences_begin_after_a_dateline(line: str, *, opening: bool, rest: str) -> None:
    assert line[dateline_end(line, opening=opening) :] == rest
