"""Is a text news, told from the day it was published, or does it tell history? Decides on its phrases of time alone."""

from __future__ import annotations

from enum import Enum

from timeline.expr import Dated, Expr, Feast, Nearest, Season, Side, Step, Weekday, Years, core
from timeline.interval import civil


class Kind(Enum):
    """What the dates of a text count from: its publication day, or the dates it tells."""

    NEWS = "news"
    NARRATIVE = "narrative"


_FEWEST_YEARS = 3  # a text that tells history names years; of one without a publication day a single year is enough
_FAR = 2  # years that its dates lie before its publication, at least
_DEICTIC = 4  # it names so many times as many years as days that count from today


TODAY = "today"


def counts_from(expr: Expr | None) -> int | str | None:
    """The year that an expression names, TODAY where it counts from the publication day, else None.

    >>> counts_from(Dated(1914, 6, 28)), counts_from(Weekday(1)), counts_from(Dated(None, 8))
    (1914, 'today', None)
    """
    within = core(expr)
    if isinstance(within, (Dated, Season, Feast)):
        return within.year
    if isinstance(within, Years):
        return within.first
    return TODAY if isinstance(within, (Step, Weekday, Side, Nearest)) else None


def kind_of(counts: list[int | str | None], published: int | None) -> Kind:
    """The kind of a text whose expressions count from these, published on that day (a day number, or None).

    >>> kind_of([1914, None, 1914, 1918], None), kind_of([2011, TODAY, TODAY], None)
    (<Kind.NARRATIVE: 'narrative'>, <Kind.NEWS: 'news'>)
    """
    years = [count for count in counts if isinstance(count, int)]
    fewest = 1 if published is None else _FEWEST_YEARS
    if len(years) < fewest or counts.count(TODAY) * _DEICTIC > len(years):
        return Kind.NEWS
    middle = sorted(years)[len(years) // 2]
    far = published is None or middle <= civil(published)[0] - _FAR
    return Kind.NARRATIVE if far else Kind.NEWS
