"""Every frame's examples, coded with the real parser: what a frame promises, it keeps."""

import re

import pytest

from dragoman.extract.assemble_events import EventExtractor
from dragoman.extract.lexicon import Example, Frame, load_lexicon
from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, EventMention, ParsedArticle, Phrase
from dragoman.settings import load_settings

LEXICON = load_lexicon()
EXAMPLES = [
    pytest.param(frame, example, id=f"{frame.id}-{number}")
    for frame in LEXICON.frames.values()
    for number, example in enumerate(frame.data.examples)
]
SILENCES = [
    pytest.param(frame, silence.text, id=f"{frame.id}-{number}")
    for frame in LEXICON.frames.values()
    for number, silence in enumerate(frame.data.none)
]
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@pytest.fixture(scope="session")
def mentions_of() -> dict[str, tuple[EventMention, ...]]:
    """Code all example texts in one go: parsing them one by one would take minutes."""
    texts = sorted(
        {example.text for frame in LEXICON.frames.values() for example in frame.data.examples}
        | {silence.text for frame in LEXICON.frames.values() for silence in frame.data.none}
    )
    parser, segmenter, extractor = SpacyParser(load_settings().parse), Segmenter(), EventExtractor(LEXICON)
    articles = [Article(id=text, text=text, blocks=(Block("paragraph", 0, len(text)),)) for text in texts]
    found = {}
    for article in articles:
        raw = segmenter.split(article)
        sentences = tuple(parser.parse((article, one, index) for index, one in enumerate(raw)))
        found[article.text] = extractor.extract(ParsedArticle(article=article, sentences=sentences))[0]
    return found


def bare(text: str) -> str:
    return ARTICLE.sub("", text).strip()


def words(phrases: tuple[Phrase, ...], *, weak: bool) -> set[str]:
    return {bare(phrase.span.text) for phrase in phrases if weak or not phrase.weak}


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_example_is_coded(frame: Frame, example: Example, mentions_of: dict[str, tuple[EventMention, ...]]) -> None:
    mentions = mentions_of[example.text]
    found = [mention for mention in mentions if frame.id in rules(mention) and example.trigger in triggers(mention)]
    seen = [f"{sorted(rules(mention))} at {triggers(mention)}" for mention in mentions]
    assert found, f"no {frame.id} at {example.trigger!r}; found {seen}"
    mention = found[0]
    for field, phrases, expected in (
        ("actor", mention.actors, example.actor),
        ("recipient", mention.recipients, example.recipient),
    ):
        wanted = {bare(text) for text in expected}
        assert wanted <= words(phrases, weak=True), f"{field}: {words(phrases, weak=True)} lacks {wanted}"
        assert words(phrases, weak=False) <= wanted, f"{field}: {words(phrases, weak=False)} has more than {wanted}"
    if example.event is not None:
        assert mention.event == example.event
    if example.mode is not None:
        assert set(mention.mode) == set(example.mode)
    if example.factuality is not None:
        assert mention.factuality == example.factuality


def rules(mention: EventMention) -> set[str]:
    """Give the frames of all triggers of a mention: "a bombing killed" is found by two."""
    return {reason.rule.partition("/")[0] for reason in mention.reasons if reason.field == "event"}


def triggers(mention: EventMention) -> str:
    """Give the words of a mention's triggers, each between bars, with what stands between a torn one's parts."""
    return " | ".join(span.text for span in (mention.trigger, *mention.more_triggers))


@pytest.mark.parametrize(("frame", "text"), SILENCES)
def test_frame_stays_silent(frame: Frame, text: str, mentions_of: dict[str, tuple[EventMention, ...]]) -> None:
    assert frame.id not in {mention.frame for mention in mentions_of[text]}


def test_every_frame_has_an_example() -> None:
    assert [frame.id for frame in LEXICON.frames.values() if not frame.data.examples] == []
