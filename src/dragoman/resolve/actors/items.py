"""Known names and role nouns found in the words of a phrase or sentence."""

from collections.abc import Sequence

from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.records import Entry, Item, Role
from dragoman.resolve.actors.words import Word, singular

PARTLY = frozenset({"party", "group", "organisation", "company"})
STATE_NAMES = frozenset({"capital", "state"})


class ItemFinder:
    """Finds names before roles, left to right, longest first."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._given = known.classes["given"]

    def find(self, words: Sequence[Word], *, head: int | None = None, lower: bool = False) -> list[Item]:
        """Find known names and roles.

        Args:
            words: the words of one sentence or phrase.
            head: number of the head word, if there is one: the longest role that ends there goes first
                ("military [intelligence agency]", not "[military intelligence] agency").
            lower: True for text without any capital letter, where case cannot tell.
        """
        names = [
            one
            for one in self._known.names.match(words, lower=lower)
            if not (self._is_rival(one, words) or self._is_plain(one, words) or self._is_part(one, words))
        ]
        starts = {item.first: item for item in names}
        main = None if head is None else self._role_to(words, head, names)
        found: list[Item] = []
        at = 0
        while at < len(words):
            stop = min((first for first in starts if first > at), default=len(words))
            if main is not None and main.first > at:
                stop = min(stop, main.first)
            item = starts.get(at) or (main if main is not None and main.first == at else self._role_at(words, at, stop))
            if item is None:
                at += 1
            else:
                found.append(item)
                at = item.last + 1
        return found

    def _role_at(self, words: Sequence[Word], at: int, stop: int) -> Item | None:
        longest = self._known.longest_role
        most = max(longest.get(words[at].key, 0), longest.get(singular(words[at].key), 0))
        for length in range(min(most, stop - at), 0, -1):
            role = self._role(words[at : at + length])
            if role is not None:
                return Item(at, at + length - 1, role)
        return None

    def _role_to(self, words: Sequence[Word], head: int, names: Sequence[Item]) -> Item | None:
        """Find the longest role that ends at the head and shares no word with a name."""
        taken = [item.last for item in names if item.last <= head]
        if any(item.first <= head <= item.last for item in names):
            return None
        first = max(taken, default=-1) + 1
        for at in range(first, head + 1):
            role = self._role(words[at : head + 1])
            if role is not None:
                return Item(at, head, role)
        return None

    def _role(self, words: Sequence[Word]) -> Role | None:
        keys = tuple(word.key for word in words)
        return self._known.roles.get(keys) or self._known.roles.get((*keys[:-1], singular(keys[-1])))

    def _is_rival(self, item: Item, words: Sequence[Word]) -> bool:
        """Tell whether a state's or capital's name is here a person's ("Michael Jordan")."""
        entry = item.what
        if not isinstance(entry, Entry) or entry.kind not in STATE_NAMES:
            return False
        if entry.rival not in {"name", "names"} or (entry.rival == "name" and entry.kind == "state"):
            return False
        if item.first and words[item.first - 1].key in self._given:
            return True
        after = words[item.last + 1] if item.last + 1 < len(words) else None
        if after is None or not after.capital or words[item.last].possessive or words[item.first].text.isupper():
            return False
        return not (self.is_known(after) or (item.last + 2 < len(words) and words[item.last + 2].capital))

    def _is_plain(self, item: Item, words: Sequence[Word]) -> bool:
        """Tell whether a name made of role words is here another one's ("Santa Marta [Self-Defense Forces]")."""
        entry = item.what
        if not isinstance(entry, Entry) or entry.kind != "service" or not item.first:
            return False
        before = words[item.first - 1]
        parted = before.possessive or before.end + 1 < words[item.first].start
        if parted or not before.capital or before.key in self._known.classes["run_stop"] or self.is_known(before):
            return False
        return self._role(words[item.first : item.last + 1]) is not None

    def _is_part(self, item: Item, words: Sequence[Word]) -> bool:
        """Tell whether a name is here but the first word of a longer role ("Labour Congress")."""
        if item.first != item.last or not isinstance(item.what, Entry) or item.what.kind not in PARTLY:
            return False
        role = self._role_at(words, item.first, len(words))
        return role is not None and role.last > item.last

    def is_known(self, word: Word) -> bool:
        """Tell whether a word is a role noun, starts one or modifies one."""
        keys = (singular(word.key),)
        return keys in self._known.roles or word.key in self._known.modifiers or word.key in self._known.longest_role
