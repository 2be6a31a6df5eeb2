"""A view of many events as a drawing: one band an article, its height the count, with the top headlines.

Knows no file and no page. An event of a day stands in one bin; a longer one is spread over its days, as a paler
layer on top, so that a month never looks like a day on which much happened.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dashboard.ink import (
    CLEAR,
    HEAD,
    INK,
    NOTE,
    PAD,
    Drawing,
    Scale,
    Trace,
    colour,
    counted,
    folded_note,
    heading,
    hue,
    rgb,
)
from dashboard.items import Kind
from dashboard.marks import DASHES, DOT, Placed, badge, dots, hits, labelled, texts
from dashboard.packing import Side, place, rows
from dashboard.ruler import year_words
from dashboard.view import OTHERS, Bin, Lane, View
from timeline.interval import civil
from timeline.notation import MONTHS

HEADLINES = 2  # rows of them
HEADLINE = 21.0
BAND = 46.0
LONGEST = 230.0  # pixels of a headline


def draw(view: View, titles: dict[str, str], selected: str) -> Drawing:
    """All bands of a view, one below the other, on one common scale; the articles put together have their own."""
    out = Drawing()
    scale = Scale(view.window, view.width)
    common = max((peak(lane) for lane in view.lanes if lane.key != OTHERS), default=1.0)
    heads: list[Placed] = []
    for number, lane in enumerate(view.lanes):
        shade = hue(lane.key, view.ranks)
        top = out.height
        out.line(heading(lane.title, told(lane, view.step), shade, view.width), top + HEAD / 2 + 2)
        top += HEAD
        if lane.folded:
            out.line(folded_note(lane.folded), top + NOTE / 2 - 2, size=11)
            top += NOTE
        heads += headlines(lane, scale, top, view.ranks, selected)
        base = top + HEADLINES * HEADLINE + BAND
        out.traces += _band(view, lane, base, peak(lane) if lane.key == OTHERS else common, shade)
        if number % 2:
            out.stripe(out.height, base + PAD)
        out.height = base + PAD
    out.traces += dots("headlines", heads, scale)
    for left in (False, True):
        some = [p for p in heads if (p.label.side is Side.LEFT) is left]
        out.traces.append(texts(some, scale, "middle left" if left else "middle right", INK))
    out.traces.append(hits(heads, scale, titles, HEADLINE - 2))
    return out


def peak(lane: Lane) -> float:
    """The height of a band's highest bin, in events."""
    return max((each.days + each.spread + each.unsure for each in lane.bins), default=0.0) or 1.0


def told(lane: Lane, step: int) -> str:
    """The counts of a band, in words: how many events, how many of them longer than a day, how dense they lie."""
    days = sum(each.days for each in lane.bins)
    unsure = sum(not item.happened for item in lane.drawn)
    longer = len(lane.drawn) - days - unsure
    most = max((each.days for each in lane.bins), default=0)
    within = "a day" if step == 1 else f"{step:,} days"
    parts = [counted(lane.count)]
    parts += [f"{longer:,} spread over their days"] if longer else []
    parts += [f"up to {most:,} in {within}"] if most > 1 else []
    parts += [f"{unsure:,} planned, denied or claimed"] if unsure else []
    return " · ".join(parts)


def headlines(lane: Lane, scale: Scale, top: float, ranks: Mapping[str, int], selected: str) -> list[Placed]:
    """The events that most articles tell, as far as their labels have room."""
    days = [item for item in lane.drawn if item.kind is Kind.DAY]
    days.sort(key=lambda item: (item.key != selected, -item.tellers, item.extent, item.key))
    days = days[:400]
    labels = []
    for item in days:
        middle = scale.px((item.first or 0) + 0.5)
        mark = (middle - DOT / 2, middle + DOT / 2)
        labels.append(place(labelled(item), mark, scale.width, longest=LONGEST, badge=badge(item)))
    numbers = rows([label.box for label in labels], order=range(len(labels)), most=HEADLINES)
    return [
        Placed(item, label, top + (number + 0.5) * HEADLINE, colour(item, lane.key, ranks))
        for item, label, number in zip(days, labels, numbers, strict=True)
        if number >= 0
    ]


def _band(view: View, lane: Lane, base: float, tallest: float, shade: tuple[int, int, int]) -> list[Trace]:
    """Filled steps: all that happened pale, and the events of days before it. Heights go with the root of the count.

    What is planned, denied or claimed stands on top of them as a dotted outline that is never filled.
    """

    def height(amount: float) -> float:
        return base - BAND * math.sqrt(amount / tallest)

    edges = [view.window.first + index * view.step for index in range(len(lane.bins))]
    layers = (("spread", 0.3, [each.days + each.spread for each in lane.bins]), ("days", 0.62, [each.days for each in lane.bins]))
    out = [_steps(name, edges, view, [height(n) for n in amounts], base, rgb(shade, alpha)) for name, alpha, amounts in layers]
    if any(each.unsure for each in lane.bins):
        tops = [height(each.days + each.spread + each.unsure) if each.unsure else None for each in lane.bins]
        last = edges[-1] + view.step
        line = {"color": rgb(shade), "width": 1.2, "dash": DASHES, "shape": "hv"}
        unsure: Trace = {"type": "scatter", "name": "unsure", "mode": "lines", "line": line, "hoverinfo": "skip"}
        out.append({**unsure, "x": [*edges, last], "y": [*tops, tops[-1]], "connectgaps": False})
    out.append(
        {
            "type": "scatter",
            "name": "counts",
            "mode": "lines",  # an unseen line: a marker each would cost the browser a second a redraw
            "x": [edge + view.step / 2 for edge in edges],
            "y": [base - BAND / 2 for _ in edges],
            "line": {"width": 0, "color": CLEAR},
            "hovertext": [
                f"{lane.title}\n{_told_bin(edge, each, view.step)}" for edge, each in zip(edges, lane.bins, strict=True)
            ],
            "hoverinfo": "none",
        }
    )
    return out


def _steps(name: str, edges: list[int], view: View, heights: list[float], base: float, colour: str) -> Trace:
    """One filled path a layer: several times cheaper to draw than bars."""
    end = edges[-1] + view.step
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines",
        "x": [edges[0], *edges, end, end],
        "y": [base, *heights, heights[-1], base],
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0, "shape": "hv"},
        "hoverinfo": "skip",
    }


def _told_bin(first: int, each: Bin, step: int) -> str:
    when = _day(first) if step == 1 else f"{_day(first)} – {_day(first + step - 1)}"
    more = f"\nand a share of longer ones, about {each.spread:.1f}" if each.spread >= 0.05 else ""
    more += f"\nand about {each.unsure:.1f} planned, denied or claimed" if each.unsure >= 0.05 else ""
    return f"{when}\n{counted(each.days)} of a single day{more}"


def _day(day: int) -> str:
    year, month, number = civil(day)
    return f"{number} {MONTHS[month - 1][:3]} {year_words(year)}"
