import pytest

from dragoman.extract.conditions import find_condition
from dragoman.extract.cue_words import load_cues
from dragoman.records import build_sentence
from factories import sentence
from model_parses import read

FOUND = [
    ("The president *threatened* to attack Iran if it does not withdraw.", "if it does not withdraw", "if"),
    ("The president threatened to *attack* Iran if it does not withdraw.", "if it does not withdraw", "if"),
    ('"We will *strike* their bases if they do not leave," the group said.', "if they do not leave", "if"),
    ('"If they do not leave, we will strike their bases," the group *warned*.', "If they do not leave", "if"),
    ("Should the talks fail, the group will *resume* its attacks.", "Should the talks fail", "if"),
    (
        "Unless the army withdraws, we will *attack*, the commander warned.",
        "Unless the army withdraws",
        "unless",
    ),
    (
        "The army said it would *withdraw* its troops if the rebels agreed to talks.",
        "if the rebels agreed to talks",
        "if",
    ),
    (
        "The two sides *agreed* to a truce in exchange for the release of prisoners.",
        "in exchange for the release of prisoners",
        "in-exchange",
    ),
    (
        "It will *attack* the base unless its demands are met by Friday, or else it will leave.",
        "unless its demands are met by Friday",
        "unless",
    ),
    (
        "The union will *strike* as long as the government refuses to negotiate.",
        "as long as the government refuses to negotiate",
        "if",
    ),
    ("The army would *respond* only if attacked.", "only if attacked", "if"),
    (
        "The army would *respond* in the event of an attack on its bases.",
        "in the event of an attack on its bases",
        "in-case",
    ),
    (
        "The group will *release* the hostages provided that the army withdraws.",
        "provided that the army withdraws",
        "if",
    ),
    ("Iran will not *halt* enrichment until sanctions are lifted.", "until sanctions are lifted", "until"),
    ("The minister asked if rebels had *attacked* the town.", None, None),
    ("He *ruled* the country until he was ousted.", None, None),
    ("The curfew was *extended* until Friday.", None, None),
    ("Rebels *attacked* the town even if they had no weapons.", None, None),
    ("Gunmen *killed* a judge on Monday, and the minister said he would resign if asked.", None, None),
    (
        "The court *ordered* his release on condition that he surrender his passport.",
        "on condition that he surrender his passport",
        "if",
    ),
    ("The union *vowed* to strike until wages are raised.", "until wages are raised", "until"),
    (
        "Militias *threaten* to target ports in case of no deal on the border.",
        "in case of no deal on the border",
        "in-case",
    ),
    (
        "The ministry *warned* that, if the shelling goes on, troops would cross the border.",
        "if the shelling goes on",
        "if",
    ),
    ("Russia will *supply* gas in return for lower tariffs.", "in return for lower tariffs", "in-exchange"),
    ("The general *spoke* on condition of anonymity.", None, None),
    ("The deputy was *released* pending trial.", "pending trial", "until"),
    ("The chief *urged* voters to stay at home if possible.", "if possible", "if"),
    (
        "The rebels *warned* they would attack if the dam is built, the ministry said.",
        "if the dam is built",
        "if",
    ),
    ('"If the dam is built, war will follow," he *said*.', "If the dam is built", "if"),
    (
        "Lawmakers will *approve* the deal only after the minister resigns.",
        "only after the minister resigns",
        "if",
    ),
    (
        "The minister *warned* that troops would not stand aside should the North strike first.",
        "should the North strike first",
        "if",
    ),
    (
        "The leader's *threat* to use force if neighbours meddle in the war drew condemnation.",
        "if neighbours meddle in the war",
        "if",
    ),
    ("The union *criticised* the state by providing no money for schools.", None, None),
    ("The minister *praised* the army for saying that it would leave if asked.", None, None),
    ("The envoy said talks could *resume* if both sides stop shooting.", "if both sides stop shooting", "if"),
    (
        "If both sides stop shooting, talks could *resume*, the envoy said.",
        "If both sides stop shooting",
        "if",
    ),
    ("The rebels *demanded* that the army leave, or else they would attack.", None, None),
    (
        "The minister *offered* a truce in exchange for the hostages.",
        "in exchange for the hostages",
        "in-exchange",
    ),
    (
        "The king would *abdicate* only if parliament asks him to do so.",
        "only if parliament asks him to do so",
        "if",
    ),
    ("Troops will *stay* until the war ends.", "until the war ends", "until"),
    ("Troops will *stay* in the north until 2030.", None, None),
    ("Troops *stayed* until the war ended.", None, None),
    ("The union will *strike* on Friday unless pay is raised.", "unless pay is raised", "unless"),
    ("Unless pay is raised by Friday, the union will *strike*.", "Unless pay is raised by Friday", "unless"),
    (
        "The general *vowed* that his men would never surrender unless the king returned.",
        "unless the king returned",
        "unless",
    ),
    (
        "He *promised* to release the men as soon as the ransom is paid.",
        "as soon as the ransom is paid",
        "if",
    ),
    (
        "The bank *agreed* to lend the money on condition that taxes rise.",
        "on condition that taxes rise",
        "if",
    ),
    ("The deal will *take* effect once parliament has voted.", None, None),
    (
        "The state will *close* the border in the event that the talks collapse.",
        "in the event that the talks collapse",
        "in-case",
    ),
    ("The state would *close* the border were the talks to collapse.", "were the talks to collapse", "if"),
    ("Had the talks failed, the state would have *closed* the border.", "Had the talks failed", "if"),
    (
        "The court *freed* the editor on the condition that he stay in town.",
        "on the condition that he stay in town",
        "if",
    ),
    ("The minister asked whether rebels would *attack*.", None, None),
    ("The minister wondered if rebels would *attack*.", None, None),
    (
        "The sanctions will be *lifted* subject to a vote in parliament.",
        "subject to a vote in parliament",
        "if",
    ),
    ("Iran *threatened* retaliation if its ships are seized.", "if its ships are seized", "if"),
    (
        "The rebels *threaten* to kill the hostages unless 40 prisoners are freed.",
        "unless 40 prisoners are freed",
        "unless",
    ),
    (
        '"We will *respond* in kind should our ships be seized," the admiral said.',
        "should our ships be seized",
        "if",
    ),
    ("The mayor *warned* of strikes if wages are cut.", "if wages are cut", "if"),
    ("The police will *act* when necessary.", None, None),
    ("Without a deal by Friday, the union will *strike*.", None, None),
    (
        "The army will *attack* if the rebels do not leave and if the talks fail.",
        "if the rebels do not leave and if the talks fail",
        "if",
    ),
    ("Rebels *attacked* the town, and the army will respond if they return.", None, None),
]
IF = (
    "They/PRP/nsubj/2 will/MD/aux/2 attack/VB/ROOT/2 if/IN/mark/6 talks/NNS/nsubj/6 ,/,/punct/6 "
    "fail/VBP/advcl/2 ,/,/punct/2 he/PRP/nsubj/9 said/VBD/parataxis/2/say ././punct/2"
)


@pytest.mark.parametrize(("marked", "expected", "polarity"), FOUND)
def test_condition(marked: str, expected: str | None, polarity: str | None) -> None:
    parsed, one, trigger = read(marked)
    found = find_condition(one, trigger)
    if found is None:
        assert expected is None
        return
    assert (found.span.text, found.polarity) == (expected, polarity)
    assert parsed.article.text[found.span.start : found.span.end] == expected


def test_the_condition_ends_before_the_closing_punctuation() -> None:
    found = find_condition(sentence(IF), 2)
    assert found is not None
    assert found.span.text == "if talks , fail"


def test_the_words_are_shown_as_they_stand_when_the_text_is_given() -> None:
    found = find_condition(sentence(IF), 2, text="They will attack if talks\t, fail , he said .")
    assert found is not None
    assert found.span.text == "if talks\t, fail"


def test_words_within_the_condition_do_not_hang_on_it() -> None:
    assert find_condition(sentence(IF), 6) is None


def test_unparsed_sentences_have_none() -> None:
    assert find_condition(build_sentence(sentence(IF).tokens, parsed=False), 2) is None


def test_longer_cues_are_tried_first() -> None:
    lengths = [len(words) for words, _ in load_cues().conditions]
    assert lengths == sorted(lengths, reverse=True)
