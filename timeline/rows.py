"""The entries of the file beside what the last build knew of them, and to which of them each event belongs.

What a person placed stays where it is; what the extractor placed follows the extractor. Pure.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from timeline.entries import Entry
from timeline.identity import short_id
from timeline.model import Event, Source
from timeline.records import BaseEntry
from timeline.yamltext import Data


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the file: its values as text, read as an Entry, and whether a comment stands in it."""

    data: Mapping[str, Data]
    entry: Entry
    commented: bool = False


@dataclass(slots=True)
class Row:
    """An entry of the file, with its sources as typed and its base, both by the ids that sentences have now.

    `unseen` says that some of its articles were not read by this build; `lost` are its sources whose
    sentence is gone from an article that was. `known` has all sources of the base. `lead` is the event
    that the entry tells. What the build decides: `arrivals` are sources that come to it, `leaving` those
    that go, `ghosts` those that a person took away from it, and `absorbed` says that all of it goes into
    another entry.
    """

    index: int
    item: Item
    key: str
    sources: list[dict[str, Any]]
    old: BaseEntry | None = None
    touched: bool = True
    unseen: bool = False
    known: Mapping[str, dict[str, str]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    lead: Event | None = None
    arrivals: list[Source] = field(default_factory=list)
    leaving: set[str] = field(default_factory=set)
    ghosts: list[Source] = field(default_factory=list)
    absorbed: bool = False

    @property
    def typed(self) -> dict[str, dict[str, Any]]:
        """The sources that have an id, by it."""
        return {s["id"]: s for s in self.sources if s.get("id")}

    @property
    def natural(self) -> set[str]:
        """The sources that the extractor placed here."""
        return set() if self.old is None else {s["id"] for s in self.old.sources}

    def may_leave(self, ident: str) -> bool:
        """Whether the extractor may take a source away: it placed it, and the person has not worked on it."""
        split = self.item.entry.split and ident != next(iter(self.typed))  # the person wants all but the first to go
        if self.old is None or self.unseen or (self.item.commented and not split):
            return False
        typed = {key: value for key, value in self.typed[ident].items() if key != "gone"}  # the build's own mark
        return typed in self.old.sources or (split and typed == self.known.get(ident))


def make_rows(
    items: Sequence[Item], before: Mapping[str, BaseEntry], again: Mapping[str, str], told: Mapping[str, Event]
) -> list[Row]:
    """The rows of the file. `again` has the new ids of edited sentences, `told` the event of each source."""
    rows: list[Row] = []
    keys: set[str] = {item.entry.id for item in items}
    for index, item in enumerate(items):
        raw: Any = item.data.get("sources") or []
        sources = [{**s, "id": again[s["id"]]} if s.get("id") in again else dict(s) for s in raw]
        key = item.entry.id or _key(sources, keys)
        keys.add(key)
        rows.append(Row(index, item, key, sources))
    _find_base(rows, before)
    known = {s["id"]: s for entry in before.values() for s in [*entry.joined, *entry.sources]}
    standing = Counter(ident for row in rows for ident in row.typed)
    named = {item.entry.same_as for item in items if item.entry.same_as}  # what others are the same as has to stay
    for row in rows:
        row.known = known
        row.touched = _touched(row, standing) or row.item.entry.id in named
        row.lead = _lead(row, told, again)
    return rows


def _key(sources: list[dict[str, Any]], taken: set[str]) -> str:
    """The name in the base of an entry that has no id, from its first source; "" where it has none."""
    first = next((s["id"] for s in sources if s.get("id")), "")
    return free_id(first, taken) if first else ""


def free_id(ident: str, taken: set[str]) -> str:
    """An id that nothing has, the same whenever it is asked for with the same."""
    return next(key for count in itertools.count() if (key := short_id("entry", ident, str(count))) not in taken)


def _find_base(rows: list[Row], before: Mapping[str, BaseEntry]) -> None:
    """Give each row its base: that of its id, else the one of its first source whose entry is not there."""
    for row in rows:
        row.old = before.get(row.key)
    free = set(before) - {row.key for row in rows}
    by_source = {s["id"]: key for key in sorted(free) for s in before[key].sources}
    for row in rows:
        if row.old is None and row.sources:
            key = by_source.get(row.sources[0].get("id", ""))
            if key in free:
                row.old = before[key]
                free.discard(key)


def _touched(row: Row, standing: Mapping[str, int]) -> bool:
    """Whether a person has worked on the entry since a build wrote it, but for moving a source of it elsewhere."""
    old, data = row.old, row.item.data
    if old is None or row.item.commented or old.joined or len(row.typed) != len(row.sources):
        return True
    same = {key: value for key, value in data.items() if key != "sources"} == {"id": old.id, **old.told}
    here = row.typed
    return not same or here != {s["id"]: s for s in old.sources if s["id"] in here or not standing[s["id"]]}


def _lead(row: Row, told: Mapping[str, Event], again: Mapping[str, str]) -> Event | None:
    """The event of the sources that the extractor placed here, first of the one that gave the entry its id."""
    here = [ident for ident in row.typed if ident in told]
    if row.item.entry.split and here:
        return told[here[0]]  # the others are to go
    first = again.get(row.key, row.key)
    natural = row.natural
    here.sort(key=lambda ident: 2 if ident not in natural else ident != first)
    return told[here[0]] if here else None


class Homes:
    """Sends each event to the entry that holds its sources; `fresh` are those that have none.

    `known` are the ids of sources that the last build knew, `dead` those of deleted entries, `away` those that a
    person took out of an entry that is not there now: of an event that others tell, too, only they stay away.
    """

    def __init__(
        self, rows: list[Row], known: Iterable[str], dead: set[str], away: set[str], stay_deleted: Callable[[Event], None]
    ) -> None:
        self.rows = rows
        self.dead = dead
        self.away = away
        self.known = away.union(known)  # what comes back only where an entry holds it
        self.stay_deleted = stay_deleted
        self.fresh: list[Event] = []
        self.home: dict[int, Row] = {}  # by the identity of the event
        self.holders: defaultdict[str, list[Row]] = defaultdict(list)
        self.owners: defaultdict[int, list[Row]] = defaultdict(list)
        self.ghosts = {s["id"]: row for row in rows if row.old is not None for s in [*row.old.sources, *row.old.joined]}
        for row in rows:
            if not row.typed:
                self.ghosts.setdefault(row.item.entry.id, row)
            for ident in row.typed:
                self.holders[ident].append(row)
            if row.lead is not None:
                self.owners[id(row.lead)].append(row)
        self.ghosts.pop("", None)

    def send(self, event: Event) -> None:
        """Find the home of one event, and settle which sources move."""
        ids = [s.id for s in event.sources]
        holders = list({id(row): row for ident in ids for row in self.holders[ident]}.values())
        owners = self.owners[id(event)]
        if owners:
            home = self._best(owners, ids)
            self._absorb(home, ids, [row for row in owners if row is not home])
            self._gather(event, home, [row for row in holders if row not in owners])
        elif holders:
            self._without_owner(event, ids, holders)
        elif self.dead.intersection(ids):
            self.stay_deleted(event)
        elif ghost := next((self.ghosts[i] for i in ids if i in self.ghosts), None):
            ghost.ghosts.extend(event.sources)
            self.stay_deleted(event)
        elif kept := tuple(s for s in event.sources if s.id not in self.away):
            self.fresh.append(event if len(kept) == len(ids) else replace(event, sources=kept))
        else:
            self.stay_deleted(event)

    def _best(self, owners: list[Row], ids: list[str]) -> Row:
        """Of several entries that tell one event: first one where the extractor put it, then one worked on."""
        return min(owners, key=lambda row: (not row.natural.intersection(ids), not row.touched, row.index))

    def _absorb(self, home: Row, ids: list[str], others: list[Row]) -> None:
        """Entries that nobody touched go into the one that tells the same, unless a person has split it."""
        joined = set() if home.old is None else {source["id"] for source in home.old.joined}
        if joined.intersection(ids, home.typed):
            return
        for row in others:
            if not row.touched and not row.unseen:
                row.absorbed = True
                row.leaving.update(row.typed)

    def _without_owner(self, event: Event, ids: list[str], holders: list[Row]) -> None:
        """The extractor now tells by itself what it told with another event before."""
        pinned = [row for row in holders if any(i in row.typed and not row.may_leave(i) for i in ids)]
        if pinned:
            self._gather(event, pinned[0], [row for row in holders if row is not pinned[0]])
        elif self.dead.intersection(ids):
            self.home[id(event)] = holders[0]
        else:
            for row in holders:
                row.leaving.update(i for i in ids if i in row.typed)
            kept = tuple(s for s in event.sources if self.holders[s.id] or s.id not in self.known)
            self.fresh.append(replace(event, sources=kept))  # without what a person took away

    def _gather(self, event: Event, home: Row, others: list[Row]) -> None:
        self.home[id(event)] = home
        for row in others:
            row.leaving.update(s.id for s in event.sources if s.id in row.typed and row.may_leave(s.id))
        for source in event.sources:
            if source.id in home.typed:
                continue
            holders = self.holders[source.id]
            leaves = holders and all(source.id in row.leaving for row in holders)
            new = not holders and source.id not in self.known and source.id not in self.dead
            if leaves or new:
                home.arrivals.append(source)
