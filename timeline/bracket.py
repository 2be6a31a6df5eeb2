"""When an article that does not say so may have been published: not before what it tells, not after the others. A suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from timeline.events import Told
from timeline.expr import Lean
from timeline.languages.en.lean import lean
from timeline.model import Article, Finding, file_of
from timeline.notation import iso_day
from timeline.scan import lower

_YEAR = re.compile(r"\d{4}")


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
        record = f", record: {self.article.record}" if self.article.record else ""
        known, day = (
            ("if it was that day", iso_day(self.first)) if self.first is not None else ("if you know the day", "YYYY-MM-DD")
        )
        place = (path.parent / "articles.yaml").as_posix()
        yield f"{known}, put into {place}: - {{file: {path.name}{record}, published: {day}}}"


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
