"""The role grammar: what a noun phrase says of its bearer's country and sector, without listing phrases."""

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.offices import entry_on, office_on
from dragoman.resolve.actors.records import Chunk, Entry, Item, Reading, Role
from dragoman.resolve.actors.words import Word, is_plural, singular

PlaceCountry = Callable[[str], str | None]
NAMED = frozenset({"group", "media", "organisation", "party", "person", "service", "seat", "company"})
COUNTRY = frozenset({"state", "adjective", "people", "capital", "region"})
POLITICAL = frozenset("GOV MIL COP SPY JUD LEG PTY OPP REB PRM UAF ELI PRE REL LAB REF JRN SOC".split())
PRIVATE_KINDS = frozenset({"company"})
TELLING = frozenset({"of", "for", "in", "from", "to", "at", "with", "within", "across", "inside", "against"})
SECTOR_TELLING = frozenset({"of", "for", "at", "with", "in", "from"})
OUTLAWS = frozenset({"REB", "PRM", "CRM", "UAF"})
STATE_RANKS = frozenset({("MIL",), ("GOV",)})
OFFICIAL = frozenset({"office"})
DEEPEST = 2  # phrases under phrases; deeper complements say nothing of the head
CODES_BY_SECTOR = {"IGO": "IGO", "NGO": "NGO"}


class Context(msgspec.Struct, frozen=True):
    """What a reading may ask for.

    Attributes:
        on: the day for which offices are read.
        place_country: code of the state that a place name lies in, None if unknown.
        named: reading of a name seen in the article, by folded name.
        acting: True where the phrase takes part in an event: a bare state is then its government.
        lower: True for a phrase without any capital letter.
    """

    on: dt.date | None
    place_country: PlaceCountry
    named: Callable[[str], Reading | None]
    acting: bool = True
    lower: bool = False


class Grammar:
    """Reads noun phrases by what is known of names and roles."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._known = knowledge

    def items(self, words: Sequence[Word], *, lower: bool = False) -> list[Item]:
        """Find known names and roles in words, names before roles, left to right."""
        names = [one for one in self._known.names.match(words, lower=lower) if not self._is_rival(one, words)]
        found: list[Item] = []
        at = 0
        starts = {item.first: item for item in names}
        while at < len(words):
            item = starts.get(at) or self._role_at(words, at, stop=min((s for s in starts if s > at), default=len(words)))
            if item is None:
                at += 1
            else:
                found.append(item)
                at = item.last + 1
        return found

    def _role_at(self, words: Sequence[Word], at: int, *, stop: int) -> Item | None:
        longest = max(self._known.longest_role.get(words[at].key, 0), self._known.longest_role.get(singular(words[at].key), 0))
        for length in range(min(longest, stop - at), 0, -1):
            keys = [word.key for word in words[at : at + length]]
            role = self._known.roles.get(tuple(keys)) or self._known.roles.get((*keys[:-1], singular(keys[-1])))
            if role is not None:
                return Item(at, at + length - 1, role)
        return None

    def _is_rival(self, item: Item, words: Sequence[Word]) -> bool:
        """Tell whether a state's or capital's name is here a person's ("Michael Jordan")."""
        entry = item.what
        if not isinstance(entry, Entry) or entry.rival not in {"name", "names"}:
            return False
        if entry.kind not in ({"capital", "state"} if entry.rival == "names" else {"capital"}):
            return False
        given = self._known.classes["given_male"] | self._known.classes["given_female"]
        if item.first and words[item.first - 1].key in given:
            return True
        after = words[item.last + 1] if item.last + 1 < len(words) else None
        if after is None or not after.capital or words[item.last].possessive or words[item.first].text.isupper():
            return False
        return not (self._known_word(after) or (item.last + 2 < len(words) and words[item.last + 2].capital))

    def _known_word(self, word: Word) -> bool:
        keys = (singular(word.key),)
        return keys in self._known.roles or word.key in self._known.modifiers or word.key in self._known.longest_role

    def read(self, chunk: Chunk, context: Context, *, depth: int = 0) -> Reading:
        """Read a phrase.

        Args:
            chunk: the phrase taken apart.
            context: the day, the places, the article's own names.
            depth: how many phrases this one hangs under.
        """
        counted = self._counted(chunk)
        if counted is not None and depth < DEEPEST:
            return msgspec.structs.replace(self.read(counted, context, depth=depth + 1), plural=True)
        items = [_on(one, context.on) for one in self.items(chunk.words, lower=context.lower)]
        head = next((one for one in items if one.first <= chunk.head <= one.last), None)
        if head is None:
            return self._read_unknown(chunk, items, context, depth=depth)
        if isinstance(head.what, Entry):
            return self._read_name(chunk, head, head.what, items, context)
        named = context.named(chunk.text) if any(word.capital for word in chunk.words) else None
        if named is not None and named.kind != "unknown-person":
            return named
        return self._read_role(chunk, head, head.what, items, context, depth=depth)

    def _counted(self, chunk: Chunk) -> Chunk | None:
        """Give what a number or quantity counts ("dozens of protesters"), None if the phrase is no count."""
        if chunk.words[chunk.head].key not in self._known.classes["numbers"] | self._known.classes["quantity"]:
            return None
        return next((post for preposition, post in chunk.posts if preposition in {"of", "among"}), None)

    def _read_name(self, chunk: Chunk, item: Item, entry: Entry, items: Sequence[Item], context: Context) -> Reading:
        if entry.kind == "person":
            return self._read_person(entry, context)
        if entry.kind in NAMED:
            code = entry.code or self._country(chunk, [one for one in items if one is not item], context)
            political = entry.kind not in PRIVATE_KINDS
            return Reading(
                kind="group" if entry.kind == "group" else "organisation" if entry.kind != "seat" else "state",
                code=code,
                sector=entry.sector,
                rule=f"known-{entry.kind}",
                political=political,
                name=entry.name,
                noun=singular(chunk.words[chunk.head].key),
                open=code is None,
            )
        return self._read_country(chunk, item, entry, items, context)

    def _read_country(
        self, chunk: Chunk, item: Item, entry: Entry, items: Sequence[Item], context: Context
    ) -> Reading:
        """Read a state's name, adjective or people as the head of a phrase."""
        plural_people = entry.kind == "people" or (
            entry.kind in {"adjective", "region"} and chunk.words[item.last].key.endswith("s") and entry.kind != "state"
        )
        former = self._modifier_sectors(chunk, items, before=item.first)
        if entry.kind == "people" or plural_people:
            sector = former[0] or (("CVL",) if context.acting else ())
            return Reading("people", entry.code, sector, "people-of-state", political=True, plural=True, name=None)
        if entry.kind == "region":
            return Reading("people", entry.code, (("CVL",) if context.acting else ()), "regional-people", political=True)
        acting: tuple[str, ...] = ("GOV",) if context.acting or entry.kind == "capital" else ()
        sector = tuple(dict.fromkeys((*acting, *entry.sector)))
        rule = "capital-for-state" if entry.kind == "capital" else f"{entry.kind}-name"
        return Reading("state", entry.code, sector, rule, political=True, name=entry.name)

    def _read_person(self, entry: Entry, context: Context) -> Reading:
        person = self._known.people[entry.name]
        office, sector, rule = office_on(person, context.on)
        code = (office.code if office else None) or entry.code
        return Reading(
            kind="person",
            code=code,
            sector=sector,
            rule=rule,
            political=True,
            name=person.name,
            office=office.title if office else None,
            gender=person.gender,
        )

    def _read_role(
        self, chunk: Chunk, item: Item, role: Role, items: Sequence[Item], context: Context, *, depth: int
    ) -> Reading:
        given, added, former = self._modifier_sectors(chunk, items, before=item.first)
        others = [one for one in items if one is not item]
        named = self._owner_entry(chunk, others)
        inner = self._complement(chunk, context, depth=depth)
        sector = self._role_sector(role, given, named, inner)
        sector = tuple(dict.fromkeys((*sector, *added)))
        code = self._country(chunk, others, context)
        if code is None and inner is not None:
            code = inner.code
        if former and (role.kind == "office" or "GOV" in sector):
            sector = ("ELI", *(code for code in sector if code == "OPP"))
        if role.kind == "family":
            sector = ("ELI",) if inner is not None and inner.political else ("CVL",)
        code = code or CODES_BY_SECTOR.get(sector[0] if sector else "", None)
        sector = tuple(one for one in sector if one not in CODES_BY_SECTOR)
        if role.kind == "asset":
            return self._asset(chunk, code, sector, named)
        key = chunk.words[item.last].key
        political = role.political if role.political is not None else bool(POLITICAL.intersection(sector))
        return Reading(
            kind="role" if role.kind in {"office", "person"} else "organisation" if role.kind == "body" else role.kind,
            code=code,
            sector=sector,
            rule=f"role-noun {role.noun}",
            political=political or bool(POLITICAL.intersection(sector) - {"ELI"}),
            noun=role.noun.split()[-1],
            plural=is_plural(key) or key in {"people", "police"},
            gender=self._gender(chunk),
            open=code is None,
        )

    def _asset(self, chunk: Chunk, code: str | None, sector: tuple[str, ...], owner: Entry | None) -> Reading:
        """Read what belongs to somebody: it stands for its owner, or for nobody."""
        noun = singular(chunk.words[chunk.head].key)
        if code is None:
            return Reading("thing", rule=f"thing {noun}", human=False, noun=noun)
        if not sector:
            sector = owner.sector if owner is not None and owner.kind in NAMED else ()
        return Reading("asset", code, sector, f"belonging {noun}", political=True, human=True, noun=noun)

    def _role_sector(
        self, role: Role, given: tuple[str, ...], owner: Entry | None, inner: Reading | None
    ) -> tuple[str, ...]:
        """Choose a role's sectors: a weak noun takes them from its modifiers or complement."""
        if not role.weak:
            military_body = role.kind == "body" and role.sector[:1] == ("JUD",) and "MIL" in given
            # "rebel commander", "guerrilla army": a rank of those who fight the state is none of the state's.
            outlaws = tuple(code for code in given if code in OUTLAWS)
            if outlaws and role.sector[:1] in STATE_RANKS:
                return outlaws
            return (*role.sector, "MIL") if military_body else role.sector
        if given:
            return given
        if owner is not None and owner.kind in NAMED and owner.sector:
            return owner.sector
        if inner is not None and inner.kind not in {"thing", "place", "unknown-person"} and inner.sector:
            return inner.sector
        return role.sector

    def _modifier_sectors(
        self, chunk: Chunk, items: Sequence[Item], *, before: int
    ) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """Give the sectors that modifiers give and add, and whether one says that it is over."""
        given: list[str] = []
        added: list[str] = []
        former = False
        for i, word in enumerate(chunk.words[:before]):
            modifier = self._known.modifiers.get(word.key)
            if modifier is None:
                continue
            if modifier.effect == "former":
                former = True
            elif modifier.effect == "add":
                added.extend(modifier.sector)
            elif not (word.key in {"state", "united"} and i + 1 < len(chunk.words) and chunk.words[i + 1].key == "department"):
                given.extend(modifier.sector)
        for item in items:
            if item.last < before and isinstance(item.what, Role) and item.what.sector and not item.what.weak:
                given.extend(code for code in item.what.sector if code not in {"OPP", "UNK"})
        return tuple(dict.fromkeys(given)), tuple(dict.fromkeys(added)), former

    def _owner_entry(self, chunk: Chunk, items: Sequence[Item]) -> Entry | None:
        for item in items:
            if isinstance(item.what, Entry) and item.what.kind in NAMED:
                return item.what
        return None

    def _complement(self, chunk: Chunk, context: Context, *, depth: int) -> Reading | None:
        """Read what follows "of", "for", "in" or stands as owner before the head."""
        if depth > DEEPEST:
            return None
        for preposition, post in chunk.posts:
            if preposition in TELLING:
                reading = self.read(post, context, depth=depth + 1)
                if preposition in {"against", "to"} and reading.kind != "thing":
                    continue  # "ambassador to Poland", "troops against Iran": the other side
                if reading.code or reading.sector:
                    if preposition not in SECTOR_TELLING:
                        reading = msgspec.structs.replace(reading, sector=())
                    if reading.kind in {"state", "people", "place"}:
                        reading = msgspec.structs.replace(reading, sector=tuple(set(reading.sector) & {"PRE"}))
                    return reading
        owner = max((i for i, word in enumerate(chunk.words[: chunk.head]) if word.possessive), default=None)
        if owner is not None:
            reading = self.read(Chunk(chunk.words[: owner + 1], owner), context, depth=depth + 1)
            if reading.kind in {"state", "people", "place"}:
                return msgspec.structs.replace(reading, sector=())
            return reading
        return None

    def _country(self, chunk: Chunk, items: Sequence[Item], context: Context) -> str | None:
        """Find the country in a phrase: nationality, owner, based-in, a town's name."""
        codes = [
            item.what.code
            for item in items
            if isinstance(item.what, Entry)
            and item.what.code
            and item.what.kind in COUNTRY | NAMED
            and not self._is_patron(chunk.words, item.last)
        ]
        if codes:
            return codes[0]
        for i, word in enumerate(chunk.words):
            if word.capital and word.key not in self._known.classes["run_stop"] and not self._is_patron(chunk.words, i):
                place = context.place_country(word.text)
                if place is not None:
                    return place
        return None

    def _is_patron(self, words: Sequence[Word], last: int) -> bool:
        """Tell whether a name is that of a backer ("US-backed rebels"), who is not the one backed."""
        return last + 1 < len(words) and words[last + 1].key in self._known.classes["backed"]

    def _gender(self, chunk: Chunk) -> str:
        keys = {singular(word.key) for word in chunk.words}
        if keys & self._known.classes["female"]:
            return "f"
        return "m" if keys & self._known.classes["male"] else ""

    def _read_unknown(self, chunk: Chunk, items: Sequence[Item], context: Context, *, depth: int) -> Reading:
        """Read a phrase whose head is in no list: a name, a place, a person noun by its suffix, or a thing."""
        word = chunk.words[chunk.head]
        if word.capital or context.lower:
            named = self._read_capital(chunk, items, context, depth=depth)
            if named is not None:
                return named
        noun = singular(word.key)
        code = self._country(chunk, items, context)
        if self.is_person_noun(noun):
            given, added, former = self._modifier_sectors(chunk, items, before=chunk.head)
            sector = ("ELI",) if former and given else (*given, *added) or ("CVL",)
            political = bool(POLITICAL.intersection(sector))
            return Reading(
                "people", code, sector, "person-suffix", political=political, noun=noun, plural=is_plural(word.key), open=code is None
            )
        return Reading("thing", rule=f"thing {noun}", human=False, noun=noun)

    def _read_capital(self, chunk: Chunk, items: Sequence[Item], context: Context, *, depth: int) -> Reading | None:
        """Read a head that is a capitalised word without entry: a name of the article, a role's bearer, a town."""
        named = context.named(chunk.text) or context.named(self._tail(chunk, items))
        roles = [one for one in items if isinstance(one.what, Role) and one.last < chunk.head]
        if roles:
            last = roles[-1]
            role = last.what
            if isinstance(role, Role):
                before = Chunk(chunk.words[: last.last + 1], last.last, chunk.posts)
                reading = self._read_role(before, last, role, [one for one in items if one.last <= last.last], context, depth=depth)
                kind = "person" if reading.kind in {"role", "people", "family", "group"} else reading.kind
                if named is not None and named.kind == "person" and named.code and not reading.code:
                    return msgspec.structs.replace(named, sector=named.sector or reading.sector)
                return msgspec.structs.replace(reading, kind=kind, rule=f"name after {reading.rule}", plural=False)
        if named is not None:
            return named
        text = " ".join(word.text for word in chunk.words if word.capital)
        code = context.place_country(text) or (
            context.place_country(chunk.words[chunk.head].text) if sum(word.capital for word in chunk.words) == 1 else None
        )
        if code is not None:
            return Reading("place", code, ("CVL",) if context.acting else (), "place-name", political=False)
        if context.lower:
            return None
        code = self._country(chunk, items, context)
        given = self._modifier_sectors(chunk, items, before=chunk.head)[0]
        person = not items and not given
        return Reading(
            kind="unknown-person" if person else "unknown",
            code=code,
            sector=("CVL",) if person else given,
            rule="unknown-name",
            political=bool(POLITICAL.intersection(given)),
            gender=self._gender(chunk) or self.given_gender(chunk.words[0].key),
            open=code is None,
        )

    def _tail(self, chunk: Chunk, items: Sequence[Item]) -> str:
        start = max((one.last + 1 for one in items if one.last < chunk.head), default=0)
        return " ".join(word.key for word in chunk.words[start:] if word.capital)

    def given_gender(self, key: str) -> str:
        """Give the gender of a first name, empty if it does not tell."""
        if key in self._known.classes["given_female"]:
            return "f"
        return "m" if key in self._known.classes["given_male"] else ""

    def is_person_noun(self, noun: str) -> bool:
        """Judge an unknown singular noun by its ending: does it mean people?"""
        if noun in self._known.classes["human"]:
            return True
        if noun in self._known.classes["human_not"] or len(noun) < 5:  # noqa: PLR2004  (shorter words end so by chance)
            return False
        return any(noun.endswith(suffix) for suffix in ("er", "or", "ist", "man", "woman", "person", "eer", "ster"))


def _on(item: Item, day: dt.date | None) -> Item:
    return Item(item.first, item.last, entry_on(item.what, day)) if isinstance(item.what, Entry) else item
