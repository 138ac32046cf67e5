"""Recognises lines of tags ("WorldEuropeMinsk", "News | Asia") and splits them into single tags."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dragoman.read.tables import LANGUAGE, read_table, read_words

TAG_NAMES = f"languages/{LANGUAGE}/tag_names.tsv"
CAMEL_NAMES = f"languages/{LANGUAGE}/camel_names.tsv"
LINE_WORDS = f"languages/{LANGUAGE}/line_words.tsv"

LONGEST_LINE = 400
"""A longer line is no tag line."""
LONGEST_TAG = 5
"""No tag that we know has more words."""
LONGEST_NAME = 4
"""Words of a tag that we do not know, one fewer at the line's end."""
LONGEST_LONE = 2
"""The same where only one tag is known."""
NAME_PARTICLES = frozenset({"al", "bin", "de", "van", "von"})
"""Words inside names that are written small."""

_SEPARATOR = re.compile(r"\s*(?:[|>»\u203a·•/\\]|::|→|\s-\s|;)\s*")
_GLUE = re.compile(r"(?<=[^\W\d_A-Z])(?=[^\W\d_a-z])|(?<=[\d)])(?=[^\W\d_a-z][^\W\d_A-Z])")
_ACRONYM_GLUE = re.compile(r"(?<=[A-Z.])(?=[^\W\d_a-z][^\W\d_A-Z])")


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table(TAG_NAMES, columns=2)}


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.casefold() for name in _kinds())


@cache
def _camel_words() -> re.Pattern[str]:
    names = sorted(read_words(CAMEL_NAMES, "name"), key=lambda name: (-len(name), name))
    return re.compile("|".join(re.escape(name) for name in names))


def is_known(tag: str) -> bool:
    """Tell whether the words are a name or topic that sites use as a tag."""
    return tag.casefold() in _folded()


def split_tags(line: str, *, glued: bool = True) -> tuple[str, ...]:
    """Give the single tags of a tag line, or nothing when the line is no tag line.

    Args:
        line: one line without the blanks around it.
        glued: whether tags run together without a blank are looked for as well; to be asked only
            of lines where tags may be expected, at the beginning and the end of a text.
    """
    if len(line) > LONGEST_LINE or line.endswith((".", "!", "?", ":")):
        return ()
    if is_known(line):
        return (line,)
    tags = tuple(part for part in _SEPARATOR.split(line) if part)
    if len(tags) > 1:
        return tags if _are_listed(tags) else ()
    tags = _split_commas(line) or _split_blanks(line)
    if tags or not glued:
        return tags
    return _split_glued(line)


def glued_prefix(line: str) -> tuple[int, tuple[str, ...]]:
    """Give the tags glued to the beginning of a line that goes on with other words, and where they end.

    Returns:
        The offset after the last tag and the tags: two or more known names, or 0 and nothing.
    """
    segments = _segments(line)
    known = 0
    while known < len(segments) and is_known(line[segments[known][0] : segments[known][1]]):
        known += 1
    if known < 2 or known == len(segments):  # noqa: PLR2004 - one name alone may be half of a camel-case word
        return 0, ()
    return segments[known - 1][1], tuple(line[start:end] for start, end in segments[:known])


def _are_listed(tags: Sequence[str]) -> bool:
    """Tell whether parts between bars are tags: most of them known, and the others like names."""
    return 2 * sum(map(is_known, tags)) >= len(tags) and _are_tags(tags)


def _are_tags(tags: Sequence[str]) -> bool:
    """Tell whether all parts of a line may be tags.

    With two known ones the others are judged mildly ("Nuclear deal" is a tag there), but the last
    one must be shorter: it may be a headline that the tags run into.
    """
    sure = sum(map(is_known, tags)) > 1
    for place, tag in enumerate(tags, start=1):
        if is_known(tag):
            continue
        last = place == len(tags)
        longest = LONGEST_NAME - last if sure else LONGEST_LONE
        if not _looks_like_name(tag, longest=longest, small=sure):
            return False
    return True


def _split_commas(line: str) -> tuple[str, ...]:
    """Split "Syria, Migration, Europe"; a city among them may be a place line, which is no tag line."""
    tags = tuple(part.strip() for part in line.split(","))
    if len(tags) < 2 or not all(is_known(tag) for tag in tags):  # noqa: PLR2004 - a list has two parts
        return ()
    return () if any(_kinds().get(tag) == "city" for tag in tags) else tags


def _split_blanks(line: str) -> tuple[str, ...]:
    """Split "Africa World News" when the known names, the longest first, leave nothing over."""
    words = line.split()
    tags: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(LONGEST_TAG, len(words) - at), 0, -1):
            tag = " ".join(words[at : at + size])
            if is_known(tag) and tag[0].isupper():
                tags.append(tag)
                at += size
                break
        else:
            return ()
    # "US Sanctions Iran" is a headline: a subject between two names may be its verb.
    inner = [place for place in range(1, len(tags) - 1) if _kinds().get(tags[place]) == "topic"]
    names = [_kinds().get(tag) != "topic" for tag in tags]
    return () if any(names[place - 1] and names[place + 1] for place in inner) else tuple(tags)


def _split_glued(line: str) -> tuple[str, ...]:
    """Split "WorldEurope" at its capitals, if known names show that it is a tag line."""
    tags = tuple(line[start:end] for start, end in _segments(line))
    if len(tags) < 2 or not _are_tags(tags):  # noqa: PLR2004 - glue joins two
        return ()
    known = sum(is_known(tag) for tag in tags)
    if known == 0:
        return ()
    # One seam may be a name with a capital inside: then both sides must be known, or the line be short.
    enough = known >= 2 or len(tags) > 2 or len(line.split()) <= LONGEST_TAG - 1  # noqa: PLR2004 - see above
    return tags if enough else ()


def _segments(line: str) -> list[tuple[int, int]]:
    """Give the stretches between the seams of a line, a seam being where one tag runs into the next."""
    if _GLUE.search(line) is None and _ACRONYM_GLUE.search(line) is None:
        return [(0, len(line))] if line else []
    guarded = [match.span() for match in _camel_words().finditer(line)]
    seams: list[int] = []
    for match in sorted([*_GLUE.finditer(line), *_ACRONYM_GLUE.finditer(line)], key=lambda found: found.start()):
        at = match.start()
        if any(start < at < end for start, end in guarded):
            continue
        left = line[seams[-1] if seams else 0 : at]
        if match.re is _ACRONYM_GLUE:
            if not (is_known(left) and left.isupper()):
                continue
        elif left.rsplit(None, 1)[-1:] and left.rsplit(None, 1)[-1] in read_words(CAMEL_NAMES, "prefix"):
            continue
        seams.append(at)
    edges = [0, *seams, len(line)]
    return [(start, end) for start, end in pairwise(edges) if end > start]


def _looks_like_name(tag: str, *, longest: int, small: bool) -> bool:
    """Tell whether words may be a name: few, particles not counted, and capitalised.

    Args:
        tag: the words.
        longest: how many they may be.
        small: whether words after the first may be written small.
    """
    particles = read_words(LINE_WORDS, "small") | NAME_PARTICLES
    telling = [word for word in tag.split() if word not in particles]
    if not 1 <= len(telling) <= longest or tag != tag.strip() or tag.endswith((",", "'s", "\u2019s")):
        return False
    checked = telling[:1] if small else telling
    return all(word[0].isupper() or word[0].isdigit() or word == "&" or "-" in word for word in checked)
