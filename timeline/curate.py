"""What a person does to entries, as a change of the file: the text that a hand edit would have left. Touches no file.

An edit says what the person saw. Where the entry is no longer so, nothing is changed: both versions are given back.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from timeline.entries import Entry
from timeline.errors import DateSyntaxError
from timeline.identity import short_id
from timeline.model import HAPPENED
from timeline.notation import Words, parse_date
from timeline.order import places
from timeline.splice import Change, Splicer
from timeline.standing import handles
from timeline.store import EventsFile, loads
from timeline.yamltext import Data

Facts = Mapping[str, Any]
"""An entry as JSON: its keys and values without those that say nothing."""


@dataclass(frozen=True, slots=True)
class Edit:
    """New values of an entry's fields; one that says nothing ("", [], False, "happened") takes its key away.

    `key` is that of `standing.handles`, "" for a new entry, and `seen` what the person saw of it (see `facts`).
    `removed` takes the entry out of the file. A `loose` edit only minds whether its own fields are as they were seen.
    """

    key: str
    seen: Facts
    fields: Facts
    removed: bool = False
    loose: bool = False

    def fits(self, now: Facts) -> bool:
        """Whether the entry is as the person saw it."""
        if not self.loose:
            return now == self.seen
        return all(now.get(name) == self.seen.get(name) for name in self.fields)

    def is_done(self, now: Facts) -> bool:
        """Whether the entry says already what the edit is to make of it."""
        return not self.removed and all(_data(key, now.get(key)) == _data(key, value) for key, value in self.fields.items())

    @property
    def mine(self) -> Facts:
        """The entry as the person wants it."""
        return {key: value for key, value in {**self.seen, **self.fields}.items() if _data(key, value) is not None}


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit of an entry that somebody else has changed since. `theirs` is what it says now; None where it is gone."""

    edit: Edit
    theirs: Facts | None

    @property
    def anew(self) -> Edit:
        """The same edit of the entry as it is now: what the person changed wins. One that is gone is written again."""
        if self.theirs is None:
            return Edit("", {}, self.edit.mine)
        return Edit(self.edit.key, self.theirs, self.edit.fields, self.edit.removed)


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text, the keys that its edited entries have now ("" for one taken out), and the edits that lead back.

    `after` is the new text as it was read, where it was.
    """

    text: str
    keys: tuple[str, ...]
    back: tuple[Edit, ...]
    after: EventsFile | None = None


def facts(entry: Entry) -> dict[str, Any]:
    """What an entry says, as JSON.

    >>> facts(Entry.model_validate({"date": "2020", "title": "Talks", "tags": "peace", "hidden": "no"}))
    {'date': '2020', 'title': 'Talks', 'tags': ['peace']}
    """
    return entry.model_dump(mode="json", exclude_defaults=True)


def edited(file: EventsFile, edits: Sequence[Edit], words: Words | None = None) -> Edited | Conflict:
    """The text of the file after edits of different entries; only the lines of these change.

    A Conflict where one of them is not as the person saw it. Raises EventsFileError where the new text
    would not be sound, and TimelineError where the layout of the file allows no such change.
    """
    places = {key: at for at, key in enumerate(handles(file.entries))}
    replaced: dict[int, dict[str, Data]] = {}
    removed: set[int] = set()
    added: list[tuple[int | None, dict[str, Data]]] = []
    for edit in edits:
        at = places.get(edit.key)
        if not edit.key:
            added.append((_place(file, edit, words), _changed({}, edit.fields)))
        elif at is None:
            return Conflict(edit, None)
        elif not edit.fits(now := facts(file.placed[at].entry)):
            if not edit.is_done(now):
                return Conflict(edit, now)
        elif edit.removed:
            removed.add(at)
        else:
            replaced[at] = _changed(file.placed[at].item.data, edit.fields)
    change = Change(replaced, frozenset(removed), added)
    splicer = Splicer(file.text, file.root, [one.item for one in file.placed])
    text = splicer.write(change)
    after = loads(text, file.path, words)
    splicer.verify([one.item for one in after.placed], change)
    keys = handles(after.entries)
    out, back = [], []
    for edit, new in zip(edits, _new_places(edits, places, change, len(file.placed)), strict=True):
        out.append("" if new is None else keys[new])
        back.append(_back(edit, out[-1], {} if new is None else facts(after.entries[new])))
    return Edited(text, tuple(out), tuple(back), after)


def _changed(data: Mapping[str, Data], fields: Facts) -> dict[str, Data]:
    """The data with the fields of an edit; what says the same already keeps its form."""
    out = dict(data)
    for key, value in fields.items():
        new = _data(key, value)
        if new is None:
            out.pop(key, None)
        elif [out.get(key)] != new:  # `tags: one` and `tags: [one]` say the same
            out[key] = new
    return out


def _data(key: str, value: Any) -> Data | None:
    """A value as the file has it; None for one that says nothing."""
    if value is True:
        return "true"
    if not value or (key == "status" and value == HAPPENED):
        return None
    return value if isinstance(value, str | list | dict) else str(value)


def _place(file: EventsFile, edit: Edit, words: Words | None) -> int | None:
    """Before which entry a new one stands: in order of date where the file is in order, else at its end (None)."""
    try:
        date = parse_date(str(edit.fields.get("date", "")), words)
    except DateSyntaxError:
        return None  # what is wrong with it, reading the new text tells
    return places([entry.interval for entry in file.entries], [date])[0]


def _new_places(edits: Sequence[Edit], places: Mapping[str, int], change: Change, size: int) -> list[int | None]:
    """Where each edited entry stands in the new file; None where it was taken out."""
    wanted = [size if before is None else before for before, _ in change.added]

    def moved(at: int) -> int:
        return at - sum(gone < at for gone in change.removed)

    out: list[int | None] = []
    fresh = 0
    for edit in edits:
        if edit.removed:
            out.append(None)
        elif edit.key:
            out.append(moved(places[edit.key]) + sum(before <= places[edit.key] for before in wanted))
        else:
            own = wanted[fresh]
            ahead = sum(before < own for before in wanted) + wanted[:fresh].count(own)
            out.append(moved(own) + ahead)
            fresh += 1
    return out


def _back(edit: Edit, key: str, now: Facts) -> Edit:
    """The edit that takes back an edit, of the entry as that left it."""
    if edit.removed:
        return Edit("", {}, edit.seen)
    if not edit.key:
        return Edit(key, now, {}, removed=True)
    return Edit(key, now, {name: edit.seen.get(name, "") for name in edit.fields}, loose=True)


# ---------------------------------------------------------------- several entries at once


def merged(stays: tuple[str, Facts], goes: tuple[str, Facts], taken: Container[str]) -> list[Edit]:
    """The edits that put an entry under another, each given by its key and facts; that gets an id if it has none.

    `taken` are the ids and keys of the file.
    """
    ident = str(stays[1].get("id", ""))
    if ident:
        return [Edit(*goes, {"same_as": ident})]
    made = (short_id("by hand", stays[0], str(number)) for number in count())
    free = next(ident for ident in made if ident not in taken)
    return [Edit(*stays, {"id": free}), Edit(*goes, {"same_as": free})]


def parted(key: str, own: Mapping[str, Entry]) -> list[Edit]:
    """The edits that take an entry apart: from those that were put under it, else into its sources.

    `own` are the entries of the file by their keys. Where there is nothing to part, there are no edits; what is
    marked to be split already loses that mark.
    """
    entry = own[key]
    under = [(each, other) for each, other in own.items() if entry.id and other.same_as == entry.id]
    if under:
        return [Edit(each, facts(other), {"same_as": ""}) for each, other in under]
    return [Edit(key, facts(entry), {"split": not entry.split})] if len(entry.sources) > 1 else []
