"""Whose a deed or stance is: "rejected an Indian proposal", "criticised Ankara's silence"."""

from collections.abc import Iterator

from dragoman.resolve.actors.context import NAMED, Context
from dragoman.resolve.actors.grammar import Grammar
from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.records import Chunk, Entry, Item, Reading
from dragoman.resolve.actors.words import singular

DOERS = frozenset({"by", "from"})
SHORT = 4  # letters; a state's name in capitals that short is an adjective too ("a US offer", not "the Iraq invasion")


def doer_of(grammar: Grammar, known: Knowledge, chunk: Chunk, context: Context) -> tuple[Chunk, Reading] | None:
    """Find the political actor whose deed or stance a phrase is, None if it names none.

    Args:
        grammar: reads the actor's words.
        known: knows which nouns are deeds.
        chunk: the phrase, whose head is no actor.
        context: the day, the places, the article's own names.
    """
    noun = singular(chunk.words[chunk.head].key)
    stance = noun in known.classes["stance"]
    if not stance and noun not in known.classes["deed"]:
        return None
    for part, said in _parts(grammar, chunk, stance=stance):
        reading = grammar.read(part, context)
        told = reading.political and (reading.code or reading.name)
        if reading.human and (told or (said and (reading.code or reading.name or reading.sector))):
            return part, reading
    return None


def _parts(grammar: Grammar, chunk: Chunk, *, stance: bool) -> Iterator[tuple[Chunk, bool]]:
    """Give the parts of a phrase that may name who does it, most telling first, and whether "by" says that they do.

    "The invasion of X" is done to X, "the policy of X" by X.
    """
    words = chunk.words[: chunk.head]
    owner = max((i for i, word in enumerate(words) if word.possessive), default=None)
    if owner is not None:
        yield Chunk(words[: owner + 1], owner), False
    for preposition, post in chunk.posts:
        if preposition in DOERS or (stance and preposition == "of"):
            yield post, preposition in DOERS
    for item in grammar.items(chunk.words, head=chunk.head):
        if item.last < chunk.head and _may_do(item, chunk) and not grammar.is_patron(chunk.words, item.last):
            yield Chunk(chunk.words[item.first : item.last + 1], item.last - item.first), False


def _may_do(item: Item, chunk: Chunk) -> bool:
    entry = item.what
    if not isinstance(entry, Entry):
        return False
    if entry.kind == "state":
        text = chunk.words[item.last].text
        return item.first == item.last and text.isupper() and len(text.replace(".", "")) <= SHORT
    return entry.kind == "adjective" or entry.kind in NAMED
