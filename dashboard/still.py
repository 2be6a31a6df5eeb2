"""A figure as a still picture, in SVG: what stands in the chart's place until Plotly has been loaded and has drawn. Pure.

It knows what our own figures are made of, and nothing more of Plotly; what it does not know, it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from dashboard.ink import CLEAR, INK, MUTED, Trace
from dashboard.ruler import Ruler
from dashboard.state import Window

TALL = 1600  # pixels: no more of a chart is seen before anybody can scroll it
RULER = 38  # pixels of the ruler's height, as in style.css
_TAG = re.compile(r"(</?(?:b|i|s|span)\b[^>]*>)")
_LOOKS = {"b": 'font-weight="bold"', "i": 'font-style="italic"', "s": 'text-decoration="line-through"'}
_SPAN = re.compile(r'<span style="color:(rgb\([0-9, ]+\))">')
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = (
    f"text[fill='{INK}'],text[fill='{MUTED}']{{fill:#1d232b}}"  # as style.css has them
    f"@media (prefers-color-scheme: dark){{text[fill='{INK}'],text[fill='{MUTED}']{{fill:#e6eaef}}}}"
)


def still(figure: Trace, window: Window, ruler: Ruler) -> str:
    """The upper part of a figure as an SVG text, below the ruler; both of the same window.

    >>> empty = {"data": [], "layout": {"width": 300, "height": 40, "font": {"family": "serif"}}}
    >>> still(empty, Window(0, 9), Ruler((), (), (), ()))[:65]
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="78" v'
    """
    layout = figure["layout"]
    width, height = layout["width"], min(layout["height"], TALL)
    paper = _Paper(window, width)
    parts = [*paper.ground(layout, height)]
    for trace in figure["data"]:
        parts += paper.bars(trace) if trace["type"] == "bar" else paper.scatter(trace)
    parts += [part for note in layout.get("annotations", ()) for part in paper.note(note)]
    parts += paper.ruler(ruler)
    size = f'width="{width}" height="{height + RULER}" viewBox="0 {-RULER} {width} {height + RULER}"'
    font = quoteattr(layout["font"]["family"])
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family={font}><style>{_STYLE}</style>{"".join(parts)}</svg>'
    return _NO_XML.sub("", text)


class _Paper:
    """Days to pixels, and each kind of trace as elements."""

    def __init__(self, window: Window, width: int) -> None:
        self.first, self.scale, self.width = window.first, width / window.days, width

    def px(self, day: float) -> float:
        return round((day - self.first) * self.scale, 1)

    def ground(self, layout: Trace, height: float) -> Iterator[str]:
        for day in layout.get("xaxis", {}).get("tickvals", ()):
            colour = layout["xaxis"]["gridcolor"]
            yield f'<path d="M{self.px(day)} 0V{height}" stroke="{colour}"/>'
        for shape in layout.get("shapes", ()):
            across = shape.get("xref") == "paper"
            x0, x1 = (0, self.width) if across else (self.px(shape["x0"]), self.px(shape["x1"]))
            y0, y1 = (0, height) if shape.get("yref") == "paper" else (shape["y0"], shape["y1"])
            if shape["type"] == "line":
                yield f'<path d="M{x0} {y0}L{x1} {y1}" stroke="{shape["line"]["color"]}"/>'
                continue
            line = shape["line"]
            edge = f'stroke="{line["color"]}" stroke-width="{line["width"]}"' if "color" in line else ""
            yield f'<rect x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" fill="{shape["fillcolor"]}" {edge}/>'

    def ruler(self, ruler: Ruler) -> Iterator[str]:
        for ticks, y in ((ruler.above, 13 - RULER), (ruler.ticks, -6)):
            for tick in ticks:
                anchor = "middle" if tick.middle else "start"
                text = f"<b>{tick.text}</b>" if ticks is ruler.above else tick.text
                yield _text(self.px(tick.day), y - 4, text, 11, INK if ticks is ruler.above else MUTED, anchor)

    def bars(self, trace: Trace) -> Iterator[str]:
        colours, tall = trace["marker"]["color"], trace["width"]
        if colours == CLEAR:
            return
        round_ = trace["marker"].get("cornerradius", 0)
        for base, long, y, colour in zip(trace["base"], trace["x"], trace["y"], colours, strict=True):
            x, wide = self.px(base), round(long * self.scale, 1)
            yield f'<rect x="{x}" y="{y - tall / 2}" width="{wide}" height="{tall}" rx="{round_}" fill="{colour}"/>'

    def scatter(self, trace: Trace) -> Iterator[str]:
        mode = trace["mode"]
        if mode == "lines" and trace["line"].get("color") != CLEAR:
            yield self.line(trace)
        elif mode == "markers":
            yield from self.markers(trace)
        elif mode == "text":
            yield from self.texts(trace)

    def line(self, trace: Trace) -> str:
        """A path, cut where there is a None; where its shape is "hv", first across and then up or down."""
        line, steps, path, down = trace["line"], trace["line"].get("shape") == "hv", [], False
        for x, y in zip(_xs(trace), trace["y"], strict=True):
            if y is None or x is None:
                down = False
                continue
            at = self.px(x)
            path.append(f"M{at} {y:.1f}" if not down else f"H{at}V{y:.1f}" if steps else f"L{at} {y:.1f}")
            down = True
        fill = trace["fillcolor"] if trace.get("fill") else "none"
        dash = str(line.get("dash", "solid"))
        dashes = f' stroke-dasharray="{dash.replace("px", "")}"' if dash != "solid" else ""
        stroke = f' stroke="{line["color"]}" stroke-width="{line["width"]}"{dashes}' if line["width"] and "color" in line else ""
        return f'<path d="{"".join(path)}" fill="{fill}"{stroke}/>'

    def markers(self, trace: Trace) -> Iterator[str]:
        marker = trace["marker"]
        count = len(trace["x"])
        symbols, sizes, colours, widths = (
            each if isinstance(each, list) else [each] * count
            for each in (marker["symbol"], marker["size"], marker["color"], marker.get("line", {}).get("width", 0))
        )
        for x, y, symbol, size, colour, width in zip(trace["x"], trace["y"], symbols, sizes, colours, widths, strict=True):
            at, half = self.px(x), size / 2
            if symbol.startswith("triangle"):
                way = half if symbol.endswith("right") else -half
                yield f'<path d="M{at - way} {y - half}V{y + half}L{at + way} {y}Z" fill="{colour}"/>'
                continue
            inside = "none" if "open" in symbol else colour
            yield f'<circle cx="{at}" cy="{y}" r="{half}" fill="{inside}" stroke="{colour}" stroke-width="{width}"/>'
            if "x-open" in symbol:
                k = half * 0.7
                yield f'<path d="M{at - k} {y - k}l{2 * k} {2 * k}m0 {-2 * k}l{-2 * k} {2 * k}" stroke="{colour}"/>'

    def texts(self, trace: Trace) -> Iterator[str]:
        font, where = trace["textfont"], trace["textposition"]
        anchor = "end" if where.endswith("left") else "start" if where.endswith("right") else "middle"
        count = len(trace["x"])
        colours = font["color"] if isinstance(font["color"], list) else [font["color"]] * count
        for x, y, text, colour in zip(trace["x"], trace["y"], trace["text"], colours, strict=True):
            yield _text(self.px(x), y, text, font["size"], colour, anchor)

    def note(self, note: Trace) -> Iterator[str]:
        yield _text(note.get("xshift", 0), note["y"], note["text"], note["font"]["size"], note["font"]["color"], "start")


def _xs(trace: Trace) -> list[float | None]:
    if "x" in trace:
        found: list[float | None] = trace["x"]
        return found
    return [trace["x0"] + trace["dx"] * number for number in range(len(trace["y"]))]


def _text(x: float, y: float, text: str, size: float, colour: str, anchor: str) -> str:
    """A text with the few tags that our figures have; all else in it is escaped already."""
    inner = "".join(_tagged(piece) for piece in _TAG.split(text))
    place = f'x="{x}" y="{y + size * 0.36:.1f}" font-size="{size}"'
    return f'<text {place} fill="{colour}" text-anchor="{anchor}" xml:space="preserve">{inner}</text>'


def _tagged(piece: str) -> str:
    if piece.startswith("</"):
        return "</tspan>"
    if found := _SPAN.fullmatch(piece):
        return f'<tspan fill="{found[1]}">'
    return f"<tspan {_LOOKS[piece[1]]}>" if len(piece) == 3 and piece[1] in _LOOKS and _TAG.fullmatch(piece) else piece
