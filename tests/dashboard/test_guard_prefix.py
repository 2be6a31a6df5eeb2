"""`timeline serve` behind a proxy, both real processes or real sockets: below a path, with a host of its own, with a token."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urljoin

import pytest

from dashboard.app import create_app
from dashboard.mounted import prefix
from tests.dashboard import saltmere
from tests.dashboard.calling import body_of, changed, server_calls
from tests.serving import Served, ask, proxied, served
from timeline.errors import UsageError

TOKEN = "nine gulls on the ice house roof"
PUBLIC = "https://papers.example"
HTTPS = {"Host": "papers.example", "Origin": PUBLIC, "Sec_Fetch_Site": "same-origin"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    events = saltmere.build(tmp_path_factory.mktemp("town"))
    with served(events, "--prefix", "chronology", "--origin", f"{PUBLIC}/", "--token", TOKEN) as one:
        yield one


@pytest.fixture(scope="module", params=["strips and keeps the host", "strips", "keeps the host", "changes nothing but the host"])
def proxy(server: Served, request: pytest.FixtureRequest) -> Iterator[int]:
    strips, keeps = "strips" in request.param, "keeps" in request.param
    with proxied(server.port, "/chronology/", strips=strips, keeps_host=keeps) as port:
        yield port


@pytest.fixture(scope="module")
def cookie(proxy: int) -> str:
    form = urlencode({"token": TOKEN}).encode()
    answer = ask(proxy, "/chronology/?q=ferry", "POST", form, **HTTPS, Content_Type="application/x-www-form-urlencoded")
    assert (answer.status, answer.headers["location"]) == (303, "/chronology/?q=ferry")
    assert "Path=/chronology/" in answer.headers["set-cookie"] and "Secure" in answer.headers["set-cookie"]
    return answer.headers["set-cookie"].partition(";")[0]


def test_it_tells_where_it_is(server: Served) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}/chronology/"


def test_everything_that_the_page_asks_for_is_below_the_path(proxy: int, cookie: str) -> None:
    page = ask(proxy, "/chronology/", Host="papers.example", Cookie=cookie)
    assert page.status == 200 and page.headers["cache-control"] == "no-store"
    found = re.findall(r'(?:src|href)="([^"]+)"', page.body.decode())
    asked = [urljoin("/chronology/", each) for each in found]
    assert len(asked) > 15 and all(each.startswith("/chronology/") for each in asked)
    more = [
        f"/chronology/{name}"
        for name in ("stamp", "first.svg?q=ferry", "print?q=ferry", "export.json?q=ferry", "_dash-layout", "_dash-dependencies")
    ]
    for path in [*asked, *more]:
        assert ask(proxy, path, Host="papers.example", Cookie=cookie).status == 200, path
    chronology = ask(proxy, "/chronology/print", Host="papers.example", Cookie=cookie).body.decode()
    for each in re.findall(r'(?:src|href)="([^"#h][^"]*)"', chronology):
        assert urljoin("/chronology/print", each).startswith("/chronology/"), each


def test_calls_reach_the_file_and_only_from_the_page(proxy: int, cookie: str, server: Served, tmp_path: Path) -> None:
    app = create_app(saltmere.build(tmp_path))
    name = next(name for name in server_calls(app) if "chart.figure" in name)
    values = {"url.search": "?q=ferry", "size.data": 900}
    body = json.dumps(changed(body_of(name, app.callback_map[name], values, {}))).encode()

    def post(**headers: str) -> int:
        given = {**HTTPS, "Cookie": cookie, "Content_Type": "application/json"} | headers
        return ask(proxy, "/chronology/_dash-update-component", "POST", body, **given).status

    assert post() == 200
    assert post(Cookie="") == 401
    assert post(Origin="https://attacker.example") == 403
    assert post(Sec_Fetch_Site="same-site") == 403
    assert post(Origin="http://papers.example") == 403


def test_another_host_is_refused_where_the_proxy_tells_it(server: Served, cookie: str) -> None:
    with proxied(server.port, "/chronology/", strips=True, keeps_host=True) as port:
        assert ask(port, "/chronology/stamp", Host="attacker.example", Cookie=cookie).status == 400


def test_without_its_slash_it_leads_on(server: Served, cookie: str) -> None:
    answer = ask(server.port, "/chronology?q=a", Cookie=cookie)
    assert (answer.status, answer.headers["location"]) == (308, "/chronology/?q=a")


def test_nothing_is_told_without_the_token(proxy: int) -> None:
    for path in ("", "stamp", "print", "export.csv", "first.svg", "assets/style.css", "_dash-layout"):
        answer = ask(proxy, f"/chronology/{path}", Host="papers.example")
        assert answer.status == 401 and b"Saltmere" not in answer.body and b'<form method="post">' in answer.body


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(server: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.putrequest("POST", "/chronology/_dash-update-component")
    connection.putheader("Content-Length", "900000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize("given", ["..", "/a/../b/", "/a b/", "//x//y/", "/ä/", "/?a/", "http://x/", "/%2e/", "/.hidden/"])
def test_what_is_no_path(given: str) -> None:
    with pytest.raises(UsageError, match="such as /chronology/"):
        prefix(given)
