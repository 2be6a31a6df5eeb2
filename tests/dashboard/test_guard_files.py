"""What is named in an address is looked up, never joined to a path; and whoever only reads changes no file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dash import Dash

from dashboard.app import create_app
from tests.building import Case
from tests.dashboard import harbour
from tests.dashboard.calling import body_of, server_calls
from tests.dashboard.test_dash_app import OURS, call
from timeline.export import FORMATS
from timeline.recognize import read_words

SECRET = "the gull knows the number of the safe"
CLIMBS = [
    "../outside.txt", "../../outside.txt", "/etc/passwd", "news/../../outside.txt", "..%2Foutside.txt", "..\\outside.txt",
    "file:///etc/passwd", "news/school.txt", ".timeline/events.yaml/articles.jsonl", "events.yaml", "~/.ssh/id_rsa", "",
]  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "outside.txt").write_text(SECRET)
    (tmp_path / "project").mkdir()
    return harbour.build(tmp_path / "project", undated=True)


@pytest.fixture
def app(case: Case) -> Dash:
    return create_app(case.file, read_words)


@pytest.mark.parametrize("name", CLIMBS)
def test_no_name_in_an_address_leads_to_a_file(app: Dash, name: str) -> None:
    for key in ("event", "article", "show", "at", "show=unresolved&at", "format", "sort", "lanes", "q", "person"):
        answer = call(app, f"?{key}={name}", **OURS)
        assert answer.status_code == 200
        assert SECRET not in answer.get_data(as_text=True) and "root:x:0" not in answer.get_data(as_text=True)
    client = app.server.test_client()
    for path in ("/export.json", "/print", "/first.svg", "/"):
        with client.get(path, query_string={"article": name, "event": name, "format": name, "show": name}) as answer:
            assert answer.status_code == 200 and SECRET not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "under", ["/assets/", "/export.", "/_dash-component-suites/dash/", "/_dash-component-suites/", "/print/"]
)
@pytest.mark.parametrize("climb", ["../", "../../", "%2e%2e/", "..%2f..%2f", "....//", "..\\", "/", "\\"])
def test_no_path_leads_out_of_the_page(app: Dash, under: str, climb: str) -> None:
    for aim in ("outside.txt", "project/events.yaml", "app.py", "templates/chronology.html", "etc/passwd"):
        with app.server.test_client().get(under + climb + aim) as answer:
            text = answer.get_data(as_text=True)
            assert answer.status_code in (200, 308, 404)  # 200 is the page itself, which any address gives
            assert not any(each in text for each in (SECRET, "root:x:0", "def create_app", "stream_template", "sources:"))


def test_the_day_of_an_article_that_is_not_undated_is_written_nowhere(app: Dash, case: Case) -> None:
    name = next(name for name in server_calls(app) if "day-told" in name)
    before = {path: path.read_bytes() for path in case.folder.parent.rglob("*") if path.is_file()}
    for article in ("../outside.txt", "/etc/passwd", "news/school.txt", "news/nowhere.txt", "../../x/articles.yaml", "\0"):
        ids = {kind: [{"type": kind, "article": article}] for kind in ("day", "day-accept", "day-told")}
        body = body_of(name, app.callback_map[name], {"day.value": "2020-05-03", "day-accept.n_clicks": 1}, ids)
        ident = json.dumps(ids["day-accept"][0], sort_keys=True, separators=(",", ":"))
        answer = app.server.test_client().post(
            "/_dash-update-component", json={**body, "changedPropIds": [f"{ident}.n_clicks"]}, headers=OURS
        )
        assert answer.status_code == 200 and "This article has a day by now" in answer.get_data(as_text=True)
    assert {path: path.read_bytes() for path in case.folder.parent.rglob("*") if path.is_file()} == before


def test_the_day_of_an_article_with_any_name_is_written_beside_it(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/Mühle.txt", harbour.MILL)
    case.article("news/ferry.txt", harbour.OTHER)
    harbour.rebuild(case, undated=True)
    app = create_app(case.file, read_words)
    name = next(name for name in server_calls(app) if "day-told" in name)
    ids = {kind: [{"type": kind, "article": "news/Mühle.txt"}] for kind in ("day", "day-accept", "day-told")}
    body = body_of(name, app.callback_map[name], {"day.value": "2020-05-08", "day-accept.n_clicks": 1}, ids)
    clicked = '{"article":"news/Mühle.txt","type":"day-accept"}.n_clicks'  # as the browser writes it
    app.server.test_client().post("/_dash-update-component", json={**body, "changedPropIds": [clicked]}, headers=OURS)
    assert "2020-05-08" in (tmp_path / "news" / "articles.yaml").read_text(encoding="utf-8")


def test_reading_changes_no_file(app: Dash, case: Case) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        found = case.folder.parent.rglob("*")
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in found}

    before, client = state(), app.server.test_client()
    rules = {rule.rule for rule in app.server.url_map.iter_rules() if "<" not in rule.rule}
    paths = [*rules, *(f"/export{form.ending}" for form in FORMATS.values()), "/assets/style.css", "/nowhere"]
    assert {"/stamp", "/print", "/first.svg", "/_dash-layout"} <= rules
    for path in paths:
        for method in ("GET", "HEAD", "OPTIONS"):
            query = {"event": next(iter(case.entries().values())).id, "show": "maybe", "hidden": "1"}
            with client.open(path, method=method, query_string=query, headers=OURS) as answer:
                assert answer.status_code < 500
    assert state() == before
