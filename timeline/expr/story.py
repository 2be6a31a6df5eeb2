"""Expressions in a text that tells history: what is left out is taken from the date told before, not from a publication day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.expr.anchor import Anchor, Expr, with_parts
from timeline.expr.calendar import Dated, Feast, Season
from timeline.expr.parts import Undated
from timeline.expr.relative import Here, Step, Weekday
from timeline.interval import DAY_MINUTES, Grain, Interval, civil, weekday

_NEAR = 2  # months ahead that a clause that looks back may still mean
_ONWARD = 8  # months that a story goes on between two dates; what would lie farther ahead lies behind


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that was found already."""

    interval: Interval
    leans: bool = False

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return self.interval


def narrate(expr: Expr, told: Interval | None, *, back: bool = False, anew: bool = False) -> Expr:
    """The expression with its missing year, or its week, taken from the date told before.

    `back` says that the clause looks back from there: "had been at war since September"; `anew` that the
    date before stood in the summary at the head of the text, so that what is told now may lie before it.

    >>> november = Dated(1914, 11).at(Anchor())
    >>> narrate(Dated(None, 1), november), narrate(Dated(None, 9), november)
    (Dated(year=1915, month=1, day=None), Dated(year=1914, month=9, day=None))
    >>> narrate(Dated(None, 3), november), narrate(Dated(None, 3), november, back=True)
    (Dated(year=1915, month=3, day=None), Dated(year=1914, month=3, day=None))
    """
    if isinstance(expr, Step) and expr.grain is Grain.DAY and expr.count == 0:
        return Undated("PRESENT_REF")  # "today" is the reader's
    if told is None or told.start is None or told.grain > Grain.YEAR:
        return expr
    match expr:
        case Dated(year=None, month=int(month)):
            return replace(expr, year=_year(month, told, back=back, anew=anew))
        case Season(year=None, step=None, first_month=month):
            return replace(expr, year=_year(month, told, back=back, anew=anew))
        case Feast(year=None, step=None):
            return replace(expr, year=_year_of_feast(expr, told, back=back or anew))
        case Here(grain=grain) if told.grain <= grain:
            return Fixed(Interval.unit(told.start, grain))
        case Weekday(step=None, number=number) if told.grain <= Grain.DAY:
            day = told.start // DAY_MINUTES
            return Fixed(Interval.day(day + (number - weekday(day)) % 7))
    narrated: Expr = with_parts(expr, lambda inner: narrate(inner, told, back=back, anew=anew))
    return narrated


def counts_from_a_story(parts: list[object]) -> bool:
    """Whether an expression that does not lean, given with those inside it, has yet another meaning in a story.

    >>> counts_from_a_story([Here(Grain.YEAR)]), counts_from_a_story([Dated(1914)])
    (True, False)
    """
    return any(
        isinstance(part, Here) or (isinstance(part, Step) and part.grain is Grain.DAY and part.count == 0) for part in parts
    )


def _year(month: int, told: Interval, *, back: bool, anew: bool) -> int:
    """The year of a month that is told after a date: the same, the next, or rarely the one before."""
    year, before, _ = civil((told.start or 0) // DAY_MINUTES)
    if told.grain >= Grain.YEAR or anew:
        return year
    ahead = (month - before) % 12
    if ahead <= (_NEAR if back else _ONWARD):
        return year + (month < before)
    return year - (month > before)


def _year_of_feast(feast: Feast, told: Interval, *, back: bool) -> int:
    """The year of a feast: the one told, but for what lies ahead of a clause that looks back, or months behind it."""
    year = civil((told.start or 0) // DAY_MINUTES)[0]
    found = replace(feast, year=year).at(Anchor())
    if found is None or found.start is None or told.end is None or told.start is None or told.grain >= Grain.YEAR:
        return year
    if back and found.start >= told.end:
        return year - 1
    return year + (not back and (found.end or 0) + _ONWARD * 30 * DAY_MINUTES < told.start)
