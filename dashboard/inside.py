"""Links that stay in the page. assets/inside.js follows them without loading it anew."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.state import State


def inside(children: Any, state: State, **properties: Any) -> Any:
    """A link to another look; unlike dcc.Link it takes a role and all that a screen reader is told.

    >>> inside("Next", State(page=1)).href
    '?page=2'
    """
    named = {name.replace("_", "-"): value for name, value in properties.items()} | {"data-inside": "yes"}
    return html.A(children, href=f"?{state.query()}", **named)
