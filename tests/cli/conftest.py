"""Runs the commands in this process, with a coder that answers without parsing."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import dragoman
from dragoman.cli.app import app
from dragoman.cli.screen import Screen
from dragoman.records import Article, CodedArticle, Rejection
from dragoman.settings import load_settings
from events import TEXT, event, outcome


class Answer(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


class FakeCoder:
    """Finds one event in every text; a text that says FAIL fails, one that says FOREIGN is rejected."""

    def __init__(self) -> None:
        self.settings = load_settings()
        self.articles: list[Article] = []

    def stream(self, articles: Iterable[Article]) -> Iterator[CodedArticle]:
        for one in articles:
            self.articles.append(one)
            yield self._outcome(one)

    def _outcome(self, one: Article) -> CodedArticle:
        if "INTERRUPT" in one.text:
            raise KeyboardInterrupt
        if "FAIL" in one.text:
            return CodedArticle(one.id, one.text, "failed", error="ValueError: odd text")
        if "FOREIGN" in one.text:
            why = Rejection("read", "language", "the text is in German (de)")
            return CodedArticle(one.id, one.text, "rejected", rejections=(why,))
        if one.text.startswith(TEXT[:20]):
            return outcome(article_id=one.id)
        offset = len(one.id) % 9
        return CodedArticle(one.id, one.text, "coded", (event(id=f"{offset}a" * 8, article=one.id),))


@pytest.fixture
def seen(fake_coder: FakeCoder) -> list[Article]:
    """Give the list that the articles which reach the coder are put into."""
    return fake_coder.articles


@pytest.fixture
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> FakeCoder:
    made = FakeCoder()
    monkeypatch.setitem(vars(dragoman), "load", lambda *_args, **_options: made)
    monkeypatch.setenv("COLUMNS", "120")
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def call(*arguments: str | Path) -> Answer:
        with pytest.raises(SystemExit) as end:
            app([str(one) for one in arguments])
        captured = capsys.readouterr()
        status = end.value.code
        assert isinstance(status, int)
        return Answer(status, plain(captured.out), plain(captured.err))

    return call


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Screen, "shows", True)
    monkeypatch.setattr(Screen, "talks", True)


def plain(text: str) -> str:
    """Take the colours out."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
