"""Takes inputs through the coder, tells every problem as it comes, and keeps count of every article."""

import dataclasses
import datetime as dt
import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import dragoman
from dragoman.cli.screen import Screen, counted
from dragoman.errors import DateError, DragomanError
from dragoman.read.published import parse_published
from dragoman.records import Article, CodedArticle
from dragoman.settings import load_settings

if TYPE_CHECKING:
    from dragoman import Coder

REMEDIES = {
    "language": "Give English text, or add the language to read.languages with a parser for it.",
}
"""What to do about an article that was rejected, by reason."""
OTHER_REMEDY = "See docs/errors.md for what each reason means."


@dataclasses.dataclass
class Tally:
    """What became of the inputs; inputs read = coded + rejected + failed + repeated articles."""

    coded: int = 0
    rejected: int = 0
    failed: int = 0
    repeated: int = 0
    unread: int = 0
    events: int = 0

    @property
    def clean(self) -> bool:
        """Tell whether everything given was coded."""
        return not (self.rejected or self.failed or self.unread)

    @property
    def articles(self) -> int:
        """Count the articles that have been dealt with."""
        return self.coded + self.rejected + self.failed

    def line(self) -> str:
        """Give the counts as one line, naming only what happened."""
        parts = [counted(self.events, "event"), f"{counted(self.coded, 'article')} coded"]
        parts += [
            f"{number} {name}" for number, name in ((self.rejected, "rejected"), (self.failed, "failed")) if number
        ]
        if self.repeated:
            parts.append(f"{self.repeated} given twice")
        if self.unread:
            parts.append(f"{counted(self.unread, 'input')} not read")
        return ", ".join(parts)


@dataclasses.dataclass(frozen=True)
class Job:
    """What a command was asked to code, checked before anything slow is done.

    Attributes:
        inputs: as typed.
        published: day for articles that bring none.
        settings: file with settings to change, None for the defaults.
        model: spaCy pipeline to use, None for the settings' one.
    """

    inputs: tuple[str, ...]
    published: dt.date | None
    settings: Path | None
    model: str | None


def make_job(inputs: Sequence[str], *, published: str | None, settings: Path | None, model: str | None) -> Job:
    """Check what was typed.

    Raises:
        DateError: `published` is no date.
        SettingsError: the settings file is missing or does not fit.
    """
    load_settings(settings)
    return Job(tuple(inputs), _day(published), settings, model)


def _day(typed: str | None) -> dt.date | None:
    if typed is None:
        return None
    try:
        return parse_published(typed)
    except DateError as error:
        raise DateError(f"--published: {error.problem}", remedy=error.remedy) from error


def load_coder(job: Job, screen: Screen) -> "Coder":
    """Load the coder, showing a person that something is under way."""
    with screen.working("Loading the parser, the lexicon and the gazetteer"):
        return dragoman.load(job.model, settings=job.settings)


def code_inputs(job: Job, *, coder: "Coder", screen: Screen, tally: Tally) -> Iterator[tuple[Article, CodedArticle]]:
    """Code every article of the inputs, in order; problems go to the screen and into the tally.

    Yields:
        Each article that was coded, with its outcome.
    """

    def unread(error: DragomanError) -> None:
        tally.unread += 1
        screen.problem(str(error))

    read = dragoman.read_inputs(job.inputs, settings=coder.settings.read, published=job.published, on_error=unread)
    waiting: deque[Article] = deque()

    def feed() -> Iterator[Article]:
        for article in _distinct(read, screen=screen, tally=tally):
            waiting.append(article)
            yield article

    for outcome in coder.stream(feed()):
        article = waiting.popleft()
        if _took(outcome, screen=screen, tally=tally):
            yield article, outcome


def _took(outcome: CodedArticle, *, screen: Screen, tally: Tally) -> bool:
    """Count an outcome and tell what is wrong with it; True if it was coded."""
    match outcome.status:
        case "coded":
            tally.coded += 1
            tally.events += len(outcome.events)
            return True
        case "rejected":
            tally.rejected += 1
            why = outcome.rejections[0]
            screen.problem(f"{outcome.article_id}: {_sentence(why.detail)} {REMEDIES.get(why.reason, OTHER_REMEDY)}")
        case _:
            tally.failed += 1
            screen.problem(
                f"{outcome.article_id}: {_sentence(outcome.error or 'failed')} "
                "Please report it with the text; the other articles are not affected."
            )
    return False


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _distinct(articles: Iterable[Article], *, screen: Screen, tally: Tally) -> Iterator[Article]:
    """Give every article an id of its own in this run, since events are known by their article's id.

    An article given twice (same id, same text) is coded once; another article under an id that is
    taken gets a number behind it. Both are told.
    """
    seen: dict[str, bytes] = {}
    for article in articles:
        digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()[:8]
        known = seen.get(article.id)
        if known is None:
            seen[article.id] = digest
            yield article
        elif known == digest:
            tally.repeated += 1
            screen.note(f"{article.id}: given twice, coded once")
        else:
            fresh = _free_id(article.id, seen.__contains__)
            seen[fresh] = digest
            screen.note(f"{article.id}: a second article has this id; its events stand under {fresh}")
            yield _renamed(article, fresh)


def _free_id(taken: str, is_taken: Callable[[str], bool]) -> str:
    number = 2
    while is_taken(f"{taken}#{number}"):
        number += 1
    return f"{taken}#{number}"


def _renamed(article: Article, new_id: str) -> Article:
    return msgspec.structs.replace(article, id=new_id)
