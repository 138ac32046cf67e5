"""The role grammar: what a noun phrase says of its bearer's country and sector, without listing phrases."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.resolve.actors.context import NAMED, POLITICAL, Context
from dragoman.resolve.actors.items import ItemFinder
from dragoman.resolve.actors.knowledge import Knowledge
from dragoman.resolve.actors.modifiers import Modified, gender_of, given_gender, is_person_noun, read_modifiers
from dragoman.resolve.actors.nationality import NationalityFinder
from dragoman.resolve.actors.offices import entry_on, office_on
from dragoman.resolve.actors.records import Chunk, Entry, Item, Reading, Role
from dragoman.resolve.actors.roles import role_sector, sector_afterwards
from dragoman.resolve.actors.words import Word, is_plural, singular

TELLING = frozenset({"of", "for", "in", "from", "at", "with", "within", "across", "inside", "allied"})
SECTOR_TELLING = frozenset({"of", "for", "at", "with", "in", "from"})
NO_SECTOR_KINDS = frozenset({"state", "place", "asset", "thing"})
GIVES_NO_SECTOR = frozenset({"thing", "place", "unknown-person"})
DEEPEST = 4  # phrases under phrases; deeper complements say nothing of the head
CODES_BY_SECTOR = {"IGO": "IGO", "NGO": "NGO"}
CIVIC = "SOC"  # what a non-governmental organisation of one country is
PLURALS = frozenset({"people", "police"})
AFTER_HEAD = frozenset({"elect", "designate"})


class View(msgspec.Struct, frozen=True):
    """A phrase as it is being read.

    Attributes:
        chunk: the phrase taken apart.
        items: known names and roles in it.
        context: the day, the places, the article's own names.
        depth: how many phrases it hangs under.
    """

    chunk: Chunk
    items: Sequence[Item]
    context: Context
    depth: int

    def without(self, item: Item) -> list[Item]:
        """Give the known names and roles but one."""
        return [one for one in self.items if one is not item]


class Grammar:
    """Reads noun phrases by what is known of names and roles."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._known = knowledge
        self._finder = ItemFinder(knowledge)
        self._nations = NationalityFinder(knowledge, self._finder)

    def items(self, words: Sequence[Word], *, head: int | None = None, lower: bool = False) -> list[Item]:
        """Find known names and roles in words, names before roles, left to right."""
        return self._finder.find(words, head=head, lower=lower)

    def given_gender(self, key: str) -> str:
        """Give the gender of a first name, empty if it does not tell."""
        return given_gender(self._known, key)

    def title_gender(self, words: Sequence[Word], at: int) -> str:
        """Give the gender of a title right before a name ("Ms"), empty if there is none."""
        key = words[at - 1].key if at else ""
        if key not in self._known.classes["person_title"]:
            return ""
        return "f" if key in self._known.classes["female"] else "m" if key in self._known.classes["male"] else ""

    def halves(self, codes: Iterable[str]) -> dict[str, str]:
        """Give the states that "the North" and "the South" are in an article about some states.

        "The other half" counts if one is told of; a state without one ("South Africa") only by itself.
        """
        told = [self._known.states.get(code, "") for code in codes]
        named = {name: code for code, name in self._known.states.items()}
        found: dict[str, str] = {}
        for name in told:
            side, _, rest = name.partition(" ")
            if side.casefold() not in self._known.classes["side"] or not rest:
                continue
            for other in self._known.classes["side"]:
                code = named.get(f"{other.title()} {rest}")
                if code is not None:
                    found.setdefault(other, code)
        return found

    def is_patron(self, words: Sequence[Word], last: int) -> bool:
        """Tell whether a name is that of a backer ("US-backed rebels"), who is not the one backed."""
        return self._nations.is_patron(words, last)

    def read(self, chunk: Chunk, context: Context, *, depth: int = 0) -> Reading:
        """Read a phrase.

        Args:
            chunk: the phrase taken apart.
            context: the day, the places, the article's own names.
            depth: how many phrases this one hangs under.
        """
        if chunk.shared:
            words = (*chunk.words, *chunk.shared)
            chunk = msgspec.structs.replace(chunk, words=words, head=len(words) - 1, shared=())
        counted = self._counted(chunk)
        if counted is not None and depth < DEEPEST:
            return msgspec.structs.replace(self.read(counted, context, depth=depth + 1), plural=True)
        chunk = self._run_on(self._before_suffix(chunk), context)
        items = [_on(one, context.on) for one in self.items(chunk.words, head=chunk.head, lower=context.lower)]
        head = next((one for one in items if one.first <= chunk.head <= one.last), None)
        if head is None:
            return self._read_unknown(chunk, items, context, depth=depth)
        if isinstance(head.what, Entry):
            if head.what.kind == "capital" and self._is_club(chunk, head):
                return Reading("organisation", None, (), "name of a club", name=chunk.text)
            return self._read_name(View(chunk, items, context, depth), head, head.what)
        named = context.named(chunk.text) if any(word.capital for word in chunk.words) else None
        if named is not None and named.kind != "unknown-person":
            return named
        return self._read_role(View(chunk, items, context, depth), head, head.what)

    def _is_club(self, chunk: Chunk, capital: Item) -> bool:
        """Tell whether a capital's name ends that of a sports club ("Dinamo Zagreb"): it stands for no state."""
        before = chunk.words[capital.first - 1] if capital.first else None
        return before is not None and before.capital and before.key in self._known.classes["club"]

    def _counted(self, chunk: Chunk) -> Chunk | None:
        """Give what a number or quantity counts ("dozens of protesters"), None if the phrase is no count."""
        if chunk.words[chunk.head].key not in self._known.classes["numbers"] | self._known.classes["quantity"]:
            return None
        return next((post for preposition, post in chunk.posts if preposition in {"of", "among"}), None)

    def _before_suffix(self, chunk: Chunk) -> Chunk:
        """Move the head from "elect" and "designate" to the office before it."""
        if chunk.head and chunk.words[chunk.head].key in AFTER_HEAD:
            return msgspec.structs.replace(chunk, words=chunk.words[: chunk.head], head=chunk.head - 1)
        return chunk

    def _run_on(self, chunk: Chunk, context: Context) -> Chunk:
        """Take in the words into which a name or role runs on ("Republic of Korea", "chief of staff")."""
        if not chunk.rest:
            return chunk
        words = (*chunk.words, *chunk.rest)
        size = len(chunk.words)
        items = self.items(words, lower=context.lower)
        longer = next((one for one in items if one.first <= chunk.head <= one.last and one.last >= size), None)
        if longer is None:
            return chunk
        posts = _posts_after(chunk.posts, words[longer.last].end)
        head = longer.last if isinstance(longer.what, Role) else chunk.head
        return msgspec.structs.replace(chunk, words=words[: longer.last + 1], head=head, posts=posts, rest=())

    def _read_name(self, view: View, item: Item, entry: Entry) -> Reading:
        if entry.kind == "person":
            called = [
                one.what.noun.split()[-1] for one in view.items if isinstance(one.what, Role) and one.last < item.first
            ]
            return self._read_person(entry, view.context, said=called[-1] if called else "")
        if entry.kind not in NAMED and entry.code != "EUR":
            return self._read_country(view, item, entry)
        code = entry.code
        if code is None:
            code = self._nations.find(view.chunk, view.without(item), view.context).code
        kind = {"group": "group", "seat": "state"}.get(entry.kind, "organisation")
        return Reading(
            kind=kind,
            code=code,
            sector=entry.sector,
            rule=f"known-{entry.kind}",
            political=entry.kind != "company",
            name=entry.name,
            noun=singular(view.chunk.words[view.chunk.head].key),
            open=code is None,
        )

    def _read_country(self, view: View, item: Item, entry: Entry) -> Reading:
        """Read a state's name, adjective or people as the head of a phrase."""
        key = view.chunk.words[item.last].key
        people = entry.kind == "people" or (entry.kind in {"adjective", "region"} and key.endswith("s"))
        modified = read_modifiers(self._known, view.chunk, view.items, before=item.first)
        one = entry.kind == "adjective" and view.chunk.words[0].key in {"a", "an", "one", "another"}  # "a Palestinian"
        people = people or modified.ethnic or one
        civilians = ("CVL",) if view.context.acting else ()
        if people:
            home = self._home_of(view.chunk, view.context, ethnic=modified.ethnic, depth=view.depth)
            code = home or (None if modified.ethnic else entry.code)
            sector = modified.given or civilians
            among = () if code else entry.among
            wide = entry.code is None and not entry.among
            return Reading(
                "people",
                code,
                sector,
                "people-of-state",
                political=not wide,
                plural=True,
                open=code is None and not wide,
                among=among,
            )
        if entry.kind == "region":
            wide = entry.code is None and not entry.among
            return Reading(
                "people", entry.code, civilians, "regional-people", political=not wide, open=not wide, among=entry.among
            )
        acting: tuple[str, ...] = ("GOV",) if view.context.acting or entry.kind == "capital" else ()
        sector = tuple(dict.fromkeys((*acting, *entry.sector)))
        rule = "capital-for-state" if entry.kind == "capital" else f"{entry.kind}-name"
        return Reading("state", entry.code, sector, rule, political=True, name=entry.name)

    def _home_of(self, chunk: Chunk, context: Context, *, ethnic: bool, depth: int) -> str | None:
        """Give the country that people of another one's descent live in ("the Serbs of Kosovo")."""
        if depth >= DEEPEST:
            return None
        for preposition, post in chunk.posts:
            if preposition == "of" or (ethnic and preposition == "in"):
                return self.read(post, context, depth=depth + 1).code
        return None

    def _read_person(self, entry: Entry, context: Context, *, said: str) -> Reading:
        person = self._known.people[entry.name]
        office, sector, rule = office_on(person, context.on, said=said)
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

    def _read_role(self, view: View, item: Item, role: Role) -> Reading:
        chunk, context = view.chunk, view.context
        modified = read_modifiers(self._known, chunk, view.items, before=item.first)
        others = view.without(item)
        owner = next((one.what for one in others if isinstance(one.what, Entry) and one.what.kind in NAMED), None)
        inner = self._complement(chunk, context, depth=view.depth)
        sector = role_sector(role, modified, owner, inner, gives_none=GIVES_NO_SECTOR)
        sector = tuple(dict.fromkeys((*sector, *modified.added)))
        if self._is_coalition(chunk, others, role):
            sector = ("IGO", "MIL")
            others = []
        nation = self._nations.find(chunk, others, context, ethnic=modified.ethnic)
        proxies = role.kind == "body" and not modified.given and nation.code is None and self._is_backed(chunk)
        if sector == ("MIL",) and proxies:
            sector = ("REB",)  # "US-backed forces": another state's proxies, not their own state's army
        code = nation.code or (inner.code if inner is not None else None)
        if code is not None and role.noun in self._known.classes["other_party"] and self._is_owned(chunk, others):
            code, inner = None, None  # "Russia's allies", "a neighbour of Iran": others than Russia and Iran
        sector = sector_afterwards(role, sector, inner, former=modified.former)
        if role.kind == "asset":
            return self._asset(chunk, code, sector, owner)
        code, sector, closed = _international(code, sector, modified, wide=nation.wide, role=role)
        key = chunk.words[item.last].key
        political = role.political if role.political is not None else bool(POLITICAL.intersection(sector))
        return Reading(
            kind={"office": "role", "person": "role", "body": "organisation"}.get(role.kind, role.kind),
            code=code,
            sector=sector,
            rule=f"role-noun {role.noun}",
            political=political or bool(POLITICAL.intersection(sector) - {"ELI"}),
            noun=role.noun.partition(" of ")[0].split()[-1],
            plural=is_plural(key) or key in PLURALS,
            gender=gender_of(self._known, chunk),
            open=code is None
            and not closed
            and not role.abroad
            and role.noun not in self._known.classes["other_party"],
            among=nation.among if code is None else (),
        )

    def _is_backed(self, chunk: Chunk) -> bool:
        """Tell whether a phrase names a backer of its head ("US-backed forces")."""
        return any(self.is_patron(chunk.words, i) for i in range(chunk.head))

    def _is_owned(self, chunk: Chunk, items: Sequence[Item]) -> bool:
        """Tell whether a phrase is somebody's: a possessive before its head, "of" after it, no nationality."""
        owner = any(word.possessive for word in chunk.words[: chunk.head])
        adjective = any(isinstance(one.what, Entry) and one.what.kind == "adjective" for one in items)
        return owner or (not adjective and any(preposition == "of" for preposition, _ in chunk.posts))

    def _is_coalition(self, chunk: Chunk, items: Sequence[Item], role: Role) -> bool:
        """Tell whether a coalition has a leading state, which makes it one of states ("French-led coalition")."""
        if role.noun not in self._known.classes["coalition"]:
            return False
        return any(
            isinstance(item.what, Entry)
            and item.last + 1 < len(chunk.words)
            and chunk.words[item.last + 1].key == "led"
            for item in items
        )

    def _asset(self, chunk: Chunk, code: str | None, sector: tuple[str, ...], owner: Entry | None) -> Reading:
        """Read what belongs to somebody: it stands for its owner, or for nobody."""
        noun = singular(chunk.words[chunk.head].key)
        if code is None or (code == "EUR" and owner is None):
            return Reading("thing", rule=f"asset {noun}", human=False, noun=noun)
        if not sector:
            sector = owner.sector if owner is not None and owner.kind in NAMED else ()
        return Reading("asset", code, sector, f"belonging {noun}", political=True, human=True, noun=noun)

    def _complement(self, chunk: Chunk, context: Context, *, depth: int) -> Reading | None:
        """Read what follows "of", "for", "in" or stands as owner before the head.

        The first complement with a sector tells the sector, the first with a country the country.
        """
        if depth > DEEPEST:
            return None
        found: Reading | None = None
        for preposition, post in chunk.posts:
            if preposition not in TELLING and not (preposition == "to" and self._serves(chunk)):
                continue  # "ambassador to Poland", "war against Iran": the other side
            reading = self.read(post, context, depth=depth + 1)
            if preposition not in SECTOR_TELLING and preposition != "to":
                reading = msgspec.structs.replace(reading, sector=())
            elif _tells_country_only(reading):
                reading = msgspec.structs.replace(reading, sector=tuple(set(reading.sector) & {"PRE"}))
            if found is None:
                found = reading if reading.code or reading.sector else None
            elif found.code is None and reading.code is not None:
                found = msgspec.structs.replace(found, code=reading.code)
        if found is not None:
            return found
        owner = max((i for i, word in enumerate(chunk.words[: chunk.head]) if word.possessive), default=None)
        if owner is None:
            return None
        reading = self.read(Chunk(chunk.words[: owner + 1], owner), context, depth=depth + 1)
        return msgspec.structs.replace(reading, sector=()) if _tells_country_only(reading) else reading

    def _serves(self, chunk: Chunk) -> bool:
        """Tell whether a head belongs to whom it is "to" ("aide to the president")."""
        return singular(chunk.words[chunk.head].key) in self._known.classes["serves"]

    def _read_unknown(self, chunk: Chunk, items: Sequence[Item], context: Context, *, depth: int) -> Reading:
        """Read a phrase whose head is in no list: a name, a place, a person noun by its suffix, or a thing."""
        word = chunk.words[chunk.head]
        if word.capital or context.lower:
            stop = word.key in self._known.classes["run_stop"]  # "Tuesday"; "the North" may have been told of
            named = context.named(chunk.text) if stop else self._read_capital(chunk, items, context, depth=depth)
            if named is not None:
                return named
        noun = singular(word.key)
        nation = self._nations.find(chunk, items, context)
        inner = self._complement(chunk, context, depth=depth)
        code = nation.code or (inner.code if inner is not None else None)
        if not is_person_noun(self._known, noun):
            return Reading("thing", code, rule=f"thing {noun}", human=False, noun=noun)
        modified = read_modifiers(self._known, chunk, items, before=chunk.head)
        sector = ("ELI",) if modified.former and modified.given else (*modified.given, *modified.added) or ("CVL",)
        return Reading(
            kind="people",
            code=code,
            sector=sector,
            rule="person-suffix",
            political=bool(POLITICAL.intersection(sector)),
            noun=noun,
            plural=is_plural(word.key),
            open=code is None and not modified.abroad and not nation.wide,
            among=nation.among,
        )

    def _read_capital(self, chunk: Chunk, items: Sequence[Item], context: Context, *, depth: int) -> Reading | None:
        """Read a head that is a capitalised word without entry: a name of the article, a role's bearer, a town."""
        named = context.named(chunk.text) or context.named(self._tail(chunk, items))
        last = next((one for one in reversed(items) if isinstance(one.what, Role) and one.last < chunk.head), None)
        if last is not None and isinstance(last.what, Role):
            before = Chunk(chunk.words[: last.last + 1], last.last, chunk.posts)
            inside = [one for one in items if one.last <= last.last]
            reading = self._read_role(View(before, inside, context, depth), last, last.what)
            if named is not None and named.kind == "person" and named.code and not reading.code:
                return msgspec.structs.replace(named, sector=named.sector or reading.sector)
            kind = "person" if reading.kind in {"role", "people", "family", "group"} else reading.kind
            return msgspec.structs.replace(reading, kind=kind, rule=f"name after {reading.rule}", plural=False)
        if named is not None:
            return named
        code = self._town(chunk, context)
        if code is not None:
            return Reading("place", code, ("CVL",) if context.acting else (), "place-name", political=False)
        if context.lower:
            return None
        return self._read_stranger(chunk, items, context)

    def _town(self, chunk: Chunk, context: Context) -> str | None:
        capital = [word.text for word in chunk.words if word.capital]
        return context.place_country(" ".join(capital)) or (
            context.place_country(chunk.words[chunk.head].text) if len(capital) == 1 else None
        )

    def _read_stranger(self, chunk: Chunk, items: Sequence[Item], context: Context) -> Reading:
        """Read a name that nothing is known of."""
        nation = self._nations.find(chunk, items, context)
        code = nation.code or self._home_of(chunk, context, ethnic=True, depth=0)
        given = read_modifiers(self._known, chunk, items, before=chunk.head).given
        if nation.code is not None and not items and len(chunk.words) == 1:
            return Reading("people", nation.code, (), "misspelt-people", political=True, plural=True)
        person = not items and not given
        return Reading(
            kind="unknown-person" if person else "unknown",
            code=code,
            sector=("CVL",) if person else given,
            rule="unknown-name",
            political=bool(POLITICAL.intersection(given)),
            gender=gender_of(self._known, chunk) or self.given_gender(chunk.words[0].key),
            open=code is None,
        )

    def _tail(self, chunk: Chunk, items: Sequence[Item]) -> str:
        start = max((one.last + 1 for one in items if one.last < chunk.head), default=0)
        return " ".join(word.key for word in chunk.words[start:] if word.capital)


def _posts_after(posts: tuple[tuple[str, Chunk], ...], end: int) -> tuple[tuple[str, Chunk], ...]:
    """Give the complements that start after an offset, those of swallowed ones included."""
    found: list[tuple[str, Chunk]] = []
    for name, post in posts:
        found.extend(((name, post),) if post.words[0].start >= end else _posts_after(post.posts, end))
    return tuple(found)


def _tells_country_only(reading: Reading) -> bool:
    """Tell whether a complement says where its head belongs but not what it is ("leader of the Kurds")."""
    return reading.kind in NO_SECTOR_KINDS or (reading.kind == "people" and not reading.noun)


def _international(
    code: str | None, sector: tuple[str, ...], modified: Modified, *, wide: bool, role: Role
) -> tuple[str | None, tuple[str, ...], bool]:
    """Settle codes that are no country's.

    Returns:
        The code, the sectors without what became the code, and whether no country is to be looked for.
    """
    body = role.kind in {"office", "body", "group"} or bool(POLITICAL.intersection(sector))
    if code == "EUR" and not body:
        code, wide = None, True
    if code is None:
        code = CODES_BY_SECTOR.get(sector[0] if sector else "")
    if code is None and modified.code and body and (modified.abroad or (modified.regional and wide)):
        code = modified.code
    if sector[:1] == ("NGO",) and code not in {None, "NGO"}:
        sector = (CIVIC, *sector)
    kept = tuple(one for one in sector if one not in CODES_BY_SECTOR)
    return code, kept, wide or modified.abroad


def _on(item: Item, day: dt.date | None) -> Item:
    return Item(item.first, item.last, entry_on(item.what, day)) if isinstance(item.what, Entry) else item
