"""Calendar arithmetic: grains, and half-open intervals in integer minutes. Sees no text.

Minutes count from 1970-01-01T00:00 of the proleptic Gregorian calendar with astronomical years
(year 0 is 1 BC): Python's own dates end at the years 1 and 9999, and history does not. There are no
time zones: an hour is the hour that was written.
"""

from __future__ import annotations

import datetime
from enum import Enum, IntEnum
from typing import NamedTuple

DAY_MINUTES = 24 * 60
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_FIRST_DAY, _LAST_DAY = 1 - _EPOCH, datetime.date.max.toordinal() - _EPOCH
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01, for any astronomical year.

    The algorithm is Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms).

    >>> day_number(1970, 1, 1), day_number(2020, 5, 9), day_number(-43, 3, 15)
    (0, 18391, -735160)
    """
    if 0 < year < 10_000:  # what Python's own dates can tell, they tell fastest
        return datetime.date(year, month, 1).toordinal() - _EPOCH + day - 1
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def civil(day: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number; the inverse of `day_number`.

    >>> civil(18391), civil(-735160)
    ((2020, 5, 9), (-43, 3, 15))
    """
    if _FIRST_DAY <= day <= _LAST_DAY:
        date = datetime.date.fromordinal(day + _EPOCH)
        return date.year, date.month, date.day
    era, of_era = divmod(day + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def iso_date(day: int) -> str | None:
    """YYYY-MM-DD of a day number; None where Python's own dates, which tell it fastest, do not reach.

    >>> iso_date(18391), iso_date(-735160)
    ('2020-05-09', None)
    """
    return datetime.date.fromordinal(day + _EPOCH).isoformat() if _FIRST_DAY <= day <= _LAST_DAY else None


def weekday(day: int) -> int:
    """Monday is 0.

    >>> weekday(day_number(2020, 5, 10))
    6
    """
    return (day + 3) % 7


def month_length(year: int, month: int) -> int:
    """How many days the month has.

    >>> month_length(2020, 2), month_length(2021, 2)
    (29, 28)
    """
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[month]


class Grain(IntEnum):
    """How fine a date is told, from fine to coarse. SEASON is a quarter that begins in December."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    SEASON = 5
    QUARTER = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10

    @property
    def word(self) -> str:
        """The grain's English name, as in the `precision` column of exports."""
        return self.name.lower()

    def floor(self, minute: int) -> int:
        """The first minute of the unit that holds `minute`."""
        if self is Grain.MINUTE:
            return minute
        if self is Grain.HOUR:
            return minute // 60 * 60
        day = minute // DAY_MINUTES
        if self is Grain.WEEK:
            day -= weekday(day)
        elif self is not Grain.DAY:
            year, month, _ = civil(day)
            months = year * 12 + month - 1
            offset, size = _OFFSET[self], _MONTHS[self]
            months = (months - offset) // size * size + offset
            day = day_number(months // 12, months % 12 + 1, 1)
        return day * DAY_MINUTES

    def shift(self, minute: int, count: int) -> int:
        """Move by whole units; 31 January and one month is the last day of February.

        >>> from timeline.interval import Grain, civil, day_number
        >>> civil(Grain.MONTH.shift(day_number(2021, 1, 31) * 1440, 1) // 1440)
        (2021, 2, 28)
        """
        if self <= Grain.WEEK:
            return minute + count * _MINUTES[self]
        day, of_day = divmod(minute, DAY_MINUTES)
        year, month, number = civil(day)
        months = year * 12 + month - 1 + count * _MONTHS[self]
        year, month = months // 12, months % 12 + 1
        number = min(number, month_length(year, month))
        return day_number(year, month, number) * DAY_MINUTES + of_day


# By grain; 0 where the other table tells the size.
_MINUTES = (1, 60, DAY_MINUTES, 7 * DAY_MINUTES, 0, 0, 0, 0, 0, 0, 0)
_MONTHS = (0, 0, 0, 0, 1, 3, 3, 6, 12, 120, 1200)
# Seasons begin in December, and centuries with their year 1 (the 18th is 1701-1800).
_OFFSET = (0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 12)


class Part(Enum):
    """A part of a unit. The values are TIMEX3's: a mod for the thirds, a suffix for the hours."""

    START = "START"
    MID = "MID"
    END = "END"
    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    MIDNIGHT = "24:00"  # its last minute
    WEEKEND = "WE"


# From and to, in hours of the day. All within the day that was named: a night is never the next morning's.
_HOURS = {
    Part.MORNING: (5, 12),
    Part.MIDDAY: (11, 14),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (17, 24),
    Part.NIGHT: (18, 24),
    Part.MIDNIGHT: (24 - 1 / 60, 24),
}
OF_A_DAY = frozenset(_HOURS)
# Where the middle third begins and ends, in the units that people count in (DESIGN: Conventions).
_CUTS = {
    Grain.MONTH: (Grain.DAY, 10, 20),
    Grain.YEAR: (Grain.MONTH, 4, 8),
    Grain.DECADE: (Grain.YEAR, 4, 7),
    Grain.CENTURY: (Grain.YEAR, 33, 66),
    Grain.WEEK: (Grain.DAY, 2, 5),
    Grain.DAY: (Grain.HOUR, 8, 16),
    Grain.QUARTER: (Grain.MONTH, 1, 2),
    Grain.SEASON: (Grain.MONTH, 1, 2),
    Grain.HALF: (Grain.MONTH, 2, 4),
}


class Interval(NamedTuple):
    """From `start` up to, not including, `end`, in minutes; None is an open end.

    `lasts` tells what it means: False is *some time in it* (within), True is *all of it* (throughout).
    The two ends of something that lasted may themselves be vague: `first` and `last` then hold them,
    and `start` and `end` are the first and the last minute that is possible at all.
    """

    start: int | None
    end: int | None
    grain: Grain
    part: Part | None = None
    lasts: bool = False
    first: Interval | None = None
    last: Interval | None = None
    circa: bool = False
    uncertain: bool = False

    @classmethod
    def unit(cls, minute: int, grain: Grain) -> Interval:
        """The whole unit of that grain that holds the minute.

        >>> Interval.unit(day_number(2020, 5, 9) * 1440, Grain.MONTH).days()
        (18383, 18413)
        """
        start = grain.floor(minute)
        return cls(start, grain.shift(start, 1), grain)

    @classmethod
    def day(cls, day: int) -> Interval:
        """One day, from its day number."""
        return cls(day * DAY_MINUTES, (day + 1) * DAY_MINUTES, Grain.DAY)

    @classmethod
    def between(cls, first: Interval, last: Interval, *, lasts: bool) -> Interval | None:
        """From the first interval to the last, both included; None where the last ends before the first begins."""
        start, end = first.start, last.end
        if start is not None and end is not None and end <= start:
            return None
        grain = max(first.grain, last.grain)
        return cls(start, end, grain, lasts=lasts, first=first, last=last)

    @property
    def first_day(self) -> int | None:
        """Day number of the first possible day; None where it is open."""
        return None if self.start is None else self.start // DAY_MINUTES

    @property
    def last_day(self) -> int | None:
        """Day number of the last possible day, included; None where it is open."""
        return None if self.end is None else (self.end - 1) // DAY_MINUTES

    def days(self) -> tuple[int | None, int | None]:
        """First and last possible day, both included, as day numbers."""
        return self.first_day, self.last_day

    def of(self, part: Part) -> Interval | None:
        """A part of this unit: its first third, its morning; None where it has no such part.

        >>> from timeline.notation import iso_days
        >>> april = Interval.unit(day_number(2020, 4, 1) * 1440, Grain.MONTH)
        >>> iso_days(april.of(Part.MID))
        ('2020-04-11', '2020-04-20')
        """
        if self.start is None or self.end is None or self.first is not None:
            return None
        if part in _HOURS:
            if self.grain is not Grain.DAY or self.part in _HOURS:
                return None
            low, high = _HOURS[part]
            day = self.start // DAY_MINUTES * DAY_MINUTES
            return self._replace(start=day + round(low * 60), end=day + high * 60, part=part)
        if part is Part.WEEKEND:
            return self._replace(start=self.end - 2 * DAY_MINUTES, part=part) if self.grain is Grain.WEEK else None
        if self.part is not None:
            return self._replace(part=part) if part is self.part else self
        if self.grain not in _CUTS:
            return None
        unit, low, high = _CUTS[self.grain]
        one, two = unit.shift(self.start, low), unit.shift(self.start, high)
        start, end = {Part.START: (self.start, one), Part.MID: (one, two), Part.END: (two, self.end)}[part]
        return self._replace(start=start, end=end, part=part)

    def overlaps(self, other: Interval) -> bool:
        """Whether some minute lies in both."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )
