"""Acts inside speech acts: what is threatened, asked for, promised or refused."""

import msgspec

from dragoman.extract.lexicon import Lexicon
from dragoman.extract.syntax import objects, prepositional, provisions, spread
from dragoman.extract.triggers import Trigger, trigger_objects
from dragoman.records import Sentence

CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "pcomp")
CONTENT_PREPOSITIONS = ("for", "to", "of", "with", "on", "against", "from", "into", "at", "about", "over")


class Nested(msgspec.Struct, frozen=True):
    """What stands inside a speech act.

    Attributes:
        triggers: the triggers of the acts inside, nearest first; empty if no frame knows them.
        words: what the content's heads may be looked up by, the longest first: "legal action", "action".
        heads: token numbers of the content's heads, in the same order.
    """

    triggers: tuple[Trigger, ...]
    words: tuple[tuple[str, ...], ...]
    heads: tuple[int, ...]


def find_nested(sentence: Sentence, outer: Trigger, triggers: tuple[Trigger, ...]) -> Nested:
    """Find the acts that a speech act is about.

    Args:
        sentence: a parsed sentence.
        outer: the speech act's trigger.
        triggers: all triggers of the sentence.
    """
    heads = _content_heads(sentence, outer)
    inside = [
        other
        for other in triggers
        if other is not outer and (other.head in heads or (other.light is not None and other.light in heads))
    ]
    order = {head: rank for rank, head in enumerate(heads)}
    inside.sort(key=lambda other: min(order.get(other.head, 99), order.get(other.light or -1, 99)))
    words = tuple(_forms(sentence, i) for i in heads)
    return Nested(triggers=tuple(inside), words=words, heads=tuple(heads))


def _forms(sentence: Sentence, i: int) -> tuple[str, ...]:
    lemma = sentence.tokens[i].lemma.lower()
    modified = tuple(f"{child.lemma.lower()} {lemma}" for child in sentence.children(i, "amod", "compound"))
    return (*modified, lemma)


def _content_heads(sentence: Sentence, outer: Trigger) -> list[int]:
    heads: list[int] = []
    own = [i for i in outer.tokens if i != outer.head and sentence.tokens[i].pos == "NOUN"]
    bases = (outer.head, *(() if outer.light is None else (outer.light,)), *outer.tokens)
    for base in dict.fromkeys(bases):
        clauses = [child.i for child in sentence.children(base, *CLAUSES)]
        nominal = outer.entry.kind == "noun"
        heads.extend(i for i in clauses if _is_content(sentence, i, nominal=nominal))
        for token in sentence.children(base, "prep"):
            carried = token.text.lower() == "in" and sentence.tokens[base].pos == "NOUN"  # "interest in meeting"
            if carried or token.text.lower() in CONTENT_PREPOSITIONS:
                heads.extend(child.i for child in sentence.children(token.i, "pcomp"))
    if outer.frame.pattern.reciprocal and outer.entry.kind == "noun":  # "a deal that ended the war"
        heads.extend(j for i in provisions(sentence, outer.head) for j in (i, *objects(sentence, i)))
    heads.extend(i for i in trigger_objects(sentence, outer) if sentence.tokens[i].pos == "NOUN")
    for preposition in CONTENT_PREPOSITIONS:
        heads.extend(i for i in prepositional(sentence, outer.head, preposition) if sentence.tokens[i].pos == "NOUN")
    heads = _through_carriers(sentence, heads)
    members = [j for i in heads for j in _coordinated(sentence, i)]
    # What the trigger's own words name comes last: "vowed revenge", "death threat".
    return [*(i for i in dict.fromkeys(heads + members) if i not in outer.tokens), *own]


def _through_carriers(sentence: Sentence, heads: list[int]) -> list[int]:
    """Add what an empty verb or noun carries: "threatened to begin bombing", "plans to hold talks"."""
    found = list(heads)
    for i in heads:
        found.extend(child.i for child in sentence.children(i, "xcomp"))
    return found


def _is_content(sentence: Sentence, i: int, *, nominal: bool) -> bool:
    """Tell a complement from an aside: adverbial clauses count only as bare infinitives of purpose."""
    token = sentence.tokens[i]
    infinitive = any(child.tag == "TO" for child in sentence.children(i, "aux"))
    marked = any(child.text.lower() not in {"that", "for"} for child in sentence.children(i, "mark"))
    if token.dep == "advcl":
        return infinitive and not marked
    if token.dep == "acl":
        return infinitive or (nominal and token.tag != "VBN")
    return not marked


def _coordinated(sentence: Sentence, i: int) -> list[int]:
    if sentence.tokens[i].pos in {"VERB", "AUX"}:
        return [child.i for child in sentence.children(i, "conj") if child.pos in {"VERB", "AUX"}]
    return spread(sentence, [i])[1:]


def content_mode(lexicon: Lexicon, outer: str, nested: Nested, inner_modes: tuple[tuple[str, ...], ...]) -> str | None:
    """Give the mode that the act inside gives to a threat, request or refusal, None if it gives none.

    Args:
        lexicon: its `content_modes` and `content_words` decide.
        outer: PLOVER type of the speech act.
        nested: what stands inside it.
        inner_modes: the modes of each nested trigger, in the same order.
    """
    return _told(lexicon.content_modes.get(outer, {}), lexicon.content_words.get(outer, {}), nested, inner_modes)


def _told(
    by_type: dict[str, str], by_word: dict[str, str], nested: Nested, inner_modes: tuple[tuple[str, ...], ...]
) -> str | None:
    """Look the heads of the content up, nearest first: by their word, else by the type of act that they are."""
    acts = {
        i: (trigger, modes)
        for trigger, modes in zip(nested.triggers, inner_modes, strict=True)
        for i in (trigger.head, trigger.light)
    }
    for head, forms in zip(nested.heads, nested.words, strict=True):
        known = next((by_word[word] for word in forms if word in by_word), None)
        if known is not None:
            return known
        if head in acts:
            trigger, modes = acts[head]
            for key in (*(f"{trigger.frame.event}.{mode}" for mode in modes), trigger.frame.event):
                if key in by_type:
                    return by_type[key]
    return None


def content_type(
    lexicon: Lexicon,
    outer: str,
    sentence: Sentence,
    nested: Nested,
    *,
    inner_modes: tuple[tuple[str, ...], ...],
) -> tuple[str, tuple[str, ...]] | None:
    """Give the type and modes that a promise has by what is promised, None if it stays what it is.

    Args:
        lexicon: its `content_types` and `content_type_words` decide.
        outer: PLOVER type of the speech act.
        sentence: a parsed sentence.
        nested: what stands inside it.
        inner_modes: the modes of each nested trigger, in the same order.
    """
    denied = any(child.dep == "neg" for i in nested.heads[:1] for child in sentence.children(i))
    told = _told(
        lexicon.content_types.get(f"not {outer}" if denied else outer, {}),
        {} if denied else lexicon.content_type_words.get(outer, {}),
        nested,
        inner_modes,
    )
    if told is None:
        return None
    event, _, mode = told.partition(".")
    return event, (mode,) if mode else ()
