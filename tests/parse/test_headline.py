import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parse.headline import is_title_case, to_sentence_case


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Rebels Attack Army Base Near Border", "Rebels attack army base near border"),
        ("Turkey Rejects Call for Talks With Chad", "Turkey rejects call for talks with Chad"),
        ("NATO Troops Leave Southern Province", "NATO troops leave southern province"),
        ("Kenya's Parliament Votes to Impeach Governor", "Kenya's parliament votes to impeach governor"),
    ],
)
def test_title_case_is_lowered_but_names_are_kept(title: str, plain: str) -> None:
    assert to_sentence_case(title)[1:] == plain[1:]


def test_sentence_case_is_left_alone() -> None:
    headline = "President of Ghana opens new port in Tema"
    assert not is_title_case(headline)
    assert to_sentence_case(headline) == headline


@given(st.text(max_size=120))
def test_length_never_changes(text: str) -> None:
    assert len(to_sentence_case(text)) == len(text)
