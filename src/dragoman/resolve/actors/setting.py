"""Where an article plays: the country that a phrase without nationality is most likely of, or none."""

import msgspec

from dragoman.records import ParsedArticle, Sentence, Token
from dragoman.resolve.actors.home import Home
from dragoman.resolve.actors.records import Reading

DEFAULT_KINDS = frozenset({"role", "organisation", "people", "group", "person", "unknown-person", "family"})
BODIES = frozenset({"organisation", "role", "group"})
OFFICES = frozenset({"role", "person"})
NAMES = frozenset({"person", "unknown-person"})
"""Who has a name is not of the place where something happened to him."""
HOLDERS = frozenset({"GOV", "LEG", "PTY", "ELI"})
"""Sectors of who may be anywhere: where a minister speaks is not where he is from."""
UNTOLD = frozenset({"UNK"})
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "parataxis"})
"""What has a place of its own; "killed when a truck drove into crowds in Nice" is one scene."""
MAIN_SHARE = 0.5  # part of all mentions of countries that the main one has in an article about one country
RIVAL_SHARE = 0.6  # what the second may have of the first's mentions there
BODY_SHARE = 0.4  # part that the heaviest has before a body of an article about several is taken for its own
HOME_BONUS = 0.3  # part of all mentions that the publisher's country has for being unsaid
HOME_SHARE = 0.1  # part that the publisher's country must have to be one of those that the article is about


class Spot(msgspec.Struct, frozen=True):
    """A place that a sentence names as where something is.

    Attributes:
        start: offset of its first character.
        code: its country.
    """

    start: int
    code: str


class Guess(msgspec.Struct, frozen=True):
    """A country for a phrase that does not tell one, and by which rule."""

    code: str
    rule: str


class Setting:
    """The countries of one article and what follows from them."""

    def __init__(
        self, parsed: ParsedArticle, weights: dict[str, int], spots: tuple[tuple[Spot, ...], ...], home: Home
    ) -> None:
        self._parsed = parsed
        self._spots = spots
        self._home = home
        self._shares = _shares(weights, home)

    def guess(self, reading: Reading, *, sentence: int, start: int) -> Guess | None:
        """Guess the country of a phrase.

        Args:
            reading: what the phrase was read as.
            sentence: number of its sentence.
            start: offset of a character in it.

        Returns:
            None where nothing speaks for one country: unknown stays unknown.
        """
        if reading.code is not None or reading.kind not in DEFAULT_KINDS:
            return None
        if reading.among:
            return self._one_of(reading.among, sentence, start)
        if not reading.open:
            return None
        held = reading.kind in OFFICES and bool(HOLDERS.intersection(reading.sector))
        if held and self._home.official and self._home.code is not None:
            return Guess(self._home.code, "the publisher's country")
        spot = None if held or reading.kind in NAMES else self._spot(sentence, start)
        if spot is not None:
            return Guess(spot, "country of the clause's place")
        return self._of_article(reading)

    def _of_article(self, reading: Reading) -> Guess | None:
        ranked = sorted(self._shares.items(), key=lambda item: -item[1])
        if not ranked:
            code = self._home.code
            return None if code is None else Guess(code, "the publisher's country")
        code, share = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        one = share >= MAIN_SHARE and second <= RIVAL_SHARE * share
        kinds = BODIES | OFFICES if code == self._home.code else BODIES
        body = reading.kind in kinds and not UNTOLD.intersection(reading.sector)
        if one or (body and share >= BODY_SHARE and share > second):
            return Guess(code, "the article's main country")
        return None

    def _one_of(self, among: tuple[str, ...], sentence: int, start: int) -> Guess | None:
        """Choose among the states that a people lives in."""
        spot = self._spot(sentence, start)
        if spot in among:
            return Guess(spot, "country of the clause's place")
        told = [code for code in among if self._shares.get(code, 0.0) > 0]
        if not told:
            return None
        return Guess(max(told, key=lambda code: self._shares[code]), "the heaviest of its people's countries")

    def _spot(self, number: int, start: int) -> str | None:
        """Give the country of the places in the phrase's own clause; without a parse, in its sentence."""
        spots = self._spots[number]
        if not spots:
            return None
        sentence = self._parsed.sentences[number]
        if sentence.parsed:
            own = _clause(sentence, start)
            spots = tuple(spot for spot in spots if _clause(sentence, spot.start) == own)
        codes = {spot.code for spot in spots}
        return codes.pop() if len(codes) == 1 else None


def _shares(weights: dict[str, int], home: Home) -> dict[str, float]:
    total = sum(weights.values())
    if not total:
        return {}
    shares = {code: weight / total for code, weight in weights.items()}
    if home.code is not None and shares.get(home.code, 0.0) >= HOME_SHARE:
        shares[home.code] += HOME_BONUS
        shares = {code: share / (1 + HOME_BONUS) for code, share in shares.items()}
    return shares


def _clause(sentence: Sentence, start: int) -> int | None:
    """Give the number of the token that heads the clause in which a character stands."""
    token = next((one for one in sentence.tokens if one.start <= start < one.end), None)
    while token is not None and not _heads_clause(token):
        token = sentence.tokens[token.head] if token.head != token.i else None
    return None if token is None else token.i


def _heads_clause(token: Token) -> bool:
    return token.dep in CLAUSES and (token.pos in VERBS or token.dep == "ROOT")
