"""The gate: a cheap look at the words of a sentence that says whether it can hold an event at all."""

from dragoman.extract.lexicon import WORD, Lexicon

SUFFIXES = ("s", "es", "ed", "d", "ing", "er")
DOUBLE = 2


class Gate:
    """Knows the lemmas that start any entry; a sentence with none of their forms need not be parsed.

    Forms are reduced, not generated: a word passes if it, or it without an ending, is a lemma of the
    lexicon, or if it is an irregular form of one. It may let through too much, never too little.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lemmas = frozenset(lexicon.verbs) | frozenset(lexicon.nouns) | frozenset(lexicon.adjectives)
        self._irregular = _irregular_forms(frozenset(lexicon.verbs) | frozenset(lexicon.nouns))
        self._known: dict[str, bool] = {}

    def passes(self, text: str) -> bool:
        """Tell whether a sentence may hold a trigger."""
        return any(self._may_trigger(match.group().lower()) for match in WORD.finditer(text))

    def _may_trigger(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            parts = word.replace("’", "'").split("-")
            known = any(self._is_form(part.split("'")[0]) for part in parts)
            self._known[word] = known
        return known

    def _is_form(self, word: str) -> bool:
        if word in self._lemmas or word in self._irregular:
            return True
        for suffix in SUFFIXES:
            if word.endswith(suffix) and any(stem in self._lemmas for stem in _stems(word[: -len(suffix)])):
                return True
        return False


def _stems(stem: str) -> tuple[str, ...]:
    found = [stem, f"{stem}e"]
    if stem.endswith("i"):
        found.append(f"{stem[:-1]}y")
    if len(stem) > DOUBLE and stem[-1] == stem[-2]:
        found.append(stem[:-1])
    if stem.endswith("ck"):
        found.append(stem[:-1])
    return tuple(found)


def _irregular_forms(lemmas: frozenset[str]) -> frozenset[str]:
    from lemminflect import getAllInflections  # noqa: PLC0415  (its tables take a moment, and only a run needs them)

    forms: set[str] = set()
    for lemma in lemmas:
        for inflected in getAllInflections(lemma).values():
            forms.update(form for form in inflected if form != lemma)
    return frozenset(forms)
