"""`dragoman explain`: why each field has its value, and why words that look like an event are none."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.coding import Tally, code_inputs, load_coder, make_job
from dragoman.cli.options import Model, Published, SettingsFile
from dragoman.cli.outcome import SOME_FAILED, UsageError, ends_well
from dragoman.cli.reasons import explained_event, left_out
from dragoman.cli.screen import Screen
from dragoman.records import Article, CodedArticle, Event

EVENT_ID = re.compile(r"[0-9a-f]{4,16}")
"""An event's id, or the beginning of one."""


HELP = """\
Say for each event which words, rule and frame every field came from, and what else was possible.

Below the events stand the words that look like an event and were left out, with the reason.

\b
Examples:
  dragoman explain article.txt --published 2024-05-31
  dragoman explain 3f2a9c article.txt --published 2024-05-31

EVENT is an id or at least its first four characters, as `code` and `show` give it. A file \
whose name looks like an id is written with a folder: ./3f2a9c
"""


@ends_well
def explain(
    event_and_inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="[EVENT] INPUT",
            help="The id of one event, or its beginning, and the inputs that it comes from; "
            "without an id, all events are explained.",
            show_default=False,
        ),
    ],
    *,
    published: Published = None,
    settings: SettingsFile = None,
    model: Model = None,
) -> int:
    """Run `dragoman explain`."""
    screen = Screen()
    wanted, inputs = _split(event_and_inputs)
    job = make_job(inputs, published=published, settings=settings, model=model)
    coder = load_coder(job, screen)
    tally = Tally()
    found: list[tuple[Article, CodedArticle, Event]] = []
    for article, outcome in code_inputs(job, coder=coder, screen=screen, tally=tally):
        if wanted is None:
            _explain_all(article, outcome, screen=screen)
        else:
            found += [(article, outcome, event) for event in outcome.events if event.id.startswith(wanted)]
    if wanted is not None:
        _explain_one(wanted, found, screen=screen)
    return 0 if tally.clean else SOME_FAILED


def _split(arguments: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Part the event's id from the inputs."""
    first, *rest = arguments
    if not EVENT_ID.fullmatch(first) or Path(first).exists():
        return None, arguments
    if not rest:
        raise UsageError(
            f"{first!r} looks like an event's id, but no input is given",
            remedy=f"Name the article that it comes from: dragoman explain {first} FILE",
        )
    return first, rest


def _explain_all(article: Article, outcome: CodedArticle, *, screen: Screen) -> None:
    for number, event in enumerate(outcome.events, start=1):
        screen.out.print(explained_event(article, event, outcome.reasons.get(event.id, ()), number=number))
    screen.out.print(left_out(article, outcome))


def _explain_one(wanted: str, found: Sequence[tuple[Article, CodedArticle, Event]], *, screen: Screen) -> None:
    if not found:
        raise UsageError(
            f"no event {wanted!r} in these inputs",
            remedy="Without an id, all events are explained: dragoman explain INPUT",
        )
    if len(found) > 1:
        ids = ", ".join(event.id for _, _, event in found)
        raise UsageError(f"{wanted!r} is the beginning of several ids: {ids}", remedy="Give more of the id.")
    article, outcome, event = found[0]
    screen.out.print(explained_event(article, event, outcome.reasons.get(event.id, ()), number=None))
