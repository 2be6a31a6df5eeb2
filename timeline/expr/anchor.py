"""What a phrase of time means before one knows when it was written: the frame. Sees no text.

Each expression is a small frozen value; `.at(anchor)` gives the interval it means for that anchor, or
None where the anchor does not tell (no publication day, nothing told before) or no such date exists.
An expression whose `leans` is true asks the anchor which side of the publication day is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, Protocol

from timeline.interval import DAY_MINUTES, Grain, Interval


class Lean(Enum):
    """Which side of the publication day a clause looks to."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Anchor(NamedTuple):
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


class Composed:
    """What an expression has that is made of another, `of`: it leans where that does."""

    __slots__ = ()
    of: Expr

    @property
    def leans(self) -> bool:
        """As what it is made of."""
        return self.of.leans


# How many times nearer a date on the wrong side must be to win. A day of the year is told without its
# year only when it is near, and so is a quarter; a month or a season is told as the tense says.
_CLOSER = [{Grain.DAY: 6.0, Grain.QUARTER: 4.0}.get(grain, 200.0) for grain in Grain]  # by grain


def pick(candidates: Iterator[Interval], anchor: Anchor, *, today: bool) -> Interval | None:
    """The candidate that the clause means, given in order of time: the nearest on the side it looks to.

    The one that holds the publication day is on both sides (`today` says whether it is when the clause
    looks ahead). Without a lean the nearest counts. A date far back loses even in a clause that looks
    back, if one as near ahead as _CLOSER tells stands against it: "extended to Nov. 16" on November 1.
    """
    minute, lean = anchor.minute, anchor.lean
    if minute is None:
        return None
    best: Interval | None = None
    least = 0.0
    for found in candidates:
        assert found.start is not None and found.end is not None
        if found.start > minute:
            cost = (found.start - minute) * (_CLOSER[found.grain] if lean is Lean.PAST else 1.0)
        elif found.end <= minute:
            cost = (minute - found.end + DAY_MINUTES) * _CLOSER[found.grain] if lean is Lean.FUTURE else float(minute - found.end)
        else:
            cost = 0.0 if today or lean is not Lean.FUTURE else float(minute)
        if best is None or cost < least:
            best, least = found, cost
    return best


def last_told(anchor: Anchor, grain: Grain) -> Interval | None:
    """The date told last that is at least as fine as the grain.

    One that is too coarse stands in the way of those before it, unless they lie in it: "on March 3 … in
    January … two days later" counts from no day that is known.
    """
    coarse: Interval | None = None
    for told in reversed(anchor.told):
        if told.start is None or (coarse is not None and not coarse.overlaps(told)):
            continue
        if told.grain <= grain:
            return told
        coarse = coarse or told
    return None


def before(one: Interval, other: Interval) -> bool:
    """Whether the one is over when the other begins."""
    return one.end is not None and other.start is not None and one.end <= other.start


_WITHIN = ("of", "first", "last")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of expression that hold others."""
    return tuple(name for name in _WITHIN if name in getattr(kind, "__dataclass_fields__", ()))


def parts_of(expr: Any) -> list[Any]:
    """The expression and all those inside it.

    >>> from timeline.expr import Dated, PartOf
    >>> from timeline.interval import Part
    >>> parts_of(PartOf(Part.END, Dated(2019)))[1:]
    [Dated(year=2019, month=None, day=None)]
    """
    found = [expr]
    for part in found:
        kind: Any = type(part)
        for name in _fields(kind):
            found.append(getattr(part, name))  # noqa: PERF401 - the list grows as it is walked through
    return found


def with_parts(expr: Any, change: Callable[[Any], Any]) -> Any:
    """The expression with `change` done to those right inside it; itself where that changes nothing.

    >>> from timeline.expr import About, Dated
    >>> with_parts(About(Dated(1850)), lambda inner: Dated(inner.year + 1))
    About(of=Dated(year=1851, month=None, day=None))
    """
    kind: Any = type(expr)
    within = {name: getattr(expr, name) for name in _fields(kind)}
    changed = {name: new for name, old in within.items() if (new := change(old)) is not old}
    return replace(expr, **changed) if changed else expr


def core(expr: Any) -> Any:
    """What an expression is a part of: March 1914 of "late March 1914"; of a range its beginning."""
    while (inner := getattr(expr, "of", None) or getattr(expr, "first", None)) is not None:
        expr = inner
    return expr
