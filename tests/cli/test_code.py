import csv
import datetime as dt
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import dragoman
from dragoman.records import Article
from events import TEXT

Run = Callable[..., tuple[int, str, str]]
WORDS = "The council met the envoys of the north in the capital and they signed nothing at all."


@pytest.fixture
def news(tmp_path: Path, fake_coder: object) -> Path:
    del fake_coder
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(WORDS)
    return folder


@pytest.fixture
def no_coder(monkeypatch: pytest.MonkeyPatch, news: Path) -> None:
    del news
    monkeypatch.setitem(vars(dragoman), "load", lambda *_args, **_options: pytest.fail("loaded"))


def test_a_pipe_gets_json_lines_and_silence(run: Run, news: Path) -> None:
    status, out, err = run("code", news)
    records = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [record["event"] for record in records] == [["THREATEN"], ["THREATEN"]]


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_a_table_and_a_closing_line(run: Run, news: Path) -> None:
    status, out, err = run("code", news)
    assert status == 0
    assert "THREATEN" in out
    assert "on whose word" in out
    assert "2 events, 2 articles coded" in err


@pytest.mark.usefixtures("terminal")
def test_a_format_named_is_written_to_a_terminal_too(run: Run, news: Path) -> None:
    _, out, _ = run("code", news, "--format", "jsonl")
    assert all(json.loads(line) for line in out.splitlines())


def test_a_file_is_written_and_standard_output_stays_empty(run: Run, news: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    status, out, err = run("code", news, "-o", target)
    assert (status, out, err) == (0, "", "")
    assert len(target.read_text().splitlines()) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.jsonl", "news"]


def test_the_ending_of_the_file_chooses_the_format(run: Run, news: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    run("code", news, "-o", target)
    with target.open(newline="") as table:
        assert [row["cameo"] for row in csv.DictReader(table)] == ["138", "138"]


def test_one_bad_input_is_named_and_the_rest_is_done(run: Run, news: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    status, _, err = run("code", tmp_path / "nowhere.txt", news, "-o", target)
    assert status == 1
    assert "nowhere.txt" in err
    assert len(err.strip().splitlines()) == 1
    assert len(target.read_text().splitlines()) == 2


def test_a_broken_line_of_jsonl_is_named_by_its_number(run: Run, news: Path) -> None:
    lines = news / "c.jsonl"
    lines.write_text(json.dumps({"id": "one", "text": WORDS}) + '\n{"id": "two", "text": \n')
    status, out, err = run("code", lines)
    assert status == 1
    assert len(out.splitlines()) == 1
    assert "c.jsonl" in err
    assert "2" in err


@pytest.mark.parametrize(
    ("word", "telling"), [("FAIL", "ValueError: odd text"), ("FOREIGN", "German (de). Give English text")]
)
def test_an_article_that_is_not_coded_is_named_with_reason_and_remedy(
    run: Run, news: Path, word: str, telling: str
) -> None:
    (news / "c.txt").write_text(f"{WORDS} {word}")
    status, out, err = run("code", news)
    assert status == 1
    assert len(out.splitlines()) == 2
    assert "c.txt" in err
    assert telling in err


def test_no_file_comes_of_inputs_that_could_not_be_coded(run: Run, news: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    status, _, err = run("code", tmp_path / "nowhere.txt", "-o", target)
    assert status == 1
    assert "none of the inputs could be coded" in err
    assert not target.exists()
    assert news.exists()


@pytest.mark.usefixtures("no_coder")
def test_an_input_is_never_written_over(run: Run, news: Path) -> None:
    status, _, err = run("code", news / "a.txt", "-o", news / "a.txt")
    assert status == 2
    assert "is an input too" in err
    assert (news / "a.txt").read_text() == TEXT


@pytest.mark.parametrize(
    ("arguments", "telling"),
    [
        (("--format", "xlsx"), "Formats are: csv, jsonl."),
        (("--published", "2024-02-31"), "2024-02-31"),
        (("--published", "soon"), "'soon' is no date"),
        (("--settings", "no/such.toml"), "no/such.toml"),
        (("-o", "no/such/folder.jsonl"), "its folder does not exist"),
    ],
)
@pytest.mark.usefixtures("no_coder")
def test_wrong_usage_is_told_before_anything_is_loaded(
    run: Run, news: Path, arguments: tuple[str, ...], telling: str
) -> None:
    status, out, err = run("code", news, *arguments)
    assert (status, out) == (2, "")
    assert telling in err
    assert err.startswith("dragoman: ")
    assert len(err.strip().splitlines()) == 1


def test_no_input_is_wrong_usage(run: Run) -> None:
    status, _, err = run("code")
    assert status == 2
    assert "INPUT" in err


def test_ctrl_c_leaves_nothing_and_says_so(run: Run, news: Path, tmp_path: Path) -> None:
    (news / "c.txt").write_text(f"{WORDS} INTERRUPT")
    status, _, err = run("code", news, "-o", tmp_path / "events.jsonl")
    assert status == 130
    assert "stopped" in err
    assert [path.name for path in tmp_path.iterdir()] == ["news"]


def test_an_article_given_twice_is_coded_once(run: Run, news: Path) -> None:
    status, out, err = run("code", news / "a.txt", news / "a.txt")
    assert status == 0
    assert len(out.splitlines()) == 1
    assert "given twice, coded once" in err


def test_two_articles_of_one_id_are_told_apart(run: Run, news: Path) -> None:
    lines = news / "c.jsonl"
    texts = (WORDS, f"{WORDS} Twice.", f"{WORDS} Thrice.")
    lines.write_text("\n".join(json.dumps({"id": "same", "text": text}) for text in texts))
    status, out, err = run("code", lines)
    assert status == 0
    assert [json.loads(line)["article"] for line in out.splitlines()] == ["same", "same#2", "same#3"]
    assert err.count("a second article has this id") == 2


def test_gzipped_input_is_read_and_the_date_given_reaches_the_coder(run: Run, news: Path, seen: list[Article]) -> None:
    packed = news / "d.txt.gz"
    packed.write_bytes(gzip.compress(WORDS.encode()))
    status, out, _ = run("code", packed, "--published", "31 May 2024")
    assert status == 0
    assert len(out.splitlines()) == 1
    assert [one.published for one in seen] == [dt.date(2024, 5, 31)]
