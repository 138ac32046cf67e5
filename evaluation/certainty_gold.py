"""Measure factuality, attribution, condition and deadline on our own sentences.

    python evaluation/certainty_gold.py [--misses] [GOLD.txt]

GOLD is `evaluation/gold/certainty.txt` unless named; its first lines say how it is written. Factuality, sources and
condition are asked of the marked word whether or not a frame knows it, deadlines of the record that it is in.
"""

import argparse
import datetime as dt
import re
from pathlib import Path

import msgspec

import dragoman
from dragoman.coder import Coder
from dragoman.extract.attribution import find_attribution
from dragoman.extract.conditions import find_condition
from dragoman.extract.factuality import judge_factuality
from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block, ParsedArticle
from dragoman.settings import load_settings

GOLD = Path(__file__).parent / "gold" / "certainty.txt"
PUBLISHED = "2024-05-15"
FIELDS = {"f": "factuality", "s": "attribution", "c": "condition", "d": "deadline"}
PARAGRAPH = re.compile(r"[^\n]+")


class Item(msgspec.Struct, frozen=True):
    """One text.

    Attributes:
        text: with paragraphs on lines of their own, without the marks.
        at: offset of the marked word.
        headline: whether it is a headline.
        expected: what is asked, by the letter of the field.
    """

    text: str
    at: int
    headline: bool
    expected: dict[str, str]


class Answer(msgspec.Struct, frozen=True):
    """What one field of one text should be and is."""

    field: str
    item: Item
    expected: str
    found: str

    @property
    def right(self) -> bool:
        """Tell whether both are the same words."""
        return self.expected.casefold() == self.found.casefold()


def main() -> None:
    """Print the share of right answers, field by field."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path, nargs="?", default=GOLD)
    options.add_argument("--misses", action="store_true", help="also print what is wrong")
    chosen = options.parse_args()
    answers = measure(read(chosen.gold))
    for name in FIELDS.values():
        own = [one for one in answers if one.field == name]
        right = sum(one.right for one in own)
        print(f"{name:<12} {right / len(own) if own else 0:.3f}  ({right} of {len(own)})")
    for one in answers if chosen.misses else ():
        if not one.right:
            marked = f"{one.item.text[: one.item.at]}*{one.item.text[one.item.at :]}"
            print(f"{one.field}: {one.expected!r} but {one.found!r}: {' // '.join(marked.splitlines())}")


def read(path: Path) -> list[Item]:
    """Read the texts of a gold file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse_line(line) for line in lines if " || " in line and not line.startswith("#")]


def parse_line(line: str) -> Item:
    """Read one line."""
    marked, _, fields = line.partition(" || ")
    headline = marked.startswith("H: ")
    marked = marked.removeprefix("H: ").replace(" // ", "\n")
    pairs = (part.strip().partition("=") for part in fields.split(";"))
    return Item(
        text=marked.replace("*", ""),
        at=marked.index("*"),
        headline=headline,
        expected={name: value for name, _, value in pairs},
    )


def measure(items: list[Item]) -> list[Answer]:
    """Answer all that is asked of all texts."""
    parser, segmenter, coder = SpacyParser(load_settings(None).parse), Segmenter(), dragoman.load()
    answers: list[Answer] = []
    for item in items:
        found = _read_word(_parse(item, parser, segmenter), item)
        if "d" in item.expected:
            found["d"] = _deadline(item, coder)
        answers.extend(Answer(FIELDS[name], item, value, found[name]) for name, value in item.expected.items())
    return answers


def _parse(item: Item, parser: SpacyParser, segmenter: Segmenter) -> ParsedArticle:
    blocks = tuple(
        Block(kind="headline" if item.headline else "paragraph", start=one.start(), end=one.end())
        for one in PARAGRAPH.finditer(item.text)
    )
    article = Article(id="one", text=item.text, published=dt.date.fromisoformat(PUBLISHED), blocks=blocks)
    jobs = [(article, raw, index) for index, raw in enumerate(segmenter.split(article))]
    return ParsedArticle(article=article, sentences=tuple(parser.parse(jobs)))


def _read_word(parsed: ParsedArticle, item: Item) -> dict[str, str]:
    sentence = next(one for one in parsed.sentences if one.start <= item.at < one.end)
    i = next(token.i for token in sentence.tokens if token.start <= item.at < token.end)
    condition = find_condition(sentence, i, text=item.text)
    sources = find_attribution(parsed, sentence.index, i)
    return {
        "f": judge_factuality(sentence, i)[0],
        "c": "-" if condition is None else condition.span.text,
        "s": " > ".join(("" if one.phrase else "~") + one.span.text for one in sources) or "-",
    }


def _deadline(item: Item, coder: Coder) -> str:
    events = coder.code(item.text, published=PUBLISHED)
    for event in events:
        if any(one.start <= item.at < one.end for one in event.event_text):
            return "-" if event.deadline is msgspec.UNSET else event.deadline.date or "?"
    return "no record"


if __name__ == "__main__":
    main()
