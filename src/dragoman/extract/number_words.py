"""Numbers in digits and words."""

import re
from collections.abc import Sequence

from dragoman.extract.cue_words import load_cues

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
DECIMAL = re.compile(r"\d+\.\d+")
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
