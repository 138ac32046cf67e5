"""Arguments and options that several commands take, worded once."""

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (text or JSONL, .gz too), folders, globs in quotes, or - for standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Day of publication, like 2024-05-31, for articles that do not bring their own. "
        "Words such as 'on Monday' are dated by it.",
        show_default=False,
    ),
]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", metavar="FILE", help="TOML file with the settings to change.", show_default=False),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Another installed English spaCy pipeline than the default's.",
        show_default=False,
    ),
]
