"""Participants: who acts and who is acted upon, read from a trigger's surroundings by its frame's pattern."""

from collections.abc import Callable

from dragoman.extract.predicates import clause_of, find_clauses
from dragoman.extract.syntax import is_passive, modifiers, objects, phrase_of, prepositional, sides, spread, subjects
from dragoman.extract.triggers import Trigger, trigger_objects, trigger_subjects
from dragoman.records import Phrase, Sentence, TextSpan

Found = list[int]
HELPING = frozenset({"aid", "assist", "benefit", "bolster", "help", "protect", "relieve", "rescue", "support"})
GOVERNOR_STEPS = 4  # from the noun up to the verb: noun, preposition, noun, preposition
OWNER = "owner"  # slot of whose thing an object is
PART = "part"  # slot of the object that the trigger itself holds
WEAK = frozenset({"adj", "compound", "owner"})  # slots whose phrases count only if they resolve to an actor


def find_participants(
    sentence: Sentence, trigger: Trigger, *, text: str
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Give the phrases that act and those acted upon, by the frame's role pattern.

    Args:
        sentence: a parsed sentence.
        trigger: a trigger of it.
        text: the article's text.
    """
    pattern = trigger.frame.pattern
    nominal = trigger.entry.kind == "noun"
    actor_slots = pattern.noun_actor if nominal else pattern.actor
    recipient_slots = pattern.noun_recipient if nominal else pattern.recipient
    actors = _fill(sentence, trigger, actor_slots, text=text)
    if nominal:
        actors = _light_subject(sentence, trigger, text=text) or actors
    taken = {phrase.head for phrase in actors}
    recipients = tuple(
        phrase
        for phrase in _fill(sentence, trigger, recipient_slots, text=text, taken=taken)
        if phrase.head not in taken
    )
    if nominal and not recipients:
        recipients = _receivers(sentence, trigger, text=text, taken=taken)
    if not nominal or not pattern.reciprocal:
        recipients += _owners(sentence, recipients, text=text, taken=taken)
    if nominal and pattern.reciprocal and trigger.light is not None:
        partners = _slot(sentence, trigger, "prep:with")
        actors += tuple(phrase_of(sentence, i, text=text, slot="prep:with") for i in partners if i not in taken)
    return actors, recipients


def find_addressed(sentence: Sentence, condition: TextSpan, *, text: str) -> tuple[Phrase, ...]:
    """Give whom a conditional threat is meant for: who could fulfil the condition ("unless Chad withdraws").

    Args:
        sentence: the threat's sentence.
        condition: the words of its condition.
        text: the article's text.
    """
    inside = (token for token in sentence.tokens if condition.start <= token.start < condition.end)
    subject = next((token for token in inside if token.dep in {"nsubj", "nsubjpass"} and token.pos != "PRON"), None)
    if subject is None:
        return ()
    return tuple(phrase_of(sentence, i, text=text, slot="cond-subj", weak=True) for i in spread(sentence, [subject.i]))


def _owners(sentence: Sentence, recipients: tuple[Phrase, ...], *, text: str, taken: set[int]) -> tuple[Phrase, ...]:
    """Give whose thing is acted upon, meant where the thing is nobody: "faulted the government's handling"."""
    heads = {phrase.head for phrase in recipients} | taken
    found: Found = []
    for phrase in recipients:
        found.extend(child.i for child in sentence.children(phrase.head, "poss"))
        found.extend(i for word in ("by", "of", "from") for i in prepositional(sentence, phrase.head, word))
        found.extend(modifiers(sentence, phrase.head)[0])
        for child in sentence.children(phrase.head, "acl"):  # "proposals made by the assembly"
            found.extend(subjects(sentence, child.i) if is_passive(sentence, child.i) else [])
    members = [i for i in dict.fromkeys(spread(sentence, found)) if i not in heads]
    return tuple(phrase_of(sentence, i, text=text, slot=OWNER, weak=True) for i in members)


def _receivers(sentence: Sentence, trigger: Trigger, *, text: str, taken: set[int]) -> tuple[Phrase, ...]:
    """Give who is given or gets what the noun says: "granted him a reprieve", "he received threats"."""
    if trigger.receiving is not None:
        found = subjects(sentence, trigger.receiving)
        return tuple(phrase_of(sentence, i, text=text, slot="iobj") for i in found if i not in taken)
    light = trigger.light
    if light is None:
        return ()
    found = [child.i for child in sentence.children(light, "dative") if child.pos != "ADP"]
    if _has_object(sentence, light, trigger.head):
        found += [child.i for child in sentence.children(light, "nsubjpass")]
    members = [i for i in spread(sentence, found) if i not in taken and i != trigger.head]
    return tuple(phrase_of(sentence, i, text=text, slot="iobj") for i in members)


def _has_object(sentence: Sentence, verb: int, noun: int) -> bool:
    return any(child.i == noun for child in sentence.children(verb, "dobj", "obj", "oprd"))


def _light_subject(sentence: Sentence, trigger: Trigger, *, text: str) -> tuple[Phrase, ...]:
    found = trigger_subjects(sentence, trigger)
    return tuple(phrase_of(sentence, i, text=text, slot="light-subj") for i in found if i != trigger.head)


def _fill(
    sentence: Sentence, trigger: Trigger, slots: tuple[str, ...], *, text: str, taken: set[int] | None = None
) -> tuple[Phrase, ...]:
    """Try a pattern's slots in order: the first that holds something wins, slots with `+` are added.

    Weak modifiers ("truck", "Boston") do not close the search: a later slot may hold the real participant.
    """
    phrases: list[Phrase] = []
    used = set(trigger.tokens) | (taken or set())
    settled = False
    for slot in slots:
        name = slot.rstrip("+")
        if settled and not slot.endswith("+"):
            continue
        weak = name in WEAK
        found = [i for i in _slot(sentence, trigger, name) if i not in used or name == PART]
        used.update(found)
        phrases.extend(phrase_of(sentence, i, text=text, slot=name, weak=weak) for i in found)
        settled = settled or (bool(found) and not weak)
    return tuple(phrases)


def _slot(sentence: Sentence, trigger: Trigger, name: str) -> Found:
    if name.startswith("prep:"):
        found = prepositional(sentence, trigger.head, name[5:])
        carriers = [i for i in (trigger.light, trigger.receiving) if i is not None]
        for i in (*trigger.tokens, *carriers):
            found = found or (prepositional(sentence, i, name[5:]) if i != trigger.head else [])
        if not found and trigger.entry.kind == "noun" and name != "prep:of":
            # "the normalisation of relations between X and Y", "an attack on ships by X"
            of = ("of", "on", "against") if name == "prep:by" else ("of",)
            under = [j for one in of for j in prepositional(sentence, trigger.head, one)]
            found = [i for j in under for i in prepositional(sentence, j, name[5:])]
        return found
    if name.startswith("obj.prep:"):
        return [i for j in trigger_objects(sentence, trigger) for i in prepositional(sentence, j, name[9:])]
    return SLOTS[name](sentence, trigger)


def _governor(sentence: Sentence, trigger: Trigger) -> Found:
    """Find who does what an event noun is told beside: "he is on a trip", "spoke after a summit with X"."""
    at = sentence.tokens[trigger.head]
    for _ in range(GOVERNOR_STEPS):
        if at.dep not in {"pobj", "prep", "pcomp"} or at.head == at.i:
            break
        at = sentence.tokens[at.head]
    if at.i == trigger.head or at.pos not in {"VERB", "AUX"}:
        return []
    return [i for i in subjects(sentence, at.i) if i != trigger.head]


def _host(sentence: Sentence, trigger: Trigger) -> Found:
    """Find who does what an event noun is the means of: "marked the day with a parade"."""
    token = sentence.tokens[trigger.head]
    beside = token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "with"
    return _governor(sentence, trigger) if beside else []


def _partner(sentence: Sentence, trigger: Trigger) -> Found:
    """Find who met, where the noun names the other party alone: "spoke after a summit with X"."""
    return _governor(sentence, trigger) if prepositional(sentence, trigger.head, "with") else []


def _possessive(sentence: Sentence, trigger: Trigger) -> Found:
    return spread(sentence, [child.i for child in sentence.children(trigger.head, "poss")])


def _capitalised(sentence: Sentence, trigger: Trigger) -> Found:
    # The whole compound is modified: in "a US drone strike" the parser hangs "US" on "drone".
    found = [i for j in trigger.tokens for i in modifiers(sentence, j)[0]]
    return [i for i in dict.fromkeys(found) if i not in trigger.tokens]


def _lower_case(sentence: Sentence, trigger: Trigger) -> Found:
    found = [i for j in trigger.tokens for i in modifiers(sentence, j)[1]]
    return [i for i in dict.fromkeys(found) if i not in trigger.tokens]


def _second_object(sentence: Sentence, trigger: Trigger) -> Found:
    return spread(sentence, [child.i for child in sentence.children(trigger.head, "dative") if child.pos != "ADP"])


def _part(sentence: Sentence, trigger: Trigger) -> Found:
    """Give the object that the entry itself names: "handed over the prisoners"."""
    return [i for i in objects(sentence, trigger.head) if i in trigger.tokens]


def _beneficiary(sentence: Sentence, trigger: Trigger) -> Found:
    """Give whom something is done to help: "sent ships to assist Yemen"."""
    return [
        i
        for child in sentence.children(trigger.head, "advcl", "xcomp")
        if child.tag == "VB" and child.lemma in HELPING
        for i in objects(sentence, child.i)
    ]


def _clause_subject(sentence: Sentence, trigger: Trigger) -> Found:
    found: Found = []
    for child in sentence.children(trigger.head, "ccomp", "xcomp", "acl", "advcl"):
        marked = (mark.text.lower() not in {"for", "that"} for mark in sentence.children(child.i, "mark"))
        if child.dep == "advcl" and any(marked):
            continue  # "threatened to strike if a deal is not made"
        own = [inner.i for inner in sentence.children(child.i, "nsubj", "nsubjpass")]
        if own:
            found.extend(spread(sentence, own))
    for preposition in sentence.children(trigger.head, "prep"):
        for inner in sentence.children(preposition.i, "pcomp"):
            found.extend(spread(sentence, [child.i for child in sentence.children(inner.i, "nsubj")]))
    for mark in sentence.children(trigger.head, "advcl", "ccomp"):
        if any(child.text.lower() == "for" for child in sentence.children(mark.i, "mark")):
            found.extend(i for i in subjects(sentence, mark.i) if i not in found)
    return found


def _owner(sentence: Sentence, trigger: Trigger) -> Found:
    """Give whose deed the object is: "criticised Ankara's silence", "decisions by the junta"."""
    found: Found = []
    for i in trigger_objects(sentence, trigger):
        owners = [child.i for child in sentence.children(i, "poss")]
        found.extend(spread(sentence, owners) + prepositional(sentence, i, "by") + modifiers(sentence, i)[0])
    return found


def _told_subject(sentence: Sentence, trigger: Trigger) -> Found:
    """Give who does what the told clause says, or who it is said of."""
    found: Found = []
    for i in find_clauses(sentence, trigger.head, trigger.frame.predicates):
        of = subjects(sentence, i)
        own = [child.i for child in sentence.children(clause_of(sentence, i), "nsubj", "nsubjpass")]
        found.extend(j for j in of or spread(sentence, own) if j not in found)
    return found


SLOTS: dict[str, Callable[[Sentence, Trigger], Found]] = {
    "adj": _capitalised,
    "beneficiary": _beneficiary,
    "agent": trigger_subjects,
    "clause-subj": _clause_subject,
    "compound": _lower_case,
    "direct": lambda sentence, trigger: objects(sentence, trigger.head),
    "governor": _governor,
    "host": _host,
    "iobj": _second_object,
    "obj": trigger_objects,
    "owner": _owner,
    "part": _part,
    "partner": _partner,
    "poss": _possessive,
    "sides": lambda sentence, trigger: sides(sentence, trigger.head),
    "subj": trigger_subjects,
    "told-subj": _told_subject,
}
"""Slots that are not prepositions, by name; `patterns.toml` explains them."""
