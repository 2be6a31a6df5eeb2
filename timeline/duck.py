"""DuckDB as all that reads Parquet uses it: in the memory, and nothing is fetched. It is imported when it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PATTERN = re.compile(r"([\[*?])")
_AT_A_TIME = 1_000


def connect(**settings: Any) -> DuckDBPyConnection:
    """A database in the memory, with one thread if nothing else is said. Raises ImportError where DuckDB is not installed.

    >>> with connect() as found:
    ...     list(rows_of(found.execute("SELECT 1, 'one'")))
    [(1, 'one')]
    """
    import duckdb

    quiet = {"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}
    database = duckdb.connect(config=quiet | settings)
    database.execute("SET enable_progress_bar_print = false")  # it would draw over what we say
    return database


def name_of(path: Path) -> str:
    """A path as a query takes it, which would take it for a pattern.

    >>> name_of(Path("what?/[1].parquet"))
    'what[?]/[[]1].parquet'
    """
    return _PATTERN.sub(r"[\1]", str(path))


def dicts_of(found: DuckDBPyConnection) -> list[dict[str, Any]]:
    """All rows that a query gives, by the names of its columns.

    >>> with connect() as found:
    ...     dicts_of(found.execute("SELECT 1 AS number, 'one' AS word"))
    [{'number': 1, 'word': 'one'}]
    """
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in rows_of(found)]


def rows_of(found: DuckDBPyConnection, at_a_time: int = _AT_A_TIME) -> Iterator[Sequence[Any]]:
    """The rows that a query gives, some at a time."""
    while some := found.fetchmany(at_a_time):
        yield from some
