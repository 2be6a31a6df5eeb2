"""Expressions made of others: late January, Saturday morning, 3 p.m. on Friday, about 1850, from March 3 to 9."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.expr.anchor import Anchor, Composed, Expr, Lean, before
from timeline.interval import DAY_MINUTES, Grain, Interval, Part


@dataclass(frozen=True, slots=True)
class PartOf(Composed):
    """Late January, the middle of last month, Saturday morning."""

    part: Part
    of: Expr

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        return None if whole is None else whole.of(self.part)


@dataclass(frozen=True, slots=True)
class Clock(Composed):
    """A time of day on a day: 3 p.m. on Saturday. Midnight, 24 * 60, ends the day and is of it."""

    of: Expr
    minute: int

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        day = self.of.at(anchor)
        if day is None or day.start is None or day.first_day != day.last_day:
            return None
        if self.minute == DAY_MINUTES:
            return Interval.day(day.start // DAY_MINUTES).of(Part.MIDNIGHT)
        return Interval.unit(day.start // DAY_MINUTES * DAY_MINUTES + self.minute, Grain.MINUTE)


@dataclass(frozen=True, slots=True)
class About(Composed):
    """About 1850: the date, not quite sure."""

    of: Expr

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None else found._replace(circa=True)


@dataclass(frozen=True, slots=True)
class Beyond(Composed):
    """More than four decades ago: at some time before what that names; the end stays, the beginning is open."""

    of: Expr

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None else found._replace(start=None)


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
            if last is not None and self.last.leans and first is not None and before(last, first):
                last = self.last.at(anchor._replace(day=first.first_day, lean=Lean.FUTURE))
            elif first is not None and self.first.leans and last is not None and before(last, first):
                first = self.first.at(anchor._replace(day=last.first_day, lean=Lean.PAST))
        else:
            first = self.first.at(anchor)
            ahead = anchor if first is None or not self.last.leans else anchor._replace(day=first.first_day)
            last = self.last.at(ahead)
        if first is None or last is None:
            return None
        return Interval.between(first, last, lasts=self.lasts)


@dataclass(frozen=True, slots=True)
class Undated:
    """A duration, a set or a vague word: its TIMEX3 value and mod, and no date."""

    value: str
    mod: str | None = None
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """Never a date."""
        return None
