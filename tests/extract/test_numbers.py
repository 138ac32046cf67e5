import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.numbers import find_size, parse_number
from dragoman.records import SizeMention, build_sentence
from factories import sentence
from model_parses import read

# event type, sentence, (dead, injured, arrested, crowd)
STATED = [
    ("ASSAULT", "The army *killed* 12 rebels and wounded 30.", (12, 30, None, None)),
    (
        "ASSAULT",
        "The bomb *went* off near a market, killing at least 12 people and injuring dozens.",
        (12, None, None, None),
    ),
    ("ASSAULT", "A suicide bomber *killed* himself and 20 others.", (20, None, None, None)),
    ("ASSAULT", "Officials put the death toll from the *bombing* at 45.", (45, None, None, None)),
    (
        "ASSAULT",
        "The *clashes* left 12 soldiers dead and 30 others wounded, the ministry said.",
        (12, 30, None, None),
    ),
    ("ASSAULT", "Two of the attackers were *shot* dead.", (2, None, None, None)),
    ("PROTEST", "More than 2 million people *took* to the streets on Friday.", (None, None, None, 2_000_000)),
    ("PROTEST", "A crowd of 5,000 *gathered* outside parliament.", (None, None, None, 5000)),
    ("PROTEST", "Thousands of people *rallied* in the capital.", (None, None, None, None)),
    ("COERCE", "Police *arrested* 25 protesters, including three journalists.", (None, None, 25, None)),
    ("ASSAULT", "There were 14 deaths and 30 injuries in the *attack*.", (14, 30, None, None)),
    (
        "ASSAULT",
        "Twelve people, including three children, were *killed* in the attack.",
        (12, None, None, None),
    ),
    ("ASSAULT", "The death toll from the *bombing* rose to 14.", (14, None, None, None)),
    ("ASSAULT", "The *explosion* left five dead and 20 injured.", (5, 20, None, None)),
    ("PROTEST", "About 5,000 people *marched* in the capital.", (None, None, None, 5000)),
    ("COERCE", "Police *arrested* a journalist in Lagos.", (None, None, 1, None)),
    ("COERCE", "Police *arrested* Maria Gomez on Friday.", (None, None, 1, None)),
    ("COERCE", "Police *arrested* the Socialist Party.", (None, None, None, None)),
    ("ASSAULT", "Gunmen *killed* the mayor and his wife.", (None, None, None, None)),
    ("ASSAULT", "Gunmen *killed* a police officer on Sunday.", (1, None, None, None)),
    ("ASSAULT", "Dozens were *killed* in the attack.", (None, None, None, None)),
    ("ASSAULT", "The *attack* claimed the lives of twenty-two people.", (22, None, None, None)),
    ("ASSAULT", "Twenty-two people died in the *attack*, and more than 60 were hurt.", (22, 60, None, None)),
    ("PROTEST", "Three unions *rallied* in the capital.", (None, None, None, None)),
    ("PROTEST", "The *protest* drew 3,000 people.", (None, None, None, 3000)),
    ("COERCE", "Police *detained* 40 people during the protest.", (None, None, 40, None)),
    ("ASSAULT", "The frost *killed* 12 sheep.", (None, None, None, None)),
    ("ASSAULT", "Bomb *kills* 12, wounds 30 in Kabul", (12, 30, None, None)),
    ("ASSAULT", "12 dead, 30 injured in *clashes*", (12, 30, None, None)),
    ("COERCE", "Two men were *detained* on Monday.", (None, None, 2, None)),
    ("ASSAULT", "Rebels *attacked* the base in 2015.", (None, None, None, None)),
    (
        "ASSAULT",
        "An *attack* on a base on Tuesday, which killed 17 soldiers, was condemned.",
        (17, None, None, None),
    ),
    ("COERCE", "Soldiers *captured* 15 fighters.", (None, None, 15, None)),
    ("ASSAULT", "Twelve soldiers and three civilians were *killed* in the raid.", (15, None, None, None)),
    ("COERCE", "He was *arrested* on Monday.", (None, None, 1, None)),
    ("COERCE", "The journalist, who was *arrested* on Monday, denied the charge.", (None, None, 1, None)),
    ("COERCE", "A man *arrested* on Monday denied the charge.", (None, None, 1, None)),
    ("COERCE", "Police *arrested* the staff of the paper.", (None, None, None, None)),
    ("COERCE", "Police *arrested* the leader and four members of the group.", (None, None, 5, None)),
    ("ASSAULT", "A soldier and two civilians were *killed* in the raid.", (3, None, None, None)),
]
# fmt: off
UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on


def spell(value: int) -> str:
    """Write a number below a billion in words, as a style book would."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            head = f"{spell(value // size)} {name}"
            return f"{head} {'and ' if rest < 100 else ''}{spell(rest)}" if rest else head
    if value < len(UNITS):
        return UNITS[value]
    tens = TENS[value // 10 - 2]
    return f"{tens}-{UNITS[value % 10]}" if value % 10 else tens


@pytest.mark.parametrize(("event", "marked", "expected"), STATED)
def test_size(event: str, marked: str, expected: tuple[int | None, ...]) -> None:
    article, one, trigger = read(marked, kind="paragraph" if marked.endswith(".") else "headline")
    size = find_size(one, trigger, event)
    counts = (size.dead, size.injured, size.arrested, size.crowd)
    assert tuple(count.value if count else None for count in counts) == expected
    for count in counts:
        assert count is None or article.article.text[count.span.start : count.span.end] == count.span.text


def test_numbers_of_another_kind_of_event_are_left_out() -> None:
    _, one, trigger = read("The *visit* followed a raid that killed 12 soldiers.")
    assert find_size(one, trigger, "CONSULT") == SizeMention()


def test_unparsed_sentences_give_none() -> None:
    one = sentence("Rebels/NNS/nsubj/1 killed/VBD/ROOT/1/kill 12/CD/dobj/1")
    assert find_size(one, 1, "ASSAULT").dead is not None
    assert find_size(build_sentence(one.tokens, parsed=False), 1, "ASSAULT") == SizeMention()


@given(st.integers(min_value=0, max_value=999_999_999))
def test_spelled_numbers_come_back(value: int) -> None:
    assert parse_number(spell(value).split()) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_come_back(value: int) -> None:
    assert parse_number([f"{value:,}"]) == parse_number([str(value)]) == value


@given(st.lists(st.text(max_size=8), max_size=5))
def test_any_words_give_a_number_or_nothing(words: list[str]) -> None:
    value = parse_number(words)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2 million", 2_000_000),
        ("1.5 million", 1_500_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("a hundred", 100),
        ("Twenty-Two", 22),
        ("twenty - two", 22),
        ("dozens", None),
        ("hundreds", None),
        ("several", None),
        ("a", None),
        ("10-15", None),
        ("2.5", None),
        ("two three", None),
        ("", None),
    ],
)
def test_number(words: str, expected: int | None) -> None:
    assert parse_number(words.split()) == expected
