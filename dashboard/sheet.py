"""What edits the open event: a bar of buttons with their keys, and the sheet that opens above it. Components, and pure.

A draft is what the sheet holds while it is open: its `mode` ("edit", "new", "merge" or "conflict") and what that needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from dash import dcc, html

from dashboard import ids
from dashboard.columns import Picked
from dashboard.filters import Filters
from dashboard.item import Item
from timeline.curate import Conflict, Edit, Facts
from timeline.errors import DateSyntaxError
from timeline.model import HAPPENED, STATUSES
from timeline.notation import Words, parse_date
from timeline.wording import spoken

Draft = dict[str, Any]
FIELDS = (ids.TITLE, ids.DATE, ids.STATUS, ids.TAGS, ids.NOTE, ids.REVIEWED)
"""The fields of the form, in their order."""
OFFERED = 8  # events that a merge offers at once

BUTTONS = (
    (ids.KEEP, "k", "Keep", "You have checked it: mark it as reviewed, and go to the next event"),
    (ids.HIDE, "h", "Hide", "Show and export it no more, and go to the next event; nothing is lost"),
    (ids.EDIT, "e", "Edit", "Change its title, date, status, tags or note"),
    (ids.MERGE, "m", "Merge", "Say which other event is the same as this one"),
    (ids.SPLIT, "s", "Split", "Its sources tell of events of their own"),
)
MORE = (
    (ids.UNDO, "u", "Undo", "Take the last edit back"),
    (ids.REDO, "U", "Redo", "Make it again"),
    (ids.ADD, "n", "New", "Add an event that no article tells"),
)
KEYS = tuple((key, words[0].lower() + words[1:]) for _, key, _, words in (*BUTTONS, *MORE))
"""What the help tells."""


# ---------------------------------------------------------------- components


def curating() -> Any:
    """The bar, and the sheet, which is closed."""
    told = html.P(id=ids.TOLD, role="status", className="told", **_aria("live", "polite"))
    bar = [
        html.Div([_button(*each) for each in BUTTONS], id=ids.ACTIONS, className="actions", hidden=True),
        html.Div([told, *(_button(*each) for each in MORE)], className="more"),
    ]
    stores: list[Any] = [dcc.Store(id=name) for name in (ids.DRAFT, ids.FOLLOWED, ids.AGAIN)]
    sheets = [_form(), _merging(), html.Div(_conflict_buttons(), id=ids.CONFLICT, className="sheet", hidden=True)]
    return html.Section([*stores, *sheets, *bar], className="curate", **_aria("label", "Edit"))


def _aria(name: str, value: str) -> dict[str, Any]:
    return {f"aria-{name}": value}


def _button(name: str, key: str, label: str, words: str) -> Any:
    more: dict[str, Any] = {"data-key": key, **_aria("keyshortcuts", f"Shift+{key}" if key.isupper() else key)}
    return html.Button([html.Span(label, id=f"{name}-label"), html.Kbd(key)], id=name, type="button", title=words, **more)


def _form() -> Any:
    fields = [
        _field("Title", ids.TITLE, dcc.Textarea(id=ids.TITLE, rows=2, className="line", spellCheck=True)),
        _field("Date", ids.DATE, dcc.Input(id=ids.DATE, type="text", value="", autoComplete="off", className="search")),
        html.P(id=ids.READING, className="reading", role="status"),
        html.Div(
            [html.Span("Status", id="curate-status-label", className="label"), _status()],
            role="group",
            className="row",
            **_aria("labelledby", "curate-status-label"),
        ),
        _field(
            "Tags",
            ids.TAGS,
            dcc.Input(id=ids.TAGS, type="text", value="", placeholder="a comma between them", className="search"),
        ),
        _field("Note", ids.NOTE, dcc.Textarea(id=ids.NOTE, rows=2)),
        dcc.Checklist(id=ids.REVIEWED, options=[{"label": "checked (reviewed)", "value": "yes"}], value=[], className="toggles"),
    ]
    return _sheet(ids.FORM, "curate-form-title", fields, (ids.SAVE, "Save", "Enter"), ids.CANCEL)


def _status() -> Any:
    options = [{"label": status, "value": status} for status in STATUSES]
    return dcc.RadioItems(id=ids.STATUS, options=options, value=HAPPENED, inline=True, className="toggles")


def _merging() -> Any:
    find = dcc.Input(id=ids.FIND, type="search", value="", placeholder="search among the events shown", className="search")
    choice = dcc.RadioItems(id=ids.CHOICE, options=[], className="choice")
    fields = [_field("Which event is the same?", ids.FIND, find), choice]
    return _sheet(ids.MERGING, "curate-merge-title", fields, (ids.JOIN, "Merge", "Enter"), ids.CANCEL_MERGE)


def _sheet(name: str, title: str, fields: list[Any], save: tuple[str, str, str], cancel: str) -> Any:
    button, label, key = save
    buttons = [
        html.Button([label, html.Kbd(key)], id=button, type="button", className="save"),
        html.Button(["Cancel", html.Kbd("Esc")], id=cancel, type="button", className="cancel"),
    ]
    inside = [html.H3(id=title), *fields, html.Div(buttons, className="buttons-row")]
    return html.Div(inside, id=name, className="sheet", hidden=True, role="form", **_aria("labelledby", title))


def _conflict_buttons() -> list[Any]:
    buttons = [
        html.Button("Keep mine", id=ids.MINE, type="button", className="save"),
        html.Button(["Take the file's", html.Kbd("Esc")], id=ids.THEIRS, type="button", className="cancel"),
    ]
    return [html.Div(id=ids.VERSIONS), html.Div(buttons, className="buttons-row")]


def _field(label: str, name: str, control: Any) -> Any:
    return html.Div([html.Label(label, htmlFor=name, className="label"), control], className="row")


def headings(draft: Draft | None) -> tuple[str, str]:
    """What stands above the form and above the merging."""
    title = str((draft or {}).get("facts", {}).get("title", ""))
    if (draft or {}).get("mode") == "new":
        beside = (draft or {}).get("beside")
        return f"New event (“{beside}” stays as it is)" if beside else "New event", ""
    return f"Edit “{title}”", f"Merge with “{title}”"


def versions(draft: Draft | None) -> list[Any]:
    """Both versions of an event that the person and somebody else changed, side by side."""
    conflict = conflict_of(draft)
    if conflict is None:
        return []
    edit, theirs = conflict.edit, conflict.theirs
    mine, title = edit.mine, str(edit.seen.get("title", ""))
    if theirs is None:
        words = "The file has this event no more: somebody deleted it, or changed what it is known by."
        return [html.H3(f"“{title}” is gone"), html.P(words), html.P("Keep yours, and it is written again.")]
    rows = [
        html.Tr(
            [
                html.Th(name, scope="row"),
                html.Td(_shown(mine.get(name)) if name in edit.fields else "as in the file"),
                html.Td(_shown(theirs.get(name))),
            ]
        )
        for name in dict.fromkeys([*mine, *theirs, *edit.fields])
        if mine.get(name) != theirs.get(name)
    ]
    head = html.Thead(html.Tr([html.Td(), html.Th("Yours", scope="col"), html.Th("In the file", scope="col")]))
    words = "Somebody else changed it in the file since you saw it. Which version is to stand?"
    table = [html.Table([head, html.Tbody(rows)])] if rows else [html.P("Both say the same now.")]
    return [html.H3(f"“{title}” was changed"), html.P(words), *table]


def _shown(value: Any) -> str:
    """A value of an event in words."""
    if value is None or value is False:
        return "–"
    if value is True:
        return "yes"
    if isinstance(value, list):
        texts = [each for each in value if isinstance(each, str)]
        return ", ".join(texts) if len(texts) == len(value) else f"{len(value)} sources"
    return str(value)


def reading(date: object, words: Words | None) -> tuple[str, bool]:
    """How a typed date reads, and whether it does."""
    if not isinstance(date, str) or not date.strip():
        return "", True
    try:
        return spoken(parse_date(date, words)), True
    except DateSyntaxError as error:
        return str(error), False


# ---------------------------------------------------------------- the form


def form_of(facts: Facts) -> dict[str, Any]:
    """What the fields of the form hold for an entry.

    >>> form_of({"date": "2020", "title": "Talks", "tags": ["a", "b"]})[ids.TAGS]
    'a, b'
    """
    tags = list(facts.get("tags", ()))
    return {
        ids.TITLE: facts.get("title", ""),
        ids.DATE: facts.get("date", ""),
        ids.STATUS: facts.get("status", HAPPENED),
        ids.TAGS: (_mark(tags) + " ").join(tags),
        ids.NOTE: facts.get("note", ""),
        ids.REVIEWED: ["yes"] if facts.get("reviewed") else [],
    }


def _mark(tags: Iterable[str]) -> str:
    """What stands between tags: a comma, where none of them has one."""
    return ";" if any("," in tag for tag in tags) else ","


def touched(facts: Facts, form: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an entry that the form changes, with their new values.

    >>> touched({"date": "2020", "title": "Talks"}, form_of({"date": "2020", "title": "Talks"}) | {ids.TAGS: "a,b"})
    {'tags': ['a', 'b']}
    """
    before = form_of(facts)
    changed = {name for name in FIELDS if (form.get(name) or type(before[name])()) != before[name]}
    mark = _mark(facts.get("tags", ()))
    values: dict[str, tuple[str, Callable[[Any], Any]]] = {
        "date": (ids.DATE, lambda text: text.strip()),
        "title": (ids.TITLE, lambda text: " ".join(text.split())),
        "status": (ids.STATUS, str),
        "tags": (ids.TAGS, lambda text: [tag.strip() for tag in text.split(mark) if tag.strip()]),
        "note": (ids.NOTE, lambda text: text.strip()),
        "reviewed": (ids.REVIEWED, bool),
    }
    return {key: read(form.get(name) or type(before[name])()) for key, (name, read) in values.items() if name in changed}


# ---------------------------------------------------------------- drafts


def as_draft(found: Conflict, what: str, edits: Sequence[Edit]) -> Draft:
    """The draft that shows both versions of what one of these edits would have changed."""
    return {
        "mode": "conflict",
        "what": what,
        "at": next(number for number, edit in enumerate(edits) if edit.key == found.edit.key),
        "edits": [{"key": edit.key, "seen": edit.seen, "fields": edit.fields} for edit in edits],
        "theirs": found.theirs,
    }


def edits_of(draft: Draft | None) -> list[Edit]:
    """The edits that a draft waits to make; what is not of their form is none."""
    listed = (draft or {}).get("edits")
    return [edit for each in listed if (edit := _edit(each)) is not None] if isinstance(listed, list) else []


def _edit(given: Any) -> Edit | None:
    if not isinstance(given, dict):
        return None
    key, seen, fields = given.get("key"), given.get("seen"), given.get("fields")
    return Edit(key, seen, fields) if isinstance(key, str) and isinstance(seen, dict) and isinstance(fields, dict) else None


def conflict_of(draft: Draft | None) -> Conflict | None:
    """The conflict that a draft shows."""
    edits, at = edits_of(draft), (draft or {}).get("at")
    if draft is None or draft.get("mode") != "conflict" or not isinstance(at, int) or not 0 <= at < len(edits):
        return None
    theirs = draft.get("theirs")
    return Conflict(edits[at], theirs if isinstance(theirs, dict) else None)


# ---------------------------------------------------------------- merging


def alike(item: Item, shown: Picked, query: str, likely: Iterable[str] = ()) -> list[Item]:
    """The events that a merge offers: those that have the words, first the `likely` ones, then the nearest in time."""
    events, own = shown.events, shown.events.place(item.key)
    first = [place for key in likely if (place := events.place(key)) is not None]
    places = shown.places[shown.places != own]
    if query.strip():
        places = places[np.isin(places, events.matching(Filters(query)))]
    low, high = item.extent
    one, two = Picked(events, places).extents
    far = np.maximum(np.maximum(one - high, low - two), 0)
    order = np.lexsort((far, ~np.isin(places, first)))
    return list(Picked(events, places[order[:OFFERED]]))


def choices(items: Iterable[Item]) -> list[dict[str, str]]:
    """Events to choose from."""
    return [{"label": f"{spoken(item.entry.interval)} · {item.entry.title}", "value": item.key} for item in items]
