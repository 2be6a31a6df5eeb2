"""What is looked for, and which events pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.facets import ARTICLE
from dashboard.item import Item
from dashboard.search import fits


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for. An event passes what it has any chosen value of; nothing chosen takes all.
    `conflicts` takes only what the sources date differently.

    `words` is a query as search.py reads it; `facets` has the chosen values by the names of facets.py; `days` are the first
    and the last day of a range that an event has to overlap, None for an open end.
    """

    words: str = ""
    articles: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reports: bool = False
    conflicts: bool = False
    days: tuple[int | None, int | None] = (None, None)
    reported_on: bool = False
    hidden: bool = False

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values that are asked for, of a facet or of the articles."""
        return self.articles if name == ARTICLE else self.facets.get(name, ())

    def match(self, item: Item) -> bool:
        """Whether the event has what is looked for, be it a report or not."""
        if self.conflicts and not item.others:
            return False
        low, high = self.days
        if (low is not None and item.last is not None and item.last < low) or (
            high is not None and item.first is not None and item.first > high
        ):
            return False
        for name in (ARTICLE, *self.facets):
            wanted = self.chosen(name)
            if wanted and not any(value in wanted for value in item.values(name)):
                return False
        return fits(self.words, item.words)

    def take(self, item: Item) -> bool:
        """Whether the event passes: what stands apart does where it is asked for."""
        return self.asks(item) and self.match(item)

    def asks(self, item: Item) -> bool:
        """Whether events of its kind are asked for: reports, what is told without a date, hidden ones."""
        apart = (self.reports or not item.is_report) and (self.reported_on or not item.is_reported_on)
        return apart and (self.hidden or not item.hidden)
