"""Parts of English dates, and their hours: late January, the middle of last month, Saturday morning, about 1850."""

from __future__ import annotations

from typing import Any

from timeline.expr import About, Around, Clock, Dated, Expr, Here, PartOf, SameDay, Step, Weekday
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part

parts = Level()
clocks = Level()
zones = Level()
hours = Level()
alone = Level()

LEVELS = [parts, clocks, zones, hours, alone]


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


@parts("the PART|CLOSING UNITS of the? DATE", "the early days of January = 2024-01-01..2024-01-10")
@parts("the PART|CLOSING part of the? DATE", "the late part of 2019 = 2019-09..2019-12")
def part_days(part: Part, *rest: Any) -> Expr:
    return PartOf(part, rest[-1])


@parts("the PART|CLOSING UNITS of the UNIT", "the early days of the month = 2024-02-01..2024-02-10")
@parts("the PART|CLOSING part of the UNIT", "the early part of the year = 2024-01..2024-04")
def part_days_of_unit(part: Part, *rest: Any) -> Expr | Skip:
    return PartOf(part, Here(rest[-1])) if rest[-1] in (Grain.MONTH, Grain.YEAR) else SKIP


@parts("the LAST UNITS of the UNIT", "the last days of the year = 2024-09..2024-12")
@parts("the ORDINAL UNITS of the UNIT", "the first weeks of the year = 2024-01..2024-04")
@parts("the ORDINAL part of the UNIT", "the latter part of the month = 2024-02-21..2024-02-29")
def first_days_of_unit(number: int, *rest: Any) -> Expr | Skip:
    part = {1: Part.START, 2: Part.END, -1: Part.END}.get(number)
    fits = part is not None and rest[-1] in (Grain.MONTH, Grain.YEAR) and not (number == 2 and len(rest) == 2)
    return PartOf(part, Here(rest[-1])) if part is not None and fits else SKIP


@parts("the ORDINAL|LAST UNITS of the? DATE", "the first days of January = 2024-01-01..2024-01-10")
@parts("the ORDINAL part of the? DATE", "the latter part of 2019 = 2019-09..2019-12")
def first_days(number: int, *rest: Any) -> Expr | Skip:
    part = {1: Part.START, 2: Part.END, -1: Part.END}.get(number)
    return SKIP if part is None or (number == 2 and len(rest) == 2) else PartOf(part, rest[-1])


@parts("the UNIT of DATE", "the week of 3 May 2020 = 2020-04-27..2020-05-03")
def week_of(grain: Grain, date: Any) -> Expr | Skip:
    day = isinstance(date, Dated) and date.day is not None
    return Around(date, grain) if day and grain is Grain.WEEK else SKIP


@parts("CIRCA|NEARLY DATE", "about 1850 = 1850~", "around 5 March 2023 = 2023-03-05~")
def circa(_: str, date: Expr) -> Expr | Skip:
    return SKIP if isinstance(date, Weekday) else About(date)  # "to get around Wednesday's ruling"


@parts("UNIT -? EDGE", "year-end = 2024-09..2024-12", "year end = 2024-09..2024-12")
@parts("UNIT 's EDGE", "year's end = 2024-09..2024-12")
@parts("the EDGE of the UNIT", "the end of the month = 2024-02-21..2024-02-29", "the end of the year = 2024-09..2024-12")
def edge_of_unit(first: Any, second: Any) -> Expr | Skip:
    grain, part = (first, second) if isinstance(first, Grain) else (second, first)
    return PartOf(part, Here(grain)) if grain in (Grain.YEAR, Grain.MONTH) else SKIP


@hours("PART -? DAYPART DATE", "mid-afternoon yesterday = 2024-02-20")
def part_daypart(_: Part, part: Part, date: Expr) -> Expr:
    return PartOf(part, date)


@hours("DATE DAYPART", "Saturday morning = 2024-02-17", "yesterday afternoon = 2024-02-20")
def date_daypart(date: Expr, part: Part) -> Expr:
    return PartOf(part, date)


@hours("OVERNIGHT", "overnight = 2024-02-20")
def overnight(part: Part) -> Expr:
    return PartOf(part, Step(Grain.DAY, -1))


@parts("PART in the UNIT", "early in the year = 2024-01..2024-04", "late in the month = 2024-02-21..2024-02-29")
def part_of_unit(part: Part, grain: Grain) -> Expr | Skip:
    return PartOf(part, Here(grain)) if grain > Grain.DAY else SKIP


@hours("DAYPART of|on DATE", "morning of 5 March 2023 = 2023-03-05")
@hours("the DAYPART of DATE", "the night of 5 March 2023 = 2023-03-05")
def daypart_of(part: Part, date: Expr) -> Expr:
    return PartOf(part, date)


# ---------------------------------------------------------------- clocks: the time of day, then with its day


def _clock(minute: int, half: int) -> int | None:
    """Minutes from midnight of a time of twelve hours; None where there is no such time."""
    return minute % 720 + half * 60 if 60 <= minute < 780 else None


@clocks("CLOCK HALF_DAY", produces="HOUR")
def clock_half(minute: int, half: int) -> int | None:
    return _clock(minute, half)


@clocks("DAY HALF_DAY", produces="HOUR")
def hour_half(hour: int, half: int) -> int | None:
    return _clock(hour * 60, half)


@clocks("DAY|NUMBER in the DAYPART", produces="HOUR")
def hour_in(hour: int, part: Part) -> int | Skip:
    return hour % 12 * 60 + 720 * (part is not Part.MORNING) if hour <= 12 else SKIP


@clocks("MIDNIGHT", produces="HOUR")
def midnight(minute: int) -> int:
    return minute


@clocks("CLOCK in the DAYPART", produces="HOUR")
def clock_in(minute: int, part: Part) -> int:
    return minute % 720 + 720 * (part is not Part.MORNING)


@zones("HOUR|CLOCK ZONE ZONE?", produces="HOUR")
@zones("HOUR local COUNTED", produces="HOUR")
def zone(minute: int, *_: None) -> int:
    return minute


@hours("DATE , at HOUR|CLOCK", "5 March 2023, at 14:30 = 2023-03-05T14:30")
@hours("DATE at? HOUR|CLOCK", "5 March 2023 at 14:30 = 2023-03-05T14:30")
def date_clock(date: Expr, minute: int) -> Expr:
    return Clock(date, minute)


@hours("HOUR|CLOCK ,? on? DATE", "3:15 p.m. on Saturday = 2024-02-17T15:15", "3 p.m. EST Saturday = 2024-02-17T15:00")
def clock_date(minute: int, date: Expr) -> Expr:
    return Clock(date, minute)


@alone("HOUR", "3 p.m. = 2024-02-21T15:00", produces="HOUR_ALONE")
@alone("CIRCA HOUR", "around 7:15 p.m. = 2024-02-21T19:15", produces="HOUR_ALONE")
def hour(*values: Any) -> Expr:
    return Clock(SameDay(), values[-1])
