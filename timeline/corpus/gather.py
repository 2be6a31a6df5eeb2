"""Rows numbered in an order, and a stretch of them gathered from the files that have them. They are never sorted in one place.

Only keys are: a day and what else the order hangs on. Each file is in order of its days itself, so that no more of it is read
than the days of a stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from timeline.corpus.steps import Steps, Task, numbered
from timeline.duck import name_of, rows_of

GROUP = 500  # rows of a file that are unpacked together: who takes a stretch reads little more than it


def number(steps: Steps, kind: str, day: str, keys: Sequence[str]) -> int:
    """Number the rows of all files of a kind, in order of a day (those without one first), then of other keys.

    The table `KIND_order` has number, id and day of each; gives how many there are. Files have to be in order of the day.
    """
    path, order = steps.path(kind), ", ".join(keys)
    told = f"SELECT {', '.join(dict.fromkeys(['id', *keys]))}, {day} AS day FROM '{path}'"
    ordered = numbered("number", told, f"day NULLS FIRST, {order}")
    steps.table(f"{kind}_order", f"SELECT number, id, day FROM ({ordered})")
    steps.table(
        f"{kind}_spans",
        f"""
        SELECT filename AS file, min({day}) AS first, max({day}) AS last, bool_or({day} IS NULL) AS undated
        FROM read_parquet('{path}', filename = true) GROUP BY filename ORDER BY filename""",
    )
    return int(steps.one(f"SELECT count(*) FROM '{steps.path(f'{kind}_order')}'"))


def gathered(found: Any, task: Task, kind: str, day: str, columns: str) -> Iterator[Sequence[Any]]:
    """The rows of a kind whose numbers are those of a task, in order: number, columns."""
    own = f"FROM '{task.path(f'{kind}_order')}' WHERE number >= {task.first} AND number < {task.last}"
    first, last, undated = found.execute(f"SELECT min(day), max(day), bool_or(day IS NULL) {own}").fetchone()
    spans = (
        f"SELECT file FROM '{task.path(f'{kind}_spans')}' WHERE (first <= $2 AND last >= $1) OR (undated AND $3) ORDER BY file"
    )
    files = [name_of(Path(file)) for (file,) in found.execute(spans, [first, last, bool(undated)]).fetchall()]
    if files:
        near = f"({day} >= $1 AND {day} <= $2)" + (f" OR {day} IS NULL" if undated else "")
        query = f"""
            SELECT own.number, {columns} FROM read_parquet($3) told JOIN (SELECT number, id {own}) own USING (id)
            WHERE {near} ORDER BY own.number"""
        yield from rows_of(found.execute(query, [first, last, files]))
