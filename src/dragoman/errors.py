"""Every error that dragoman raises, in one tree; each message ends with what to do.

DragomanError
├── InputError              this input cannot be read; the others still are
│   ├── InputNotFoundError
│   ├── NotTextError
│   ├── EmptyInputError
│   ├── InputTooLargeError
│   └── BadRecordError      one line of a JSONL input
├── ArticleError            this article cannot be coded; the run goes on
├── DateError               a date that is none
├── SettingsError           a setting that does not exist or does not fit
├── ParserNotFoundError     the spaCy pipeline asked for is not installed
├── DataError               a knowledge file of ours, or of the user's, is broken
├── GazetteerError          the table of places cannot be made or kept
├── FormatError             a format that dragoman does not write
├── GoldError               a gold or prediction file that cannot be scored
└── StageError              stages that do not join up
"""


class DragomanError(Exception):
    """Base of all errors that dragoman raises on purpose."""

    def __init__(self, problem: str, *, remedy: str) -> None:
        """Build the message from what is wrong and what to do.

        Args:
            problem: what is wrong, naming the input, the line and the value found.
            remedy: one sentence that says what to do.
        """
        self.problem = problem.rstrip(".")
        self.remedy = remedy
        super().__init__(f"{self.problem}. {remedy}")


class InputError(DragomanError):
    """An input that cannot be read; a run reports it and goes on with the rest."""


class InputNotFoundError(InputError):
    """No such file, folder or match."""


class NotTextError(InputError):
    """Bytes that are no text in an encoding that we read."""


class EmptyInputError(InputError):
    """Nothing to code in the input."""


class InputTooLargeError(InputError):
    """An input above the size limit."""


class BadRecordError(InputError):
    """A line of a JSONL input that is no article."""


class ArticleError(DragomanError):
    """An article that cannot be coded; a run reports it and goes on with the rest."""


class DateError(DragomanError):
    """A date that is none."""


class SettingsError(DragomanError):
    """A setting that does not exist or has a value that does not fit."""


class ParserNotFoundError(DragomanError):
    """The spaCy pipeline asked for is not installed."""


class DataError(DragomanError):
    """A knowledge file that is broken."""


class GazetteerError(DragomanError):
    """The table of places cannot be compiled, or there is nowhere to keep it."""


class FormatError(DragomanError):
    """A format that dragoman does not write."""


class GoldError(DragomanError):
    """A gold or prediction file that cannot be scored."""


class StageError(DragomanError):
    """Stages that do not join up: one needs what none before it adds."""
