"""English parts of a period by their number or their side: earlier this month, the second half of 2019, its third quarter."""

from __future__ import annotations

from typing import Any

from timeline.expr import (
    Around,
    Compared,
    Dated,
    Expr,
    Here,
    LatestQuarter,
    NthIn,
    Numbered,
    PartOf,
    Side,
    Step,
    Units,
    Weekday,
)
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part

_SATURDAY = 5

sides = Level()

LEVELS = [sides]


@sides("SINCE in the UNIT", "later in the week = 2024-02-21..2024-02-25", "earlier in the year = 2024-01-01..2024-02-21")
def side_of_unit(direction: int, grain: Grain) -> Expr | Skip:
    return Side(Step(grain, 0), direction > 0) if grain > Grain.DAY else SKIP


@sides("SINCE in? DATE", "earlier this month = 2024-02-01..2024-02-21", "later this year = 2024-02-21..2024-12-31")
def side(direction: int, date: Expr) -> Expr | Skip:
    if isinstance(date, Weekday):
        return SKIP  # "earlier Friday, he had denied it": than what was told, not a part of the day
    return Side(date, direction > 0)


@sides("the? LAST HALF of the UNIT", "the last half of the year = 2024-07..2024-12")
@sides("the? ORDINAL HALF of the UNIT", "the first half of the year = 2024-01..2024-06")
def half_of_unit(number: int, _: float, grain: Grain) -> Expr | Skip:
    number = 2 if number < 0 else number
    return NthIn(Here(grain), number, Grain.HALF) if number <= 2 and grain in (Grain.YEAR, Grain.MONTH) else SKIP


@sides("FIRST_UNITS of the UNIT", "the first three months of the year = 2024-01..2024-03")
def first_units_of_unit(which: tuple[int, int, Grain], grain: Grain) -> Expr | Skip:
    number, count, unit = which
    return Units(Here(grain), count, unit, at_end=number < 0) if abs(number) == 1 and grain > unit else SKIP


@sides("NTH_UNIT of|in the UNIT", "the last day of the month = 2024-02-29", "the first month of the year = 2024-01")
def nth_of_unit(which: tuple[int, Grain, int | None], grain: Grain) -> Expr | Skip:
    number, unit, day = which
    known = grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR) and grain > unit
    return NthIn(Here(grain), number, unit, day) if known else SKIP


@sides(
    "NTH_WEEKEND of|in DATE",
    "the first weekend of January = 2024-01-06..2024-01-07",
    "the last weekend in May 2011 = 2011-05-28..2011-05-29",
)
def nth_weekend_of(number: int, date: Expr) -> Expr:
    return PartOf(Part.WEEKEND, Around(NthIn(date, number, Grain.DAY, _SATURDAY), Grain.WEEK))


@sides("NTH_WEEKEND of|in the UNIT", "the second weekend of the month = 2024-02-10..2024-02-11")
def nth_weekend_of_unit(number: int, grain: Grain) -> Expr | Skip:
    return nth_weekend_of(number, Here(grain)) if grain in (Grain.MONTH, Grain.YEAR) else SKIP


@sides("the? LAST HALF of DATE", "the last half of 2012 = 2012-07..2012-12")
@sides(
    "the? ORDINAL HALF of DATE", "the second half of last year = 2023-07..2023-12", "the first half of 2019 = 2019-01..2019-06"
)
def half_in(number: int, _: float, date: Expr) -> Expr | Skip:
    return NthIn(date, 2 if number < 0 else number, Grain.HALF) if number <= 2 else SKIP


@sides(
    "NTH_UNIT of|in the? DATE",
    "the second Tuesday of January = 2024-01-09",
    "the last week of January = 2024-01-25..2024-01-31",
    "the third quarter of 2019 = 2019-07..2019-09",
)
def nth_of(which: tuple[int, Grain, int | None], date: Expr) -> Expr:
    number, grain, day = which
    return NthIn(date, number, grain, day)


@sides(
    "FIRST_UNITS of DATE", "the first three months of 2019 = 2019-01..2019-03", "the last six months of 2012 = 2012-07..2012-12"
)
def first_units(which: tuple[int, int, Grain], date: Expr) -> Expr | Skip:
    number, count, grain = which
    return Units(date, count, grain, at_end=number < 0) if abs(number) == 1 else SKIP


@sides("the? DATE NTH_UNIT", "the 1988 second quarter = 1988-04..1988-06")
@sides("the? DATE 's NTH_UNIT", "next year's first quarter = 2025-01..2025-03")
def quarter_in(date: Any, which: tuple[int, Grain, int | None]) -> Expr | Skip:
    number, grain, _ = which
    year = isinstance(date, (Dated, Step)) and grain is Grain.QUARTER and number <= 4
    return NthIn(date, number, grain) if year else SKIP


@sides("NTH_UNIT DATE", "the third quarter a year ago = 2023-07..2023-09", "the third quarter last year = 2023-07..2023-09")
def quarter_of(which: tuple[int, Grain, int | None], date: Any) -> Expr | Skip:
    number, grain, _ = which
    if isinstance(date, Compared):
        date = date.alone()
    year = isinstance(date, Step) and date.grain is Grain.YEAR
    return NthIn(date, number, grain) if year and grain is Grain.QUARTER and 0 < number <= 4 else SKIP


@sides("DATE DATE", "the quarter a year ago = 2022-10..2022-12")
def the_quarter_of(quarter: Any, date: Any) -> Expr | Skip:
    both = isinstance(quarter, LatestQuarter) and isinstance(date, Compared)
    return Compared(ago=True, quarter=True, compares=True) if both else SKIP


@sides("its|their|our|the FISCAL NTH_UNIT", "the fiscal first quarter = 2024-01..2024-03")
@sides("its|their|our NTH_UNIT", "its first quarter = 2024-01..2024-03")
@sides("NTH_UNIT", "the fourth quarter = 2023-10..2023-12", "third quarter = 2023-07..2023-09")
def numbered(*values: Any) -> Expr | Skip:
    number, grain, _ = values[-1]
    if grain is Grain.QUARTER and 0 < number <= 4:
        return Numbered(grain, number)
    return Step(grain, -1) if number == -1 else SKIP


@sides("ORDINAL - UNIT DATE", "third-quarter 2019 = 2019-07..2019-09")
def hyphenated_year(number: int, grain: Grain, year: Expr) -> Expr | Skip:
    fits = isinstance(year, Dated) and year.month is None and grain is Grain.QUARTER and number <= 4
    return NthIn(year, number, grain) if fits else SKIP


@sides("ORDINAL - UNIT", "third-quarter = 2023-07..2023-09")
def hyphenated(number: int, grain: Grain) -> Expr | Skip:
    return Numbered(grain, number) if grain is Grain.QUARTER and number <= 4 else SKIP
