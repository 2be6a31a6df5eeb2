"""An event as it is drawn one by one: its mark, whatever its kind, and its label. Knows no lane, no band, no file.

A day is a dot. "Some time in" is a pale ground with a bracket around it and nothing inside, since any mark there
would name a day that nobody told. What lasted is a solid bar over the days that are certain. Where an end is open,
the bracket stays open and an arrow stands at the edge; where a date is told as circa or uncertain, the dot is hollow and the
bracket dashed.

Only what happened is filled. What is planned is a dashed outline, what is denied is struck through, what is claimed has a
question mark. A date that other sources give stands beside as a pale ghost, joined to the one that is drawn.
"""

from __future__ import annotations

from collections import defaultdict

from dashboard.colours import is_light
from dashboard.ink import BLACK, INK, WHITE, Placed, Scale, Trace, rgb
from dashboard.items import Item, Kind
from dashboard.marks import ARROW, DASHES, DOT, badge, bars, dots, labelled, outline, texts
from dashboard.packing import Label, Side, place
from dashboard.tails import ends, tails
from timeline.model import CLAIMED, DENIED, HAPPENED, PLANNED

BAR = 17.0
STRIP = 4.0
FEW = 0.2  # of the possible days


def marks(placed: list[Placed], scale: Scale) -> list[Trace]:
    """The marks of events and their labels, from the ground up."""
    everything, placed = placed, [p for p in placed if p.item.kind is not Kind.BY]
    return [
        _within(placed, scale),
        _lasted(placed, scale),
        _strips(placed, scale),
        *_brackets(placed, scale),
        *_struck(placed, scale),
        *_ghosts(placed, scale),
        _open_ends(placed, scale),
        *dots("days", [p for p in placed if p.item.kind is Kind.DAY], scale),
        *tails([p for p in everything if p.item.kind is Kind.BY], scale),
        *_labels(everything, scale),
    ]


def label(item: Item, scale: Scale, longest: float) -> Label:
    """The label of an event, beside its mark or inside it; `longest` is the room for its title, in pixels."""
    low, high = _mark(item, scale)
    text, told = labelled(item), badge(item)
    for other in item.others:
        first, last = _pixels(scale, *other.interval.days())
        low, high = min(low, first), max(high, last)
    if item.others or item.kind in (Kind.DAY, Kind.BY) or item.entry.status == DENIED:
        return place(text, (low, high), scale.width, None, longest, told)
    stretch = (max(low, 0.0), min(high, scale.width))
    core = solid(item, scale)
    if core is not None:
        stretch = (max(scale.px(core[0]), 0.0), min(scale.px(core[1]), scale.width))
    left = 7 + (ARROW if item.first is None else 0)
    right = 7 + (ARROW if item.last is None else 0)
    return place(text, (low, high), scale.width, (stretch[0] + left, stretch[1] - right), longest, told)


def _mark(item: Item, scale: Scale) -> tuple[float, float]:
    """Where its mark begins and ends, in pixels."""
    if item.kind is Kind.DAY:
        return _around(scale, item.moment)
    if item.kind is Kind.BY:
        return ends(item, scale)
    return _pixels(scale, item.first, item.last)


def mark_in_view(item: Item, scale: Scale) -> tuple[float, float]:
    """Where the mark begins and ends, as far as it is in view: no label takes less room."""
    low, high = _mark(item, scale)
    return max(low, 0.0), min(high, float(scale.width))


def _around(scale: Scale, moment: float) -> tuple[float, float]:
    middle = scale.px(moment)
    return middle - DOT / 2, middle + DOT / 2


def _pixels(scale: Scale, first: int | None, last: int | None) -> tuple[float, float]:
    if first is not None and first == last:
        return _around(scale, first + 0.5)
    low, high = (scale.px(day) for day in scale.clipped(first, last))
    return low, max(high, low + 4)


def _within(placed: list[Placed], scale: Scale) -> Trace:
    """The pale ground: all the days that are possible, of what was some time in them and of what lasted."""
    spans = [
        (*scale.clipped(p.item.first, p.item.last), p.y, rgb(p.colour, 0.2))
        for p in placed
        if p.item.kind is not Kind.DAY and p.item.entry.status in (HAPPENED, CLAIMED)
    ]
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
        if p.item.kind is Kind.LASTED and p.item.happened and solid(p.item, scale) is None
    ]
    return bars("strips", spans, STRIP)


def solid(item: Item, scale: Scale) -> tuple[float, float] | None:
    """Where the solid bar of something that lasted begins and ends.

    None where the certain days are few beside the possible ones: a short bar in the middle would look like a date;
    and for what did not plainly happen.
    """
    core = item.core if item.happened else None
    if core is None:
        return None
    low, high = scale.clipped(*core)
    begin, end = scale.clipped(item.first, item.last)
    return (low, high) if high - low >= FEW * (end - begin) else None


def _brackets(placed: list[Placed], scale: Scale) -> list[Trace]:
    """Whiskers at the ends that are told, and the line below that joins them; one trace a colour and dash.

    What would have lasted is closed at its top, too, since it has no solid bar that tells so.
    """
    paths: dict[tuple[str, str], list[list[float | None]]] = defaultdict(lambda: [[], []])
    for p in placed:
        if p.item.kind is Kind.DAY or (_certain(p.item) and p.item.happened and not p.item.doubtful):
            continue
        low, high = scale.clipped(p.item.first, p.item.last)
        dash = DASHES if p.item.entry.status == PLANNED else "4px,3px" if p.item.doubtful else "solid"
        xs, ys = paths[rgb(p.colour), dash]
        up, down = p.y - BAR / 2, p.y + BAR / 2
        path: list[tuple[float, float]] = [(low, down), (high, down)]
        path = [(low, up), *path] if p.item.first is not None else path
        path = [*path, (high, up)] if p.item.last is not None else path
        xs += [*(x for x, _ in path), None]
        ys += [*(y for _, y in path), None]
        if p.item.kind is Kind.LASTED and not p.item.happened:
            xs += [low, high, None]
            ys += [up, up, None]
    return [outline("brackets", xs, ys, stroke, dash) for (stroke, dash), (xs, ys) in paths.items()]


def _struck(placed: list[Placed], scale: Scale) -> list[Trace]:
    """A line through all the days of what is denied."""
    paths: dict[str, list[list[float | None]]] = defaultdict(lambda: [[], []])
    for p in placed:
        if p.item.kind is not Kind.DAY and p.item.entry.status == DENIED:
            xs, ys = paths[rgb(p.colour)]
            xs += [*scale.clipped(p.item.first, p.item.last), None]
            ys += [p.y, p.y, None]
    return [outline("struck", xs, ys, stroke, "solid") for stroke, (xs, ys) in paths.items()]


def _ghosts(placed: list[Placed], scale: Scale) -> list[Trace]:
    """The dates that other sources give: pale outlines, each with a thin line to the mark that is drawn."""
    paths: dict[str, list[list[float | None]]] = defaultdict(lambda: [[], []])
    days: list[tuple[float, float, str]] = []
    for p in placed:
        here = _mark(p.item, scale)
        stroke = rgb(p.colour, 0.55)
        for other in p.item.others:
            first, last = other.interval.days()
            there = _pixels(scale, first, last)
            xs, ys = paths[stroke]
            if there[0] > here[1] or there[1] < here[0]:
                between = (here[1], there[0]) if there[0] > here[1] else (there[1], here[0])
                xs += [scale.day(between[0]), scale.day(between[1]), None]
                ys += [p.y, p.y, None]
            if first is not None and first == last:
                days.append((first + 0.5, p.y, stroke))
                continue
            low, high = (scale.day(x) for x in there)
            xs += [low, high, high, low, low, None]
            ys += [p.y + BAR / 2, p.y + BAR / 2, p.y - BAR / 2, p.y - BAR / 2, p.y + BAR / 2, None]
    lines = [outline("ghost lines", xs, ys, stroke, "solid", 1) for stroke, (xs, ys) in paths.items()]
    rings: Trace = {
        "type": "scatter",
        "name": "ghosts",
        "mode": "markers",
        "x": [x for x, _, _ in days],
        "y": [y for _, y, _ in days],
        "marker": {
            "symbol": "circle-open",
            "size": DOT - 1,
            "color": [stroke for _, _, stroke in days],
            "line": {"width": 1.6},
        },
        "hoverinfo": "skip",
    }
    return [*lines, *([rings] if days else [])]


def _certain(item: Item) -> bool:
    """Whether something that lasted has no vague end: the solid bar then says all."""
    return item.core == (item.first, item.last)


def _open_ends(placed: list[Placed], scale: Scale) -> Trace:
    """Arrows at the edge of the chart, at the side where an end is open."""
    inset = scale.day(ARROW / 2) - scale.day(0)
    open_ends = [(scale.window.first + inset, p, "triangle-left") for p in placed if p.item.first is None]
    open_ends += [(scale.window.last + 1 - inset, p, "triangle-right") for p in placed if p.item.last is None]

    def ink(p: Placed, symbol: str) -> str:
        core = p.item.core if solid(p.item, scale) is not None else None
        on_solid = core is not None and core[0 if symbol == "triangle-left" else 1] is None
        return (BLACK if is_light(p.colour) else WHITE) if on_solid else rgb(p.colour)

    return {
        "type": "scatter",
        "name": "open ends",
        "mode": "markers",
        "x": [x for x, _, _ in open_ends],
        "y": [p.y for _, p, _ in open_ends],
        "marker": {
            "symbol": [symbol for _, _, symbol in open_ends],
            "size": ARROW,
            "color": [ink(p, symbol) for _, p, symbol in open_ends],
            "line": {"width": 0},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _labels(placed: list[Placed], scale: Scale) -> list[Trace]:
    """Labels in the page's ink, or one that can be read on a solid bar; anchored at their left or right end."""
    groups: dict[tuple[bool, str], list[Placed]] = {(False, INK): []}
    for p in placed:
        groups.setdefault((p.label.side is Side.LEFT, _ink(p, scale)), []).append(p)
    return [texts(some, scale, "middle left" if left else "middle right", ink) for (left, ink), some in groups.items()]


def _ink(p: Placed, scale: Scale) -> str:
    on_solid = p.label.side is Side.INSIDE and solid(p.item, scale) is not None
    return (BLACK if is_light(p.colour) else WHITE) if on_solid else INK
