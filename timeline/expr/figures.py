"""Dates in figures whose order is not the same everywhere: 03/04/2019 is 3 April or 4 March. The article may tell which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from timeline.expr.anchor import Anchor, parts_of, with_parts
from timeline.expr.calendar import Dated
from timeline.interval import Interval, month_length


class Order(Enum):
    """Which number stands first. The values say so to a reader."""

    DAY = "the day stands first"
    MONTH = "the month stands first"


@dataclass(frozen=True, slots=True)
class Custom:
    """The order that holds for an article from outside its text, and what tells it.

    Said by hand it overrules the text's own dates; the custom of a country stands behind them.
    """

    order: Order
    evidence: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class InFigures(Dated):
    """A date in figures with its year last. Without its order it is no date; month and day are then as with the day first.

    `dotted` are those with full stops; `evidence` is what told the order, where the date itself does not.
    """

    order: Order | None = None
    dotted: bool = False
    evidence: str = ""

    @classmethod
    def read(cls, one: int, two: int, year: int, *, dotted: bool) -> InFigures | None:
        """The date, with its order where only one gives a date; None where neither does.

        >>> InFigures.read(25, 4, 2019, dotted=False).order, InFigures.read(3, 4, 2019, dotted=False).order
        (<Order.DAY: 'the day stands first'>, None)
        """
        orders = [(Order.DAY, one, two), (Order.MONTH, two, one)]
        fitting = [(o, d, m) for o, d, m in orders if 1 <= m <= 12 and 1 <= d <= month_length(year, m)]
        if not fitting:
            return None
        order, day, month = fitting[0]
        return cls(year, month, day, order if len(fitting) == 1 else None, dotted)

    @property
    def is_open(self) -> bool:
        """Whether both orders give a date, and not the same."""
        return self.order is None and self.month != self.day

    @property
    def value(self) -> str:
        """TIMEX3 of what both readings have in common."""
        return f"{self.year:04d}-XX-XX"

    def as_read(self, order: Order) -> InFigures:
        """The date, its two numbers read in that order."""
        turned = order is Order.MONTH
        return replace(self, month=self.day if turned else self.month, day=self.month if turned else self.day, order=order)

    def at(self, anchor: Anchor) -> Interval | None:
        """See Expr."""
        return None if self.is_open else Dated.at(self, anchor)


def open_figures(parts: Iterable[object]) -> InFigures | None:
    """The first date among the parts of an expression whose order is not known."""
    return next((part for part in parts if isinstance(part, InFigures) and part.is_open), None)


def order_for(meanings: Iterable[object], custom: Custom | None) -> tuple[Order, str] | None:
    """The order of an article whose expressions are these: said by hand, told by itself, or the custom.

    >>> order_for([InFigures(2019, 4, 25, Order.DAY)], Custom(Order.MONTH, "as is usual in US"))[0].name
    'DAY'
    """
    from_outside = None if custom is None else (custom.order, custom.evidence)
    return from_outside if custom is not None and custom.by_hand else order_of(meanings) or from_outside


def order_of(meanings: Iterable[object]) -> tuple[Order, str] | None:
    """The order of day and month that an article keeps to, and what tells it.

    Its other dates in figures tell first; else a date in words that one reading coincides with.

    >>> open_, words = InFigures(2019, 4, 3), Dated(2019, 3, 4)
    >>> order_of([open_, InFigures(2019, 4, 25, Order.DAY)])[0], order_of([open_, words])[0], order_of([open_])
    (<Order.DAY: 'the day stands first'>, <Order.MONTH: 'the month stands first'>, None)
    """
    dates = [part for meaning in meanings for part in parts_of(meaning) if isinstance(part, Dated) and part.day is not None]
    figures = [date for date in dates if isinstance(date, InFigures)]
    told = {date.order for date in figures if date.order is not None}
    if told:
        return (told.pop(), "as elsewhere in the article") if len(told) == 1 else None
    words = [date for date in dates if not isinstance(date, InFigures)]
    pairs = {order for date in figures if date.is_open for order in Order if any(_same(date.as_read(order), w) for w in words)}
    return (pairs.pop(), "as a date in words in the article says") if len(pairs) == 1 else None


def settle(expr: Any, order: tuple[Order, str] | None) -> Any:
    """The expression with its open dates read in that order; without one, the day stands first where full stops divide.

    >>> settle(InFigures(2019, 4, 3), (Order.MONTH, "")).month, settle(InFigures(2019, 4, 3, dotted=True), None).order.name
    (3, 'DAY')
    """
    if isinstance(expr, InFigures):
        if not expr.is_open or (order is None and not expr.dotted):
            return expr
        told, evidence = order or (Order.DAY, "as is the custom where full stops divide")
        return replace(expr.as_read(told), evidence=f"{told.value}, {evidence}")
    return with_parts(expr, lambda inner: settle(inner, order))


def _same(one: Dated, other: Dated) -> bool:
    """Whether two dates are the same day, as far as the other tells its year."""
    return (one.month, one.day) == (other.month, other.day) and other.year in (None, one.year)
