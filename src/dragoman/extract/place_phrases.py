"""Words that say where something is, and which of them say where an event happened."""

from itertools import pairwise

import msgspec

from dragoman.extract.place_paths import distance
from dragoman.extract.place_roles import INSIDE_NAME, NAME_TAGS, Role, find_role
from dragoman.extract.place_words import PlaceWords, load_place_words
from dragoman.extract.times.ties import named_event
from dragoman.records import PlacePhrase, Sentence, TextSpan, Token

__all__ = ["attach_places", "find_places"]

NO_NAMES = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "VERB"})
ARTICLES = frozenset({"ad", "al", "an", "ar", "as", "ash", "at", "az", "el"})
DEFINITE = frozenset({"the", "this", "that"})
# What each relation costs beside the way through the tree; relations not named here cost nothing.
COSTS = {"from": 2, "against": 2, "of": 1, "object": 2, "local": 3, "owner": 4, "subject": 5}
FARTHEST = 9
"""Places farther than this belong to something else in the sentence."""


def find_places(sentence: Sentence) -> tuple[PlacePhrase, ...]:
    """Find the names, and definite phrases for what was named before, that may say where something is.

    Whether a name is a place's is for the gazetteer to say; this tells by syntax what it would place.

    Args:
        sentence: a sentence; without a parse nothing is found.

    Returns:
        The phrases in order, those of which the syntax says that they place nothing left out.
    """
    if not sentence.parsed:
        return ()
    words = load_place_words()
    found = []
    for token in sentence.tokens:
        if _is_name(sentence, token) or _is_anaphor(sentence, token, words):
            role = find_role(sentence, token, words)
            if role is not None and (token.text[:1].isupper() or words.relations.get(role.relation) in {"at", "to"}):
                found.append(_phrase(sentence, token, role))
    return tuple(found)


def attach_places(sentence: Sentence, head: int, places: tuple[PlacePhrase, ...]) -> tuple[PlacePhrase, ...]:
    """Give the places that bear on the event whose trigger's head is `head`, nearest by syntax first.

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        places: what `find_places` found in it.
    """
    bearing = []
    told = named_event(sentence, head)
    for place in places:
        way = distance(sentence, told, place.anchor)
        if way is None or place.head == head:
            continue
        far = way + place.distance + COSTS.get(place.relation, 0)
        if far <= FARTHEST:
            bearing.append(msgspec.structs.replace(place, distance=far))
    return tuple(sorted(bearing, key=lambda place: (place.distance, place.span.start)))


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token is the last of a capitalised name."""
    if not token.text[:1].isupper() or token.pos in NO_NAMES:
        return False
    if token.tag not in NAME_TAGS and not (token.i and token.pos in {"NOUN", "ADJ", "X", "PROPN"}):
        return False
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    inside = token.dep in INSIDE_NAME and token.head > token.i
    return not (inside and following is not None and following.tag in NAME_TAGS and following.i <= token.head)


def _is_anaphor(sentence: Sentence, token: Token, words: PlaceWords) -> bool:
    """Tell whether a token heads a phrase such as "the city", which stands for a place named before."""
    if token.lemma not in words.anaphoric or token.text[:1].isupper() or token.tag != "NN":
        return False
    if not any(child.text.lower() in DEFINITE for child in sentence.children(token.i, "det")):
        return False
    if any(child.text.lower() == "of" for child in sentence.children(token.i, "prep")):
        return False
    named = sentence.children(token.i, "compound", "poss", "appos", "amod", "nmod")
    return not any(child.text[:1].isupper() for child in named)


def _phrase(sentence: Sentence, token: Token, role: Role) -> PlacePhrase:
    """Put the phrase together: the name's words, and those from the noun for its kind on."""
    tokens = sentence.tokens
    first = token.i
    while first and _joins(sentence, tokens[first - 1], tokens[first], top=token.i):
        first -= 1
    named = token.text[:1].isupper()
    low, high = (
        (first, token.i) if role.descriptor is None else (min(first, role.descriptor), max(token.i, role.descriptor))
    )
    return PlacePhrase(
        span=_span(sentence, low, high),
        name=_span(sentence, first, token.i).text if named else "",
        sentence=sentence.index,
        head=token.i,
        relation=role.relation,
        descriptor=None if role.descriptor is None else tokens[role.descriptor].lemma.lower(),
        anchor=role.anchor,
        distance=role.steps,
    )


def _joins(sentence: Sentence, left: Token, right: Token, *, top: int) -> bool:
    """Tell whether the token before belongs to the name that `top` ends, owners in it included."""
    if left.tag in NAME_TAGS and left.text[:1].isupper():
        return right.start - left.end <= 1 and sentence.is_within(left.i, top)
    if left.tag == "POS":
        return right.text[:1].isupper() and sentence.is_within(left.i, top)
    if right.text == "-" and left.end == right.start:
        return left.text.lower() in ARTICLES  # "al-Hasakah" may be taken apart
    return left.text == "-" and left.end == right.start


def _span(sentence: Sentence, first: int, last: int) -> TextSpan:
    """Give the words of tokens `first` to `last` as they stand, spaces made good from the offsets."""
    tokens = sentence.tokens[first : last + 1]
    parts = [tokens[0].text]
    for left, right in pairwise(tokens):
        parts.append(" " * (right.start - left.end))
        parts.append(right.text)
    return TextSpan(text="".join(parts), start=tokens[0].start, end=tokens[-1].end)
