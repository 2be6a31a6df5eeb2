"""The strip below the chart: the density of the whole timeline, and the window in view, which minimap.js lets people move.

Plain elements: two shapes cut out of the ground, and three sliders. Components only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.columns import columns_of
from dashboard.items import Collection
from dashboard.ruler import ruler
from dashboard.state import SHORTEST, Window
from dashboard.view import Filters, whole
from timeline.interval import Interval
from timeline.wording import spoken

BARS = 200


@dataclass(frozen=True, slots=True)
class Strip:
    """The days of all events that pass the filters, and the outlines of all of them and of those of a single day."""

    frame: Window
    every: str
    days: str


class Strips:
    """The strip of the filters asked for last, kept: no zoom changes it, and it looks at every event."""

    def __init__(self) -> None:
        self._last: tuple[Collection, Filters, Strip] | None = None

    def of(self, collection: Collection, filters: Filters) -> Strip:
        """The strip of the events that pass."""
        last = self._last
        if last is None or last[0] is not collection or last[1] != filters:
            last = self._last = (collection, filters, strip(collection, filters))
        return last[2]


def strip(collection: Collection, filters: Filters) -> Strip:
    """The density of the events that pass, over all of their days."""
    items = [item for item in collection.items if filters.take(item)]
    frame = whole([item.extent for item in items])
    step = max(1, -(-frame.days // BARS))
    days, *others = columns_of(collection, items).bins(frame, step)
    every = [sum(each) for each in zip(days, *others, strict=True)]
    return Strip(frame, outline(every, max(every), frame, step), outline(days, max(every), frame, step))


def outline(amounts: Iterable[float], most: float, frame: Window, step: int) -> str:
    """Steps as a CSS shape; heights go with the root of the count, as those of the bands do.

    >>> outline([0, 4], 4, Window(0, 19), 10)
    'polygon(0% 100%, 0.00% 100.0%, 50.00% 100.0%, 50.00% 0.0%, 100.00% 0.0%, 100% 100%)'
    """
    points = ["0% 100%"]
    for number, amount in enumerate(amounts):
        top = 100 - 100 * math.sqrt(amount / most) if most else 100.0
        low, high = (min(100.0, 100 * step * edge / frame.days) for edge in (number, number + 1))
        points += [f"{low:.2f}% {top:.1f}%", f"{high:.2f}% {top:.1f}%"]
    return f"polygon({', '.join([*points, '100% 100%'])})"


def minimap(whole_strip: Strip, seen: Window, width: int) -> list[Any]:
    """The strip with the window that is in view, on so many pixels."""
    frame = whole_strip.frame
    low, high = _share(seen.first, frame), _share(seen.last + 1, frame)
    shapes = [
        html.Div(className=f"minimap-shape {name}".strip(), style={"clipPath": shape})
        for name, shape in (("", whole_strip.every), ("days", whole_strip.days))
    ]
    parts = [
        _slider("window", "Window in view", seen.first, f"{_words(seen.first)} – {_words(seen.last)}", frame, low, high - low),
        _slider("first", "First day in view", seen.first, _words(seen.first), frame, low),
        _slider("last", "Last day in view", seen.last, _words(seen.last), frame, high),
    ]
    ends = {"first": frame.first, "end": frame.last + 1, "low": seen.first, "high": seen.last + 1, "shortest": SHORTEST}
    data: dict[str, Any] = {f"data-{name}": str(day) for name, day in ends.items()}
    told = html.Div(className="minimap-told", hidden=True)
    return [
        html.Div([*shapes, *parts, told], className="minimap-strip", **data),
        html.Div(_ticks(frame, width), className="minimap-ticks"),
    ]


def _slider(name: str, label: str, value: int, words: str, frame: Window, left: float, width: float | None = None) -> Any:
    style = {"left": f"{left:.4%}", **({} if width is None else {"width": f"{width:.4%}"})}
    told = {"label": label, "valuemin": frame.first, "valuemax": frame.last, "valuenow": value, "valuetext": words}
    named: dict[str, Any] = {f"aria-{key}": str(each) for key, each in told.items()}
    return html.Div(className=f"minimap-{name}", role="slider", tabIndex="0", style=style, **named)


def _ticks(frame: Window, width: int) -> list[Any]:
    marks = ruler(frame, width)
    ticks = marks.above or marks.ticks
    return [html.Span(tick.text, style={"left": f"{_share(tick.day, frame):.4%}"}) for tick in ticks]


def _share(day: float, frame: Window) -> float:
    return min(max((day - frame.first) / frame.days, 0.0), 1.0)


def _words(day: int) -> str:
    return spoken(Interval.day(day))
