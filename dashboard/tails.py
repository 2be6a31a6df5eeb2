"""The mark of what is told without a date: the day of its article as an end, and an arrow from there into the past.

It says "by then", and no more: there is no ground, since nothing tells how far back it may have been.
"""

from __future__ import annotations

from collections import defaultdict

from dashboard.ink import Placed, Scale, Trace, rgb
from dashboard.items import Item

TAIL = 30.0
HEAD = 7.0
HEIGHT = 13.0


def ends(item: Item, scale: Scale) -> tuple[float, float]:
    """Where the mark begins and ends, in pixels."""
    end = scale.px((item.last or 0) + 1)
    return end - TAIL, end


def tails(placed: list[Placed], scale: Scale) -> list[Trace]:
    """The marks of all of these events; nothing where there is none."""
    if not placed:
        return []
    walls: dict[str, list[list[float | None]]] = defaultdict(lambda: [[], []])
    shafts: dict[str, list[list[float | None]]] = defaultdict(lambda: [[], []])
    for p in placed:
        low, high = (scale.day(x) for x in ends(p.item, scale))
        for paths, xs, ys in (
            (walls, [high, high], [p.y - HEIGHT / 2, p.y + HEIGHT / 2]),
            (shafts, [low, high], [p.y, p.y]),
        ):
            paths[rgb(p.colour)][0] += [*xs, None]
            paths[rgb(p.colour)][1] += [*ys, None]
    heads: Trace = {
        "mode": "markers",
        "x": [scale.day(ends(p.item, scale)[0] + HEAD / 2) for p in placed],
        "y": [p.y for p in placed],
        "marker": {"symbol": "triangle-left", "size": HEAD, "color": [rgb(p.colour) for p in placed], "line": {"width": 0}},
    }
    lines = [_lines(paths, dash) for paths, dash in ((walls, "solid"), (shafts, "1.6px,2.4px"))]
    common = {"type": "scatter", "name": "tails", "hoverinfo": "skip", "cliponaxis": False}
    return [{**common, **trace} for trace in [*lines[0], *lines[1], heads]]


def _lines(paths: dict[str, list[list[float | None]]], dash: str) -> list[Trace]:
    return [
        {"mode": "lines", "x": xs, "y": ys, "line": {"color": stroke, "width": 1.6, "dash": dash}}
        for stroke, (xs, ys) in paths.items()
    ]
