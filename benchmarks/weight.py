"""How many bytes the page sends: its layout, and the answer of each of its callbacks, in the looks that are known to be heavy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl

from benchmarks import shelves
from dashboard import ids
from dashboard.account import ALL, HIDDEN, MAYBE, MERGED, NOTES, REPORTED_ON, REPORTS, SKIPPED, UNDATED, UNRESOLVED
from dashboard.facets import LANES
from dashboard.sorts import SORTS

LARGEST = 200_000
"""Bytes that a view may have."""
Ask = Callable[[str, Any], bytes]
"""Asks a server for a path, with a body or with None, and gives the answer."""
_SPANS = ("", "&from=1999-12-01&to=2020-03-01", "&from=2005-01-01&to=2014-12-31", "&from=2010-03-01&to=2010-04-15")
_ACCOUNT = (ALL, REPORTS, REPORTED_ON, HIDDEN, MERGED, UNRESOLVED, UNDATED, SKIPPED, MAYBE, NOTES)
CROWDED = "?" + "&".join(f"person=Witness+{number}+of+the+harbour+board" for number in range(0, 200, 10))
_TYPED = ("", "van", "witness 1", "data", "zzz")
_PRESSED = ("curate-edit", "curate-merge", "curate-new")  # what writes nothing


def looks() -> Iterator[str]:
    """Query strings: all lanes and some windows, the list's orders, the account, a long article from end to end."""
    yield from (f"?lanes={lanes}{span}" for lanes in LANES for span in _SPANS)
    yield from (f"?sort={sort}&page=3" for sort in SORTS)
    yield CROWDED
    yield from (f"?show={kind}" for kind in _ACCOUNT)
    yield f"?show={UNRESOLVED}&at=data%2Fvague.txt"
    yield from (f"?event={shelves.OPENED}{place}" for place in ("", "&text=0", "&text=300000", "&text=999999999"))


def weigh(ask: Ask) -> dict[str, int]:
    """The bytes of the largest answer of each callback that the server makes, of the layout and of the first picture.

    The answers to clicks on one of many alike are left out: they are a line of text.
    """
    found = {"layout": len(ask("/_dash-layout", None))}
    known = [each for each in json.loads(ask("/_dash-dependencies", None)) if not each.get("clientside_function")]
    show = next(each for each in known if "chart.figure" in each["output"])
    others = [
        each for each in known if each is not show and "{" not in each["output"] + str([one["id"] for one in each["inputs"]])
    ]

    def note(name: str, answer: bytes) -> None:
        found[name] = max(found.get(name, 0), len(answer))

    seen: Any = None
    for look in looks():
        note("first picture", ask(f"/first.svg{look}&width=950", None))
        answer = ask("/_dash-update-component", _body(show, show["inputs"][0], _values(look, None, "")))
        seen = json.loads(answer)["response"]["seen"]["data"] or seen
        note("view", answer)
    for look in (f"?event={shelves.OPENED}", CROWDED):
        for callback in others:
            for typed in _TYPED if "-typed" in str(callback["inputs"]) else ("",):
                for cause in _causes(callback):
                    note(_name(callback), ask("/_dash-update-component", _body(callback, cause, _values(look, seen, typed))))
    return found


def _causes(callback: dict[str, Any]) -> list[dict[str, Any]]:
    """What may have set it off; of buttons only those that write nothing."""
    return [each for each in callback["inputs"] if each["property"] != "n_clicks" or each["id"] in _PRESSED] or callback[
        "inputs"
    ][:1]


def _values(look: str, seen: Any, typed: str) -> dict[str, Any]:
    """What the elements of the page hold at a look, by their names and properties."""
    chosen = [name for given, name in parse_qsl(look[1:]) if given == "person"]
    draft = {"mode": "merge", **(seen or {})}
    held = {"url.search": look, "size.data": 950, "stamp.data": "", "seen.data": seen, "draft.data": draft}
    return {
        **held,
        "facet-person.value": chosen,
        **{f"{name}-typed.data": typed for name in ids.LISTS},
        "n_clicks": 1,
        "curate-date.value": "late May 2020",
    }


def _body(callback: dict[str, Any], cause: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """What a browser sends for a callback."""
    output = callback["output"]
    names = [each.rsplit(".", 1) for each in output.strip(".").split("...")]
    outputs: Any = [{"id": name, "property": what} for name, what in names]

    def filled(each: dict[str, Any]) -> dict[str, Any]:
        name, what = each["id"], each["property"]
        return {"id": name, "property": what, "value": values.get(f"{name}.{what}", values.get(what))}

    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": [filled(each) for each in callback["inputs"]],
        "state": [filled(each) for each in callback.get("state", [])],
        "changedPropIds": [f"{cause['id']}.{cause['property']}"],
    }


def _name(callback: dict[str, Any]) -> str:
    """What a callback is called in the table: the first thing that it fills."""
    return str(callback["output"]).strip(".").split("...")[0].split("@")[0]
