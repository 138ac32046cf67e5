"""The documents are complete: what a user can type, set, read or meet stands in them."""

import ast
import re
from pathlib import Path

import msgspec
import pytest
from typer.main import get_command

import dragoman
from dragoman import errors
from dragoman.cli.app import app
from dragoman.export import WRITERS
from dragoman.export.csv_table import COLUMNS
from dragoman.records import (
    Article,
    Attribution,
    CiteInfo,
    CodedArticle,
    Condition,
    Content,
    Entity,
    Event,
    EventLoc,
    Reason,
    Rejection,
    Size,
    TriggerText,
)
from dragoman.score import TASKS
from dragoman.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "src" / "dragoman"
RECORDS = (Event, Entity, EventLoc, Size, Condition, Attribution, TriggerText, Content, CiteInfo)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def coded_words(text: str) -> set[str]:
    """Give everything that a page shows as code within its sentences and tables."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return {word for code in re.findall(r"`([^`]+)`", prose) for word in re.split(r"[\s,]+", code)}


def commands() -> dict[str, set[str]]:
    """Give every command with its options."""
    group = get_command(app)
    found: dict[str, set[str]] = {}
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # the app is a group
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        found[name] = options
    return found


def reasons() -> set[str]:
    """Give every reason that a rejection is made with, read from the source."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rejection":
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                reason = given.get("reason") or node.args[1]
                assert isinstance(reason, ast.Constant), f"{path}:{node.lineno}: give the reason as a literal"
                found.add(str(reason.value))
    return found


def settings() -> set[tuple[str, str]]:
    loaded = load_settings()
    return {(group, name) for group in Settings.__struct_fields__ for name in getattr(loaded, group).__struct_fields__}


def test_the_checks_have_something_to_check() -> None:
    assert set(commands()) == {"code", "show", "explain", "evaluate"}
    assert "--format" in commands()["code"]
    assert "no-political-actor" in reasons()
    assert ("parse", "model") in settings()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_documented(name: str) -> None:
    text = page("commands.md")
    assert f"\n## {name}\n" in text
    assert commands()[name] - coded_words(text) == set()


@pytest.mark.parametrize("name", sorted([*WRITERS, *TASKS]))
def test_every_format_and_task_is_documented(name: str) -> None:
    assert name in coded_words(page("commands.md"))


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_of_the_record_is_documented(record: type[msgspec.Struct]) -> None:
    assert set(record.__struct_fields__) - coded_words(page("record.md")) == set()


def test_every_type_is_documented_with_its_quad() -> None:
    assert len(re.findall(r"^\| `[A-Z]+` \| [1-4] \|", page("record.md"), re.MULTILINE)) == 16


def test_every_column_of_the_table_is_documented() -> None:
    text = page("record.md")
    assert set(COLUMNS) - coded_words(text) == set()


@pytest.mark.parametrize(("group", "name"), sorted(settings()))
def test_every_setting_is_documented(group: str, name: str) -> None:
    section = page("settings.md").partition(f"\n## [{group}]\n")[2].partition("\n## ")[0]
    assert f"| `{name}` |" in section


@pytest.mark.parametrize("reason", sorted(reasons()))
def test_every_reason_is_documented(reason: str) -> None:
    assert f"| `{reason}` |" in page("errors.md")


@pytest.mark.parametrize("name", sorted(name for name, value in vars(errors).items() if isinstance(value, type)))
def test_every_error_is_documented(name: str) -> None:
    assert f"| `{name}` |" in page("errors.md")


@pytest.mark.parametrize("record", [Article, CodedArticle, Reason, Rejection])
def test_every_field_of_the_api_is_documented(record: type[msgspec.Struct]) -> None:
    assert set(record.__struct_fields__) - coded_words(page("api.md")) == set()


def test_everything_that_the_door_offers_is_documented() -> None:
    text = page("api.md") + page("errors.md")
    assert [name for name in dragoman.__all__ if name != "__version__" and name not in text] == []


def test_links_between_pages_lead_somewhere() -> None:
    for path in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]:
        for target in re.findall(r"\]\((?!https?://)([^)#]*)", path.read_text(encoding="utf-8")):
            assert not target or (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_version_is_the_same_everywhere() -> None:
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    assert cited is not None
    assert cited[1] == dragoman.__version__


def test_the_readme_begins_with_the_two_commands() -> None:
    code = re.findall(r"^    (.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [line.split("#")[0].strip() for line in code[:2]] == ["make run", "make test"]
