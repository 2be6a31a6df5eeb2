"""Where the sentences of an article begin and end. Splits only the paragraphs that are asked about.

Paragraphs are cut first, by rules of our own; inside one, nupunkt splits (it knows abbreviations, and
ignores blank lines).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

import nupunkt

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WRAPPED = range(40, 101)  # the lengths of lines that an editor or a mailer has wrapped
# A full stop after an ordinary word ends a sentence, whatever nupunkt has learned of that word ("yard.").
_STOP = re.compile(r"(?<![\w.'’-])[a-z]{4,}[.!?]+[\"'”’)\]]*[ \t]+(?=[\"'“‘(\[]?[A-Z])")
_ITEM = re.compile(r"\s*(?:[-*•#>]|\d{1,2}[.)])\s")


class Sentences:
    """The sentences of one text.

    >>> text = "Kim left on Friday. He took the U.S. envoy along."
    >>> start, end = Sentences(text).around(12, 18)
    >>> text[start:end]
    'Kim left on Friday.'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = paragraphs(text)
        self._starts = [start for start, _ in self._paragraphs]
        self._split: dict[int, list[tuple[int, int]]] = {}

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span of the sentence that holds `[start, end)`, or of the sentences, if it holds parts of two."""
        touched = [
            (low, high) for low, high in self._of(max(0, bisect_right(self._starts, start) - 1)) if low < end and start < high
        ]
        if not touched:
            return start, end
        return min(start, touched[0][0]), max(end, touched[-1][1])

    def before(self, start: int) -> Iterator[tuple[int, int]]:
        """The spans of the sentences that end before an offset, the nearest first.

        >>> text = "Kim left on Friday. He took the U.S. envoy along."
        >>> [text[slice(*span)] for span in Sentences(text).before(20)]
        ['Kim left on Friday.']
        """
        for index in range(bisect_right(self._starts, start) - 1, -1, -1):
            for low, high in reversed(self._of(index)):
                if high <= start:
                    yield low, high

    def all(self) -> Iterator[tuple[int, int]]:
        """The spans of all sentences, in order."""
        for index in range(len(self._paragraphs)):
            yield from self._of(index)

    def _of(self, index: int) -> list[tuple[int, int]]:
        if index not in self._split:
            low, high = self._paragraphs[index]
            pieces = (piece for a, b in nupunkt.sent_spans(self._text[low:high]) for piece in self._stops(low + a, low + b))
            spans = (self._trim(a, b) for a, b in pieces)
            self._split[index] = [(a, b) for a, b in spans if a < b]
        return self._split[index]

    def _stops(self, start: int, end: int) -> list[tuple[int, int]]:
        cuts = [start, *(m.end() for m in _STOP.finditer(self._text, start, end)), end]
        return list(pairwise(cuts))

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return start, end


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""The spans of the paragraphs: blocks between blank lines; each line is one, unless the block is wrapped.

    >>> paragraphs("Title\nBy Ann\n\nOne.\n")
    [(0, 6), (6, 13), (14, 19)]
    """
    out: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if match[0].strip():
            block.append(match.span())
        else:
            out.extend(_join(text, block))
            block = []
    out.extend(_join(text, block))
    return out or [(0, len(text))]


def _join(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of a block as one paragraph where they were wrapped, else each as its own."""
    lines = [text[start:end].rstrip() for start, end in block]
    wrapped = (
        len(block) > 1 and all(len(line) in _WRAPPED for line in lines[:-1]) and not any(_ITEM.match(line) for line in lines[1:])
    )
    return [(block[0][0], block[-1][1])] if wrapped else block
