"""Glue between the page and the pure functions. No logic of its own.

The address of the page is its state. One callback writes it, from whatever the reader did; one reads it and fills
the page. What has to be measured or moved in the browser is in assets/chart.js.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, ctx, no_update

from dashboard import ids, panel
from dashboard import state as states
from dashboard.evidence import evidence
from dashboard.figures import figure
from dashboard.layout import notice, ruler_marks
from dashboard.library import Library
from dashboard.ruler import ruler
from dashboard.view import Filters, View, view, whole


def look(library: Library, state: states.State, width: int) -> View:
    """The view that a state asks for, of the events as they were read last."""
    return view(library.shelf.collection, Filters(state.q, state.articles), state.window, width)


def all_of_it(library: Library, state: states.State) -> states.Window:
    """The window that holds every event that passes the filters."""
    filters = Filters(state.q, state.articles)
    return whole([item.extent for item in library.shelf.collection.items if filters.take(item)])


def register(app: Dash, library: Library) -> None:
    """Add all callbacks to the app."""

    @app.callback(
        Output(ids.URL, "search"),
        Output(ids.SEARCH, "value"),
        Output(ids.ARTICLES, "value"),
        Output(ids.CHART, "clickData"),
        Input(ids.URL, "search"),
        Input(ids.SEARCH, "value"),
        Input(ids.ARTICLES, "value"),
        Input(ids.MOVED, "data"),
        Input(ids.CHART, "clickData"),
        *(Input(button, "n_clicks") for button in ids.BUTTONS),
    )
    def change(search: Any, q: Any, articles: Any, moved: Any, click: Any, *_clicks: Any) -> tuple[Any, Any, Any, Any]:
        now = states.State.read(search)
        cause = ctx.triggered_id or ids.URL
        if cause == ids.URL:
            return no_update, *_unless(now.q, q), *_unless(list(now.articles), articles), no_update
        after = states.after(now, cause, (q, articles, moved, click), look(library, now, 1000).window, all_of_it(library, now))
        return *_unless(after.search(), search), no_update, no_update, None

    @app.callback(
        Output(ids.CHART, "figure"),
        Output(ids.RULER, "children"),
        Output(ids.NOTICE, "children"),
        Output(ids.COUNT, "children"),
        Output(ids.PANEL, "children"),
        Output(ids.DOWNLOAD, "href"),
        Output(ids.SHOWN, "data"),
        Input(ids.URL, "search"),
        Input(ids.SIZE, "data"),
    )
    def show(search: Any, size: Any) -> tuple[Any, ...]:
        if not isinstance(size, int | float) or not 0 < size < 20_000:
            return (no_update,) * 7
        state = states.State.read(search)
        seen = look(library, state, max(int(size), 200))
        titles = dict(library.shelf.collection.titles)
        return (
            figure(seen, titles, state.event),
            ruler_marks(ruler(seen.window, seen.width), seen.window),
            notice(seen, bool(library.shelf.faults)),
            panel.count_line(seen),
            _panel(library, state, seen, titles),
            f"export.csv{replace(state.opened(''), window=seen.window).search()}",
            f"{state.event}/{state.source}",
        )

    browser: Any = app.clientside_callback  # Dash leaves it untyped
    browser(ClientsideFunction("timeline", "measure"), Output(ids.SIZE, "data"), Input(ids.CHART_BOX, "id"))
    browser(ClientsideFunction("timeline", "rest"), Output(ids.MOVED, "data"), Input(ids.CHART, "relayoutData"))
    browser(ClientsideFunction("timeline", "follow"), Input(ids.CHART, "figure"))
    browser(ClientsideFunction("timeline", "reveal"), Input(ids.SHOWN, "data"))


def _unless(new: Any, old: Any) -> tuple[Any]:
    return (no_update if new == (old or type(new)()) else new,)


def _panel(library: Library, state: states.State, seen: View, titles: dict[str, str]) -> list[Any]:
    if not state.event:
        return panel.listing(seen, state, titles)
    item = library.shelf.collection.find(state.event)
    if item is None:
        return panel.missing(state)
    return panel.opened(item, state, [evidence(library, source) for source in item.entry.sources], titles)
