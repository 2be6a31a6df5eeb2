"""Events out of CSV, JSON and JSON lines: each with its place in the file, or with what is wrong with it and the mend.

Reads what `timeline export` writes to the letter; of other tables and lists it takes the keys of events.yaml, and what
it does not know it keeps under x-….
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.entries import Entry
from timeline.errors import UsageError
from timeline.export.csv import COLUMNS as PLAIN
from timeline.export.csv import FORMULA
from timeline.export.exact import OWN
from timeline.export.whole import KEYS, LEFT_OUT

READ = (".csv", ".tsv", ".json", ".jsonl", ".ndjson")
_KNOWN = (*KEYS, *LEFT_OUT)
_LISTS = ("people", "places", "organizations", "tags")
_EVIDENCE = ("article", "published", "phrase", "sentence")
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One event as the file has it; `place` is its line, or its number in a list.

    `values` has its keys and values as JSON has them. `cells` are those of a row of the spreadsheet's table, which
    tells less than the event has: what says there what is known already changes nothing.
    """

    place: str
    values: Mapping[str, Any]
    cells: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """What could not be taken, where it stands, what is wrong with it and how to mend that."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a file in their order, and what a person should know of the reading."""

    rows: list[Row | Bad]
    notes: list[str]


def read(text: str, name: str) -> Read:
    """The events of a file of that name. Raises UsageError where it is none of the formats, or broken as a whole."""
    ending = Path(name).suffix.lower()
    if ending not in READ:
        raise UsageError(f"{name}: only {', '.join(READ)} can be read back")
    reader = _table if ending in (".csv", ".tsv") else _json if ending == ".json" else _json_lines
    notes: dict[str, None] = {}  # each once, in their order
    return Read(list(reader(text, name, lambda note: notes.setdefault(note))), list(notes))


# ---------------------------------------------------------------- JSON


Tell = Callable[[str], object]


def _json(text: str, name: str, tell: Tell) -> Iterator[Row | Bad]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: it is no JSON: {error}") from None
    if not isinstance(data, list):
        raise UsageError(f"{name}: it has to be a list of events: [{{…}}, {{…}}]")
    for number, item in enumerate(data, 1):
        yield _object(item, f"event {number}", tell)


def _json_lines(text: str, name: str, tell: Tell) -> Iterator[Row | Bad]:
    for number, line in enumerate(re.split(r"\r\n|\n", text), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Bad(f"line {number}", f"it is no JSON: {error}")
            continue
        yield _object(item, f"line {number}", tell)


def _object(item: Any, place: str, tell: Tell) -> Row | Bad:
    if not isinstance(item, dict):
        return Bad(place, 'an event is an object: {"date": "2020-05-09", "title": "…"}')
    names = {key: _key(key, item) for key in item}
    if strange := {key: meant for key, meant in names.items() if not meant}:
        return Bad(place, _misspelt("key", next(iter(strange)), item))
    _tell_own(names, tell)
    return Row(place, {names[key]: value for key, value in item.items()})


def _key(key: str, among: Iterable[str]) -> str:
    """The key under which a value is kept; "" for one that is a known one misspelt."""
    if key in _KNOWN or key.startswith("x-"):
        return key
    return "" if _meant(key, among) else "x-" + re.sub(r"\W+", "-", key.strip().lower()).strip("-")


def _meant(key: str, among: Iterable[str]) -> str:
    free = [name for name in Entry.model_fields if name not in set(among)]
    return next(iter(difflib.get_close_matches(key.strip().lower(), free, n=1, cutoff=0.75)), "")


def _misspelt(what: str, key: str, among: Iterable[str]) -> str:
    return f"{what} '{key}': did you mean '{_meant(key, among)}'? rename it; to keep it as it is, name it x-{key}"


def _tell_own(names: Mapping[str, str], tell: Tell) -> None:
    for key, kept in names.items():
        if key != kept:
            tell(f"'{key}' is no key of events: it is kept as {kept}")


# ---------------------------------------------------------------- CSV


def _table(text: str, name: str, tell: Tell) -> Iterator[Row | Bad]:
    csv.field_size_limit(2**31 - 1)  # the sources of an event may be longer than the module's own limit
    text = text.removeprefix("\ufeff")
    separator = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    began = 1
    try:
        header = _header(next(rows, []), name)
        names = {column: _column(column, header, name) for column in header}
        _tell_own({column: kept for column, kept in names.items() if column.lower().strip() != kept}, tell)
        began = rows.line_num + 1
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield _row(f"line {began}", names, cells, separator, tell)
            began = rows.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{name}: line {began}: {error}: is a quotation mark without its other half?") from None


def _separator(text: str) -> str:
    head = text[: text.find("\n")] if "\n" in text else text
    return max(_SEPARATORS, key=lambda mark: sum(cell.strip('" \r').lower() in (*_KNOWN, *PLAIN) for cell in head.split(mark)))


def _header(header: list[str], name: str) -> list[str]:
    said = {column.strip().lower() for column in header}
    missing = [key for key in ("date", "title") if key not in said]
    if missing:
        raise UsageError(f"{name}: no column is named {' or '.join(missing)}: its first line has to name them: date,title")
    twice = [column for at, column in enumerate(header) if column in header[:at]]
    if twice:
        raise UsageError(f"{name}: two columns are named '{twice[0]}': rename one")
    return header


def _column(column: str, header: list[str], name: str) -> str:
    """The key of a column; the evidence of the spreadsheet's table and the column of own keys keep their names."""
    plain = column.strip().lower()
    if plain in _KNOWN or plain == OWN or plain in _EVIDENCE:
        return plain
    key = _key(plain, {one.strip().lower() for one in header})
    if not key:
        raise UsageError(f"{name}: {_misspelt('column', column, header)}")
    return key


def _row(place: str, names: Mapping[str, str], cells: list[str], separator: str, tell: Tell) -> Row | Bad:
    if any(cell.strip() for cell in cells[len(names) :]):
        said = f"it has {len(cells)} cells, and the table {len(names)} columns"
        return Bad(place, f"{said}: put quotation marks around a cell that holds {separator!r}")
    told = dict(zip(names.values(), [*cells, *[""] * len(names)], strict=False))
    guarded = "sentence" in told and "earliest" in told  # our own table for spreadsheets
    if guarded:
        told = {key: _unguarded(cell) for key, cell in told.items()}
    try:
        values = {key: _value(key, cell) for key, cell in told.items() if key not in (*_EVIDENCE, OWN, "sources")}
        values |= _own(told.get(OWN, ""))
        values |= _sources(told, tell)
    except ValueError as error:
        return Bad(place, str(error))
    return Row(place, values, told if guarded else None)


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from computing it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def _value(key: str, cell: str) -> Any:
    """A cell as JSON has it: a list where it is one or names several, else its text."""
    if key not in (*_LISTS, "pinned"):
        return cell
    if cell.startswith("["):
        return _parsed(key, cell)
    names = [name.strip() for name in cell.split(";")] if key in _LISTS or ";" in cell else cell
    return [name for name in names if name] if isinstance(names, list) else names


def _own(cell: str) -> dict[str, Any]:
    found = _parsed(OWN, cell) if cell else {}
    if not isinstance(found, dict) or not all(key.startswith("x-") for key in found):
        raise ValueError(f'{OWN}: it has to be an object with keys that begin with x-: {{"x-page": "3"}}')
    return found


def _sources(told: Mapping[str, str], tell: Tell) -> dict[str, Any]:
    cell = told.get("sources", "")
    if cell.startswith("["):
        return {"sources": _parsed("sources", cell)}
    if cell.isdigit() and int(cell) > 1:
        tell("this table has only the first source of each event; the format exact has all")
    first = {key: told.get(key, "") for key in _EVIDENCE}
    return {"sources": [first]} if first["article"] else {}


def _parsed(key: str, cell: str) -> Any:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{key}: it is no JSON: {error}") from None
