"""What a name places: the climb from it through the tree to a preposition, a verb or the noun that it stands before."""

import msgspec

from dragoman.extract.place_words import PlaceWords
from dragoman.records import Sentence, Token

CLIMB = 8
"""Links between a name and what it places; longer chains are parse errors."""
INSIDE_NAME = frozenset({"compound", "flat", "nmod"})
BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "poss"})
# What hangs on a noun and means the same place or one beside it.
ALONG = frozenset({"appos", "conj", "npadvmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NOUN", "PROPN"})
REACHING = frozenset({"of", "on", "to"})
"""Prepositions that join an act to the place that it is done to."""


class Role(msgspec.Struct, frozen=True):
    """What a name does in its sentence.

    Attributes:
        relation: how it bears on the anchor; see `PlacePhrase`.
        anchor: number of the token that it places.
        descriptor: number of the noun for its kind, None if there is none.
        steps: how many times the way led over something beside or around it.
    """

    relation: str
    anchor: int
    descriptor: int | None = None
    steps: int = 0


def find_role(sentence: Sentence, token: Token, words: PlaceWords) -> Role | None:
    """Say what a name, or a noun such as "the city", places.

    Args:
        sentence: a parsed sentence.
        token: the name's head token.
        words: prepositions, nouns and verbs of places.

    Returns:
        None if by syntax it places nothing.
    """
    return _Climb(sentence, token, words).role()


class _Climb:
    """One climb; `role` may be called once."""

    def __init__(self, sentence: Sentence, token: Token, words: PlaceWords) -> None:
        self._sentence = sentence
        self._words = words
        self._at = token
        self._steps = 0
        self._descriptor = token.i if token.lemma in words.kinds else None

    def role(self) -> Role | None:
        for _ in range(CLIMB):
            if self._at.head == self._at.i:
                return None
            if not self._step():
                break
        beside = self._sentence.tokens[self._at.head]
        if beside.dep == "pcomp" and beside.text.lower() in self._words.beside:
            self._at = beside  # "in neighbouring Chad", which parsers take for a verb and its object
            return self._after_preposition()
        if self._at.dep in BEFORE_NOUN:
            return self._before_noun()
        return self._after_preposition() if self._at.dep == "pobj" else self._beside_verb()

    def _step(self) -> bool:
        """Go up one link if the head means the same place, one beside it, or what it is part of."""
        at, head = self._at, self._sentence.tokens[self._at.head]
        if at.dep in ALONG or (at.dep in INSIDE_NAME and head.tag in NAME_TAGS):
            self._steps += at.dep in ALONG
            self._go(head)
            return True
        if at.dep in BEFORE_NOUN:
            known = self._is_kind(head) and (at.dep != "amod" or head.lemma in self._words.of_state)
            if known and not self._reached_by(head):
                self._go(head)
            return known and self._at is head
        if at.dep == "pobj" and head.text.lower() == "of":
            noun = self._sentence.tokens[head.head]
            if self._is_kind(noun) or self._is_part(noun):
                self._steps += not self._is_kind(noun)
                self._go(noun)
                return True
        return False

    def _go(self, token: Token) -> None:
        if self._descriptor is None and self._is_kind(token):
            self._descriptor = token.i
        self._at = token

    def _is_kind(self, token: Token) -> bool:
        return token.lemma in self._words.kinds and token.pos in NOUNS

    def _is_part(self, noun: Token) -> bool:
        """Tell whether what stands before "of" is itself where something is ("in the heart of", "south of")."""
        if noun.dep in {"advmod", "npadvmod"} and noun.pos in {"ADV", "NOUN"}:
            return True
        preposition = self._sentence.tokens[noun.head].text.lower()
        return noun.dep == "pobj" and self._words.relations.get(preposition) in {"at", "to"}

    def _made(self, relation: str, anchor: Token) -> Role:
        return Role(relation, anchor.i, self._descriptor, self._steps)

    def _before_noun(self) -> Role | None:
        """Read a name before a noun: "the Paris attacks", "a Lagos court", "struck Syria's airfields"."""
        head = self._sentence.tokens[self._at.head]
        if self._at.dep == "amod":
            return None
        verb = self._reached_by(head)
        if verb is not None:
            self._steps += 1
            return self._made("reach", verb)
        if head.lemma in self._words.go and self._at.dep == "compound":
            return self._made("reach", head)
        if head.lemma in self._words.local:
            return self._made("local", head)
        return self._made("owner" if self._at.dep == "poss" else "part", head)

    def _reached_by(self, noun: Token) -> Token | None:
        """Give the verb that a noun is the object of, if its objects are places or stand in them."""
        verb = self._sentence.tokens[noun.head]
        is_object = noun.dep in OBJECTS or noun.dep == "nsubjpass"
        return verb if is_object and verb.lemma in self._words.reach and not self._is_kind(noun) else None

    def _after_preposition(self) -> Role | None:
        tokens = self._sentence.tokens
        preposition = tokens[self._at.head]
        governor = tokens[preposition.head]
        relation = self._words.relations.get(preposition.text.lower())
        if relation is None or (governor.dep == "prep" and governor.tag == "VBG"):
            return None  # "according to the Pentagon"
        while governor.head != governor.i and (governor.dep in {"prep", "pcomp"} or governor.pos == "ADP"):
            governor = tokens[governor.head]  # "from inside X"
        word = preposition.text.lower()
        if relation == "from" and word != "of" and governor.pos != "VERB":
            return None  # "a pharmacist from Leeds", "sanctions against Moscow"
        reached = governor.lemma in self._words.reach and word in REACHING
        moved = governor.lemma in self._words.move and word == "to"
        return self._made("reach" if reached or moved else word, governor)

    def _beside_verb(self) -> Role | None:
        """Read a name as a verb's subject or object, or after a distance ("20 km south of X")."""
        at, head = self._at, self._sentence.tokens[self._at.head]
        if at.dep in {"advmod", "npadvmod"}:
            return self._made("near", head)
        if at.dep in OBJECTS or (at.dep == "nsubjpass" and head.lemma in self._words.reach):
            return self._made("reach" if head.lemma in self._words.reach else "object", head)
        return self._made("subject", head) if at.dep in SUBJECTS else None
