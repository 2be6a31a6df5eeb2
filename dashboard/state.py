"""What the reader chose: words, facets, lanes, window, event. It is the page's query string, and nothing else is kept.

Touches no data: a state may name an event or an article that does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard import ids
from dashboard.facets import FACETS, LANES
from dashboard.sorts import SORTS
from timeline.errors import DateSyntaxError
from timeline.interval import civil
from timeline.notation import parse_date, year_text

SHORTEST = 10
"""Days that a window holds at least: a dot stands for a day, so a wider day would only pretend to tell hours."""
LONGEST = 40_000_000
"""Days that a window holds at most, about 110,000 years: what events.yaml can write, from -9999 to 99999."""
_EDGE = 36_000_000  # the farthest day from 1970 that a window reaches, in either direction
_TEXT = 500  # longest search text that is taken


@dataclass(frozen=True, slots=True)
class Window:
    """The days in view, both included, as day numbers."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.last - self.first + 1

    def moved(self, share: float) -> Window:
        """Moved by a share of its own length."""
        by = round(self.days * share)
        return window(self.first + by, self.last + by)

    def scaled(self, factor: float) -> Window:
        """Made longer or shorter around its middle."""
        grow = round(self.days * (factor - 1) / 2)
        return window(self.first - grow, self.last + grow)


def window(first: int, last: int) -> Window:
    """A window of these days, made to hold a length that can be drawn."""
    first, last = min(first, last), max(first, last)
    length = min(max(last - first + 1, SHORTEST), LONGEST)
    first = (first + last + 1 - length) // 2
    first = min(max(first, -_EDGE), _EDGE - length)
    return Window(first, first + length - 1)


@dataclass(frozen=True, slots=True)
class State:
    """One look at the timeline. `source` counts the sources of `event` from 0; no `window` means the one it opens on.

    `facets` has the chosen values of each facet that narrows the view; `reports` says that reports are shown, too,
    `reported_on` that what is told without a date is, `hidden` that hidden events are, `conflicts` that only what sources
    date differently is, and `lanes` what the lanes are made by. `since` and `until` are dates as they were typed: events
    that overlap the days between them are shown, whatever the window. `sort` and `page` are the order and the page of
    the list; pages count from 0. `show` is what the panel tells of the account, `at` the phrase in it that is open. `text` is
    where to read on in an article, in characters; None is at its sentence.

    >>> State.read("?q=ferry&from=2020-05-01&to=2020-05-31").query()
    'q=ferry&from=2020-05-01&to=2020-05-31'
    """

    q: str = ""
    articles: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reports: bool = False
    conflicts: bool = False
    hidden: bool = False
    lanes: str = LANES[0]
    since: str = ""
    until: str = ""
    window: Window | None = None
    event: str = ""
    source: int = 0
    sort: str = SORTS[0]
    page: int = 0
    reported_on: bool = False
    show: str = ""
    at: str = ""
    text: int | None = None

    @classmethod
    def read(cls, search: object) -> State:
        """From a query string, with or without its '?'. What cannot be read is left out."""
        if not isinstance(search, str):
            return cls()
        given = parse_qs(search.removeprefix("?"), max_num_fields=200) if search.count("&") < 200 else {}
        one = {name: values[0][:_TEXT] for name, values in given.items()}
        return cls(
            q=one.get("q", ""),
            articles=tuple(dict.fromkeys(given.get("article", []))),
            facets={name: tuple(dict.fromkeys(given[name])) for name in FACETS if name in given},
            lanes=one["lanes"] if one.get("lanes") in LANES else LANES[0],
            since=one.get("since", ""),
            until=one.get("until", ""),
            window=_read_window(one.get("from", ""), one.get("to", "")),
            event=one.get("event", ""),
            source=_read_place(one.get("source", "")),
            sort=one["sort"] if one.get("sort") in SORTS else SORTS[0],
            page=_read_place(one.get("page", "")),
            show=one.get("show", ""),
            at=one.get("at", "") if one.get("show") else "",
            text=_read_offset(one.get("text", "")),
            **{name: one.get(flag) == "1" for flag, name in ids.FLAGS.items()},
        )

    def query(self) -> str:
        """As a query string without '?'; '' for the whole timeline."""
        pairs = [("q", self.q)] if self.q else []
        pairs += [("article", path) for path in self.articles]
        pairs += [(name, value) for name in FACETS for value in self.facets.get(name, ())]
        pairs += [(flag, "1") for flag in ids.FLAGS if self.has(flag)]
        pairs += [("lanes", self.lanes)] if self.lanes != LANES[0] else []
        pairs += [(name, text) for name, text in (("since", self.since), ("until", self.until)) if text]
        if self.window is not None:
            pairs += [("from", day_text(self.window.first)), ("to", day_text(self.window.last))]
        pairs += [("sort", self.sort)] if self.sort != SORTS[0] else []
        pairs += [("page", str(self.page + 1))] if self.page else []
        if self.show:
            pairs += [("show", self.show), *([("at", self.at)] if self.at else [])]
        if self.event:
            pairs.append(("event", self.event))
            pairs += [("source", str(self.source + 1))] if self.source else []
        pairs += [("text", str(self.text))] if self.text is not None and (self.event or self.at) else []
        return urlencode(pairs)

    def search(self) -> str:
        """As the `search` of an address: '' or '?…'."""
        return f"?{query}" if (query := self.query()) else ""

    def has(self, flag: str) -> bool:
        """Whether one of the switches of ids.FLAGS is on."""
        return bool(getattr(self, ids.FLAGS[flag]))

    def switched(self, flag: str, *, on: bool) -> State:
        """The same look with one of the switches of ids.FLAGS set."""
        fields: dict[str, Any] = {ids.FLAGS[flag]: on}
        return replace(self, **fields)

    @property
    def only_new(self) -> bool:
        """Whether only what nobody has reviewed yet is shown."""
        return self.facets.get("reviewed") == ("no",)

    @property
    def narrowed(self) -> int:
        """How many of the filters behind the button are active."""
        return len(self.facets) + bool(self.since) + bool(self.until)

    def opened(self, event: str, source: int = 0) -> State:
        """The same look with an event opened; '' closes it."""
        return replace(self, event=event, source=source, at="", text=None)

    def showing(self, show: str, at: str = "") -> State:
        """The same look with that part of the account in the panel, or the article of one of its phrases; '' closes it."""
        page = self.page if show == self.show else 0
        return replace(self, show=show, at=at if show else "", event="", source=0, text=None, page=page)

    def at_first_page_unless_like(self, other: State) -> State:
        """The list begins anew where another look has other events in it."""
        alike = replace(self, event=other.event, source=other.source, text=other.text) == other
        return self if alike else replace(self, page=0)


def day_text(day: int) -> str:
    """A day as the address has it; any year can be read back.

    >>> day_text(18391), parse_date(day_text(-5_000_000)).first_day
    ('2020-05-09', -5000000)
    """
    year, month, number = civil(day)
    written = f"Y{year}" if year < -9999 else year_text(year)
    return f"{written}-{month:02d}-{number:02d}"


def _read_place(text: str) -> int:
    """A place that the address counts from 1, counted from 0; the first, where it is none."""
    return int(text) - 1 if text.isascii() and text.isdigit() and 0 < int(text) < 100_000 else 0


def _read_offset(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _read_window(first: str, last: str) -> Window | None:
    try:
        low, high = parse_date(first).first_day, parse_date(last).last_day
    except DateSyntaxError:
        return None
    return None if low is None or high is None else window(low, high)


def moved_window(relayout: object) -> Window | None:
    """The window that a zoom or pan of the chart left, from Plotly's account of it; None where it tells none."""
    if not isinstance(relayout, Mapping):
        return None
    ends = [relayout.get("xaxis.range[0]"), relayout.get("xaxis.range[1]")]
    if not all(isinstance(end, int | float) and abs(end) < 2 * _EDGE for end in ends):
        return None
    low, high = sorted(float(end) for end in ends if end is not None)
    return window(round(low), round(high) - 1)


def clicked_days(click: object) -> Window | None:
    """The days of the bin that was clicked, from Plotly's account of it: so many around a point."""
    match click:
        case {"points": [{"x": int() | float() as middle, "customdata": int() | float() as days}, *_]}:
            if abs(middle) < _EDGE and 1 <= days < _EDGE:
                return window(round(middle - days / 2), round(middle + days / 2) - 1)
    return None


def clicked_event(click: object) -> str | None:
    """The key of the event whose mark was clicked, from Plotly's account of it."""
    key = _clicked(click)
    return key if isinstance(key, str) and key else None


def _clicked(click: object) -> object:
    """What the mark that was clicked carries."""
    match click:
        case {"points": [{"customdata": carried}, *_]}:
            return carried
    return None


def after(now: State, cause: str, value: object, current: Window, whole: Window) -> State:
    """The state after the reader touched `cause`, which now has that value.

    `current` is the window in view, `whole` the one that holds everything. What makes no sense changes nothing.
    """
    if cause == ids.SEARCH:
        return replace(now, q=value.strip()[:_TEXT] if isinstance(value, str) else "")
    if cause == ids.ARTICLES:
        return replace(now, articles=_texts(value))
    if cause in ids.FACETS:
        return _narrowed(now, ids.FACETS[cause], _texts(value))
    if cause == ids.NEW:
        return _narrowed(now, "reviewed", ("no",) if _texts(value) else ())
    if cause in (ids.SINCE, ids.UNTIL):
        text = value.strip()[:_TEXT] if isinstance(value, str) else ""
        return replace(now, since=text) if cause == ids.SINCE else replace(now, until=text)
    if cause in ids.FLAGS:
        return now.switched(cause, on=bool(_texts(value)))
    if cause == ids.LANES:
        return replace(now, lanes=value if isinstance(value, str) and value in LANES else LANES[0])
    if cause == ids.CLEAR:
        return replace(now, articles=(), facets={}, since="", until="")
    if cause == ids.CHART:
        key, days = clicked_event(value), clicked_days(value)
        return now.opened(key) if key is not None else replace(now, window=days or now.window)
    if cause == ids.MOVED:
        return replace(now, window=moved_window(value) or now.window)
    wanted = {
        ids.FIT: whole,
        ids.CLOSER: current.scaled(0.5),
        ids.WIDER: current.scaled(2),
        ids.EARLIER: current.moved(-0.5),
        ids.LATER: current.moved(0.5),
    }
    return replace(now, window=wanted.get(cause, now.window))


def _narrowed(now: State, facet: str, chosen: tuple[str, ...]) -> State:
    facets = {**now.facets, facet: chosen}
    return replace(now, facets={name: some for name, some in facets.items() if some})


def _texts(value: object) -> tuple[str, ...]:
    """What was chosen; no value that can be seen has a letter that can't."""
    texts = [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
    return tuple(text for text in texts if not text.startswith("\x00"))
