"""The lists of what is left out, each line with its reason and its mend: phrases, articles, events. Components only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from dash import dcc, html

from dashboard.account import UNRESOLVED, Phrase
from dashboard.bits import Reading, article_head, event_row, heading, mending, paged, quote
from dashboard.items import Item
from dashboard.mends import Mend, of_phrase, of_skipped, reason_of
from timeline.entries import Entry
from timeline.model import place_of
from timeline.records import ArticleRecord

FEW = 120
"""So many phrases are listed at once; more are told by article first."""
LINES, PHRASES = 50, 25
"""Lines of a page of a list: more would be slow in a browser, and a view must stay small."""


def unresolved(reading: Reading, phrases: Sequence[Phrase]) -> list[Any]:
    """Phrases without a date, by article and reason; too many are told by article first."""
    words = "Each is a phrase of time that names no day by itself. A click shows it in its article."
    chosen = [each for each in phrases if each.record.path == reading.state.at]
    if not chosen and len(phrases) > FEW:
        return [*heading("Unresolved phrases", words), *_articles(reading, phrases)]
    shown, ways = paged(reading, chosen or phrases, PHRASES)
    out = [html.Section(_of_article(reading, list(each))) for _, each in groupby(shown, key=lambda each: each.record.path)]
    return [*heading("Unresolved phrases", words), *out, *ways]


def _articles(reading: Reading, phrases: Sequence[Phrase]) -> list[Any]:
    groups = [(record, len(list(each))) for record, each in groupby(phrases, key=lambda each: each.record)]
    groups.sort(key=lambda group: -group[1])
    shown, ways = paged(reading, groups, LINES)
    links = [
        html.Li(
            dcc.Link(
                [html.Span(record.title or record.path, className="what"), html.Span(f"{count:,} phrases", className="where")],
                href=reading.listed(UNRESOLVED, record.path),
                className="event",
            )
        )
        for record, count in shown
    ]
    return [html.Ol(links, className="events"), *ways]


def _of_article(reading: Reading, phrases: Sequence[Phrase]) -> list[Any]:
    text = reading.text(phrases[0].record)
    out: list[Any] = [article_head(reading, phrases[0].record)]
    by_reason: dict[str, list[Phrase]] = {}
    for each in phrases:
        by_reason.setdefault(reason_of(each), []).append(each)
    for reason, some in by_reason.items():
        mends = [of_phrase(each, _sentence(each, text)) for each in some]
        alike = len(set(mends)) == 1
        lines = [
            html.Li([_link(reading, each, text), *([] if alike else [_folded(reading, mend)])])
            for each, mend in zip(some, mends, strict=True)
        ]
        common = ([_folded(reading, mends[0])] if mends[0].line else [mending(reading, mends[0])]) if alike else []
        out += [html.P(reason, className="why"), html.Ol(lines, className="phrases"), *common]
    return out


def _folded(reading: Reading, mend: Mend) -> Any:
    return html.Details([html.Summary("How to mend it"), mending(reading, mend)], className="mend")


def _sentence(each: Phrase, text: str) -> str:
    return text[each.finding.sentence_start : each.finding.sentence_end]


def _link(reading: Reading, each: Phrase, text: str) -> Any:
    found = each.finding
    told = quote(text, found.sentence_start, found.sentence_end, found.start, found.end) if text else found.phrase
    return dcc.Link(told, href=reading.address(UNRESOLVED, each.key), className="event")


def skipped(reading: Reading, records: Sequence[ArticleRecord]) -> list[Any]:
    """Files that were found and not read."""
    shown, ways = paged(reading, records, LINES)
    lines = [
        html.Li(
            [
                html.Code(place_of(record.path, record.record)),
                html.P(record.skipped[:1].upper() + record.skipped[1:], className="why"),
                mending(reading, of_skipped(record)),
            ]
        )
        for record in shown
    ]
    words = "Found under the paths of the builds, and not read."
    return [*heading("Skipped articles", words), html.Ul(lines, className="lines"), *ways]


def notes(reading: Reading, records: Sequence[ArticleRecord]) -> list[Any]:
    """What the builds have to tell of articles that they read."""
    shown, ways = paged(reading, records, LINES)
    lines = [
        html.Section([article_head(reading, record), *(html.P(note, className="why") for note in record.notes)])
        for record in shown
    ]
    words = "Read, with something that a person should know of it."
    return [*heading("Warnings", words), *lines, *ways]


def hidden(reading: Reading, entries: Sequence[Entry]) -> list[Any]:
    """Entries that a person hides."""
    words = ["Hidden by hand, and not exported. To bring one back, delete ", html.Code("hidden: true"), " in its entry."]
    return [*heading("Hidden events", words), *_entries(reading, [(entry, "") for entry in entries])]


def merged(reading: Reading, pairs: Iterable[tuple[Entry, Entry]]) -> list[Any]:
    """Entries that a person called the same as another."""
    words = [
        "Shown under the event that they are the same as. To part two again, delete ",
        html.Code("same_as"),
        " in the entry.",
    ]
    told = [(entry, f"the same as “{home.title}”") for entry, home in pairs]
    return [*heading("Merged by hand", words), *_entries(reading, told)]


def _entries(reading: Reading, entries: Sequence[tuple[Entry, str]]) -> list[Any]:
    shown = {item.entry.id: item.key for item in reading.library.shelf.collection.items if item.hidden and item.entry.id}
    listed, ways = paged(reading, entries, LINES)
    lines = []
    for entry, why in listed:
        where = " · ".join(filter(None, [why, reading.line(entry)]))
        lines.append(html.Li(event_row(reading, entry, shown.get(entry.id, ""), where)))
    return [html.Ol(lines, className="events"), *ways]


def reports(reading: Reading, items: Sequence[Item]) -> list[Any]:
    """Events whose date is that of the telling."""
    words = [
        "Their date is that of who told it, not of what was told. Where that is wrong, delete ",
        html.Code("kind: report"),
        " in the entry; the build leaves it so.",
    ]
    return [*heading("Reports", words), *_items(reading, items)]


def reported_on(reading: Reading, items: Sequence[Item]) -> list[Any]:
    """Events that no phrase dates."""
    words = [
        "No phrase of their sentence dates them: all that is known is that they were not later than their article. "
        "Where you know the day, write it as the date of the entry and delete ",
        html.Code("kind: reported on"),
        ".",
    ]
    return [*heading("Told without a date", words), *_items(reading, items)]


def _items(reading: Reading, items: Sequence[Item]) -> list[Any]:
    shown, ways = paged(reading, items, LINES)
    lines = [html.Li(event_row(reading, item.entry, item.key, reading.line(item.entry))) for item in shown]
    return [html.Ol(lines, className="events"), *ways]
