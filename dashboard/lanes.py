"""A view of few events as a drawing: a lane an article (or person …), each event with its label. Knows no file and no page.

Events stand in order of time. Where a lane would be too tall for that to be read, the ones that matter most come first.
"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.ink import PAD, Drawing, Placed, Scale, Trace, colour, hue, rgb
from dashboard.marks import hits
from dashboard.packing import rows
from dashboard.spans import label, marks
from dashboard.view import Lane, View

ROW = 25.0
TALL = 14  # rows


def draw(view: View, titles: Mapping[str, str], selected: str) -> Drawing:
    """All lanes of a view, one below the other."""
    out = Drawing()
    scale = Scale(view.window, view.width)
    for number, lane in enumerate(view.lanes):
        begin = out.height
        out.head(lane, hue(lane.key, view.ranks), view.width)
        placed = _placed(lane, scale, out.height, view.ranks)
        out.height = max((each.y + ROW / 2 for each in placed), default=out.height) + PAD
        out.alone += placed
        if number % 2:
            out.stripe(begin, out.height)
    out.traces = [*marks(out.alone, scale), hits(out.alone, scale, titles, ROW - 2)]
    out.shapes += [_ring(each, scale) for each in out.alone if each.item.key == selected]
    return out


def _placed(lane: Lane, scale: Scale, top: float, ranks: Mapping[str, int]) -> list[Placed]:
    longest = 380.0 if len(lane.drawn) < 40 else 260.0
    labels = [label(item, scale, longest) for item in lane.drawn]
    boxes = [each.box for each in labels]
    numbers = rows(boxes, order=range(len(boxes)))  # in order of time, whatever side a label is on
    if max(numbers, default=0) >= TALL:
        numbers = rows(boxes, order=sorted(range(len(boxes)), key=lambda at: (-lane.drawn[at].weight, at)))
    return [
        Placed(item, each, top + (number + 0.5) * ROW, colour(item, lane.key, ranks))
        for item, each, number in zip(lane.drawn, labels, numbers, strict=True)
    ]


def _ring(p: Placed, scale: Scale) -> Trace:
    low, high = p.label.box
    return {
        "type": "rect",
        "x0": scale.day(low - 5),
        "x1": scale.day(high + 5),
        "y0": p.y - ROW / 2,
        "y1": p.y + ROW / 2,
        "line": {"width": 1.5, "color": rgb(p.colour)},
        "fillcolor": rgb(p.colour, 0.14),
        "layer": "below",
    }
