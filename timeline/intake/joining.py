"""What rows make of an events file: which are new, which change an event that is known, which say nothing new.

A row is an edit by hand: its event is known by its id, or is one without an id that says the very same.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from timeline.entries import Entry
from timeline.export import csv
from timeline.export.whole import MEANING, read_back, whole
from timeline.intake.rows import Bad, Row
from timeline.notation import Words
from timeline.order import places
from timeline.splice import Change
from timeline.standing import standing
from timeline.store import EventsFile, said
from timeline.yamltext import Data


@dataclass(frozen=True, slots=True)
class Joined:
    """The change of the file, how many rows did what, and those that could not be taken."""

    change: Change
    added: int
    updated: int
    known: int
    bad: list[Bad]


class _Joining:
    """What has been made of the rows so far, and what is known of the file."""

    def __init__(self, file: EventsFile) -> None:
        self.file = file
        self.replaced: dict[int, dict[str, Data]] = {}
        self.fresh: list[tuple[Entry, dict[str, Data]]] = []
        self.lines: dict[str, str] = {}
        self.known = 0
        self.by_id = {entry.id: at for at, entry in enumerate(file.entries) if entry.id}
        self.shown = {entry.id: entry for entry in standing(file.entries) if entry.id}
        self.tellers = {source.id for entry in file.entries for source in entry.sources if source.id}
        self.without: dict[str, int] = defaultdict(int)
        for entry in file.entries:
            if not entry.id:
                self.without[_fingerprint(entry)] += 1


def join(file: EventsFile, rows: Iterable[Row | Bad], words: Words) -> Joined:
    """What the rows make of the file, which is not touched."""
    joining = _Joining(file)
    bad = []
    for row in rows:
        fault = row if isinstance(row, Bad) else _take(joining, row, words)
        if fault is not None:
            bad.append(fault)
    change = Change(joining.replaced, frozenset(), _placed(file, joining.fresh))
    return Joined(change, len(joining.fresh), len(joining.replaced), joining.known, bad)


def _take(joining: _Joining, row: Row, words: Words) -> Bad | None:
    values = read_back(row.values)
    try:
        json.dumps(values, ensure_ascii=False).encode("utf-8")
        entry = Entry.model_validate(values, context={"words": words})
    except UnicodeEncodeError:
        return Bad(row.place, "it has half of a character (a lone surrogate): delete that")
    except ValidationError as error:
        return Bad(row.place, "; ".join(_told(detail, values) for detail in error.errors(include_url=False)))
    if entry.id and entry.id in joining.lines:
        return Bad(row.place, f"the id {entry.id} stands at {joining.lines[entry.id]} already: delete one of both")
    if entry.id:
        joining.lines[entry.id] = row.place
    if entry.id in joining.by_id:
        _update(joining, joining.by_id[entry.id], entry, row)
    elif not entry.id and joining.without[_fingerprint(entry)] > 0:
        joining.without[_fingerprint(entry)] -= 1
        joining.known += 1
    elif entry.sources and all(source.id in joining.tellers for source in entry.sources):
        joining.known += 1  # other events of the file tell it, with these sources
    else:
        joining.fresh.append((entry, values))
    return None


def _told(detail: Any, values: Mapping[str, Any]) -> str:
    where = ".".join(str(step) for step in detail["loc"])
    return f"{where}: {said(detail)}" if where and detail["type"] != "missing" else said(detail)


def _fingerprint(entry: Entry) -> str:
    return json.dumps({**whole(entry), "hidden": entry.hidden, "same_as": entry.same_as}, sort_keys=True)


def _update(joining: _Joining, at: int, new: Entry, row: Row) -> None:
    """Write what the row says otherwise than the event does, be it as it stands there or as it is shown."""
    placed = joining.file.placed[at]
    told, data = whole(new), dict(placed.item.data)
    seen = [whole(one) for one in (placed.entry, joining.shown.get(new.id, placed.entry))]
    rows = [csv.row(one) for one in (placed.entry, joining.shown.get(new.id, placed.entry))] if row.cells is not None else []
    for key in row.values:
        if key in ("id", *MEANING) or (key == "sources" and row.cells is not None):
            continue
        now = told.get(key, getattr(new, key, None))
        if any(one.get(key, getattr(placed.entry, key, None)) == now for one in seen):
            continue
        if row.cells is not None and any(one.get(key) == row.cells.get(key) for one in rows):
            continue
        value = read_back({key: row.values[key]}).get(key, now if key in ("kind", "status") else "")
        if not value:
            data.pop(key, None)
        else:
            data[key] = value
    if data == placed.item.data:
        joining.known += 1
    else:
        joining.replaced[at] = data


def _placed(file: EventsFile, fresh: list[tuple[Entry, dict[str, Data]]]) -> list[tuple[int | None, dict[str, Data]]]:
    """New entries stand in order of date where the file does, else at its end; in an empty one as they come."""
    found = places([entry.interval for entry in file.entries], [entry.interval for entry, _ in fresh])
    return list(zip(found, (data for _, data in fresh), strict=True))
