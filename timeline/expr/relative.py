"""Expressions that count from the publication day: Saturday, last month, three weeks ago, the weekend."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.expr.anchor import Anchor, Composed, Expr, Lean, core, pick
from timeline.interval import DAY_MINUTES, Grain, Interval, Part, weekday

_MIDWEEK = range(1, 5)  # Tuesday to Friday


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


def is_weekday_of(expr: Expr, day: int | None) -> bool:
    """Whether it is a plain weekday, or a part of it, and that of the day.

    >>> is_weekday_of(Weekday(6), 18392), is_weekday_of(Weekday(6, -1), 18392)
    (True, False)
    """
    named = core(expr)
    return day is not None and isinstance(named, Weekday) and named.step is None and named.number == weekday(day)


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
        if self.grain < Grain.DAY and anchor.day is not None:  # the hour of publication is not known
            return Interval.day(anchor.day + int(self.grain.shift(0, self.count) / DAY_MINUTES))
        if self.grain is Grain.WEEK and self.count == -1 and anchor.day is not None and weekday(anchor.day) == 6:
            # A Sunday's "last week" is the seven days that ended the day before (docs/design.md, Conventions).
            return Interval(minute - 7 * DAY_MINUTES, minute, Grain.WEEK)
        return Interval.unit(self.grain.shift(self.grain.floor(minute), self.count), self.grain)


@dataclass(frozen=True, slots=True)
class Here:
    """The year of "the end of the year": the one of the publication day; where a text tells of another, `narrate` takes that.

    One that leans is that whose end is meant: what is over was at the end of the year before.
    """

    grain: Grain
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        this = Step(self.grain, 0).at(anchor)
        if this is None or not self.leans or anchor.lean is not Lean.PAST or anchor.minute is None:
            return this
        ends = this.of(Part.END)
        over = ends is not None and ends.start is not None and ends.start <= anchor.minute
        return this if over else Step(self.grain, -1).at(anchor)


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
        if whole is None or whole.start is None or whole.end is None:
            return None
        part = Part.END if self.later else Part.START
        if minute is None or not whole.start <= minute < whole.end:
            told = anchor.told[-1] if anchor.told else None  # "later that year": than what was told
            if told is None or told.start is None or told.grain >= whole.grain or not whole.start <= told.start < whole.end:
                return whole.of(part)
            minute = told.start
        if self.later:
            return whole._replace(start=minute, part=part)
        return whole._replace(end=minute + DAY_MINUTES, part=part)


@dataclass(frozen=True, slots=True)
class Away(Composed):
    """So many units before (below zero) or after a date that is told: two days after March 3."""

    of: Expr
    grain: Grain
    count: int

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        if found is None or found.start is None:
            return None
        return Interval.unit(self.grain.shift(found.start, self.count), self.grain)


@dataclass(frozen=True, slots=True)
class Shifted(Composed):
    """So many units from a date, as fine as that is: two years ago today, a week ago Monday, 20 years ago this month."""

    of: Expr
    grain: Grain
    count: int

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return (
            None
            if found is None or found.start is None
            else Interval.unit(self.grain.shift(found.start, self.count), found.grain)
        )


@dataclass(frozen=True, slots=True)
class Around(Composed):
    """The unit that holds a date: the week of 3 May 2020."""

    of: Expr
    grain: Grain

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None or found.start is None else Interval.unit(found.start, self.grain)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The weekend: of the units around the publication day, the one on the side that the clause looks to.

    With a step the one before (the past weekend) or the one to come (the coming weekend). With `this`, from Tuesday on the one
    to come, unless the clause looks back.
    """

    grain: Grain
    part: Part
    step: int | None = None
    this: bool = False

    @property
    def leans(self) -> bool:
        """Without a step it leans."""
        return self.step is None

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        minute = anchor.minute
        if minute is None:
            return None
        first = self.grain.floor(minute)
        units = (Interval.unit(self.grain.shift(first, count), self.grain) for count in (-2, -1, 0, 1, 2))
        parts = [part for unit in units if (part := unit.of(self.part)) is not None]
        if self.step is None:
            coming = self.this and anchor.lean is Lean.NONE and anchor.day is not None and weekday(anchor.day) in _MIDWEEK
            return pick(iter(parts), anchor._replace(lean=Lean.FUTURE) if coming else anchor, today=False)
        if self.step < 0:
            return [part for part in parts if part.end is not None and part.end <= minute][-1]
        return next(part for part in parts if part.start is not None and part.start > minute)
