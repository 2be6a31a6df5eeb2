"""Whom the server answers: real combinations of Host, Origin and Sec-Fetch-Site are served, forged ones change nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dash import Dash

from dashboard.app import create_app
from dashboard.guard import is_local, origin_of, trust
from tests.dashboard import saltmere
from tests.dashboard.calling import body_of, changed, server_calls
from tests.dashboard.test_dash_curating import seen
from timeline.errors import UsageError

PROXY = "https://papers.example"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return saltmere.build(tmp_path)


@pytest.fixture
def app(events: Path) -> Dash:
    """Served to this machine on any port, and behind a proxy."""
    return create_app(events, origins=[PROXY], prefix="/chronology/")


def edit(app: Dash, host: str | None, **headers: str) -> int:
    """Keep an event: the status of the answer."""
    name = next(name for name in server_calls(app) if "draft.data" in name and "url.search" in name)
    inputs = [each["id"] for each in app.callback_map[name]["inputs"]]
    values = {"curate-keep.n_clicks": 1, "seen.data": seen(app), "size.data": 900, "url.search": ""}
    body = changed(body_of(name, app.callback_map[name], values, {}), inputs.index("curate-keep"))
    given = {"Host": host or "", **{header.replace("_", "-"): value for header, value in headers.items()}}
    client = app.server.test_client()
    answer = client.post("/_dash-update-component", data=json.dumps(body), content_type="application/json", headers=given)
    return answer.status_code


REAL = [
    ("localhost:8050", {"Origin": "http://localhost:8050", "Sec_Fetch_Site": "same-origin"}),
    ("papers.example", {"Origin": PROXY, "Sec_Fetch_Site": "same-origin"}),
    ("127.0.0.1:8050", {"Origin": PROXY, "Sec_Fetch_Site": "same-origin"}),  # the proxy says its own host
    ("[::1]:8050", {"Origin": "http://[::1]:8050"}),
]
OURS = "http://localhost:8050"
FORGED = [
    *(("localhost:8050", {"Origin": origin}) for origin in (
        "https://attacker.example", "null", "", "http://localhost", "https://localhost:8050", "http://localhost:8051",
        "http://localhost:8050.attacker.example", "http://127.0.0.1:8050", "http://attacker.example#http://localhost:8050",
        "http://localhost:8050@attacker.example", "file://", "http://localhost:8050, http://attacker.example",
        "HTTP://LOCALHOST:8050/", "chrome-extension://abcdef", "http://papers.example", "https://papers.example:8443",
        "https://papers.example.attacker.example", "https://a.papers.example",
    )),
    *(("localhost:8050", {"Origin": OURS, "Sec_Fetch_Site": site}) for site in (
        "cross-site", "same-site", "none", "", "SAME-ORIGIN",
    )),
    ("localhost:8050", {}),
    ("localhost:8050", {"Sec_Fetch_Site": "none"}),
    ("localhost:8050", {"Sec_Fetch_Site": "cross-site"}),
    ("localhost:8050", {"Referer": f"{OURS}/"}),
    ("localhost:8050", {"X_Forwarded_Host": "localhost:8050", "X_Forwarded_Proto": "http"}),
    *((host, {"Origin": f"http://{host}", "Sec_Fetch_Site": "same-origin"}) for host in (
        "attacker.example", "attacker.example:8050", "127.0.0.1.attacker.example", "localhost.attacker.example:8050",
        "192.168.0.7:8050",
        "localhost:8050@attacker.example", "localhost, attacker.example", "2130706433:8050", "0x7f.1", "[::ffff:127.0.0.1]:8050",
        "[::1", "localhost:", "localhost:80x", "*", "papers.example",
    )),
    (None, {"Origin": OURS, "Sec_Fetch_Site": "same-origin"}),
    ("attacker.example", {"Origin": OURS, "Sec_Fetch_Site": "same-origin", "X_Forwarded_Host": "localhost:8050"}),
    ("papers.example", {"Sec_Fetch_Site": "same-origin", "Origin": OURS}),
]  # fmt: skip


@pytest.mark.parametrize(("host", "headers"), REAL)
def test_the_page_itself_is_served(app: Dash, events: Path, host: str, headers: dict[str, str]) -> None:
    assert edit(app, host, **headers) == 200
    assert events.read_text().count("  reviewed: true\n") == 1


def test_forged_combinations_change_nothing(app: Dash, events: Path) -> None:
    before = events.read_bytes()
    answers = {(host, str(headers)): edit(app, host, **headers) for host, headers in FORGED}
    assert len(answers) == len(FORGED) >= 40
    assert {told: status for told, status in answers.items() if status not in (400, 403)} == {}
    assert events.read_bytes() == before


@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/export.json", "/stamp", "/first.svg", "/print", "/assets/chart.js"])
def test_no_other_site_can_take_it_in(app: Dash, path: str) -> None:
    client = app.server.test_client()

    def status(**headers: str) -> int:
        with client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()}) as answer:
            return answer.status_code

    assert status(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors") == 403
    assert status(Sec_Fetch_Site="same-site", Sec_Fetch_Mode="cors") == 403
    assert status(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate") == 200
    assert status(Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="no-cors") == 200
    assert status(Sec_Fetch_Site="none", Sec_Fetch_Mode="navigate") == 200


@pytest.mark.parametrize(
    ("bound", "host", "status"),
    [
        ("0.0.0.0", "192.168.0.7:8050", 200),
        ("0.0.0.0", "[fd00::7]:8050", 200),
        ("::", "10.0.0.7", 200),
        ("0.0.0.0", "papers.example", 200),
        ("0.0.0.0", "attacker.example", 400),
        ("0.0.0.0", "*", 400),
        ("192.168.0.7", "192.168.0.7:8050", 200),
        ("192.168.0.7", "192.168.0.8:8050", 400),
        ("127.0.0.1", "192.168.0.7:8050", 400),
    ],
)
def test_served_to_others_it_answers_to_the_addresses_they_know(app: Dash, bound: str, host: str, status: int) -> None:
    trust(app, bound)
    assert app.server.test_client().get("/stamp", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_what_only_this_machine_reaches(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "", "0", "*", "192.168.0.7", "::ffff:192.168.0.7", "no-such-host.invalid", "a" * 300]
)
def test_what_others_may_reach(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize(
    "given",
    ["papers.example", "ftp://x", "https://", "https://a/b", "https://a:b", "https://u@a", "https://a?b", "*", "https://[::1"],
)
def test_what_is_no_address_of_a_proxy(given: str) -> None:
    with pytest.raises(UsageError, match="such as https:"):
        origin_of(given)


def test_an_address_is_told_as_browsers_tell_it() -> None:
    assert origin_of("http://Desk.local:8050/") == "http://desk.local:8050"
    assert origin_of("https://[FD00::7]:443") == "https://[fd00::7]"
    assert origin_of("https://bücher.example") == "https://xn--bcher-kva.example"
