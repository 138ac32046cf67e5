"""Turns bytes into text, or says why they are none."""

import codecs
import re

from dragoman.errors import NotTextError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and their encodings; the longer marks before those they begin with."""
WIDE_MARKS = tuple(mark for mark, encoding in MARKS if encoding != "utf-8-sig")
"""Marks of encodings whose characters are not built from single bytes."""
FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
)
"""First bytes of what people take for text."""

MOST_CONTROL = 0.002
"""Part of the characters that may be control characters in text."""
MOST_HIGH = 0.25
"""Part of the bytes that may be above 127 in Western text of one byte a character."""
PROBE = 200_000
"""Characters that are searched for control characters."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_REMEDY = "Save it as plain text in UTF-8."


def looks_binary(text: str) -> bool:
    """Tell whether a text holds a NUL or many control characters."""
    probe = text[:PROBE]
    if "\x00" in text:
        return True
    return len(_CONTROL.findall(probe)) > max(1, MOST_CONTROL * len(probe))


def check_format(data: bytes, place: str) -> None:
    """Refuse the first bytes of a known format that is no plain text.

    Raises:
        NotTextError: a PDF, a picture, a web page and so on; the message names it.
    """
    for magic, name in FORMATS:
        if data.startswith(magic):
            raise NotTextError(f"{place}: this is {name}", remedy=_REMEDY)
    if _HTML.match(data):
        raise NotTextError(f"{place}: this is a web page (HTML)", remedy="Save the text of the page in UTF-8.")


def decode_text(data: bytes, place: str) -> str:
    """Decode the bytes of one text.

    Tried in order: the encoding that a byte order mark names, UTF-8, and Windows-1252 if the
    outcome makes sense as Western text.

    Args:
        data: all bytes.
        place: what messages call them.

    Raises:
        NotTextError: binary content, broken UTF-8, or another encoding.
    """
    check_format(data[:1000], place)
    text = _decode(data, place)
    if looks_binary(text):
        raise NotTextError(f"{place}: this is binary data, not text", remedy=_REMEDY)
    return text


def _decode(data: bytes, place: str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise NotTextError(
                    f"{place}: marked as {encoding.upper()} but broken at byte {error.start}", remedy=_REMEDY
                ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise NotTextError(f"{place}: this is binary data, not text", remedy=_REMEDY) from error
        western = decode_western(data)
        if western is None:
            raise NotTextError(f"{place}: not UTF-8 (see byte {error.start})", remedy=_REMEDY) from error
        return western


def decode_western(data: bytes) -> str | None:
    """Decode Windows-1252, or give None when the bytes are more likely something else."""
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    whole = sum(character > "\x7f" for character in loose) - broken
    if whole > broken:
        return None  # mostly good UTF-8: as Windows-1252 each of its characters would turn into two wrong ones
    high = sum(byte > 127 for byte in data)  # noqa: PLR2004 - the end of ASCII
    if high > MOST_HIGH * len(data):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None
