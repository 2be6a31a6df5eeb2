"""Addresses that may become links: the one place that decides. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit


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
