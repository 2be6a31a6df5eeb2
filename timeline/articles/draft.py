"""What a reader gives: an article as its file tells it, before it is settled when it was published. Plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from timeline.model import Region


class Rung(IntEnum):
    """Where the day of publication may be told, from sure to unsure; the names are for people.

    >>> Rung.FRONT_MATTER < Rung.URL, Rung.FILE_NAME.words
    (True, 'file name')
    """

    OVERRIDE = 0
    LISTED = 1
    FRONT_MATTER = 2
    PAGE = 3
    FIELD = 4
    HEADER_LINE = 5
    DATELINE = 6
    URL = 7
    GUESS = 8
    FILE_NAME = 9
    MADE = 10
    GIVEN = 11

    @property
    def words(self) -> str:
        """The rung as the account and the page name it."""
        return _WORDS[self]


_WORDS = {
    Rung.OVERRIDE: "--published-override",
    Rung.LISTED: "articles.yaml",
    Rung.FRONT_MATTER: "front matter",
    Rung.PAGE: "page",
    Rung.FIELD: "field",
    Rung.HEADER_LINE: "header line",
    Rung.DATELINE: "dateline",
    Rung.URL: "URL",
    Rung.GUESS: "guess from the page",
    Rung.FILE_NAME: "file name",
    Rung.MADE: "properties of the file",
    Rung.GIVEN: "--published",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A day of publication as it is written somewhere: where, its words, and what they stand in ("date: 2020-05-08")."""

    rung: Rung
    words: str
    evidence: str = ""


@dataclass(slots=True)
class Draft:
    """One article as a reader found it; `text` is what is kept, shown and read, and all offsets are its characters.

    `record` is its place in a file that holds many ("3"), `body` where its own words begin (behind
    front matter), `language` the tag that the file declares ("en-GB"), `furniture` what is no prose
    (furniture.py adds what it knows of itself), `notes` what a person should know of the reading.
    """

    text: str
    title: str = ""
    author: str = ""
    url: str = ""
    site: str = ""
    language: str = ""
    record: str = ""
    body: int = 0
    written: list[Written] = field(default_factory=list)
    furniture: list[Region] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unread:
    """A record of a file that could not be read, and why; the others of the file go on."""

    record: str
    why: str
