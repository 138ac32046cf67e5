"""Words of time and the patterns over them, read from the data files of a language and made ready for matching."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

import msgspec

from dragoman.errors import DataError
from dragoman.extract.cue_words import load_cues

Kind = Literal["calendar", "offset", "unit", "duration", "set", "age", "reference"]

SIGNS = {
    ",": "comma", ".": "dot", "(": "open", ")": "close", "-": "dash", "\u2010": "dash", "\u2013": "dash",
    "'s": "poss", "\u2019s": "poss",
}  # fmt: skip
PRIVATE = 0xE000  # first code point of Unicode's private use: one character stands for one set of classes
FIRST_YEAR, LAST_YEAR = 1000, 2100  # numbers of four digits that may be years
FIRST_SURE, LAST_SURE = 1500, 2050  # numbers that are years unless something speaks against it
ROUND_UNTIL = 1900  # of the earlier ones round numbers are more often amounts
LAST_DAY = 31
SHORT_WORD = 3  # letters; words so short that end in s are no plurals ("was")

TOKEN = re.compile(
    r"""
      (?P<word>[^\W\d_]{2,}(?:['’](?!s\b)[^\W\d_]+)?)
    | (?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)(?!\d)
    | (?P<slash>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))(?![\d/.])
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?![\d:])
    | (?P<decade>(?:\d{2,3}0|['’]?\d0)['’]?s)\b
    | (?P<ordno>\d{1,3}(?:st|nd|rd|th))\b
    | (?P<aposyear>['’]\d{2})(?!\d)
    | (?P<qn>Q[1-4])\b
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<dotted>(?:[A-Za-z]\.){2,}|[A-Za-z]\.[A-Za-z]\b)
    | (?P<letter>[^\W\d_](?:['’](?!s\b)[^\W\d_]+)?)
    | (?P<poss>['’]s\b)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
"""One word, number or sign of running text; words stand first because most tokens are words."""

PATTERN = re.compile(
    r"(?P<space>\s+)|\{(?P<slot>\w+):(?P<slotclass>[^}]+)\}|<(?P<cls>\w+)>|'(?P<word>[^']+)'|\$(?P<piece>\w+)|(?P<other>.)",
    re.DOTALL,
)
"""One item of a pattern of `time_rules.toml`."""


class RuleData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as its table in `time_rules.toml` says it."""

    kind: Kind
    key: tuple[str, ...]
    pattern: str
    parts: dict[str, str] = {}


class Rule(msgspec.Struct, frozen=True):
    """A rule ready for matching.

    Attributes:
        kind: how the parts are to be read.
        key: characters of which one must occur, else the pattern cannot match.
        regex: the pattern over encoded words.
        slots: name of each group to the part that it fills and the classes whose values it takes; without
            classes the part is filled with the words themselves.
        parts: parts that always hold.
    """

    kind: Kind
    key: frozenset[str]
    regex: re.Pattern[str]
    slots: dict[str, tuple[str, tuple[str, ...]]]
    parts: tuple[tuple[str, str], ...]


class TimeWords(msgspec.Struct, frozen=True):
    """All that is known of a language's time expressions.

    Attributes:
        language: ISO 639-1 code.
        values: class and normal form of a word to its value.
        codes: normal form of a word to the character that stands for its classes.
        shapes: sets of classes of numbers, signs and other words to their character.
        entries: first two words of entries of several words, in lower case, to those entries, longest first.
        keywords: lower-case words of which one stands in any sentence with a time in words.
        rules: in order.
    """

    language: str
    values: dict[tuple[str, str], str]
    codes: dict[str, str]
    shapes: dict[frozenset[str], str]
    entries: dict[tuple[str, str], tuple[tuple[str, ...], ...]]
    keywords: frozenset[str]
    rules: tuple[Rule, ...]


def split(text: str) -> list[re.Match[str]]:
    """Give the words, numbers and signs of a text, in order."""
    return list(TOKEN.finditer(text))


def plain(word: str) -> str:
    """Give the form by which a word is looked up: without dots, with a straight apostrophe."""
    return word.replace("’", "'").replace(".", "") if len(word) > 1 else word


def _toml(language: str, name: str) -> dict[str, Any]:
    path = resources.files("dragoman.extract") / "languages" / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(
            f"{name}.toml of language {language!r} cannot be read ({error})", remedy="Repair the file."
        ) from error


def number_classes(kind: str, text: str) -> frozenset[str]:
    """Tell what a number may be, from its form and size.

    Args:
        kind: the alternative of `TOKEN` that found it.
        text: as written.
    """
    if kind != "number":
        return frozenset({kind})
    if not text.isdigit():
        return frozenset({"decimal" if "." in text else "int"})
    value, length = int(text), len(text)
    found = {"int"}
    if 1 <= value <= LAST_DAY and length <= len("31"):
        found.add("dom")
    if length == len("99"):
        found.add("yy")
    if length == len("999"):
        found.add("yyy")
    if length == len("1999") and FIRST_YEAR <= value <= LAST_YEAR:
        found.add("year")
        if FIRST_SURE < value <= LAST_SURE and value % (100 if value > ROUND_UNTIL else 10):
            found.add("sure")
    return frozenset(found)


def word_classes(text: str) -> frozenset[str]:
    """Tell what a word that is in no table may be, from its form."""
    found = {"cap" if text[:1].isupper() else "lower"}
    if len(text) > SHORT_WORD and text.endswith("s") and not text.endswith(("ss", "us", "is")):
        found.add("plural")
    return frozenset(found)


SAMPLES = ("1,000", "1.5", "0", "5", "05", "45", "450", "1450", "1812", "1999", "2500", "12345")
SHAPE_SETS = frozenset(
    {number_classes("number", text) for text in SAMPLES}
    | {word_classes(text) for text in ("Kabul", "town", "Towns", "towns")}
    | {frozenset({kind}) for kind in ("iso", "slash", "clock", "decade", "ordno", "aposyear", "qn", "other")}
    | {frozenset({sign}) for sign in SIGNS.values()}
)
"""Every set of classes that a number, a sign or a word outside the tables can have."""


class _Builder:
    """Collects classes of words, then gives each set of classes a character and turns patterns into regexes."""

    def __init__(self, tables: dict[str, dict[str, str]], pieces: dict[str, str]) -> None:
        self.pieces = pieces
        self.values: dict[tuple[str, str], str] = {}
        self.classes: dict[str, set[str]] = {}
        self.entries: dict[tuple[str, str], set[tuple[str, ...]]] = {}
        self.known = {name for names in SHAPE_SETS for name in names} | {"numword", "scale"} | set(tables)
        self.lasts: dict[str, str] = {}
        self.sets: dict[frozenset[str], str] = {}
        for name, words in tables.items():
            for word, value in words.items():
                self._add(name, word, value)
        for sign, name in SIGNS.items():
            self.classes.setdefault(plain(sign), set()).add(name)
        cues = load_cues()
        for word in (*cues.units, *cues.scales):
            self._add("numword", word, word)
        for word in cues.scales:
            self._add("scale", word, word)

    def _add(self, name: str, word: str, value: str) -> None:
        parts = tuple(part for match in split(word) if (part := plain(match.group())) != "." or word == ".")
        form = " ".join(parts)
        self.values[name, form] = value
        self.classes.setdefault(form, set()).add(name)
        if len(parts) > 1:
            self.entries.setdefault((parts[0].lower(), parts[1].lower()), set()).add(parts)
            self.lasts.setdefault(form, next(part for part in reversed(parts) if part.isalpha()).lower())

    def literals(self, patterns: list[str]) -> None:
        for pattern in patterns:
            for match in re.finditer(r"'([^']+)'", pattern):
                self.classes.setdefault(match[1], set()).add(f"'{match[1]}'")

    def encode(self, names: frozenset[str]) -> str:
        return self.sets.setdefault(names, chr(PRIVATE + len(self.sets)))

    def rule(self, data: RuleData) -> Rule:
        slots: dict[str, tuple[str, tuple[str, ...]]] = {}
        source = self._translate(data.pattern, slots)
        key = frozenset(char for names, char in self.sets.items() if names & set(data.key))
        parts = tuple(sorted(data.parts.items()))
        return Rule(kind=data.kind, key=key, regex=re.compile(source), slots=slots, parts=parts)

    def _translate(self, pattern: str, slots: dict[str, tuple[str, tuple[str, ...]]]) -> str:
        out = []
        for match in PATTERN.finditer(pattern):
            if match["slot"]:
                out.append(self._slot(match["slot"], match["slotclass"], slots))
            elif match["cls"]:
                out.append(self._chars(match["cls"]))
            elif match["word"]:
                out.append(self._chars(f"'{match['word']}'"))
            elif match["piece"]:
                out.append(f"(?:{self._translate(self.pieces[match['piece']], slots)})")
            elif match["other"]:
                out.append(match["other"])
        return "".join(out)

    def _slot(self, slot: str, inside: str, slots: dict[str, tuple[str, tuple[str, ...]]]) -> str:
        group = slot
        while group in slots:
            group += "_"
        simple = all(part.isidentifier() for part in inside.split("|"))
        classes = tuple(inside.split("|")) if simple else ()
        slots[group] = (slot.rstrip("0123456789"), classes)
        source = "|".join(f"<{part}>" for part in classes) if simple else inside
        return f"(?P<{group}>{self._translate(source, slots)})"

    def _chars(self, name: str) -> str:
        if not name.startswith("'") and name not in self.known:
            raise DataError(f"time_rules.toml: no class {name!r}", remedy="Define it in times.toml.")
        chars = "".join(sorted(char for names, char in self.sets.items() if name in names))
        return f"[{chars}]" if chars else "(?!)"


@cache
def load_words(language: str = "en") -> TimeWords:
    """Read the time words and rules of a language, once.

    Raises:
        DataError: a file cannot be read, or a rule does not have the form that its first lines describe.
    """
    tables, grammar = _toml(language, "times"), _toml(language, "time_rules")
    try:
        rules = msgspec.convert(grammar["rule"], tuple[RuleData, ...])
    except (KeyError, msgspec.ValidationError) as error:
        raise DataError(f"time_rules.toml: {error}", remedy="See the comment at the file's top.") from error
    builder = _Builder(tables, grammar["pieces"])
    builder.literals([*grammar["pieces"].values(), *(rule.pattern for rule in rules)])
    codes = {form: builder.encode(frozenset(names)) for form, names in sorted(builder.classes.items())}
    shapes = {names: builder.encode(names) for names in sorted(SHAPE_SETS, key=sorted)}
    keys = {name for rule in rules for name in rule.key}
    return TimeWords(
        language=language,
        values=builder.values,
        codes=codes,
        shapes=shapes,
        entries={
            first: tuple(sorted(entries, key=lambda entry: (-len(entry), entry)))
            for first, entries in sorted(builder.entries.items())
        },
        keywords=frozenset(
            builder.lasts.get(form, form.lower()) for form, names in builder.classes.items() if names & keys
        ),
        rules=tuple(builder.rule(rule) for rule in rules),
    )
