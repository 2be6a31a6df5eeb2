"""Columns of a Parquet file from lists of plain values. The same values give the same bytes on every run."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import IO, Any

# The kinds of columns, by the name of Arrow's type: a schema is a table of these.
TEXT, LONG_TEXT, WHOLE, SMALL, REAL, FLAG, DAY = "utf8", "large_utf8", "int64", "int32", "float64", "bool", "date32"
TEXTS, WHOLES = "list<utf8>", "list<int64>"
Schema = Mapping[str, Any]
TOGETHER = 20_000  # rows in a group


def column(kind: Any, values: Sequence[Any]) -> Any:
    """One column; a day is a number of days since 1970. A kind that is a mapping is a list of structs with such fields."""
    from arro3.core import Array, DataType

    if isinstance(kind, Mapping):
        flat = [one for value in values for one in value]
        return lists(values, structs({name: column(of, [one[name] for one in flat]) for name, of in kind.items()}))
    if kind in (TEXTS, WHOLES):
        return lists(values, column(TEXT if kind == TEXTS else WHOLE, [one for value in values for one in value]))
    if kind == DAY:
        return Array(list(values), type=DataType.int32()).cast(DataType.date32())
    return Array(list(values), type=getattr(DataType, kind)())


def lists(values: Sequence[Sequence[Any]], items: Any) -> Any:
    """A column of lists, from all their items one after the other."""
    from arro3.core import Array, DataType, list_array

    offsets = Array([0, *accumulate(map(len, values))], type=DataType.int32())
    return list_array(offsets, items)


def structs(columns: Mapping[str, Any]) -> Any:
    """A column of structs, from a column for each of their fields."""
    from arro3.core import Field, struct_array

    fields = [Field(name, one.type, nullable=True) for name, one in columns.items()]
    return struct_array(list(columns.values()), fields=fields)


def table(schema: Schema, rows: Sequence[Sequence[Any]]) -> Any:
    """A table of rows that have their values in the order of the schema."""
    from arro3.core import Table

    by_column = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    return Table.from_pydict({name: column(kind, values) for (name, kind), values in zip(schema.items(), by_column, strict=True)})


def write(data: Any, stream: IO[bytes], together: int = TOGETHER) -> None:
    """Write a table as Parquet, packed, so many rows in a group; nothing in it tells when or where that was."""
    from arro3.io import write_parquet

    write_parquet(data, stream, compression="zstd(3)", created_by="article-timeline", max_row_group_size=together)


def packed(schema: Schema, rows: Sequence[Sequence[Any]], together: int = TOGETHER) -> bytes:
    """A Parquet file of the rows, so many in a group: who reads a part of them unpacks the groups that it lies in.

    >>> packed({"day": DAY, "names": TEXTS}, [(18391, ["Ada"]), (None, [])])[:4]
    b'PAR1'
    """
    out = io.BytesIO()
    write(table(schema, rows), out, together)
    return out.getvalue()


def packed_rows(rows: Any, together: int = TOGETHER) -> bytes:
    """The same of rows that come from elsewhere, as Arrow hands them on."""
    from arro3.core import Table

    out = io.BytesIO()
    write(Table.from_arrow(rows), out, together)
    return out.getvalue()
