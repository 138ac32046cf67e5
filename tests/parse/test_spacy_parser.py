"""Our tokens out of spaCy's: offsets, datelines, what a bad pipeline says."""

import pytest

from dragoman.errors import ParserNotFoundError
from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, Sentence
from dragoman.settings import ParseSettings, load_settings


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser(load_settings().parse)


def parse(parser: SpacyParser, text: str, *, lead: int | None = None) -> list[Sentence]:
    article = Article(id="a", text=text, blocks=(Block("paragraph", 0, len(text), lead=lead),))
    return list(parser.parse((article, raw, index) for index, raw in enumerate(Segmenter().split(article))))


@pytest.mark.parametrize(
    "text", ["“Gunmen”  fled\tKabul – it’s over.", "Gunmen fled.\u00a0They left.", "…!", "Peru’ s men didn’ t go."]
)
def test_tokens_hold_their_words(parser: SpacyParser, text: str) -> None:
    for sentence in parse(parser, text):
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


def test_endings_that_a_page_cut_off_are_read_as_such(parser: SpacyParser) -> None:
    [sentence] = parse(parser, "Peru’ s president did n’ t resign, and Chile didn’ t ask.")
    assert [token.text for token in sentence.tokens if token.tag == "POS"] == ["’ s"]
    assert [token.text for token in sentence.tokens if token.dep == "neg"] == ["n’ t", "n’ t"]


@pytest.mark.parametrize("title", ["vice-president", "ex-minister", "Secretary-General", "president-elect"])
def test_titles_with_a_hyphen_are_one_word(parser: SpacyParser, title: str) -> None:
    [sentence] = parse(parser, f"The {title} met two car-makers.")
    assert title in [token.text for token in sentence.tokens]
    assert "car-makers" not in [token.text for token in sentence.tokens]


def test_a_dateline_disturbs_no_grammar(parser: SpacyParser) -> None:
    text = "CARTAGENA, Colombia - Rebels signed a peace accord."
    [sentence] = parse(parser, text, lead=text.index("Rebels"))
    verb = next(token for token in sentence.tokens if token.text == "signed")
    assert [child.text for child in sentence.children(verb.i, "nsubj")] == ["Rebels"]
    assert [token.text for token in sentence.tokens[:4]] == ["CARTAGENA", ",", "Colombia", "-"]
    assert all(token.head == token.i for token in sentence.tokens[:4])
    assert [token.i for token in sentence.tokens] == list(range(len(sentence.tokens)))


def test_a_pipeline_that_is_not_there_is_named_with_the_remedy() -> None:
    base = load_settings().parse
    settings = ParseSettings(model="en_nowhere_sm", batch_size=base.batch_size, gate=base.gate)
    with pytest.raises(ParserNotFoundError, match=r"en_nowhere_sm.*pip install"):
        SpacyParser(settings)


def test_a_sentence_that_is_only_split_has_no_parse(parser: SpacyParser) -> None:
    article = Article(id="a", text="Gunmen fled.", blocks=(Block("paragraph", 0, 12),))
    [raw] = Segmenter().split(article)
    sentence = parser.tokenize(article, raw, index=0)
    assert not sentence.parsed
    assert [token.text for token in sentence.tokens] == ["Gunmen", "fled", "."]
