"""Reads plain text and Markdown: front matter, header lines, a dateline.

The text of the article is the whole file, so that offsets are those of the file (after a byte order mark).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.articles.dates import readings
from timeline.articles.draft import Draft, Rung, Written
from timeline.articles.furniture import DATELINE, LINE, SHARE
from timeline.articles.source import Source
from timeline.errors import ArticleError
from timeline.model import Region
from timeline.plain import plain

_FRONT = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)", re.DOTALL)
_BYLINE = re.compile(r"[*_]{0,2}\s*(?:By|Written by|Author:)\s+([^\n|(]{3,60}?)\s*(?:[|(].*)?[*_]{0,2}$", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+$")
_UPDATED = re.compile(r"[*_]{0,2}(?:last )?(?:updated|modified|changed)\b", re.IGNORECASE)
_HEADER_LINES = 12  # no header is longer
_PROSE_WORDS = 15  # a line with as many words is prose, as is a shorter one that ends like a sentence


def read(source: Source) -> Iterator[Draft]:
    """The one article of a text file."""
    decoded = source.text()
    draft = prose(decoded.text)
    draft.notes += [decoded.note] if decoded.note else []
    yield draft


def prose(text: str) -> Draft:
    r"""An article from its text, with what its first lines tell. Raises ArticleError where there is nothing in it.

    >>> draft = prose("Floods\n\nPublished: 10 May 2020\n\nThe river rose on Saturday and took the old bridge.")
    >>> draft.title, draft.written[0].words
    ('Floods', '10 May 2020')
    """
    if not text.strip():
        raise ArticleError("the file is empty")
    draft = Draft(text)
    draft.body = _front_matter(draft)
    _header(draft)
    return draft


def _front_matter(draft: Draft) -> int:
    """Read the YAML block that opens the file, if there is one; gives where the text behind it begins."""
    match = _FRONT.match(draft.text)
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
        if isinstance(value, str) and value:
            _field(draft, str(key).lower(), value)
    draft.furniture.append(Region(0, match.end(), "front matter"))
    return match.end()


def _field(draft: Draft, key: str, value: str) -> None:
    match key:
        case "title" | "headline":
            draft.title = value
        case "author" | "by" | "byline":
            draft.author = value
        case "url" | "link" | "canonical":
            draft.url = value
        case "language" | "lang":
            draft.language = value
        case "site" | "publisher" | "source":
            draft.site = value
        case "date" | "published" | "publish_date" | "pubdate":
            draft.written.append(Written(Rung.FRONT_MATTER, value, f"{key}: {value}"))


def opening(draft: Draft) -> None:
    r"""Read what the first lines of a text tell that came without its headline: bylines, dates, a dateline.

    >>> opening(draft := Draft("GENEVA, May 8, 2020 (Wire) — The ferry sank.", title="Gone"))
    >>> draft.written[0].words, draft.furniture[0].why
    ('May 8, 2020', 'dateline')
    """
    if draft.text.count("\n") or draft.text.count("\r"):
        _header(draft)
    else:  # its only line is its text, however short
        _dateline(draft, draft.body)


def _header(draft: Draft) -> None:
    """Read the short lines before the prose: title, byline, date, share bar; and a dateline that opens the prose."""
    text, seen = draft.text, 0
    later: list[Written] = []  # of a change: they count where nothing says when it was published
    for match in LINE.finditer(text, draft.body):
        line = plain(match[1]).text.strip()
        if not line:
            if match.end() >= len(text):
                break
            continue
        seen += 1
        if _is_prose(line) or seen > _HEADER_LINES:
            _dateline(draft, match.start())
            break
        why = _header_line(line, draft, later)
        if why:
            draft.furniture.append(Region(match.start(1), match.end(1), why))
    if not draft.written:
        draft.written += later


def _header_line(line: str, draft: Draft, later: list[Written]) -> str:
    """What a header line is, once it has told what it tells; "" for one that is nothing of the kind."""
    if SHARE.fullmatch(line):
        return "share bar"
    date = next(readings(line), None)
    if date is not None:
        words = f"{date.words} {date.time}" if date.time and date.days else date.words
        (later if _UPDATED.match(line) else draft.written).append(Written(Rung.HEADER_LINE, words, date.words))
        rest = re.split(r"\bBy\b|\bby\b", line)
        if len(rest) > 1 and (byline := _BYLINE.search("By " + rest[-1].strip())):
            draft.author = draft.author or byline[1].strip(" *_|,")
        return "date line"
    byline = _BYLINE.match(line)
    if byline:
        draft.author = draft.author or byline[1].strip(" *_")
        return "byline"
    if not draft.title:
        draft.title = line.lstrip("# ").strip("*_ ")
        return "headline"
    if not draft.author and _NAME.fullmatch(line):
        draft.author = line
        return "byline"
    if line.lstrip("# ") == draft.title:
        return "headline"
    return ""


def _is_prose(line: str) -> bool:
    words = len(line.split())
    if line.startswith("#"):
        return False
    ended = line.rstrip("\"'”’)」』")
    if ended.endswith(("。", "！", "？")):
        return True
    return words >= _PROSE_WORDS or (words >= 3 and not _BYLINE.match(line) and ended.endswith((".", "!", "?")))


def _dateline(draft: Draft, start: int) -> None:
    """SEOUL, May 8 (Wire) — : evidence for place and day, and no event."""
    match = DATELINE.match(draft.text, start)
    if match is not None:
        draft.furniture.append(Region(match.start(), match.end(), "dateline"))
        date = next(readings(match[0]), None)
        if date is not None:
            draft.written.append(Written(Rung.DATELINE, date.words, match[0].rstrip(" \t—–-")))
