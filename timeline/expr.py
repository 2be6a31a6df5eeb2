"""What a phrase of time means before one knows when it was written. Sees no text.

Each expression is a small frozen value; `.at(anchor)` gives the interval it means for that anchor, or
None where the anchor does not tell (no publication day, nothing told before) or no such date exists.
An expression whose `leans` is true asks the anchor which side of the publication day is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from timeline.interval import DAY_MINUTES, Grain, Interval, Part, civil, day_number, month_length, weekday


class Lean(Enum):
    """Which side of the publication day a clause looks to."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative phrase stands on: the publication day (a day number), the lean, the dates told before."""

    day: int | None = None
    lean: Lean = Lean.NONE
    told: tuple[Interval, ...] = ()

    @property
    def minute(self) -> int | None:
        """The first minute of the publication day."""
        return None if self.day is None else self.day * DAY_MINUTES


class Expr(Protocol):
    """The meaning of a phrase."""

    @property
    def leans(self) -> bool:
        """Whether the lean of the clause decides what is meant."""
        ...

    def at(self, anchor: Anchor) -> Interval | None:
        """The interval meant, for that anchor; None where it cannot be told."""
        ...


def _pick(candidates: Iterator[Interval], anchor: Anchor, *, today: bool) -> Interval | None:
    """The candidate that the clause means, given in order of time: the nearest on the side it looks to.

    The one that holds the publication day is on both sides (`today` says whether it is when the clause
    looks ahead). Without a lean the nearest counts. A date far back loses even in a clause that looks
    back, if one as near ahead as _CLOSER tells stands against it: "extended to Nov. 16" on November 1.
    """
    minute = anchor.minute
    if minute is None:
        return None
    best: tuple[float, Interval] | None = None
    for found in candidates:
        assert found.start is not None and found.end is not None
        if found.start > minute:
            cost = (found.start - minute) * {Lean.FUTURE: 1.0, Lean.NONE: 1.0, Lean.PAST: _CLOSER[found.grain]}.get(
                anchor.lean, 1.0
            )
        elif found.end <= minute:
            cost = (minute - found.end) * (_CLOSER[found.grain] if anchor.lean is Lean.FUTURE else 1.0)
        else:
            cost = 0.0 if today or anchor.lean is not Lean.FUTURE else float(minute)
        if best is None or cost < best[0]:
            best = cost, found
    return None if best is None else best[1]


# How many times nearer a date on the wrong side must be to win. A day of the year is told without its
# year only when it is near, and so is a quarter; a month or a season is told as the tense says.
_CLOSER = dict.fromkeys(Grain, 30.0) | {Grain.DAY: 6.0, Grain.QUARTER: 2.0}


# ---------------------------------------------------------------- calendar dates


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar date with its year or its day missing: March 5, March 2023, 2023, May 5 of some year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def leans(self) -> bool:
        """A date without its year leans."""
        return self.year is None

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if self.year is not None:
            return self._in(self.year)
        if anchor.day is None:
            return None
        year = civil(anchor.day)[0]
        # Eight years hold a 29 February, whatever the century.
        found = (i for y in range(year - 8, year + 9) if (i := self._in(y)) is not None)
        return _pick(found, anchor, today=True)

    def _in(self, year: int) -> Interval | None:
        if self.month is None:
            return Interval.unit(day_number(year, 1, 1) * DAY_MINUTES, Grain.YEAR)
        if self.day is None:
            return Interval.unit(day_number(year, self.month, 1) * DAY_MINUTES, Grain.MONTH)
        if self.day > month_length(year, self.month):
            return None
        return Interval.day(day_number(year, self.month, self.day))


@dataclass(frozen=True, slots=True)
class MonthStep:
    """Last March, this May, next April: the month before, around or after the publication day."""

    month: int
    step: int
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if anchor.day is None:
            return None
        year, month, _ = civil(anchor.day)
        if self.step < 0:
            year -= month <= self.month
        elif self.step > 0:
            year += month >= self.month
        return Dated(year, self.month).at(anchor)


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the north by its first month (3 spring, 6 summer, 9 autumn, 12 winter).

    `year` is the year in which it begins; without it, `step` moves from the season around the
    publication day (last winter), and without that the clause leans.
    """

    first_month: int
    year: int | None = None
    step: int | None = None

    @property
    def leans(self) -> bool:
        """A season without its year leans, unless it is the last or the next."""
        return self.year is None and not self.step

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if self.year is not None:
            return self._in(self.year)
        if anchor.day is None:
            return None
        year = civil(anchor.day)[0]
        around = [self._in(y) for y in range(year - 2, year + 3)]
        if self.step is None:
            return _pick(iter(around), anchor, today=True)
        minute = anchor.day * DAY_MINUTES
        if self.step == 0:
            current = [i for i in around if i.end is not None and i.end > minute]
            return next(i for i in current) if anchor.lean is not Lean.PAST else _latest(around, minute, whole=False)
        if self.step < 0:
            return _latest(around, minute, whole=True)
        return next(i for i in around if i.start is not None and i.start > minute)

    def _in(self, year: int) -> Interval:
        return Interval.unit(day_number(year, self.first_month, 1) * DAY_MINUTES, Grain.SEASON)


def _latest(units: list[Interval], minute: int, *, whole: bool) -> Interval | None:
    """The last unit that began (or, `whole`, that ended) by that minute."""
    past = [i for i in units if (edge := i.end if whole else i.start) is not None and edge <= minute]
    return past[-1] if past else None


@dataclass(frozen=True, slots=True)
class Numbered:
    """The nth unit of that grain in a year that is not told: the third quarter."""

    grain: Grain
    number: int
    leans: bool = True

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if anchor.day is None:
            return None
        if anchor.lean is Lean.NONE:  # results are told of quarters that are over
            anchor = replace(anchor, lean=Lean.PAST)
        year = civil(anchor.day or 0)[0]
        found = (i for y in range(year - 2, year + 3) if (i := nth_in(Dated(y).at(anchor), self.grain, self.number)))
        return _pick(found, anchor, today=True)


def nth_in(whole: Interval | None, grain: Grain, number: int) -> Interval | None:
    """The nth (or, below zero, nth last) unit of a grain that begins in the interval; None where there is none.

    The first week of a month is the one of its first days, as people count.
    """
    if whole is None or whole.start is None or whole.end is None:
        return None
    if grain is Grain.WEEK:
        step = 7 * DAY_MINUTES
        start = whole.start + (number - 1) * step if number > 0 else whole.end + number * step
        found = Interval(start, start + step, Grain.DAY)
    else:
        first = grain.floor(whole.start)
        if first < whole.start:
            first = grain.shift(first, 1)
        if number < 0:
            first = grain.floor(whole.end - 1)
        found = Interval.unit(grain.shift(first, number - 1 if number > 0 else number + 1), grain)
    assert found.start is not None
    return found if whole.start <= found.start < whole.end else None


@dataclass(frozen=True, slots=True)
class NthIn:
    """The second Tuesday of March, the last week of January, the first quarter of last year."""

    of: Expr
    number: int
    grain: Grain = Grain.DAY
    weekday: int | None = None

    @property
    def leans(self) -> bool:
        """As what it is a part of."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        if self.weekday is None or whole is None or whole.start is None or whole.end is None:
            return nth_in(whole, self.grain, self.number)
        low, high = whole.start // DAY_MINUTES, whole.end // DAY_MINUTES
        days = [d for d in range(low, min(high, low + 366)) if weekday(d) == self.weekday]
        index = self.number - 1 if self.number > 0 else self.number
        return Interval.day(days[index]) if -len(days) <= index < len(days) else None


# ---------------------------------------------------------------- relative to the publication day


@dataclass(frozen=True, slots=True)
class Weekday:
    """Saturday; with a step last (-1), this (0) or next (+1) Saturday."""

    number: int
    step: int | None = None

    @property
    def leans(self) -> bool:
        """Without "last" or "next" it leans."""
        return self.step is None or self.step == 0

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if anchor.day is None:
            return None
        back = (weekday(anchor.day) - self.number) % 7
        if self.step is None:
            ahead = anchor.lean is Lean.FUTURE
        elif self.step == 0:
            ahead = anchor.lean is not Lean.PAST
            if ahead and back == 0:
                return Interval.day(anchor.day)
        else:
            ahead = self.step > 0
            back = back or (0 if ahead else 7)
        return Interval.day(anchor.day - back + (7 if ahead else 0))


@dataclass(frozen=True, slots=True)
class Step:
    """Whole units away from the one that holds the publication day: last month, three weeks ago, tomorrow."""

    grain: Grain
    count: int
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        minute = anchor.minute
        if minute is None:
            return None
        if self.grain is Grain.WEEK and self.count == -1 and anchor.day is not None and weekday(anchor.day) == 6:
            # A Sunday's "last week" is the seven days that ended the day before (DESIGN: Conventions).
            return Interval(minute - 7 * DAY_MINUTES, minute, Grain.WEEK)
        return Interval.unit(self.grain.shift(self.grain.floor(minute), self.count), self.grain)


@dataclass(frozen=True, slots=True)
class Side:
    """Earlier (or later) this month: the unit up to, or from, the publication day, which counts."""

    of: Expr
    later: bool
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        minute = anchor.minute
        if whole is None or minute is None or whole.start is None or whole.end is None:
            return None
        part = Part.END if self.later else Part.START
        if not whole.start <= minute < whole.end:
            return whole.of(part)
        if self.later:
            return replace(whole, start=minute, part=part)
        return replace(whole, end=minute + DAY_MINUTES, part=part)


@dataclass(frozen=True, slots=True)
class Away:
    """So many units before (below zero) or after a date that is told: two days after March 3."""

    of: Expr
    grain: Grain
    count: int

    @property
    def leans(self) -> bool:
        """As the date it counts from."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        if found is None or found.start is None:
            return None
        return Interval.unit(self.grain.shift(found.start, self.count), self.grain)


@dataclass(frozen=True, slots=True)
class Around:
    """The unit that holds a date: the week of 3 May 2020."""

    of: Expr
    grain: Grain

    @property
    def leans(self) -> bool:
        """As the date it holds."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None or found.start is None else Interval.unit(found.start, self.grain)


@dataclass(frozen=True, slots=True)
class Told:
    """That year, the following day, two days later: counted from the last date told before that is fine enough."""

    grain: Grain
    count: int = 0
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = last_told(anchor, self.grain)
        if told is None or told.start is None:
            return None
        return Interval.unit(self.grain.shift(told.start, self.count), self.grain)


def last_told(anchor: Anchor, grain: Grain) -> Interval | None:
    """The date told last that is at least as fine as the grain."""
    return next((told for told in reversed(anchor.told) if told.start is not None and told.grain <= grain), None)


@dataclass(frozen=True, slots=True)
class Compared:
    """A year ago, a year earlier, the year-ago quarter, behind a figure: the same period of the year before.

    Where a quarter was told shortly before, it is that quarter of the year before; with `quarter` it is one
    anyhow. Else it is the year before the date told or, with `ago`, before the publication day.
    """

    ago: bool
    quarter: bool = False
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = next((told for told in reversed(anchor.told[-_SHORTLY:]) if told.grain is Grain.QUARTER), None)
        if told is None and self.quarter:
            told = Step(Grain.QUARTER, -1).at(anchor)
        if told is None or told.start is None:
            return self.alone().at(anchor)
        return Interval.unit(Grain.YEAR.shift(told.start, -1), Grain.QUARTER)

    def alone(self) -> Expr:
        """What the words mean where nothing is compared."""
        return Step(Grain.YEAR, -1) if self.ago else YearBefore()


_SHORTLY = 4  # how many dates back the period lies that a figure is compared with


@dataclass(frozen=True, slots=True)
class YearBefore:
    """A year earlier: than the date told last, else than the publication day."""

    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return Told(Grain.YEAR, -1).at(anchor) or Step(Grain.YEAR, -1).at(anchor)


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """The (latest) quarter: the one told last, else the last that ended by the publication day."""

    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = next((told for told in reversed(anchor.told) if told.grain is Grain.QUARTER), None)
        return told or Step(Grain.QUARTER, -1).at(anchor)


@dataclass(frozen=True, slots=True)
class SameDay:
    """The day of an hour that stands alone: the day told last, else the publication day."""

    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = anchor.told[-1] if anchor.told else None
        if told is not None and told.first_day is not None and told.first_day == told.last_day:
            return Interval.day(told.first_day)
        return Step(Grain.DAY, 0).at(anchor)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The weekend: of the units around the publication day, the one on the side that the clause looks to."""

    grain: Grain
    part: Part
    leans: bool = True

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if anchor.day is None:
            return None
        units = (Step(self.grain, count).at(replace(anchor)) for count in (-2, -1, 0, 1, 2))
        return _pick((i for unit in units if unit is not None and (i := unit.of(self.part))), anchor, today=True)


@dataclass(frozen=True, slots=True)
class Beyond:
    """More than four decades ago: at some time before what that names; the end stays, the beginning is open."""

    of: Expr

    @property
    def leans(self) -> bool:
        """As the date."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None else replace(found, start=None)


# ---------------------------------------------------------------- parts, decades, ranges


@dataclass(frozen=True, slots=True)
class PartOf:
    """Late January, the middle of last month, Saturday morning."""

    part: Part
    of: Expr

    @property
    def leans(self) -> bool:
        """As what it is a part of."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        return None if whole is None else whole.of(self.part)


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century, by its first year."""

    first: int
    grain: Grain
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return Interval.unit(day_number(self.first, 1, 1) * DAY_MINUTES, self.grain)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on a day: 3 p.m. on Saturday."""

    of: Expr
    minute: int

    @property
    def leans(self) -> bool:
        """As its day."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        day = self.of.at(anchor)
        if day is None or day.start is None or day.first_day != day.last_day:
            return None
        return Interval.unit(day.start // DAY_MINUTES * DAY_MINUTES + self.minute, Grain.MINUTE)


@dataclass(frozen=True, slots=True)
class About:
    """About 1850: the date, not quite sure."""

    of: Expr

    @property
    def leans(self) -> bool:
        """As the date."""
        return self.of.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None else replace(found, circa=True)


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another, both included. `lasts`: all the time from ... to, not some time between."""

    first: Expr
    last: Expr
    lasts: bool

    @property
    def leans(self) -> bool:
        """When either end leans."""
        return self.first.leans or self.last.leans

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if (self.last.leans and not self.first.leans) or anchor.lean is not Lean.FUTURE:
            first = self.first.at(anchor)
            last = self.last.at(anchor)
            if last is not None and self.last.leans and first is not None and _before(last, first):
                last = self.last.at(replace(anchor, day=first.first_day, lean=Lean.FUTURE))
            elif first is not None and self.first.leans and last is not None and _before(last, first):
                first = self.first.at(replace(anchor, day=last.first_day, lean=Lean.PAST))
        else:
            first = self.first.at(anchor)
            ahead = anchor if first is None or not self.last.leans else replace(anchor, day=first.first_day)
            last = self.last.at(ahead)
        if first is None or last is None:
            return None
        return Interval.between(first, last, lasts=self.lasts)


def _before(one: Interval, other: Interval) -> bool:
    return one.end is not None and other.start is not None and one.end <= other.start


# ---------------------------------------------------------------- what has no date


@dataclass(frozen=True, slots=True)
class Undated:
    """A duration, a set or a vague word: its TIMEX3 value and mod, and no date."""

    value: str
    mod: str | None = None
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """Never a date."""
        return None
