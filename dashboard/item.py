"""One event as the page needs it: keyed, placed on a time axis in whole days, searchable.

All days are day numbers (days since 1970-01-01), both ends included; None is an open end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

from dashboard.facets import ARTICLE, values
from timeline.entries import Entry
from timeline.errors import DateSyntaxError
from timeline.interval import DAY_MINUTES, Interval
from timeline.model import HAPPENED, REPORT, REPORTED_ON
from timeline.notation import parse_date

BY_HAND = "-"
"""Stands for the article of an event that has none."""
OTHERS = "\x00others"  # no name and no path can be one of these
NONE = "\x00none"


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


def others_of(said: Iterable[tuple[str, str]], own: Interval, read: Callable[[str], Interval] = parse_date) -> tuple[Other, ...]:
    """The dates that sources give against the event's own, each once, in their order; from pairs of a date and an article."""
    tellers: dict[Interval, list[str]] = {}
    for date, article in said:
        with suppress(DateSyntaxError):  # a date in words: the sentence tells it
            if date and (interval := read(date)) != own:
                tellers.setdefault(interval, []).append(article)
    return tuple(Other(interval, tuple(dict.fromkeys(articles))) for interval, articles in tellers.items())


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
