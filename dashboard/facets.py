"""What events can be narrowed down by, and put into lanes by: one table. Knows entries, no page and no figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from timeline.entries import Entry
from timeline.notation import precision


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that is told of events. `values` gives none, one or several of an entry.

    `label` names it in the page, `noun` several of it, and `none` what stands for events that have no value;
    `words` are what a value is called in the page, where that is not the value itself.
    """

    label: str
    noun: str
    none: str
    values: Callable[[Entry], Iterable[str]]
    words: Mapping[str, str]

    def word(self, value: str) -> str:
        """What a value is called in the page."""
        return self.words.get(value, value)


_PRECISION = {
    "range": "some time in a range",
    "span": "lasted",
    "open": "open end",
}

FACETS: Mapping[str, Facet] = {
    "person": Facet("People", "people", "no person", lambda entry: entry.people, {}),
    "place": Facet("Places", "places", "no place", lambda entry: entry.places, {}),
    "organization": Facet("Organizations", "organizations", "no organization", lambda entry: entry.organizations, {}),
    "tag": Facet("Tags", "tags", "no tag", lambda entry: entry.tags, {}),
    "status": Facet("Status", "statuses", "", lambda entry: (entry.status,), {}),
    "precision": Facet("Precision", "precisions", "", lambda entry: (precision(entry.interval),), _PRECISION),
    "reviewed": Facet(
        "Reviewed", "", "", lambda entry: ("yes" if entry.reviewed else "no",), {"yes": "reviewed", "no": "not yet reviewed"}
    ),
}
"""By the name that stands in the page's address."""

ARTICLE, SINGLE = "article", "none"
LANES = (ARTICLE, "person", "place", "organization", "tag", "status", SINGLE)
"""What lanes can be made by; the first is the usual one, the last puts all events into one lane."""


def values(name: str, entry: Entry) -> tuple[str, ...]:
    """The values of an entry, each once.

    >>> values("status", Entry.model_validate({"date": "2020", "title": "Talks"}))
    ('happened',)
    """
    found = tuple(FACETS[name].values(entry))
    return found if len(found) < 2 else tuple(dict.fromkeys(found))
