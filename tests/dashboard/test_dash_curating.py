"""Curating, as the server sees it: who may write, what the form changes, and what stands in the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from dash import Dash
from plotly.io.json import to_json_plotly

from dashboard import ids, sheet
from dashboard.app import create_app
from dashboard.columns import Picked
from dashboard.filters import Filters
from dashboard.items import collect
from dashboard.view import view
from tests.dashboard import saltmere
from tests.dashboard.calling import body_of
from tests.dashboard.test_dash_app import OURS, call, elements, texts
from timeline.curate import Conflict, Edit, merged, parted
from timeline.entries import Entry
from timeline.recognize import read_words


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return saltmere.build(tmp_path)


def keep(app: Dash, name: str, seen: Any, button: str = ids.KEEP, **headers: str) -> Any:
    """Press Keep or another button, as the browser tells it."""
    output = next((key for key in app.callback_map if "draft.data" in key and "url.search" in key), name)
    known = app.callback_map.get(output, {"inputs": [], "state": []})
    values = {f"{button}.n_clicks": 1, f"{ids.SEEN}.data": seen, f"{ids.URL}.search": "", f"{ids.SIZE}.data": 900}
    body = body_of(output, known, values, {}) | {"changedPropIds": [f"{button}.n_clicks"]}
    return app.server.test_client().post("/_dash-update-component", json=body, headers=headers)


def seen(app: Dash) -> Any:
    key = saltmere.ident(saltmere.EVENTS[0][2][0])
    return call(app, f"?event={key}", **OURS).get_json()["response"]["seen"]["data"]


def test_the_page_itself_may_write(events: Path) -> None:
    app = create_app(events)
    answer = keep(app, "", seen(app), **OURS)
    assert answer.status_code == 200
    assert events.read_text().count("  reviewed: true\n") == 1


@pytest.mark.parametrize(("button", "stays"), [(ids.HIDE, True), (ids.KEEP, False)])
def test_what_is_hidden_leaves_the_others_where_they_are(events: Path, button: str, stays: bool) -> None:
    """Without a window in the address, what is left would be shown at another scale."""
    app = create_app(events)
    answer = keep(app, "", seen(app), button, **OURS).get_json()["response"]
    assert ("from=" in answer["url"]["search"]) is stays


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://attacker.example"}, {"Origin": "null"}])
def test_nobody_else_may(events: Path, headers: dict[str, str]) -> None:
    before = events.read_bytes()
    app = create_app(events)
    assert keep(app, "", seen(app), **headers).status_code == 403
    assert events.read_bytes() == before


def test_a_read_only_page_takes_no_edit(events: Path) -> None:
    before = events.read_bytes()
    writable, app = create_app(events), create_app(events, read_only=True)
    name = next(key for key in writable.callback_map if "draft.data" in key and "url.search" in key)
    assert keep(app, name, seen(app), **OURS).status_code == 400
    layout = app.server.test_client().get("/_dash-layout").get_json()
    assert not [each for each in elements(layout) if str(each["props"].get("id", "")).startswith("curate")]
    assert events.read_bytes() == before
    assert not (events.parent / ".timeline" / "events.yaml" / "backups").exists()


@pytest.mark.parametrize(
    "given", [None, 7, [], {}, {"key": 3, "facts": {}}, {"key": "x", "facts": []}, {"key": "x", "facts": {}}]
)
def test_what_no_page_would_send_changes_nothing(events: Path, given: Any) -> None:
    before = events.read_bytes()
    fits = given is None or given == {"key": "x", "facts": {}}
    assert keep(create_app(events), "", given, **OURS).status_code == (200 if fits else 400)
    assert events.read_bytes() == before


def test_reading_the_page_writes_nothing(events: Path) -> None:
    app = create_app(events)
    before = {path: path.stat().st_mtime_ns for path in events.parent.rglob("*")}
    client = app.server.test_client()
    for path in ("/", "/_dash-layout", "/_dash-dependencies", "/stamp", "/export.csv"):
        client.get(path).close()
    assert {path: path.stat().st_mtime_ns for path in events.parent.rglob("*")} == before


def test_the_stamp_is_another_when_a_file_is(events: Path) -> None:
    client = create_app(events).server.test_client()
    first = client.get("/stamp").get_data()
    assert client.get("/stamp").get_data() == first
    events.write_text(saltmere.yaml() + "# a remark\n")
    assert client.get("/stamp").get_data() != first


ENTRY = {"date": "2020", "title": "Talks", "tags": ["a", "b"], "note": "one\ntwo\n", "status": "denied"}


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ({}, {}),
        ({ids.TITLE: "Talks end\n"}, {"title": "Talks end"}),
        ({ids.DATE: " 2021 "}, {"date": "2021"}),
        ({ids.TAGS: "a, b,, c "}, {"tags": ["a", "b", "c"]}),
        ({ids.TAGS: None}, {"tags": []}),
        ({ids.NOTE: ""}, {"note": ""}),
        ({ids.STATUS: "happened", ids.REVIEWED: ["yes"]}, {"status": "happened", "reviewed": True}),
    ],
)
def test_only_what_was_touched_is_changed(form: dict[str, Any], fields: dict[str, Any]) -> None:
    assert sheet.touched(ENTRY, sheet.form_of(ENTRY) | form) == fields


def test_tags_with_commas_are_told_apart_by_semicolons() -> None:
    entry = ENTRY | {"tags": ["a, b", "c"]}
    form = sheet.form_of(entry)
    assert form[ids.TAGS] == "a, b; c"
    assert sheet.touched(entry, form | {ids.TAGS: "a, b; d"}) == {"tags": ["a, b", "d"]}


@pytest.mark.parametrize(
    ("date", "told", "fits"),
    [
        ("late January 2020", "21–31 January 2020", True),
        ("2020-03/..", "since March 2020", True),
        ("2020-02-30", "'2020-02-30' does not exist: February 2020 has 29 days", False),
        ("last week", "'last week' is relative, and an entry has no day to count from: write the day itself", False),
        ("", "", True),
        (None, "", True),
    ],
)
def test_a_date_is_read_while_it_is_typed(date: Any, told: str, fits: bool) -> None:
    words, good = sheet.reading(date, read_words)
    assert (words[: len(told)], good) == (told, fits)
    assert bool(words) == bool(told)


def test_both_versions_are_told() -> None:
    edit = Edit("x", {"date": "2020", "title": "Talks", "hidden": True}, {"title": "Talks end", "hidden": False})
    theirs = {"date": "2020-05", "title": "Talks begin", "hidden": True, "sources": [{}, {}]}
    draft = sheet.as_draft(Conflict(edit, theirs), "edited", [edit])
    found = sheet.conflict_of(draft)
    assert found is not None
    assert (found.edit, found.theirs) == (edit, theirs)
    made = json.loads(to_json_plotly(sheet.versions(draft)))
    rows = [texts(each) for each in elements(made) if each["type"] == "Tr"]
    assert rows[1:] == [
        "dateas in the file2020-05",
        "titleTalks endTalks begin",
        "hidden–yes",
        "sourcesas in the file2 sources",
    ]


@pytest.mark.parametrize("draft", [None, {}, {"mode": "conflict"}, {"mode": "conflict", "at": 3, "edits": [{"key": "x"}]}])
def test_a_draft_of_another_form_is_none(draft: Any) -> None:
    assert sheet.conflict_of(draft) is None
    assert sheet.versions(draft) == []


def entries(*more: dict[str, Any]) -> list[Entry]:
    return [
        Entry.model_validate({"date": "2020-05-0" + str(n + 1), "title": f"Event {n}", **data}) for n, data in enumerate(more)
    ]


def test_a_merge_offers_likely_ones_first_and_then_the_nearest() -> None:
    collection = collect(entries({"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d", "note": "a pier"}))
    shown, item = Picked(collection, np.arange(4)), collection.items[1]
    assert [each.key for each in sheet.alike(item, shown, "", ["d"])] == ["d", "a", "c"]
    assert [each.key for each in sheet.alike(item, shown, "pier")] == ["d"]


def test_what_was_put_under_an_event_is_taken_out_first() -> None:
    sources = [{"article": "a.txt"}, {"article": "b.txt"}]
    one, two, three = entries({"id": "a", "sources": sources}, {"id": "b", "same_as": "a"}, {"id": "c", "sources": sources[:1]})
    assert [edit.key for edit in parted("a", {"a": one, "b": two})] == ["b"]
    assert [edit.fields for edit in parted("a", {"a": one})] == [{"split": True}]
    assert parted("c", {"c": three}) == []


def test_an_id_that_is_given_is_free() -> None:
    stays, goes = ("by-hand-1", {"title": "One"}), ("x", {"id": "x"})
    first = merged(stays, goes, set())
    again = merged(stays, goes, {first[0].fields["id"]})
    assert first[0].fields["id"] != again[0].fields["id"]
    assert [edit.key for edit in again] == ["by-hand-1", "x"]
    assert again[1].fields == {"same_as": again[0].fields["id"]}


def test_hidden_events_are_counted_and_in_no_facet() -> None:
    sources = [{"article": "a.txt"}]
    hidden = {"hidden": "true", "kind": "report", "tags": ["t"], "sources": sources}
    collection = collect(entries({"tags": ["u"]}, hidden, {"kind": "report"}))
    told = collection.traits
    assert (int(told.hidden.sum()), int((told.report & ~told.hidden).sum())) == (1, 1)
    assert collection.counts["tag"] == {"u": 1}
    assert [Filters().take(item) for item in collection.items] == [True, False, False]
    assert [Filters(hidden=True, reports=True).take(item) for item in collection.items] == [True, True, True]
    seen = view(collection, Filters(), None, 900)
    assert (len(seen.shown), seen.reports, seen.hidden, seen.total) == (1, 1, 1, 3)
    seen = view(collection, Filters(hidden=True, reports=True), None, 900)
    assert (len(seen.shown), seen.reports, seen.hidden, seen.total) == (3, 0, 0, 3)


def test_a_new_event_beside_an_open_one_says_that_it_is_another() -> None:
    assert sheet.headings({"mode": "new", "beside": ""})[0] == "New event"
    assert sheet.headings({"mode": "new", "beside": "A ferry sinks"})[0] == "New event (“A ferry sinks” stays as it is)"
