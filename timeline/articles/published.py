"""When was it published? The ladder from sure to unsure evidence, and what does not agree. Never the clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from timeline.articles.dates import Reading, in_order, order_told, readings
from timeline.articles.draft import Rung, Written
from timeline.errors import DateSyntaxError
from timeline.expr import Custom, Order
from timeline.interval import day_number
from timeline.model import Published
from timeline.notation import iso_day, parse_date

_APART = 2  # days that two rungs may disagree: time zones, print and web
_IS_A_DATE = (Rung.OVERRIDE, Rung.LISTED, Rung.FRONT_MATTER, Rung.FIELD)  # where anything else is a mistake
_OF_A_MACHINE = (Rung.PAGE, Rung.GUESS, Rung.FIELD, Rung.MADE)
_OF_A_PERSON = (Rung.OVERRIDE, Rung.LISTED, Rung.GIVEN)  # who knows better than the article
_EPOCH = 0  # 1970-01-01, where machines begin to count: what they write where they know no day
_FIGURES = re.compile(r"(?<![\d./-])\d{1,2}([./])\d{1,2}\1\d{4}(?![\d/])")


def settle_day(written: Sequence[Written], text: str = "", custom: Custom | None = None) -> tuple[Published | None, list[str]]:
    """The day by the surest rung that holds one, and warnings for what could not be read or does not agree.

    `text` is the article's, whose other dates tell the order of 03/04/2020 before its country does.

    >>> day, warnings = settle_day([Written(Rung.URL, "/2020/05/10/"), Written(Rung.HEADER_LINE, "3 May 2020")])
    >>> iso_day(day.day), day.rung, warnings
    ('2020-05-03', 'header line', ['published: header line “3 May 2020” says 2020-05-03, URL “/2020/05/10/” 2020-05-10'])
    """
    warnings: list[str] = []
    read = [(one, _read(one)) for one in sorted(written, key=lambda one: one.rung)]
    held: list[tuple[Written, Reading]] = []
    for one, reading in read:
        if reading is None:
            if one.rung in _IS_A_DATE:
                warnings.append(f"published: {_named(one)} is no date with day, month and year: write it as 2020-05-08")
        elif reading.days == (_EPOCH,) and one.rung in _OF_A_MACHINE:
            warnings.append(f"published: {_named(one)} is where machines begin to count days, and is not believed")
        elif reading.fault:
            warnings.append(f"published: {_named(one)}: {reading.fault}")
        else:
            settled = _settled(reading, [r for _, r in read if r is not None], text, custom)
            if len(settled.days) == 1:
                held.append((one, settled))
            else:
                days = " or ".join(iso_day(day) or "" for day in settled.days)
                warnings.append(
                    f"published: {_named(one)} is {days}: say which with 'day_first: true' or 'false' in articles.yaml, "
                    "or with --day-first or --month-first"
                )
    if not held:
        return None, warnings
    surest, reading = held[0]
    return (
        Published(reading.days[0], surest.rung.words, surest.evidence or surest.words, reading.time),
        warnings + _disagreeing(held),
    )


def _read(one: Written) -> Reading | None:
    if one.rung is Rung.URL:
        return _in_path(one.words)
    if one.rung is Rung.FILE_NAME:
        return _in_path(one.words) or _in_words(PurePosixPath(one.words).stem)
    return next(readings(one.words), None)


def _settled(reading: Reading, others: Sequence[Reading], text: str, custom: Custom | None) -> Reading:
    """The reading with its order settled: by a person, by the article's other dates, by its country; else both stay."""
    if len(reading.days) != 2:
        return reading
    if custom is not None and custom.by_hand:
        return in_order(reading, custom.order)
    same = {day for other in others if len(other.days) == 1 for day in other.days if day in reading.days}
    if len(same) == 1:
        return reading._replace(days=tuple(same))
    told = {order_told(r) for m in _FIGURES.finditer(text) for r in readings(m[0])} - {None}
    if told:
        return in_order(reading, told.pop() if len(told) == 1 else None)
    if custom is None and "." in reading.words:
        return in_order(reading, Order.DAY)  # as is the custom where full stops divide
    return in_order(reading, custom.order if custom is not None else None)


def _disagreeing(held: Sequence[tuple[Written, Reading]]) -> list[str]:
    (surest, reading), *others = held
    if surest.rung in _OF_A_PERSON:
        return []
    day = reading.days[0]
    return [
        f"published: {_named(surest)} says {iso_day(day)}, {_named(one)} {iso_day(other.days[0])}"
        for one, other in others
        if abs(other.days[0] - day) > _APART and one.rung not in (*_OF_A_PERSON, Rung.GUESS, Rung.MADE)
    ][:1]


def _named(one: Written) -> str:
    return f"{one.rung.words} “{one.evidence or one.words}”"


# ---------------------------------------------------------------- addresses and names


_DIVIDED = re.compile(r"[\s_.-]+")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_IN_PATH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<by>[/_.-])(?P<month>\d\d?|[a-z]{3,9})(?P=by)(?P<day>\d\d?)(?!\d)"
    r"|(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d))",
    re.IGNORECASE,
)


def _in_path(words: str) -> Reading | None:
    """The day in an address or a file name, where the year stands first: /2020/05/10/, /2020/may/10/, 20200510."""
    for match in _IN_PATH.finditer(words):
        told = match["month"] or match["m"]
        month = int(told) if told.isdigit() else _MONTHS.get(told[:3].lower(), 0)
        day = int(match["day"] or match["d"])
        try:
            parse_date(f"{match['year']}-{month:02d}-{day:02d}")
        except DateSyntaxError:
            continue
        return Reading(match[0], (day_number(int(match["year"]), month, day),))
    return None


def _in_words(name: str) -> Reading | None:
    """The day in a file name whose month is a word: "report 10 May 2020", "May-8-2020_ferry"."""
    found = [reading for reading in readings(_DIVIDED.sub(" ", name)) if not reading.words.replace(" ", "").isdigit()]
    return found[0] if len(found) == 1 and len(found[0].days) == 1 else None


def given(value: str, option: str = Rung.GIVEN.words) -> Published:
    """The day that the user gave. Raises DateSyntaxError."""
    try:
        interval = parse_date(value)
    except DateSyntaxError:
        found = list(readings(value))
        if len(found) != 1 or len(found[0].days) != 1:
            raise
        return Published(found[0].days[0], option, value)
    if interval.start is None or interval.first_day != interval.last_day:
        raise DateSyntaxError(f"{value!r} is not one day: write it as 2020-05-08")
    return Published(interval.start // 1440, option, value)
