"""Glue between the bar, the sheet and the desk on which the file is edited.

A button asks for something (`_Hand`); what comes of it is an `_Answer`, which fills the page. The sheet keeps the event
it was opened for, whatever the reader looks at meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update

from dashboard import ids, sheet
from dashboard import state as states
from dashboard.bringing import brought
from dashboard.callbacks import look, seen_of
from dashboard.columns import Picked
from dashboard.items import Item
from dashboard.library import Library
from timeline.curate import Conflict, Edit, Facts, facts, merged, parted
from timeline.desk import Desk, Done
from timeline.errors import EventsFileError, TimelineError
from timeline.notation import Words

_CLICKED = (
    *(name for name, *_ in (*sheet.BUTTONS, *sheet.MORE)),
    *(ids.SAVE, ids.CANCEL, ids.JOIN, ids.CANCEL_MERGE, ids.MINE, ids.THEIRS),
)

_TAKE_AWAY = (ids.HIDE, ids.JOIN)
"""Buttons that leave an event less in view."""


@dataclass(frozen=True, slots=True)
class _Hand:
    """What the person does it to: the state of the page, the open event as it is shown, the sheet, and the form."""

    state: states.State
    seen: dict[str, Any] | None
    draft: sheet.Draft | None
    form: dict[str, Any]
    choice: str

    @property
    def event(self) -> tuple[str, Facts] | None:
        """The key of the open event, and what the page shows of it."""
        key, shown = (self.seen or {}).get("key"), (self.seen or {}).get("facts")
        return (key, shown) if isinstance(key, str) and isinstance(shown, dict) else None

    @property
    def drafted(self) -> tuple[str, Facts]:
        """The same of the event that the sheet was opened for; a new one has no key."""
        key, shown = (self.draft or {}).get("key"), (self.draft or {}).get("facts")
        return (key, shown) if isinstance(key, str) and isinstance(shown, dict) else ("", {})


@dataclass(frozen=True, slots=True)
class _Answer:
    """What changes in the page; None leaves things as they are. An empty draft closes the sheet."""

    told: Any = None
    event: str | None = None
    draft: sheet.Draft | None = None
    form: dict[str, Any] | None = None
    wrote: bool = False


def register(app: Dash, library: Library, desk: Desk, words: Words | None) -> None:
    """Add the callbacks of curating to the app; `words` reads dates that are typed in words."""
    form_states = {name: State(name, "value") for name in sheet.FIELDS}
    form_outputs = {name: Output(name, "value", allow_duplicate=True) for name in sheet.FIELDS}

    @app.callback(
        output={
            "search": Output(ids.URL, "search", allow_duplicate=True),
            "stamp": Output(ids.STAMP, "data", allow_duplicate=True),
            "draft": Output(ids.DRAFT, "data"),
            "told": Output(ids.TOLD, "children"),
            "undo": Output(ids.UNDO, "disabled", allow_duplicate=True),
            "redo": Output(ids.REDO, "disabled", allow_duplicate=True),
            "form": form_outputs,
        },
        inputs={
            "clicks": [Input(name, "n_clicks") for name in _CLICKED],
            "search": State(ids.URL, "search"),
            "size": State(ids.SIZE, "data"),
            "seen": State(ids.SEEN, "data"),
            "draft": State(ids.DRAFT, "data"),
            "form": form_states,
            "choice": State(ids.CHOICE, "value"),
        },
        prevent_initial_call=True,
    )
    def act(clicks: Any, search: Any, size: Any, seen: Any, draft: Any, form: dict[str, Any], choice: Any) -> dict[str, Any]:
        now = states.State.read(search)
        hand = _Hand(now, _dict(seen), _dict(draft), form, choice if isinstance(choice, str) else "")
        before = look(library, now, int(size) if isinstance(size, int | float) else 1000)
        answer = _act(str(ctx.triggered_id), hand, before.shown, library, desk)
        if answer.wrote:
            library.refresh()
        undo, redo = desk.steps
        then = now if answer.event is None else now.opened(answer.event)
        if answer.wrote and ctx.triggered_id in _TAKE_AWAY and now.window is None:
            then = replace(then, window=before.window)  # or what is left would be shown at another scale
        return {
            "search": no_update if then.search() == now.search() else then.search(),
            "stamp": library.stamp if answer.wrote else no_update,
            "draft": no_update if answer.draft is None else answer.draft,
            "told": no_update if answer.told is None else answer.told,
            "undo": not undo,
            "redo": not redo,
            "form": {name: no_update if answer.form is None else answer.form[name] for name in sheet.FIELDS},
        }

    @app.callback(
        output=Output(ids.FOLLOWED, "data"),
        inputs={
            "stamp": Input(ids.STAMP, "data"),
            "again": Input(ids.AGAIN, "data"),
            "draft": State(ids.DRAFT, "data"),
            "form": form_states,
        },
        prevent_initial_call=True,
    )
    def follow(stamp: Any, again: Any, draft: Any, form: dict[str, Any]) -> Any:
        library.refresh()
        answer = _follow(_Hand(states.State(), None, _dict(draft), form, ""), library)
        if answer == _Answer():
            return no_update
        values = None if answer.form is None else [answer.form[name] for name in sheet.FIELDS]
        asked = [draft, *(form[name] for name in sheet.FIELDS)]
        return {"asked": asked, "draft": answer.draft, "told": answer.told, "form": values}

    # By the time of the answer the sheet may have been closed, or typed into: the page knows.
    browser: Any = app.clientside_callback  # Dash leaves it untyped
    browser(
        ClientsideFunction("curating", "followed"),
        Output(ids.DRAFT, "data", allow_duplicate=True),
        Output(ids.TOLD, "children", allow_duplicate=True),
        *form_outputs.values(),
        Input(ids.FOLLOWED, "data"),
        State(ids.DRAFT, "data"),
        *form_states.values(),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.FORM, "hidden"),
        Output(ids.MERGING, "hidden"),
        Output(ids.CONFLICT, "hidden"),
        Output("curate-form-title", "children"),
        Output("curate-merge-title", "children"),
        Output(ids.VERSIONS, "children"),
        Output(ids.FIND, "value"),
        Input(ids.DRAFT, "data"),
    )
    def open_sheet(draft: Any) -> tuple[Any, ...]:
        draft = _dict(draft)
        mode = (draft or {}).get("mode")
        hidden = (mode not in ("edit", "new"), mode != "merge", mode != "conflict")
        return (*hidden, *sheet.headings(draft), sheet.versions(draft), "")

    @app.callback(
        output={
            "hidden": Output(ids.ACTIONS, "hidden"),
            "keep": Output(f"{ids.KEEP}-label", "children"),
            "hide": Output(f"{ids.HIDE}-label", "children"),
            "split": Output(f"{ids.SPLIT}-label", "children"),
            "part": Output(ids.SPLIT, "disabled"),
            "undo": Output(ids.UNDO, "disabled"),
            "redo": Output(ids.REDO, "disabled"),
        },
        inputs={"seen": Input(ids.SEEN, "data")},
    )
    def bar(seen: Any) -> dict[str, Any]:
        hand = _Hand(states.State(), _dict(seen), None, {}, "")
        key, shown = hand.event or ("", {})
        undo, redo = desk.steps
        return {
            "hidden": not key,
            "keep": "Kept ✓" if shown.get("reviewed") else "Keep",
            "hide": "Unhide" if shown.get("hidden") else "Hide",
            "split": "Split ✓" if shown.get("split") else "Split",
            "part": not (parted(key, library.shelf.own) if key in library.shelf.own else len(shown.get("sources", [])) > 1),
            "undo": not undo,
            "redo": not redo,
        }

    @app.callback(Output(ids.READING, "children"), Output(ids.READING, "className"), Input(ids.DATE, "value"))
    def read_date(date: Any) -> tuple[str, str]:
        told, fits = sheet.reading(date, words)
        return told, "reading" if fits else "reading refused"

    @app.callback(
        Output(ids.CHOICE, "options"),
        Output(ids.CHOICE, "value"),
        Input(ids.FIND, "value"),
        Input(ids.DRAFT, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def find(query: Any, draft: Any, search: Any) -> tuple[Any, Any]:
        hand = _Hand(states.State(), None, _dict(draft), {}, "")
        item = library.shelf.collection.find(hand.drafted[0])
        if (hand.draft or {}).get("mode") != "merge" or item is None:
            return no_update, no_update
        shown = look(library, states.State.read(search), 1000).shown
        found = sheet.alike(item, shown, query if isinstance(query, str) else "", _likely(library, item))
        return sheet.choices(found), found[0].key if found and query else None

    sheets = [Input(name, "hidden") for name in (ids.FORM, ids.MERGING, ids.CONFLICT)]
    browser(ClientsideFunction("curating", "focus"), *sheets)


def _dict(given: Any) -> dict[str, Any] | None:
    return given if isinstance(given, dict) else None


def _likely(library: Library, item: Item) -> list[str]:
    """The keys of the events that the build took for maybe the same, whether a person said they are two or not."""
    account = library.shelf.account
    ends = [(pair.one.id, pair.other.id) for pair in (*account.pairs, *account.refused)]
    return [other for a, b in ends for this, other in ((a, b), (b, a)) if this == item.key]


# ---------------------------------------------------------------- what each button does


def _act(cause: str, hand: _Hand, shown: Picked, library: Library, desk: Desk) -> _Answer:
    """What comes of a button, as the page is to tell it; what cannot be done is told, too."""
    try:
        if cause in (ids.UNDO, ids.REDO):
            return _turn(library, desk.undo() if cause == ids.UNDO else desk.redo(), cause)
        if cause in (ids.CANCEL, ids.CANCEL_MERGE, ids.THEIRS):
            return _Answer("", draft={})
        if cause == ids.ADD:
            return _Answer("", draft={"mode": "new", "beside": _title_of(hand.event)}, form=sheet.form_of({}))
        if cause == ids.SAVE:
            return _save(hand, library, desk)
        if cause == ids.JOIN:
            return _join(hand, library, desk)
        if cause == ids.MINE:
            return _mine(hand, library, desk)
        if cause not in _CLICKED:
            return _Answer()
        return _on_event(cause, hand, shown, library, desk)
    except EventsFileError as error:
        broken = "The file cannot be read as it is; mend it first: " if library.refresh().faults else ""
        return _refused(broken + "; ".join(fault.message for fault in error.faults[:3]))
    except TimelineError as error:
        return _refused(str(error))


def _title_of(event: tuple[str, Facts] | None) -> str:
    return str(event[1].get("title", "")) if event is not None else ""


def _refused(words: str) -> _Answer:
    return _Answer(html.Span(words, className="refused"))


def _on_event(cause: str, hand: _Hand, shown: Picked, library: Library, desk: Desk) -> _Answer:
    """A button that works on the open event."""
    if hand.event is None:
        return _refused("Open an event first.")
    key, seen = hand.event
    drafted = {"key": key, "facts": seen}
    following = _following(key, shown)
    if cause in (ids.HIDE, ids.SPLIT) or (cause == ids.KEEP and not seen.get("reviewed")):
        seen = brought(library, key, seen)
    if cause == ids.EDIT:
        return _Answer("", draft={"mode": "edit", **drafted}, form=sheet.form_of(seen))
    if cause == ids.MERGE:
        return _Answer("", draft={"mode": "merge", **drafted})
    if cause == ids.SPLIT:
        return _do(library, desk, "split", parted(key, library.shelf.own), lambda keys: key)
    if cause == ids.HIDE:
        what = "shown again" if seen.get("hidden") else "hidden"
        edits = [Edit(key, seen, {"hidden": not seen.get("hidden", False)})]
        return _do(library, desk, what, edits, lambda keys: key if seen.get("hidden") else following)
    if seen.get("reviewed"):
        return _Answer("", event=following or key)
    return _do(library, desk, "kept", [Edit(key, seen, {"reviewed": True})], lambda keys: following or key)


def _following(key: str, shown: Picked) -> str:
    """The event behind this one, of those in view; "" where there is none."""
    at = shown.place_of(key)
    return shown[at + 1].key if at is not None and at + 1 < len(shown) else ""


def _save(hand: _Hand, library: Library, desk: Desk) -> _Answer:
    """The form as it is filled in."""
    key, seen = hand.drafted
    fields = sheet.touched(seen, hand.form)
    if not fields and key:
        return _Answer("Nothing was changed.", draft={})
    said = {"date": "", "title": "", **fields} if not key else fields
    seen = brought(library, key, seen)
    return _do(library, desk, "edited" if key else "added", [Edit(key, seen, said)], lambda keys: keys[0])


def _join(hand: _Hand, library: Library, desk: Desk) -> _Answer:
    """The event of the sheet, and the chosen one under it."""
    key, seen = hand.drafted
    if hand.choice == key or library.shelf.collection.place(hand.choice) is None:
        return _refused("Choose the other event first.")
    stays = key, brought(library, key, seen)
    brought(library, hand.choice, {})
    own = library.shelf.own
    if hand.choice not in own:
        return _refused("Choose the other event first.")
    edits = merged(stays, (hand.choice, facts(own[hand.choice])), own.keys())
    at = next((number for number, edit in enumerate(edits) if edit.key == stays[0]), None)
    return _do(library, desk, "merged", edits, lambda keys: stays[0] if at is None else keys[at])


def _mine(hand: _Hand, library: Library, desk: Desk) -> _Answer:
    """The person's version over that of the file."""
    found = sheet.conflict_of(hand.draft)
    if found is None:
        return _Answer("", draft={})
    edits = [found.anew if edit.key == found.edit.key else edit for edit in sheet.edits_of(hand.draft)]
    return _do(library, desk, str((hand.draft or {}).get("what")), edits, lambda keys: keys[0])


def _do(library: Library, desk: Desk, what: str, edits: Sequence[Edit], then: Callable[[tuple[str, ...]], str]) -> _Answer:
    """Make the edits; `then` says which event is open afterwards, by the keys that they have then."""
    if not edits:
        return _refused("There is nothing to take apart: it has one source.")
    title = edits[0].mine.get("title", "")
    made = desk.do(what, edits)
    if isinstance(made, Conflict):
        return _Answer("", draft=sheet.as_draft(made, what, edits))
    notes = {"split": " The next build makes an event of each of its sources."} if "split" in edits[0].fields else {}
    told = [_said(what, str(title)), notes.get(what, "") if edits[0].fields.get("split") else ""]
    return _Answer(told, event=then(made.keys), draft={}, wrote=True)


def _said(what: str, title: str) -> str:
    return f"{what[:1].upper()}{what[1:]}: “{title}”."


def _turn(library: Library, made: Done | Conflict | None, cause: str) -> _Answer:
    """What undo or redo did: the event that it touched is opened."""
    if made is None:
        return _refused("There is nothing to take back." if cause == ids.UNDO else "There is nothing to make again.")
    if isinstance(made, Conflict):
        title = made.edit.seen.get("title", "")
        return _refused(f"“{title}” was changed in the file since: it stays as it is.")
    library.refresh()
    key = next((key for key in made.keys if key), "")
    standing = library.shelf.own.get(key)
    title = standing.title if standing is not None else ""
    told = ("Taken back: " if cause == ids.UNDO else "Again: ") + made.what + (f" “{title}”" if title else "") + "."
    return _Answer(told, event=key, draft={}, wrote=True)


def _follow(hand: _Hand, library: Library) -> _Answer:
    """What an open form does when its event changed in the file: it follows, or shows both versions if it was changed, too."""
    key, seen = hand.drafted
    if (hand.draft or {}).get("mode") != "edit":
        return _Answer()
    found = seen_of(library, key)
    theirs = None if found is None else found["facts"]
    if theirs == seen:
        return _Answer()
    fields = sheet.touched(seen, hand.form)
    if fields:
        edit = Edit(key, seen, fields)
        return _Answer("", draft=sheet.as_draft(Conflict(edit, theirs), "edited", [edit]))
    if theirs is None:
        return _Answer("The event is no longer in the file.", draft={})
    return _Answer("The file was changed.", draft={"mode": "edit", "key": key, "facts": theirs}, form=sheet.form_of(theirs))
