"""Reads Parquet: one article a row, some rows at a time. The place of a record is the number of its row, from 1."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from timeline.articles.draft import Draft, Unread
from timeline.articles.records import draft_of, no_text_column, text_column
from timeline.articles.source import Source
from timeline.duck import connect, name_of, rows_of
from timeline.errors import ArticleError

_ROWS = 256  # at a time


def read(source: Source) -> Iterator[Draft | Unread]:
    """The articles of a Parquet file, by the names of its columns as in any table. Raises ArticleError without DuckDB."""
    for number, row in enumerate(rows(source), 1):
        yield draft_of(row, str(number), source.settings)


def rows(source: Source) -> Iterator[dict[str, Any]]:
    """The rows, as a line of JSON would tell them. Raises ArticleError where there is no column of texts."""
    try:
        import duckdb
    except ImportError:
        raise ArticleError(
            "Parquet is read with DuckDB, which is not installed: pip install 'article-timeline[corpus]'"
        ) from None
    if not source.head().startswith(b"PAR1"):
        raise ArticleError("no Parquet: its first bytes are others")
    try:
        with source.place() as place, connect() as database:
            path = name_of(place)
            columns = database.execute("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))", [path])
            kinds = dict(columns.fetchall())
            names = list(kinds)
            found = database.execute(f"SELECT {', '.join(_taken(*one) for one in kinds.items())} FROM read_parquet(?)", [path])
            if not text_column(names, source.settings):
                raise ArticleError(no_text_column(names))
            for values in rows_of(found, _ROWS):
                yield {name: _plain(value) for name, value in zip(names, values, strict=True)}
    except duckdb.Error as error:
        raise ArticleError(f"no Parquet that can be read: {str(error).splitlines()[0][:200]}") from None


def _taken(name: str, kind: str) -> str:
    """A column as a query names it; hours of a time zone are told in UTC, as in every other table."""
    quoted = '"' + name.replace('"', '""') + '"'
    return f"make_timestamp(epoch_us({quoted}))" if kind == "TIMESTAMP WITH TIME ZONE" else quoted


def _plain(value: Any) -> Any:
    """A value as JSON has it; a day and an hour as people write them."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)
