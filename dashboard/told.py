"""Events of a corpus as items: what a chart and a list need of one is looked up when it is asked for, in columns and names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from dashboard.columns import FAR, Columns, Days, Numbers, Traits
from dashboard.facets import ARTICLE, values
from dashboard.item import BY_HAND, Item, Kind, Other, others_of
from timeline.corpus.choosing import finding_of, record_of
from timeline.corpus.query import LISTED, SINGLE, Corpus, Names, Row, Values
from timeline.entries import Entry
from timeline.interval import Interval
from timeline.model import HAPPENED, REPORT, REPORTED_ON
from timeline.notation import parse_date
from timeline.records import ArticleRecord, FindingRecord

_SCATTER = 2_654_435_761  # a prime near the golden part of 2 ** 32


@dataclass(frozen=True, slots=True)
class Held:
    """Which events have which values: `names` in their own order, and `places` with the numbers of their values, in order.

    `order` has the numbers, the most frequent first, and `ranks` the place of each in it.
    """

    names: Names
    titles: Names | None
    places: Days
    codes: Days
    counts: Numbers
    order: Numbers
    ranks: Numbers

    def of(self, place: int) -> Days:
        """The numbers of the values that an event has."""
        ends = np.array((place, place + 1), dtype=self.places.dtype)  # of another kind, all places would be copied first
        first, last = np.searchsorted(self.places, ends)
        return self.codes[first:last]

    def numbers(self, wanted: Iterable[str]) -> list[int]:
        """The numbers of those of these values that any event has."""
        return [number for value in wanted if (number := self.names.place(value)) is not None]


class Stock:
    """All events of a corpus, in order of date. Everything in it stays as it is as long as the corpus does."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        told = corpus.numbers()
        first = np.where(told["open_first"], -FAR, told["first"]).astype(np.int32)
        last = np.where(told["open_last"], FAR, told["last"]).astype(np.int32)
        low = np.where(told["open_first"], told["last"], told["first"]).astype(np.int32)
        high = np.where(told["open_last"], told["first"], told["last"]).astype(np.int32)
        self.rows = np.lexsort((high, low))  # in the files they are in order of their first days and ids
        rows = self.rows
        self.places = np.empty(len(rows), dtype=np.int64)
        self.places[rows] = np.arange(len(rows))
        self.tellers = told["told_by"][rows]
        self.weights = told["importance"][rows]
        self.singles: Mapping[str, tuple[list[str], Numbers]] = {
            name: (names, codes[rows]) for name in SINGLE for names, codes in [corpus.single(name)]
        }
        first, last, low, high, lasts = (each[rows] for each in (first, last, low, high, told["lasts"]))
        until = self._is("kind", REPORTED_ON) & (first == -FAR) & (last != FAR)
        day = ~lasts & (first == last) & ~until
        rank = np.empty(len(rows), dtype=np.int32)
        anywhere = rows * _SCATTER % (1 << 32)  # of equals any comes first: by date, all headlines would stand at the left edge
        rank[np.lexsort((anywhere, -self.weights))] = np.arange(len(rows))
        self.lasts = lasts
        self.columns = Columns(first, last, low, high, ~lasts & ~day & ~until, day, self._is("status", HAPPENED), until, rank)
        self.others: dict[int, list[tuple[str, str]]] = {}
        for row, date, article in corpus.disputed():
            self.others.setdefault(int(self.places[row]), []).append((date, article))
        disputed = np.zeros(len(rows), dtype=np.bool_)
        disputed[list(self.others)] = True
        self.traits = Traits(
            np.zeros(len(rows), dtype=np.bool_), self._is("kind", REPORT), self._is("kind", REPORTED_ON), disputed
        )
        self.ids, self.titles, self.dates = (corpus.texts(name) for name in ("id", "title", "date"))
        self._more: tuple[Names, Numbers] | None = None
        self.held = {name: self._hold(corpus.values(name)) for name in LISTED}

    def __len__(self) -> int:
        return len(self.rows)

    def _is(self, name: str, value: str) -> Any:
        names, codes = self.singles[name]
        return codes == (names.index(value) if value in names else -1)

    def _hold(self, found: Values) -> Held:
        places = self.places[found.rows].astype(np.int32)
        way = np.argsort(places, kind="stable")
        counts = found.counts()
        order = np.argsort(-counts, kind="stable")
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return Held(found.names, found.titles, places[way], found.codes[way], counts, order, ranks)

    def place(self, ident: str) -> int | None:
        """The place of the event that has this id, or a source of this id."""
        row = self.ids.place(ident)
        if row is None:
            if self._more is None:
                self._more = self.corpus.more_sources()
            names, rows = self._more
            number = names.place(ident)
            row = None if number is None else int(rows[number])
        return None if row is None else int(self.places[row])

    @cached_property
    def unimportance(self) -> Numbers:
        """How little each matters, the most important first."""
        return np.sort(-self.weights)

    @cached_property
    def title_order(self) -> Numbers:
        """For each event the place of its title among all of them."""
        return self.corpus.title_order()[self.rows]

    def title_place(self, title: str) -> int:
        """Where a title would stand, as twice that place, or one less between two."""
        order, firsts = np.unique(self.title_order, return_index=True)
        at = bisect_left(firsts, title.lower(), key=lambda place: self.titles[int(self.rows[place])].lower())
        return 2 * int(order[at]) - 1 if at < len(order) else 2 * len(self) + 1

    def listed(self, name: str, place: int) -> tuple[str, ...]:
        """The values that an event has, in their order."""
        held = self.held[name]
        return tuple(held.names[int(code)] for code in held.of(place))

    def source(self, ident: str, article: str) -> tuple[ArticleRecord, FindingRecord | None, str] | None:
        """The article of a source with its text, and where in it the source stands; None where the corpus has none."""
        row, place = self.corpus.article(article), self.place(ident) if ident else None
        if row is None:
            return None
        events = [] if place is None else self.corpus.events([(self.ids[int(self.rows[place])], self._first(place))]).values()
        found = (finding_of(one, event["date"]) for event in events for one in event["sources"] if one["id"] == ident)
        return record_of(row), next(found, None), row["text"]

    def full(self, places: list[int]) -> list[Item]:
        """Events with all their sources."""
        asked = [(self.ids[int(self.rows[place])], self._first(place)) for place in places]
        found = self.corpus.events(asked)
        return [Told(self, place, found.get(ident)) for place, (ident, _) in zip(places, asked, strict=True)]

    def _first(self, place: int) -> int | None:
        first = int(self.columns.first[place])
        return None if first == -FAR else first


@lru_cache(maxsize=50_000)
def _interval(date: str) -> Interval:
    return parse_date(date)


class Told(Item):
    """An event of a corpus. Without its row it knows all but its sources."""

    def __init__(self, base: Stock, place: int, row: Row | None = None) -> None:
        for name, value in (("_base", base), ("_place", place), ("_row", row)):
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and (self._base, self._place) == (other._base, other._place)

    def __hash__(self) -> int:
        return hash(self._place)

    def __repr__(self) -> str:
        return f"Told({self.key!r})"

    _base: Stock
    _place: int
    _row: Row | None

    @cached_property
    def key(self) -> str:
        """Its id."""
        return self._base.ids[int(self._base.rows[self._place])]

    @cached_property
    def _date(self) -> str:
        return self._base.dates[int(self._base.rows[self._place])]

    def _single(self, name: str) -> str:
        names, codes = self._base.singles[name]
        return names[int(codes[self._place])]

    @cached_property
    def entry(self) -> Entry:
        """As events.yaml would have it; where nobody has asked for its sources, it has none and names nobody."""
        base, place = self._base, self._place
        told: dict[str, Any] = {
            "id": self.key,
            "date": self._date,
            "title": base.titles[int(base.rows[place])],
            "kind": self._single("kind"),
            "status": self._single("status"),
        }
        if self._row is None:
            return Entry.known(_interval(self._date), **told)
        for key in ("people", "places", "organizations"):
            told[key] = self._row[key]
        fields = ("id", "article", "published", "sentence", "phrase", "date")
        sources = [{field: one[field] or "" for field in fields} for one in self._row["sources"]]
        return Entry.model_validate({**told, "reported_by": self._row["reported_by"] or "", "sources": sources})

    @property
    def first(self) -> int | None:
        """Its first possible day."""
        day = int(self._base.columns.first[self._place])
        return None if day == -FAR else day

    @property
    def last(self) -> int | None:
        """Its last possible day."""
        day = int(self._base.columns.last[self._place])
        return None if day == FAR else day

    @property
    def kind(self) -> Kind:
        """How it is drawn."""
        columns, place = self._base.columns, self._place
        if columns.day[place]:
            return Kind.DAY
        return Kind.BY if columns.until[place] else Kind.WITHIN if columns.within[place] else Kind.LASTED

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The articles that tell it."""
        return self._base.listed("article", self._place) or (BY_HAND,)

    @cached_property
    def others(self) -> tuple[Other, ...]:
        """The dates that some of its sources give against its own."""
        return others_of(self._base.others.get(self._place, ()), _interval(self._date), _interval)

    @property
    def tellers(self) -> int:
        """How many independent articles tell it."""
        return int(self._base.tellers[self._place])

    @property
    def weight(self) -> float:
        """How much it matters."""
        return float(self._base.weights[self._place])

    @property
    def edited(self) -> bool:
        """Nobody has changed it: it would stand in the events file."""
        return False

    @property
    def words(self) -> str:
        """A corpus is searched where it lies."""
        return ""

    def values(self, facet: str) -> tuple[str, ...]:
        """Its values of a facet, or its articles."""
        if facet in SINGLE:
            return (self._single(facet),)
        if facet == ARTICLE:
            return self.articles
        return self._base.listed(facet, self._place) if facet in LISTED else values(facet, self.entry)

    @property
    def happened(self) -> bool:
        """Whether it is told as a fact."""
        return bool(self._base.columns.happened[self._place])

    @property
    def hidden(self) -> bool:
        """Nobody has hidden it."""
        return False

    @property
    def moment(self) -> float:
        """The middle of its date, in days."""
        if self.kind is Kind.DAY and len(self._date) == 10:  # a plain day: nothing has to be read
            return float(self._base.columns.first[self._place]) + 0.5
        return super().moment
