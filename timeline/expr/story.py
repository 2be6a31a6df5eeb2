"""Expressions in a text that tells history: what is left out is taken from the date told before, not from a publication day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.expr.anchor import Anchor, Expr, Lean, with_parts
from timeline.expr.calendar import Dated, Feast, Season
from timeline.expr.parts import PartOf, Range, Undated
from timeline.expr.relative import Here, Step, Weekday
from timeline.interval import DAY_MINUTES, Grain, Interval, civil, weekday

_TODAY, _THE_DAY_BEFORE = Step(Grain.DAY, 0), Step(Grain.DAY, -1)
_NEAR = 2  # months ahead that a clause that looks back may still mean
_SHORTLY = 45  # days behind the beginning of a story in which a day told without its year has to lie to be of it
_ONWARD = 8  # months that a story goes on between two dates; what would lie farther ahead lies behind


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that was found already."""

    interval: Interval
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return self.interval


def narrate(expr: Expr, told: Interval | None, *, back: bool = False, anew: bool = False, bound: Lean = Lean.NONE) -> Expr:
    """The expression with its missing year, or its week, taken from the date told before.

    `back` says that the clause looks back from there: "had been at war since September"; `anew` that the
    date before stood in the summary at the head of the text, so that what is told now may lie before it.
    `bound` says that what is meant never lies on the other side of the date: a range does not end before it begins.

    >>> november = Dated(1914, 11).at(Anchor())
    >>> narrate(Dated(None, 1), november), narrate(Dated(None, 9), november)
    (Dated(year=1915, month=1, day=None), Dated(year=1914, month=9, day=None))
    >>> narrate(Dated(None, 3), november), narrate(Dated(None, 3), november, back=True)
    (Dated(year=1915, month=3, day=None), Dated(year=1914, month=3, day=None))
    >>> narrate(Range(Dated(None, 7), Dated(None, 8), lasts=True), november)
    Range(first=Dated(year=1915, month=7, day=None), last=Dated(year=1915, month=8, day=None), lasts=True)
    """
    if expr == _TODAY:
        return Undated("PRESENT_REF")  # "today" is the reader's
    if told is None or told.start is None or told.grain > Grain.YEAR:
        return expr
    if isinstance(expr, PartOf) and expr.of == _THE_DAY_BEFORE and told.grain <= Grain.DAY:
        return PartOf(expr.part, Fixed(Interval.day(told.start // DAY_MINUTES)))  # "overnight": the night of that day
    match expr:
        case Dated(year=None, month=int(month)):
            return replace(expr, year=_year(month, told, back=back, anew=anew, bound=bound))
        case Season(year=None, step=None, first_month=month):
            return replace(expr, year=_year(month, told, back=back, anew=anew, bound=bound))
        case Feast(year=None, step=None):
            return replace(expr, year=_year_of_feast(expr, told, back=back or anew, bound=bound))
        case Here(grain=grain) if told.grain <= grain:
            return Fixed(Interval.unit(told.start, grain))
        case Weekday(step=None, number=number) if told.grain <= Grain.DAY:
            day = told.start // DAY_MINUTES
            step = (number - weekday(day)) % 7
            return Fixed(Interval.day(day + step - (7 if step and bound is Lean.PAST else 0)))
        case Range():
            return _narrated_range(expr, told, back=back, anew=anew)
    narrated: Expr = with_parts(expr, lambda inner: narrate(inner, told, back=back, anew=anew, bound=bound))
    return narrated


def _narrated_range(expr: Range, told: Interval, *, back: bool, anew: bool) -> Expr:
    """A range of which one end tells the other: "from December to March" of the next year."""
    first, last = expr.first, expr.last
    end = last.at(Anchor()) if first.leans and not last.leans else None
    if end is not None and end.grain < Grain.YEAR:
        first = narrate(first, end, bound=Lean.PAST)
    else:
        first = narrate(first, told, back=back, anew=anew)
        start = first.at(Anchor())
        known = start is not None
        last = narrate(last, start or told, back=back, anew=anew, bound=Lean.FUTURE if known else Lean.NONE)
    return expr if first is expr.first and last is expr.last else replace(expr, first=first, last=last)


def follows(expr: Expr, begun: Interval) -> bool:
    """Whether a day that is told without its year lies shortly behind the day on which a story began.

    >>> begun = Dated(1950, 6, 25).at(Anchor())
    >>> follows(Dated(None, 6, 28), begun), follows(Dated(None, 4, 3), begun)
    (True, False)
    """
    if not isinstance(expr, Dated) or expr.year is not None or expr.day is None or begun.start is None:
        return False
    found = narrate(expr, begun).at(Anchor())
    return found is not None and found.start is not None and 0 <= found.start - begun.start <= _SHORTLY * DAY_MINUTES


def counts_from_a_story(parts: list[object]) -> bool:
    """Whether an expression that does not lean, given with those inside it, has yet another meaning in a story.

    >>> counts_from_a_story([Here(Grain.YEAR)]), counts_from_a_story([Dated(1914)])
    (True, False)
    """
    return any(isinstance(part, Here) or part in (_TODAY, _THE_DAY_BEFORE) for part in parts)


def _year(month: int, told: Interval, *, back: bool, anew: bool, bound: Lean) -> int:
    """The year of a month that is told after a date: the same, the next, or rarely the one before."""
    year, before, _ = civil((told.start or 0) // DAY_MINUTES)
    if bound is not Lean.NONE and told.grain < Grain.YEAR:
        return year + (month < before if bound is Lean.FUTURE else -(month > before))
    if told.grain >= Grain.YEAR or anew:
        return year
    ahead = (month - before) % 12
    if ahead <= (_NEAR if back else _ONWARD):
        return year + (month < before)
    return year - (month > before)


def _year_of_feast(feast: Feast, told: Interval, *, back: bool, bound: Lean) -> int:
    """The year of a feast: the one told, but for what lies ahead of a clause that looks back, or months behind it."""
    year = civil((told.start or 0) // DAY_MINUTES)[0]
    found = replace(feast, year=year).at(Anchor())
    if found is None or found.start is None or told.end is None or told.start is None or told.grain >= Grain.YEAR:
        return year
    if bound is not Lean.NONE:
        return year + (found.start < told.start if bound is Lean.FUTURE else -(found.start > told.start))
    if back and found.start >= told.end:
        return year - 1
    return year + (not back and (found.end or 0) + _ONWARD * 30 * DAY_MINUTES < told.start)
