"""Writes the places that dragoman reads in news, in the form in which toponym scorers take them.

    geo_predictions.py GOLD.jsonl -o PREDICTIONS.jsonl [--given-spans]

GOLD has one article a line: `id`, `text`, `toponyms` with `start` and `end`, and perhaps `title`, `url` and `date`.
Each line of PREDICTIONS has the `id` and `toponyms` with `start`, `end`, `lat`, `lon`, `geonameid`. Without
`--given-spans` the places are found and resolved; with it the gold spans are resolved, and their answers are not read.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.parse import Segmenter
from dragoman.read import make_article
from dragoman.records import ParsedArticle, Sentence, Token, build_sentence
from dragoman.resolve.actors.resolver import ActorResolver
from dragoman.resolve.places.records import Toponym
from dragoman.resolve.places.resolver import PlaceResolver
from dragoman.settings import load_settings


def main() -> None:
    """Read the gold, write the predictions, say how long it took."""
    options = _options()
    places = PlaceResolver.load()
    actors = ActorResolver.load(place_country=places.country_of)
    begun = time.perf_counter()
    lines = options.gold.read_text(encoding="utf-8").split("\n")
    with options.output.open("w", encoding="utf-8") as out:
        for line in filter(None, lines):
            story = json.loads(line)
            parsed = read_story(story)
            if options.given_spans:
                spans = [(toponym["start"], toponym["end"]) for toponym in story["toponyms"]]
                found = places.read_spans(parsed, spans)
            else:
                found = places.read(parsed, actors=actors.read(parsed)).toponyms()
            out.write(json.dumps({"id": story["id"], "toponyms": list(as_predictions(found))}) + "\n")
    print(f"{sum(map(bool, lines))} articles in {time.perf_counter() - begun:.1f} s")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the places that dragoman reads in news.")
    parser.add_argument("gold", type=Path, help="articles with their toponyms, one JSON object a line")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write")
    parser.add_argument("--given-spans", action="store_true", help="resolve the gold spans instead of finding places")
    return parser.parse_args()


def read_story(story: dict[str, Any]) -> ParsedArticle:
    """Give an article of the gold as sentences of words without a parse."""
    settings = load_settings(None)
    article = make_article(story["text"], article_id=story["id"], settings=settings.read, title=story.get("title"))
    address = (story.get("url") or "").strip() or None
    article = type(article)(**{**{name: getattr(article, name) for name in article.__struct_fields__}, "url": address})
    raw = Segmenter().split(article)
    sentences = tuple(_sentence(article.text, one.start, one.end, number) for number, one in enumerate(raw))
    return ParsedArticle(article=article, sentences=sentences)


def _sentence(text: str, start: int, end: int, number: int) -> Sentence:
    whole = Token(i=0, text=text[start:end], lemma="", pos="", tag="", dep="", head=0, start=start, end=end)
    return build_sentence((whole,), index=number, parsed=False)


def as_predictions(toponyms: tuple[Toponym, ...]) -> Iterator[dict[str, Any]]:
    """Give each place as the scorers read it."""
    for toponym in toponyms:
        place = toponym.place
        yield {
            "start": toponym.start,
            "end": toponym.end,
            "lat": place.lat,
            "lon": place.lon,
            "geonameid": None if place.geonameid is None else str(place.geonameid),
        }


if __name__ == "__main__":
    main()
