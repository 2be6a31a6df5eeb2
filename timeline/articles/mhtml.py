"""Reads pages that a browser has saved whole (.mhtml): the first page in them is the article."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage

from timeline.articles.decoding import decode
from timeline.articles.draft import Draft
from timeline.articles.html import declared, page
from timeline.articles.mime import charset, header, opened, payload
from timeline.articles.source import Source
from timeline.errors import ArticleError

_PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source) -> Iterator[Draft]:
    """The one article of a saved page. When it was saved tells nothing of when it was published."""
    raw, encoding, url = opened(source.content(), _page_in)
    decoded = decode(raw, encoding or declared(raw), source.encoding)
    draft = page(decoded.text, url)
    draft.notes += [decoded.note] if decoded.note else []
    yield draft


def _page_in(message: EmailMessage) -> tuple[bytes, str, str]:
    """The first page: its bytes, the encoding that it is packed with, its address."""
    part = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    if part is None:
        raise ArticleError("no page in it: it has no part of the type text/html")
    url = header(message, "Snapshot-Content-Location") or header(part, "Content-Location")
    return payload(part), charset(part), url if url.startswith("http") else ""
