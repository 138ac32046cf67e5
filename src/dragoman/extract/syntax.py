"""Voice-free grammar: who is the subject and the object of a word, whatever the construction."""

from collections.abc import Callable, Iterator

from dragoman.records import Phrase, Sentence, TextSpan, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
CLAUSES = frozenset({"xcomp", "advcl", "pcomp", "ccomp"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "same"})
SHARED_OBJECT = 2  # tokens between two verbs that share what follows
# What "by" measures with: "was extended by three months" names nobody who did it.
UNITS = frozenset(
    {
        "%",
        "cent",
        "day",
        "degree",
        "dollar",
        "euro",
        "fifth",
        "fraction",
        "half",
        "hour",
        "kilometer",
        "kilometre",
        "meter",
        "metre",
        "mile",
        "minute",
        "month",
        "percent",
        "percentage",
        "point",
        "pound",
        "quarter",
        "second",
        "third",
        "vote",
        "week",
        "year",
    }
)
MAX_DEPTH = 6  # governors to climb for an understood subject; longer chains are parse errors
# Left out of a noun phrase's words: what is said of it, not what names it.
OUTSIDE = frozenset({"relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "parataxis", "dep", "nsubj", "cop"})
# Verbs whose infinitive is done by their subject although an object stands between ("promised Iran to ...").
SUBJECT_CONTROL = frozenset({"promise", "pledge", "vow", "threaten", "swear", "guarantee", "assure"})


def is_passive(sentence: Sentence, i: int) -> bool:
    """Tell whether token `i` is a verb in the passive, reduced and headline forms included."""
    token = sentence.tokens[i]
    if any(True for _ in sentence.children(i, "nsubjpass", "auxpass", "agent", "csubjpass")):
        return True
    if token.tag not in {"VBN", "VBD"}:
        return False
    if token.dep in {"acl", "amod"} or (token.dep == "relcl" and not any(True for _ in sentence.children(i, "nsubj"))):
        return token.tag == "VBN" and not _has(sentence, i, "dobj") and not _has(sentence, i, "aux")
    if token.dep == "conj" and not _has(sentence, i, "nsubj") and is_passive(sentence, token.head):
        return _is_sum(sentence, i) if _has(sentence, i, "dobj") else token.tag == "VBN"
    if token.dep == "xcomp" and token.tag == "VBN":
        return not _has(sentence, i, "dobj")
    # "Minister arrested in Kabul": headlines drop the auxiliary and use the present for what is active.
    return sentence.kind == "headline" and not _has(sentence, i, "dobj") and not _has(sentence, i, "aux")


def _is_sum(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb's object is an amount, which passives keep: "was jailed and fined 10,000 pounds"."""
    return all(_has(sentence, child.i, "nummod") for child in sentence.children(verb, "dobj"))


def _is_main(sentence: Sentence, i: int) -> bool:
    """Tell whether a verb hung on the sentence's top noun is its predicate: "The rebels handed over a hostage"."""
    token = sentence.tokens[i]
    noun = sentence.tokens[token.head]
    return token.tag in {"VBD", "VBZ", "VBP"} and token.dep == "acl" and noun.dep == "ROOT" and noun.i < i


def _has(sentence: Sentence, i: int, *deps: str) -> bool:
    return any(True for _ in sentence.children(i, *deps))


def subjects(sentence: Sentence, i: int, *, depth: int = 0) -> list[int]:
    """Give the tokens that do what verb `i` says, coordination included; empty if none is found.

    Looks at active subjects and by-phrases, then at the antecedent of a relative clause or participle,
    the first verb of a coordination, and the governor of an infinitive, gerund or adverbial clause.
    """
    if depth > MAX_DEPTH:
        return []
    if is_passive(sentence, i):
        return _agents(sentence, i) or _shared_agents(sentence, i)
    own = [child.i for child in sentence.children(i, *SUBJECTS)]
    if own:
        return _open(sentence, i, own, depth=depth)
    return _understood(sentence, i, depth=depth)


def _agents(sentence: Sentence, i: int) -> list[int]:
    found: list[int] = []
    for child in sentence.children(i, "agent", "prep"):
        if child.text.lower() == "by":
            found.extend(pobj.i for pobj in sentence.children(child.i, "pobj") if pobj.lemma not in UNITS)
    return spread(sentence, found)


def _shared_agents(sentence: Sentence, i: int) -> list[int]:
    """Give by whom verb `i` was done if only a verb beside it says so: "was arrested and beaten by police"."""
    token = sentence.tokens[i]
    if token.dep == "conj" and is_passive(sentence, token.head) and not _has(sentence, i, *PASSIVE_SUBJECTS):
        return _agents(sentence, token.head)
    later = [
        child.i
        for child in sentence.children(i, "conj")
        if is_passive(sentence, child.i) and not _has(sentence, child.i, *PASSIVE_SUBJECTS)
    ]
    return _agents(sentence, later[-1]) if later else []


def _open(sentence: Sentence, verb: int, found: list[int], *, depth: int) -> list[int]:
    """Replace relative pronouns by what they stand for, and add coordinated members."""
    opened: list[int] = []
    for i in found:
        if sentence.tokens[i].text.lower() in RELATIVE and sentence.tokens[i].tag in {"WDT", "WP", "IN", "WP$"}:
            opened.extend(_antecedent(sentence, verb, depth=depth))
        else:
            opened.append(i)
    return spread(sentence, opened)


def _antecedent(sentence: Sentence, verb: int, *, depth: int) -> list[int]:
    token = sentence.tokens[verb]
    if token.dep == "relcl":
        return [token.head]
    if token.dep in {"conj", "ccomp", "xcomp"} and token.head != verb and depth <= MAX_DEPTH:
        return _antecedent(sentence, token.head, depth=depth + 1)
    return []


def _understood(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    token = sentence.tokens[i]
    if token.head == i:
        return []
    possessor = [] if token.dep == "amod" else _possessor(sentence, i)
    if possessor:
        return possessor
    if token.dep == "amod" and token.tag == "VBG":
        return spread(sentence, [token.head])
    search = UNDERSTOOD.get(token.dep)
    return [] if search is None else search(sentence, i, depth=depth)


def _conjunct_subject(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    head = sentence.tokens[i].head
    if sentence.tokens[head].pos not in {"VERB", "AUX"}:
        return []
    if is_passive(sentence, head) and not is_passive(sentence, i):
        return objects(sentence, head, depth=depth + 1)
    return subjects(sentence, head, depth=depth + 1)


def _possessor(sentence: Sentence, i: int) -> list[int]:
    """Give who a gerund's doer is by the possessive before it, wherever the parser hangs both."""
    if i == 0 or sentence.tokens[i].tag != "VBG":
        return []
    before = sentence.tokens[i - 1]
    if before.dep == "case" and before.tag == "POS":
        return spread(sentence, [before.head])
    return [before.i] if before.tag == "PRP$" else []


def _acl_subject(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    token = sentence.tokens[i]
    if token.tag == "VBG" or token.dep == "relcl" or _is_main(sentence, i):
        return spread(sentence, [token.head])
    owners = [child.i for child in sentence.children(token.head, "poss")]
    owners = owners or prepositional(sentence, token.head, "by")
    if owners:
        return spread(sentence, owners)
    noun = sentence.tokens[token.head]
    if noun.dep in {"dobj", "attr"} and noun.head != noun.i:
        return subjects(sentence, noun.head, depth=depth + 1)
    return []


def _gerund_subject(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    governor = sentence.tokens[sentence.tokens[i].head].head
    top = sentence.tokens[governor]
    if top.pos not in {"VERB", "AUX"}:
        owners = [child.i for child in sentence.children(governor, "poss")]
        return spread(sentence, owners)
    # "accused Iran of bombing": what follows is done by the object.
    preposition = sentence.tokens[sentence.tokens[i].head].text.lower()
    # "was captured by troops after fleeing": so is what a passive's subject did besides.
    if preposition in {"of", "for", "from", "into"} or (preposition != "by" and is_passive(sentence, governor)):
        found = objects(sentence, governor, depth=depth + 1)
        if found:
            return found
    return subjects(sentence, governor, depth=depth + 1)


def _controlled(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    token = sentence.tokens[i]
    governor = sentence.tokens[token.head]
    if token.dep == "ccomp" and token.tag not in {"VB", "VBG"}:
        return _before_participle(sentence, i)
    if governor.pos not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return []
    if governor.dep == "acomp" and governor.head != governor.i:  # "troops were able to retake the town"
        governor = sentence.tokens[governor.head]
    bare = token.dep == "advcl" and token.tag in {"VBG", "VBN"} and is_passive(sentence, governor.i)
    if bare or (token.dep == "xcomp" and governor.lemma not in SUBJECT_CONTROL):
        found = objects(sentence, governor.i, depth=depth + 1)
        if found:
            return found
    return subjects(sentence, governor.i, depth=depth + 1)


def _before_participle(sentence: Sentence, i: int) -> list[int]:
    """Give the subject that the parser gave to a participle beside it: "said the cabinet led by X has failed"."""
    for other in sentence.children(sentence.tokens[i].head, "ccomp"):
        if other.i < i and other.tag == "VBN" and not _has(sentence, other.i, "aux", "auxpass"):
            return spread(sentence, [child.i for child in sentence.children(other.i, *SUBJECTS)])
    return []


def objects(sentence: Sentence, i: int, *, depth: int = 0) -> list[int]:
    """Give the tokens that verb `i` is done to, coordination included; empty if none is found."""
    if depth > MAX_DEPTH:
        return []
    search = _passive_objects if is_passive(sentence, i) else _active_objects
    return search(sentence, i, depth=depth)


def _passive_objects(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    token = sentence.tokens[i]
    own = [child.i for child in sentence.children(i, *PASSIVE_SUBJECTS)]
    if not own and token.dep in {"acl", "amod"}:
        return spread(sentence, [token.head])
    own = own or [child.i for child in sentence.children(i, *SUBJECTS)]
    if own:
        return _open(sentence, i, own, depth=depth)
    if token.dep == "conj" and is_passive(sentence, token.head):
        return objects(sentence, token.head, depth=depth + 1)
    if token.dep == "conj":  # "tried to leave but was stopped"
        return subjects(sentence, token.head, depth=depth + 1)
    return subjects(sentence, token.head, depth=depth + 1) if token.dep in CLAUSES else []


def is_small_clause(token: Token) -> bool:
    """Tell whether a token is what a verb finds its object to be: the guilty in "found the minister guilty"."""
    return token.dep == "ccomp" and token.pos == "ADJ"


def _active_objects(sentence: Sentence, i: int, *, depth: int) -> list[int]:
    token = sentence.tokens[i]
    own = [child.i for child in sentence.children(i, "dobj", "obj")]
    own = own or [child.i for child in sentence.children(i, "dative") if child.pos != "ADP"]
    if not own:
        found = next((child for child in sentence.children(i, "ccomp") if is_small_clause(child)), None)
        own = [] if found is None else [child.i for child in sentence.children(found.i, "nsubj")]
    if own:
        return _open(sentence, i, own, depth=depth)
    if token.dep == "relcl" and _has(sentence, i, *SUBJECTS) and not _relative_subject(sentence, i):
        return spread(sentence, [token.head])
    if token.dep == "conj" and sentence.tokens[token.head].pos == "VERB":
        return []
    # "shot and killed two men": the object hangs on the second verb.
    for j in sentence.dependents[i]:
        other = sentence.tokens[j]
        near = other.dep == "conj" and j - i <= SHARED_OBJECT
        if near and other.tag == token.tag and not _has(sentence, j, *SUBJECTS):
            return objects(sentence, j, depth=depth + 1)
    return []


def _relative_subject(sentence: Sentence, i: int) -> bool:
    return any(child.text.lower() in RELATIVE for child in sentence.children(i, *SUBJECTS))


def prepositional(sentence: Sentence, i: int, preposition: str) -> list[int]:
    """Give the objects of a preposition that hangs on token `i`, coordination included."""
    found: list[int] = []
    for child in sentence.children(i, "prep", "agent", "dative"):
        if child.text.lower() == preposition:
            found.extend(pobj.i for pobj in sentence.children(child.i, "pobj"))
            found.extend(_second_prepositions(sentence, child.i))
    return spread(sentence, found)


def provisions(sentence: Sentence, i: int) -> list[int]:
    """Give the verbs of clauses that say what noun `i` brings about: "a deal that ended the war"."""
    return [
        child.i
        for child in sentence.children(i, "relcl")
        if any(word.text.lower() in RELATIVE for word in sentence.children(child.i, *SUBJECTS))
    ]


def sides(sentence: Sentence, i: int) -> list[int]:
    """Give between whom noun `i` is by what it brings about: "a deal that restored ties between X and Y"."""
    reach = set(provisions(sentence, i))
    for _ in range(MAX_DEPTH):
        reach |= {token.i for token in sentence.tokens if token.head in reach}
    return [j for k in sorted(reach) for j in prepositional(sentence, k, "between")]


UNDERSTOOD: dict[str, Callable[..., list[int]]] = {
    "acl": _acl_subject,
    "conj": _conjunct_subject,
    "relcl": _acl_subject,
    **dict.fromkeys(CLAUSES, _controlled),
    "pcomp": _gerund_subject,
}
"""Where to look for the subject of a verb that has none of its own, by its dependency."""


def _second_prepositions(sentence: Sentence, i: int) -> Iterator[int]:
    for inner in sentence.children(i, "prep"):
        yield from (pobj.i for pobj in sentence.children(inner.i, "pobj"))


def spread(sentence: Sentence, found: list[int]) -> list[int]:
    """Add the coordinated members of each noun, in order, without doubles."""
    out: list[int] = []
    stack = list(reversed(found))
    while stack:
        i = stack.pop()
        if i in out:
            continue
        out.append(i)
        members = [child.i for child in sentence.children(i, "conj") if child.pos in NOMINAL]
        stack.extend(reversed(members))
    return out


def is_definite(sentence: Sentence, i: int) -> bool:
    """Tell whether noun `i` points to what is known: by article, demonstrative or possessive."""
    return any(
        child.dep == "poss" or (child.dep in {"det", "predet", "amod"} and child.text.lower() in DEFINITE)
        for child in sentence.children(i)
    )


def phrase_of(sentence: Sentence, i: int, *, text: str, slot: str, weak: bool = False) -> Phrase:
    """Give the noun phrase around head `i`, without relative clauses, appositions and coordination.

    Args:
        sentence: a parsed sentence.
        i: number of the head token.
        text: the article's text.
        slot: how the head was reached.
        weak: whether the phrase counts only if it resolves to an actor.
    """
    first, last = phrase_bounds(sentence, i)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Phrase(
        span=TextSpan(text=text[start:end], start=start, end=end), sentence=sentence.index, head=i, slot=slot, weak=weak
    )


def phrase_bounds(sentence: Sentence, i: int) -> tuple[int, int]:
    """Give the first and last token of the noun phrase around head `i`."""
    first = last = i
    for child in sentence.children(i):
        if child.i < i and child.dep not in OUTSIDE - {"punct"} and child.dep != "punct":
            first = min(first, sentence.subtree(child.i)[0])
        elif child.i > i and _belongs(child):
            last = max(last, *phrase_tail(sentence, child))
    while first < i and sentence.tokens[first].dep == "punct":
        first += 1
    return first, last


def _belongs(child: Token) -> bool:
    return child.dep in {"nummod", "compound", "nmod", "flat"} or (child.dep == "prep" and child.text.lower() == "of")


def phrase_tail(sentence: Sentence, child: Token) -> list[int]:
    """Give the tokens of a dependent after the head, cut before clauses and appositions."""
    kept = [child.i]
    for grandchild in sentence.children(child.i):
        if grandchild.dep in OUTSIDE or (grandchild.dep == "prep" and grandchild.text.lower() != "of"):
            continue
        kept.extend(j for j in phrase_tail(sentence, grandchild) if j > child.i - 1)
        kept.extend(j for j in sentence.subtree(grandchild.i) if j < grandchild.i and grandchild.i > child.i)
    return kept


def modifiers(sentence: Sentence, i: int) -> tuple[list[int], list[int]]:
    """Give the capitalised and the lower-case noun or adjective modifiers of noun `i`, in order."""
    capital: list[int] = []
    lower: list[int] = []
    for child in sentence.children(i, "amod", "compound", "nmod", "npadvmod"):
        if child.i > i or child.pos == "NUM":
            continue
        target = capital if child.text[:1].isupper() else lower
        target.extend(j for j in spread(sentence, [child.i]) if j < i)
    return capital, lower
