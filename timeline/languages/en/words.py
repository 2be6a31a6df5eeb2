"""The English words of time, as tables: kind -> word -> value. No rule and no regex of phrases here.

To add a word, add it to the table of its kind. A word in PROPER counts only with a capital.
"""

from __future__ import annotations

from typing import Any

from timeline.interval import Grain, Part


def _names(text: str, start: int = 0) -> dict[str, int]:
    """Groups separated by blanks count up from `start`; spellings of one group are separated by slashes."""
    return {word: number for number, group in enumerate(text.split(), start) for word in group.split("/")}


def _all(value: Any, text: str) -> dict[str, Any]:
    """Every word of the text with the same value."""
    return dict.fromkeys(text.split(), value)


def _phrases(value: str, text: str) -> dict[str, str]:
    """Names of several words, separated by bars, with the same value."""
    return dict.fromkeys(text.split("|"), value)


KINDS: dict[str, dict[str, Any]] = {
    # names of the calendar
    "MONTH": _names(
        "january/jan./jan february/feb./feb march/mar./mar april/apr./apr may june/jun./jun july/jul./jul "
        "august/aug./aug september/sept./sep./sept/sep october/oct./oct november/nov./nov december/dec./dec",
        1,
    ),
    "WEEKDAY": _names(
        "monday/mon./mon tuesday/tues./tue./tues/tue wednesday/wed./wed thursday/thurs./thur./thu./thurs/thu "
        "friday/fri./fri saturday/sat./sat sunday/sun./sun"
    ),
    "WEEKDAYS": _names("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    "SEASON": {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},  # by first month, in the north
    "SEASONS": {"springs": "SP", "summers": "SU", "autumns": "FA", "falls": "FA", "winters": "WI"},
    "DAYPART": {
        "morning": Part.MORNING,
        "dawn": Part.MORNING,
        "midday": Part.MIDDAY,
        "afternoon": Part.AFTERNOON,
        "evening": Part.EVENING,
        "night": Part.NIGHT,
    },
    "DAYPARTS": {"mornings": Part.MORNING, "afternoons": Part.AFTERNOON, "evenings": Part.EVENING, "nights": Part.NIGHT},
    "OVERNIGHT": {"overnight": Part.NIGHT},
    "WEEKEND": {"weekend": Part.WEEKEND},
    "WEEKENDS": {"weekends": Part.WEEKEND},
    "DAYWORD": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "TONIGHT": {"tonight": Part.NIGHT},
    "BC": _all(-1, "bc b.c. bce b.c.e."),
    "AD": _all(1, "ad a.d. ce"),
    "FEAST": {
        **_phrases("new year", "new year's day|new year’s day"),
        **_phrases("new year's eve", "new year's eve|new year’s eve"),
        **_phrases("valentine", "valentine's day|valentine’s day"),
        **_phrases("patrick", "st. patrick's day|st. patrick’s day"),
        **_phrases("may day", "may day"),
        **_phrases("independence", "independence day|fourth of july"),
        **_phrases("bastille", "bastille day"),
        **_phrases("halloween", "halloween"),
        **_phrases("veterans", "veterans day|armistice day|remembrance day"),
        **_phrases("christmas eve", "christmas eve"),
        **_phrases("christmas", "christmas day|christmas"),
        **_phrases("boxing", "boxing day"),
        **_phrases("king", "martin luther king jr. day|martin luther king day"),
        **_phrases("presidents", "presidents day|presidents' day|presidents’ day"),
        **_phrases("mothers", "mother's day|mother’s day|mothers day"),
        **_phrases("memorial", "memorial day"),
        **_phrases("fathers", "father's day|father’s day|fathers day"),
        **_phrases("labor", "labor day"),
        **_phrases("columbus", "columbus day"),
        **_phrases("thanksgiving", "thanksgiving day|thanksgiving"),
        **_phrases("palm sunday", "palm sunday"),
        **_phrases("good friday", "good friday"),
        **_phrases("easter", "easter sunday|easter day|easter"),
        **_phrases("easter monday", "easter monday"),
        **_phrases("pentecost", "pentecost|whit sunday"),
        **_phrases("lunar new year", "lunar new year's day|lunar new year|chinese new year"),
    },
    # units
    "UNIT": {
        "minute": Grain.MINUTE,
        "hour": Grain.HOUR,
        "day": Grain.DAY,
        "week": Grain.WEEK,
        "month": Grain.MONTH,
        "quarter": Grain.QUARTER,
        "year": Grain.YEAR,
        "decade": Grain.DECADE,
        "century": Grain.CENTURY,
    },
    "UNITS": {
        "minutes": Grain.MINUTE,
        "hours": Grain.HOUR,
        "days": Grain.DAY,
        "weeks": Grain.WEEK,
        "months": Grain.MONTH,
        "quarters": Grain.QUARTER,
        "years": Grain.YEAR,
        "decades": Grain.DECADE,
        "centuries": Grain.CENTURY,
    },
    "SECONDS": {"seconds": "TS"},
    # numbers
    "NUMBER": _names("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", 1),
    "TEEN": _names("sixteen seventeen eighteen nineteen", 16),  # apart: they begin spoken years, "nineteen ninety-six"
    "TENS": {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
    "HUNDRED": {"hundred": 100, "dozen": 12},
    "THOUSAND": {"thousand": 1000},
    "DECADE": {f"{word}ies": 1900 + 10 * n for n, word in enumerate("twent thirt fort fift sixt sevent eight ninet".split(), 2)},
    "HALF": {"half": 0.5},
    "Q": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "H": {"h1": 1, "h2": 2},
    "ARTICLE": {"a": 1, "an": 1},
    "SOME": {"several": "X", "few": "X", "many": "X", "couple": 2},  # X as TIMEX3 writes a number that is not told
    "ORDINAL": _names(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth",
        1,
    )
    | {"latter": 2},
    # which one
    "LAST": {"last": -1, "final": -1},
    "PAST": {"past": -1},
    "STEP": {"this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1},
    "PREVIOUS": _all(-1, "previous preceding prior"),
    "FOLLOWING": {"following": 1},
    "LATEST": {"latest": 0},
    "RECENT": {"recent": "PAST_REF"},
    "FUTURE": {"future": "FUTURE_REF"},
    "SINCE": {"earlier": -1, "later": 1},
    "BEFORE": {"before": -1, "after": 1},
    "THOSE": _all(None, "that"),
    "THESE": _all("PRESENT_REF", "these"),
    "AGO": {"ago": -1},
    "OTHER": {"other": 2},
    "EACH": {"every": "EACH", "each": "EACH"},
    "OFTEN": {
        "hourly": "PT1H",
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "annually": "P1Y",
    },
    "COUNTED": _all(None, "time times twice once"),  # "the second time this year" counts over a period
    "LONG": _all(None, "long"),
    # parts
    "PART": {"early": Part.START, "mid": Part.MID, "late": Part.END},
    "EDGE": {
        "beginning": Part.START,
        "start": Part.START,
        "outset": Part.START,
        "middle": Part.MID,
        "end": Part.END,
        "close": Part.END,
    },
    # how sure, how much
    "CIRCA": _all("APPROX", "about around circa roughly approximately c."),
    "NEARLY": _all("LESS_THAN", "nearly almost"),
    "VAGUE": {**_all("PRESENT_REF", "now currently nowadays"), **_all("PAST_REF", "recently lately")},
    # the clock
    "HALF_DAY": {**_all(0, "a.m. am a.m"), **_all(12, "p.m. pm p.m")},
    "MIDNIGHT": {"midnight": 0, "noon": 720},
    "ZONE": _all(None, "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eastern pacific"),
    "FISCAL": {"fiscal": None},
    "ENDED": _all(None, "ended ending"),
}

SMALL = """
    the of in on at to and from between since by until till through than more less least most over under up no same 's per
    into during its their our period local
""".split()

WORDS: dict[str, tuple[str, Any]] = {word: (kind, value) for kind, table in KINDS.items() for word, value in table.items()}
WORDS |= {word: (word, None) for word in SMALL}

# A run of time words has one of these; a number that may be a year, a date or an hour is one, too.
TRIGGERS = frozenset(
    """
    MONTH WEEKDAY WEEKDAYS UNIT UNITS SECONDS SEASON SEASONS DAYWORD TONIGHT DAYPART DAYPARTS WEEKEND WEEKENDS
    VAGUE OVERNIGHT FEAST ZONE Q H MOMENT BC AD OFTEN HALF_DAY MIDNIGHT TEEN DECADE PAST FUTURE FISCAL
    """.split()
)

# Words that are something else without a capital: a verb, an adjective, a thing.
PROPER = frozenset(
    """
    may march mar mar. august sat sat. sun sun. mon wed wed. fri dec sep jan apr jun jul nov oct mon. jan. ad ce est
    eastern pacific q1 q2 q3 q4 h1 h2
    """.split()
)
