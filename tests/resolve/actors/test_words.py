"""Words as the rules compare them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.actors.words import fold, is_plural, keys_of, near, singular, sound, split_words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kenya's army", ["kenya", "army"]),
        ("the Greens’ leader", ["the", "greens", "leader"]),
        ("U.S. troops", ["us", "troops"]),
        ("Côte d'Ivoire", ["cote", "divoire"]),
        ("Saudi-led forces", ["saudi", "led", "forces"]),
        ("Erdoğan, Sánchez", ["erdogan", "sanchez"]),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, keys: list[str]) -> None:
    assert [word.key for word in split_words(text)] == keys


def test_a_possessive_is_kept_apart() -> None:
    owner, owned = split_words("Peru's navy")
    assert (owner.text, owner.possessive, owner.end) == ("Peru", True, 6)
    assert not owned.possessive


@given(st.text())
def test_words_lie_in_the_text(text: str) -> None:
    end = 0
    for word in split_words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.text in text
        end = word.end


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("ministers", "minister"),
        ("parties", "party"),
        ("churches", "church"),
        ("gunmen", "gunman"),
        ("wives", "wife"),
        ("allies", "ally"),
        ("police", "police"),
        ("press", "press"),
        ("crisis", "crisis"),
    ],
)
def test_singular(plural: str, single: str) -> None:
    assert singular(plural) == single


@pytest.mark.parametrize(
    ("noun", "plural"), [("rebels", True), ("troops", True), ("rebel", False), ("congress", False)]
)
def test_plural(noun: str, *, plural: bool) -> None:
    assert is_plural(noun) is plural


@pytest.mark.parametrize(
    ("one", "other"),
    [("mohammed", "muhammad"), ("hussein", "hossain"), ("yusuf", "youssef"), ("khartoum", "kartum"), ("quds", "kuds")],
)
def test_spellings_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other", "most", "alike"),
    [
        ("soleimani", "solemani", 1, True),
        ("kazakhs", "kazahks", 1, True),
        ("maduro", "mursi", 2, False),
        ("biden", "widen", 1, False),
    ],
)
def test_near_spellings(one: str, other: str, most: int, *, alike: bool) -> None:
    assert near(one, other, most=most) is alike
    assert near(other, one, most=most) is alike


@given(st.text(alphabet="abcdef", max_size=8), st.text(alphabet="abcdef", max_size=8))
def test_nearness_has_no_direction(one: str, other: str) -> None:
    assert near(one, other) == near(other, one)


def test_keys_of_a_name() -> None:
    assert keys_of("al-Shabaab") == ("al", "shabaab")
