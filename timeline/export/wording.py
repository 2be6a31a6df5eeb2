"""Words that several formats share: an event's date, where it comes from, and texts that stay on one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.entries import Entry, SourceEntry
from timeline.errors import DateSyntaxError
from timeline.interval import DAY_MINUTES, Grain, Interval
from timeline.links import safe_url
from timeline.model import HAPPENED, REPORT, REPORTED_ON
from timeline.notation import parse_date
from timeline.records import ArticleRecord
from timeline.wording import spoken

# What no document may hold: XML has no way to write it, and nobody could see it.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    r"""The text without characters that documents cannot hold.

    >>> clean("a\x00b\nc")
    'a�b\nc'
    """
    return _CONTROL.sub("�", text)


def line(text: str) -> str:
    r"""The text on one line.

    >>> line(" It sank,\n  at last. ")
    'It sank, at last.'
    """
    return " ".join(clean(text).split())


def date_words(entry: Entry) -> str:
    """When it was, in words that say no more than is known.

    >>> date_words(Entry.model_validate({"date": "2020-01-21..2020-01-31", "title": "Aid"}))
    'some time in 21–31 January 2020'
    """
    words = spoken(entry.interval)
    first, last = entry.interval.days()
    vague = first is not None and last is not None and first != last and not entry.interval.lasts
    return f"some time in {words}" if vague and "–" in words else words


def clock(interval: Interval) -> tuple[int, int] | None:
    """Hour and minute of what is told to the minute; None for the rest.

    >>> clock(parse_date("2020-04-12T09:30")), clock(parse_date("2020-04-12"))
    ((9, 30), None)
    """
    start, end = interval.start, interval.end
    if interval.grain is not Grain.MINUTE or interval.lasts or start is None or end != start + 1:
        return None
    return divmod(start % DAY_MINUTES, 60)


def standing_words(entry: Entry) -> str:
    """What keeps it from being told as a fact: "planned", "report" …; "" for what happened."""
    if entry.status != HAPPENED:
        return entry.status
    return {REPORT: "report", REPORTED_ON: "reported on that day"}.get(entry.kind, "")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as it is cited: the article's name and author where they are known, its day in words, a safe address or ""."""

    sentence: str
    phrase: str
    article: str
    title: str
    author: str
    site: str
    published: str
    url: str
    gone: bool

    @property
    def words(self) -> str:
        """All but the address and the sentence: Ann Lee: “Ferry sinks”, Harbour News, 10 May 2020, data/a.txt."""
        named = f"“{self.title}”" if self.title else ""
        parts = [f"{self.author}: {named}" if self.author and named else named or self.author, self.site, self.published]
        return ", ".join(part for part in (*parts, self.article) if part)


def citation(source: SourceEntry, articles: Mapping[str, ArticleRecord]) -> Citation:
    """How a source is cited."""
    known = articles.get(source.article)
    return Citation(
        sentence=line(source.sentence),
        phrase=line(source.phrase),
        article=line(source.article),
        title=line(known.title) if known else "",
        author=line(known.author) if known else "",
        site=line(known.site) if known else "",
        published=published_words(source.published),
        url=(safe_url(known.url) or "") if known else "",
        gone=bool(source.gone),
    )


def published_words(published: str) -> str:
    """A day of publication in words; as it is written where it is no day.

    >>> published_words("2020-05-10"), published_words("some day")
    ('10 May 2020', 'some day')
    """
    try:
        return spoken(parse_date(published)) if published else ""
    except DateSyntaxError:
        return line(published)
