"""`dragoman show`: the article with its events marked, and the events beneath."""

from rich.text import Text

from dragoman.cli.coding import Tally, code_inputs, load_coder, make_job
from dragoman.cli.event_table import event_table
from dragoman.cli.marked_text import legend, marked_text
from dragoman.cli.options import Inputs, Model, Published, SettingsFile
from dragoman.cli.outcome import SOME_FAILED, ends_well
from dragoman.cli.screen import Screen
from dragoman.records import Article

HELP = """\
Show each article with the words of its events marked, and the events as a table beneath.

Every mark has a colour and a label, so that it reads without colour too (NO_COLOR is heeded).

\b
Examples:
  dragoman show article.txt --published 2024-05-31
  dragoman show news.jsonl | less -R

To see why an event is as it is: dragoman explain ID INPUT
"""


@ends_well
def show(inputs: Inputs, *, published: Published = None, settings: SettingsFile = None, model: Model = None) -> int:
    """Run `dragoman show`."""
    screen = Screen()
    job = make_job(inputs, published=published, settings=settings, model=model)
    coder = load_coder(job, screen)
    tally = Tally()
    for article, outcome in code_inputs(job, coder=coder, screen=screen, tally=tally):
        screen.out.rule(_heading(article), align="left", style="label")
        screen.out.print(marked_text(article, outcome.events), soft_wrap=not screen.shows)
        screen.out.print()
        if outcome.events:
            screen.out.print(legend())
            screen.out.print()
        screen.out.print(event_table(article, outcome.events, width=screen.out.width))
    if screen.talks:
        screen.say(tally.line())
    return 0 if tally.clean else SOME_FAILED


def _heading(article: Article) -> Text:
    return Text(article.title or article.id, style="heading")
