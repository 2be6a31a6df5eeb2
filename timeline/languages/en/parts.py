"""Parts of English dates, and their hours: late January, the middle of last month, Saturday morning, about 1850."""

from __future__ import annotations

from typing import Any

from timeline.expr import About, Around, Clock, Dated, Expr, PartOf
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part

parts = Level()
hours = Level()

LEVELS = [parts, hours]


@parts(
    "PART -? in|on? DATE",
    "late January = 2024-01-21..2024-01-31",
    "mid-2019 = 2019-05..2019-08",
    "early in 2023 = 2023-01..2023-04",
)
@parts("the PART -? DATE", "the mid-1990s = 1994..1996", "the early 1990s = 1990..1993")
@parts(
    "the? EDGE of the? DATE", "the middle of last month = 2024-01-11..2024-01-20", "the end of January = 2024-01-21..2024-01-31"
)
def part(part: Part, date: Expr) -> Expr:
    return PartOf(part, date)


@parts("the UNIT of DATE", "the week of 3 May 2020 = 2020-04-27..2020-05-03")
def week_of(grain: Grain, date: Any) -> Expr | Skip:
    day = isinstance(date, Dated) and date.day is not None
    return Around(date, grain) if day and grain is Grain.WEEK else SKIP


@parts("CIRCA DATE", "about 1850 = 1850~", "around 5 March 2023 = 2023-03-05~")
def circa(_: str, date: Expr) -> Expr:
    return About(date)


@hours("DATE DAYPART", "Saturday morning = 2024-02-17", "yesterday afternoon = 2024-02-20")
def date_daypart(date: Expr, part: Part) -> Expr:
    return PartOf(part, date)


@hours("DATE at? CLOCK", "5 March 2023 at 14:30 = 2023-03-05T14:30")
def date_clock(date: Expr, minute: int) -> Expr:
    return Clock(date, minute)


@hours("CLOCK HALF_DAY on? DATE", "3:15 p.m. on Saturday = 2024-02-17T15:15", "12:05 a.m. today = 2024-02-21T00:05")
def clock_half(minute: int, half: int, date: Expr) -> Expr | None:
    return Clock(date, minute % 720 + half * 60) if 60 <= minute < 780 else None


@hours("DAY HALF_DAY on? DATE", "3 p.m. on Saturday = 2024-02-17T15:00")
def hour_half(hour: int, half: int, date: Expr) -> Expr | None:
    return Clock(date, hour % 12 * 60 + half * 60) if 1 <= hour <= 12 else None
