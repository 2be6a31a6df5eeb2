"""Intervals as text and back: EDTF, ISO days, and the date syntax of events.yaml.

Knows no language: a date typed in words is read through a function that the caller passes.
Source: the Extended Date/Time Format of the Library of Congress (ISO 8601-2).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from timeline.errors import DateSyntaxError
from timeline.interval import DAY_MINUTES, Grain, Interval, civil, day_number, iso_date, month_length

Words = Callable[[str], Interval | None]

_SEASON_CODES = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF level 1: spring, summer, autumn, winter
_CODE_OF_SEASON = {first: code for code, first in _SEASON_CODES.items()}


# ---------------------------------------------------------------- single days


def year_text(year: int) -> str:
    """Four digits at least; EDTF's `Y` before a year past 9999.

    >>> year_text(2020), year_text(-43), year_text(12024)
    ('2020', '-0043', 'Y12024')
    """
    if year > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_day(day: int | None) -> str | None:
    """A day number as an ISO date; None stays None.

    >>> iso_day(18391)
    '2020-05-09'
    """
    if day is None:
        return None
    if (told := iso_date(day)) is not None:
        return told
    year, month, number = civil(day)
    return f"{year_text(year)}-{month:02d}-{number:02d}"


def iso_days(interval: Interval | None) -> tuple[str | None, str | None]:
    """First and last possible day as ISO dates; None where open, or where there is no date at all."""
    return (None, None) if interval is None else (iso_day(interval.first_day), iso_day(interval.last_day))


# ---------------------------------------------------------------- units as text


@lru_cache(maxsize=4096)  # each date of an event is told in four places
def unit(interval: Interval) -> tuple[str, Grain] | None:
    """The interval as one unit of events.yaml's syntax and its grain, or None where it is no whole unit."""
    start, end = interval.start, interval.end
    if start is None or end is None:
        return None
    if interval.grain is Grain.MINUTE and end - start == 1:
        return f"{iso_day(start // DAY_MINUTES)}T{start % DAY_MINUTES // 60:02d}:{start % 60:02d}", Grain.MINUTE
    if interval.first_day == interval.last_day:  # hours and mornings are told by the day
        return str(iso_day(interval.first_day)), Grain.DAY
    year, month, day = civil(start // DAY_MINUTES)
    written = year_text(year)
    for grain, text in ((Grain.MONTH, f"{written}-{month:02d}"), (Grain.YEAR, written), (Grain.DECADE, f"{written[:-1]}X")):
        if grain.floor(start) == start and grain.shift(start, 1) == end:
            return text, grain
    if interval.grain is Grain.SEASON and interval.part is None and Grain.SEASON.shift(start, 1) == end:
        return f"{written}-{_CODE_OF_SEASON[month]}", Grain.SEASON
    if year % 100 == 0 and month == day == 1 and Grain.YEAR.shift(start, 100) == end:
        return f"{written[:-2]}XX", Grain.CENTURY
    return None


def _unit_text(minute: int, grain: Grain) -> str:
    """The whole unit that holds the minute, of a grain that has a text of its own."""
    found = unit(Interval.unit(minute, grain))
    assert found is not None
    return found[0]


def doubt(interval: Interval) -> str:
    """EDTF's mark of a date that is about (~), uncertain (?) or both (%); "" for a plain one."""
    return {(True, True): "%", (True, False): "~", (False, True): "?"}.get((interval.circa, interval.uncertain), "")


def _edges(interval: Interval) -> tuple[str, str]:
    """Both ends in the coarsest unit that tells them exactly; '' where open."""
    start, end = interval.start, interval.end
    for grain in (Grain.YEAR, Grain.MONTH, Grain.DAY):
        aligned = all(m is None or grain.floor(m) == m for m in (start, end))
        if aligned or grain is Grain.DAY:
            low = "" if start is None else _unit_text(start, grain)
            high = "" if end is None else _unit_text(end - 1, grain)
            return low, high
    raise AssertionError("every interval has days")


def date_text(interval: Interval) -> str:
    """What a build writes behind `date:`.

    >>> from timeline.interval import Part
    >>> jan = Interval.unit(day_number(2020, 1, 1) * 1440, Grain.MONTH)
    >>> date_text(jan), date_text(jan.of(Part.END))
    ('2020-01', '2020-01-21..2020-01-31')
    >>> march = Interval.unit(day_number(2020, 3, 1) * 1440, Grain.MONTH)
    >>> date_text(Interval.between(jan, march, lasts=True))
    '2020-01/2020-03'
    """
    if interval.lasts:
        low = date_text(interval.first) if interval.first is not None else _edges(interval)[0] or ".."
        high = date_text(interval.last) if interval.last is not None else _edges(interval)[1] or ".."
        return f"{low}/{high}{doubt(interval)}"
    found = unit(interval)
    return (found[0] if found is not None else "..".join(_edges(interval))) + doubt(interval)


def edtf(interval: Interval) -> str:
    """EDTF (ISO 8601-2) for exports: as `date_text`, but a choice of days stands in brackets.

    A vague end of something that lasted has no form in EDTF; it is told by its month or year.

    >>> edtf(parse_date("2020-01-21..2020-01-31")), edtf(parse_date("..1912"))
    ('[2020-01-21..2020-01-31]', '[..1912]')
    """
    if interval.lasts:
        ends = [_edtf_end(end) for end in (interval.first, interval.last)]
        return "/".join(ends) + doubt(interval)
    text = date_text(interval)
    return f"[{text}]" if ".." in text else text


def _edtf_end(end: Interval | None) -> str:
    if end is None:
        return ".."
    if (found := unit(end)) is not None:
        return found[0] + doubt(end)
    if end.start is None or end.end is None:
        return ".."
    for grain in (Grain.MONTH, Grain.YEAR, Grain.DECADE):
        if grain.floor(end.start) == grain.floor(end.end - 1):
            return _unit_text(end.start, grain)
    return ".."


def precision(interval: Interval) -> str:
    """How fine the date is: a grain's name for one whole unit, else range, span (it lasted) or open.

    >>> precision(parse_date("2020-05")), precision(parse_date("2020-01-21..2020-01-31"))
    ('month', 'range')
    """
    if interval.start is None or interval.end is None:
        return "open"
    if interval.lasts:
        return "span"
    found = unit(interval)
    return "range" if found is None else found[1].word


# ---------------------------------------------------------------- reading dates

_UNIT = re.compile(
    r"(?P<year>Y-?\d{5,9}|-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d))?)?)?"
    r"|(?P<decade>-?\d{3})X|(?P<century>-?\d\d)XX"
)
_FORMS = "YYYY, YYYY-MM, YYYY-MM-DD, a..b (some time in), a/b (lasted) or words such as 'late January 2020'"


def parse_date(text: str, words: Words | None = None) -> Interval:
    """Read what stands behind `date:`; `words` reads what is no number. Raises DateSyntaxError.

    >>> iso_days(parse_date("2020-05~")), iso_days(parse_date("2020-03/.."))
    (('2020-05-01', '2020-05-31'), ('2020-03-01', None))
    >>> parse_date("2020-02-30")
    Traceback (most recent call last):
    timeline.errors.DateSyntaxError: '2020-02-30' does not exist: February 2020 has 29 days
    """
    text = text.strip()
    if not text:
        raise DateSyntaxError(f"the date is empty: write {_FORMS}")
    if "/" in text and re.fullmatch(r"[-Y\d.XT:~?%/ ]+", text):
        return _parse_lasting(text)
    if ".." in text:
        return _parse_choice(text)
    if (found := _parse_unit(text)) is not None:
        return found
    if words is not None and (read := words(text)) is not None:
        return read
    raise DateSyntaxError(f"{text!r} is not read as a date: write {_FORMS}")


def _parse_lasting(text: str) -> Interval:
    bare, circa, uncertain = _take_doubt(text) if text.endswith(("..~", "..?", "..%")) else (text, False, False)
    ends = [part.strip() for part in bare.split("/")]
    if len(ends) != 2:
        raise DateSyntaxError(f"{text!r} has more than one '/': write from/to")
    first, last = (None if end in ("", "..") else parse_date(end) for end in ends)
    if first is None and last is None:
        raise DateSyntaxError(f"{text!r} has neither a beginning nor an end")
    _check_order(text, first, last)
    grain = max(end.grain for end in (first, last) if end is not None)
    return Interval(
        None if first is None else first.start,
        None if last is None else last.end,
        grain,
        lasts=True,
        first=first,
        last=last,
        circa=circa,
        uncertain=uncertain,
    )


def _parse_choice(text: str) -> Interval:
    bare, circa, uncertain = _take_doubt(text)
    ends = [part.strip() for part in bare.split("..")]
    if len(ends) != 2 or not any(ends):
        raise DateSyntaxError(f"{text!r} is not read as a range: write first..last, first.. or ..last")
    first, last = (None if not end else parse_date(end) for end in ends)
    _check_order(text, first, last)
    grain = min(end.grain for end in (first, last) if end is not None)
    return Interval(
        None if first is None else first.start,
        None if last is None else last.end,
        grain,
        circa=circa,
        uncertain=uncertain,
    )


def _check_order(text: str, first: Interval | None, last: Interval | None) -> None:
    if first and last and first.start is not None and last.end is not None and last.end <= first.start:
        raise DateSyntaxError(f"{text!r} ends before it begins")


def _take_doubt(text: str) -> tuple[str, bool, bool]:
    mark = text[-1:] if text[-1:] in ("~", "?", "%") else ""
    return text[: len(text) - len(mark)].rstrip(), mark in ("~", "%") and bool(mark), mark in ("?", "%") and bool(mark)


@lru_cache(maxsize=4096)  # the dates of a file are few, and each is asked for several times
def _parse_unit(text: str) -> Interval | None:
    bare, circa, uncertain = _take_doubt(text)
    match = _UNIT.fullmatch(bare)
    if match is None:
        return None
    field = match.groupdict()
    if field["decade"] or field["century"]:
        start = int(field["decade"]) * 10 if field["decade"] else int(field["century"]) * 100
        first = day_number(start, 1, 1) * DAY_MINUTES
        years, grain = (10, Grain.DECADE) if field["decade"] else (100, Grain.CENTURY)
        found = Interval(first, Grain.YEAR.shift(first, years), grain)
    else:
        found = _calendar(
            text,
            int(field["year"].lstrip("Y")),
            *(None if field[key] is None else int(field[key]) for key in ("month", "day", "hour", "minute")),
        )
    return found._replace(circa=circa, uncertain=uncertain)


def _calendar(text: str, year: int, month: int | None, day: int | None, hour: int | None, minute: int | None) -> Interval:
    if month is None:
        return Interval.unit(day_number(year, 1, 1) * DAY_MINUTES, Grain.YEAR)
    if month in _SEASON_CODES and day is None:
        return Interval.unit(day_number(year, _SEASON_CODES[month], 1) * DAY_MINUTES, Grain.SEASON)
    if not 1 <= month <= 12:
        raise DateSyntaxError(f"{text!r} does not exist: there is no month {month}")
    if day is None:
        return Interval.unit(day_number(year, month, 1) * DAY_MINUTES, Grain.MONTH)
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise DateSyntaxError(f"{text!r} does not exist: {MONTHS[month - 1]} {year_text(year)} has {length} days")
    found = Interval.day(day_number(year, month, day))
    if hour is None or minute is None or found.start is None:
        return found
    if hour > 23 or minute > 59:
        raise DateSyntaxError(f"{text!r} does not exist: hours go from 00 to 23, minutes from 00 to 59")
    return Interval.unit(found.start + hour * 60 + minute, Grain.MINUTE)


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
