"""Reads feeds: RSS, Atom, RDF. Each entry is an article; its place is its number in the feed, from 1.

Only what the file holds is read: no address in it is ever opened, and its document type is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from timeline.articles.draft import Draft, Rung, Unread, Written
from timeline.articles.records import as_text
from timeline.articles.settings import MB
from timeline.articles.source import Source, too_large
from timeline.articles.text import opening
from timeline.errors import ArticleError

_WHOLE = 50 * MB  # a feed is read at once
_MOST_TAGS = 600_000  # the library takes 20 µs and up to 2 KB for each
_MOST_ENTITIES = 3_000_000
_MOST_OPEN = 10_000  # tags; for each it looks at all the others
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]{1,40})["']""")
_AS_UTF_8 = {"content-type": "application/xml; charset=utf-8"}


def read(source: Source) -> Iterator[Draft | Unread]:
    """The articles of a feed. Raises ArticleError for XML of another kind."""
    feed, note = _parsed(source)
    if not feed.get("version") and not feed.entries:  # of an empty file it tells no version
        raise ArticleError("no feed: it is neither RSS, Atom nor RDF; of XML, only feeds and web pages are read")
    broken = _broken(feed)
    for number, entry in enumerate(feed.entries, 1):
        one = _article(entry, str(number), feed, source)
        cut_off = broken if number == len(feed.entries) else ""
        if isinstance(one, Draft):
            one.notes += filter(None, (note, cut_off))
        elif cut_off:
            one = replace(one, why=f"{one.why}: {cut_off}")
        yield one


def _parsed(source: Source) -> tuple[Any, str]:
    """The feed as its library gives it, and a note where its encoding is a guess."""
    import feedparser

    head = _DECLARED.match(source.head())
    decoded = source.text(declared=head[1].decode() if head else "", whole=_WHOLE)
    _check(decoded.text)
    content = BytesIO(decoded.text.encode("utf-8", "replace"))  # a stream: of bytes it would try whether they name a file
    try:
        feed = feedparser.parse(content, response_headers=_AS_UTF_8, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # on broken feeds its parsers raise whatever happens to them
        raise ArticleError(f"broken XML: {type(error).__name__}") from None
    return feed, decoded.note


def _check(text: str) -> None:
    """Raises ArticleError for what would keep the library busy for hours, and is no feed that anybody made."""
    outside = [piece.rpartition("]]>")[2] if number else piece for number, piece in enumerate(text.split("<![CDATA["))]
    tags = sum(piece.count("<") for piece in outside)
    closed = sum(piece.count("</") * 2 + piece.count("/>") for piece in outside)
    if tags > _MOST_TAGS or text.count("&") > _MOST_ENTITIES:
        raise ArticleError(f"more than {_MOST_TAGS} tags or {_MOST_ENTITIES} entities: cut it into several feeds")
    if tags - closed > _MOST_OPEN:
        raise ArticleError(f"broken XML: more than {_MOST_OPEN} of its tags are not closed")


def _broken(feed: Any) -> str:
    """A word where the XML is broken, at its last entry: it, or what follows, may be cut off."""
    error = feed.get("bozo_exception")
    line = getattr(error, "getLineNumber", lambda: None)()
    return f"the XML of the feed is broken at line {line}: this entry may be cut off, others missing" if line else ""


def _article(entry: Any, place: str, feed: Any, source: Source) -> Draft | Unread:
    content = max((str(part.get("value") or "") for part in entry.get("content") or ()), key=len, default="")
    summary = str(entry.get("summary") or "")
    text = as_text(content if content.strip() else summary).strip()
    if not text:
        return Unread(place, "the entry has no text")
    if len(text) > source.settings.largest:
        return Unread(place, too_large(source.settings.largest))
    draft = Draft(text, _line(entry.get("title")), _authors(entry), _line(entry.get("link")), record=place)
    draft.site = _line(feed.feed.get("title"))
    draft.language = _line(_language(entry) or feed.feed.get("language"))
    draft.written = list(_days(entry, feed.get("version") or ""))
    if not content.strip():
        draft.notes.append("only the feed's summary")
    opening(draft)
    return draft


def _days(entry: Any, version: str) -> Iterator[Written]:
    """The day as it is written. In RSS the library calls dc:date an update, too; in Atom it is one."""
    for key in ("published", "created", "updated"):
        if words := _line(dict.get(entry, key)):  # the dict's own get: that of the library guesses, and warns
            name = "date" if key == "updated" and version.startswith("rss") else key
            only = " (the entry tells no other day)" if name == "updated" else ""
            yield Written(Rung.FIELD, words, f"{name}: {words}{only}")
            return


def _authors(entry: Any) -> str:
    names = [_line(author.get("name")) for author in entry.get("authors") or ()]
    return ", ".join(dict.fromkeys(filter(None, names))) or _line(entry.get("author"))


def _language(entry: Any) -> str:
    details = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    return next((str(part["language"]) for part in details if part.get("language")), "")


def _line(value: object) -> str:
    return " ".join(as_text(value).split()) if isinstance(value, str) else ""
