"""The English words of time, as tables: kind -> word -> value. No rule and no regex of phrases here.

To add a word, add it to the table of its kind. A word in PROPER counts only with a capital.
"""

from __future__ import annotations

from typing import Any

from timeline.interval import Grain, Part
from timeline.languages.en.informal import SPELLINGS


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
    "SEASONS": {"springs": 3, "summers": 6, "autumns": 9, "falls": 9, "winters": 12},
    "DAYPART": {
        "morning": Part.MORNING,
        **_all(Part.MORNING, "dawn midmorning"),
        **_all(Part.MIDDAY, "midday lunchtime"),
        **_all(Part.AFTERNOON, "afternoon midafternoon"),
        "evening": Part.EVENING,
        "night": Part.NIGHT,
    },
    # Only with their day: "this sunset" is a sight, "sunset on Tuesday" a time.
    "TWILIGHT": {**_all(Part.MORNING, "daybreak sunrise"), **_all(Part.EVENING, "dusk sunset nightfall")},
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
        **_phrases(
            "valentine",
            "valentine's day|valentine’s day|st. valentine's day|st. valentine’s day|st valentine's day|st valentine’s day",
        ),
        **_phrases("valentine", "saint valentine's day|saint valentine’s day|valentines day"),
        **_phrases("patrick", "paddy's day|paddy’s day|paddys day|st patricks day"),
        **_phrases("patrick", "st. patrick's day|st. patrick’s day|st patrick's day|st patrick’s day"),
        **_phrases("patrick", "saint patrick's day|saint patrick’s day"),
        **_phrases("april fool", "april fools' day|april fools’ day|april fool's day|april fool’s day|april fools day"),
        **_phrases("may day", "may day"),
        **_phrases("womens", "international women's day|international women’s day"),
        **_phrases("earth", "earth day"),
        **_phrases("anzac", "anzac day"),
        **_phrases("juneteenth", "juneteenth"),
        **_phrases("canada day", "canada day"),
        **_phrases("independence", "independence day"),
        **_phrases("fourth of july", "fourth of july|the fourth of july"),
        **_phrases("bastille", "bastille day"),
        **_phrases("halloween", "halloween|hallowe'en|hallowe’en"),
        **_phrases("all saints", "all saints' day|all saints’ day"),
        **_phrases("bonfire", "bonfire night|guy fawkes night"),
        **_phrases("veterans", "veterans day|armistice day|remembrance day"),
        **_phrases("christmas eve", "christmas eve|xmas eve"),
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
        **_phrases("black friday", "black friday"),
        **_phrases("cyber monday", "cyber monday"),
        **_phrases("shrove tuesday", "shrove tuesday|mardi gras|pancake day"),
        **_phrases("ash wednesday", "ash wednesday"),
        **_phrases("palm sunday", "palm sunday"),
        **_phrases("maundy thursday", "maundy thursday"),
        **_phrases("holy saturday", "holy saturday|easter saturday"),
        **_phrases("good friday", "good friday"),
        **_phrases("easter", "easter sunday|easter day|easter"),
        **_phrases("easter monday", "easter monday"),
        **_phrases("ascension", "ascension day"),
        **_phrases("pentecost", "pentecost|whit sunday"),
        **_phrases("whit monday", "whit monday|pentecost monday"),
        **_phrases("corpus christi", "feast of corpus christi"),
        **_phrases("orthodox easter", "orthodox easter sunday|orthodox easter"),
        **_phrases("orthodox christmas", "orthodox christmas day|orthodox christmas"),
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
    "SECONDS": _all("TS", "seconds secs"),
    "FORTNIGHT": _all(2, "fortnight fortnights"),  # in weeks
    "WHOLE": _all(None, "whole full entire solid straight consecutive successive extra additional further"),
    "LASTING": {
        "hourlong": Grain.HOUR,
        "daylong": Grain.DAY,
        "weeklong": Grain.WEEK,
        "monthlong": Grain.MONTH,
        "yearlong": Grain.YEAR,
        "decadelong": Grain.DECADE,
    },
    # numbers
    "NUMBER": _names("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", 1),
    "TEEN": _names("sixteen seventeen eighteen nineteen", 16),  # apart: they begin spoken years, "nineteen ninety-six"
    "TENS": {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
    "HUNDRED": {"hundred": 100, "dozen": 12},
    "THOUSAND": {"thousand": 1000},
    "MILLION": {"million": 1_000_000, "billion": 1_000_000_000},
    "HUNDREDS": _all("X", "dozens hundreds thousands millions billions"),
    "TENFOLD": _all(None, "tens scores"),
    "DECADE": {f"{word}ies": 1900 + 10 * n for n, word in enumerate("twent thirt fort fift sixt sevent eight ninet".split(), 2)},
    "HALF": {"half": 0.5},
    "Q": {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "1q": 1, "2q": 2, "3q": 3, "4q": 4},
    "H": {"h1": 1, "h2": 2, "1h": 1, "2h": 2},
    "ARTICLE": {"a": 1, "an": 1},
    "SOME": {"several": "X", "few": "X", "many": "X", "couple": 2},  # X as TIMEX3 writes a number that is not told
    "ORDINAL": _names(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth",
        1,
    )
    | {"latter": 2, "thirtieth": 30},
    # which one
    "LAST": {"last": -1, "final": -1},
    "PAST": {"past": -1},
    "STEP": {"this": 0, "next": 1, "coming": 1, "upcoming": 1},
    "CURRENT": {"current": "PRESENT_REF"},  # "the current year", "her current post"
    "PREVIOUS": _all(-1, "previous preceding prior"),
    "FOLLOWING": {"following": 1},
    "LATEST": {"latest": 0},
    "RECENT": {"recent": "PAST_REF"},
    "FUTURE": {"future": "FUTURE_REF"},
    "SINCE": {"earlier": -1, "later": 1, "afterwards": 1, "afterward": 1, "thereafter": 1},
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
        "fortnightly": "P2W",
        "monthly": "P1M",
        "quarterly": "P1Q",
        "yearly": "P1Y",
        "annually": "P1Y",
        "biennially": "P2Y",
        **_all("P2W", "biweekly bi-weekly"),
        **_all("P2M", "bimonthly bi-monthly"),
        **_all("P6M", "semiannually semi-annually biannually bi-annually"),
    },
    "COMPARABLE": _all(None, "comparable corresponding"),
    "REST": _all(None, "rest remainder balance"),
    "SOMETIME": _all(None, "sometime"),
    "COUNTED": _all(None, "time times twice"),  # "the second time this year" counts over a period
    "ONCE": {"once": "PAST_REF"},  # "once a week", "once a sailor"
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
    "CLOSING": {"opening": Part.START, "closing": Part.END, "dying": Part.END, "waning": Part.END},
    # how sure, how much
    "CIRCA": _all("APPROX", "about around circa roughly approximately c."),
    "SOME_OF": {"some": "APPROX"},  # "some 40 years"; before a name of the calendar it is another word
    "NEARLY": _all("LESS_THAN", "nearly almost"),
    "VAGUE": {**_all("PRESENT_REF", "now currently nowadays"), **_all("PAST_REF", "recently lately")}
    | {"presently": "PRESENT_REF"}
    | _phrases("PAST_REF", "the other day|back in the day"),
    "PRESENT": {"present": "PRESENT_REF"},
    "MOMENT": {"moment": "PRESENT_REF"},
    "SOON": _all("FUTURE_REF", "soon shortly"),
    "SOMEDAY": {"someday": "FUTURE_REF"},
    "FAR": _all(None, "near distant foreseeable immediate remote"),
    "WHILE": _all("PAST_REF", "while ages eons aeons"),
    "AHEAD": {"ahead": "FUTURE_REF"},
    "COME": {"come": "FUTURE_REF"},
    # the clock
    "HALF_DAY": {**_all(0, "a.m. am a.m"), **_all(12, "p.m. pm p.m")},
    "MIDNIGHT": {"midnight": 1440, "noon": 720},
    "ZONE": {**_all("UTC", "gmt utc"), **_all("", "est edt cst cdt mst mdt pst pdt bst cet cest")},
    "ZONED": {
        **_phrases("", "eastern time|eastern standard time|eastern daylight time|central time|mountain time|pacific time"),
        **_phrases(
            "", "pacific standard time|pacific daylight time|greenwich mean time|central european time|british summer time"
        ),
        **_all("", "et ct mt pt eastern pacific"),
    },
    "OCLOCK": _all(None, "o'clock o’clock"),
    "SMALL_HOURS": _phrases("", "small hours|wee hours|wee small hours"),
    "FISCAL": {"fiscal": None},
    "EVE": {"eve": None},
}

SMALL = """
    the of in on at to and from between since by until till through than more longer less fewer least most over under up no not
    same very towards toward throughout 's per into during its their our period local part short or so all
    ended ending
""".split()

WORDS: dict[str, tuple[str, Any]] = {word: (kind, value) for kind, table in KINDS.items() for word, value in table.items()}
WORDS |= {word: (word, None) for word in SMALL}
WORDS |= {spelling: WORDS[word] for word, spellings in SPELLINGS.items() for spelling in spellings.split()}

# A run of time words has one of these; a number that may be a year, a date or an hour is one, too.
TRIGGERS = frozenset(
    """
    MONTH WEEKDAY WEEKDAYS UNIT UNITS SECONDS SEASON SEASONS DAYWORD TONIGHT DAYPART DAYPARTS WEEKEND WEEKENDS
    AGO CURRENT FORTNIGHT LASTING PRESENT SOON SOMEDAY TWILIGHT
    VAGUE OVERNIGHT FEAST ZONE OCLOCK SMALL_HOURS Q H MOMENT BC AD OFTEN HALF_DAY MIDNIGHT TEEN DECADE PAST FUTURE FISCAL
    """.split()
)

# Words that end no phrase and have no part in what one means.
DANGLING = frozenset(("and", "or", "the", "a", "an"))

# Kinds of words that have a capital in the middle of a sentence, too.
NAMES = frozenset("MONTH WEEKDAY WEEKDAYS FEAST ZONE ZONED BC AD SEASON SEASONS HALF_DAY MIDNIGHT Q H".split())

# Words that are something else without a capital: a verb, an adjective, a thing.
PROPER = frozenset(
    """
    may march mar mar. august sat sat. sun sun. mon wed wed. fri dec sep jan apr jun jul nov oct mon. jan. ad ce est
    eastern pacific bc q1 q2 q3 q4 h1 h2 et ct mt pt
    """.split()
) | {"black friday", "cyber monday"}
