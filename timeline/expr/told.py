"""Expressions that count from a date told before: two days later, that year, a year earlier, 3 p.m."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.expr.anchor import Anchor, Expr, last_told
from timeline.expr.calendar import DayOfMonth
from timeline.expr.relative import Step
from timeline.interval import Grain, Interval


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


_SHORTLY = 4  # how many dates back the period lies that a figure is compared with


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


@dataclass(frozen=True, slots=True)
class YearBefore:
    """A year earlier: than the date told last, else than the publication day."""

    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return Told(Grain.YEAR, -1).at(anchor) or Step(Grain.YEAR, -1).at(anchor)


@dataclass(frozen=True, slots=True)
class Next:
    """The next month: after the date told last, else after the publication day."""

    grain: Grain
    count: int = 1
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return Told(self.grain, self.count).at(anchor) or Step(self.grain, self.count).at(anchor)


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


_TOLD = (Told, Next, Compared, YearBefore, LatestQuarter, SameDay, DayOfMonth)


def hangs_on_told(expr: object) -> bool:
    """Whether an expression, or one inside it, asks for the dates told before.

    >>> hangs_on_told(Told(Grain.DAY, 1)), hangs_on_told(Step(Grain.DAY, 1))
    (True, False)
    """
    kind: Any = type(expr)
    inner = _inner(kind)
    return True if inner is None else any(hangs_on_told(getattr(expr, name)) for name in inner)


@cache
def _inner(kind: type) -> tuple[str, ...] | None:
    """The fields of a kind of expression that hold others; None if it asks for the dates told before itself."""
    if issubclass(kind, _TOLD):
        return None
    return tuple(name for name in getattr(kind, "__dataclass_fields__", ()) if name in ("of", "first", "last"))
