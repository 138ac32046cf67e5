"""Imports flow one way: rooms share the vocabulary, meet in the coder, and nothing knows those who use it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "dragoman"
DOOR = "dragoman"
"""What `import dragoman` gives; only those who use the coder from outside go through it."""

BASE = {"_version", "errors"}
SHARED = {"records", "ontology", "settings", *BASE}
STAGES = {"read", "parse", "extract", "resolve"}
ALLOWED = {
    "errors": set[str](),
    "_version": set[str](),
    "records": BASE,
    "settings": BASE,
    "ontology": {"records", *BASE},
    **dict.fromkeys(STAGES, SHARED),
    "export": SHARED,
    "score": SHARED,
    "coder": SHARED | STAGES,
    "__init__": SHARED | STAGES | {"coder"},
    "cli": SHARED | STAGES | {DOOR, "coder", "export", "score"},
}
"""Who may import whom; everyone may import from within."""

RULES = {
    **dict.fromkeys(STAGES, "stages share records, ontology, settings and errors, and meet only in coder.py"),
    **dict.fromkeys(("export", "score"), "it works on records, whoever made them"),
    **dict.fromkeys(("records", "settings", "ontology", "errors", "_version"), "all others stand on it"),
    "coder": "it joins the stages and does not know who uses it",
    "__init__": "the door opens to the coder, not to the commands",
    "cli": "commands use the coder, the writers and the scores",
}


def violations(package: Path) -> list[str]:
    """Give one line for each import that goes the wrong way: file, line, and the rule."""
    found = []
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        for line, target in imported_rooms(path, package):
            where = f"{path.relative_to(package)}:{line}"
            if room not in ALLOWED:
                found.append(f"{where}: {room} has no rule yet; say in ALLOWED what it may import")
            elif target != room and target not in ALLOWED[room]:
                found.append(f"{where}: {room} must not import {target}: {RULES[room]}")
    return found


def imported_rooms(path: Path, package: Path) -> Iterator[tuple[int, str]]:
    """Give line and room of every import from the package, wherever in the file it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for line, name in imported_names(node):
            parts = name.split(".")
            if parts[0] == DOOR:
                yield line, room_of(parts, package)


def imported_names(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Import(names=names):
            yield from ((node.lineno, alias.name) for alias in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            assert not level, f"line {node.lineno}: write imports in full"
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in names)


def room_of(parts: list[str], package: Path) -> str:
    """Give the room that a dotted name lies in; a name that is no module comes through the door."""
    if len(parts) == 1:
        return DOOR
    is_room = (package / parts[1]).is_dir() or (package / f"{parts[1]}.py").is_file()
    return parts[1] if is_room else DOOR


def test_imports_flow_one_way() -> None:
    assert violations(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "code", "telling"),
    [
        (
            "extract/triggers.py",
            "import re\nimport dragoman.resolve.actors",
            "extract/triggers.py:2: extract must not import resolve",
        ),
        ("extract/triggers.py", "from dragoman import resolve", "extract must not import resolve"),
        (
            "parse/sentences.py",
            "def late():\n    from dragoman.coder import Coder",
            "parse/sentences.py:2: parse must not import coder",
        ),
        ("read/files.py", "from dragoman import load", "read must not import dragoman"),
        (
            "records/event.py",
            "import dragoman.settings",
            "records must not import settings: all others stand on it",
        ),
        ("coder.py", "from dragoman.cli import main", "coder.py:1: coder must not import cli"),
        ("score/stories.py", "from dragoman.export import WRITERS", "score must not import export"),
        ("garden/tree.py", "import dragoman.records", "garden has no rule yet"),
    ],
)
def test_an_import_that_goes_the_wrong_way_is_caught(tmp_path: Path, file: str, code: str, telling: str) -> None:
    for room in ALLOWED:
        (tmp_path / room).mkdir()
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(code)
    [line] = violations(tmp_path)
    assert telling in line


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (
            "extract/triggers.py",
            "import spacy\nfrom dragoman.extract import Gate\nfrom dragoman.records import Token",
        ),
        ("coder.py", "from dragoman.extract.gate import Gate"),
        ("cli/code.py", "import dragoman\nfrom dragoman import load\nfrom dragoman.export import WRITERS"),
    ],
)
def test_an_import_that_goes_the_right_way_is_let_through(tmp_path: Path, file: str, code: str) -> None:
    for room in ALLOWED:
        (tmp_path / room).mkdir()
    (tmp_path / file).write_text(code)
    assert violations(tmp_path) == []
