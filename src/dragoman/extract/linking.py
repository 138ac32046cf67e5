"""Words that stand together in the tree: how the words after the first of an entry hang on it."""

from dragoman.extract.syntax import is_small_clause
from dragoman.records import Sentence

LINKS = frozenset(
    {
        "acomp", "advmod", "agent", "amod", "attr", "compound", "dative", "dobj", "npadvmod", "nsubj",
        "nsubjpass", "obj", "oprd", "pcomp", "pobj", "prep", "prt", "xcomp",
    }
)  # fmt: skip
APART = frozenset({"from", "into", "of", "out"})
OBJECTS = frozenset({"dobj", "nsubjpass", "obj"})


def linked(sentence: Sentence, matched: list[int], options: frozenset[str]) -> int | None:
    """Find the next word of an entry: one that hangs on a word matched so far or follows the last one.

    Args:
        sentence: a parsed sentence.
        matched: numbers of the tokens of the words before, the verb first.
        options: lemmas that the word may be.
    """
    for i in reversed(matched):  # "imposed sanctions on X on Thursday": the nearer preposition
        for child in sentence.children(i):
            if child.i in matched or (child.dep == "nsubj" and _has_object(sentence, i)):
                continue  # "stand shoulder to shoulder": a word may come twice; "the curfew ended", not "X ended it"
            if (child.dep in LINKS or is_small_clause(child)) and not options.isdisjoint(_names(sentence, child.i)):
                return child.i
            counted = _counted(sentence, child.i, options) if child.dep in OBJECTS else None
            if counted is not None:
                return counted
    verb = sentence.tokens[matched[0]]
    if verb.dep in {"acl", "relcl", "amod"} and not options.isdisjoint(_names(sentence, verb.head)):
        # "the sanctions lifted in March", "the ban that was lifted": what the verb is done to governs it.
        return verb.head
    after = matched[-1] + 1
    if after < len(sentence.tokens) and sentence.tokens[after].text.lower() in options:
        return after
    return None if APART.isdisjoint(options) else _on_object(sentence, verb.i, options)


def _has_object(sentence: Sentence, i: int) -> bool:
    return any(True for _ in sentence.children(i, "dobj", "obj"))


def linked_modifier(sentence: Sentence, noun: int, options: frozenset[str]) -> int | None:
    """Find a word that modifies a noun: an adjective or another noun before it."""
    for child in sentence.children(noun, "amod", "compound", "nmod"):
        if not options.isdisjoint({child.text.lower(), child.lemma.lower()}):
            return child.i
    return None


def _on_object(sentence: Sentence, verb: int, options: frozenset[str]) -> int | None:
    """Find a preposition that the parser has hung on the verb's object ("stripped the cleric of his rights")."""
    for child in sentence.children(verb, *OBJECTS):
        for inner in sentence.children(child.i, "prep"):
            if inner.text.lower() in options:
                return inner.i
    return None


def _names(sentence: Sentence, i: int) -> set[str]:
    """Give the word as it stands, its lemma, and the lemma with what modifies it ("tear gas", "state of siege")."""
    token = sentence.tokens[i]
    lemma = token.lemma.lower()
    found = {token.text.lower(), lemma}
    for child in sentence.children(i, "compound", "amod", "nmod", "prep"):
        if child.dep != "prep":
            found.add(f"{child.lemma.lower()} {lemma}")
        elif child.text.lower() == "of":
            found |= {f"{lemma} of {inner.lemma.lower()}" for inner in sentence.children(child.i, "pobj")}
    return found


def _counted(sentence: Sentence, i: int, options: frozenset[str]) -> int | None:
    """Find the word behind one that counts or heaps it: "fired dozens of rockets", "a volley of shots"."""
    for preposition in sentence.children(i, "prep"):
        for inner in sentence.children(preposition.i, "pobj"):
            if preposition.text.lower() == "of" and not options.isdisjoint(_names(sentence, inner.i)):
                return inner.i
    return None
