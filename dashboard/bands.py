"""How many events fall on which days, of all of them or of those of a lane: made once, asked for any window. Pure.

A band that went through its events for every window would cost a million of them tens of milliseconds a look. What is kept
here is as long as there are days on which anything begins or ends, and a window asks it for the edges of its bins alone.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dashboard.columns import FAR, Columns, Days, Numbers
from dashboard.events import Lanes

Amounts = NDArray[np.float64]
NOTHING = 1e-7  # what rounding leaves of nothing: a share in a bin is larger


class Shares:
    """How much of some events falls before a day, where each is spread evenly over its days.

    >>> Shares(np.array([0, 4]), np.array([9, 4])).between(np.array([0, 4, 5, 10])).round(1).tolist()
    [0.4, 1.1, 0.5]
    """

    __slots__ = ("_at", "_before", "_level")

    def __init__(self, first: Days, last: Days) -> None:
        """By the first and the last day of each."""
        if not len(first):
            self._at, self._level, self._before = first, np.zeros(0), np.zeros(0)
            return
        share = 1.0 / (last - first + 1)
        days = np.concatenate((first, last + 1))
        order = np.argsort(days, kind="stable")
        days = days[order]
        starts = np.flatnonzero(np.diff(days, prepend=days[:1] - 1))
        self._at = days[starts].astype(np.int64)
        level = np.cumsum(np.add.reduceat(np.concatenate((share, -share))[order], starts))
        level[np.abs(level) < 1e-10] = 0.0
        self._level = level
        self._before = np.cumsum(np.concatenate(([0.0], level[:-1] * np.diff(self._at))))

    def between(self, edges: Numbers) -> Amounts:
        """How much of them falls between each two neighbours of a sorted row of days."""
        if not len(self._at):
            return np.zeros(len(edges) - 1)
        at = np.maximum(np.searchsorted(self._at, edges, "right") - 1, 0)
        found: Amounts = np.diff(self._before[at] + self._level[at] * np.maximum(edges - self._at[at], 0))
        return found


class Band:
    """Three amounts of some events: those of a day, the shares of longer ones, and those of what did not plainly happen.

    What has an open end is in none of them, since only a window says how long it is.
    """

    __slots__ = ("_shares",)

    def __init__(self, columns: Columns) -> None:
        first, last = columns.first, columns.last
        closed = (first != -FAR) & (last != FAR)
        alone = columns.day & columns.happened
        longer = closed & columns.happened & ~columns.day
        self._shares = tuple(Shares(first[some], last[some]) for some in (alone, longer, closed & ~columns.happened))

    def between(self, edges: Numbers) -> Amounts:
        """The three rows of amounts between each two neighbours of a sorted row of days."""
        return np.stack([each.between(edges) for each in self._shares])


class Bands:
    """Events by their lanes, the band of each made when it is asked for. `codes` has the number of its lane for each event."""

    def __init__(self, columns: Columns, lanes: Lanes) -> None:
        self._columns, self._made = columns, dict[int, Band]()
        self.keys, self.codes, self.apart = lanes.keys, lanes.codes, lanes.apart

    @cached_property
    def _by_lane(self) -> tuple[Numbers, Numbers]:
        """The places of all events, lane by lane, and where in them each lane begins."""
        way = np.argsort(self.codes, kind="stable")
        return way, np.searchsorted(self.codes[way], np.arange(len(self.keys) + 1))

    def places(self, lane: int) -> Numbers:
        """The places of the events of a lane."""
        way, starts = self._by_lane
        return way[starts[lane] : starts[lane + 1]]

    def band(self, lane: int) -> Band:
        """Its amounts."""
        if lane not in self._made:
            self._made[lane] = Band(self._columns.taken(self.places(lane)))
        return self._made[lane]
