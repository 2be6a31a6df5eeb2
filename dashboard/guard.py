"""What keeps the page to itself: trusted hosts, same-origin requests, a token, security headers, well-formed bodies.

The dashboard shows private files to the person at this machine. A web page open in the same browser must not be
able to read them (DNS rebinding, cross-site requests), and no text of an article may become code.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import urlsplit

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard import calls
from dashboard.door import Door
from timeline.errors import UsageError

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
ANY_ADDRESS = "*"
"""Among the hosts: every one that is an address in figures. No other site can have such a name, so it cannot be rebound."""
HOSTS = "TIMELINE_HOSTS"  # key of the server's settings; Flask's own TRUSTED_HOSTS takes no IPv6 address
LARGEST = 1_000_000  # bytes of a request's body
_NOT_OURS = ("/_reload-hash",)  # of Dash's dev tools
_ANY_PATH = "/<path:path>"  # Dash would answer with the page, whose scripts are not there


def protect(app: Dash, origins: Collection[str] = (), token: str = "", path: str = "/") -> None:
    """Guard the app's server. Call when all callbacks are registered: their inline scripts are allowed by hash.

    `origins` are the addresses at which proxies show the page (see `origin_of`), `path` where it is below them.
    With a `token` nothing at all is answered to who has not said it.
    """
    server: Flask = app.server
    server.config[HOSTS] = LOCAL
    behind = {host_name(origin.partition("://")[2]) for origin in origins}
    server.config["MAX_CONTENT_LENGTH"] = LARGEST
    policy = _policy(app.csp_hashes())
    door = Door(token, path) if token else None

    def check() -> AnyResponse | None:
        host = request.headers.get("Host", "").lower()
        direct = is_known(host_name(host), server.config[HOSTS])
        if not direct and host_name(host) not in behind:
            abort(400)
        reads = request.method in ("GET", "HEAD", "OPTIONS")
        site = request.headers.get("Sec-Fetch-Site")
        own = is_ours(request.headers.get("Origin"), site, {*origins, f"http://{host}"} if direct else origins)
        if door is not None and not door.is_open_to(request):
            return door.enter(request) if own and door.is_knocking(request) else door.ask(request)
        if not (may_read(site, request.headers.get("Sec-Fetch-Mode")) if reads else own):
            abort(403)
        if request.path == path.rstrip("/"):
            query = request.query_string.decode("ascii", "replace")
            return redirect(f"{path}?{query}" if query else path, 308)
        if request.path in _NOT_OURS or (request.url_rule is not None and request.url_rule.rule == _ANY_PATH):
            abort(404)
        if not reads and not calls.fits(_body(), app.callback_map):
            abort(400)
        return None

    server.before_request_funcs.setdefault(None, []).insert(0, check)  # ahead of Dash, which sets itself up then
    server.register_error_handler(DependencyException, lambda error: ("", 404))  # a file that no component has

    @server.after_request
    def headers(response: Response) -> Response:
        if response.status_code == 401 or not request.path.startswith(("/assets/", "/_dash-component-suites/")):
            response.headers["Cache-Control"] = "no-store"  # private files, and Back would mix the layouts of two servers
        elif "m" in request.args and response.status_code == 200:  # named by its time: another one has another address
            response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
        response.headers["Content-Security-Policy"] = policy if response.status_code != 401 else _FORM_POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        # where there is no referrer, a browser says nothing of the origin of a form, either
        response.headers["Referrer-Policy"] = "no-referrer" if response.status_code != 401 else "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


def trust(app: Dash, host: str) -> None:
    """Answer requests to this host as well; where that is all addresses of this machine, to all addresses in figures."""
    name = f"[{host}]" if ":" in host else host.lower()
    app.server.config[HOSTS] = app.server.config[HOSTS] | {ANY_ADDRESS if _is_wildcard(host) else name}


def is_local(host: str) -> bool:
    """Whether only this machine can reach what listens on a host. A name that cannot be looked up is not local.

    >>> is_local("127.0.0.1"), is_local("::1"), is_local("0.0.0.0"), is_local("")
    (True, True, False, False)
    """
    try:
        listed = socket.getaddrinfo(host or None, 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        return False
    return all(ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_loopback for each in listed)


def origin_of(given: str) -> str:
    """The origin of an address as browsers write it. Raises UsageError for what is none.

    >>> origin_of("HTTPS://Papers.example:443/")
    'https://papers.example'
    """
    wrong = UsageError(f"--origin {given}: an address such as https://papers.example; what follows the host is the --prefix")
    try:
        parts = urlsplit(given.strip())
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise wrong from None
    if parts.scheme not in ("http", "https") or not host or parts.path not in ("", "/") or parts.query or "@" in parts.netloc:
        raise wrong
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + ("" if port in (None, {"http": 80, "https": 443}[parts.scheme]) else f":{port}")


def host_name(header: str) -> str:
    """The host of a Host header, without its port.

    >>> host_name("localhost:8050"), host_name("[::1]:8050")
    ('localhost', '[::1]')
    """
    host, colon, port = header.rpartition(":")
    return (host if colon and port.isdigit() else header).lower()


def is_known(host: str, hosts: Collection[str]) -> bool:
    """Whether a host is one of those that are answered.

    >>> is_known("192.168.0.7", {"localhost"}), is_known("192.168.0.7", {"localhost", ANY_ADDRESS})
    (False, True)
    """
    return host != ANY_ADDRESS and (host in hosts or (ANY_ADDRESS in hosts and _is_address(host)))


def is_ours(origin: str | None, site: str | None, ours: Collection[str]) -> bool:
    """Whether a request that could change something comes from the page itself, by what the browser says of it.

    >>> is_ours("http://localhost:8050", None, {"http://localhost:8050"})
    True
    >>> is_ours("https://example.org", None, {"http://localhost:8050"})
    False
    """
    if site is not None and site != "same-origin":
        return False
    return origin in ours if origin is not None else site == "same-origin"


def may_read(site: str | None, mode: str | None) -> bool:
    """Whether a request that changes nothing is no other site's: that one may lead here, and take nothing in.

    >>> may_read(None, None), may_read("cross-site", "navigate"), may_read("cross-site", "no-cors")
    (True, True, False)
    """
    return site in (None, "same-origin", "none") or mode == "navigate"


def _body() -> Any:
    try:
        return request.get_json(silent=True)
    except RecursionError:  # lists in lists in lists
        return None


def _is_wildcard(host: str) -> bool:
    return not host or (_is_address(host) and ipaddress.ip_address(host).is_unspecified)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def _policy(scripts: Iterable[str]) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {' '.join(scripts)}",
            "style-src 'self' 'unsafe-inline'",  # Plotly and the components style their elements inline
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


_FORM_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""For the page that asks for the token: it has a form, and no script."""
