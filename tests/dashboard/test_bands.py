"""What a window shows, lane by lane, is what going through all its events one by one would find."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.bands import Bands
from dashboard.columns import FAR, Columns, Numbers
from dashboard.events import Lanes
from dashboard.items import collect
from dashboard.opening import WIDE
from dashboard.shown import WIDEST, Parts, Shown, amounts_of
from dashboard.sifting import Sifted
from dashboard.state import Window

LANES = 5
FRAMES = Window(-200, 1_300), Window(0, 400), Window(300, 340), Window(395, 395), Window(600, 5_000), Window(9_000, 9_100)


def some(count: int, seed: int) -> Columns:
    """Made-up events of a thousand days in order of date: of days, short and long ranges, open ones, and a few of a year."""
    rng = np.random.default_rng(seed)
    sort = rng.choice(7, size=count, p=[0.5, 0.2, 0.1, 0.1, 0.04, 0.04, 0.02])
    length = np.select([sort == 1, sort == 2, sort == 3, sort == 6], [3, 31, rng.integers(0, 50, count), 365], 0)
    low = rng.integers(0, 1_000, count)
    high = low + length
    order = np.lexsort((high, low))
    sort, low, high = sort[order], low[order].astype(np.int32), high[order].astype(np.int32)
    first, last = np.where(sort == 4, -FAR, low).astype(np.int32), np.where(sort == 5, FAR, high).astype(np.int32)
    until = (sort == 4) & (rng.random(count) < 0.5)
    within = np.isin(sort, (2, 3, 4, 5, 6)) & ~until & (rng.random(count) < 0.8)
    happened = rng.random(count) < 0.9
    return Columns(first, last, low, high, within, sort == 0, happened, until, rng.permutation(count).astype(np.int32))


def parts(columns: Columns, frame: Window, *, dense: bool = True) -> tuple[Parts, Numbers]:
    """The events in lanes of very different size, of which one is shown with the rest; and the lane of each."""
    count = len(columns)
    codes = np.minimum(np.random.default_rng(1).geometric(0.6, count) - 1, LANES - 1).astype(np.int32)
    sifted = Sifted(collect([]), np.arange(count), columns, 0, 0, 0, 0)
    shown = Shown(sifted, frame)
    if dense:
        shown.fold_what_has_no_day()
    bands = Bands(columns, Lanes([str(code) for code in range(LANES)], codes))
    own = [2, -1, 0, 4, 1]
    return Parts(shown, bands, own, shown.counts(codes, LANES)), np.array(
        [own.index(code if code != 3 else -1) for code in codes]
    )


def added_up(columns: Columns, which: Numbers, frame: Window, step: int) -> list[list[float]]:
    """The bins of some events, a day at a time."""
    bins = np.zeros((3, -(-frame.days // step)))
    for at in which.tolist():
        first, last = max(int(columns.first[at]), frame.first), min(int(columns.last[at]), frame.last)
        row = 2 if not columns.happened[at] else 0 if columns.day[at] else 1
        np.add.at(bins[row], (np.arange(first, last + 1) - frame.first) // step, 1 / (last - first + 1))
    return [[pytest.approx(each, abs=1e-6) for each in row] for row in bins.tolist()]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("count", [0, 1, 30, 600])
@pytest.mark.parametrize("step", [1, 7, 500])
def test_bands_are_what_their_events_add_up_to(frame: Window, count: int, step: int) -> None:
    columns = some(count, count)
    made, lanes = parts(columns, frame)
    there = (columns.first <= frame.last) & (columns.last >= frame.first)
    folded = columns.wide(frame, WIDE) | columns.until
    for number, amounts in enumerate(made.bins(step)):
        assert amounts.tolist() == added_up(columns, np.flatnonzero(there & ~folded & (lanes == number)), frame, step)
    assert amounts_of(made.shown, step).tolist() == added_up(columns, np.flatnonzero(there), frame, step)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("count", [0, 1, 600, 60_000])
@pytest.mark.parametrize("dense", [True, False])
def test_each_event_in_the_window_is_in_its_lane_once(frame: Window, count: int, dense: bool) -> None:
    columns = some(count, count)
    made, lanes = parts(columns, frame, dense=dense)
    there = (columns.first <= frame.last) & (columns.last >= frame.first)
    folded = columns.wide(frame, WIDE) | (columns.until & dense)
    assert len(made.shown) == there.sum()
    assert made.shown.places.tolist() == np.flatnonzero(there).tolist()
    assert made.shown.alone == (there & ~columns.wide(frame, WIDE)).sum()
    for number, (drawn, wide) in enumerate(made.drawn_and_folded()):
        own = there & (lanes == number)
        assert (len(drawn), len(wide)) == ((own & ~folded).sum(), (own & folded).sum())
        assert drawn.places.tolist() == np.flatnonzero(own & ~folded).tolist()
        assert wide.places.tolist() == np.flatnonzero(own & folded).tolist()


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("count", [0, 1, 600, 60_000])
def test_the_headlines_of_a_lane_are_its_most_important_narrow_events(frame: Window, count: int) -> None:
    columns = some(count, count)
    made, lanes = parts(columns, frame)
    there = (columns.first <= frame.last) & (columns.last >= frame.first)
    narrow = columns.narrow(frame, WIDEST) & ~columns.wide(frame, WIDE) & ~columns.until
    for number, heads in enumerate(made.heads()):
        own = np.flatnonzero(there & narrow & (lanes == number))
        best = own[np.argsort(columns.rank[own])]
        assert heads.tolist() == best[: len(heads)].tolist()
        assert len(heads) >= min(len(best), 240)
