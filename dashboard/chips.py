"""The notes at the lanes, as components over the chart: links that open what a count stands for. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from dash import dcc, html

from dashboard.columns import FAR, Picked
from dashboard.facets import ARTICLE, FACETS
from dashboard.ink import Chip, Drawing, Note
from dashboard.opening import WIDE, shortest_run
from dashboard.packing import shorten
from dashboard.state import State, Window, window
from dashboard.view import Lane, View

LONGEST = 400  # pixels of a lane's title
FEW = 120  # events that are looked for where they lie densest


def notes(view: View, drawing: Drawing, state: State) -> list[Any]:
    """A line for each lane that has something to tell beside its title, or below it."""
    return [_line(note, view, state) for note in drawing.notes]


def _line(note: Note, view: View, state: State) -> Any:
    links = [_link(chip, note.lane, view, state) for chip in note.chips]
    told = [html.Span(words) for words in note.told]
    return html.Div([*links, *told], className="note-line", style={"left": note.left, "top": note.top, "height": note.height})


def _link(chip: Chip, lane: Lane, view: View, state: State) -> Any:
    asked = opens(chip, lane, view, state)
    words: list[Any] = [chip.text, html.Span(f" of {lane.title}", className="unseen")]
    return dcc.Link(words, href=f"?{asked.query()}", className="chip", title=leads(chip, lane, asked, state))


def leads(chip: Chip, lane: Lane, asked: State, state: State) -> str:
    """Where a chip leads: it may choose an article or a name, too, as a filter would."""
    alone = f"only “{shorten(lane.title, LONGEST)}”, as by a filter"
    narrows = (asked.articles, asked.facets) != (state.articles, state.facets)
    if chip.items is lane.folded:
        return f"Show them in a longer span: {alone}" if narrows else "Show them in a longer span"
    return f"Show {alone}" if narrows else "Go to the days where most of them lie"


def opens(chip: Chip, lane: Lane, view: View, state: State) -> State:
    """The look that shows what a chip counts.

    Ranges too wide for the window: the lane's ranges of that precision, in a window wide enough. Events behind a band:
    the lane alone, and where it is alone or can't be, the days on which its events lie densest.
    """
    if chip.items is lane.folded:
        precisions = tuple(sorted(chip.items.events.values("precision", chip.items.places)))
        narrowed = _only(lane, view, state)
        return replace(narrowed, facets={**narrowed.facets, "precision": precisions}, window=unfolding(chip.items))
    alone = _only(lane, view, state)
    if alone.query() != state.query() and len(view.lanes) > 1:
        return replace(alone, window=view.window)
    return replace(alone, window=densest(chip.items))


def _only(lane: Lane, view: View, state: State) -> State:
    """The lane alone, where what makes it can be chosen."""
    closed = state.opened("")
    if not lane.key.isprintable():  # several, or what has none
        return closed
    if view.by == ARTICLE:
        return replace(closed, articles=(lane.key,))
    return replace(closed, facets={**closed.facets, view.by: (lane.key,)}) if view.by in FACETS else closed


def unfolding(items: Picked) -> Window:
    """A window in which these ranges are drawn, each narrow enough to say where in it."""
    lows, highs = items.extents
    low, high = int(lows.min()), int(highs.max())
    span = high - low + 1
    every = items.events.columns
    is_open = bool(((every.first[items.places] == -FAR) | (every.last[items.places] == FAR)).any())
    pad = 2 * span if is_open else int(span * (1 / WIDE - 1) / 2) + 1
    return window(low - max(pad, 3), high + max(pad, 3))


def densest(items: Picked) -> Window:
    """The shortest window that holds a few of these events, and some air."""
    lows, highs = items.extents
    middles = np.sort((lows.astype(np.int64) + highs) // 2)
    first, last = shortest_run(middles, min(FEW, len(middles)))
    air = (last - first) // 30
    return window(first - air, last + air)
