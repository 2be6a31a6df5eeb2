"""What a person keeps apart: sources of an entry marked `split: true` are events of their own, whatever the merge says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from timeline.entries import Entry
from timeline.model import Event, Source
from timeline.trace import find_again


def apart_in(entries: Iterable[Entry], alone: Mapping[str, Event], renamed: Mapping[str, str]) -> frozenset[str]:
    """The ids of the sources that stand in entries marked `split: true`, also of those whose sentence was edited since.

    `alone` has the event of each source as its article tells it, `renamed` the new paths of articles.
    """
    listed = list(entries)
    parted = {source.id: source for entry in listed if entry.split for source in entry.sources if source.id}
    lost = {ident: source.model_dump() for ident, source in parted.items() if ident not in alone}
    again = {}
    if lost:
        known = {source.id for entry in listed for source in entry.sources}
        again = find_again(lost, [s for ident, e in alone.items() for s in e.sources if ident not in known], renamed)
    return frozenset(again.get(ident, ident) for ident in parted)


def keep_apart(merged: Iterable[Event], apart: Set[str], alone: Mapping[str, Event]) -> list[Event]:
    """The events with those sources taken out of the others; `alone` has the event of each source as its article tells it."""
    out: list[Event] = []
    for event in merged:
        parted = [source for source in event.sources if source.id in apart]
        rest = [source for source in event.sources if source.id not in apart]
        if not parted or len(event.sources) == 1:
            out.append(event)
            continue
        if rest:
            out.append(_of(event, rest, alone))
        out += [alone[source.id] for source in parted if source.id in alone]
    return out


def _of(event: Event, sources: list[Source], alone: Mapping[str, Event]) -> Event:
    """The event without the others; where only one source is left, as that tells it."""
    if len(sources) == 1 and sources[0].id in alone:
        return alone[sources[0].id]
    return replace(event, sources=tuple(sources))
