"""Known names found in running words: longest match by first word, with the care that case needs."""

from collections.abc import Sequence
from functools import lru_cache

from dragoman.resolve.actors.records import Entry, Item
from dragoman.resolve.actors.words import Word, keys_of, sound, split_words

LONGEST_ACRONYM = 6
LONGEST_INITIALISM = 3  # longer ones are also written like a word
SOUND_LENGTH = 6  # shorter single words are too alike to be compared by sound
ARTICLES = frozenset({"al", "el", "ash", "as", "ad", "an", "ar", "at", "az", "the"})
BY_SOUND = frozenset({"group", "person"})
BODIES = frozenset({  # what a name may end in without a capital: "Mahdi army"
    "agency", "alliance", "army", "bank", "battalion", "bloc", "brigade", "brigades", "cartel",
    "coalition", "command", "commission", "committee", "council", "court", "department", "faction", "fighters",
    "force", "forces", "front", "fund", "gang", "government", "group", "guard", "guards", "league",
    "militia", "movement", "network", "news", "office", "organisation", "organization", "parliament", "party",
    "police", "rebels", "service", "services", "tribunal", "union",
})  # fmt: skip
JOINED = frozenset({  # what makes a longer, unknown name of a known one: "National Democratic Alliance"
    "christian", "communist", "conservative", "democratic", "free", "islamic", "liberal", "national", "new", "popular",
    "progressive", "radical", "republican", "revolutionary", "social", "socialist", "united",
})  # fmt: skip
OFTEN_LONGER = frozenset({"group", "party"})
ENGLISH = frozenset({"an", "as", "at", "the"})  # articles that are English words too


class NameIndex:
    """A dictionary of names from their folded words to entries."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], list[tuple[str, Entry]]] = {}
        self._longest: dict[str, int] = {}
        self._sounds: dict[tuple[str, ...], Entry] = {}
        self._longest_sound: dict[str, int] = {}

    def add(self, name: str, entry: Entry) -> None:
        """Add one spelling of an entry; the first entry of a spelling wins where case does not tell."""
        keys = keys_of(name)
        if not keys:
            return
        self._names.setdefault(keys, []).append((name, entry))
        self._longest[keys[0]] = max(len(keys), self._longest.get(keys[0], 0))
        telling = [key for key in keys if key not in ARTICLES] or list(keys)
        long_enough = len(telling) > 1 or len(telling[0]) >= SOUND_LENGTH
        initials = any(part.isupper() for part in name.replace("-", " ").split() if len(part) > 1)
        if entry.kind in BY_SOUND and long_enough and not initials:
            sounds = _sounds(keys)
            self._sounds.setdefault(sounds, entry)
            self._longest_sound[sounds[0]] = max(len(sounds), self._longest_sound.get(sounds[0], 0))

    def lookup(self, name: str) -> Entry | None:
        """Give the entry of a whole name, None if there is none."""
        found = self._names.get(keys_of(name), ())
        return next((entry for spelling, entry in found if spelling == name), found[0][1] if found else None)

    def match(self, words: Sequence[Word], *, lower: bool = False) -> list[Item]:
        """Find names in words, left to right, longest first, not overlapping.

        Args:
            words: words of one sentence or phrase.
            lower: True for text without any capital letter, where case cannot tell.
        """
        items: list[Item] = []
        at = 0
        while at < len(words):
            item = self._match_at(words, at, lower=lower) or self._sound_at(words, at, lower=lower)
            if item is not None and words[at].key in ENGLISH:  # "the Independent", or "Independent Commission"?
                inner = self._match_at(words[at + 1 :], 0, lower=lower)
                item = None if inner is not None and at + 1 + inner.last > item.last else item
            if item is None:
                at += 1
            else:
                items.append(item)
                at = item.last + 1
        return items

    def _match_at(self, words: Sequence[Word], at: int, *, lower: bool) -> Item | None:
        for length in range(min(self._longest.get(words[at].key, 0), len(words) - at), 0, -1):
            keys = tuple(word.key for word in words[at : at + length])
            found = self._names.get(keys, ())
            exact = [entry for spelling, entry in found if length == 1 and spelling == words[at].text]
            here = words[at : at + length]
            if length > 1 and at and words[at - 1].capital and words[at - 1].key in JOINED:
                found = [(text, one) for text, one in found if one.kind not in OFTEN_LONGER]
            fitting = (one for text, one in found if _case_fits(text, here, lower=lower))
            entry = exact[0] if exact else next(fitting, None)
            if entry is not None:
                return Item(at, at + length - 1, entry)
        return None

    def _sound_at(self, words: Sequence[Word], at: int, *, lower: bool) -> Item | None:
        if not (words[at].capital or lower or words[at].key in ARTICLES) or words[at].text in ENGLISH:
            return None
        keys = [sound(word.key) for word in words[at : at + 8]]
        lead = 1 if words[at].key in ARTICLES and len(keys) > 1 else 0
        if lead and not (words[at + 1].capital or lower):
            return None
        for end in range(len(keys), lead, -1):
            if words[at + end - 1].key in ARTICLES:
                continue
            sounds = tuple(
                key for key, word in zip(keys[lead:end], words[at + lead :], strict=False) if word.key not in ARTICLES
            )
            if not sounds or len(sounds) > self._longest_sound.get(sounds[0], 0):
                continue
            entry = self._sounds.get(sounds)
            if entry is not None and (lower or words[at + end - 1].capital):
                return Item(at, at + end - 1, entry)
        return None


def _sounds(keys: Sequence[str]) -> tuple[str, ...]:
    """Give the sounds of a name's words, without Arabic articles."""
    kept = tuple(sound(key) for key in keys if key not in ARTICLES)
    return kept or tuple(sound(key) for key in keys)


def _case_fits(spelling: str, words: Sequence[Word], *, lower: bool) -> bool:
    """Tell whether words are written as a spelling allows."""
    bare = spelling.replace(".", "")
    text = words[0].text
    if any(word.possessive and not own for word, own in zip(words[1:-1], _possessives(spelling)[1:], strict=False)):
        return False  # "New York's Times Square"
    if len(words) == 1 and bare != spelling and bare.isupper():  # "M.E.N.D.": a word too
        return not lower and text.replace(".", "").isupper()
    if len(words) == 1 and len(bare) <= LONGEST_INITIALISM and not bare.isupper() and not bare[1:].islower():
        return text == spelling  # "LeT", which is not "Let"
    if lower:
        return not (len(words) == 1 and bare.isupper() and len(bare) <= 2)  # noqa: PLR2004  ("us", "is", "un")
    if len(words) == 1 and bare.isupper() and len(bare) <= LONGEST_ACRONYM:
        written = text.replace(".", "")
        like_a_word = len(bare) > LONGEST_INITIALISM and written[:1].isupper()  # "Nato", "Isis"
        return written.isupper() or like_a_word
    return _capitals_fit(spelling, words)


def _capitals_fit(spelling: str, words: Sequence[Word]) -> bool:
    """Tell whether words have the capitals of a spelling, or nearly: "Radical change" may just open a sentence."""
    lacking = [i for i, capital in enumerate(_capitals(spelling)) if capital and not _raised(words[i])]
    later = sum(_raised(word) for word in words[1:])
    if words[0].key in ARTICLES:
        lacking = [i for i in lacking if i]
        if not later:
            return not lacking or words[0].key not in ENGLISH
    if 0 in lacking:
        return later > 1 and _raised(words[-1])  # "former Yugoslav Republic"; not "a united Russia"
    if all(words[i].key in BODIES for i in lacking) or words[0].key in ARTICLES - ENGLISH:
        return True
    raised = later + _raised(words[0])
    return len(words) > 2 and (raised > 1 or words[-1].key in BODIES)  # noqa: PLR2004  (two words tell too little)


@lru_cache(maxsize=65536)
def _capitals(spelling: str) -> tuple[bool, ...]:
    """Tell of each word of a spelling whether it has a capital."""
    return tuple(word.capital for word in split_words(spelling))


@lru_cache(maxsize=65536)
def _possessives(spelling: str) -> tuple[bool, ...]:
    """Tell of each word of a spelling whether it is a possessive."""
    return tuple(word.possessive for word in split_words(spelling))


def _raised(word: Word) -> bool:
    return word.capital or word.text[0].isdigit()
