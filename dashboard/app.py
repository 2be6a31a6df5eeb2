"""The dashboard as an application: `create_app(path)` makes it, `run(app, host, port)` serves it."""

from __future__ import annotations

import html
import logging
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from dash import Dash
from flask import has_request_context, request

from dashboard import choosing, curating, environment, guard, live, mounted, settling
from dashboard.callbacks import register
from dashboard.download import serve_downloads
from dashboard.layout import page
from dashboard.library import Library, Readings, Shelf
from dashboard.picture import serve_picture
from dashboard.printing import add_printing
from dashboard.waiting import First, serve_waiting
from timeline.desk import Desk
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
_READING = "timeline-reading"
_METAS = [
    {"name": "viewport", "content": "width=device-width, initial-scale=1"},
    {"name": "color-scheme", "content": "light dark"},
]


def create_app(
    path: Path,
    words: Words | None = None,
    readings: Readings | None = None,
    *,
    read_only: bool = False,
    prefix: str = "/",
    origins: Collection[str] = (),
    token: str = "",
    corpus: Path | None = None,
) -> Dash:
    """The dashboard of one events file; `words` reads dates that are typed in words, `readings` knows other readings of phrases.

    The page follows every change of the file. Where it is not `read_only`, people edit events in it, and say when
    undated articles were published; nothing else is ever written, and nothing is fetched from anywhere but this app.

    Behind a proxy it is below the path `prefix`, and at one of the addresses `origins`. With a `token`, only who says it
    sees anything. With a `corpus`, its folder, the page draws all of that, with the entries of the file over it.
    """
    environment.forget()
    desk = None if read_only else Desk(path, words)
    library = Library(path, words, readings, desk.load if desk is not None else None, corpus)
    app = Dash(
        "dashboard",
        assets_folder=str(Path(__file__).parent / "assets"),
        index_string=_INDEX,
        meta_tags=_METAS,
        title=_markup(f"{library.name} · timeline"),
        update_title="",
        serve_locally=True,
        include_assets_files=True,
        assets_ignore=r"^first\.js$",  # the page names it itself, ahead of all others
        assets_external_path="",
        requests_pathname_prefix=prefix,
        routes_pathname_prefix="/",
        use_pages=False,
        compress=False,
        suppress_callback_exceptions=False,
        enable_mcp=False,
        add_log_handler=False,
    )
    _no_dev_tools(app)
    app.validation_layout = page("", Shelf(), read_only=read_only)  # Dash writes it into its template, where texts would be read
    app.layout = lambda: _layout(library.name, library, read_only=read_only)
    register(app, library, may_write=not read_only)
    choosing.register(app, library)
    live.register(app, library)
    if desk is not None:
        curating.register(app, library, desk, words)
        settling.register(app, library, desk)
    serve_downloads(app, library)
    add_printing(app, library)
    serve_picture(app, library)
    guard.protect(app, origins, token, prefix)
    app.server.extensions[_READING] = serve_waiting(app, library)
    app.server.wsgi_app = mounted.mounted(app.server.wsgi_app, prefix)
    return app


def _layout(name: str, library: Library, *, read_only: bool) -> Any:
    """The page for the browser that asks for it; Dash itself looks at it, too, and should not wait for a large file."""
    asked = has_request_context() and request.path == "/_dash-layout"
    return page(name, library.refresh(), library.stamp, read_only=read_only) if asked else page("", Shelf(), read_only=read_only)


def _markup(text: str) -> str:
    """A text as the template of the page shows it, which puts in what it is given as it is.

    >>> _markup("<b>{%config%}.yaml")
    '&lt;b&gt;&#123;%config%}.yaml'
    """
    return html.escape(text).replace("{", "&#123;")


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


def run(app: Dash, host: str, port: int, announce: Callable[[str], object]) -> None:
    """Serve until interrupted; `announce` is told the address once it is listened on. Port 0 takes a free one.

    Raises OSError where the address cannot be listened on.
    """
    from waitress import create_server  # type: ignore[import-untyped]

    guard.trust(app, host)
    reading: First = app.server.extensions[_READING]
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a line a request that waits helps nobody
    largest = guard.LARGEST + 1  # a body that is too large is refused before it is read
    server = create_server(app.server, host=host, port=port, threads=8, ident=None, max_request_body_size=largest)
    shown = f"[{host}]" if ":" in host else host
    reading.begin()
    path = app.config.requests_pathname_prefix
    announce(f"http://{shown}:{server.effective_port}{path if path != '/' else ''}")
    server.run()
