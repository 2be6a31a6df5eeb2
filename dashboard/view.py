"""What is in view, lane by lane, with every count: the one seam between the page and its data.

Pure: no file, no colour, no pixel but the width it is given. A query engine could stand behind it.
Every event of the collection is in exactly one of `shown`, `outside`, `reports`, `reported_on`, `hidden`, `filtered`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import partial
from typing import Any

import numpy as np

from dashboard.columns import Columns, Numbers, Picked, candidates, columns_of
from dashboard.facets import ARTICLE, FACETS, SINGLE
from dashboard.items import BY_HAND, Collection, Item
from dashboard.packing import shorten
from dashboard.search import fits
from dashboard.state import SHORTEST, Window, window

MOST_MARKS = 260  # more in view are drawn as bands: redrawing more marks takes a browser over half a second
MOST_LANES = 24
MOST_BANDS = 12
WIDE = 0.6  # a vague range over this share of the window says nothing about where in it
BIN = 6  # pixels of a bin, at least
MOST_BINS = 1900  # of all bands together, however wide the chart is: each is sent to the browser
MOST_HEADS, ALL_HEADS = 400, 1200  # events that the headlines of a lane, and of all, are sought among
LONGEST = 1200  # pixels of a lane's title: no chart shows more of it
WIDEST = 0.3  # of the window: what is wider says little about when
LOOKS_KEPT = 12  # filters whose events are kept
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
    reported_on: bool = False
    hidden: bool = False

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
        """Whether the event passes: what stands apart does where it is asked for."""
        return self.asks(item) and self.match(item)

    def asks(self, item: Item) -> bool:
        """Whether events of its kind are asked for: reports, what is told without a date, hidden ones."""
        apart = (self.reports or not item.is_report) and (self.reported_on or not item.is_reported_on)
        return apart and (self.hidden or not item.hidden)


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

    Of a lane with bins, `heads` are the drawn ones that matter most and are narrow enough to be headlines, those first.

    `key` is the article, the person …; NONE for what has none, OTHERS for the smallest ones put together.
    """

    key: str
    title: str
    drawn: Sequence[Item]
    folded: Sequence[Item]
    bins: tuple[Bin, ...] = ()
    heads: Sequence[Item] = ()

    @property
    def count(self) -> int:
        """Events of the lane in view."""
        return len(self.drawn) + len(self.folded)


@dataclass(frozen=True, slots=True)
class View:
    """A look at a collection. `dense` tells that the lanes have bins, each of `step` days.

    `reports` and `reported_on` are those left out because nobody asked for them, `hidden` those that a person hid,
    whatever else they are. `by` is what the lanes are made by; `ranks` gives each of their keys its place, in view or
    not, so that its colour stays. `lane_of` tells the key of the lane in which an event in view stands.
    """

    window: Window
    width: int
    lanes: tuple[Lane, ...]
    shown: Sequence[Item]
    outside: int
    filtered: int
    reports: int = 0
    hidden: int = 0
    dense: bool = False
    step: int = 1
    by: str = ARTICLE
    ranks: Mapping[str, int] = field(default_factory=dict)
    reported_on: int = 0
    lane_of: Callable[[Item], str] = field(default=lambda item: OTHERS, compare=False)

    @property
    def total(self) -> int:
        """Events in the file."""
        return len(self.shown) + self.outside + self.reports + self.reported_on + self.hidden + self.filtered

    @property
    def folded(self) -> int:
        """Events in view that only a line of text tells."""
        return sum(len(lane.folded) for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class Sifted:
    """The events that pass the filters, in order of date, and how many don't; the same for every window.

    `kept` has what was worked out of them once.
    """

    items: tuple[Item, ...]
    columns: Columns
    filtered: int
    reports: int
    reported_on: int
    hidden: int
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def opening(self) -> Window:
        """The window on which the timeline opens."""
        if "opening" not in self.kept:
            self.kept["opening"] = opening(self.items)
        found: Window = self.kept["opening"]
        return found

    @property
    def whole(self) -> Window:
        """The window that holds all of them."""
        if "whole" not in self.kept:
            self.kept["whole"] = whole([item.extent for item in self.items])
        found: Window = self.kept["whole"]
        return found


def sift(collection: Collection, filters: Filters) -> Sifted:
    """The events that pass; kept for the looks that follow, since a zoom changes no filter."""
    last: dict[Any, Sifted] = collection.kept.setdefault("sifted", {})
    given = tuple(repr(getattr(filters, each.name)) for each in fields(filters))
    if given not in last:
        if len(last) >= LOOKS_KEPT:
            last.clear()
        last[given] = _sift(collection, filters)
    return last.get(given) or _sift(collection, filters)


def _sift(collection: Collection, filters: Filters) -> Sifted:
    chosen = {name: filters.chosen(name) for name in (ARTICLE, *filters.facets)}
    matching = [item for item in candidates(collection, filters.words, chosen) if filters.match(item)]
    visible = [item for item in matching if filters.hidden or not item.hidden]
    passed = [item for item in visible if filters.asks(item)]
    apart = [item for item in visible if not filters.asks(item)]
    return Sifted(
        tuple(passed),
        columns_of(collection, passed),
        filtered=len(collection.items) - len(matching),
        reports=sum(item.is_report for item in apart),
        reported_on=sum(item.is_reported_on for item in apart),
        hidden=len(matching) - len(visible),
    )


def view(collection: Collection, filters: Filters, wanted: Window | None, width: int, by: str = ARTICLE) -> View:
    """What is in the window (or, without one, in the opening window) on a chart `width` pixels wide.

    The last one of each filter is kept: a page that is loaded asks for it twice, for its first picture and for the chart.
    """
    sifted = sift(collection, filters)
    asked, last = (wanted, width, by), sifted.kept.get("view")
    if last is None or last[0] != asked:
        last = sifted.kept["view"] = asked, _view(collection, sifted, filters, wanted, width, by)
    found: View = last[1]
    return found


def _view(collection: Collection, sifted: Sifted, filters: Filters, wanted: Window | None, width: int, by: str) -> View:
    frame = wanted if wanted is not None else sifted.opening
    seen = sifted.columns.in_window(frame)
    shown = Shown(sifted.items, seen, sifted.columns.taken(seen), frame)
    dense = shown.alone > MOST_MARKS
    if dense:
        shown.fold_what_has_no_day()
    ranks = _order(collection, "" if by in (ARTICLE, SINGLE) else by)
    grouping = _grouping(collection, filters, by)
    keys, codes = _standing(sifted, grouping, by)
    bands = min(int(np.count_nonzero(np.bincount(codes[seen]))), MOST_BANDS)
    step = max(1, -(-frame.days * BIN // max(width, 1)), -(-frame.days * bands // MOST_BINS))
    lanes = _lanes(shown, keys, codes[seen], grouping, step if dense else 0)
    return View(
        frame,
        width,
        lanes,
        Picked(sifted.items, seen),
        outside=len(sifted.items) - len(seen),
        filtered=sifted.filtered,
        reports=sifted.reports,
        reported_on=sifted.reported_on,
        hidden=sifted.hidden,
        dense=dense,
        step=step,
        by=by,
        ranks=ranks,
        lane_of=partial(_lane_of, grouping, {lane.key for lane in lanes}),
    )


def _lane_of(grouping: _Grouping, there: Set[str], item: Item) -> str:
    key = grouping.lane(item)
    return key if key in there else OTHERS


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
    order = _order(collection, "" if by == ARTICLE else by)
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
        return _Grouping(
            lane, lambda key: titles.get(key, key), {**order, OTHERS: len(order), BY_HAND: len(order) + 1}, "articles"
        )
    facet = FACETS[by]
    last = {OTHERS: len(order), NONE: len(order) + 1}
    return _Grouping(lane, lambda key: facet.none if key == NONE else facet.word(key), {**order, **last}, facet.noun)


def _order(collection: Collection, by: str) -> Mapping[str, int]:
    """The places of the values of a facet among all of them, or of the articles among theirs."""
    if ("order", by) not in collection.kept:
        names = collection.counts.get(by, {}) if by else collection.titles
        collection.kept["order", by] = {name: place for place, name in enumerate(names)}
    found: Mapping[str, int] = collection.kept["order", by]
    return found


def _standing(sifted: Sifted, grouping: _Grouping, by: str) -> tuple[list[str], Numbers]:
    """The keys of the lanes, sorted, and the number of its key for each event; the same for every window."""
    if by not in sifted.kept:
        lanes = [grouping.lane(item) for item in sifted.items]
        numbers = {key: number for number, key in enumerate(sorted(set(lanes)))}
        sifted.kept[by] = list(numbers), np.array([numbers[key] for key in lanes], dtype=np.int64)
    found: tuple[list[str], Numbers] = sifted.kept[by]
    return found


class Shown:
    """The events in a window with their columns, and which of them are too wide for it."""

    def __init__(self, items: Sequence[Item], seen: Numbers, columns: Columns, frame: Window) -> None:
        """`seen` are the places of those in the window, among all `items`; the columns have only theirs."""
        self.items, self.seen, self.columns, self.frame = items, seen, columns, frame
        self.wide = columns.wide(frame, WIDE)
        self.alone = len(seen) - int(self.wide.sum())

    def fold_what_has_no_day(self) -> None:
        """A band counts days: what only has a last one is in no bin of it."""
        self.wide = self.wide | self.columns.until

    def lane(self, key: str, title: str, places: Numbers, step: int, heads: int) -> Lane:
        """The lane of the events at these places, with bins of `step` days and so many heads, or without where it is 0."""
        wide = self.wide[places]
        narrow = places[~wide]
        drawn, folded = self.picked(narrow), self.picked(places[wide])
        if not step:
            return Lane(key, title, drawn, folded)
        own = self.columns.taken(narrow)
        bins = binned(own, self.frame, step)
        return Lane(key, title, drawn, folded, bins, self.picked(narrow[own.foremost(self.frame, WIDEST, heads)]))

    def picked(self, places: Numbers) -> Picked:
        """The events at these places of those in the window."""
        return Picked(self.items, self.seen[places])


def _lanes(shown: Shown, keys: list[str], codes: Numbers, grouping: _Grouping, step: int) -> tuple[Lane, ...]:
    """The lanes in their order, the smallest put together where there are too many."""
    counts = np.bincount(codes, minlength=len(keys))
    there = np.flatnonzero(counts)
    most = MOST_BANDS if step else MOST_LANES
    merged = there[:0]
    if len(there) > most:
        some = there[[keys[code] not in (BY_HAND, NONE) for code in there.tolist()]]
        merged = some[np.argsort(counts[some], kind="stable")[: len(there) - most + 1]]
    own = {keys[code]: code for code in np.setdiff1d(there, merged).tolist()}
    final = sorted([*own, *([OTHERS] if len(merged) else [])], key=lambda key: grouping.order.get(key, 0))
    lane_of = np.full(len(keys), final.index(OTHERS) if len(merged) else 0, dtype=np.int64)
    for number, key in enumerate(final):
        if key != OTHERS:
            lane_of[own[key]] = number
    lanes = lane_of[codes]
    order = np.argsort(lanes.astype(np.int16), kind="stable")  # of short numbers it takes a tenth of the time
    ends = np.cumsum(np.bincount(lanes, minlength=len(final)))
    named = {key: grouping.title(key) if key != OTHERS else f"{len(merged)} other {grouping.noun}" for key in final}
    titles = {key: shorten(title, LONGEST) for key, title in named.items()}
    parts = zip(final, np.split(order, ends), strict=False)  # behind the last end there is nothing
    heads = min(MOST_HEADS, ALL_HEADS // max(len(final), 1))
    return tuple(shown.lane(key, titles[key], places, step, heads) for key, places in parts)


def binned(columns: Columns, frame: Window, step: int) -> tuple[Bin, ...]:
    """Bins of so many days: an event of a day counts in its bin, a longer one by the share of its days in view."""
    return tuple(map(Bin, *columns.bins(frame, step)))
