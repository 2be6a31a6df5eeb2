"""Widths of text, and rows in which no label meets another. All lengths are CSS pixels; knows no colour, no date."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, chain

SIZE = 12.0  # of a label's letters
GAP = 7.0  # between a mark and its label
AIR = 10.0  # between what stands in one row
BOLD = 1.15  # how much wider bold letters are
EDGE = 4.0  # between a label and the edge of the chart

# Advance widths in thousandths of the letter size, of DejaVu Sans: the widest of the fonts a system is likely to
# have for its pages, so that a label in any other takes less room than was kept for it.
_WIDTHS = {
    280: "'ijl",
    320: "IJ ,.|",
    400: 'f-()[]t/:;\\!r"',
    530: "sz?cL_*`",
    600: "Fkvxya“”–PToe",
    645: "ESbdghnpqu0123456789${}",
    700: "KAVBRXZC",
    790: "UHNDG&OQ",
    845: "w#+<=>^~",
    1000: "Mm%W@…—",
}


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        width = self[letter] = _other(letter)
        return width


_WIDTH = _Widths(chain.from_iterable(((letter, width) for letter in letters) for width, letters in _WIDTHS.items()))


def text_width(text: str, size: float = SIZE) -> float:
    """How many pixels a text takes at most.

    >>> round(text_width("The harbour fair"))
    97
    """
    return sum(map(_WIDTH.__getitem__, text)) * size / 1000


def _other(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return 1200
    return 1100 if ord(letter) > 0x2000 else 850 if letter.isupper() else 720


def shorten(text: str, room: float, size: float = SIZE) -> str:
    """The text, or as much of it as fits with an ellipsis behind.

    >>> shorten("The harbour fair", 60)
    'The har…'
    """
    if text_width(text, size) <= room:
        return text
    room -= text_width("…", size)
    fits = bisect_right(list(accumulate(map(_WIDTH.__getitem__, text))), room * 1000 / size)
    return text[:fits].rstrip() + "…"


class Side(Enum):
    """Where a label stands: behind its mark, before it, or inside its bar."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside its mark. `x` is where the text is anchored; the box is all the room that both take.

    The badge is a short text in bold letters on the side of the mark, which is never shortened.
    """

    text: str
    side: Side
    x: float
    box: tuple[float, float]
    badge: str = ""


def place(
    text: str,
    mark: tuple[float, float],
    width: float,
    inside: tuple[float, float] | None = None,
    longest: float = 420,
    badge: str = "",
) -> Label:
    """Find room for a label on a chart `width` wide, beside the visible part of its mark, or inside it.

    Nothing is ever cut at an edge: where the text fits nowhere, it is shortened for the side with most room.
    """
    low, high = max(mark[0], 0.0), min(mark[1], width)
    text = shorten(" ".join(text.split()), longest)
    beside = text_width(f"{badge} ") * BOLD if badge else 0.0
    need = text_width(text) + beside
    rooms = {Side.RIGHT: width - EDGE - high - GAP, Side.LEFT: low - GAP - EDGE}
    if inside is not None:
        inside = max(inside[0], EDGE), min(inside[1], width - EDGE)
        rooms = {Side.INSIDE: inside[1] - inside[0], **rooms}
    side = next((side for side, room in rooms.items() if room >= need), None)
    if side is None:
        side = max(rooms, key=lambda each: rooms[each])
        text = shorten(text, max(rooms[side] - beside, 0))
        need = text_width(text) + beside if rooms[side] > 0 else 0.0
    if side is Side.RIGHT:
        return Label(text, side, high + GAP, (low, high + GAP + need), badge)
    if side is Side.LEFT:
        return Label(text, side, low - GAP, (low - GAP - need, high), badge)
    return Label(text, side, inside[0] if inside is not None else low, (low, high), badge)


def rows(boxes: Sequence[tuple[float, float]], order: Iterable[int] | None = None, most: int | None = None) -> list[int]:
    """The row of each box, so that no two of a row come nearer than `AIR`; -1 where `most` rows have no room left.

    Boxes are set in the order given (else from left to right), each in the first row that has room.
    """
    out = [-1] * len(boxes)
    taken = Rows(most)
    for index in sorted(range(len(boxes)), key=lambda i: boxes[i]) if order is None else order:
        out[index] = taken.put(boxes[index])
    return out


class Rows:
    """Boxes in rows, at most so many of them; each row is kept in order, so that a box meets only its neighbours."""

    def __init__(self, most: int | None = None) -> None:
        self.most = most
        self._rows: list[list[tuple[float, float]]] = []

    def put(self, box: tuple[float, float]) -> int:
        """Set a box into the first row that has room for it; -1 where none has."""
        number, at = self._free(box)
        if number == len(self._rows):
            if number == self.most:
                return -1
            self._rows.append([])
        self._rows[number].insert(at, box)
        return number

    def has_room(self, box: tuple[float, float]) -> bool:
        """Whether there is a row for it."""
        return self._free(box)[0] != self.most

    def _free(self, box: tuple[float, float]) -> tuple[int, int]:
        """The first row with room, and the box's place in it; a new row is the one behind the last."""
        low, high = box[0] - AIR, box[1] + AIR
        for number, row in enumerate(self._rows):
            at = bisect_left(row, box)
            if (not at or row[at - 1][1] <= low) and (at == len(row) or row[at][0] >= high):
                return number, at
        return len(self._rows), 0
