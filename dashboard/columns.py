"""Events as columns of numbers, so that a window over very many of them costs little. Pure.

What is here says nothing that `Item` does not; it is only the same for all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, overload
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dashboard.item import Item, Kind
from dashboard.state import Window
from timeline.model import REPORT, REPORTED_ON

if TYPE_CHECKING:
    from dashboard.events import Events

Numbers = NDArray[np.int64]
Days = NDArray[np.int32]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64] | NDArray[np.bool_] | slice
FAR = 1 << 29  # days: farther off than any window reaches, and a window farther still is a number of 32 bits


@dataclass(frozen=True, slots=True)
class Columns:
    """A line an event, in order of date: its days, where an open end is far off, and what decides how it is drawn.

    `until` is what has nothing but a last day, `rank` the place in the order of importance.
    """

    first: Days
    last: Days
    low: Days
    high: Days
    within: Flags
    day: Flags
    happened: Flags
    until: Flags
    rank: Days

    def __len__(self) -> int:
        return len(self.first)

    def taken(self, places: Places) -> Columns:
        """Some of the lines."""
        return Columns(*(getattr(self, name)[places] for name in self.__slots__))

    def in_window(self, frame: Window) -> Numbers:
        """The places of the events of which any day is in the window."""
        return np.flatnonzero((self.first <= frame.last) & (self.last >= frame.first))

    def wide(self, frame: Window, share: float) -> Flags:
        """Which are vague ranges over more than that share of the window; of an open one, its part in view counts."""
        out = np.zeros(len(self), dtype=np.bool_)
        some = np.flatnonzero(self.within | self.until)
        first, last, low, high = (each[some] for each in (self.first, self.last, self.low, self.high))
        is_open = (first == -FAR) | (last == FAR)
        begin = np.where(first == -FAR, np.minimum(frame.first, high), first)
        end = np.where(last == FAR, np.maximum(frame.last, low), last)
        begin = np.where(is_open, np.maximum(begin, frame.first), begin)
        end = np.where(is_open, np.minimum(end, frame.last), end)
        beyond = self.until[some] & (last > frame.last)  # the mark of those stands at their last day
        out[some] = beyond | (self.within[some] & (end - begin + 1 > int(share * frame.days)))
        return out

    def narrow(self, frame: Window, share: float) -> Flags:
        """Which are drawn over no more than a share of the window: an open end reaches to its edge."""
        out = self.last - self.first < int(share * frame.days)
        ends = np.flatnonzero((self.first == -FAR) | (self.last == FAR))
        first, last = self.first[ends], self.last[ends]
        low = np.where(first == -FAR, frame.first, np.maximum(first, frame.first - frame.days))
        high = np.where(last == FAR, frame.last, np.minimum(last, frame.last + frame.days))
        out[ends] = high - low < int(share * frame.days)
        return out

    def cut(self, frame: Window) -> Columns:
        """The same events with only those of their days that are in the window."""
        return replace(self, first=np.maximum(self.first, frame.first), last=np.minimum(self.last, frame.last))


@dataclass(frozen=True, slots=True)
class Traits:
    """What else is asked of all events at once: which are hidden, which are reports, which are told without a date, and which
    their sources date differently.
    """

    hidden: Flags
    report: Flags
    reported_on: Flags
    disputed: Flags


def _anywhere(key: str) -> tuple[int, str]:
    """Which of equals comes first: any, but always the same one. By date, all headlines would stand at the left edge."""
    return crc32(key.encode("utf-8", "surrogatepass")), key


def columns(items: Sequence[Item]) -> Columns:
    """The columns of these events."""
    extents = np.array([item.extent for item in items], dtype=np.int32).reshape(-1, 2)
    order = sorted(range(len(items)), key=lambda at: (-items[at].weight, _anywhere(items[at].key)))
    rank = np.empty(len(items), dtype=np.int32)
    rank[order] = np.arange(len(items))
    return Columns(
        first=_days(-FAR if item.first is None else item.first for item in items),
        last=_days(FAR if item.last is None else item.last for item in items),
        low=extents[:, 0],
        high=extents[:, 1],
        within=flags(item.kind is Kind.WITHIN for item in items),
        day=flags(item.kind is Kind.DAY for item in items),
        happened=flags(item.happened for item in items),
        until=flags(item.kind is Kind.BY for item in items),
        rank=rank,
    )


def traits(items: Iterable[Item]) -> Traits:
    """The traits of these events."""
    listed = list(items)
    return Traits(
        hidden=flags(item.hidden for item in listed),
        report=flags(item.entry.kind == REPORT for item in listed),
        reported_on=flags(item.entry.kind == REPORTED_ON for item in listed),
        disputed=flags(bool(item.others) for item in listed),
    )


def numbers(values: Iterable[int]) -> Numbers:
    """A column of whole numbers."""
    return np.fromiter(values, dtype=np.int64)


def _days(values: Iterable[int]) -> Days:
    return np.fromiter(values, dtype=np.int32)


def flags(values: Iterable[bool]) -> Flags:
    """A column of yes and no."""
    return np.fromiter(values, dtype=np.bool_)


class Picked(Sequence[Item]):
    """Some of the events, by their places. None is touched before it is asked for: touching a hundred thousand takes a tenth
    of a second, and most of them are only counted. Where the places themselves are a function, they wait, too.
    """

    __slots__ = ("_count", "_places", "events")

    def __init__(self, events: Events, places: Numbers | Callable[[], Numbers], count: int = -1) -> None:
        """`count` is how many there are, where `places` is a function."""
        self.events, self._places, self._count = events, places, count

    @property
    def places(self) -> Numbers:
        """Where they stand among all events."""
        if callable(self._places):
            self._places = self._places()
        return self._places

    def __len__(self) -> int:
        return self._count if callable(self._places) else len(self._places)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Picked: ...
    def __getitem__(self, at: int | slice) -> Item | Picked:
        """An event, or a run of them."""
        return Picked(self.events, self.places[at]) if isinstance(at, slice) else self.events.items[int(self.places[at])]

    def __iter__(self) -> Iterator[Item]:
        return map(self.events.items.__getitem__, self.places.tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Picked) and self.events is other.events and np.array_equal(self.places, other.places)

    @property
    def extents(self) -> tuple[Days, Days]:
        """The first and the last day of each."""
        every = self.events.columns
        return every.low[self.places], every.high[self.places]

    def place_of(self, key: str) -> int | None:
        """Where in the row the event of that key stands."""
        place = self.events.place(key)
        found: list[Any] = [] if place is None else np.flatnonzero(self.places == place)[:1].tolist()
        return found[0] if found else None
