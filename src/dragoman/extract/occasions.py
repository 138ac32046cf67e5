"""What a text tells with its time or place, so that events of other sentences may take it over."""

from collections.abc import Iterator

from dragoman.extract.cue_words import lemma_of
from dragoman.extract.occasion_words import load_occasion_words
from dragoman.extract.place_phrases import attach_places, find_places
from dragoman.extract.source_words import is_report, report_sources
from dragoman.extract.syntax import SUBJECTS, is_definite, phrase_of, subjects
from dragoman.extract.tense import clause_tense, is_pluperfect, is_verbal
from dragoman.extract.time_phrases import attach_times, find_times
from dragoman.extract.times.attachment import bears_on
from dragoman.records import Occasion, ParsedArticle, Phrase, PlacePhrase, Sentence, TimePhrase, Token

HELD = frozenset({"amid", "at", "during", "in", "throughout"})
"""Prepositions before the occasion at which something happened."""
SAID_AT = frozenset({"at", "in", "outside"})
"""Relations of the place where somebody spoke."""
LATER = frozenset({"past", "present"})


def find_occasions(parsed: ParsedArticle) -> tuple[Occasion, ...]:
    """Find the dated occasions, the statements with their speakers, and the times that open a stretch of the story.

    Args:
        parsed: the article; sentences without a parse are left out.

    Returns:
        All in the order of the text.
    """
    found: list[Occasion] = []
    for sentence in parsed.sentences:
        if sentence.parsed:
            found.extend(_of_sentence(sentence, parsed.article.text))
    return tuple(sorted(found, key=lambda one: one.start))


def _of_sentence(sentence: Sentence, text: str) -> Iterator[Occasion]:
    times = find_times(sentence, text)
    yield from _statements(sentence, times, text)
    yield from _named(sentence, times)
    if times:
        yield from _opening(sentence, times)


def _statements(sentence: Sentence, times: tuple[TimePhrase, ...], text: str) -> Iterator[Occasion]:
    """Give who speaks when and where."""
    places: tuple[PlacePhrase, ...] | None = None
    for token in sentence.tokens:
        speaks = is_verbal(token) and lemma_of(sentence, token.i) in load_occasion_words().speak
        if not speaks and not is_report(sentence, token.i):
            continue
        speakers = _speakers(sentence, token, speaks=speaks, text=text)
        if not speakers or clause_tense(sentence, token.i) not in LATER or is_pluperfect(sentence, token.i):
            continue
        if places is None:
            places = find_places(sentence)
        near = tuple(one for one in attach_places(sentence, token.i, places) if one.relation in SAID_AT)
        dated = attach_times(sentence, token.i, times)
        for speaker in speakers:
            yield Occasion(
                kind="statement",
                sentence=sentence.index,
                start=token.start,
                speaker=speaker,
                times=dated,
                places=tuple(one for one in near if _is_spoken_at(sentence, token.i, one)),
            )


def _speakers(sentence: Sentence, token: Token, *, speaks: bool, text: str) -> list[Phrase]:
    if speaks:
        return [phrase_of(sentence, i, text=text, slot="source") for i in subjects(sentence, token.i)]
    sources = report_sources(sentence, token.i, text=text)
    return [source.phrase for source in sources if source.phrase is not None]


def _is_spoken_at(sentence: Sentence, verb: int, place: PlacePhrase) -> bool:
    """Tell whether a place hangs on the verb of speaking or on what one speaks in or at: "said in a speech in Lima"."""
    anchor = sentence.tokens[place.anchor]
    above = sentence.tokens[anchor.head]
    held = anchor.dep == "pobj" and above.text.lower() in SAID_AT and above.head == verb
    return anchor.i == verb or held or lemma_of(sentence, anchor.i) in load_occasion_words().speech


def _named(sentence: Sentence, times: tuple[TimePhrase, ...]) -> Iterator[Occasion]:
    """Give the occasions that a sentence dates or places: "the unrest this month", "on Monday a summit opened"."""
    places: tuple[PlacePhrase, ...] | None = None
    for i, kind in _nouns(sentence):
        dated = attach_times(sentence, i, times)
        places = find_places(sentence) if places is None else places
        near = attach_places(sentence, i, places)
        if dated or near:
            yield Occasion(
                kind="event",
                sentence=sentence.index,
                start=sentence.tokens[i].start,
                name=kind,
                definite=is_definite(sentence, i),
                times=dated,
                places=near,
            )


def _nouns(sentence: Sentence) -> Iterator[tuple[int, str]]:
    kinds = load_occasion_words().occasions
    for token in sentence.tokens:
        if token.pos == "NOUN":
            kind = kinds.get(token.lemma.lower())
            if kind is not None:
                yield token.i, kind


def _opening(sentence: Sentence, times: tuple[TimePhrase, ...]) -> Iterator[Occasion]:
    """Give the time before the subject of a sentence's verb: what follows is told of the same time."""
    root = next((token for token in sentence.tokens if token.head == token.i and is_verbal(token)), None)
    if (
        root is None
        or any(True for _ in sentence.children(root.i, "ccomp"))
        or clause_tense(sentence, root.i) != "past"
        or is_pluperfect(sentence, root.i)
    ):
        return
    starts = [
        sentence.tokens[sentence.subtree(child.i)[0]].start
        for child in sentence.children(root.i, *SUBJECTS, "nsubjpass")
    ]
    if not starts:
        return
    before = tuple(one for one in times if one.span.end <= min(starts) and one.kind in {"calendar", "unit", "offset"})
    if before:
        yield Occasion(kind="opening", sentence=sentence.index, start=before[0].span.start, times=before[:1])


def occasions_of(sentence: Sentence, head: int) -> tuple[str, ...]:
    """Give the kinds of the known occasions in the course of which an event happened: "killed in the violence".

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.

    Returns:
        The kinds, what the trigger itself calls back to first.
    """
    found = []
    for i, kind in _nouns(sentence):
        if i != head and not is_definite(sentence, i):
            continue
        above = sentence.tokens[sentence.tokens[i].head]
        held = above.dep == "prep" and above.text.lower() in HELD
        if i == head or (held and bears_on(sentence, head, i)):
            found.append((i != head, i, kind))
    return tuple(kind for _, _, kind in sorted(found))
