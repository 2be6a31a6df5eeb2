"""The events in a window: how many each lane has, which are too wide for it, how high its bands are, which may be headlines.

All of it in far less than a step an event: the events are in order of date, so that those of a window are a run of
neighbours, with the few that begin before it or have no beginning; and what a band counts is known for all days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from dashboard.bands import NOTHING, Amounts, Band, Bands
from dashboard.columns import FAR, Columns, Days, Flags, Numbers, Picked
from dashboard.keeping import once
from dashboard.opening import WIDE
from dashboard.sifting import Sifted
from dashboard.state import Window

MOST_HEADS, ALL_HEADS = 400, 1200  # events that the headlines of a lane, and of all, are sought among
WIDEST = 0.3  # of the window: what is wider says little about when
FEW = 1 << 14  # events that are sorted faster than they are found among all
RARE = 1 << 12  # events of a lane that are, too
AT_A_TIME = 1 << 12  # events that are asked at first whether they may be headlines


class Index:
    """Events in order of date, and which of them are not just there on one day; the same for every window."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.lasting = np.flatnonzero(columns.last > columns.low)
        self.endless = np.flatnonzero(columns.first < columns.low)
        self.vague = np.flatnonzero(columns.within | columns.until)
        some = columns.taken(self.vague)
        self._length = np.where(some.until, 2 * FAR, some.last - some.first + 1)  # of what is open, always too long

    @cached_property
    def band(self) -> Band:
        """The amounts of all events."""
        return Band(self.columns)

    @cached_property
    def foremost(self) -> Numbers:
        """The events in order of importance."""
        return np.argsort(self.columns.rank)

    def long(self, run: slice, days: int) -> Numbers:
        """The vague ones of a run that last longer than so many days."""
        some = _part(self.vague, run)
        return self.vague[some][self._length[some] > days]


def _part(places: Numbers, run: slice) -> slice:
    """Where in a row of places those of a run stand."""
    first, last = np.searchsorted(places, (run.start, run.stop))
    return slice(int(first), int(last))


def index_of(sifted: Sifted) -> Index:
    """The index of the events that pass the filters."""
    return once(sifted.kept, "index", lambda: Index(sifted.columns))


class Shown:
    """The events in a window. Places are those among the events that pass the filters.

    All that begin in the window are `run`; `apart` are those before and behind it that reach into it. `wide` are the vague
    ones that are too wide for the window.
    """

    def __init__(self, sifted: Sifted, frame: Window) -> None:
        self.sifted, self.frame, self.index = sifted, frame, index_of(sifted)
        columns = self.columns = sifted.columns
        ends = np.array((frame.first, frame.last + 1), dtype=columns.low.dtype)  # of another kind, all days would be copied first
        low, high = np.searchsorted(columns.low, ends).tolist()
        self.run = slice(low, high)
        before = self.index.lasting[_part(self.index.lasting, slice(0, low))]
        behind = self.index.endless[_part(self.index.endless, slice(high, len(columns)))]
        self.apart = before[columns.last[before] >= frame.first], behind[columns.first[behind] <= frame.last]
        maybe = self._with_apart(self.index.long(self.run, int(WIDE * frame.days)))
        self.wide = maybe[columns.taken(maybe).wide(frame, WIDE)]
        self.alone = len(self) - len(self.wide)

    def __len__(self) -> int:
        before, behind = self.apart
        return int(self.run.stop) - int(self.run.start) + len(before) + len(behind)

    def _with_apart(self, of_the_run: Numbers) -> Numbers:
        before, behind = self.apart
        return np.concatenate((before, of_the_run, behind))

    @cached_property
    def places(self) -> Numbers:
        """All of them, in order of date."""
        return self._with_apart(np.arange(self.run.start, self.run.stop))

    def fold_what_has_no_day(self) -> None:
        """A band counts days: what only has a last one is in no bin of it."""
        vague = self._with_apart(self.index.vague[_part(self.index.vague, self.run)])
        self.wide = np.union1d(self.wide, vague[self.columns.until[vague]])

    def counts(self, codes: Days, count: int) -> Numbers:
        """How many of them have each of so many numbers."""
        return np.bincount(codes[self.run], minlength=count) + np.bincount(codes[self._with_apart(_NONE)], minlength=count)

    def picked(self, which: Callable[[], Numbers], count: int) -> Picked:
        """Some of them; nobody looks which before they are asked for."""
        return Picked(self.sifted.events, lambda: self.sifted.places[which()], count)

    def has(self, some: Numbers) -> Flags:
        """Which of some places are in the window."""
        found: Flags = (self.columns.first[some] <= self.frame.last) & (self.columns.last[some] >= self.frame.first)
        return found


_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Parts:
    """What of a window falls to each of its lanes: `own` are their numbers among all of `bands`, and -1 that of the rest.

    `counts` is how many events each of all lanes has in the window.
    """

    shown: Shown
    bands: Bands
    own: Sequence[int]
    counts: Numbers

    @cached_property
    def number_of(self) -> Days:
        """For each of all lanes the number of the one here in which its events stand."""
        rest = self.own.index(-1) if -1 in self.own else 0
        found = np.full(len(self.counts), rest, dtype=np.int32)
        for number, code in enumerate(self.own):
            if code >= 0:
                found[code] = number
        return found

    @cached_property
    def everything(self) -> Numbers:
        """How many events each has in the window."""
        found = np.array([self.counts[code] if code >= 0 else 0 for code in self.own], dtype=np.int64)
        if -1 in self.own:
            found[self.own.index(-1)] = len(self.shown) - int(found.sum())
        return found

    def lanes_of(self, places: Numbers) -> Days:
        """The numbers of the lanes in which some events stand."""
        return self.number_of[self.bands.codes[places]]

    def drawn_and_folded(self) -> Iterator[tuple[Picked, Picked]]:
        """Of each lane the events that are drawn, and those that are too wide for it."""
        shown = self.shown
        lanes = self.lanes_of(shown.wide)
        folded = np.bincount(lanes, minlength=len(self.own))
        for number, (count, wide) in enumerate(zip(self.everything.tolist(), folded.tolist(), strict=True)):
            yield (
                shown.picked(partial(self._drawn, number), count - wide),
                shown.picked(partial(np.extract, lanes == number, shown.wide), wide),
            )

    def _drawn(self, number: int) -> Numbers:
        every, wide = self._all_of(number), self.shown.wide
        return np.delete(every, np.searchsorted(every, wide[self.lanes_of(wide) == number]))

    def _all_of(self, number: int) -> Numbers:
        """The events of a lane in the window. Many are not looked through for one lane of them that is known."""
        code, shown = self.own[number], self.shown
        if code < 0 or len(shown) <= FEW:
            found: Numbers = shown.places[self.lanes_of(shown.places) == number]
            return found
        every, (before, behind) = self.bands.places(code), shown.apart
        codes = self.bands.codes
        return np.concatenate((before[codes[before] == code], every[_part(every, shown.run)], behind[codes[behind] == code]))

    # ------------------------------------------------------------ bins

    def bins(self, step: int) -> Iterator[Amounts]:
        """Of each lane for each bin of so many days: events of a day, shares of longer ones, and of what did not plainly happen.

        What is too wide is in none. What reaches over an edge of the window is spread over its days inside.
        """
        edges = edges_of(self.shown.frame, step)
        made = {code: self.bands.band(code).between(edges) for code in self.own if code >= 0}
        if -1 in self.own:
            made[-1] = self.shown.index.band.between(edges) - sum(made.values())
        over = over_the_edge(self.shown)
        some = np.union1d(over, self.shown.wide)
        kept, lanes = np.isin(some, self.shown.wide, invert=True), self.lanes_of(some)
        for number, code in enumerate(self.own):
            own = lanes == number
            yield mended(self.shown, made[code], some[own], kept[own], edges)

    # ------------------------------------------------------------ headlines

    def heads(self) -> list[Numbers]:
        """Those of each lane that matter most, the first of them first, among what is narrow enough for a headline."""
        most = min(MOST_HEADS, ALL_HEADS // max(len(self.own), 1))
        found: list[list[Numbers]] = [[] for _ in self.own]
        wanted = np.minimum(self.everything, most)
        for number in np.flatnonzero((self.everything > 0) & (self.everything <= RARE)).tolist():
            some = self._narrow(self._all_of(number))
            found[number].append(some[np.argsort(self.shown.columns.rank[some])][:most])
            wanted[number] = 0
        for places in self._foremost() if wanted.any() else ():
            some = self._narrow(places)
            lanes = self.lanes_of(some)
            for number in np.flatnonzero(wanted).tolist():
                found[number].append(some[lanes == number][: wanted[number]])
                wanted[number] -= len(found[number][-1])
            if not wanted.any():
                break
        return [np.concatenate((_NONE, *each)) for each in found]

    def _narrow(self, some: Numbers) -> Numbers:
        columns, frame = self.shown.columns.taken(some), self.shown.frame
        return some[columns.narrow(frame, WIDEST) & ~columns.wide(frame, WIDE) & ~columns.until]

    def _foremost(self) -> Iterator[Numbers]:
        """The events in the window in order of importance, some at a time, and more each time."""
        shown = self.shown
        if len(shown) <= FEW:
            yield shown.places[np.argsort(shown.columns.rank[shown.places])]
            return
        order, begin, size = shown.index.foremost, 0, AT_A_TIME
        while begin < len(order):
            some = order[begin : begin + size]
            yield some[shown.has(some)]
            begin, size = begin + size, size * 2


def edges_of(frame: Window, step: int) -> Numbers:
    """The first days of all bins, and the day behind the last."""
    return np.minimum(frame.first + step * np.arange(-(-frame.days // step) + 1), frame.last + 1)


def amounts_of(shown: Shown, step: int) -> Amounts:
    """As `Parts.bins`, of all events in the window, with what is too wide."""
    edges, over = edges_of(shown.frame, step), over_the_edge(shown)
    return mended(shown, shown.index.band.between(edges), over, np.ones(len(over), dtype=np.bool_), edges)


def over_the_edge(shown: Shown) -> Numbers:
    """The places of those that reach over the window's first or last day, in order."""
    of_the_run = shown.index.lasting[_part(shown.index.lasting, shown.run)]
    endless = shown.index.endless[_part(shown.index.endless, shown.run)]
    inside = np.union1d(of_the_run[shown.columns.last[of_the_run] > shown.frame.last], endless)
    return np.concatenate((shown.apart[0], inside, shown.apart[1]))


def mended(shown: Shown, amounts: Amounts, places: Numbers, kept: Flags, edges: Numbers) -> Amounts:
    """The amounts of a band in the window: of these places with what is inside of it, where they are kept, else without them."""
    if len(places):
        some, frame = shown.columns.taken(places), shown.frame
        amounts = amounts - Band(some).between(edges) + Band(some.taken(kept).cut(frame)).between(edges)
    return np.where(amounts > NOTHING, amounts, 0.0)
