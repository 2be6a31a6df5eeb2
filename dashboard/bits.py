"""The small parts that the lists of the account share: a sentence with its phrase marked, a mend, a heading. Components only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dash import dcc, html

from dashboard.library import Library
from dashboard.listed import page_of
from dashboard.mends import Mend
from dashboard.pages import pages
from dashboard.state import State
from timeline.entries import Entry
from timeline.records import ArticleRecord
from timeline.wording import spoken

_BEFORE, _BEHIND = 160, 220  # characters of a sentence around its phrase

T = TypeVar("T")
Text = Callable[[ArticleRecord], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list is made from: the library, what the reader chose, and whether the page may write."""

    library: Library
    state: State
    may_write: bool = False

    def text(self, record: ArticleRecord) -> str:
        """The text of an article; "" where it was not kept."""
        return self.library.archive.text(record.digest) or ""

    def address(self, show: str, at: str = "") -> str:
        """The way to a part of the account."""
        return f"?{self.state.showing(show, at).query()}"

    def listed(self, show: str, at: str) -> str:
        """The way to a list of its own in a part of the account, from its first page."""
        return f"?{replace(self.state.showing(show, at), page=0).query()}"

    def event(self, key: str) -> str:
        """The way to an event, and from there back here."""
        return f"?{self.state.opened(key).query()}"

    def title(self, path: str) -> str:
        """What an article is called."""
        record = self.library.shelf.records.get(path)
        return (record.title if record is not None else "") or path

    def line(self, entry: Entry) -> str:
        """Where an entry stands in the events file."""
        line = self.library.shelf.account.lines.get(entry.id)
        return f"line {line} of {self.library.path.name}" if line else self.library.path.name


def heading(words: str, *below: Any) -> list[Any]:
    """The heading of a list, and what should be known of all of it."""
    return [html.H2(words, id="panel-heading", tabIndex="-1"), *(html.P(each, className="about") for each in below)]


def article_head(reading: Reading, record: ArticleRecord) -> Any:
    """The title and the path of an article, above what it has."""
    return html.Header([html.H3(record.title or record.path), html.Code(record.path)], className="of-article")


def event_row(reading: Reading, entry: Entry, key: str, where: str) -> Any:
    """An event on a line: when, what, the words of its first source, and where it is told. A link, where it has a key."""
    source = next((each for each in entry.sources if each.sentence), None)
    parts = [
        html.Span(spoken(entry.interval), className="when"),
        html.Span(entry.title, className="what"),
        *([quote_of(source.sentence, source.phrase)] if source is not None else []),
        *([html.Span(where, className="where")] if where else []),
    ]
    return dcc.Link(parts, href=reading.event(key), className="event") if key else html.Div(parts, className="event")


def quote(text: str, begin: int, end: int, start: int, stop: int) -> Any:
    """The sentence from `begin` to `end` of a text on one line, with its phrase marked; cut where it is long."""
    before, phrase, behind = (" ".join(part.split()) for part in (text[begin:start], text[start:stop], text[stop:end]))
    before = before if len(before) <= _BEFORE else f"… {before[-_BEFORE:].partition(' ')[2]}"
    behind = behind if len(behind) <= _BEHIND else f"{behind[:_BEHIND].rpartition(' ')[0]} …"
    gaps = [" " if text[place - 1 : place + 1].strip() != text[place - 1 : place + 1] else "" for place in (start, stop)]
    return html.Q([before + gaps[0], html.Mark(phrase, className="phrase"), gaps[1] + behind], className="quote")


def quote_of(sentence: str, phrase: str) -> Any:
    """A sentence as the events file quotes it, with its phrase marked where it has it."""
    at = sentence.find(phrase) if phrase else -1
    return quote(sentence, 0, len(sentence), at, at + len(phrase)) if at >= 0 else html.Q(sentence, className="quote")


def mending(reading: Reading, mend: Mend) -> Any:
    """What to do, with the way there or the line to copy."""
    words: list[Any] = [mend.words]
    if mend.show:
        words = [dcc.Link(mend.words, href=reading.address(mend.show))]
    return html.Div([html.P(words), *copied(mend.line)], className="mend")


def copied(line: str) -> list[Any]:
    """Lines to copy, with a button that does; account.js fills the clipboard."""
    if not line:
        return []
    button = html.Button("Copy", type="button", className="copy")
    return [html.Div([html.Pre(line.rstrip("\n")), button], className="copied")]


def paged(reading: Reading, things: Sequence[T], size: int) -> tuple[Sequence[T], list[Any]]:
    """The page of a list that the address has, of so many lines, and the way to the others."""
    page = page_of(len(things), reading.state.page, size)
    part = [html.P(f"{page.begin + 1:,} to {page.end:,} of {page.count:,}", className="about")] if page.of > 1 else []
    return things[page.begin : page.end], [*part, *pages(page, reading.state)]
