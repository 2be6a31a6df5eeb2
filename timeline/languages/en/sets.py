"""English phrases of what recurs: every Monday, twice a week, weekends, the first Sunday of every month.

Its rules belong to the first level of `undated`: "every" takes its noun before that is a date.
"""

from __future__ import annotations

from typing import Any

from timeline.expr import Dated, Expr, Undated
from timeline.feasts import FIXED
from timeline.grammar import SKIP, Skip
from timeline.interval import Grain, Part
from timeline.languages.en.lengths import Length
from timeline.languages.en.undated import duration_value, spans
from timeline.timex import SEASONS

LEVEL = spans


@spans("EACH LENGTH", "every two and a half years: P2Y6M", produces="SET")
def every_length(_: str, length: Length) -> Expr:
    return Undated(duration_value(*length))


@spans("EACH OTHER UNIT", "every other week: P2W", produces="SET")
def every_other(_: str, count: int, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans("EACH UNIT", "every month: P1M", "every year: P1Y", "each day: P1D", produces="SET")
def every_unit(_: str, grain: Grain) -> Expr:
    return Undated(duration_value(1, grain))


@spans("EACH NUMBER|DAY|COUNT UNITS", "every two weeks: P2W", "every 10 mins: PT10M", produces="SET")
def every_units(_: str, count: int, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans(
    "EACH WEEKDAY , WEEKDAY|SMALL_WEEKDAY ,? and|or WEEKDAY|SMALL_WEEKDAY",
    "every Monday, Wednesday and Friday: XXXX-WXX-1",
    "every mon, wed and fri: XXXX-WXX-1",
    produces="SET",
)
@spans("EACH WEEKDAY and|or WEEKDAY|SMALL_WEEKDAY", "every Monday and Thursday: XXXX-WXX-1", produces="SET")
def every_two_weekdays(_: str, number: int, *__: int) -> Expr:
    """TIMEX3 has no value for several days of the week: the first is told."""
    return Undated(f"XXXX-WXX-{number + 1}")


@spans("EACH MONTH and|or MONTH", "every March and September: XXXX-03", produces="SET")
def every_two_months(_: str, month: int, __: int) -> Expr:
    return Undated(f"XXXX-{month:02d}")


@spans("EACH SEASON and|or SEASON", "every summer and winter: XXXX-SU", produces="SET")
def every_two_seasons(_: str, first_month: int, __: int) -> Expr:
    return Undated(f"XXXX-{SEASONS[first_month]}")


@spans("the ORDINAL|NTH|LAST WEEKDAY of|in EACH UNIT", "the first Monday of every month: P1M", produces="SET")
@spans("the ORDINAL|NTH|LAST UNIT of|in EACH UNIT", "the last day of each month: P1M", produces="SET")
def nth_of_every(*values: Any) -> Expr:
    return Undated(duration_value(1, values[-1]))


@spans("the ORDINAL|NTH|LAST WEEKDAY of|in EACH MONTH", "the first Sunday of every May: XXXX-05", produces="SET")
def nth_of_every_month(*values: Any) -> Expr:
    return Undated(f"XXXX-{values[-1]:02d}")


@spans("EACH ORDINAL|NTH|LAST WEEKDAY of|in the UNIT", "every first Monday of the month: P1M", produces="SET")
def every_nth_of(*values: Any) -> Expr:
    return Undated(duration_value(1, values[-1]))


@spans("EACH WEEKDAY DAYPART", "every Friday evening: XXXX-WXX-5TEV", produces="SET")
@spans("EACH WEEKDAY", "every Friday: XXXX-WXX-5", "each Thursday: XXXX-WXX-4", produces="SET")
def every_weekday(_: str, number: int, part: Part | None = None) -> Expr:
    return Undated(f"XXXX-WXX-{number + 1}" + (f"T{part.value}" if part else ""))


@spans("WEEKDAY DAYPARTS", "Tuesday nights: XXXX-WXX-2TNI", produces="SET")
def weekday_parts(number: int, part: Part) -> Expr:
    return Undated(f"XXXX-WXX-{number + 1}T{part.value}")


@spans("WEEKDAYS", "Mondays: XXXX-WXX-1", produces="SET")
def weekdays(number: int) -> Expr:
    return Undated(f"XXXX-WXX-{number + 1}")


@spans("EACH MONTH", "each July: XXXX-07", produces="SET")
def every_month(_: str, month: int) -> Expr:
    return Undated(f"XXXX-{month:02d}")


@spans("EACH SEASON", "each spring: XXXX-SP", produces="SET")
def every_season(_: str, first_month: int) -> Expr:
    return Undated(f"XXXX-{SEASONS[first_month]}")


@spans("EACH DAYPART", "every morning: XXXX-XX-XXTMO", produces="SET")
@spans("DAYPARTS", "evenings: XXXX-XX-XXTEV", produces="SET")
def every_part(*values: Any) -> Expr:
    return Undated(f"XXXX-XX-XXT{values[-1].value}")


@spans("EACH WEEKEND", "every weekend: XXXX-WXX-WE", produces="SET")
@spans("WEEKENDS", "weekends: XXXX-WXX-WE", produces="SET")
def every_weekend(*values: Any) -> Expr:
    return Undated("XXXX-WXX-WE")


@spans("COUNTED|ONCE OFTEN", "twice weekly: P1W", produces="SET")
@spans("OFTEN", "daily: P1D", "weekly: P1W", produces="SET")
def often(*values: Any) -> Expr:
    return Undated(values[-1])


@spans("COUNTED|ONCE ARTICLE|EACH|per UNIT", "once a week: P1W", "twice a year: P1Y", "twice per day: P1D", produces="SET")
@spans("NUMBER|SOME COUNTED ARTICLE|EACH|per UNIT", "three times a day: P1D", "several times a week: P1W", produces="SET")
@spans("ARTICLE SOME COUNTED ARTICLE|EACH|per UNIT", "a few times a year: P1Y", produces="SET")
def times_a(*values: Any) -> Expr:
    return Undated(duration_value(1, values[-1]))


@spans("COUNTED|ONCE? EACH FORTNIGHT", "once every fortnight: P2W", "every fortnight: P2W", produces="SET")
@spans("COUNTED|ONCE LENGTH", "twice a fortnight: P2W", "once a fortnight: P2W", produces="SET")
def times_a_fortnight(*values: Any) -> Expr:
    length = values[-1] if isinstance(values[-1], tuple) else (values[-1], Grain.WEEK)
    return Undated(duration_value(*length))


@spans("COUNTED|ONCE EACH NUMBER|DAY|COUNT|SOME UNITS", "once every two weeks: P2W", "once every few years: PXY", produces="SET")
@spans("NUMBER COUNTED EACH NUMBER|DAY UNITS", "three times every two years: P2Y", produces="SET")
@spans("EACH SOME UNITS", "every few weeks: PXW", produces="SET")
def times_in(*values: Any) -> Expr:
    return Undated(duration_value(values[-2], values[-1]))


@spans("COUNTED|ONCE? EACH ORDINAL|NTH UNIT", "every second year: P2Y", "every third week: P3W", produces="SET")
@spans("COUNTED|ONCE EACH OTHER UNIT", "once every other week: P2W", produces="SET")
def every_nth(*values: Any) -> Expr:
    return Undated(duration_value(values[-2], values[-1]))


@spans("EACH ORDINAL|NTH|OTHER WEEKDAY", "every second Tuesday: XXXX-WXX-2", "every other Friday: XXXX-WXX-5", produces="SET")
def every_nth_weekday(_: str, __: int, number: int) -> Expr:
    return Undated(f"XXXX-WXX-{number + 1}")


@spans("EACH DATE", "every December 25: XXXX-12-25", produces="SET")
def every_day_of_the_year(_: str, date: Any) -> Expr | Skip:
    yearly = isinstance(date, Dated) and date.year is None and date.day is not None
    return Undated(f"XXXX-{date.month:02d}-{date.day:02d}") if yearly else SKIP


@spans("EACH FEAST", "every Christmas Day: XXXX-12-25", "every Easter: P1Y", produces="SET")
def every_feast(_: str, name: str) -> Expr:
    fixed = FIXED.get(name)
    return Undated("P1Y" if fixed is None else f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}")
