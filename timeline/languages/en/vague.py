"""English words for now, the past and what is to come, without a date: presently, long ago, the near future, one day.

Its rules belong to the levels of `undated`. Those that are something else in another place ("once", "soon", "the
moment") are looked at again by `context`.
"""

from __future__ import annotations

from typing import Any

from timeline.expr import Expr, Undated
from timeline.grammar import SKIP, Skip
from timeline.interval import Grain
from timeline.languages.en.undated import rest, spans

LEVEL = spans


# ---------------------------------------------------------------- now


@spans("VAGUE", "recently: PAST_REF", "now: PRESENT_REF", produces="VAGUE_DATE")
def vague(value: str) -> Expr:
    return Undated(value)


@spans("THESE UNITS", "these days: PRESENT_REF", produces="VAGUE_DATE")
def these(value: str, grain: Grain) -> Expr | Skip:
    return Undated(value) if grain is Grain.DAY else SKIP


@spans("(at) PRESENT", "at present: PRESENT_REF", produces="VAGUE_DATE")
def at_present(value: str) -> Expr:
    return Undated(value)


@spans("(until|till|to) the PRESENT", "until the present: PRESENT_REF", produces="VAGUE_DATE")
@spans("(until|till|to) the PRESENT UNIT", "to the present day: PRESENT_REF", produces="VAGUE_DATE")
@spans("the PRESENT UNIT", "the present day: PRESENT_REF", produces="VAGUE_DATE")
def the_present(value: str, grain: Grain = Grain.DAY) -> Expr | Skip:
    return Undated(value) if grain is Grain.DAY else SKIP


@spans("the MOMENT", "the moment: PRESENT_REF", produces="VAGUE_DATE")
def the_moment(value: str) -> Expr:
    return Undated(value)


@rest("CURRENT", "current: PRESENT_REF", produces="VAGUE_DATE")
def current(value: str) -> Expr:
    """ "Her current post": `context` asks for the noun."""
    return Undated(value)


# ---------------------------------------------------------------- before


@spans("the PAST", "the past: PAST_REF", produces="VAGUE_DATE")
def the_past(_: int) -> Expr:
    return Undated("PAST_REF")


@spans("the RECENT|FAR PAST", "the recent past: PAST_REF", "the distant past: PAST_REF", produces="VAGUE_DATE")
def recent_past(*_: Any) -> Expr:
    return Undated("PAST_REF")


@spans("not LONG AGO", "not long ago: PAST_REF", produces="VAGUE_DATE")
@spans("LONG AGO", "long ago: PAST_REF", produces="VAGUE_DATE")
@spans(
    "ARTICLE? LONG|short|SOME_OF? COUNTED|WHILE AGO", "a long time ago: PAST_REF", "a while ago: PAST_REF", produces="VAGUE_DATE"
)
@spans("ARTICLE? MOMENT AGO", "a moment ago: PAST_REF", produces="VAGUE_DATE")
def long_ago(*_: Any) -> Expr:
    return Undated("PAST_REF")


@spans("PREVIOUS UNITS", "previous years: PAST_REF", "prior months: PAST_REF", produces="VAGUE_DATE")
def previous_units(step: int, grain: Grain) -> Expr | Skip:
    return Undated("PAST_REF") if grain > Grain.DAY else SKIP


# ---------------------------------------------------------------- to come


@spans("the FUTURE", "the future: FUTURE_REF", produces="VAGUE_DATE")
@spans("(in) FUTURE", "in future: FUTURE_REF", produces="VAGUE_DATE")
def future(value: str) -> Expr:
    return Undated(value)


@spans("the FAR FUTURE", "the near future: FUTURE_REF", "the foreseeable future: FUTURE_REF", produces="VAGUE_DATE")
def far_future(_: None, value: str) -> Expr:
    return Undated(value)


@rest("the UNITS AHEAD", "the weeks ahead: FUTURE_REF", produces="VAGUE_DATE")
@rest("the? UNITS to COME", "years to come: FUTURE_REF", produces="VAGUE_DATE")
def units_ahead(_: Grain, value: str) -> Expr:
    return Undated(value)


@spans("the UNIT AHEAD", "the year ahead: FUTURE_REF", produces="VAGUE_DATE")
def unit_ahead(_: Grain, value: str) -> Expr:
    return Undated(value)


@spans("SOMEDAY", "someday: FUTURE_REF", produces="VAGUE_DATE")
def someday(value: str) -> Expr:
    return Undated(value)


@rest("SOON", "soon: FUTURE_REF", "shortly: FUTURE_REF", produces="VAGUE_DATE")
def soon(value: str) -> Expr:
    return Undated(value)


@rest("SOME_OF UNIT", "some day: FUTURE_REF", produces="VAGUE_DATE")
def some_day(_: str, grain: Grain) -> Expr | Skip:
    return Undated("FUTURE_REF") if grain is Grain.DAY else SKIP
