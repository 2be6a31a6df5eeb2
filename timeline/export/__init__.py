"""Exports: one format a file, each with `write(entries, stream) -> int`, named here by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.entries import Entry

Write = Callable[[Iterable["Entry"], TextIO], int]

FORMATS = {".csv": "csv"}


def writer(ending: str) -> Write:
    """The function that writes the format of an ending. Raises UsageError where none does.

    >>> writer(".pdf")
    Traceback (most recent call last):
    timeline.errors.UsageError: no export for '.pdf': the formats are .csv
    """
    name = FORMATS.get(ending.lower())
    if name is None:
        raise UsageError(f"no export for '{ending}': the formats are {', '.join(FORMATS)}")
    write: Write = import_module(f"timeline.export.{name}").write
    return write
