"""Triggers: which words of a sentence express an event, and by which frame."""

import msgspec

from dragoman.extract.carriers import carried_by
from dragoman.extract.lexicon import Entry, Frame, Lexicon
from dragoman.extract.linking import linked, linked_modifier
from dragoman.extract.senses import Candidate, sense_failure
from dragoman.extract.syntax import is_passive, modifiers, objects, prepositional, spread, subjects
from dragoman.records import Reason, Rejection, Sentence, TextSpan, Token

NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound"})
VERBAL = frozenset({"VERB", "AUX"})
MOST_WORDS = 9  # more than any noun's entry has
PARTICLES = frozenset({"down", "in", "off", "over", "up"})
# Prepositions of where from and where to: beside an object of the verb they tell no object ("drove rebels from X").
WAYS = frozenset({"from", "into", "onto", "out"})
# What an event noun is done to, where its frame limits that: "the battle with cancer".
NOUN_OBJECTS = ("of", "on", "against", "with")


class Trigger(msgspec.Struct, frozen=True):
    """Words that express an event by one frame.

    Attributes:
        entry: the lexicon's entry that matched.
        head: number of the trigger's head token.
        tokens: numbers of all its tokens, sorted.
        objects: for an entry that ends in a preposition, that preposition's objects, else None.
        light: number of the light verb that carries an event noun, None if there is none.
        receiving: number of the verb whose subject an event noun is done to, None if there is none.
    """

    entry: Entry
    head: int
    tokens: tuple[int, ...]
    objects: tuple[int, ...] | None = None
    light: int | None = None
    receiving: int | None = None

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
            failed = self._sense_failure(sentence, trigger)
            if failed is None:
                fitting.append(trigger)
            elif refusal is None and not entry.frame.predicates:
                # Most reports tell neither blame nor demands: nothing to explain.
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
        if _closes_compound(sentence, token):
            return ()
        if token.pos in VERBAL and token.tag != "MD":
            return self._lexicon.verbs.get(lemma, ()) + self._misread_noun(sentence, token)
        if token.pos == "NOUN" or (token.pos == "PROPN" and sentence.kind == "headline"):
            return () if token.dep == "compound" else self._lexicon.nouns.get(lemma, ())
        if token.pos == "ADJ":
            return self._lexicon.adjectives.get(lemma, ())
        return ()

    def _misread_noun(self, sentence: Sentence, token: Token) -> tuple[Entry, ...]:
        """Give a noun's entries for what is tagged a verb in a noun's place ("airstrikes on a town killed")."""
        if token.dep not in NOUN_PLACES or token.tag not in {"VBG", "VBZ"}:
            return ()
        if any(True for _ in sentence.children(token.i, "dobj", "nsubj", "aux", "auxpass")):
            return ()
        word = token.text.lower() if token.tag == "VBG" else token.lemma.lower()
        return self._lexicon.nouns.get(word, ())

    def _noun_subjects(self, sentence: Sentence, trigger: Trigger) -> list[int]:
        """Give who an event noun says does it: light subject, by-phrase, possessor, name or adjective of a country."""
        endings = tuple(self._lexicon.classes.get("demonym_ending", ()))
        found = trigger_subjects(sentence, trigger) or prepositional(sentence, trigger.head, "by")
        found += spread(sentence, [child.i for child in sentence.children(trigger.head, "poss")])
        for i in trigger.tokens:
            for j in modifiers(sentence, i)[0]:
                token = sentence.tokens[j]
                if j not in trigger.tokens and (token.pos == "PROPN" or token.text.lower().endswith(endings)):
                    found.append(j)
        return found

    def _sense_failure(self, sentence: Sentence, trigger: Trigger) -> str | None:
        heads = (trigger.head,) if trigger.light is None else (trigger.head, trigger.light)
        if trigger.entry.kind == "noun":
            one = Candidate(
                frame=trigger.frame,
                nominal=True,
                heads=heads,
                objects=_noun_objects(sentence, trigger.head),
                subjects=self._noun_subjects(sentence, trigger),
                modifiers=[j for j in _noun_modifiers(sentence, trigger.head) if j not in trigger.tokens],
                tokens=trigger.tokens,
            )
        else:
            found = trigger_objects(sentence, trigger)
            one = Candidate(
                frame=trigger.frame,
                nominal=False,
                heads=heads,
                objects=found,
                subjects=[j for j in trigger_subjects(sentence, trigger) if j not in trigger.tokens],
                tokens=trigger.tokens,
                closed=trigger.objects is None and not set(trigger.tokens).isdisjoint(objects(sentence, trigger.head)),
            )
        return sense_failure(sentence, one, self._lexicon.classes)

    def _match(self, sentence: Sentence, token: Token, entry: Entry) -> Trigger | None:
        if entry.kind == "verb":
            return _match_verb(sentence, token, entry)
        if entry.kind == "noun":
            return self._match_noun(sentence, token, entry)
        return Trigger(entry=entry, head=token.i, tokens=(token.i,))

    def _match_noun(self, sentence: Sentence, token: Token, entry: Entry) -> Trigger | None:
        before = _words_before(sentence, token.i, entry.options[:-1])
        matched = _words_linked(sentence, token.i, entry.after)
        if before is None or matched is None:
            return None
        light = carried_by(sentence, token, self._lexicon.light_verbs)
        receiving = None if light is not None else carried_by(sentence, token, self._lexicon.receiving_verbs)
        tokens = (*before, *sorted(matched))
        return Trigger(entry=entry, head=token.i, tokens=tokens, light=light, receiving=receiving)

    @staticmethod
    def _without_claimed(found: list[Trigger]) -> tuple[Trigger, ...]:
        """Drop triggers whose head is a light verb or a part of a longer trigger."""
        claimed = {trigger.light for trigger in found if trigger.light is not None}
        longer = sorted(found, key=lambda trigger: (-_reach(trigger), trigger.head))
        kept: list[Trigger] = []
        for trigger in longer:
            single_light = trigger.head in claimed and len(trigger.tokens) == 1
            if single_light or any(trigger.head in other.tokens for other in kept):
                continue
            kept.append(trigger)
        return tuple(sorted(kept, key=lambda trigger: trigger.head))


def _reach(trigger: Trigger) -> int:
    """Rank triggers that share words: the longer one goes first, and a verb with its noun before the noun alone."""
    length = len(trigger.tokens)
    return length + MOST_WORDS if trigger.entry.kind == "verb" and length > 1 else length


def _closes_compound(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word only closes a modifier: "rebel-held", "Iran-backed" tell no event."""
    if token.i == 0 or token.pos == "NOUN" or token.dep != "amod":
        return False
    before = sentence.tokens[token.i - 1]
    return before.text == "-" and before.end == token.start


def _specificity(trigger: Trigger) -> tuple[int, int, float, str]:
    data = trigger.frame.data
    narrow = bool(data.object) + bool(data.subject) + bool(data.with_) + 3 * bool(data.predicate)
    return (len(trigger.tokens), narrow, data.weight, trigger.frame.id)


def _match_verb(sentence: Sentence, token: Token, entry: Entry) -> Trigger | None:
    before = _words_before(sentence, token.i, entry.before)
    matched = _words_linked(sentence, token.i, entry.options[1:])
    if before is None or matched is None or _is_no_particle(sentence, matched):
        return None
    # "is committed to": a state that the parser takes for a passive is told by its participle.
    head = token.head if token.dep == "auxpass" and token.head in matched else token.i
    return Trigger(
        entry=entry,
        head=head,
        tokens=tuple(sorted({*before, *matched})),
        # "charge * with": the object is the verb's own, not the preposition's.
        objects=None if "*" in entry.words else _entry_objects(sentence, matched),
    )


def _is_no_particle(sentence: Sentence, matched: list[int]) -> bool:
    """Tell whether the end of a phrasal verb is a mere preposition of place ("took place in", not "took in")."""
    last = sentence.tokens[matched[-1]]
    if len(matched) != 2 or last.dep != "prep" or last.text.lower() not in PARTICLES:  # noqa: PLR2004
        return False
    return any(child.i not in matched for child in sentence.children(matched[0], "dobj"))


def _words_linked(sentence: Sentence, i: int, wanted: tuple[frozenset[str], ...]) -> list[int] | None:
    """Give token `i` and the tokens of the words that hang on it one after the other, None if one is missing."""
    matched = [i]
    at = 0
    while at < len(wanted):
        j = linked(sentence, matched, wanted[at])
        if j is not None and _leads_on(sentence, j, wanted[at + 1 :]):
            matched.append(j)
            at += 1
            continue
        # "held joint drills": the modifier hangs on the noun that comes after it.
        noun = linked(sentence, matched, wanted[at + 1]) if at + 1 < len(wanted) else None
        modifier = None if noun is None else linked_modifier(sentence, noun, wanted[at])
        if noun is None or modifier is None:
            return None
        matched.extend((modifier, noun))
        at += 2
    return matched


def _leads_on(sentence: Sentence, i: int, rest: tuple[frozenset[str], ...]) -> bool:
    """Tell whether a preposition inside an entry has no object but the entry's own ("gives in", not "gives in May")."""
    if not rest or sentence.tokens[i].dep != "prep":
        return True
    found = linked(sentence, [i], rest[0])
    return found in sentence.subtree(i) or not any(True for _ in sentence.children(i, "pobj"))


def _words_before(sentence: Sentence, i: int, wanted: tuple[frozenset[str], ...]) -> tuple[int, ...] | None:
    """Give the tokens right before token `i` if they are the words wanted, hyphens passed over, else None."""
    found: list[int] = []
    for options in reversed(wanted):
        i -= 1
        if i > 0 and sentence.tokens[i].text == "-":
            found.append(i)
            i -= 1
        if i < 0 or options.isdisjoint({sentence.tokens[i].lemma.lower(), sentence.tokens[i].text.lower()}):
            return None
        found.append(i)
    return tuple(reversed(found))


def _entry_objects(sentence: Sentence, matched: list[int]) -> tuple[int, ...] | None:
    """Give the objects of the preposition that ends an entry, None if none ends it."""
    last = sentence.tokens[matched[-1]]
    own = [j for j in objects(sentence, matched[0]) if j not in matched]
    if own and last.text.lower() in WAYS:
        return tuple(own)
    if len(matched) == 1 or last.dep == "prt" or not (last.pos in {"ADP", "SCONJ", "PART"} or last.dep == "prep"):
        return None
    found = tuple(_objects_of(sentence, last.i))
    return found or (tuple(objects(sentence, matched[0])) if len(matched) == 2 else ())  # noqa: PLR2004


def _objects_of(sentence: Sentence, i: int) -> list[int]:
    found = [child.i for child in sentence.children(i, "pobj")]
    preposition = sentence.tokens[i]
    if not found:
        return []
    return prepositional(sentence, preposition.head, preposition.text.lower())


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
    # What is coordinated with a word of the entry is no object either: "traded insults and threats".
    own = set(trigger.tokens)
    return [
        j for j in found if j not in own and not (sentence.tokens[j].dep == "conj" and sentence.tokens[j].head in own)
    ]


def trigger_subjects(sentence: Sentence, trigger: Trigger) -> list[int]:
    """Give the tokens that do what the trigger says."""
    if trigger.entry.kind == "verb":
        state = trigger.entry.words[0] == "be" and is_passive(sentence, trigger.head)
        return objects(sentence, trigger.head) if state else subjects(sentence, trigger.head)
    if trigger.light is not None:
        return [j for j in subjects(sentence, trigger.light) if j != trigger.head]
    return []


def _noun_objects(sentence: Sentence, i: int) -> list[int]:
    """Give what an event noun is done to; after an object the parser may hang that on the verb."""
    heads = [i, sentence.tokens[i].head] if sentence.tokens[i].dep == "dobj" else [i]
    return [j for head in heads for name in NOUN_OBJECTS for j in prepositional(sentence, head, name)]


def _noun_modifiers(sentence: Sentence, i: int) -> list[int]:
    return [child.i for child in sentence.children(i, "amod", "compound", "nmod", "npadvmod")]


def trigger_reason(trigger: Trigger, span: TextSpan) -> Reason:
    """Say by which frame and entry the event was found."""
    return Reason(
        field="event",
        value=trigger.frame.event,
        rule=f"{trigger.frame.id}/{' '.join(trigger.entry.words)}",
        evidence=span,
    )
