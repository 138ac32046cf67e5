"""Numbers of people at an event, as the text states them: the dead, the injured, the arrested, the crowd."""

from typing import Literal

import msgspec

from dragoman.extract.cue_words import lemma_of, lemmas_of, load_cues, span_of, word_of
from dragoman.extract.factuality import judge_factuality
from dragoman.extract.number_words import find_numbers, parse_number
from dragoman.extract.syntax import objects, phrase_bounds, spread
from dragoman.extract.tense import is_verbal
from dragoman.records import Count, Sentence, SizeMention, TextSpan, Token

__all__ = ["find_size", "parse_number"]

Category = Literal["dead", "injured", "arrested", "crowd"]
CATEGORIES: tuple[Category, ...] = ("dead", "injured", "arrested", "crowd")
MAX_DISTANCE = 6  # links between a trigger and a count; farther counts belong to something else
MIN_CROWD = 10  # a bare smaller number before a verb of gathering counts delegations, not people
OBJECTS = frozenset({"dobj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class _Fact(msgspec.Struct, frozen=True):
    """A number read in the sentence: what it counts, and the word that it hangs on."""

    category: Category
    value: int
    first: int
    last: int
    anchor: int
    group: int


def find_size(sentence: Sentence, trigger: int, event: str, *, text: str | None = None) -> SizeMention:
    """Give the numbers of people that the sentence states for the event of a trigger.

    The number nearest by syntax is taken; "12 people, including three children" is 12; members of one
    coordination are added ("12 soldiers and three civilians"). One person arrested or killed, told by
    a singular noun for a person, "he" or "she", or a full name, counts 1.

    Args:
        sentence: the sentence; an unparsed one gives no numbers.
        trigger: number of the trigger's head token.
        event: PLOVER type; deaths are kept for assaults, crowds for protests.
        text: the article's text, to show the words exactly as they stand.
    """
    if not sentence.parsed:
        return SizeMention()
    facts = _facts(sentence)
    counts: dict[Category, Count | None] = {
        category: _pick(sentence, facts, trigger, category=category, event=event) for category in CATEGORIES
    }
    if text is not None:
        counts = {name: _as_written(count, text) if count else None for name, count in counts.items()}
    return SizeMention(**counts)


def _as_written(count: Count, text: str) -> Count:
    start, end = count.span.start, count.span.end
    return Count(value=count.value, span=TextSpan(text=text[start:end], start=start, end=end))


def _pick(sentence: Sentence, facts: list[_Fact], trigger: int, *, category: Category, event: str) -> Count | None:
    if event not in load_cues().words(f"numbers.{category}.events"):
        return None
    itself = category != "crowd" and _counts_objects(sentence, trigger, category)
    if category == "arrested" and event == "ASSAULT" and not itself:
        return None
    best: tuple[int, int, _Fact] | None = None
    for fact in facts:
        if fact.category != category or (itself and fact.anchor != trigger):
            continue
        distance = _distance(sentence, trigger, fact.anchor)
        if distance <= MAX_DISTANCE and (best is None or (distance, fact.first) < best[:2]):
            best = (distance, fact.first, fact)
    if best is not None:
        return _total(sentence, facts, best[2])
    return _one(sentence, trigger, category) if itself else None


def _total(sentence: Sentence, facts: list[_Fact], found: _Fact) -> Count:
    """Add the members of the coordination that the number stands in ("12 soldiers and three civilians")."""
    members = [
        fact
        for fact in facts
        if fact.anchor == found.anchor and fact.category == found.category and fact.group == found.group
    ]
    counted = {_counted(sentence, fact.first, fact.last) for fact in members}
    single = [i for i in spread(sentence, [found.group]) if i not in counted]
    single = [i for i in single if found.category != "crowd" and _is_one_person(sentence, sentence.tokens[i])]
    value = sum(fact.value for fact in members) + len(single)
    first = min([fact.first for fact in members] + [phrase_bounds(sentence, i)[0] for i in single])
    last = max([fact.last for fact in members] + single)
    return Count(value=value, span=span_of(sentence, first, last))


def _distance(sentence: Sentence, i: int, j: int) -> int:
    """Count the links between two tokens over their nearest common governor."""
    above = {token.i: steps for steps, token in enumerate((sentence.tokens[i], *sentence.ancestors(i)))}
    for steps, token in enumerate((sentence.tokens[j], *sentence.ancestors(j))):
        if token.i in above:
            return steps + above[token.i]
    return MAX_DISTANCE + 1


def _counts_objects(sentence: Sentence, i: int, category: Category) -> bool:
    words = load_cues().words(f"numbers.{category}.object")
    return is_verbal(sentence.tokens[i]) and any(lemma in words for lemma in lemmas_of(sentence, i))


def _facts(sentence: Sentence) -> list[_Fact]:
    """Read all numbers of people in the sentence, in order."""
    found = []
    for first, last, value in find_numbers(sentence):
        read = _read(sentence, first, last, value=value)
        if read is not None:
            category, anchor = read
            group = _group(sentence, _counted(sentence, first, last))
            found.append(_Fact(category=category, value=value, first=first, last=last, anchor=anchor, group=group))
    return found


def _group(sentence: Sentence, i: int) -> int:
    """Give the first member of the coordination that a counted noun stands in."""
    while sentence.tokens[i].dep == "conj" and sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
    return i


def _read(sentence: Sentence, first: int, last: int, *, value: int) -> tuple[Category, int] | None:
    """Tell what a number counts and by which word; a second member shares the verb of the first."""
    counted: int | None = _counted(sentence, first, last)
    following = min(last + 1, len(sentence.tokens) - 1)
    if lemma_of(sentence, following) in load_cues().words("numbers.not_people.words"):
        return None
    for category in CATEGORIES:
        before = _before(sentence, first, category)
        if before is not None:
            return category, before
    while counted is not None:
        for category in CATEGORIES:
            anchor = _anchor(sentence, counted, category, value=value)
            if anchor is not None:
                return category, anchor
        token = sentence.tokens[counted]
        counted = token.head if token.dep == "conj" and token.head < counted else None
    return None


def _before(sentence: Sentence, first: int, category: Category) -> int | None:
    """Read "wounds 30", which the parser may take for a noun and its number."""
    if first == 0 or category == "crowd":
        return None
    lemma = lemma_of(sentence, first - 1)
    cues = load_cues()
    words = cues.words(f"numbers.{category}.object") - cues.sets.get(f"numbers.{category}.persons_only", frozenset())
    return first - 1 if lemma in words else None


def _counted(sentence: Sentence, first: int, last: int) -> int:
    """Give the word that the number counts: the noun that it modifies, or the number itself."""
    inside = range(first, last + 1)
    top = next((i for i in inside if sentence.tokens[i].head not in inside), last)
    token = sentence.tokens[top]
    return token.head if token.dep in {"nummod", "compound", "quantmod", "amod"} and token.head > last else top


def _anchor(sentence: Sentence, counted: int, category: Category, *, value: int) -> int | None:
    """Give the word that makes the counted ones dead, injured, arrested or a crowd, None if none does."""
    token = sentence.tokens[counted]
    found = _by_own_word(sentence, counted, category)
    if found is None and token.head != counted:
        found = _by_verb(sentence, token, category, value=value)
    if found is None:
        found = _by_clause_below(sentence, counted, category)
    if found is None:
        found = _by_noun_above(sentence, token, category)
    return found


def _by_own_word(sentence: Sentence, counted: int, category: Category) -> int | None:
    """Read "14 deaths", "12 dead", "30 injured people" and "12 people dead"."""
    cues = load_cues()
    words = cues.words(f"numbers.{category}.nouns") | cues.words(f"numbers.{category}.adjectives")
    if lemma_of(sentence, counted) in words or word_of(sentence.tokens[counted]) in words:
        return counted
    headline = sentence.kind == "headline" and lemma_of(sentence, counted) in cues.words("numbers.crowd.subject")
    if headline and category == "crowd" and sentence.tokens[counted].head == counted:
        # "5,000 march in Minsk": the parser takes the verb for a noun.
        return counted
    adjectives = cues.words(f"numbers.{category}.adjectives")
    beside = [child.i for child in sentence.children(counted, "amod", "acl")]
    following = min(counted + 1, len(sentence.tokens) - 1)
    beside.append(following)
    return next((i for i in beside if word_of(sentence.tokens[i]) in adjectives), None)


def _by_verb(sentence: Sentence, token: Token, category: Category, *, value: int) -> int | None:
    """Read "killed 12", "12 were killed", "12 died", "5,000 people marched", "left 12 soldiers dead"."""
    cues = load_cues()
    head = sentence.tokens[token.head]
    if not is_verbal(head):
        return None
    lemmas = set(lemmas_of(sentence, head.i))
    helped = any(True for _ in sentence.children(head.i, "aux"))
    reduced = token.dep == "nsubj" and head.tag == "VBN" and not helped
    done = (token.dep in OBJECTS or reduced) and lemmas & cues.words(f"numbers.{category}.object")
    does = token.dep in SUBJECTS and lemmas & cues.words(f"numbers.{category}.subject")
    if (done or does) and _may_count(sentence, token, category, value=value):
        return head.i
    if category == "dead" and lemma_of(sentence, token.i) == "life" and lemmas & cues.words("numbers.lives.verbs"):
        return head.i
    return None if done or does else _by_result(sentence, token, head, category)


def _by_result(sentence: Sentence, token: Token, head: Token, category: Category) -> int | None:
    """Read "left 12 soldiers dead" and "eight men are in custody"."""
    if category == "arrested" and head.lemma.lower() == "be" and token.dep == "nsubj":
        return _in_state(sentence, head.i)
    if token.dep not in OBJECTS:
        return None
    adjectives = load_cues().words(f"numbers.{category}.adjectives")
    results = sentence.children(head.i, "oprd", "acomp", "xcomp")
    return next((one.i for one in results if word_of(one) in adjectives), None)


def _in_state(sentence: Sentence, verb: int) -> int | None:
    """Read "eight men are in custody"."""
    inside = (child.i for child in sentence.children(verb, "prep") if word_of(child) == "in")
    nouns = (one.i for i in inside for one in sentence.children(i, "pobj"))
    return next((i for i in nouns if lemma_of(sentence, i) in load_cues().words("numbers.arrested.states")), None)


def _may_count(sentence: Sentence, token: Token, category: Category, *, value: int) -> bool:
    """Tell whether what gathers or is held is people: "5,000 workers", not "three unions"."""
    cues = load_cues()
    strict = category == "crowd" or lemma_of(sentence, token.head) in cues.sets.get(
        f"numbers.{category}.persons_only", frozenset()
    )
    if not strict:
        return True
    if token.tag == "CD":
        return category != "crowd" or value >= MIN_CROWD
    lemma = lemma_of(sentence, token.i)
    known = cues.words("numbers.people.words") | cues.words("numbers.crowd.nouns") | cues.words("numbers.one.persons")
    return lemma in known or lemma.endswith(tuple(sorted(cues.words("numbers.one.endings"))))


def _by_clause_below(sentence: Sentence, counted: int, category: Category) -> int | None:
    """Read "12 people killed in the raid", "12 people who were killed", "200 people marching"."""
    cues = load_cues()
    for clause in sentence.children(counted, "acl", "relcl"):
        lemmas = set(lemmas_of(sentence, clause.i))
        passive = clause.tag == "VBN"
        if passive and lemmas & cues.words(f"numbers.{category}.object"):
            return clause.i
        if not passive and lemmas & cues.words(f"numbers.{category}.subject"):
            return clause.i
    return None


def _by_noun_above(sentence: Sentence, token: Token, category: Category) -> int | None:
    """Read "the death toll rose to 14", "a toll of 14", "a crowd of 5,000", "the lives of 12 people"."""
    preposition = sentence.tokens[token.head]
    if token.dep not in {"pobj", "nmod"} or preposition.head == preposition.i:
        return None
    above = sentence.tokens[preposition.head]
    if category == "crowd":
        return _by_crowd(sentence, preposition, above)
    cues = load_cues()
    word, lemma = word_of(preposition), lemma_of(sentence, above.i)
    if category == "dead" and word == "of" and lemma == "life":
        return above.head if lemma_of(sentence, above.head) in cues.words("numbers.lives.verbs") else None
    tolls = cues.sets.get(f"numbers.tolls.{category}", frozenset())
    counts = word == "of" and lemma in tolls
    if is_verbal(above) and word in {"to", "at", "of"}:
        around = [one.i for one in sentence.children(above.i, "nsubj", "nsubjpass", "dobj")]
        counts = any(lemma_of(sentence, i) in tolls or _is_sum(sentence, i, category) for i in around)
    return above.i if counts else None


def _by_crowd(sentence: Sentence, preposition: Token, above: Token) -> int | None:
    cues = load_cues()
    if preposition.dep == "agent":
        return above.i if lemma_of(sentence, above.i) in cues.words("numbers.crowd.subject") else None
    gathers = lemma_of(sentence, above.i) in cues.words("numbers.crowds.nouns")
    return above.i if gathers and word_of(preposition) in {"of", "by"} else None


def _is_sum(sentence: Sentence, i: int, category: Category) -> bool:
    """Tell whether token `i` is "the number" of "the number of dead"."""
    cues = load_cues()
    words = cues.words(f"numbers.{category}.nouns") | cues.words(f"numbers.{category}.adjectives")
    of = (child.i for child in sentence.children(i, "prep") if word_of(child) == "of")
    below = (one.i for j in of for one in sentence.children(j, "pobj"))
    return lemma_of(sentence, i) in cues.words("numbers.sums.words") and any(
        lemma_of(sentence, j) in words for j in below
    )


def _one(sentence: Sentence, trigger: int, category: Category) -> Count | None:
    """Count the one arrested or killed: "a journalist", "she", or all of them if full names are given."""
    if category not in {"dead", "arrested"} or judge_factuality(sentence, trigger)[0] != "actual":
        return None
    victims = spread(sentence, objects(sentence, trigger))
    others = load_cues().words("numbers.vague.others")
    vague = any(word_of(sentence.tokens[j]) in others for j in sentence.subtree(trigger))
    single = all(_is_one_person(sentence, sentence.tokens[i]) for i in victims)
    if not victims or trigger in victims or vague or not single:
        return None
    if len(victims) > 1 and any(sentence.tokens[i].tag != "NNP" for i in victims):
        return None
    first, last = phrase_bounds(sentence, victims[0])[0], phrase_bounds(sentence, victims[-1])[1]
    return Count(value=len(victims), span=span_of(sentence, first, last))


def _is_one_person(sentence: Sentence, victim: Token) -> bool:
    cues = load_cues()
    before = list(sentence.children(victim.i, "det", "nummod", "compound", "amod", "poss"))
    lemma = lemma_of(sentence, victim.i)
    if victim.tag == "PRP":
        return word_of(victim) in cues.words("numbers.one.pronouns")
    if victim.tag == "NN":
        person = lemma in cues.words("numbers.people.words") | cues.words("numbers.one.persons")
        person = person or lemma.endswith(tuple(sorted(cues.words("numbers.one.endings"))))
        marked = any(child.dep in {"det", "poss"} for child in before)
        return person and marked and lemma not in cues.words("numbers.one.collective")
    names = [child for child in before if child.dep == "compound"]
    words = {word_of(child) for child in before} | {word_of(victim)}
    plain = not words & (cues.words("numbers.one.not_names") | {"the", "a", "an"}) and not victim.text.isupper()
    return victim.tag == "NNP" and plain and all(name.tag == "NNP" for name in names)
