"""The CSV: one row an event, read back by Python's own reader, and no formula in it."""

from __future__ import annotations

import csv as reader
import io

import pytest

from timeline.entries import Entry
from timeline.export import csv
from timeline.export.selection import Selection


def row(**values: object) -> dict[str, str]:
    out = io.StringIO()
    assert csv.write(Selection([Entry.model_validate({"date": "2020-05-09", "title": "A title"} | values)]), out) == []
    return next(reader.DictReader(io.StringIO(out.getvalue())))


SOURCE = {
    "id": "s1",
    "article": "data/a.txt",
    "published": "2020-05-10",
    "sentence": "It sank, “at last”,\non Saturday.",
    "phrase": "Saturday",
}


def test_a_row_tells_the_first_source_and_how_many_there_are() -> None:
    found = row(
        id="s1",
        status="planned",
        people=["Ann Lee", "Bo Ek"],
        sources=[SOURCE, SOURCE | {"id": "s2", "article": "data/b.txt"}],
        tags=["ferry", "harbour"],
        note="checked",
    )
    assert found == {
        "id": "s1",
        "date": "2020-05-09",
        "earliest": "2020-05-09",
        "latest": "2020-05-09",
        "precision": "day",
        "title": "A title",
        "kind": "event",
        "status": "planned",
        "people": "Ann Lee; Bo Ek",
        "places": "",
        "organizations": "",
        "article": "data/a.txt",
        "published": "2020-05-10",
        "phrase": "Saturday",
        "sentence": "It sank, “at last”,\non Saturday.",
        "sources": "2",
        "tags": "ferry; harbour",
        "note": "checked",
    }


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "precision"),
    [
        ("2018", "2018-01-01", "2018-12-31", "year"),
        ("2020-01-21..2020-01-31", "2020-01-21", "2020-01-31", "range"),
        ("2020-03/..", "2020-03-01", "", "open"),
        ("-0043", "-0043-01-01", "-0043-12-31", "year"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day"),
    ],
)
def test_no_date_is_more_precise_than_the_file(date: str, earliest: str, latest: str, precision: str) -> None:
    found = row(date=date)
    assert (found["date"], found["earliest"], found["latest"], found["precision"]) == (date, earliest, latest, precision)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("key", ["title", "note", "tags"])
def test_no_text_is_a_formula(start: str, key: str) -> None:
    assert row(**{key: f"{start}1+1"})[key] == f"'{start}1+1"


def test_a_source_is_no_formula_either() -> None:
    found = row(sources=[SOURCE | {"sentence": "=HYPERLINK(1)", "article": "@a.txt", "phrase": "-1"}])
    assert [found[key][0] for key in ("sentence", "article", "phrase")] == ["'", "'", "'"]
