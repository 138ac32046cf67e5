"""On whose word an event is told: by reporting verbs, "according to", charges, headlines, quotations."""

from dragoman.extract.cue_words import lemma_of, load_cues
from dragoman.extract.factuality import judge_factuality
from dragoman.extract.quotations import neighbour_reports
from dragoman.extract.source_words import (
    cited_sources,
    is_document,
    is_report,
    make_source,
    nobody,
    phrase_sources,
    report_sources,
)
from dragoman.extract.syntax import is_passive, spread, subjects
from dragoman.extract.tense import clause_tense, clause_verb, is_verbal
from dragoman.records import ParsedArticle, Phrase, Sentence, SourcePhrase, TextSpan, Token

FIRST_PERSON = frozenset({"i", "we"})
THIRD_PERSON = frozenset({"he", "she", "it", "they"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
MAX_SPEAKER = 6  # words before a headline's colon that can still be the name of a speaker


def find_attribution(parsed: ParsedArticle, sentence_index: int, trigger: int) -> tuple[SourcePhrase, ...]:
    """Tell who says that the event of a trigger happened, nearest source first.

    A speech act in its actor's own words has no source: neither does "warned" have the one who
    warns, nor "will attack" in "we will attack, the group said"; a document is a source always.

    Args:
        parsed: the article; unparsed sentences are passed over.
        sentence_index: number of the trigger's sentence.
        trigger: number of the trigger's head token in it.

    Returns:
        The chain of sources without doubles; empty when the publisher itself says so.
    """
    sentence = parsed.sentences[sentence_index]
    if not sentence.parsed:
        return ()
    text = parsed.article.text
    own = _in_own_words(sentence, trigger)
    found = _chain(sentence, trigger, text=text, own=own)
    if not found:
        for other, verb in neighbour_reports(parsed, sentence_index, trigger):
            found.extend(report_sources(other, verb, text=text, own=own))
            found.extend(_chain(other, verb, text=text, own=False))
            if found:
                break
    unique: dict[tuple[int, int], SourcePhrase] = {}
    for source in found:
        unique.setdefault((source.span.start, source.span.end), source)
    return tuple(unique.values())


def _chain(sentence: Sentence, trigger: int, *, text: str, own: bool) -> list[SourcePhrase]:
    """Climb from the trigger to the root and collect the sources on the way.

    What a clause only mentions to tell who somebody is ("the men arrested in May") is not on the
    word of the one who is quoted around it.
    """
    found: list[SourcePhrase] = []
    if _is_document_verb(sentence, trigger):
        found.extend(report_sources(sentence, trigger, text=text))
    at = sentence.tokens[trigger]
    for _ in sentence.tokens:
        found.extend(_beside(sentence, at.i, trigger=trigger, text=text, own=own))
        if at.head == at.i:
            break
        if at.dep == "relcl" or (at.dep in {"acl", "amod"} and at.tag == "VBN"):
            break
        found.extend(_above(sentence, at, text=text, own=own))
        at = sentence.tokens[at.head]
    found.extend(_loose_phrases(sentence, trigger, text=text))
    if sentence.kind == "headline" and not found:
        found.extend(_headline(sentence, trigger, text=text))
    return found


def _is_document_verb(sentence: Sentence, i: int) -> bool:
    """Tell whether token `i` is an active verb of which a document is the subject ("the letter accused")."""
    if not is_verbal(sentence.tokens[i]) or is_passive(sentence, i):
        return False
    return any(is_document(sentence, j) for j in subjects(sentence, i))


def _in_own_words(sentence: Sentence, trigger: int) -> bool:
    """Tell whether the trigger's subject is the speaker, telling of what it does by saying so or will do."""
    verb = clause_verb(sentence, trigger)
    words = {sentence.tokens[j].text.lower() for j in subjects(sentence, verb)}
    cues = load_cues()
    speech = cues.reporting.keys() | cues.words("reporting.performed.verbs")
    performs = verb == trigger and lemma_of(sentence, trigger) in speech
    if words & FIRST_PERSON:
        return clause_tense(sentence, verb) != "past" or performs
    if words and words <= THIRD_PERSON:
        past = clause_tense(sentence, verb) == "past"
        return performs or not past or judge_factuality(sentence, trigger)[0] != "actual"
    return False


def _above(sentence: Sentence, token: Token, *, text: str, own: bool) -> list[SourcePhrase]:
    """Give the sources that the word above credits this content to."""
    head = sentence.tokens[token.head]
    if token.dep in {"ccomp", "acl"} and not is_verbal(head):
        return _by_noun(sentence, token, head, text=text)
    content = token.dep == "ccomp" or (token.dep == "dep" and token.i < head.i)
    if content and is_report(sentence, head.i) and not _is_quoted_verb(sentence, head):
        return cited_sources(sentence, head.i, text=text) + report_sources(sentence, head.i, text=text, own=own)
    if token.dep in {"xcomp", "oprd", "ccomp"}:
        return _by_passive(sentence, token, head, text=text)
    if token.dep in {"pcomp", "pobj"}:
        return _through_preposition(sentence, token, head, text=text)
    if token.dep == "dobj" and lemma_of(sentence, head.i) in load_cues().words("reporting.told_objects.verbs"):
        return report_sources(sentence, head.i, text=text, own=own)
    return []


def _is_quoted_verb(sentence: Sentence, verb: Token) -> bool:
    """Tell whether this is the "saying" of "quoted X as saying", whose subject is the one quoted."""
    preposition = sentence.tokens[verb.head]
    quoting = load_cues().words("reporting.quoted.verbs")
    return verb.dep == "pcomp" and any(lemma_of(sentence, up.i) in quoting for up in sentence.ancestors(preposition.i))


def _charger(sentence: Sentence, preposition: Token) -> int | None:
    """Give the verb of a charge above "of bombing", which the parser may hang on a noun between."""
    charges = load_cues().words("reporting.charges.verbs")
    for above in sentence.ancestors(preposition.i):
        if is_verbal(above):
            return above.i if lemma_of(sentence, above.i) in charges else None
        if above.dep not in {"dobj", "pobj", "agent", "prep", "nsubjpass"}:
            return None
    return None


def _by_noun(sentence: Sentence, token: Token, noun: Token, *, text: str) -> list[SourcePhrase]:
    """Read "the minister's claim that", "claims by officials that", "made the claim that"."""
    if lemma_of(sentence, noun.i) not in load_cues().words("reporting.nouns.words"):
        return []
    if not any(child.dep == "mark" for child in sentence.children(token.i)):
        return []
    return _owners(sentence, noun, text=text) or [nobody(sentence, noun.i)]


def _owners(sentence: Sentence, noun: Token, *, text: str) -> list[SourcePhrase]:
    owners = [child.i for child in sentence.children(noun.i, "poss")]
    for child in sentence.children(noun.i, "prep", "agent"):
        if child.text.lower() in {"by", "from"}:
            owners.extend(below.i for below in sentence.children(child.i, "pobj"))
    if not owners and noun.dep == "dobj":
        owners = subjects(sentence, noun.head)
    return [make_source(sentence, i, text=text, cue=noun.text) for i in spread(sentence, owners)]


def _by_passive(sentence: Sentence, token: Token, head: Token, *, text: str) -> list[SourcePhrase]:
    """Read "is believed to have attacked" (nobody) and "claims to have attacked" (the subject)."""
    if not is_verbal(head):
        return []
    cues = load_cues()
    lemma = lemma_of(sentence, head.i)
    if any(True for _ in sentence.children(head.i, "neg")):
        return []
    if is_passive(sentence, head.i) and lemma in cues.words("reporting.passives.verbs"):
        return report_sources(sentence, head.i, text=text)
    perfect = any(child.lemma.lower() == "have" for child in sentence.children(token.i, "aux"))
    if token.dep == "xcomp" and perfect and cues.reporting.get(lemma, frozenset()) & {"say", "claim", "admit", "deny"}:
        return report_sources(sentence, head.i, text=text)
    return []


def _through_preposition(sentence: Sentence, token: Token, preposition: Token, *, text: str) -> list[SourcePhrase]:
    """Read "accused X of bombing", "quoted X as saying", "claimed responsibility for", "reports of"."""
    cues = load_cues()
    word = preposition.text.lower()
    governor = sentence.tokens[preposition.head]
    lemma = lemma_of(sentence, governor.i)
    charge = _charger(sentence, preposition) if word in {"of", "for"} else None
    if charge is not None:
        return report_sources(sentence, charge, text=text)
    if word == "as" and is_verbal(governor) and lemma in cues.words("reporting.quoted.verbs"):
        return _quoted(sentence, governor, cue=token.text, text=text)
    if word in {"of", "for"} and governor.dep == "dobj":
        phrase = f"{lemma_of(sentence, governor.head)} {lemma}"
        if phrase in cues.words("reporting.told_objects.verbs"):
            return report_sources(sentence, governor.head, text=text)
    if word == "of" and token.dep == "pobj" and lemma in cues.words("reporting.nouns.words"):
        return _owners(sentence, governor, text=text) or _unowned(sentence, governor, text=text)
    return []


def _unowned(sentence: Sentence, noun: Token, *, text: str) -> list[SourcePhrase]:
    """Read "reports of clashes", where the reports are the source, and "claims of fraud", where nobody is."""
    if is_document(sentence, noun.i):
        return [make_source(sentence, noun.i, text=text, cue=noun.text)]
    return [nobody(sentence, noun.i)]


def _quoted(sentence: Sentence, verb: Token, *, cue: str, text: str) -> list[SourcePhrase]:
    """Give who is quoted, then who quotes."""
    inner = [child.i for child in sentence.children(verb.i, "dobj", "nsubjpass")]
    found = [make_source(sentence, i, text=text, cue=cue) for i in spread(sentence, inner)]
    if is_passive(sentence, verb.i):
        outer = [j for j in subjects(sentence, verb.i) if j not in inner]
    else:
        outer = subjects(sentence, verb.i)
    return found + [make_source(sentence, i, text=text, cue=verb.text) for i in outer]


def _beside(sentence: Sentence, i: int, *, trigger: int, text: str, own: bool) -> list[SourcePhrase]:
    """Give the sources among a word's own dependents: inserted reports, "according to", adverbs."""
    cues = load_cues()
    found: list[SourcePhrase] = []
    for child in sentence.children(i):
        if sentence.is_within(trigger, child.i) and child.i != i:
            continue
        word = child.text.lower()
        hearsay = child.dep == "advmod" and word in cues.words("reporting.adverbs.words")
        if hearsay or (i == trigger and child.dep == "amod" and word in cues.words("reporting.adverbs.modifiers")):
            found.append(nobody(sentence, child.i))
        elif child.dep in {"parataxis", "advcl"} and _is_inserted(sentence, child):
            found.extend(report_sources(sentence, child.i, text=text, own=own))
        elif child.dep in {"prep", "advcl", "dep", "amod"}:
            found.extend(phrase_sources(sentence, child, text=text))
    return found


def _is_inserted(sentence: Sentence, child: Token) -> bool:
    """Tell whether a clause is a report without content of its own ("officials say", "as police said")."""
    if not is_report(sentence, child.i):
        return False
    openers = {word.text.lower() for word in sentence.children(child.i, "mark")}
    content = any(True for _ in sentence.children(child.i, "ccomp"))
    return not content and (child.dep == "parataxis" or openers == {"as"})


def _loose_phrases(sentence: Sentence, trigger: int, *, text: str) -> list[SourcePhrase]:
    """Read "according to X" and "X says" after a comma that the parser hung below the trigger's clause."""
    top = clause_verb(sentence, trigger)
    found: list[SourcePhrase] = []
    for token in sentence.tokens:
        if token.dep == "relcl" and token.i > trigger and _closes(sentence, token):
            found.extend(report_sources(sentence, token.i, text=text))
        after_comma = token.i > 0 and sentence.tokens[token.i - 1].text in DASHES | {","}
        if after_comma and token.i > trigger and token.dep in {"prep", "advcl"} and sentence.is_within(token.head, top):
            found.extend(phrase_sources(sentence, token, text=text))
    return found


def _closes(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a supposed relative clause is the report at the end ("..., prosecutors allege")."""
    subject = next((child.i for child in sentence.children(verb.i, "nsubj")), None)
    if subject is None or not is_report(sentence, verb.i) or sentence.tokens[subject].tag in {"WDT", "WP"}:
        return False
    before = sentence.subtree(verb.i)[0] - 1
    after = all(token.pos == "PUNCT" for token in sentence.tokens[verb.i + 1 :])
    return after and before > 0 and sentence.tokens[before].text == ","


def _headline(sentence: Sentence, trigger: int, *, text: str) -> list[SourcePhrase]:
    """Read "Police: three held" and "Three held: police"."""
    speakers = load_cues().words("reporting.speakers.words")
    for mark in sentence.tokens:
        if mark.text not in DASHES | {":"}:
            continue
        before = mark.i < trigger
        side = sentence.tokens[: mark.i] if before else sentence.tokens[mark.i + 1 :]
        plain = side and all(token.pos in {"NOUN", "PROPN", "ADJ", "DET", "ADP"} for token in side)
        if not plain or len(side) > MAX_SPEAKER or (not before and mark.text == ":" and len(side) > MAX_SPEAKER - 2):
            continue
        if side[-1].lemma.lower() in speakers:
            span = TextSpan(text=text[side[0].start : side[-1].end], start=side[0].start, end=side[-1].end)
            phrase = Phrase(span=span, sentence=sentence.index, head=side[-1].i, slot="source")
            return [SourcePhrase(phrase=phrase, span=span, cue=mark.text)]
    return []
