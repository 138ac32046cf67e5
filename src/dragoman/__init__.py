"""dragoman reads political news and keeps the record: who did what to whom, when, where and on whose word.

    >>> import dragoman
    >>> coder = dragoman.load()
    >>> events = coder.code("Troops from Chad withdrew from Faya on Monday.", published="2024-05-31")

Import from here only: everything below is free to move.
"""

from typing import TYPE_CHECKING, Any

from dragoman._version import __version__
from dragoman.errors import (
    ArticleError,
    BadRecordError,
    DataError,
    DateError,
    DragomanError,
    EmptyInputError,
    FormatError,
    GazetteerError,
    GoldError,
    InputError,
    InputNotFoundError,
    InputTooLargeError,
    NotTextError,
    ParserNotFoundError,
    SettingsError,
    StageError,
)
from dragoman.records import (
    Article,
    Attribution,
    CodedArticle,
    Condition,
    Content,
    Entity,
    Event,
    EventLoc,
    Reason,
    Rejection,
    Size,
    TextSpan,
)

if TYPE_CHECKING:
    from dragoman.coder import Coder, load
    from dragoman.read import read_inputs

_LAZY = {"Coder": "dragoman.coder", "load": "dragoman.coder", "read_inputs": "dragoman.read"}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (what is imported decides)
    """Import the heavy names when they are first asked for, so that `import dragoman` stays quick."""
    if name not in _LAZY:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  (as above)

    return getattr(import_module(_LAZY[name]), name)


__all__ = [
    "Article",
    "ArticleError",
    "Attribution",
    "BadRecordError",
    "CodedArticle",
    "Coder",
    "Condition",
    "Content",
    "DataError",
    "DateError",
    "DragomanError",
    "EmptyInputError",
    "Entity",
    "Event",
    "EventLoc",
    "FormatError",
    "GazetteerError",
    "GoldError",
    "InputError",
    "InputNotFoundError",
    "InputTooLargeError",
    "NotTextError",
    "ParserNotFoundError",
    "Reason",
    "Rejection",
    "SettingsError",
    "Size",
    "StageError",
    "TextSpan",
    "__version__",
    "load",
    "read_inputs",
]
