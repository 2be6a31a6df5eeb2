"""The events file and its archive as the page shows them, read again when they change on disk. Writes nothing.

While the file cannot be read, the last state that could stays, with the faults that say why.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dashboard.account import Account, account
from dashboard.events import Events
from dashboard.handmade import edited
from dashboard.items import Collection, collect
from timeline import store
from timeline.archive import Archive
from timeline.dating import place_of
from timeline.entries import Entry
from timeline.errors import EventsFileError, TimelineError
from timeline.interval import Interval
from timeline.notation import Words
from timeline.records import ArticleRecord, FindingRecord, MaybeRecord
from timeline.standing import handles, standing

if TYPE_CHECKING:
    from dashboard.told import Stock

Stamp = tuple[int, int, int] | None
Readings = Callable[[str, str, int, int, str], Iterable[tuple[Interval, str]]]
"""Text, day of publication, start and end of a phrase, its date: its other readings, and what would have to be so for each."""
Placed = tuple[tuple[Entry, int], ...]
"""All entries of the file, each with its first line."""
MOST_BESIDE = 50
"""So many articles.yaml beside undated articles are watched, for the days that people write there."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was read last: the entries in order of the file, the same ready to be shown, the account of the articles.

    `own` are the entries by their keys as the file has them, each with no sources but its own.
    `faults` has one line for each thing that is wrong with the files as they are now.
    """

    entries: tuple[Entry, ...] = ()
    own: Mapping[str, Entry] = field(default_factory=dict)
    collection: Events = field(default_factory=Collection)
    records: Mapping[str, ArticleRecord] = field(default_factory=dict)
    findings: Mapping[str, tuple[ArticleRecord, FindingRecord]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    account: Account = field(default_factory=Account)
    placed: Placed = ()


class Library:
    """Holds the shelf of one events file. Safe to use from several threads."""

    def __init__(
        self,
        path: Path,
        words: Words | None = None,
        readings: Readings | None = None,
        load: Callable[[], store.EventsFile] | None = None,
        corpus: Path | None = None,
    ) -> None:
        """`words` reads dates that are typed in words, `readings` tells what a phrase was not taken to mean.

        `load` reads the file, where somebody else has read it already. `corpus` is a folder over which the file is laid.
        """
        self.path = path
        self.words = words
        self.readings = readings
        self.archive = Archive(path)
        self.corpus = corpus
        self.base: Stock | None = None
        self._of_base: Stamp = None
        self._load = load or (lambda: store.load(path, words))
        self._lock = threading.Lock()
        self._stamps: tuple[Stamp, ...] | None = None
        self._shelf = Shelf()
        self._beside: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        """What the timeline is called."""
        return self.path.name if self.corpus is None else self.corpus.absolute().name

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

    def _seen(self) -> tuple[Stamp, ...]:
        kept = self.archive.folder
        manifest = [] if self.corpus is None else [self.corpus / "manifest.json"]
        files = (self.path, kept / "articles.jsonl", kept / "maybe.jsonl", *manifest, *self._beside)
        return tuple(_stamp(file) for file in files)

    def refresh(self) -> Shelf:
        """What the files say now; read again only if they changed."""
        with self._lock:
            stamps = self._seen()
            if stamps != self._stamps:
                self._shelf = self._over_corpus(self._read(self._shelf))
                beside = {place_of(self.path, record.path) for record in self._shelf.account.undated}
                self._beside = tuple(sorted(beside))[:MOST_BESIDE]
                self._stamps = (*stamps[: 3 if self.corpus is None else 4], *(_stamp(place) for place in self._beside))
            return self._shelf

    def _over_corpus(self, shelf: Shelf) -> Shelf:
        """The same shelf, with the events of the corpus below its own; a corpus that is being built stays as it was."""
        if self.corpus is None or not isinstance(shelf.collection, Collection):
            return shelf
        from dashboard.corpus import Curated
        from dashboard.told import Stock
        from timeline.corpus.query import Corpus

        stamp, faults = _stamp(self.corpus / "manifest.json"), shelf.faults
        if stamp != self._of_base or self.base is None:
            try:
                self.base, self._of_base = Stock(Corpus(self.corpus)), stamp
            except TimelineError as error:
                if self.base is None:
                    raise
                faults = (*faults, str(error))
        return replace(shelf, collection=Curated(self.base, shelf.collection), faults=faults)

    def _read(self, before: Shelf) -> Shelf:
        faults: list[str] = []
        listed = list(before.account.records)
        maybes: list[MaybeRecord] = []
        try:
            listed = self.archive.articles()
            maybes = self.archive.maybes()
        except EventsFileError as error:
            faults += _lines(error)
        except ValidationError:
            faults.append("articles.jsonl: not readable; build the timeline again")
        try:
            file = self._load()
        except EventsFileError as error:
            faults += _lines(error)
            if [record.path for record in listed] == [record.path for record in before.account.records]:
                return replace(before, faults=tuple(faults))
            placed = before.placed
        else:
            placed = tuple((each.entry, each.line) for each in file.placed)
        return _shelf(placed, listed, maybes, self.archive.base_content(), tuple(faults))


def _shelf(placed: Placed, listed: list[ArticleRecord], maybes: list[MaybeRecord], base: bytes, faults: tuple[str, ...]) -> Shelf:
    everything = [entry for entry, _ in placed]
    entries = tuple(standing(everything, hidden=True))
    own = dict(zip(handles(everything), everything, strict=True))
    records = {record.path: record for record in listed}
    findings = {found.id: (record, found) for record in listed for found in record.findings if found.id}
    collection = collect(entries, records.values(), edited(entries, base))
    lines = {entry.id: line for entry, line in placed if entry.id}
    told = account(everything, collection, listed, maybes, lines)
    return Shelf(entries, own, collection, records, findings, faults, told, placed)


def _lines(error: EventsFileError) -> list[str]:
    name = Path(error.path).name
    return [f"{name}, line {fault.line}, column {fault.column}: {fault.message}" for fault in error.faults]


def _told(stamps: tuple[Stamp, ...] | None) -> str:
    return "" if stamps is None else " ".join("-" if each is None else ".".join(map(str, each)) for each in stamps)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
