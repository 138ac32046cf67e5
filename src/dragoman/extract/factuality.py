"""Whether an event happened: actual, future, hypothetical or negated, and whether it is background."""

from dragoman.extract.certainty_links import is_infinitive, link_up, opens_condition
from dragoman.extract.cue_words import Effect, load_cues, word_of
from dragoman.extract.tense import auxiliaries, clause_tense, clause_verb, is_pluperfect, is_verbal
from dragoman.records import Factuality, Reason, Sentence, TextSpan, Token

SUBJECTS = ("nsubj", "nsubjpass")
# What a word does to what is known so far; pairs that are left out change nothing.
COMPOSED: dict[tuple[Factuality, Effect], Factuality] = {
    ("actual", "future"): "future",
    ("actual", "hypothetical"): "hypothetical",
    ("actual", "negate"): "negated",
    ("future", "hypothetical"): "hypothetical",
    ("future", "negate"): "negated",
    ("hypothetical", "negate"): "negated",
    ("negated", "hypothetical"): "hypothetical",
    ("negated", "negate"): "actual",
}
PLAIN: tuple[tuple[str, Effect], ...] = (
    ("future", "future"),
    ("hypothetical", "hypothetical"),
    ("negated", "negate"),
)


def judge_factuality(sentence: Sentence, trigger: int) -> tuple[Factuality, Reason | None]:
    """Tell whether the event of a trigger happened, by the words around and above it.

    The walk starts at the trigger and goes up through its governors; each negation, modal and
    governing word composes with what is known so far. What is reported counts as told: "said that
    rebels attacked" is actual. A speech act is itself actual; only what it is about is not.

    Args:
        sentence: the sentence; an unparsed one gives `actual` without a reason.
        trigger: number of the trigger's head token.

    Returns:
        The judgement, and the word that decided; None when nothing speaks against `actual`.
    """
    if not sentence.parsed:
        return "actual", None
    value: Factuality = "actual"
    decided: tuple[str, int] | None = None
    at: int | None = trigger
    bare = False
    for _ in sentence.tokens:
        if at is None:
            break
        link = link_up(sentence, at)
        for effect, rule, cue in [] if bare else _own_effects(sentence, at, is_trigger=at == trigger):
            changed = COMPOSED.get((value, effect), value)
            decided = (rule, cue) if changed != value else decided
            value = changed
        changed = COMPOSED.get((value, link.effect), value) if link.effect is not None else value
        if changed != value and link.cue is not None:
            decided = (link.rule, link.cue)
        value, at, bare = changed, link.to, link.bare
    return value, _reason(sentence, "factuality", value, decided)


def _reason(sentence: Sentence, field: str, value: str, decided: tuple[str, int] | None) -> Reason | None:
    if decided is None:
        return None
    rule, cue = decided
    token = sentence.tokens[cue]
    return Reason(
        field=field,
        value=value,
        rule=rule,
        evidence=TextSpan(text=token.text, start=token.start, end=token.end),
    )


def _own_effects(sentence: Sentence, i: int, *, is_trigger: bool) -> list[tuple[Effect, str, int]]:
    """Give what the word's own modifiers do, inner before outer."""
    token = sentence.tokens[i]
    if is_verbal(token) and token.dep not in {"amod", "compound", "nmod"}:
        return _verb_effects(sentence, i, is_trigger=is_trigger)
    return _noun_effects(sentence, i)


def _noun_effects(sentence: Sentence, i: int) -> list[tuple[Effect, str, int]]:
    cues = load_cues()
    found: list[tuple[Effect, str, int]] = []
    for child in sentence.children(i, "amod", "compound", "nmod", "advmod"):
        if child.i > i:
            continue
        # "would-be", "so-called" come as several tokens.
        word = "".join(word_of(sentence.tokens[j]) for j in sentence.subtree(child.i))
        found.extend(
            (effect, "modifier", child.i) for name, effect in PLAIN if word in cues.words(f"certainty.modifiers.{name}")
        )
    for child in sentence.children(i, "det", "neg"):
        if word_of(child) in cues.words("certainty.negation.determiners"):
            found.append(("negate", "no", child.i))
        elif child.dep == "neg" and _denies(sentence, child):
            found.append(("negate", "not", child.i))
    return found


def _verb_effects(sentence: Sentence, i: int, *, is_trigger: bool) -> list[tuple[Effect, str, int]]:
    cues = load_cues()
    found: list[tuple[Effect, str, int]] = []
    found.extend(_adverb_effects(sentence, i))
    if is_infinitive(sentence, i) and sentence.tokens[i].head == i:
        found.append(("future", "headline-infinitive", i))
    if _is_imperative(sentence, i):
        found.append(("hypothetical", "imperative", i))
    denial = _denial(sentence, i, is_trigger=is_trigger)
    modal = next((child for child in auxiliaries(sentence, i) if child.tag == "MD"), None)
    if modal is None:
        if denial is not None:
            # "has no intention": what is denied is the object, and a frame may count on it.
            rule = "no" if sentence.tokens[denial].dep in {*SUBJECTS, "dobj"} else "not"
            found.append(("negate", rule, denial))
        return found
    word = word_of(modal)
    if denial is not None:
        refused = word in cues.words("certainty.modals.refusable")
        found.append(("negate", "not", denial) if refused else ("hypothetical", "modal", modal.i))
        return found
    effect = _modal_effect(sentence, i, word)
    if effect is not None:
        found.append((effect, "modal", modal.i))
    return found


def _is_imperative(sentence: Sentence, i: int) -> bool:
    """Tell whether verb `i` tells somebody to do something: a bare form with no subject, outside headlines."""
    token = sentence.tokens[i]
    if token.tag != "VB" or token.head != i or sentence.kind == "headline":
        return False
    return not any(True for _ in sentence.children(i, *SUBJECTS, "aux", "auxpass", "expl"))


def _modal_effect(sentence: Sentence, verb: int, word: str) -> Effect | None:
    cues = load_cues()
    if word in cues.words("certainty.modals.hypothetical"):
        return "hypothetical"
    if word not in cues.words("certainty.modals.future") | cues.words("certainty.modals.shifted"):
        return None
    if _has_condition(sentence, verb):
        return "hypothetical"
    if word in cues.words("certainty.modals.future"):
        return "future"
    # "said it would withdraw" is a future told in the past; "a deal would help" is a mere possibility.
    return "future" if _is_reported_in_past(sentence, verb) else "hypothetical"


def _has_condition(sentence: Sentence, verb: int) -> bool:
    return any(opens_condition(sentence, clause.i) is not None for clause in sentence.children(verb, "advcl"))


def _is_reported_in_past(sentence: Sentence, verb: int) -> bool:
    for above in (sentence.tokens[verb], *sentence.ancestors(verb)):
        if above.dep in {"ccomp", "acl", "relcl", "parataxis"} and above.head != above.i:
            return clause_tense(sentence, above.head) == "past"
    return any(clause_tense(sentence, child.i) == "past" for child in sentence.children(verb, "parataxis"))


def _adverb_effects(sentence: Sentence, i: int) -> list[tuple[Effect, str, int]]:
    cues = load_cues()
    found: list[tuple[Effect, str, int]] = []
    present = _is_simple_present(sentence, i)
    rule = None
    if present and sentence.kind != "headline":
        rule = _whenever(sentence, i)
        rule = _bare_plural(sentence, i) if rule is None else rule
    if rule is not None:
        found.append(("hypothetical", "habit", rule))
    for child in sentence.children(i, "advmod"):
        word = word_of(child)
        found.extend(
            (effect, "adverb", child.i) for name, effect in PLAIN[1:] if word in cues.words(f"certainty.adverbs.{name}")
        )
        if present and sentence.kind != "headline" and word in cues.words("certainty.generic.adverbs"):
            found.append(("hypothetical", "habit", child.i))
    if _asks(sentence, i):
        found.append(("hypothetical", "question", sentence.tokens[-1].i))
    return found


def _is_simple_present(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].tag in {"VBZ", "VBP"} and not auxiliaries(sentence, i)


def _whenever(sentence: Sentence, i: int) -> int | None:
    """Give the "when" that makes a present a rule: "ambassadors meet the king when they take up their post"."""
    token = sentence.tokens[i]
    clauses = [(i, child.i) for child in sentence.children(i, "advcl")]
    clauses += [(token.head, i)] if token.dep == "advcl" else []
    for main, clause in clauses:
        if _is_simple_present(sentence, main) and _is_simple_present(sentence, clause):
            for child in sentence.children(clause, "advmod", "mark"):
                if word_of(child) in {"when", "whenever"}:
                    return child.i
    return None


def _bare_plural(sentence: Sentence, i: int) -> int | None:
    """Give the plural of which a present says what is so at all times: "generals blame the weather".

    Where a sentence has a name or a number, it tells of somebody.
    """
    if any(token.pos in {"PROPN", "NUM"} for token in sentence.tokens):
        return None
    first = sentence.tokens[i]
    while first.dep == "conj" and _is_simple_present(sentence, first.head):
        first = sentence.tokens[first.head]
    if first.dep != "ROOT" or first.lemma in {"be", "have"}:
        return None
    for child in sentence.children(first.i, "nsubj"):
        if child.tag == "NNS" and not any(True for _ in sentence.children(child.i)):
            return child.i
    return None


def _asks(sentence: Sentence, i: int) -> bool:
    """Tell whether verb `i` heads a yes-no question; "why did they attack?" takes the attack as known."""
    if sentence.tokens[i].head != i or not any(token.text == "?" for token in sentence.tokens[-3:]):
        return False
    wh_word = any(sentence.tokens[j].tag in {"WRB", "WP", "WDT", "WP$"} for j in sentence.subtree(i))
    subject = next((child.i for child in sentence.children(i, *SUBJECTS)), None)
    inverted = subject is not None and any(child.i < subject for child in sentence.children(i, "aux", "auxpass"))
    return inverted and not wh_word


def _denies(sentence: Sentence, child: Token) -> bool:
    cues = load_cues()
    following = word_of(sentence.tokens[child.i + 1]) if child.i + 1 < len(sentence.tokens) else ""
    return word_of(child) in cues.words("certainty.negation.words") and following not in cues.words(
        "certainty.negation.exempt"
    )


def _denial(sentence: Sentence, i: int, *, is_trigger: bool) -> int | None:
    """Give the token that denies verb `i`, None if none does or two take each other away."""
    cues = load_cues()
    found = [child.i for child in sentence.children(i, "neg", "advmod", "preconj") if _denies(sentence, child)]
    for child in sentence.children(i, "advmod"):
        before = word_of(sentence.tokens[child.i - 1]) if child.i else ""
        if f"{before} {word_of(child)}" in cues.words("certainty.negation.words"):
            found.append(child.i)
    arguments = (*SUBJECTS, "dobj") if is_trigger else SUBJECTS
    for child in sentence.children(i, *arguments):
        nobody = word_of(child) in cues.words("certainty.negation.pronouns")
        none = any(
            word_of(word) in cues.words("certainty.negation.determiners") for word in sentence.children(child.i, "det")
        )
        # A word on the way up was judged with its own "no" already; only the trigger's arguments are new.
        if nobody or (none and is_trigger):
            found.append(child.i)
    return found[0] if len(found) % 2 else None


def is_background(sentence: Sentence, trigger: int) -> tuple[bool, Reason | None]:
    """Tell whether tense or words put an event well before the news (dates are judged elsewhere).

    Args:
        sentence: the sentence; an unparsed one gives False.
        trigger: number of the trigger's head token.

    Returns:
        The judgement and the word that decided; None when it is no background.
    """
    if not sentence.parsed:
        return False, None
    decided = _background_word(sentence, trigger)
    verb = clause_verb(sentence, trigger)
    main = verb == trigger or link_up(sentence, trigger).to == verb
    if decided is None and main and is_pluperfect(sentence, trigger) and not _is_recent(sentence, verb):
        decided = ("pluperfect", verb)
    return decided is not None, _reason(sentence, "historical", "true", decided)


def _is_recent(sentence: Sentence, verb: int) -> bool:
    """Tell whether the past perfect only follows from a report in the past, or words say "just now" or "since then"."""
    recent = load_cues().words("certainty.background.recent")
    if any(_opens_with_since(sentence, child.i) for child in sentence.children(verb, "advcl", "prep")):
        return True
    for child in sentence.children(verb, "advmod", "npadvmod", "prep"):
        if any(sentence.tokens[j].lemma.lower() in recent for j in sentence.subtree(child.i)):
            return True
    token = sentence.tokens[verb]
    for above in (token, *sentence.ancestors(verb)):
        if above.dep == "ccomp":
            return True
        if above.dep not in {"conj", "xcomp"}:
            break
    return any(True for _ in sentence.children(verb, "parataxis"))


def _opens_with_since(sentence: Sentence, i: int) -> bool:
    """Tell whether words say since when something goes on: "had been in jail since May", "since he was caught"."""
    first = (sentence.tokens[i], *sentence.children(i, "mark"))
    return any(token.text.lower() == "since" for token in first)


def _background_word(sentence: Sentence, trigger: int) -> tuple[str, int] | None:
    cues = load_cues()
    verb = clause_verb(sentence, trigger)
    token = sentence.tokens[trigger]
    if not is_verbal(token):
        for child in sentence.children(trigger, "amod"):
            if word_of(child) in cues.words("certainty.background.modifiers"):
                return ("modifier", child.i)
        if not _is_main_event(sentence, trigger, verb):
            return None
    adverb = _background_adverb(sentence, verb)
    if adverb is not None:
        return ("adverb", adverb)
    words = [word_of(sentence.tokens[j]) for j in range(len(sentence.tokens))]
    for phrase in sorted(cues.words("certainty.background.phrases")):
        parts = phrase.split()
        for first in range(len(words) - len(parts) + 1):
            last = first + len(parts) - 1
            whole = sentence.tokens[last].dep != "amod"  # "in the past", but not "in the past two days"
            if words[first : last + 1] == parts and whole and clause_verb(sentence, last) == verb:
                return ("phrase", last)
    return None


def _background_adverb(sentence: Sentence, verb: int) -> int | None:
    cues = load_cues()
    for child in sentence.children(verb, "advmod"):
        word = word_of(child)
        plain = not any(True for _ in sentence.children(child.i, "npadvmod", "prep", "pobj", "nummod"))
        if word in cues.words("certainty.background.adverbs") and plain and clause_tense(sentence, verb) == "past":
            return child.i
    return None


def _is_main_event(sentence: Sentence, trigger: int, verb: int) -> bool:
    """Tell whether a noun is told of by its clause, so that the clause's adverbs date it too."""
    return link_up(sentence, trigger).to == verb
