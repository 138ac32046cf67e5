"""Why a field has its value, and why something was left out."""

import msgspec

from dragoman.records.text_span import TextSpan


class Reason(msgspec.Struct, frozen=True):
    """One step of the way to a field's value, as `dragoman explain` prints it.

    Attributes:
        field: name of the record's field, `actor` or `date` for example.
        value: the value, as text.
        rule: name of the rule that decided, `passive-agent` for example.
        evidence: the words that it was read from, None when it follows from other fields.
        alternatives: what else was possible, best first, as text.
    """

    field: str
    value: str
    rule: str
    evidence: TextSpan | None = None
    alternatives: tuple[str, ...] = ()


class Rejection(msgspec.Struct, frozen=True):
    """A possible event that was not coded, or an article that was not.

    Attributes:
        stage: the room that decided: read, parse, extract or resolve.
        reason: a short stable code, `no-political-actor` for example.
        detail: one line for a person.
        evidence: the trigger or other words concerned, None for a whole article.
    """

    stage: str
    reason: str
    detail: str
    evidence: TextSpan | None = None
