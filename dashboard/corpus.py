"""A corpus with the curated entries of a file over it: the second of the two kinds of `Events`.

An entry takes the place of the events of the corpus that have its id or the id of one of its sources; one that a person
typed stands beside them. Both lie in one row, in order of date, in which each has its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from dashboard.columns import Columns, Days, Flags, Numbers, Traits
from dashboard.events import Lanes
from dashboard.facets import ARTICLE, FACETS
from dashboard.filters import Filters
from dashboard.item import BY_HAND, NONE, Item
from dashboard.items import Collection, found_by, lane_of
from dashboard.keeping import once
from dashboard.named import Counts, Keys, Named, Titles
from dashboard.search import fits, terms
from dashboard.told import Stock, Told
from timeline.corpus.query import LISTED, SINGLE

_ITEMS_KEPT = 20_000
_BATCH = 500  # events that are read with their sources at once
_SPREAD = 64  # ranks between two events of the corpus, for those of the file

T = TypeVar("T", bound=np.generic)


class Curated:
    """All events of a corpus and of a file, in order of date."""

    def __init__(self, base: Stock, file: Collection) -> None:
        self.base, self.file = base, file
        self.kept: dict[Any, Any] = {}
        replaced: dict[int, int] = {}
        for number, item in enumerate(file.items):
            for ident in (item.entry.id, *item.source_ids):
                place = base.place(ident) if ident else None
                if place is not None:
                    replaced.setdefault(place, number)
        self._replaced = replaced
        left = np.ones(len(base), dtype=np.bool_)
        left[list(replaced)] = False
        self._left = np.flatnonzero(left)
        columns = base.columns.taken(self._left) if replaced else base.columns
        self._at = np.searchsorted(_order(columns), _order(file.columns), "right")
        self.columns = self._all_columns(columns)
        self.traits = self._all_traits()
        self.items = _Items(self)

    # ------------------------------------------------------------ one row of both

    def _joined(self, column: Any, own: Any) -> Any:
        """A column of the corpus, without what is replaced, with that of the file in it."""
        column = column[self._left] if len(column) != len(self._left) else column
        return np.insert(column, self._at, own) if len(own) else column

    def _all_columns(self, columns: Columns) -> Columns:
        own = {name: getattr(self.file.columns, name) for name in Columns.__slots__}
        above = np.searchsorted(self.base.unimportance, [-item.weight for item in self.file.items])
        own["rank"] = (above * _SPREAD - _SPREAD + 1 + np.minimum(own["rank"], _SPREAD - 2)).astype(np.int32)
        spread = {name: getattr(columns, name) for name in Columns.__slots__} | {"rank": columns.rank * _SPREAD}
        return Columns(**{name: self._joined(spread[name], own[name]) for name in Columns.__slots__})

    def _all_traits(self) -> Traits:
        return Traits(
            *(self._joined(getattr(self.base.traits, name), getattr(self.file.traits, name)) for name in Traits.__slots__)
        )

    def __len__(self) -> int:
        return len(self._left) + len(self.file.items)

    def of(self, place: int) -> tuple[bool, int]:
        """Whether an event is of the corpus, and its place there or in the file."""
        before = int(np.searchsorted(self._file_places, place))
        if before < len(self._file_places) and self._file_places[before] == place:
            return False, before
        return True, int(self._left[place - before])

    @cached_property
    def _file_places(self) -> Numbers:
        """The places of the events of the file."""
        found: Numbers = self._at + np.arange(len(self._at))
        return found

    def place(self, key: str) -> int | None:
        """The place of the event of that key; of one that an entry has taken the place of, that of the entry."""
        number = self.file.places.get(key)
        if number is None:
            place = self.base.place(key)
            if place is None:
                return None
            if place not in self._replaced:
                if self.base.ids[int(self.base.rows[place])] != key:
                    return None  # the id of another source
                at = int(np.searchsorted(self._left, place))
                return at + int(np.searchsorted(self._at, at, "right"))
            number = self._replaced[place]
        return int(self._file_places[number])

    def find(self, key: str) -> Item | None:
        """The event of that key, with all its sources."""
        place = self.place(key)
        return None if place is None else next(iter(self.whole(np.array([place]))))

    def whole(self, places: Numbers) -> Iterator[Item]:
        """These events with all their sources."""
        for first in range(0, len(places), _BATCH):
            some = [self.of(place) for place in places[first : first + _BATCH].tolist()]
            full = iter(self.base.full([place for is_told, place in some if is_told]))
            yield from (next(full) if is_told else self.file.items[place] for is_told, place in some)

    # ------------------------------------------------------------ filters

    def matching(self, filters: Filters) -> Numbers:
        """The places of those that have what is looked for."""
        own = np.zeros(len(self.file.items), dtype=np.bool_)
        own[self.file.matching(filters)] = True
        found: Numbers = np.flatnonzero(self._joined(self._told_match(filters), own))
        return found

    def _told_match(self, filters: Filters) -> Flags:
        """Which events of the corpus have what is looked for."""
        base, columns = self.base, self.base.columns
        found = base.traits.disputed.copy() if filters.conflicts else np.ones(len(base), dtype=np.bool_)
        low, high = filters.days
        if low is not None:
            found &= columns.last >= low
        if high is not None:
            found &= columns.first <= high
        for name in (ARTICLE, *filters.facets):
            if chosen := filters.chosen(name):
                found &= self._having(name, chosen)
        if wanted := terms(filters.words):
            rows = base.corpus.search((term.text, term.out) for term in wanted)
            said = np.zeros(len(base), dtype=np.bool_)
            said[base.places[rows]] = True
            found &= said
        return found

    def _having(self, name: str, chosen: Sequence[str]) -> Flags:
        base = self.base
        if name in LISTED:
            held = base.held[name]
            out = np.zeros(len(base), dtype=np.bool_)
            out[held.places[np.isin(held.codes, held.numbers(chosen))]] = True
            return out
        if name in SINGLE:
            names, numbers = base.singles[name]
            return np.isin(numbers, [names.index(value) for value in chosen if value in names])
        return np.full(len(base), name == "reviewed" and "no" in chosen)

    # ------------------------------------------------------------ lanes

    def lanes(self, by: str, chosen: Sequence[str]) -> Lanes:
        """In which lane each event stands."""
        told, names = self._told_lanes(by, chosen)
        lane = lane_of(self, by, chosen)
        more: dict[str, int] = {}
        own = []
        for item in self.file.items:
            key = lane(item)
            number = names.place(key)
            own.append(len(names) + more.setdefault(key, len(more)) if number is None else number)
        keys = Keys(names, [*more])
        apart = tuple(number for number in (names.place(NONE), *(len(names) + at for at in more.values())) if number is not None)
        special = tuple(number for number in apart if keys[number] in (NONE, BY_HAND))
        return Lanes(keys, self._joined(told, np.array(own, dtype=np.int32)), special)

    def _told_lanes(self, by: str, chosen: Sequence[str]) -> tuple[Days, Named]:
        """For each event of the corpus the number of its lane, and their names; what has no value has the last one."""
        base = self.base
        if by in SINGLE:
            names, codes = base.singles[by]
            return codes.astype(np.int32), Named(names)
        if by not in LISTED:
            return np.zeros(len(base), dtype=np.int32), Named([])
        held = base.held[by]
        out = np.full(len(base), len(held.names), dtype=np.int32)
        wanted = held.numbers(chosen)
        everything = np.ones(len(held.codes), dtype=np.bool_)
        for some in (everything, np.isin(held.codes, wanted)) if wanted else (everything,):
            places, numbers = held.places[some], held.codes[some]
            if not len(places):
                continue
            starts = np.flatnonzero(np.r_[True, places[1:] != places[:-1]])
            if by == ARTICLE:
                out[places[starts]] = numbers[starts]
            else:
                out[places[starts]] = held.order[np.minimum.reduceat(held.ranks[numbers], starts)]
        return out, Named(held.names)

    # ------------------------------------------------------------ what there is to choose from

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many events have each value of each facet."""
        return {name: self._counts(name) for name in (ARTICLE, *FACETS)}

    def _counts(self, name: str) -> Mapping[str, int]:
        own = self.file.counts.get(name, {})
        if name in LISTED:
            less = [value for place in self._replaced for value in self.base.listed(name, place)]
            return Counts(self.base.held[name], own, less)
        if name in SINGLE:
            names, codes = self.base.singles[name]
            found = np.bincount(codes[self._left], minlength=len(names)).tolist()
            told = dict(zip(names, found, strict=True))
        else:
            told = {"no": len(self._left)} if name == "reviewed" else {}
        summed = {value: told.get(value, 0) + own.get(value, 0) for value in [*told, *own]}
        return dict(sorted(((value, count) for value, count in summed.items() if count), key=lambda pair: (-pair[1], pair[0])))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of the articles by their paths."""
        return Titles(self.base.held[ARTICLE], self.file.titles)

    def values(self, name: str, places: Numbers) -> set[str]:
        """All values of a facet that these have."""
        if name not in SINGLE:
            return {value for place in places.tolist() for value in self.items[place].values(name)}
        names, codes = self.base.singles[name]
        own = [name_ for item in self.file.items for name_ in item.values(name)]
        keys = [*dict.fromkeys([*names, *own])]
        joined = self._joined(codes, np.array([keys.index(value) for value in own], dtype=codes.dtype))
        return {keys[number] for number in np.unique(joined[places]).tolist()}

    def offered(self, name: str, typed: str, most: int) -> tuple[list[str], int]:
        """Values of a facet that have the typed words, and how many do."""
        counts = self.counts[name]
        if not isinstance(counts, Counts):
            found = [value for value in counts if fits(typed, found_by(name, value, {}))]
            return found[:most], len(found)
        if typed.strip():
            found = [value for value, words in self._words(name) if fits(typed, words)]
            found = sorted(found, key=lambda value: -counts.get(value, 0)) if len(found) > most else found
            return found[:most], len(found)
        every = self.titles if name == ARTICLE and len(self.titles) <= most else counts
        return [value for value, _ in zip(every, range(most), strict=False)], len(every)

    def _words(self, name: str) -> list[tuple[str, str]]:
        every = self.titles if name == ARTICLE else self.counts[name]
        return once(self.kept, ("words", name), lambda: [(value, found_by(name, value, self.titles)) for value in every])

    def sorting(self, sort: str) -> Numbers | None:
        """Numbers by which the list is sorted."""
        if sort == "sources":
            return self._sorted_by(-self.base.tellers.astype(np.int64), [-item.tellers for item in self.file.items])
        if sort == "review":
            told = np.zeros(len(self.base), dtype=np.int64)
            return self._sorted_by(told, [int(item.entry.reviewed) for item in self.file.items])
        if sort == "title":
            order = self.base.title_order
            return self._sorted_by(order * 2, [self.base.title_place(item.entry.title) for item in self.file.items])
        return None

    def _sorted_by(self, told: Numbers, own: Sequence[int]) -> Numbers:
        found: Numbers = self._joined(told, np.array(own, dtype=np.int64))
        return found


def _order(columns: Columns) -> Numbers:
    """The first and the last day of each as one number, by which events stand in order."""
    found: Numbers = columns.low.astype(np.int64) << 32 | (columns.high.astype(np.int64) & 0xFFFFFFFF)
    return found


class _Items(Sequence[Item]):
    """The events of both, made when they are asked for; those that were asked for last are kept."""

    def __init__(self, events: Curated) -> None:
        self._events = events
        self._made: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self._events)

    def __getitem__(self, at: Any) -> Any:
        """An event."""
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        if at not in self._made:
            if len(self._made) >= _ITEMS_KEPT:
                self._made.clear()
            is_told, place = self._events.of(int(at))
            made = Told(self._events.base, place) if is_told else self._events.file.items[place]
            self._made[at] = made
            return made
        return self._made.get(at) or self[at]
