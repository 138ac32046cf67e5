import pytest

from dragoman.extract.attribution import find_attribution
from dragoman.records import ParsedArticle, Sentence, build_sentence
from factories import parsed
from model_parses import read

# A source that nobody is named for stands with a tilde before its cue.
CREDITED = [
    ("Police said on Monday that gunmen *attacked* a village in the north.", ["Police"]),
    ("Gunmen *attacked* a village in the north, police said on Monday.", ["police"]),
    ('"We will *strike* their bases if they do not leave," the group said in a statement.', []),
    ('"We will strike their bases if they do not leave," the group *warned* in a statement.', []),
    ('"We will *strike* their bases if they do not leave," the statement warned.', ["the statement"]),
    ('"We will strike their bases if they do not leave," the statement *warned*.', ["the statement"]),
    ("According to local officials, the army *killed* 12 rebels and wounded 30.", ["local officials"]),
    ("Reuters reported that officials said the minister *resigned*.", ["officials", "Reuters"]),
    ("The envoy was quoted as saying that rebels *attacked* the convoy.", ["The envoy"]),
    ("The rebels are believed to have *attacked* the convoy.", ["~believed"]),
    ("The army reportedly *shelled* the city.", ["~reportedly"]),
    ("The *attack*, officials say, killed 12 people.", ["officials"]),
    ('"They *attacked* us," said Ahmed Khan, a spokesman for the army.', ["Ahmed Khan"]),
    ("The ministry quoted Mr Khan as saying that the rebels had *fled*.", ["Mr Khan", "The ministry"]),
    ("In a statement, the group claimed that it *bombed* the hotel.", ["the group"]),
    ("The president accused rebels of *bombing* the hotel.", ["The president"]),
    ("The president *accused* rebels of bombing the hotel.", []),
    ("Officials say the president *accused* rebels of bombing the hotel.", ["Officials"]),
    (
        "The leader was *killed* while trying to escape, according to a statement released by the ministry.",
        ["a statement"],
    ),
    (
        "The army *shelled* the village on Monday, Ahmed Khan, a spokesman for the rebels, told Reuters.",
        ["Ahmed Khan"],
    ),
    (
        '"The army *shelled* the village. It killed twelve people," said Khan. "Nobody came to help us."',
        ["Khan"],
    ),
    ('"The army shelled the village," said Khan. "It also *killed* twelve people."', ["Khan"]),
    ("Officials said Monday that rebels attacked the town and that 12 people were *killed*.", ["Officials"]),
    ("It was reported that rebels *attacked* the town.", ["~reported"]),
    ("The minister's claim that rebels *attacked* the town was false.", ["The minister"]),
    ("The rebels, the ministry added, *attacked* a convoy.", ["the ministry"]),
    ("Witnesses reported an *attack* on the town.", ["Witnesses"]),
    ("The group claimed responsibility for the *attack*.", ["The group"]),
    ("The general was accused by prosecutors of *bombing* the hotel.", ["prosecutors"]),
    (
        "Police said the driver had been *arrested*, state television reported.",
        ["Police", "state television"],
    ),
    ("The president announced that the army had attacked, adding that rebels *fled*.", ["The president"]),
    ('The statement read: "We *condemn* the attack."', ["The statement"]),
    ("Citing officials, Reuters reported that rebels *attacked* the town.", ["Reuters", "officials"]),
    ("In his speech, the king described how soldiers *attacked* the palace.", ["the king"]),
    ("Gunmen *attacked* a village on Monday.", []),
    (
        "Militias *threatened* to attack ports. The statement was released by them, state radio reported.",
        ["The statement", "state radio"],
    ),
    ("The ministry said it would *withdraw* its soldiers.", []),
    ("The ministry said rebels would *withdraw*.", ["The ministry"]),
    ("The chancellor *said* she was tired.", []),
    (
        "Two men were *arrested*, the deputy mayor of the town, Ana Petrova, said.",
        ["the deputy mayor of the town"],
    ),
    ('He said: "Soldiers *burned* the house. They shot my brother."', ["He"]),
    ('He said: "Soldiers burned the house. They *shot* my brother."', ["He"]),
    ("\u201cSoldiers burned the house,\u201d he said. \u201cThey *shot* my brother.\u201d", ["he"]),
]
HEADLINES = [
    ("Police: three *held* over attack", ["Police"]),
    ("Rebels *attack* town, army says", ["army"]),
    ("Turkey 'will *attack*' rebels in Syria, says Erdogan", ["Erdogan"]),
    ("Police *arrest* 12 after riot - minister", ["minister"]),
]


def shown(article: ParsedArticle, one: Sentence, trigger: int) -> list[str]:
    found = find_attribution(article, one.index, trigger)
    for source in found:
        assert article.article.text[source.span.start : source.span.end] == source.span.text
    return [("" if source.phrase else "~") + source.span.text for source in found]


@pytest.mark.parametrize(("marked", "expected"), CREDITED)
def test_sources(marked: str, expected: list[str]) -> None:
    assert shown(*read(marked)) == expected


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_sources_in_headlines(marked: str, expected: list[str]) -> None:
    assert shown(*read(marked, kind="headline")) == expected


SAID = (
    "Police/NNS/nsubj/1 said/VBD/ROOT/1/say rebels/NNS/nsubj/3 attacked/VBD/ccomp/1/attack Lagos/NNP/dobj/3"
)


def test_the_phrase_carries_its_head_and_slot() -> None:
    (source,) = find_attribution(parsed(SAID), 0, 3)
    assert source.phrase is not None
    assert (source.phrase.head, source.phrase.slot, source.phrase.sentence, source.cue) == (
        0,
        "source",
        0,
        "said",
    )


def test_unparsed_sentences_are_passed_over() -> None:
    article = parsed(SAID)
    bare = build_sentence(article.sentences[0].tokens, parsed=False)
    assert find_attribution(ParsedArticle(article=article.article, sentences=(bare,)), 0, 3) == ()


def test_the_source_is_told_without_what_is_said_of_it() -> None:
    article, one, trigger = read("Rebels *shelled* the port, said Ana Cruz, a doctor who works there.")
    assert shown(article, one, trigger) == ["Ana Cruz"]
