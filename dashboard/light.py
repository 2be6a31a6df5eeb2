"""Long lists without a component an element: the browser makes them from data, as plain elements (assets/light.js).

Dash's renderer takes seconds to replace a list of a thousand components; the browser itself takes milliseconds for
the same elements. The text stays text: light.js writes it as such, and takes no tag and no attribute but a few.
"""

from __future__ import annotations

import json
from typing import Any

from dash.development.base_component import Component

_TAGS = {"Link": "a"}
_NAMES = {"className": "class", "tabIndex": "tabindex"}


def light(parent: Any) -> Any:
    """The component without its children, which it has as data instead.

    >>> from dash import html
    >>> getattr(light(html.Ul([html.Li("Talks", className="new")])), "data-light")
    '[["li",{"class":"new"},["Talks"]]]'
    """
    children = _list(getattr(parent, "children", None))
    parent.children = None
    setattr(parent, "data-light", json.dumps([_plain(child) for child in children], ensure_ascii=False, separators=(",", ":")))
    return parent


def _plain(node: Any) -> Any:
    if not isinstance(node, Component):
        return str(node)
    told: dict[str, Any] = node.to_plotly_json()  # type: ignore[no-untyped-call]
    given = {_NAMES.get(name, name): value for name, value in told["props"].items() if name != "children" and value is not None}
    if told["type"] == "Link":
        given["data-link"] = "yes"
    inner = [_plain(child) for child in _list(told["props"].get("children"))]
    return [_TAGS.get(told["type"], told["type"].lower()), given, inner]


def _list(children: Any) -> list[Any]:
    return [] if children is None else list(children) if isinstance(children, list | tuple) else [children]
