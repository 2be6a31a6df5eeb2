"""What is exported: the events, the name they are shown under, and what is known of their articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.entries import Entry
from timeline.importance import of_entry, origins_and_leads
from timeline.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Selection:
    """Events in the order of their file, and `articles` by the paths that sources name.

    `window` are the first and the last day that a picture shows, as day numbers; None leaves that to the picture.

    >>> Selection([Entry.model_validate({"date": d, "title": d}) for d in ("2020-05", "-0043")]).by_date()[0].title
    '-0043'
    """

    entries: Sequence[Entry]
    name: str = "events"
    articles: Mapping[str, ArticleRecord] = field(default_factory=dict)
    window: tuple[int, int] | None = None

    def foremost(self, count: int) -> Selection:
        """The same with the events that matter most, in the order that they have; of equals the earlier ones.

        >>> told = [Entry.model_validate({"date": d, "title": d}) for d in ("2020", "2020-05-09", "2020-05")]
        >>> [entry.title for entry in Selection(told).foremost(1).entries]
        ['2020-05-09']
        """
        origins, leads = origins_and_leads(self.articles.values())
        weights = [of_entry(entry, origins, leads) for entry in self.entries]
        places = sorted(range(len(weights)), key=lambda at: (-weights[at], extent(self.entries[at]), at))[:count]
        return replace(self, entries=[self.entries[at] for at in sorted(places)])

    def by_date(self) -> list[Entry]:
        """The events from the earliest to the latest; of those that begin on one day, the shorter first."""
        return sorted(self.entries, key=lambda entry: extent(entry))


def extent(entry: Entry) -> tuple[int, int]:
    """First and last day that are told, as day numbers; an open end counts as the day of the other."""
    days = [day for day in entry.interval.days() if day is not None]
    return days[0], days[-1]
