"""The entries as readers see them: without what a person hides, and with those that are the same event under one another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from timeline.entries import Entry
from timeline.errors import Fault


def standing(entries: Iterable[Entry], *, hidden: bool = False) -> list[Entry]:
    """The entries to show, in their order: the sources of a `same_as` under the entry it names, hidden ones left out.

    With `hidden` those are among them.

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
        if (entry.hidden and not hidden) or (entry.same_as and home_of(entry, by_id) is not None):
            continue
        same = under.get(entry.id, []) if entry.id else []
        sources = [*entry.sources, *(source for other in same for source in other.sources)]
        out.append(entry.model_copy(update={"sources": sources}) if same else entry)
    return out


def handles(entries: Iterable[Entry]) -> list[str]:
    """A key for each entry, no two alike: its id, else one that stays as long as its date and title do.

    The same for all entries of a file and for those that stand alone.

    >>> handles([Entry.model_validate({"date": "2020", "title": "Talks", **more}) for more in ({"id": "a"}, {}, {})])
    ['a', 'by-hand-43138529ae', 'by-hand-43138529ae.2']
    """
    listed = list(entries)
    by_id = {entry.id: entry for entry in listed if entry.id}
    under = [bool(entry.same_as) and home_of(entry, by_id) is not None for entry in listed]
    out = [""] * len(listed)
    used = set(by_id)
    for at in sorted(range(len(listed)), key=lambda at: (not listed[at].id, under[at])):
        entry = listed[at]
        out[at] = entry.id or _free(_by_hand(entry), used)
        used.add(out[at])
    return out


def _by_hand(entry: Entry) -> str:
    return "by-hand-" + hashlib.sha256(f"{entry.date}\n{entry.title}".encode()).hexdigest()[:10]


def _free(wanted: str, used: set[str]) -> str:
    key, number = wanted, 1
    while key in used:
        number += 1
        key = f"{wanted}.{number}"
    return key


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
