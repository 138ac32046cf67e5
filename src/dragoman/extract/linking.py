"""Words that stand together in the tree: how the words after the first of an entry hang on it."""

from dragoman.records import Sentence

LINKS = frozenset(
    {
        "acomp", "advmod", "agent", "amod", "attr", "compound", "dative", "dobj", "npadvmod", "nsubj",
        "nsubjpass", "obj", "oprd", "pcomp", "pobj", "prep", "prt", "xcomp",
    }
)  # fmt: skip


def linked(sentence: Sentence, matched: list[int], options: frozenset[str]) -> int | None:
    """Find the next word of an entry: one that hangs on a word matched so far or follows the last one.

    Args:
        sentence: a parsed sentence.
        matched: numbers of the tokens of the words before, the verb first.
        options: lemmas that the word may be.
    """
    for i in matched:
        for child in sentence.children(i):
            if child.dep in LINKS and not options.isdisjoint(_names(sentence, child.i)):
                return child.i
    verb = sentence.tokens[matched[0]]
    if verb.dep in {"acl", "relcl", "amod"} and not options.isdisjoint(_names(sentence, verb.head)):
        # "the sanctions lifted in March", "the ban that was lifted": what the verb is done to governs it.
        return verb.head
    after = matched[-1] + 1
    if after < len(sentence.tokens) and sentence.tokens[after].text.lower() in options:
        return after
    return None


def _names(sentence: Sentence, i: int) -> set[str]:
    """Give the word as it stands, its lemma, and the lemma after each modifier ("tear gas")."""
    token = sentence.tokens[i]
    lemma = token.lemma.lower()
    return {token.text.lower(), lemma} | {
        f"{child.lemma.lower()} {lemma}" for child in sentence.children(i, "compound", "amod", "nmod")
    }
