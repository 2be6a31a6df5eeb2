"""A page with a token: nothing is told to who has not said it, and the browser that has keeps a cookie for it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from dash import Dash

from dashboard.app import create_app
from tests.dashboard import saltmere
from tests.dashboard.test_dash_app import OURS, call
from timeline.export import FORMATS

TOKEN = "nine gulls on the ice house roof"
FORM = {**OURS, "Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def app(tmp_path: Path) -> Dash:
    return create_app(saltmere.build(tmp_path), token=TOKEN)


def say(app: Dash, token: str = TOKEN, path: str = "/", client: Any = None, **headers: str) -> Any:
    return (client or app.server.test_client()).post(path, data={"token": token}, headers=FORM | headers)


def peek(app: Dash, cookie: str) -> int:
    """The status of an answer to who has this cookie."""
    return int(app.server.test_client(use_cookies=False).get("/stamp", headers={"Cookie": cookie}).status_code)


EVERYWHERE = [
    "/", "/?event=x", "/print", "/stamp", "/first.svg", "/_dash-layout", "/_dash-dependencies", "/_reload-hash", "/_favicon.ico",
    "/assets/style.css", "/_dash-component-suites/dash/dcc/async-graph.js", "/nothing", "/_dash-update-component",
    *(f"/export{form.ending}" for form in FORMATS.values()),
]  # fmt: skip


@pytest.mark.parametrize("path", EVERYWHERE)
def test_nothing_is_told_to_who_has_not_said_it(app: Dash, path: str) -> None:
    client = app.server.test_client()
    for method in ("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"):
        answer = client.open(path, method=method, headers=OURS)
        assert answer.status_code == 401
        assert b"Saint Brannoc" not in answer.data and b"events.yaml" not in answer.data
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_call_is_refused_and_changes_nothing(app: Dash, tmp_path: Path) -> None:
    assert call(app, "", **OURS).status_code == 401


def test_who_says_it_is_led_to_what_was_asked_for_and_remembered(app: Dash) -> None:
    client = app.server.test_client()
    answer = say(app, path="/print?q=ferry&tag=a%20b", client=client)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/print?q=ferry&tag=a%20b")
    kept = answer.headers["Set-Cookie"]
    assert "HttpOnly" in kept and "SameSite=Strict" in kept and "Path=/" in kept and "Secure" not in kept
    assert TOKEN not in kept and TOKEN.replace(" ", "%20") not in kept
    for path in ("/", "/stamp", "/export.json", "/assets/chart.js"):
        with client.get(path) as shown:
            assert shown.status_code == 200


def test_behind_https_the_cookie_is_for_https_and_for_its_path(tmp_path: Path) -> None:
    app = create_app(saltmere.build(tmp_path), token=TOKEN, prefix="/chronology/", origins=["https://papers.example"])
    answer = say(app, path="/chronology/print", Host="papers.example", Origin="https://papers.example")
    assert answer.headers["Location"] == "/chronology/print"
    assert "Secure" in answer.headers["Set-Cookie"] and "Path=/chronology/" in answer.headers["Set-Cookie"]
    assert (
        say(app, path="/print", Host="papers.example", Origin="https://papers.example").headers["Location"] == "/chronology/print"
    )


@pytest.mark.parametrize("token", ["", " ", TOKEN[:-1], f"{TOKEN}x", TOKEN.upper(), "\0", "x" * 9999, "é" * 40])
def test_another_word_opens_nothing(app: Dash, token: str) -> None:
    answer = say(app, token)
    assert answer.status_code == 401 and "Set-Cookie" not in answer.headers
    assert "That is not its token." in answer.get_data(as_text=True)


def test_a_blank_around_it_does_not_matter(app: Dash) -> None:
    assert say(app, f" {TOKEN}\n").status_code == 303


@pytest.mark.parametrize("cookie", ["", "x", TOKEN, "0" * 64, "a=b; timeline", "\xff"])
def test_no_other_cookie_opens_it(app: Dash, cookie: str) -> None:
    name = say(app).headers["Set-Cookie"].partition("=")[0]
    for given in (f"{name}={cookie}", cookie, f"{name}={cookie}; {name}=x"):
        assert peek(app, given) == 401


def test_the_cookie_of_another_token_opens_nothing(app: Dash, tmp_path: Path) -> None:
    kept = say(app).headers["Set-Cookie"].partition(";")[0]
    assert peek(create_app(tmp_path / "events.yaml", token="another token altogether"), kept) == 401
    assert peek(create_app(tmp_path / "events.yaml", token=TOKEN), kept) == 200


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://attacker.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_no_other_site_can_say_it(app: Dash, headers: dict[str, str]) -> None:
    answer = say(app, **headers)
    assert answer.status_code == 401 and "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "path", ["//attacker.example", "/\\attacker.example", "/https://attacker.example", "/%0d%0aSet-Cookie:a", "/a/../b"]
)
def test_saying_it_leads_nowhere_else(app: Dash, path: str) -> None:
    answer = say(app, path=f"http://localhost{path}")
    assert answer.status_code == 303 and "\n" not in answer.headers["Location"]
    assert re.match(r"/(?![/\\])", answer.headers["Location"])


def test_the_token_is_taken_from_no_address(app: Dash) -> None:
    assert app.server.test_client().get("/", query_string={"token": TOKEN}).status_code == 401
    assert app.server.test_client().post("/", query_string={"token": TOKEN}, headers=FORM).status_code == 401


def test_who_comes_by_a_link_is_sent_on_once(app: Dash) -> None:
    client = app.server.test_client()
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert 'http-equiv="refresh"' in client.get("/", headers=link).get_data(as_text=True)
    assert 'http-equiv="refresh"' not in client.get("/", headers={**link, "Sec-Fetch-Site": "same-origin"}).get_data(as_text=True)


def test_the_form_may_be_sent_and_nothing_else_runs_there(app: Dash) -> None:
    headers = app.server.test_client().get("/").headers
    assert "form-action 'self'" in headers["Content-Security-Policy"]
    assert "script-src" not in headers["Content-Security-Policy"] and headers["Content-Security-Policy"].startswith(
        "default-src 'none'"
    )
    assert headers["Referrer-Policy"] == "same-origin"  # with no-referrer, Chromium would say that the form comes from "null"
