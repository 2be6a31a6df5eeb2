"""How people write the words of time in messages and posts: "2moro", "sat nite", "2 yrs ago", "rn".

Spellings only: each stands for a word of words.py and means what that means. A weekday's or a month's short name in small
letters counts where the words around it want a date; that is what the rules at the end say.
"""

from __future__ import annotations

from timeline.grammar import SKIP, Level, Skip

# word -> its spellings
SPELLINGS = {
    "today": "2day tday",
    "tomorrow": "2moro 2morro 2morrow 2mrw tmrw tmrow tomoro tmoro tmr tmw tomoz tomo tommorow tomorow tommorrow",
    "yesterday": "yday ystrday yesturday yest.",
    "tonight": "2nite 2night tonite tnite 2nyt",
    "night": "nite",
    "nights": "nites",
    "morning": "mornin morn",
    "evening": "evenin",
    "afternoon": "arvo",
    "weekend": "wknd wkend wkd",
    "weekends": "wknds",
    "minute": "min",
    "minutes": "mins",
    "hour": "hr",
    "hours": "hrs",
    "seconds": "secs",
    "week": "wk",
    "weeks": "wks",
    "month": "mth",
    "months": "mths",
    "year": "yr",
    "years": "yrs",
    "next": "nxt",
    "wednesday": "weds weds.",
    "currently": "rn atm",
    "christmas": "xmas",
    "through": "thru",
}

# Nurses and cash machines have capitals.
SMALL_ONLY = frozenset(("rn", "atm"))

small = Level()

LEVELS = [small]

_SUNDAY, _MARCH, _MAY = 6, 3, 5  # the sun, to march and may are words of their own


@small("(on|LAST|STEP|EACH|PAST) SMALL_WEEKDAY", "on sat = 2024-02-17", "next fri = 2024-02-23", produces="WEEKDAY")
@small("SMALL_WEEKDAY (DAYPART|HOUR|CLOCK)", "sat night = 2024-02-17", produces="WEEKDAY")
@small("(HOUR) SMALL_WEEKDAY", "4am sat = 2024-02-17T04:00", produces="WEEKDAY")
def small_weekday(number: int) -> int:
    return number


@small("(by|until|till|from|since|PART) SMALL_WEEKDAY", "by mon = 2024-02-19", produces="WEEKDAY")
def bounded_weekday(number: int) -> int | Skip:
    return SKIP if number == _SUNDAY else number


@small(
    "(in|since|until|till|by|of|PART|EACH) SMALL_MONTH",
    "in may = 2024-05",
    "early oct = 2023-10-01..2023-10-10",
    produces="MONTH",
)
@small("SMALL_MONTH (NTH)", "may 1st = 2024-05-01", produces="MONTH")
def small_month(number: int) -> int:
    return number


@small("SMALL_MONTH (DAY|YEAR)", "oct 6 = 2023-10-06", "jan 2021 = 2021-01", produces="MONTH")
@small("(DAY|NTH|LAST|STEP) SMALL_MONTH", "14 nov = 2023-11-14", "last august = 2023-08", produces="MONTH")
def bounded_month(number: int) -> int | Skip:
    return SKIP if number in (_MARCH, _MAY) else number


@small("(MONTH|SEASON|since|in|of|by|until|till|from|to) SHORT_YEAR", "Sept '96 = 1996-09", "since '99 = 1999", produces="YEAR")
def short_year(year: int) -> int:
    return year
