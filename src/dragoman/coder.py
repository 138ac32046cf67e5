"""The coder: joins the rooms, from an article to its events, and accounts for every article."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from dragoman._version import __version__
from dragoman.errors import ArticleError, DragomanError
from dragoman.extract.assemble_events import EventExtractor
from dragoman.extract.contexts import find_contexts
from dragoman.extract.gate import Gate
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.occasions import find_occasions
from dragoman.extract.time_phrases import find_article_times
from dragoman.ontology import load_ontology
from dragoman.parse import Segmenter, SpacyParser
from dragoman.parse.segment import RawSentence
from dragoman.read import check_language, make_article, parse_published
from dragoman.records import (
    Article,
    CodedArticle,
    Entity,
    Event,
    EventMention,
    ParsedArticle,
    Reason,
    Rejection,
    Sentence,
)
from dragoman.records.stage import Stage, check_flow
from dragoman.resolve.actors.resolver import ActorResolver
from dragoman.resolve.build import Stamp, build_event
from dragoman.resolve.fill_roles import fill_roles
from dragoman.resolve.fill_times import fill_times
from dragoman.resolve.mentions import MentionResolver, ResolvedMention, part_political
from dragoman.resolve.places.resolver import PlaceResolver
from dragoman.resolve.same_event import group_mentions
from dragoman.settings import Settings, load_settings

BATCH = 16  # articles whose sentences are parsed together, so that the parser's batches are full
FLOW = (
    Stage("parse.segment", frozenset({"text"}), frozenset({"raw sentences"})),
    Stage("extract.gate", frozenset({"raw sentences"}), frozenset({"choice of sentences"})),
    Stage("parse.parser", frozenset({"raw sentences", "choice of sentences"}), frozenset({"dependencies"})),
    Stage("extract.events", frozenset({"dependencies"}), frozenset({"mentions"})),
    Stage("resolve.mentions", frozenset({"mentions", "dependencies"}), frozenset({"resolved mentions"})),
    Stage("resolve.same_event", frozenset({"resolved mentions"}), frozenset({"groups"})),
    Stage("resolve.build", frozenset({"groups"}), frozenset({"events"})),
)


class Coder:
    """Turns articles into events; make one with `dragoman.load()` and use it for many articles.

    Attributes:
        settings: the settings that it was made with.
        version: what stands in each record's `coder`: version, parser and lexicon.
    """

    def __init__(self, settings: Settings) -> None:
        check_flow(FLOW)
        self.settings = settings
        self._parser = SpacyParser(settings.parse)
        self._segmenter = Segmenter()
        lexicon = load_lexicon()
        self._gate = Gate(lexicon)
        self._extractor = EventExtractor(lexicon)
        self._ontology = load_ontology()
        places = PlaceResolver.load()
        self._actors = ActorResolver.load(place_country=places.country_of)
        self._resolver = MentionResolver(self._actors, places)
        self.version = f"dragoman {__version__} ({self._parser.version}, lexicon {knowledge_hash()})"

    def code(
        self,
        text: str,
        *,
        published: dt.date | str | None = None,
        title: str | None = None,
        article_id: str = "text",
    ) -> list[Event]:
        """Code one article's text.

        Args:
            text: the article; offsets in the events count its characters.
            published: day of publication, a date or ISO text; relative times need it.
            title: a headline that is not part of the text; context only.
            article_id: identifier to put into the records.

        Returns:
            The events in the order of their first trigger, empty if there are none.

        Raises:
            EmptyInputError: the text holds nothing to code.
            ArticleError: the text is in a language that the settings do not list, or coding failed.
            DateError: `published` is no date.
        """
        day = parse_published(published) if isinstance(published, str) else published
        article = make_article(text, article_id=article_id, settings=self.settings.read, published=day, title=title)
        coded = self.code_article(article)
        if coded.status == "rejected":
            raise ArticleError(coded.rejections[0].detail, remedy="Give English text, or see read.languages.")
        if coded.status == "failed":
            raise ArticleError(f"article {article_id}: {coded.error}", remedy="Report it with the text, please.")
        return list(coded.events)

    def code_article(self, article: Article) -> CodedArticle:
        """Code one article and say what became of it, with reasons and rejections."""
        return next(self.stream([article]))

    def resolve_actor(self, phrase: str, *, on: dt.date | None = None) -> Entity | None:
        """Resolve an actor phrase that stands alone, as lists of actors hold them.

        Args:
            phrase: "Turkish deputy foreign minister", in any case.
            on: the day at which offices count; None takes the last one known.

        Returns:
            The actor, None if the phrase names none. A bare state has no sector here: nothing says that it acts.
        """
        return next(iter(self._actors.resolve_text(phrase, on).entities), None)

    def stream(self, articles: Iterable[Article]) -> Iterator[CodedArticle]:
        """Code many articles, in order, a few at a time in memory.

        A bad article yields an outcome with status `rejected` or `failed`; it never ends the stream.
        """
        pending = iter(articles)
        while batch := list(islice(pending, BATCH)):
            yield from self._batch(batch)

    def _batch(self, batch: list[Article]) -> Iterator[CodedArticle]:
        refused = {number: why for number, article in enumerate(batch) if (why := self._refusal(article)) is not None}
        accepted = [article for number, article in enumerate(batch) if number not in refused]
        parsed = iter(self._parse_all(accepted))
        for number, article in enumerate(batch):
            if number in refused:
                yield CodedArticle(article.id, article.text, "rejected", rejections=(refused[number],))
                continue
            outcome = next(parsed)
            yield self._outcome(article, outcome)

    def _refusal(self, article: Article) -> Rejection | None:
        return check_language(article, settings=self.settings.read)

    def _parse_all(self, articles: list[Article]) -> list[ParsedArticle | Exception]:
        """Parse a batch together; if that fails, one by one, so that only the bad article is lost."""
        try:
            return list(self._parse(articles))
        except Exception:  # noqa: BLE001  (whatever one text does to the parser must not cost the others)
            return [self._parse_one(article) for article in articles]

    def _parse_one(self, article: Article) -> ParsedArticle | Exception:
        try:
            return self._parse([article])[0]
        except Exception as error:  # noqa: BLE001  (recorded as this article's failure)
            return error

    def _parse(self, articles: list[Article]) -> list[ParsedArticle]:
        raw = [self._segmenter.split(article) for article in articles]
        chosen = [self._choose(article, sentences) for article, sentences in zip(articles, raw, strict=True)]
        jobs = [
            (article, sentences[index], index)
            for article, sentences, numbers in zip(articles, raw, chosen, strict=True)
            for index in sorted(numbers)
        ]
        parses = iter(self._parser.parse(jobs))
        done = []
        for article, sentences, numbers in zip(articles, raw, chosen, strict=True):
            made: list[Sentence] = [
                next(parses) if index in numbers else self._parser.tokenize(article, sentence, index=index)
                for index, sentence in enumerate(sentences)
            ]
            done.append(ParsedArticle(article=article, sentences=tuple(made)))
        return done

    def _choose(self, article: Article, sentences: tuple[RawSentence, ...]) -> frozenset[int]:
        """Choose what to parse: sentences that may hold an event, and those that quote beside them."""
        if not self.settings.parse.gate:
            return frozenset(range(len(sentences)))
        passing = {
            index
            for index, sentence in enumerate(sentences)
            if self._gate.passes(article.text[sentence.start : sentence.end])
        }
        beside = {index + step for index in passing for step in (-1, 1)}
        return frozenset(passing | (beside & set(range(len(sentences)))))

    def _outcome(self, article: Article, parsed: ParsedArticle | Exception) -> CodedArticle:
        if isinstance(parsed, ParsedArticle):
            try:
                return self._code(parsed)
            except Exception as error:  # noqa: BLE001  (one bad article never ends a run)
                parsed = error
        message = str(parsed) if isinstance(parsed, DragomanError) else f"{type(parsed).__name__}: {parsed}"
        return CodedArticle(article.id, article.text, "failed", error=message)

    def _code(self, parsed: ParsedArticle) -> CodedArticle:
        mentions, refused = self._extractor.extract(parsed)
        mentions, not_asserted = self._asserted(mentions)
        table = self._resolver.read(parsed)
        times, occasions = find_article_times(parsed), find_occasions(parsed)
        resolved = self._resolver.resolve(parsed, mentions, table, times=times, occasions=occasions)
        merged = group_mentions(resolved) if self.settings.resolve.merge_mentions else tuple((one,) for one in resolved)
        groups, unresolved = part_political(fill_times(fill_roles(merged, table), parsed.article.published))
        events: list[Event] = []
        reasons: dict[str, tuple[Reason, ...]] = {}
        unsure: list[Rejection] = []
        for group in groups:
            event, why = self._build(parsed, group)
            if event.confidence < self.settings.resolve.min_confidence:
                detail = f"{event.frame}: confidence {event.confidence} is under resolve.min_confidence"
                unsure.append(Rejection("resolve", "confidence", detail, group[0].mention.trigger))
                continue
            events.append(event)
            reasons[event.id] = why
        return CodedArticle(
            article_id=parsed.article.id,
            text=parsed.article.text,
            status="coded",
            events=tuple(events),
            reasons=reasons,
            rejections=(*refused, *not_asserted, *unresolved, *unsure),
        )

    @staticmethod
    def _asserted(mentions: tuple[EventMention, ...]) -> tuple[tuple[EventMention, ...], tuple[Rejection, ...]]:
        """Part what the text says happened, will or did not happen from what it merely imagines."""
        kept = tuple(mention for mention in mentions if mention.factuality != "hypothetical")
        refused = tuple(
            Rejection(
                "extract", "hypothetical", f"{mention.frame}: only imagined, asked for or feared", mention.trigger
            )
            for mention in mentions
            if mention.factuality == "hypothetical"
        )
        return kept, refused

    def _build(self, parsed: ParsedArticle, group: tuple[ResolvedMention, ...]) -> tuple[Event, tuple[Reason, ...]]:
        def contexts(
            sentences: tuple[int, ...], event: str, modes: tuple[str, ...], sectors: frozenset[str]
        ) -> tuple[str, ...]:
            paragraphs = {parsed.sentences[number].paragraph for number in sentences}
            words = [
                token.lemma.lower() or token.text.lower()
                for sentence in parsed.sentences
                if sentence.paragraph in paragraphs
                for token in sentence.tokens
            ]
            return find_contexts(words, event=event, modes=modes, sectors=sectors)

        coded_date = self.settings.run.coded_date or dt.datetime.now(tz=dt.UTC).date().isoformat()
        stamp = Stamp(coder=self.version, coded_date=coded_date)
        return build_event(parsed.article, group, ontology=self._ontology, contexts=contexts, stamp=stamp)


def load(model: str | None = None, *, settings: Mapping[str, Any] | str | Path | None = None) -> Coder:
    """Make a coder.

    Args:
        model: name of an installed English spaCy pipeline; None means the default's.
        settings: a TOML file or a mapping that overrides defaults, such as `{"parse": {"gate": False}}`.

    Raises:
        SettingsError: a setting does not exist or does not fit.
        ParserNotFoundError: the pipeline is not installed.
    """
    chosen = load_settings(settings)
    if model is not None:
        chosen = msgspec.structs.replace(chosen, parse=msgspec.structs.replace(chosen.parse, model=model))
    return Coder(chosen)


@cache
def knowledge_hash() -> str:
    """Give eight hex digits that change whenever any knowledge file of the package changes."""
    digest = hashlib.sha256()
    root = resources.files("dragoman")
    for room in ("extract", "ontology", "parse", "read", "resolve"):
        _hash_folder(root.joinpath(room), digest)
    return digest.hexdigest()[:8]


def _hash_folder(folder: Traversable, digest: Any) -> None:  # noqa: ANN401  (hashlib names no public type)
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir():
            _hash_folder(item, digest)
        elif item.name.endswith((".toml", ".tsv", ".txt")):
            digest.update(item.name.encode())
            digest.update(item.read_bytes())
