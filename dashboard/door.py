"""Who may see a page that is served to others: whoever has said its token once. It is asked for by a plain form.

The browser keeps a cookie that follows from the token, not the token. Nothing is kept here, so a restart locks nobody out.
"""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import quote

from flask import Request, Response, make_response, redirect, render_template

SHORTEST = 16
"""Characters of a token: it may be guessed at as often as somebody likes."""
_KEPT = 30 * 24 * 3600  # seconds


class Door:
    """Keeps a page closed to all who have not said the token. `path` is where the page is, with a slash at both ends."""

    def __init__(self, token: str, path: str = "/") -> None:
        self._token = _digest(token)
        self._value = hmac.new(token.encode(), b"may see the timeline", hashlib.sha256).hexdigest()
        self._name = f"timeline-{hashlib.sha256(self._value.encode()).hexdigest()[:8]}"  # others on this host have their own
        self._path = path

    def is_open_to(self, request: Request) -> bool:
        """Whether the request has the cookie."""
        given = request.cookies.get(self._name, "")
        return hmac.compare_digest(_digest(given), _digest(self._value))

    def is_knocking(self, request: Request) -> bool:
        """Whether somebody says a token."""
        return request.method == "POST" and request.mimetype == "application/x-www-form-urlencoded"

    def enter(self, request: Request) -> Response:
        """Answer a token: with a cookie and the address that was asked for, or with the form again."""
        if not hmac.compare_digest(_digest(request.form.get("token", "").strip()), self._token):
            return self.ask(request, wrong=True)
        query = request.query_string.decode("ascii", "replace")
        asked = quote(request.path.lstrip("/\\")) + (f"?{quote(query, safe='=&%+')}" if query else "")
        answer = make_response(redirect(self._path + asked, 303))
        answer.set_cookie(
            self._name,
            self._value,
            max_age=_KEPT,
            path=self._path,
            httponly=True,
            samesite="Strict",
            secure=request.headers.get("Origin", "").startswith("https:"),
        )
        return answer

    def ask(self, request: Request, *, wrong: bool = False) -> Response:
        """The form. Who comes by a link from elsewhere is sent on once more, since the browser then shows no such cookie."""
        from_elsewhere = request.method == "GET" and request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
        answer = make_response(render_template("token.html", wrong=wrong, from_elsewhere=from_elsewhere), 401)
        answer.headers["WWW-Authenticate"] = "Cookie"  # no scheme that a browser would open a window of its own for
        return answer


def _digest(text: str) -> bytes:
    """All of one length, so that the time of a comparison tells not even that."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
