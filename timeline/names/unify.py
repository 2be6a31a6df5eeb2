"""One spelling for each name of a build: "Kim Jong Un" and "Kim Jong-un" are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline.model import Event
from timeline.names.spelling import key

Rank = tuple[int, str, str, str]


def unify(events: Iterable[Event]) -> list[Event]:
    """The events with each name in the spelling that most of them have; of as many, in that published first.

    A short form ("Xi") joins no full one here: that is for the article to say that has it.

    >>> from timeline.interval import Interval
    >>> names = ("Ada-Li Ek", "Ada Li Ek", "Ada Li Ek")
    >>> events = [Event(Interval.day(18383), "", (), people=(name,)) for name in names]
    >>> {event.people for event in unify(events)}
    {('Ada Li Ek',)}
    """
    told = list(events)
    people, places, organizations = (
        _spellings(told, names) for names in (lambda e: e.people, lambda e: e.places, lambda e: e.organizations)
    )
    return [_respelt(event, people, places, organizations) for event in told]


def _respelt(event: Event, people: dict[str, str], places: dict[str, str], organizations: dict[str, str]) -> Event:
    now = _spelt(event.people, people), _spelt(event.places, places), _spelt(event.organizations, organizations)
    if now == (event.people, event.places, event.organizations):
        return event
    return replace(event, people=now[0], places=now[1], organizations=now[2])


def _spellings(events: list[Event], names: Callable[[Event], tuple[str, ...]]) -> dict[str, str]:
    """The spelling to use, by the key of a name."""
    often = Counter(name for event in events for name in names(event))
    first: dict[str, tuple[str, str]] = {}
    for event in events:
        when = min(((source.published or "9999", source.article) for source in event.sources), default=("9999", ""))
        for name in names(event):
            first[name] = min(first.get(name, when), when)
    best: dict[str, tuple[tuple[int, tuple[str, str], str], str]] = {}
    for name, times in often.items():
        rank = (-times, first[name], name), name
        best[key(name)] = min(best.get(key(name), rank), rank)
    return {known: name for known, (_, name) in best.items()}


def _spelt(names: tuple[str, ...], spellings: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spellings[key(name)] for name in names))
