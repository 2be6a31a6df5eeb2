"""The events file and its archive as the page shows them, read again when they change on disk. Writes nothing.

While the file cannot be read, the last state that could stays, with the faults that say why.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from dashboard.items import Collection, collect
from timeline import store
from timeline.archive import Archive, ArticleRecord, FindingRecord
from timeline.entries import Entry
from timeline.errors import EventsFileError
from timeline.notation import Words
from timeline.standing import handles, standing

Stamp = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was read last: the entries in order of the file, the same ready to be shown, the account of the articles.

    `own` are the entries by their keys as the file has them, each with no sources but its own.
    `faults` has one line for each thing that is wrong with the files as they are now.
    """

    entries: tuple[Entry, ...] = ()
    own: Mapping[str, Entry] = field(default_factory=dict)
    collection: Collection = field(default_factory=Collection)
    records: Mapping[str, ArticleRecord] = field(default_factory=dict)
    findings: Mapping[str, tuple[ArticleRecord, FindingRecord]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


class Library:
    """Holds the shelf of one events file. Safe to use from several threads."""

    def __init__(self, path: Path, words: Words | None = None, load: Callable[[], store.EventsFile] | None = None) -> None:
        """`words` reads dates that are typed in words; `load` reads the file where somebody else has read it already."""
        self.path = path
        self.archive = Archive(path)
        self._load = load or (lambda: store.load(path, words))
        self._lock = threading.Lock()
        self._stamps: tuple[Stamp, Stamp] | None = None
        self._shelf = Shelf()

    @property
    def shelf(self) -> Shelf:
        """What was read last, without a look at the disk."""
        return self._shelf if self._stamps is not None else self.refresh()

    @property
    def stamp(self) -> str:
        """Which state of the files was read last."""
        return _told(self._stamps)

    def look(self) -> str:
        """Which state the files are in now; costs next to nothing."""
        return _told(self._seen())

    def _seen(self) -> tuple[Stamp, Stamp]:
        return _stamp(self.path), _stamp(self.archive.folder / "articles.jsonl")

    def refresh(self) -> Shelf:
        """What the files say now; read again only if they changed."""
        with self._lock:
            stamps = self._seen()
            if stamps != self._stamps:
                self._shelf = self._read(self._shelf)
                self._stamps = stamps
            return self._shelf

    def _read(self, before: Shelf) -> Shelf:
        faults: list[str] = []
        entries, own, records = before.entries, before.own, dict(before.records)
        try:
            records = {record.path: record for record in self.archive.articles()}
        except EventsFileError as error:
            faults += _lines(error)
        except ValidationError:
            faults.append("articles.jsonl: not readable; build the timeline again")
        try:
            listed = self._load().entries
            entries, own = tuple(standing(listed, hidden=True)), dict(zip(handles(listed), listed, strict=True))
        except EventsFileError as error:
            faults += _lines(error)
            if records.keys() == before.records.keys():
                return replace(before, faults=tuple(faults))
        findings = {found.id: (record, found) for record in records.values() for found in record.findings if found.id}
        return Shelf(entries, own, collect(entries, records.values()), records, findings, tuple(faults))


def _lines(error: EventsFileError) -> list[str]:
    name = Path(error.path).name
    return [f"{name}, line {fault.line}, column {fault.column}: {fault.message}" for fault in error.faults]


def _told(stamps: tuple[Stamp, Stamp] | None) -> str:
    return "" if stamps is None else " ".join("-" if each is None else ".".join(map(str, each)) for each in stamps)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
