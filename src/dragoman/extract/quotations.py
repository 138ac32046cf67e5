"""Quotations and statements that run over several sentences, and the reports beside them."""

from collections.abc import Iterator

import msgspec

from dragoman.extract.cue_words import lemma_of, load_cues
from dragoman.extract.syntax import subjects
from dragoman.extract.tense import is_verbal
from dragoman.records import ParsedArticle, Sentence

OPENING = frozenset({"“", "„", "«"})
CLOSING = frozenset({"”", "»"})
STRAIGHT = frozenset({'"', "''", "``"})
DEFINITE = frozenset({"the", "this", "that"})

Place = tuple[int, int]  # number of the sentence in the article, number of the token in it


class Quotation(msgspec.Struct, frozen=True):
    """Words between quotation marks.

    Attributes:
        paragraph: number of the block that it stands in.
        first: its opening mark.
        last: its closing mark, or the last token of the paragraph if it is not closed there.
        closed: whether it is closed within the paragraph.
    """

    paragraph: int
    first: Place
    last: Place
    closed: bool


def find_quotations(parsed: ParsedArticle) -> list[Quotation]:
    """Give the quotations of an article in order; marks do not carry over from one paragraph to the next."""
    found: list[Quotation] = []
    opened: Place | None = None
    here: Place = (0, 0)
    paragraph = -1
    for sentence in parsed.sentences:
        if sentence.paragraph != paragraph:
            if opened is not None:
                found.append(Quotation(paragraph=paragraph, first=opened, last=here, closed=False))
            opened, paragraph = None, sentence.paragraph
        for token in sentence.tokens:
            here = (sentence.index, token.i)
            if opened is None and token.text in OPENING | STRAIGHT:
                opened = here
            elif opened is not None and token.text in CLOSING | STRAIGHT:
                found.append(Quotation(paragraph=paragraph, first=opened, last=here, closed=True))
                opened = None
    if opened is not None:
        found.append(Quotation(paragraph=paragraph, first=opened, last=here, closed=False))
    return found


def neighbour_reports(parsed: ParsedArticle, sentence_index: int, trigger: int) -> Iterator[tuple[Sentence, int]]:
    """Give reporting verbs outside the trigger's clause that its words may belong to, likeliest first.

    Args:
        parsed: the article.
        sentence_index: number of the trigger's sentence.
        trigger: number of the trigger's token.

    Yields:
        A sentence and the number of a reporting verb in it, outside all quotation marks.
    """
    quotations = find_quotations(parsed)
    at = (sentence_index, trigger)
    around = next((one for one in quotations if one.first < at < one.last), None)
    if around is not None:
        yield from _of_quotation(parsed, quotations, around)
    else:
        yield from _of_statement(parsed, sentence_index, trigger)


def _of_quotation(
    parsed: ParsedArticle, quotations: list[Quotation], around: Quotation
) -> Iterator[tuple[Sentence, int]]:
    touching = range(around.first[0], around.last[0] + 1)
    for index in sorted(touching, reverse=True):
        yield from _verbs(parsed, quotations, index)
    before = around.first[0] - 1
    if before >= 0 and parsed.sentences[before].paragraph == around.paragraph:
        yield from _verbs(parsed, quotations, before)
    elif before >= 0 and _goes_on(parsed, quotations, around):
        yield from _verbs(parsed, quotations, before)
        earlier = next((one for one in quotations if one.paragraph == around.paragraph - 1 and not one.closed), None)
        if earlier is not None:
            yield from _of_quotation(parsed, quotations, earlier)
    after = around.last[0] + 1
    if after < len(parsed.sentences) and parsed.sentences[after].paragraph == around.paragraph:
        yield from _verbs(parsed, quotations, after)


def _leads_in(sentence: Sentence) -> bool:
    return sentence.tokens[-1].text == ":"


def _goes_on(parsed: ParsedArticle, quotations: list[Quotation], around: Quotation) -> bool:
    """Tell whether the paragraph before leads over to this quotation.

    It does when it ends with a colon, when its own quotation is not closed, or when it ends with a
    quotation and this paragraph is nothing but one: the same person goes on.
    """
    before = around.first[0] - 1
    opens = around.first[1] == 0 and before >= 0
    earlier = [one for one in quotations if one.paragraph == parsed.sentences[before].paragraph]
    unclosed = any(not one.closed for one in earlier)
    touched = any(one.last[0] == before for one in earlier)
    final = parsed.sentences[around.last[0]]
    alone = opens and around.last[1] >= len(final.tokens) - 2 and _ends_paragraph(parsed, around.last[0])
    return _leads_in(parsed.sentences[before]) or unclosed or (alone and touched)


def _ends_paragraph(parsed: ParsedArticle, index: int) -> bool:
    last = index + 1 >= len(parsed.sentences)
    return last or parsed.sentences[index + 1].paragraph != parsed.sentences[index].paragraph


def _verbs(parsed: ParsedArticle, quotations: list[Quotation], index: int) -> Iterator[tuple[Sentence, int]]:
    """Give the reporting verbs of a sentence that have a subject and stand outside quotation marks."""
    sentence = parsed.sentences[index]
    if not sentence.parsed:
        return
    reporting = load_cues().reporting
    for token in sentence.tokens:
        if not is_verbal(token) or lemma_of(sentence, token.i) not in reporting:
            continue
        inside = any(one.first < (index, token.i) < one.last for one in quotations)
        if not inside and token.dep not in {"amod", "relcl", "acl", "aux"} and subjects(sentence, token.i):
            yield sentence, token.i


def _of_statement(parsed: ParsedArticle, sentence_index: int, trigger: int) -> Iterator[tuple[Sentence, int]]:
    """Give the release of a statement told in the next sentence, when the trigger is what was stated."""
    sentence = parsed.sentences[sentence_index]
    following = sentence_index + 1
    if following >= len(parsed.sentences) or not parsed.sentences[following].parsed:
        return
    token = sentence.tokens[trigger]
    stated = is_verbal(token) and lemma_of(sentence, trigger) in load_cues().reporting
    if not stated or token.dep not in {"ROOT", "conj", "ccomp"}:
        return
    other = parsed.sentences[following]
    for verb in other.tokens:
        if lemma_of(other, verb.i) in load_cues().words("reporting.released.verbs") and is_verbal(verb):
            for subject in other.children(verb.i, "nsubjpass"):
                named = lemma_of(other, subject.i) in load_cues().words("reporting.documents.words")
                known = any(child.text.lower() in DEFINITE for child in other.children(subject.i, "det"))
                if named and known:
                    yield other, verb.i
