"""The marks that lanes and bands share, as Plotly traces: dots, bars, texts, and what the pointer meets."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.ink import CLEAR, Scale, Trace, card, literal, rgb
from dashboard.items import Item
from dashboard.packing import Label

DOT = 10.0
ARROW = 9.0


@dataclass(frozen=True, slots=True)
class Placed:
    """An event of a lane with its label, the height of its row's middle, and its colour."""

    item: Item
    label: Label
    y: float
    colour: tuple[int, int, int]


def bars(name: str, spans: list[tuple[float, float, float, str]], height: float) -> Trace:
    """Bars from day to day at a height, each in its colour. Hovering is the business of `hits`."""
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [low for low, _, _, _ in spans],
        "x": [high - low for low, high, _, _ in spans],
        "y": [y for _, _, y, _ in spans],
        "width": height,
        "marker": {"color": [colour for _, _, _, colour in spans], "line": {"width": 0}, "cornerradius": 3},
        "hoverinfo": "skip",
    }


def dots(name: str, placed: list[Placed]) -> Trace:
    """A dot over the middle of each event's day; hollow where the date is doubtful."""
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "x": [p.item.extent[0] + 0.5 for p in placed],
        "y": [p.y for p in placed],
        "marker": {
            "symbol": ["circle-open" if p.item.doubtful else "circle" for p in placed],
            "size": [DOT - 2 if p.item.doubtful else DOT for p in placed],
            "color": [rgb(p.colour) for p in placed],
            "line": {"width": [2 if p.item.doubtful else 0 for p in placed]},
            "opacity": 1,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def texts(placed: list[Placed], scale: Scale, position: str, colour: str) -> Trace:
    """Texts at their anchors."""
    return {
        "type": "scatter",
        "name": "labels",
        "mode": "text",
        "x": [scale.day(p.label.x) for p in placed],
        "y": [p.y for p in placed],
        "text": [literal(p.label.text) for p in placed],
        "textposition": position,
        "textfont": {"size": 12, "color": colour},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def hits(placed: list[Placed], scale: Scale, titles: dict[str, str], height: float) -> Trace:
    """What the pointer meets: one clear box over each event's mark and label, in pixels, at a height."""
    return {
        "type": "bar",
        "name": "hits",
        "orientation": "h",
        "base": [scale.day(p.label.box[0]) for p in placed],
        "x": [scale.day(p.label.box[1]) - scale.day(p.label.box[0]) for p in placed],
        "y": [p.y for p in placed],
        "width": height,
        "marker": {"color": CLEAR, "line": {"width": 0}},
        "customdata": [p.item.key for p in placed],
        "hovertext": [card(p.item, titles) for p in placed],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
