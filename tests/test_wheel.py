"""The package as others get it: built, installed into an empty environment, and used."""

import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import dragoman

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dragoman"
DATA_ENDINGS = {".toml", ".tsv", ".txt", ".jsonl", ".typed", ".gz", ".yaml", ".json", ".csv"}


def run(*command: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(  # noqa: S603  (the commands are this file's)
        [str(word) for word in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source package, and from it the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    [path] = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Install the wheel and what it asks for, at the pinned versions, where nothing else is."""
    folder = tmp_path_factory.mktemp("empty")
    pins = folder / "pins.txt"
    locked = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    pins.write_text("\n".join(re.findall(r"^[^\s#-][^\\\n]*", locked, re.MULTILINE)), encoding="utf-8")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    pip = (python, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--constraint", pins, wheel, cwd=folder)
    run(*pip, "check", cwd=folder)
    return folder


def data_files() -> set[str]:
    return {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.suffix in DATA_ENDINGS and not any(part.startswith(".") for part in path.parts)
    }


def test_the_wheel_holds_the_package_its_data_and_the_licence(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert data_files() - inside == set()
    assert any(name.endswith("/licenses/LICENSE") for name in inside)
    assert not [name for name in inside if name.startswith(("tests", "evaluation")) or "__pycache__" in name]


def test_the_source_package_holds_what_the_wheel_is_built_from(built: Path) -> None:
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "src/dragoman/coder.py"} <= inside


def test_the_installed_command_tells_its_version(environment: Path) -> None:
    told = run(environment / "venv" / "bin" / "dragoman", "--version", cwd=environment)
    assert told.strip() == f"dragoman {dragoman.__version__}"


def test_the_installed_command_codes_an_article(environment: Path) -> None:
    article = environment / "article.txt"
    article.write_text("Troops from Chad attacked rebels near the city of Faya on Monday, the army said.\n")
    command = environment / "venv" / "bin" / "dragoman"
    lines = run(command, "code", article, "--published", "2024-05-31", cwd=environment).splitlines()
    events = [json.loads(line) for line in lines]
    assert "ASSAULT" in [kind for event in events for kind in event["event"]]
    assert all(event["coder"].startswith(f"dragoman {dragoman.__version__} (") for event in events)


def test_the_installed_package_codes_its_examples(environment: Path) -> None:
    program = (
        "import dragoman\nfrom importlib import resources\n"
        "with resources.as_file(resources.files('dragoman') / 'examples') as folder:\n"
        "    coder = dragoman.load()\n"
        "    articles = dragoman.read_inputs([str(folder)], settings=coder.settings.read, on_error=print)\n"
        "    print(*(one.status for one in coder.stream(articles)))"
    )
    told = run(environment / "venv" / "bin" / "python", "-c", program, cwd=environment)
    assert told.split() == ["coded"] * 4
