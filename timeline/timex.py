"""Intervals as TIMEX3 values and mods, for those who work with annotated text. Source: TimeML 1.2.1."""

from __future__ import annotations

from timeline.interval import DAY_MINUTES, OF_A_DAY, Grain, Interval, Part, civil, day_number, iso_date, weekday

SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}  # by the month in which they begin, in the north
_SUFFIXES = OF_A_DAY | {Part.WEEKEND}
_THIRDS = (Part.START, Part.MID, Part.END)
_COARSER = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY)


def timex3(interval: Interval) -> tuple[str, str | None]:
    """TIMEX3 value and mod. A range of two dates has no value of its own: ('', None).

    Some units of a larger one ("the first half of the 1980s") have the value of the larger one.

    >>> may = Interval.unit(day_number(2020, 5, 1) * 1440, Grain.MONTH)
    >>> timex3(may.of(Part.END)), timex3(Interval.unit(may.start, Grain.WEEK))
    (('2020-05', 'END'), ('2020-W18', None))
    >>> timex3(Interval(may.start, may.start + 7 * 1440, Grain.DAY))
    ('2020-05', 'START')
    """
    start, end, part = interval.start, interval.end, interval.part
    if interval.grain is Grain.DAY and part is None and start is not None and end == start + DAY_MINUTES and not interval.circa:
        return _value(start, Grain.DAY, None), None  # most dates are days
    if interval.first is not None or interval.last is not None:
        return "", None
    mod = part.value if part in _THIRDS else None
    if interval.circa:
        mod = "APPROX"
    if start is None or end is None:
        return _value(
            start if start is not None else (end or 0) - 1, interval.grain, part
        ), "BEFORE" if start is None else "AFTER"
    if interval.grain is Grain.WEEK:
        return _value(end - 1, Grain.WEEK, part), mod  # a week that begins on a Sunday is the ISO week of its Saturday
    if part is None and interval.grain >= Grain.DAY and end != interval.grain.shift(start, 1):
        return _of_several(start, end, mod)
    return _value(start, interval.grain, part), mod


def _of_several(start: int, end: int, mod: str | None) -> tuple[str, str | None]:
    """The value of the unit that several finer ones lie in; the mod tells whether they begin or end it."""
    grain = next((grain for grain in _COARSER if grain.floor(start) == grain.floor(end - 1)), Grain.CENTURY)
    first, after = grain.floor(start), grain.shift(grain.floor(start), 1)
    if mod is None and (first, after) != (start, end):
        mod = "START" if start == first else "END" if end == after else "MID"
    return _value(start, grain, None), mod


def _value(minute: int, grain: Grain, part: Part | None) -> str:
    """The value of the unit that holds the minute."""
    suffix = part.value if part is not None and part in _SUFFIXES else ""
    if grain is Grain.DAY:
        return _day(minute // DAY_MINUTES) + (f"T{suffix}" if suffix else "")
    year, month, day = civil(minute // DAY_MINUTES)
    match grain:
        case Grain.MINUTE:
            return f"{_year(year)}-{month:02d}-{day:02d}T{minute % DAY_MINUTES // 60:02d}:{minute % 60:02d}"
        case Grain.HOUR:
            return f"{_year(year)}-{month:02d}-{day:02d}T{minute % DAY_MINUTES // 60:02d}"
        case Grain.WEEK:
            iso_year, week = iso_week(minute // DAY_MINUTES)
            return f"{_year(iso_year)}-W{week:02d}" + (f"-{suffix}" if suffix else "")
        case Grain.MONTH:
            return f"{_year(year)}-{month:02d}"
        case Grain.SEASON:
            year, month, _ = civil(Grain.SEASON.floor(minute) // DAY_MINUTES)
            return f"{_year(year)}-{SEASONS[month]}"
        case Grain.QUARTER:
            return f"{_year(year)}-Q{(month + 2) // 3}"
        case Grain.HALF:
            return f"{_year(year)}-H{1 if month < 7 else 2}"
        case Grain.YEAR:
            return _year(year)
        case Grain.DECADE:
            return _year(year)[:-1]
        case _:  # by the last year of a century before Christ: the 2nd, 200 to 101 BC, is BC01
            return _year(year if year > 0 else civil(Grain.CENTURY.shift(Grain.CENTURY.floor(minute), 1) // DAY_MINUTES - 1)[0])[
                :-2
            ]


def _day(day: int) -> str:
    if (told := iso_date(day)) is not None:
        return told
    year, month, number = civil(day)
    return f"{_year(year)}-{month:02d}-{number:02d}"


def _year(year: int) -> str:
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


def iso_week(day: int) -> tuple[int, int]:
    """ISO year and week of a day number.

    >>> iso_week(day_number(2021, 1, 3))
    (2020, 53)
    """
    thursday = day - weekday(day) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1
