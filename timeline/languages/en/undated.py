"""English phrases of time that give no date: durations, sets, vague words."""

from __future__ import annotations

from typing import Any

from timeline.expr import Expr, Undated
from timeline.grammar import Level
from timeline.interval import Grain

spans = Level()
rest = Level()

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


def duration_value(count: Any, grain: Grain) -> str:
    """A TIMEX3 duration.

    >>> duration_value(3, Grain.WEEK), duration_value("X", Grain.DAY), duration_value(24, Grain.HOUR)
    ('P3W', 'PXD', 'PT24H')
    """
    code = _CODES[grain]
    return f"PT{count}{code[1:]}" if code.startswith("T") else f"P{count}{code}"


# ---------------------------------------------------------------- spans: before "last week" is taken for a date


@spans(
    "the LAST|PAST|STEP NUMBER|DAY|COUNT|SOME UNITS", "the last three years: P3Y", "the next few days: PXD", produces="DURATION"
)
@spans("LAST|PAST|STEP NUMBER|DAY|COUNT|SOME UNITS", "past 24 hours: PT24H", produces="DURATION")
def span(_: int, count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans("the? PAST UNIT", "the past year: P1Y", produces="DURATION")
def past_unit(_: int, grain: Grain) -> Expr:
    return Undated(duration_value(1, grain))


@spans("ARTICLE? SOME of? UNITS AGO", "several years ago: PXY", "a few weeks ago: PXW", produces="VAGUE")
def some_ago(*values: Any) -> Expr:
    return Undated(duration_value(values[-3], values[-2]))


@spans("ARTICLE SOME of? UNITS", "a couple of days: P2D", "a few weeks: PXW", produces="DURATION")
def some(_: int, count: str, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@spans(
    "EACH UNIT|SEASON|DAYPART|WEEKDAY|MONTH|WEEKEND",
    "every Friday: XXXX",
    "each spring: XXXX",
    "every year: XXXX",
    produces="SET",
)
def every(_: str, what: Any) -> Expr:
    return Undated("XXXX")


@spans("WEEKDAYS|DAYPARTS", "Mondays: XXXX", "evenings: XXXX", produces="SET")
def plural(what: Any) -> Expr:
    return Undated("XXXX")


@spans("NOW|ONCE", "recently: PAST_REF", "now: PRESENT_REF", produces="VAGUE")
def vague(value: str) -> Expr:
    return Undated(value)


# ---------------------------------------------------------------- rest: what no date has taken


@rest("NUMBER|DAY|COUNT|ARTICLE|SOME -? UNIT|UNITS", "three weeks: P3W", "three-week: P3W", "76 days: P76D", produces="DURATION")
def duration(count: Any, grain: Grain) -> Expr:
    return Undated(duration_value(count, grain))


@rest("UNITS", "weeks: PXW", "years: PXY", produces="DURATION")
def units(grain: Grain) -> Expr:
    return Undated(duration_value("X", grain))
