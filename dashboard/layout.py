"""The page: header, chart, panel. Built anew whenever it is loaded; callbacks fill it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from dash import dcc, html

from dashboard import ids
from dashboard.choices import choices, is_whole
from dashboard.events import Events
from dashboard.facets import ARTICLE, FACETS, LANES, SINGLE
from dashboard.ink import CLEAR
from dashboard.library import Shelf
from dashboard.menu import menu
from dashboard.minimap import minimap
from dashboard.ruler import Ruler
from dashboard.sheet import KEYS as CURATING_KEYS
from dashboard.sheet import curating
from dashboard.state import Window
from dashboard.view import View

_BUTTONS = (
    (ids.EARLIER, "‹", "Earlier"),
    (ids.LATER, "›", "Later"),
    (ids.CLOSER, "+", "Zoom in"),
    (ids.WIDER, "−", "Zoom out"),
    (ids.FIT, "Fit", "Show all events"),
)
CONFIG: Any = {
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": False,
    "showTips": False,
    "showAxisDragHandles": False,
    "responsive": False,
}


def page(name: str, shelf: Shelf, stamp: str = "", *, read_only: bool = False) -> Any:
    """The whole page for the events file of that name; `stamp` tells which state of it that is.

    A `read_only` page has nothing to edit events with.
    """
    main = [
        html.Section(
            [
                _tools(),
                _ruler(),
                _chart(),
                minimap(),
            ],
            className="timeline",
            **_aria("label", "Timeline"),
        ),
        html.Aside(
            [html.Div(id=ids.PANEL, className="panel-inside"), *([] if read_only else [curating()])],
            className="panel",
            **_aria("label", "Events"),
        ),
    ]
    return html.Div(
        [
            dcc.Location(id=ids.URL, refresh=False),
            dcc.Store(id=ids.SIZE),
            dcc.Store(id=ids.MOVED),
            dcc.Store(id=ids.SHOWN),
            dcc.Store(id=ids.WRITTEN),
            dcc.Store(id=ids.SEEN),
            dcc.Store(id=ids.STAMP, data=stamp),
            dcc.Store(id=ids.SETTLED),
            dcc.Store(id=ids.STRIP),
            dcc.Store(id=ids.WHOLE, data=whole_lists(shelf.collection)),
            *(dcc.Store(id=ids.typed_into(name)) for name in ids.LISTS),
            _header(name, shelf),
            html.Div(banner(shelf), id=ids.BANNER),
            html.P(id=ids.CONNECTION, className="banner", role="alert", hidden=True),
            html.Main(main),
            html.Div(id=ids.CARD, className="card", role="tooltip", hidden=True),
            _help(() if read_only else CURATING_KEYS),
        ],
        className="page",
    )


def _aria(name: str, value: str) -> dict[str, Any]:
    return {f"aria-{name}": value}


def _data(name: str, value: float) -> dict[str, Any]:
    return {f"data-{name}": str(value)}


def _header(name: str, shelf: Shelf) -> Any:
    collection = shelf.collection
    search = dcc.Input(
        id=ids.SEARCH, type="search", placeholder='words, "a phrase", -not', debounce=0.3, value="", className="search"
    )
    articles = dcc.Dropdown(
        id=ids.ARTICLES,
        options=choices(collection, ARTICLE),
        value=[],
        multi=True,
        placeholder="all articles",
        className="articles",
        maxHeight=420,
    )
    count = html.P(id=ids.COUNT, role="status", className="count", **_aria("live", "polite"))
    tally = html.Nav(id=ids.TALLY, className="tally", **_aria("label", "Account"))
    return html.Header(
        [
            html.H1([html.Span("Timeline", className="brand"), name]),
            html.Div([html.Label("Search", htmlFor=ids.SEARCH), search], className="field"),
            _field("Articles", ids.ARTICLES, articles, "wide"),
            _filters(collection),
            _lanes(),
            menu(),
            html.A("Print", id=ids.PRINT, href="print", className="download"),
            html.Div([count, _toggles(collection), tally], className="counts"),
        ],
        className="top",
    )


def _filters(collection: Events) -> Any:
    """The facets behind one button, so that the header stays small. One that could narrow nothing is left out."""
    fields = [_facet(element, name, collection) for element, name in ids.FACETS.items()]
    clear = html.Button("Clear all filters", id=ids.CLEAR, type="button", className="clear")
    inside = html.Div([_dates(), html.Div(fields, className="facets"), clear], className="filters-inside")
    return html.Details([html.Summary(filters_told(0), id=ids.FILTERS_TOLD), inside], id=ids.FILTERS, className="filters")


def _dates() -> Any:
    """Two dates that events have to overlap, each with how it was read below it."""
    ends = ((ids.SINCE, ids.SINCE_TOLD, "From", "2020, late May 2020 …"), (ids.UNTIL, ids.UNTIL_TOLD, "To", "any date"))
    fields = [
        html.Div(
            [
                html.Label(label, htmlFor=name),
                dcc.Input(id=name, type="text", value="", debounce=0.4, placeholder=example, className="search"),
                html.P(id=told, className="read", role="status"),
            ],
            className="field",
        )
        for name, told, label, example in ends
    ]
    return html.Fieldset([html.Legend("Dates"), html.Div(fields, className="facets")], className="dates")


def told_date(words: str, faulty: bool) -> list[Any]:
    """How a date that was typed is read, or why it is not."""
    return [html.Span(words, className="fault" if faulty else "")] if words else []


def _facet(element: str, name: str, collection: Events) -> Any:
    options = choices(collection, name)
    chooser = dcc.Dropdown(id=element, options=options, value=[], multi=True, placeholder="any", maxHeight=300)
    return _field(FACETS[name].label, element, chooser, hidden=is_useless(collection, name))


def whole_lists(collection: Events) -> list[str]:
    """The lists that offer all of their values at once, by their ids."""
    return [name for name, what in ids.LISTS.items() if is_whole(collection, what)]


def is_useless(collection: Events, name: str) -> bool:
    """Whether a facet could narrow nothing: each of its values is that of all events."""
    there = int(np.count_nonzero(~collection.traits.hidden))
    return all(count == there for count in collection.counts.get(name, {}).values())


def _field(label: str, element: str, chooser: Any, more: str = "", hidden: bool = False) -> Any:
    """A list to choose from under its label. The list names itself by its value, so a group around it has the label."""
    named: dict[str, Any] = {"id": field_of(element), "role": "group", **_aria("label", label)}
    return html.Div([html.Label(label, htmlFor=element), chooser], className=f"field {more}".strip(), hidden=hidden, **named)


def field_of(element: str) -> str:
    """The id of the field that a list stands in."""
    return f"{element}-field"


def _lanes() -> Any:
    names = {name: FACETS[name].label.lower() for name in LANES if name in FACETS} | {ARTICLE: "articles", SINGLE: "none"}
    options = [{"label": names[name], "value": name} for name in LANES]
    chooser = dcc.Dropdown(id=ids.LANES, options=options, value=LANES[0], clearable=False, searchable=False)
    return _field("Lanes", ids.LANES, chooser, "lanes")


def filters_told(active: int) -> str:
    """What the button of the facets says."""
    return f"Filters ({active} active)" if active else "Filters"


def _toggles(collection: Events) -> Any:
    """What is left out until asked for, and what may be looked at alone, with their counts; nothing where there is none.

    The counts are of all events, where the line before them counts what passes the filters.
    """
    boxes = [
        dcc.Checklist(id=name, options=options, value=[], className="toggles", inline=True)
        for name, options in toggle_options(collection).items()
    ]
    return html.Div([html.Span("In all:", className="count"), *boxes], className="of-file")


def toggle_options(collection: Events) -> dict[str, list[dict[str, str]]]:
    """The one box of each toggle; none where there is nothing to show."""
    told, seen = collection.traits, ~collection.traits.hidden
    each = (
        (ids.REPORTS, int((told.report & seen).sum()), "reports"),
        (ids.REPORTED_ON, int((told.reported_on & seen).sum()), "told without a date"),
        (ids.HIDDEN, int(told.hidden.sum()), "hidden"),
        (ids.CONFLICTS, int((told.disputed & seen).sum()), "only conflicts"),
        (ids.NEW, collection.counts.get("reviewed", {}).get("no", 0), "only new: unreviewed"),
    )
    return {name: [{"label": f"{words} ({count:,})", "value": name}] if count else [] for name, count, words in each}


def banner(shelf: Shelf) -> list[Any]:
    """What is wrong with the file as it is on the disk, while the page shows it as it last was."""
    if not shelf.faults:
        return []
    shown = "Shown is what could be read last." if shelf.entries else "Nothing could be read yet."
    intro = f"The file cannot be read as it is. {shown} Mend it, and the page follows:"
    faults = html.Ul([html.Li(line) for line in shelf.faults[:8]])
    more = [html.P(f"… and {len(shelf.faults) - 8} more")] if len(shelf.faults) > 8 else []
    return [html.Div([html.P(intro), faults, *more], role="alert", className="banner")]


def _tools() -> Any:
    buttons = [html.Button(sign, id=name, title=words, type="button", **_aria("label", words)) for name, sign, words in _BUTTONS]
    buttons.append(html.Button("?", id=ids.HELP_OPEN, title="Help", type="button", **_aria("label", "Help")))
    return html.Div(
        [
            html.Ul(id=ids.LEGEND, className="legend", **_aria("label", "Legend")),
            html.Div(buttons, className="buttons", role="group"),
        ],
        className="tools",
    )


_KEYS = (
    ("/", "search"),
    ("↓ ↑", "next and previous event of the list"),
    ("Enter", "open the event"),
    ("→ ←", "next and previous event, when one is open"),
    ("Esc", "close the event, the filters, or this"),
    ("?", "this help"),
)
_SEARCH = (
    ("ferry pier", "both words, wherever they stand"),
    ('"ran aground"', "these words one after the other"),
    ("-council", "not this word"),
)


def _help(more: Sequence[tuple[str, str]]) -> Any:
    """A dialog that chart.js opens and closes."""
    tables = [
        html.Table([html.Caption(title), html.Tbody([_key_row(key, words) for key, words in rows])])
        for title, rows in (("Keys", _KEYS), ("Editing", more), ("Search", _SEARCH))
        if rows
    ]
    head = html.H2("Help", id="help-title")
    close = html.Button("Close", id=ids.HELP_CLOSE, type="button", className="clear")
    drag = html.P("Drag the chart to move through time, turn the wheel to zoom, click a mark to read its sentence.")
    return html.Dialog([head, drag, *tables, close], id=ids.HELP, className="help", **_aria("labelledby", "help-title"))


def _key_row(key: str, words: str) -> Any:
    return html.Tr([html.Th(html.Kbd(key), scope="row"), html.Td(words)])


def _ruler() -> Any:
    today = html.Span("today", id=ids.TODAY_NAME, className="today-name", hidden=True)
    return html.Div([html.Div(id=ids.RULER, className="ruler"), today], className="ruler-box")


def _chart() -> Any:
    graph = dcc.Graph(id=ids.CHART, figure=blank(), config=CONFIG)
    over = [html.Div(id=ids.NOTES, className="notes"), html.Div(id=ids.TODAY, className="today", hidden=True)]
    area = html.Div([graph, *over], className="chart-area")
    inside, named = [html.Div(id=ids.NOTICE), area], _aria("label", "Chart")
    return html.Div(inside, id=ids.CHART_BOX, className="chart-box", tabIndex="0", role="region", **named)


def blank() -> dict[str, Any]:
    """A figure that shows nothing, until the browser has told how wide the chart is."""
    hidden = {"visible": False}
    return {"data": [], "layout": {"height": 1, "xaxis": hidden, "yaxis": hidden, "paper_bgcolor": CLEAR, "plot_bgcolor": CLEAR}}


def ruler_marks(ruler: Ruler, window: Window) -> list[Any]:
    """The ruler's texts, each at its share of the width; chart.js moves them while the chart is dragged."""
    out: list[Any] = []
    for row, ticks in (("above", ruler.above), ("tick", ruler.ticks)):
        for tick in ticks:
            share = (tick.day - window.first) / window.days
            name = f"{row} middle" if tick.middle else row
            out.append(html.Span(tick.text, className=name, style={"left": f"{share:.4%}"}, **_data("day", tick.day)))
    return out


def notice(view: View, faulty: bool) -> list[Any]:
    """What stands in the place of an empty chart: how to get events, or back to them."""
    if view.shown:
        return []
    if not view.total and not faulty:
        words: list[Any] = [
            html.H2("No events yet"),
            html.P(["Put dated articles into a folder, for example ", html.Code("data/"), ", and run"]),
            html.Pre("timeline build data/"),
            html.P("This page then shows them. Events can also be typed into the file by hand: a date and a title will do."),
        ]
    elif not view.total:
        words = [html.H2("Nothing to show"), html.P("The file could not be read; the lines above say where and why.")]
    else:
        words = [
            html.H2("No event in this view"),
            html.P(["Choose fewer filters, or ", dcc.Link("show all events", href="?"), "."]),
        ]
    return [html.Div(words, className="notice")]
