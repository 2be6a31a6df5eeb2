"""iCalendar: an all-day event for each, over all the days on which it may have been; the exact date stands in its text.

A calendar knows the years 1 to 9999. What lies outside is left out, and told.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING

from timeline.entries import Entry
from timeline.errors import DateSyntaxError
from timeline.export.selection import Selection
from timeline.export.wording import citation, clean, clock, date_words, line, standing_words
from timeline.interval import day_number
from timeline.links import safe_url
from timeline.notation import edtf, parse_date
from timeline.records import ArticleRecord

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_EPOCH = datetime.date(1970, 1, 1).toordinal()
_FIRST, _LAST = day_number(1, 1, 1), day_number(9999, 12, 31)


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write the events as one calendar; a note says how many no calendar can hold."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//article-timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", line(selection.name))
    notes = _fill(calendar, selection)
    for note in notes:
        calendar.add("x-wr-caldesc", note)
    stream.write(calendar.to_ical().decode("utf-8"))
    return notes


def _fill(calendar: Calendar, selection: Selection) -> list[str]:
    used: Counter[str] = Counter()
    outside = 0
    for entry in selection.by_date():
        days = _days(entry)
        if days is None:
            outside += 1
            continue
        name = entry.id or hashlib.sha256(f"{entry.date}\n{entry.title}".encode()).hexdigest()[:13]
        used[name] += 1
        uid = line(name) if used[name] == 1 else f"{line(name)}.{used[name]}"
        calendar.add_component(_event(entry, f"{uid}@article-timeline", days, selection.articles))
    return [f"{outside} events left out: a calendar holds the years 1 to 9999"] if outside else []


def _days(entry: Entry) -> tuple[int, int] | None:
    """First and last day that are told; one of them where the other end is open; None outside of calendars."""
    first, last = entry.interval.days()
    told = [day for day in (first, last) if day is not None]
    low, high = told[0], told[-1]
    behind = high + (low != high)  # an event ends on the day behind its last; one of a day needs no end
    return (low, high) if low >= _FIRST and behind <= _LAST else None


def _event(entry: Entry, uid: str, days: tuple[int, int], articles: Mapping[str, ArticleRecord]) -> Event:
    from icalendar import Event

    event = Event()
    doubt = standing_words(entry)
    event.add("uid", uid)
    event.add("dtstamp", _stamp(entry))
    _add_days(event, entry, days)
    event.add("summary", f"{line(entry.title)} ({doubt})" if doubt else line(entry.title))
    event.add("description", _description(entry, articles))
    event.add("status", "TENTATIVE" if entry.status != "happened" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # nobody is busy because of it
    if entry.places:
        event.add("location", line("; ".join(entry.places)))
    if entry.tags:
        event.add("categories", [line(tag) for tag in entry.tags])
    if entry.url and (url := safe_url(entry.url)):
        event.add("url", url)
    event.add("x-timeline-date", line(entry.date))
    event.add("x-timeline-edtf", edtf(entry.interval))
    return event


def _add_days(event: Event, entry: Entry, days: tuple[int, int]) -> None:
    """Whole days, the end being the day behind the last; a minute where one is told; no end where it is open."""
    if told := clock(entry.interval):
        event.add("dtstart", datetime.datetime.combine(_date(days[0]), datetime.time(*told)))
        return
    event.add("dtstart", _date(days[0]))
    if None not in entry.interval.days() and days[1] < _LAST:
        event.add("dtend", _date(days[1] + 1))


def _date(day: int) -> datetime.date:
    return datetime.date.fromordinal(day + _EPOCH)


def _stamp(entry: Entry) -> datetime.datetime:
    """When it was told first: a calendar wants a time, and nothing here asks the clock."""
    for source in entry.sources:
        try:
            day = parse_date(source.published).first_day if source.published else None
        except DateSyntaxError:
            continue
        if day is not None and _FIRST <= day <= _LAST:
            return datetime.datetime.combine(_date(day), datetime.time(), datetime.UTC)
    return datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def _description(entry: Entry, articles: Mapping[str, ArticleRecord]) -> str:
    """When it was, what was noted, and the sentences that tell it."""
    parts = [date_words(entry)[:1].upper() + date_words(entry)[1:]]
    parts += [clean(entry.note).strip()] if entry.note.strip() else []
    for source in entry.sources:
        told = citation(source, articles)
        parts.append("\n".join(part for part in (f"“{told.sentence}”" if told.sentence else "", told.words, told.url) if part))
    return "\n\n".join("\n".join(part.splitlines()) for part in parts)
