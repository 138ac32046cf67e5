"""How a run ends that is broken off from outside: in a process of its own, as it happens."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = """
import signal, sys, time
sys.path[:0] = [{tests!r}]
import dragoman
from dragoman.records import CodedArticle
from dragoman.settings import load_settings
from events import event

class Coder:
    settings = load_settings()
    def stream(self, articles):
        for one in articles:
            time.sleep({pause})
            yield CodedArticle(one.id, one.text, "coded", (event(),) * 50)

dragoman.load = lambda *args, **options: Coder()
signal.signal(signal.SIGINT, signal.default_int_handler)
from dragoman.cli import main
main()
"""
ARTICLES = 5000


@pytest.fixture
def news(tmp_path: Path) -> Path:
    file = tmp_path / "news.jsonl"
    lines = [f'{{"id": "{number}", "text": "The envoys met in the capital."}}\n' for number in range(ARTICLES)]
    file.write_text("".join(lines))
    return file


@pytest.fixture
def started(news: Path, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a run of many seconds and wait until it writes."""
    command = [*program(pause=0.01), "code", str(news), "-o", str(tmp_path / "events.jsonl")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:  # noqa: S603  (our own words)
        until = time.monotonic() + 20
        while len(list(tmp_path.iterdir())) == 1 and time.monotonic() < until:
            time.sleep(0.01)
        yield process
        process.kill()


def program(*, pause: float) -> list[str]:
    tests = str(Path(__file__).parents[1])
    return [sys.executable, "-c", PROGRAM.format(tests=tests, pause=pause)]


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_leaves_nothing_half_written(
    started: "subprocess.Popen[bytes]", tmp_path: Path, sent: signal.Signals, status: int
) -> None:
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"]
    started.send_signal(sent)
    _, told = started.communicate(timeout=20)
    assert started.returncode == status
    assert [path.name for path in tmp_path.iterdir()] == ["news.jsonl"]
    assert b"Traceback" not in told


def test_a_reader_that_goes_away_ends_the_run_quietly(news: Path) -> None:
    command = [*program(pause=0), "code", str(news)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603  (our own words)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(timeout=20) == 141
    assert told == b""


def test_a_terminal_is_told_how_it_goes(news: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*program(pause=0.01), "code", str(news), "-o", str(tmp_path / "events.jsonl")]
    with subprocess.Popen(command, stderr=theirs) as process:  # noqa: S603  (our own words)
        os.close(theirs)
        told = b""
        until = time.monotonic() + 20
        while b"articles coded" not in told and time.monotonic() < until:
            told += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        while process.poll() is None:
            try:
                told += os.read(ours, 4096)
            except OSError:  # the other end is closed
                process.wait(timeout=20)
    os.close(ours)
    assert b"events, " in told
    assert b"stopped" in told
