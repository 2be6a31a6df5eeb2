"""What the marks in view mean: only those that are there, so that it is read in a moment. Components only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html

from dashboard.ink import Drawing
from dashboard.items import Item, Kind
from dashboard.marks import EDITED, REVIEWED
from dashboard.view import View
from timeline.model import CLAIMED, DENIED, PLANNED

_BANDS = {"band-days": "events of a day", "band-spread": "longer ones, spread"}
_MARKS = {
    "day": "that day",
    "within": "some time in",
    "lasted": "lasted",
    "doubtful": "about, or uncertain",
    "open": "open end",
    "report": "report: the day of the telling",
    "by": "by then: told without a date",
    "planned": "planned",
    "denied": "denied",
    "claimed": "claimed",
    "ghost": "other date",
    "times": "independent sources",
    "edited": "edited by hand",
    "reviewed": "reviewed",
}
_SIGNS = {"times": "×2", "edited": EDITED, "reviewed": REVIEWED}
_KINDS = {Kind.DAY: "day", Kind.WITHIN: "within", Kind.LASTED: "lasted", Kind.BY: "by"}


def legend(view: View, drawing: Drawing) -> list[Any]:
    """The keys of the marks in view."""
    seen = {key for placed in drawing.alone for key in marks_of(placed.item)}
    words = {**_bands(view), **{key: told for key, told in _MARKS.items() if key in seen}}
    return [html.Li([html.I(_SIGNS.get(key, ""), className=f"key {key}"), told]) for key, told in words.items()]


def marks_of(item: Item) -> Iterator[str]:
    """What its mark shows, by the names of the keys.

    >>> from timeline.entries import Entry
    >>> from dashboard.items import collect
    >>> list(marks_of(collect([Entry.model_validate({"date": "2020-05~", "title": "Talks"})]).items[0]))
    ['doubtful']
    """
    status = item.entry.status
    plain = item.happened or item.kind is not Kind.DAY
    mark = "report" if item.is_report and item.kind is Kind.DAY else _KINDS[item.kind]
    yield from ["doubtful"] if item.doubtful else [mark] * plain
    yield from ["open"] * (item.kind is not Kind.BY and (item.first is None or item.last is None))
    yield from [status] * (status in (PLANNED, DENIED, CLAIMED))
    yield from ["ghost"] * bool(item.others) + ["times"] * (item.tellers > 1)
    yield from ["edited"] * item.edited + ["reviewed"] * item.entry.reviewed


def _bands(view: View) -> dict[str, str]:
    bins = [each for lane in view.lanes for each in lane.bins] if view.dense else []
    out = {key: words for key, words in _BANDS.items() if bins and (key == "band-days" or any(each.spread for each in bins))}
    return out | ({"band-unsure": "planned, denied, claimed"} if any(each.unsure for each in bins) else {})
