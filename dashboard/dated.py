"""Articles that do not say when they were published: what the evidence allows, and the line that settles it. Components only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard.account import UNRESOLVED
from dashboard.bits import MOST, Desk, article_head, copied, heading, more
from dashboard.mends import waits_for_day
from timeline.archive import ArticleRecord, DatingRecord, EchoRecord
from timeline.dating import line_for, place_name, said_of
from timeline.notation import parse_date
from timeline.wording import spoken

DAY = "YYYY-MM-DD"


def undated(desk: Desk, records: Sequence[ArticleRecord]) -> list[Any]:
    """Each undated article with its bracket."""
    words = (
        "They do not say when they were published, so nothing is counted from that day. "
        "What follows is what the evidence allows; nothing applies it but you."
    )
    lines = [html.Section(_article(desk, record)) for record in records[:MOST]]
    return [*heading("Undated articles", words), *lines, *more(len(records) - MOST, "articles")]


def _article(desk: Desk, record: ArticleRecord) -> list[Any]:
    dating = record.dating or DatingRecord()
    return [
        article_head(desk, record),
        html.Ul([html.Li(each) for each in _bracket(desk, dating)], className="bracket"),
        *(_echo(desk, echo) for echo in dating.echoes),
        *_waiting(desk, record),
        *settling(desk, record, dating),
    ]


def _bracket(desk: Desk, dating: DatingRecord) -> list[list[Any]]:
    out: list[Any] = []
    if dating.first:
        out.append([html.Strong(f"Not before {_words(dating.first)}"), f": it tells “{dating.phrase}” as past."])
    if dating.last:
        newest = desk.title(dating.newest)
        out.append([html.Strong(f"Not after {_words(dating.last)}"), f", if nothing is newer than “{newest}”."])
    return out or [["Nothing in it tells when it was published."]]


def _words(day: str) -> str:
    return spoken(parse_date(day))


def _echo(desk: Desk, echo: EchoRecord) -> Any:
    """What follows if it and a dated article tell of one event."""
    days = _words(echo.first) if echo.first == echo.last else f"{_words(echo.first)} to {_words(echo.last)}"
    item = next((each for each in desk.library.shelf.collection.items if echo.id in each.source_ids), None)
    there: Any = html.Q(echo.there, className="quote")
    return html.Div(
        [
            html.P([html.Strong(days), ", if these two tell of one event:"]),
            html.P(html.Q(echo.here, className="quote")),
            html.P(dcc.Link(there, href=desk.event(item.key)) if item is not None else there),
        ],
        className="echo",
    )


def _waiting(desk: Desk, record: ArticleRecord) -> list[Any]:
    count = sum(waits_for_day(found.why) for found in record.findings)
    if not count:
        return []
    words = "1 phrase waits for its day" if count == 1 else f"{count:,} phrases wait for its day"
    return [html.P(dcc.Link(words, href=desk.address(UNRESOLVED, record.path)), className="waiting")]


def settling(desk: Desk, record: ArticleRecord, dating: DatingRecord) -> list[Any]:
    """The line for articles.yaml; or what stands there since the last build."""
    if record.path.startswith("stdin:"):
        return [html.P("It came from standard input: give --published to the build.", className="mend")]
    if said := said_of(desk.library.path, record.path, record.record):
        return [html.P([html.Code(f"published: {said}"), *waits_for_build(record)], className="settled")]
    line = line_for(record.path, record.record, published=dating.first or DAY)
    known = "If it was that day" if dating.first else "If you know the day"
    words: list[Any] = [f"{known}, put into ", html.Code(place_name(record.path)), ":"]
    return [html.Div([html.P(words), *copied(line)], className="mend")]


def waits_for_build(record: ArticleRecord) -> list[Any]:
    """What to do once the day stands there."""
    return [" stands in ", html.Code(place_name(record.path)), ": run ", html.Code("timeline build"), " to count from it."]
