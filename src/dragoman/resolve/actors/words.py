"""Words as the actor rules compare them: folded spelling, singular form, sound, offsets."""

import re
import unicodedata
from functools import lru_cache

import msgspec

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’‘ʼʿʾ`][^\W_]+)*(?:['’](?=\s|$|[.,;]))?")
APOSTROPHES = re.compile(r"['’‘ʼʿʾ`´.]")
PLAIN = re.compile(r"[A-Za-z0-9 -]*")
POSSESSIVE = re.compile(r"(?:['’][sS]?|['’]\s[sS])$")

# Families of spellings that stand for one name, by first letters; then letters that sound alike, in order.
NAME_SOUNDS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("m", re.compile(r"^m[ou]+h?[ae]?mm?[aei]d[oiu]?$"), "muhamad"),
    ("a", re.compile(r"^(?:ah|ach)m[ae]d$"), "ahmad"),
    ("y", re.compile(r"^(?:yo|yu|you|yus)s+[eo]u?f$"), "iusuf"),
    ("h", re.compile(r"^h[ou]s+[ae][iy]n$"), "husain"),
    ("a", re.compile(r"^(?:abdul|abdel|abd al|abdal)"), "abdul"),
)
LETTER_SOUNDS = (
    ("kh", "k"), ("q", "k"), ("ck", "k"), ("gh", "g"), ("ph", "f"), ("dj", "j"), ("zh", "j"), ("tsch", "ch"),
    ("tch", "ch"), ("sch", "sh"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ii", "i"), ("iy", "i"),
    ("yi", "i"), ("y", "i"), ("aa", "a"), ("w", "v"), ("ae", "a"), ("e", "a"), ("o", "u"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "persons": "person", "police": "police",
    "policemen": "policeman", "wives": "wife", "militiamen": "militiaman", "series": "series", "crises": "crisis",
    "schoolchildren": "schoolchild", "news": "news", "forces": "forces", "troops": "troops",
    "authorities": "authorities", "media": "media", "personnel": "personnel", "clergy": "clergy",
    "aircraft": "aircraft", "youths": "youth", "mujahideen": "mujahideen", "fedayeen": "fedayeen", "thieves": "thief",
    "allies": "ally", "states": "state",
}  # fmt: skip


class Word(msgspec.Struct, frozen=True):
    """One word of a text.

    Attributes:
        text: as written, without a possessive ending.
        key: folded: lower case, no accents, no apostrophes, no full stops.
        start: offset in the text.
        end: offset after it, possessive ending included.
        possessive: True if it was written with a possessive ending.
    """

    text: str
    key: str
    start: int
    end: int
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Tell whether the word starts with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Give text in lower case without accents, apostrophes and full stops."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    flat = "".join(letter for letter in lower if not unicodedata.combining(letter))
    return APOSTROPHES.sub("", flat.replace("ı", "i").replace("ø", "o").replace("ł", "l"))


def split_words(text: str, *, start: int = 0, end: int | None = None) -> list[Word]:
    """Give the words between two offsets of a text, hyphens and punctuation parting them."""
    found: list[Word] = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        bare = POSSESSIVE.sub("", raw)
        if raw in {"s", "S"} and found and text[found[-1].start : match.start()].rstrip().endswith(("'", "’")):
            found[-1] = msgspec.structs.replace(found[-1], end=match.end(), possessive=True)
            continue
        if bare:
            found.append(Word(bare, fold(bare), match.start(), match.end(), possessive=bare != raw))
    return found


def keys_of(name: str) -> tuple[str, ...]:
    """Give the folded words of a name."""
    if PLAIN.fullmatch(name):  # the short way for the many thousand names that are loaded
        return tuple(name.lower().replace("-", " ").split())
    return tuple(word.key for word in split_words(name))


@lru_cache(maxsize=65536)
def singular(key: str) -> str:
    """Give the singular of a folded noun by rule; a word that is no plural comes back as it is."""
    if key in IRREGULAR:
        return IRREGULAR[key]
    if len(key) > 4 and key.endswith("ies"):  # noqa: PLR2004  (shorter words such as "ties" are not parties)
        return key[:-3] + "y"
    if key.endswith(("sses", "shes", "ches", "xes")):
        return key[:-2]
    if key.endswith("men"):
        return key[:-3] + "man"
    if len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is", "ous")):  # noqa: PLR2004
        return key[:-1]
    return key


def is_plural(key: str) -> bool:
    """Tell whether a folded noun looks like a plural."""
    return singular(key) != key or key in {"people", "police", "forces", "troops", "authorities", "mujahideen"}


@lru_cache(maxsize=65536)
def sound(key: str) -> str:
    """Give a folded word with the spellings of transliteration levelled ("Qaddafi" and "Kadafi" meet)."""
    for first, pattern, replacement in NAME_SOUNDS:
        if key.startswith(first):
            key = pattern.sub(replacement, key)
    for letters, alike in LETTER_SOUNDS:
        key = key.replace(letters, alike)
    return DOUBLED.sub(r"\1", key).removesuffix("h")


def near(left: str, right: str, *, most: int = 2) -> bool:
    """Tell whether two words differ by at most `most` letters added, left out, changed or swapped."""
    if abs(len(left) - len(right)) > most or left[:1] != right[:1]:
        return False
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, row_before = row, before
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, row_before[j - 2] + 1)
            row.append(cost)
        before = last
        if min(row) > most:
            return False
    return row[-1] <= most
