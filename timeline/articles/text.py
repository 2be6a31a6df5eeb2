"""Reads plain text and Markdown: front matter, header lines, a dateline.

The text of the article is the whole file, so that offsets are those of the file (after a byte order mark).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import yaml

from timeline.articles.dates import Reading, readings
from timeline.articles.draft import Draft, Rung, Written
from timeline.articles.furniture import DATELINE, LINE, SHARE
from timeline.articles.source import Source
from timeline.errors import ArticleError
from timeline.model import Region
from timeline.plain import plain

_FRONT = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?P<fields>.*?)(?:\r\n|\r|\n)(?P=fence)[ \t]*(?:\r\n|\r|\n|$)", re.DOTALL
)
_IS_TOML = re.compile(r"^[ \t]*[\w\"'.-]+[ \t]*=", re.MULTILINE)
_BYLINE = re.compile(r"[*_]{0,2}\s*(?:By:?|Written by|Authors?:)\s+([^\n|(]{3,60}?)\s*(?:[|(].*)?[*_]{0,2}$", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+$")
_UPDATED = re.compile(r"[*_]{0,2}(?:last )?(?:updated|modified|changed)\b", re.IGNORECASE)
_FIELD = re.compile(
    r"[*_]{0,3}(?P<key>url|link|source|title|headline)[*_]{0,3}:[*_]{0,3}[ \t]+(?P<value>\S.*?)[*_]{0,3}$", re.IGNORECASE
)
_ADDRESS = re.compile(r"<?((?:https?://|www\.)[^\s<>]+)>?$", re.IGNORECASE)
_HEADER_LINES = 12  # no header is longer
_PROSE_WORDS = 15  # a line with as many words is prose, as is a shorter one that ends like a sentence
_ALONE = frozenset(("home", "news", "menu", "homepage", "home page", "main menu", "navigation", "search", "toggle navigation"))
_MENU = frozenset(
    """
    world uk us europe asia africa sport sports weather business politics opinion culture arts travel health science technology
    tech video videos live local national international entertainment lifestyle money markets economy education environment
    more jobs shop contact about login subscribe latest
    """.split()
)
_PARTS = re.compile(r"\s{2,}|\t|\s*[|·•›»>]\s*|\s/\s")
_A_MENU = 3  # words in a row, with nothing between them but blanks
_NAME_WORDS = 4  # of a paper; what is longer is a headline


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
    """Read the block of YAML or TOML that opens the file, if there is one; gives where the text behind it begins."""
    match = _FRONT.match(draft.text)
    if match is None or (match["fence"] == "+++" and _IS_TOML.search(match["fields"]) is None):
        return 0
    fields = _toml(match["fields"]) if match["fence"] == "+++" else _yaml(match["fields"])
    for key, value in fields.items():
        if told := _told(value):
            _field(draft, str(key).lower(), told)
    draft.furniture.append(Region(0, match.end(), "front matter"))
    return match.end()


def _yaml(block: str) -> dict[Any, Any]:
    try:
        fields = yaml.load(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        raise ArticleError(f"front matter{where}: not readable as YAML") from None
    if not isinstance(fields, dict):
        raise ArticleError("front matter: it has to be lines of 'key: value'")
    return fields


def _toml(block: str) -> dict[str, Any]:
    try:
        return tomllib.loads(block.replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        where = f", line {int(place[1]) + 1}" if place else ""
        raise ArticleError(f"front matter{where}: not readable as TOML") from None


def _told(value: object) -> str:
    """The value of a field as text; "" for a table and what else tells nothing here."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return value if isinstance(value, str) else ""


def _field(draft: Draft, key: str, value: str) -> None:
    match key:
        case "title" | "headline":
            draft.title = value
        case "author" | "authors" | "by" | "byline":
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


@dataclass(slots=True)
class _Head:
    """What the lines before the prose told so far, the days by where they stand to the headline."""

    above: list[Written] = field(default_factory=list)  # of the day that it was copied, perhaps
    below: list[Written] = field(default_factory=list)
    changed: list[Written] = field(default_factory=list)  # they count where nothing says when it was published
    given: bool = False  # that the title was told before
    menu: bool = False
    first: str = ""  # of the lines that may be the headline
    second: str = ""  # which it is if the first is the name of the paper


def _header(draft: Draft) -> None:
    """Read the short lines before the prose: title, byline, date, share bar; and a dateline that opens the prose."""
    text, seen = draft.text, 0
    head = _Head(given=bool(draft.title))
    for match in LINE.finditer(text, draft.body):
        line = plain(match[1]).text.strip()
        if not line:
            if match.end() >= len(text):
                break
            continue
        why = _named_field(line, draft, head) or ("" if draft.title else _menu(line, head))
        seen += why != "menu"
        if not why and (_is_prose(line) or seen > _HEADER_LINES):
            _dateline(draft, match.start())
            break
        why = why or _header_line(line, draft, head)
        if why:
            draft.furniture.append(Region(match.start(1), match.end(1), why))
    draft.written += [*head.below, *head.above]
    if not draft.written:
        draft.written += head.changed


def _named_field(line: str, draft: Draft, head: _Head) -> str:
    """What a line is that names its field ("URL: …", "Title: …"), or is an address; "" for one that is no such line."""
    match = _FIELD.match(line)
    key, value = ("url", line) if match is None else (match["key"].lower(), match["value"])
    address = _ADDRESS.match(value)
    if address is not None and key not in ("title", "headline"):
        draft.url = draft.url or address[1]
        return "address"
    if key in ("title", "headline"):
        draft.title = draft.title if head.given else value
        return "headline"
    if key == "source" and len(value.split()) <= _NAME_WORDS and not _is_prose(value):
        draft.site = draft.site or value
        return "byline"
    return ""


def _menu(line: str, head: _Head) -> str:
    """Whether a line before the headline is one of the page's menu: "Home", "Home  News  Sport"."""
    parts = [part.strip().casefold() for part in _PARTS.split(line) if part.strip()]
    if len(parts) == 1:
        words = parts[0].split()
        one = parts[0] in _ALONE or (head.menu and parts[0] in _MENU)
        is_menu = one or (len(words) >= _A_MENU and all(word in _MENU or word in _ALONE for word in words))
    else:
        known = sum(part in _MENU or part in _ALONE for part in parts)
        is_menu = parts[:1] == ["home"] or (len(parts) > 1 and known == len(parts))
    head.menu = head.menu or is_menu
    return "menu" if is_menu else ""


def _header_line(line: str, draft: Draft, head: _Head) -> str:
    """What a header line is, once it has told what it tells; "" for one that is nothing of the kind."""
    if SHARE.fullmatch(line):
        return "share bar"
    date = next(readings(line), None)
    if date is not None:
        _date_line(line, date, draft, head)
        return "date line"
    byline = _BYLINE.match(line)
    if byline:
        draft.author = draft.author or byline[1].strip(" *_")
        return "byline"
    if not any(sign.isalnum() for sign in line):
        return "share bar"  # a rule
    if not draft.title:
        draft.title = head.first = line.lstrip("# ").strip("*_ ")
        return "headline"
    if not draft.author and _NAME.fullmatch(line):
        draft.author = line
        return "byline"
    if line.lstrip("# ") == draft.title:
        return "headline"
    if head.first == draft.title and _is_paper(head.first) and head.below and not head.second:
        head.second = line.lstrip("# ").strip("*_ ")
    return ""


def _date_line(line: str, date: Reading, draft: Draft, head: _Head) -> None:
    """Keep the day of a line, and the author it names. Two days, a paper's name above the first: the headline is between."""
    words = f"{date.words} {date.time}" if date.time and date.days else date.words
    if _UPDATED.match(line):
        told = line[: line.index(date.words) + len(date.words)] if date.words in line else date.words
        head.changed.append(Written(Rung.HEADER_LINE, words, told.strip("*_ ")))
    elif not draft.title:
        head.above.append(Written(Rung.HEADER_LINE, words, date.words))
    else:
        if head.second and date.words not in {one.evidence for one in head.below}:
            draft.site, draft.title = draft.site or draft.title, head.second
            head.above, head.below = head.above + head.below, []
        head.second = ""
        head.below.append(Written(Rung.HEADER_LINE, words, date.words))
    rest = re.split(r"\bBy\b|\bby\b", line)
    if len(rest) > 1 and (byline := _BYLINE.search("By " + rest[-1].strip())):
        draft.author = draft.author or byline[1].strip(" *_|,")


def _is_paper(title: str) -> bool:
    """Whether it may be the name of a paper: few words, all of them with capitals."""
    words = title.split()
    return len(words) <= _NAME_WORDS and all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words)


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
