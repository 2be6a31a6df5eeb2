"""Expressions that count from a date told before: two days later, that year, a year earlier, 3 p.m."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.expr.anchor import Anchor, Composed, Expr, Lean, last_told
from timeline.expr.calendar import Dated, DayOfMonth, MonthStep, NamedDay, Season
from timeline.expr.relative import Step, Weekday
from timeline.interval import DAY_MINUTES, Grain, Interval, civil, weekday


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
_LAST_YEARS = 330  # days; what was over so long before the publication is the year-ago quarter itself


@dataclass(frozen=True, slots=True)
class Compared:
    """A year ago, a year earlier, the year-ago quarter, behind a figure: the same period of the year before.

    Where a quarter was told shortly before, it is that quarter of the year before; with `quarter` it is one
    anyhow. Else it is the year before the date told or, with `ago`, before the publication day. `compares` says that
    the words themselves compare, so that they need no figure: the year-ago results; the same period last year, which
    may be of a `year` that is named.
    """

    ago: bool
    quarter: bool = False
    compares: bool = False
    year: int | None = None
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = next((told for told in reversed(anchor.told[-_SHORTLY:]) if told.grain is Grain.QUARTER), None)
        if told is None and self.quarter:
            told = Step(Grain.QUARTER, -1).at(anchor)
        if told is None or told.start is None:
            return self.alone().at(anchor)
        over = anchor.minute is not None and (told.end or 0) < anchor.minute - _LAST_YEARS * DAY_MINUTES
        if self.compares and self.year is None and over:
            return told
        years = -1 if self.year is None else self.year - civil(told.start // DAY_MINUTES)[0]
        return Interval.unit(Grain.YEAR.shift(told.start, years), Grain.QUARTER)

    def alone(self) -> Expr:
        """What the words mean where nothing is compared."""
        if self.year is not None:
            return Dated(self.year)
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
class Onward:
    """The next year: in a clause that looks back after the date told last, else after the publication day."""

    grain: Grain
    count: int
    leans: bool = True

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told, step = Told(self.grain, self.count).at(anchor), Step(self.grain, self.count).at(anchor)
        return told if step is None or (told is not None and anchor.lean is Lean.PAST) else step


@dataclass(frozen=True, slots=True)
class Beside:
    """That November (0), the following Wednesday (1), the previous summer (-1): seen from the date told last.

    With `leans`, "the next March", that is so only where the clause looks back; "the next" and "the
    previous" count from the publication day where no date is told.
    """

    named: Weekday | Dated | Season
    step: int
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = last_told(anchor, Grain.WEEK if isinstance(self.named, Weekday) else Grain.YEAR)
        aside = self._from_publication().at(anchor) if self.leans or self.step < 0 else None
        if told is None or told.start is None or told.end is None:
            return aside
        if aside is not None and self.leans and anchor.lean is not Lean.PAST:
            return aside
        around = self._around(told.end if self.step > 0 else told.start)  # what was told may have lasted for years
        if self.step > 0:
            return next(i for i in around if i.start is not None and i.start >= told.end)
        if self.step < 0:
            return next(i for i in reversed(around) if i.end is not None and i.end <= told.start)
        if isinstance(self.named, Weekday):
            return next(i for i in around if i.start is not None and i.start >= told.start)
        year = civil(told.start // DAY_MINUTES)[0]
        whole = [i for i in around if told.grain < Grain.YEAR and i.overlaps(told)]
        return whole[0] if whole else next(i for i in around if i.start and civil(i.start // DAY_MINUTES)[0] == year)

    def _from_publication(self) -> Expr:
        match self.named:
            case Weekday(number=number):
                return Weekday(number, self.step)
            case Season(first_month=month):
                return Season(month, None, self.step)
            case Dated(month=month):
                return MonthStep(month or 1, self.step)

    def _around(self, minute: int) -> list[Interval]:
        """The days, months or seasons of that name around a minute, in order of time."""
        day = minute // DAY_MINUTES
        if isinstance(self.named, Weekday):
            nearest = day + (self.named.number - weekday(day)) % 7
            return [Interval.day(nearest + 7 * weeks) for weeks in (-2, -1, 0, 1, 2)]
        years = (civil(day)[0] + step for step in (-2, -1, 0, 1, 2))
        return [i for year in years if (i := replace(self.named, year=year).at(Anchor())) is not None]


@dataclass(frozen=True, slots=True)
class CountedFrom(Composed):
    """Two days after Christmas, the Friday before Easter: what counts from a date told, from the one that is named."""

    of: Expr
    away: Told | Beside

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        found = self.of.at(anchor)
        return None if found is None else self.away.at(anchor._replace(told=(found,)))


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """The (latest) quarter: the one told last, else the last that ended by the publication day.

    With `over`, "the latest", one that is not over does not count.
    """

    over: bool = False
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        quarters = (told for told in reversed(anchor.told) if told.grain is Grain.QUARTER)
        ahead = anchor.minute if self.over else None
        told = next((told for told in quarters if ahead is None or (told.end or 0) <= ahead), None)
        return told or Step(Grain.QUARTER, -1).at(anchor)


_HALF_A_QUARTER = 45  # days


@dataclass(frozen=True, slots=True)
class QuarterTo(Composed):
    """The quarter ended July 31: the one told before, by its number, else the calendar quarter that holds most of it."""

    of: Expr

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = next((told for told in reversed(anchor.told) if told.grain is Grain.QUARTER), None)
        end = self.of.at(anchor)
        if told is not None or end is None or end.end is None:
            return told
        return Interval.unit(end.end - _HALF_A_QUARTER * DAY_MINUTES, Grain.QUARTER)


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


_TOLD = (Told, Next, Onward, Beside, Compared, YearBefore, LatestQuarter, QuarterTo, SameDay, DayOfMonth, NamedDay)


def hangs_on_told(kinds: Iterable[type]) -> bool:
    """Whether an expression, given by the kinds of it and of those inside it, asks for the dates told before.

    >>> hangs_on_told([Told]), hangs_on_told([Step])
    (True, False)
    """
    return any(issubclass(kind, _TOLD) for kind in kinds)


def counts_back(expr: object) -> bool:
    """Whether an expression counts back from a date told before: two days earlier, the previous year.

    >>> counts_back(Told(Grain.DAY, -2)), counts_back(Told(Grain.DAY, 2))
    (True, False)
    """
    match expr:
        case Told(count=step) | Beside(step=step):
            return step < 0
    return isinstance(expr, YearBefore)
