"""The page to print: all events that the filters take, as a chronology with citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dash import Dash
from flask import Response, request, stream_template

from dashboard.callbacks import filters_of
from dashboard.chronology import chronology, narrowed
from dashboard.download import too_many
from dashboard.library import Library
from dashboard.panel import left_out
from dashboard.sifting import sift
from dashboard.state import State
from timeline.errors import UsageError
from timeline.wording import day_words

PATH = "/print"
IN_VIEW = "only=view"  # in the address: not all that the filters take, but what of it is in the window


def add_printing(app: Dash, library: Library) -> None:
    """Serve the page to print, for any query string of the page."""

    def printed() -> Iterator[str] | Response:
        shelf = library.shelf
        state = State.read(request.query_string.decode("ascii", "replace"))
        query, collection = replace(state.opened(""), page=0).query(), shelf.collection
        sifted = sift(collection, filters_of(state, library.words))
        frame = state.window
        seen = sifted.places[sifted.columns.in_window(frame)] if frame is not None else sifted.places
        cut = request.args.get("only") == "view" and frame is not None
        try:
            too_many(library, len(seen if cut else sifted.places))
        except UsageError as error:
            return Response(f"{error}\n", status=413, mimetype="text/plain")
        return stream_template(
            "chronology.html",
            name=library.name,
            told=chronology(collection.whole(seen if cut else sifted.places), collection.titles, shelf.records),
            total=len(collection.items),
            narrowed=narrowed(state, collection.titles),
            left_out=left_out(sifted),
            outside=len(sifted.places) - len(seen),
            cut=cut,
            span=f"{day_words(frame.first)} to {day_words(frame.last)}" if frame is not None else "",
            query=query,
            only=IN_VIEW,
            asset=app.get_asset_url,
        )

    app.server.add_url_rule(PATH, view_func=printed)
