"""Every article and every skipped file, with how we know its day: as rows for machines, and as a table for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.bracket import bracket, echoes, newest_of
from timeline.events import Told
from timeline.model import Article, file_of, place_of
from timeline.notation import iso_day
from timeline.passages import Spoken
from timeline.suggestion import spoken_by_dated
from timeline.survey import Survey

KEYS = (
    "file",
    "record",
    "status",
    "reason",
    "title",
    "published",
    "rung",
    "evidence",
    "language",
    "phrases",
    "events",
    "unresolved",
)
_HEADS = ("file", "published", "how we know", "language", "phrases", "events", "unresolved", "title")
_WIDEST = 44  # characters of a cell of the table; the rows for machines have all


def rows(survey: Survey) -> list[dict[str, Any]]:
    """One mapping with the KEYS for each article and each skipped file or record, in order of file and place.

    `status` is "read" or "skipped"; `reason` is why it was skipped, or what a person should know of the reading.
    """
    return [row for row, _ in _rows(survey)]


def _rows(survey: Survey) -> list[tuple[dict[str, Any], list[str]]]:
    """The rows, each with the lines that its reason is made of."""
    newest, spoken = newest_of(survey.told), spoken_by_dated(survey.told)
    lines = [[*one.article.notes, *_undated(one, newest, spoken)] for one in survey.told]
    read = [(_row(one, "; ".join(map(str.strip, said))), said) for one, said in zip(survey.told, lines, strict=True)]
    empty = dict.fromkeys(KEYS, "") | dict.fromkeys(("phrases", "events", "unresolved"), 0)
    skipped: list[tuple[dict[str, Any], list[str]]] = [
        (empty | {"file": one.path, "record": one.record, "status": "skipped", "reason": one.why}, []) for one in survey.skipped
    ]
    return sorted([*read, *skipped], key=lambda pair: (pair[0]["file"], len(pair[0]["record"]), pair[0]["record"]))


def _row(told: Told, reason: str) -> dict[str, Any]:
    article, fates = told.article, [finding.fate for finding in told.findings]
    published = article.published
    return {
        "file": file_of(article.path),
        "record": article.record,
        "status": "read",
        "reason": reason,
        "title": article.title,
        "published": "" if published is None else iso_day(published.day),
        "rung": "" if published is None else published.rung,
        "evidence": "" if published is None else published.evidence,
        "language": article.language,
        "phrases": len(fates),
        "events": fates.count("event"),
        "unresolved": fates.count("unresolved"),
    }


def _undated(told: Told, newest: Article | None, spoken: Spoken) -> list[str]:
    if told.article.published is not None:
        return []
    return [*bracket(told, newest).lines(), *(line for echo in echoes(told, spoken) for line in echo.lines())]


def table(survey: Survey) -> Iterator[str]:
    """The rows as lines of text: what was read, what should be known of it, what was skipped, and the sum."""
    pairs = _rows(survey)
    found = [row for row, _ in pairs]
    lines = [said for row, said in pairs if row["status"] == "read"]
    read = [row for row in found if row["status"] == "read"]
    cells = [_HEADS, *(_cells(row) for row in read)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADS))]
    for said, line in zip([[], *lines], cells, strict=True):
        if read:
            yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        yield from (f"    {part}" for part in said)
    for row in found:
        if row["status"] == "skipped":
            yield f"skipped  {_place(row)}: {row['reason']}"
    for warning in survey.warnings:
        yield f"warning  {warning}"
    yield f"{len(found)} found = {len(read)} read + {len(found) - len(read)} skipped"


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    how = f"{row['rung']} “{row['evidence']}”" if row["rung"] else "–"
    counts = (str(row[key]) for key in ("phrases", "events", "unresolved"))
    return (_place(row), row["published"] or "–", _cut(how), row["language"] or "–", *counts, _cut(row["title"]))


def _place(row: dict[str, Any]) -> str:
    return place_of(row["file"], row["record"])


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
