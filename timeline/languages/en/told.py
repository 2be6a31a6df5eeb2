"""English dates that count from a date told before: two days later, that evening, the year-ago quarter, the 15th.

Its rules belong to the level of `relative.steps`: the longest of both is taken.
"""

from __future__ import annotations

from typing import Any

from timeline.expr import Compared, DayOfMonth, Expr, LatestQuarter, PartOf, Step, Told
from timeline.grammar import SKIP, Skip
from timeline.interval import Grain, Part
from timeline.languages.en.relative import steps

LEVEL = steps


@steps("the? PREVIOUS UNIT", "the previous year: none")
def previous_unit(step: int, grain: Grain) -> Expr | Skip:
    return SKIP if grain < Grain.DAY else Told(grain, step)


@steps("the LATEST UNIT", "the latest quarter = 2023-10..2023-12")
@steps("the LATEST FISCAL UNIT", "the latest fiscal year = 2023")
def latest(_: int, *units: Any) -> Expr | Skip:
    return LatestQuarter() if units[-1] is Grain.QUARTER else Step(units[-1], -1) if len(units) == 2 else SKIP


@steps("the UNIT", "the quarter = 2023-10..2023-12")
def the_quarter(grain: Grain) -> Expr | Skip:
    return LatestQuarter() if grain is Grain.QUARTER else SKIP


@steps("the? UNIT -? AGO|SINCE UNIT", "the year-ago quarter = 2022-10..2022-12", "the year-earlier quarter = 2022-10..2022-12")
@steps("the? UNIT -? AGO|SINCE period", "the year-earlier period = 2023")
@steps("UNIT - AGO|SINCE", "year-ago = 2023", "year-earlier = 2023")
def year_ago(grain: Grain, sign: int, unit: Grain | None = None) -> Expr | Skip:
    return Compared(ago=True, quarter=unit is Grain.QUARTER) if grain is Grain.YEAR and sign < 0 else SKIP


@steps("ARTICLE UNIT SINCE", "a day later: none", "a year earlier = 2023")
@steps("NUMBER|DAY|COUNT UNIT|UNITS SINCE", "two days later: none", "three years earlier: none")
def away(count: int, grain: Grain, sign: int) -> Expr:
    return Compared(ago=False) if grain is Grain.YEAR and sign < 0 and count == 1 else Told(grain, sign * count)


@steps("the? FOLLOWING UNIT", "the following day: none")
def following(step: int, grain: Grain) -> Expr:
    return Told(grain, step)


@steps("THOSE same? UNIT", "that year: none", "that same day: none")
@steps("the same UNIT", "the same month: none")
def that(*values: Any) -> Expr:
    return Told(values[-1], 0)


@steps("THOSE DAYPART", "that evening: none")
def that_part(_: None, part: Part) -> Expr:
    return PartOf(part, Told(Grain.DAY, 0))


@steps("the FOLLOWING DAYPART", "the following morning: none")
def following_part(step: int, part: Part) -> Expr:
    return PartOf(part, Told(Grain.DAY, step))


@steps("the UNIT BEFORE|SINCE", "the year before: none", "the day after: none", "the week earlier: none")
def unit_before(grain: Grain, step: int) -> Expr | Skip:
    return Told(grain, step) if grain >= Grain.DAY else SKIP


@steps("the DAYPART BEFORE", "the night before: none")
def part_before(part: Part, step: int) -> Expr | Skip:
    return PartOf(part, Told(Grain.DAY, step)) if step < 0 else SKIP


@steps("the? PREVIOUS DAYPART", "the previous night: none")
def previous_part(step: int, part: Part) -> Expr:
    return PartOf(part, Told(Grain.DAY, step))


@steps("(on) the NTH", "on the 15th = 2024-02-15")
def day_of_month(number: int) -> Expr:
    return DayOfMonth(number)
