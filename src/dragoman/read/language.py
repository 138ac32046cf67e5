"""Tells the language of a text: by its function words if that is plain, by a model in doubt."""

import re
from functools import cache

from dragoman.read.tables import read_table
from dragoman.records import CODED_KINDS, Article, Block, Rejection
from dragoman.settings import ReadSettings

LANGUAGES = "languages/languages.tsv"

SAMPLE = 4000
"""Characters that are looked at."""
SHORT = 20
"""Words: a shorter text is English unless its words or its script say otherwise."""
PLAIN_ENGLISH = 0.12
"""Part of the words that are English function words, from which no model is asked."""
SOME_ENGLISH = 0.03
"""The same, from which a model is not believed that sees a language whose function words we do not know."""
PLAIN_OTHER = 0.1
"""Part of a short text's words that are function words of one other language."""
FOREIGN_SCRIPT = 0.5
"""Part of the letters that are not Latin, from which the script decides."""

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\ua71f\ua800-\uab2f\uab70-\ufaff\ufb1d-\uffdc\U00010000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    rows = read_table(LANGUAGES, columns=4)
    return {code: frozenset(words.split()) for code, _, _, words in rows if words != "-"}


@cache
def _names() -> dict[str, str]:
    return {code: name for code, _, name, _ in read_table(LANGUAGES, columns=4)}


@cache
def _codes() -> dict[str, str]:
    rows = read_table(LANGUAGES, columns=4)
    return {spelling.casefold(): row[0] for row in rows for spelling in row[:3]}


def language_code(value: str) -> str | None:
    """Give the ISO 639-1 code for "en", "en-GB", "eng" or "English"; None for what is no language."""
    plain = value.strip().casefold()
    return _codes().get(plain) or _codes().get(re.split(r"[-_]", plain)[0])


def detect_language(text: str) -> str | None:
    """Tell the language of a text.

    Args:
        text: the text; its first characters are looked at.

    Returns:
        An ISO 639-1 code (or the model's own for the few languages without one), or None when
        there is no telling. Texts of a headline's length count as English unless their script
        or at least two function words of another language speak against it.
    """
    sample = text[:SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    if len(_NOT_LATIN.findall(sample)) > FOREIGN_SCRIPT * letters:
        return _ask_model(sample)
    words = [word.lower() for word in _WORD.findall(sample)]
    english = sum(word in _function_words()["en"] for word in words)
    if english >= PLAIN_ENGLISH * len(words) and english > 1:
        return "en"
    if len(words) <= SHORT:
        return _short_language(words, english)
    language = _ask_model(sample)
    known = _function_words().get(language or "")
    if known is None:
        return "en" if english >= SOME_ENGLISH * len(words) else language
    return language if sum(word in known for word in words) > english else "en"


def _short_language(words: list[str], english: int) -> str:
    """Tell the language of a few words by function words alone; a model would guess from names."""
    present = set(words)
    counts = {code: len(known & present) for code, known in _function_words().items() if code != "en"}
    best = max(counts, key=lambda code: (counts[code], code))
    strong = counts[best] > 1 and counts[best] > 2 * english and counts[best] >= PLAIN_OTHER * len(words)
    return best if strong else "en"


def _ask_model(sample: str) -> str | None:
    import py3langid  # noqa: PLC0415 - its model takes a second to load and is seldom needed

    language = str(py3langid.classify(sample)[0])
    return None if language == "zxx" else language


def coded_text(text: str, blocks: tuple[Block, ...]) -> str:
    """Give the beginning of what is to be coded, to tell the language from."""
    parts: list[str] = []
    length = 0
    for block in blocks:
        if block.kind in CODED_KINDS:
            parts.append(text[block.start : min(block.end, block.start + SAMPLE)])
            length += len(parts[-1])
            if length >= SAMPLE:
                break
    return "\n".join(parts)


def check_language(article: Article, settings: ReadSettings) -> Rejection | None:
    """Tell whether an article is to be left because of its language.

    Args:
        article: as read; its language is told from the text when it has none.
        settings: with the languages that are coded.

    Returns:
        The reason, which names the language; None when the article can be coded, also when
        there is no telling its language.
    """
    language = article.language or detect_language(coded_text(article.text, article.blocks) or article.text)
    if language is None or language in settings.languages:
        return None
    named = f"{_names()[language]} ({language})" if language in _names() else language
    wanted = ", ".join(settings.languages)
    return Rejection(
        stage="read",
        reason="language",
        detail=f"the text is in {named}; languages that are coded: {wanted}",
    )
