"""The parts that people read: events in order of their dates, and the account of every article."""

from __future__ import annotations

import json
from typing import Any

from timeline.columns import packed
from timeline.copies import independent
from timeline.corpus.folder import READ, database
from timeline.corpus.gather import gathered, number
from timeline.corpus.reporting import carry
from timeline.corpus.rows import ARTICLES, EVENTS, unpacked_event
from timeline.corpus.steps import Files, Steps, Task
from timeline.duck import rows_of
from timeline.importance import of_event
from timeline.model import Event, Source
from timeline.notation import date_text, edtf, precision
from timeline.reports import linked
from timeline.survey import same_text

EVENT_ROWS = 20_000  # of one part: they are made in one memory


def write_events(steps: Steps, reports: int) -> int:
    """Write the events, as the files `events`, with what so many reports tell of them; gives how many there are."""
    count = number(steps, "joined", "first_day", ["id"])
    carry(steps, reports)
    steps.run(event_rows, ("events",), steps.tasks(count, EVENT_ROWS))
    return count


def event_rows(task: Task) -> Files:
    """One part of the events."""
    own = f"number >= {task.first} AND number < {task.last}"
    with database(task.work) as found:
        query = f"SELECT number, report FROM '{task.path('carried')}' WHERE {own}"
        carried: dict[int, str] = dict(found.execute(query).fetchall())
        rows = []
        for place, told, evidence in gathered(found, task, "joined", "first_day", "event, evidence"):
            reports = [unpacked_event(carried[place])] if place in carried else []
            rows.append(_event(linked(unpacked_event(told), reports), *json.loads(evidence)))
    return {"events": packed(EVENTS, rows)}


def _event(event: Event, evidence: dict[str, list[Any]], origins: dict[str, str]) -> tuple[Any, ...]:
    """A row of EVENTS."""
    told_by = len(independent([source.article for source in event.sources], origins))
    return (
        event.sources[0].id,
        date_text(event.date),
        edtf(event.date),
        *event.date.days(),
        precision(event.date),
        event.status,
        event.kind,
        event.title,
        *(event.people, event.places, event.organizations),
        event.reported_by,
        round(of_event(event, origins), 6),
        told_by,
        [_source(source, evidence[source.id]) for source in event.sources],
    )


def _source(source: Source, evidence: list[Any]) -> dict[str, Any]:
    start, end, sentence_start, sentence_end, reason, lead = evidence
    return {
        "id": source.id,
        "article": source.article,
        "published": source.published,
        "start": start,
        "end": end,
        "sentence_start": sentence_start,
        "sentence_end": sentence_end,
        "sentence": source.sentence,
        "phrase": source.phrase,
        "date": source.date,
        "reason": reason,
        "lead": lead,
    }


# ---------------------------------------------------------------- the account


def write_articles(steps: Steps, shards: list[str]) -> None:
    """Write the account of every article, as the files `articles`: one for each shard."""
    tasks = [Task(number, steps.folder.work, files=(shard,), name=shard) for number, shard in enumerate(shards)]
    steps.run(article_rows, ("articles",), tasks)


def article_rows(task: Task) -> Files:
    """The account of one shard, with what only all articles together tell."""
    own = [name for name in ARTICLES if name not in ("origin", "skipped")]
    columns = ", ".join(f'r."{name}"' for name in own)
    lost, copies = task.path("lost"), task.path("copies")
    query = f"""
        SELECT {columns}, coalesce(copies.origin, '') AS origin, r.skipped, lost.winner, lost.day
        FROM read_parquet($1) r LEFT JOIN '{lost}' lost USING (path) LEFT JOIN '{copies}' copies USING (path)
        ORDER BY r.place, r.path"""
    rows = []
    with database(task.work) as found:
        for values in rows_of(found.execute(query, [task.parts(READ)])):
            row = dict(zip([*own, "origin", "skipped", "winner", "day"], values, strict=True))
            if row["winner"] is not None:
                row |= _lost(row)
            rows.append(tuple(row[name] for name in ARTICLES))
    return {"articles": packed(ARTICLES, rows)}


def _lost(row: dict[str, Any]) -> dict[str, Any]:
    """An article with the same text as another: its events are those of the other, so it counts as skipped."""
    nothing = {"in_events": 0, "unresolved": 0, "no_events": 0, "without": 0, "phrases": [], "text": ""}
    return nothing | {"skipped": same_text(row["winner"], row["published"], row["day"])}
