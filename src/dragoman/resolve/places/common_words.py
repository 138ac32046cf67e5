"""Which names of places are English words as well: what lemminflect knows, and what our own file says beyond it."""

from collections.abc import Iterable

from dragoman.resolve.places.sources import own_rows


def common_words(keys: Iterable[str]) -> list[str]:
    """Give those folded names that are English words, and are not mostly places, sorted.

    Args:
        keys: folded names; those of several words are no words.
    """
    from lemminflect import getAllLemmas  # noqa: PLC0415  (its tables take a moment, and only the compiler needs them)

    told = dict(_told())
    return sorted(key for key in set(keys) if " " not in key and told.get(key, bool(getAllLemmas(key))))


def _told() -> Iterable[tuple[str, bool]]:
    for verdict, words in own_rows("words.tsv", 2):
        yield from ((word, verdict == "word") for word in words.split())
