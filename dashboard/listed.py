"""The list of events beside the chart: in which order, and which page of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.columns import Numbers, Picked

PAGE = 100
"""Events on one page of the list: more links than that slow a browser down."""


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


def ordered(shown: Picked, sort: str) -> Picked:
    """The events, which come in order of date, in another order; equals stay in order of date."""
    if sort == "latest":
        low, high = shown.extents
        return Picked(shown.events, shown.places[np.lexsort((-low, -high))])
    keys = shown.events.sorting(sort)
    return shown if keys is None else Picked(shown.events, _sorted(shown.places, keys))


def _sorted(places: Numbers, keys: Numbers) -> Numbers:
    return places[np.argsort(keys[places], kind="stable")]


def page_of(count: int, wanted: int, size: int = PAGE) -> Page:
    """The wanted page of a list of that length, or its last one.

    >>> page_of(250, 1), page_of(250, 9).begin
    (Page(number=1, of=3, begin=100, end=200, count=250, size=100), 200)
    """
    of = max(1, -(-count // size))
    number = min(max(wanted, 0), of - 1)
    return Page(number, of, number * size, min((number + 1) * size, count), count, size)
