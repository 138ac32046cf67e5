"""Headlines in title case, put into sentence case for the parser; every offset stays as it is."""

import re
from functools import cache
from importlib import resources

from lemminflect import getAllLemmas

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MIN_CAPITALISED = 0.7
SHORT_WORD = 3  # letters; shorter words stay small in title case


@cache
def _words(name: str, language: str) -> frozenset[str]:
    path = resources.files("dragoman.parse").joinpath("languages", language, name)
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_title_case(text: str) -> bool:
    """Tell whether most longer words of a headline begin with a capital."""
    words = [match.group() for match in WORD.finditer(text)]
    long_words = [word for word in words[1:] if len(word) > SHORT_WORD]
    if len(long_words) < 2:  # noqa: PLR2004  (fewer say nothing about the style)
        return False
    return sum(word[0].isupper() for word in long_words) / len(long_words) >= MIN_CAPITALISED


@cache
def is_common_word(word: str) -> bool:
    """Tell whether a lower-case word is an English common word (noun, verb, adjective or adverb)."""
    return bool(getAllLemmas(word))


def to_sentence_case(text: str, language: str = "en") -> str:
    """Lower the capitals that a title-case headline gives to common words.

    Words that are names as well ("Turkey", "May") are kept as they are, and so are words in
    capitals. The text keeps its length, so offsets hold.
    """
    if not is_title_case(text):
        return text
    names = _words("names_like_words.txt", language)
    function_words = _words("function_words.txt", language)

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        bare = re.split("['’]", word)[0]
        if bare in names or not bare[:1].isupper() or (len(bare) > 1 and bare.isupper()):
            return word
        low = word.lower()
        common = bare.lower() in function_words or is_common_word(bare.lower())
        return low if common and len(low) == len(word) else word

    return WORD.sub(lowered, text)
