"""Events that may be one, two and two, with what speaks against it and the way to settle it. Components only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard.account import Pair
from dashboard.bits import MOST, Desk, copied, heading, more, quote_of
from timeline.entries import Entry
from timeline.wording import spoken


def pairs(desk: Desk, found: Sequence[Pair]) -> list[Any]:
    """All pairs that wait for a person, the likeliest first."""
    words = "They came near to being one event, and something speaks against it. The likeliest come first."
    lines = [html.Li(_pair(desk, pair), className="pair") for pair in found[:MOST]]
    return [*heading("Maybe the same", words), html.Ol(lines, className="lines"), *more(len(found) - MOST, "pairs")]


def _pair(desk: Desk, pair: Pair) -> list[Any]:
    place = ["If they are one, write into the entry of the second, ", desk.line(pair.other), ":"]
    by_hand = html.Details(
        [html.Summary("How to settle it by hand"), html.P(place), *copied(f"same_as: {pair.one.id}")], className="mend"
    )
    return [_event(desk, pair.one), _event(desk, pair.other), html.P(f"Not joined: {pair.found.why}.", className="why"), by_hand]


def _event(desk: Desk, entry: Entry) -> Any:
    source = next(iter(entry.sources), None)
    told = [quote_of(source.sentence, source.phrase)] if source is not None and source.sentence else []
    where = [html.Span(desk.title(source.article), className="where")] if source is not None else []
    parts = [html.Span(spoken(entry.interval), className="when"), html.Span(entry.title, className="what"), *told, *where]
    return dcc.Link(parts, href=desk.event(entry.id), className="event")
