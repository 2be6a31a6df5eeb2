"""The date syntax of events.yaml: one table is the specification and the test."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import DateSyntaxError
from timeline.interval import Grain, Interval, Part
from timeline.notation import date_text, edtf, iso_days, parse_date, precision
from timeline.recognize import read_words
from timeline.timex import timex3
from timeline.wording import spoken

TABLE = Path(__file__).parent / "corpus" / "dates.txt"
ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("typed", "as_edtf", "earliest", "latest", "words"), ROWS, ids=[row[0] for row in ROWS])
def test_table(typed: str, as_edtf: str, earliest: str, latest: str, words: str) -> None:
    interval = parse_date(typed)
    assert date_text(interval) == typed
    assert edtf(interval) == as_edtf
    assert [day or "open" for day in iso_days(interval)] == [earliest, latest]
    assert spoken(interval) == words


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2020-02-30", "February 2020 has 29 days"),
        ("2020-13", "there is no month 13"),
        ("2020-05-05T25:00", "hours go from 00 to 23"),
        ("2020-05/2020-03", "ends before it begins"),
        ("2020-05-09..2020-05-01", "ends before it begins"),
        ("../..", "neither a beginning nor an end"),
        ("1/2/3", "more than one '/'"),
        ("..", "not read as a range"),
        ("", "the date is empty"),
        ("last week", "is relative, and an entry has no day to count from"),
        ("30 February 2021", "not read as a date"),
        ("soonish", "not read as a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(typed: str, says: str) -> None:
    with pytest.raises(DateSyntaxError, match=says.replace(".", r"\.").replace("(", r"\(")):
        parse_date(typed, read_words)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("late January 2020", ("2020-01-21", "2020-01-31")),
        ("the week of 3 May 2020", ("2020-04-27", "2020-05-03")),
        ("44 BC", ("-0043-01-01", "-0043-12-31")),
        ("March 3, 2020", ("2020-03-03", "2020-03-03")),
        ("from 3 to 9 March 2020", ("2020-03-03", "2020-03-09")),
        ("spring 2019", ("2019-03-01", "2019-05-31")),
        ("mid-2019", ("2019-05-01", "2019-08-31")),
    ],
)
def test_dates_in_words(typed: str, days: tuple[str, str]) -> None:
    assert iso_days(parse_date(typed, read_words)) == days


minutes = st.integers(min_value=-1_500_000_000, max_value=4_200_000_000)
grains = st.sampled_from(
    [Grain.MINUTE, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.YEAR, Grain.DECADE]
)


@given(minutes, grains, st.sampled_from([None, Part.START, Part.MID, Part.END]), st.booleans())
def test_what_a_build_writes_reads_back_as_the_same_days(minute: int, grain: Grain, part: Part | None, circa: bool) -> None:
    interval = Interval.unit(minute, grain)
    interval = (interval.of(part) if part and grain > Grain.DAY else None) or interval
    again = parse_date(date_text(interval))
    assert again.days() == interval.days()
    assert date_text(again) == date_text(interval)


@given(minutes, minutes, grains, grains)
def test_spans_read_back_with_both_ends(one: int, other: int, fine: Grain, coarse: Grain) -> None:
    first, last = Interval.unit(min(one, other), fine), Interval.unit(max(one, other), coarse)
    span = Interval.between(first, last, lasts=True)
    if span is not None:
        again = parse_date(date_text(span))
        assert again.days() == span.days()
        assert again.lasts


@given(minutes, st.sampled_from([Grain.MONTH, Grain.YEAR, Grain.DECADE]))
def test_no_day_is_invented(minute: int, grain: Grain) -> None:
    unit = Interval.unit(minute, grain)
    assert precision(unit) == grain.word
    assert precision(parse_date(date_text(unit))) == grain.word


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("2020-05-09", "day"),
        ("2020-05-09T10:00", "minute"),
        ("2020-05-01..2020-05-09", "range"),
        ("2020/2021", "span"),
        ("..1912", "open"),
    ],
)
def test_precision_is_told_by_its_name(typed: str, name: str) -> None:
    assert precision(parse_date(typed)) == name


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2020-05-05T15:15", "2020-05-05T15:15"),
        ("2020-22", "2020-SU"),
        ("199X", "199"),
        ("-0043", "BC0044"),
        ("2019-24", "2019-WI"),
    ],
)
def test_timex3(typed: str, value: str) -> None:
    assert timex3(parse_date(typed)) == (value, None)
