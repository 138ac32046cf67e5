"""The shared vocabulary: frozen records that the stages hand to each other."""

from dragoman.records.article import CODED_KINDS, Article, Block
from dragoman.records.event import (
    Attribution,
    CiteInfo,
    CodedArticle,
    Condition,
    Content,
    Entity,
    Event,
    EventLoc,
    Size,
    TriggerText,
)
from dragoman.records.mention import (
    ConditionPhrase,
    ContentMention,
    Count,
    EventMention,
    Factuality,
    Occasion,
    Phrase,
    PlacePhrase,
    Polarity,
    SizeMention,
    SourcePhrase,
    Tense,
    TimePhrase,
)
from dragoman.records.parsed import ParsedArticle, Sentence, Token, build_sentence
from dragoman.records.reason import Reason, Rejection
from dragoman.records.text_span import TextSpan

__all__ = [
    "CODED_KINDS",
    "Article",
    "Attribution",
    "Block",
    "CiteInfo",
    "CodedArticle",
    "Condition",
    "ConditionPhrase",
    "Content",
    "ContentMention",
    "Count",
    "Entity",
    "Event",
    "EventLoc",
    "EventMention",
    "Factuality",
    "Occasion",
    "ParsedArticle",
    "Phrase",
    "PlacePhrase",
    "Polarity",
    "Reason",
    "Rejection",
    "Sentence",
    "Size",
    "SizeMention",
    "SourcePhrase",
    "Tense",
    "TextSpan",
    "TimePhrase",
    "Token",
    "TriggerText",
    "build_sentence",
]
