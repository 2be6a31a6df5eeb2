"""A view of many events as a drawing: one band an article, its height the count, with the top headlines above it.
A lane of a few events has all of them instead.

Knows no file and no page. An event of a day stands in one bin; a longer one is spread over its days, as a paler
layer on top, so that a month never looks like a day on which much happened.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dashboard.ink import CLEAR, PAD, Drawing, Placed, Scale, Trace, colour, hue, rgb
from dashboard.item import OTHERS
from dashboard.items import Item
from dashboard.marks import DASHES, hits
from dashboard.packing import Label, Rows
from dashboard.spans import label, mark_in_view, marks
from dashboard.view import Bin, Lane, View

HEADLINE = 21.0  # height of a row of them
BAND = 46.0
LONGEST = 230.0  # pixels of a headline
FEW, DEEPEST = 8, 4  # events of a lane that needs no band, and the rows that they may take


def draw(view: View, titles: Mapping[str, str], selected: str) -> Drawing:
    """All bands of a view, one below the other, on one common scale; the articles put together have their own."""
    out = Drawing()
    scale = Scale(view.window, view.width)
    common = max((peak(lane) for lane in view.lanes if lane.key != OTHERS), default=1.0)
    deep = 5 if len(view.lanes) < 3 else 3 if len(view.lanes) < 6 else 2
    for number, lane in enumerate(view.lanes):
        shade = hue(lane.key, view.ranks)
        begin = out.height
        few = in_full(lane, scale)
        chosen = few or headlines(lane, scale, deep, selected)
        out.head(lane, shade, view.width, len(lane.drawn) - len(chosen), [] if few else told(lane, view.step))
        out.alone += [
            Placed(item, each, out.height + (row + 0.5) * HEADLINE, colour(item, lane.key, view.ranks))
            for item, each, row in chosen
        ]
        base = out.height + (max((row for _, _, row in chosen), default=-1) + 1) * HEADLINE
        if not few:
            base += BAND
            out.traces += _band(view, lane, base, peak(lane) if lane.key == OTHERS else common, shade)
        out.height = base + PAD
        if number % 2:
            out.stripe(begin, out.height)
    out.traces += [*marks(out.alone, scale), hits(out.alone, scale, titles, HEADLINE - 2)]
    return out


def in_full(lane: Lane, scale: Scale) -> list[tuple[Item, Label, int]]:
    """All events of a lane that has only a few, however many the others have; nothing where they have no room."""
    if len(lane.drawn) > FEW:
        return []
    taken = Rows(DEEPEST)
    found = [(item, made, taken.put(made.box)) for item in lane.drawn for made in [label(item, scale, LONGEST)]]
    return found if all(row >= 0 for _, _, row in found) else []


def peak(lane: Lane) -> float:
    """The height of a band's highest bin, in events."""
    return max((each.days + each.spread + each.unsure for each in lane.bins), default=0.0) or 1.0


def told(lane: Lane, step: int) -> list[str]:
    """What a band counts, in words: events longer than a day, those that did not plainly happen, how dense they lie."""
    days = sum(each.days for each in lane.bins)
    unsure = round(sum(each.unsure for each in lane.bins))
    longer = len(lane.drawn) - days - unsure
    most = max((each.days for each in lane.bins), default=0)
    within = "a day" if step == 1 else f"{step:,} days"
    parts = [f"{longer:,} spread over their days"] if longer else []
    parts += [f"{unsure:,} planned, denied or claimed"] if unsure else []
    parts += [f"up to {most:,} in {within}"] if most > 1 else []
    return parts


def headlines(lane: Lane, scale: Scale, deep: int, selected: str) -> list[tuple[Item, Label, int]]:
    """The events that matter most, as far as their labels have room in so many rows; the opened one before all."""
    at = lane.drawn.place_of(selected) if selected else None
    opened = [lane.drawn[at]] if at is not None else []
    taken = Rows(deep)
    found: list[tuple[Item, Label, int]] = []
    for item in (*opened, *(item for item in lane.heads if item.key != selected)):
        if not taken.has_room(mark_in_view(item, scale)):  # then its label has none: most are done with here
            continue
        made = label(item, scale, LONGEST)
        row = taken.put(made.box)
        found += [(item, made, row)] if row >= 0 else []
    return found


def _band(view: View, lane: Lane, base: float, tallest: float, shade: tuple[int, int, int]) -> list[Trace]:
    """Filled steps: all that happened pale, and the events of days before it. Heights go with the root of the count.

    What is planned, denied or claimed stands on top of them as a dotted outline that is never filled.
    """

    def height(amount: float) -> float:
        return round(base - BAND * math.sqrt(amount / tallest), 1)

    edges = [view.window.first + index * view.step for index in range(len(lane.bins))]
    layers = (
        ("band", 0.3, [each.days + each.spread for each in lane.bins]),
        ("band of days", 0.62, [each.days for each in lane.bins]),
    )
    out = [_steps(name, edges, view, [height(n) for n in amounts], base, rgb(shade, alpha)) for name, alpha, amounts in layers]
    if any(each.unsure for each in lane.bins):
        tops = [height(each.days + each.spread + each.unsure) if each.unsure else None for each in lane.bins]
        line = {"color": rgb(shade), "width": 1.2, "dash": DASHES, "shape": "hv"}
        unsure: Trace = {"type": "scatter", "name": "unsure", "mode": "lines", "line": line, "hoverinfo": "skip"}
        out.append({**unsure, "x0": edges[0], "dx": view.step, "y": [*tops, tops[-1]], "connectgaps": False})
    out.append(
        {
            "type": "scatter",
            "name": "counts",
            "mode": "lines",  # an unseen line: a marker each would cost the browser a second a redraw
            "x0": edges[0] + view.step / 2,
            "dx": view.step,
            "y": [round(base - BAND / 2)] * len(edges),
            "line": {"width": 0, "color": CLEAR},
            "meta": lane.title,
            "text": [_numbers(each) for each in lane.bins],  # bins.js puts them into words, which would be half of all bytes
            # what a click zooms into: so many days around the point
            "customdata": [view.step if each.days or each.spread or each.unsure else None for each in lane.bins],
            "hoverinfo": "none",
        }
    )
    return out


def _steps(name: str, edges: list[int], view: View, heights: list[float], base: float, colour: str) -> Trace:
    """One filled path a layer: several times cheaper to draw than bars."""
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines",
        "x0": edges[0] - view.step,
        "dx": view.step,
        "y": [base, *heights, base],  # a step goes across first, and then up or down
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0, "shape": "hv"},
        "hoverinfo": "skip",
    }


def _numbers(each: Bin) -> str:
    """Events of a day, share of longer ones, share of what did not plainly happen; nothing where there is none."""
    return f"{each.days} {each.spread:.1f} {each.unsure:.1f}" if each.days or each.spread or each.unsure else ""
