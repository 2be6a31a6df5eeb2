"""What is in view, lane by lane, with every count: what the page is given of the events.

Pure: no file, no colour, no pixel but the width it is given. What stands behind it is `events.py`'s to say.
Every event of the collection is in exactly one of `shown`, `outside`, `reports`, `reported_on`, `hidden`, `filtered`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from dashboard.bands import Bands
from dashboard.columns import Numbers, Picked
from dashboard.events import Events, Lanes, Ranked
from dashboard.facets import ARTICLE, FACETS, SINGLE
from dashboard.filters import Filters
from dashboard.item import BY_HAND, NONE, OTHERS, Item
from dashboard.items import lane_of
from dashboard.keeping import once
from dashboard.packing import shorten
from dashboard.shown import Parts, Shown
from dashboard.sifting import Sifted, sift
from dashboard.state import Window

MOST_MARKS = 260  # more in view are drawn as bands: redrawing more marks takes a browser over half a second
MOST_LANES = 24
MOST_BANDS = 12
BIN = 6  # pixels of a bin, at least
MOST_BINS = 1900  # of all bands together, however wide the chart is: each is sent to the browser
LONGEST = 1200  # pixels of a lane's title: no chart shows more of it


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
    drawn: Picked
    folded: Picked
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
    shown: Picked
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


def view(events: Events, filters: Filters, wanted: Window | None, width: int, by: str = ARTICLE) -> View:
    """What is in the window (or, without one, in the opening window) on a chart `width` pixels wide.

    The last one of each filter is kept: a page that is loaded asks for it twice, for its first picture and for the chart.
    """
    sifted = sift(events, filters)
    asked, last = (wanted, width, by), sifted.kept.get("view")
    if last is None or last[0] != asked:
        last = sifted.kept["view"] = asked, _view(sifted, filters, wanted, width, by)
    found: View = last[1]
    return found


def _view(sifted: Sifted, filters: Filters, wanted: Window | None, width: int, by: str) -> View:
    events, frame = sifted.events, wanted if wanted is not None else sifted.opening
    shown = Shown(sifted, frame)
    dense = shown.alone > MOST_MARKS
    if dense:
        shown.fold_what_has_no_day()
    grouping = _grouping(events, filters, by)
    bands = _bands(sifted, filters, by)
    counts = shown.counts(bands.codes, len(bands.keys))
    count = min(int(np.count_nonzero(counts)), MOST_BANDS)
    step = max(1, -(-frame.days * BIN // max(width, 1)), -(-frame.days * count // MOST_BINS))
    lanes = _lanes(shown, bands, counts, grouping, step if dense else 0)
    return View(
        frame,
        width,
        lanes,
        shown.picked(lambda: shown.places, len(shown)),
        outside=len(sifted.places) - len(shown),
        filtered=sifted.filtered,
        reports=sifted.reports,
        reported_on=sifted.reported_on,
        hidden=sifted.hidden,
        dense=dense,
        step=step,
        by=by,
        ranks=_order(events, "" if by in (ARTICLE, SINGLE) else by),
        lane_of=partial(_lane_of, grouping, {lane.key for lane in lanes}),
    )


def _lane_of(grouping: _Grouping, there: Set[str], item: Item) -> str:
    key = grouping.lane(item)
    return key if key in there else OTHERS


@dataclass(frozen=True, slots=True)
class _Grouping:
    """Which lane an event stands in, what the lanes are called, and in which order they come."""

    lane: Callable[[Item], str]
    title: Callable[[str], str]
    order: Callable[[str], int]
    noun: str


def _grouping(events: Events, filters: Filters, by: str) -> _Grouping:
    if by == SINGLE:
        return _Grouping(lambda item: SINGLE, lambda key: "All events", lambda key: 0, "")
    order = _order(events, "" if by == ARTICLE else by)
    lane = lane_of(events, by, filters.chosen(by))
    count = len(order)
    if by == ARTICLE:
        titles, last = events.titles, {OTHERS: count, BY_HAND: count + 1}
        return _Grouping(lane, lambda key: titles.get(key, key), _At(order, last), "articles")
    facet, last = FACETS[by], {OTHERS: count, NONE: count + 1}
    return _Grouping(lane, lambda key: facet.none if key == NONE else facet.word(key), _At(order, last), facet.noun)


class _At:
    """The places of lanes: of those that come last, else of all others."""

    def __init__(self, order: Mapping[str, int], last: Mapping[str, int]) -> None:
        self._order, self._last = order, last

    def __call__(self, key: str) -> int:
        return self._last[key] if key in self._last else self._order.get(key, 0)


def _order(events: Events, by: str) -> Mapping[str, int]:
    """The places of the values of a facet among all of them, or of the articles among theirs."""
    names = events.counts.get(by, {}) if by else events.titles
    if isinstance(names, Ranked):
        return names.ranks
    return once(events.kept, ("order", by), lambda: {name: place for place, name in enumerate(names)})


def _bands(sifted: Sifted, filters: Filters, by: str) -> Bands:
    """The lanes of all events that pass; the same for every window."""

    def work() -> Bands:
        if by == SINGLE:
            return Bands(sifted.columns, Lanes([SINGLE], np.zeros(len(sifted.places), dtype=np.int32)))
        found = sifted.events.lanes(by, filters.chosen(by))
        every = len(sifted.places) == len(found.codes)
        return Bands(sifted.columns, found if every else replace(found, codes=found.codes[sifted.places]))

    return once(sifted.kept, ("bands", by), work)


def _lanes(shown: Shown, bands: Bands, counts: Numbers, grouping: _Grouping, step: int) -> tuple[Lane, ...]:
    """The lanes in their order, the smallest put together where there are too many; with a `step` bins of so many days."""
    own = _own(bands, counts, MOST_BANDS if step else MOST_LANES)
    merged = int(np.count_nonzero(counts)) - len(own)
    codes = {bands.keys[code]: code for code in own.tolist()} | ({OTHERS: -1} if merged else {})
    final = sorted(codes, key=grouping.order)
    named = (grouping.title(key) if key != OTHERS else f"{merged} other {grouping.noun}" for key in final)
    titles = [shorten(title, LONGEST) for title in named]
    parts = Parts(shown, bands, [codes[key] for key in final], counts)
    lanes = [Lane(key, title, *some) for key, title, some in zip(final, titles, parts.drawn_and_folded(), strict=True)]
    if not step:
        return tuple(lanes)
    bins = (tuple(map(Bin, amounts[0].round().astype(int).tolist(), *amounts[1:].tolist())) for amounts in parts.bins(step))
    heads = (Picked(shown.sifted.events, shown.sifted.places[some]) for some in parts.heads())
    return tuple(replace(lane, bins=own, heads=some) for lane, own, some in zip(lanes, bins, heads, strict=True))


def _own(bands: Bands, counts: Numbers, most: int) -> Numbers:
    """The numbers of the keys that have a lane of their own: all, or those that most events in view have."""
    there = np.flatnonzero(counts)
    if len(there) <= most:
        return there
    apart = np.array([code for code in bands.apart if counts[code]], dtype=np.int64)
    some = there[~np.isin(there, apart)]
    room = max(most - 1 - len(apart), 0)
    least = np.partition(counts[some], len(some) - room)[len(some) - room] if room else 0
    larger, equal = some[counts[some] > least], some[counts[some] == least]
    return np.concatenate((larger, equal[len(equal) - room + len(larger) :], apart))
