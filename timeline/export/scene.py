"""Where everything stands in a picture of the timeline: its days, its rows, its ticks. Pure; draws nothing."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.entries import Entry
from timeline.export.selection import Selection, extent
from timeline.export.wording import line
from timeline.interval import civil, day_number
from timeline.notation import MONTHS
from timeline.wording import year_words

MOST = 250  # more events are drawn as bands
_SHARE, _SMALL = 0.8, 4  # a window with so much of it is taken, where the whole is so many times as long
_ROOM = 95  # pixels from tick to tick, at least
_LONGEST = 74  # letters of a label
_NARROW, _WIDE = set("iIjlftr.,:;'’!|()[] "), set("mwMWOQ@%—…")


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of a picture, the last one included, on so many pixels."""

    first: int
    last: int
    width: int

    def x(self, day: float) -> float:
        """Where a day begins."""
        return (day - self.first) / (self.last + 1 - self.first) * self.width

    def holds(self, entry: Entry) -> bool:
        """Whether any of the event's days is in the picture."""
        first, last = entry.interval.days()
        return (first is None or first <= self.last) and (last is None or last >= self.first)


@dataclass(frozen=True, slots=True)
class Placed:
    """One event: its row from 0, where its mark begins and ends, its label and where that begins."""

    entry: Entry
    row: int
    x0: float
    x1: float
    label: str
    text: float


def scale(selection: Selection, width: int) -> Scale:
    """The days that a picture shows: those asked for, else those where most of the events lie, with some air."""
    first, last = selection.window or _opening([extent(entry) for entry in selection.entries])
    return Scale(first, last, width)


def _opening(extents: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """One event of 1961 would squeeze a story of 2020 into a corner; it is counted as outside instead."""
    if not extents:
        return day_number(2020, 1, 1), day_number(2020, 12, 31)
    whole = _aired(extents)
    middles = sorted((low + high) // 2 for low, high in extents)
    most = math.ceil(len(middles) * _SHARE)
    if most < 2:
        return whole
    first, last = min(zip(middles, middles[most - 1 :], strict=False), key=lambda ends: ends[1] - ends[0])
    room = max(last - first, 10)
    core = [(low, high) for low, high in extents if first <= (low + high) // 2 <= last and high - low < room]
    part = _aired(core) if core else whole
    return part if (part[1] - part[0]) * _SMALL <= whole[1] - whole[0] else whole


def _aired(extents: Sequence[tuple[int, int]]) -> tuple[int, int]:
    first, last = min(low for low, _ in extents), max(high for _, high in extents)
    air = max(2, (last - first) // 25)
    return first - air, last + air


def placed(entries: Sequence[Entry], on: Scale) -> list[Placed]:
    """The events with rows in which no mark and no label meets another."""
    ends: list[float] = []
    out = []
    for entry in entries:
        x0, x1 = _ends(entry, on)
        text = line(entry.title)
        label = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
        long = text_width(label)
        first, last = entry.interval.days()
        dot = first == last and x1 - x0 < 13
        right = ((x0 + x1) / 2 + 6 if dot else x1) + (20 if last is None else 7)
        before = right + long > on.width and x0 - long - 9 > 0
        inside = right + long > on.width and not before and not dot
        at = max(x0, 0) + 7 if inside else x0 - long - 9 if before else right
        left, end = min(x0 - 8, at), max(x1, at + long) + 12
        row = next((number for number, taken in enumerate(ends) if taken <= left), len(ends))
        ends[row : row + 1] = [end]
        out.append(Placed(entry, row, x0, x1, label, at))
    return out


def _ends(entry: Entry, on: Scale) -> tuple[float, float]:
    """Where a mark begins and ends; an open end is a stub, and what reaches out of the picture is cut at its edge."""
    first, last = entry.interval.days()
    x1 = on.x(last + 1) if last is not None else on.x((first or 0) + 1) + 26
    x0 = on.x(first) if first is not None else on.x(last or 0) - 26
    return max(x0, -4.0), min(x1, on.width + 4.0)


def bands(entries: Sequence[Entry], on: Scale, step: int) -> list[float]:
    """How many events fall on each piece of the axis, `step` pixels wide; a longer one counts by its share."""
    sums = [0.0] * max(1, on.width // step)
    for entry in entries:
        x0, x1 = _ends(entry, on)
        low = min(max(int(x0 // step), 0), len(sums) - 1)
        high = min(max(int((x1 - 0.01) // step), low), len(sums) - 1)
        for at in range(low, high + 1):
            sums[at] += 1 / (high - low + 1)
    return sums


def ticks(on: Scale) -> list[tuple[int, str]]:
    """Days with their names: the finest of days, months and years that leaves room for them."""
    least = (on.last + 1 - on.first) / on.width * _ROOM
    for step in (1, 2, 5, 10):
        if least <= step:
            return list(_days(on, step))
    for months in (1, 2, 3, 6):
        if least <= months * 30:
            return list(_months(on, months))
    years = next(step for step in _STEPS if least <= step * 365)
    return [
        (day, year_words(year))
        for year in range(-(-civil(on.first)[0] // years) * years, civil(on.last)[0] + 1, years)
        if on.first <= (day := day_number(year, 1, 1)) <= on.last
    ]


_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)


def _days(on: Scale, step: int) -> Iterator[tuple[int, str]]:
    for day in range(on.first, on.last + 1):
        year, month, number = civil(day)
        if step == 1 or number == 1 or ((number - 1) % step == 0 and number + step / 2 <= 31):
            named = f"{number} {MONTHS[month - 1][:3]}"
            yield day, f"{MONTHS[month - 1][:3]} {year_words(year)}" if number == 1 else named


def _months(on: Scale, step: int) -> Iterator[tuple[int, str]]:
    year = civil(on.first)[0]
    for count in range(0, 12 * (civil(on.last)[0] - year + 1), step):
        month = count % 12
        day = day_number(year + count // 12, month + 1, 1)
        if on.first <= day <= on.last:
            yield day, MONTHS[month][:3] if month else f"{MONTHS[0][:3]} {year_words(year + count // 12)}"


def text_width(text: str, size: float = 12.5) -> float:
    """About how wide a text is in pixels, on the safe side.

    >>> text_width("ill") < text_width("mmm") < text_width("漢漢漢")
    True
    """
    return size * sum(map(_share, text))


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.38
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.95 if letter in _WIDE else 0.7 if letter.isupper() else 0.6
