"""Parts of English dates, and their hours: late January, the middle of last month, Saturday morning, about 1850."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.expr import (
    About,
    Around,
    Dated,
    DayOfMonth,
    Expr,
    Here,
    Nearest,
    PartOf,
    Side,
    Step,
    Undated,
    Weekday,
    core,
)
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part
from timeline.languages.en import clocks, lists

parts = Level()
hours = Level()

_ENDING = (Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY)  # "the end of the decade"

LEVELS = [parts, clocks.faces, clocks.halves, clocks.zones, hours, lists.recurring, clocks.dayed, clocks.last]


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
def part_days(part: Part, *rest: Any) -> Expr | Skip:
    return SKIP if Grain.HOUR in rest[:-1] else PartOf(part, rest[-1])


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
    day = core(date)
    near = isinstance(day, (Weekday, Nearest, Undated)) or (isinstance(day, Step) and abs(day.count) <= 1)
    return SKIP if near else About(date)  # "to get around Wednesday's ruling", "he laughed about last night"


@parts("UNIT -? EDGE", "year-end = 2024-09..2024-12", "year end = 2024-09..2024-12")
@parts("UNIT 's EDGE", "year's end = 2024-09..2024-12")
@parts("the EDGE of the UNIT", "the end of the month = 2024-02-21..2024-02-29", "the end of the year = 2024-09..2024-12")
def edge_of_unit(first: Any, second: Any) -> Expr | Skip:
    grain, part = (first, second) if isinstance(first, Grain) else (second, first)
    fits = grain in _ENDING and (part is not Part.MID or grain > Grain.DAY)
    return PartOf(part, Here(grain, leans=part is Part.END)) if fits else SKIP


@parts("PART -? UNIT", "mid-year = 2024-05..2024-08", "mid-month = 2024-02-11..2024-02-20")
def middle_of_unit(part: Part, grain: Grain) -> Expr | Skip:
    fits = part is Part.MID and grain in (Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
    return PartOf(part, Here(grain)) if fits else SKIP


@parts("the REST of the UNIT", "the rest of the year = 2024-02-21..2024-12-31")
def rest_of_unit(_: None, grain: Grain) -> Expr | Skip:
    return Side(Here(grain), later=True) if grain > Grain.DAY else SKIP


@parts("the REST of the? DATE", "the rest of this month = 2024-02-21..2024-02-29", "the rest of 2019 = 2019-09..2019-12")
def rest_of(_: None, date: Expr) -> Expr:
    return Side(date, later=True)


@parts("SOME_OF COUNTED in? DATE", "some time next year = 2025")
@parts("SOMETIME in? DATE", "sometime next year = 2025", "sometime in 2019 = 2019")
def sometime(*values: Any) -> Any:
    return values[-1]


@clocks.dayed("the? PART UNITS of|on DATE", "the early hours of Saturday = 2024-02-17")
@clocks.dayed("the? PART DAYPART UNITS of|on DATE", "the early morning hours of Saturday = 2024-02-17")
def part_hours(part: Part, *values: Any) -> Expr | Skip:
    *_, grain, date = values
    return PartOf(part, date) if grain is Grain.HOUR else SKIP


@clocks.dayed("the? SMALL_HOURS of|on DATE", "the small hours of Saturday = 2024-02-17")
def small_hours(_: str, date: Expr) -> Expr:
    return PartOf(Part.START, date)


@hours("PART -? DAYPART of|on DATE", "mid-morning on Saturday = 2024-02-17")
@hours("PART -? DAYPART DATE", "mid-afternoon yesterday = 2024-02-20")
def part_daypart(_: Part, part: Part, date: Expr) -> Expr:
    return PartOf(part, date)


@hours("DATE DAYPART", "Saturday morning = 2024-02-17", "yesterday afternoon = 2024-02-20")
def date_daypart(date: Expr, part: Part) -> Expr:
    return PartOf(part, date)


@hours("(at|by|until|till|since|BEFORE|CIRCA) DAYPART DATE", "before dawn Saturday = 2024-02-17")
def daypart_weekday(part: Part, date: Expr) -> Expr | Skip:
    return PartOf(part, date) if isinstance(date, Weekday) else SKIP


@hours("TWILIGHT on? DATE", "dusk on Saturday = 2024-02-17", "sunset yesterday = 2024-02-20")
@hours("TWILIGHT of DATE", "sunset of 5 March 2023 = 2023-03-05")
def twilight(part: Part, date: Any) -> Expr | Skip:
    day = isinstance(date, Weekday) or getattr(date, "grain", None) is Grain.DAY or getattr(date, "day", None) is not None
    return PartOf(part, date) if day else SKIP


@hours("OVERNIGHT on? DATE", "overnight on Saturday = 2024-02-17")
def overnight_on(part: Part, date: Expr) -> Expr | Skip:
    return PartOf(part, date) if isinstance(date, Weekday) else SKIP


@hours("OVERNIGHT", "overnight = 2024-02-20")
def overnight(part: Part) -> Expr:
    return PartOf(part, Step(Grain.DAY, -1))


@parts("PART in the UNIT", "early in the year = 2024-01..2024-04", "late in the month = 2024-02-21..2024-02-29")
def part_of_unit(part: Part, grain: Grain) -> Expr | Skip:
    return PartOf(part, Here(grain)) if grain > Grain.DAY else SKIP


@hours("the DAYPART of DAY|NTH / DATE", "the night of 5/6 June 1944 = 1944-06-05")
def night_into(part: Part, first: int, last: Any) -> Expr | Skip:
    """The night that begins on the one day and ends on the other."""
    follows = isinstance(last, Dated) and last.day == first + 1 and part is Part.NIGHT
    return PartOf(part, replace(last, day=first)) if follows else SKIP


@hours("the DAYPART of RANGE", "the night of June 5-6, 1944 = 1944-06-05")
def night_between(part: Part, days: Any) -> Expr | Skip:
    first, last = days.first, days.last
    follows = isinstance(first, Dated) and isinstance(last, Dated) and part is Part.NIGHT and first.month == last.month
    return PartOf(part, first) if follows and first.day and last.day == first.day + 1 else SKIP


@hours("DAYPART of|on DATE", "morning of 5 March 2023 = 2023-03-05")
@hours("the DAYPART of DATE", "the night of 5 March 2023 = 2023-03-05")
def daypart_of(part: Part, date: Expr) -> Expr:
    return PartOf(part, date)


@hours("the DAYPART of the NTH", "the evening of the 15th = 2024-02-15")
def daypart_of_nth(part: Part, number: int) -> Expr:
    return PartOf(part, DayOfMonth(number))
