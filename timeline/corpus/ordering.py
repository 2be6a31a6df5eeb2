"""Tellings put into the order in which they are compared. They are never sorted in one place.

Their ranks are made of keys alone. Each part is written in that order, and whoever puts a stretch together takes its rows from
every part: where there are many, from wider stretches, each of some of the parts; else each stretch would open them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.columns import FLAG, TEXT, WHOLE, Schema, packed_rows
from timeline.corpus.folder import database
from timeline.corpus.gather import GROUP
from timeline.corpus.steps import Files, Steps, Task, numbered
from timeline.corpus.words import fetched
from timeline.duck import name_of

KEYS: Schema = {
    "task": WHOLE,
    "article": TEXT,
    "published": TEXT,
    "number": WHOLE,
    "long": FLAG,
    "start": WHOLE,
    "end": WHOLE,
}
"""What the order of a telling hangs on; `task` is the number of the task that has it."""


def rank(steps: Steps) -> None:
    """For each telling of each task its place in order of publication, and its rank, by which it is compared: `ranks`."""
    told = f"""
        SELECT keys.*, coalesce(copies.origin, '') AS origin
        FROM '{steps.path("keys")}' keys LEFT JOIN '{steps.path("copies")}' copies ON article = path"""
    placed = numbered("place", told, "published IS NULL, coalesce(published, ''), article, number")
    ranked = numbered("rank", placed, 'long DESC, start NULLS FIRST, "end" NULLS LAST, place')
    steps.table("ranks", f"SELECT task, article, number, rank, place, origin FROM ({ranked}) ORDER BY task, article, number")


def ranks_of(task: Task) -> Sequence[tuple[int, int, str]]:
    """Rank, place and origin of each telling of a task, in order of articles and their numbers."""
    ranks = task.path("ranks")
    return fetched(f"SELECT rank, place, origin FROM '{ranks}' WHERE task = {task.number} ORDER BY article, number")


def put_in_order(steps: Steps, count: int, parts: int) -> None:
    """Put so many tellings, in so many files `ready`, into files `ordered` of one stretch of ranks each."""
    groups = list(batched([f"ready/{part:06}" for part in range(parts)], steps.files))
    tasks = steps.tasks(count)
    if len(groups) == 1:
        steps.run(take, ("ordered",), (replace(task, files=groups[0]) for task in tasks))
        return
    wide = steps.rows * len(groups)  # so a wide stretch has about as many rows of a group as a stretch has of all
    steps.run(take_wide, ("wide",), _wide(steps, count, wide, groups))
    steps.run(take, ("ordered",), (replace(task, files=(f"wide/{(task.first - 1) // wide:06}-*",)) for task in tasks))


def _wide(steps: Steps, count: int, wide: int, groups: Sequence[tuple[str, ...]]) -> Iterator[Task]:
    for task in steps.tasks(count, wide):
        for number, files in enumerate(groups):
            yield replace(task, files=files, name=f"{task.number:06}-{number:06}")


def take(task: Task) -> Files:
    """The tellings of a stretch, from all the files that have some."""
    return {"ordered": _taken(task)}


def take_wide(task: Task) -> Files:
    """The tellings of a wide stretch, from a group of parts."""
    return {"wide": _taken(task)}


def _taken(task: Task) -> bytes:
    steps = name_of(task.work / "steps")
    query = "FROM read_parquet($1) WHERE rank >= $2 AND rank < $3 ORDER BY rank"
    with database(task.work) as found:
        values = [f"{steps}/{file}.parquet" for file in task.files], task.first, task.last
        return packed_rows(found.sql(query, params=list(values)), GROUP)


def batched(names: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Names in groups of a size.

    >>> list(batched(["a", "b", "c"], 2))
    [('a', 'b'), ('c',)]
    """
    return (tuple(names[at : at + size]) for at in range(0, len(names), size))
