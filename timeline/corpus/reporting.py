"""Reports linked to what they tell of, a stretch of time at a time: what `reports.link` makes of all at once."""

from __future__ import annotations

from typing import Any

from timeline.columns import TEXT, Schema, packed
from timeline.corpus.folder import database
from timeline.corpus.rows import unpacked_event
from timeline.corpus.steps import Files, Steps, Task, numbered
from timeline.corpus.words import known_words
from timeline.duck import rows_of
from timeline.model import PLANNED, REPORT, Event
from timeline.passages import Spoken
from timeline.reports import AFTER, LONGEST, elsewhere, may_report
from timeline.verdict import length

_TOGETHER = 2_000  # reports that one task has: with them it holds all events of their weeks
_SAID: Schema = {"event": TEXT, "report": TEXT}
_COLUMNS = 'place, id, event, first_day, last_day, "end", published, article, passages, introduces'


def report(steps: Steps) -> None:
    """Link the events that are joined: `linked` has, for each event that is reported, the earliest report of it."""
    joined, reports = steps.path("joined"), steps.path("reports")
    told = f"SELECT {_COLUMNS} FROM '{joined}' WHERE kind = '{REPORT}'"
    steps.table("reports", numbered("number", told, "last_day, place"))
    count = int(steps.one(f"SELECT count(*) FROM '{reports}'"))
    steps.run(look_elsewhere, ("said",), steps.tasks(count, min(steps.rows, _TOGETHER)))
    steps.table(
        "linked",
        f"""
        WITH homes AS (
          SELECT unnest(sources) AS source, id, status, first_day FROM '{joined}' WHERE kind <> '{REPORT}'),
        introduced AS (
          SELECT homes.id, reports.id AS report
          FROM (SELECT id, last_day, unnest(introduces) AS source FROM '{reports}') reports JOIN homes USING (source)
          WHERE status = '{PLANNED}' OR (last_day IS NOT NULL AND (first_day IS NULL OR first_day <= last_day))),
        pairs AS (SELECT id, report FROM introduced UNION SELECT event, report FROM '{steps.path("said")}'),
        ranked AS (
          SELECT pairs.id, pairs.report, row_number() OVER (
            PARTITION BY pairs.id ORDER BY coalesce("end", 0), coalesce(published, '~'), article, place) AS number
          FROM pairs JOIN '{reports}' reports ON reports.id = pairs.report)
        SELECT ranked.id, reports.event AS report
        FROM ranked JOIN '{reports}' reports ON reports.id = ranked.report WHERE ranked.number = 1 ORDER BY ranked.id""",
    )


def look_elsewhere(task: Task) -> Files:
    """Of which events of other articles some reports tell."""
    rows: set[tuple[str, str]] = set()
    with database(task.work) as found:
        query = f"""
            SELECT event, passages FROM '{task.path("reports")}'
            WHERE number >= {task.first} AND number < {task.last} ORDER BY number"""
        reports = [(unpacked_event(event), passages) for event, passages in rows_of(found.execute(query))]
        days = [one.date.last_day for one, _ in reports if one.date.last_day is not None and length(one.date) <= LONGEST]
        if days:
            spoken = Spoken(_between(found, task, min(days) - LONGEST - AFTER, max(days)), known_words(task, "spoken_of"))
            for one, passages in reports:
                for event in (event for passage in passages for event in elsewhere(one, passage, spoken)):
                    if may_report(one, event):
                        rows.add((event.sources[0].id, one.sources[0].id))
    return {"said": packed(_SAID, sorted(rows))}


def _between(found: Any, task: Task, first: int, last: int) -> list[Event]:
    """The events that may be spoken of and began between two days."""
    query = f"""
        SELECT event FROM '{task.path("joined")}'
        WHERE spoken AND first_day BETWEEN {first} AND {last} ORDER BY place"""
    return [unpacked_event(event) for (event,) in rows_of(found.execute(query))]
