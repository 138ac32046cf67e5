"""The two kinds of figure that every task reports: precision with recall, and accuracy."""

from collections.abc import Iterable

import msgspec


class Prf(msgspec.Struct, frozen=True):
    """Precision and recall as counts, so that figures of several files can be added up.

    Attributes:
        matched: answers that are right.
        answered: answers given.
        expected: answers that gold holds.
    """

    matched: int = 0
    answered: int = 0
    expected: int = 0

    def __add__(self, other: "Prf") -> "Prf":
        return Prf(
            matched=self.matched + other.matched,
            answered=self.answered + other.answered,
            expected=self.expected + other.expected,
        )

    @property
    def precision(self) -> float:
        """Share of the answers that are right; 0 when none was given."""
        return self.matched / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 when gold is empty."""
        return self.matched / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def data(self) -> dict[str, float]:
        """Give the three rates, rounded to four places."""
        return {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)}


class Accuracy(msgspec.Struct, frozen=True):
    """How many of a number of cases are right."""

    right: int = 0
    cases: int = 0

    def __add__(self, other: "Accuracy") -> "Accuracy":
        return Accuracy(right=self.right + other.right, cases=self.cases + other.cases)

    @property
    def rate(self) -> float:
        """Share that is right; 0 when there is no case."""
        return self.right / self.cases if self.cases else 0.0

    def data(self) -> dict[str, float]:
        """Give the rate, rounded to four places, and the number of cases."""
        return {"accuracy": round(self.rate, 4), "n": self.cases}


class Tally:
    """Counts verdicts by name while a gold file is gone through."""

    def __init__(self) -> None:
        self._counts: dict[str, Accuracy] = {}

    def add(self, name: str, *, right: bool) -> None:
        """Count one verdict."""
        self._counts[name] = self._counts.get(name, Accuracy()) + Accuracy(right=int(right), cases=1)

    def add_all(self, verdicts: Iterable[tuple[str, bool]]) -> None:
        """Count many verdicts."""
        for name, right in verdicts:
            self.add(name, right=right)

    def result(self) -> dict[str, Accuracy]:
        """Give the figures so far, sorted by name."""
        return dict(sorted(self._counts.items()))
