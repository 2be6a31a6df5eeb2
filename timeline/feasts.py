"""On which day a feast falls in a year: by its date, by its weekday in a month, by Easter, or by the moon. Sees no text.

Easter comes from dateutil (Western computus), the Lunar New Year from the holidays package; both are
imported when a feast of theirs is asked for.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.interval import day_number, month_length, weekday

FIXED = {
    "new year": (1, 1),
    "orthodox christmas": (1, 7),
    "valentine": (2, 14),
    "womens": (3, 8),
    "patrick": (3, 17),
    "april fool": (4, 1),
    "earth": (4, 22),
    "anzac": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "independence": (7, 4),
    "fourth of july": (7, 4),
    "bastille": (7, 14),
    "halloween": (10, 31),
    "all saints": (11, 1),
    "bonfire": (11, 5),
    "veterans": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day."""
WEEKDAYS = {
    "king": (1, 3, 0),
    "presidents": (2, 3, 0),
    "mothers": (5, 2, 6),
    "memorial": (5, -1, 0),
    "fathers": (6, 3, 6),
    "labor": (9, 1, 0),
    "columbus": (10, 2, 0),
    "thanksgiving": (11, 4, 3),
}
"""Month, which one (-1 is the last), and weekday (Monday is 0), as in the United States."""
EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "orthodox easter": 0,
    "easter monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit monday": 50,
    "corpus christi": 60,
}
"""Days after Easter Sunday."""
THANKSGIVING = {"black friday": 1, "cyber monday": 4}
"""Days after Thanksgiving."""


@lru_cache(maxsize=4096)
def feast_day(name: str, year: int) -> int | None:
    """The day number of a feast in a year; None where it cannot be told for that year.

    >>> from timeline.notation import iso_day
    >>> iso_day(feast_day("easter", 2020)), iso_day(feast_day("thanksgiving", 1999))
    ('2020-04-12', '1999-11-25')
    >>> iso_day(feast_day("lunar new year", 2020)), iso_day(feast_day("lunar new year", 2008))
    ('2020-01-25', '2008-02-07')
    >>> iso_day(feast_day("ash wednesday", 2020)), iso_day(feast_day("black friday", 2019))
    ('2020-02-26', '2019-11-29')
    """
    if name in FIXED:
        return day_number(year, *FIXED[name])
    if name in WEEKDAYS:
        return _nth_weekday(year, *WEEKDAYS[name])
    if name in THANKSGIVING:
        return _nth_weekday(year, *WEEKDAYS["thanksgiving"]) + THANKSGIVING[name]
    if name in EASTER and 1583 <= year <= 4099:  # where the Gregorian computus holds
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

        sunday = easter(year, EASTER_ORTHODOX if name.startswith("orthodox") else EASTER_WESTERN)
        return day_number(sunday.year, sunday.month, sunday.day) + EASTER[name]
    return _lunar_new_year(year) if name == "lunar new year" else None


def _nth_weekday(year: int, month: int, count: int, day: int) -> int:
    if count > 0:
        first = day_number(year, month, 1)
        return first + (day - weekday(first)) % 7 + 7 * (count - 1)
    last = day_number(year, month, month_length(year, month))
    return last - (weekday(last) - day) % 7


def _lunar_new_year(year: int) -> int | None:
    if not 1950 <= year <= 2100:  # the years for which the package knows the calendar
        return None
    import holidays

    days = holidays.country_holidays("SG", years=year, observed=False)  # Singapore's holidays begin on the day itself
    named = [day for day, label in days.items() if "Chinese New Year" in label]
    first = min(named, default=None)
    return None if first is None else day_number(first.year, first.month, first.day)
