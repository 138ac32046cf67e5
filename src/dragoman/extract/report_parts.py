"""Source, cue and content of one report, as token numbers of its sentence."""

import msgspec

from dragoman.extract.cue_words import ends_with, lemma_of, load_cues, word_of
from dragoman.extract.syntax import is_passive, subjects
from dragoman.extract.tense import is_verbal
from dragoman.records import Sentence, Token

AROUND = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
COMPLEMENTS = ("ccomp", "xcomp", "oprd")
THINGS = ("dobj", "attr", "nsubjpass")
ABOUT = frozenset({"about", "against", "at", "for", "of", "on", "to", "with", "as", "into", "from", "upon"})
SOURCES = ("nsubj", "nsubjpass", "csubj")
LOOSE = frozenset({"case", "cc", "punct"})
MAX_SPEAKER = 6  # words before a headline's colon that can still be the name of a speaker


class Parts(msgspec.Struct, frozen=True):
    """Token numbers of a report's parts.

    Attributes:
        source: of who says so, empty where nobody is named.
        cue: of the words that make it a report.
        content: of what is said; empty where only a quotation can follow.
        rank: what is read first where two claim the same words, 0 for plain speech.
        speech: whether a quotation may belong to it.
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    rank: int = 0
    speech: bool = False


def verb_parts(sentence: Sentence, verb: int, *, speech: bool) -> Parts | None:
    """Read a report from its verb.

    Args:
        sentence: a parsed sentence.
        verb: number of the verb.
        speech: whether it is a verb of speech, which quotations may belong to.
    """
    token = sentence.tokens[verb]
    if token.dep in {"amod", "aux", "compound"}:
        return None
    source = _source(sentence, verb)
    cue = _cue(sentence, verb)
    content = _content(sentence, verb, speech=speech) - set(source) - set(cue)
    plain = speech and bool(content) and not is_passive(sentence, verb)
    if not source and not is_passive(sentence, verb):
        return None
    return Parts(
        source=source, cue=cue, content=tuple(sorted(content)), rank=0 if plain else 1 if speech else 2, speech=speech
    )


def _source(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give all words of the one who speaks, relative clauses and appositions included."""
    heads = subjects(sentence, verb)
    heads = [i for i in heads if word_of(sentence.tokens[i]) not in {"there", "what"}]
    if not heads:
        return ()
    return whole(sentence, heads[0], without=verb)


def whole(sentence: Sentence, head: int, *, without: int) -> tuple[int, ...]:
    """Give the run of words around noun `head`, cut before whatever holds token `without`."""
    barred: set[int] = set()
    for child in sentence.children(head):
        if sentence.is_within(without, child.i):
            barred.update(sentence.subtree(child.i))
    if sentence.is_within(head, without) or barred:
        inside = [i for i in sentence.subtree(head) if i not in barred]
    else:
        inside = sentence.subtree(head)
    low = high = head
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while high > head and sentence.tokens[high].dep in LOOSE:
        high -= 1
    while low < head and sentence.tokens[low].dep in LOOSE:
        low += 1
    return tuple(range(low, high + 1))


def _cue(sentence: Sentence, verb: int) -> tuple[int, ...]:
    low = high = verb
    near = {child.i for child in sentence.children(verb, *AROUND)}
    near |= {child.i for child in sentence.children(verb, "prep") if child.i == verb + 1 and _is_about(sentence, child)}
    while low - 1 in near:
        low -= 1
    while high + 1 in near:
        high += 1
    return tuple(range(low, high + 1))


def _is_about(sentence: Sentence, child: Token) -> bool:
    return word_of(child) in ABOUT and any(True for _ in sentence.children(child.i, "pobj", "pcomp"))


def _content(sentence: Sentence, verb: int, *, speech: bool) -> set[int]:
    """Give the words that are said: clauses first, else things and what is spoken about."""
    token = sentence.tokens[verb]
    clauses = list(sentence.children(verb, *COMPLEMENTS))
    if not clauses:
        inserted = _around(sentence, verb) if speech else set()
        if inserted:
            return inserted
    found: set[int] = set()
    for child in clauses:
        found.update(sentence.subtree(child.i))
    if found:
        return _stretched(sentence, verb, found)
    passive = is_passive(sentence, verb)
    for child in sentence.children(verb, *THINGS):
        if (child.dep == "nsubjpass") == passive and not _is_reader(sentence, verb, child):
            found.update(sentence.subtree(child.i))
    for child in sentence.children(verb, "prep"):
        if (
            _is_about(sentence, child)
            and child.i > verb
            and (word_of(child) in {"as", "of", "for", "about"} or not found)
        ):
            found.update(j for j in sentence.subtree(child.i) if j != child.i or found)
    if not found and token.dep == "relcl" and not is_passive(sentence, verb):
        return set()
    return found


def _is_reader(sentence: Sentence, verb: int, child: Token) -> bool:
    """Tell whether an object is the one who is told: "told reporters"."""
    return lemma_of(sentence, verb) in {"tell", "inform", "assure", "remind", "ask", "warn"} and child.dep == "dobj"


def _around(sentence: Sentence, verb: int) -> set[int]:
    """Give the sentence around an inserted report: "The talks, officials say, have failed"."""
    token = sentence.tokens[verb]
    opener = {word_of(child) for child in sentence.children(verb, "mark", "advmod")}
    inserted = token.dep == "parataxis" or (token.dep == "advcl" and "as" in opener)
    before = sentence.subtree(verb)[0] - 1
    closing = token.dep == "relcl" and before > 0 and sentence.tokens[before].text in {",", "\u201d", '"'}
    subject = next((child for child in sentence.children(verb, "nsubj")), None)
    closing = closing and subject is not None and subject.tag not in {"WDT", "WP"}
    if not (inserted or closing) or token.head == verb:
        return set()
    top = token.head
    for above in sentence.ancestors(verb):
        top = above.i
    return set(sentence.subtree(top)) - set(sentence.subtree(verb))


def _stretched(sentence: Sentence, verb: int, found: set[int]) -> set[int]:
    """Add what the parser left between the content and the sentence's edge."""
    token = sentence.tokens[verb]
    low, high = min(found), max(found)
    chunk = {j for child in sentence.children(verb, *SOURCES) for j in sentence.subtree(child.i)} | {verb}
    if token.head == verb and high < min(chunk):
        return set(range(min(chunk)))
    return found if low < verb else set(range(low, high + 1))


def noun_parts(sentence: Sentence, noun: int) -> Parts | None:
    """Read "the minister's claim that", "claims by officials that", "made the claim that"."""
    clauses = [child for child in sentence.children(noun, "acl", "ccomp", "relcl") if _opens_that(sentence, child)]
    if not clauses:
        return None
    owners = [child.i for child in sentence.children(noun, "poss")]
    for child in sentence.children(noun, "prep", "agent"):
        if word_of(child) in {"by", "from", "among"}:
            owners.extend(below.i for below in sentence.children(child.i, "pobj"))
    above = sentence.tokens[sentence.tokens[noun].head]
    if not owners and sentence.tokens[noun].dep == "dobj" and is_verbal(above):
        owners = subjects(sentence, above.i)
    source = whole(sentence, owners[0], without=noun) if owners else ()
    content = tuple(j for child in clauses for j in sentence.subtree(child.i))
    return Parts(source=source, cue=(noun,), content=content, rank=1)


def _opens_that(sentence: Sentence, child: Token) -> bool:
    return any(word_of(one) == "that" and one.dep == "mark" for one in sentence.children(child.i))


def phrase_parts(sentence: Sentence, first: int) -> Parts | None:
    """Read "according to X" from its first word."""
    for words in sorted(load_cues().words("reporting.phrases.words"), key=lambda one: (-len(one), one)):
        parts = tuple(words.split())
        last = first + len(parts) - 1
        if last >= len(sentence.tokens) or not ends_with(sentence, last, parts):
            continue
        head = next(
            (
                below.i
                for j in range(first, last + 1)
                for below in sentence.children(j, "pobj", "dobj")
                if below.i > last
            ),
            None,
        )
        if head is None:
            return None
        top = _clause_top(sentence, first, last)
        source = whole(sentence, head, without=first)
        taken = {*range(first, last + 1), *source, *sentence.subtree(head)}
        return Parts(
            source=source,
            cue=tuple(range(first, last + 1)),
            content=tuple(j for j in sentence.subtree(top) if j not in taken),
            rank=1,
        )
    return None


def _clause_top(sentence: Sentence, first: int, last: int) -> int:
    """Give the head of the clause that a phrase stands in or beside."""
    at = sentence.tokens[first]
    while first <= at.i <= last and at.head != at.i:
        at = sentence.tokens[at.head]
    for above in (at, *sentence.ancestors(at.i)):
        if is_verbal(above) and above.dep in {"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"}:
            return above.i
    return at.i


def headline_parts(sentence: Sentence) -> Parts | None:
    """Read "Police: three held" and "Three held: police" where a speaker stands beside the mark."""
    if sentence.kind != "headline" and sentence.index > 0:
        return None
    speakers = load_cues().words("reporting.speakers.words")
    for mark in sentence.tokens:
        if mark.text != ":":
            continue
        before, after = sentence.tokens[: mark.i], sentence.tokens[mark.i + 1 :]
        for side, other in ((before, after), (after, before)):
            named = (
                side
                and len(side) <= MAX_SPEAKER
                and all(one.pos in {"NOUN", "PROPN", "ADJ", "DET", "ADP"} for one in side)
            )
            person = side is before and side and side[-1].pos == "PROPN"
            if named and other and (side[-1].lemma.lower() in speakers or person):
                return Parts(
                    source=tuple(one.i for one in side),
                    cue=(mark.i,),
                    content=tuple(one.i for one in other),
                    rank=1,
                )
    return None


def pieces(sentence: Sentence, numbers: set[int], *, text: str) -> list[tuple[int, int]]:
    """Give the runs of words as offsets, without punctuation at their ends and without lone words between."""
    runs: list[list[int]] = []
    for i in sorted(numbers):
        if runs and all(sentence.tokens[j].pos == "PUNCT" for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    found: list[tuple[int, int]] = []
    for run in runs:
        while run and (
            not text[sentence.tokens[run[0]].start : sentence.tokens[run[0]].end].strip(" ,.;:-\u2013\u2014")
        ):
            run.pop(0)
        while run and (
            not text[sentence.tokens[run[-1]].start : sentence.tokens[run[-1]].end].strip(" ,.;:-\u2013\u2014")
        ):
            run.pop()
        if run:
            found.append((sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end))
    return found
