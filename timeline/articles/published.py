"""The day an article was published, from what it says of itself. Never the clock, never the file's time.

Each finder gives a Published with the rung of the evidence and its words, or None where there is no date.
"""

from __future__ import annotations

import re

from timeline.errors import ArticleError, DateSyntaxError
from timeline.interval import day_number
from timeline.model import Published
from timeline.notation import parse_date

# A date with day, month and year inside a short line. dateparser is handed only what this finds:
# it guesses at running text, and is slow on it.
_FULL = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}/\d\d/\d\d\b"
    r"|\d{4}-\d\d-\d\d|\b\d{1,2}(?:st|nd|rd|th)?\.? +[^\W\d_]{3,12}\.?,? +\d{4}\b"
    r"|\b[^\W\d_]{3,12}\.? +\d{1,2}(?:st|nd|rd|th)?,? +\d{4}\b"
)


def in_line(line: str, rung: str) -> Published | None:
    """The full date that a header line holds.

    >>> in_line("May 10, 2020 - 13:14 By Ann Lee", "header line").evidence
    'May 10, 2020'
    """
    for match in _FULL.finditer(line):
        day = _day(match[0])
        if day is not None:
            return Published(day, rung, match[0])
    return None


def in_field(value: str, rung: str) -> Published:
    """The date that a metadata field holds; the field is there to hold one, so anything else is an error."""
    day = _day(value.strip())
    if day is None:
        found = in_line(value, rung)
        if found is None:
            raise ArticleError(f"{rung}: {value.strip()!r} is no date with day, month and year: write it as 2020-05-08")
        day = found.day
    return Published(day, rung, value.strip())


def given(value: str) -> Published:
    """The day that the user gave, for articles that don't say. Raises DateSyntaxError."""
    interval = parse_date(value)
    if interval.start is None or interval.first_day != interval.last_day:
        raise DateSyntaxError(f"{value!r} is not one day: write it as 2020-05-08")
    return Published(interval.start // 1440, "--published", value)


_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")


def _in_numbers(one: int, two: int, year: int, text: str) -> int:
    """The day of 25/04/2023 or 04/25/2023; what may be read both ways is refused."""
    if one <= 12 and two <= 12 and one != two:
        raise ArticleError(f"{text!r} does not tell which number is the day and which the month: write it as 2020-05-08")
    day, month = (two, one) if one <= 12 else (one, two)
    try:
        return parse_date(f"{year}-{month:02d}-{day:02d}").first_day or 0
    except DateSyntaxError as error:
        raise ArticleError(str(error)) from None


def _day(text: str) -> int | None:
    text = re.sub(r"^(\d{4})/(\d\d)/(\d\d)", r"\1-\2-\3", text)
    if (numbers := _NUMBERS.match(text)) is not None:
        return _in_numbers(int(numbers[1]), int(numbers[2]), int(numbers[3]), text)
    if re.match(r"\d{4}-\d\d-\d\d(?!\d)", text):
        try:
            interval = parse_date(text[:10])
        except DateSyntaxError as error:
            raise ArticleError(str(error)) from None
        return interval.first_day
    import dateparser  # late: it takes longer to import than everything else together

    found = dateparser.parse(
        text, settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    )
    return None if found is None else day_number(found.year, found.month, found.day)
