"""The ticks above the chart, in words of our own: days, months, years, for any year. Knows no event.

The axis counts days, because a date axis drops what it takes for no date (44 BC, the year 12024) without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.packing import text_width
from dashboard.state import Window
from timeline.interval import civil, day_number
from timeline.notation import MONTHS

_DAY_STEPS = ((1, tuple(range(1, 32))), (2, tuple(range(1, 31, 2))), (5, (1, 6, 11, 16, 21, 26)), (10, (1, 11, 21)))
_SMALL = 11.0  # letter size of the ruler
_APART = 12.0  # pixels between two texts


@dataclass(frozen=True, slots=True)
class Tick:
    """A text at a day; `middle` sets it over the middle of that day, else it begins there. `day` may be a fraction."""

    day: float
    text: str
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Ruler:
    """Two rows of texts (`above`: the year or month that holds the ticks), and the days that get a line."""

    above: tuple[Tick, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[int, ...]
    strong: tuple[int, ...]


def ruler(window: Window, width: int) -> Ruler:
    """Ticks for a window on a chart `width` pixels wide: as many as have room."""
    a_day = width / window.days
    for step, numbers in _DAY_STEPS:
        if a_day * step >= 32:
            return _days(window, width, numbers)
    for step in (1, 3, 6):
        if a_day * 29.5 * step >= 44:
            return _months(window, width, step)
    step = next(size for size in _sizes() if a_day * 365 * size >= 64)
    years = [year for year in _years(window, step) if day_number(year, 1, 1) >= window.first]
    days = tuple(day_number(year, 1, 1) for year in years)
    ticks = [Tick(day, year_words(year)) for day, year in zip(days, years, strict=True)]
    return Ruler((), _apart(ticks, window, width), days, ())


def year_words(year: int) -> str:
    """A year as the ruler has it.

    >>> year_words(2020), year_words(-43)
    ('2020', '44 BC')
    """
    return f"{1 - year} BC" if year < 1 else str(year)


def _days(window: Window, width: int, numbers: tuple[int, ...]) -> Ruler:
    lines, ticks, strong = [], [], []
    above = [Tick(window.first, _month_words(window.first))]
    for day in range(window.first, window.last + 1):
        number = civil(day)[2]
        if number == 1:
            strong.append(day)
            above.append(Tick(day, _month_words(day)))
        if number in numbers:
            lines.append(day)
            ticks.append(Tick(day + 0.5, str(number), middle=True))
    return Ruler(_apart(above, window, width), _apart(ticks, window, width), tuple(lines), tuple(strong))


def _month_words(day: int) -> str:
    year, month, _ = civil(day)
    return f"{MONTHS[month - 1]} {year_words(year)}"


def _months(window: Window, width: int, step: int) -> Ruler:
    year, month, _ = civil(window.first)
    above = [Tick(window.first, year_words(year))]
    lines, ticks, strong = [], [], []
    while (day := day_number(year, month, 1)) <= window.last:
        if day >= window.first and (month - 1) % step == 0:
            lines.append(day)
            ticks.append(Tick(day, MONTHS[month - 1][:3]))
            if month == 1:
                strong.append(day)
                above.append(Tick(day, year_words(year)))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return Ruler(_apart(above, window, width), _apart(ticks, window, width), tuple(lines), tuple(strong))


def _sizes() -> Iterator[int]:
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10


def _years(window: Window, step: int) -> list[int]:
    """Round years, as they are named: 100 BC (astronomical -99), the year 1, 100."""
    low, high = civil(window.first)[0], civil(window.last)[0]
    if step == 1:
        return list(range(low, high + 1))
    before = [1 - name for name in range((1 - low) // step * step, 0, -step) if 1 - name <= high]
    after = range(max(step, -(-low // step) * step), high + 1, step)
    return [*before, *([1] if low <= 1 <= high and before else []), *after]


def _apart(ticks: list[Tick], window: Window, width: int) -> tuple[Tick, ...]:
    """The ticks whose texts have room; of two that meet, the later one, because the first may be pinned to the edge."""
    out: list[Tick] = []
    for tick in ticks:
        need = text_width(tick.text, _SMALL)
        x = (tick.day - window.first) * width / window.days - (need / 2 if tick.middle else 0)
        if x < 0 or x + need > width:
            continue
        if out:
            before = out[-1]
            size = text_width(before.text, _SMALL)
            end = (before.day - window.first) * width / window.days + (size / 2 if before.middle else size)
            if end + _APART > x:
                if len(out) > 1 or before.day != window.first:
                    continue
                out.pop()
        out.append(tick)
    return tuple(out)
