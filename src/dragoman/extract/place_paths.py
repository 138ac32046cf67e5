"""How far a token that a place hangs on is from an event's trigger, by the clauses between them."""

from dragoman.extract.times.ties import is_companion
from dragoman.records import Sentence, Token

# What a link costs on the way, from a trigger up or down to what a place hangs on; links not named cost 1.
UP = {"prep": 0, "pcomp": 1, "xcomp": 1, "advcl": 2, "acl": 2, "relcl": 2, "conj": 1, "appos": 1}
DOWN = {"prep": 0, "pcomp": 1, "xcomp": 1, "advcl": 3, "acl": 2, "relcl": 3, "conj": 3, "appos": 4}
# What is said is not where it is said, and the other way round.
WALLS = frozenset({"ccomp", "parataxis", "csubj"})
APART = frozenset({"after", "before", "despite", "following", "since", "until"})
"""Prepositions before another event, whose place is only taken where there is none nearer."""
ELSEWHERE = 4
"""What it costs to pass one."""
FRONTED = 3
"""Cost of a place that opens a sentence whose main verb only reports ("In Mosul, police said ...")."""


def distance(sentence: Sentence, head: int, anchor: int) -> int | None:
    """Give the cost of the way between a trigger and the token that a place hangs on.

    Args:
        sentence: a parsed sentence.
        head: number of the trigger's head token.
        anchor: number of the token that the place hangs on.

    Returns:
        The cost, 0 for the trigger itself; None if the place belongs to what is said or to who says it.
    """
    if head == anchor:
        return 0
    above = _above(sentence, head)
    below = _above(sentence, anchor)
    meeting = next((i for i in below if i in above), None)
    if meeting is None:
        return None
    down = [sentence.tokens[i] for i in below[: below.index(meeting)]]
    up = [sentence.tokens[i] for i in above[: above.index(meeting)]]
    if any(_is_wall(token) for token in down):
        return None
    cost = sum(_down(sentence, head, token) for token in down) + sum(UP.get(token.dep, 1) for token in up)
    if any(_is_wall(token) for token in up):
        return cost + FRONTED if _is_fronted(sentence, anchor, meeting) else None
    return cost


def _above(sentence: Sentence, i: int) -> list[int]:
    """Give a token and all that govern it, nearest first."""
    return [i, *(token.i for token in sentence.ancestors(i))]


def _down(sentence: Sentence, head: int, token: Token) -> int:
    """Give what it costs to go down to a token; what a fired weapon does is where it is fired at."""
    if token.dep == "prep" and token.text.lower() in APART:
        return ELSEWHERE
    if token.dep == "relcl" and is_companion(sentence, head, token.i):
        return 0
    return DOWN.get(token.dep, 1)


def _is_wall(token: Token) -> bool:
    return token.dep in WALLS


def _is_fronted(sentence: Sentence, anchor: int, verb: int) -> bool:
    """Tell whether a preposition opens the clause of the verb that the place hangs on."""
    if anchor != verb:
        return False
    subjects = [child.i for child in sentence.children(verb, "nsubj", "nsubjpass")]
    fronted = [child.i for child in sentence.children(verb, "prep")]
    return bool(subjects and fronted and min(fronted) < min(subjects))
