"""Events that may be one, two and two, with what speaks against it and the way to settle it. Components only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.account import Pair
from dashboard.bits import Reading, copied, event_row, heading, paged
from dashboard.ids import PAIR
from timeline.entries import Entry

PAIRS = 15  # on a page


def pairs(reading: Reading, found: Sequence[Pair], refused: Sequence[Pair] = ()) -> list[Any]:
    """All pairs that wait for a person, the likeliest first; below them those that a person has refused."""
    words = "They came near to being one event, and something speaks against it. The likeliest come first."
    shown, ways = paged(reading, found, PAIRS)
    lines = [html.Li(_pair(reading, pair), className="pair") for pair in shown]
    out = [*heading("Maybe the same", words), html.Ol(lines, className="lines"), *ways]
    if refused:
        these, ways = paged(reading, refused, PAIRS)
        again = [html.Li(_refused(reading, pair), className="pair") for pair in these]
        out.append(
            html.Details(
                [html.Summary(f"{len(refused):,} found to be two"), html.Ol(again, className="lines"), *ways], className="mend"
            )
        )
    return out


def _pair(reading: Reading, pair: Pair) -> list[Any]:
    why = html.P(f"Not joined: {pair.found.why}.", className="why")
    buttons = [
        _button(pair, "one", "They are one", "Shows the second under the first"),
        _button(pair, "two", "They are two", "Not offered again"),
    ]
    place = ["If they are one, write into the entry of the second, ", reading.line(pair.other), ":"]
    by_hand = html.Details(
        [html.Summary("How to settle it by hand"), html.P(place), *copied(f"same_as: {pair.one.id}")], className="mend"
    )
    settle = html.Div(buttons, className="decide") if reading.may_write else by_hand
    return [_event(reading, pair.one), _event(reading, pair.other), why, settle]


def _refused(reading: Reading, pair: Pair) -> list[Any]:
    again = [html.Div([_button(pair, "again", "Offer again", "They may be one after all")], className="decide")]
    return [_event(reading, pair.one), _event(reading, pair.other), *(again if reading.may_write else [])]


def _button(pair: Pair, does: str, words: str, told: str) -> Any:
    name = {"type": PAIR, "does": does, "pair": f"{pair.found.a} {pair.found.b}"}
    return html.Button(words, id=name, type="button", title=told, className="yes" if does == "one" else "no")


def _event(reading: Reading, entry: Entry) -> Any:
    return event_row(reading, entry, entry.id, reading.title(entry.sources[0].article) if entry.sources else "")
