"""What is in view, lane by lane, with every count: the one seam between the page and its data.

Pure: no file, no colour, no pixel but the width it is given. A query engine could stand behind it.
Every event of the collection is in exactly one of `shown`, `outside`, `reports`, `filtered`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from dashboard.facets import ARTICLE, FACETS, SINGLE
from dashboard.items import BY_HAND, Collection, Item, Kind
from dashboard.search import fits
from dashboard.state import SHORTEST, Window, window

MOST_MARKS = 260  # more in view are drawn as bands: redrawing more marks takes a browser over half a second
MOST_LANES = 24
MOST_BANDS = 12
WIDE = 0.6  # a vague range over this share of the window says nothing about where in it
BIN = 6  # pixels of a bin, at least
OTHERS = "\x00others"  # no name and no path can be one of these
NONE = "\x00none"
MOST_OF_THEM = 0.8  # the share of the events that the opening window holds at least
SMALL_PART = 4  # it is taken where the whole is at least so many times as long


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for. An event passes what it has any chosen value of; nothing chosen takes all.
    `conflicts` takes only what the sources date differently.

    `words` is a query as search.py reads it; `facets` has the chosen values by the names of facets.py; `days` are the first
    and the last day of a range that an event has to overlap, None for an open end.
    """

    words: str = ""
    articles: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reports: bool = False
    conflicts: bool = False
    days: tuple[int | None, int | None] = (None, None)

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values that are asked for, of a facet or of the articles."""
        return self.articles if name == ARTICLE else self.facets.get(name, ())

    def match(self, item: Item) -> bool:
        """Whether the event has what is looked for, be it a report or not."""
        if self.conflicts and not item.others:
            return False
        low, high = self.days
        if (low is not None and item.last is not None and item.last < low) or (
            high is not None and item.first is not None and item.first > high
        ):
            return False
        for name in (ARTICLE, *self.facets):
            wanted = self.chosen(name)
            if wanted and not any(value in wanted for value in item.values(name)):
                return False
        return fits(self.words, item.words)

    def take(self, item: Item) -> bool:
        """Whether the event passes: reports do where they are asked for."""
        return (self.reports or not item.is_report) and self.match(item)


@dataclass(frozen=True, slots=True)
class Bin:
    """A few days of a band: events of one day in them, and the share of longer ones that falls on them.

    `unsure` is the same of what is planned, denied or claimed, of any length, which is in neither.
    """

    days: int
    spread: float
    unsure: float = 0.0


@dataclass(frozen=True, slots=True)
class Lane:
    """Events in view that have one thing in common: `drawn` one by one or in `bins`, and `folded` into a line of text.

    `key` is the article, the person …; NONE for what has none, OTHERS for the smallest ones put together.
    """

    key: str
    title: str
    drawn: tuple[Item, ...]
    folded: tuple[Item, ...]
    bins: tuple[Bin, ...] = ()

    @property
    def count(self) -> int:
        """Events of the lane in view."""
        return len(self.drawn) + len(self.folded)


@dataclass(frozen=True, slots=True)
class View:
    """A look at a collection. `dense` tells that the lanes have bins, each of `step` days.

    `reports` are those left out because nobody asked for them. `by` is what the lanes are made by; `ranks` gives each
    of their keys its place, in view or not, so that its colour stays.
    """

    window: Window
    width: int
    lanes: tuple[Lane, ...]
    shown: tuple[Item, ...]
    outside: int
    filtered: int
    reports: int = 0
    dense: bool = False
    step: int = 1
    by: str = ARTICLE
    ranks: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Events in the file."""
        return len(self.shown) + self.outside + self.reports + self.filtered

    @property
    def folded(self) -> int:
        """Events in view that only a line of text tells."""
        return sum(len(lane.folded) for lane in self.lanes)


def view(collection: Collection, filters: Filters, wanted: Window | None, width: int, by: str = ARTICLE) -> View:
    """What is in the window (or, without one, in the opening window) on a chart `width` pixels wide."""
    matching = [item for item in collection.items if filters.match(item)]
    passed = matching if filters.reports else [item for item in matching if not item.is_report]
    frame = wanted if wanted is not None else opening(passed)
    shown = tuple(item for item in passed if in_window(item, frame))
    folded = {item.key for item in shown if is_wide(item, frame)}
    dense = len(shown) - len(folded) > MOST_MARKS
    step = max(1, -(-frame.days * BIN // max(width, 1)))
    ranks = _places(collection.titles if by in (ARTICLE, SINGLE) else collection.counts.get(by, {}))
    lanes = _lanes(shown, folded, _grouping(collection, filters, by), MOST_BANDS if dense else MOST_LANES)
    if dense:
        lanes = tuple(_with_bins(lane, frame, step) for lane in lanes)
    return View(
        frame,
        width,
        lanes,
        shown,
        outside=len(passed) - len(shown),
        filtered=len(collection.items) - len(matching),
        reports=len(matching) - len(passed),
        dense=dense,
        step=step,
        by=by,
        ranks=ranks,
    )


def opening(items: Iterable[Item]) -> Window:
    """The window on which a timeline opens: where most of its events lie, if that is a small part of the whole.

    One event of 1961 would squeeze a story of 2020 into a corner; it is counted as outside the view instead.
    """
    extents = [item.extent for item in items]
    everything = whole(extents)
    middles = sorted((low + high) // 2 for low, high in extents)
    most = math.ceil(len(middles) * MOST_OF_THEM)
    if most < 2:
        return everything
    first, last = min(runs_of(middles, most), key=lambda ends: ends[1] - ends[0])
    room = max(last - first + 1, SHORTEST)
    core = [(low, high) for low, high in extents if first <= (low + high) // 2 <= last and high - low < room]
    frame = whole(core)
    return frame if core and frame.days * SMALL_PART <= everything.days else everything


def runs_of(days: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """First and last of each run of `count` neighbours in a sorted list."""
    return zip(days, days[count - 1 :], strict=False)


def whole(extents: Sequence[tuple[int, int]]) -> Window:
    """The window that holds all of it, with some air.

    Where vague ranges are not just a few, it is made so long that the widest of them is still drawn.
    """
    if not extents:
        return Window(18262, 18627)  # the year 2020: an empty chart needs some axis
    first, last = min(low for low, _ in extents), max(high for _, high in extents)
    span = last - first + 1
    wide = [high - low + 1 for low, high in extents if high - low + 1 > WIDE * span]
    length = max(span, int(max(wide) / WIDE) + 1) if len(wide) * 10 > len(extents) else span
    pad = (length - span) // 2 + max(2, span // 30)
    return window(first - pad, last + pad)


def in_window(item: Item, frame: Window) -> bool:
    """Whether any of its days is in the window: a test by overlap, so nothing that lasted through it is lost."""
    return (item.first is None or item.first <= frame.last) and (item.last is None or item.last >= frame.first)


def is_wide(item: Item, frame: Window) -> bool:
    """Whether it is a vague range too wide to say where in the window; of an open one, its part in view counts."""
    if item.kind is not Kind.WITHIN:
        return False
    first = item.first if item.first is not None else min(frame.first, item.extent[1])
    last = item.last if item.last is not None else max(frame.last, item.extent[0])
    if item.first is None or item.last is None:
        first, last = max(first, frame.first), min(last, frame.last)
    return last - first + 1 > WIDE * frame.days


@dataclass(frozen=True, slots=True)
class _Grouping:
    """Which lane an event stands in, what the lanes are called, and in which order they come."""

    lane: Callable[[Item], str]
    title: Callable[[str], str]
    order: Mapping[str, int]
    noun: str


def _grouping(collection: Collection, filters: Filters, by: str) -> _Grouping:
    if by == SINGLE:
        return _Grouping(lambda item: SINGLE, lambda key: "All events", {}, "")
    counts = collection.counts.get(by, {})
    chosen = filters.chosen(by)

    def lane(item: Item) -> str:
        """Of several, one that was chosen; of several people the one who is in most events."""
        having = item.values(by)
        some = [value for value in having if value in chosen] or having
        if by == ARTICLE or not some:
            return some[0] if some else NONE
        return max(some, key=lambda value: counts.get(value, 0))  # the first of equals

    if by == ARTICLE:
        titles = collection.titles
        names = [*(path for path in titles if path != BY_HAND), OTHERS, BY_HAND]
        return _Grouping(lane, lambda key: titles.get(key, key), _places(names), "articles")
    facet = FACETS[by]
    names = [*counts, OTHERS, NONE]
    return _Grouping(lane, lambda key: facet.none if key == NONE else facet.word(key), _places(names), facet.noun)


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def _lanes(shown: Iterable[Item], folded: set[str], grouping: _Grouping, most: int) -> tuple[Lane, ...]:
    groups: dict[str, list[Item]] = {}
    for item in shown:
        groups.setdefault(grouping.lane(item), []).append(item)
    names = {key: grouping.title(key) for key in groups}
    if len(groups) > most:
        smallest = sorted((key for key in groups if key not in (BY_HAND, NONE)), key=lambda key: (len(groups[key]), key))
        merged = smallest[: len(groups) - most + 1]
        groups[OTHERS] = sorted((item for key in merged for item in groups.pop(key)), key=lambda item: item.extent)
        names[OTHERS] = f"{len(merged)} other {grouping.noun}"
    return tuple(
        Lane(
            key,
            names[key],
            tuple(item for item in groups[key] if item.key not in folded),
            tuple(item for item in groups[key] if item.key in folded),
        )
        for key in sorted(groups, key=lambda key: grouping.order.get(key, 0))
    )


def _with_bins(lane: Lane, frame: Window, step: int) -> Lane:
    """Bins for the lane: an event of a day counts in its bin, a longer one by the share of its days in view."""
    size = -(-frame.days // step)
    days = [0] * size
    # Differences of the shares, so that a long event costs no more than a short one.
    spread, unsure = [0.0] * (size + 1), [0.0] * (size + 1)
    for item in lane.drawn:
        first = max(item.first if item.first is not None else frame.first, frame.first)
        last = min(item.last if item.last is not None else frame.last, frame.last)
        low, high = (first - frame.first) // step, (last - frame.first) // step
        if item.kind is Kind.DAY and item.happened:
            days[low] += 1
            continue
        slope = spread if item.happened else unsure
        share = 1 / (last - first + 1)
        _add(slope, low, low, (min(last, frame.first + (low + 1) * step - 1) - first + 1) * share)
        if high > low:
            _add(slope, low + 1, high - 1, step * share)
            _add(slope, high, high, (last - frame.first - high * step + 1) * share)
    bins = tuple(Bin(*each) for each in zip(days, _sums(spread), _sums(unsure), strict=True))
    return Lane(lane.key, lane.title, lane.drawn, lane.folded, bins)


def _sums(slope: list[float]) -> list[float]:
    """The levels that differences lead to; what rounding leaves of nothing is nothing."""
    return [level if level > 1e-9 else 0.0 for level in accumulate(slope[:-1])]


def _add(slope: list[float], low: int, high: int, amount: float) -> None:
    if low <= high:
        slope[low] += amount
        slope[high + 1] -= amount
