"""The same event told by several articles becomes one event with several sources. Precision first.

A false merge hides a fact, a missed one only repeats it. Two events are one when their dates are the
same, they share a name, and at least half the words of the shorter sentence; events of one article are
never merged, since a writer who tells two means two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from timeline.model import Event

_WORDS_SHARED = 2
_PART_SHARED = 0.5
_NAMES_OF_CLOSE_KIN = 3  # with as many names in common, a third of the words is enough


def merge(events: Iterable[Event]) -> list[Event]:
    """The events with those that tell the same joined, in the order of their first teller."""
    merged: list[Event] = []
    tellers: list[list[Event]] = []
    by_date: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for event in events:
        date = event.date.start, event.date.end, event.date.lasts
        home = next((i for i in by_date[date] if _same(event, tellers[i])), None)
        if home is None:
            by_date[date].append(len(merged))
            merged.append(event)
            tellers.append([event])
        else:
            merged[home] = replace(merged[home], sources=merged[home].sources + event.sources)
            tellers[home].append(event)
    return merged


def _same(event: Event, told: list[Event]) -> bool:
    articles = {source.article for other in told for source in other.sources}
    return event.sources[0].article not in articles and any(_alike(event, other) for other in told)


def _alike(one: Event, other: Event) -> bool:
    names = len(one.names & other.names)
    words = len(one.words & other.words)
    shorter = min(len(one.words), len(other.words))
    if not names or not shorter:
        return False
    part = words / shorter
    if words >= _WORDS_SHARED and part >= _PART_SHARED:
        return True
    exact = one.date.first_day == one.date.last_day
    return exact and names >= _NAMES_OF_CLOSE_KIN and part >= _PART_SHARED * 2 / 3
