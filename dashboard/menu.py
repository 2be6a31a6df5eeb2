"""The Download menu: a link a format, each with the query string of what is shown."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import ids
from timeline.export import FORMATS, there


def menu() -> Any:
    """The menu behind its button; a callback keeps its links current."""
    return html.Details([html.Summary("Download"), html.Ul(links(""), id=ids.DOWNLOAD)], className="downloads")


def links(search: str) -> list[Any]:
    """A link a format to what a page with this query string ("?…") shows; what cannot be written here is left out."""
    return [
        html.Li(html.A([one.label, html.Span(one.ending, className="quiet")], href=f"export{one.ending}{search}"))
        for name, one in FORMATS.items()
        if there(name)
    ]
