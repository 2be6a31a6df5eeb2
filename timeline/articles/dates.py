"""A day of publication as people write it, in a line or a field: the words in, the days they may mean out.

    "May 10, 2020 - 13:14 By Ann Lee"   "2020-05-12T08:00+09:00"   "10 mai 2020"   "2020년 5월 10일"   "03/04/2020"

The day is the one written, never converted to another time zone. English and figures are read by the
grammar of the extractor, other languages by dateparser, which is handed nothing but the date itself: it
guesses at running text, and is slow on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.errors import DateSyntaxError
from timeline.expr import Order
from timeline.interval import civil, day_number, month_length
from timeline.notation import parse_date
from timeline.plain import plain
from timeline.recognize import recognize


class Reading(NamedTuple):
    """What the words of a date come to: one day, two where its order is open, none where there is no such day.

    `words` are those of the date alone, `time` those of an hour behind it with its zone ("08:00+09:00"),
    `fault` says why there is no day, `start` is where the date begins in the line.
    """

    words: str
    days: tuple[int, ...]
    time: str = ""
    fault: str = ""
    start: int = 0


_FIGURES = r"(?<![\d./-])\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)\d{4}(?![\d/-])"
_YEAR_FIRST = (
    r"(?<![\d./-])\d{4}(?P<by>[./-])\d{1,2}(?P=by)\d{1,2}(?!\d)|(?<!\d)(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d(?=$|T\d|[^\d\w])"
)
_EAST = r"\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]"
_NAME = r"[^\W\d_]{3,14}"
_WORDS = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th|º|er)?\.? +(?:de +|of +|d[’'])?{_NAME}\.?,? +(?:de +|del +)?\d{{4}}(?!\d)"
    rf"|\b{_NAME}\.? +\d{{1,2}}(?:st|nd|rd|th)?\.?,? +\d{{4}}(?!\d)"
    rf"|\b\d{{4}}\. +{_NAME} +\d{{1,2}}\b"
)
_SHORT = r"(?<![\d./-])\d{1,2}/\d{1,2}/\d{2}(?![\d/-])"
_FIGURE = re.compile(r"\d")
_DATE = re.compile(f"{_YEAR_FIRST}|{_FIGURES}|{_SHORT}|{_EAST}|{_WORDS}")
_TIME = re.compile(
    r"[T,|–—\s-]{0,4}(?:at )?(?P<clock>[0-2]?\d[:.][0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?)"
    r"(?P<half> ?[ap]\.?m\b\.?)?(?P<zone> ?(?:Z\b|[+-]\d\d:?\d\d|\(?(?:UTC|GMT|[A-Z]{1,3}[SD]?T)\b(?:[+-]\d{1,2})?\)?))?",
    re.IGNORECASE,
)
_YEARS = range(1500, 2200)  # of what is printed


def readings(line: str, language: str = "") -> Iterator[Reading]:
    """The full dates of a line, in their order; in that language (two letters), or in any.

    >>> from timeline.notation import iso_day
    >>> [(iso_day(day), r.time) for r in readings("May 10, 2020 - 13:14 By Ann Lee") for day in r.days]
    [('2020-05-10', '13:14')]
    >>> [[iso_day(day) for day in r.days] for r in readings("03/04/2020, 31/04/2020")]
    [['2020-04-03', '2020-03-04'], []]
    """
    if _FIGURE.search(line) is None:  # as most lines: every full date has figures
        return
    line = plain(line).text
    for match in _DATE.finditer(line):
        days, fault = _days(match[0], language)
        if days or fault:
            yield Reading(match[0], days, _time(line, match.end()), fault, match.start())


def in_order(reading: Reading, order: Order | None) -> Reading:
    """The reading, its numbers taken in that order where both are possible."""
    if len(reading.days) != 2 or order is None:
        return reading
    return reading._replace(days=reading.days[:1] if order is Order.DAY else reading.days[1:])


def order_told(reading: Reading) -> Order | None:
    """The order that a date in figures tells of itself: 25/04/2020 has the day first."""
    match = _NUMBERS.fullmatch(reading.words)
    if match is None or len(reading.days) != 1 or match[1] == match[2]:
        return None
    return Order.DAY if int(match[1]) > 12 else Order.MONTH


def _time(line: str, end: int) -> str:
    match = _TIME.match(line, end)
    if match is None:
        return ""
    half = (match["half"] or "").replace(".", "").strip().lower()
    return f"{match['clock']}{half}{(match['zone'] or '').replace('(', '').replace(')', '')}"


# ---------------------------------------------------------------- one date


_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ISO = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|[./-](\d{1,2})[./-](\d{1,2}))")
_SHORT_YEAR = re.compile(_SHORT)
_LATE_DAY = re.compile(r"\b(?:29|3[01])\b")
_NUMBER = re.compile(r"\d+")
_CHARACTERS = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")


@lru_cache(maxsize=4096)  # the articles of a folder are of few days
def _days(words: str, language: str) -> tuple[tuple[int, ...], str]:
    """The days that the words of one date may mean, and why there are none; nothing of both where it is no date."""
    if (numbers := _NUMBERS.fullmatch(words)) is not None:
        one, two, year = (int(number) for number in numbers.groups())
        orders = ((one, two), (two, one)) if one != two else ((one, two),)
        days = [day_number(year, month, day) for day, month in orders if _exists(year, month, day)]
        return (tuple(days), "") if days else ((), f"{words!r} is no date, whichever number is the month")
    if _SHORT_YEAR.fullmatch(words):
        return (), f"{words!r} does not tell the century: write it as 2020-05-08"
    if (begun := _ISO.fullmatch(words) or _CHARACTERS.fullmatch(words)) is not None:
        year, month, day = (int(number) for number in begun.groups() if number)
        return _of_figures(year, month, day, words)
    return _in_english(words) or _in_words(words, language)


def _of_figures(year: int, month: int, day: int, words: str) -> tuple[tuple[int, ...], str]:
    if year not in _YEARS:
        return (), ""
    if _exists(year, month, day):
        return (day_number(year, month, day),), ""
    try:
        parse_date(f"{year}-{month:02d}-{day:02d}")
    except DateSyntaxError as error:
        return (), str(error)
    return (), f"{words!r} is no date"


def _exists(year: int, month: int, day: int) -> bool:
    return year in _YEARS and 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def _in_english(words: str) -> tuple[tuple[int, ...], str] | None:
    """What the grammar makes of the words; None where they are not English."""
    found = recognize(words, None)
    if len(found) != 1 or found[0].text != words:
        return None
    interval = found[0].interval
    if interval is None:
        return (), f"there is no {words!r}"
    day = interval.first_day
    return ((day,), "") if day is not None and day == interval.last_day and civil(day)[0] in _YEARS else ((), "")


def _in_words(words: str, language: str) -> tuple[tuple[int, ...], str]:
    import dateparser  # late: it takes longer to import than everything else together
    from dateparser.data.languages_info import language_order

    known = [language] if language in language_order else None
    strict = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    found = dateparser.parse(words, languages=known, settings=strict)
    if found is None:
        first = _LATE_DAY.sub("1", words)  # were it no 30 February but a 1 February, would it be a date?
        is_date = first != words and dateparser.parse(first, languages=known, settings=strict) is not None
        return (), f"there is no {words!r}" if is_date else ""
    if not {str(found.day), str(found.year)} <= {number.lstrip("0") for number in _NUMBER.findall(words)}:
        return (), f"there is no {words!r}"  # it bends a 30 February into what exists
    return (day_number(found.year, found.month, found.day),), ""
