"""Events of works of fiction and words of sport."""

import pytest

from dragoman.extract.worlds import is_of_words, is_sport, load_worlds, work_of
from model_parses import read


@pytest.mark.parametrize(
    ("marked", "work"),
    [
        ("In the film a spy *kidnaps a minister.", "film"),
        ("In the new horror film, soldiers *shoot the president.", "film"),
        ("The novel tells of a general who *seizes power.", "novel"),
        ("The series follows the *siege of the town by rebels.", "series"),
        ("The minister *condemned the film.", None),
        ("A film about the war was *banned by the government.", None),
        ("Police *arrested a man in a village.", None),
        ("In the second season the rebels *storm the palace.", "season"),
        ("In his first act as president he *pardoned the rebels.", None),
        ("The fresco shows the *execution of two rebels.", "fresco"),
        ("The video shows the *execution of two rebels.", None),
        ("The heroine is *arrested by soldiers.", "heroine"),
        ("In his book the minister *accused the general of treason.", None),
    ],
)
def test_what_a_work_makes_up_is_told_in_it(marked: str, work: str | None) -> None:
    _, sentence, head = read(marked)
    found = work_of(sentence, head)
    assert (None if found is None else sentence.tokens[found].text) == work


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Australia *meets England in the final of the World Cup.", True),
        ("The referee *rejected an appeal from Italy.", True),
        ("The team *defended its title.", True),
        ("The minister *defended the team.", False),
        ("Serbia *rejected the appeal.", False),
        ("The team *beat Serbia 3-1.", True),
        ("Serbia *rejected the plan by 52-48.", False),
    ],
)
def test_sport_is_told_by_its_words(marked: str, *, expected: bool) -> None:
    assert is_sport(read(marked)[1]) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The term *entered English during the war.", True),
        ('The word "ambush" *invaded English in the war.', True),
        ("His words *angered the government.", False),
        ("The minister *banned the word.", False),
    ],
)
def test_what_is_told_of_words(marked: str, *, expected: bool) -> None:
    _, sentence, head = read(marked)
    assert is_of_words(sentence, head) is expected


def test_no_word_is_both_strong_and_weak() -> None:
    sport = load_worlds().sport
    assert not sport.strong & sport.weak
