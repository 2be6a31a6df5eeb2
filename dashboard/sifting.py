"""The events that pass the filters, the same for every window. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from dashboard.columns import Columns, Numbers, Picked
from dashboard.events import Events
from dashboard.filters import Filters
from dashboard.keeping import once
from dashboard.opening import opening, whole
from dashboard.state import Window

LOOKS_KEPT = 12  # filters whose events are kept


@dataclass(frozen=True, slots=True)
class Sifted:
    """The events that pass the filters, by their places in order of date, and how many don't; the same for every window.

    `kept` has what was worked out of them once.
    """

    events: Events
    places: Numbers
    columns: Columns
    filtered: int
    reports: int
    reported_on: int
    hidden: int
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def items(self) -> Picked:
        """The events themselves."""
        return Picked(self.events, self.places)

    @property
    def opening(self) -> Window:
        """The window on which the timeline opens."""
        return once(self.kept, "opening", lambda: opening(_extents(self.columns)))

    @property
    def whole(self) -> Window:
        """The window that holds all of them."""
        return once(self.kept, "whole", lambda: whole(_extents(self.columns)))


def _extents(columns: Columns) -> Numbers:
    return np.stack((columns.low, columns.high), axis=1).astype(np.int64)


def sift(events: Events, filters: Filters) -> Sifted:
    """The events that pass; kept for the looks that follow, since a zoom changes no filter."""
    last: dict[Any, Sifted] = events.kept.setdefault("sifted", {})
    given = tuple(repr(getattr(filters, each.name)) for each in fields(filters))
    if given not in last:
        if len(last) >= LOOKS_KEPT:
            last.clear()
        last[given] = _sift(events, filters)
    return last.get(given) or _sift(events, filters)


def _sift(events: Events, filters: Filters) -> Sifted:
    every, matching = events.traits, events.matching(filters)
    seen = matching if filters.hidden else matching[~every.hidden[matching]]
    report, reported_on = every.report[seen], every.reported_on[seen]
    apart = (report & (not filters.reports)) | (reported_on & (not filters.reported_on))
    places = seen[~apart]
    count = len(every.hidden)
    return Sifted(
        events,
        places,
        events.columns if len(places) == count else events.columns.taken(places),
        filtered=count - len(matching),
        reports=int((report & apart).sum()),
        reported_on=int((reported_on & apart).sum()),
        hidden=len(matching) - len(seen),
    )
