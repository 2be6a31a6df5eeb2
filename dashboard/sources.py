"""The sources of an event as tabs, each with the copies of its article folded under it. Components only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.evidence import Evidence
from dashboard.inside import inside
from dashboard.state import State

SHOWN_IN = "source-panel"
"""The id of the element that shows the chosen source."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A source that counts, and those that only copy its article, by their places among all sources."""

    place: int
    copies: tuple[int, ...] = ()

    def has(self, place: int) -> bool:
        """Whether a source is this one or a copy of it."""
        return place == self.place or place in self.copies


def origins(found: Sequence[Evidence]) -> list[Origin]:
    """The sources that count, in order. Where the original does not tell the event, its first copy stands for it.

    A second sentence of one article counts, too: only other articles are copies.
    """
    kept: dict[str, int] = {}
    copies: dict[int, list[int]] = {}
    for place, each in sorted(enumerate(found), key=lambda pair: bool(_origin(pair[1]))):
        origin = _origin(each) or each.source.article
        first = kept.setdefault(origin, place)
        if first == place or each.source.article == found[first].source.article:
            copies[place] = []
        else:
            copies[first].append(place)
    return [Origin(place, tuple(sorted(copies[place]))) for place in sorted(copies)]


def _origin(found: Evidence) -> str:
    return found.record.origin if found.record is not None else ""


def told_by(found: Sequence[Evidence], counted: Sequence[Origin]) -> str:
    """How many sources there are, and how many of them are only copies."""
    copies = len(found) - len(counted)
    if not copies:
        return f"Told by {len(found)} sources:"
    return f"Told by {len(found)} sources: {_many(copies, 'copy', 'copies')}, {_many(len(counted), 'origin', 'origins')}."


def tabs(state: State, found: Sequence[Evidence], titles: Mapping[str, str], chosen: int) -> list[Any]:
    """A tab for each source that counts; nothing where there is only one."""
    if len(found) < 2:
        return []
    counted = origins(found)
    head = html.P(told_by(found, counted), className="quiet told-by")
    if len(counted) < 2:
        return [head]
    names = _names(found, counted, titles)
    links = [
        inside(
            [name, html.Span(f"+{len(origin.copies)}", title=_many(len(origin.copies), "copy", "copies"))]
            if origin.copies
            else name,
            state.opened(state.event, origin.place),
            role="tab",
            id=tab_id(origin),
            className="tab chosen" if origin.has(chosen) else "tab",
            tabIndex="0" if origin.has(chosen) else "-1",
            aria_selected="true" if origin.has(chosen) else "false",
            aria_controls=SHOWN_IN,
            title=name,
        )
        for name, origin in zip(names, counted, strict=True)
    ]
    named: dict[str, Any] = {"aria-label": "Sources"}
    return [head, html.Div(links, role="tablist", className="tabs", **named)]


def tab_id(origin: Origin) -> str:
    """The id of the tab of a source."""
    return f"source-tab-{origin.place + 1}"


def shown(article: Any, found: Sequence[Evidence], state: State, titles: Mapping[str, str], chosen: int) -> Any:
    """The chosen source below the tabs, with the way to its copies."""
    counted = origins(found)
    own = next(origin for origin in counted if origin.has(chosen))
    inner = [*_copies(own, state, found, titles, chosen), article]
    if len(counted) < 2:
        return html.Div(inner, className="source")
    named: dict[str, Any] = {"aria-labelledby": tab_id(own)}
    return html.Div(inner, id=SHOWN_IN, role="tabpanel", tabIndex="0", className="source", **named)


def _copies(own: Origin, state: State, found: Sequence[Evidence], titles: Mapping[str, str], chosen: int) -> list[Any]:
    if not own.copies:
        return []
    links = []
    for place in (own.place, *own.copies):
        each = found[place].source
        words = [title_of(found[place], titles), " ", html.Code(each.article)]
        current: dict[str, Any] = {"aria_current": "true"} if place == chosen else {}
        links.append(html.Li(inside(words, state.opened(state.event, place), **current)))
    told = f"{_many(len(own.copies), 'copy', 'copies')} of this article, in nearly the same words"
    return [html.Details([html.Summary(told), html.Ul(links)], className="copies", open=chosen != own.place)]


def _names(found: Sequence[Evidence], counted: Sequence[Origin], titles: Mapping[str, str]) -> list[str]:
    """The titles of the articles; where two are the same, with the phrase that each says."""
    plain = [title_of(found[origin.place], titles) for origin in counted]
    often = Counter(plain)
    phrases = [found[origin.place].source.phrase for origin in counted]
    return [f"{name}: “{phrase}”" if often[name] > 1 and phrase else name for name, phrase in zip(plain, phrases, strict=True)]


def title_of(found: Evidence, titles: Mapping[str, str]) -> str:
    """What the article of a source is called."""
    path = found.source.article
    return titles.get(path) or (found.record.title if found.record is not None else "") or path


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
