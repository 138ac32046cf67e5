import re
import tomllib
from collections import Counter
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.cue_words import load_cues
from dragoman.extract.factuality import is_background, judge_factuality
from dragoman.records import build_sentence
from factories import sentence
from model_parses import read

LANGUAGE = resources.files("dragoman") / "extract" / "languages" / "en"
JUDGED = [
    ("The army failed to stop the *attack*.", "actual"),
    ("Security forces *foiled* an attempt to bomb the embassy.", "actual"),
    ("Security forces foiled an attempt to *bomb* the embassy.", "negated"),
    ("The minister denied that troops had *attacked* the town.", "negated"),
    ("There was no sign of an *attack*.", "negated"),
    ("The president threatened to *attack* Iran if it does not withdraw.", "hypothetical"),
    ("The president *threatened* to attack Iran if it does not withdraw.", "actual"),
    ("Should the talks fail, the group will *resume* its attacks.", "hypothetical"),
    ("The United States is expected to *impose* sanctions on Belarus.", "future"),
    ("Reuters reported that officials said the minister *resigned*.", "actual"),
    ("The rebels are believed to have *attacked* the convoy.", "actual"),
    ("The planned *visit* of the foreign minister to Cairo was cancelled.", "negated"),
    ("The planned *visit* of the foreign minister to Cairo is going ahead.", "future"),
    ("The government refused to *sign* the agreement.", "negated"),
    ("The government *refused* to sign the agreement.", "actual"),
    ("Nobody *attacked* the convoy.", "negated"),
    ("*Attack* the convoy at dawn.", "hypothetical"),
    ("Ambassadors *meet* the king when they take up their post.", "hypothetical"),
    ("Ambassadors *met* the king when they took up their post.", "actual"),
    ("The army has a record of *attacking* villages.", "hypothetical"),
    ("The officers were accused of aiding in the *murder* of a priest.", "actual"),
    ("Crowds gathered to *denounce* the minister.", "actual"),
    ("The rebels attacked without *killing* anyone.", "negated"),
    ("The president is going to *visit* Iran next week.", "future"),
    ("Troops are about to *storm* the camp.", "future"),
    ("The minister is set to *visit* Paris.", "future"),
    ("The minister is to *meet* his counterpart on Friday.", "future"),
    ("The *talks* are scheduled for Monday.", "future"),
    ("*Talks* will be held in Geneva.", "future"),
    ("The government has no plans to *attack*.", "negated"),
    ("Police prevented protesters from *storming* the parliament.", "negated"),
    ("The army said it would *withdraw* its troops.", "future"),
    ("The army said it would *withdraw* its troops if the rebels agreed to talks.", "hypothetical"),
    ("The army is likely to *launch* an offensive.", "hypothetical"),
    ("The two leaders managed to *reach* an agreement.", "actual"),
    ("The *attack*, officials say, killed 12 people.", "actual"),
    ("The president accused rebels of *bombing* the hotel.", "actual"),
    ("Iran will not *halt* enrichment until sanctions are lifted.", "negated"),
    ("Did the army *attack* the village?", "hypothetical"),
    ("Why did the army *attack* the village?", "actual"),
    ("The ambassador was *recalled* in a bid to avoid a war.", "actual"),
    ("Police averted an *attack* on the palace.", "negated"),
    ("The two ministers held *talks* in Oslo.", "actual"),
    ("The two ministers plan to hold *talks* in Oslo.", "future"),
    ("The two ministers may *meet* in Oslo.", "hypothetical"),
    ("The two ministers have not yet *met*.", "negated"),
    ("The alleged *attack* took place on Monday.", "hypothetical"),
    ("Fears of an *attack* grew on Monday.", "hypothetical"),
    ("Ministers discussed a possible military *strike* on the island.", "hypothetical"),
    ("Rebels attempted to *storm* the parliament.", "hypothetical"),
    ("Police began to *arrest* protesters.", "actual"),
    ("The army was forced to *withdraw* from the city.", "actual"),
    ("The union did not rule out a *strike*.", "actual"),
    ("The army ruled out an *attack*.", "negated"),
    ("He urged Israel to *withdraw* from the area.", "hypothetical"),
    ("If rebels *attack* the town, the army will respond.", "hypothetical"),
    ("The general *condemned* the attack.", "actual"),
    ("The general will condemn the *attack*.", "actual"),
    ("The parliament voted to *expel* the ambassador.", "future"),
    ("The troops *attacked* the village, killing 12 people.", "actual"),
    ("The troops will attack the village, *killing* people.", "future"),
    ("The minister travelled to Lima to *meet* his counterpart.", "future"),
    ("The *meeting* is expected to take place in Oslo.", "future"),
    ("A *meeting* between the two leaders was called off.", "negated"),
    ("The ministry denied any *attack* on civilians.", "negated"),
    ("The army did not fail to *stop* the march.", "actual"),
    ("They cannot *leave* the country.", "negated"),
    ("The president vowed to *crush* the rebels.", "future"),
    ("Not only did rebels *attack* the town, they burned it.", "actual"),
    ("The rebels continued *shelling* the town.", "actual"),
    ("The group claimed it had *bombed* the hotel.", "actual"),
    ("The rebels could *attack* at any time.", "hypothetical"),
    ("The threat of *sanctions* worries investors.", "hypothetical"),
    ("The army *attacked* the village because it wanted to punish rebels.", "actual"),
    ("He was convicted of *murdering* a judge.", "actual"),
    ("The court ordered police to *release* the activists.", "hypothetical"),
    ("Police *released* the activists after a court order.", "actual"),
    ("Soldiers who *attacked* the village will be tried.", "actual"),
    ("He *resigned* before the vote.", "actual"),
    ("The group never *attacked* civilians.", "negated"),
    ("No soldiers were *killed*.", "negated"),
    ("The attack *killed* no one.", "negated"),
    ("The militia often *attacks* villages.", "hypothetical"),
    ("The sanctions would *hurt* the economy.", "hypothetical"),
    ("Iran has agreed to *halt* enrichment.", "future"),
    ("The troops were sent to *guard* the border.", "hypothetical"),
    ("The *attack* was foiled by police.", "negated"),
    ("An attempted *coup* shook the capital.", "actual"),
    ("Police thwarted a plot to *kill* the king.", "negated"),
    ("Militants planning to *attack* the embassy were arrested.", "future"),
    ("Militants *planning* to attack the embassy were arrested.", "actual"),
    ("Turkey threatened *sanctions* against the firm.", "hypothetical"),
    ("The deal, if *signed*, would end the war.", "hypothetical"),
    ("If *signed*, the deal would end the war.", "hypothetical"),
    ("The army will not *attack* unless it is provoked.", "negated"),
    ("It is unclear whether rebels *attacked* the village.", "hypothetical"),
    ("Nobody knows who *attacked* the village.", "actual"),
    ("The king is considering *dissolving* parliament.", "hypothetical"),
    ("The minister called for *talks* with the rebels.", "hypothetical"),
    ("The president proposed *talks* with the rebels.", "hypothetical"),
    ("The mayor was accused of *bribing* officials.", "actual"),
    ("The two countries agreed to *exchange* prisoners.", "future"),
    ("The two countries *agreed* to exchange prisoners.", "actual"),
    ("Parliament failed to *approve* the treaty.", "negated"),
    ("Rebels nearly *captured* the town.", "negated"),
    ("The army was unable to *retake* the town.", "negated"),
    ("Troops have yet to *withdraw*.", "negated"),
    ("The army stopped short of *invading* the island.", "negated"),
    ("The government has so far resisted *imposing* a curfew.", "negated"),
    ("The minister avoided *condemning* the coup.", "negated"),
    ("The group pledged not to *attack* civilians.", "negated"),
    ("The envoy expressed hope that the sides would *sign* a truce.", "hypothetical"),
    ("The general warned that rebels could *attack* again.", "hypothetical"),
    ("The general warned that rebels would *attack* again.", "future"),
    ("The president wants parliament to *ratify* the treaty.", "hypothetical"),
    ("The president forced parliament to *ratify* the treaty.", "actual"),
    ("The court allowed police to *search* the office.", "hypothetical"),
    ("Police used tear gas to *disperse* protesters.", "actual"),
    ("Ministers will *meet* in Rome on Friday.", "future"),
    ("Ministers *meet* in Rome on Friday.", "actual"),
    ("The president said he had *ordered* an attack.", "actual"),
    ("The president said he had ordered an *attack*.", "hypothetical"),
    ("The drill simulated an *attack* on a port.", "hypothetical"),
    ("Rumours of a *coup* spread through the city.", "hypothetical"),
    ("The union called off its planned *strike*.", "negated"),
    ("The union postponed the *strike*.", "future"),
    ("The talks on Monday *failed*.", "actual"),
    ("No one was *arrested*.", "negated"),
    ("Neither side *attacked*.", "negated"),
    ("Few soldiers *survived*.", "actual"),
    ("He ordered his troops not to *shoot*.", "hypothetical"),
    ("She was about to be *arrested*.", "future"),
    ("Police did not *arrest* anyone.", "negated"),
    ("The siege could have *ended* in May.", "hypothetical"),
    ("The army plans an *offensive* in the north.", "future"),
    ("The army is preparing for an *offensive* in the north.", "future"),
    ("The visit was *cancelled* on Monday.", "actual"),
    ("The *visit* was cancelled on Monday.", "negated"),
    ("The regime is ready to *negotiate*.", "future"),
    ("Those who *attack* the state will be punished.", "actual"),
    ("The minister rejected *claims* of fraud.", "actual"),
    ("A possible *invasion* worries the region.", "hypothetical"),
    ("Police fear *clashes* on Sunday.", "hypothetical"),
    ("The would-be *attack* was stopped at the border.", "hypothetical"),
    ("The army denied *shelling* the hospital.", "negated"),
    ("The army denied having *shelled* the hospital.", "negated"),
    ("The UN demanded an end to the *siege*.", "actual"),
    ("The UN demanded the *release* of the hostages.", "hypothetical"),
    ("The pair were charged with plotting to *kill* the king.", "future"),
    ("Egypt refused *entry* to the envoy.", "negated"),
    ("Rebels rejected a *ceasefire*.", "negated"),
    ("The general rejected the *accusation*.", "actual"),
    ("The mayor weighed in on the *agreement*.", "actual"),
    ("The protest led to *clashes* with police.", "actual"),
    ("The protest may lead to *clashes* with police.", "hypothetical"),
    ("The minister warned of an *attack*.", "hypothetical"),
    ("The state was threatened with *sanctions*.", "hypothetical"),
    ("Ministers hoped for a *ceasefire*.", "hypothetical"),
    ("The envoy phoned the king to *ask* for help.", "actual"),
    ("The firm hired guards in order to *protect* its port.", "hypothetical"),
    ("The army has to *leave* the island.", "hypothetical"),
    ("The army had to *leave* the island.", "actual"),
    ("The men were sent with a mission to *destroy* the bridge.", "hypothetical"),
    ("The troops are focused on *defeating* the rebels.", "hypothetical"),
    ("Behind his rhetoric of *destroying* the rebels lies weakness.", "hypothetical"),
    ("Iran and Iraq held talks on the *release* of prisoners.", "hypothetical"),
    ("They failed to reach an agreement on the *withdrawal* of troops.", "hypothetical"),
    ("The court said the ban would stay until the rebels *left the town.", "hypothetical"),
    ("The army will stay until the rebels *leave the town.", "future"),
    ("The army stayed until the rebels *left the town.", "actual"),
    ("The army would not return after the rebels *left the town.", "actual"),
    ("Generals *blame the weather.", "hypothetical"),
    ("Generals blame the press and the press *blames generals.", "hypothetical"),
    ("Generals in Lima *blame the weather.", "actual"),
    ("The generals *blame the weather.", "actual"),
    ("Generals *blamed the weather.", "actual"),
]
HEADLINES = [
    ("Turkey to *deploy* troops in Libya", "future"),
    ("Minister to *visit* Oslo next week", "future"),
    ("Police *foil* bomb plot", "actual"),
]


@pytest.mark.parametrize(("marked", "expected"), JUDGED)
def test_judgement(marked: str, expected: str) -> None:
    _, one, trigger = read(marked)
    assert judge_factuality(one, trigger)[0] == expected


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_judgement_in_headlines(marked: str, expected: str) -> None:
    _, one, trigger = read(marked, kind="headline")
    assert judge_factuality(one, trigger)[0] == expected


def test_curly_apostrophes_deny_as_straight_ones_do() -> None:
    _, one, trigger = read("The army didn\u2019t *attack* the village.")
    assert judge_factuality(one, trigger)[0] == "negated"


def test_the_reason_names_the_word_that_decided() -> None:
    one = sentence("Police/NNS/nsubj/1 foiled/VBD/ROOT/1/foil an/DT/det/3 attack/NN/dobj/1 ././punct/1")
    value, reason = judge_factuality(one, 3)
    assert value == "negated"
    assert reason is not None
    assert reason.evidence is not None
    assert (reason.rule, reason.evidence.text, reason.evidence.start) == ("prevented", "foiled", 7)


def test_plain_facts_have_no_reason() -> None:
    one = sentence("Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1/attack Lagos/NNP/dobj/1")
    assert judge_factuality(one, 1) == ("actual", None)


def test_two_denials_take_each_other_away() -> None:
    one = sentence(
        "He/PRP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 deny/VB/ROOT/3 that/IN/mark/6 rebels/NNS/nsubj/6 "
        "attacked/VBD/ccomp/3/attack"
    )
    assert judge_factuality(one, 6)[0] == "actual"


def test_a_modal_stands_over_its_negation_only_when_it_leaves_things_open() -> None:
    pattern = "They/PRP/nsubj/3 {}/MD/aux/3 not/RB/neg/3 attack/VB/ROOT/3 Lagos/NNP/dobj/3"
    values = {modal: judge_factuality(sentence(pattern.format(modal)), 3)[0] for modal in ("will", "may", "can")}
    assert values == {"will": "negated", "may": "hypothetical", "can": "negated"}


def test_a_second_verb_with_its_own_tense_does_not_share_the_modal() -> None:
    one = sentence(
        "They/PRP/nsubj/2 may/MD/aux/2 attack/VB/ROOT/2 and/CC/cc/2 occupy/VB/conj/2 Lagos/NNP/dobj/4 "
        "and/CC/cc/2 killed/VBD/conj/2/kill ten/CD/dobj/7"
    )
    assert judge_factuality(one, 4)[0] == "hypothetical"
    assert judge_factuality(one, 7)[0] == "actual"


def test_unparsed_sentences_are_left_alone() -> None:
    one = sentence("Rebels/NNS/nsubj/3 may/MD/aux/3 not/RB/neg/3 attack/VB/ROOT/3")
    bare = build_sentence(one.tokens, parsed=False)
    assert judge_factuality(bare, 3) == ("actual", None)
    assert is_background(bare, 3) == (False, None)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He had *attacked* the government in his first year.", True),
        ("He *attacked* the government on Monday.", False),
        ("The minister, who had *resigned* hours earlier, left.", False),
        ("Officials said rebels had *attacked* the town.", False),
        ("The group previously *bombed* the hotel.", True),
        ("The group *bombed* the hotel years ago.", True),
        ("Earlier *protests* were banned.", True),
        ("The unions had long *called* for his resignation.", True),
        ("The rebels last *attacked* the port in spring.", True),
        ("He had been *jailed* since he returned in May.", False),
        ("The army *attacked* six villages in the past two weeks.", False),
        ("Two days earlier police *arrested* him.", False),
        ("The party has long *accused* the court of bias.", True),
    ],
)
def test_background(marked: str, *, expected: bool) -> None:
    _, one, trigger = read(marked)
    assert is_background(one, trigger)[0] is expected


@given(st.lists(st.sampled_from(sorted(load_cues().words("certainty.modals.hypothetical"))), min_size=1, max_size=1))
def test_every_open_modal_is_hypothetical(modals: list[str]) -> None:
    one = sentence(f"They/PRP/nsubj/2 {modals[0]}/MD/aux/2 attack/VB/ROOT/2 Lagos/NNP/dobj/2")
    assert judge_factuality(one, 2)[0] == "hypothetical"


def test_no_word_does_two_things_to_one_kind_of_complement() -> None:
    data = tomllib.loads((LANGUAGE / "certainty.toml").read_text(encoding="utf-8"))
    uses = Counter(
        (word, kind, complement)
        for family in data["family"]
        for kind in ("verbs", "nouns", "adjectives")
        for word in family.get(kind, ())
        for complement in family["of"]
    )
    assert [use for use, times in uses.items() if times > 1] == []


@pytest.mark.parametrize("name", ["certainty", "conditions", "numbers", "reporting_verbs"])
def test_word_lists_are_sorted(name: str) -> None:
    text = (LANGUAGE / f"{name}.toml").read_text(encoding="utf-8")
    for words in re.findall(r"^\w+ = \[([^\[\]]*)\]", text, flags=re.MULTILINE):
        listed = re.findall(r'"([^"]*)"', words)
        assert listed == sorted(set(listed))
