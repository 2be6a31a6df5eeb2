"""A view of few events as a drawing: a lane an article (or person …), each event with its label. Knows no file and no page.

A day is a dot. "Some time in" is a pale ground with a bracket around it and nothing inside, since any mark there
would name a day that nobody told. What lasted is a solid bar over the days that are certain. Where an end is open,
the bracket stays open and an arrow stands at the edge; where a date is told as circa or uncertain, the dot is hollow and the
bracket dashed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dashboard.ink import HEAD, INK, NOTE, PAD, WHITE, Drawing, Scale, Trace, colour, counted, folded_note, heading, hue, rgb
from dashboard.items import Item, Kind
from dashboard.marks import ARROW, DOT, Placed, bars, dots, hits, texts
from dashboard.packing import Label, Side, place, rows
from dashboard.view import Lane, View

ROW = 25.0
BAR = 17.0
STRIP = 4.0
FEW = 0.2  # of the possible days


def draw(view: View, titles: dict[str, str], selected: str) -> Drawing:
    """All lanes of a view, one below the other."""
    out = Drawing()
    scale = Scale(view.window, view.width)
    placed: list[Placed] = []
    for number, lane in enumerate(view.lanes):
        top = out.height
        out.line(heading(lane.title, counted(lane.count), hue(lane.key, view.ranks), view.width), top + HEAD / 2 + 2)
        top += HEAD
        if lane.folded:
            out.line(folded_note(lane.folded), top + NOTE / 2 - 2, size=11)
            top += NOTE
        placed += _placed(lane, scale, top, view.ranks)
        depth = max((each.y for each in placed), default=top) + ROW / 2
        bottom = max(top, depth) + PAD
        if number % 2:
            out.stripe(out.height, bottom)
        out.height = bottom
    out.traces = [
        _within(placed, scale),
        _lasted(placed, scale),
        _strips(placed, scale),
        *_brackets(placed, scale),
        _open_ends(placed, scale),
        _days(placed),
        *_labels(placed, scale),
        hits(placed, scale, titles, ROW - 2),
    ]
    out.shapes += [_ring(each, scale) for each in placed if each.item.key == selected]
    return out


def _placed(lane: Lane, scale: Scale, top: float, ranks: Mapping[str, int]) -> list[Placed]:
    longest = 380.0 if len(lane.drawn) < 40 else 260.0
    labels = [_label(item, scale, longest) for item in lane.drawn]
    numbers = rows([label.box for label in labels])
    return [
        Placed(item, label, top + (number + 0.5) * ROW, colour(item, lane.key, ranks))
        for item, label, number in zip(lane.drawn, labels, numbers, strict=True)
    ]


def _label(item: Item, scale: Scale, longest: float) -> Label:
    if item.kind is Kind.DAY:
        middle = scale.px((item.first or 0) + 0.5)
        return place(item.entry.title, (middle - DOT / 2, middle + DOT / 2), scale.width, longest=longest)
    low, high = (scale.px(day) for day in scale.clipped(item.first, item.last))
    high = max(high, low + 4)
    stretch: tuple[float, float] | None = (max(low, 0.0), min(high, scale.width))
    if item.kind is Kind.LASTED:
        core = solid(item, scale)
        if core is not None:
            stretch = (max(scale.px(core[0]), 0.0), min(scale.px(core[1]), scale.width))
    if stretch is not None:
        left = 7 + (ARROW if item.first is None else 0)
        right = 7 + (ARROW if item.last is None else 0)
        stretch = (stretch[0] + left, stretch[1] - right)
    return place(item.entry.title, (low, high), scale.width, stretch, longest)


def _within(placed: list[Placed], scale: Scale) -> Trace:
    """The pale ground: all the days that are possible, of what was some time in them and of what lasted."""
    spans = [(*scale.clipped(p.item.first, p.item.last), p.y, rgb(p.colour, 0.2)) for p in placed if p.item.kind is not Kind.DAY]
    return bars("within", spans, BAR)


def _lasted(placed: list[Placed], scale: Scale) -> Trace:
    """Solid bars over the days that are certain; at least so wide that they can be seen."""
    least = scale.day(4) - scale.day(0)
    spans = []
    for p in placed:
        core = solid(p.item, scale)
        if core is not None:
            spans.append((core[0], max(core[1], core[0] + least), p.y, rgb(p.colour)))
    return bars("lasted", spans, BAR - 2)


def _strips(placed: list[Placed], scale: Scale) -> Trace:
    """What lasted with ends so vague that hardly a day is certain: a solid strip along the foot of its ground."""
    spans = [
        (*scale.clipped(p.item.first, p.item.last), p.y + BAR / 2 - STRIP / 2, rgb(p.colour))
        for p in placed
        if p.item.kind is Kind.LASTED and solid(p.item, scale) is None
    ]
    return bars("strips", spans, STRIP)


def solid(item: Item, scale: Scale) -> tuple[float, float] | None:
    """Where the solid bar of something that lasted begins and ends.

    None where the certain days are few beside the possible ones: a short bar in the middle would look like a date.
    """
    core = item.core
    if core is None:
        return None
    low, high = scale.clipped(*core)
    begin, end = scale.clipped(item.first, item.last)
    return (low, high) if high - low >= FEW * (end - begin) else None


def _brackets(placed: list[Placed], scale: Scale) -> list[Trace]:
    """Whiskers at the ends that are told, and the line below that joins them; one trace a colour and dash."""
    paths: dict[tuple[str, bool], list[list[float | None]]] = defaultdict(lambda: [[], []])
    for p in placed:
        if p.item.kind is Kind.DAY or (_certain(p.item) and not p.item.doubtful):
            continue
        low, high = scale.clipped(p.item.first, p.item.last)
        xs, ys = paths[rgb(p.colour), p.item.doubtful]
        up, down = p.y - BAR / 2, p.y + BAR / 2
        path: list[tuple[float, float]] = [(low, down), (high, down)]
        path = [(low, up), *path] if p.item.first is not None else path
        path = [*path, (high, up)] if p.item.last is not None else path
        xs += [*(x for x, _ in path), None]
        ys += [*(y for _, y in path), None]
    return [
        {
            "type": "scatter",
            "name": "brackets",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "line": {"color": stroke, "width": 1.6, "dash": "4px,3px" if doubtful else "solid"},
            "hoverinfo": "skip",
        }
        for (stroke, doubtful), (xs, ys) in paths.items()
    ]


def _certain(item: Item) -> bool:
    """Whether something that lasted has no vague end: the solid bar then says all."""
    return item.core == (item.first, item.last)


def _open_ends(placed: list[Placed], scale: Scale) -> Trace:
    """Arrows at the edge of the chart, at the side where an end is open."""
    inset = scale.day(ARROW / 2) - scale.day(0)
    ends = [(scale.window.first + inset, p, "triangle-left") for p in placed if p.item.first is None]
    ends += [(scale.window.last + 1 - inset, p, "triangle-right") for p in placed if p.item.last is None]

    def ink(p: Placed, symbol: str) -> str:
        core = p.item.core if solid(p.item, scale) is not None else None
        on_solid = core is not None and core[0 if symbol == "triangle-left" else 1] is None
        return WHITE if on_solid else rgb(p.colour)

    return {
        "type": "scatter",
        "name": "open ends",
        "mode": "markers",
        "x": [x for x, _, _ in ends],
        "y": [p.y for _, p, _ in ends],
        "marker": {
            "symbol": [symbol for _, _, symbol in ends],
            "size": ARROW,
            "color": [ink(p, symbol) for _, p, symbol in ends],
            "line": {"width": 0},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _days(placed: list[Placed]) -> Trace:
    return dots("days", [p for p in placed if p.item.kind is Kind.DAY])


def _labels(placed: list[Placed], scale: Scale) -> list[Trace]:
    """Labels in two inks: white on a solid bar, the page's ink elsewhere; anchored at their left or right end."""
    return [
        texts(
            [p for p in placed if (p.label.side is Side.LEFT) is left and _on_solid(p, scale) is bright],
            scale,
            "middle left" if left else "middle right",
            WHITE if bright else INK,
        )
        for left, bright in ((False, False), (True, False), (False, True))
    ]


def _on_solid(p: Placed, scale: Scale) -> bool:
    return p.label.side is Side.INSIDE and solid(p.item, scale) is not None


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
