"""`/first.svg`: what the chart will show, as a picture that stands in its place until the page's scripts have been loaded."""

from __future__ import annotations

from dash import Dash
from flask import Response, request

from dashboard.callbacks import look
from dashboard.figures import figure
from dashboard.library import Library
from dashboard.ruler import ruler
from dashboard.state import State
from dashboard.still import still


def serve_picture(app: Dash, library: Library) -> None:
    """Answer `/first.svg` with the page's own query string and a `width` in pixels."""

    def first() -> Response:
        state = State.read(request.query_string.decode("ascii", "replace"))
        width = request.args.get("width", default=1000, type=int)
        library.refresh()
        seen = look(library, state, min(max(width, 200), 20_000))
        drawn = figure(seen, library.shelf.collection.titles, state.event)
        picture = still(drawn, seen.window, ruler(seen.window, seen.width))
        return Response(picture, mimetype="image/svg+xml")

    app.server.add_url_rule("/first.svg", view_func=first)
