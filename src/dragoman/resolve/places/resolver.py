"""Where events were: the phrases of an event to places of the gazetteer, in the light of the whole article."""

from collections.abc import Sequence

from dragoman.records import Article, ParsedArticle
from dragoman.resolve.actors.resolver import ActorTable
from dragoman.resolve.places.choose import Setting
from dragoman.resolve.places.gazetteer import Gazetteer, load_gazetteer
from dragoman.resolve.places.lists import Lists, load_lists
from dragoman.resolve.places.place_table import PlaceTable
from dragoman.resolve.places.records import PlaceResolution, Toponym
from dragoman.resolve.places.states import CountryFinder
from dragoman.resolve.places.toponyms import ToponymFinder

__all__ = ["PlaceResolution", "PlaceResolver", "PlaceTable"]

MAIN_SHARE = 0.4
"""Share of one state in what an article speaks of, from which the article is about it."""
NO_PLACES = frozenset({"group", "organisation", "person"})
"""Kinds of known actors whose names are not taken for places'."""


class PlaceResolver:
    """Resolves places; make one with `load` and use it for many articles."""

    def __init__(self, gazetteer: Gazetteer, lists: Lists) -> None:
        self._gazetteer = gazetteer
        self._finder = ToponymFinder(gazetteer, lists)
        self._countries = CountryFinder(gazetteer, lists)

    @classmethod
    def load(cls) -> "PlaceResolver":
        """Make a resolver from this machine's gazetteer, which is compiled first where there is none.

        Raises:
            GazetteerError: the gazetteer is not there and cannot be made.
        """
        return cls(load_gazetteer(), load_lists())

    def country_of(self, name: str) -> str | None:
        """Give the code of the state that a place name lies in.

        Args:
            name: a name as written, without words around it.

        Returns:
            An ISO alpha-3 code; None if the name is unknown, means places in several states, or is as
            likely a person's or an English word.
        """
        return self._countries.country_of(name)

    def read(self, parsed: ParsedArticle, *, actors: ActorTable | None = None) -> PlaceTable:
        """Read an article's places once, so that its events can be placed.

        Args:
            parsed: the article; sentences without a parse are read by their words.
            actors: who is who in it: the states that it speaks of, and names that are no place's.
        """
        setting = self._setting(parsed.article, actors)
        ranked = sorted(setting.countries.items(), key=lambda item: -item[1])
        main = ranked[0][0] if ranked and ranked[0][1] >= MAIN_SHARE else None
        return PlaceTable(self._gazetteer, parsed, self._finder.find(parsed, setting), main=main)

    def _setting(self, article: Article, actors: ActorTable | None) -> Setting:
        home = self._home(article)
        if actors is None:
            return Setting(home=home)
        countries = actors.countries()
        total = sum(countries.values())
        shares = {code: weight / total for code, weight in countries.items()} if total else {}
        named = [
            (mention.span.start, mention.span.end)
            for mention in actors.mentions()
            if (reading := actors.chain(mention.chain).reading).kind in NO_PLACES and reading.name is not None
        ]
        return Setting(countries=shares, home=home, named=tuple(named))

    def read_spans(self, parsed: ParsedArticle, spans: Sequence[tuple[int, int]]) -> tuple[Toponym, ...]:
        """Resolve stretches that somebody else found to be places; one in no list takes the place named nearest.

        Args:
            parsed: the article; only the text of its sentences is read.
            spans: offsets of the names in the article's text.
        """
        return self._finder.read_spans(parsed, self._setting(parsed.article, None), spans)

    def _home(self, article: Article) -> str | None:
        """Give the publisher's state by the ending of its address, None where that does not tell."""
        return self._countries.of_address(article.url or "")
