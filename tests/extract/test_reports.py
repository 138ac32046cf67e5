import pytest

from dragoman.extract.reports import find_reports
from model_parses import read

# Each report as source, cue, pieces of content; "-" where nobody is named.
REPORTS = [
    ("The harbour *master* said the ferry would sail.", [("The harbour master", "said", "the ferry would sail")]),
    ("The ferry, *officials* say, will not sail.", [("officials", "say", "The ferry | will not sail")]),
    (
        "According to the *ministry*, the dam is safe.",
        [("the ministry", "According to", "the dam is safe")],
    ),
    (
        "The *union* is calling for higher wages.",
        [("The union", "is calling for", "higher wages")],
    ),
    ("The *dam* is believed to be safe.", [("-", "is believed", "to be safe")]),
    ("The *dam* reportedly broke.", [("-", "reportedly", "The dam | broke")]),
    (
        "The minister's *claim* that the dam is safe was false.",
        [("The minister", "claim", "that the dam is safe")],
    ),
    (
        "“The *dam* is safe,” the mayor told reporters. “Nobody has to leave.”",
        [("the mayor", "told", "“The dam is safe,” | “Nobody has to leave.”")],
    ),
    (
        "The *statement* read: “We will not pay. We never have.”",
        [("The statement", "read", "“We will not pay. We never have.”")],
    ),
    ("Fishermen *mended* their nets.", []),
]
HEADLINES = [
    ("*Police*: three held after riot", [("Police", ":", "three held after riot")]),
    ("*Dam* is safe: minister", [("minister", ":", "Dam is safe")]),
]


def shown(marked: str, kind: str) -> list[tuple[str, str, str]]:
    article, _, _ = read(marked, kind=kind)
    return [
        (one.source.text if one.source else "-", one.cue.text, " | ".join(span.text for span in one.content))
        for one in find_reports(article)
    ]


@pytest.mark.parametrize(("marked", "expected"), REPORTS)
def test_reports_have_source_cue_and_content(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(marked, "paragraph") == expected


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_headlines_name_the_speaker_beside_the_colon(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(marked, "headline") == expected


def test_spans_are_those_of_the_text() -> None:
    article, _, _ = read("“The *dam* is safe,” the mayor said. “Nobody has to leave.”")
    [report] = find_reports(article)
    for span in (report.cue, *report.content):
        assert article.article.text[span.start : span.end] == span.text
