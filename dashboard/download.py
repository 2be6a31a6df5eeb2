"""What the page shows, to carry away: the addresses of the Download menu, and the same for the command line.

`/export.FORMAT` takes the page's own query string, so a link to the data can be shared like one to the page.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dash import Dash
from flask import Response, abort, request, send_file

from dashboard.callbacks import all_of_it, look
from dashboard.library import Library
from dashboard.state import State
from timeline.errors import EventsFileError, Fault, UsageError
from timeline.export import FORMATS, there, writer
from timeline.export.selection import Selection
from timeline.notation import Words

_FREE = ("lanes", "event", "source", "sort", "page", "show", "at")
"""What a query string may hold that narrows nothing down."""
MOST_OF_CORPUS = 20_000
"""Events of a corpus that are given at once."""
_NO_YEAR = ("-9999", "Y99999")  # where only one end of the window is named


@dataclass(frozen=True, slots=True)
class Looked:
    """What a query string shows, and how many events it leaves out, by what leaves them out."""

    selection: Selection
    left_out: dict[str, int]


def selected(library: Library, state: State) -> Looked:
    """Exactly the events that the page shows for the same state; without a window, all that pass.

    What a person hides is never carried away, even while the page shows it.
    """
    state = replace(state, hidden=False)
    seen = look(library, replace(state, window=state.window or all_of_it(library, state)), 1000)
    shelf = library.shelf
    too_many(library, len(seen.shown))
    window = None if state.window is None else (state.window.first, state.window.last)
    found = Selection(
        [item.entry for item in shelf.collection.whole(seen.shown.places)], library.path.stem, shelf.records, window
    )
    left_out = {
        "filtered out": seen.filtered,
        "reports": seen.reports,
        "told without a date": seen.reported_on,
        "hidden": seen.hidden,
        "outside of the window": seen.outside,
    }
    return Looked(found, left_out)


def too_many(library: Library, count: int) -> None:
    """Refuse to carry very many events of a corpus away: its files are the way to those. Raises UsageError."""
    if library.corpus is not None and count > MOST_OF_CORPUS:
        said = f"{count:,} events are more than a page gives ({MOST_OF_CORPUS:,}): narrow the view, or read"
        raise UsageError(f"{said} the Parquet files in {library.name}/events themselves")


def looked_up(events: Path, query: str, asked: Mapping[str, Any], words: Words) -> tuple[Selection, list[str]]:
    """What the page would show at a query string and further filters, and a line for what is left out.

    `asked` has the values by the names of the address. Raises UsageError for what the page would not understand.
    """
    library = Library(events, words)
    if faults := library.refresh().faults:
        raise EventsFileError(str(events), [Fault(1, 1, fault) for fault in faults])
    pairs = [*parse_qsl(query.removeprefix("?"), keep_blank_values=True), *_pairs(asked)]
    state = State.read(urlencode(pairs))
    understood = parse_qsl(state.query())
    days = ("from", "to")
    for name, value in pairs:
        if name not in _FREE and not any(name == one and (name in days or value == its) for one, its in understood):
            raise UsageError(f"{name}={value}: the page knows no such filter, or not that value of it")
    seen = selected(library, state)
    left = [f"{count:,} {what}" for what, count in seen.left_out.items() if count]
    return seen.selection, [f"left out: {', '.join(left)}"] if left else []


def _pairs(asked: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Options as pairs of a query string; an end of the window that is not named is as far off as can be."""
    out: list[tuple[str, str]] = []
    for name, value in asked.items():
        if value is True:
            out.append((name, "1"))
        elif isinstance(value, str):
            out.append((name, value))
        elif value:
            out += [(name, one) for one in value]
    given = {name for name, _ in out}
    for name, other, far in (("from", "to", _NO_YEAR[0]), ("to", "from", _NO_YEAR[1])):
        if other in given and name not in given:
            out.append((name, far))
    return out


def serve_downloads(app: Dash, library: Library) -> None:
    """Answer `/export.csv`, `/export.json` …, one address a format."""

    def export(ending: str) -> Response:
        name = next((name for name, one in FORMATS.items() if one.ending == f".{ending}"), "")
        if not name or not there(name):
            abort(404)
        try:
            found = selected(library, State.read(request.query_string.decode("ascii", "replace"))).selection
        except UsageError as error:
            return Response(f"{error}\n", status=413, mimetype="text/plain")
        return send_file(
            io.BytesIO(_content(name, found)),
            mimetype=FORMATS[name].media,
            as_attachment=True,
            download_name=f"{library.path.stem}{FORMATS[name].ending}",
        )

    app.server.add_url_rule("/export.<path:ending>", view_func=export)


def _content(name: str, found: Selection) -> bytes:
    if FORMATS[name].binary:
        raw = io.BytesIO()
        writer(name)(found, raw)
        return raw.getvalue()
    stream = io.StringIO(newline="")
    writer(name)(found, stream)
    return stream.getvalue().encode("utf-8")
