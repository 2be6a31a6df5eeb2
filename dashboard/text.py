"""The text of an article, or of a very long one the part that is read, with the way on at both its ends. Components only."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import Any

from dash import html

from dashboard.evidence import Evidence
from dashboard.excerpt import ROOM, Span, excerpt
from dashboard.inside import inside
from dashboard.passage import Piece, passage
from dashboard.state import State

_HEADING = re.compile(r"#{1,6} +(?=\S)")
PLACE = "text-place"
"""The id of the paragraph where the reader reads on; chart.js brings it into view."""


def part(text: str, found: Evidence, state: State) -> list[Any]:
    """The part of the text around the place in the address, else around the sentence."""
    furniture = sorted((start, end) for start, end, _ in found.record.furniture) if found.record is not None else []
    at = min(state.text, len(text)) if state.text is not None else None
    begin, end = excerpt(text, _place(found) if at is None else (at, at), furniture)
    marks = found.sentence, found.phrase, furniture
    if at is None or not begin < at < end:
        read = [paragraph(each) for each in passage(text, *marks, (begin, end))]
    else:
        first, second = passage(text, *marks, (begin, at)), passage(text, *marks, (at, end))
        read = [paragraph(each) for each in first]
        read += [paragraph(each, **({} if number else {"id": PLACE, "tabIndex": "-1"})) for number, each in enumerate(second)]
    return [*_above(text, begin, state), *_back(found, begin, end, state), *read, *_below(text, end, state)]


def _place(found: Evidence) -> Span:
    whole = found.sentence or (0, 0)
    return found.phrase if found.phrase is not None and whole[1] - whole[0] > ROOM // 2 else whole


def _above(text: str, begin: int, state: State) -> list[Any]:
    told = [html.Span(f"{begin:,} characters before this", className="quiet")]
    return [_way("↑ Show more above", told, begin, state)] if text[:begin].strip() else []


def _below(text: str, end: int, state: State) -> list[Any]:
    told = [html.Span(f"{len(text) - end:,} characters after this", className="quiet")]
    return [_way("↓ Show more below", told, end, state)] if text[end:].strip() else []


def _way(words: str, told: list[Any], to: int, state: State) -> Any:
    return html.P([inside(words, replace(state, text=to)), *told], className="text-more")


def _back(found: Evidence, begin: int, end: int, state: State) -> list[Any]:
    """The way back to the sentence, where it is out of sight."""
    if found.sentence is None or begin <= found.sentence[0] < end or begin < found.sentence[1] <= end:
        return []
    return [html.P(inside("Back to the sentence", replace(state, text=None)), className="text-more")]


def paragraph(pieces: list[Piece], **properties: Any) -> Any:
    """A paragraph with its sentence and its phrase marked; of every character, since offsets are counted in them.

    What is no prose of the article stands back; so does the mark of a heading, be it Markdown or not.
    """
    children: list[Any] = []
    if all(piece.dim or not piece.text.strip() for piece in pieces):
        properties["className"] = "aside"
    elif heading := _heading(pieces):
        properties["className"] = "heading"
        children.append(html.Span(heading[0], className="dim"))
        pieces = [replace(pieces[0], text=pieces[0].text[heading.end() :]), *pieces[1:]]
    for marked, run in groupby(pieces, key=lambda piece: piece.sentence):
        inner = [html.Mark(p.text, className="phrase") if p.phrase else _plain(p) for p in run]
        children += [html.Mark(inner, className="sentence")] if marked else inner
    return html.P(children, **properties)


def _heading(pieces: list[Piece]) -> re.Match[str] | None:
    """The mark of a heading, where the paragraph is one line and begins with it."""
    one_line = not any("\n" in piece.text or "\r" in piece.text for piece in pieces)
    return _HEADING.match(pieces[0].text) if one_line and not pieces[0].sentence else None


def _plain(piece: Piece) -> Any:
    return html.Span(piece.text, className="dim") if piece.dim else piece.text
