"""Rows of the folder's files: their columns, and an event as text and back, with nothing lost."""

from __future__ import annotations

import json
from typing import Any

from timeline.columns import DAY, FLAG, REAL, SMALL, TEXT, TEXTS, WHOLE, WHOLES, Schema
from timeline.interval import Grain, Interval, Part
from timeline.likeness import Content
from timeline.model import Event, Source

# ---------------------------------------------------------------- what people read (docs/corpus.md)

EVENTS: Schema = {
    "id": TEXT,
    "date": TEXT,
    "edtf": TEXT,
    "earliest": DAY,
    "latest": DAY,
    "precision": TEXT,
    "status": TEXT,
    "kind": TEXT,
    "title": TEXT,
    "people": TEXTS,
    "places": TEXTS,
    "organizations": TEXTS,
    "reported_by": TEXT,
    "importance": REAL,
    "told_by": SMALL,
    "sources": {
        "id": TEXT,
        "article": TEXT,
        "published": TEXT,
        "start": SMALL,
        "end": SMALL,
        "sentence_start": SMALL,
        "sentence_end": SMALL,
        "sentence": TEXT,
        "phrase": TEXT,
        "date": TEXT,
        "reason": TEXT,
        "lead": FLAG,
    },
}
_PHRASE: Schema = {"phrase": TEXT, "start": SMALL, "end": SMALL, "fate": TEXT, "why": TEXT}
ARTICLES: Schema = {
    "path": TEXT,
    "skipped": TEXT,
    "quarantined": FLAG,
    "published": TEXT,
    "rung": TEXT,
    "evidence": TEXT,
    "title": TEXT,
    "author": TEXT,
    "url": TEXT,
    "site": TEXT,
    "language": TEXT,
    "origin": TEXT,
    "notes": TEXTS,
    "in_events": SMALL,
    "unresolved": SMALL,
    "no_events": SMALL,
    "without": SMALL,
    "phrases": _PHRASE,
    "key": TEXT,
    "digest": TEXT,
    "text": TEXT,
}

# ---------------------------------------------------------------- what one build hands to the next

READ: Schema = {
    **{name: kind for name, kind in ARTICLES.items() if name != "origin"},
    "place": TEXT,  # for order: as the files stand in their folders
    "dated": FLAG,  # by itself, and not by --published
    "runs": SMALL,
    "sketch": WHOLES,
}
TELLINGS: Schema = {
    "article": TEXT,
    "published": TEXT,
    "number": SMALL,
    "id": TEXT,
    "kind": TEXT,
    "start": WHOLE,
    "end": WHOLE,
    "event": TEXT,
    "evidence": TEXT,
    "passage": TEXT,
    "introduces": TEXTS,
}


# ---------------------------------------------------------------- an event as text


def packed_event(event: Event) -> str:
    """An event as one line of JSON.

    >>> event = Event(Interval.day(18391), "It fell", (Source("s", "a.txt", None, "It fell on Saturday.", "Saturday"),))
    >>> unpacked_event(packed_event(event)) == event
    True
    """
    sources = [(s.id, s.article, s.published, s.sentence, s.phrase, s.date) for s in event.sources]
    names = event.people, event.places, event.organizations
    rest = event.title, event.kind, event.status, *names, event.reported_by, event.lead
    return json.dumps((_packed(event.date), sources, *rest), ensure_ascii=False, separators=(",", ":"))


def unpacked_event(text: str) -> Event:
    """The event that a line tells."""
    date, sources, title, kind, status, people, places, organizations, reported_by, lead = json.loads(text)
    told = tuple(Source(*source) for source in sources)
    names = tuple(people), tuple(places), tuple(organizations)
    return Event(_unpacked(date), title, told, kind, status, *names, reported_by, lead)


def _packed(date: Interval | None) -> list[Any] | None:
    if date is None:
        return None
    part = None if date.part is None else date.part.value
    ends = _packed(date.first), _packed(date.last)
    return [date.start, date.end, int(date.grain), part, date.lasts, *ends, date.circa, date.uncertain]


def _unpacked(date: list[Any]) -> Interval:
    start, end, grain, part, lasts, first, last, circa, uncertain = date
    one, other = (None if one is None else _unpacked(one) for one in (first, last))
    return Interval(start, end, Grain(grain), None if part is None else Part(part), lasts, one, other, circa, uncertain)


def packed_content(content: Content) -> str:
    """What an event is about, as one line of JSON."""
    sets = content.names, content.stems, content.clause, content.verbs, content.numbers, content.figures
    return json.dumps([sorted(one) for one in sets], ensure_ascii=False, separators=(",", ":"))


def unpacked_content(text: str) -> Content:
    """The content that a line tells.

    >>> sets = [frozenset(words.split()) for words in ("ada", "ada open", "open", "open", "3", "")]
    >>> unpacked_content(packed_content(Content(*sets))) == Content(*sets)
    True
    """
    return Content(*(frozenset(one) for one in json.loads(text)))
