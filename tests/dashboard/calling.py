"""Calls of callbacks as the page makes them, for any of an app's callbacks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

Values = Mapping[str, Any]
"""Values by "element.property" (of a kind of elements, by its type), where they are not as in a fresh page."""


def server_calls(app: Any) -> dict[str, Any]:
    """The callbacks that the server answers, by their outputs."""
    return {name: one for name, one in app.callback_map.items() if "callback" in one}


def body_of(
    name: str, callback: Mapping[str, Any], values: Values, elements: Mapping[str, list[dict[str, str]]]
) -> dict[str, Any]:
    """A call with these values; `elements` has the ids of what stands in the page of each kind."""

    def one(ident: Any, prop: str, kind: str) -> dict[str, Any]:
        value = ident if prop == "id" else values.get(f"{kind}.{prop}")
        return {"id": ident, "property": prop, "value": value}

    def told(listed: Any, *, bare: bool = False) -> Iterator[Any]:
        for each in listed:
            ident, prop = each["id"], each["property"]
            if ident.startswith("{"):
                kind = json.loads(ident)["type"]
                some = [one(found, prop, kind) for found in elements.get(kind, [])]
            else:
                some = [one(ident, prop, ident)]
            for each_one in some if bare else ():
                each_one.pop("value")
            yield some if ident.startswith("{") else some[0]

    names = name[2:-2].split("...") if name.startswith("..") else [name]
    outputs = [{"id": ident, "property": prop} for ident, _, prop in (each.rpartition(".") for each in names)]
    given = list(told(outputs, bare=True))
    return {
        "output": name,
        "outputs": given if name.startswith("..") else given[0],
        "inputs": list(told(callback["inputs"])),
        "state": list(told(callback["state"])),
        "changedPropIds": [],
    }


def changed(body: dict[str, Any], at: int = 0) -> dict[str, Any]:
    """The call of a change of its input at that place, the first of a list."""
    told = body["inputs"][at % len(body["inputs"])]
    told = told[0] if isinstance(told, list) and told else told
    if not told:
        return body
    ident = (
        told["id"]
        if isinstance(told["id"], str)
        else json.dumps(told["id"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    )
    return {**body, "changedPropIds": [f"{ident}.{told['property']}"]}
