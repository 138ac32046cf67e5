"""Makes an article from a text: checks it, splits it into blocks, tells its language."""

import datetime as dt

import msgspec

from dragoman.errors import EmptyInputError, InputTooLargeError, NotTextError
from dragoman.read.blocks import split_blocks
from dragoman.read.decode import looks_binary
from dragoman.read.language import coded_text, detect_language, language_code
from dragoman.records import Article
from dragoman.settings import ReadSettings


class Origin(msgspec.Struct, frozen=True):
    """What is known of an article beside its text; None for what is not.

    Attributes:
        title: headline given beside the text.
        published: day of publication.
        publisher: name of the publisher.
        url: address.
        language: language as its source names it; told from the text when None.
    """

    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def make_article(
    text: str,
    *,
    article_id: str,
    settings: ReadSettings,
    published: dt.date | None = None,
    title: str | None = None,
) -> Article:
    """Make an article from a bare text.

    Args:
        text: the text, kept as it is.
        article_id: the caller's identifier.
        settings: how inputs are read.
        published: day of publication, None when not known.
        title: headline given beside the text, None when there is none.

    Raises:
        EmptyInputError: the text has fewer letters than `settings.min_letters`.
        InputTooLargeError: it has more characters than `settings.max_characters`.
        NotTextError: it holds control characters or halves of characters.
    """
    origin = Origin(published=published, title=title)
    return build_article(text, article_id=article_id, settings=settings, origin=origin)


def build_article(
    text: str, *, article_id: str, settings: ReadSettings, origin: Origin, place: str | None = None
) -> Article:
    """Make an article from a text and all that is known beside it.

    Args:
        text: the text, kept as it is.
        article_id: the caller's identifier.
        settings: how inputs are read.
        origin: what is known beside the text.
        place: what messages call the text; the identifier when None.

    Raises:
        EmptyInputError: as `make_article`, and so the others.
        InputTooLargeError: as `make_article`.
        NotTextError: as `make_article`.
    """
    _check_text(text, place or article_id, settings)
    blocks = split_blocks(text, furniture=settings.furniture)
    language = language_code(origin.language) if origin.language else None
    return Article(
        id=article_id,
        text=text,
        title=origin.title or None,
        published=origin.published,
        publisher=origin.publisher or None,
        url=origin.url or None,
        language=language or detect_language(coded_text(text, blocks) or text),
        blocks=blocks,
    )


def too_large(place: str, settings: ReadSettings) -> InputTooLargeError:
    """Build the error for a text above the limit."""
    return InputTooLargeError(
        f"{place}: the text is longer than {settings.max_characters:,} characters",
        remedy="Split it into articles, one a file or one a line of JSONL, or raise read.max_characters.",
    )


def _check_text(text: str, place: str, settings: ReadSettings) -> None:
    if len(text) > settings.max_characters:
        raise too_large(place, settings)
    if looks_binary(text):
        raise NotTextError(
            f"{place}: the text is full of control characters",
            remedy="Give plain text, without binary content.",
        )
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise NotTextError(
                f"{place}: half a character at position {error.start}",
                remedy="Give text that can be saved as UTF-8.",
            ) from error
    letters = 0
    for character in text:
        letters += character.isalpha()
        if letters >= settings.min_letters:
            return
    if not text.strip():
        raise EmptyInputError(f"{place}: there is no text", remedy="Give the text of an article.")
    raise EmptyInputError(
        f"{place}: the text has only {letters} letters",
        remedy="Give the text of an article, or lower read.min_letters.",
    )
