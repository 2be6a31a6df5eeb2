"""The order of events in a file: by date. And where a new one belongs in it. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from timeline.interval import Interval


def sort_key(interval: Interval) -> tuple[float, float]:
    """Order of events: by first possible minute, then by last; an open beginning comes first.

    >>> sort_key(Interval.day(0))
    (0, 1440)
    """
    start = float("-inf") if interval.start is None else interval.start
    end = float("inf") if interval.end is None else interval.end
    return start, end


def places(stand: Sequence[Interval], new: Iterable[Interval]) -> list[int | None]:
    """Before which of those that stand in a file each new one belongs: in order of date where the file is in order.

    None is the end of the file, as for all where it is in no order.

    >>> [may, june, july] = (Interval.day(day) for day in (18400, 18430, 18460))
    >>> places([may, july], [june, july]), places([july, may], [june])
    ([1, None], [None])
    """
    keys = [sort_key(each) for each in stand]
    if keys != sorted(keys):
        return [None for _ in new]
    found = (bisect_right(keys, sort_key(each)) for each in new)
    return [at if at < len(keys) else None for at in found]
