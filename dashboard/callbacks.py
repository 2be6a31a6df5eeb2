"""Glue between the page and the pure functions. No logic of its own.

The address of the page is its state. One callback writes it, from whatever the reader did; one reads it and fills
the page. What has to be measured or moved in the browser is in assets/chart.js.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from dashboard import drawer, ids, panel
from dashboard import state as states
from dashboard.chips import notes
from dashboard.choosing import offered
from dashboard.daterange import date_range
from dashboard.evidence import evidence
from dashboard.figures import drawn, laid_out
from dashboard.filters import Filters
from dashboard.layout import filters_told, notice, ruler_marks, told_date
from dashboard.legend import legend
from dashboard.library import Library
from dashboard.listed import ordered
from dashboard.menu import links
from dashboard.minimap import filled, strip
from dashboard.otherwise import otherwise
from dashboard.ruler import ruler
from dashboard.sifting import sift
from dashboard.view import View, view
from timeline.curate import facts
from timeline.notation import Words


def look(library: Library, state: states.State, width: int) -> View:
    """The view that a state asks for, of the events as they were read last."""
    return view(library.shelf.collection, filters_of(state, library.words), state.window, width, state.lanes)


def filters_of(state: states.State, words: Words | None = None) -> Filters:
    """What a state lets through; `words` reads dates that are typed in words."""
    days = date_range(state.since, state.until, words)
    return Filters(
        state.q,
        state.articles,
        state.facets,
        reports=state.reports,
        conflicts=state.conflicts,
        days=(days.first, days.last),
        hidden=state.hidden,
        reported_on=state.reported_on,
    )


def all_of_it(library: Library, state: states.State) -> states.Window:
    """The window that holds every event that passes the filters."""
    return sift(library.shelf.collection, filters_of(state, library.words)).whole


def seen_of(library: Library, key: str) -> dict[str, Any] | None:
    """An event as the page shows it, with its key; None where there is none."""
    entry = library.shelf.own.get(key)
    if entry is None and key and library.corpus is not None and (item := library.shelf.collection.find(key)) is not None:
        return {"key": item.key, "facts": facts(library.shelf.own.get(item.key, item.entry))}
    return None if entry is None else {"key": key, "facts": facts(entry)}


CONTROLS = (ids.SEARCH, ids.ARTICLES, *ids.FACETS, *ids.FLAGS, ids.NEW, ids.SINCE, ids.UNTIL, ids.LANES)
"""What holds a value that the address holds, too."""


def values_of(state: states.State) -> dict[str, Any]:
    """The values of all controls at a state."""
    return {
        ids.SEARCH: state.q,
        ids.ARTICLES: list(state.articles),
        **{name: list(state.facets.get(facet, ())) for name, facet in ids.FACETS.items()},
        **{flag: [flag] if state.has(flag) else [] for flag in ids.FLAGS},
        ids.NEW: [ids.NEW] if state.only_new else [],
        ids.SINCE: state.since,
        ids.UNTIL: state.until,
        ids.LANES: state.lanes,
    }


def _windows(library: Library, state: states.State) -> tuple[states.Window, states.Window]:
    sifted = sift(library.shelf.collection, filters_of(state, library.words))
    return state.window or sifted.opening, sifted.whole


def register(app: Dash, library: Library, *, may_write: bool = True) -> None:
    """Add all callbacks to the app; `may_write` says that the page has what writes."""

    @app.callback(
        output={
            "search": Output(ids.URL, "search"),
            "controls": {name: Output(name, "value") for name in CONTROLS},
            "lists": {name: Output(name, "options") for name in ids.LISTS},
            "click": Output(ids.CHART, "clickData"),
            "written": Output(ids.WRITTEN, "data"),
        },
        inputs={
            "search": Input(ids.URL, "search"),
            "controls": {name: Input(name, "value") for name in CONTROLS},
            "moved": Input(ids.MOVED, "data"),
            "click": Input(ids.CHART, "clickData"),
            "clicks": [Input(button, "n_clicks") for button in ids.BUTTONS],
            "written": State(ids.WRITTEN, "data"),
        },
    )
    def change(search: Any, controls: dict[str, Any], moved: Any, click: Any, clicks: Any, written: Any) -> dict[str, Any]:
        now = states.State.read(search)
        cause = ctx.triggered_id or ids.URL
        untouched = dict.fromkeys(controls, no_update)
        if cause == ids.URL:
            own = search is not None and search == written  # somebody may be typing on: nothing is read back
            filled = untouched if own else _filled(now, controls)
            lists = _offered(library, filled)
            return {
                "search": no_update,
                "controls": filled,
                "lists": lists,
                "click": no_update,
                "written": written if own else None,
            }
        value = {**controls, ids.MOVED: moved, ids.CHART: click}.get(cause)
        after = states.after(now, cause, value, *_windows(library, now)).at_first_page_unless_like(now)
        filled = _filled(after, controls) if cause in ids.SHARED else untouched
        query = after.search()
        lists = _offered(library, filled)
        return {"search": _unless(query, search), "controls": filled, "lists": lists, "click": None, "written": query}

    @app.callback(
        Output(ids.CHART, "figure"),
        Output(ids.RULER, "children"),
        Output(ids.NOTICE, "children"),
        Output(ids.COUNT, "children"),
        Output(ids.FILTERS_TOLD, "children"),
        Output(ids.PANEL, "children"),
        Output(ids.DOWNLOAD, "children"),
        Output(ids.SHOWN, "data"),
        Output(ids.NOTES, "children"),
        Output(ids.LEGEND, "children"),
        Output(ids.STRIP, "data"),
        Output(ids.SINCE_TOLD, "children"),
        Output(ids.UNTIL_TOLD, "children"),
        Output(ids.TALLY, "children"),
        Output(ids.SEEN, "data"),
        Input(ids.URL, "search"),
        Input(ids.SIZE, "data"),
        Input(ids.STAMP, "data"),
    )
    def show(search: Any, size: Any, _stamp: Any) -> tuple[Any, ...]:
        if not isinstance(size, int | float) or not 0 < size < 20_000:
            return (no_update,) * 15
        library.refresh()
        state = states.State.read(search)
        seen = look(library, state, max(int(size), 200))
        titles = library.shelf.collection.titles
        drawing = drawn(seen, titles, state.event)
        days = date_range(state.since, state.until, library.words)
        return (
            laid_out(seen, drawing),
            ruler_marks(ruler(seen.window, seen.width), seen.window),
            notice(seen, bool(library.shelf.faults)),
            panel.count_line(seen),
            filters_told(state.narrowed),
            _panel(library, state, seen, titles, may_write),
            links(replace(state.showing(""), window=seen.window).search()),
            f"{state.event or state.at or f'~{state.show}'.rstrip('~')}/{state.source}{_reading_on(state)}",
            notes(seen, drawing, state),
            legend(seen, drawing),
            filled(strip(library.shelf.collection, filters_of(state, library.words)), seen.window, seen.width),
            told_date(days.since, days.faulty[0]),
            told_date(days.until, days.faulty[1]),
            drawer.tally(library.shelf.account, state, of_corpus=library.corpus is not None),
            seen_of(library, state.event),
        )

    browser: Any = app.clientside_callback  # Dash leaves it untyped
    browser(ClientsideFunction("timeline", "measure"), Output(ids.SIZE, "data"), Input(ids.CHART_BOX, "id"))
    browser(ClientsideFunction("timeline", "rest"), Output(ids.MOVED, "data"), Input(ids.CHART, "relayoutData"))
    browser(ClientsideFunction("timeline", "follow"), Input(ids.CHART, "figure"))
    browser(ClientsideFunction("minimap", "settle"), Input(ids.STRIP, "data"))
    browser(ClientsideFunction("timeline", "reveal"), Input(ids.SHOWN, "data"))
    browser(ClientsideFunction("printing", "link"), Output(ids.PRINT, "href"), Input(ids.URL, "search"))


def _filled(state: states.State, controls: dict[str, Any]) -> dict[str, Any]:
    """What the controls have to show at a state; those that do are left alone."""
    shown = values_of(state)
    return {name: _unless(shown[name], value) for name, value in controls.items()}


def _reading_on(state: states.State) -> str:
    return "" if state.text is None else f".{state.text}"


def _offered(library: Library, filled: dict[str, Any]) -> dict[str, Any]:
    """What the lists offer that are filled: a value that a list does not offer is dropped by it."""
    return {
        name: no_update if filled[name] is no_update else offered(library, what, filled[name]) for name, what in ids.LISTS.items()
    }


def _unless(new: Any, old: Any) -> Any:
    return no_update if new == (old or type(new)()) else new


def _panel(library: Library, state: states.State, seen: View, titles: Mapping[str, str], may_write: bool) -> list[Any]:
    if not state.event and state.show and (told := drawer.drawer(library, state, may_write)):
        return told
    if not state.event:
        return panel.listing(seen, state, titles)
    item = library.shelf.collection.find(state.event)
    if item is None:
        return panel.missing(state)
    found = [evidence(library, source) for source in item.entry.sources]
    teller = library.shelf.collection.find(item.entry.reported_by) if item.entry.reported_by else None
    chosen = found[min(state.source, len(found) - 1)] if found else None
    others = otherwise(chosen, library.readings) if chosen is not None else []
    return panel.opened(item, state, found, titles, teller, ordered(seen.shown, state.sort), others)
