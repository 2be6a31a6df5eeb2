"""Expressions of the calendar: March 5, October, 2019, last March, the 15th, winter, the third quarter, the 1990s."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.expr.anchor import Anchor, Composed, Expr, Lean, last_told, pick
from timeline.feasts import feast_day
from timeline.interval import DAY_MINUTES, Grain, Interval, civil, day_number, month_length, weekday


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
        if self.month == 2 and self.day == 29:  # eight years hold a 29 February, whatever the century
            return pick((i for y in range(year - 8, year + 9) if (i := self._in(y)) is not None), anchor, today=True)
        this = self._in(year)
        if this is None or this.start is None or this.end is None:
            return None
        minute = anchor.day * DAY_MINUTES
        if this.start <= minute < this.end:
            return this
        other = self._in(year - 1 if this.start > minute else year + 1)
        return this if other is None else pick(iter((this, other)), anchor, today=True)

    def _in(self, year: int) -> Interval | None:
        if self.month is None:
            return Interval(day_number(year, 1, 1) * DAY_MINUTES, day_number(year + 1, 1, 1) * DAY_MINUTES, Grain.YEAR)
        if self.day is None:
            after = (year + 1, 1) if self.month == 12 else (year, self.month + 1)
            return Interval(day_number(year, self.month, 1) * DAY_MINUTES, day_number(*after, 1) * DAY_MINUTES, Grain.MONTH)
        if self.day > 28 and self.day > month_length(year, self.month):
            return None
        return Interval.day(day_number(year, self.month, self.day))


def _days_of_months(number: int, around: int, reach: int) -> Iterator[Interval]:
    """The days of that number in the months around a day (a day number), as many before as after, in order of time."""
    year, month, _ = civil(around)
    months = ((year * 12 + month - 1 + step) for step in range(-reach, reach + 1))
    found = (Dated(m // 12, m % 12 + 1, number).at(Anchor()) for m in months)
    return (i for i in found if i is not None)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 15th: of the month told last, else of the month that the clause looks to."""

    day: int
    leans: bool = True

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = last_told(anchor, Grain.MONTH)
        if told is not None and told.start is not None:
            year, month, _ = civil(told.start // DAY_MINUTES)
            return Dated(year, month, self.day).at(anchor)
        if anchor.day is None:
            return None
        return pick(_days_of_months(self.day, anchor.day, 2), anchor, today=True)


_MONTHS_AROUND = 7  # every pair of a weekday and a day of the month comes within seven months or so


@dataclass(frozen=True, slots=True)
class NamedDay:
    """Tuesday the 17th: of the months around the publication day, or else the date told last, the one where both are so."""

    weekday: int
    day: int
    leans: bool = True

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        told = last_told(anchor, Grain.MONTH)
        around = anchor.day if anchor.day is not None else told.first_day if told is not None else None
        if around is None:
            return None
        days = _days_of_months(self.day, around, _MONTHS_AROUND)
        fitting = (i for i in days if i.first_day is not None and weekday(i.first_day) == self.weekday)
        return pick(fitting, anchor._replace(day=around), today=True)


class Yearly:
    """What feasts and seasons have in common: a year, or a step from the publication day, or neither."""

    __slots__ = ()
    year: int | None
    step: int | None

    @property
    def leans(self) -> bool:
        """Without its year it leans, unless it is the last or the next."""
        return self.year is None and not self.step


@dataclass(frozen=True, slots=True)
class Feast(Yearly):
    """Thanksgiving, last Easter, Christmas 2019: by its name in `feasts`, its year, or the step from the publication day."""

    name: str
    year: int | None = None
    step: int | None = None

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if self.year is not None:
            return self._in(self.year)
        if anchor.day is None:
            return None
        year = civil(anchor.day)[0]
        around = [i for y in range(year - 1, year + 2) if (i := self._in(y)) is not None]
        if self.step is None or self.step == 0:
            return pick(iter(around), anchor, today=True)
        past = [i for i in around if i.start is not None and i.start < anchor.day * DAY_MINUTES]
        coming = [i for i in around if i.start is not None and i.start > anchor.day * DAY_MINUTES]
        return (past[-1] if past else None) if self.step < 0 else (coming[0] if coming else None)

    def _in(self, year: int) -> Interval | None:
        day = feast_day(self.name, year)
        return None if day is None else Interval.day(day)


@dataclass(frozen=True, slots=True)
class InYear(Composed):
    """A day of the year in a year that counts from another date: Christmas Day last year, March 5 of that year."""

    of: Expr
    day: Dated | Feast

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        if whole is None or whole.start is None:
            return None
        return replace(self.day, year=civil(whole.start // DAY_MINUTES)[0]).at(anchor)


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


_NEARLY = 2.5  # how many times as far off what lies ahead may be, for "this summer" to mean it


@dataclass(frozen=True, slots=True)
class Season(Yearly):
    """A season of the north by its first month (3 spring, 6 summer, 9 autumn, 12 winter).

    `year` is the year in which it begins; without it, `step` moves from the season around the
    publication day (last winter), and without that the clause leans.
    """

    first_month: int
    year: int | None = None
    step: int | None = None

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        if self.year is not None:
            return self._in(self.year)
        if anchor.day is None:
            return None
        year = civil(anchor.day)[0]
        around = [self._in(y) for y in range(year - 2, year + 3)]
        if self.step is None:
            return pick(iter(around), anchor, today=True)
        minute = anchor.day * DAY_MINUTES
        if self.step == 0:
            return _latest(around, minute, whole=False) if anchor.lean is Lean.PAST else self._this(year, minute, anchor.lean)
        if self.step < 0:
            return _latest(around, minute, whole=True)
        return next(i for i in around if i.start is not None and i.start > minute)

    def _this(self, year: int, minute: int, lean: Lean) -> Interval:
        """The season around that minute, else the one of the year; one that is over gives way to one almost as near ahead."""
        around = [self._in(y) for y in (year - 1, year, year + 1)]
        coming = next(i for i in around if (i.end or 0) > minute)
        past = self._in(year)
        if (coming.start or 0) <= minute or (past.end or 0) > minute:
            return coming
        ahead, back = (coming.start or 0) - minute, minute - (past.end or 0)
        return coming if lean is Lean.FUTURE and ahead <= _NEARLY * back else past

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
            anchor = anchor._replace(lean=Lean.PAST)
        year = civil(anchor.day or 0)[0]
        found = (i for y in range(year - 2, year + 3) if (i := nth_in(Dated(y).at(anchor), self.grain, self.number)))
        return pick(found, anchor, today=True)


# The half of a decade or a century, the quarter of a century: in years.
_SHARES = {
    (Grain.DECADE, Grain.HALF): (Grain.YEAR, 5),
    (Grain.CENTURY, Grain.HALF): (Grain.YEAR, 50),
    (Grain.CENTURY, Grain.QUARTER): (Grain.YEAR, 25),
    (Grain.CENTURY, Grain.DECADE): (Grain.YEAR, 10),
}


def nth_in(whole: Interval | None, grain: Grain, number: int) -> Interval | None:
    """The nth (or, below zero, nth last) unit of a grain that begins in the interval; None where there is none.

    The first week of a month is the one of its first days, as people count.
    """
    if whole is None or whole.start is None or whole.end is None:
        return None
    if (whole.grain, grain) in _SHARES:
        unit, size = _SHARES[whole.grain, grain]
        start = unit.shift(whole.start, (number - 1) * size) if number > 0 else unit.shift(whole.end, number * size)
        return Interval(start, unit.shift(start, size), unit)
    if grain is Grain.HALF and whole.grain is Grain.MONTH:
        middle = whole.start + (whole.end - whole.start) // DAY_MINUTES // 2 * DAY_MINUTES
        return Interval(whole.start, middle, Grain.DAY) if number == 1 else Interval(middle, whole.end, Grain.DAY)
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
class Units(Composed):
    """The first three months of 2019; `at_end`, the last six months of last year."""

    of: Expr
    count: int
    grain: Grain
    at_end: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        if whole is None or whole.start is None or whole.end is None or whole.grain <= self.grain:
            return None
        if self.at_end:
            start, end = self.grain.shift(whole.end, -self.count), whole.end
        else:
            start, end = whole.start, self.grain.shift(whole.start, self.count)
        return Interval(start, end, self.grain) if whole.start <= start and end <= whole.end else None


@dataclass(frozen=True, slots=True)
class NthIn(Composed):
    """The second Tuesday of March, the last week of January, the first quarter of last year."""

    of: Expr
    number: int
    grain: Grain = Grain.DAY
    weekday: int | None = None

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        whole = self.of.at(anchor)
        if self.weekday is None or whole is None or whole.start is None or whole.end is None:
            return nth_in(whole, self.grain, self.number)
        low, high = whole.start // DAY_MINUTES, whole.end // DAY_MINUTES
        days = [d for d in range(low, min(high, low + 366)) if weekday(d) == self.weekday]
        index = self.number - 1 if self.number > 0 else self.number
        return Interval.day(days[index]) if -len(days) <= index < len(days) else None


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century, by its first year: the 18th century (1701), the 1800s (1800)."""

    begins: int
    grain: Grain
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        start = day_number(self.begins, 1, 1) * DAY_MINUTES
        return Interval(start, self.grain.shift(start, 1), self.grain)
