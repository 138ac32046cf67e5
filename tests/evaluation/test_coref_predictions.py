"""Phrases of one actor, written for the coreference scorer."""

import coref_predictions

from dragoman.resolve.actors.resolver import ActorResolver
from factories import parsed

SPOKE = "Kenya/NNP/poss/2 's/POS/case/0 minister/NN/nsubj/3 spoke/VBD/ROOT/3 ././punct/3"


def spans(*notations: str) -> list[list[str]]:
    told = parsed(*notations)
    found = coref_predictions.clusters(told, ActorResolver.load().read(told))
    return [[told.article.text[start:end] for start, end in cluster] for cluster in found]


def test_names_and_pronouns_of_one_actor() -> None:
    told = spans(
        "Kenya/NNP/nsubj/1 accused/VBD/ROOT/1 Peru/NNP/dobj/1 ././punct/1",
        "It/PRP/nsubj/1 left/VBD/ROOT/1 Peru/NNP/dobj/1 ././punct/1",
    )
    assert told == [["Kenya", "It"], ["Peru", "Peru"]]


def test_who_is_told_once_is_left_out() -> None:
    assert spans(SPOKE) == []


def test_a_phrase_goes_to_its_end_without_what_is_joined_to_it() -> None:
    told = parsed(
        "The/DT/det/1 army/NN/nsubj/6 of/IN/prep/1 Kenya/NNP/pobj/2 and/CC/cc/1 police/NNS/conj/1 left/VBD/ROOT/6"
    )
    [sentence] = told.sentences
    assert coref_predictions.extent(told, sentence, sentence.tokens[1]).text == "The army of Kenya"


def test_gold_documents_may_lack_a_day() -> None:
    assert coref_predictions.article_of({"id": "a", "text": "Rain fell.", "date": ""}).published is None
