"""What a web page says of itself in JSON-LD: the articles and pages it describes, not those that it lists or quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.articles.markup import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

ARTICLE = re.compile(r"(?:article|posting|report)$", re.IGNORECASE)
PAGE = re.compile(r"page$", re.IGNORECASE)
_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,60})"')
_OF_THE_PAGE = ("@graph", "mainEntity", "mainEntityOfPage")


class Thing(NamedTuple):
    """One object of it: the types that it names, and its fields."""

    types: tuple[str, ...]
    fields: dict[str, Any]

    def is_a(self, kind: re.Pattern[str]) -> bool:
        """Whether one of its types is of the kind (ARTICLE, PAGE)."""
        return any(kind.search(name) for name in self.types)


def things(page: _Element) -> tuple[list[Thing], list[str]]:
    """The objects that speak of the page itself; and the days of publication in what is no JSON, though it should be.

    >>> from timeline.articles.markup import parse
    >>> script = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Floods"}]}</script>'
    >>> [thing.fields["headline"] for thing in things(parse(script))[0] if thing.is_a(ARTICLE)]
    ['Floods']
    """
    found: list[Thing] = []
    broken: list[str] = []
    for script in page.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            try:
                found += _flat(json.loads(script.text.strip().strip(";"), strict=False))
            except (ValueError, RecursionError):
                broken += _DATE.findall(script.text)
    return found, broken


def _flat(data: Any) -> Iterator[Thing]:
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            types = one.get("@type")
            yield Thing(tuple(map(str, types)) if isinstance(types, list) else (str(types or ""),), one)
            waiting += [one[key] for key in reversed(_OF_THE_PAGE) if isinstance(one.get(key), dict | list)]


def article_body(page: _Element) -> str:
    """The text of the article, where the JSON-LD holds it; "" if it doesn't."""
    told = [thing.fields.get("articleBody") for thing in things(page)[0] if thing.is_a(ARTICLE)]
    return max((plain(text) for text in told if isinstance(text, str)), key=len, default="")
