"""CSV for spreadsheets: one row an event, safe to open, dates as text."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from timeline.entries import Entry
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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(entries: Iterable[Entry], stream: TextIO) -> int:
    r"""Write the entries as CSV (RFC 4180) and give how many there were; open the stream with newline="".

    `earliest` and `latest` are the first and last possible day, empty where open; `sources` is how many
    there are, and `article`, `published`, `phrase`, `sentence` are those of the first.

    >>> import io
    >>> out = io.StringIO()
    >>> write([Entry.model_validate({"date": "2020-05", "title": "=1+1"})], out)
    1
    >>> out.getvalue().splitlines()[1]
    ",2020-05,2020-05-01,2020-05-31,month,'=1+1,event,happened,,,,,,,,0,,"
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for entry in entries:
        writer.writerow(_row(entry))
        count += 1
    return count


def _row(entry: Entry) -> list[str]:
    earliest, latest = iso_days(entry.interval)
    first = entry.sources[0] if entry.sources else None
    evidence = ["", "", "", ""] if first is None else [first.article, first.published, first.phrase, first.sentence]
    return [
        _safe(entry.id),
        _safe(entry.date, date=True),
        earliest or "",
        latest or "",
        precision(entry.interval),
        _safe(entry.title),
        _safe(entry.kind),
        _safe(entry.status),
        *(_safe("; ".join(names)) for names in (entry.people, entry.places, entry.organizations)),
        *(_safe(text) for text in evidence),
        str(len(entry.sources)),
        _safe("; ".join(entry.tags)),
        _safe(entry.note),
    ]


def _safe(text: str, *, date: bool = False) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one.

    A year BCE (-0043) begins with a minus and is left alone: digits and signs of a date compute nothing
    but a number.
    """
    if not text.startswith(_FORMULA) or (date and text[1:].replace("-", "").isdigit()):
        return text
    return f"'{text}"
