"""Articles that do not say when they were published: what the evidence allows, and the line that settles it. Components only."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html

from dashboard.account import UNRESOLVED
from dashboard.bits import Reading, article_head, copied, heading, paged
from dashboard.ids import DAY as DAY_ID
from dashboard.ids import DAY_ACCEPT, DAY_TOLD
from dashboard.mends import waits_for_day
from dashboard.twofold import twofold
from timeline.dating import line_for, place_name, said_of
from timeline.notation import parse_date
from timeline.records import ArticleRecord, DatingRecord, EchoRecord
from timeline.wording import spoken

DAY = "YYYY-MM-DD"
ARTICLES = 10  # on a page


def undated(reading: Reading, records: Sequence[ArticleRecord]) -> list[Any]:
    """Each undated article with its bracket."""
    words = (
        "They do not say when they were published, so nothing is counted from that day. "
        "What follows is what the evidence allows; nothing applies it but you."
    )
    shown, ways = paged(reading, records, ARTICLES)
    keys = _keys(reading, {echo.id for record in shown if record.dating for echo in record.dating.echoes})
    lines = [html.Section(_article(reading, record, keys)) for record in shown]
    return [*heading("Undated articles", words), *lines, *ways]


def _keys(reading: Reading, sources: set[str]) -> dict[str, str]:
    """The keys of the events that have these sources."""
    items = reading.library.shelf.collection.items if sources else ()
    return {ident: item.key for item in items for ident in item.source_ids if ident in sources}


def _article(reading: Reading, record: ArticleRecord, keys: Mapping[str, str]) -> list[Any]:
    dating = record.dating or DatingRecord()
    return [
        article_head(reading, record),
        html.Ul([html.Li(each) for each in _allowed(reading, record, dating)], className="bracket"),
        *(_echo(reading, echo, keys.get(echo.id, "")) for echo in dating.echoes),
        *_waiting(reading, record),
        *settling(reading, record, dating),
    ]


def _allowed(reading: Reading, record: ArticleRecord, dating: DatingRecord) -> list[list[Any]]:
    """What the evidence allows: both days that its own words may mean, and between which days it is."""
    out: list[Any] = []
    if (found := twofold(record.notes)) is not None:
        out.append([html.Strong(" or ".join(_words(day) for day in found.days)), f": it has the {found.words}."])
    if dating.first:
        out.append([html.Strong(f"Not before {_words(dating.first)}"), f": it tells “{dating.phrase}” as past."])
    if dating.last:
        newest = reading.title(dating.newest)
        out.append([html.Strong(f"Not after {_words(dating.last)}"), f", if nothing is newer than “{newest}”."])
    return out or [["Nothing in it tells when it was published."]]


def _words(day: str) -> str:
    return spoken(parse_date(day))


def _echo(reading: Reading, echo: EchoRecord, key: str) -> Any:
    """What follows if it and a dated article tell of one event."""
    days = _words(echo.first) if echo.first == echo.last else f"{_words(echo.first)} to {_words(echo.last)}"
    there: Any = html.Q(echo.there, className="quote")
    return html.Div(
        [
            html.P([html.Strong(days), ", if these two tell of one event:"]),
            html.P(html.Q(echo.here, className="quote")),
            html.P(dcc.Link(there, href=reading.event(key)) if key else there),
        ],
        className="echo",
    )


def _waiting(reading: Reading, record: ArticleRecord) -> list[Any]:
    count = sum(waits_for_day(found.why) for found in record.findings)
    if not count:
        return []
    words = "1 phrase waits for its day" if count == 1 else f"{count:,} phrases wait for its day"
    return [html.P(dcc.Link(words, href=reading.listed(UNRESOLVED, record.path)), className="waiting")]


def settling(reading: Reading, record: ArticleRecord, dating: DatingRecord) -> list[Any]:
    """The line for articles.yaml; or what stands there since the last build."""
    if record.path.startswith("stdin:"):
        return [html.P("It came from standard input: give --published to the build.", className="mend")]
    if said := said_of(reading.library.path, record.path, record.record):
        return [html.P([html.Code(f"published: {said}"), *waits_for_build(record)], className="settled")]
    day = suggested(record, dating)
    line = line_for(record.path, record.record, published=day or DAY)
    known = "If it was that day" if day else "If you know the day"
    words: list[Any] = [f"{known}, put into ", html.Code(place_name(record.path)), ":"]
    by_hand = [html.P(words), *copied(line)]
    if not reading.may_write:
        return [html.Div(by_hand, className="mend")]
    folded = html.Details([html.Summary("How to write it by hand"), *by_hand], className="mend")
    return [_form(record, day), folded]


def suggested(record: ArticleRecord, dating: DatingRecord) -> str:
    """The day that stands in the form: the first that is possible; of two that its words may mean, none before a person says."""
    return "" if twofold(record.notes) is not None else dating.first


def _form(record: ArticleRecord, suggestion: str) -> Any:
    """The day to type, with what the evidence suggests in it; a button that writes it."""
    name = {"type": DAY_ID, "article": record.path}
    # It persists in the page, so that what is typed stays when a change of the files has all drawn anew.
    day = dcc.Input(
        id=name, type="text", value=suggestion, placeholder=DAY, className="day", persistence=True, persistence_type="memory"
    )
    label = html.Label("It was published on", htmlFor=json.dumps(name, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    button = html.Button("Accept", id={"type": DAY_ACCEPT, "article": record.path}, type="button", className="yes")
    told = html.P(id={"type": DAY_TOLD, "article": record.path}, role="status", className="day-told")
    return html.Div([html.Div([label, day, button], className="decide"), told])


def waits_for_build(record: ArticleRecord) -> list[Any]:
    """What to do once the day stands there."""
    return [" stands in ", html.Code(place_name(record.path)), ": run ", html.Code("timeline build"), " to count from it."]
