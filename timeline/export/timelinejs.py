"""JSON for Knight Lab's TimelineJS3. What it shows as HTML gets every text escaped.

https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import IO, Any

from timeline.entries import Entry
from timeline.export.selection import Selection, extent
from timeline.export.wording import citation, clock, date_words, line, standing_words
from timeline.interval import civil
from timeline.links import safe_url
from timeline.records import ArticleRecord

_PLAIN = re.compile(r"[\w.-]+")
"""An id that may stand in markup as it is."""


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write the events as one object with a title and a slide for each."""
    used: Counter[str] = Counter()
    events = []
    for number, entry in enumerate(selection.by_date(), 1):
        name = entry.id if _PLAIN.fullmatch(entry.id) else f"event-{number}"
        used[name] += 1
        events.append(_slide(entry, name if used[name] == 1 else f"{name}-{used[name]}", selection.articles))
    # TimelineJS wants an event; an empty timeline is its title.
    json.dump({"title": {"text": {"headline": _shown(selection.name)}}, "events": events}, stream, ensure_ascii=False, indent=1)
    stream.write("\n")
    return []


def _slide(entry: Entry, name: str, articles: Mapping[str, ArticleRecord]) -> dict[str, Any]:
    first, last = extent(entry)
    doubt = standing_words(entry)
    slide: dict[str, Any] = {
        "unique_id": name,
        "start_date": _date(first, entry),
        "display_date": _shown(date_words(entry)),
        "text": {"headline": _shown(entry.title) + (f" ({doubt})" if doubt else ""), "text": _text(entry, articles)},
    }
    if last != first:
        slide["end_date"] = _date(last)
    if entry.tags:
        slide["group"] = html.escape(_shown(entry.tags[0]))  # TimelineJS takes one escaping off, and shows the rest as HTML
    if image := safe_url(entry.image):
        slide["media"] = {"url": image, "alt": line(entry.title)}
    if entry.color:
        slide["background"] = {"color": entry.color}
    return slide


def _date(day: int, entry: Entry | None = None) -> dict[str, int]:
    year, month, number = civil(day)
    told = {"year": year, "month": month, "day": number}
    if entry is not None and (hour := clock(entry.interval)):
        told |= {"hour": hour[0], "minute": hour[1]}
    return told


def _text(entry: Entry, articles: Mapping[str, ArticleRecord]) -> str:
    parts = [f"<p>{_shown(entry.note)}</p>"] if entry.note.strip() else []
    for source in entry.sources:
        told = citation(source, articles)
        where = _shown(told.words)
        if url := safe_url(told.url):
            where = f'<a href="{html.escape(url)}" rel="noopener noreferrer">{where}</a>'
        parts.append(f"<blockquote>{_shown(told.sentence)}</blockquote><p>{where}</p>" if told.sentence else f"<p>{where}</p>")
    return "".join(parts)


def _shown(text: str) -> str:
    return html.escape(line(text))
