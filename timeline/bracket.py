"""When an article that does not say so may have been published: not before what it tells, not after the others. A suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from timeline.articles.listed import NAME, line_of
from timeline.events import Told
from timeline.expr import Lean
from timeline.languages.en.lean import lean
from timeline.model import DATED, REPORT, Article, Event, Finding, file_of
from timeline.notation import iso_day
from timeline.passages import Spoken, passage_of
from timeline.recognize import recognize
from timeline.scan import lower
from timeline.titles import Sentence

_YEAR = re.compile(r"\d{4}")
_LATER = 40  # days after an event in which an article may tell of it without its month
_MOST_ECHOES = 3


@dataclass(frozen=True, slots=True)
class Bracket:
    """The days between which an article was published, as day numbers, each with what it rests on; None where nothing tells.

    `first` is the latest past day that the article tells in full, `phrase` its words; `last` is the day of
    the newest dated article, `newest` its path: that nothing is newer than it is an assumption.
    """

    article: Article
    first: int | None
    phrase: str
    last: int | None
    newest: str

    def lines(self) -> Iterator[str]:
        """What the evidence allows, and the line for articles.yaml that would settle it."""
        told = []
        if self.first is not None:
            told.append(f"not before {iso_day(self.first)} (it tells “{self.phrase}” as past)")
        if self.last is not None:
            told.append(f"not after {iso_day(self.last)}, assuming that nothing is newer than {self.newest}")
        yield "undated: " + (", ".join(told) or "nothing tells when it was published")
        path = PurePosixPath(file_of(self.article.path))
        day = "YYYY-MM-DD" if self.first is None else str(iso_day(self.first))
        known = "if you know the day" if self.first is None else "if it was that day"
        line = line_of(path.name, self.article.record, published=day)
        yield f"{known}, put into {(path.parent / NAME).as_posix()}: {line}"


def bracket(told: Told, newest: Article | None) -> Bracket:
    """The bracket of an undated article, seen beside the newest dated one of the same build."""
    article = told.article
    low = lower(article.text)
    days = [(day, f.mention.text) for f in told.findings if (day := _past_day(f, article, low)) is not None]
    first, phrase = max(days, default=(None, ""))
    last = None if newest is None or newest.published is None else newest.published.day
    if newest is None or last is None or (first is not None and last < first):
        return Bracket(article, first, phrase, None, "")  # it is itself the newest
    return Bracket(article, first, phrase, last, newest.path)


@dataclass(frozen=True, slots=True)
class Echo:
    """A phrase of an undated article, and an event of a dated one that may be the same: then it was published in these days.

    `first` and `last` are day numbers.
    """

    article: Article
    finding: Finding
    event: Event
    first: int
    last: int

    @property
    def said(self) -> str:
        """The assumption, and what follows from it."""
        source = self.event.sources[0]
        what = "report of" if _is_report(self.article, self.finding) else "event of"
        other = f"“{source.phrase}” in {source.article} ({_days(*self.event.date.days())})"
        published = _days(self.first, self.last)
        return f"its {what} “{self.finding.mention.text}” and {other}: if they are one, it was published {published}"

    @property
    def here(self) -> str:
        """The sentence of the undated article."""
        return " ".join(self.article.text[slice(*self.finding.sentence)].split())

    def lines(self) -> Iterator[str]:
        """The assumption, and both sentences."""
        yield self.said
        yield f"  here: {self.here}"
        yield f"  there: {self.event.sources[0].sentence}"


def echoes(told: Told, spoken: Spoken) -> list[Echo]:
    """What the events of dated articles say to an undated one: the best for each phrase that waits for a day, at most a few."""
    article, out = told.article, []
    for finding in told.findings:
        if finding.fate != "unresolved" or finding.mention.type not in DATED:
            continue
        sentence = article.text[slice(*finding.sentence)]
        passage = passage_of(article, finding.sentence) if _is_report(article, finding) else " ".join(sentence.split())
        fitting = (_echo(article, finding, event) for event in spoken.of(passage))
        out += list(islice((echo for echo in fitting if echo is not None), 1))
    return out[:_MOST_ECHOES]


def _echo(article: Article, finding: Finding, event: Event) -> Echo | None:
    """The days of publication with which the phrase falls into the days of the event; None where they tell nothing."""
    low, high = event.date.days()
    if low is None or high is None or event.sources[0].published is None:
        return None
    start, end = finding.sentence
    sentence, at = article.text[start:end], finding.mention.start - start
    fitting = []
    for day in range(low, high + _LATER + 1):
        read = next((one for one in recognize(sentence, day, custom=article.custom) if one.start == at), None)
        if read is not None and read.interval is not None and read.interval.overlaps(event.date):
            fitting.append(day)
    together = bool(fitting) and fitting[-1] - fitting[0] == len(fitting) - 1
    return Echo(article, finding, event, fitting[0], fitting[-1]) if together and fitting[-1] < high + _LATER else None


def _is_report(article: Article, finding: Finding) -> bool:
    start, end = finding.sentence
    place = finding.mention.start - start, finding.mention.end - start
    return Sentence(article.text[start:end], [place]).title(place).kind == REPORT


def _days(first: int | None, last: int | None) -> str:
    return str(iso_day(first)) if first == last else f"{iso_day(first)} to {iso_day(last)}"


def newest_of(found: Iterable[Told]) -> Article | None:
    """The article with the latest day of publication."""
    dated = [one.article for one in found if one.article.published is not None]
    return max(dated, key=lambda article: article.published.day if article.published else 0, default=None)


def _past_day(finding: Finding, article: Article, low: str) -> int | None:
    """The day that the phrase tells in full, and as something that has happened."""
    mention = finding.mention
    interval = mention.interval
    in_full = _YEAR.search(mention.text) is not None
    if interval is None or not in_full or interval.first_day != interval.last_day or finding.why.startswith("in the "):
        return None
    return interval.first_day if lean(article.text, low, mention.start, mention.end).lean is Lean.PAST else None
