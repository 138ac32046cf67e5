"""Numbers in digits and words, and where they stand in a sentence."""

import re
from collections.abc import Sequence

from dragoman.extract.cue_words import load_cues, word_of
from dragoman.records import Sentence, Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
DECIMAL = re.compile(r"\d+\.\d+")
MEASURES = frozenset({"$", "%", "percent", "per", "\u00a3", "\u20ac"})
HUNDRED = 100
TEN = 10


def parse_number(words: Sequence[str]) -> int | None:
    """Read a number from its words: "1,200", "2 million", "twenty-two", "one hundred and five", "two dozen".

    Args:
        words: the words of the number only, in order; case does not matter.

    Returns:
        The number; None for vague ones ("dozens", "several") and for what is no whole number.
    """
    parts = [part for word in words for part in _split(word.lower())]
    parts = [part for k, part in enumerate(parts) if part != "and" or k == 0]
    if not parts:
        return None
    scales = load_cues().scales
    if parts[0] in {"a", "an"}:
        parts = ["one", *parts[1:]] if len(parts) > 1 and parts[1] in scales else ["and"]
    return _digits(parts, scales) if parts[0][:1].isdigit() else _spelled(parts)


def _split(word: str) -> list[str]:
    return [word] if word[:1].isdigit() else [part for part in word.split("-") if part]


def _digits(parts: list[str], scales: dict[str, int]) -> int | None:
    """Read digits with at most one word of scale after them ("1.5 million")."""
    factor = 1
    if len(parts) > 1:
        if len(parts) > 2 or parts[1] not in scales:  # noqa: PLR2004 - a number and its scale are two words
            return None
        factor = scales[parts[1]]
    if DIGITS.fullmatch(parts[0]):
        return int(parts[0].replace(",", "")) * factor
    if DECIMAL.fullmatch(parts[0]):
        whole, fraction = parts[0].split(".")
        value, rest = divmod(int(whole + fraction) * factor, TEN ** len(fraction))
        return None if rest else value
    return None


def _spelled(parts: list[str]) -> int | None:
    """Read number words: units add up, `hundred` multiplies them, larger scales close a group."""
    cues = load_cues()
    total = group = 0
    last_unit: int | None = None
    smallest: int | None = None
    for part in parts:
        if part in cues.units:
            unit = cues.units[part]
            if last_unit is not None and not (last_unit >= 2 * TEN and last_unit % TEN == 0 < unit < TEN):
                return None
            group, last_unit = group + unit, unit
        elif part in cues.scales:
            scale = cues.scales[part]
            if group == 0 or (scale > HUNDRED and smallest is not None and scale >= smallest):
                return None
            last_unit = None
            if scale <= HUNDRED:
                group *= scale
            else:
                total, group, smallest = total + group * scale, 0, scale
        else:
            return None
    return total + group


def find_numbers(sentence: Sentence) -> list[tuple[int, int, int]]:
    """Give first token, last token and value of each number of the sentence that can count people.

    Sums of money, shares and the ends of a range ("between 10 and 15") are left out.
    """
    found = []
    for first, last in _chunks(sentence):
        value = parse_number([token.text for token in sentence.tokens[first : last + 1]])
        if value is not None and not _is_measure(sentence, first, last) and not _is_range(sentence, first, last):
            found.append((first, last, value))
    return found


def _chunks(sentence: Sentence) -> list[tuple[int, int]]:
    cues = load_cues()
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(sentence.tokens):
        last = i
        while _continues(sentence, i, last):
            last += 1
        if last == i:
            i += 1
            continue
        scale = word_of(sentence.tokens[last - 1]) in cues.scales
        first = i - 1 if scale and last - i == 1 and i and word_of(sentence.tokens[i - 1]) in {"a", "an"} else i
        found.append((first, last - 1))
        i = last
    return found


def _continues(sentence: Sentence, first: int, i: int) -> bool:
    """Tell whether token `i` belongs to the number that begins at `first`, the hyphen of "twenty-two" too."""
    if i >= len(sentence.tokens):
        return False
    hyphen = sentence.tokens[i].text == "-"
    added = sentence.tokens[i].text == "and" and word_of(sentence.tokens[i - 1]) in load_cues().scales
    joins = first < i < len(sentence.tokens) - 1 and (hyphen or added)
    return _is_number_word(sentence.tokens[i + 1 if joins else i])


def _is_number_word(token: Token) -> bool:
    cues = load_cues()
    word = word_of(token)
    # The tagger takes some number words at the head of a sentence for adjectives.
    spelled = word.split("-")[0] in cues.units and (token.pos == "NUM" or token.dep == "nummod")
    return token.tag == "CD" or word in cues.scales or spelled


def _is_measure(sentence: Sentence, first: int, last: int) -> bool:
    around = sentence.tokens[max(0, first - 1) : last + 2]
    return any(word_of(token) in MEASURES for token in around)


def _is_range(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the number is an end of "between 10 and 15"."""
    words = load_cues().words("numbers.ranges.words")
    heads = (sentence.tokens[i] for i in range(first, last + 1) if sentence.tokens[i].dep == "conj")
    second = any(sentence.tokens[token.head].tag == "CD" for token in heads if token.head < first)
    return second or (first > 0 and word_of(sentence.tokens[first - 1]) in words)
