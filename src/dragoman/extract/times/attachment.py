"""Which event a time bears on: the way from the time up to the trigger, clause by clause."""

from dragoman.extract.cue_words import lemmas_of, load_cues
from dragoman.extract.syntax import RELATIVE, SUBJECTS, is_passive
from dragoman.extract.tense import clause_tense, clause_verb, is_verbal
from dragoman.extract.times.ties import is_companion, is_comparison, named_event, since_clause
from dragoman.extract.times.words import load_words
from dragoman.records import Sentence, TimePhrase, Token

UNDATED = frozenset({"age", "reference", "set"})
"""Kinds of phrases that never say when something happened."""
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod", "poss"})
BLOCKING = frozenset(
    {"about", "after", "before", "despite", "following", "for", "over", "regarding", "since", "until", "without"}
)
"""Prepositions that lead to another event with a time of its own: "fled after an attack on Thursday"."""
SETTING = frozenset({"at", "during", "in", "on"})
"""Prepositions before the event as part of which something happened: "killed in Thursday's attack"."""
APART = frozenset({"after", "although", "before", "if", "once", "since", "though", "unless", "until"})
"""Conjunctions before a clause that has a time of its own."""
DURING = frozenset({"as", "when", "while"})
"""Conjunctions before a clause that tells of the same time."""
NEARLY = frozenset({"hours", "immediately", "just", "minutes", "moments", "shortly", "soon"})
"""Words before "after" or "before" that leave hardly a day between two clauses."""
SPOKEN_OF = frozenset({"dobj", "nsubjpass"})
GOING_ON = frozenset({"when", "where", "who"})
"""Relative words that can open a clause which goes on with the story."""
SHARED, CLAUSE = 4, 12
"""Least distances of times in a clause told of the same time, and of times of the verb above an event noun."""


def time_distance(sentence: Sentence, head: int, phrase: TimePhrase) -> int | None:
    """Tell how far by syntax a time is from a trigger.

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        phrase: one of its times.

    Returns:
        0 for a dependent of the trigger, more for what stands farther; None if it bears on another event.
    """
    if phrase.head < 0 or not _may_date(phrase) or is_comparison(sentence, phrase):
        return None
    own = _distance(sentence, head, phrase)
    told = named_event(sentence, head) if own is None else head
    named = None if told == head else _distance(sentence, told, phrase)
    return own if named is None else CLAUSE + named


def _distance(sentence: Sentence, head: int, phrase: TimePhrase) -> int | None:
    site = _site(sentence, phrase.head)
    if site == head:
        return 0
    if _follows(sentence, head, phrase) or _is_described(sentence, head, phrase.head):
        return 1
    if _is_premodifier(sentence, phrase.head, site):
        return _from_noun(sentence, head, site)
    bearers = _bearers(sentence, site)
    if head in bearers:
        return bearers.index(head)
    return _from_clause(sentence, head, bearers[-1])


def _may_date(phrase: TimePhrase) -> bool:
    """Tell whether a phrase can say when something happened; mere lengths of time and datelines cannot."""
    parts = dict(phrase.parts)
    if phrase.kind in UNDATED or parts.get("lead") == "dateline":
        return False
    return phrase.kind != "duration" or "ref" in parts or parts.get("lead") == "in"


def bears_on(sentence: Sentence, head: int, i: int) -> bool:
    """Tell whether a noun stands where a time of the trigger would: "were killed in the violence".

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        i: number of the noun.
    """
    site = _site(sentence, i)
    if site == head:
        return True
    bearers = _bearers(sentence, site)
    return head in bearers or _from_clause(sentence, head, bearers[-1]) is not None


def opens_state(sentence: Sentence, head: int, phrase: TimePhrase) -> bool:
    """Tell whether a time is that of the clause since which a trigger goes on: "held since troops came on Friday".

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        phrase: one of its times.
    """
    if phrase.head < 0 or not _may_date(phrase):
        return False
    return since_clause(sentence, head, _bearers(sentence, _site(sentence, phrase.head))[-1])


def is_premodifier(sentence: Sentence, i: int) -> bool:
    """Tell whether a time stands before the noun that it belongs to: "the June attack", "Friday's attack"."""
    return _is_premodifier(sentence, i, _site(sentence, i))


def _follows(sentence: Sentence, head: int, phrase: TimePhrase) -> bool:
    """Tell whether a time stands right behind an event noun ("unrest this month"), where parsers hang it higher."""
    token = sentence.tokens[head]
    if token.pos != "NOUN" or head + 1 >= len(sentence.tokens):
        return False
    return sentence.tokens[head + 1].start == phrase.span.start


def _is_described(sentence: Sentence, head: int, time: int) -> bool:
    """Tell whether a trigger stands in the clause that describes a time: "in 2022, when the trials went on"."""
    verb = sentence.tokens[clause_verb(sentence, head)]
    if verb.dep not in {"advcl", "relcl"} or verb.head != time:
        return False
    return any(child.text.lower() in DURING for child in sentence.children(verb.i, "advmod", "mark"))


def hangs_on(sentence: Sentence, i: int) -> str | None:
    """Tell what a time hangs on: a `noun` as in "the June attack", the sentence's `root` verb, or None of these.

    Args:
        sentence: a parsed sentence.
        i: number of the time's head token.
    """
    site = sentence.tokens[_bearers(sentence, _site(sentence, i))[-1]]
    if site.dep == "ROOT" and is_verbal(site) and not _is_premodifier(sentence, i, _site(sentence, i)):
        return "root"
    first = _site(sentence, i)
    return "noun" if first != i and not is_verbal(sentence.tokens[first]) else None


def _site(sentence: Sentence, i: int) -> int:
    """Give the word that a time hangs on, over prepositions."""
    token = sentence.tokens[i]
    for _ in sentence.tokens:
        if token.head == token.i:
            return token.i
        token = sentence.tokens[token.head]
        if token.pos not in {"ADP", "SCONJ"} and not (token.pos == "ADV" and token.dep == "advmod"):
            return token.i
    return token.i


def _is_premodifier(sentence: Sentence, i: int, site: int) -> bool:
    token = sentence.tokens[i]
    return i < site and token.head == site and token.dep in PREMODIFIERS and not is_verbal(sentence.tokens[site])


def _bearers(sentence: Sentence, site: int) -> list[int]:
    """Give what a time may say the day of: the noun that it hangs on, the nouns above, and their verb."""
    found = [site]
    token = sentence.tokens[site]
    for _ in sentence.tokens:
        if token.head == token.i or (is_verbal(token) and token.dep not in SUBJECTS):
            break
        if _blocks(token):
            break
        below, token = token.i, sentence.tokens[token.head]
        if is_verbal(token) and below == site and _is_about(sentence, token.i, below):
            break
        if token.pos != "ADP":
            found.append(token.i)
    return found


def _blocks(token: Token) -> bool:
    """Tell whether a word leads to another event with a time of its own, whatever the parser takes it for."""
    return token.text.lower() in BLOCKING and (token.dep == "prep" or token.pos == "ADP")


def _from_noun(sentence: Sentence, head: int, noun: int) -> int | None:
    """A time before a noun ("last year's coup") is the noun's, and of what happened in the course of it."""
    trigger = sentence.tokens[head]
    if trigger.dep == "relcl" and trigger.head == noun and _relative_subject(sentence, head):
        return SHARED
    above = sentence.tokens[sentence.tokens[noun].head]
    if above.pos != "ADP" or above.text.lower() not in SETTING:
        return None
    governor = sentence.tokens[above.head]
    if governor.i == head:
        return SHARED
    beside = _from_clause(sentence, head, governor.i)
    return None if beside is None else SHARED + beside


def _from_clause(sentence: Sentence, head: int, verb: int) -> int | None:
    """Tell whether a time of a clause holds for a trigger that is not its verb."""
    clause = sentence.tokens[verb]
    if not is_verbal(clause):
        return None
    steps = _together(sentence, verb)
    if is_verbal(sentence.tokens[head]):
        if head in steps:
            return SHARED + steps[head]
        beside = is_companion(sentence, head, verb) and _is_argument(sentence, clause.head, head)
        return CLAUSE if beside else None
    if clause.dep in {"acl", "relcl"} and clause.head in _with_wholes(sentence, head):
        return SHARED if _tells_of(sentence, verb) else None
    above = clause_verb(sentence, head)
    if above not in steps or _is_about(sentence, above, head) or not _is_argument(sentence, head, above):
        return None
    return CLAUSE + steps[above]


def _with_wholes(sentence: Sentence, noun: int) -> list[int]:
    """Give a noun and those that it is the "of" of: the dozens in "dozens of attacks"."""
    found = [noun]
    token = sentence.tokens[noun]
    while token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "of":
        token = sentence.tokens[sentence.tokens[token.head].head]
        found.append(token.i)
    return found


def _tells_of(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause beside a noun says what the event did or how it came about, not what was said of it."""
    token = sentence.tokens[verb]
    told = token.dep == "relcl" and _relative_subject(sentence, verb)
    return (told or is_passive(sentence, verb)) and not _is_about(sentence, verb)


def _together(sentence: Sentence, verb: int) -> dict[int, int]:
    """Give the verbs whose clauses are told of the same time as a verb's, with their steps from it."""
    above = {token.i: _joined(sentence, token.i) for token in sentence.tokens if is_verbal(token)}
    steps = {verb: 0}
    waiting = [verb]
    while waiting:
        i = waiting.pop(0)
        beside = [j for j, joined in above.items() if joined == i]
        higher = above.get(i)
        if higher is not None:
            beside.append(higher)
        for j in beside:
            if j not in steps:
                steps[j] = steps[i] + 1
                waiting.append(j)
    return steps


def _joined(sentence: Sentence, verb: int) -> int | None:
    """Give the verb above whose time a verb's clause is told of, None if it has its own."""
    token = sentence.tokens[verb]
    if token.head == verb:
        return None
    if token.dep == "relcl":
        return clause_verb(sentence, token.head) if _goes_on(sentence, verb) else None
    if token.dep == "acl" and token.tag == "VBG" and verb and sentence.tokens[verb - 1].text == ",":
        return clause_verb(sentence, token.head)  # ", killing five", which parsers hang on the noun before
    governor = sentence.tokens[token.head]
    if not is_verbal(governor):
        return None
    match token.dep:
        case "conj":
            shares = not _has_subject(sentence, verb)
        case "xcomp":
            shares = _keeps_time(sentence, governor.i)
        case "advcl":
            shares = _is_simultaneous(sentence, verb)
        case "ccomp":
            shares = clause_tense(sentence, verb) == "present"  # "said on Monday that troops are attacking"
        case _:
            shares = False
    return governor.i if shares else None


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Tell whether a relative clause goes on with the story: "before a judge, who jailed him"."""
    words = {child.text.lower(): child for child in sentence.children(verb) if child.text.lower() in GOING_ON}
    if not words:
        return False
    first = min(child.i for child in words.values())
    antecedent = sentence.tokens[sentence.tokens[verb].head]
    apart = first > 0 and sentence.tokens[first - 1].text == ","
    finite = clause_tense(sentence, verb) == "past"
    return apart and finite and antecedent.dep not in {*SUBJECTS, "nsubjpass"}


def _is_simultaneous(sentence: Sentence, verb: int) -> bool:
    """Tell whether an adverbial clause tells of the time of the clause above, as purposes and circumstances do."""
    marks = {child.text.lower() for child in sentence.children(verb, "mark", "advmod")}
    if marks & APART and not (marks & {"after", "before"} and _is_nearly(sentence, verb)):
        return False
    infinitive = any(child.tag == "TO" for child in sentence.children(verb, "aux"))
    return sentence.tokens[verb].tag == "VBG" or infinitive or bool(marks & (DURING | APART))


def _is_nearly(sentence: Sentence, verb: int) -> bool:
    """Tell whether hardly any time lies between a clause and the one above: "shortly after a strike killed him"."""
    words = (child for child in sentence.children(verb, "advmod", "npadvmod"))
    return any(child.text.lower() in NEARLY for child in words)


def same_time(sentence: Sentence, first: int, second: int) -> bool:
    """Tell whether two events of a sentence are told of one time: "the attack came while he was visiting".

    Args:
        sentence: a parsed sentence.
        first: number of one trigger's head token.
        second: number of the other's.
    """
    above, beside = clause_verb(sentence, first), clause_verb(sentence, second)
    if not (is_verbal(sentence.tokens[above]) and is_verbal(sentence.tokens[beside])):
        return False
    if beside not in _together(sentence, above):
        return False
    return all(
        i == verb or (_is_argument(sentence, i, verb) and not _is_about(sentence, verb, i))
        for i, verb in ((first, above), (second, beside))
    )


def _keeps_time(sentence: Sentence, verb: int) -> bool:
    """Tell whether what a verb governs happens when the verb does: "continued to", unlike "promised to"."""
    cues = load_cues()
    for lemma in lemmas_of(sentence, verb):
        family = cues.governors.get((lemma, "verbs", "clause"))
        if family is not None:
            return family.effect == "keep"
        if lemma in cues.reporting:
            return False
    return True


def _is_argument(sentence: Sentence, noun: int, verb: int) -> bool:
    """Tell whether a noun hangs on a verb by nothing but prepositions that keep it at the verb's time."""
    token = sentence.tokens[noun]
    while token.i != verb:
        if _blocks(token):
            return False
        if token.head == token.i:
            return False
        token = sentence.tokens[token.head]
    return True


def _relative_subject(sentence: Sentence, verb: int) -> bool:
    return any(child.text.lower() in RELATIVE for child in sentence.children(verb, *SUBJECTS, "nsubjpass"))


def _has_subject(sentence: Sentence, verb: int) -> bool:
    return any(True for _ in sentence.children(verb, *SUBJECTS, "nsubjpass"))


def _is_about(sentence: Sentence, verb: int, noun: int | None = None) -> bool:
    """Tell whether a verb speaks of an event rather than being a part of it: condemn, plan, deny.

    Args:
        sentence: a parsed sentence.
        verb: number of the verb.
        noun: number of the event noun below it; None for a verb that describes the noun above it.
    """
    cues = load_cues()
    told = any(True for _ in sentence.children(verb, "ccomp"))  # "told a meeting that ...": the noun listens
    spoken_of = noun is None or (sentence.tokens[noun].dep in SPOKEN_OF and not told)
    for lemma in lemmas_of(sentence, verb):
        family = cues.governors.get((lemma, "verbs", "object"))
        if family is not None:
            return family.effect != "keep"
        if spoken_of and (lemma in cues.reporting or ("about", lemma) in load_words().values):
            return True
    return False
