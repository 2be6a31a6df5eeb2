"""What matters more comes first: told by more, leading, precise, happened, and no report."""

from __future__ import annotations

from typing import Any

from timeline.entries import Entry
from timeline.importance import of_entry, of_event
from timeline.interval import Interval
from timeline.model import Event, Source


def entry(*articles: str, date: str = "2020-05-09", **more: Any) -> Entry:
    sources = [{"id": name, "article": name} for name in articles]
    return Entry.model_validate({"date": date, "title": "It fell", "sources": sources, **more})


def test_more_origins_count_more_and_copies_count_nothing() -> None:
    one, two, three = (of_entry(entry(*names)) for names in (["a"], ["a", "b"], ["a", "b", "c"]))
    assert 0 < one < two < three < 1
    assert of_entry(entry("a", "b", "c"), {"b": "a", "c": "a"}) == one
    gone = entry("a", "b").model_copy(
        update={"sources": [s.model_copy(update={"gone": s.id * (s.id == "b")}) for s in entry("a", "b").sources]}
    )
    assert of_entry(gone) == one


def test_a_lead_a_precise_date_and_having_happened_count() -> None:
    plain = of_entry(entry("a"))
    assert of_entry(entry("a"), leads={"a"}) > plain
    dates = ["2020-05-09", "2020-05-01..2020-05-10", "2020-05", "2020", "202X"]
    worth = [of_entry(entry("a", date=date)) for date in dates]
    assert worth == sorted(worth, reverse=True)
    assert len(set(worth)) == len(worth)
    assert of_entry(entry("a", status="planned")) < plain


def test_a_report_is_less_than_what_it_reports() -> None:
    assert of_entry(entry("a", "b", kind="report"), leads={"a"}) < of_entry(entry("a"))


def test_an_event_is_worth_what_its_entry_is() -> None:
    sources = tuple(Source(name, name, None, "It fell.", "Saturday") for name in "ab")
    event = Event(Interval.day(18391), "It fell", sources, lead=True)
    assert of_event(event) == of_entry(entry("a", "b"), leads={"a"})
    assert 0 <= of_entry(entry(date="1912..")) <= of_event(event) <= 1
