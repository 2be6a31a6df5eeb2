"""English dates that count from a date told before: two days later, that evening, the year-ago quarter, the 15th.

Its rules belong to levels of others, mostly to `relative.steps`: the longest of both is taken.
"""

from __future__ import annotations

from typing import Any

from timeline.expr import (
    About,
    Beside,
    Compared,
    CountedFrom,
    Dated,
    DayOfMonth,
    Expr,
    LatestQuarter,
    NamedDay,
    PartOf,
    Season,
    Shifted,
    Step,
    Told,
    Undated,
    Weekday,
)
from timeline.grammar import SKIP, Skip
from timeline.interval import Grain, Part
from timeline.languages.en.clocks import last
from timeline.languages.en.lengths import Length, in_whole
from timeline.languages.en.relative import alone, steps
from timeline.languages.en.undated import duration_value, spans

LEVEL = steps
_IN_YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100}


def _away(count: int, grain: Grain, sign: int) -> Expr:
    """So many units from what was told; a decade later is ten years later."""
    if grain in _IN_YEARS:
        return Told(Grain.YEAR, sign * count * _IN_YEARS[grain])
    return Told(grain, sign * count)


@steps("the? PREVIOUS UNIT", "the previous year: none")
def previous_unit(step: int, grain: Grain) -> Expr | Skip:
    return SKIP if grain < Grain.DAY else Told(grain, step)


@steps("the LATEST UNIT", "the latest quarter = 2023-10..2023-12")
@steps("the LATEST FISCAL UNIT", "the latest fiscal year = 2023")
def latest(_: int, *units: Any) -> Expr | Skip:
    return LatestQuarter(over=True) if units[-1] is Grain.QUARTER else Step(units[-1], -1) if len(units) == 2 else SKIP


@steps("the UNIT", "the quarter = 2023-10..2023-12")
def the_quarter(grain: Grain) -> Expr | Skip:
    return LatestQuarter() if grain is Grain.QUARTER else SKIP


@steps("the? UNIT -? AGO|SINCE UNIT", "the year-ago quarter = 2022-10..2022-12", "the year-earlier quarter = 2022-10..2022-12")
@steps("the? UNIT -? AGO|SINCE period", "the year-earlier period = 2023")
@steps("the COMPARABLE UNIT -? AGO|SINCE UNIT", "the comparable year-ago quarter = 2022-10..2022-12")
@steps("the COMPARABLE UNIT -? AGO|SINCE period", "the comparable year-earlier period = 2023")
@steps("UNIT - AGO|SINCE", "year-ago = 2023", "year-earlier = 2023")
def year_ago(*values: Any) -> Expr | Skip:
    grain, sign, *units = [value for value in values if value is not None]
    unit = units[0] if units else None
    return Compared(ago=True, quarter=unit is Grain.QUARTER, compares=True) if grain is Grain.YEAR and sign < 0 else SKIP


@steps("the? UNIT -? AGO|SINCE NUMBER|DAY UNITS", "the year-earlier nine months: P9M", produces="DURATION")
def year_ago_months(grain: Grain, sign: int, count: int, unit: Grain) -> Expr | Skip:
    return Undated(duration_value(count, unit)) if grain is Grain.YEAR and sign < 0 else SKIP


@steps("the same|COMPARABLE UNIT|period of|in|,? ARTICLE UNIT AGO|SINCE", "the same quarter a year ago = 2022-10..2022-12")
@steps("the same|COMPARABLE UNIT|period of|in|,? LAST|PREVIOUS UNIT", "the same period last year = 2023")
def same_last_year(*values: Any) -> Expr | Skip:
    """The same quarter, period or month of the year before."""
    *units, grain = (value for value in values if isinstance(value, Grain))
    if grain is not Grain.YEAR or (values[-1] is not grain and values[-1] > 0):
        return SKIP
    if units and units[0] is not Grain.QUARTER:
        return Shifted(Told(units[0], 0), Grain.YEAR, -1) if units[0] < Grain.YEAR else SKIP
    return Compared(ago=True, quarter=bool(units), compares=True)


@steps(
    "the same|COMPARABLE UNIT|period of|in YEAR",
    "the same period of 1988 = 1988",
    "the comparable quarter of 2022 = 2022-10..2022-12",
)
@steps("the YEAR UNIT|period", "the 1988 period = 1988")
def same_in_year(*values: Any) -> Expr | Skip:
    """The same quarter or period of a year that is named."""
    units = [value for value in values if isinstance(value, Grain)]
    year = next(value for value in values if value is not None and value not in units)
    if units and units[0] is not Grain.QUARTER:
        return SKIP
    return Compared(ago=True, quarter=bool(units), compares=True, year=year)


@steps("ARTICLE UNIT SINCE", "a day later: none", "a year earlier = 2023")
@steps("NUMBER|DAY|COUNT UNIT|UNITS SINCE", "two days later: none", "three years earlier: none")
def away(count: int, grain: Grain, sign: int) -> Expr:
    return Compared(ago=False) if grain is Grain.YEAR and sign < 0 and count == 1 else _away(count, grain, sign)


@steps("UNITS SINCE", "hours later: PTXH", "months earlier: PXM", produces="VAGUE_DATE")
def units_away(grain: Grain, _: int) -> Expr:
    return Undated(duration_value("X", grain))


@steps("NUMBER|DAY|ARTICLE UNIT|UNITS BEFORE THOSE", "two days after that: none", "a year after that: none")
def after_that(count: int, grain: Grain, sign: int, _: None) -> Expr:
    return _away(count, grain, sign)


@steps("the UNIT BEFORE THOSE", "the day after that: none")
def the_unit_after_that(grain: Grain, sign: int, _: None) -> Expr | Skip:
    return Told(grain, sign) if grain >= Grain.DAY else SKIP


@spans("NUMBER|DAY DAYPARTS SINCE", "two nights later: none", "three mornings later: none", produces="DATE")
def parts_away(count: int, part: Part, sign: int) -> Expr:
    return PartOf(part, Told(Grain.DAY, sign * count))


@steps("the? FOLLOWING UNIT", "the following day: none")
def following(step: int, grain: Grain) -> Expr:
    return Told(grain, step)


@steps("THOSE same? UNIT", "that year: none", "that same day: none")
@steps("the same UNIT", "the same month: none")
def that(*values: Any) -> Expr:
    return Told(values[-1], 0)


@steps("THOSE same? DAYPART", "that evening: none", "that same evening: none")
@steps("the same DAYPART", "the same night: none")
def that_part(*values: Any) -> Expr:
    return PartOf(values[-1], Told(Grain.DAY, 0))


@steps("the very UNIT", "the very day: none")
def the_very(grain: Grain) -> Expr | Skip:
    return Told(grain, 0) if grain is Grain.DAY else SKIP


@steps("the SEASON BEFORE", "the autumn before = 2023-23", produces="BESIDE")
def season_before(first_month: int, step: int) -> Expr:
    return Beside(Season(first_month), step)


@steps("the FOLLOWING DAYPART", "the following morning: none")
def following_part(step: int, part: Part) -> Expr:
    return PartOf(part, Told(Grain.DAY, step))


@steps("the UNIT SINCE", "the week earlier: none")
@steps("the UNIT BEFORE", "the year before: none", "the day after: none", produces="BESIDE")
def unit_before(grain: Grain, step: int) -> Expr | Skip:
    return Told(grain, step) if grain >= Grain.DAY else SKIP


@steps("the WEEKDAY BEFORE", "the Friday before = 2024-02-16", produces="BESIDE")
def weekday_before(number: int, step: int) -> Expr:
    return Beside(Weekday(number), step)


@last("BESIDE DATE", "the day after Christmas = 2023-12-26", "two weeks before Easter = 2024-03-11..2024-03-17")
def beside_date(away: Told | Beside, date: Expr) -> Expr:
    return CountedFrom(date, away)


@steps("the DAYPART BEFORE", "the night before: none")
def part_before(part: Part, step: int) -> Expr | Skip:
    return PartOf(part, Told(Grain.DAY, step)) if step < 0 else SKIP


@steps("the? PREVIOUS DAYPART", "the previous night: none")
def previous_part(step: int, part: Part) -> Expr:
    return PartOf(part, Told(Grain.DAY, step))


@steps("LENGTH BEFORE|PREVIOUS", "a fortnight before: none", produces="BESIDE")
def length_before(length: Length, sign: int) -> Expr | Skip:
    found = in_whole(*length)
    return SKIP if found is None else Told(found[1], sign * found[0])


@steps("NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS BEFORE|PREVIOUS", "three days before: none", "a week prior: none", produces="BESIDE")
def counted_before(count: int, grain: Grain, sign: int) -> Expr | Skip:
    return Told(grain, sign * count) if count % 1 == 0 else SKIP


@steps("LENGTH SINCE", "half a century later: none", "a fortnight earlier: none")
def length_away(length: Length, sign: int) -> Expr | Skip:
    found = in_whole(*length)
    return SKIP if found is None else Told(found[1], sign * found[0])


@steps("SOME_OF NUMBER|DAY|COUNT UNITS SINCE", "some ten years later: none")
def some_away(_: str, count: int, grain: Grain, sign: int) -> Expr:
    return About(Told(grain, sign * count))


@steps("the PRESENT UNIT", "the present year = 2024")
def present_unit(_: str, grain: Grain) -> Expr | Skip:
    return Step(grain, 0) if grain > Grain.DAY else SKIP


@steps("the? PREVIOUS WEEKDAY", "the previous Friday = 2024-02-16")
@steps("the FOLLOWING WEEKDAY", "the following Friday: none")
def weekday_beside(step: int, number: int) -> Expr:
    return Beside(Weekday(number), step)


@steps("the? PREVIOUS MONTH", "the previous March = 2023-03")
@steps("the FOLLOWING MONTH", "the following March: none")
def month_beside(step: int, month: int) -> Expr:
    return Beside(Dated(None, month), step)


@steps("the? PREVIOUS SEASON", "the previous autumn = 2023-23")
@steps("the FOLLOWING SEASON", "the following summer: none")
def season_beside(step: int, first_month: int) -> Expr:
    return Beside(Season(first_month), step)


@steps("the same SEASON", "the same summer: none")
def same_season(first_month: int) -> Expr:
    return Beside(Season(first_month), 0)


@steps("THOSE same? SEASON", "that summer: none")
def that_season(_: None, first_month: int) -> Expr:
    return Beside(Season(first_month), 0)


@steps("the STEP WEEKDAY", "the next Friday = 2024-02-23")
def the_next_weekday(step: int, number: int) -> Expr | Skip:
    return Beside(Weekday(number), step, leans=True) if step > 0 else SKIP


@steps("the STEP MONTH", "the next March = 2024-03")
def the_next_month(step: int, month: int) -> Expr | Skip:
    return Beside(Dated(None, month), step, leans=True) if step > 0 else SKIP


@steps("the STEP SEASON", "the next summer = 2024-22")
def the_next_season(step: int, first_month: int) -> Expr | Skip:
    return Beside(Season(first_month), step, leans=True) if step > 0 else SKIP


@last("THOSE same? DATE", "that Friday: none", "that same November: none", "that Friday night: none")
def that_name(_: None, date: Any) -> Expr | Skip:
    if isinstance(date, PartOf):
        inner = that_name(_, date.of)
        return SKIP if inner is SKIP else PartOf(date.part, inner)
    weekday = isinstance(date, Weekday) and date.step is None
    month = isinstance(date, Dated) and date.year is None and date.day is None
    return Beside(date, 0) if weekday or month else SKIP


@alone("WEEKDAY ,? the NTH", "Tuesday the 13th = 2024-02-13", "Friday, the 16th = 2024-02-16")
@alone("WEEKDAY NTH", "Wednesday 14th = 2024-02-14")
def named_day(number: int, day: int) -> Expr:
    return NamedDay(number, day)


@alone("(on|by|until|till|since|throughout) the NTH", "on the 15th = 2024-02-15", "by the 18th = 2024-02-18")
def day_of_month(number: int) -> Expr:
    return DayOfMonth(number)
