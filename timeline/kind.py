"""Is a text news, told from the day it was published, or does it tell history? Decides on its phrases of time alone."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from timeline.expr import Dated, Expr, Nearest, Side, Step, Weekday
from timeline.interval import civil


class Kind(Enum):
    """What the dates of a text count from: its publication day, or the dates it tells."""

    NEWS = "news"
    NARRATIVE = "narrative"


_FEWEST_YEARS = 3  # a text that tells history names years
_FAR = 2  # years that its dates lie before its publication, at least
_DEICTIC = 4  # it names so many times as many years as days that count from today


def kind_of(meanings: Iterable[Expr | None], published: int | None) -> Kind:
    """The kind of a text with these expressions, published on that day (a day number, or None).

    >>> kind_of([Dated(1914, 6, 28), Dated(None, 8), Dated(1914), Dated(1918, 11)], None)
    <Kind.NARRATIVE: 'narrative'>
    >>> kind_of([Dated(2011), Weekday(1), Weekday(2)], None)
    <Kind.NEWS: 'news'>
    """
    years: list[int] = []
    today = 0
    for expr in meanings:
        core = _core(expr)
        if isinstance(core, Dated) and core.year is not None:
            years.append(core.year)
        elif isinstance(core, (Step, Weekday, Side, Nearest)):
            today += 1
    if len(years) < _FEWEST_YEARS or today * _DEICTIC > len(years):
        return Kind.NEWS
    middle = sorted(years)[len(years) // 2]
    far = published is None or middle <= civil(published)[0] - _FAR
    return Kind.NARRATIVE if far else Kind.NEWS


def _core(expr: object) -> object:
    """What an expression is a part of: March 1914 of "late March 1914"."""
    while (inner := getattr(expr, "of", None) or getattr(expr, "first", None)) is not None:
        expr = inner
    return expr
