"""The strip below the chart: the density of the whole timeline, and the window in view, which minimap.js lets people move.

Plain elements: two shapes cut out of the ground, and three sliders. Components only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard import ids
from dashboard.events import Events
from dashboard.filters import Filters
from dashboard.keeping import once
from dashboard.ruler import ruler
from dashboard.shown import Shown, amounts_of
from dashboard.sifting import Sifted, sift
from dashboard.state import SHORTEST, Window

BARS = 200


@dataclass(frozen=True, slots=True)
class Strip:
    """The days of all events that pass the filters, and the outlines of all of them and of those of a single day."""

    frame: Window
    every: str
    days: str


def strip(collection: Events, filters: Filters) -> Strip:
    """The density of the events that pass, over all of their days; kept with them, since no zoom changes it."""
    passed = sift(collection, filters)
    return once(passed.kept, "strip", lambda: _strip(passed))


def _strip(passed: Sifted) -> Strip:
    frame = passed.whole
    step = max(1, -(-frame.days // BARS))
    days, longer, unsure = amounts_of(Shown(passed, frame), step)
    every = (days + longer + unsure).tolist()
    return Strip(frame, outline(every, max(every), frame, step), outline(days.tolist(), max(every), frame, step))


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


def minimap() -> Any:
    """The strip as it stands in the page, empty: minimap.js fills it, so that no slider loses the keyboard by that."""
    shapes = [html.Div(className="minimap-shape every"), html.Div(className="minimap-shape days")]
    sliders = [
        html.Div(className=f"minimap-{name}", role="slider", tabIndex="0", **_aria(label=label, valuenow="0"))
        for name, label in (("window", "Window in view"), ("first", "First day in view"), ("last", "Last day in view"))
    ]
    told = html.Div(className="minimap-told", hidden=True)
    inside = [html.Div([*shapes, *sliders, told], className="minimap-strip"), html.Div(className="minimap-ticks")]
    return html.Div(inside, className="minimap", role="group", id=ids.MINIMAP, **_aria(label="Whole timeline"))


def filled(strip: Strip, seen: Window, width: int) -> dict[str, Any]:
    """What the strip has to show, on so many pixels: its days, the window in view, its outlines, its texts."""
    frame = strip.frame
    marks = ruler(frame, width)
    return {
        "first": frame.first,
        "end": frame.last + 1,
        "low": seen.first,
        "high": seen.last + 1,
        "shortest": SHORTEST,
        "shapes": {"every": strip.every, "days": strip.days},
        "ticks": [[tick.day, tick.text] for tick in marks.above or marks.ticks],
    }


def _aria(**named: str) -> dict[str, Any]:
    return {f"aria-{name}": value for name, value in named.items()}
