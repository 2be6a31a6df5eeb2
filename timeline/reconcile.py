"""Last build x the edited file x this build -> what the file should say. Pure: sees no file, no article.

    not touched by the person   follows the extractor
    changed by the person       stays as typed; where the extractor changed too, that is a conflict
    deleted by the person       stays deleted, with all its sources
    gone from the articles      dropped if never touched, else its source is marked `gone: true`

Where nothing is known of the last build (no base, or one that belongs to another version of the file),
nothing counts as deleted and nothing of the file is dropped or changed; only what is new is added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from timeline.archive import BaseEntry
from timeline.entries import Entry
from timeline.model import Event, Source
from timeline.notation import date_text
from timeline.splice import Change
from timeline.yamltext import Data

FIELDS = ("date", "title")
_SAME_SENTENCE = 0.8  # how much of two sentences must agree for one to be the other, edited


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the file: its values as text, read as an Entry, and whether a comment stands in it."""

    data: Mapping[str, Data]
    entry: Entry
    commented: bool = False


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
    }
    return {key: value for key, value in values.items() if value}


def event_data(event: Event) -> dict[str, Any]:
    """An event as a build writes it into events.yaml."""
    return {
        "id": event.sources[0].id,
        "date": date_text(event.date),
        "title": event.title,
        "sources": [source_data(source) for source in event.sources],
    }


def reconcile(
    events: Sequence[Event],
    items: Sequence[Item],
    base: Sequence[BaseEntry] | None,
    in_scope: Callable[[str], bool],
    tombstones: Sequence[BaseEntry] = (),
) -> Plan:
    """What to do. `base` is None where nothing is known of the last build; `in_scope` tells whether an
    article (by its path) was read by this build, so that only its events may change or go; `tombstones`
    are deletions known even where the rest of the base is not to be trusted."""
    return _Reconciler(events, items, base, in_scope, tombstones).run()


class _Reconciler:
    def __init__(
        self,
        events: Sequence[Event],
        items: Sequence[Item],
        base: Sequence[BaseEntry] | None,
        in_scope: Callable[[str], bool],
        tombstones: Sequence[BaseEntry],
    ) -> None:
        self.events = events
        self.items = items
        self.known = base is not None
        self.in_scope = in_scope
        entries = list(tombstones) if base is None else list(base)
        self.before = {e.id: e for e in entries if not e.deleted}
        self.tombstones = [e for e in entries if e.deleted]
        self.outcome = Outcome()
        self.replaced: dict[int, dict[str, Data]] = {}
        self.removed: set[int] = set()
        self.after: dict[str, BaseEntry] = {}
        self.holder = {s.id: i for i, item in enumerate(items) for s in item.entry.sources if s.id}
        for i, item in enumerate(items):
            self.holder.setdefault(item.entry.id, i)
        self.holder.pop("", None)

    def run(self) -> Plan:
        self._find_edited_sentences()
        dead = self._deleted_sources()
        by_item: dict[int, list[Event]] = {}
        fresh: list[Event] = []
        for event in self.events:
            ids = [s.id for s in event.sources]
            homes = sorted({self.holder[i] for i in ids if i in self.holder})
            if homes:
                by_item.setdefault(self._home(homes), []).append(event)
                for other in homes:
                    by_item.setdefault(other, [])
            elif dead.intersection(ids):
                self._stay_deleted(event)
            else:
                fresh.append(event)
        for index, item in enumerate(self.items):
            self._item(index, item, by_item.get(index, []))
        added = [self._add(event) for event in fresh]
        self._carry_over()
        change = Change(self.replaced, frozenset(self.removed), self._places(added))
        base = sorted([*self.after.values(), *self.tombstones], key=lambda e: (e.deleted, e.id))
        return Plan(change, base, self.outcome)

    # ------------------------------------------------------------ finding

    def _find_edited_sentences(self) -> None:
        """A sentence that was edited has a new id; find its entry by article, phrase and likeness."""
        now = {s.id for e in self.events for s in e.sources}
        lost = [
            (s.article, s.phrase, s.sentence, i)
            for i, item in enumerate(self.items)
            for s in item.entry.sources
            if s.id and s.id not in now and self.in_scope(s.article)
        ]
        for event in self.events:
            for source in event.sources:
                if source.id in self.holder or not lost:
                    continue
                best = max(lost, key=lambda old: _likeness(old, source))
                if _likeness(best, source) >= _SAME_SENTENCE:
                    self.holder[source.id] = best[3]
                    lost.remove(best)

    def _deleted_sources(self) -> set[str]:
        """Ids of sources whose entry a person deleted, now or before; new deletions become tombstones."""
        ids = {item.entry.id for item in self.items}
        if self.known:
            for entry in self.before.values():
                gone = [s for s in entry.sources if s["id"] not in self.holder]
                if entry.id not in ids and gone and len(gone) == len(entry.sources):
                    self.tombstones.append(entry.model_copy(update={"deleted": True}))
        self.tombstones = [t for t in self.tombstones if not any(s["id"] in self.holder for s in t.sources)]
        return {s["id"] for t in self.tombstones for s in t.sources}

    def _home(self, homes: list[int]) -> int:
        """Of several entries that hold sources of one event, the one a person has worked on, else the first."""
        return next((i for i in homes if self._touched(self.items[i])), homes[0])

    def _touched(self, item: Item) -> bool:
        old = self.before.get(item.entry.id)
        if old is None or not self.known or item.commented:
            return True
        return dict(item.data) != _entry_data(old)

    # ------------------------------------------------------------ deciding

    def _item(self, index: int, item: Item, events: list[Event]) -> None:
        """One entry of the file: follow the extractor where the person has not touched it."""
        if not item.entry.sources:
            return
        event = next((e for e in events if any(s.id == item.entry.id for s in e.sources)), events[0] if events else None)
        wanted = dict(item.data)
        old = self.before.get(item.entry.id)
        if event is not None:
            self._follow_fields(item, event, old, wanted)
        told = {s.id: s for e in events for s in e.sources}
        elsewhere = {s.id for e in self.events for s in e.sources} - told.keys()
        sources = self._sources(item, old, told, elsewhere)
        if all(source.get("gone") for source in sources) and not self._touched(item):
            self.removed.add(index)
            self.outcome.dropped += 1
            return
        wanted["sources"] = [dict(source) for source in sources]
        if wanted != dict(item.data):
            self.replaced[index] = wanted
            self.outcome.updated += 1
        self._remember(item, event, old, [s for s in sources if not s.get("gone")], told)

    def _follow_fields(self, item: Item, event: Event, old: BaseEntry | None, wanted: dict[str, Data]) -> None:
        new = event_data(event)
        kept = False
        for key in FIELDS:
            typed = item.data.get(key)
            if typed == new[key]:
                continue
            if self.known and old is not None and typed == getattr(old, key):
                wanted[key] = new[key]
                continue
            kept = True
            if self.known and old is not None and new[key] != getattr(old, key):
                said = f"the articles now say {new[key]!r} (before: {getattr(old, key)!r})"
                self.outcome.conflicts.append(f"{item.entry.title}: {key} stays {typed!r}; {said}")
        self.outcome.kept += kept

    def _sources(
        self, item: Item, old: BaseEntry | None, told: Mapping[str, Source], elsewhere: Set[str]
    ) -> list[dict[str, str]]:
        """The sources of an entry: those of the file, followed or marked gone, then those that are new."""
        before = {s["id"]: s for s in old.sources} if old is not None else {}
        out: list[dict[str, str]] = []
        listed = set()
        raw: Any = item.data.get("sources") or []
        for typed in raw:
            ident = typed.get("id", "")
            listed.add(ident)
            if ident in told:
                out.append(_followed(typed, before.get(ident), source_data(told[ident])))
            elif not self.in_scope(typed.get("article", "")) or not ident:
                out.append(dict(typed))
            elif ident in elsewhere and typed == before.get(ident):
                continue  # the extractor now tells it with another entry
            else:
                out.extend(self._lost(typed, before.get(ident), told))
        replaced = {s["replaces"] for s in out if "replaces" in s}
        new = [s for s in told.values() if s.id not in listed and s.id not in before and s.id not in replaced]
        out.extend(source_data(s) for s in new)
        return [{k: v for k, v in s.items() if k != "replaces"} for s in out]

    def _lost(
        self, typed: Mapping[str, str], before: Mapping[str, str] | None, told: Mapping[str, Source]
    ) -> list[dict[str, str]]:
        """A source whose sentence its article no longer has: found edited, or marked gone."""
        like = (typed.get("article", ""), typed.get("phrase", ""), typed.get("sentence", ""), 0)
        edited = next((s for s in told.values() if _likeness(like, s) >= _SAME_SENTENCE), None)
        if edited is not None:
            return [{**_followed(typed, before, source_data(edited)), "id": edited.id, "replaces": edited.id}]
        if not self.known:
            return [dict(typed)]
        self.outcome.gone += "gone" not in typed
        return [{**typed, "gone": "true"}]

    def _remember(
        self, item: Item, event: Event | None, old: BaseEntry | None, alive: list[dict[str, str]], told: Mapping[str, Source]
    ) -> None:
        ident = item.entry.id
        if event is not None and ident:
            new = event_data(event)
            kept = {s["id"]: s for s in (old.sources if old is not None else []) if not self.in_scope(s["article"])}
            sources = [source_data(told[s["id"]]) if s["id"] in told else kept.get(s["id"]) for s in alive]
            self.after[ident] = BaseEntry(id=ident, date=new["date"], title=new["title"], sources=[s for s in sources if s])
        elif old is not None:
            self.after[ident] = old

    def _stay_deleted(self, event: Event) -> None:
        self.outcome.deleted += 1
        for at, tomb in enumerate(self.tombstones):
            known = {s["id"] for s in tomb.sources}
            if known.intersection(s.id for s in event.sources):
                new = [source_data(s) for s in event.sources if s.id not in known]
                self.tombstones[at] = tomb.model_copy(update={"sources": [*tomb.sources, *new]})
                return

    def _add(self, event: Event) -> tuple[Event, dict[str, Data]]:
        data = event_data(event)
        self.after[data["id"]] = BaseEntry.model_validate(data)
        self.outcome.added += 1
        return event, data

    def _carry_over(self) -> None:
        """What lies outside this build's articles stays in the base as it was."""
        present = {item.entry.id for item in self.items}
        for ident, old in self.before.items():
            if ident in present and ident not in self.after and all(not self.in_scope(s["article"]) for s in old.sources):
                self.after[ident] = old

    # ------------------------------------------------------------ placing

    def _places(self, added: list[tuple[Event, dict[str, Data]]]) -> list[tuple[int | None, dict[str, Data]]]:
        """New entries stand in order of date where the file does, else at its end."""
        added.sort(key=lambda pair: sort_key(pair[0].date))
        dates = [sort_key(item.entry.interval) for item in self.items]
        if dates != sorted(dates):
            return [(None, data) for _, data in added]
        out: list[tuple[int | None, dict[str, Data]]] = []
        for event, data in added:
            at = next((i for i, date in enumerate(dates) if date > sort_key(event.date)), None)
            out.append((at, data))
        return out


def sort_key(interval: Any) -> tuple[float, float]:
    """Order of events: by first possible minute, then by last; an open beginning comes first."""
    start = float("-inf") if interval.start is None else interval.start
    end = float("inf") if interval.end is None else interval.end
    return start, end


def _entry_data(old: BaseEntry) -> dict[str, Any]:
    return {"id": old.id, "date": old.date, "title": old.title, "sources": [dict(s) for s in old.sources]}


def _followed(typed: Mapping[str, str], before: Mapping[str, str] | None, new: Mapping[str, str]) -> dict[str, str]:
    """A source of the file, its untouched fields as the build has them now."""
    out = {key: value for key, value in typed.items() if key != "gone"}
    for key, value in new.items():
        untouched = key not in typed if before is None else typed.get(key, "") == before.get(key, "")
        if untouched:
            out |= {key: value}
    return out


def _likeness(old: tuple[str, str, str, int], source: Source) -> float:
    """How alike a sentence of the file is to one of the article, 0 to 1; 0 where article or phrase differ."""
    article, phrase, sentence, _ = old
    if article != source.article or phrase != source.phrase:
        return 0.0
    matcher = SequenceMatcher(None, sentence, source.sentence, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SAME_SENTENCE else 0.0
