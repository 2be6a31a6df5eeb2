"""JSON and exact CSV for programs: all an event has, by a schema that is published."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from timeline.entries import Entry
from timeline.export import exact, jsonl, schema
from timeline.export import json as as_json
from timeline.export.selection import Selection

CHECK = Draft7Validator(schema.schema())
SOURCE = {
    "id": "s1",
    "article": "data/a.txt",
    "sentence": "=It sank.\r\n",
    "phrase": "Saturday",
    "date": "2020-05-08",
    "gone": "true",
}
ENTRIES = [
    Entry.model_validate(data)
    for data in (
        {"date": "-0043", "title": "=Talks"},
        {
            "id": "b",
            "date": "2020-03/..",
            "title": "Ferry",
            "people": ["Ann; Lee"],
            "sources": [SOURCE],
            "x-page": {"a": ["3", []]},
        },
        {"date": "2020-05~", "title": "x", "reviewed": "yes", "pinned": ["date"], "status": "planned", "split": "true"},
        {"date": "Y12024-05-01", "title": "y", "pinned": True, "kind": "report", "url": "https://a.example"},
    )
]


def written(module: Any, entries: list[Entry] = ENTRIES) -> str:
    out = io.StringIO(newline="")
    assert module.write(Selection(entries), out) == []
    return out.getvalue()


def test_the_schema_that_is_shipped_is_current() -> None:
    assert schema.shipped().read_text(encoding="utf-8") == schema.text(), "run: python -m timeline.export.schema"
    Draft7Validator.check_schema(schema.schema())


def test_what_is_written_fits_the_schema() -> None:
    told = json.loads(written(as_json))
    assert [fault.message for fault in CHECK.iter_errors(told)] == []
    assert [json.loads(line) for line in written(jsonl).splitlines()] == told
    assert json.loads(written(as_json, [])) == []


@pytest.mark.parametrize(
    "change",
    [{"titel": "x"}, {"earliest": "May"}, {"precision": "often"}, {"people": "Ann"}, {"reviewed": "yes"}, {"sources": [{}]}],
    ids=lambda change: next(iter(change)),
)
def test_the_schema_refuses_what_is_never_written(change: dict[str, Any]) -> None:
    told = json.loads(written(as_json))
    told[0] |= change
    assert len(list(CHECK.iter_errors(told))) >= 1


def test_what_a_date_means_stands_beside_it() -> None:
    first, second, third, fourth = json.loads(written(as_json))
    assert (first["date"], first["edtf"], first["earliest"], first["latest"]) == ("-0043", "-0043", "-0043-01-01", "-0043-12-31")
    assert (second["edtf"], second["earliest"], second["latest"], second["precision"]) == (
        "2020-03/..",
        "2020-03-01",
        None,
        "open",
    )
    assert (third["edtf"], third["precision"]) == ("2020-05~", "month")
    assert fourth["earliest"] == "Y12024-05-01"
    assert second["sources"] == [{"id": "s1", "article": "data/a.txt", "published": "", **SOURCE}]
    assert second["x-page"] == {"a": ["3", []]}


def test_exact_csv_has_the_same_in_its_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(written(exact), newline="")))
    for row, told in zip(rows, json.loads(written(as_json)), strict=True):
        own = {key: value for key, value in told.items() if key.startswith("x-")}
        assert json.loads(row.pop("x")) == own
        for key, cell in row.items():
            assert (told[key] or "" if isinstance(told[key], str | None) else told[key]) == (
                cell if isinstance(told[key], str | None) else json.loads(cell)
            )
