"""Which places of an article are no prose, asked many times: regions in order, none of which overlaps another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timeline.model import INLINE, Region


class Furniture:
    """The regions of one article.

    >>> furniture = Furniture([Region(0, 9, "dateline"), Region(30, 40, "address")])
    >>> furniture.at(3).why, furniture.at(9), furniture.without((0, 60), 20, 26)
    ('dateline', None, (9, 60))
    """

    def __init__(self, regions: Sequence[Region]) -> None:
        self._regions = regions
        self._starts = [region.start for region in regions]
        self._blocks = [region for region in regions if region.why not in INLINE]
        self._block_starts = [region.start for region in self._blocks]

    def at(self, place: int) -> Region | None:
        """The region that holds a place."""
        index = bisect_right(self._starts, place) - 1
        return self._regions[index] if index >= 0 and place < self._regions[index].end else None

    def without(self, span: tuple[int, int], start: int, end: int) -> tuple[int, int]:
        """The span without the dateline or the like that stands in it before or behind `[start, end)`."""
        low, high = span
        before = bisect_left(self._block_starts, start) - 1
        if before >= 0 and low < self._blocks[before].end <= start:
            low = self._blocks[before].end
        behind = bisect_left(self._block_starts, end)
        if behind < len(self._blocks) and self._blocks[behind].start < high:
            high = self._blocks[behind].start
        return low, high
