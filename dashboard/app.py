"""The dashboard as an application: `create_app(path)` makes it, `run(app, host, port)` serves it."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dash import Dash
from flask import Response, request, send_file

from dashboard import guard
from dashboard.callbacks import all_of_it, look, register
from dashboard.figures import figure
from dashboard.layout import page
from dashboard.library import Library
from dashboard.ruler import ruler
from dashboard.state import State
from dashboard.still import still
from timeline.notation import Words

_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
{%favicon%}
{%css%}
</head>
<body>
<script src="assets/first.js"></script>
<noscript>This page draws its timeline with JavaScript, all of it from this machine.</noscript>
{%app_entry%}
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""
_METAS = [
    {"name": "viewport", "content": "width=device-width, initial-scale=1"},
    {"name": "color-scheme", "content": "light dark"},
]


def create_app(path: Path, words: Words | None = None) -> Dash:
    """The dashboard of one events file; `words` reads dates that are typed in words.

    The file is looked at again whenever the page is loaded. Nothing is ever written, and nothing is fetched from
    anywhere but this app.
    """
    library = Library(path, words)
    app = Dash(
        "dashboard",
        assets_folder=str(Path(__file__).parent / "assets"),
        index_string=_INDEX,
        meta_tags=_METAS,
        title=f"{path.name} · timeline",
        update_title="",
        serve_locally=True,
        include_assets_files=True,
        assets_ignore=r"^first\.js$",  # the page names it itself, ahead of all others
        assets_external_path="",
        use_pages=False,
        compress=False,
        suppress_callback_exceptions=False,
        enable_mcp=False,
        add_log_handler=False,
    )
    _no_dev_tools(app)
    app.layout = lambda: page(path.name, library.refresh())
    register(app, library)
    _add_download(app, library)
    _add_picture(app, library)
    guard.protect(app)
    return app


def _no_dev_tools(app: Dash) -> None:
    """Switch off what the environment could switch on: the debugger, reloading, messages with code in them."""
    app.enable_dev_tools(
        debug=False,
        dev_tools_ui=False,
        dev_tools_props_check=False,
        dev_tools_serve_dev_bundles=False,
        dev_tools_hot_reload=False,
        dev_tools_silence_routes_logging=False,
        dev_tools_disable_version_check=True,
        dev_tools_prune_errors=False,
        dev_tools_validate_callbacks=False,
    )
    app.server.debug = False


def _add_download(app: Dash, library: Library) -> None:
    def export_csv() -> Response:
        """Exactly the events that the page shows for the same query string; without a window, all of them."""
        from timeline.export import csv

        asked = State.read(request.query_string.decode("ascii", "replace"))
        seen = look(library, replace(asked, window=asked.window or all_of_it(library, asked)), 1000)
        stream = io.StringIO(newline="")
        csv.write((item.entry for item in seen.shown), stream)
        content = io.BytesIO(stream.getvalue().encode("utf-8"))
        name = f"{library.path.stem}.csv"
        return send_file(content, mimetype="text/csv", as_attachment=True, download_name=name, max_age=0)

    app.server.add_url_rule("/export.csv", view_func=export_csv)


def _add_picture(app: Dash, library: Library) -> None:
    def first_picture() -> Response:
        """What the chart will show, as a picture that needs no script."""
        state = State.read(request.query_string.decode("ascii", "replace"))
        width = request.args.get("width", default=1000, type=int)
        library.refresh()
        seen = look(library, state, min(max(width, 200), 20_000))
        drawn = figure(seen, dict(library.shelf.collection.titles), state.event)
        picture = still(drawn, seen.window, ruler(seen.window, seen.width))
        return Response(picture, mimetype="image/svg+xml", headers={"Cache-Control": "no-store"})

    app.server.add_url_rule("/first.svg", view_func=first_picture)


def run(app: Dash, host: str, port: int, announce: Callable[[str], object]) -> None:
    """Serve until interrupted; `announce` is told the address once it is listened on. Port 0 takes a free one.

    Raises OSError where the address cannot be listened on.
    """
    from waitress import create_server  # type: ignore[import-untyped]

    guard.trust(app, host)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a line a request that waits helps nobody
    server = create_server(app.server, host=host, port=port, threads=8, ident=None)
    shown = f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{server.effective_port}")
    server.run()
