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
    """The candidate (given in order of time) on the side of the publication day that the clause looks to.

    Looking back, the publication day itself counts; looking ahead, only where `today` says so. Without a
    lean the nearest counts, the one before the day where two are as near.
    """
    minute = anchor.minute
    if minute is None:
        return None
    before: Interval | None = None
    for found in candidates:
        assert found.start is not None and found.end is not None
        if found.start <= minute and not (anchor.lean is Lean.FUTURE and (found.end <= minute or not today)):
            before = found
            if anchor.lean is Lean.FUTURE:
                return found
        elif found.start > minute:
            if anchor.lean is Lean.FUTURE or before is None:
                return found
            if anchor.lean is Lean.NONE and found.start - minute < minute - (before.end or minute):
                return found
            return before
    return before


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
        """A season with neither year nor step leans."""
        return self.year is None and self.step is None

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
        year = civil(anchor.day)[0]
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
        for told in reversed(anchor.told):
            if told.start is not None and told.grain <= self.grain:
                return Interval.unit(self.grain.shift(told.start, self.count), self.grain)
        return None


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
    """A duration, a set or a vague word: its TIMEX3 value, and no date."""

    value: str
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """Never a date."""
        return None
