"""Addresses: which may become links, and which are no path. The one place that decides. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_URL = re.compile(r"[a-z][a-z0-9+.-]+(?:://|::)", re.IGNORECASE)


def safe_url(text: str) -> str | None:
    """The address, if it leads to a page on the web and to nothing else; None for anything that could run or be misread.

    >>> safe_url("https://news.example.com/a?b=c"), safe_url("javascript:alert(1)")
    ('https://news.example.com/a?b=c', None)
    """
    if any(letter.isspace() or not letter.isprintable() or letter == "\\" for letter in text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    named = parts.hostname and "@" not in parts.netloc and port != 0
    return text if parts.scheme in ("http", "https") and named else None


def is_url(text: str) -> bool:
    """Whether it is a URL, also one in another, and no path.

    >>> [is_url(text) for text in ("s3://bucket/news", "simplecache::s3://bucket/news", "news/a.txt", "C:/news", "a: b")]
    [True, True, False, False, False]
    """
    return _URL.match(text) is not None
