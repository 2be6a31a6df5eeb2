"""Calls that the page would not make: refused with 400, and what is of the right form, whatever it says, is answered."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash

from dashboard import calls, ids
from dashboard.app import create_app
from tests.dashboard import harbour
from tests.dashboard.calling import body_of, changed, server_calls
from tests.dashboard.test_dash_app import OURS
from timeline.recognize import read_words

ARTICLE = "news/mill.txt"
ELEMENTS = {kind: [{"type": kind, "article": ARTICLE}] for kind in (ids.DAY, ids.DAY_ACCEPT, ids.DAY_TOLD)}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Dash:
    return create_app(harbour.build(tmp_path_factory.mktemp("harbour"), undated=True).file, read_words)


def post(app: Dash, body: object, **headers: str) -> int:
    text = body if isinstance(body, str) else json.dumps(body)
    client = app.server.test_client()
    answer = client.post("/_dash-update-component", data=text, content_type="application/json", headers=OURS | headers)
    return answer.status_code


def bodies(app: Dash) -> Iterator[dict[str, Any]]:
    """A call of each callback as the page makes it, with nothing done."""
    for name, callback in server_calls(app).items():
        yield body_of(name, callback, {f"{ids.URL}.search": "", f"{ids.SIZE}.data": 900}, ELEMENTS)


def test_every_callback_answers_the_page(app: Dash) -> None:
    found = {body["output"][:40]: post(app, changed(body)) for body in bodies(app)}
    assert len(found) > 8 and set(found.values()) == {200}


def test_the_form_of_every_input_is_told(app: Dash) -> None:
    """A new input wants a line in `_FORMS` of dashboard/calls.py; until then anything is taken for it."""
    told = [each for one in server_calls(app).values() for each in [*one["inputs"], *one["state"]]]
    named = {(json.loads(each["id"])["type"] if each["id"].startswith("{") else each["id"], each["property"]) for each in told}
    assert {each for each in named if each[1] != "id" and not calls.is_told(*each)} == set()


def test_callbacks_of_the_browser_are_none_of_the_server(app: Dash) -> None:
    theirs = [name for name in app.callback_map if name not in server_calls(app)]
    assert theirs
    for name in theirs:
        assert post(app, body_of(name, app.callback_map[name], {}, {})) == 400


ODD = [7, -1, 1.5, True, "x", "", [], ["x"], [1], [[]], {}, {"a": 1}, {"key": 3, "facts": {}}, {"facts": {}}]


def test_a_value_of_another_form_is_refused_and_never_a_fault(app: Dash) -> None:
    refused = answered = 0
    for body in bodies(app):
        tried = set()  # each form once a callback
        for group in ("inputs", "state"):
            for at, told in enumerate(body[group]):
                one = _one(told)
                form = calls.form_of(str(one["id"]), one["property"])
                for value in () if form in tried else ODD:
                    given = copy.deepcopy(body)
                    each = given[group][at][0] if isinstance(told, list) else given[group][at]
                    each["value"] = value
                    kind = each["id"]["type"] if isinstance(each["id"], dict) else each["id"]
                    fits = value == each["id"] if each["property"] == "id" else calls.form_of(kind, each["property"])(value)
                    status = post(app, given)
                    assert status in ((200, 204) if fits else (400,)), f"{each} of {body['output'][:40]}: {status}"
                    refused, answered = refused + (not fits), answered + fits
                tried.add(form)
    assert refused > 200 and answered > 50


def bent(body: dict[str, Any]) -> Iterator[object]:
    """A call that has something that no page has, one each time."""
    for key in ("output", "outputs", "inputs"):
        yield {name: value for name, value in body.items() if name != key}
        yield from ({**body, key: value} for value in (None, 7, "x", {}, [7], [[], []], [None]))
    for value in (
        None,
        7,
        "x",
        [7],
        ["x"],
        ["x.y"],
        ["url"],
        [""],
        ['{"type":.n_clicks'],
        [["url.search"]],
        ["[" * 2000 + ".value"],
    ):
        yield {**body, "changedPropIds": value}
    for group in ("inputs", "state"):
        yield {**body, group: [*body[group], {"id": "x", "property": "value", "value": 1}]}
        if body[group]:
            yield {**body, group: body[group][1:]}
            yield {**body, group: [{**_one(body[group][0]), "id": {"type": "x"}}, *body[group][1:]]}
            yield {**body, group: [{**_one(body[group][0]), "id": ["url"]}, *body[group][1:]]}
            yield {**body, group: [{**_one(body[group][0]), "property": "children"}, *body[group][1:]]}
            yield {**body, group: [None, *body[group][1:]]}
    yield [body]


def _one(told: Any) -> dict[str, Any]:
    return told[0] if isinstance(told, list) else told


def test_a_call_of_another_form_is_refused(app: Dash) -> None:
    for body in bodies(app):
        statuses = {json.dumps(each)[:3000]: post(app, each) for each in bent(body)}
        assert {text: status for text, status in statuses.items() if status != 400} == {}


def test_lists_of_other_lengths_are_refused(app: Dash) -> None:
    body = next(body for body in bodies(app) if "day-told" in body["output"])
    assert post(app, body) == 200
    for group, at in (("inputs", 0), ("inputs", 1), ("state", 0), ("state", 1)):
        assert post(app, {**body, group: [[] if place == at else each for place, each in enumerate(body[group])]}) == 400
    outputs = [each if isinstance(each, dict) else [*each, *each] for each in body["outputs"]]
    assert post(app, {**body, "outputs": outputs}) == 400


@pytest.mark.parametrize(
    "value",
    [
        "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9007199254740993", "9" * 400, "9" * 9000, '"\\ud800"', '"a\\udfffb"',
        "[" * 45 + "]" * 45,
        "[" * 99_999 + "]" * 99_999, '{"a":' * 60 + "1" + "}" * 60, '{"\\udc00": 1}', "", "'x'", "undefined", "\x00",
    ],
)  # fmt: skip
def test_what_no_browser_sends_is_refused(app: Dash, value: str) -> None:
    body = next(body for body in bodies(app) if "chart.figure" in body["output"])
    body["inputs"][2]["value"] = "@"
    text = json.dumps(body)
    assert post(app, text) == 200
    assert post(app, text.replace('"@"', value)) == 400
    assert post(app, text[:-1] + f', "more": {value}}}') == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_is_not_sent_as_json_is_refused(app: Dash, kind: str) -> None:
    client = app.server.test_client()
    for body in bodies(app):
        headers = {**OURS, **({"Content-Type": kind} if kind else {})}
        assert client.post("/_dash-update-component", data=json.dumps(body), headers=headers).status_code == 400


def test_a_call_without_a_cause_edits_nothing(tmp_path: Path) -> None:
    case = harbour.build(tmp_path)
    app = create_app(case.file, read_words)
    body = next(body for body in bodies(app) if "draft.data" in body["output"] and "url.search" in body["output"])
    key = next(iter(case.entries().values())).id
    show = next(body for body in bodies(app) if "chart.figure" in body["output"])
    show["inputs"][0]["value"] = f"?event={key}"
    answer = app.server.test_client().post("/_dash-update-component", json=show, headers=OURS)
    shown = answer.get_json()["response"]["seen"]["data"]
    next(each for each in body["state"] if each["id"] == ids.SEEN)["value"] = shown
    before = case.text
    assert shown["key"] == key and post(app, body) == 200
    assert case.text == before
