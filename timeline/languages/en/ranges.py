"""English ranges: from March 3 to March 9 (it lasted), between 10 and 14 April (some time in it), 1939-45."""

from __future__ import annotations

from typing import Any

from timeline.expr import Dated, Expr, Range, Weekday
from timeline.grammar import SKIP, Level, Skip
from timeline.languages.en.dates import whole, with_year

ranges = Level()

LEVELS = [ranges]


def _joined(first: Any, last: Any, *, lasts: bool) -> Expr:
    return Range(with_year(first, last), last, lasts)


@ranges("from DATE ,? to|until|till|through DATE", "from March 2022 to May 2023 = 2022-03/2023-05", produces="RANGE")
@ranges("from DATE - DATE", "from 2003 - 2005 = 2003/2005", produces="RANGE")
@ranges("DATE until|through DATE", "January 2020 through March 2021 = 2020-01/2021-03", produces="RANGE")
def from_to(first: Expr, last: Expr) -> Expr:
    return _joined(first, last, lasts=True)


@ranges("between DATE and DATE", "between March 3 and March 9, 2023 = 2023-03-03..2023-03-09", produces="RANGE")
def between(first: Expr, last: Expr) -> Expr:
    return _joined(first, last, lasts=False)


@ranges("from the NTH to|until|till|through DATE", "from the 3rd to the 5th of January = 2024-01-03/2024-01-05", produces="RANGE")
@ranges("from DAY|NTH to|until|till|through DATE", "from 3 to 5 January = 2024-01-03/2024-01-05", produces="RANGE")
def from_day(first: int, last: Any) -> Expr | Skip | None:
    return _from_day(first, last, lasts=True)


@ranges("the NTH to|until|till|through DATE", "the 3rd to the 5th of January = 2024-01-03/2024-01-05", produces="RANGE")
@ranges("DAY|NTH to|until|till|through DATE", "3 to 5 January = 2024-01-03/2024-01-05", produces="RANGE")
def day_to_date(first: int, last: Any) -> Expr | Skip | None:
    return _from_day(first, last, lasts=True) or SKIP


@ranges("between the NTH and DATE", "between the 10th and the 14th of January = 2024-01-10..2024-01-14", produces="RANGE")
@ranges("between DAY|NTH and DATE", "between 10 and 14 January = 2024-01-10..2024-01-14", produces="RANGE")
def between_day(first: int, last: Any) -> Expr | Skip | None:
    return _from_day(first, last, lasts=False)


def _from_day(first: int, last: Any, *, lasts: bool) -> Expr | Skip | None:
    """The month stands once, with the last day."""
    if not isinstance(last, Dated) or last.month is None or last.day is None:
        return SKIP
    return Range(Dated(last.year, last.month, first), last, lasts) if first < last.day else None


@ranges("from DATE to|until|till|through DAY|NTH", "from January 3 to 5 = 2024-01-03/2024-01-05", produces="RANGE")
def to_day(first: Any, last: int) -> Expr | Skip | None:
    return _to_day(first, last, lasts=True)


@ranges("from DATE to|until|till|through the NTH", "from January 3 to the 5th = 2024-01-03/2024-01-05", produces="RANGE")
@ranges("DATE to|until|till|through the NTH", "January 3 to the 5th = 2024-01-03/2024-01-05", produces="RANGE")
@ranges("DATE to|until|till|through DAY|NTH", "January 3 to 5 = 2024-01-03/2024-01-05", produces="RANGE")
def day_to_bare(first: Any, last: int) -> Expr | Skip | None:
    return _to_day(first, last, lasts=True) or SKIP


@ranges("between DATE and the NTH", "between January 10 and the 14th = 2024-01-10..2024-01-14", produces="RANGE")
@ranges("between DATE and DAY|NTH", "between January 10 and 14 = 2024-01-10..2024-01-14", produces="RANGE")
def and_day(first: Any, last: int) -> Expr | Skip | None:
    return _to_day(first, last, lasts=False)


def _to_day(first: Any, last: int, *, lasts: bool) -> Expr | Skip | None:
    if not isinstance(first, Dated) or first.month is None or first.day is None:
        return SKIP
    return Range(first, Dated(first.year, first.month, last), lasts) if first.day < last else None


@ranges("DATE to DATE", "Friday to Sunday = 2024-02-16/2024-02-18", "March to June 2019 = 2019-03/2019-06", produces="RANGE")
def units_to(first: Any, last: Any) -> Expr | Skip:
    return _joined(first, last, lasts=True) if _are_alike(first, last) else SKIP


@ranges("DATE - DATE", "January–March 2019 = 2019-01/2019-03", "Friday-Sunday = 2024-02-16/2024-02-18", produces="RANGE")
def units_dash(first: Any, last: Any) -> Expr | Skip:
    return _joined(first, last, lasts=True) if _are_alike(first, last) else SKIP


def _are_alike(first: Any, last: Any) -> bool:
    """Two weekdays, two months or two days: what makes a range without a "from"."""
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return last.step is None
    first, last = whole(first), whole(last)
    if not isinstance(first, Dated) or not isinstance(last, Dated) or not first.month or not last.month:
        return False
    return (first.day is None) == (last.day is None) and (first.year is None or last.year is not None)


@ranges("DATE - DATE", "1990-1995 = 1990/1995", "2003–2005 = 2003/2005", produces="RANGE")
def years(first: Any, last: Any) -> Expr | Skip:
    if not isinstance(first, Dated) or not isinstance(last, Dated) or first.month or last.month:
        return SKIP
    return SKIP if first.year is None or last.year is None or last.year <= first.year else Range(first, last, lasts=True)


@ranges("DATE - DAY|COUNT", "1939-45 = 1939/1945", "2015-16 = 2015/2016", produces="RANGE")
def short_years(first: Any, last: int) -> Expr | Skip:
    if not isinstance(first, Dated) or first.month or first.year is None or not 10 <= last <= 99:
        return SKIP
    end = first.year // 100 * 100 + last
    return Range(first, Dated(end), lasts=True) if end > first.year else SKIP


@ranges("DATE - TWO_DIGITS", "2008-09 = 2008/2009", "2010-12 = 2010/2012", produces="RANGE")
def two_digits(first: Any, last: int) -> Expr | Skip:
    """What cannot be a month of the year: 2016-04 is taken by `dates.iso_month`."""
    if not isinstance(first, Dated) or first.month or first.year is None or last <= first.year % 100:
        return SKIP
    return Range(first, Dated(first.year // 100 * 100 + last), lasts=True)


@ranges("from DAY|COUNT to|until|till DATE", "from 264 to 241 BC = -0263/-0240", produces="RANGE")
@ranges("DAY|COUNT - DATE", "264-241 BC = -0263/-0240", produces="RANGE")
def years_bc(first: int, last: Any) -> Expr | Skip:
    """The era stands once, with the last year."""
    before = isinstance(last, Dated) and last.month is None and last.year is not None and 1 - first < last.year < 1
    return Range(Dated(1 - first), last, lasts=True) if before else SKIP
