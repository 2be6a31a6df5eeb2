"""What a build asks of its database takes little memory, or is given more; it never ends in a fault of ours, nor talks."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from timeline.corpus.folder import database, with_more_memory
from timeline.corpus.steps import numbered
from timeline.errors import TimelineError

ROWS = "SELECT (range * 7919) % 300000 AS number, repeat(md5(range::VARCHAR), 6) AS text FROM range(300000)"  # 58 MB


def test_a_query_that_needs_more_memory_is_given_more_up_to_a_limit(tmp_path: Path) -> None:
    query = f"COPY ({numbered('rank', ROWS, 'number')}) TO '{tmp_path}/rows.parquet' (FORMAT parquet, ROW_GROUP_SIZE 4096)"
    with database(tmp_path) as found:
        found.execute("SET memory_limit = '30MB'")
        with pytest.raises(duckdb.OutOfMemoryException):
            found.execute(query)
        with pytest.raises(TimelineError, match="a step behind the reading needs more than 30 MB of memory"):
            with_more_memory(found, query, most=30)
        with_more_memory(found, query)
        told = found.execute(f"SELECT count(*), bool_and(rank = number + 1) FROM '{tmp_path}/rows.parquet'")
        assert told.fetchone() == (300_000, True)


def test_a_query_that_takes_long_draws_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with database() as found:
        found.execute("SET progress_bar_time = 0")
        assert found.execute("SELECT count(DISTINCT hash(range)) FROM range(1000000)").fetchall() == [(1_000_000,)]
    assert capfd.readouterr() == ("", "")
