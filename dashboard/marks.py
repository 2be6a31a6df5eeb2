"""The marks that lanes and bands share, as Plotly traces: dots, bars, texts, and what the pointer meets."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from dashboard.ink import CLEAR, Placed, Scale, Trace, card, literal, rgb
from dashboard.items import Item, Kind
from dashboard.packing import Side
from timeline.model import CLAIMED, DENIED, PLANNED

DOT = 10.0
ARROW = 9.0
DASHES = "2.5px,2px"  # of what is planned
EDITED, REVIEWED = "✎", "✓"


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


def dots(name: str, placed: list[Placed], scale: Scale) -> list[Trace]:
    """A mark over each event's day, at its hour where one is told: a dot for what happened, hollow where the date is doubtful.

    What is planned is a dashed outline, what is denied a crossed ring, what is claimed a ring around a question mark.
    """
    asserted = [p for p in placed if p.item.entry.status != PLANNED]
    claimed = [p for p in placed if p.item.entry.status == CLAIMED]
    looks = [_look(p.item) for p in asserted]
    points: Trace = {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "x": [p.item.moment for p in asserted],
        "y": [p.y for p in asserted],
        "marker": {
            "symbol": [symbol for symbol, _, _ in looks],
            "size": [size for _, size, _ in looks],
            "color": [rgb(p.colour) for p in asserted],
            "line": {"width": [width for _, _, width in looks]},
            "opacity": 1,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    questions: Trace = {
        "type": "scatter",
        "name": "questions",
        "mode": "text",
        "x": [p.item.moment for p in claimed],
        "y": [p.y for p in claimed],
        "text": ["<b>?</b>" for _ in claimed],
        "textposition": "middle center",
        "textfont": {"size": 10, "color": [rgb(p.colour) for p in claimed]},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    rings = _rings([p for p in placed if p.item.entry.status == PLANNED], scale)
    return [points, *([questions] if claimed else []), *rings]


_PLAIN = ("circle", DOT, 0.0)
_DOUBTFUL = ("circle-open", DOT - 2, 2.0)
_REPORT = ("square", DOT - 1, 0.0)
_LOOKS = {DENIED: ("circle-x-open", DOT, 1.6), CLAIMED: ("circle-open", DOT + 3, 1.4)}


def _look(item: Item) -> tuple[str, float, float]:
    """Symbol, size and width of the outline of a day's mark; that of a report has corners."""
    plain = _DOUBTFUL if item.doubtful else _REPORT if item.is_report else _PLAIN
    return _LOOKS.get(item.entry.status, plain)


def _rings(placed: list[Placed], scale: Scale) -> list[Trace]:
    """Dashed circles: lines, since the outline of a marker has no dashes."""
    paths: dict[str, list[list[float | None]]] = defaultdict(lambda: [[], []])
    angles = [math.tau * step / 16 for step in range(17)]
    reach = (scale.day(DOT / 2) - scale.day(0)) * 1.1
    for p in placed:
        xs, ys = paths[rgb(p.colour)]
        xs += [*(p.item.moment + reach * math.cos(angle) for angle in angles), None]
        ys += [*(p.y + DOT / 2 * 1.1 * math.sin(angle) for angle in angles), None]
    return [outline("planned", xs, ys, stroke, DASHES) for stroke, (xs, ys) in paths.items()]


def outline(name: str, xs: list[float | None], ys: list[float | None], stroke: str, dash: str, width: float = 1.6) -> Trace:
    """Lines of one colour and dash, cut where a None stands."""
    line = {"color": stroke, "width": width, "dash": dash}
    return {"type": "scatter", "name": name, "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip"}


def labelled(item: Item) -> str:
    """What stands at a mark: the title, with a word before it where it is no plain fact."""
    if item.entry.status == PLANNED:
        return f"planned: {item.entry.title}"
    asked = item.entry.status == CLAIMED and item.kind is not Kind.DAY  # the mark of a day has its own
    return f"? {item.entry.title}" if asked else item.entry.title


def badge(item: Item) -> str:
    """How many articles tell it independently, where it is more than one; and whether a person edited or reviewed it."""
    signs = (f"×{item.tellers}" * (item.tellers > 1), EDITED * item.edited, REVIEWED * item.entry.reviewed)
    return " ".join(filter(None, signs))


def texts(placed: list[Placed], scale: Scale, position: str, colour: str) -> Trace:
    """Texts at their anchors."""
    return {
        "type": "scatter",
        "name": "labels",
        "mode": "text",
        "x": [scale.day(p.label.x) for p in placed],
        "y": [p.y for p in placed],
        "text": [_marked_up(p) for p in placed],
        "textposition": position,
        "textfont": {"size": 12, "color": colour},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _marked_up(p: Placed) -> str:
    """A label as Plotly takes it: what is planned in italics, what is denied struck through, the badge by the mark."""
    tag = {PLANNED: "i", DENIED: "s"}.get(p.item.entry.status)
    text = literal(p.label.text)
    text = f"<{tag}>{text}</{tag}>" if tag and text else text
    if not p.label.badge:
        return text
    bold = f"<b>{literal(p.label.badge)}</b>"
    return f"{text} {bold}" if p.label.side is Side.LEFT else f"{bold} {text}"


def hits(placed: list[Placed], scale: Scale, titles: Mapping[str, str], height: float) -> Trace:
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
        "hoverinfo": "none",  # chart.js shows it, where it covers no row
    }
