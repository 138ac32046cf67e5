"""Helpers for tests of actors: a resolver that knows a few towns, and phrases of hand-built sentences resolved."""

import datetime as dt
from functools import cache

import msgspec

from dragoman.records import Entity, Phrase
from dragoman.resolve.actors.resolver import ActorResolver, Resolution
from factories import parsed

TOWNS = {"Aleppo": "SYR", "Kumasi": "GHA", "Mombasa": "KEN", "Piura": "PER", "Puerto Azul": "HND"}


@cache
def resolver() -> ActorResolver:
    return ActorResolver.load(place_country=TOWNS.get)


def read(phrase: str, on: str | None = None) -> tuple[str | None, str]:
    """Resolve a phrase that stands alone: its code and its sectors, joined."""
    found = resolver().resolve_text(phrase, dt.date.fromisoformat(on) if on else None)
    if not found.entities:
        return None, ""
    return found.entities[0].code, ",".join(found.entities[0].sector)


class Told:
    """An article of hand-built sentences, read."""

    def __init__(
        self,
        *notations: str,
        published: dt.date | None = None,
        publisher: str | None = None,
        title: str | None = None,
    ) -> None:
        article = parsed(*notations, published=published)
        known = msgspec.structs.replace(article.article, publisher=publisher, title=title)
        self.parsed = msgspec.structs.replace(article, article=known)
        self.table = resolver().read(self.parsed)

    def resolve(self, sentence: int, word: str, *, slot: str = "subj", speaker: Entity | None = None) -> Resolution:
        """Resolve the phrase that a word heads, the last of its kind in the sentence."""
        one = self.parsed.sentences[sentence]
        head = next(token for token in reversed(one.tokens) if token.text == word)
        first = one.tokens[one.subtree(head.i)[0]]
        phrase = Phrase(span=self.parsed.span(first.start, head.end), sentence=sentence, head=head.i, slot=slot)
        return self.table.resolve(phrase, on=None, speaker=speaker)


def who(found: Resolution) -> list[tuple[str, str | None]]:
    """Give the words and codes that a phrase was resolved to."""
    return [(entity.entity_text, entity.code) for entity in found.entities]
