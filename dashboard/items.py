"""Entries as the page needs them: keyed, placed on a time axis in whole days, searchable.

Draws nothing and reads no file. All days are day numbers (days since 1970-01-01), both ends included;
None is an open end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from dashboard.facets import ARTICLE, FACETS, values
from dashboard.search import fold
from timeline.archive import ArticleRecord
from timeline.copies import independent
from timeline.entries import Entry
from timeline.errors import DateSyntaxError
from timeline.importance import of_entry, origins_and_leads
from timeline.interval import DAY_MINUTES, Interval
from timeline.model import HAPPENED, REPORT, REPORTED_ON
from timeline.notation import parse_date
from timeline.standing import handles

BY_HAND = "-"
"""Stands for the article of an event that has none."""


class Kind(Enum):
    """How an event is drawn: a dot, a bracket around the days it may have been on, a bar over the days it lasted.

    BY is what no phrase dates: it was not later than its article.
    """

    DAY = "day"
    WITHIN = "within"
    LASTED = "lasted"
    BY = "by"


@dataclass(frozen=True, slots=True)
class Other:
    """A date that some sources give against the one that is drawn, and their articles."""

    interval: Interval
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One event. `articles` is never empty; `words` is all its searchable text, folded, a part a line.

    `others` are the dates of the sources that contradict its own; `tellers` is how many articles tell it independently,
    since copies of one are one origin; `weight` is its importance, from 0 to 1; `edited` says that a person changed it.
    """

    key: str
    entry: Entry
    first: int | None
    last: int | None
    kind: Kind
    articles: tuple[str, ...]
    words: str
    others: tuple[Other, ...] = ()
    tellers: int = 0
    weight: float = 0.0
    edited: bool = False

    @property
    def happened(self) -> bool:
        """Whether it is told as a fact: neither planned nor denied nor merely claimed."""
        return self.entry.status == HAPPENED

    @property
    def hidden(self) -> bool:
        """Whether a person hid it."""
        return self.entry.hidden

    @property
    def is_report(self) -> bool:
        """Whether its date is that of who told it, not of what was told."""
        return self.entry.kind == REPORT

    @property
    def is_reported_on(self) -> bool:
        """Whether no phrase dates it: it is only known to be not later than its article."""
        return self.entry.kind == REPORTED_ON

    @property
    def source_ids(self) -> list[str]:
        """The ids of its sources."""
        return [source.id for source in self.entry.sources if source.id]

    def values(self, facet: str) -> tuple[str, ...]:
        """Its values of a facet, or its articles."""
        return self.articles if facet == ARTICLE else values(facet, self.entry)

    @property
    def doubtful(self) -> bool:
        """Whether its date is told as circa or uncertain, at either end."""
        interval = self.entry.interval
        ends = [interval, *(end for end in (interval.first, interval.last) if end is not None)]
        return any(end.circa or end.uncertain for end in ends)

    @property
    def extent(self) -> tuple[int, int]:
        """First and last day that are told; an open end counts as the day of the other."""
        first, last = self.first, self.last
        if first is None or last is None:
            told = [day for day in (first, last) if day is not None]
            return told[0], told[0]
        return first, last

    @property
    def moment(self) -> float:
        """The middle of its date, in days: noon for a day, and 0.25 after its beginning for six in the morning."""
        start, end = self.entry.interval.start, self.entry.interval.end
        told = [minute for minute in (start, end) if minute is not None]
        return sum(told) / len(told) / DAY_MINUTES

    @property
    def core(self) -> tuple[int | None, int | None] | None:
        """The days through which it lasted for certain; None where there are none.

        "From March to May" began by the last of March and ended no sooner than the first of May.
        """
        interval = self.entry.interval
        if self.kind is not Kind.LASTED:
            return None
        low = interval.first.last_day if interval.first is not None else interval.first_day
        high = interval.last.first_day if interval.last is not None else interval.last_day
        unknown = (low is None and interval.first is not None) or (high is None and interval.last is not None)
        return None if unknown or (low is not None and high is not None and high < low) else (low, high)


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
        if "places" not in self.kept:
            self.kept["places"] = {item.key: place for place, item in enumerate(self.items)}
        found: Mapping[str, int] = self.kept["places"]
        return found

    @property
    def reports(self) -> int:
        """How many of its events are reports."""
        return sum(item.is_report and not item.hidden for item in self.items)

    @property
    def hidden(self) -> int:
        """How many of its events a person hid."""
        return sum(item.hidden for item in self.items)

    @property
    def reported_on(self) -> int:
        """How many of its events are told without a date."""
        return sum(item.is_reported_on and not item.hidden for item in self.items)

    @property
    def conflicts(self) -> int:
        """How many of its events are dated differently by some of their sources."""
        return sum(bool(item.others) and not item.hidden for item in self.items)

    def find(self, key: str) -> Item | None:
        """The event of that key."""
        place = self.places.get(key)
        return self.items[place] if place is not None else None


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
        _others(entry),
        tellers=len(independent((source.article for source in entry.sources), origins)),
        weight=of_entry(entry, origins, leads),
        edited=bool(entry.sources) and entry.id in edited,
    )


def _others(entry: Entry) -> tuple[Other, ...]:
    """The dates that sources give for themselves, each once, in order of the sources."""
    tellers: dict[Interval, list[str]] = {}
    for source in entry.sources:
        said = getattr(source, "date", "")
        with suppress(DateSyntaxError):  # a date in words: the sentence tells it
            if said and (interval := parse_date(said)) != entry.interval:
                tellers.setdefault(interval, []).append(source.article)
    return tuple(Other(interval, tuple(dict.fromkeys(articles))) for interval, articles in tellers.items())


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
