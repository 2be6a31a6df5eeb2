"""The application as a server: its layout, its headers, whom it answers, its download."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from dash import Dash
from plotly.io.json import to_json_plotly

from dashboard.app import create_app
from dashboard.guard import LARGEST, trust
from dashboard.items import collect
from dashboard.panel import opened
from dashboard.state import State
from tests.dashboard import regatta, saltmere
from tests.dashboard.calling import body_of, changed
from timeline.entries import Entry
from timeline.export import FORMATS
from timeline.links import safe_url

OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """The town's events file, with its archive beside it."""
    return saltmere.build(tmp_path)


@pytest.fixture
def app(events: Path) -> Dash:
    """The town's dashboard."""
    return create_app(events)


def elements(node: Any) -> Iterator[dict[str, Any]]:
    """Every component of a layout as the browser gets it."""
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict) and "props" in node:
        yield node
        yield from elements(node["props"].get("children"))
        yield from elements(rows_of(node))


def rows_of(node: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a list that the browser makes from data."""
    base = node["props"].get("data-base", "")
    return [drawn([base + key, *row]) for key, *row in json.loads(node["props"].get("data-rows", "[]"))]


def drawn(row: list[str]) -> dict[str, Any]:
    """A row of the list as rows.js makes it, as a component."""
    query, look, when, what, where, _ = row
    parts = [("when", when), ("what", what), ("where", where)]
    inside = [{"type": "Span", "props": {"className": name, "children": text}} for name, text in parts]
    return {"type": "A", "props": {"className": look, "href": f"?{query}", "children": inside}}


def test_every_id_of_a_callback_is_in_the_layout(app: Dash) -> None:
    client = app.server.test_client()
    layout = client.get("/_dash-layout").get_json()
    known = {element["props"]["id"] for element in elements(layout) if "id" in element["props"]}
    wanted: set[str] = set()
    for callback in client.get("/_dash-dependencies").get_json():
        wanted |= {each["id"] for each in [*callback["inputs"], *callback["state"]]}
        outputs = callback["output"].strip(".").split("...")
        wanted |= {output.rsplit(".", 1)[0] for output in outputs if "." in output and not output.startswith("_")}
    assert len(wanted) > 10
    assert {name for name in wanted if not name.startswith(("_", "{"))} <= known


def test_no_component_can_carry_code(app: Dash) -> None:
    layout = app.server.test_client().get("/_dash-layout").get_json()
    for element in elements(layout):
        assert element["type"] not in ("Markdown", "Iframe", "Area", "DataTable", "DangerouslySetInnerHTML")
        assert not element["props"].get("dangerously_allow_html")


@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/export.csv", "/assets/style.css", "/nothing-here"])
def test_every_answer_has_its_security_headers(app: Dash, path: str) -> None:
    with app.server.test_client().get(path) as answer:
        headers = answer.headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert policy["connect-src"] == "'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8050", 200),
        ("127.0.0.1", 200),
        ("[::1]:8050", 200),
        ("attacker.example", 400),
        ("127.0.0.1.attacker.example", 400),
        ("", 400),
    ],
)
@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/export.csv"])
def test_only_this_machine_is_answered(app: Dash, path: str, host: str, status: int) -> None:
    assert app.server.test_client().get(path, headers={"Host": host}).status_code == status


def test_the_host_it_is_told_to_serve_is_answered_too(app: Dash) -> None:
    trust(app, "desk.example")
    client = app.server.test_client()
    assert client.get("/", headers={"Host": "desk.example:8050"}).status_code == 200
    assert client.get("/", headers={"Host": "localhost"}).status_code == 200
    assert client.get("/", headers={"Host": "other.example"}).status_code == 400


def call(app: Dash, search: object, **headers: str) -> Any:
    """Ask for the page of a query string as the browser does."""
    output = next(name for name in app.callback_map if "chart.figure" in name)
    body = changed(body_of(output, app.callback_map[output], {"url.search": search, "size.data": 900, "stamp.data": ""}, {}))
    return app.server.test_client().post("/_dash-update-component", json=body, headers=headers)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, 200),
        ({"Origin": "http://localhost"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 403),
        ({"Origin": "https://attacker.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost:9999"}, 403),
    ],
)
def test_only_the_page_itself_may_call(app: Dash, headers: dict[str, str], status: int) -> None:
    assert call(app, "", **headers).status_code == status


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"output": "x"}',
        b'{"output": 3, "inputs": []}',
        b'{"output": "..url.search..", "inputs": 7}',
        b"\xff",
    ],
)
def test_a_malformed_call_is_refused_not_answered_with_a_fault(app: Dash, body: bytes) -> None:
    client = app.server.test_client()
    answer = client.post("/_dash-update-component", data=body, content_type="application/json", headers=OURS)
    assert answer.status_code == 400
    assert b"Traceback" not in answer.data


def test_a_large_body_is_refused(app: Dash) -> None:
    body = json.dumps({"output": "x" * LARGEST})
    answer = app.server.test_client().post("/_dash-update-component", data=body, content_type="application/json", headers=OURS)
    assert answer.status_code == 413


@pytest.mark.parametrize("search", ["", "?event=nothing", "?from=x&to=y", None, "?q=%00%ff&source=99&event=" + "x" * 900])
def test_any_address_gives_a_page(app: Dash, search: object) -> None:
    assert call(app, search, **OURS).status_code == 200


def test_debugging_stays_off_whatever_the_environment_says(events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DASH_DEBUG", "DASH_MCP_ENABLED", "DASH_HOT_RELOAD", "DASH_UI", "FLASK_DEBUG"):
        monkeypatch.setenv(name, "true")
    app = create_app(events)
    client = app.server.test_client()
    assert not app.server.debug
    assert not any("mcp" in str(rule) for rule in app.server.url_map.iter_rules())
    config = client.get("/").get_data(as_text=True)
    assert '"hot_reload"' not in config
    assert '"ui":true' not in config.replace(" ", "")


def test_the_page_names_nothing_outside(app: Dash) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert "http://" not in page
    assert "https://" not in page


QUERIES = {
    "": 7,
    "q=ferry": 1,
    "article=articles/quay.txt": 3,
    "article=-": 1,
    "from=2020-05-01&to=2020-05-31": 4,
    "q=ferry&from=2020-01-01&to=2020-02-01": 0,
    "q=pier&article=articles/ferry.txt&event=x": 1,
    "q=nothing-of-the-kind": 0,
}


@pytest.mark.parametrize("query", QUERIES)
def test_the_download_is_exactly_what_is_shown(app: Dash, query: str) -> None:
    answer = app.server.test_client().get(f"/export.csv?{query}")
    assert answer.mimetype == "text/csv"
    assert "filename=events.csv" in answer.headers["Content-Disposition"]
    titles = [row["title"] for row in csv.DictReader(io.StringIO(answer.get_data(as_text=True)))]
    page = call(app, "?" + query.removesuffix("&event=x"), **OURS).get_json()["response"]
    told = [element["props"]["children"] for element in elements(page["panel"]["children"])]
    assert titles == [title for title, name in zip(told, classes(page), strict=True) if name == "what"]
    assert page["count"]["children"].startswith(f"{len(titles)} of 7 ")
    assert len(titles) == QUERIES[query]


REGATTA = {
    "": 10,
    "reports=1": 12,
    "reports=1&organization=The+Herald": 2,
    "person=Ada+Quill": 3,
    "person=Ada+Quill&person=Tom+Fairlight&status=planned&status=claimed": 2,
    "place=Malm%C3%B6&lanes=person": 1,
    "reviewed=yes&precision=day": 1,
    "q=%22two+boats%22+-gull": 1,
    "since=2021-06-16": 2,
    "until=2021-06-02": 2,
    "since=2021-06-09&until=2021-06-10": 4,
    "since=2021-06-09&until=no+date+at+all": 7,
}


@pytest.mark.parametrize("query", REGATTA)
def test_the_download_follows_the_facets_and_the_reports(tmp_path: Path, query: str) -> None:
    app = create_app(regatta.write(tmp_path))
    rows = list(csv.DictReader(io.StringIO(app.server.test_client().get(f"/export.csv?{query}").get_data(as_text=True))))
    page = call(app, f"?{query}", **OURS).get_json()["response"]
    assert page["count"]["children"].startswith(f"{len(rows)} of {regatta.COUNT} ")
    assert len(rows) == REGATTA[query]
    told = [int(number) for number in re.findall(r"(\d+) (?:of \d+ events shown|reports? left|outside|filtered)", line(page))]
    assert sum(told) == regatta.COUNT
    for link in (each for each in elements(page["download"]["children"]) if each["type"] == "A"):
        assert dict(parse_qsl(query)).items() <= dict(parse_qsl(link["props"]["href"].partition("?")[2])).items()


def line(page: dict[str, Any]) -> str:
    return str(page["count"]["children"])


def test_facets_have_counts_and_useless_ones_are_hidden(tmp_path: Path) -> None:
    layout = create_app(regatta.write(tmp_path)).server.test_client().get("/_dash-layout").get_json()
    lists = {each["props"]["id"]: each["props"] for each in elements(layout) if each["type"] == "Dropdown"}
    labels = [option["label"] for option in lists["facet-person"]["options"]]
    assert labels == ["Ada Quill (3)", "Sten Bergström (2)", "Tom Fairlight (1)"]
    assert "happened (5)" in [option["label"] for option in lists["facet-status"]["options"]]
    assert not hidden(layout, "facet-status")
    plain = create_app(saltmere.build(tmp_path)).server.test_client().get("/_dash-layout").get_json()
    assert hidden(plain, "facet-status")
    assert hidden(plain, "facet-person")
    assert not hidden(plain, "facet-tag")


def hidden(layout: Any, name: str) -> bool:
    """Whether the field of a facet is left out of the page."""
    fields = [each["props"] for each in elements(layout) if "field" in str(each["props"].get("className", "")).split()]
    return any(field.get("hidden") for field in fields if any(e["props"].get("id") == name for e in elements(field["children"])))


def texts(node: Any) -> str:
    """All text of a component."""
    if isinstance(node, list):
        return "".join(texts(each) for each in node)
    return texts(node["props"].get("children")) + texts(rows_of(node)) if isinstance(node, dict) else str(node or "")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("a4", "Planned: told as something to come"),
        ("a6", "Denied: a source says that it did not happen"),
        ("a7", "Claimed: somebody says so"),
        ("a3", "A report: the date is that of the telling"),
        ("a5", "Reported by: The Herald writes of the two boats, 7 June 2021"),
        ("a2", "Sten Bergström"),
    ],
)
def test_the_panel_says_what_keeps_it_from_being_a_plain_fact(tmp_path: Path, event: str, words: str) -> None:
    page = call(create_app(regatta.write(tmp_path)), f"?event={event}", **OURS).get_json()["response"]
    assert words in texts(page["panel"]["children"])


def test_the_list_says_it_too(tmp_path: Path) -> None:
    page = call(create_app(regatta.write(tmp_path)), "?reports=1", **OURS).get_json()["response"]
    told = [texts(element) for element in elements(page["panel"]["children"]) if element["props"].get("className") == "when"]
    assert sum(text.endswith("· planned") for text in told) == 3
    assert sum(text.endswith("· a report") for text in told) == 2


def test_the_sources_of_each_date_are_told() -> None:
    found = Entry.model_validate({"date": "2020-05-09", "title": "End", "sources": [{"article": "a"}, {"article": "b"}]})
    sources = [found.sources[0], found.sources[1].model_copy(update={"date": "2020-05-08"})]
    (item,) = collect([found.model_copy(update={"sources": sources})]).items
    made = json.loads(to_json_plotly(opened(item, State(event="x"), [], {"a": "Ay", "b": "Bee"})))
    (conflict,) = (texts(each) for each in elements(made) if each["props"].get("className") == "conflict")
    assert conflict == "The sources disagree on the date:9 May 2020 (drawn): Ay8 May 2020: Bee"


def test_addresses_become_links_and_pictures_are_not_loaded(tmp_path: Path) -> None:
    page = call(create_app(regatta.write(tmp_path)), "?event=b3", **OURS).get_json()["response"]
    found = list(elements(page["panel"]["children"]))
    links = [each["props"] for each in found if each["type"] == "A"]
    assert [link["href"] for link in links] == ["https://saltmere.example/gulls", "https://saltmere.example/gull.png"]
    assert all(link["rel"] == "noopener noreferrer" and link["target"] == "_blank" for link in links)
    assert not [each for each in found if each["type"] in ("Img", "Iframe", "Video")]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        "https:example.org",
        "http://user:word@example.org",
        "https://example.org\\@evil.example",
        "https://exa mple.org",
        "https://[::1",
        "https://example.org:99999",
        "ftp://example.org",
        "",
    ],
)
def test_nothing_else_becomes_a_link(address: str) -> None:
    assert safe_url(address) is None


def classes(page: dict[str, Any]) -> list[str]:
    """The class of each element of the panel, in order."""
    return [element["props"].get("className", "") for element in elements(page["panel"]["children"])]


def test_an_empty_file_says_what_to_do(tmp_path: Path) -> None:
    answer = call(create_app(tmp_path / "events.yaml"), "", **OURS)
    assert "timeline build" in answer.get_data(as_text=True)


def test_a_broken_file_is_told_with_its_line(events: Path) -> None:
    events.write_text(saltmere.yaml() + "- date: 2020-13\n  title: x\n")
    layout = create_app(events).server.test_client().get("/_dash-layout").get_json()
    (alert,) = (each for each in elements(layout) if each["props"].get("role") == "alert" and not each["props"].get("hidden"))
    assert f"line {len(events.read_text().splitlines()) - 1}" in json.dumps(alert)


def test_dates_in_words_are_read_through_the_function_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- date: the foggy day\n  title: Fog\n")
    asked: list[str] = []
    app = create_app(path, lambda text: asked.append(text))
    app.server.test_client().get("/_dash-layout")
    assert asked == ["the foggy day"]


def test_every_format_of_the_menu_can_be_downloaded(tmp_path: Path) -> None:
    app = create_app(regatta.write(tmp_path))
    page = call(app, "?place=Saltmere", **OURS).get_json()["response"]
    hrefs = [each["props"]["href"] for each in elements(page["download"]["children"]) if each["type"] == "A"]
    assert len(hrefs) == len(FORMATS)
    for href in hrefs:
        answer = app.server.test_client().get(f"/{href}")
        ending = href.partition("?")[0].removeprefix("export")
        assert answer.status_code == 200 and f"filename=events{ending}" in answer.headers["Content-Disposition"]
        assert answer.mimetype == next(form.media for form in FORMATS.values() if form.ending == ending)
        assert answer.data
    found = app.server.test_client().get("/export.json?place=Saltmere&status=planned").get_json()
    assert [event["title"] for event in found] == ["Saltmere holds the regatta"]


@pytest.mark.parametrize("path", ["/export.pdf", "/export.csv/x", "/export.../events.yaml", "/export.CSV"])
def test_what_is_no_format_is_not_there(app: Dash, path: str) -> None:
    assert app.server.test_client().get(path).status_code == 404


def test_what_is_hidden_is_never_carried_away(tmp_path: Path) -> None:
    path = regatta.write(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("{id: a8,", "{id: a8, hidden: true,"), encoding="utf-8")
    for query in ("", "?hidden=1"):
        found = create_app(path).server.test_client().get(f"/export.json{query}").get_json()
        assert len(found) == regatta.COUNT - regatta.REPORTS - 1 and "a8" not in {event["id"] for event in found}


def test_the_pages_own_scripts_are_asked_for_once_and_what_is_private_is_never_kept(tmp_path: Path) -> None:
    client = create_app(saltmere.build(tmp_path)).server.test_client()
    page = client.get("/").get_data(as_text=True)
    script = re.search(r"assets/live\.js\?m=[\d.]+", page)
    assert script is not None
    with client.get(f"/{script[0]}") as answer:
        assert "immutable" in answer.headers["Cache-Control"]
    with client.get("/assets/none.js?m=1") as answer:
        assert answer.status_code == 404
        assert "immutable" not in answer.headers.get("Cache-Control", "")
    for private in ("/", "/_dash-layout?m=1", "/export.json?m=1", "/print", "/stamp"):
        with client.get(private) as answer:
            assert answer.headers["Cache-Control"] == "no-store", private
