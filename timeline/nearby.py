"""Which tellings are worth comparing: near in time, and with rare words in common. Never all pairs.

Every telling lies in buckets of (stretch of time, word), by its rarest words; in a bucket it is compared with the next few
in order of time only. So the work grows as the tellings do, however many speak of one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.interval import DAY_MINUTES, Interval, civil

_STRETCH = 16  # days; stretches overlap by half, so that two days that are near share one
_SHORT = 31  # days: what is longer is sought by its years
_MOST_YEARS = 12  # that a vague date is sought in
REACH = 2 * _STRETCH + _SHORT + 1  # days: so much earlier may another short date begin that shares a stretch with one
_KEYS = 8  # words by which a telling is sought
_NEXT = 6  # in a bucket, how many it is compared with
_MOST = 8  # comparisons for each telling, with those first that share most words
_SHARED = 2  # words that both have among their keys


class Sought(NamedTuple):
    """A telling to find others for: its date, and its words, the rarest first."""

    date: Interval
    words: Sequence[str]


def pairs(tellings: Sequence[Sought]) -> list[tuple[int, int]]:
    """The pairs worth comparing, by their places, the lesser first, in order.

    >>> day = Interval.day(18391)
    >>> pairs([Sought(day, ["fund", "kim"]), Sought(day, ["ship"]), Sought(day, ["fund", "kim", "send"])])
    [(0, 2)]
    """
    nearby = Nearby()
    found: list[tuple[int, int]] = []
    for place in sorted(range(len(tellings)), key=lambda place: (*in_order(tellings[place].date), place)):
        found += [(min(place, other), max(place, other)) for other in nearby.of(place, tellings[place])]
    return sorted(found)


class Nearby:
    """Whom each telling is to be compared with, of those before it; they have to come in order (`in_order`)."""

    def __init__(self) -> None:
        self._buckets: defaultdict[tuple[str, int], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._words: dict[int, int] = {}

    def add(self, place: int, one: Sought) -> None:
        """Let others find a telling."""
        own = "years" if is_long(one.date) else "days"
        self._words[place] = len(one.words)
        for kind, stretch in _stretches(one.date):
            if kind == own:
                buckets = self._buckets[kind, stretch]
                for word in one.words[:_KEYS]:
                    bucket = buckets[word]
                    bucket.append(place)
                    if len(bucket) > 2 * _NEXT:
                        del bucket[:-_NEXT]

    def of(self, place: int, one: Sought) -> list[int]:
        """The places of those to compare it with, those first that share most words; later ones find it, too."""
        words = one.words[:_KEYS]
        shared: dict[int, int] = {}  # a bit for each of the words
        for stretch in _stretches(one.date):
            buckets = self._buckets.get(stretch)
            if buckets is None:
                continue
            for at, word in enumerate(words):
                if word in buckets:
                    for other in buckets[word][-_NEXT:]:
                        shared[other] = shared.get(other, 0) | 1 << at
        least = min(_SHARED, len(words))
        counts = ((other, both.bit_count()) for other, both in shared.items())
        fit = sorted((-both, other) for other, both in counts if both >= least or both == self._words[other])
        self.add(place, one)
        return [other for _, other in fit[:_MOST]]


def in_order(date: Interval) -> tuple[bool, float, float]:
    """By what tellings are in order for Nearby: those sought by their years first, then by the first day."""
    return (not is_long(date), *_ends(date))


def years_of(date: Interval) -> tuple[int, int] | None:
    """The first and the last year that a telling is sought in; None where it is sought in none."""
    years = [stretch for kind, stretch in _stretches(date) if kind == "years"]
    return (years[0], years[-1]) if years else None


def is_long(date: Interval) -> bool:
    """Whether a date is sought by its years; what is open at one end is, too."""
    return date.start is None or date.end is None or date.end - date.start > (_SHORT + 1) * DAY_MINUTES


def _ends(date: Interval) -> tuple[float, float]:
    return (float("-inf") if date.start is None else date.start, float("inf") if date.end is None else date.end)


def _stretches(date: Interval) -> Iterator[tuple[str, int]]:
    """The stretches of time that a date lies in: its years, and if it is short, its days by the half-month."""
    first, last = (day if day is not None else other for day, other in (date.days(), date.days()[::-1]))
    if first is None or last is None:
        return
    for year in range(civil(first)[0], civil(last)[0] + 1)[:_MOST_YEARS]:
        yield "years", year
    if not is_long(date):
        step = _STRETCH // 2
        for number in range(first // step - 1, last // step + 1):
            yield "days", number
