"""Large files of many articles, cut into runs of records while they are read as streams: JSON lines, web archives, Parquet.

A run holds the bytes of its records, so that whoever works it off needs neither the file nor what stands before the run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from timeline.articles.formats import suffix_of
from timeline.articles.source import Source, position
from timeline.errors import ArticleError

LARGE = 1_000_000  # bytes on the disk: smaller files are read whole
_RUN = 1_000_000  # bytes of a run
_RECORDS = 250  # of a run at most
_WIDEST = 4  # bytes of a character
_LONGEST_HEADER = 65_536
_PIECE = 65_536
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)


class Run(NamedTuple):
    """Some records of a file: how they are to be read, how many stand before them, and their bytes, each record's own.

    `at` is how far in the file they reach, in bytes on the disk.
    """

    suffix: str
    before: int
    records: tuple[bytes, ...]
    at: int


def runs(source: Source) -> Iterator[Run] | None:
    """The runs of a large file; None for one that is read whole. Raises ArticleError where it cannot be read."""
    if source.size() <= LARGE:
        return None
    suffix = suffix_of(source)
    records = _CUTS.get(suffix)
    if records is None or (suffix == ".jsonl" and not _has_lines(source.head())):
        return None
    return _gathered(records(source), ".jsonl" if suffix in (".ndjson", ".parquet") else suffix)


def _has_lines(head: bytes) -> bool:
    """Whether lines end as bytes tell: not in UTF-16, and not where there are carriage returns alone."""
    return b"\0" not in head and (b"\n" in head or b"\r" not in head)


def _gathered(records: Iterator[tuple[bytes, int]], suffix: str) -> Iterator[Run]:
    """Records put together until there are enough of them; those before a break are given before it is raised."""
    run: list[bytes] = []
    size, before, at = 0, 0, 0
    broken: ArticleError | None = None
    try:
        for record, at in records:
            run.append(record)
            size += len(record)
            if size >= _RUN or len(run) >= _RECORDS:
                yield Run(suffix, before, tuple(run), at)
                before += len(run)
                run, size = [], 0
    except ArticleError as error:
        broken = error
    if run:
        yield Run(suffix, before, tuple(run), at)
    if broken is not None:
        raise broken


def _lines(source: Source) -> Iterator[tuple[bytes, int]]:
    """The lines of a file; one that is too long for an article is cut off there, which its reader will see."""
    longest = _WIDEST * (source.settings.largest + 1)
    with source.open() as stream:
        while line := stream.readline(longest):
            if len(line) == longest and not line.endswith(b"\n"):
                while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
                    pass
                line += b"\n"
            yield line, position(stream)


def _rows(source: Source) -> Iterator[tuple[bytes, int]]:
    """The rows of a Parquet file, as lines of JSON."""
    from timeline.articles.parquet import rows

    for row in rows(source):
        yield (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace"), 0


def _pages(source: Source) -> Iterator[tuple[bytes, int]]:
    """The records of a web archive, as they are. What is broken is the last, and nothing behind it: its reader says so."""
    most = source.settings.largest + _PIECE  # of a page that is larger, enough for its reader to see that
    with source.open() as stream:
        while head := _header(stream):
            told = _LENGTH.search(head)
            if told is None:
                yield head + stream.read(_PIECE), position(stream)
                return
            length = int(told[1])
            content = stream.read(min(length, most))
            if length > most:
                head = _LENGTH.sub(b"Content-Length: %d" % most, head, count=1)
                _pass_over(stream, length - most)
            yield head + content + b"\r\n\r\n", position(stream)


def _header(stream: BinaryIO) -> bytes:
    """The lines up to the first empty one, without empty ones before them; nothing at the end of the archive."""
    lines = b""
    while line := stream.readline(_PIECE):
        if line.strip():
            lines += line
        elif lines:
            return lines + line
        if len(lines) > _LONGEST_HEADER:
            return lines
    return lines


def _pass_over(stream: BinaryIO, length: int) -> None:
    while length > 0 and (piece := stream.read(min(length, _PIECE))):
        length -= len(piece)


_CUTS: dict[str, Callable[[Source], Iterator[tuple[bytes, int]]]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".parquet": _rows,
    ".warc": _pages,
}
