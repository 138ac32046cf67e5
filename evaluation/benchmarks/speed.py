"""Times the whole coder against the bare spaCy pipeline on the same texts, in turns, on one thread.

    python evaluation/benchmarks/speed.py [TEXTS.jsonl] [--rounds 3] [--repeat 2]

TEXTS.jsonl has one article a line with a field `text`. Without it our own gold is used, eight
stories joined into one text of an article's length. Prints articles a second for both, their ratio,
and the time from starting Python to the first event.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
GOLD = Path(__file__).parents[1] / "gold" / "stories.jsonl"
STORIES_AN_ARTICLE = 8
FIRST_EVENT = """
import dragoman
assert dragoman.load().code("Troops from Chad attacked a village in Niger on Monday.", published="2024-05-31")
"""


class _Text(msgspec.Struct):
    text: str


class Timing(NamedTuple):
    """Seconds that each round took."""

    name: str
    seconds: tuple[float, ...]

    def rate(self, articles: int) -> float:
        """Give articles a second in the middle round."""
        return articles / statistics.median(self.seconds)


def read_texts(path: Path | None) -> list[str]:
    """Give the texts to time; those of our gold are joined into longer ones."""
    lines = (path or GOLD).read_bytes().splitlines()
    texts = [msgspec.json.decode(line, type=_Text).text for line in lines if line.strip()]
    if path:
        return texts
    step = STORIES_AN_ARTICLE
    return ["\n\n".join(texts[i : i + step]) for i in range(0, len(texts), step)]


def alternate(runs: dict[str, Callable[[], None]], rounds: int) -> list[Timing]:
    """Time every run once a round, so that a busy machine slows all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            began = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - began)
    return [Timing(name, tuple(times)) for name, times in seconds.items()]


def seconds_to_first_event() -> float:
    """Time a fresh Python from its start to its first event."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", FIRST_EVENT], check=True)  # noqa: S603  (our own line of Python)
    return time.perf_counter() - began


def runs_over(texts: Sequence[str], counts: dict[str, int]) -> dict[str, Callable[[], None]]:
    """Give the two runs over the same texts; `counts` gets the number of events found."""
    os.environ.update(dict.fromkeys(THREADS, "1"))  # read when the libraries below are imported
    import spacy  # noqa: PLC0415  (as above)

    import dragoman  # noqa: PLC0415  (as above)
    from dragoman.read import make_article  # noqa: PLC0415  (as above)

    coder = dragoman.load()
    bare_parser = spacy.load(coder.settings.parse.model)

    def bare() -> None:
        counts["parsed"] = sum(1 for _ in bare_parser.pipe(texts))

    def whole() -> None:
        read = coder.settings.read
        articles = (make_article(text, article_id=str(i), settings=read) for i, text in enumerate(texts))
        counts["events"] = sum(len(outcome.events) for outcome in coder.stream(articles))

    return {"bare spaCy pipeline": bare, "whole coder": whole}


def main(arguments: Sequence[str]) -> int:
    """Time and print; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, help="JSONL with a field text")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed; the median counts")
    parser.add_argument("--repeat", type=int, default=2, help="how often a round takes the texts")
    options = parser.parse_args(arguments)
    texts = read_texts(options.texts) * options.repeat
    counts: dict[str, int] = {}
    bare, whole = alternate(runs_over(texts, counts), options.rounds)
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} articles of {words:.0f} words, {options.rounds} rounds")
    print(f"{counts['events']} events a round")
    for timing in (bare, whole):
        print(f"{timing.name:20s} {timing.rate(len(texts)):7.2f} articles a second")
    print(f"{'ratio':20s} {whole.rate(len(texts)) / bare.rate(len(texts)):7.2f}")
    print(f"{'first event after':20s} {seconds_to_first_event():7.2f} seconds from the start of Python")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
