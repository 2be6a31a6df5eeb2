"""English lists of dates, each a phrase of its own: 5 and 6 May; May 5, 6 and 9; June 3 and July 4, 2019; every day at 9 a.m.

What stands once counts for all: the month, the year.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from timeline.expr import Clock, Dated, LatestQuarter, QuarterTo, Undated
from timeline.grammar import LIST, SKIP, Level, Skip
from timeline.interval import DAY_MINUTES, Part
from timeline.languages.en.clocks import daypart, in_part
from timeline.languages.en.dates import days, exists, whole, with_year

recurring = Level()
lists = Level()

Pieces = tuple[tuple[str, Any, int], ...] | Skip
"""The kind and the meaning of each piece, in the order of the text, and how many words are its own."""


@lists("DAY and|or|/ DATE", "5 and 6 January: none", "5/6 January: none", produces=LIST)
@lists("DAY , DAY ,? and|or DATE", "3, 5 and 6 January: none", produces=LIST)
@lists("DAY , DAY , DAY ,? and|or DATE", "1, 3, 5 and 6 January: none", produces=LIST)
@days("(on) the NTH and|or the? CALDAY", "on the 5th and 6th of January: none", produces=LIST)
@days("(on) the NTH , NTH ,? and|or the? CALDAY", "on the 3rd, 5th and 6th of January: none", produces=LIST)
@lists("the? NTH and|or the? DATE", "the 5th and the 6th of January: none", produces=LIST)
@lists("the? NTH , NTH ,? and|or the? DATE", "3rd, 5th and 6th of January: none", produces=LIST)
def days_before(*values: Any) -> Pieces:
    *numbers, last = values
    if not isinstance(last, Dated) or last.month is None or last.day is None:
        return SKIP
    return _dates([exists(last.year, last.month, day) for day in numbers] + [last])


@lists("DATE and|or|/ the? DAY|NTH", "January 5 and 6: none", produces=LIST)
@lists("DATE , DAY|NTH ,? and|or DAY|NTH", "January 5, 6 and 9: none", produces=LIST)
@lists("DATE , DAY|NTH , DAY|NTH ,? and|or DAY|NTH", "January 5, 6, 9 and 12: none", produces=LIST)
def days_behind(first: Any, *numbers: int) -> Pieces:
    return _days_of(first, numbers, first.year if isinstance(first, Dated) else None)


@lists("DATE and|or|/ DAY|NTH ,? DATE", "January 5 and 6, 2024: none", produces=LIST)
@lists("DATE , DAY|NTH ,? and|or DAY|NTH ,? DATE", "January 5, 6 and 9, 2024: none", produces=LIST)
@lists("DATE , DAY|NTH , DAY|NTH ,? and|or DAY|NTH ,? DATE", "January 5, 6, 9 and 12, 2024: none", produces=LIST)
def days_of_year(first: Any, *values: Any) -> Pieces:
    *numbers, year = values
    only = isinstance(year, Dated) and year.month is None and isinstance(first, Dated) and first.year is None
    return _days_of(first, tuple(numbers), year.year, 2) if only else SKIP


@lists("DATE / DATE", "May/June 2019: none", produces=LIST)
@lists("DATE ,? and|or DATE", "June 3 and July 4, 2019: none", "late May or early June 2019: none", produces=LIST)
@lists("DATE , DATE ,? and|or DATE", "May, June and July 2019: none", produces=LIST)
@lists("DATE , DATE , DATE ,? and|or DATE", "April, May, June and July 2019: none", produces=LIST)
def with_one_year(*dates: Any) -> Pieces:
    """The year of the last counts for those before it that are told as it is: days with days, months with months."""
    cores = [_month(date) for date in dates]
    last = cores[-1]
    if last is None or last.year is None:
        return SKIP
    alike = all(core and core.year is None and (core.day is None) == (last.day is None) for core in cores[:-1])
    return _dates([*(with_year(date, last) for date in dates[:-1]), dates[-1]]) if alike else SKIP


@lists("DATE ended|ending DATE", "the quarter ended June 30: none", produces=LIST)
def quarter_to(quarter: Any, end: Any) -> Pieces:
    """The quarter that a company counts is told by its last day."""
    named = isinstance(end, Dated) and end.month is not None and isinstance(quarter, LatestQuarter)
    return (("DATE", QuarterTo(end), 1), ("DATE", end, 1)) if named else SKIP


@days("WEEKDAY ,? DAY|NTH and|or|/ WEEKDAY ,? CALDAY", "Saturday 6 and Sunday 7 January: none", produces=LIST)
def weekdays_of_month(_: int, day: int, __: int, last: Any) -> Pieces:
    first = exists(last.year, last.month, day) if _month(last) else None
    return SKIP if first is None else (("DATE", first, 2), ("DATE", last, 2))


def _days_of(first: Any, numbers: tuple[int, ...], year: int | None, words: int = 1) -> Pieces:
    if not isinstance(first, Dated) or first.month is None or first.day is None:
        return SKIP
    return _dates([exists(year, first.month, day) for day in (first.day, *numbers)], words)


def _dates(dates: list[Any], words: int = 1) -> Pieces:
    """The pieces, if all are dates and follow each other; the last has so many words."""
    cores = [_month(date) for date in dates]
    if any(core is None for core in cores):
        return SKIP
    if any((one.month, one.day or 0) >= (two.month, two.day or 0) for one, two in pairwise(cores) if one and two):
        return SKIP
    return *(("DATE", date, 1) for date in dates[:-1]), ("DATE", dates[-1], words)


def _month(date: Any) -> Dated | None:
    """The month or the day that an expression is, or is a part of: late May."""
    date = whole(date)
    return date if isinstance(date, Dated) and date.month is not None else None


# ---------------------------------------------------------------- recurring: the hour of every day is no hour of this one


@recurring("SET ,? at CIRCA? HOUR", "every day at 9 a.m.: none", produces=LIST)
def set_at(often: Undated, *values: Any) -> Pieces:
    return ("SET", often, 1), ("HOUR_ALONE", _hour(values[-1]), len(values))


@recurring("HOUR ,? on? SET", "9 a.m. on weekends: none", produces=LIST)
def hour_of_set(minute: int, often: Undated) -> Pieces:
    return ("HOUR_ALONE", _hour(minute), 1), ("SET", often, 1)


@recurring("SET ,? at CIRCA? DIAL|CLOCK", "every evening at seven o'clock: none", produces=LIST)
def set_at_face(often: Undated, *values: Any) -> Pieces:
    return ("SET", often, 1), ("HOUR_ALONE", _hour(in_part(values[-1], _part(often))), len(values))


@recurring("DIAL|CLOCK ,? on? SET", "half past seven every morning: none", produces=LIST)
def face_of_set(face: int, often: Undated) -> Pieces:
    return ("HOUR_ALONE", _hour(in_part(face, _part(often))), 1), ("SET", often, 1)


# ---------------------------------------------------------------- two hours of one day


@recurring("HOUR to|until|till|through|and|- HOUR ,? on? DATE", "9 a.m. to 5 p.m. on Saturday: none", produces=LIST)
def hours_of_day(first: int, last: int, date: Any) -> Pieces:
    return ("DATE", Clock(date, first), 1), ("DATE", Clock(date, last), 2)


@recurring("CLOCK|DIAL to|until|till|through|and|- CLOCK|DIAL ,? on? DATE", "9:00 to 17:00 on Saturday: none", produces=LIST)
def faces_of_day(first: int, last: int, date: Any) -> Pieces:
    part = daypart(date)
    return ("DATE", Clock(date, in_part(first, part)), 1), ("DATE", Clock(date, in_part(last, part)), 2)


def _hour(minute: int) -> Undated:
    hour = minute // 60 if minute == DAY_MINUTES else minute // 60 % 24
    return Undated(f"T{hour:02d}:{minute % 60:02d}")


def _part(often: Undated) -> Part | None:
    """The part of the day that recurs: the morning of XXXX-XX-XXTMO."""
    code = often.value.rpartition("T")[2]
    return next((part for part in Part if part.value == code), None)
