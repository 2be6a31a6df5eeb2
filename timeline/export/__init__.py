"""Exports: one format a file, each with `write(selection, stream) -> notes`, named here.

`selection.py` says what is exported, `whole.py` what an event is for machines. A note is a line about what the
format cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.export.selection import Selection

Write = Callable[["Selection", IO[Any]], list[str]]


class Format(NamedTuple):
    """The ending of its files, its media type, and what it is called in a menu; `binary` ones are no text.

    `needs` is the library that it is written with, where that is installed only on request, as the extra of its name.
    """

    ending: str
    media: str
    label: str
    binary: bool = False
    needs: str = ""


FORMATS = {
    "csv": Format(".csv", "text/csv", "Table for spreadsheets"),
    "exact": Format(".exact.csv", "text/csv", "Table for programs"),
    "json": Format(".json", "application/json", "JSON"),
    "jsonl": Format(".jsonl", "application/jsonl", "JSON lines"),
    "parquet": Format(".parquet", "application/vnd.apache.parquet", "Parquet", binary=True, needs="arro3.io"),
    "ics": Format(".ics", "text/calendar", "Calendar"),
    "timelinejs": Format(".timelinejs.json", "application/json", "TimelineJS"),
    "md": Format(".md", "text/markdown", "Chronology, Markdown"),
    "docx": Format(
        ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Chronology, Word", binary=True
    ),
    "html": Format(".html", "text/html", "Web page to keep"),
    "svg": Format(".svg", "image/svg+xml", "Picture, SVG"),
    "png": Format(".png", "image/png", "Picture, PNG", binary=True, needs="resvg_py"),
}
"""By the name of the module that writes it."""


def named(file: str) -> str:
    """The format that the ending of a file's name tells. Raises UsageError where none does.

    >>> named("a/events.csv"), named("events.exact.csv")
    ('csv', 'exact')
    >>> named("out.pdf")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    timeline.errors.UsageError: no export for 'out.pdf': name the format with --format, or end it with .csv, .exact.csv, ...
    """
    fitting = [name for name, one in FORMATS.items() if file.lower().endswith(one.ending)]
    if not fitting:
        endings = ", ".join(one.ending for one in FORMATS.values())
        raise UsageError(f"no export for '{file}': name the format with --format, or end it with {endings}")
    return max(fitting, key=lambda name: len(FORMATS[name].ending))


def there(name: str) -> bool:
    """Whether the format can be written here."""
    needs = FORMATS[name].needs
    return not needs or find_spec(needs.partition(".")[0]) is not None


def writer(name: str) -> Write:
    """The function that writes a format. Raises UsageError where there is none, or its library is not installed.

    >>> writer("pdf")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    timeline.errors.UsageError: no format 'pdf': the formats are csv, exact, ...
    """
    if name not in FORMATS:
        raise UsageError(f"no format '{name}': the formats are {', '.join(FORMATS)}")
    if not there(name):
        raise UsageError(f"{name} needs a library that is not installed: pip install 'article-timeline[{name}]'")
    write: Write = import_module(f"timeline.export.{name}").write
    return write
