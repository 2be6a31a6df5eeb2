"""An article's text in paragraphs and pieces: what is the sentence, what the phrase, what is not prose. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")  # nothing else ends a line


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is one thing throughout. `dim`: no prose of the article, such as its header lines."""

    text: str
    sentence: bool = False
    phrase: bool = False
    dim: bool = False


def passage(
    text: str, sentence: Span | None, phrase: Span | None, furniture: Iterable[Span] = (), within: Span | None = None
) -> list[list[Piece]]:
    r"""Paragraphs of pieces. White space inside a paragraph is kept; blank lines between them are what is left out.

    `within` is the part of the text that is wanted.

    >>> [piece.text for piece in passage("One.\n\nTwo on Monday.", (6, 20), (13, 19))[1]]
    ['Two on ', 'Monday', '.']
    """
    dims = sorted(span for span in furniture if span[0] < span[1])
    marks = [span for span in (sentence, phrase) if span is not None]
    cuts = sorted({place for span in [*dims, *marks] for place in span})
    found = _paragraphs(text, *(within or (0, len(text))))
    return [_pieces(text, begin, end, cuts, sentence, phrase, dims) for begin, end in found]


def _paragraphs(text: str, first: int, last: int) -> list[Span]:
    out: list[Span] = []
    begin: int | None = None
    end = 0
    for line in _LINE.finditer(text, first, last):
        if line[1].strip():
            begin = line.start() if begin is None else begin
            end = line.end(1)
        elif begin is not None:
            out.append((begin, end))
            begin = None
    return [*out, (begin, end)] if begin is not None else out


def _pieces(
    text: str, begin: int, end: int, cuts: list[int], sentence: Span | None, phrase: Span | None, dims: list[Span]
) -> list[Piece]:
    places = [begin, *cuts[bisect_right(cuts, begin) : bisect_left(cuts, end)], end]
    return [
        Piece(
            text[low:high],
            _within(low, high, sentence) or _within(low, high, phrase),
            _within(low, high, phrase),
            _within(low, high, dims[bisect_right(dims, (low, len(text))) - 1] if dims else None),
        )
        for low, high in pairwise(places)
    ]


def _within(low: int, high: int, span: Span | None) -> bool:
    return span is not None and span[0] <= low and high <= span[1]
