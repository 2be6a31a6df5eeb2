"""Last build x the edited file x this build -> what the file should say. Pure: sees no file, no article.

    not touched by the person   follows the extractor
    changed by the person       stays as typed; where the extractor changed too, that is a conflict
    merged or split by them     stays so: a source stays under the entry where the person put it
    deleted by the person       stays deleted, with all its sources
    gone from the articles      dropped if never touched, else its source is marked `gone: true`

Where nothing is known of the last build (no base, or one that belongs to another version of the file),
nothing counts as deleted and nothing of the file is dropped or changed; only what is new is added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from timeline.model import EVENT, HAPPENED, Event, Source
from timeline.notation import date_text
from timeline.order import places, sort_key
from timeline.records import BaseEntry
from timeline.rows import Homes, Item, Row, free_id, make_rows
from timeline.splice import Change
from timeline.trace import find_again
from timeline.yamltext import Data

MORE = ("kind", "status", "people", "places", "organizations", "reported_by")
FIELDS = ("date", "title", *MORE)
"""What the extractor says of an event, by its keys in the file; those of MORE only where they say something."""


@dataclass(slots=True)
class Outcome:
    """What a build does to the file, in numbers and in words."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    deleted: int = 0
    dropped: int = 0
    gone: int = 0
    conflicts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """The change to the file, the base that then holds, and the outcome."""

    change: Change
    base: list[BaseEntry]
    outcome: Outcome


def source_data(source: Source) -> dict[str, str]:
    """A source as events.yaml holds it."""
    values = {
        "id": source.id,
        "article": source.article,
        "published": source.published or "",
        "sentence": source.sentence,
        "phrase": source.phrase,
        "date": source.date,
    }
    return {key: value for key, value in values.items() if value}


def fields_of(event: Event) -> dict[str, Any]:
    """What the extractor says of an event; what needs no word (that it happened) is left out."""
    values: dict[str, Any] = {
        "kind": event.kind if event.kind != EVENT else "",
        "status": event.status if event.status != HAPPENED else "",
        "people": list(event.people),
        "places": list(event.places),
        "organizations": list(event.organizations),
        "reported_by": event.reported_by,
    }
    return {"date": date_text(event.date), "title": event.title} | {key: value for key, value in values.items() if value}


def event_data(event: Event) -> dict[str, Any]:
    """An event as a build writes it into events.yaml."""
    return {"id": event.sources[0].id, **fields_of(event), "sources": [source_data(source) for source in event.sources]}


def reconcile(
    events: Sequence[Event],
    items: Sequence[Item],
    base: Sequence[BaseEntry] | None,
    in_scope: Callable[[str], bool],
    tombstones: Sequence[BaseEntry] = (),
    renamed: Mapping[str, str] | None = None,
    apart: Set[str] = frozenset(),
) -> Plan:
    """What to do. `base` is None where nothing is known of the last build; `in_scope` tells whether an
    article (by its path) was read by this build, so that only its events may change or go; `tombstones`
    are deletions known even where the rest of the base is not to be trusted; `renamed` has the new paths
    of articles by their old ones; `apart` has the ids of sources that a person keeps apart."""
    return _Reconciler(events, items, base, in_scope, tombstones, renamed or {}, apart).run()


class _Reconciler:
    def __init__(
        self,
        events: Sequence[Event],
        items: Sequence[Item],
        base: Sequence[BaseEntry] | None,
        in_scope: Callable[[str], bool],
        tombstones: Sequence[BaseEntry],
        renamed: Mapping[str, str],
        apart: Set[str],
    ) -> None:
        self.events = events
        self.apart = apart
        self.known = base is not None
        self.in_scope = in_scope
        self.outcome = Outcome()
        self.told = {s.id: s for e in events for s in e.sources}
        again = self._find_again(items, list(tombstones) if base is None else list(base), renamed)
        entries = [_renamed(e, again) for e in (tombstones if base is None else base)]
        self.before = {e.id: e for e in entries if not e.deleted}
        self.before_source = {s["id"]: s for e in self.before.values() for s in [*e.joined, *e.sources]}
        self.rows = make_rows(items, self.before, again, {s.id: e for e in events for s in e.sources})
        self.tombstones = self._tombstones([e for e in entries if e.deleted])
        self.replaced: dict[int, dict[str, Data]] = {}
        self.removed: set[int] = set()
        self.final: dict[int, list[dict[str, Any]]] = {}
        self.conflicts: dict[str, dict[str, tuple[Any, Any]]] = {}

    def run(self) -> Plan:
        for row in self.rows:
            self._look_for_sentences(row)
        away = {ident for tomb in self.tombstones for ident in tomb.away}
        dead = {s["id"] for tomb in self.tombstones for s in tomb.sources} - away
        self.homes = Homes(self.rows, self.before_source, dead, away, self._stay_deleted)
        for event in self.events:
            self.homes.send(event)
        for row in self.rows:
            self._decide(row)
        added = self._added()
        change = Change(self.replaced, frozenset(self.removed), self._places(added))
        self.standing = Counter(i for sources in self.final.values() for i in {s["id"] for s in sources if s.get("id")})
        after = [entry for row in self.rows if row.index not in self.removed and (entry := self._remember(row))]
        after += [base_entry(data["id"], data, data["sources"]) for _, data in added]
        base = sorted([*after, *self.tombstones], key=lambda e: (e.deleted, e.id))
        return Plan(change, base, self.outcome)

    # ------------------------------------------------------------ what is known

    def _find_again(self, items: Sequence[Item], base: list[BaseEntry], renamed: Mapping[str, str]) -> dict[str, str]:
        """Sentences that were edited, those of deleted entries too: old id -> new id."""
        typed: list[Any] = [s for item in items for s in item.data.get("sources") or []]
        old: dict[str, Any] = {s["id"]: s for s in typed if s.get("id")}
        old |= {s["id"]: s for e in base for s in [*e.sources, *e.joined] if "sentence" in s}
        lost = {i: s for i, s in old.items() if i not in self.told and self.in_scope(s.get("article", ""))}
        return find_again(lost, [s for s in self.told.values() if s.id not in old], renamed) if lost else {}

    def _tombstones(self, old: list[BaseEntry]) -> list[BaseEntry]:
        """What a person deleted, before or now. A source that stands in the file is not deleted."""
        held = {ident for row in self.rows for ident in row.typed}
        present = {row.key for row in self.rows} | {row.old.id for row in self.rows if row.old is not None}
        now = [
            entry.model_copy(update={"deleted": True, "sources": [*entry.sources, *entry.joined], "joined": [], "away": []})
            for entry in self.before.values()
            if entry.id not in present
        ]
        out = []
        for tomb in [*old, *now]:
            sources = [self._as_told(s["id"], s) for s in tomb.sources if s["id"] not in held]
            if sources:
                out.append(tomb.model_copy(update={"sources": sources}))
        return out

    def _look_for_sentences(self, row: Row) -> None:
        for ident, typed in row.typed.items():
            before = self.before_source.get(ident)
            if ident in self.told or before is None or "sentence" not in before:  # it is the person's own
                continue
            if self.in_scope(before["article"]):
                row.lost.add(ident)
            elif "gone" not in typed:
                row.unseen = True

    def _stay_deleted(self, event: Event) -> None:
        self.outcome.deleted += 1
        for at, tomb in enumerate(self.tombstones):
            known = {s["id"] for s in tomb.sources}
            if known.intersection(s.id for s in event.sources):
                new = [source_data(s) for s in event.sources if s.id not in known]
                self.tombstones[at] = tomb.model_copy(update={"sources": [*tomb.sources, *new]})
                return

    # ------------------------------------------------------------ deciding

    def _decide(self, row: Row) -> None:
        """One entry of the file: follow the extractor where the person has not touched it."""
        sources = self._sources(row)
        if row.absorbed or (row.lost and not sources):
            self.removed.add(row.index)
            self.outcome.dropped += 1
            return
        self.final[row.index] = sources
        wanted = dict(row.item.data)
        if row.lead is not None and row.old is not None and not row.unseen:
            self._follow_fields(row, fields_of(row.lead), row.old, wanted)
        elif row.lead is not None and not row.unseen:
            new = fields_of(row.lead)
            self.outcome.kept += any(wanted.get(key) != new.get(key) for key in ("date", "title"))
        if sources != (row.item.data.get("sources") or []):
            wanted["sources"] = [dict(source) for source in sources]
        if wanted != dict(row.item.data):
            self.replaced[row.index] = wanted
            self.outcome.updated += 1

    def _follow_fields(self, row: Row, new: Mapping[str, Any], old: BaseEntry, wanted: dict[str, Data]) -> None:
        kept = False
        for key in FIELDS:
            typed: Any = row.item.data.get(key)
            before, now = old.told.get(key), new.get(key)
            if typed == now or row.item.entry.pins(key):
                continue
            if typed == before:
                wanted[key] = now if now is not None else ""
                if now is None:
                    del wanted[key]
                continue
            kept = True
            if (before and now != before) or old.conflicts.get(key) == (typed, now):
                self.outcome.conflicts.append(f"{row.item.entry.title}: {conflict_text(key, typed, now)}")
                self.conflicts.setdefault(row.key, {})[key] = (typed, now)
        self.outcome.kept += kept

    def _sources(self, row: Row) -> list[dict[str, Any]]:
        """The sources of an entry: those of the file, followed or marked gone, then those that are new."""
        out = []
        for typed in row.sources:
            ident = typed.get("id", "")
            if ident in row.leaving:
                continue
            if ident in self.told:
                out.append(_followed(typed, self.before_source.get(ident), source_data(self.told[ident])))
            elif ident not in row.lost:
                out.append(typed)
            elif row.touched:
                self.outcome.gone += "gone" not in typed
                out.append({**typed, "gone": "true"} if "gone" not in typed else typed)
        return [*out, *(source_data(source) for source in row.arrivals)]

    def _added(self) -> list[tuple[Event, dict[str, Data]]]:
        taken = {row.key for row in self.rows}
        added = []
        for event in self.homes.fresh:
            data = event_data(event)
            data["id"] = next((s.id for s in event.sources if s.id not in taken), "") or free_id(data["id"], taken)
            taken.add(data["id"])
            if any(source.id in self.apart for source in event.sources):
                data["split"] = "true"  # else the next build would join it with the others again
            added.append((event, data))
        self.outcome.added += len(added)
        return sorted(added, key=lambda pair: sort_key(pair[0].date))

    # ------------------------------------------------------------ the base that then holds

    def _remember(self, row: Row) -> BaseEntry | None:
        """What the extractor says of an entry, and which sources are there because the person put them there."""
        here = {s["id"]: s for s in self.final[row.index] if s.get("id")}

        def elsewhere(ident: str) -> bool:
            return self.standing[ident] > (ident in here)

        placed: dict[str, dict[str, str]] = {}
        if row.lead is not None and self.homes.home.get(id(row.lead)) is row:
            arrived = {s.id for s in row.arrivals}
            own = set() if row.old is None else here.keys() - row.natural - arrived  # put there by the person
            placed |= {s.id: source_data(s) for s in row.lead.sources if s.id not in own and not elsewhere(s.id)}
        dropped = row.leaving | {i for i in row.lost if i not in here}
        old = [] if row.old is None else [*row.old.sources, *(s for s in row.old.joined if s["id"] not in here)]
        for source in [*old, *map(source_data, row.ghosts)]:
            ident = source["id"]
            if ident not in placed and ident not in dropped and (ident in here or not elsewhere(ident)):
                placed[ident] = self._as_told(ident, source)
        joined = [self._as_told(i, self.before_source.get(i) or _stub(s)) for i, s in here.items() if i not in placed]
        if not row.key or not (placed or joined):
            return None
        told: dict[str, Any] = {"date": "", "title": ""} if row.old is None else row.old.told
        if row.lead is not None and not (row.unseen and row.old is not None):
            told = fields_of(row.lead)
        entry = base_entry(row.key, told, list(placed.values()), joined)
        if away := [ident for ident in placed if ident not in here]:
            entry = entry.model_copy(update={"away": away})
        unread = row.lead is None or row.unseen  # what stands open is still open
        conflicts = row.old.conflicts if unread and row.old is not None else self.conflicts.get(row.key, {})
        return entry.model_copy(update={"conflicts": conflicts}) if conflicts else entry

    def _as_told(self, ident: str, else_so: dict[str, str]) -> dict[str, str]:
        return source_data(self.told[ident]) if ident in self.told else else_so

    # ------------------------------------------------------------ placing

    def _places(self, added: list[tuple[Event, dict[str, Data]]]) -> list[tuple[int | None, dict[str, Data]]]:
        """New entries stand in order of date where the file does, else at its end."""
        found = places([row.item.entry.interval for row in self.rows], [event.date for event, _ in added])
        return list(zip(found, (data for _, data in added), strict=True))


def conflict_text(key: str, typed: Any, now: Any) -> str:
    """What stands open where a person and the articles both changed a field, and how to settle it."""
    return f"{key} stays {typed!r}, but the articles now say {now!r}: take that over, or settle it with 'pinned: {key}'"


def base_entry(ident: Any, told: Mapping[str, Any], sources: Any, joined: Any = ()) -> BaseEntry:
    """What a build remembers of an entry: the extractor's fields and whose sources are whose."""
    more = {key: told[key] for key in MORE if key in told}
    return BaseEntry(id=ident, date=told["date"], title=told["title"], more=more, sources=sources, joined=list(joined))


def _renamed(entry: BaseEntry, again: Mapping[str, str]) -> BaseEntry:
    """The entry with the ids that edited sentences have now."""
    if not any(s["id"] in again for s in [*entry.sources, *entry.joined]):
        return entry
    lists = {name: [{**s, "id": again.get(s["id"], s["id"])} for s in getattr(entry, name)] for name in ("sources", "joined")}
    return entry.model_copy(update=lists)


def _stub(typed: Mapping[str, Any]) -> dict[str, str]:
    """As much of a source as may be trusted where nothing is known of it: so all else counts as typed."""
    return {"id": str(typed["id"]), "article": str(typed.get("article", ""))}


def _followed(typed: Mapping[str, Any], before: Mapping[str, str] | None, new: Mapping[str, str]) -> dict[str, Any]:
    """A source of the file, its untouched fields as the build has them now; as it is where nothing is known of it."""
    if before is None:
        return dict(typed)
    out = {key: value for key, value in typed.items() if key != "gone"}
    for key in ("article", "published", "sentence", "phrase", "date"):
        if typed.get(key, "") == before.get(key, ""):
            out |= {key: new[key]} if key in new else {}
            if key not in new:
                out.pop(key, None)
    return out


__all__ = ["Item", "Outcome", "Plan", "Row", "event_data", "reconcile", "source_data"]
