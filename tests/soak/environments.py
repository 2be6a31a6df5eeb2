"""Environments that would open a server made with Dash or Flask: a debugger, tools, scripts from elsewhere, other addresses.

A real `timeline serve` in each: it listens where it is told to, and what it answers is what it answers in an empty environment.
"""

from __future__ import annotations

import re
import socket
import tempfile
from pathlib import Path

from tests.dashboard import saltmere
from tests.serving import Served, ask, served

HOSTILE: list[dict[str, str]] = [
    {"DASH_DEBUG": "1"},
    {"DASH_DEBUG": "true", "DASH_UI": "true", "DASH_HOT_RELOAD": "true", "DASH_SERVE_DEV_BUNDLES": "true"},
    {"DASH_PROPS_CHECK": "true", "DASH_VALIDATE_CALLBACKS": "true"},
    {"dash_debug": "true", "dash_ui": "true"},
    {"FLASK_DEBUG": "1", "FLASK_ENV": "development"},
    {"FLASK_DEBUG": "1", "DASH_DEBUG": "true", "WERKZEUG_RUN_MAIN": "true", "WERKZEUG_DEBUG_PIN": "off"},
    {"WERKZEUG_DEBUG_PIN": "off"},
    {"WERKZEUG_SERVER_FD": "0", "WERKZEUG_RUN_MAIN": "true"},
    {"FLASK_RUN_HOST": "0.0.0.0", "FLASK_RUN_PORT": "1", "HOST": "0.0.0.0", "PORT": "1"},
    {"host": "0.0.0.0", "port": "1", "SERVER_NAME": "attacker.example"},
    {"DASH_MCP_ENABLED": "true"},
    {"DASH_MCP_ENABLED": "true", "DASH_MCP_PATH": "stamp"},
    {"DASH_REQUESTS_PATHNAME_PREFIX": "/evil/"},
    {"DASH_ROUTES_PATHNAME_PREFIX": "/evil/"},
    {"DASH_URL_BASE_PATHNAME": "/evil/"},
    {"DASH_APP_NAME": "attacker.example"},
    {"DASH_ASSETS_EXTERNAL_PATH": "https://attacker.example/", "DASH_INCLUDE_ASSETS_FILES": "false"},
    {"DASH_SUPPRESS_CALLBACK_EXCEPTIONS": "true", "DASH_PRUNE_ERRORS": "true", "DASH_SILENCE_ROUTES_LOGGING": "false"},
    {"DASH_COMPRESS": "true", "DASH_COMPONENTS_CACHE_MAX_AGE": "x", "DASH_SERVE_LOCALLY": "false"},
    {"DASH_HOT_RELOAD_INTERVAL": "x", "DASH_HOT_RELOAD_WATCH_INTERVAL": "x", "DASH_HOT_RELOAD_MAX_RETRY": "x"},
    {"DASH_DISABLE_VERSION_CHECK": "false", "DASH_DEBUG": "1", "DASH_DOMAIN_BASE": "attacker.example"},
    {"PLOTLY_RENDERER": "browser"},
    {"PLOTLY_RENDERER": "no such thing"},
    {"FLASK_APP": "attacker:app", "FLASK_SECRET_KEY": "x", "FLASK_SKIP_DOTENV": "0", "FLASK_RUN_FROM_CLI": "true"},
    {"JUPYTERHUB_SERVICE_PREFIX": "/evil/", "DATABRICKS_RUNTIME_VERSION": "1", "COLAB_NOTEBOOK_ID": "1", "VSCODE_PID": "1"},
]  # fmt: skip
_DOORS = ("/?__debugger__=yes&cmd=resource&f=debugger.js", "/console", "/_reload-hash", "/_mcp",
          "/.well-known/oauth-protected-resource", "/evil/_dash-layout", "/_alive_x", "/_dash_startup_route/x")  # fmt: skip
_END = re.compile(r'"end_id":"[^"]*"')  # another in each answer
_OPEN = ("debugger", "__pin", "reloadHash", "jsonrpc", "mcp", "attacker.example", "cdn.", "unpkg", "/evil/", "Traceback")


def run(count: int = len(HOSTILE)) -> str:
    """Serve in the first `count` environments; gives a line with the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "town"
        folder.mkdir()
        events = saltmere.build(folder)
        with served(events) as server:
            wanted = answers(server)
        for env in HOSTILE[:count]:
            with served(events, env=env) as server:
                assert re.fullmatch(r"http://127\.0\.0\.1:\d+", server.url), f"{env}: it is at {server.url}"
                assert _is_closed(server), f"{env}: others reach it"
                found = answers(server)
                told = [path for path, answer in found.items() if answer != wanted[path]]
                assert not told, f"{env} changed {told}"
            said = server.said.read_text(encoding="utf-8")
            assert not said, f"{env}: {said}"
    return f"{min(count, len(HOSTILE))} hostile environments: 0 open, each answers as an empty one does"


def answers(server: Served) -> dict[str, tuple[int, str]]:
    """What it answers to who looks for a door, and the page itself; nothing in them is a sign of one."""
    out = {}
    for path in ("/", "/_dash-layout", "/_dash-dependencies", *_DOORS):
        for method, body in (("GET", b""), ("POST", b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}')):
            headers = {"Origin": f"http://{server.host}", "Content_Type": "application/json"}
            answer = ask(server.port, path, method, body, **headers)
            text = _END.sub("", answer.body.decode().replace(server.host, "here"))
            signs = [sign for sign in _OPEN if sign in text.replace(path, "")]
            assert not signs and answer.status < 500, f"{method} {path}: {answer.status} with {signs}"
            out[f"{method} {path}"] = (answer.status, text)
    return out


def _is_closed(server: Served) -> bool:
    """Whether no address of this machine but the loopback reaches it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: tells by which address one would go out
            own = probe.getsockname()[0]
        except OSError:
            return True  # it has no other
    with socket.socket() as wire:
        return own.startswith("127.") or wire.connect_ex((own, server.port)) != 0
