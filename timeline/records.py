"""What is remembered of a build, line by line: articles with their phrases, pairs that may be one, and the base of the merge."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

Value = str | list[str] | None
"""What a field of an entry may hold; None where it is not there."""


class Record(BaseModel):
    """A line of a file of the archive; what it does not know of, it leaves out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class FindingRecord(Record):
    """One phrase of an article: where it stands, what it was taken to mean and why, what became of it.

    Offsets are characters of the article's text; `date` is in the syntax of events.yaml, "" where the
    phrase has none; `fate` is "event", "unresolved" or "no event"; `id` is the id of the source, and
    `lead` says that its sentence leads the article.
    """

    id: str = ""
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    phrase: str
    type: str
    value: str
    date: str = ""
    fate: str
    why: str = ""
    reason: str = ""
    rule: str = ""
    lead: bool = False


class MaybeRecord(Record):
    """Two events that may be one, by the ids of their first sources, and why they are not; the likeliest come first.

    `refused` says that a person has looked at them, and they are two.
    """

    a: str
    b: str
    why: str
    refused: bool = False


class EchoRecord(Record):
    """What an event that another article dates would say of an undated one, were both the same; a line each.

    `first` and `last` are the days between which it was published then, `id` the id of the event's source.
    """

    id: str
    first: str
    last: str
    said: str
    here: str
    there: str


class DatingRecord(Record):
    """Between which days an undated article was published, as YYYY-MM-DD, and what tells so; "" where nothing does.

    `phrase` are its words that tell `first`, `newest` the article that tells `last`. A suggestion: nothing applies it.
    """

    first: str = ""
    phrase: str = ""
    last: str = ""
    newest: str = ""
    echoes: list[EchoRecord] = Field(default_factory=list)


class ArticleRecord(Record):
    """One file that the build found. `skipped` is the reason why it was not read, "" if it was.

    `origin` is the path of the article that this one is a copy of, in nearly the same words; "" if it is its own.
    `former` are the paths that it had before, which an older events file still names. `dating` is there where it
    does not say when it was published.
    """

    path: str
    former: list[str] = Field(default_factory=list)
    skipped: str = ""
    key: str = ""
    digest: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    rung: str = ""
    evidence: str = ""
    time: str = ""
    record: str = ""
    site: str = ""
    language: str = ""
    origin: str = ""
    notes: list[str] = Field(default_factory=list)
    dating: DatingRecord | None = None
    furniture: list[tuple[int, int, str]] = Field(default_factory=list)
    findings: list[FindingRecord] = Field(default_factory=list)


class BaseEntry(Record):
    """An entry as the last build left it: the fields of the extractor, not the person's.

    `sources` are those that the extractor put there, `joined` those that a person did; `away` are the ids
    of those of `sources` that a person took away. A date or title of "" says that nothing is known of it;
    `more` has the other fields that the extractor filled. `conflicts` are fields that both changed, until
    somebody settles them: what the person typed, and what the articles say.
    """

    id: str
    date: str
    title: str
    more: dict[str, str | list[str]] = Field(default_factory=dict)
    conflicts: dict[str, tuple[Value, Value]] = Field(default_factory=dict)
    sources: list[dict[str, str]]
    joined: list[dict[str, str]] = Field(default_factory=list)
    away: list[str] = Field(default_factory=list)
    deleted: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """All fields that the extractor filled, by their keys."""
        return {"date": self.date, "title": self.title, **self.more}


class Base(Record):
    """What the last build wrote, and `stamp`, which the events file it belongs to carries in its first lines."""

    stamp: str
    entries: list[BaseEntry] = Field(default_factory=list)


class Stamp(Record):
    """The first line of a base: which file it belongs to."""

    stamp: str
