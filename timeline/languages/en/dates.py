"""Plain dates of English: a day, a month with its year, a decade, a century; what is written in full."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.expr import Clock, Dated, Expr, InFigures, NthIn, Numbered, PartOf, Range, Season, Step, Years
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part, month_length

plain = Level()
days = Level()

LEVELS = [plain, days]


def exists(year: int | None, month: int, day: int) -> Dated | None:
    """The date, or None where no year (or not that year) has such a day."""
    if not 1 <= month <= 12 or not 1 <= day <= month_length(2000 if year is None else year, month):
        return None
    return Dated(year, month, day)


# ---------------------------------------------------------------- plain: numbers and months


@plain("ISODATE", "2023-03-05 = 2023-03-05", "2023-03-05T14:30 = 2023-03-05T14:30", produces="CALDAY")
def iso(fields: tuple[int, ...]) -> Expr | None:
    day = exists(*fields[:3])
    return Clock(day, fields[3] * 60 + fields[4]) if day and len(fields) == 5 else day


@plain("SLASHED", "25/04/2023 = 2023-04-25", "04/25/2023 = 2023-04-25", "2023/04/25 = 2023-04-25", produces="CALDAY")
def slashed(fields: tuple[int, int, int, bool]) -> Expr | Skip | None:
    one, two, three, dotted = fields
    if one > 31:
        return exists(one, two, three)
    if three < 1000:
        return SKIP  # 9.11.20 may be a version as well as a day
    return InFigures.read(one, two, three, dotted=dotted)


@plain("MONTH the? DAY|NTH ,? YEAR", "March 5, 2023 = 2023-03-05", "Oct. 9th 2021 = 2021-10-09", produces="CALDAY")
@plain("MONTH the? DAY|NTH", "Oct. 9 = 2023-10-09", "January the 5th = 2024-01-05", produces="CALDAY")
def month_day(month: int, day: int, year: int | None = None) -> Expr | None:
    return exists(year, month, day)


@plain("DAY|NTH of? MONTH ,? YEAR", "5 March 2023 = 2023-03-05", "5th of May, 2021 = 2021-05-05", produces="CALDAY")
@plain("DAY - MONTH - YEAR", "27-Jan-2016 = 2016-01-27", produces="CALDAY")
@plain("DAY|NTH of? MONTH", "3rd of January = 2024-01-03", "9 October = 2023-10-09", produces="CALDAY")
@plain("the NTH of? MONTH", "the 3rd of January = 2024-01-03", produces="CALDAY")
@plain("the NTH of? MONTH ,? YEAR", "the 3rd of May 1998 = 1998-05-03", produces="CALDAY")
def day_month(day: int, month: int, year: int | None = None) -> Expr | None:
    return exists(year, month, day)


@plain("MONTH DAY|NTH - DAY|NTH ,? YEAR", "March 3-9, 2023 = 2023-03-03/2023-03-09", produces="RANGE")
@plain("MONTH DAY|NTH - DAY|NTH", "January 3–9 = 2024-01-03/2024-01-09", produces="RANGE")
def month_days(month: int, first: int, last: int, year: int | None = None) -> Expr | None:
    return _days(first, last, month, year)


@plain("DAY|NTH - DAY|NTH of? MONTH YEAR", "3-9 March 2023 = 2023-03-03/2023-03-09", produces="RANGE")
@plain("DAY|NTH - DAY|NTH of? MONTH", "3–9 January = 2024-01-03/2024-01-09", produces="RANGE")
def days_month(first: int, last: int, month: int, year: int | None = None) -> Expr | None:
    return _days(first, last, month, year)


@plain("between MONTH DAY|NTH and DAY|NTH ,? YEAR", "between August 21 and 25, 2017 = 2017-08-21..2017-08-25", produces="RANGE")
def between_days(month: int, first: int, last: int, year: int) -> Expr | None:
    low, high = exists(year, month, first), exists(year, month, last)
    return Range(low, high, lasts=False) if low and high and first < last else None


@plain("MONTH of? ,? YEAR", "May 2021 = 2021-05", "January of 2019 = 2019-01")
def month_year(month: int, year: int) -> Expr:
    return Dated(year, month)


@plain("the? DECADE", "the 1990s = 199X", "the '60s = 196X")
@plain("the? CENTURY_YEARS", "the 1800s = 18XX")
def decade(first: int) -> Expr:
    return Years(first, Grain.CENTURY if first % 100 == 0 and first < 2000 else Grain.DECADE)  # the 1800s are a hundred years


@plain("the DAY|COUNT|YEAR|SHORT_YEAR 's", "the 1990's = 199X", "the 60's = 196X")
def decade_of(first: int) -> Expr | Skip:
    known = first % 10 == 0 and (20 <= first < 100 or first >= 1000)
    return decade(first + 1900 * (first < 100)) if known else SKIP


@plain("the? PART -? DAY|COUNT|YEAR|SHORT_YEAR 's", "the mid-1990's = 1994..1996", "early 1980's = 1980..1983")
def part_of_decade(part: Part, first: int) -> Expr | Skip:
    found = decade_of(first)
    return found if found is SKIP else PartOf(part, found)


@plain("the? NTH|ORDINAL|NTH_CENTURY UNIT", "the 18th century = 1701..1800")
@plain("(the) NTH|ORDINAL|NTH_CENTURY - UNIT", "the 18th-century = 1701..1800")
@plain("NTH|ORDINAL|NTH_CENTURY - UNIT", "19th-century = 1801..1900")
@plain("the? NTH|ORDINAL|NTH_CENTURY UNIT BC|AD", "the 5th century BC = -0499..-0400", "the first century AD = 0001..0100")
def century(number: int, grain: Grain, era: int = 1) -> Expr | Skip:
    if grain is not Grain.CENTURY:
        return SKIP
    return Years(number * 100 - 99 if era > 0 else 1 - number * 100, Grain.CENTURY)


@plain("the? NTH|ORDINAL and|to|-|or NTH|ORDINAL UNITS", "the 17th and 18th centuries = 1601..1800", produces="RANGE")
def centuries(first: int, last: int, grain: Grain) -> Expr | Skip:
    if grain is not Grain.CENTURY or first >= last:
        return SKIP
    return Range(Years(first * 100 - 99, grain), Years(last * 100 - 99, grain), lasts=False)


@plain("the? SEASON of? YEAR", "the spring of 2019 = 2019-21", "winter 2019 = 2019-24")
def season_year(first_month: int, year: int) -> Expr:
    return Season(first_month, year)


@plain("the? SEASON of? YEAR - YEAR|DAY|COUNT|TWO_DIGITS", "the winter of 2014-2015 = 2014-24", "winter 1978-79 = 1978-24")
def season_years(first_month: int, year: int, _: int) -> Expr:
    return Season(first_month, year)


@plain("the? SEASON and|- SEASON of? YEAR", "the spring and summer of 2010 = 2010-03..2010-08", produces="RANGE")
def two_seasons(first: int, last: int, year: int) -> Expr | Skip:
    return Range(Season(first, year), Season(last, year), lasts=False) if first < last else SKIP


@plain("the? SEASON of? YEARS", "the winter of 2014/15 = 2014-24", "winter 1999/2000 = 1999-24")
def season_slashed(first_month: int, year: int) -> Expr:
    return Season(first_month, year)


@plain("MONTH the? ORDINAL ,? YEAR", "May the first, 1998 = 1998-05-01", "July Fourth 1976 = 1976-07-04", produces="CALDAY")
@plain("MONTH the? ORDINAL", "January twenty-first = 2024-01-21", "March the first = 2024-03-01", produces="CALDAY")
def month_ordinal(month: int, day: int, year: int | None = None) -> Expr | None:
    return exists(year, month, day)


@plain("YEAR - TWO_DIGITS", "2016-04 = 2016-04", "2009-07 = 2009-07")
def iso_month(year: int, month: int) -> Expr | Skip:
    return SKIP if month > year % 100 else Dated(year, month)  # 2008-09 are two years


@plain("the ORDINAL of MONTH ,? YEAR", "the first of May, 1998 = 1998-05-01", produces="CALDAY")
@plain("the ORDINAL of MONTH", "the first of January = 2024-01-01", produces="CALDAY")
def ordinal_month(day: int, month: int, year: int | None = None) -> Expr | None:
    return exists(year, month, day)


@plain(
    "from? MONTH DAY|NTH to|until|through DAY|NTH ,? YEAR", "from August 21 to 25, 2017 = 2017-08-21/2017-08-25", produces="RANGE"
)
def month_day_to_day(month: int, first: int, last: int, year: int) -> Expr | None:
    return _days(first, last, month, year)


@plain("YEAR Q", "2019 Q3 = 2019-07..2019-09")
def year_q(year: int, number: int) -> Expr:
    return NthIn(Dated(year), number, Grain.QUARTER)


@plain("Q of? YEAR", "Q3 2019 = 2019-07..2019-09")
def q_year(number: int, year: int) -> Expr:
    return NthIn(Dated(year), number, Grain.QUARTER)


@plain("H of? YEAR", "H1 2019 = 2019-01..2019-06")
def h_year(number: int, year: int) -> Expr:
    return NthIn(Dated(year), number, Grain.HALF)


@plain("Q", "Q4 = 2023-10..2023-12")
def q(number: int) -> Expr:
    return Numbered(Grain.QUARTER, number)


# ---------------------------------------------------------------- days: a weekday before its date says it twice


@days("WEEKDAY ,? the? CALDAY", "Sunday, March 5, 2023 = 2023-03-05", "Sunday 5 March 2023 = 2023-03-05")
def weekday_date(number: int, date: Expr) -> Expr:
    return date


@days("CALDAY", "5 March 2023 = 2023-03-05")
def calendar_day(date: Expr) -> Expr:
    return date


@days("CALDAY - CALDAY", "March 3 - March 9, 2023 = 2023-03-03/2023-03-09", produces="RANGE")
@days("from? CALDAY ,? to|until|through CALDAY", "March 3 to March 9, 2023 = 2023-03-03/2023-03-09", produces="RANGE")
def day_to_day(first: Expr, last: Expr) -> Expr:
    return Range(with_year(first, last), last, lasts=True)


@days("the UNIT BEFORE DAYWORD", "the day before yesterday = 2024-02-19", "the day after tomorrow = 2024-02-23")
def day_beside(grain: Grain, step: int, day: int) -> Expr | Skip:
    return Step(Grain.DAY, day + step) if grain is Grain.DAY and day * step > 0 else SKIP


@days("DAYWORD", "yesterday = 2024-02-20", "today = 2024-02-21", "tomorrow = 2024-02-22")
def dayword(step: int) -> Expr:
    return Step(Grain.DAY, step)


def _days(first: int, last: int, month: int, year: int | None) -> Expr | None:
    low, high = exists(year, month, first), exists(year, month, last)
    if low is None or high is None or last <= first:
        return None
    return Range(low, high, lasts=True)


def whole(date: Any) -> Any:
    """What a date is a part of: the May of "late May"; any other is its own."""
    while isinstance(date, PartOf):
        date = date.of
    return date


def with_year(first: Expr, last: Expr) -> Expr:
    """March 3 to March 9, 2023; late May and early June 2018: the year stands once and counts for both."""
    last = whole(last)
    if isinstance(first, PartOf):
        return replace(first, of=with_year(first.of, last))
    if not isinstance(first, Dated) or not isinstance(last, Dated) or first.year is not None or last.year is None:
        return first
    months = (first.month or 1, last.month or 12)
    return Dated(last.year - (months[0] > months[1]), first.month, first.day)
