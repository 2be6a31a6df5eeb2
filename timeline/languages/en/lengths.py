"""English lengths of time that are no plain number of units: a fortnight, half a century, a year and a half."""

from __future__ import annotations

from typing import Any

from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain

lengths = Level()

LEVELS = [lengths]

Length = tuple[float, Grain]
"""How many, of what."""

_SMALLER = {
    Grain.CENTURY: (100, Grain.YEAR),
    Grain.DECADE: (10, Grain.YEAR),
    Grain.YEAR: (12, Grain.MONTH),
    Grain.MONTH: (4, Grain.WEEK),
    Grain.DAY: (24, Grain.HOUR),
    Grain.HOUR: (60, Grain.MINUTE),
}


def in_whole(count: float, grain: Grain) -> tuple[int, Grain] | None:
    """The length in whole units, smaller ones where it has to be; None where it cannot be told so.

    >>> in_whole(0.5, Grain.CENTURY), in_whole(2.5, Grain.YEAR), in_whole(3, Grain.DAY)
    ((50, <Grain.YEAR: 8>), (30, <Grain.MONTH: 4>), (3, <Grain.DAY: 2>))
    """
    while count % 1:
        if grain not in _SMALLER:
            return None
        size, grain = _SMALLER[grain]
        count *= size
    return int(count), grain


@lengths("CURRENT (UNIT|UNITS|FISCAL|MONTH|WEEKDAY|SEASON)", "current year = 2024", produces="STEP")
def current(_: str) -> int:
    """The current year is this one."""
    return 0


@lengths("ARTICLE FORTNIGHT", "a fortnight: P2W", produces="LENGTH")
@lengths("NUMBER|DAY FORTNIGHT", "two fortnights: P4W", produces="LENGTH")
def fortnights(count: int, weeks: int) -> Length:
    return count * weeks, Grain.WEEK


@lengths("HALF ARTICLE UNIT", "half a century: P50Y", produces="LENGTH")
def half_a(half: float, _: int, grain: Grain) -> Length:
    return half, grain


@lengths("ARTICLE HALF UNIT", "a half hour: PT30M", produces="LENGTH")
def a_half(_: int, half: float, grain: Grain) -> Length:
    return half, grain


@lengths("ARTICLE UNIT of? ARTICLE? UNIT", "a quarter of a century: P25Y", "a quarter century: P25Y", produces="LENGTH")
def quarter_of(*values: Any) -> Length | Skip:
    part, grain = values[1], values[-1]
    return (0.25, grain) if part is Grain.QUARTER and grain in (Grain.CENTURY, Grain.HOUR, Grain.YEAR) else SKIP


@lengths("ARTICLE UNIT and ARTICLE HALF", "a year and a half: P1Y6M", produces="LENGTH")
def and_a_half(count: int, grain: Grain, _: int, half: float) -> Length:
    return count + half, grain


@lengths("DECIMAL -? UNIT|UNITS", "2.5 years: P2Y6M", produces="LENGTH")
def decimal(count: float, grain: Grain) -> Length:
    return count, grain


@lengths("NUMBER|DAY -? and -? ARTICLE -? HALF -? UNIT|UNITS", "two and a half years: P2Y6M", produces="LENGTH")
def half_more(count: int, _: int, half: float, grain: Grain) -> Length:
    return count + half, grain


@lengths("NUMBER|DAY UNIT|UNITS and ARTICLE HALF", "two years and a half: P2Y6M", produces="LENGTH")
def units_and_a_half(count: int, grain: Grain, _: int, half: float) -> Length:
    return count + half, grain
