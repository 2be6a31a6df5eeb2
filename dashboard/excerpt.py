"""The part of an article that is sent at once: as much around a place as may be, cut where a paragraph ends. Pure.

An article may have megabytes, and a view must not.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence

Span = tuple[int, int]

ROOM = 22_000
"""Bytes of a page's answer on each side of the place, about."""
_PIECE = 130  # bytes that a paragraph of its own takes, or a piece of one that looks different
_LEAST = 100  # characters that are taken whatever they cost


def excerpt(text: str, place: Span, furniture: Sequence[Span] = ()) -> Span:
    """Where to begin and to end, around a place that is in it, or begins in it where it is too long itself.

    `furniture` are the stretches that look different, in order.

    >>> text = "One. " * 20_000
    >>> begin, end = excerpt(text, (50_000, 50_004))
    >>> 0 < begin < 50_000 < end < len(text), excerpt("A short one.", (2, 7))
    (True, (0, 12))
    """
    low, high = (min(max(each, 0), len(text)) for each in place)
    dims = sorted(furniture)
    return _above(text, low, dims), _below(text, min(high, _below(text, low, dims)), dims)


def _below(text: str, begin: int, dims: Sequence[Span], room: int = ROOM) -> int:
    end = min(begin + room, len(text))
    while end - begin > _LEAST and (cost := _cost(text, begin, end, dims)) > room:
        end = begin + max((end - begin) * room // (cost + 1), _LEAST)
    if end == len(text):
        return end
    half = begin + (end - begin) // 2
    return next((at for sign in ("\n\n", "\n", " ") if (at := text.rfind(sign, half, end) + len(sign)) >= half), end)


def _above(text: str, end: int, dims: Sequence[Span]) -> int:
    begin = max(end - ROOM, 0)
    while end - begin > _LEAST and (cost := _cost(text, begin, end, dims)) > ROOM:
        begin = end - max((end - begin) * ROOM // (cost + 1), _LEAST)
    if begin == 0:
        return begin
    half = end - (end - begin) // 2
    return next((at + len(sign) for sign in ("\n\n", "\n", " ") if (at := text.find(sign, begin, half)) >= 0), begin)


def _cost(text: str, begin: int, end: int, dims: Sequence[Span]) -> int:
    """The bytes that a stretch takes as JSON with its paragraphs, at most."""
    breaks = text.count("\n", begin, end) + text.count("\r", begin, end)
    marks = bisect_left(dims, (end,)) - bisect_left(dims, (begin,))
    return len(json.dumps(text[begin:end])) + _PIECE * (breaks + 2 * marks)
