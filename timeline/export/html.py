"""One web page to keep: timeline, search and sources in a single file that works from the disk, without a network.

Its events are data in a block of JSON that nothing in it can end; the script makes text nodes of them. The page's
own policy allows that script and that style by their hashes, and nothing else at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path
from typing import IO, Any

from timeline.entries import Entry
from timeline.export.selection import Selection
from timeline.export.wording import Citation, citation, clean, date_words, line, standing_words
from timeline.interval import Interval

_ASSETS = Path(__file__).parent / "assets"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{name} · timeline</title>
<style>{style}</style>
</head>
<body>
<header class="top">
<h1><span class="brand">Timeline</span><bdi>{name}</bdi></h1>
<label class="search">Search <input id="search" type="search" placeholder='words, "a phrase", -not' autocomplete="off"></label>
<p id="count" role="status" aria-live="polite"></p>
</header>
<noscript><p class="notice">This page draws its timeline with a script of its own. Allow scripts to see the events.</p></noscript>
<main>
<section class="timeline" aria-label="Timeline">
<div class="tools"><ul class="legend" aria-label="Legend"></ul><div class="buttons" role="group" aria-label="View"></div></div>
<div id="chart" tabindex="0"></div>
</section>
<section class="list" aria-label="Events"><ol id="events"></ol></section>
</main>
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write the page."""
    style, script = (_own(name) for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    stream.write(
        _PAGE.format(
            policy=html.escape(policy),
            name=html.escape(line(selection.name)),
            style=style,
            script=script,
            data=block(_data(selection)),
        )
    )
    return []


def block(data: Any) -> str:
    r"""Data as JSON that can stand in a script element: nothing in it is a tag, the end of one, or a comment.

    >>> block("</script><!--")
    '"\\u003c/script\\u003e\\u003c!--"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _own(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _data(selection: Selection) -> dict[str, Any]:
    """The events in order of date; each source once, named by its place."""
    sources: dict[Citation, int] = {}
    events = []
    for entry in selection.by_date():
        cited = [sources.setdefault(citation(one, selection.articles), len(sources)) for one in entry.sources]
        events.append(_event(entry, list(dict.fromkeys(cited))))
    return {"events": events, "sources": [_source(one) for one in sources], "window": selection.window}


def _event(entry: Entry, cited: list[int]) -> dict[str, Any]:
    first, last = entry.interval.days()
    told = {
        "date": date_words(entry),
        "first": first,
        "last": last,
        "kind": "lasted" if entry.interval.lasts else "day" if first == last else "within",
        "unsure": _unsure(entry.interval),
        "title": line(entry.title),
        "doubt": standing_words(entry),
        "status": entry.status,
        "note": clean(entry.note).strip(),
        "names": [line(name) for name in (*entry.people, *entry.places, *entry.organizations)],
        "tags": [line(tag) for tag in entry.tags],
        "color": entry.color,
        "sources": cited,
    }
    return {key: value for key, value in told.items() if value not in ("", [], False)}


def _unsure(interval: Interval) -> bool:
    """Whether the date is told as about or uncertain, at either end."""
    ends = [interval, *(end for end in (interval.first, interval.last) if end is not None)]
    return any(end.circa or end.uncertain for end in ends)


def _source(one: Citation) -> dict[str, str]:
    words = one.words + (" (no longer in the article)" if one.gone else "")
    told = {"sentence": one.sentence, "phrase": one.phrase, "words": words, "url": one.url}
    return {key: value for key, value in told.items() if value}
