"""English phrases of time that give no date: durations, sets, vague words."""

from __future__ import annotations

from typing import Any

from timeline.expr import Expr, Nearest, Undated
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part

spans = Level()
rest = Level()
bounds = Level()

_CODES = {
    Grain.MINUTE: "TM",
    Grain.HOUR: "TH",
    Grain.DAY: "D",
    Grain.WEEK: "W",
    Grain.MONTH: "M",
    Grain.QUARTER: "Q",
    Grain.YEAR: "Y",
    Grain.DECADE: "DE",
    Grain.CENTURY: "CE",
}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def duration_value(count: Any, grain: Grain) -> str:
    """A TIMEX3 duration.

    >>> duration_value(3, Grain.WEEK), duration_value("X", Grain.DAY), duration_value(1.5, Grain.MINUTE)
    ('P3W', 'PXD', 'PT1M30S')
    """
    if count != "X" and grain is Grain.DECADE:  # two decades are twenty years
        count, grain = count * 10, Grain.YEAR
    if isinstance(count, float) and grain in _HALVES and count % 1 == 0.5:
        size, unit = _HALVES[grain]
        time = "T" if unit in "HMS" and grain <= Grain.HOUR else ""
        whole = f"{int(count)}{_CODES[grain].lstrip('T')}" if count >= 1 else ""
        return f"P{time}{whole}{size}{unit}"
    code = _CODES[grain]
    number = f"{count:g}" if isinstance(count, float) else count
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"


_HALVES = {Grain.MINUTE: (30, "S"), Grain.HOUR: (30, "M"), Grain.YEAR: (6, "M")}


# ---------------------------------------------------------------- spans: before "last week" is taken for a date


@spans(
    "the? LAST|PAST|STEP|PREVIOUS|FOLLOWING|RECENT NUMBER|DAY|COUNT|SOME UNITS",
    "the last three years: P3Y",
    "past 24 hours: PT24H",
    produces="SPAN",
)
@spans("the STEP|LAST|PAST NUMBER|DAY to NUMBER|DAY UNITS", "the next 12 to 18 months: PXM", produces="SPAN")
def span(_: Any, count: Any, *rest: Any) -> Expr:
    return Undated(duration_value(count if len(rest) == 1 else "X", rest[-1]))


@spans("the LAST|PAST|STEP SOME of UNITS", "the next couple of years: P2Y", produces="SPAN")
def span_of(_: Any, count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans("the? PAST UNIT", "the past year: P1Y", "past decade: P10Y", produces="SPAN")
def past_unit(_: int, grain: Grain) -> Expr:
    return Undated(duration_value(1, grain))


@spans("the? PAST|LAST NUMBER|SOME SEASONS", "the past three summers: XXXX-SU", produces="SET")
def past_seasons(_: int, count: Any, season: str) -> Expr:
    return Undated(f"XXXX-{season}")


@spans("ARTICLE? SOME of? UNITS AGO", "several years ago: PXY", "a few weeks ago: PXW", produces="VAGUE_DATE")
def some_ago(*values: Any) -> Expr:
    return Undated(duration_value("X", values[-2]))


@spans("RECENT UNITS and UNITS", "recent weeks and months: PAST_REF", produces="VAGUE_DATE")
@spans("RECENT UNITS", "recent years: PAST_REF", produces="VAGUE_DATE")
def recent(value: str, *units: Grain) -> Expr:
    return Undated(value)


@spans("the? STEP UNITS", "coming months: FUTURE_REF", "the coming weeks: FUTURE_REF", produces="VAGUE_DATE")
def coming(step: int, grain: Grain) -> Expr | Skip:
    return Undated("FUTURE_REF") if step > 0 else SKIP


@spans("ARTICLE SOME of? UNITS", "a couple of days: P2D", "a few weeks: PXW", produces="DURATION")
def some(_: int, count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans("EACH OTHER UNIT", "every other week: P2W", produces="SET")
def every_other(_: str, count: int, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans("EACH UNIT", "every month: P1M", "every year: P1Y", "each day: P1D", produces="SET")
def every_unit(_: str, grain: Grain) -> Expr:
    return Undated(duration_value(1, grain))


@spans("EACH NUMBER|DAY UNITS", "every two weeks: P2W", produces="SET")
def every_units(_: str, count: int, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


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
    return Undated(f"XXXX-{_SEASONS[first_month]}")


@spans("EACH DAYPART", "every morning: XXXX-XX-XXTMO", produces="SET")
@spans("DAYPARTS", "evenings: XXXX-XX-XXTEV", produces="SET")
def every_part(*values: Any) -> Expr:
    return Undated(f"XXXX-XX-XXT{values[-1].value}")


@spans("EACH WEEKEND", "every weekend: XXXX-WXX-WE", produces="SET")
@spans("WEEKENDS", "weekends: XXXX-WXX-WE", produces="SET")
def every_weekend(*values: Any) -> Expr:
    return Undated("XXXX-WXX-WE")


@spans("OFTEN", "daily: P1D", "weekly: P1W", produces="SET")
def often(value: str) -> Expr:
    return Undated(value)


@spans("VAGUE", "recently: PAST_REF", "now: PRESENT_REF", produces="VAGUE_DATE")
def vague(value: str) -> Expr:
    return Undated(value)


@spans("THESE UNITS", "these days: PRESENT_REF", produces="VAGUE_DATE")
def these(value: str, grain: Grain) -> Expr | Skip:
    return Undated(value) if grain is Grain.DAY else SKIP


@spans("COUNTED ARTICLE|EACH UNIT", "once a week: P1W", "twice a year: P1Y", produces="SET")
@spans("NUMBER COUNTED ARTICLE|EACH UNIT", "three times a day: P1D", produces="SET")
def times_a(*values: Any) -> Expr:
    return Undated(duration_value(1, values[-1]))


@spans("the PAST", "the past: PAST_REF", produces="VAGUE_DATE")
def the_past(_: int) -> Expr:
    return Undated("PAST_REF")


@spans("the PAST WEEKEND", "the past weekend = 2024-02-17..2024-02-18")
def the_past_weekend(_: int, part: Part) -> Expr:
    return Nearest(Grain.WEEK, part, -1)


@spans("the? FUTURE", "the future: FUTURE_REF", "future: FUTURE_REF", produces="VAGUE_DATE")
def future(value: str) -> Expr:
    return Undated(value)


# ---------------------------------------------------------------- rest: what no date has taken


@rest("the? NUMBER|DAY|COUNT|SOME UNITS", "three weeks: P3W", "76 days: P76D", produces="DURATION")
@rest("NUMBER|DAY|COUNT|SOME -? UNIT|UNITS", "three-week: P3W", "three-year: P3Y", produces="DURATION")
@rest("ARTICLE UNIT", "a week: P1W", "an hour: PT1H", produces="DURATION")
def duration(count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans("the ORDINAL|LAST NUMBER|DAY UNITS (of)", produces="FIRST_UNITS")
def first_units(number: int, count: int, grain: Grain) -> tuple[int, int, Grain]:
    return number, count, grain


@rest("FIRST_UNITS", "the first nine months of: P9M", produces="SPAN")
def first_units_alone(which: tuple[int, int, Grain]) -> Expr:
    return Undated(duration_value(which[1], which[2]))


@rest("the ORDINAL|LATEST NUMBER|DAY|SOME UNITS", "the first nine months: P9M", produces="SPAN")
def first_span(_: int, count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("NUMBER|DAY|COUNT|SOME more UNITS", "two more weeks: P2W", produces="DURATION")
def more(count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("ARTICLE UNIT and ARTICLE HALF", "a minute and a half: PT1M30S", produces="DURATION")
def and_a_half(_: int, grain: Grain, __: int, half: float) -> Expr:
    return Undated(duration_value(1 + half, grain))


@rest("HALF -? ARTICLE? UNIT", "half an hour: PT30M", "half-hour: PT30M", produces="DURATION")
def half(count: float, *values: Any) -> Expr:
    return Undated(duration_value(count, values[-1]))


@rest("NUMBER|DAY|COUNT -? SECONDS", "30 seconds: PT30S", produces="DURATION")
def seconds(count: int, _: str) -> Expr:
    return Undated(f"PT{count}S")


@rest("UNIT - LONG", "day-long: P1D", produces="DURATION")
def long(grain: Grain, _: None) -> Expr:
    return Undated(duration_value(1, grain))


@rest("UNITS AGO", "years ago: PXY", produces="VAGUE_DATE")
def units_ago(grain: Grain, _: int) -> Expr:
    return Undated(duration_value("X", grain))


@rest("UNITS", "weeks: PXW", "years: PXY", produces="DURATION")
def units(grain: Grain) -> Expr:
    return Undated(duration_value("X", grain))


# ---------------------------------------------------------------- bounds: more than, nearly, at least


@bounds("more than DURATION", "more than four hours: PT4H", produces="DURATION")
@bounds("(over) DURATION", "over four hours: PT4H", produces="DURATION")
def more_than(span: Undated) -> Expr:
    return Undated(span.value, "MORE_THAN")


@bounds("less than DURATION", "less than a decade: P10Y", produces="DURATION")
@bounds("(under) DURATION", "under a year: P1Y", produces="DURATION")
@bounds("(NEARLY) DURATION", "nearly a year: P1Y", produces="DURATION")
def less_than(span: Undated) -> Expr:
    return Undated(span.value, "LESS_THAN")


@bounds("no less than DURATION", "no less than two weeks: P2W", produces="DURATION")
@bounds("at least DURATION", "at least two weeks: P2W", produces="DURATION")
def at_least(span: Undated) -> Expr:
    return Undated(span.value, "EQUAL_OR_MORE")


@bounds("at most DURATION", "at most two weeks: P2W", produces="DURATION")
@bounds("up to DURATION", "up to two weeks: P2W", produces="DURATION")
@bounds("no more than DURATION", "no more than two weeks: P2W", produces="DURATION")
def at_most(span: Undated) -> Expr:
    return Undated(span.value, "EQUAL_OR_LESS")


@bounds("(CIRCA) DURATION", "about three weeks: P3W", produces="DURATION")
def around(span: Undated) -> Expr:
    return Undated(span.value, "APPROX")


@bounds("the UNIT (ENDED)", "the year ended: P1Y", produces="DURATION")
def unit_ended(grain: Grain) -> Expr | Skip:
    return Undated(duration_value(1, grain)) if grain in (Grain.YEAR, Grain.MONTH, Grain.WEEK) else SKIP
