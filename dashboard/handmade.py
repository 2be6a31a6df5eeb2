"""Which entries a person changed since a build wrote them. Pure: compares the file with the base of the merge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.archive import base_of
from timeline.entries import PINNABLE, Entry
from timeline.records import BaseEntry


def edited(entries: Iterable[Entry], base: bytes) -> frozenset[str]:
    """The ids of entries whose fields are not what the articles say; `base` is what the last build kept of those.

    An entry that the base does not know was typed, merged or split by hand. Without a base nothing can be told.

    >>> edited([Entry.model_validate({"id": "a", "date": "2020", "title": "Talks"})], b"")
    frozenset()
    """
    known = base_of(base) if base else None
    if known is None:
        return frozenset()
    before = {each.id: each for each in known.entries}
    return frozenset(entry.id for entry in entries if entry.id and _differs(entry, before.get(entry.id)))


def _differs(entry: Entry, before: BaseEntry | None) -> bool:
    return before is None or bool(before.joined) or any(getattr(entry, key) != _told(before, key) for key in PINNABLE)


def _told(before: BaseEntry, key: str) -> Any:
    return before.told.get(key, Entry.model_fields[key].get_default(call_default_factory=True))
