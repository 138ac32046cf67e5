"""What the actor rules hand to each other: known names, roles, readings of phrases."""

import datetime as dt

import msgspec

from dragoman.resolve.actors.words import Word


class Term(msgspec.Struct, frozen=True):
    """A stretch of time in which an actor has sectors of its own; open ends are None."""

    sector: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None


class Entry(msgspec.Struct, frozen=True):
    """One known name.

    Attributes:
        name: neutral name of the actor.
        kind: state, adjective, people, capital, seat, region, organisation, group, party, media, service,
            company, person.
        code: country or PLOVER's other code, None if there is no single one.
        sector: sectors that the name carries, save in one of its terms.
        rival: for a name that is also another state's place or a first name, the word that tells which:
            `name` (drop beside other capitalised words) or a code (drop if the article is about that state).
        terms: when it carries others: a party in government, a party that was once an armed group.
        among: the states that a people without a state of its own lives in.
    """

    name: str
    kind: str
    code: str | None
    sector: tuple[str, ...] = ()
    rival: str = ""
    terms: tuple[Term, ...] = ()
    among: tuple[str, ...] = ()


class Office(msgspec.Struct, frozen=True):
    """One term of a person in an office; open ends are None."""

    title: str
    code: str | None
    sector: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None


class Person(msgspec.Struct, frozen=True):
    """A known person with the offices held, in order of time."""

    name: str
    gender: str
    offices: tuple[Office, ...]


class Role(msgspec.Struct, frozen=True):
    """A noun that says what its bearer is.

    Attributes:
        noun: singular, folded.
        sector: sectors, empty where the modifiers must tell.
        kind: office, person, people, body, group, asset, thing, family, part.
        weak: True if a modifier's sector stands in place of its own ("police chief").
        political: whether it is a political actor by itself; None leaves it to the sectors.
        organ: True if only a modifier of another organ of state stands in place of its own ("military agency").
        presides: True if the body named after "of" tells the sector ("president of the parliament").
        rank: True for a rank and file, who is a civilian afterwards ("former soldier").
        abroad: True for who is from elsewhere, so that the article's country is not theirs ("foreigner").
    """

    noun: str
    sector: tuple[str, ...]
    kind: str
    weak: bool = False
    political: bool | None = None
    organ: bool = False
    presides: bool = False
    rank: bool = False
    abroad: bool = False


class Item(msgspec.Struct, frozen=True):
    """A stretch of words that is a known name or a role: words `first` to `last`, included."""

    first: int
    last: int
    what: Entry | Role


class Chunk(msgspec.Struct, frozen=True):
    """A noun phrase taken apart.

    Attributes:
        words: from its first word to its last before any complement.
        head: number of the head word.
        posts: complements after the head, each with its preposition.
        apposed: phrases that stand beside it for the same.
        rest: the words right after, complements included: a known name may run on into them.
        shared: words of a head that this phrase shares with the next one ("[Afghan] and German [forces]").
    """

    words: tuple[Word, ...]
    head: int
    posts: tuple[tuple[str, "Chunk"], ...] = ()
    apposed: tuple["Chunk", ...] = ()
    rest: tuple[Word, ...] = ()
    shared: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """The folded words, joined."""
        return " ".join(word.key for word in self.words)


class Reading(msgspec.Struct, frozen=True):
    """What a phrase was read as.

    Attributes:
        kind: state, place, person, unknown-person, organisation, group, role, people, pronoun, first-person,
            asset, thing, unknown.
        code: country or other code, None when the phrase does not tell.
        sector: most telling first.
        rule: the rule that decided.
        political: whether it is a political actor.
        human: whether it can act or be acted upon.
        name: neutral name of a known actor.
        office: office held at the date.
        noun: the head noun in the singular, for comparing definite phrases.
        plural: whether it stands for several.
        gender: `m`, `f` or empty.
        open: True if a country would belong to it but the phrase does not tell; False without a code for what
            belongs to several or to none ("Western", "foreign").
        among: the states of which it must be one, if that is all that the phrase tells.
    """

    kind: str
    code: str | None = None
    sector: tuple[str, ...] = ()
    rule: str = ""
    political: bool = False
    human: bool = True
    name: str | None = None
    office: str | None = None
    noun: str = ""
    plural: bool = False
    gender: str = ""
    open: bool = False
    among: tuple[str, ...] = ()
