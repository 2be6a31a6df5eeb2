"""The events of a file, ready to be looked at: the first of the two kinds of `Events`.

Draws nothing and reads no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from dashboard.columns import Columns, Numbers, Traits, columns, numbers, traits
from dashboard.events import Events, Lanes
from dashboard.facets import ARTICLE, FACETS
from dashboard.filters import Filters
from dashboard.item import BY_HAND as BY_HAND
from dashboard.item import NONE, others_of
from dashboard.item import Item as Item
from dashboard.item import Kind as Kind
from dashboard.keeping import once
from dashboard.search import fits, fold, terms
from timeline.copies import independent
from timeline.entries import Entry
from timeline.importance import of_entry, origins_and_leads
from timeline.interval import Interval
from timeline.model import REPORTED_ON
from timeline.records import ArticleRecord
from timeline.standing import handles

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Collection:
    """All events of a file in order of date, and the titles of their articles in order of publication.

    `counts` says of each facet how many events have each of its values, the most frequent first; hidden ones don't count.
    `kept` is for what others work out of it once.
    """

    items: tuple[Item, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def places(self) -> Mapping[str, int]:
        """The place of each event in `items`, by its key."""
        return self._once("places", lambda: {item.key: place for place, item in enumerate(self.items)})

    @property
    def columns(self) -> Columns:
        """Where its events lie."""
        return self._once("columns", lambda: columns(self.items))

    @property
    def traits(self) -> Traits:
        """What else is asked of all of them."""
        return self._once("traits", lambda: traits(self.items))

    def _once(self, name: Any, work: Callable[[], T]) -> T:
        return once(self.kept, name, work)

    def matching(self, filters: Filters) -> Numbers:
        """The places of its events that have what is looked for."""
        places = self.candidates(filters)
        return numbers(place for place in places if filters.match(self.items[place]))

    def candidates(self, filters: Filters) -> Iterable[int]:
        """The places of the events that may have what is looked for; surely all that do."""
        found: set[int] | None = None
        for name in (ARTICLE, *filters.facets):
            if chosen := filters.chosen(name):
                having = {place for value in chosen for place in self._having(name).get(value, ())}
                found = having if found is None else found & having
        places: Iterable[int] = range(len(self.items)) if found is None else sorted(found)
        for term in terms(filters.words):
            text, out = term.text, term.out
            places = [place for place in places if (text in self.items[place].words) is not out]
        return places

    def _having(self, name: str) -> Mapping[str, list[int]]:
        """The places of the events that have each value of a facet."""

        def work() -> dict[str, list[int]]:
            having: dict[str, list[int]] = {}
            for place, item in enumerate(self.items):
                for value in item.values(name):
                    having.setdefault(value, []).append(place)
            return having

        return self._once(("having", name), work)

    def lanes(self, by: str, chosen: Sequence[str]) -> Lanes:
        """In which lane each of its events stands."""
        lane = lane_of(self, by, chosen)
        keys = [lane(item) for item in self.items]
        known = {key: number for number, key in enumerate(sorted(set(keys)))}
        apart = tuple(known[key] for key in (BY_HAND, NONE) if key in known)
        return Lanes(list(known), np.fromiter((known[key] for key in keys), dtype=np.int32), apart)

    def values(self, name: str, places: Numbers) -> set[str]:
        """All values of a facet that these have."""
        return {value for place in places.tolist() for value in self.items[place].values(name)}

    def offered(self, name: str, typed: str, most: int) -> tuple[list[str], int]:
        """Values of a facet that have the typed words, and how many do."""
        found = [value for value, words in self._words(name) if fits(typed, words)]
        if len(found) > most:
            counts = self.counts.get(name, {})
            found.sort(key=lambda value: -counts.get(value, 0))
        return found[:most], len(found)

    def _words(self, name: str) -> list[tuple[str, str]]:
        """All values with what they are found by."""
        every = [*self.titles, *self.counts.get(name, {})] if name == ARTICLE else self.counts.get(name, {})
        return self._once(
            ("words", name), lambda: [(value, found_by(name, value, self.titles)) for value in dict.fromkeys(every)]
        )

    def sorting(self, sort: str) -> Numbers | None:
        """Numbers by which the list is sorted."""

        def work() -> Numbers:
            titles = [item.entry.title.casefold() for item in self.items]
            places = {title: place for place, title in enumerate(sorted(set(titles)))}
            return numbers(places[title] for title in titles)

        def tellers() -> Numbers:
            return numbers(-item.tellers for item in self.items)

        def review() -> Numbers:
            return numbers(item.entry.reviewed for item in self.items)

        ways = {"title": work, "sources": tellers, "review": review}
        return self._once(("sorting", sort), ways[sort]) if sort in ways else None

    def place(self, key: str) -> int | None:
        """The place of the event of that key."""
        return self.places.get(key)

    def find(self, key: str) -> Item | None:
        """The event of that key."""
        place = self.places.get(key)
        return self.items[place] if place is not None else None

    def whole(self, places: Numbers) -> Iterable[Item]:
        """These events."""
        return map(self.items.__getitem__, places.tolist())


def lane_of(events: Events, by: str, chosen: Sequence[str]) -> Callable[[Item], str]:
    """Which lane an event stands in, by its key; NONE for one that has no value."""
    counts = events.counts.get(by, {})

    def lane(item: Item) -> str:
        having = item.values(by)
        some = [value for value in having if value in chosen] or having
        if by == ARTICLE or not some:
            return some[0] if some else NONE
        return min(some, key=lambda value: (-counts.get(value, 0), value))

    return lane


def found_by(name: str, value: str, titles: Mapping[str, str]) -> str:
    """What a value of a facet is found by: what it is called in the page, too; an article by its title and its path."""
    return fold(f"{titles.get(value, '') if name == ARTICLE else FACETS[name].word(value)}\n{value}")


def collect(
    entries: Iterable[Entry], records: Iterable[ArticleRecord] = (), edited: AbstractSet[str] = frozenset()
) -> Collection:
    """Entries and what is known of their articles, ready to be looked at; `edited` are ids of what a person changed."""
    listed, records = list(entries), tuple(records)
    origins, leads = origins_and_leads(records)
    items = [_item(entry, key, origins, leads, edited) for entry, key in zip(listed, handles(listed), strict=True)]
    items.sort(key=lambda item: (item.extent, item.moment, item.entry.title))
    seen = [item for item in items if not item.hidden]
    return Collection(tuple(items), _titles(items, records), {name: _counts(name, seen) for name in (ARTICLE, *FACETS)})


def _counts(name: str, items: Iterable[Item]) -> dict[str, int]:
    counter = Counter(value for item in items for value in item.values(name))
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))


def _item(entry: Entry, key: str, origins: Mapping[str, str], leads: AbstractSet[str], edited: AbstractSet[str]) -> Item:
    interval = entry.interval
    first, last = interval.days()
    articles = tuple(dict.fromkeys(source.article for source in entry.sources)) or (BY_HAND,)
    said = [entry.title, entry.note, *entry.tags, *entry.people, *entry.places, *entry.organizations]
    said += [source.sentence for source in entry.sources]
    words = "\n".join(fold(text) for text in said if text)
    return Item(
        key,
        entry,
        first,
        last,
        Kind.BY if entry.kind == REPORTED_ON and first is None and last is not None else _kind(interval),
        articles,
        words,
        others_of(((source.date, source.article) for source in entry.sources), interval),
        tellers=len(independent((source.article for source in entry.sources), origins)),
        weight=of_entry(entry, origins, leads),
        edited=bool(entry.sources) and entry.id in edited,
    )


def _kind(interval: Interval) -> Kind:
    if interval.lasts:
        return Kind.LASTED
    first, last = interval.days()
    return Kind.DAY if first is not None and first == last else Kind.WITHIN


def _titles(items: Iterable[Item], records: Iterable[ArticleRecord]) -> dict[str, str]:
    known = {record.path: record for record in records}
    paths = {path for item in items for path in item.articles if path != BY_HAND}

    def published(path: str) -> str:
        return known[path].published if path in known else ""

    ordered = sorted(paths, key=lambda path: (published(path) or "9", path))
    titles = {path: (known[path].title if path in known else "") or path for path in ordered}
    if any(BY_HAND in item.articles for item in items):
        titles[BY_HAND] = "by hand"
    return titles
