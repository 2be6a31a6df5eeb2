"""What a call of the page may hold: which inputs, and of what form each value is. A call that holds anything else is refused.

Dash hands whatever is sent to the callbacks, and takes a call that is not as the page would make it for a fault of its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dashboard import ids

Form = Callable[[Any], bool]
DEEPEST = 40
"""Lists and objects in a call stand in each other at most so deep."""
_EXACT = 2**53  # the browser has no whole numbers beyond it


def fits(body: object, callbacks: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a body is a call of one of the callbacks (those of a Dash app, by their outputs) as the page would make it.

    >>> told = {"output": "a.children", "callback": id, "inputs": [{"id": "b", "property": "n_clicks"}], "state": []}
    >>> call = {"output": "a.children", "outputs": {"id": "a", "property": "children"}}
    >>> [fits(call | {"inputs": [{"id": "b", "property": "n_clicks", "value": each}]}, {"a.children": told}) for each in (1, "x")]
    [True, False]
    """
    if not isinstance(body, dict) or not isinstance(body.get("output"), str) or not is_plain(body):
        return False
    called = callbacks.get(body["output"])
    if called is None or "callback" not in called:  # one that runs in the browser has none
        return False
    inputs: Any = body.get("inputs")
    outputs: Any = body.get("outputs")
    state, changed = body.get("state", []), body.get("changedPropIds", [])
    wanted = _outputs(body["output"])
    if not body["output"].startswith(".."):
        outputs = [outputs]
    return (
        _are(inputs, called["inputs"])
        and _are(state, called["state"])
        and _are(outputs, wanted, values=False)
        and _alike([*inputs, *state, *outputs])
        and _changed(changed, inputs)
    )


def is_plain(body: object) -> bool:
    """Whether a value holds what a browser sends: no inexact or infinite number, no half of a character, nothing too deep."""
    layer = [body]
    for _ in range(DEEPEST):
        if not all(_is_sound(each) for each in layer):
            return False
        layer = [child for each in layer for child in _children(each)]
        if not layer:
            return True
    return False


def _children(value: object) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _is_sound(value: object) -> bool:
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, int) or abs(value) <= _EXACT


# ---------------------------------------------------------------- which inputs


def _outputs(name: str) -> list[dict[str, Any]]:
    """The outputs that the name of a callback tells."""
    each = name[2:-2].split("...") if name.startswith("..") else [name]
    parts = [one.partition("@")[0].rpartition(".") for one in each]
    return [{"id": ident, "property": prop} for ident, _, prop in parts]


def _are(given: object, wanted: Sequence[Mapping[str, Any]], *, values: bool = True) -> bool:
    """Whether a list names exactly what a callback has, in its order, each with a value of its form."""
    if not isinstance(given, list) or len(given) != len(wanted):
        return False
    return all(_is(one, its["id"], its["property"], values) for one, its in zip(given, wanted, strict=True))


def _is(given: Any, ident: str, prop: str, values: bool) -> bool:
    """Whether one is what a callback wants; where that is all elements of a kind, a list of them is."""
    if not ident.startswith("{"):
        return _names(given, ident, prop) and (not values or form_of(ident, prop)(given.get("value")))
    if not isinstance(given, list):
        return False
    kind = json.loads(ident)
    for each in given:
        if not isinstance(each, dict) or not _is_of(each.get("id"), kind) or not _names(each, each["id"], prop):
            return False
        value = each.get("value")
        if values and not (value == each["id"] if prop == "id" else form_of(kind["type"], prop)(value)):
            return False
    return True


def _names(given: object, ident: object, prop: str) -> bool:
    if not isinstance(given, dict) or not isinstance(given.get("property"), str):
        return False
    return bool(given.get("id") == ident and given["property"].partition("@")[0] == prop)


def _is_of(ident: object, kind: Mapping[str, Any]) -> bool:
    """Whether an element is of a kind: `{"type": "day", "article": ["ALL"]}`."""
    if not isinstance(ident, dict) or ident.keys() != kind.keys():
        return False
    return all(isinstance(value, str) and (kind[key] == ["ALL"] or value == kind[key]) for key, value in ident.items())


def _alike(told: Sequence[Any]) -> bool:
    """Whether all lists of a call are of the same elements: the buttons, the fields and the answers of the same articles."""
    lists = [[{**each["id"], "type": ""} for each in some] for some in told if isinstance(some, list)]
    return all(one == lists[0] for one in lists)


def _changed(given: object, inputs: Sequence[Any]) -> bool:
    """Whether what is said to have changed is among the inputs."""
    if not isinstance(given, list):
        return False
    told = [each for some in inputs for each in (some if isinstance(some, list) else [some])]
    return all(isinstance(name, str) and any(_is_named(name, each) for each in told) for name in given)


def _is_named(name: str, told: Mapping[str, Any]) -> bool:
    ident, _, prop = name.rpartition(".")
    if prop != told["property"] or isinstance(told["id"], str):
        return name == f"{told['id']}.{told['property']}"
    try:
        return bool(json.loads(ident) == told["id"])
    except (ValueError, RecursionError):
        return False


# ---------------------------------------------------------------- of what form


def text(value: object) -> bool:
    """A text, or nothing."""
    return value is None or isinstance(value, str)


def texts(value: object) -> bool:
    """A list of texts, or nothing."""
    return value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def count(value: object) -> bool:
    """How often something was done, or nothing."""
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0)


def number(value: object) -> bool:
    """A number, or nothing."""
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def truth(value: object) -> bool:
    """Yes, no or nothing."""
    return value is None or isinstance(value, bool)


def thing(value: object) -> bool:
    """An object, or nothing."""
    return value is None or isinstance(value, dict)


def event(value: object) -> bool:
    """An event as the panel shows it (see `timeline.curate.facts`) with its key, or nothing."""
    return value is None or (isinstance(value, dict) and isinstance(value.get("key"), str) and _facts(value.get("facts")))


def draft(value: Any) -> bool:
    """What the sheet holds while it is open (see sheet.py), or nothing."""
    if not thing(value):
        return False
    given = value or {}
    edits = given.get("edits", [])
    return (
        text(given.get("mode"))
        and text(given.get("key"))
        and text(given.get("what"))
        and text(given.get("beside"))
        and count(given.get("at"))
        and _facts(given.get("facts", {}))
        and _facts(given.get("theirs") or {})
        and isinstance(edits, list)
        and all(_edit(each) for each in edits)
    )


def settled(value: Any) -> bool:
    """What a person said of a pair, or nothing."""
    return value is None or (isinstance(value, dict) and all(isinstance(value.get(name), str) for name in ("pair", "does")))


def _edit(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("key"), str)
        and _facts(value.get("seen"))
        and _facts(value.get("fields"))
    )


_FACTS: Mapping[str, Form] = {
    **dict.fromkeys(("id", "date", "title", "kind", "status", "reported_by", "note", "same_as", "color", "url", "image"), text),
    **dict.fromkeys(("people", "places", "organizations", "tags"), texts),
    **dict.fromkeys(("hidden", "reviewed", "split"), truth),
    "sources": lambda value: isinstance(value, list) and all(isinstance(each, dict) for each in value),
}


def _facts(value: object) -> bool:
    return isinstance(value, dict) and all(_FACTS[name](its) for name, its in value.items() if name in _FACTS)


_FORMS: Mapping[str, Form] = {
    "n_clicks": count,
    "n_submit": count,
    "search": text,
    "search_value": text,
    "hidden": truth,
    "value": text,
    "clickData": thing,
    **dict.fromkeys((f"{name}.value" for name in (ids.ARTICLES, *ids.FACETS, *ids.FLAGS, ids.NEW, ids.REVIEWED)), texts),
    f"{ids.SIZE}.data": number,
    f"{ids.MOVED}.data": thing,
    f"{ids.STAMP}.data": text,
    **dict.fromkeys((f"{ids.typed_into(name)}.data" for name in ids.LISTS), text),
    f"{ids.WRITTEN}.data": text,
    f"{ids.SEEN}.data": event,
    f"{ids.DRAFT}.data": draft,
    f"{ids.SETTLED}.data": settled,
    f"{ids.AGAIN}.data": count,
}
"""By the element and its property, or by the property alone."""


def form_of(ident: str, prop: str) -> Form:
    """The form of a property of an element (or of a kind of them); of one that nobody has told, anything is."""
    return _FORMS.get(f"{ident}.{prop}") or _FORMS.get(prop) or (lambda value: True)


def is_told(ident: str, prop: str) -> bool:
    """Whether the form of a property is known."""
    return f"{ident}.{prop}" in _FORMS or prop in _FORMS
