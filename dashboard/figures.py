"""A view as a Plotly figure: a plain dict, exactly as wide as the view, as tall as its lanes need. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard import density, lanes
from dashboard.ink import CLEAR, INK, LINE, STRONG_LINE, Drawing
from dashboard.ruler import ruler
from dashboard.view import View

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def figure(view: View, titles: Mapping[str, str], selected: str = "") -> dict[str, Any]:
    """The figure of a view. `titles` are those of all articles, whose order gives the colours.

    The axes count days to the right and pixels downwards, and there is no margin: a pixel of the plan is a pixel
    of the page.
    """
    return laid_out(view, drawn(view, titles, selected))


def drawn(view: View, titles: Mapping[str, str], selected: str = "") -> Drawing:
    """A view as a drawing: bands where there are many events, lanes where there are few."""
    return density.draw(view, titles, selected) if view.dense else lanes.draw(view, titles, selected)


def laid_out(view: View, drawing: Drawing) -> dict[str, Any]:
    """The figure of a drawing."""
    height = max(round(drawing.height), 1)
    days = ruler(view.window, view.width)
    return {
        "data": [{"showlegend": False, **trace} for trace in drawing.traces],
        "layout": {
            "width": view.width,
            "height": height,
            "autosize": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "font": {"family": FONT, "size": 12, "color": INK},
            "showlegend": False,
            "barmode": "overlay",
            "bargap": 0,
            "dragmode": "pan",
            "hovermode": "closest",
            "hoverlabel": {
                "align": "left",
                "font": {"family": FONT, "size": 12, "color": INK},
                "bgcolor": "#fff",
                "namelength": 0,
            },
            "xaxis": {
                "type": "linear",
                "range": [view.window.first, view.window.last + 1],
                "tickmode": "array",
                "tickvals": list(days.lines),
                "showticklabels": False,
                "ticks": "",
                "gridcolor": LINE,
                "zeroline": False,
            },
            "yaxis": {"range": [height, 0], "fixedrange": True, "visible": False},
            "shapes": [*(_boundary(day) for day in days.strong), *drawing.shapes],
            "annotations": drawing.annotations,
        },
    }


def _boundary(day: int) -> dict[str, Any]:
    """The line where a month or a year begins."""
    line = {"width": 1, "color": STRONG_LINE}
    return {"type": "line", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "line": line, "layer": "below"}
