from collections import Counter
from collections.abc import Callable
from importlib import resources

import pytest

from dragoman.errors import DataError
from dragoman.resolve.actors.words import fold
from dragoman.resolve.names import people_names
from dragoman.resolve.names.people_names import load_people_names
from dragoman.resolve.places.keys import place_key

DATA = resources.files("dragoman.resolve.names").joinpath("data")


def names_in(file: str) -> list[str]:
    lines = DATA.joinpath(file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("file", "least"), [("given_names.tsv", 3000), ("surnames.txt", 4000)])
def test_the_files_are_sorted_without_doubles_and_long_enough(file: str, least: int) -> None:
    names = names_in(file)
    assert names == sorted(names)
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert len(names) >= least


@pytest.mark.parametrize("folded", [fold, place_key])
@pytest.mark.parametrize("file", ["given_names.tsv", "surnames.txt"])
def test_names_are_folded_as_both_rooms_fold_them(file: str, folded: Callable[[str], str]) -> None:
    assert [name for name in names_in(file) if folded(name) != name or " " in name] == []


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mary", "f"), ("Giuseppe", "m"), ("Jürgen", "m"), ("Łukasz", "m"), ("Oksana", "f"), ("Björn", "m"),
        ("Panagiotis", "m"), ("Ayşe", "f"), ("Khadija", "f"), ("Gholamreza", "m"), ("Shlomo", "m"), ("Priyanka", "f"),
        ("Zulfiqar", "m"), ("Xiaoping", "m"), ("Hiroshi", "m"), ("Megawati", "f"), ("Chinedu", "m"), ("Wanjiru", "f"),
        ("Thabo", "m"), ("Kim", ""), ("Andrea", ""), ("Gurpreet", ""),
    ],
)  # fmt: skip
def test_given_names_tell_their_gender_where_it_is_clear(name: str, gender: str) -> None:
    names, key = load_people_names(), place_key(name)
    assert key in names.given
    assert ((key in names.female) * "f" + (key in names.male) * "m") == gender


@pytest.mark.parametrize(
    "name",
    ["Smith", "O'Brien", "García", "Müller", "Nguyen", "Li", "Singh", "Kim", "Suzuki", "Yılmaz", "Okafor", "Mbeki"],
)
def test_surnames_are_known(name: str) -> None:
    assert place_key(name) in load_people_names().surnames


@pytest.mark.parametrize("name", ["Sydney", "Jordan", "Paris", "Santiago"])
def test_given_names_that_are_mostly_places_are_told_apart(name: str) -> None:
    names, key = load_people_names(), place_key(name)
    assert key in names.places
    assert key not in names.given | names.surnames - {"jordan"}


@pytest.mark.parametrize("name", ["will", "can", "may", "even", "london", "iraq", "moscow"])
def test_words_and_capitals_are_no_given_names(name: str) -> None:
    assert name not in load_people_names().given


@pytest.mark.parametrize("line", ["anna\tw", "anna\tf\ttown", "anna\tf\tplace\tmore"])
def test_a_line_that_is_wrong_is_named(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_names, "_lines", lambda _: [line])
    load_people_names.cache_clear()
    with pytest.raises(DataError, match="anna"):
        load_people_names()
    load_people_names.cache_clear()
