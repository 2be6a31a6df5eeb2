"""How much an event matters, from 0 to 1: for which labels are drawn first, and for `--top N`. Pure.

Who tells it counts most, and a copy of an article tells nothing new; then whether it leads an article, how precise it is,
and whether it happened. Knows nothing of what it is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from timeline.copies import independent
from timeline.entries import Entry
from timeline.interval import DAY_MINUTES, Interval
from timeline.model import HAPPENED, REPORT, Event
from timeline.records import ArticleRecord

# The parts of the sum; together 1.
_TOLD, _LEAD, _PRECISE, _HAPPENED = 0.5, 0.25, 0.15, 0.1
_REPORT = 0.5  # of a report only so much is left: readers look for what was reported
_DAYS = ((1, 1.0), (11, 0.7), (31, 0.5), (366, 0.2))  # how precise a date is that is no longer


def of_event(event: Event, origins: Mapping[str, str] | None = None) -> float:
    """The importance of an event; `origins` has the path of the original for each article that is a copy.

    >>> from timeline.model import Source
    >>> told = [Source(name, name, None, "It fell.", "Monday") for name in ("a.txt", "b.txt")]
    >>> once, twice = (Event(Interval.day(18391), "It fell", tuple(told[:count])) for count in (1, 2))
    >>> of_event(once) < of_event(twice), of_event(twice, {"b.txt": "a.txt"}) == of_event(once)
    (True, True)
    """
    articles = [source.article for source in event.sources]
    return _sum(articles, origins or {}, event.date, lead=event.lead, happened=event.status == HAPPENED, kind=event.kind)


def of_entry(entry: Entry, origins: Mapping[str, str] | None = None, leads: Collection[str] = ()) -> float:
    """The importance of an entry of the file; `leads` are the ids of sources that lead their article.

    >>> of_entry(Entry.model_validate({"date": "2020-05-09", "title": "It fell"})) > 0
    True
    """
    articles = [source.article for source in entry.sources if not source.gone]
    lead = any(source.id in leads for source in entry.sources if source.id)
    return _sum(articles, origins or {}, entry.interval, lead=lead, happened=entry.status == HAPPENED, kind=entry.kind)


def origins_and_leads(records: Iterable[ArticleRecord]) -> tuple[dict[str, str], set[str]]:
    """What articles tell of importance: the path of the original of each copy, and the ids of what leads its article."""
    known = tuple(records)
    origins = {path: one.origin for one in known if one.origin for path in (one.path, *one.former)}
    return origins, {found.id for one in known for found in one.findings if found.lead}


def _sum(articles: Iterable[str], origins: Mapping[str, str], date: Interval, *, lead: bool, happened: bool, kind: str) -> float:
    told = len(independent(articles, origins))
    value = _TOLD * (1 - 0.5**told) + _LEAD * lead + _PRECISE * _precise(date) + _HAPPENED * happened
    return value * _REPORT if kind == REPORT else value


def _precise(date: Interval) -> float:
    if date.start is None or date.end is None:
        return 0.0
    days = (date.end - date.start) / DAY_MINUTES
    return 0.5 if date.lasts else next((worth for limit, worth in _DAYS if days <= limit), 0.0)
