"""Glue of the lists to choose from: what they offer follows what is typed into them."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboard import ids
from dashboard.choices import Option, choices, is_whole
from dashboard.facets import ARTICLE
from dashboard.library import Library

LISTS = {ids.ARTICLES: ARTICLE, **ids.FACETS}
"""The lists to choose from, and what each lists."""
_LONGEST = 200  # characters of what is typed


def register(app: Dash, library: Library) -> None:
    """Let each list look among all of its values for what is typed into it."""
    for name, what in LISTS.items():
        _find(app, library, name, what)


def _find(app: Dash, library: Library, name: str, what: str) -> None:
    @app.callback(
        Output(name, "options", allow_duplicate=True),
        Input(name, "search_value"),
        State(name, "value"),
        prevent_initial_call=True,
    )
    def find(typed: Any, chosen: Any) -> Any:
        if is_whole(library.shelf.collection, what):
            return no_update  # the page has all of it, and looks there itself
        return offered(library, what, chosen, typed)


def offered(library: Library, what: str, chosen: Any, typed: Any = "") -> list[Option]:
    """What a list offers, of what the page tells of it."""
    values = [value for value in chosen if isinstance(value, str)] if isinstance(chosen, list) else []
    return choices(library.shelf.collection, what, values, typed[:_LONGEST] if isinstance(typed, str) else "")
