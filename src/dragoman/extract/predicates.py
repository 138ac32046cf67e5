"""What a clause says of its subject: the predicates by which a plain report becomes blame or a demand."""

from dragoman.extract.lexicon import Phrasing
from dragoman.extract.linking import linked
from dragoman.records import Sentence, Token

# Who speaks of himself or of people named before says nothing that a reader could pin on a side.
PERSONAL = frozenset({"i", "we", "he", "she", "they", "you", "one"})
AHEAD = frozenset({"will", "'ll", "would", "'d", "shall", "wo"})
MOST_STEPS = 3  # verbs below the clause's first one to look at ("continues to try to undermine")


def find_clauses(sentence: Sentence, head: int, predicates: tuple[Phrasing, ...]) -> list[int]:
    """Give the heads of the clauses told by a reporting word whose predicate is one of those listed.

    Args:
        sentence: a parsed sentence.
        head: number of the reporting verb or noun.
        predicates: what the clause must say of its subject.
    """
    found: list[int] = []
    for clause in _told(sentence, head):
        # Blame and demands are for others; what will be done is told by those who will do it.
        fitting = [one for one in predicates if one.ahead or not _about_speaker(sentence, clause)]
        found.extend(i for i in _chain(sentence, clause) if any(_says(sentence, i, clause, one) for one in fitting))
    return found


def clause_of(sentence: Sentence, head: int) -> int:
    """Give the finite verb above a verb in a chain of infinitives: that verb has the subject."""
    at = head
    while sentence.tokens[at].dep == "xcomp":
        at = sentence.tokens[at].head
    return at


def _told(sentence: Sentence, head: int) -> list[int]:
    token = sentence.tokens[head]
    found = [child.i for child in sentence.children(head, "ccomp") if not _infinitive(sentence, child.i)]
    if token.pos == "NOUN":
        found += [child.i for child in sentence.children(head, "acl") if _has_mark(sentence, child.i, "that")]
    if token.dep == "parataxis" and token.head != head:
        found.append(token.head)
    members = [child.i for i in found for child in sentence.children(i, "conj") if child.pos in {"VERB", "AUX"}]
    return [i for i in dict.fromkeys(found + members) if i != head]


def _infinitive(sentence: Sentence, i: int) -> bool:
    return any(child.tag == "TO" for child in sentence.children(i, "aux"))


def _has_mark(sentence: Sentence, i: int, word: str) -> bool:
    return any(child.text.lower() == word for child in sentence.children(i, "mark"))


def _about_speaker(sentence: Sentence, clause: int) -> bool:
    return any(child.text.lower() in PERSONAL for child in sentence.children(clause, "nsubj", "nsubjpass", "expl"))


def _chain(sentence: Sentence, clause: int) -> list[int]:
    chain = [clause]
    for _ in range(MOST_STEPS):
        below = next((child.i for child in sentence.children(chain[-1], "xcomp")), None)
        if below is None:
            break
        chain.append(below)
    return chain


def _says(sentence: Sentence, i: int, clause: int, one: Phrasing) -> bool:
    modals = [child for child in sentence.children(clause, "aux") if child.tag == "MD"]
    if one.modal:
        return i == clause and any(child.text.lower() in one.options[0] for child in modals)
    if one.ahead:
        ahead = any(child.text.lower() in AHEAD for child in modals)
        denied = any(True for _ in sentence.children(i, "neg")) or _no_longer(sentence, i)
        return i == clause and ahead and denied == one.denied and _matches(sentence, sentence.tokens[i], one.options)
    # What could, should or may be so is no charge; what "would have" been is.
    if any(not _perfect(sentence, clause) or child.text.lower() != "would" for child in modals):
        return False
    denied = any(True for at in {i, clause} for _ in sentence.children(at, "neg")) or _has_no(sentence, i)
    return denied == one.denied and _matches(sentence, sentence.tokens[i], one.options)


def _no_longer(sentence: Sentence, i: int) -> bool:
    return any(True for adverb in sentence.children(i, "advmod") for _ in sentence.children(adverb.i, "neg"))


def _perfect(sentence: Sentence, clause: int) -> bool:
    return any(child.lemma.lower() == "have" for child in sentence.children(clause, "aux"))


def _has_no(sentence: Sentence, i: int) -> bool:
    return any(
        det.text.lower() in {"no", "little"}
        for child in sentence.children(i, "dobj", "attr", "nsubj")
        for det in sentence.children(child.i, "det", "amod")
    )


def _matches(sentence: Sentence, verb: Token, options: tuple[frozenset[str], ...]) -> bool:
    if verb.lemma.lower() not in options[0]:
        return False
    matched = [verb.i]
    for words in options[1:]:
        j = linked(sentence, matched, words)
        if j is None:
            return False
        matched.append(j)
    return True
