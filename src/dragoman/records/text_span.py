"""A stretch of the article's text: the only way that dragoman points at words."""

import msgspec


class TextSpan(msgspec.Struct, frozen=True):
    """Words and where they stand.

    Attributes:
        text: the words exactly as they stand in the article.
        start: offset of the first character in the article's text, from 0.
        end: offset after the last character.
    """

    text: str
    start: int
    end: int

    def overlaps(self, other: "TextSpan") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
