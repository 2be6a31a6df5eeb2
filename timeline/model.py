"""The values that flow through a build: Article, Mention, Source, Event. Plain and frozen; no behaviour.

All offsets are half-open `[start, end)` in characters (code points) of `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.expr import Custom
from timeline.interval import Interval

EVENT, REPORT, REPORTED_ON = KINDS = ("event", "report", "reported on")
HAPPENED, PLANNED, DENIED, CLAIMED = STATUSES = ("happened", "planned", "denied", "claimed")
DATED = ("DATE", "TIME")
"""TIMEX3 types that can date an event; DURATION and SET never do."""


INLINE = frozenset(("address", "markup", "image"))
"""What a Region may be that stands inside of prose, which goes on behind it."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of an article that is not its prose, and why: a header line, a share bar, a footer."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article was published: day number, the rung of evidence that gave it, its words, and the hour if told."""

    day: int
    rung: str
    evidence: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    `path` is as given, with `/`, relative to the folder of the events file; of one in a file that holds
    many, `#` and its `record` stand behind it. `key` is what its events' ids hang on: a hash of its first
    known normalised text, kept when the text is edited later; `digest` is the hash of the text as it is
    now, under which the text is kept. `language` is two letters ("" if it can't be told), `custom` the order
    of 03/04/2020 if somebody or the country tells; `notes` are what a person
    should know of the reading.
    """

    path: str
    text: str
    key: str
    digest: str
    title: str = ""
    author: str = ""
    url: str = ""
    published: Published | None = None
    furniture: tuple[Region, ...] = ()
    record: str = ""
    site: str = ""
    language: str = ""
    custom: Custom | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a record of one, that was found and not read, and why; `by_hand` says that a person wants it so."""

    path: str
    why: str
    record: str = ""
    by_hand: bool = False

    @property
    def place(self) -> str:
        """The path that its article would have."""
        return place_of(self.path, self.record)


def place_of(file: str, record: str) -> str:
    """The path of an article: its file, and its place in it where that is a record of many.

    >>> place_of("news/dump.jsonl", "12"), place_of("news/a.txt", "")
    ('news/dump.jsonl#12', 'news/a.txt')
    """
    return f"{file}#{record}" if record else file


def file_of(article: str) -> str:
    """The file of an article's path: that of a record without `#` and its place.

    >>> file_of("news/dump.jsonl#12"), file_of("news/a.txt")
    ('news/dump.jsonl', 'news/a.txt')
    """
    file, mark, record = article.rpartition("#")
    return file if mark and record.isdigit() else article


class Mention(NamedTuple):
    """A phrase of time in a text, and what it means there.

    `interval` is None where the words give no date: a duration, a vague word, a date that does not
    exist, or a relative phrase with nothing to stand on; `reason` then says which. For a range
    ("from 3 to 5 March") `parts` holds the two phrases that a TIMEX3 annotation would mark.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    interval: Interval | None
    rule: str
    reason: str = ""
    parts: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of one article that tells an event: the evidence. `date` is what it says where that contradicts the event."""

    id: str
    article: str
    published: str | None
    sentence: str
    phrase: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event with the sentences that tell it, the first of which named it.

    `kind` is "report" where the phrase dates who told it, not what was told, and "reported on" where no
    phrase dates it at all, so that it is only not later than its article; `status` is one of STATUSES;
    `people`, `places` and `organizations` are the names in it, `reported_by` the id of the report that
    tells of it. `lead` says that the article's first sentence tells it, whose headline is then its title.
    """

    date: Interval
    title: str
    sources: tuple[Source, ...]
    kind: str = EVENT
    status: str = HAPPENED
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    reported_by: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one phrase: the account has one for each.

    `fate` is "event", "unresolved" or "no event", `why` says why it is not an event, and `id` is the
    source id of an event. `sentence` is the span of the sentence that holds it.
    """

    mention: Mention
    sentence: tuple[int, int]
    fate: str
    why: str = ""
    id: str = ""
