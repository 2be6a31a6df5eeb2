"""A range of dates that events have to overlap, as the reader typed it: two dates as events.yaml takes them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.errors import DateSyntaxError
from timeline.interval import Interval
from timeline.notation import Words, parse_date
from timeline.wording import spoken


@dataclass(frozen=True, slots=True)
class DateRange:
    """The first and the last day, both included; None is an open end, and what makes no sense is none.

    `since` and `until` say how each end was read, or why it was not; `faulty` which of the two were not.
    """

    first: int | None = None
    last: int | None = None
    since: str = ""
    until: str = ""
    faulty: tuple[bool, bool] = (False, False)


def date_range(since: str, until: str, words: Words | None = None) -> DateRange:
    """The range from the first day of one date to the last day of another; "" is an open end.

    >>> date_range("2020-05", "2020-06~").since, date_range("", "2020-13").until
    ('from 1 May 2020', "'2020-13' does not exist: there is no month 13")
    """
    low, told_low = _read(since, words)
    high, told_high = _read(until, words)
    first = low.first_day if low is not None else None
    last = high.last_day if high is not None else None
    told_low = told_low or ("" if first is None else f"from {spoken(Interval.day(first))}")
    told_high = told_high or ("" if last is None else f"to {spoken(Interval.day(last))}")
    faulty = (bool(since) and low is None, bool(until) and high is None)
    if first is not None and last is not None and last < first:
        return DateRange(first, None, told_low, f"{told_high}: that is before the first day", (faulty[0], True))
    return DateRange(first, last, told_low, told_high, faulty)


def _read(text: str, words: Words | None) -> tuple[Interval | None, str]:
    if not text.strip():
        return None, ""
    try:
        return parse_date(text, words), ""
    except DateSyntaxError as error:
        return None, str(error)
