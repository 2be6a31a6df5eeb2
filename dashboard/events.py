"""The seam between the page and its data: what a view asks of events, be they those of a file or of a corpus.

Events are named by their places, in order of date; only those that are drawn or listed are ever made into items.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from dashboard.columns import Columns, Days, Numbers, Traits
from dashboard.filters import Filters
from dashboard.item import Item


@dataclass(frozen=True, slots=True)
class Lanes:
    """The keys of all lanes, and for each event the number of its own; `apart` are the numbers of what has none"""

    keys: Sequence[str]
    codes: Days
    apart: tuple[int, ...] = ()


@runtime_checkable
class Ranked(Protocol):
    """Names that know the places of all of them, where there are too many to count them."""

    @property
    def ranks(self) -> Mapping[str, int]:
        """The place of each name."""


class Events(Protocol):
    """All events, in order of date.

    `titles` are those of the articles, in order of publication; `counts` says of each facet how many events have each of
    its values, the most frequent first, where hidden ones don't count. `kept` is for what others work out of them once.
    """

    @property
    def items(self) -> Sequence[Item]:
        """The events themselves."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of the articles by their paths."""

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many events have each value of each facet."""

    @property
    def kept(self) -> dict[Any, Any]:
        """What others worked out of them."""

    @property
    def columns(self) -> Columns:
        """Where they lie and what decides how they are drawn."""

    @property
    def traits(self) -> Traits:
        """What else is asked of all of them."""

    def matching(self, filters: Filters) -> Numbers:
        """The places of those that have what is looked for, whether they are asked for or not; see `Filters.match`."""

    def lanes(self, by: str, chosen: Sequence[str]) -> Lanes:
        """In which lane each event stands; NONE is the key of what has no value.

        Of several values one that was chosen, and of these the one that most events have; of several articles the first.
        """

    def values(self, name: str, places: Numbers) -> set[str]:
        """All values of a facet that these have."""

    def offered(self, name: str, typed: str, most: int) -> tuple[list[str], int]:
        """Values of a facet that have the typed words, the most frequent first where these are not all; and how many do."""

    def sorting(self, sort: str) -> Numbers | None:
        """Numbers by which the list is sorted, for each event; None for the order of date."""

    def place(self, key: str) -> int | None:
        """The place of the event of that key."""

    def find(self, key: str) -> Item | None:
        """The event of that key, with all its sources."""

    def whole(self, places: Numbers) -> Iterable[Item]:
        """These events with all their sources, one after the other."""
