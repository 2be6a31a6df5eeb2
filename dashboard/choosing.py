"""Glue of the lists to choose from: what they offer follows what is typed into them.

The page looks through a list that is whole by itself, and asks for nothing (choosing.js): an answer that comes while
somebody presses keys in a list takes the keyboard out of their hands.
"""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.choices import Option, choices
from dashboard.library import Library

_LONGEST = 200  # characters of what is typed


def register(app: Dash, library: Library) -> None:
    """Let each list look among all of its values for what is typed into it."""
    for name, what in ids.LISTS.items():
        _find(app, library, name, what)


def _find(app: Dash, library: Library, name: str, what: str) -> None:
    @app.callback(
        Output(name, "options", allow_duplicate=True),
        Input(ids.typed_into(name), "data"),
        State(name, "value"),
        prevent_initial_call=True,
    )
    def find(typed: Any, chosen: Any) -> Any:
        return offered(library, what, chosen, typed)

    browser: Any = app.clientside_callback  # Dash leaves it untyped
    browser(
        ClientsideFunction("choosing", "ask"),
        Output(ids.typed_into(name), "data"),
        Input(name, "search_value"),
        State(ids.typed_into(name), "id"),
        State(ids.WHOLE, "data"),
        prevent_initial_call=True,
    )
    browser(ClientsideFunction("choosing", "answered"), Input(name, "options"), State(ids.typed_into(name), "id"))


def offered(library: Library, what: str, chosen: Any, typed: Any = "") -> list[Option]:
    """What a list offers, of what the page tells of it."""
    values = [value for value in chosen if isinstance(value, str)] if isinstance(chosen, list) else []
    return choices(library.shelf.collection, what, values, typed[:_LONGEST] if isinstance(typed, str) else "")
