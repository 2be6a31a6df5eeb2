"""The English words of time, as tables: word -> value, one table a kind. No rule and no regex of phrases here.

To add a word, add it to the table of its kind. A word with `PROPER` counts only with a capital.
"""

from __future__ import annotations

from typing import Any

from timeline.interval import Grain, Part


def _names(text: str, start: int = 0) -> dict[str, int]:
    """Groups separated by blanks count up from `start`; spellings of one group are separated by slashes."""
    return {word: number for number, group in enumerate(text.split(), start) for word in group.split("/")}


MONTH = _names(
    "january/jan./jan february/feb./feb march/mar./mar april/apr./apr may june/jun./jun july/jul./jul "
    "august/aug./aug september/sept./sep./sept/sep october/oct./oct november/nov./nov december/dec./dec",
    1,
)
WEEKDAY = _names(
    "monday/mon./mon tuesday/tues./tue./tues/tue wednesday/wed./wed thursday/thurs./thur./thu./thurs/thu "
    "friday/fri./fri saturday/sat./sat sunday/sun./sun"
)
UNIT = {
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
UNITS = {
    "minutes": Grain.MINUTE,
    "hours": Grain.HOUR,
    "days": Grain.DAY,
    "weeks": Grain.WEEK,
    "months": Grain.MONTH,
    "quarters": Grain.QUARTER,
    "years": Grain.YEAR,
    "decades": Grain.DECADE,
    "centuries": Grain.CENTURY,
}
SEASON = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # by first month, in the north
NUMBER = {
    **_names("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", 1),
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
ARTICLE = {"a": 1, "an": 1}
SOME = {"several": "X", "few": "X", "many": "X", "couple": "2"}  # as TIMEX3 writes a number that is not told
ORDINAL = _names("first second third fourth fifth sixth seventh eighth ninth tenth", 1)
LAST = {"last": -1, "final": -1}
PAST = {"past": -1}
STEP = {"previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
DAYWORD = {"today": 0, "yesterday": -1, "tomorrow": 1}
TONIGHT = {"tonight": Part.NIGHT}
DAYPART = {
    "morning": Part.MORNING,
    "noon": Part.MIDDAY,
    "afternoon": Part.AFTERNOON,
    "evening": Part.EVENING,
    "night": Part.NIGHT,
}
DAYPARTS = {"mornings": Part.MORNING, "afternoons": Part.AFTERNOON, "evenings": Part.EVENING, "nights": Part.NIGHT}
WEEKEND = {"weekend": Part.WEEKEND}
PART = {"early": Part.START, "mid": Part.MID, "late": Part.END}
EDGE = {"beginning": Part.START, "start": Part.START, "middle": Part.MID, "end": Part.END, "close": Part.END}
AGO = {"ago": -1}
SINCE = {"earlier": -1, "later": 1}
EACH = {"every": "EACH", "each": "EACH"}
WEEKDAYS = {f"{name}days": number for number, name in enumerate("mon tues wednes thurs fri satur sun".split())}
CIRCA = {"about": "APPROX", "around": "APPROX", "circa": "APPROX", "roughly": "APPROX", "c.": "APPROX"}
NOW = {"now": "PRESENT_REF", "currently": "PRESENT_REF"}
ONCE = {"recently": "PAST_REF", "previously": "PAST_REF"}
BC = {"bc": -1, "b.c.": -1, "bce": -1, "b.c.e.": -1}
AD = {"ad": 1, "a.d.": 1, "ce": 1}
HALF_DAY = {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12}
COUNTED = {"time": None}  # "the second time this year" counts over a period
SMALL = """
    the of in on at to and from between since by until till through that same following half
""".split()

KINDS: dict[str, dict[str, Any]] = {
    "MONTH": MONTH,
    "WEEKDAY": WEEKDAY,
    "WEEKDAYS": WEEKDAYS,
    "UNIT": UNIT,
    "UNITS": UNITS,
    "SEASON": SEASON,
    "NUMBER": NUMBER,
    "ARTICLE": ARTICLE,
    "SOME": SOME,
    "ORDINAL": ORDINAL,
    "LAST": LAST,
    "PAST": PAST,
    "STEP": STEP,
    "DAYWORD": DAYWORD,
    "TONIGHT": TONIGHT,
    "DAYPART": DAYPART,
    "DAYPARTS": DAYPARTS,
    "WEEKEND": WEEKEND,
    "PART": PART,
    "EDGE": EDGE,
    "AGO": AGO,
    "SINCE": SINCE,
    "EACH": EACH,
    "CIRCA": CIRCA,
    "NOW": NOW,
    "ONCE": ONCE,
    "BC": BC,
    "AD": AD,
    "HALF_DAY": HALF_DAY,
    "COUNTED": COUNTED,
}

WORDS: dict[str, tuple[str, Any]] = {word: (kind, value) for kind, table in KINDS.items() for word, value in table.items()}
WORDS |= {word: (word, None) for word in SMALL}
WORDS |= {"twice": ("COUNTED", None), "once": ("COUNTED", None)}

TRIGGERS = frozenset(
    """
    MONTH WEEKDAY WEEKDAYS UNIT UNITS SEASON DAYWORD TONIGHT DAYPART DAYPARTS WEEKEND NOW ONCE BC AD
    """.split()
)

# Words that are something else without a capital: a verb, an adjective, a thing.
PROPER = frozenset(
    """
    may march mar mar. august sat sat. sun sun. mon wed fri dec sep jan apr jun jul nov oct mon. jan. ad ce
    """.split()
)
