"""A change of the files shows in the open page: the page asks which state they are in, and is filled anew when it is another."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from flask import Response

from dashboard import ids
from dashboard.choosing import offered
from dashboard.layout import banner, field_of, is_useless, toggle_options, whole_lists
from dashboard.library import Library


def register(app: Dash, library: Library) -> None:
    """Tell the page of changes, and fill what stands in it whatever is shown; the rest follows the stamp by itself."""

    def stamp() -> Response:
        return Response(library.look(), mimetype="text/plain")

    app.server.add_url_rule("/stamp", view_func=stamp)

    @app.callback(
        output={
            "banner": Output(ids.BANNER, "children"),
            "lists": {name: Output(name, "options", allow_duplicate=True) for name in ids.LISTS},
            "whole": Output(ids.WHOLE, "data"),
            "fields": {name: Output(field_of(name), "hidden") for name in ids.FACETS},
            "toggles": {name: Output(name, "options") for name in (*ids.FLAGS, ids.NEW)},
        },
        inputs={
            "stamp": Input(ids.STAMP, "data"),
            "lists": {name: (State(name, "value"), State(name, "search_value")) for name in ids.LISTS},
        },
        prevent_initial_call=True,
    )
    def renew(stamp: Any, lists: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
        shelf = library.refresh()
        collection = shelf.collection
        return {
            "banner": banner(shelf),
            "lists": {name: offered(library, what, *lists[name]) for name, what in ids.LISTS.items()},
            "whole": whole_lists(collection),
            "fields": {name: is_useless(collection, facet) for name, facet in ids.FACETS.items()},
            "toggles": toggle_options(collection),
        }

    browser: Any = app.clientside_callback  # Dash leaves it untyped
    browser(ClientsideFunction("live", "shown"), Input(ids.STAMP, "data"))
