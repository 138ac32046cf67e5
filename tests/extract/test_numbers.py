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
    (
        "ASSAULT",
        "At least 14 people have been *killed* and 60 injured in a blast in Quetta.",
        (14, 60, None, None),
    ),
    ("ASSAULT", "The *attack* killed four police officers and injured another seven.", (4, 7, None, None)),
    ("ASSAULT", "A car *bomb* killed ten people and wounded more than 30 others.", (10, 30, None, None)),
    ("ASSAULT", "Some 200 civilians died in the *shelling*.", (200, None, None, None)),
    ("ASSAULT", "The *shelling* left at least nine people dead.", (9, None, None, None)),
    (
        "ASSAULT",
        "Nine people were killed and 15 wounded when a bomber *attacked* a bus.",
        (9, 15, None, None),
    ),
    ("ASSAULT", "The *blast*, which killed 12 people, was the third in a month.", (12, None, None, None)),
    ("ASSAULT", "Gunmen *shot* dead three aid workers.", (3, None, None, None)),
    ("ASSAULT", "Gunmen *shot* and killed three aid workers.", (3, None, None, None)),
    ("ASSAULT", "Rebels *killed* three soldiers and captured five others.", (3, None, None, None)),
    ("ASSAULT", "The number of dead in the *attack* rose to 31.", (31, None, None, None)),
    ("ASSAULT", "The *raid* caused 17 deaths.", (17, None, None, None)),
    ("ASSAULT", "The *strike* claimed 17 lives.", (17, None, None, None)),
    ("ASSAULT", "At least one hundred and twenty people were *killed*.", (120, None, None, None)),
    ("ASSAULT", "Between 10 and 15 people were *killed*.", (None, None, None, None)),
    ("ASSAULT", "Hundreds of people were *killed*.", (None, None, None, None)),
    (
        "ASSAULT",
        "The *bombing* of the station, in which 85 people died, shocked Italy.",
        (85, None, None, None),
    ),
    ("ASSAULT", "Seventeen-year-old students *attacked* a shop.", (None, None, None, None)),
    ("ASSAULT", "A 40-year-old man was *killed*.", (1, None, None, None)),
    ("ASSAULT", "The ambush *killed* Colonel Peter Maas and two of his guards.", (3, None, None, None)),
    ("ASSAULT", "The *bombing* killed 12 and injured 40, including 5 children.", (12, 40, None, None)),
    ("ASSAULT", "The army said it *killed* 25 militants in two days.", (25, None, None, None)),
    ("ASSAULT", "Three children were among the dead in the *strike*.", (None, None, None, None)),
    ("ASSAULT", "Six people, among them two children, were *killed*.", (6, None, None, None)),
    ("COERCE", "Eleven people were *arrested* in the raids.", (None, None, 11, None)),
    ("COERCE", "Police made 45 *arrests* during the night.", (None, None, 45, None)),
    ("COERCE", "More than 1,300 people have been *detained* since Sunday.", (None, None, 1300, None)),
    ("COERCE", "The editor was *jailed* for five years.", (None, None, 1, None)),
    ("COERCE", "The court *jailed* three writers for five years.", (None, None, 3, None)),
    ("COERCE", "Police *arrested* two suspects and seized 30 rifles.", (None, None, 2, None)),
    ("COERCE", "Police *arrested* Anna Berg and Karl Lund.", (None, None, 2, None)),
    ("COERCE", "Border guards took eight men into *custody*.", (None, None, 8, None)),
    ("PROTEST", "Tens of thousands *marched* through Santiago.", (None, None, None, None)),
    ("PROTEST", "Some 2,000 teachers went on *strike*.", (None, None, None, 2000)),
    ("PROTEST", "A *rally* of 300 students blocked the road.", (None, None, None, 300)),
    ("PROTEST", "The *march* was attended by about 700 people.", (None, None, None, 700)),
    ("PROTEST", "Around 150 demonstrators *gathered* at the square.", (None, None, None, 150)),
    ("PROTEST", "Up to 4,000 farmers on tractors *blocked* roads.", (None, None, None, 4000)),
    ("PROTEST", "Organisers said 90,000 people joined the *march*.", (None, None, None, 90_000)),
    ("PROTEST", "Farmers *protested* for 12 hours.", (None, None, None, None)),
    ("PROTEST", "The *protest* lasted 40 days.", (None, None, None, None)),
    ("ASSAULT", "Suicide bomber *kills* 8 in Herat", (8, None, None, None)),
    ("ASSAULT", "Eight killed in Herat *blast*", (8, None, None, None)),
    ("ASSAULT", "Herat *blast* kills eight, injures 20", (8, 20, None, None)),
    ("ASSAULT", "Death toll in Herat *blast* rises to 14", (14, None, None, None)),
    ("COERCE", "Police *arrest* 30 at rally", (None, None, 30, None)),
    ("COERCE", "30 *arrested* at rally in Minsk", (None, None, 30, None)),
    ("PROTEST", "10,000 *march* in Minsk", (None, None, None, 10_000)),
    ("COERCE", "Eight suspects are in *detention*.", (None, None, 8, None)),
    ("COERCE", "About 90 men are being *held* in a camp.", (None, None, 90, None)),
    ("COERCE", "Police *held* three rallies.", (None, None, None, None)),
    ("COERCE", "Police could *arrest* her on arrival.", (None, None, None, None)),
    ("ASSAULT", "Marlow was *killed* in the raid.", (1, None, None, None)),
    ("ASSAULT", "He was *shot* to death by guards.", (1, None, None, None)),
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
