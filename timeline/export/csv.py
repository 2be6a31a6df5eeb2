"""CSV for spreadsheets: one row an event, safe to open, dates as text."""

from __future__ import annotations

import csv
from typing import IO

from timeline.entries import Entry
from timeline.export.selection import Selection
from timeline.notation import iso_days, precision

COLUMNS = (
    "id",
    "date",
    "earliest",
    "latest",
    "precision",
    "title",
    "kind",
    "status",
    "people",
    "places",
    "organizations",
    "article",
    "published",
    "phrase",
    "sentence",
    "sources",
    "tags",
    "note",
)
_DATES = ("date", "earliest", "latest")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(selection: Selection, stream: IO[str]) -> list[str]:
    r"""Write the events as CSV (RFC 4180); open the stream with newline="".

    `earliest` and `latest` are the first and last possible day, empty where open; `sources` is how many
    there are, and `article`, `published`, `phrase`, `sentence` are those of the first.

    >>> import io
    >>> out = io.StringIO()
    >>> write(Selection([Entry.model_validate({"date": "2020-05", "title": "=1+1"})]), out)
    []
    >>> out.getvalue().splitlines()[1]
    ",2020-05,2020-05-01,2020-05-31,month,'=1+1,event,happened,,,,,,,,0,,"
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, selection.entries))
    return []


def row(entry: Entry) -> dict[str, str]:
    """The cells of an event by their columns, without what keeps a spreadsheet from computing them."""
    return dict(zip(COLUMNS, _cells(entry), strict=True))


def _row(entry: Entry) -> list[str]:
    return [_safe(cell, date=name in _DATES) for name, cell in row(entry).items()]


def _cells(entry: Entry) -> list[str]:
    earliest, latest = iso_days(entry.interval)
    first = entry.sources[0] if entry.sources else None
    evidence = ["", "", "", ""] if first is None else [first.article, first.published, first.phrase, first.sentence]
    return [
        entry.id,
        entry.date,
        earliest or "",
        latest or "",
        precision(entry.interval),
        entry.title,
        entry.kind,
        entry.status,
        *("; ".join(names) for names in (entry.people, entry.places, entry.organizations)),
        *evidence,
        str(len(entry.sources)),
        "; ".join(entry.tags),
        entry.note,
    ]


def _safe(text: str, *, date: bool = False) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one.

    A year BCE (-0043) begins with a minus and is left alone: digits and signs of a date compute nothing
    but a number.
    """
    if not text.startswith(FORMULA) or (date and text[1:].replace("-", "").isdigit()):
        return text
    return f"'{text}"
