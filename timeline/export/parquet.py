"""Parquet: the events of JSON as a table for data frames. Dates are texts, so that years BC and open ends stay what they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, Any

from timeline.columns import FLAG, LONG_TEXT, column, lists, structs
from timeline.export.exact import OWN
from timeline.export.selection import Selection
from timeline.export.whole import KEYS, SOURCE_KEYS, whole

_LISTS = ("people", "places", "organizations", "tags")
_FLAGS = ("reviewed", "split")


def write(selection: Selection, stream: IO[bytes]) -> list[str]:
    """Write a column a key; `sources` is a list of structs, `pinned` and a person's own keys (`x`) are JSON."""
    from arro3.core import Table
    from arro3.io import write_parquet

    rows = [whole(entry) for entry in selection.entries]
    columns = {key: _column(key, [row[key] for row in rows]) for key in KEYS}
    columns[OWN] = _texts([json.dumps({k: v for k, v in row.items() if k not in KEYS}, ensure_ascii=False) for row in rows])
    write_parquet(Table.from_pydict(columns), stream)
    return []


def _column(key: str, values: Sequence[Any]) -> Any:
    if key in _FLAGS:
        return column(FLAG, values)
    if key in _LISTS:
        return lists(values, _texts([one for value in values for one in value]))
    if key == "sources":
        return lists(values, _sources([one for value in values for one in value]))
    return _texts([json.dumps(value) if key == "pinned" else value for value in values])


def _texts(values: Sequence[str | None]) -> Any:
    return column(LONG_TEXT, values)


def _sources(sources: Sequence[dict[str, Any]]) -> Any:
    own = [json.dumps({k: v for k, v in one.items() if k not in SOURCE_KEYS}, ensure_ascii=False) for one in sources]
    return structs({key: _texts([one[key] for one in sources]) for key in SOURCE_KEYS} | {OWN: _texts(own)})
