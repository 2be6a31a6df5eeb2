"""English times of day: 3 p.m., nine o'clock, half past seven, 1500 GMT, 8 tonight, Thursday evening at 9.

A clock face has twelve hours: which half of the day is meant, the part of the day tells that stands with it. Where
none does, the hour is the one that was said, as with figures ("3:15 on Tuesday").
"""

from __future__ import annotations

from typing import Any

from timeline.expr import About, Clock, Expr, PartOf, SameDay, Undated
from timeline.grammar import SKIP, Level, Skip
from timeline.interval import Grain, Part

dials = Level()
faces = Level()
halves = Level()
zones = Level()
dayed = Level()
last = Level()

_NOON = 12 * 60
_DAY = 24 * 60
_LATE = {Part.NIGHT: 5 * 60, Part.EVENING: 60, Part.AFTERNOON: 0}  # until when its hours go on after midnight


def in_part(minute: int, part: Part | None) -> int:
    """The minute of the day that a clock face shows in a part of the day; the night goes on after midnight.

    >>> in_part(3 * 60, Part.AFTERNOON), in_part(8 * 60, Part.MORNING), in_part(2 * 60, Part.NIGHT)
    (900, 480, 1560)
    """
    if part is None or not 60 <= minute < _NOON + 60:  # 15:30 says it all
        return minute
    face = minute % _NOON
    match part:
        case Part.MORNING:
            return face
        case Part.MIDDAY:
            return face + _NOON * (face < 3 * 60)
    return after_midnight(face, part) if face < _LATE[part] else face + _NOON


def after_midnight(minute: int, part: Part | None) -> int:
    """The small hours of a night are those of the next day: midnight tonight.

    >>> after_midnight(0, Part.NIGHT), after_midnight(20 * 60, Part.NIGHT), after_midnight(0, Part.MORNING)
    (1440, 1200, 0)
    """
    return minute + _DAY if part is not None and minute < _LATE.get(part, 0) else minute


def daypart(date: Any) -> Part | None:
    """The part of the day that an expression names, if it does: the evening of "late on Thursday evening"."""
    while isinstance(date, PartOf):
        if date.part not in (Part.START, Part.MID, Part.END, Part.WEEKEND):
            return date.part
        date = date.of
    return None


def _face(hour: int, minutes: int = 0) -> int | Skip:
    """Minutes after midnight or noon that a clock face shows; twelve is noon."""
    return hour * 60 + minutes if 1 <= hour <= 12 else SKIP


# ---------------------------------------------------------------- dials: before "past three" and "1500" are anything else


@dials("NUMBER|DAY OCLOCK", "nine o'clock = 2024-02-21T09:00", produces="DIAL")
def oclock(hour: int, _: None) -> int | Skip:
    return _face(hour)


@dials("HALF PAST NUMBER|DAY OCLOCK?", "half past seven = 2024-02-21T07:30", produces="DIAL")
def half_past(_: float, __: int, hour: int, *___: None) -> int | Skip:
    return _face(hour, 30)


@dials("ARTICLE? UNIT PAST NUMBER|DAY OCLOCK?", "a quarter past three = 2024-02-21T03:15", produces="DIAL")
def quarter_past(*values: Any) -> int | Skip:
    grain, _, hour = [value for value in values if value is not None][-3:]
    return _face(hour, 15) if grain is Grain.QUARTER else SKIP


@dials(
    "(at|until|till|BEFORE|CIRCA) ARTICLE? UNIT to NUMBER|DAY OCLOCK?", "at a quarter to nine = 2024-02-21T08:45", produces="DIAL"
)
def quarter_to(*values: Any) -> int | Skip:
    grain, hour = [value for value in values if value is not None][-2:]
    return _before(hour, 15) if grain is Grain.QUARTER else SKIP


@dials("NUMBER|DAY|TENS PAST NUMBER|DAY OCLOCK?", "ten past nine = 2024-02-21T09:10", produces="DIAL")
@dials("NUMBER|DAY|TENS UNITS PAST NUMBER|DAY OCLOCK?", "twenty minutes past three = 2024-02-21T03:20", produces="DIAL")
def minutes_past(minutes: int, *values: Any) -> int | Skip:
    units, hour = _units_and_hour(values)
    return _face(hour, minutes) if minutes < 30 and units is Grain.MINUTE else SKIP


@dials(
    "(at|by|until|till|BEFORE|CIRCA) NUMBER|DAY|TENS to NUMBER|DAY OCLOCK",
    "at ten to nine o'clock = 2024-02-21T08:50",
    produces="DIAL",
)
@dials(
    "(at|by|until|till|BEFORE|CIRCA) NUMBER|DAY|TENS UNITS to NUMBER|DAY OCLOCK?",
    "at ten minutes to nine = 2024-02-21T08:50",
    produces="DIAL",
)
def minutes_to(minutes: int, *values: Any) -> int | Skip:
    units, hour = _units_and_hour(values)
    return _before(hour, minutes) if minutes < 30 and units is Grain.MINUTE else SKIP


@dials("(at|by|until|till|since|BEFORE|CIRCA) NUMBER NUMBER", "at seven thirty on Saturday = 2024-02-17T07:30", produces="DIAL")
def hour_minutes(hour: int, minutes: int) -> int | Skip:
    return _face(hour, minutes) if 10 <= minutes < 60 else SKIP


def _units_and_hour(values: tuple[Any, ...]) -> tuple[Grain, int]:
    """The unit that was said, minutes where none was, and the hour."""
    grain = next((value for value in values if isinstance(value, Grain)), Grain.MINUTE)
    return grain, next(value for value in reversed(values) if value is not None)


def _before(hour: int, minutes: int) -> int | Skip:
    """A quarter to one is 12:45."""
    face = _face(hour, -minutes)
    return face if face is SKIP or face >= 60 else face + _NOON


@dials("(at|by|until|till|since|BEFORE|CIRCA) YEAR|COUNT ZONE|ZONED", "at 1500 GMT = 2024-02-21T15:00", produces="HOUR")
@dials("(at|by|until|till|since|BEFORE|CIRCA) YEAR|COUNT UNITS", "at 1500 hours = 2024-02-21T15:00", produces="HOUR")
def four_figures(number: int, unit: Grain | str) -> int | Skip:
    hours, minutes = divmod(number, 100)
    fits = 1 <= hours < 24 and minutes < 60 and (unit is Grain.HOUR or not isinstance(unit, Grain))
    return hours * 60 + minutes if fits else SKIP


@dials("(at|by|until|till|since|BEFORE|CIRCA) CLOCK UNITS", "at 0230 hours = 2024-02-21T02:30", produces="HOUR")
def four_figures_of_night(minute: int, unit: Grain) -> int | Skip:
    return minute if unit is Grain.HOUR else SKIP


@dials("YEAR|COUNT ZONE", "1500 GMT = 2024-02-21T15:00", produces="HOUR")
def four_figures_utc(number: int, zone: str) -> int | Skip:
    """1500 GMT is an hour wherever it stands; 2010 CET may be the examination of a year."""
    return four_figures(number, zone) if zone == "UTC" else SKIP


# ---------------------------------------------------------------- faces: with the part of the day, before it is Tuesday's


@faces("DAY|NUMBER MIDNIGHT", "12 noon = 2024-02-21T12:00", produces="HOUR")
def twelve(hour: int, minute: int) -> int | Skip:
    return minute if hour == 12 else SKIP


@faces("DIAL MIDNIGHT", "twelve o'clock midnight = 2024-02-21", produces="HOUR")
def twelve_oclock(face: int, minute: int) -> int | Skip:
    return minute if face == _NOON else SKIP


@faces("DIAL in the DAYPART", "nine o'clock in the evening = 2024-02-21T21:00", produces="HOUR")
def dial_in(face: int, part: Part) -> int:
    return in_part(face, part)


@faces("DIAL HALF_DAY", "half past seven p.m. = 2024-02-21T19:30", produces="HOUR")
def dial_half(face: int, half: int) -> int:
    return face % _NOON + half * 60


@faces("DIAL|CLOCK at DAYPART", "nine o'clock at night = 2024-02-21T21:00", produces="HOUR")
@faces("(at|by|until|till|BEFORE|CIRCA) DAY|NUMBER at DAYPART", "at nine at night = 2024-02-21T21:00", produces="HOUR")
def at_night(hour: int, part: Part) -> int | Skip:
    face = hour if hour >= 60 else hour * 60
    return in_part(face, part) if part is Part.NIGHT and 60 <= face < _NOON + 60 else SKIP


# ---------------------------------------------------------------- halves: the half of the day is told, and the zone


def _in_half(minute: int, half: int) -> int | None:
    """Minutes from midnight of a time of twelve hours; None where there is no such time."""
    return minute % _NOON + half * 60 if 60 <= minute < _NOON + 60 else None


@halves("CLOCK HALF_DAY", "3:15 p.m. = 2024-02-21T15:15", produces="HOUR")
def clock_half(minute: int, half: int) -> int | None:
    return _in_half(minute, half)


@halves("DAY HALF_DAY", "3 p.m. = 2024-02-21T15:00", produces="HOUR")
def hour_half(hour: int, half: int) -> int | None:
    return _in_half(hour * 60, half)


@halves("COUNT|YEAR HALF_DAY", "432 PM = 2024-02-21T16:32", produces="HOUR")
def figures_half(number: int, half: int) -> int | Skip | None:
    """As weather services write it."""
    return _in_half(number // 100 * 60 + number % 100, half) if number % 100 < 60 else SKIP


@halves("DAY|NUMBER in the DAYPART", "3 in the afternoon = 2024-02-21T15:00", produces="HOUR")
def hour_in(hour: int, part: Part) -> int | Skip:
    return in_part(hour * 60, part) if 1 <= hour <= 12 else SKIP


@halves("MIDNIGHT", "noon = 2024-02-21T12:00", produces="HOUR")
def midnight(minute: int) -> int:
    return minute


@halves("CLOCK in the DAYPART", "3:15 in the afternoon = 2024-02-21T15:15", produces="HOUR")
def clock_in(minute: int, part: Part) -> int:
    return in_part(minute, part)


@zones("HOUR|CLOCK|DIAL ZONE|ZONED ZONE?", "3 p.m. EST = 2024-02-21T15:00", "14:30 GMT = 2024-02-21T14:30", produces="HOUR")
@zones("HOUR|DIAL local COUNTED", "3 p.m. local time = 2024-02-21T15:00", produces="HOUR")
def zone(minute: int, *_: Any) -> int:
    return minute


# ---------------------------------------------------------------- dayed: with the day


@dayed("DATE at CIRCA? CLOCK|DIAL", "Tuesday afternoon at 3:15 = 2024-02-20T15:15")
@dayed("DATE , at CIRCA? CLOCK|DIAL", "5 March 2023, at nine o'clock = 2023-03-05T09:00")
@dayed("DATE CLOCK|DIAL", "5 March 2023 14:30 = 2023-03-05T14:30")
def date_face(date: Expr, *values: Any) -> Expr:
    return _on_face(values[-1], date, circa=len(values) > 1)


@dayed(
    "CLOCK|DIAL ,? on? DATE",
    "nine o'clock on Thursday morning = 2024-02-15T09:00",
    "a quarter past three on Saturday afternoon = 2024-02-17T15:15",
    "half past seven this morning = 2024-02-21T07:30",
)
def face_date(minute: int, date: Expr) -> Expr:
    return _on_face(minute, date)


@dayed("DATE , at HOUR", "5 March 2023, at 2:30 p.m. = 2023-03-05T14:30")
@dayed("DATE at? HOUR", "5 March 2023 at 2:30 p.m. = 2023-03-05T14:30")
def date_clock(date: Expr, minute: int) -> Expr:
    return Clock(date, after_midnight(minute, daypart(date)))


@dayed(
    "HOUR ,? on? DATE",
    "3:15 p.m. on Saturday = 2024-02-17T15:15",
    "3 p.m. EST Saturday = 2024-02-17T15:00",
    "midnight tonight = 2024-02-21",
)
def clock_date(minute: int, date: Expr) -> Expr:
    return Clock(date, after_midnight(minute, daypart(date)))


@dayed("HOUR of DATE", "5 in the morning of 6 June 1944 = 1944-06-06T05:00")
def hour_of(minute: int, date: Expr) -> Expr:
    return Clock(date, minute)


@dayed("DATE ,? DAY ZONE|ZONED|SMALL_ZONE|SMALL_ZONED", "tonight 8 ET = 2024-02-21T20:00")
def date_zoned_hour(date: Expr, hour: int, _: str) -> Expr | Skip:
    return _on_face(hour * 60, date) if 1 <= hour <= 12 and daypart(date) else SKIP


@dayed("(at|by|until|till|since|BEFORE) DAY|NUMBER on? DATE", "at 8 tonight = 2024-02-21T20:00")
@dayed("(at|by|until|till|BEFORE) CIRCA DAY|NUMBER on? DATE", "at about eight on Saturday evening = 2024-02-17T20:00~")
def bare_hour(*values: Any) -> Expr | Skip:
    hour, date = values[-2:]
    return _on_face(hour * 60, date, circa=len(values) > 2) if 1 <= hour <= 12 and daypart(date) else SKIP


@dayed("DATE ,? at CIRCA DAY|NUMBER", "tonight at about eight = 2024-02-21T20:00~")
@dayed("DATE ,? at DAY|NUMBER", "tonight at 8 = 2024-02-21T20:00", "Saturday morning at nine = 2024-02-17T09:00")
def date_bare_hour(date: Expr, *values: Any) -> Expr | Skip:
    hour = values[-1]
    return _on_face(hour * 60, date, circa=len(values) > 1) if 1 <= hour <= 12 and daypart(date) else SKIP


def _on_face(minute: int, date: Expr, *, circa: bool = False) -> Expr:
    clock = Clock(date, in_part(minute, daypart(date)))
    return About(clock) if circa else clock


# ---------------------------------------------------------------- last: an hour of the day told before


@last("HOUR|DIAL", "3 p.m. = 2024-02-21T15:00", "nine o'clock = 2024-02-21T09:00", produces="HOUR_ALONE")
@last("CIRCA HOUR|DIAL", "around 7:15 p.m. = 2024-02-21T19:15", produces="HOUR_ALONE")
def hour(*values: Any) -> Expr:
    return Clock(SameDay(), values[-1])


@last(
    "(at|by|until|till|BEFORE|from|since) CLOCK",
    "at 14:30 = 2024-02-21T14:30",
    "until 04:45 = 2024-02-21T04:45",
    produces="HOUR_ALONE",
)
def clock_alone(minute: int) -> Expr:
    return Clock(SameDay(), minute)


@last("(at|by|BEFORE|until|till|since|from|towards|toward) TWILIGHT", "by sunrise = 2024-02-21", produces="HOUR_ALONE")
@last(
    "(by|BEFORE|until|till|towards|toward) DAYPART", "towards evening = 2024-02-21", "by dawn = 2024-02-21", produces="HOUR_ALONE"
)
@last("(by|towards|toward|throughout|during) the DAYPART", "by the evening = 2024-02-21", produces="HOUR_ALONE")
@last("(by|BEFORE|until|till|towards|toward) the? PART DAYPART", "by late afternoon = 2024-02-21", produces="HOUR_ALONE")
@last("PART in the DAYPART", "late in the afternoon = 2024-02-21", produces="HOUR_ALONE")
def twilight_alone(*parts: Part) -> Expr:
    return PartOf(parts[-1], SameDay())


@last("(at) DAYPART", "at night: TNI", "at dawn = 2024-02-21", produces="HOUR_ALONE")
def at_nights(part: Part) -> Expr | Skip:
    """No night in particular; `context` asks whether a noun follows: "at night school"."""
    if part is Part.NIGHT:
        return Undated("TNI")
    return PartOf(part, SameDay()) if part in (Part.MORNING, Part.MIDDAY) else SKIP
