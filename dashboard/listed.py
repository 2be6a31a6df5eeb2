"""The list of events beside the chart: in which order, and which page of it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.items import Item

PAGE = 100
"""Events on one page of the list: more links than that slow a browser down."""
_KEYS: dict[str, Callable[[Item], Any]] = {
    "latest": lambda item: (-item.extent[1], -item.extent[0]),
    "title": lambda item: item.entry.title.casefold(),
    "sources": lambda item: -item.tellers,
    "review": lambda item: item.entry.reviewed,
}


@dataclass(frozen=True, slots=True)
class Page:
    """Some neighbours of a list of `count`; pages and places count from 0, `end` is excluded."""

    number: int
    of: int
    begin: int
    end: int
    count: int
    size: int = PAGE

    def turned(self, number: int) -> Page:
        """Another page of the same list."""
        return page_of(self.count, number, self.size)


def ordered(items: Iterable[Item], sort: str) -> list[Item]:
    """The items, which come in order of date, in another order; equals stay in order of date."""
    return sorted(items, key=_KEYS[sort]) if sort in _KEYS else list(items)


def page_of(count: int, wanted: int, size: int = PAGE) -> Page:
    """The wanted page of a list of that length, or its last one.

    >>> page_of(250, 1), page_of(250, 9).begin
    (Page(number=1, of=3, begin=100, end=200, count=250, size=100), 200)
    """
    of = max(1, -(-count // size))
    number = min(max(wanted, 0), of - 1)
    return Page(number, of, number * size, min((number + 1) * size, count), count, size)


def place_of(items: Sequence[Item], key: str) -> int | None:
    """Where an event stands in a list."""
    return next((place for place, item in enumerate(items) if item.key == key), None)
