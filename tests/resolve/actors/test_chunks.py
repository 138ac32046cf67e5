"""Phrases taken apart, with and without a parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Phrase, TextSpan, Token, build_sentence
from dragoman.resolve.actors.chunks import chunk_of_phrase, chunk_of_text
from dragoman.resolve.actors.records import Chunk
from factories import sentence, text_of


def words(chunk: Chunk | None) -> str:
    return "" if chunk is None else " ".join(word.text for word in chunk.words)


def of_sentence(notation: str, head: int) -> Chunk:
    one = sentence(notation)
    text = text_of(one)
    start, end = one.tokens[one.subtree(head)[0]].start, one.tokens[head].end
    phrase = Phrase(span=TextSpan(text[start:end], start, end), sentence=0, head=head, slot="subj")
    found = chunk_of_phrase(phrase, one, text=text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "head", "posts"),
    [
        ("the minister", "minister", []),
        ("the minister of defence", "minister", [("of", "defence")]),
        ("fighters loyal to the governor", "fighters", [("allied", "the governor")]),
        ("officials who met in Oslo", "officials", []),
        ("member of the army in Mali", "member", [("of", "the army")]),
    ],
)
def test_bare_phrases(phrase: str, head: str, posts: list[tuple[str, str]]) -> None:
    chunk = chunk_of_text(phrase)
    assert chunk is not None
    assert chunk.words[chunk.head].text == head
    assert [(name, words(post)) for name, post in chunk.posts] == posts


def test_what_stands_between_commas_is_beside() -> None:
    chunk = chunk_of_text("Ada Example, the mayor of Oslo, on Monday")
    assert words(chunk) == "Ada Example"
    assert chunk is not None
    assert words(chunk.apposed[0]) == "the mayor"


def test_a_parsed_phrase() -> None:
    chunk = of_sentence(
        "The/DT/det/2 former/JJ/amod/2 commander/NN/nsubj/8 of/IN/prep/2 the/DT/det/5 army/NN/pobj/3 of/IN/prep/5 "
        "Peru/NNP/pobj/6 spoke/VBD/ROOT/8",
        2,
    )
    assert words(chunk) == "The former commander"
    [(preposition, army)] = chunk.posts
    assert (preposition, words(army)) == ("of", "the army")
    assert words(army.posts[0][1]) == "Peru"
    assert [word.text for word in chunk.rest] == ["of", "the", "army", "of", "Peru"]


def test_a_parsed_apposition() -> None:
    chunk = of_sentence(
        "Ada/NNP/compound/1 Example/NNP/nsubj/6 ,/,/punct/1 the/DT/det/4 mayor/NN/appos/1 ,/,/punct/1 spoke/VBD/ROOT/6",
        1,
    )
    assert words(chunk) == "Ada Example"
    assert [words(one) for one in chunk.apposed] == ["the mayor"]


def test_a_possessive_belongs_to_its_word() -> None:
    chunk = of_sentence("Peru/NNP/poss/2 's/POS/case/0 navy/NN/nsubj/3 sailed/VBD/ROOT/3", 2)
    assert [(word.text, word.possessive) for word in chunk.words] == [("Peru", True), ("navy", False)]


def test_a_sentence_without_parse_is_read_by_its_words() -> None:
    text = "the mayor of Oslo"
    tokens = (Token(0, "the", "the", "", "", "", 0, 0, 3), Token(1, "mayor", "mayor", "", "", "", 1, 4, 9))
    bare = build_sentence(tokens, index=0, parsed=False)
    chunk = chunk_of_phrase(Phrase(TextSpan(text, 0, len(text)), 0, 1, "subj"), bare, text=text)
    assert chunk is not None
    assert words(chunk) == "the mayor"
    assert words(chunk.posts[0][1]) == "Oslo"


@given(st.text(max_size=80))
def test_any_text_is_taken_apart(text: str) -> None:
    chunk = chunk_of_text(text)
    if chunk is not None:
        assert 0 <= chunk.head < len(chunk.words)
        assert all(0 <= word.start < word.end <= len(text) for word in chunk.words)
