"""The gazetteer on disk: one SQLite file, written once in a fixed order and only read afterwards."""

import gc
import sqlite3
from pathlib import Path

from dragoman.resolve.places.common_words import common_words
from dragoman.resolve.places.compile import Compiler, Row
from dragoman.resolve.places.records import Candidate, Naming, Place

LAYOUT = 2
"""Number of the tables' layout; part of the file's name, so that an older file is never read by newer code."""
MOST = 60
"""Candidates that are looked at for one name; a hundred towns are called San Antonio."""
TABLES = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, level INTEGER NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, country TEXT, territory INTEGER NOT NULL,
  admin1 INTEGER NOT NULL, admin2 INTEGER NOT NULL, population INTEGER NOT NULL, geonameid INTEGER
);
CREATE TABLE name (key TEXT, place INTEGER, naming INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE word (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX state ON place (country) WHERE level = 1;
CREATE INDEX capital ON place (territory) WHERE code IN ('PPLC', 'PPLG');
"""
FIND = f"""
SELECT name.naming, place.* FROM name JOIN place ON place.id = name.place WHERE name.key = ?
ORDER BY place.level <> 1, place.population DESC, place.id LIMIT {MOST}
"""  # noqa: S608  (a constant)


def write_gazetteer(path: Path) -> None:
    """Compile the gazetteer and write it; the same sources give the same bytes.

    Args:
        path: a file that does not exist yet.
    """
    # A million small objects that all stay: the collector would look through them again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        rows = Compiler().rows()
        _write(path, rows)
    finally:
        if collecting:
            gc.enable()


def _write(path: Path, rows: list[Row]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(TABLES)
        connection.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (tuple(getattr(row.place, field) for field in Place.__struct_fields__) for row in rows),
        )
        names = sorted((key, row.place.id, int(naming)) for row in rows for key, naming in row.names.items())
        connection.executemany("INSERT INTO name VALUES (?,?,?)", names)
        words = common_words(key for row in rows for key in row.names)
        connection.executemany("INSERT INTO word VALUES (?)", ((word,) for word in words))
        connection.commit()
    finally:
        connection.close()


class GazetteerFile:
    """Reads a gazetteer; safe to use from several processes, each with its own."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)

    def find(self, key: str) -> tuple[Candidate, ...]:
        """Give the places that a folded name may mean: states first, then by population."""
        rows = self._connection.execute(FIND, (key,)).fetchall()
        return tuple(Candidate(Place(*row[1:]), Naming(row[0])) for row in rows)

    def place(self, number: int) -> Place | None:
        """Give a place by its number in the gazetteer."""
        row = self._connection.execute("SELECT * FROM place WHERE id = ?", (number,)).fetchone()
        return None if row is None else Place(*row)

    def capital(self, territory: int) -> Place | None:
        """Give the capital of a country or territory by its number, None if it has none."""
        query = "SELECT * FROM place WHERE territory = ? AND code IN ('PPLC', 'PPLG')"
        row = self._connection.execute(query, (territory,)).fetchone()
        return None if row is None else Place(*row)

    def state(self, code: str) -> Place | None:
        """Give the state of a code; of several territories that count to it the most populous."""
        query = "SELECT * FROM place WHERE country = ? AND level = 1 ORDER BY population DESC"
        row = self._connection.execute(query, (code,)).fetchone()
        return None if row is None else Place(*row)

    def words(self) -> frozenset[str]:
        """Give the folded names that are English words and not mostly places."""
        return frozenset(key for (key,) in self._connection.execute("SELECT key FROM word"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
