"""The entries as readers see them: without what a person hides, and with those that are the same event under one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.entries import Entry
from timeline.errors import Fault


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """The entries to show, in their order: hidden ones left out, the sources of a `same_as` under the entry it names.

    >>> one, two = ({"id": i, "date": "2020", "title": i, "sources": [{"article": f"{i}.txt"}]} for i in "ab")
    >>> found = standing(Entry.model_validate(data) for data in (one, two | {"same_as": "a"}))
    >>> [(entry.id, [source.article for source in entry.sources]) for entry in found]
    [('a', ['a.txt', 'b.txt'])]
    """
    listed = list(entries)
    by_id = {entry.id: entry for entry in listed if entry.id}
    under: dict[str, list[Entry]] = {}
    for entry in listed:
        if entry.same_as and (home := home_of(entry, by_id)) is not None:
            under.setdefault(home.id, []).append(entry)
    out = []
    for entry in listed:
        if entry.hidden or (entry.same_as and home_of(entry, by_id) is not None):
            continue
        same = under.get(entry.id, []) if entry.id else []
        sources = [*entry.sources, *(source for other in same for source in other.sources)]
        out.append(entry.model_copy(update={"sources": sources}) if same else entry)
    return out


def home_of(entry: Entry, by_id: Mapping[str, Entry]) -> Entry | None:
    """The entry that a chain of `same_as` ends at; None where it leads nowhere or in a circle."""
    seen = {entry.id}
    while entry.same_as:
        following = by_id.get(entry.same_as)
        if following is None or following.id in seen:
            return None
        seen.add(following.id)
        entry = following
    return entry


def astray(entries: Iterable[tuple[Entry, Fault]]) -> list[Fault]:
    """A fault for each `same_as` that leads nowhere or in a circle; each entry comes with a fault that has its place."""
    listed = list(entries)
    by_id = {entry.id: entry for entry, _ in listed if entry.id}
    out = []
    for entry, at in listed:
        if entry.same_as and home_of(entry, by_id) is None:
            there = entry.same_as in by_id
            said = "leads in a circle: delete one of them" if there else "names no entry of this file: it has to be an id"
            out.append(Fault(at.line, at.column, f"same_as: '{entry.same_as}' {said}"))
    return out
