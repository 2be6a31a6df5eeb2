"""What the words don't say is not made up: no day out of a month, no date out of a number that is none."""

from __future__ import annotations

import random
import re

import pytest

from timeline.interval import Grain, day_number
from timeline.reasons import unresolved
from timeline.recognize import readings, recognize

MONTHS = "January February March April May June July August September October November December".split()
COARSE = [
    "in {month}",
    "in {month} {year}",
    "in {year}",
    "in late {month}",
    "in early {month} {year}",
    "in mid-{month}",
    "at the end of {month} {year}",
    "at the beginning of {year}",
    "in the middle of {month}",
    "in late {year}",
    "in the {ordinal} quarter of {year}",
    "in the {ordinal} half of {year}",
    "in the first week of {month}",
    "in the last week of {month} {year}",
    "in the {season} of {year}",
    "last {month}",
    "last {season}",
    "next {season}",
    "last month",
    "last year",
    "late last year",
    "by the end of next month",
    "early next year",
    "earlier this year",
    "later this month",
    "{count} months ago",
    "{count} years ago",
    "in the {decade}s",
    "in the early {decade}s",
    "between {month} and {other} {year}",
    "from {month} {year} to {other} {later}",
    "in the first {count} months of {year}",
    "in fiscal {year}",
    "around {year}",
    "since {month} {year}",
]
FRAMES = ["The dam broke {}.", "{}, the dam broke.", "Engineers said the dam, built {}, would hold.", "They will open it {}."]


def phrases(count: int) -> list[str]:
    rng = random.Random(3)
    return [
        rng.choice(COARSE).format(
            month=rng.choice(MONTHS[:6]),
            other=rng.choice(MONTHS[6:]),
            year=(year := rng.randint(1902, 2023)),
            later=year + rng.randint(1, 9),
            ordinal=rng.choice(["first", "second"]),
            season=rng.choice(["spring", "summer", "autumn", "winter"]),
            count=rng.choice(["two", "three", "five", "9", "11"]),
            decade=rng.randrange(1900, 2020, 10),
        )
        for _ in range(count)
    ]


def test_a_month_or_a_year_never_becomes_a_day() -> None:
    rng = random.Random(4)
    gained = []
    for phrase in phrases(1000):
        frame = rng.choice(FRAMES)
        text = frame.format(phrase)
        text = text[0].upper() + text[1:]
        found = recognize(text, day_number(2024, 2, 21))
        assert found, text
        for mention in (part for whole in found for part in whole.parts or (whole,)):
            interval = mention.interval
            assert interval is not None, text
            days = [day for day in interval.days() if day is not None]
            if interval.grain < Grain.DAY or days[-1] - days[0] < 6 or re.search(r"\d{4}-\d\d-\d\d", mention.value):
                gained.append((text, mention.text, mention.value))
    assert not gained


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The wall was built 5000 years ago.", "a round number names no year"),
        ("About 12,000 years ago the ice went.", "a round number names no year"),
        ("The lease runs to 30 February 2021.", "there is no such date"),
        ("The log says 2021-13-45.", "there is no such date"),
        ("The form was stamped 99/99/9999.", "there is no such date"),
    ],
)
def test_what_gives_no_date_is_kept_as_a_phrase_with_the_reason(text: str, reason: str) -> None:
    (read,) = readings(text, day_number(2024, 2, 21))
    assert read.mention.interval is None
    assert unresolved(read) == reason
