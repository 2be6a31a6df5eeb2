"""Glue for what waits for a person in the account: pairs that are one or two, and the day of an undated article.

Nothing is built here: what is written takes effect at once (pairs) or with the next build (days).
"""

from __future__ import annotations

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update

from dashboard import ids
from dashboard.library import Library
from dashboard.twofold import twofold
from timeline.curate import Conflict, facts, merged
from timeline.dating import date_article, day_within, place_name
from timeline.desk import Desk
from timeline.errors import TimelineError, UsageError
from timeline.pairs import refuse
from timeline.records import DatingRecord


def register(app: Dash, library: Library, desk: Desk) -> None:
    """Add the callbacks of the buttons in the account to the app."""

    @app.callback(
        Output(ids.STAMP, "data", allow_duplicate=True),
        Output(ids.TOLD, "children", allow_duplicate=True),
        Input(ids.SETTLED, "data"),
        prevent_initial_call=True,
    )
    def settle(asked: Any) -> tuple[Any, Any]:
        if not asked:
            return no_update, no_update
        try:
            told = settle_pair(library, desk, str(asked["pair"]), str(asked["does"]))
        except TimelineError as error:
            return no_update, _refused(error)
        library.refresh()
        return library.stamp, told

    # The page may have seen the change and drawn the buttons anew before the answer is there: Dash drops an answer to
    # buttons that are gone. So the server is asked by what stays.
    browser: Any = app.clientside_callback  # Dash leaves it untyped
    browser(
        ClientsideFunction("account", "said"),
        Output(ids.SETTLED, "data"),
        Input({"type": ids.PAIR, "does": ALL, "pair": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.STAMP, "data", allow_duplicate=True),
        Output({"type": ids.DAY_TOLD, "article": ALL}, "children"),
        Input({"type": ids.DAY_ACCEPT, "article": ALL}, "n_clicks"),
        Input({"type": ids.DAY, "article": ALL}, "n_submit"),
        State({"type": ids.DAY, "article": ALL}, "value"),
        State({"type": ids.DAY, "article": ALL}, "id"),
        prevent_initial_call=True,
    )
    def accept(clicks: list[Any], submits: list[Any], days: list[Any], places: list[dict[str, str]]) -> tuple[Any, list[Any]]:
        asked, told = ctx.triggered_id, [no_update] * len(places)
        at = next((n for n, place in enumerate(places) if isinstance(asked, dict) and place["article"] == asked["article"]), None)
        if at is None or not (clicks[at] or submits[at]):  # Dash itself finds no value by a name that is not all ASCII
            return no_update, told
        try:
            accept_day(library, places[at]["article"], days[at] if isinstance(days[at], str) else "")
        except TimelineError as error:
            told[at] = _refused(error)
            return no_update, told
        library.refresh()
        return library.stamp, told


def _refused(error: TimelineError) -> Any:
    return html.Span(str(error).splitlines()[0], className="refused")


def settle_pair(library: Library, desk: Desk, pair: str, does: str) -> str:
    """Settle a pair, told by the ids of its sources with a blank between them; gives what was done, in words.

    `does` is "one" (the second is the same as the first), "two" (they are refused) or "again" (they are offered again).
    Raises TimelineError where it cannot be done.
    """
    a, _, b = pair.partition(" ")
    if does in ("two", "again"):
        refuse(library.path, a, b, refused=does == "two")
        return "They are two: not offered again." if does == "two" else "Offered again."
    account = library.refresh().account
    found = next((each for each in account.pairs if (each.found.a, each.found.b) == (a, b)), None)
    own = library.shelf.own
    if found is None or found.one.id not in own or found.other.id not in own:
        raise UsageError("These two are no longer offered: the file has changed.")
    stays, goes = ((key, facts(own[key])) for key in (found.one.id, found.other.id))
    made = desk.do("merged", merged(stays, goes, own.keys()))
    if isinstance(made, Conflict):
        raise UsageError("One of them was changed in the file at this moment: look at it and try again.")
    return f"Merged: “{found.other.title}” is now under “{found.one.title}”."


def accept_day(library: Library, article: str, typed: str) -> str:
    """Write the day that a person has typed into the articles.yaml beside an undated article; gives its place.

    Raises TimelineError where it is no day within the bracket, nor one of the two that its words may mean, or cannot be written.
    """
    record = next((each for each in library.shelf.account.undated if each.path == article), None)
    if record is None:
        raise UsageError("This article has a day by now: load the page again.")
    dating = record.dating or DatingRecord()
    day = day_within(typed, dating.first, dating.last)
    if (found := twofold(record.notes)) is not None and day not in found.days:
        told = f"its {found.words} is {' or '.join(found.days)}"
        raise UsageError(f"{day} is neither: {told}; if you are sure, write the line by hand")
    date_article(library.path, record.path, record.record, day)
    return place_name(record.path)
