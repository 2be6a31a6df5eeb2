"""The panel beside the chart: the list of events in view, or one event with its article. Components only.

Every text is a text child, which the browser never reads as HTML.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote_plus

import numpy as np
from dash import dcc, html

from dashboard.columns import Picked
from dashboard.evidence import Evidence
from dashboard.excerpt import excerpt
from dashboard.ink import colour, rgb, short, told_as
from dashboard.inside import inside
from dashboard.items import Item
from dashboard.listed import ordered, page_of
from dashboard.pages import pages
from dashboard.passage import passage
from dashboard.sifting import Sifted
from dashboard.sorts import NAMES, SORTS
from dashboard.sources import shown, tabs, title_of
from dashboard.state import State
from dashboard.text import paragraph, part
from dashboard.view import View
from timeline.entries import Entry
from timeline.errors import DateSyntaxError
from timeline.links import safe_url
from timeline.model import CLAIMED, DENIED, PLANNED
from timeline.notation import parse_date
from timeline.wording import spoken


def count_line(view: View) -> str:
    """What is shown and what is not, adding up to all events of the file."""
    shown = f"{len(view.shown):,} of {view.total:,} event{'' if view.total == 1 else 's'} shown"
    parts = [shown]
    if view.folded:
        parts.append(f"{view.folded:,} of them only as notes")
    if view.outside:
        parts.append(f"{view.outside:,} outside the view")
    return " · ".join([*parts, *left_out(view)])


def left_out(some: View | Sifted) -> list[str]:
    """What nobody asked for, kind by kind, with its count."""
    told = (
        (some.reports, f"report{'' if some.reports == 1 else 's'} left out"),
        (some.reported_on, "told without a date left out"),
        (some.hidden, "hidden"),
        (some.filtered, "filtered out"),
    )
    return [f"{count:,} {words}" for count, words in told if count]


def listing(view: View, state: State, titles: Mapping[str, str]) -> list[Any]:
    """A page of the events in view, in the order asked for, each a link that opens it: all that the chart tells, as text."""
    page = page_of(len(view.shown), state.page)
    listed = ordered(view.shown, state.sort)[page.begin : page.end]
    head = html.H2("Events in view", id="panel-heading", tabIndex="-1")
    if not listed:
        return [head, html.P("None.", className="quiet")]
    colours = _colours(view, listed)
    rows = [_row(item, titles, colours[item.key]) for item in listed]
    part = [html.P(f"{page.begin + 1:,} to {page.end:,} of {page.count:,}", className="quiet part")] if page.of > 1 else []
    data: dict[str, Any] = {"data-rows": json.dumps(rows, ensure_ascii=False, separators=(",", ":")), "data-base": base_of(state)}
    events = html.Ol(className="events", role="list", start=str(page.begin + 1), **data)
    return [head, _sorts(state), *part, events, *pages(page, state)]


def base_of(state: State) -> str:
    """The query string of an event at this look, but for its key, which stands at its end."""
    return f"{query}&event=" if (query := state.opened("").query()) else "event="


def _sorts(state: State) -> Any:
    current: dict[str, Any] = {"aria_current": "true"}
    links = [inside(NAMES[sort], replace(state, sort=sort, page=0), **(current if sort == state.sort else {})) for sort in SORTS]
    named: dict[str, Any] = {"aria-label": "Order of the list"}
    return html.Nav(links, className="sorts", **named)


def _colours(view: View, listed: Iterable[Item]) -> dict[str, str]:
    """The colours of the marks of these events, as they are in the chart."""
    return {item.key: rgb(colour(item, view.lane_of(item), view.ranks)) for item in listed}


def _row(item: Item, titles: Mapping[str, str], shade: str) -> list[str]:
    """What assets/rows.js makes a link of: many elements of Dash's own would take seconds."""
    when = " · ".join([spoken(item.entry.interval), *told_as(item), *_disputed(item)])
    look = f"event {item.entry.status}{' out' if item.hidden else ''}"
    return [quote_plus(item.key), look, when, short(item.entry.title), short(_named(item, titles)), shade]


def _disputed(item: Item) -> list[str]:
    return ["sources disagree"] if item.others else []


def _named(item: Item, titles: Mapping[str, str]) -> str:
    more = f" and {len(item.articles) - 1} more" if len(item.articles) > 1 else ""
    return titles.get(item.articles[0], item.articles[0]) + more


def _address(state: State) -> str:
    return f"?{state.query()}"


def missing(state: State) -> list[Any]:
    """What the panel says of an event that the file does not have (any more)."""
    words = "The file has no such event. It may have been changed, or merged into another one."
    return [_close(state), html.H2("No such event", id="panel-heading", tabIndex="-1"), html.P(words)]


def _close(state: State) -> Any:
    words = "Back ✕" if state.show and state.event else "All events ✕"
    return dcc.Link(words, href=_address(state.opened("") if state.event else state.showing("")), className="close")


def _moves(item: Item, state: State, listed: Picked | None) -> Any:
    """The way to the events before and after this one, of those in view, and back to all of them."""
    place = listed.place_of(item.key) if listed is not None else None
    if listed is None or (place is None and state.sort != SORTS[0]):
        return html.Nav([_close(state)], className="steps")
    if place is None:  # it is out of view: between those that come before and after it in time
        low, high = listed.extents
        after = int(np.count_nonzero((low < item.extent[0]) | ((low == item.extent[0]) & (high < item.extent[1]))))
        before, following, told = after - 1, after, ""
    else:
        before, following, told = place - 1, place + 1, f"{place + 1:,} of {len(listed):,}"
    steps = (("previous", "‹ Previous", before), ("next", "Next ›", following))
    links = [
        dcc.Link(words, href=_address(state.opened(listed[number].key)), className=name)
        for name, words, number in steps
        if 0 <= number < len(listed)
    ]
    return html.Nav([*links, html.Span(told, className="quiet"), _close(state)], className="steps")


_STATUS = {
    PLANNED: "Planned: told as something to come, not as something that happened.",
    DENIED: "Denied: a source says that it did not happen.",
    CLAIMED: "Claimed: somebody says so; the article does not vouch for it.",
}


def opened(
    item: Item,
    state: State,
    found: list[Evidence],
    titles: Mapping[str, str],
    teller: Item | None = None,
    listed: Picked | None = None,
    others: Sequence[Any] = (),
) -> list[Any]:
    """One event: what, when and why, then the article that tells it, and the other articles that do.

    `teller` is the report that tells of it, if the file has one; `listed` are the events in view, in order of the list;
    `others` says what the phrase was not taken to mean.
    """
    entry = item.entry
    number = min(state.source, len(found) - 1)
    finding = found[number].finding if found else None
    reason = finding.reason if finding is not None else ""
    facts: list[Any] = [
        _moves(item, state, listed),
        html.Div([*_named_and_dated(entry), *_read_of(found, titles, number)], className="named"),
    ]
    facts += [html.P(_STATUS[entry.status], className="status")] if entry.status in _STATUS else []
    facts += (
        [html.P("A report: the date is that of the telling, not of what is told.", className="status")] if item.is_report else []
    )
    facts += [
        html.P("Told without a date: no later than its article; no more is known.", className="status")
    ] * item.is_reported_on
    facts += _conflict(item, titles)
    facts += [html.P(reason, className="reason")] if reason else []
    facts += others
    facts += [_reported(teller, state)] if teller is not None else []
    facts += _names(item, state)
    facts += _addresses(item)
    facts += [html.P(entry.note, className="note")] if entry.note else []
    facts += [html.Ul([html.Li(tag) for tag in entry.tags], className="tags")] if entry.tags else []
    facts += tabs(state, found, titles, number)
    if not found:
        facts.append(html.P("Added by hand: no article tells it.", className="quiet by-hand"))
    body = [shown(article(found[number], titles, state), found, state, titles, number)] if found else []
    return [html.Div(facts, className="facts"), *body]


def _named_and_dated(entry: Entry) -> list[Any]:
    return [
        html.H2(entry.title, id="panel-heading", tabIndex="-1"),
        html.P([html.Strong(spoken(entry.interval)), html.Code(f"date: {entry.date}")], className="date"),
    ]


def _read_of(found: Sequence[Evidence], titles: Mapping[str, str], number: int) -> list[Any]:
    """Which article is read below: its own title scrolls away."""
    return [html.P(["in ", html.Cite(title_of(found[number], titles))], className="read-of")] if found else []


def _conflict(item: Item, titles: Mapping[str, str]) -> list[Any]:
    """Each date that the sources give, with the articles that give it; the one that is drawn first."""
    if not item.others:
        return []
    against = {path for other in item.others for path in other.articles}
    agreed = tuple(path for path in item.articles if path not in against)
    rows = [(item.entry.interval, agreed, " (drawn)"), *((other.interval, other.articles, "") for other in item.others)]
    told = [
        html.Li(
            [
                html.Strong(spoken(interval)),
                note,
                ": ",
                ", ".join(titles.get(path, path) for path in paths) or "the file, by hand",
            ]
        )
        for interval, paths, note in rows
    ]
    return [html.Div([html.P("The sources disagree on the date:"), html.Ul(told)], className="conflict")]


def _reported(teller: Item, state: State) -> Any:
    link = dcc.Link(teller.entry.title, href=_address(state.opened(teller.key)))
    return html.P(["Reported by: ", link, f", {spoken(teller.entry.interval)}"], className="reported")


def _names(item: Item, state: State) -> list[Any]:
    """The people, places and organizations in it, each a link to all events that have it."""
    links = [
        html.Li(dcc.Link(value, href=_address(_narrowed(state, facet, value)), title=f"All events with {value}"))
        for facet in ("person", "place", "organization")
        for value in item.values(facet)
    ]
    named: dict[str, Any] = {"aria-label": "Names"}
    return [html.Ul(links, className="names", **named)] if links else []


def _narrowed(state: State, facet: str, value: str) -> State:
    return replace(state, facets={**state.facets, facet: (value,)}, window=None)


def _addresses(item: Item) -> list[Any]:
    """What a person put there to look at; a picture, too, is only a link, since loading it would tell others of the reader."""
    given = ((item.entry.url, ""), (item.entry.image, "Picture: "))
    return [html.P([words, link], className="address") for address, words in given if (link := _outward(address))]


def _outward(address: str, words: str = "") -> Any:
    """A link to the web; None where the address may not become one."""
    url = safe_url(address)
    return html.A(words or url, href=url, target="_blank", rel="noopener noreferrer") if url else None


def article(found: Evidence, titles: Mapping[str, str], state: State) -> Any:
    """The article of a source, with its sentence marked; of a long one the part around it, or where the reader reads on."""
    record, source = found.record, found.source
    title = record.title if record is not None and record.title else titles.get(source.article, source.article)
    head: list[Any] = [html.H3(title)]
    if record is not None and record.author:
        head.append(html.P(record.author, className="author"))
    head.append(html.P([*_published(found), html.Code(source.article)], className="published"))
    if record is not None and (original := _outward(record.url, "The original")):
        head.append(html.P(original, className="original"))
    if source.gone:
        head.append(html.P(f"The article no longer has this sentence: {source.gone}", className="warning"))
    return html.Article([html.Header(head), *_text(found, state)], className="article")


def _published(found: Evidence) -> list[Any]:
    record = found.record
    day = (record.published if record is not None else "") or found.source.published
    if not day:
        return [html.Span("No date of publication is known.")]
    try:
        words = spoken(parse_date(day))
    except DateSyntaxError:
        words = day
    if record is None or not record.evidence:
        return [html.Span(f"Published {words}")]
    rung = f"{record.rung}: " if record.rung else ""
    return [html.Span(f"Published {words}"), html.Span(f"({rung}“{record.evidence}”)", className="evidence")]


def _text(found: Evidence, state: State) -> list[Any]:
    """The article where the archive has it, else the sentence that the events file quotes."""
    if found.text is None:
        return [*_quoted(found), _told("The text of the article is not here: timeline build brings it.")]
    lost = [*_quoted(found), _told("The sentence is not in the article as it was read last.")] if found.sentence is None else []
    return [*lost, *part(found.text, found, state)]


def _told(text: str) -> Any:
    return html.P(text, className="quiet")


def _quoted(found: Evidence) -> list[Any]:
    sentence, phrase = found.source.sentence, found.source.phrase
    if not sentence:
        return []
    at = sentence.find(phrase) if phrase else -1
    span = (at, at + len(phrase)) if at >= 0 else None
    within = excerpt(sentence, span or (0, 0))
    return [paragraph(each) for each in passage(sentence, (0, len(sentence)), span, within=within)]
