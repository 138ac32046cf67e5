"""Reads inputs into articles: text, title, date, publisher, language, and what each part of the text is."""

from dragoman.read.articles import make_article
from dragoman.read.blocks import split_blocks
from dragoman.read.language import check_language, detect_language
from dragoman.read.published import parse_published
from dragoman.read.sources import read_inputs

__all__ = [
    "check_language",
    "detect_language",
    "make_article",
    "parse_published",
    "read_inputs",
    "split_blocks",
]
