"""Senses: whether the words around a trigger leave it the meaning that its frame has."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.extract.lexicon import Frame, WordTest
from dragoman.extract.predicates import find_clauses
from dragoman.extract.syntax import prepositional, sides
from dragoman.extract.worlds import RESULT
from dragoman.records import Sentence

CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl")
# A noun in one of these places is what its clause tells of; elsewhere it is named in passing.
MAIN = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "attr"})
PLACES = {"as-subj": frozenset({"nsubj", "nsubjpass"}), "epithet": frozenset({"amod"})}
NAMES = frozenset({"PROPN", "NUM"})

Classes = Mapping[str, frozenset[str]]


class Candidate(msgspec.Struct, frozen=True):
    """Words that may be a trigger of a frame, with what stands around them.

    Attributes:
        frame: the frame.
        nominal: whether the trigger is a noun.
        heads: the trigger's head, and the light verb that carries it.
        objects: what it is done to.
        subjects: who does it.
        modifiers: for a noun, the words that modify it.
        tokens: all words of the trigger.
        closed: whether the entry names the object itself ("freeze assets").
    """

    frame: Frame
    nominal: bool
    heads: tuple[int, ...]
    objects: Sequence[int]
    subjects: Sequence[int]
    modifiers: Sequence[int] = ()
    tokens: Sequence[int] = ()
    closed: bool = False


def sense_failure(sentence: Sentence, one: Candidate, classes: Classes) -> str | None:
    """Say which of its frame's limits on object, subject and complements a candidate breaks, None if none."""
    return (
        _object_failure(sentence, one, classes)
        or _subject_failure(sentence, one, classes)
        or _complement_failure(sentence, one, classes)
    )


def _object_failure(sentence: Sentence, one: Candidate, classes: Classes) -> str | None:
    wanted, refused = one.frame.object, one.frame.not_object
    if wanted and not one.nominal and not one.closed and not _passes(sentence, one.objects, wanted, classes):
        return "its object is of another kind"
    if refused and _all_hit(sentence, one.objects, refused, classes):
        return "its object is of an excluded kind"
    return None


def _subject_failure(sentence: Sentence, one: Candidate, classes: Classes) -> str | None:
    wanted, refused = one.frame.subject, one.frame.not_subject
    if wanted and not _subject_passes(sentence, one, wanted, classes):
        return "its subject is of another kind"
    if refused and _all_hit(sentence, one.subjects or _called(sentence, one), refused, classes):
        return "its subject is of an excluded kind"
    return None


def _called(sentence: Sentence, one: Candidate) -> Sequence[int]:
    """Give what is called by an event's name: "the book is an attack on", which is none if books do not attack."""
    token = sentence.tokens[one.heads[0]]
    if not one.nominal or token.dep != "attr":
        return ()
    return [child.i for child in sentence.children(token.head, "nsubj")]


def _complement_failure(sentence: Sentence, one: Candidate, classes: Classes) -> str | None:
    data, refused, told = one.frame.data, one.frame.not_modifier, one.frame.predicates
    if refused and any(refused.accepts(lemmas_of(sentence, i, classes)) for i in one.modifiers):
        return "it is modified by an excluded word"
    if data.with_ and not any(_has_complement(sentence, one, kind, classes) for kind in data.with_):
        return f"has none of its complements ({', '.join(data.with_)})"
    if any(_has_complement(sentence, one, kind, classes) for kind in data.not_with):
        return f"has a complement of another meaning ({', '.join(data.not_with)})"
    if told and not find_clauses(sentence, one.heads[0], told):
        return "its clause says nothing of the kind"
    return None


def lemmas_of(sentence: Sentence, i: int, classes: Classes, *, titles: bool = True) -> frozenset[str]:
    """Give the words that a noun may be known by in a class.

    These are its lemma, the lemma after a modifier ("fighter jet"), a title before a name ("President
    Park") unless `titles` is False, and the noun that it counts ("dozens of rebels").
    """
    token = sentence.tokens[i]
    lemma = token.lemma.lower()
    found = {lemma, token.text.lower()}
    for child in sentence.children(i, "compound", "amod", "nmod"):
        found.add(f"{child.lemma.lower()} {lemma}")
        if titles and token.pos == "PROPN" and child.dep != "amod":
            found.add(child.lemma.lower())
        if lemma in classes.get("collective", ()):
            found.add(child.lemma.lower())
    if token.pos == "PROPN":
        found.add(token.text.lower().removesuffix("s"))  # "the Syrian Democratic Forces" are a force
    if token.tag == "NNPS":
        found.add("people")  # "Algerians blocked a road"
    if lemma in classes.get("money", ()):  # "5 million euros in emergency aid"
        for j in prepositional(sentence, i, "in"):
            found |= lemmas_of(sentence, j, classes, titles=titles)
    if lemma in classes.get("quantity", ()) or token.pos in {"NUM", "DET", "PRON"}:
        counted = [inner for inner in prepositional(sentence, i, "of") if inner != i]
        if counted:
            return frozenset().union(*(lemmas_of(sentence, j, classes, titles=titles) for j in counted))
    return frozenset(found)


def _all_hit(sentence: Sentence, found: Sequence[int], test: WordTest, classes: Classes) -> bool:
    """Coordinated nouns break a limit only together: "killed 20 people and their cattle" is about people.

    Parts of a name break none: the Crisis Group is no crisis. What a name ends in breaks only the limits of firms and
    sport: the World Food Programme is no programme on television, but the Premier League plays.
    """
    return bool(found) and all(_hits(sentence, i, test, classes) for i in found)


def _hits(sentence: Sentence, i: int, test: WordTest, classes: Classes) -> bool:
    lemmas = lemmas_of(sentence, i, classes, titles=False)
    if _is_long_name(sentence, i):
        lemmas &= (
            classes.get("market", frozenset()) | classes.get("sport", frozenset()) | classes.get("firm", frozenset())
        )
    return test.accepts(lemmas)


def _is_long_name(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].pos == "PROPN" and any(
        child.pos == "PROPN" for child in sentence.children(i, "compound", "nmod")
    )


def _passes(sentence: Sentence, found: Sequence[int], test: WordTest, classes: Classes) -> bool:
    if any(test.accepts(lemmas_of(sentence, i, classes)) for i in found):
        return True
    if test.bodies and any(sentence.tokens[i].text.lower() in classes.get("bodies", ()) for i in found):
        return True
    if not test.names:
        return False
    personal = classes.get("personal", frozenset())
    return any(sentence.tokens[i].pos in NAMES or sentence.tokens[i].text.lower() in personal for i in found)


def _subject_passes(sentence: Sentence, one: Candidate, test: WordTest, classes: Classes) -> bool:
    if not one.nominal:
        return _passes(sentence, one.subjects, test, classes)
    # A noun need not say who does it; where it does, that has to be the right kind.
    return not one.subjects or _named_or_modified(sentence, one, test, classes)


def _named_or_modified(sentence: Sentence, one: Candidate, test: WordTest, classes: Classes) -> bool:
    if _passes(sentence, (*one.subjects, *one.modifiers), test, classes):
        return True
    # "Israeli strikes": where names are let in, the adjective of a country is one.
    return test.names and any(_is_demonym(sentence, i, classes) for i in (*one.subjects, *one.modifiers))


def _is_demonym(sentence: Sentence, i: int, classes: Classes) -> bool:
    token = sentence.tokens[i]
    if token.pos != "ADJ" or not token.text[:1].isupper():
        return False
    return i > 0 or token.text.lower().endswith(tuple(classes.get("demonym_ending", ())))


def _has_complement(sentence: Sentence, one: Candidate, kind: str, classes: Classes) -> bool:
    if kind.startswith("prep:"):
        return _has_preposition(sentence, one, kind[5:], classes)
    if kind in WORDING:
        return WORDING[kind](sentence, one)
    if kind in {"content", "sides"}:  # which acts stand inside is known when all triggers of the sentence are
        return kind == "content" or any(sides(sentence, i) for i in one.heads)
    if kind in {"dobj", "obj", "of-object", "from-object", "subj"}:
        return _has_participant(sentence, one, kind, classes)
    if kind in PLACES:
        return (kind == "as-subj") == one.nominal and sentence.tokens[one.heads[0]].dep in PLACES[kind]
    return kind in {found for i in one.heads for found in _clauses(sentence, i)}


def _has_preposition(sentence: Sentence, one: Candidate, kind: str, classes: Classes) -> bool:
    """Tell whether a preposition hangs on the trigger: "in", "in @violence" (of that class), "with but @weapon"."""
    preposition, _, name = kind.partition(" @")
    spared = preposition.endswith(" but")
    found = [j for i in one.heads for j in prepositional(sentence, i, preposition.removesuffix(" but"))]
    if not name:
        return bool(found)
    among = [not classes[name].isdisjoint(lemmas_of(sentence, j, classes)) for j in found]
    return bool(among) and not any(among) if spared else any(among)


def _has_score(sentence: Sentence, one: Candidate) -> bool:
    """Tell whether a result follows: "beat them 3-1"."""
    after = sentence.tokens[max(one.tokens or one.heads) + 1 :]
    return RESULT.search(" ".join(token.text for token in after)) is not None


def _has_particle(sentence: Sentence, one: Candidate) -> bool:
    """Tell whether a particle hangs on the verb that the entry does not name: "knocked out", "killed off"."""
    found = (child.i for child in sentence.children(one.heads[0], "prt"))
    return not one.nominal and any(i not in one.tokens for i in found)


def _is_bare_in(sentence: Sentence, one: Candidate) -> bool:
    """Tell whether a noun stands in a set phrase: "in charge of", not "in the charge of"."""
    token = sentence.tokens[one.heads[0]]
    in_phrase = token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "in"
    return one.nominal and in_phrase and sentence.tokens[token.i - 1].i == token.head


def _is_carried(sentence: Sentence, one: Candidate) -> bool:
    """Tell whether a light verb carries the noun."""
    del sentence
    return len(one.heads) > 1


def _is_main(sentence: Sentence, one: Candidate) -> bool:
    """Tell whether the noun is what its clause tells of."""
    return len(one.heads) > 1 or _stands_in_main_place(sentence, one.heads[0])


WORDING = {
    "bare-in": _is_bare_in,
    "light": _is_carried,
    "main": _is_main,
    "particle": _has_particle,
    "score": _has_score,
}


def _has_participant(sentence: Sentence, one: Candidate, kind: str, classes: Classes) -> bool:
    if kind == "dobj":
        return any(True for _ in sentence.children(one.heads[0], "dobj", "nsubjpass"))
    if kind == "obj":
        return bool(one.objects)
    if kind != "subj":
        test, found = one.frame.object, prepositional(sentence, one.heads[0], kind.removesuffix("-object"))
        return bool(found) if test is None else _passes(sentence, found, test, classes)
    test = one.frame.subject
    return bool(one.subjects) if test is None else _named_or_modified(sentence, one, test, classes)


def _stands_in_main_place(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    while token.dep == "conj":
        token = sentence.tokens[token.head]
    return token.dep in MAIN


def _clauses(sentence: Sentence, i: int) -> Iterator[str]:
    """Name the kinds of clauses that hang on a token: `to-verb`, `ing`, `that`."""
    for child in sentence.children(i, *CLAUSES):
        infinitive = any(aux.tag == "TO" for aux in sentence.children(child.i, "aux"))
        if infinitive:
            yield "to-verb"
        if child.tag == "VBG" and child.dep in {"xcomp", "pcomp", "ccomp"}:
            yield "ing"
        if child.dep in {"ccomp", "acl"} and not infinitive:
            yield "that"
    for preposition in sentence.children(i, "prep"):
        if any(True for _ in sentence.children(preposition.i, "pcomp")):
            yield "ing"
