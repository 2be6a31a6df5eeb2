"""Which country an article is from, and which number its people write first in 03/04/2020."""

from __future__ import annotations

import importlib
import re
from functools import cache
from urllib.parse import urlsplit

from timeline.expr import Order

_OF_THE_US = frozenset(("gov", "mil", "edu"))
_ALSO_GENERAL = frozenset(
    ("io", "co", "tv", "me", "fm", "ai", "cc", "ws", "eu", "ly", "gg", "to", "sh", "vc")
)  # sold to all the world
_REGION = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?![a-z])", re.IGNORECASE)


def country_of(url: str = "", language: str = "") -> str:
    """The country of an article as two letters, by the ending of its site's name, else by its language tag; "" if untold.

    >>> country_of("https://news.example.co.uk/a"), country_of("https://a.example/b", "en-US"), country_of("", "fr")
    ('GB', 'US', '')
    """
    host = _host(url)
    ending = host.rsplit(".", 1)[-1]
    if ending in _OF_THE_US:
        return "US"
    if len(ending) == 2 and ending.isalpha() and "." in host and ending not in _ALSO_GENERAL:
        return "GB" if ending == "uk" else ending.upper()
    region = _REGION.match(language)
    return region[1].upper() if region else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


@cache
def order_of_language(language: str) -> Order | None:
    """The order of day and month in a language that one order goes with; None for English, which has both.

    >>> order_of_language("fr"), order_of_language("en")
    (<Order.DAY: 'the day stands first'>, None)
    """
    short = language[:2].lower()
    if short in ("", "en"):
        return None
    try:
        info = importlib.import_module(f"dateparser.data.date_translation_data.{short}").info
    except ImportError:
        return None
    return Order.DAY if info.get("date_order", "DMY") == "DMY" else None


@cache
def order_in(country: str) -> Order | None:
    """The order of day and month in that country, None where both are usual. Source: CLDR, as dateparser holds it.

    >>> order_in("US"), order_in("GB"), order_in("CA")
    (<Order.MONTH: 'the month stands first'>, <Order.DAY: 'the day stands first'>, None)
    """
    if not country:
        return None
    english = importlib.import_module("dateparser.data.date_translation_data.en").info
    locale = english["locale_specific"].get(f"en-{country}")
    order = "DMY" if locale is None else locale.get("date_order", english["date_order"])
    return {"DMY": Order.DAY, "MDY": Order.MONTH}.get(order)
