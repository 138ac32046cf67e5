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
    ("Citing officials, Reuters reported that rebels *attacked* the town.", ["officials", "Reuters"]),
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
    (
        "The prime minister, Lena Holm, said on Friday that her party had *rejected* the deal.",
        ["The prime minister"],
    ),
    ("A spokeswoman for the interior ministry said police *detained* 40 people.", ["A spokeswoman"]),
    ("The general told reporters that the army had *seized* the port.", ["The general"]),
    ("The army has *seized* the port, the general told reporters on Friday.", ["the general"]),
    ("As the ministry reported earlier, rebels *attacked* the base.", ["the ministry"]),
    ("Rebels *attacked* the base, as the ministry reported earlier.", ["the ministry"]),
    (
        "Rebels *attacked* the base, state television reported, citing the ministry.",
        ["the ministry", "state television"],
    ),
    ("The army, according to witnesses, *opened* fire on the crowd.", ["witnesses"]),
    ("The army allegedly *tortured* prisoners.", ["~allegedly"]),
    ("The army has been accused of *torturing* prisoners.", ["~accused"]),
    ("The alleged *massacre* took place in May.", ["~alleged"]),
    ("Activists say that soldiers *burned* the village and killed ten people.", ["Activists"]),
    ("Activists say that soldiers burned the village and *killed* ten people.", ["Activists"]),
    (
        "The paper said on Monday, citing two officials, that troops had *crossed* the border.",
        ["two officials", "The paper"],
    ),
    ("The ministry denied that troops had *crossed* the border.", ["The ministry"]),
    ("The UN said in a report that militias *killed* 40 villagers.", ["The UN"]),
    ("A UN report said militias *killed* 40 villagers.", ["A UN report"]),
    ("A report published on Monday found that militias *killed* 40 villagers.", ["A report"]),
    ("The letter, signed by 40 writers, *accused* the king of corruption.", ["The letter"]),
    ("Officials confirmed the *arrest* of two suspects.", ["Officials"]),
    ("The group announced that it had *shot* down a drone.", ["The group"]),
    ("\u201cOur fighters *shot* down a drone,\u201d the group's spokesman said.", ["the group's spokesman"]),
    ("Ana Cruz, who leads the union, said police *beat* the strikers.", ["Ana Cruz"]),
    ("The minister believes rebels *planted* the bomb.", ["The minister"]),
    ("Police suspect him of *planting* the bomb.", ["Police"]),
    ("It is not known who *planted* the bomb.", []),
    ("The king was said to have *abdicated*.", ["~said"]),
    ("After troops *crossed* the border, the ministry said it was worried.", []),
    ("The minister, speaking in Oslo, *condemned* the attack.", []),
    ("The minister said in Oslo that he *condemned* the attack.", []),
    ("The minister said that the king *condemned* the attack.", ["The minister"]),
    ("The prosecutor says the men *smuggled* arms, a charge they deny.", ["The prosecutor"]),
    ("Two men *smuggled* arms, prosecutors allege.", ["prosecutors"]),
    ("Two men *smuggled* arms, it is alleged.", ["~alleged"]),
    ("The ministry did not say who *bombed* the bridge.", []),
    ("Rebels *bombed* the bridge, the governor said in a statement on Sunday.", ["the governor"]),
    ("Rebels bombed the bridge. The governor said ten people were *killed*.", ["The governor"]),
    ("Rebels *bombed* the bridge. The governor said ten people were killed.", []),
    (
        "The bridge was *bombed* by rebels, said the governor of the province.",
        ["the governor of the province"],
    ),
    ('"It is a disgrace. They *bombed* a school," Maria Lund, a teacher, told the radio.', ["Maria Lund"]),
    ('Maria Lund called it a disgrace. "They *bombed* a school," she said.', ["she"]),
    ("The governor, who said he was tired, *resigned*.", []),
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


SAID = "Police/NNS/nsubj/1 said/VBD/ROOT/1/say rebels/NNS/nsubj/3 attacked/VBD/ccomp/1/attack Lagos/NNP/dobj/3"


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


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # an unclosed quotation runs on in the next paragraph
        (
            "\u201cSoldiers came,\u201d said Ana Cruz. \u201cWe hid.\n\n\u201cThey *burned* it.\u201d",
            ["Ana Cruz"],
        ),
        # a paragraph that is one quotation goes on with the speaker of the one before
        (
            "Soldiers came, said Ana. \u201cWe hid,\u201d she said.\n\n\u201cThey *burned* it.\u201d",
            ["she"],
        ),
        # a colon leads over
        ("The governor told the court:\n\n\u201cThey *burned* the market.\u201d", ["The governor"]),
        # another paragraph without a quotation does not
        ("The governor spoke to the court.\n\nThey *burned* the market.", []),
    ],
)
def test_quotations_over_paragraphs(marked: str, expected: list[str]) -> None:
    assert shown(*read(marked)) == expected


def test_the_source_is_told_without_what_is_said_of_it() -> None:
    article, one, trigger = read("Rebels *shelled* the port, said Ana Cruz, a doctor who works there.")
    assert shown(article, one, trigger) == ["Ana Cruz"]
