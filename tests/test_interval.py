"""Calendar arithmetic, against Python's own where Python has it, and past its ends where it has none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.interval import Grain, Interval, Part, civil, day_number, month_length, weekday
from timeline.notation import date_text, iso_days

days = st.integers(min_value=-5_000_000, max_value=5_000_000)
EPOCH = date(1970, 1, 1).toordinal()


@given(st.dates())
def test_days_agree_with_python(day: date) -> None:
    number = day.toordinal() - EPOCH
    assert day_number(day.year, day.month, day.day) == number
    assert civil(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()


@given(days)
def test_days_come_back_before_year_1_and_after_9999(number: int) -> None:
    assert day_number(*civil(number)) == number


@given(days, st.sampled_from(list(Grain)))
def test_a_unit_holds_its_minute_and_borders_on_the_next(day: int, grain: Grain) -> None:
    unit = Interval.unit(day * 1440 + 77, grain)
    assert unit.start is not None and unit.end is not None
    assert unit.start <= day * 1440 + 77 < unit.end
    assert Interval.unit(unit.end, grain).start == unit.end
    assert Interval.unit(unit.end - 1, grain) == unit


@given(days, st.sampled_from([Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.QUARTER, Grain.SEASON, Grain.WEEK]))
def test_the_thirds_of_a_unit_fill_it_without_a_gap(day: int, grain: Grain) -> None:
    unit = Interval.unit(day * 1440, grain)
    start, mid, end = (unit.of(part) for part in (Part.START, Part.MID, Part.END))
    assert start is not None and mid is not None and end is not None
    assert (start.start, start.end, mid.end, end.end) == (unit.start, mid.start, end.start, unit.end)


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)), st.integers(min_value=-400, max_value=400))
def test_weeks_shift_like_days(day: date, count: int) -> None:
    number = day.toordinal() - EPOCH
    shifted = civil(Grain.WEEK.shift(number * 1440, count) // 1440)
    if day.year + count // 52 - 1 > 1 and day.year + count // 52 + 1 < 9999:
        expected = day + timedelta(weeks=count)
        assert shifted == (expected.year, expected.month, expected.day)


@pytest.mark.parametrize(
    ("year", "month", "length"), [(2020, 2, 29), (1900, 2, 28), (2000, 2, 29), (0, 2, 29), (-4, 2, 29), (2021, 12, 31)]
)
def test_month_length(year: int, month: int, length: int) -> None:
    assert month_length(year, month) == length


def test_parts_of_a_month_are_days_1_to_10_11_to_20_and_21_to_the_end() -> None:
    february = Interval.unit(day_number(2020, 2, 5) * 1440, Grain.MONTH)
    told = [iso_days(february.of(part)) for part in (Part.START, Part.MID, Part.END)]
    assert told == [("2020-02-01", "2020-02-10"), ("2020-02-11", "2020-02-20"), ("2020-02-21", "2020-02-29")]


def test_winter_begins_in_december() -> None:
    assert date_text(Interval.unit(day_number(2020, 1, 9) * 1440, Grain.SEASON)) == "2019-24"


def test_an_interval_that_would_end_before_it_begins_is_none() -> None:
    early, late = Interval.day(0), Interval.day(10)
    assert Interval.between(late, early, lasts=True) is None
    assert Interval.between(early, late, lasts=True) is not None
