"""Is a text news, told from the day it was published, or does it tell history? Decides on its phrases of time alone."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from timeline.expr import Dated, Expr, Feast, Nearest, Season, Side, Step, Weekday, Years, core
from timeline.interval import civil


class Kind(Enum):
    """What the dates of a text count from: its publication day, or the dates it tells."""

    NEWS = "news"
    NARRATIVE = "narrative"


_FEWEST_YEARS = 3  # a text that tells history names years; of one without a publication day a single year is enough
_FAR = 2  # years that its dates lie before its publication, at least; one is enough where they are days told in full
_DAYS = 2  # how many such days
_DEICTIC = 4  # it names so many times as many years as times that count from today
_WEEKDAYS = 3  # and, where it has no publication day, as weekdays: a story has them too, "the Monday"
_STORIED = 2  # or as those of a story, which tells so many times as many days by their month
_BY_MONTH = 3


class Count(NamedTuple):
    """What an expression counts from: the year it names, or (None) the publication day; and whether it names a day.

    A story has weekdays, too ("on Sunday the 11th"), so that they tell less than "last week".
    """

    year: int | None
    day: bool = False
    month: bool = False  # whether a day without its year is told by its month


TODAY = Count(None)
A_WEEKDAY = Count(None, day=True)
A_DAY = Count(None, day=True, month=True)  # March 5, of whatever year


def counts_from(expr: Expr | None) -> Count | None:
    """The year that an expression names, TODAY where it counts from the publication day, A_DAY of no year, else None.

    >>> counts_from(Dated(1914, 6, 28)), counts_from(Weekday(1)), counts_from(Dated(None, 8))
    (Count(year=1914, day=True, month=False), Count(year=None, day=True, month=False), None)
    """
    within = core(expr)
    if isinstance(within, Dated) and within.year is None and within.day is not None:
        return A_DAY
    if isinstance(within, Weekday) and within.step is None:
        return A_WEEKDAY
    if isinstance(within, (Step, Weekday, Side, Nearest)):
        return TODAY
    year = within.begins if isinstance(within, Years) else within.year if isinstance(within, (Dated, Season, Feast)) else None
    return None if year is None else Count(year, isinstance(within, Dated) and within.day is not None)


def kind_of(counts: Iterable[Count | None], published: int | None) -> Kind:
    """The kind of a text whose expressions count from these, published on that day (a day number, or None).

    >>> war = [Count(1914), None, Count(1914), Count(1918, day=True)]
    >>> kind_of(war, None), kind_of([Count(2011), TODAY, TODAY], None)
    (<Kind.NARRATIVE: 'narrative'>, <Kind.NEWS: 'news'>)
    """
    known = [count for count in counts if count is not None]
    years = sorted(count.year for count in known if count.year is not None)
    today, weekdays = known.count(TODAY), known.count(A_WEEKDAY)
    rate = _STORIED if known.count(A_DAY) >= weekdays * _BY_MONTH else _WEEKDAYS if published is None else _DEICTIC
    needed = today * _DEICTIC + weekdays * rate
    if len(years) < max(needed, 1 if published is None else _FEWEST_YEARS):
        return Kind.NEWS
    in_full = needed == 0 and sum(count.day for count in known if count.year is not None) >= _DAYS
    far = published is None or years[len(years) // 2] <= civil(published)[0] - (1 if in_full else _FAR)
    return Kind.NARRATIVE if far else Kind.NEWS
