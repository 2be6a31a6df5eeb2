"""Reads plain text and Markdown: front matter, header lines, footers. What is no prose is marked, not cut out.

The text of the article is the whole file, so that offsets are those of the file (after a byte order mark).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from timeline.articles import published
from timeline.errors import ArticleError
from timeline.identity import article_key, digest
from timeline.model import Article, Published, Region

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_FRONT = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)", re.DOTALL)
_DATELINE = re.compile(r"[A-Z][^a-z\n]{2,40}[^\n]{0,60}?\d[^\n]{0,30}?[ \t](?:—|–|--|-)[ \t]")
_BYLINE = re.compile(r"[*_]{0,2}\s*(?:By|Written by|Author:)\s+([^\n|(]{3,60}?)\s*(?:[|(].*)?[*_]{0,2}$", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+$")
_SHARE = re.compile(
    r"(?:from|send to|share(?: this.*| on.*)?|tweet|print|e-?mail|comments?|advertisement|read more.*|subscribe.*|follow us.*"
    r"|related(?: articles?| stories)?:?|save|listen|facebook|twitter|whatsapp|copy link|sign up.*)$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:the post .+ appeared first on |reported by |(?:re)?(?:translated|edited|written|composed|compiled) by |©|\(c\) "
    r"|copyright |all rights reserved|by .{3,60}\([^)]*@[^)]*\))",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"[*_]{0,2}(?:last )?(?:updated|modified|changed)\b", re.IGNORECASE)
_HEADER_LINES = 12  # no header is longer
_PROSE_WORDS = 15  # a line with as many words is prose, as is a shorter one that ends like a sentence


@dataclass(slots=True)
class _Header:
    """What the lines before the prose have told so far."""

    title: str = ""
    author: str = ""
    url: str = ""
    published: Published | None = None
    updated: bool = False
    furniture: list[Region] = field(default_factory=list)


def read(raw: bytes, path: str) -> Article:
    """An article from the bytes of a text file. Raises ArticleError with the reason why it can't be read."""
    text = _decode(raw)
    if not text.strip():
        raise ArticleError("the file is empty")
    found = _Header()
    body = _front_matter(text, found)
    _header(text, body, found)
    _footers(text, body, found)
    return Article(
        path=path,
        text=text,
        key=article_key(text[body:]),
        digest=digest(text),
        title=found.title,
        author=found.author,
        url=found.url,
        published=found.published,
        furniture=tuple(sorted(found.furniture, key=lambda r: r.start)),
    )


def _decode(raw: bytes) -> str:
    if b"\0" in raw:
        raise ArticleError("not a text file: it holds NUL bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ArticleError(f"not UTF-8 (line {line}): save it as UTF-8") from None


def _front_matter(text: str, found: _Header) -> int:
    """Read the YAML block that opens the file, if there is one; gives where the text behind it begins."""
    match = _FRONT.match(text)
    if match is None:
        return 0
    try:
        fields = yaml.load(match[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        raise ArticleError(f"front matter{where}: not readable as YAML") from None
    if not isinstance(fields, dict):
        raise ArticleError("front matter: it has to be lines of 'key: value'")
    for key, value in fields.items():
        if not isinstance(value, str) or not value:
            continue
        match key.lower():
            case "title" | "headline":
                found.title = value
            case "author" | "by" | "byline":
                found.author = value
            case "url" | "link" | "canonical":
                found.url = value
            case "date" | "published" | "publish_date" | "pubdate":
                found.published = published.in_field(value, f"front matter, {key}")
    found.furniture.append(Region(0, match.end(), "front matter"))
    return match.end()


def _header(text: str, body: int, found: _Header) -> None:
    """Read the short lines before the prose: title, byline, date, share bar; and a dateline that opens the prose."""
    seen = 0
    for match in _LINE.finditer(text, body):
        line = match[1].strip()
        if not line:
            if match.end() >= len(text):
                return
            continue
        seen += 1
        if _is_prose(line) or seen > _HEADER_LINES:
            _dateline(text, match.start(), found)
            return
        why = _header_line(line, found)
        if why:
            found.furniture.append(Region(match.start(1), match.end(1), why))


def _header_line(line: str, found: _Header) -> str:
    """What a header line is, once it has told what it tells; "" for one that is nothing of the kind."""
    if _SHARE.fullmatch(line):
        return "share bar"
    date = published.in_line(line, "header line")
    if date is not None:
        if found.published is None or found.updated:  # the day it was published, not the one of a later change
            found.published, found.updated = date, _UPDATED.match(line) is not None
        rest = re.split(r"\bBy\b|\bby\b", line)
        if len(rest) > 1 and (byline := _BYLINE.search("By " + rest[-1].strip())):
            found.author = found.author or byline[1].strip(" *_|,")
        return "date line"
    byline = _BYLINE.match(line)
    if byline:
        found.author = found.author or byline[1].strip(" *_")
        return "byline"
    if not found.title:
        found.title = line.lstrip("# ").strip("*_ ")
        return "headline"
    if not found.author and _NAME.fullmatch(line):
        found.author = line
        return "byline"
    if line.lstrip("# ") == found.title:
        return "headline"
    return ""


def _is_prose(line: str) -> bool:
    words = len(line.split())
    if line.startswith("#"):
        return False
    return words >= _PROSE_WORDS or (words >= 3 and not _BYLINE.match(line) and line.rstrip("\"'”’)").endswith((".", "!", "?")))


def _dateline(text: str, start: int, found: _Header) -> None:
    """SEOUL, May 8 (Wire) — : evidence for place and day, and no event."""
    match = _DATELINE.match(text, start)
    if match is not None:
        found.furniture.append(Region(match.start(), match.end(), "dateline"))
        found.published = found.published or published.in_line(match[0], "dateline")


def _footers(text: str, body: int, found: _Header) -> None:
    for match in _LINE.finditer(text, body):
        line = match[1].strip()
        if _FOOTER.match(line) and not any(r.start <= match.start(1) < r.end for r in found.furniture):
            found.furniture.append(Region(match.start(1), match.end(1), "footer"))
        if match.end() >= len(text):
            return
