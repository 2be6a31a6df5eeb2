"""What keeps the page to itself: trusted hosts, same-origin requests, security headers, well-formed bodies.

The dashboard shows private files to the person at this machine. A web page open in the same browser must not be
able to read them (DNS rebinding, cross-site requests), and no text of an article may become code.
"""

from __future__ import annotations

from collections.abc import Iterable

from dash import Dash
from flask import Flask, Response, abort, request

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
HOSTS = "TIMELINE_HOSTS"  # key of the server's settings; Flask's own TRUSTED_HOSTS takes no IPv6 address
LARGEST = 1_000_000  # bytes of a request's body


def protect(app: Dash) -> None:
    """Guard the app's server. Call when all callbacks are registered: their inline scripts are allowed by hash."""
    server: Flask = app.server
    server.config[HOSTS] = LOCAL
    server.config["MAX_CONTENT_LENGTH"] = LARGEST
    policy = _policy(app.csp_hashes())

    @server.before_request
    def check() -> None:
        if host_name(request.headers.get("Host", "")) not in server.config[HOSTS]:
            abort(400)
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            if not is_ours(request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site"), request.host_url):
                abort(403)
            if not is_callback(request.get_json(silent=True), app.callback_map):
                abort(400)

    @server.after_request
    def headers(response: Response) -> Response:
        if not request.path.startswith(("/assets/", "/_dash-component-suites/")):
            response.headers["Cache-Control"] = "no-store"  # private files, and Back would mix the layouts of two servers
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


def trust(app: Dash, host: str) -> None:
    """Answer requests to this host as well."""
    app.server.config[HOSTS] = LOCAL | {f"[{host}]" if ":" in host else host.lower()}


def host_name(header: str) -> str:
    """The host of a Host header, without its port.

    >>> host_name("localhost:8050"), host_name("[::1]:8050")
    ('localhost', '[::1]')
    """
    host, colon, port = header.rpartition(":")
    return (host if colon and port.isdigit() else header).lower()


def is_ours(origin: str | None, site: str | None, here: str) -> bool:
    """Whether a request that could change something comes from the page itself, by what the browser says of it.

    >>> is_ours("http://localhost:8050", None, "http://localhost:8050/")
    True
    >>> is_ours("https://example.org", None, "http://localhost:8050/")
    False
    """
    if site is not None and site != "same-origin":
        return False
    return origin == here.rstrip("/") if origin is not None else site == "same-origin"


def is_callback(body: object, known: Iterable[str]) -> bool:
    """Whether a body has the form of a call to one of the app's callbacks."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str) or body["output"] not in known:
        return False
    given = [body.get("inputs"), body.get("state", []), body.get("changedPropIds", [])]
    if not all(isinstance(each, list) for each in given):
        return False
    told = [*body["inputs"], *body.get("state", [])]  # a list in it has the same of all elements of a kind
    properties = [each for some in told for each in (some if isinstance(some, list) else [some])]
    return all(isinstance(each, dict) and isinstance(each.get("property"), str) and "id" in each for each in properties)


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
