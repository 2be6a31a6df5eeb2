"""On which window a timeline opens, and which holds all of it. Pure."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from dashboard.columns import Numbers
from dashboard.item import Item
from dashboard.state import SHORTEST, Window, window

WIDE = 0.6  # a vague range over this share of the window says nothing about where in it
MOST_OF_THEM = 0.8  # the share of the events that the opening window holds at least
SMALL_PART = 4  # it is taken where the whole is at least so many times as long


def opening(extents: ArrayLike) -> Window:
    """The window on which a timeline opens, by the first and last days of its events: where most of them lie, if that is a
    small part of the whole.

    One event of 1961 would squeeze a story of 2020 into a corner; it is counted as outside the view instead.
    """
    ends = np.asarray(extents, dtype=np.int64).reshape(-1, 2)
    everything = whole(ends)
    middles = np.sort((ends[:, 0] + ends[:, 1]) // 2)
    most = math.ceil(len(middles) * MOST_OF_THEM)
    if most < 2:
        return everything
    first, last = shortest_run(middles, most)
    room = max(last - first + 1, SHORTEST)
    middles = (ends[:, 0] + ends[:, 1]) // 2
    core = ends[(middles >= first) & (middles <= last) & (ends[:, 1] - ends[:, 0] < room)]
    frame = whole(core)
    return frame if len(core) and frame.days * SMALL_PART <= everything.days else everything


def shortest_run(days: Numbers, count: int) -> tuple[int, int]:
    """First and last of the `count` neighbours in a sorted list that lie closest.

    >>> shortest_run(np.array([1, 5, 6, 8]), 2)
    (5, 6)
    """
    at = int(np.argmin(days[count - 1 :] - days[: len(days) - count + 1]))
    return int(days[at]), int(days[at + count - 1])


def whole(extents: ArrayLike) -> Window:
    """The window that holds all of it, by the first and last days of its events, with some air.

    Where vague ranges are not just a few, it is made so long that the widest of them is still drawn.
    """
    ends = np.asarray(extents, dtype=np.int64).reshape(-1, 2)
    if not len(ends):
        return Window(18262, 18627)  # the year 2020: an empty chart needs some axis
    first, last = int(ends[:, 0].min()), int(ends[:, 1].max())
    span = last - first + 1
    long = ends[:, 1] - ends[:, 0] + 1
    wide = long[long > WIDE * span]
    length = max(span, int(int(wide.max()) / WIDE) + 1) if len(wide) * 10 > len(ends) else span
    pad = (length - span) // 2 + max(2, span // 30)
    return window(first - pad, last + pad)


def in_window(item: Item, frame: Window) -> bool:
    """Whether any of its days is in the window: a test by overlap, so nothing that lasted through it is lost."""
    return (item.first is None or item.first <= frame.last) and (item.last is None or item.last >= frame.first)
