"""Every report of an article: who says, thinks or writes what, whether or not an event is told by it."""

from collections.abc import Iterator

import msgspec

from dragoman.extract.cue_words import lemma_of, load_cues, word_of
from dragoman.extract.quotations import Quotation, find_quotations
from dragoman.extract.report_parts import (
    Parts,
    headline_parts,
    noun_parts,
    phrase_parts,
    pieces,
    verb_parts,
)
from dragoman.extract.tense import is_verbal
from dragoman.records import ParsedArticle, Sentence, TextSpan

LONG_QUOTE = 4  # words between marks from which on they are speech and not a borrowed word


class Report(msgspec.Struct, frozen=True):
    """Something said, thought or written.

    Attributes:
        source: the words for who says so; None where nobody is named ("is believed to").
        cue: the words that make it a report ("also said", "according to", a headline's colon).
        content: what is said, in the order of the text; several spans where the report stands between.
    """

    source: TextSpan | None
    cue: TextSpan
    content: tuple[TextSpan, ...]


class _Draft(msgspec.Struct):
    """A report that may still grow by a quotation that goes on."""

    sentence: Sentence
    parts: Parts
    content: list[tuple[int, int]]


def find_reports(parsed: ParsedArticle) -> tuple[Report, ...]:
    """Give the reports of an article in order; what stands inside another's content is no report of its own.

    Args:
        parsed: the article; unparsed sentences hold no reports but may continue a quotation.
    """
    text = parsed.article.text
    quotations = find_quotations(parsed)
    drafts: list[_Draft] = []
    for sentence in parsed.sentences:
        if sentence.parsed:
            drafts.extend(_of_sentence(sentence, quotations, text=text))
    _extend(parsed, quotations, drafts)
    return tuple(_finish(draft, text=text) for draft in drafts if draft.content)


def _of_sentence(sentence: Sentence, quotations: list[Quotation], *, text: str) -> list[_Draft]:
    quoted = {
        i
        for one in quotations
        for i in range(len(sentence.tokens))
        if one.first < (sentence.index, i) < one.last and _is_speech(sentence, one)
    }
    taken: set[int] = set()
    kept: list[_Draft] = []
    for parts in sorted(_candidates(sentence), key=lambda one: (one.rank, one.cue[0])):
        inside = set(parts.cue) & (quoted | taken)
        if inside or set(parts.cue) & {i for one in kept for i in one.parts.cue}:
            continue
        content = set(parts.content) - taken - set(parts.cue) - set(parts.source)
        if not content and not _leads(sentence, parts):
            continue
        taken |= content
        kept.append(_Draft(sentence=sentence, parts=parts, content=pieces(sentence, content, text=text)))
    return sorted(kept, key=lambda one: one.parts.cue[0])


def _is_speech(sentence: Sentence, one: Quotation) -> bool:
    if one.first[0] != one.last[0]:
        return True
    return one.first[0] == sentence.index and one.last[1] - one.first[1] > LONG_QUOTE


def _leads(sentence: Sentence, parts: Parts) -> bool:
    """Tell whether a report without content leads over to a quotation, in its own sentence or the next."""
    last = sentence.tokens[-1]
    quotes = any(token.text in {'"', "\u201c", "''", "``", "\u201d"} for token in sentence.tokens)
    return parts.speech and (quotes or last.text == ":")


def _candidates(sentence: Sentence) -> Iterator[Parts]:
    cues = load_cues()
    stances = cues.words("reporting.stances.verbs")
    for token in sentence.tokens:
        lemma = lemma_of(sentence, token.i)
        found: Parts | None = None
        if is_verbal(token) and (lemma in cues.reporting or lemma in stances):
            found = verb_parts(sentence, token.i, speech=lemma in cues.reporting)
        elif token.pos == "NOUN" and lemma in cues.words("reporting.nouns.words"):
            found = noun_parts(sentence, token.i)
        elif word_of(token) in {"according", "per", "as", "in"}:
            found = phrase_parts(sentence, token.i)
        elif word_of(token) in cues.words("reporting.adverbs.words"):
            clause = sentence.subtree(token.head)
            found = Parts(source=(), cue=(token.i,), content=tuple(j for j in clause if j != token.i), rank=3)
        if found is not None:
            yield found
    headline = headline_parts(sentence)
    if headline is not None:
        yield headline


def _extend(parsed: ParsedArticle, quotations: list[Quotation], drafts: list[_Draft]) -> None:
    """Give each quotation whole to the report that it belongs to: in its sentence, around it, or before it."""
    for one in quotations:
        if one.first[0] == one.last[0] and one.last[1] - one.first[1] <= LONG_QUOTE:
            continue
        start, end = _bounds(parsed, one)
        owner = _owner(one, drafts, start=start, end=end)
        if owner is not None:
            owner.content = _joined([*owner.content, (start, end)])


def _bounds(parsed: ParsedArticle, one: Quotation) -> tuple[int, int]:
    first = parsed.sentences[one.first[0]].tokens[one.first[1]]
    last = parsed.sentences[one.last[0]].tokens[one.last[1]]
    return first.start, last.end


def _owner(one: Quotation, drafts: list[_Draft], *, start: int, end: int) -> _Draft | None:
    touching = range(one.first[0], one.last[0] + 1)
    here = [draft for draft in drafts if draft.sentence.index in touching and draft.parts.speech]
    overlapping = [draft for draft in here if any(s < end and start < e for s, e in draft.content)]
    free = [draft for draft in here if not draft.content]
    found = overlapping or free or here
    if found:
        return min(found, key=lambda draft: min(abs(_cue_start(draft) - start), abs(_cue_start(draft) - end)))
    before = [draft for draft in drafts if draft.sentence.index < one.first[0] and draft.parts.speech]
    paragraph = one.paragraph
    near = [draft for draft in before if draft.sentence.paragraph == paragraph]
    if near:
        return near[-1]
    led = before and before[-1].sentence.index == one.first[0] - 1
    return before[-1] if led else None


def _cue_start(draft: _Draft) -> int:
    return draft.sentence.tokens[draft.parts.cue[0]].start


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _finish(draft: _Draft, *, text: str) -> Report:
    tokens = draft.sentence.tokens

    def span(numbers: tuple[int, ...]) -> TextSpan:
        start, end = tokens[numbers[0]].start, tokens[numbers[-1]].end
        return TextSpan(text=text[start:end], start=start, end=end)

    return Report(
        source=span(draft.parts.source) if draft.parts.source else None,
        cue=span(draft.parts.cue),
        content=tuple(TextSpan(text=text[s:e], start=s, end=e) for s, e in draft.content),
    )
