"""The events of a collection as columns of numbers, so that a window over very many of them costs little. Pure.

What is here says nothing that `Item` does not; it is only the same for all at once.
"""

from __future__ import annotations

from collections.abc import Collection as Values
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import overload
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dashboard.items import Collection, Item, Kind
from dashboard.search import terms
from dashboard.state import Window

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
_FAR = 1 << 40  # days: farther off than any window reaches


@dataclass(frozen=True, slots=True)
class Columns:
    """A line an event, in order of date: its days, where an open end is far off, and what decides how it is drawn.

    `until` is what has nothing but a last day, `rank` the place in the order of importance.
    """

    first: Numbers
    last: Numbers
    low: Numbers
    high: Numbers
    within: Flags
    day: Flags
    happened: Flags
    until: Flags
    rank: Numbers

    def taken(self, places: Numbers) -> Columns:
        """Some of the lines."""
        return Columns(*(getattr(self, name)[places] for name in self.__slots__))

    def in_window(self, frame: Window) -> Numbers:
        """The places of the events of which any day is in the window."""
        return np.flatnonzero((self.first <= frame.last) & (self.last >= frame.first))

    def wide(self, frame: Window, share: float) -> Flags:
        """Which are vague ranges over more than that share of the window; of an open one, its part in view counts."""
        first = np.where(self.first == -_FAR, np.minimum(frame.first, self.high), self.first)
        last = np.where(self.last == _FAR, np.maximum(frame.last, self.low), self.last)
        is_open = (self.first == -_FAR) | (self.last == _FAR)
        first = np.where(is_open, np.maximum(first, frame.first), first)
        last = np.where(is_open, np.minimum(last, frame.last), last)
        beyond = self.until & (self.last > frame.last)  # the mark of those stands at their last day
        return beyond | (self.within & (last - first + 1 > share * frame.days))

    def reach(self, frame: Window) -> Numbers:
        """Over how many days each is drawn: open ends reach to the edge, and nothing farther off than a window."""
        low = np.where(self.first == -_FAR, frame.first, np.maximum(self.first, frame.first - frame.days))
        high = np.where(self.last == _FAR, frame.last, np.minimum(self.last, frame.last + frame.days))
        return high + 1 - low

    def foremost(self, frame: Window, share: float, most: int) -> Numbers:
        """The places of those that matter most, the first of them first, among what is no wider than a share of the window."""
        narrow = np.flatnonzero(self.reach(frame) <= share * frame.days)
        ranks = self.rank[narrow]
        if len(narrow) > most:
            first = np.argpartition(ranks, most)[:most]
            narrow, ranks = narrow[first], ranks[first]
        return narrow[np.argsort(ranks)]

    def bins(self, frame: Window, step: int) -> tuple[list[int], list[float], list[float]]:
        """For each bin of so many days: events of a day, the shares of longer ones, and those of what did not plainly happen.

        Differences of the shares are added up, so that a long event costs no more than a short one.
        """
        size = -(-frame.days // step)
        first, last = np.maximum(self.first, frame.first) - frame.first, np.minimum(self.last, frame.last) - frame.first
        alone = self.day & self.happened
        days = np.bincount(first[alone] // step, minlength=size)
        spread = _spread(first, last, self.happened & ~alone, step, size)
        unsure = _spread(first, last, ~self.happened, step, size)
        return days.tolist(), spread, unsure


def _spread(first: Numbers, last: Numbers, which: Flags, step: int, size: int) -> list[float]:
    first, last = first[which], last[which]
    share = 1 / (last - first + 1)
    low, high = first // step, last // step
    slope = np.zeros(size + 2)

    def add(begin: Numbers, end: Numbers, amount: NDArray[np.float64]) -> None:
        slope[:] += np.bincount(begin, amount, size + 2) - np.bincount(end, amount, size + 2)

    add(low, low + 1, (np.minimum(last, (low + 1) * step - 1) - first + 1) * share)
    more = high > low
    low, high, last, share = low[more], high[more], last[more], share[more]
    add(low + 1, high, step * share)
    add(high, high + 1, (last - high * step + 1) * share)
    level = np.cumsum(slope[:size])
    level[level <= 1e-9] = 0.0  # what rounding leaves of nothing is nothing
    levels: list[float] = level.tolist()
    return levels


def _anywhere(key: str) -> tuple[int, str]:
    """Which of equals comes first: any, but always the same one. By date, all headlines would stand at the left edge."""
    return crc32(key.encode("utf-8", "surrogatepass")), key


def columns(items: Sequence[Item]) -> Columns:
    """The columns of these events."""
    extents = np.array([item.extent for item in items], dtype=np.int64).reshape(-1, 2)
    order = sorted(range(len(items)), key=lambda at: (-items[at].weight, _anywhere(items[at].key)))
    rank = np.empty(len(items), dtype=np.int64)
    rank[order] = np.arange(len(items))
    return Columns(
        first=_numbers(-_FAR if item.first is None else item.first for item in items),
        last=_numbers(_FAR if item.last is None else item.last for item in items),
        low=extents[:, 0],
        high=extents[:, 1],
        within=_flags(item.kind is Kind.WITHIN for item in items),
        day=_flags(item.kind is Kind.DAY for item in items),
        happened=_flags(item.happened for item in items),
        until=_flags(item.kind is Kind.BY for item in items),
        rank=rank,
    )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_)


def columns_of(collection: Collection, items: Sequence[Item]) -> Columns:
    """The columns of some events of the collection."""
    if "columns" not in collection.kept:
        collection.kept["columns"] = columns(collection.items)
    every: Columns = collection.kept["columns"]
    if len(items) == len(collection.items):
        return every
    places = collection.places
    return every.taken(_numbers(places[item.key] for item in items))


def candidates(collection: Collection, words: str, chosen: Mapping[str, Values[str]]) -> Iterable[Item]:
    """The events that may have these words and any of the values chosen of each facet; surely all that do."""
    places: set[int] | None = None
    for name, values in chosen.items():
        if values:
            having = set(chain.from_iterable(_having(collection, name).get(value, ()) for value in values))
            places = having if places is None else places & having
    found: Iterable[Item] = collection.items if places is None else (collection.items[place] for place in sorted(places))
    for term in terms(words):
        text, out = term.text, term.out
        found = [item for item in found if (text in item.words) is not out]
    return found


def _having(collection: Collection, name: str) -> Mapping[str, list[int]]:
    """The places of the events that have each value of a facet."""
    if ("having", name) not in collection.kept:
        having: dict[str, list[int]] = {}
        for place, item in enumerate(collection.items):
            for value in item.values(name):
                having.setdefault(value, []).append(place)
        collection.kept["having", name] = having
    found: Mapping[str, list[int]] = collection.kept["having", name]
    return found


class Picked(Sequence[Item]):
    """Some of the events, by their places. None is touched before it is asked for: touching a hundred thousand takes a tenth
    of a second, and most of them are only counted.
    """

    __slots__ = ("_items", "places")

    def __init__(self, items: Sequence[Item], places: Numbers) -> None:
        self._items, self.places = items, places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Picked: ...
    def __getitem__(self, at: int | slice) -> Item | Picked:
        """An event, or a run of them."""
        return Picked(self._items, self.places[at]) if isinstance(at, slice) else self._items[int(self.places[at])]

    def __iter__(self) -> Iterator[Item]:
        return map(self._items.__getitem__, self.places.tolist())
