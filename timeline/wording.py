"""Intervals in English words, no more precise than they are: for captions, reasons and the command line."""

from __future__ import annotations

from timeline.interval import DAY_MINUTES, Grain, Interval, civil
from timeline.notation import MONTHS, doubt, unit


def day_words(day: int) -> str:
    """A day as people write it.

    >>> day_words(18391)
    '9 May 2020'
    """
    year, month, number = civil(day)
    return f"{number} {MONTHS[month - 1]} {year_words(year)}"


def _month_words(minute: int) -> str:
    year, month, _ = civil(minute // DAY_MINUTES)
    return f"{MONTHS[month - 1]} {year_words(year)}"


def year_words(year: int) -> str:
    """An astronomical year as people write it.

    >>> year_words(2020), year_words(-43)
    ('2020', '44 BC')
    """
    return f"{1 - year} BC" if year < 1 else str(year)


def spoken(interval: Interval) -> str:
    """The interval in words.

    >>> from timeline.notation import parse_date
    >>> spoken(parse_date("2020-01-21..2020-01-31")), spoken(parse_date("2020-01..2020-03"))
    ('21–31 January 2020', 'January–March 2020')
    >>> spoken(parse_date("2020-03-03/2020-03-09")), spoken(parse_date("1912.."))
    ('from 3 to 9 March 2020', '1912 or later')
    """
    about = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(doubt(interval), "")
    if interval.lasts:
        return about + _span(interval)
    start, end = interval.start, interval.end
    if start is None or end is None:
        return about + _open(interval)
    found = unit(interval)
    if found is None:
        return about + _run(start, end)
    text, grain = found
    year, month, _ = civil(start // DAY_MINUTES)
    match grain:
        case Grain.MINUTE:
            return f"{about}{day_words(start // DAY_MINUTES)}, {text[-5:]}"
        case Grain.DAY:
            return about + day_words(start // DAY_MINUTES)
        case Grain.MONTH:
            return about + _month_words(start)
        case Grain.SEASON:
            names = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
            return f"{about}{names[month]} {year_words(year)}" + (f"–{year + 1}" if month == 12 else "")
        case Grain.YEAR:
            return about + year_words(year)
        case Grain.DECADE if year > 0:
            return f"{about}the {year}s"
    return about + _run(start, end)


def _span(interval: Interval) -> str:
    if interval.first is not None and interval.last is not None:
        first, last = spoken(interval.first), spoken(interval.last)
        return f"from {_unshared(first, last)} to {last}"
    if interval.first is not None:
        return f"since {spoken(interval.first)}"
    return f"until {spoken(interval.last)}" if interval.last is not None else "at some time"


def _open(interval: Interval) -> str:
    if interval.end is not None:
        return f"{_edge(interval.end - 1, interval.end)} or earlier"
    return f"{_edge(interval.start, interval.start)} or later" if interval.start is not None else "at some time"


def _edge(minute: int, border: int) -> str:
    """The coarsest unit that tells an open range's end exactly."""
    if Grain.YEAR.floor(border) == border:
        return year_words(civil(minute // DAY_MINUTES)[0])
    return _month_words(minute) if Grain.MONTH.floor(border) == border else day_words(minute // DAY_MINUTES)


def _run(start: int, end: int) -> str:
    """From one to the other in the coarsest unit that tells both, and nothing told twice: 21-31 January 2020."""
    if Grain.YEAR.floor(start) == start and Grain.YEAR.floor(end) == end:
        first, last = (year_words(civil(minute // DAY_MINUTES)[0]) for minute in (start, end - 1))
    elif Grain.MONTH.floor(start) == start and Grain.MONTH.floor(end) == end:
        first, last = _month_words(start), _month_words(end - 1)
    else:
        first, last = day_words(start // DAY_MINUTES), day_words((end - 1) // DAY_MINUTES)
    shared = _unshared(first, last)
    return f"{shared}–{last}" if " " not in shared else f"{shared} – {last}"


def _unshared(first: str, last: str) -> str:
    """The first without what it shares with the end of the last: "3" of "3 March 2020" and "9 March 2020"."""
    head, tail = first.split(), last.split()
    while len(head) > 1 and len(tail) > 1 and head[-1] == tail[-1]:
        head, tail = head[:-1], tail[:-1]
    return " ".join(head)
