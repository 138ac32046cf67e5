"""Names of places in the form in which they are compared: folded, without punctuation, abbreviations opened."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h"}
)
SILENT = re.compile(r"['’‘ʼʿʾʻ`´′ʹʺ.]")
BREAK = re.compile(r"[^\w&]+|_")
OPENED = {"st": "saint", "mt": "mount", "ft": "fort", "&": "and"}
ARTICLES = frozenset({"al", "el", "ash", "as", "ad", "an", "ar", "at", "az", "adh", "ath"})
"""The Arabic article with its assimilated forms; "el" also opens Spanish names, which keep it."""


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Give the folded form of a name: "St. John's" and "Saint Johns" meet, and "The Hague" and "Hague"."""
    if name.isascii():
        flat = name.lower()
        if flat.isalpha():  # most names: one word, nothing to fold
            return OPENED.get(flat, flat)
    else:
        flat = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
        flat = "".join(letter for letter in flat if not unicodedata.combining(letter)).casefold()
    words = [OPENED.get(word, word) for word in BREAK.split(SILENT.sub("", flat)) if word]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def without_article(key: str) -> str | None:
    """Give a folded name without its Arabic article, None if it has none or nothing telling is left."""
    first, _, rest = key.partition(" ")
    return rest if first in ARTICLES and len(rest) >= SHORTEST else None


SHORTEST = 4
"""Letters that a name must have left without its article."""


def plain(name: str) -> str:
    """Give a transliterated name without diacritics and the signs for sounds that English leaves out."""
    flat = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return re.sub(r"[‘’ʼʿʾʻ`′ʹʺ]", "", bare)
