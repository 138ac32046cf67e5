import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.time_phrases import attach_times, find_article_times, find_times, same_time
from dragoman.records import TimePhrase
from factories import parsed, sentence, text_of
from model_parses import read
from time_texts import phrase_of, phrases_of, plain_sentence


def flat(phrases: tuple[TimePhrase, ...]) -> list[TimePhrase]:
    return [one for phrase in phrases for one in (phrase.ends or (phrase,))]


def extents(text: str) -> list[str]:
    return [(phrase.extent or phrase.span).text for phrase in flat(phrases_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on Thursday, March 3, 2016, and left.", ["Thursday, March 3, 2016"]),
        ("He came in late April and left by mid-June.", ["late April", "mid-June"]),
        ("From March to May 1944 it rained.", ["March", "May 1944"]),
        ("It lasted from 1957-58.", ["1957", "58"]),
        ("He came on the night of 18 April.", ["the night of 18 April"]),
        ("He came at 9:34 p.m. on Friday.", ["9:34 p.m. on Friday"]),
        ("Two weeks ago he was ill for three days.", ["Two weeks ago", "three days"]),
        ("It fell in the early hours of Friday.", ["the early hours of Friday"]),
        ("Last year's coup failed within hours.", ["Last year", "hours"]),
        ("The three-day visit begins next month.", ["The three-day", "next month"]),
        ("The visit takes three to five days.", ["three", "five days"]),
        ("The first half of last year was calm.", ["The first half of last year"]),
        ("In the 1990s and the 18th century", ["the 1990s", "the 18th century"]),
        ("It was built in 480 BC.", ["480 BC"]),
        ("Every Friday they pray, and daily in May.", ["Every Friday", "daily", "May"]),
        ("In the summer of 1916 and last winter", ["the summer of 1916", "last winter"]),
    ],
)
def test_extents_are_those_of_timex3(text: str, expected: list[str]) -> None:
    assert extents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march again.",
        "Theresa May said no.",
        "May the best man win.",
        "The army lost 2000 troops and 1500 tanks.",
        "He paid $1999 for flight 1812.",
        "The fall of the capital shocked them.",
        "He won by 3 to 2 and came second.",
        "Operation Dawn went on.",
        "The Arab Spring began here.",
        "A quarter of them left.",
        "The 9th Division moved.",
        "",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert not text or phrases_of(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("on Thursday", "calendar", {"weekday": "4", "lead": "in"}),
        ("in late 2017", "calendar", {"year": "2017", "mod": "END", "lead": "in"}),
        ("since last May", "calendar", {"month": "05", "ref": "last", "lead": "since"}),
        ("twenty-two years ago", "offset", {"n": "22", "unit": "year", "dir": "ago"}),
        ("the following week", "unit", {"ref": "after", "unit": "week"}),
        ("at least a dozen days", "duration", {"n": "12", "unit": "day", "mod": "EQUAL_OR_MORE"}),
        ("a few months later", "offset", {"n": "X", "unit": "month", "dir": "later"}),
        ("every Monday", "set", {"weekday": "1"}),
        ("6 p.m. EST", "calendar", {"clock": "18:00", "zone": "-05"}),
        ("midnight", "calendar", {"clock": "24:00"}),
    ],
)
def test_parts_are_words_of_no_language(text: str, kind: str, parts: dict[str, str]) -> None:
    phrase = phrase_of(text)
    assert phrase.kind == kind
    assert {name: value for name, value in phrase.parts if name != "opens"} == parts


def test_a_range_is_one_phrase_with_its_ends_inside() -> None:
    phrase = phrase_of("between February and September 2017")
    assert phrase.kind == "range"
    assert [dict(end.parts)["year"] for end in phrase.ends] == ["2017", "2017"]
    assert phrase.span.text == "between February and September 2017"


@pytest.mark.parametrize("text", ["13/14/2016", "3/4/2016", "25:70 p.m.", "the fifth quarter", "44 March"])
def test_what_makes_no_sense_is_not_read_as_a_date(text: str) -> None:
    assert not {"month", "clock", "quarter", "day"} & {
        name for phrase in phrases_of(text) for name, _ in phrase.parts
    } - {"month"}


def test_a_dateline_is_told_from_a_date_of_the_text() -> None:
    dateline, day = phrases_of("CAPE TOWN, March 3 (Agency) - Police fired on March 2.")
    assert dict(dateline.parts)["lead"] == "dateline"
    assert dict(day.parts)["lead"] == "in"


def test_sentences_without_a_parse_have_no_head_and_no_tense() -> None:
    phrase = phrase_of("He came on Thursday.")
    assert (phrase.head, phrase.tense) == (-1, "none")


def test_an_article_s_times_come_in_order() -> None:
    article = parsed(
        "Troops/NNS/nsubj/1 left/VBD/ROOT/1 yesterday/NN/npadvmod/1",
        "He/PRP/nsubj/1 came/VBD/ROOT/1 today/NN/npadvmod/1",
    )
    assert [(phrase.sentence, phrase.span.text) for phrase in find_article_times(article)] == [
        (0, "yesterday"),
        (1, "today"),
    ]


# The trigger stands between stars, the times that must be attached follow, nearest first.
ATTACHED = [
    ("Gunmen *killed* five people in Kabul on Thursday.", ["on Thursday"]),
    ("On Thursday, gunmen *killed* five people.", ["On Thursday"]),
    ("The *attack* on Thursday killed five people.", ["on Thursday"]),
    ("Gunmen launched an *attack* on a base in January.", ["in January"]),
    ("Police *arrested* him on Monday and charged him with murder.", ["on Monday"]),
    ("Police arrested him on Monday and *charged* him with murder.", ["on Monday"]),
    ("The army *attacked* the village on Friday, killing ten people.", ["on Friday"]),
    ("The army attacked the village on Friday, *killing* ten people.", ["on Friday"]),
    ("Rebels tried to *storm* the palace on Sunday.", ["on Sunday"]),
    ("The *coup* that toppled the government in 2015 failed.", ["in 2015"]),
    ("Last year's *coup* failed.", ["Last year"]),
    ("They were *killed* in last year's coup.", ["last year"]),
    ("The president *condemned* last year's coup.", []),
    ("The president, who *fled* in March, was arrested on Friday.", ["in March"]),
    ("The president, who fled in March, was *arrested* on Friday.", ["on Friday"]),
    ("Police said on Monday that gunmen *killed* five people last week.", ["last week"]),
    ("Ministers condemned on Monday the *attack*.", []),
    ("He *resigned* after an attack on Monday.", []),
    ("The minister, aged 45 years, *resigned*.", []),
    ("Protesters *marched* every Friday.", []),
]


@pytest.mark.parametrize(("marked", "expected"), ATTACHED)
def test_times_bear_on_the_event_of_their_clause(marked: str, expected: list[str]) -> None:
    article, one, head = read(marked)
    attached = attach_times(one, head, find_times(one, article.article.text))
    assert [phrase.span.text for phrase in attached] == expected
    distances = [phrase.distance for phrase in attached]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("marked", "word", "together"),
    [
        ("The *attack came while the general was visiting Damascus.", "visiting", True),
        ("Troops *shelled the village, killing nine people.", "killing", True),
        ("The *attack came two years after he had visited Damascus.", "visited", False),
        ("They *condemned a raid on the village.", "raid", False),
    ],
)
def test_events_told_of_one_time(marked: str, word: str, *, together: bool) -> None:
    _, one, head = read(marked)
    other = next(token.i for token in one.tokens if token.text == word)
    assert same_time(one, head, other) is together
    assert same_time(one, other, head) is together


def test_a_time_of_a_hand_built_parse() -> None:
    one = sentence(
        "Troops/NNS/nsubj/1 fired/VBD/ROOT/1 on/IN/prep/1 crowds/NNS/pobj/2 on/IN/prep/1 Monday/NNP/pobj/4 ././punct/1"
    )
    [time] = find_times(one, text_of(one))
    assert (time.head, time.tense) == (5, "past")
    assert [phrase.distance for phrase in attach_times(one, 1, (time,))] == [0]


def test_the_preposition_before_an_owner_is_not_the_time_s() -> None:
    phrase = phrase_of("He hid since Monday's attack.")
    assert phrase.span.text == "Monday"
    assert "lead" not in dict(phrase.parts)


def test_nothing_is_attached_without_a_parse() -> None:
    text = "Troops fired on Monday"
    one = plain_sentence(text)
    assert attach_times(one, 1, find_times(one, text)) == ()


WORDS = [
    "March", "may", "3", "2016", "of", "the", "last", "week", "ago", "two", "-", "–", ",", "'s", "BC", "to", "and",
    "Friday", "a.m.", "10:30", "1990s", "century", "first", "half", "quarter", "between", "New", "Year", "Eve", "'",
    "44", "since",
]  # fmt: skip
PIECES = st.lists(st.one_of(st.text(max_size=8), st.sampled_from(WORDS)), max_size=12)


@given(PIECES, st.integers(0, 50))
def test_any_text_is_read_without_fail_and_spans_lie_in_it(pieces: list[str], offset: int) -> None:
    words = " ".join(pieces)
    if not any(char.isalnum() for char in words):
        return
    text = "x" * offset + words
    one = plain_sentence(words, offset=offset)
    for phrase in flat(find_times(one, text)):
        for span in (phrase.span, phrase.extent):
            assert span is not None
            assert text[span.start : span.end] == span.text
            assert one.start <= span.start < span.end <= len(text)
