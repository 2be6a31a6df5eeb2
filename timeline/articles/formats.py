"""Which reader reads a file: by its ending, and by its first bytes where these say more. One reader a file of this folder.

A reader is a generator `read(source)` that gives a Draft for each article, and an Unread for each record
it could not make one of; it raises ArticleError with the reason where it can't read the file at all.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from timeline.articles.draft import Draft, Unread
from timeline.articles.signs import as_ascii, ending_of
from timeline.articles.source import Source
from timeline.errors import ArticleError

Reader = Callable[[Source], Iterator[Draft | Unread]]

READERS = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".pdf": "pdf",
    ".docx": "word",
    ".odt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "eml",
    ".json": "jsonfile",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".warc": "warc",
    ".parquet": "parquet",
}
"""The module that reads the files of an ending; it is imported when the first such file is read."""

_PROLOGUE = rb"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->)|(?><!doctype(?:[^>\[]|\[.*?\])*+>))*+"
_BY_CONTENT = [
    (re.compile(rb"\s*%PDF-"), (".pdf",)),
    (re.compile(rb"PK\x03\x04.{22}\x08\x00.{2}mimetypeapplication/vnd\.oasis\.opendocument\.text(?!-)", re.DOTALL), (".odt",)),
    (re.compile(rb"PK\x03\x04(?=.*word/)", re.DOTALL), (".docx",)),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])", re.IGNORECASE), (".html",)),
    (re.compile(rb"From: <Saved by "), (".mhtml",)),
    (re.compile(rb"(?:Return-Path|Received|Delivered-To): "), (".eml",)),
    (
        re.compile(_PROLOGUE + rb"<(?:[\w.-]+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE | re.DOTALL),
        (".xml", ".rss", ".atom", ".rdf"),
    ),
    (re.compile(rb"\s*\{\s*\"[^\r\n]*\}\s*\n\s*\{"), (".jsonl", ".ndjson", ".json")),
    (re.compile(rb"\s*(?:\[\s*)?\{\s*\""), (".json", ".jsonl", ".ndjson")),
    (re.compile(rb"PAR1"), (".parquet",)),
    (re.compile(rb"WARC/\d\.\d+\r?\n"), (".warc",)),
]
"""What a file's first bytes say it is, whatever its ending: one of these endings, the first if it has none of them."""


def reader(source: Source) -> Reader:
    """The reader for a file. Raises ArticleError for one that none reads."""
    suffix = suffix_of(source)
    if suffix not in READERS:
        raise ArticleError(f"no reader for '{suffix}' files" if suffix else "its first bytes tell no format that can be read")
    module: Any = importlib.import_module(f"timeline.articles.{READERS[suffix]}")
    read: Reader = module.read
    return read


def suffix_of(source: Source) -> str:
    """The ending that fits what the file holds; its own where its first bytes say nothing."""
    head = as_ascii(source.head())
    for pattern, endings in _BY_CONTENT:
        if endings[0] in READERS and pattern.match(head):
            return source.suffix if source.suffix in endings else endings[0]
    if source.suffix:
        return source.suffix
    told = ending_of(head, source.settings)
    return told if told in READERS else "" if b"\0" in head else ".txt"
