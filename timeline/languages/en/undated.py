"""English phrases of time that give no date: durations, and how long they last at least or at most.

What recurs is told in sets.py, what is only vague in vague.py: both add their rules to these levels.
"""

from __future__ import annotations

from typing import Any

from timeline.expr import Expr, Undated
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part
from timeline.languages.en.lengths import Length, in_whole
from timeline.timex import SEASONS

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
# Units that are told together, the larger first: "an hour and ten minutes".
_PAIRS = {
    (Grain.YEAR, Grain.MONTH),
    (Grain.YEAR, Grain.WEEK),
    (Grain.YEAR, Grain.DAY),
    (Grain.MONTH, Grain.WEEK),
    (Grain.MONTH, Grain.DAY),
    (Grain.WEEK, Grain.DAY),
    (Grain.DAY, Grain.HOUR),
    (Grain.HOUR, Grain.MINUTE),
}
_OUT_OF_REACH = 9000  # years ago that no calendar names
# Half of it in a smaller unit: half an hour is PT30M.
_HALVES = {Grain.MINUTE: (30, "S"), Grain.HOUR: (30, "M"), Grain.YEAR: (6, "M")}


def duration_value(count: Any, grain: Grain) -> str:
    """A TIMEX3 duration.

    >>> duration_value(3, Grain.WEEK), duration_value("X", Grain.DAY), duration_value(1.5, Grain.MINUTE)
    ('P3W', 'PXD', 'PT1M30S')
    """
    if count != "X" and (grain is Grain.DECADE or (grain is Grain.CENTURY and count % 1)):  # two decades are twenty years
        count, grain = count * (10 if grain is Grain.DECADE else 100), Grain.YEAR
        count = int(count) if count % 1 == 0 else count
    if count == 0.25 and (smaller := in_whole(count, grain)) is not None:
        count, grain = smaller
    if isinstance(count, float) and grain in _HALVES and count % 1 == 0.5:
        size, unit = _HALVES[grain]
        time = "T" if unit in "HMS" and grain <= Grain.HOUR else ""
        whole = f"{int(count)}{_CODES[grain].lstrip('T')}" if count >= 1 else ""
        return f"P{time}{whole}{size}{unit}"
    code = _CODES[grain]
    number = f"{count:g}" if isinstance(count, float) else count
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"


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


@spans("the LAST|PAST|STEP HALF UNIT", "the past half century: P50Y", produces="SPAN")
def past_half(_: int, half: float, grain: Grain) -> Expr:
    return Undated(duration_value(half, grain))


@spans("the? LAST|PAST|STEP LENGTH", "the past two and a half years: P2Y6M", produces="SPAN")
def past_length(_: int, length: Length) -> Expr:
    return Undated(duration_value(*length))


@spans("the LAST|PAST|STEP FORTNIGHT", "the last fortnight: P2W", produces="SPAN")
def past_fortnight(_: int, weeks: int) -> Expr:
    return Undated(duration_value(weeks, Grain.WEEK))


@spans("the? PAST UNIT", "the past year: P1Y", "past decade: P10Y", produces="SPAN")
def past_unit(_: int, grain: Grain) -> Expr:
    return Undated(duration_value(1, grain))


@spans("the? PAST|LAST NUMBER|SOME SEASONS", "the past three summers: XXXX-SU", produces="SET")
def past_seasons(_: int, count: Any, first_month: int) -> Expr:
    return Undated(f"XXXX-{SEASONS[first_month]}")


@spans("ARTICLE? SOME of? UNITS AGO", "several years ago: PXY", "a few weeks ago: PXW", produces="VAGUE_DATE")
@spans("SOME_OF UNITS AGO", "some years ago: PXY", produces="VAGUE_DATE")
def some_ago(*values: Any) -> Expr:
    return Undated(duration_value("X", values[-2]))


@spans("NUMBER|COUNT UNITS AGO", "12,000 years ago: P12000Y", produces="VAGUE_DATE")
def ages_ago(count: int, grain: Grain, _: int) -> Expr | Skip:
    """No calendar goes back so far, and no count of years is meant so exactly."""
    years = count * {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}.get(grain, 0)
    return Undated(duration_value(count, grain)) if years >= _OUT_OF_REACH else SKIP


@spans("TENFOLD|HUNDREDS of HUNDREDS of UNITS AGO", "tens of thousands of years ago: PXY", produces="VAGUE_DATE")
@spans("HUNDREDS of UNITS AGO", "hundreds of years ago: PXY", produces="VAGUE_DATE")
def hundreds_ago(*values: Any) -> Expr:
    return Undated(duration_value("X", values[-2]))


@spans("NUMBER|DAY|COUNT|DECIMAL MILLION UNITS AGO", "66 million years ago: P66000000Y", produces="VAGUE_DATE")
def millions_ago(count: float, size: int, grain: Grain, _: int) -> Expr:
    return Undated(duration_value(int(count * size), grain))


@spans(
    "NUMBER|DAY|COUNT or|to|- NUMBER|DAY|COUNT UNITS AGO",
    "two or three years ago: PXY",
    "5-10 years ago: PXY",
    produces="VAGUE_DATE",
)
@spans("ARTICLE UNIT or NUMBER AGO", "a year or two ago: PXY", produces="VAGUE_DATE")
def one_or_other_ago(*values: Any) -> Expr:
    return Undated(duration_value("X", next(value for value in values if isinstance(value, Grain))))


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


@spans("the ORDINAL|LAST NUMBER|DAY UNITS (of)", "the first six months of 2019 = 2019-01..2019-06", produces="FIRST_UNITS")
def first_units(number: int, count: int, grain: Grain) -> tuple[int, int, Grain]:
    return number, count, grain


@spans("NUMBER|DAY|COUNT|SOME DAYPARTS", "three nights: P3NI", "several evenings: PXEV", produces="DURATION")
@spans("NUMBER|DAY|COUNT|SOME WEEKENDS", "two weekends: P2WE", produces="DURATION")
def parts_of_days(count: Any, part: Part) -> Expr:
    return Undated(f"P{count}{part.value}")


# ---------------------------------------------------------------- rest: what no date has taken


@rest("the? NUMBER|DAY|COUNT|SOME UNITS", "the three weeks: P3W", "the 76 days: P76D", produces="DURATION")
@rest("NUMBER|DAY|COUNT|SOME -? UNIT|UNITS", "three weeks: P3W", "three-week: P3W", "three-year: P3Y", produces="DURATION")
@rest("ARTICLE UNIT", "a week: P1W", "an hour: PT1H", produces="DURATION")
@rest("the NUMBER|DAY|COUNT|SOME -? UNIT|UNITS period", "the 12-month period: P12M", produces="DURATION")
def duration(count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("FIRST_UNITS", "the first nine months of: P9M", produces="SPAN")
def first_units_alone(which: tuple[int, int, Grain]) -> Expr:
    return Undated(duration_value(which[1], which[2]))


@rest("the ORDINAL|LATEST NUMBER|DAY|SOME UNITS", "the first nine months: P9M", produces="SPAN")
def first_span(_: int, count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("NUMBER|DAY|COUNT|SOME more UNITS", "two more weeks: P2W", produces="DURATION")
def more(count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("LENGTH", "a minute and a half: PT1M30S", "a fortnight: P2W", "half a century: P50Y", produces="DURATION")
def length(of: Length) -> Expr:
    return Undated(duration_value(*of))


@rest("HALF -? UNIT", "half-hour: PT30M", produces="DURATION")
def half(count: float, *values: Any) -> Expr:
    return Undated(duration_value(count, values[-1]))


@rest("NUMBER|DAY|COUNT -? SECONDS", "30 seconds: PT30S", produces="DURATION")
def seconds(count: int, _: str) -> Expr:
    return Undated(f"PT{count}S")


@rest("(ARTICLE) UNIT - LONG", "a week-long: P1W", produces="DURATION")
@rest("UNIT - LONG", "day-long: P1D", produces="DURATION")
@rest("LASTING", "yearlong: P1Y", produces="DURATION")
def long(grain: Grain, _: None = None) -> Expr:
    return Undated(duration_value(1, grain))


@rest("UNITS - LONG", "months-long: PXM", produces="DURATION")
def units_long(grain: Grain, _: None) -> Expr:
    return Undated(duration_value("X", grain))


@rest("NUMBER|DAY|COUNT|SOME -? UNIT|UNITS - LONG", "three-week-long: P3W", produces="DURATION")
def so_long(count: Any, grain: Grain, _: None) -> Expr:
    return Undated(duration_value(count, grain))


@rest("the? NUMBER|DAY|COUNT|SOME WHOLE|LONG UNITS", "three whole days: P3D", "two consecutive years: P2Y", produces="DURATION")
@rest("NUMBER|ARTICLE WHOLE UNIT", "a whole month: P1M", "a full year: P1Y", produces="DURATION")
def whole(count: Any, _: None, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("TENFOLD|HUNDREDS of HUNDREDS of UNITS", "tens of thousands of years: PXY", produces="DURATION")
@rest("HUNDREDS of UNITS", "hundreds of years: PXY", "dozens of weeks: PXW", produces="DURATION")
def hundreds_of(*values: Any) -> Expr:
    return Undated(duration_value("X", values[-1]))


@rest("NUMBER|DAY|COUNT|DECIMAL MILLION UNITS", "two million years: P2000000Y", produces="DURATION")
def millions_of(count: float, size: int, grain: Grain) -> Expr:
    return Undated(duration_value(int(count * size), grain))


@rest("NUMBER|DAY|COUNT or|to|- NUMBER|DAY|COUNT -? UNIT|UNITS", "two or three days: P2D", "4-6 weeks: P4W", produces="DURATION")
@rest("ARTICLE UNIT or NUMBER", "a day or two: P1D", produces="DURATION")
def one_or_other(*values: Any) -> Expr:
    """The first of the two, as annotators have it."""
    grain = next(value for value in values if isinstance(value, Grain))
    return Undated(duration_value(next(value for value in values if not isinstance(value, Grain)), grain))


@rest(
    "NUMBER|DAY|COUNT UNIT|UNITS ,? and? NUMBER|DAY|COUNT UNIT|UNITS", "three hours and 20 minutes: PT3H20M", produces="DURATION"
)
@rest("ARTICLE UNIT and NUMBER|DAY|ARTICLE UNIT|UNITS", "an hour and ten minutes: PT1H10M", produces="DURATION")
def and_smaller(count: int, grain: Grain, rest: int, smaller: Grain) -> Expr | Skip:
    """One length told in two units: P2Y3M."""
    return Undated(_added(count, grain, rest, smaller)) if (grain, smaller) in _PAIRS else SKIP


@rest(
    "NUMBER|DAY UNIT|UNITS ,? NUMBER|DAY UNIT|UNITS ,? and? NUMBER|DAY SECONDS",
    "2 hours 21 minutes 14 seconds: PT2H21M14S",
    produces="DURATION",
)
def and_seconds(count: int, grain: Grain, rest: int, smaller: Grain, seconds: int, _: str) -> Expr | Skip:
    fits = grain is Grain.HOUR and smaller is Grain.MINUTE
    return Undated(f"{_added(count, grain, rest, smaller)}{seconds}S") if fits else SKIP


def _added(count: int, grain: Grain, rest: int, smaller: Grain) -> str:
    return duration_value(count, grain) + duration_value(rest, smaller).removeprefix("P").removeprefix("T" * (grain < Grain.DAY))


@rest("all UNIT", "all day: P1D", "all week: P1W", produces="DURATION")
@rest("all UNIT LONG", "all day long: P1D", produces="DURATION")
def all_of(grain: Grain, _: None = None) -> Expr | Skip:
    return Undated(duration_value(1, grain)) if Grain.DAY <= grain <= Grain.YEAR else SKIP


@rest("NUMBER|DAY|COUNT|SOME SEASONS", "three winters: P3WI", produces="DURATION")
def seasons(count: Any, first_month: int) -> Expr:
    return Undated(f"P{count}{SEASONS[first_month]}")


@rest("ARTICLE WHOLE NUMBER|DAY|COUNT UNITS", "an extra two weeks: P2W", "a full ten days: P10D", produces="DURATION")
def extra(_: int, __: None, count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("the WHOLE UNIT", "the whole day: P1D", "the entire year: P1Y", produces="DURATION")
def the_whole(_: None, grain: Grain) -> Expr:
    return Undated(duration_value(1, grain))


@rest("SOME_OF UNITS", "some weeks: PXW", produces="DURATION")
def some_units(_: str, grain: Grain) -> Expr:
    return Undated(duration_value("X", grain))


@rest("UNITS AGO", "years ago: PXY", produces="VAGUE_DATE")
def units_ago(grain: Grain, _: int) -> Expr:
    return Undated(duration_value("X", grain))


@rest("UNITS", "weeks: PXW", "years: PXY", produces="DURATION")
def units(grain: Grain) -> Expr:
    return Undated(duration_value("X", grain))


@rest("ARTICLE NUMBER|DAY|COUNT -? UNIT|UNITS period", "a three-year period: P3Y", produces="DURATION")
def a_period(_: int, count: int, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


# ---------------------------------------------------------------- bounds: more than, nearly, at least


@bounds("more|longer than DURATION", "more than four hours: PT4H", "longer than a day: P1D", produces="DURATION")
@bounds("(over) DURATION", "over four hours: PT4H", produces="DURATION")
def more_than(span: Undated) -> Expr:
    return Undated(span.value, "MORE_THAN")


@bounds("less|fewer than DURATION", "less than a decade: P10Y", "fewer than two years: P2Y", produces="DURATION")
@bounds("(under) DURATION", "under a year: P1Y", produces="DURATION")
@bounds("(NEARLY) DURATION", "nearly a year: P1Y", produces="DURATION")
def less_than(span: Undated) -> Expr:
    return Undated(span.value, "LESS_THAN")


@bounds("no|not less|fewer than DURATION", "no less than two weeks: P2W", produces="DURATION")
@bounds("at least DURATION", "at least two weeks: P2W", produces="DURATION")
def at_least(span: Undated) -> Expr:
    return Undated(span.value, "EQUAL_OR_MORE")


@bounds("at most DURATION", "at most two weeks: P2W", produces="DURATION")
@bounds("up to DURATION", "up to two weeks: P2W", produces="DURATION")
@bounds("no|not more|longer than DURATION", "no more than two weeks: P2W", produces="DURATION")
def at_most(span: Undated) -> Expr:
    return Undated(span.value, "EQUAL_OR_LESS")


@bounds("(CIRCA|SOME_OF) DURATION", "about three weeks: P3W", "some 40 years: P40Y", produces="DURATION")
def around(span: Undated) -> Expr:
    return Undated(span.value, "APPROX")


@bounds("DURATION or more", "two years or more: P2Y", produces="DURATION")
def or_more(span: Undated) -> Expr:
    return Undated(span.value, "EQUAL_OR_MORE")


@bounds("DURATION or less|fewer", "two years or less: P2Y", produces="DURATION")
def or_less(span: Undated) -> Expr:
    return Undated(span.value, "EQUAL_OR_LESS")


@bounds("DURATION or so", "a week or so: P1W", produces="DURATION")
def or_so(span: Undated) -> Expr:
    return Undated(span.value, "APPROX")


@bounds("the UNIT (ended|ending|through)", "the year ended: P1Y", produces="DURATION")
def unit_ended(grain: Grain) -> Expr | Skip:
    return Undated(duration_value(1, grain)) if grain in (Grain.YEAR, Grain.MONTH, Grain.WEEK) else SKIP
