"""When something was said that a document says: the day on which the document came out."""

from dragoman.extract.cue_words import lemma_of, load_cues
from dragoman.extract.source_words import is_document
from dragoman.extract.syntax import objects
from dragoman.extract.time_phrases import attach_times, find_times
from dragoman.records import ParsedArticle, Sentence, SourcePhrase, TimePhrase


def document_times(parsed: ParsedArticle, sources: tuple[SourcePhrase, ...]) -> tuple[TimePhrase, ...]:
    """Give the times at which the documents came out that tell of an event: "the statement was released on Monday".

    Args:
        parsed: the article.
        sources: who says so, nearest first; only documents among them count.
    """
    for source in sources:
        phrase = source.phrase
        if phrase is None or phrase.head < 0:
            continue
        sentence = parsed.sentences[phrase.sentence]
        if is_document(sentence, phrase.head):
            found = _released(sentence, phrase.head, text=parsed.article.text)
            if found:
                return found
    return ()


def _released(sentence: Sentence, document: int, *, text: str) -> tuple[TimePhrase, ...]:
    times = find_times(sentence, text)
    if not times:
        return ()
    verbs = load_cues().words("reporting.released.verbs")
    for token in sentence.tokens:
        if token.pos == "VERB" and lemma_of(sentence, token.i) in verbs and document in objects(sentence, token.i):
            return attach_times(sentence, token.i, times)
    return ()
