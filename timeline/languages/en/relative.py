"""English dates that count from the publication day or from a date told before: last month, three weeks ago."""

from __future__ import annotations

from typing import Any

from timeline.expr import (
    About,
    Around,
    Away,
    Beyond,
    Compared,
    Dated,
    Expr,
    Feast,
    Here,
    InYear,
    MonthStep,
    Nearest,
    Next,
    NthIn,
    Onward,
    PartOf,
    Range,
    Season,
    Shifted,
    Step,
    Told,
    Undated,
    Weekday,
)
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part
from timeline.languages.en.lengths import Length, in_whole
from timeline.languages.en.undated import bounds, duration_value, spans

_ROUND = 500  # from here on, hundreds of years ago are a round number

steps = Level()
alone = Level()

LEVELS = [steps, alone]


# ---------------------------------------------------------------- steps: last, this, next, ago


@steps("STEP? LAST|STEP WEEKDAY", "last Friday = 2024-02-16", "next Monday = 2024-02-26", "this Thursday = 2024-02-22")
def step_weekday(*values: int) -> Expr:
    return Weekday(values[-1], values[-2])


@steps("LAST|STEP MONTH", "last March = 2023-03", "next April = 2024-04", "last February = 2023-02")
def step_month(step: int, month: int) -> Expr:
    return MonthStep(month, step)


@steps("LAST|STEP SEASON", "last autumn = 2023-23", "next summer = 2024-22", "this winter = 2023-24")
def step_season(step: int, first_month: int) -> Expr:
    return Season(first_month, None, step)


@steps("LAST|STEP FISCAL? UNIT", "last month = 2024-01", "next week = 2024-02-26..2024-03-03", "this quarter = 2024-01..2024-03")
@steps("the STEP FISCAL UNIT", "the current fiscal year = 2024")
def step_unit(step: int, *units: Any) -> Expr | Skip:
    grain = units[-1]
    if grain is Grain.DAY and step > 0:
        return Told(grain, 1)  # the next day is the one after what was told
    return SKIP if grain < Grain.DAY or (grain is Grain.DAY and step == 0) else Step(grain, step)


@steps("the STEP UNIT", "the next year = 2025", "the coming month = 2024-03", "the current year = 2024")
def the_step_unit(step: int, grain: Grain) -> Expr | Skip:
    return step_unit(step, grain) if step <= 0 or grain <= Grain.DAY else Onward(grain, step)


@steps("the LAST UNIT", "the last century = 1901..2000", "the last decade = 201X")
def the_last_century(step: int, grain: Grain) -> Expr | Skip:
    return Step(grain, step) if grain in (Grain.CENTURY, Grain.DECADE) else SKIP


@steps("the LAST UNIT", "the last year: P1Y", "the last month: P1M", produces="SPAN")
def the_last_year(_: int, grain: Grain) -> Expr | Skip:
    """The year up to now, which "last year" is not."""
    return Undated(duration_value(1, grain)) if grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR) else SKIP


@steps("FISCAL YEAR", "fiscal 2019 = 2019")
def fiscal_year(_: None, year: int) -> Expr:
    return Dated(year)


@steps("the? FISCAL UNIT YEAR", "fiscal year 2019 = 2019", "the fiscal year 2020 = 2020")
@steps("the YEAR FISCAL UNIT", "the 2019 fiscal year = 2019")
def fiscal_year_named(*values: Any) -> Expr | Skip:
    grain = next(value for value in values if isinstance(value, Grain))
    year = next(value for value in values if value is not None and value is not grain)
    return Dated(year) if grain is Grain.YEAR else SKIP


@steps("the FISCAL UNIT (ended|ending)", "the fiscal year ended: P1Y", produces="DURATION")
def fiscal_year_ended(_: None, grain: Grain) -> Expr | Skip:
    return Undated(duration_value(1, grain)) if grain is Grain.YEAR else SKIP


@steps("the FISCAL UNIT", "the fiscal year = 2024")
def the_fiscal_year(_: None, grain: Grain) -> Expr | Skip:
    return Here(grain) if grain is Grain.YEAR else SKIP


@steps("(COUNTED) STEP UNIT", "time this year = 2024", "twice this month = 2024-02", produces="COUNT_OVER")
def counted(step: int, grain: Grain) -> Expr | Skip:
    return Step(grain, step) if step == 0 and grain > Grain.DAY else SKIP


@steps("NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS AGO", "three days ago = 2024-02-18", "a year ago = 2023", "2 months ago = 2023-12")
def ago(count: int, grain: Grain, sign: int) -> Expr:
    if grain is Grain.YEAR and count >= _ROUND and count % 100 == 0:
        return Undated("PAST_REF")  # "5000 years ago" names no year
    return Compared(ago=True) if grain is Grain.YEAR and count == 1 else Step(grain, sign * count)


@steps("NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS AGO DATE", "two years ago today = 2022-02-21", "a week ago today = 2024-02-14")
def ago_today(count: int, grain: Grain, sign: int, day: Any) -> Expr | Skip:
    known = isinstance(day, Step) and day.grain is Grain.DAY and grain > Grain.DAY
    return Shifted(day, grain, sign * count) if known else SKIP


@steps("NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS AGO STEP UNIT", "20 years ago this month = 2004-02")
def ago_this_month(count: int, grain: Grain, sign: int, step: int, unit: Grain) -> Expr | Skip:
    return Shifted(Step(unit, 0), grain, sign * count) if step == 0 and grain > unit > Grain.DAY else SKIP


@steps("NUMBER|DAY|ARTICLE UNIT|UNITS AGO on? WEEKDAY", "a week ago Monday = 2024-02-12", "two weeks ago on Friday = 2024-02-02")
def ago_weekday(count: int, grain: Grain, sign: int, number: int) -> Expr | Skip:
    return Shifted(Weekday(number, -1), grain, sign * count) if grain is Grain.WEEK else SKIP


@steps("LENGTH AGO", "half a century ago = 1974", "a fortnight ago = 2024-02-05..2024-02-11", "half a year ago = 2023-08")
def length_ago(length: Length, sign: int) -> Expr | Skip:
    found = in_whole(*length)
    return SKIP if found is None else Step(found[1], sign * found[0])


@steps("NUMBER|ARTICLE UNIT|UNITS or so AGO", "a decade or so ago = 201X~", "ten years or so ago = 2014~")
def or_so_ago(count: int, grain: Grain, sign: int) -> Expr:
    return About(Step(grain, sign * count))


@steps("SOME_OF NUMBER|DAY|COUNT UNITS AGO", "some 25 years ago = 1999~")
def some_ago(_: str, count: int, grain: Grain, sign: int) -> Expr:
    return About(Step(grain, sign * count))


@steps("less|fewer than NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS AGO", "less than ten years ago = 2014~")
def within(count: int, grain: Grain, sign: int) -> Expr:
    return About(Step(grain, sign * count))


@steps("at least NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS AGO", "at least ten years ago = ..2014")
@steps("more|over than? NUMBER|DAY|COUNT|ARTICLE UNIT|UNITS AGO", "more than four decades ago = ..1989")
def beyond(count: int, grain: Grain, sign: int) -> Expr:
    return Beyond(Step(grain, sign * count))


@steps("the STEP DAYPART", "the next morning: none")
def next_part(step: int, part: Part) -> Expr | Skip:
    return PartOf(part, Told(Grain.DAY, step)) if step > 0 else SKIP


@steps("the UNIT YEAR", "the year 2000 = 2000")
def the_year(grain: Grain, year: int) -> Expr | Skip:
    return Dated(year) if grain is Grain.YEAR else SKIP


@steps("STEP DAYPART", "this morning = 2024-02-21", "this evening = 2024-02-21")
@steps("LAST DAYPART", "last night = 2024-02-20")
def step_daypart(step: int, part: Part) -> Expr | Skip:
    return PartOf(part, Step(Grain.DAY, step)) if step <= 0 else SKIP


@steps("TONIGHT", "tonight = 2024-02-21")
def tonight(part: Part) -> Expr:
    return PartOf(part, Step(Grain.DAY, 0))


@steps("LAST|STEP WEEKEND", "last weekend = 2024-02-17..2024-02-18", "next weekend = 2024-03-02..2024-03-03")
def weekend(step: int, part: Part) -> Expr:
    if step <= 0:
        return Nearest(Grain.WEEK, part, step or None, this=not step)
    return PartOf(part, Step(Grain.WEEK, step))


@steps("STEP STEP WEEKEND", "this coming weekend = 2024-02-24..2024-02-25")
def coming_weekend(this: int, step: int, part: Part) -> Expr | Skip:
    return Nearest(Grain.WEEK, part, 1) if this == 0 and step > 0 else SKIP


@steps("the STEP WEEKEND", "the coming weekend = 2024-02-24..2024-02-25")
def the_coming_weekend(step: int, part: Part) -> Expr | Skip:
    return Nearest(Grain.WEEK, part, 1) if step > 0 else SKIP


@steps("the WEEKEND of DATE", "the weekend of 3 February = 2024-02-03..2024-02-04")
@steps("the WEEKEND of RANGE", "the weekend of February 3-4 = 2024-02-03..2024-02-04")
@steps("the WEEKEND of DATE and DAY|NTH", "the weekend of February 3 and 4 = 2024-02-03..2024-02-04")
@steps("the WEEKEND of DAY|NTH and|/ DATE", "the weekend of 3 and 4 February = 2024-02-03..2024-02-04")
def weekend_of(part: Part, *days: Any) -> Expr | Skip:
    date: Any = next(day for day in days if not isinstance(day, int))
    day = date.first if isinstance(date, Range) else date
    known = isinstance(day, Dated) and day.day is not None
    return PartOf(part, Around(day, Grain.WEEK)) if known else SKIP


@steps("the? PREVIOUS|FOLLOWING WEEKEND", "the following weekend: none")
@steps("THOSE WEEKEND", "that weekend: none")
def told_weekend(*values: Any) -> Expr:
    return PartOf(values[-1], Told(Grain.WEEK, values[0] or 0))


@steps("the WEEKEND", "the weekend = 2024-02-17..2024-02-18")
def the_weekend(part: Part) -> Expr:
    return Nearest(Grain.WEEK, part)


@steps("the? LAST UNIT (of|in)", "the last day of January = 2024-01-31", produces="NTH_UNIT")
@steps("the? ORDINAL|NTH UNIT", "the second week of January = 2024-01-08..2024-01-14", produces="NTH_UNIT")
def nth_unit(number: int, grain: Grain) -> tuple[int, Grain, None] | Skip:
    return (number, grain, None) if grain < Grain.YEAR or grain is Grain.DECADE else SKIP


@steps("the? LAST|ORDINAL|NTH WEEKEND (of|in)", "the last weekend of January = 2024-01-27..2024-01-28", produces="NTH_WEEKEND")
def nth_weekend(number: int, _: Part) -> int:
    return number


@steps("the? MONTH -|to MONTH UNIT", "the October-December quarter = 2023-10..2023-12", produces="NTH_UNIT")
@steps("the? MONTH - to - MONTH UNIT", "the October-to-December quarter = 2023-10..2023-12", produces="NTH_UNIT")
@steps("the MONTH -|to MONTH period", "the October-December period = 2023-10..2023-12", produces="NTH_UNIT")
def months_quarter(first: int, last: int, grain: Grain = Grain.QUARTER) -> tuple[int, Grain, None] | Skip:
    """The January-March quarter; what other months are called a quarter is no calendar quarter."""
    fits = grain is Grain.QUARTER and last == first + 2 and last % 3 == 0
    return (last // 3, grain, None) if fits else SKIP


@steps("the? MONTH UNIT", "the March quarter = 2024-01..2024-03", produces="NTH_UNIT")
def month_quarter(last: int, grain: Grain) -> tuple[int, Grain, None] | Skip:
    """The March quarter is the one that ends in March."""
    return (last // 3, grain, None) if grain is Grain.QUARTER and last % 3 == 0 else SKIP


@steps("the? LAST|ORDINAL|NTH WEEKDAY (of|in)", "the second Tuesday of January = 2024-01-09", produces="NTH_UNIT")
def nth_weekday(number: int, weekday: int) -> tuple[int, Grain, int]:
    return number, Grain.DAY, weekday


@steps("LAST|STEP FEAST", "last Thanksgiving = 2023-11-23", "next Easter = 2024-03-31", "this Christmas = 2023-12-25")
def step_feast(step: int, name: str) -> Expr:
    return Feast(name, None, step)


@steps("the EVE of FEAST", "the eve of Christmas = 2023-12-24")
def eve(_: None, name: str) -> Expr:
    return Away(Feast(name), Grain.DAY, -1)


@steps("the EVE of FEAST ,? of? YEAR", "the eve of Easter 2019 = 2019-04-20")
def eve_in(_: None, name: str, year: int) -> Expr:
    return Away(Feast(name, year), Grain.DAY, -1)


@steps("FEAST in YEAR", "Christmas in 1941 = 1941-12-25")
@steps("FEAST ,? of? YEAR", "Easter 2019 = 2019-04-21", "Christmas Eve of 1999 = 1999-12-24")
def feast_year(name: str, year: int) -> Expr:
    return Feast(name, year)


@steps("the? FEAST WEEKEND", "Easter weekend = 2024-03-30..2024-03-31", "the Thanksgiving weekend = 2023-11-25..2023-11-26")
def feast_weekend(name: str, part: Part) -> Expr:
    """The weekend that touches the feast, be it on its Thursday or on its Monday."""
    return PartOf(part, Around(Away(Feast(name), Grain.DAY, -2), Grain.WEEK))


@steps("the? FEAST UNIT", "Easter week = 2024-03-25..2024-03-31")
def feast_week(name: str, grain: Grain) -> Expr | Skip:
    return Around(Feast(name), grain) if grain is Grain.WEEK else SKIP


@steps("the UNIT BEFORE LAST", "the year before last = 2022", "the week before last = 2024-02-05..2024-02-11")
def before_last(grain: Grain, beside: int, step: int) -> Expr | Skip:
    return Step(grain, -2) if beside < 0 and step < 0 and grain >= Grain.DAY else SKIP


@steps("the WEEKEND BEFORE LAST", "the weekend before last = 2024-02-10..2024-02-11")
@steps("the WEEKEND BEFORE STEP", "the weekend after next = 2024-03-02..2024-03-03")
def weekend_beside(part: Part, beside: int, step: int) -> Expr | Skip:
    if beside * step < 0:
        return SKIP
    return PartOf(part, Step(Grain.WEEK, -2 if step < 0 else 1))  # the next one is this week's


@steps("the UNIT BEFORE STEP", "the year after next = 2026", "the week after next = 2024-03-04..2024-03-10")
def after_next(grain: Grain, beside: int, step: int) -> Expr | Skip:
    return Step(grain, 2) if beside > 0 and step > 0 and grain >= Grain.DAY else SKIP


@steps("STEP PAST WEEKDAY", "this past Friday = 2024-02-16")
def past_weekday(_: int, step: int, number: int) -> Expr:
    return Weekday(number, step)


@steps("STEP PAST SEASON", "this past autumn = 2023-23")
def past_season(_: int, step: int, first_month: int) -> Expr:
    return Season(first_month, None, step)


@steps("STEP PAST WEEKEND", "this past weekend = 2024-02-17..2024-02-18")
def past_weekend(_: int, step: int, part: Part) -> Expr:
    return Nearest(Grain.WEEK, part, -1)


@spans("the PAST WEEKEND", "the past weekend = 2024-02-17..2024-02-18")  # before it is "the past"
def the_past_weekend(_: int, part: Part) -> Expr:
    return Nearest(Grain.WEEK, part, -1)


@steps("WEEKDAY LAST", "Friday last = 2024-02-16")
def weekday_last(number: int, step: int) -> Expr | Skip:
    return Weekday(number, -1) if step < 0 else SKIP


@steps("WEEKDAY of? LAST|STEP UNIT", "Monday of last week = 2024-02-12", "Wednesday next week = 2024-02-28")
def weekday_of_week(number: int, step: int, grain: Grain) -> Expr | Skip:
    return NthIn(Step(grain, step), 1, Grain.DAY, number) if grain is Grain.WEEK else SKIP


@steps("LAST|STEP UNIT on WEEKDAY", "last week on Monday = 2024-02-12", "next week on Wednesday = 2024-02-28")
def week_on_weekday(step: int, grain: Grain, number: int) -> Expr | Skip:
    return NthIn(Step(grain, step), 1, Grain.DAY, number) if grain is Grain.WEEK else SKIP


@steps("ARTICLE UNIT on WEEKDAY", "a week on Saturday = 2024-03-02")
def week_on(count: int, grain: Grain, number: int) -> Expr | Skip:
    return Shifted(Weekday(number, 1), Grain.WEEK, count) if grain is Grain.WEEK else SKIP


@steps("NUMBER|DAY|ARTICLE UNIT|UNITS from VAGUE_DATE", "two weeks from now = 2024-03-04..2024-03-10", "a year from now = 2025")
def from_now(count: int, grain: Grain, now: Undated) -> Expr | Skip:
    return Step(grain, count) if now.value == "PRESENT_REF" else SKIP


@steps("NUMBER|DAY|ARTICLE UNIT|UNITS from DATE", "a week from today = 2024-02-28", "two weeks from tomorrow = 2024-03-07")
def from_day(count: int, grain: Grain, day: Any) -> Expr | Skip:
    known = isinstance(day, Step) and day.grain is Grain.DAY and grain >= Grain.DAY
    return Shifted(day, grain, count) if known else SKIP


@steps("LENGTH from VAGUE_DATE", "a fortnight from now = 2024-03-04..2024-03-10")
def length_from_now(length: Length, now: Undated) -> Expr | Skip:
    found = in_whole(*length)
    return Step(found[1], found[0]) if found is not None and now.value == "PRESENT_REF" else SKIP


@alone("the UNIT of MONTH of? DATE", "the month of October last year = 2023-10")
def the_month_of(grain: Grain, month: int, date: Any) -> Expr | Skip:
    return month_of(month, date) if grain is Grain.MONTH else SKIP


@alone("the UNIT of MONTH", "the month of October = 2023-10")
def the_month(grain: Grain, month: int) -> Expr | Skip:
    return Dated(None, month) if grain is Grain.MONTH else SKIP


@alone("the UNIT of DATE", "the month of May 2019 = 2019-05")
def the_month_of_a_year(grain: Grain, date: Any) -> Expr | Skip:
    if not isinstance(date, Dated) or date.month is None or date.day is not None:
        return SKIP
    return date if grain is Grain.MONTH else SKIP


@steps("the NTH|ORDINAL of the UNIT", "the first of the month = 2024-02-01")
def day_of_the_unit(number: int, grain: Grain) -> Expr | Skip:
    return NthIn(Here(grain), number) if grain is Grain.MONTH else SKIP


@steps("the NTH|ORDINAL of LAST|STEP UNIT", "the 30th of last month = 2024-01-30", "the first of this month = 2024-02-01")
def day_of_unit(number: int, step: int, grain: Grain) -> Expr | Skip:
    return NthIn(Step(grain, step), number) if grain is Grain.MONTH else SKIP


# ---------------------------------------------------------------- alone: what the year or the side is left out of


@alone("(in|of|since|by|until|through|throughout|into|during|over) the? SEASON of? DATE", "in the autumn of last year = 2023-23")
@alone("the? SEASON of? DATE", "the summer of last year = 2023-22")
def season_of(first_month: int, date: Any) -> Expr | Skip:
    return NthIn(date, first_month // 3, Grain.SEASON) if _is_a_year(date) else SKIP


@alone("the? PART -? SEASON", "late summer = 2024-08", "the early spring = 2024-03")
@alone("the? EDGE of the? SEASON", "the end of the summer = 2024-08", "the middle of winter = 2024-01")
def part_of_season(part: Part, first_month: int) -> Expr:
    return PartOf(part, Season(first_month))


@steps("NUMBER|DAY SEASONS AGO", "two summers ago = 2022-22", "three winters ago = 2020-24")
def seasons_ago(count: int, first_month: int, sign: int) -> Expr:
    return Shifted(Season(first_month, None, sign), Grain.YEAR, sign * (count - 1))


@steps("the SEASON BEFORE LAST|STEP", "the summer before last = 2022-22", "the summer after next = 2025-22")
def season_before_last(first_month: int, beside: int, step: int) -> Expr | Skip:
    return Shifted(Season(first_month, None, step), Grain.YEAR, beside) if beside * step > 0 else SKIP


@alone("MONTH of? DATE", "January of last year = 2023-01", "March last year = 2023-03")
def month_of(month: int, date: Any) -> Expr | Skip:
    return NthIn(date, month, Grain.MONTH) if _is_a_year(date) else SKIP


@alone("FEAST of? DATE", "Christmas Day last year = 2023-12-25", "Easter of next year = 2025-04-20")
def feast_of(name: str, date: Any) -> Expr | Skip:
    return _in_year(Feast(name), date)


@alone("DATE of? DATE", "March 5 last year = 2023-03-05", "July 4 of next year = 2025-07-04")
def day_of_year(day: Any, date: Any) -> Expr | Skip:
    named = isinstance(day, Dated) and day.year is None and day.day is not None
    return _in_year(day, date) if named else SKIP


def _in_year(day: Dated | Feast, date: Any) -> Expr | Skip:
    return InYear(date, day) if _is_a_year(date) else SKIP


def _is_a_year(date: Any) -> bool:
    """Whether it is last year, that year, the next year: one that is counted, not named."""
    return isinstance(date, (Step, Told, Next, Onward)) and date.grain is Grain.YEAR


@bounds("the UNIT", "the year = 2024")
def the_year_told(grain: Grain) -> Expr | Skip:
    """ "The worst storm of the year", "a profit for the year": `context` asks what stands before."""
    return Here(grain) if grain is Grain.YEAR else SKIP


@alone("MONTH", "January = 2024-01", "October = 2023-10")
def month(month: int) -> Expr:
    return Dated(None, month)


@alone("FEAST", "Christmas Day = 2023-12-25", "Good Friday = 2024-03-29")
def feast(name: str) -> Expr:
    return Feast(name)


@alone("WEEKDAY", "Saturday = 2024-02-17", "Wednesday = 2024-02-21")
def weekday(number: int) -> Expr:
    return Weekday(number)


@alone("YEAR", "2019 = 2019")
def year(year: int) -> Expr:
    return Dated(year)


@alone(
    "(in|of|since|by|until|through|throughout|into|during|over) the? SEASON", "in spring = 2024-21", "since the autumn = 2023-23"
)
def season(first_month: int) -> Expr:
    return Season(first_month)
