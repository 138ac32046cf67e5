"""The publisher's own country, which writers leave unsaid: by its name, its name's country, its address."""

import re
from functools import lru_cache

import msgspec

from dragoman.records import Article
from dragoman.resolve.actors.context import NOT_STATES
from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.records import Entry
from dragoman.resolve.actors.words import split_words
from dragoman.resolve.places.sources import read_domains

HOST = re.compile(r"^(?:[a-z]+://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|$)", re.IGNORECASE)
ORGANS = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})
SHORTEST = 4  # letters of a state's name that may stand in an address ("chiletoday")


class Home(msgspec.Struct, frozen=True):
    """Where an article was published.

    Attributes:
        code: the publisher's country, None if unknown.
        official: whether the publisher is an organ of that state, whose ministers are named without it.
    """

    code: str | None = None
    official: bool = False


class HomeFinder:
    """Finds publishers' countries; make one and use it for many articles."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._domains = read_domains()
        self._find = lru_cache(maxsize=4096)(self._of)

    def find(self, article: Article) -> Home:
        """Find the country of an article's publisher, else of its address."""
        for words in (article.publisher, article.url):
            if words:
                home = self._find(words.strip())
                if home.code is not None:
                    return home
        return Home()

    def _of(self, words: str) -> Home:
        host = HOST.match(words)
        return self._of_address(host.group(1).lower()) if host else self._of_name(words)

    def _of_name(self, name: str) -> Home:
        for item in self._known.names.match(split_words(name)):
            entry = item.what
            if isinstance(entry, Entry) and entry.code and entry.code not in NOT_STATES:
                organ = bool(ORGANS.intersection(entry.sector))
                return Home(entry.code, official=organ or name.casefold().endswith("government"))
        return Home()

    def _of_address(self, host: str) -> Home:
        labels = host.split(".")
        if "gov" in labels and labels[-1] == "gov":
            return Home("USA", official=True)
        code = self._domains.get(labels[-1])
        if code is not None:
            return Home(code, official=bool({"gov", "gob", "gouv", "mil"}.intersection(labels)))
        label = max(labels[:-1], key=len, default="").replace("-", "")
        media = self._known.names.lookup(label)
        if media is not None and media.kind == "media" and media.code and media.code not in NOT_STATES:
            return Home(media.code)
        return Home(self._state_in(label))

    def _state_in(self, label: str) -> str | None:
        """Give the state whose one-word name an address begins or ends with, the longest if there are several."""
        names = {name.casefold().replace(" ", ""): code for code, name in self._known.states.items()}
        fitting = [name for name in names if len(name) >= SHORTEST and (label.startswith(name) or label.endswith(name))]
        return names[max(fitting, key=len)] if fitting else None
