"""A report is not the thing reported: links the two, and lets the day of the report bound what it tells from above.

"The agency reported on Friday" never dates what it reports; but what is told as past in a report of 8 May is not after 8 May.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.events import Told
from timeline.interval import DAY_MINUTES, Grain, Interval
from timeline.model import PLANNED, REPORT, Article, Event, Finding
from timeline.passages import Spoken, passage_of
from timeline.verdict import length

LONGEST = 31  # days: what is dated more vaguely may be anything
AFTER = 3  # days after an event that others report it


def link(events: Sequence[Event], told: Iterable[Told]) -> list[Event]:
    """The events, each with the id of the report that tells of it, and not later than that; in the same order.

    A report tells of an event of its own sentence, or of the one that it introduces with a colon; and of an event of
    another article if its passage speaks of it and the days allow it. Of several reports the earliest counts.
    """
    by_source = {source.id: event for event in events for source in event.sources}
    reports = {source.id: event for event in events if event.kind == REPORT for source in event.sources}
    if not reports:
        return list(events)
    found: defaultdict[int, list[Event]] = defaultdict(list)
    spoken = Spoken(events)
    for one in told:
        told_here = [finding for finding in one.findings if finding.id in by_source]
        for finding in told_here:
            report = reports.get(finding.id)
            if report is None:
                continue
            here = [by_source[other.id] for other in introduced(one.article, finding, told_here)]
            for event in [*here, *elsewhere(report, passage_of(one.article, finding.sentence), spoken)]:
                if event.kind != REPORT and may_report(report, event):
                    found[id(event)].append(report)
    return [linked(event, found[id(event)]) for event in events]


def introduced(article: Article, report: Finding, findings: Iterable[Finding]) -> list[Finding]:
    """Of the findings with events those of the report's own sentence, and of the next one where a colon leads to it."""
    start, end = report.sentence
    text = article.text
    colon = text[start:end].rstrip().endswith(":")
    return [
        finding
        for finding in findings
        if finding.sentence == report.sentence
        or (colon and finding.sentence[0] > end and not text[end : finding.sentence[0]].strip())
    ]


def elsewhere(report: Event, passage: str, spoken: Spoken) -> list[Event]:
    """The events of other articles of which a passage of the report speaks, and that were over only a few days before it."""
    day = report.date.last_day
    if day is None or length(report.date) > LONGEST:
        return []
    articles = {source.article for source in report.sources}
    return [
        event
        for event in spoken.of(passage, (day - LONGEST - AFTER, day))
        if event.date.last_day is not None
        and day <= event.date.last_day + AFTER
        and articles.isdisjoint(source.article for source in event.sources)
    ]


def may_report(report: Event, event: Event) -> bool:
    """Whether the day of the report allows it: what is told as past began no later."""
    if event.status == PLANNED:
        return True
    begin, day = event.date.first_day, report.date.last_day
    return day is not None and (begin is None or begin <= day)


def linked(event: Event, reports: Sequence[Event]) -> Event:
    """The event with the earliest of the reports that tell of it, and not later than that."""
    if not reports:
        return event
    first = min(reports, key=lambda report: (report.date.end or 0, report.sources[0].published or "~", report.sources[0].article))
    date = event.date if event.status == PLANNED else not_after(event.date, first.date.last_day)
    return replace(event, date=date, reported_by=first.sources[0].id)


def not_after(date: Interval, day: int | None) -> Interval:
    """The date without the days after that one; as it is where nothing would be left, or where it lasted.

    >>> from timeline.notation import date_text, parse_date
    >>> date_text(not_after(parse_date("2020-05-03..2020-05-09"), parse_date("2020-05-08").last_day))
    '2020-05-03..2020-05-08'
    """
    if day is None or date.lasts:
        return date
    end = (day + 1) * DAY_MINUTES
    if (date.start is not None and date.start >= end) or (date.end is not None and date.end <= end):
        return date
    return Interval(date.start, end, min(date.grain, Grain.DAY), circa=date.circa, uncertain=date.uncertain)
