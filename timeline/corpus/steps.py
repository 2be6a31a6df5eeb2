"""Steps of a build behind the reading: each runs a function over numbered pieces of work, which give Parquet files.

A function is handed a Task and gives files by the name of what they hold; they come to lie in a folder of that name, one a
task. What the steps do to one another's files in between is SQL.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.atomic import write_beside
from timeline.corpus.engine import Engine, Failure
from timeline.corpus.folder import Folder, database, files_in, part_of, scratch_of, with_more_memory
from timeline.duck import name_of
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS = 10_000  # rows that a task has, about
FILES = 64  # files that it opens where it need not look into all


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work of a step: the rows from `first` up to `last`, or some files; `name` is that of its own files."""

    number: int
    work: Path
    first: int = 0
    last: int = 0
    files: tuple[str, ...] = ()
    name: str = ""

    def path(self, kind: str) -> str:
        """All files of a kind, as SQL names them."""
        return files_in(scratch_of(self.work, kind))

    def stamp(self, kind: str) -> int:
        """What changes when a table is made anew."""
        return table_of(self.work, kind).stat().st_mtime_ns

    def holding(self, kind: str, numbers: Iterable[int]) -> list[str]:
        """The files of a kind that hold the rows of these numbers, where each holds those of one task like this."""
        files = sorted({(number - 1) // (self.last - self.first) for number in numbers})
        return [name_of(scratch_of(self.work, kind) / _file_name(file)) for file in files]

    def parts(self, kind: str) -> list[str]:
        """The parts of its shards, as a query takes a list of them."""
        return [name_of(part_of(self.work, kind, shard)) for shard in self.files]


Files = Mapping[str, bytes]


class Steps:
    """The steps of one build: its folder, its engine, and a database."""

    def __init__(self, folder: Folder, engine: Engine, rows: int = ROWS, files: int = FILES) -> None:
        self.folder, self.engine, self.rows, self.files = folder, engine, rows, files
        self.database = database(folder.work, max(1, min(engine.workers, os.cpu_count() or 1)))

    def run(self, function: Callable[[Task], Files], kinds: Iterable[str], tasks: Iterable[Task]) -> None:
        """Run a step, whose functions give files of these kinds. Raises TimelineError where a task comes to nothing."""
        places = {kind: self.folder.scratch(kind) for kind in kinds}
        for task, files in self.engine.run(function, tasks):
            if isinstance(files, Failure):
                raise TimelineError(f"{self.folder.root}: {files.why}, in a step behind the reading; build again, it goes on")
            for kind, content in files.items():
                path = places[kind] / (f"{task.name}.parquet" if task.name else _file_name(task.number))
                write_beside(path, content).replace(path)

    def execute(self, query: str, values: Sequence[Any] = ()) -> DuckDBPyConnection:
        """Ask the database, which is given more memory where that is too little."""
        return with_more_memory(self.database, query, values)

    def table(self, kind: str, query: str) -> None:
        """Make a file of what a query gives, in its order."""
        self.folder.scratch(kind)
        place = table_of(self.folder.work, kind)
        self.execute(f"COPY ({query}) TO '{_quoted(place)}' (FORMAT parquet, ROW_GROUP_SIZE 8192)")

    def path(self, kind: str) -> str:
        """All files of a kind, as SQL names them."""
        return files_in(scratch_of(self.folder.work, kind))

    def row(self, query: str) -> tuple[Any, ...]:
        """The one row that a query gives."""
        return self.execute(query).fetchall()[0]

    def one(self, query: str) -> Any:
        """The one value that a query gives."""
        return self.row(query)[0]

    def tasks(self, count: int, at_once: int = 0) -> Iterator[Task]:
        """Tasks over so many rows, which are numbered from 1; `at_once` of them each, if that is no step like the others."""
        rows = at_once or self.rows
        for number, first in enumerate(range(1, max(count, 1) + 1, rows)):
            yield Task(number, self.folder.work, first, first + rows)


def numbered(name: str, query: str, order: str) -> str:
    """A query with a number for each row, in an order. A window that sorts by itself would hold all rows in the memory."""
    return f"SELECT row_number() OVER () AS {name}, * FROM (FROM ({query}) ORDER BY {order})"


def table_of(work: Path, kind: str) -> Path:
    """Where the one file of a table lies."""
    return scratch_of(work, kind) / _file_name(0)


def _file_name(number: int) -> str:
    return f"{number:06}.parquet"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
