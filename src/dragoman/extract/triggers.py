"""Triggers: which words of a sentence express an event, and by which frame."""

import msgspec

from dragoman.extract.lexicon import Entry, Frame, Lexicon, WordTest
from dragoman.extract.syntax import objects, prepositional, subjects
from dragoman.records import Reason, Rejection, Sentence, TextSpan, Token

VERBAL = frozenset({"VERB", "AUX"})
LINKS = frozenset(
    {"prt", "prep", "advmod", "dobj", "pobj", "dative", "acomp", "oprd", "xcomp", "attr", "nsubjpass", "agent", "npadvmod",
     "obj", "nsubj", "pcomp", "amod", "compound"}
)  # fmt: skip
# Classes of words that also take in every name and personal pronoun.
NAMED_CLASSES = frozenset({"@human", "@person", "@people", "@group", "@official", "@combatant", "@actor", "@state"})
PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom", "we", "us", "i", "me"})
QUANTITIES = frozenset({"dozen", "hundred", "thousand", "million", "score", "number", "group", "member", "series", "lot",
                        "majority", "handful", "pair", "couple", "rest", "most", "some", "all", "many", "several", "wave",
                        "at", "one", "two", "three"})  # fmt: skip


class Trigger(msgspec.Struct, frozen=True):
    """Words that express an event by one frame.

    Attributes:
        entry: the lexicon's entry that matched.
        head: number of the trigger's head token.
        tokens: numbers of all its tokens, sorted.
        objects: for an entry that ends in a preposition, that preposition's objects, else None.
        light: number of the light verb that carries an event noun, None if there is none.
    """

    entry: Entry
    head: int
    tokens: tuple[int, ...]
    objects: tuple[int, ...] | None = None
    light: int | None = None

    @property
    def frame(self) -> Frame:
        """The frame of the entry."""
        return self.entry.frame


class TriggerFinder:
    """Finds the triggers of parsed sentences with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, sentence: Sentence) -> tuple[tuple[Trigger, ...], tuple[Rejection, ...]]:
        """Give the triggers of a sentence, in order, and the words that were looked at and refused."""
        found: list[Trigger] = []
        refused: list[Rejection] = []
        for token in sentence.tokens:
            trigger, why = self._at(sentence, token)
            if trigger is not None:
                found.append(trigger)
            elif why is not None:
                refused.append(why)
        return self._without_claimed(found), tuple(refused)

    def _at(self, sentence: Sentence, token: Token) -> tuple[Trigger | None, Rejection | None]:
        refusal = None
        fitting = []
        for entry in self._entries(sentence, token):
            trigger = self._match(sentence, token, entry)
            if trigger is None:
                continue
            failed = sense_failure(sentence, trigger)
            if failed is None:
                fitting.append(trigger)
            elif refusal is None:
                refusal = Rejection(
                    stage="extract",
                    reason="sense",
                    detail=f"{entry.frame.id}: {failed}",
                    evidence=TextSpan(text=token.text, start=token.start, end=token.end),
                )
        if not fitting:
            return None, refusal
        return max(fitting, key=_specificity), None

    def _entries(self, sentence: Sentence, token: Token) -> tuple[Entry, ...]:
        lemma = token.lemma.lower()
        if token.pos in VERBAL and token.tag != "MD":
            return self._lexicon.verbs.get(lemma, ())
        if token.pos == "NOUN" or (token.pos == "PROPN" and sentence.kind == "headline"):
            return () if token.dep == "compound" else self._lexicon.nouns.get(lemma, ())
        if token.pos == "ADJ":
            verb = self._lexicon.verbs.get(_participle_base(token), ()) if token.tag in {"VBN", "VBD"} else ()
            return self._lexicon.adjectives.get(lemma, ()) + verb
        return ()

    def _match(self, sentence: Sentence, token: Token, entry: Entry) -> Trigger | None:
        if entry.kind == "verb":
            return _match_verb(sentence, token, entry)
        if entry.kind == "noun":
            return self._match_noun(sentence, token, entry)
        return Trigger(entry=entry, head=token.i, tokens=(token.i,))

    def _match_noun(self, sentence: Sentence, token: Token, entry: Entry) -> Trigger | None:
        first = token.i - len(entry.words) + 1
        if first < 0:
            return None
        for options, other in zip(entry.options[:-1], sentence.tokens[first : token.i], strict=True):
            if options.isdisjoint({other.lemma.lower(), other.text.lower()}):
                return None
        return Trigger(
            entry=entry, head=token.i, tokens=tuple(range(first, token.i + 1)), light=self._light_verb(sentence, token)
        )

    def _light_verb(self, sentence: Sentence, noun: Token) -> int | None:
        """Find the verb that only carries an event noun, as in "carried out an attack"."""
        candidates = []
        if noun.dep in {"dobj", "nsubjpass", "obj"} or (noun.dep == "pobj" and noun.head != noun.i):
            candidates.append(noun.head)
        candidates.extend(child.i for child in sentence.children(noun.i, "acl", "relcl") if child.tag in {"VBN", "VBD"})
        for i in candidates:
            verb = i
            if sentence.tokens[i].pos == "ADP":
                verb = sentence.tokens[i].head
            for rest in self._lexicon.light_verbs.get(sentence.tokens[verb].lemma.lower(), ()):
                near = {child.text.lower() for child in sentence.children(verb)} | {sentence.tokens[i].text.lower()}
                if sentence.tokens[i].pos == "ADP" and not rest:
                    continue
                if all(word in near for word in rest):
                    return verb
        return None

    @staticmethod
    def _without_claimed(found: list[Trigger]) -> tuple[Trigger, ...]:
        """Drop triggers whose head is a light verb or a part of a longer trigger."""
        claimed: set[int] = set()
        for trigger in found:
            if trigger.light is not None:
                claimed.add(trigger.light)
        longer = sorted(found, key=lambda trigger: (-len(trigger.tokens), trigger.head))
        kept: list[Trigger] = []
        for trigger in longer:
            single_light = trigger.head in claimed and len(trigger.tokens) == 1
            if single_light or any(trigger.head in other.tokens for other in kept):
                continue
            kept.append(trigger)
        return tuple(sorted(kept, key=lambda trigger: trigger.head))


def _specificity(trigger: Trigger) -> tuple[int, int, float, str]:
    data = trigger.frame.data
    narrow = bool(data.object) + bool(data.subject) + bool(data.with_)
    return (len(trigger.tokens), narrow, data.weight, trigger.frame.id)


def _participle_base(token: Token) -> str:
    return token.lemma.lower()


def _match_verb(sentence: Sentence, token: Token, entry: Entry) -> Trigger | None:
    matched = [token.i]
    for options in entry.options[1:]:
        j = _linked(sentence, matched, options)
        if j is None:
            return None
        matched.append(j)
    found: tuple[int, ...] | None = None
    last = sentence.tokens[matched[-1]]
    if len(matched) > 1 and (last.pos in {"ADP", "SCONJ", "PART"} or last.dep == "prep") and last.dep != "prt":
        found = tuple(_objects_of(sentence, last.i))
        found = found or (tuple(objects(sentence, token.i)) if len(matched) == 2 else ())  # noqa: PLR2004
    return Trigger(entry=entry, head=token.i, tokens=tuple(sorted(matched)), objects=found)


def _linked(sentence: Sentence, matched: list[int], options: frozenset[str]) -> int | None:
    for i in matched:
        for child in sentence.children(i):
            if child.dep in LINKS and not options.isdisjoint({child.text.lower(), child.lemma.lower()}):
                return child.i
    verb = sentence.tokens[matched[0]]
    if verb.dep in {"acl", "relcl", "amod"} and sentence.tokens[verb.head].lemma.lower() in options:
        # "the sanctions lifted in March", "the ban that was lifted": what the verb is done to governs it.
        return verb.head
    after = matched[-1] + 1
    if after < len(sentence.tokens) and sentence.tokens[after].text.lower() in options:
        return after
    return None


def _objects_of(sentence: Sentence, i: int) -> list[int]:
    found = [child.i for child in sentence.children(i, "pobj")]
    preposition = sentence.tokens[i]
    if not found:
        return []
    return prepositional(sentence, preposition.head, preposition.text.lower())


def sense_failure(sentence: Sentence, trigger: Trigger) -> str | None:
    """Say which of a frame's limits on its object, subject and complements a trigger breaks, None if none."""
    frame = trigger.frame
    nominal = trigger.entry.kind == "noun"
    found_objects = trigger_objects(sentence, trigger)
    if frame.object and not nominal and not _passes(sentence, found_objects, frame.object, frame.data.object):
        return "its object is of another kind"
    if frame.not_object and _hits(sentence, found_objects, frame.not_object):
        return "its object is of an excluded kind"
    found_subjects = trigger_subjects(sentence, trigger)
    if frame.subject and not nominal and not _passes(sentence, found_subjects, frame.subject, frame.data.subject):
        return "its subject is of another kind"
    if frame.not_subject and _hits(sentence, found_subjects, frame.not_subject):
        return "its subject is of an excluded kind"
    if frame.data.with_ and not any(_has_complement(sentence, trigger, kind) for kind in frame.data.with_):
        return f"has none of its complements ({', '.join(frame.data.with_)})"
    return None


def trigger_objects(sentence: Sentence, trigger: Trigger) -> list[int]:
    """Give the tokens that the trigger is done to, before any role pattern is asked."""
    if trigger.objects is not None:
        return list(trigger.objects)
    if trigger.entry.kind == "noun":
        return prepositional(sentence, trigger.head, "of")
    if trigger.entry.kind == "adjective":
        token = sentence.tokens[trigger.head]
        return [token.head] if token.dep == "amod" else []
    found = objects(sentence, trigger.head)
    return [j for j in found if j not in trigger.tokens]


def trigger_subjects(sentence: Sentence, trigger: Trigger) -> list[int]:
    """Give the tokens that do what the trigger says."""
    if trigger.entry.kind == "verb":
        return subjects(sentence, trigger.head)
    if trigger.light is not None:
        return [j for j in subjects(sentence, trigger.light) if j != trigger.head]
    return []


def _lemmas(sentence: Sentence, i: int) -> set[str]:
    token = sentence.tokens[i]
    lemmas = {token.lemma.lower(), token.text.lower()}
    lemmas |= {f"{child.lemma.lower()} {token.lemma.lower()}" for child in sentence.children(i, "compound", "amod")}
    if token.lemma.lower() in QUANTITIES or token.pos in {"NUM", "DET", "PRON"}:
        for child in sentence.children(i, "prep"):
            for inner in sentence.children(child.i, "pobj"):
                lemmas |= {inner.lemma.lower()}
    return lemmas


def _hits(sentence: Sentence, found: list[int], test: WordTest) -> bool:
    return any(test.accepts(_lemmas(sentence, i)) for i in found)


def _passes(sentence: Sentence, found: list[int], test: WordTest, written: tuple[str, ...]) -> bool:
    if _hits(sentence, found, test):
        return True
    if not NAMED_CLASSES.intersection(written):
        return False
    return any(sentence.tokens[i].pos in {"PROPN", "NUM"} or sentence.tokens[i].text.lower() in PERSONAL for i in found)


def _has_complement(sentence: Sentence, trigger: Trigger, kind: str) -> bool:
    heads = (trigger.head,) if trigger.light is None else (trigger.head, trigger.light)
    for i in heads:
        if kind.startswith("prep:") and prepositional(sentence, i, kind[5:]):
            return True
        if kind == "obj" and trigger_objects(sentence, trigger):
            return True
        for child in sentence.children(i, "xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl"):
            infinitive = any(aux.tag == "TO" for aux in sentence.children(child.i, "aux"))
            if kind == "to-verb" and infinitive:
                return True
            if kind == "ing" and child.tag == "VBG" and child.dep in {"xcomp", "pcomp", "ccomp"}:
                return True
            if kind == "that" and child.dep in {"ccomp", "acl"} and not infinitive:
                return True
        if kind == "ing":
            for preposition in sentence.children(i, "prep"):
                if any(True for _ in sentence.children(preposition.i, "pcomp")):
                    return True
    return False


def trigger_reason(trigger: Trigger, span: TextSpan) -> Reason:
    """Say by which frame and entry the event was found."""
    return Reason(field="event", value=trigger.frame.event, rule=f"{trigger.frame.id}/{' '.join(trigger.entry.words)}", evidence=span)
