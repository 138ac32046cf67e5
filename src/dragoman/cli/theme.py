"""The colours of the terminal, one a role; every colour has a label beside it, so none is needed."""

from rich.theme import Theme

THEME = Theme(
    {
        "trigger": "bold reverse",
        "actor": "bold blue",
        "recipient": "bold magenta",
        "place": "green",
        "time": "cyan",
        "source": "yellow",
        "condition": "italic red",
        "furniture": "dim strike",
        "label": "dim",
        "code": "dim",
        "heading": "bold",
        "problem": "red",
        "note": "yellow",
    },
    inherit=True,
)
