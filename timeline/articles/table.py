"""Reads tables, CSV and TSV: one article a row. The place of a record is the number of the line that its row begins in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from timeline.articles.columns import KNOWN, by_plain_name, found, plain_name
from timeline.articles.draft import Draft, Unread
from timeline.articles.lines import Line, lines
from timeline.articles.records import draft_of, no_text_column, text_column
from timeline.articles.settings import Settings
from timeline.articles.source import Source, too_large
from timeline.errors import ArticleError

_DELIMITERS = ",;\t|"
_MOST_LINES = 100_000  # of one row
_LOOKED_AT = 20  # rows, to tell which column holds the text
_MOST_OPEN = 20  # rows without a closing quote, before the table is given up
_TOLD = re.compile(r"sep=([^\s\x22]|\t)\s*$", re.IGNORECASE)  # a first line that Excel writes


def read(source: Source) -> Iterator[Draft | Unread]:
    """The articles of a table whose first row names the columns."""
    csv.field_size_limit(2**31 - 1)  # the module's own limit is 131,072 characters; Rows has that of an article
    rows = Rows(lines(source), source.settings.largest)
    header, delimiter = _header(rows, source.settings)
    if not text_column(header, source.settings):
        raise ArticleError(no_text_column(header, _longest(header, rows, delimiter)))
    while (row := rows.row(delimiter)) is not None:
        if isinstance(row, str):
            yield Unread(str(rows.first), row)
        elif any(cell.strip() for cell in row):
            yield _article(header, row, delimiter, rows, source.settings)


def _longest(header: list[str], rows: Rows, delimiter: str) -> dict[str, str]:
    """The longest value of each column in the first rows."""
    out: dict[str, str] = {}
    for _ in range(_LOOKED_AT):
        row = rows.row(delimiter)
        for name, cell in zip(header, row if isinstance(row, list) else [], strict=False):
            out[name] = max(out.get(name, ""), cell, key=len)
    return out


def _article(header: list[str], row: list[str], delimiter: str, rows: Rows, settings: Settings) -> Draft | Unread:
    notes = sorted(rows.notes)
    if any(cell.strip() for cell in row[len(header) :]):
        said = f"it has {len(row)} cells, and its table {len(header)} columns"
        if header[-1] not in found(by_plain_name(header), "text", settings.columns):
            return Unread(str(rows.first), f"{said}: put quotation marks around a cell that holds {delimiter!r}")
        row = [*row[: len(header) - 1], delimiter.join(row[len(header) - 1 :])]
        notes.append(f"{said}: the last ones are taken for one, {header[-1]!r}")
    record: dict[str, object] = {}
    for name, cell in zip(header, row, strict=False):
        record.setdefault(name, cell)
    return draft_of(record, str(rows.first), settings, note="; ".join(notes))


def _header(rows: Rows, settings: Settings) -> tuple[list[str], str]:
    """The names of the columns, and what stands between the cells: that which makes most names known ones."""
    while (line := rows.next_line()) is not None:
        if told := _TOLD.match(line):
            rows.begin()
            row = rows.row(told[1])
            return (row if isinstance(row, list) else []), told[1]
        if line.strip():
            break
        rows.begin()
    if line is None:
        raise ArticleError(rows.fault or "the table is empty")
    delimiter = best_delimiter(line, settings)
    rows.put_back()
    row = rows.row(delimiter)
    if not isinstance(row, list):
        raise ArticleError(f"line {rows.first}, which has to name the columns: {row}")
    return row, delimiter


def best_delimiter(line: str, settings: Settings) -> str:
    r"""What stands between the names of the columns.

    >>> best_delimiter("date;title, or headline;text\n", Settings())
    ';'
    """
    return max(_DELIMITERS, key=lambda mark: (known_columns(line, mark, settings), line.count(mark)))


def known_columns(line: str, delimiter: str, settings: Settings) -> int:
    """How many of the names in a header are known."""
    known = {name for names in KNOWN.values() for name in names.split()} | {plain_name(c) for c in settings.columns.values()}
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return 0
    return len({plain_name(cell) for cell in cells} & known)


class Rows:
    """The rows of a table from its lines, each within the limit of an article; a quote that nobody closes costs one row.

    `first` is the number of the line that the last row began in, `notes` what its lines say of themselves,
    `fault` why it could not be read.
    """

    def __init__(self, source: Iterator[Line], largest: int) -> None:
        self.first = 0
        self.fault = ""
        self.notes: set[str] = set()
        self._source = source
        self._largest = largest
        self._waiting: list[Line] = []  # read before, and to be read again; the next one last
        self._row: list[Line] = []  # those of the row that is being read
        self._size = 0
        self._open = 0  # rows so far whose quote nobody closed

    def row(self, delimiter: str) -> list[str] | str | None:
        """The cells of the next row; why it can't be read; None behind the last."""
        self.begin()
        try:
            row = next(csv.reader(iter(self.next_line, None), delimiter=delimiter), None)
        except csv.Error as error:
            return f"no row of a table: {error}"
        return self.fault or row

    def begin(self) -> None:
        """A row begins with the next line."""
        self._row, self._size, self.fault, self.notes = [], 0, "", set()

    def next_line(self) -> str | None:
        """The next line of the row; None where there is none, or where the row can't go on, and `fault` says why."""
        line = self._waiting.pop() if self._waiting else next(self._source, None)
        if line is None:
            if self._row:
                self._read_again()
            return None
        if not self._row:
            self.first = line.number
        self._row.append(line)
        self._size += len(line.text)
        if line.fault:
            self.fault = line.fault
            return None
        if self._size > self._largest or len(self._row) > _MOST_LINES:
            self._pass_over()
            return None
        if line.note:
            self.notes.add(line.note)
        return line.text

    def put_back(self) -> None:
        """The line that was read last is read again."""
        self._waiting.append(self._row.pop())

    def _read_again(self) -> None:
        """The row's first line is left out, the others are read again as rows of their own."""
        self.fault = "a quotation mark opens a cell in this row, and none closes it"
        self._open += 1
        if self._open > _MOST_OPEN:
            raise ArticleError(f"line {self.first}: its quotation marks don't close: all from there on is left out")
        self._waiting += reversed(self._row[1:])

    def _pass_over(self) -> None:
        """Go to where the quotes of the row close."""
        quotes = sum(line.text.count('"') for line in self._row)
        last = self._row[-1].number
        while quotes % 2 and (line := self._waiting.pop() if self._waiting else next(self._source, None)) is not None:
            quotes += line.text.count('"')
            last = line.number
        self.fault = f"lines {self.first} to {last}: {too_large(self._largest)}, or close its quotation mark"
