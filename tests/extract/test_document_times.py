"""When a document that tells of an event came out."""

from dragoman.extract.document_times import document_times
from dragoman.extract.source_words import make_source
from dragoman.records import ParsedArticle, SourcePhrase
from factories import parsed

LETTER = "The/DT/det/1 letter/NN/nsubjpass/3 was/VBD/auxpass/3"
MONDAY = "on/IN/prep/3 Monday/NNP/pobj/4"
RELEASED = parsed(f"{LETTER} released/VBN/ROOT/3/release {MONDAY}")
BURNT = parsed(f"{LETTER} burnt/VBN/ROOT/3/burn {MONDAY}")
SPOKE = parsed("The/DT/det/1 mayor/NN/nsubj/2 spoke/VBD/ROOT/2/speak on/IN/prep/2 Monday/NNP/pobj/3")


def subject(article: ParsedArticle) -> tuple[SourcePhrase, ...]:
    return (make_source(article.sentences[0], 1, text=article.article.text, cue="said"),)


def test_a_document_s_words_are_said_when_it_comes_out() -> None:
    [time] = document_times(RELEASED, subject(RELEASED))
    assert time.span.text == "on Monday"


def test_other_deeds_to_a_document_do_not_date_it() -> None:
    assert document_times(BURNT, subject(BURNT)) == ()


def test_people_are_no_documents() -> None:
    assert document_times(SPOKE, subject(SPOKE)) == ()


def test_no_sources_no_times() -> None:
    assert document_times(RELEASED, ()) == ()
    unnamed = SourcePhrase(phrase=None, span=subject(RELEASED)[0].span, cue="reportedly")
    assert document_times(RELEASED, (unnamed,)) == ()
