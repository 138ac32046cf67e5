"""Cue words of certainty, reporting, condition and number, read from the data files of a language."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

import msgspec

from dragoman.errors import DataError
from dragoman.records import Polarity, Sentence, TextSpan, Token

Effect = Literal["keep", "fact", "belief", "future", "hypothetical", "negate"]
Complement = Literal["clause", "object", "subject"]
WordKind = Literal["verbs", "nouns", "adjectives"]


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that do the same thing to what they govern; see `certainty.toml`."""

    name: str
    effect: Effect
    of: tuple[Complement, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class ConditionCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a condition; see `conditions.toml`."""

    words: str
    polarity: Polarity
    with_: Literal["clause", "noun", "either"] = msgspec.field(name="with")
    binds: bool = False


class Cues(msgspec.Struct, frozen=True):
    """All cue words of a language.

    Attributes:
        governors: (lemma, kind of word, kind of complement) to family.
        phrases: words before a noun or clause to effect, longest first.
        sets: `file.table.key` to words, for plain lists.
        reporting: reporting verb lemma to its families.
        conditions: cues that open a condition, longest first.
        units: number word to value.
        scales: number word to factor.
        lemmas: verb lemma that the lemmatiser gets wrong to the right one.
    """

    governors: dict[tuple[str, str, str], Family]
    phrases: tuple[tuple[tuple[str, ...], Effect], ...]
    sets: dict[str, frozenset[str]]
    reporting: dict[str, frozenset[str]]
    conditions: tuple[tuple[tuple[str, ...], ConditionCue], ...]
    units: dict[str, int]
    scales: dict[str, int]
    lemmas: dict[str, str]

    def words(self, name: str) -> frozenset[str]:
        """Give the word list called `file.table.key`."""
        return self.sets[name]


def _toml(language: str, name: str) -> dict[str, Any]:
    path = resources.files("dragoman.extract") / "languages" / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(
            f"{name}.toml of language {language!r} cannot be read ({error})", remedy="Repair the file."
        ) from error


def _lists(file: str, data: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {
        f"{file}.{table}.{key}": frozenset(values)
        for table, content in data.items()
        if isinstance(content, dict)
        for key, values in content.items()
        if isinstance(values, list)
    }


def _governors(families: tuple[Family, ...]) -> dict[tuple[str, str, str], Family]:
    found: dict[tuple[str, str, str], Family] = {}
    for family in families:
        kinds = (("verbs", family.verbs), ("nouns", family.nouns), ("adjectives", family.adjectives))
        for kind, words in kinds:
            for word in words:
                for complement in family.of:
                    found.setdefault((word, kind, complement), family)
    return found


@cache
def load_cues(language: str = "en") -> Cues:
    """Read the cue words of a language, once.

    Raises:
        DataError: a file cannot be read or does not have the form that its first lines describe.
    """
    certainty, reporting, conditions, numbers = (
        _toml(language, name) for name in ("certainty", "reporting_verbs", "conditions", "numbers")
    )
    try:
        families = msgspec.convert(certainty["family"], tuple[Family, ...])
        condition_cues = msgspec.convert(conditions["cue"], tuple[ConditionCue, ...])
        phrases = msgspec.convert(certainty["phrase"], tuple[dict[str, str], ...])
    except (KeyError, msgspec.ValidationError) as error:
        raise DataError(
            f"cue words of language {language!r}: {error}", remedy="See the comment at the file's top."
        ) from error
    by_verb: dict[str, set[str]] = {}
    for family, verbs in reporting["verbs"].items():
        for verb in verbs:
            by_verb.setdefault(verb, set()).add(family)
    sets: dict[str, frozenset[str]] = {}
    for file, data in (
        ("certainty", certainty),
        ("reporting", reporting),
        ("conditions", conditions),
        ("numbers", numbers),
    ):
        sets |= _lists(file, data)
    return Cues(
        governors=_governors(families),
        phrases=tuple(
            sorted(
                ((tuple(one["words"].split()), msgspec.convert(one["effect"], Effect)) for one in phrases),
                key=lambda pair: (-len(pair[0]), pair[0]),
            )
        ),
        sets=sets,
        reporting={verb: frozenset(names) for verb, names in sorted(by_verb.items())},
        conditions=tuple(
            sorted(
                ((tuple(cue.words.split()), cue) for cue in condition_cues),
                key=lambda pair: (-len(pair[0]), pair[0]),
            )
        ),
        units=dict(numbers["units"]),
        scales=dict(numbers["scales"]),
        lemmas=dict(certainty["lemmas"]),
    )


def word_of(token: Token) -> str:
    """Give a token's word in lower case, with a plain apostrophe for a curly one and none of a page's stray spaces."""
    return token.text.lower().replace("\u2019", "'").replace("' ", "'")


def lemma_of(sentence: Sentence, i: int) -> str:
    """Give a token's lemma in lower case, with the lemmatiser's known slips put right."""
    token = sentence.tokens[i]
    lemma = token.lemma.lower()
    return load_cues().lemmas.get(lemma, lemma) if token.tag.startswith("V") else lemma


def lemmas_of(sentence: Sentence, i: int) -> tuple[str, ...]:
    """Give the forms under which token `i` is looked up, longest first.

    "took the men into custody" gives "take into custody", "take into", "take".
    """
    lemma = lemma_of(sentence, i)
    forms: list[str] = []
    for child in sentence.children(i, "prt", "advmod", "prep", "dobj"):
        if child.i < i:
            continue
        forms.extend(f"{lemma} {word_of(child)} {word_of(one)}" for one in sentence.children(child.i, "pobj"))
        forms.append(f"{lemma} {word_of(child)}")
    return (*sorted(forms, key=lambda form: -form.count(" ")), lemma)


def ends_with(sentence: Sentence, i: int, words: tuple[str, ...]) -> bool:
    """Tell whether the words up to and including token `i` are `words`."""
    first = i - len(words) + 1
    return first >= 0 and all(word_of(sentence.tokens[first + k]) == word for k, word in enumerate(words))


def span_of(sentence: Sentence, first: int, last: int, *, text: str | None = None) -> TextSpan:
    """Give the words from token `first` to token `last`.

    Args:
        sentence: the sentence.
        first: number of the first token.
        last: number of the last token.
        text: the article's text, to show the words exactly as they stand; None joins the tokens by
            spaces, which differs where the text has tabs or line breaks.
    """
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    if text is not None:
        return TextSpan(text=text[start:end], start=start, end=end)
    shown = ""
    for token in sentence.tokens[first : last + 1]:
        shown += " " * (token.start - start - len(shown)) + token.text
    return TextSpan(text=shown, start=start, end=end)
