"""The source that a reporting verb, a noun or a phrase such as "according to" names."""

from dragoman.extract.cue_words import ends_with, lemma_of, load_cues
from dragoman.extract.syntax import is_passive, phrase_bounds, spread, subjects
from dragoman.extract.tense import is_verbal
from dragoman.records import Phrase, Sentence, SourcePhrase, TextSpan, Token

SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


def make_source(sentence: Sentence, i: int, *, text: str, cue: str) -> SourcePhrase:
    """Give the source around head `i`, without relative clauses and appositions."""
    first, last = phrase_bounds(sentence, i)
    # "accused by prosecutors of bombing": the charge may hang on the accuser, but does not name it.
    charged = (
        j
        for j in range(i + 1, last + 1)
        if sentence.tokens[j].dep == "prep" and any(True for _ in sentence.children(j, "pcomp"))
    )
    last = min(charged, default=last + 1) - 1
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    span = TextSpan(text=text[start:end], start=start, end=end)
    return SourcePhrase(phrase=Phrase(span=span, sentence=sentence.index, head=i, slot="source"), span=span, cue=cue)


def nobody(sentence: Sentence, i: int) -> SourcePhrase:
    """Give the source that a cue such as "reportedly" leaves unnamed: the cue itself is shown."""
    token = sentence.tokens[i]
    return SourcePhrase(phrase=None, span=TextSpan(text=token.text, start=token.start, end=token.end), cue=token.text)


def is_document(sentence: Sentence, i: int) -> bool:
    """Tell whether token `i` is a noun for a text, which is a source but never an actor."""
    return lemma_of(sentence, i) in load_cues().words("reporting.documents.words")


def report_sources(sentence: Sentence, verb: int, *, text: str, own: bool = False) -> list[SourcePhrase]:
    """Give the sources of a reporting verb: its subjects, the agent of a passive, or nobody.

    With `own`, the event is the speaker's own, told in its own words: only documents are sources then.
    """
    cue = sentence.tokens[verb].text
    speakers = [i for i in subjects(sentence, verb) if lemma_of(sentence, i) not in {"there", "what"}]
    if not any(sentence.tokens[i].pos in SPEAKING for i in speakers):
        speakers = _before_verb(sentence, verb)
    if is_passive(sentence, verb):
        speakers = _released(sentence, verb) or speakers
        return [make_source(sentence, i, text=text, cue=cue) for i in speakers] or [nobody(sentence, verb)]
    if load_cues().reporting.get(lemma_of(sentence, verb)) == frozenset({"document"}):
        speakers = [i for i in speakers if is_document(sentence, i)]
    if own:
        speakers = [i for i in speakers if is_document(sentence, i)]
    return [make_source(sentence, i, text=text, cue=cue) for i in speakers]


def _before_verb(sentence: Sentence, verb: int) -> list[int]:
    """Give the noun before a closing "..., the network reported" that the parser hung elsewhere."""
    before = sentence.tokens[verb - 1] if verb else sentence.tokens[verb]
    closes = all(token.pos == "PUNCT" for token in sentence.tokens[verb + 1 :])
    return [before.i] if closes and before.pos in {"NOUN", "PROPN", "PRON"} else []


def _released(sentence: Sentence, verb: int) -> list[int]:
    """Give the document that came out, for which the one who released it speaks."""
    if lemma_of(sentence, verb) not in load_cues().words("reporting.released.verbs"):
        return []
    return [child.i for child in sentence.children(verb, "nsubjpass") if is_document(sentence, child.i)]


def is_report(sentence: Sentence, i: int) -> bool:
    """Tell whether token `i` is a reporting verb; who "did not say" something is no source of it."""
    denied = any(True for _ in sentence.children(i, "neg"))
    return is_verbal(sentence.tokens[i]) and lemma_of(sentence, i) in load_cues().reporting and not denied


def phrase_sources(sentence: Sentence, child: Token, *, text: str) -> list[SourcePhrase]:
    """Read "according to X" and its like from the first of the words."""
    for words in sorted(load_cues().words("reporting.phrases.words"), key=lambda one: (-len(one), one)):
        parts = tuple(words.split())
        last = child.i + len(parts) - 1
        if last >= len(sentence.tokens) or not ends_with(sentence, last, parts):
            continue
        holders = [j for j in sentence.subtree(child.i) if child.i <= j <= last]
        found = [below.i for j in holders for below in sentence.children(j, "pobj", "dobj", "agent") if below.i > last]
        return [make_source(sentence, i, text=text, cue=" ".join(parts)) for i in spread(sentence, found)]
    return []


def cited_sources(sentence: Sentence, verb: int, *, text: str) -> list[SourcePhrase]:
    """Give whom the source of a reporting verb leans on ("reported, citing officials, that")."""
    citing = load_cues().words("reporting.citing.words")
    found: list[SourcePhrase] = []
    for child in sentence.children(verb, "advcl", "prep", "acl"):
        if child.text.lower() in citing:
            found.extend(phrase_sources(sentence, child, text=text))
    return found
