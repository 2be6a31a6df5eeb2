"""Merging of events: how long 100,000 take, and whether doubling them costs no more than that."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.corpus import NAMES, TAILS, THINGS, VERBS
from benchmarks.timing import best, ratio
from timeline.interval import Grain, Interval, day_number
from timeline.merge import merge
from timeline.model import Event, Source
from timeline.notation import iso_day

EVENTS = 100_000
_FIRST, _LAST = day_number(2000, 1, 1), day_number(2020, 1, 1)
_PLACES = "Lund Hambury Cullmouth Dunmere Tarn Osby Vik Ravn Elm Holt Sund Fell Mere Brack Toft".split()
_TITLES = "mayor,minister,engineer,judge,pilot,teacher,captain,editor,miller,warden".split(",")


def run() -> Iterator[str]:
    """The lines of the table."""
    events = generated(EVENTS)
    merged = merge(events)
    joined = sum(len(event.sources) > 1 for event in merged.events)
    yield f"{len(events)} events told, {len(merged.events)} after merging, {joined} of them with several sources"
    half = best(lambda: merge(events[: EVENTS // 2]), runs=2)
    whole = best(lambda: merge(events), runs=2)
    yield ratio("100,000 events, in CPU-seconds", whole, "less than 60")
    yield ratio("doubling the events costs", whole / half, "at most 2.4")


def generated(count: int, seed: int = 1) -> list[Event]:
    """Events of articles over twenty years, each told by one to four of them, in words of their own; the same for a seed.

    A third is told by the month only, and a few names are in every tenth article.
    """
    rng = random.Random(seed)
    syllables = [
        a + b for a in "bal cor dem fin gar hol jas kor lin mar nor pel".split() for b in "ado eth isk olm und ver".split()
    ]
    out: list[Event] = []
    while len(out) < count:
        day = rng.randrange(_FIRST, _LAST)
        who = f"{rng.choice(syllables).title()} {rng.choice(syllables).title()}{rng.choice(syllables)}"
        where = rng.choice(_PLACES)
        thing = f"{rng.choice(THINGS)} of {rng.choice(syllables).title()}"
        verb = rng.choice(VERBS)
        for _ in range(rng.choice((1, 1, 2, 4))):
            out.append(_told(rng, len(out), day, f"{who} {verb} {thing} in {where}"))
    return out[:count]


def _told(rng: random.Random, number: int, day: int, what: str) -> Event:
    date = Interval.day(day)
    if rng.random() < 1 / 3:
        date = Interval.unit(day * 1440, Grain.MONTH)
    phrase = f"on {iso_day(day)}"
    other = rng.choice(NAMES)
    sentence = f"The {rng.choice(_TITLES)} {what} {phrase}, {rng.choice(TAILS)}, {other} told the paper."
    article = f"{rng.randrange(EVENTS // 5)}.txt"
    published = iso_day(day + rng.randint(1, 400))
    return Event(date, what, (Source(f"{number:013}", article, published, sentence, phrase),))
