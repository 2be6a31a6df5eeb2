"""Reports linked to what they tell of, a stretch of time at a time: what `reports.link` makes of all at once."""

from __future__ import annotations

from typing import Any

from timeline.columns import TEXT, WHOLE, Schema, packed
from timeline.corpus.folder import database
from timeline.corpus.gather import GROUP, gathered, number
from timeline.corpus.rows import unpacked_event
from timeline.corpus.steps import Files, Steps, Task
from timeline.corpus.words import known_words
from timeline.duck import rows_of
from timeline.model import PLANNED, REPORT, Event
from timeline.passages import Spoken
from timeline.reports import AFTER, LONGEST, elsewhere, may_report
from timeline.verdict import length

_TOGETHER = 2_000  # reports that one task has: with them it holds all events of their weeks
_SAID: Schema = {"event": TEXT, "report": TEXT}
_CARRIED: Schema = {"number": WHOLE, "report": TEXT}


def report(steps: Steps) -> int:
    """Link the events that are joined: `linked` has, for each event that is reported, the earliest report of it.

    Gives how many reports there are.
    """
    joined, reports = steps.path("joined"), steps.path("reports")
    count = number(steps, "reports", "last_day", ["place"])
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
        SELECT id, report FROM ranked WHERE number = 1 ORDER BY id""",
    )
    return count


def carry(steps: Steps, count: int) -> None:
    """Bring each of so many reports to the events that it tells of, which are numbered: the files `carried`."""
    steps.table(
        "carrying",
        f"""
        SELECT reports.number AS report, events.number FROM '{steps.path("linked")}' linked
        JOIN '{steps.path("joined_order")}' events USING (id)
        JOIN '{steps.path("reports_order")}' reports ON reports.id = linked.report ORDER BY report, events.number""",
    )
    steps.run(bring, ("carried",), steps.tasks(count))


def bring(task: Task) -> Files:
    """Some reports, each for every event that it tells of."""
    own = f"report >= {task.first} AND report < {task.last}"
    to: dict[int, list[int]] = {}
    with database(task.work) as found:
        for report, event in rows_of(found.execute(f"SELECT report, number FROM '{task.path('carrying')}' WHERE {own}")):
            to.setdefault(report, []).append(event)
        told = gathered(found, task, "reports", "last_day", "event")
        rows = [(event, content) for report, content in told for event in to.get(report, ())]
    return {"carried": packed(_CARRIED, sorted(rows), GROUP)}


def look_elsewhere(task: Task) -> Files:
    """Of which events of other articles some reports tell."""
    rows: set[tuple[str, str]] = set()
    with database(task.work) as found:
        told = gathered(found, task, "reports", "last_day", "event, passages")
        reports = [(unpacked_event(event), passages) for _, event, passages in told]
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
