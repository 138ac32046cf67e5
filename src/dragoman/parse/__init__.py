"""Text to sentences, tokens and dependencies."""

from dragoman.parse.segment import Segmenter, segment
from dragoman.parse.spacy_parser import SpacyParser

__all__ = ["Segmenter", "SpacyParser", "segment"]
