"""What the page says while a large events file is being read for the first time: at once, and then the timeline by itself."""

from __future__ import annotations

import threading
from html import escape

from dash import Dash
from flask import Response, request

from dashboard.library import Library

LARGE = 2_000_000  # bytes: what is smaller is read within a second or two, and simply waited for
PATIENCE = 0.3  # seconds
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name} · timeline</title>
<style>
body {{ margin: 0; min-height: 90vh; display: grid; place-content: center; text-align: center }}
body {{ font: 16px/1.5 system-ui, sans-serif }}
h1 {{ font-size: 20px; font-weight: 600; margin: 0 }}
p {{ margin: 8px 24px; opacity: .75 }}
</style>
</head>
<body>
<main role="status">
<h1>Reading {name} …</h1>
<p>{size} of events are being read. The timeline then shows by itself; later visits need not wait.</p>
</main>
</body>
</html>
"""


class First:
    """The first reading of an events file, in a thread of its own."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Read, if nobody does yet."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._read, daemon=True)
                self._thread.start()

    def _read(self) -> None:
        try:
            self._library.refresh()
        finally:
            self._done.set()  # where it failed, the page itself will tell

    def is_done(self) -> bool:
        """Whether it is read; begins it, and waits: for a large file only a moment."""
        self.begin()
        return self._done.wait(PATIENCE if size_of(self._library) > LARGE else None)


def serve_waiting(app: Dash, library: Library) -> First:
    """Answer for the page, with what waits for it, until the file is read."""
    first = First(library)

    def wait() -> Response | None:
        if request.path != "/" or first.is_done():
            return None
        return Response(waiting(library.path.name, size_of(library)), mimetype="text/html")

    app.server.before_request(wait)
    return first


def size_of(library: Library) -> int:
    """The bytes of the events file."""
    try:
        return library.path.stat().st_size
    except OSError:
        return 0


def waiting(name: str, size: int) -> str:
    """The page that waits for an events file of that name and so many bytes; it asks again each second.

    >>> "<h1>Reading a&amp;b.yaml …</h1>" in waiting("a&b.yaml", 40_000_000), "40 MB" in waiting("x", 40_000_000)
    (True, True)
    """
    megabytes = size / 1_000_000
    return _PAGE.format(name=escape(name), size=f"{megabytes:,.0f} MB" if megabytes >= 1 else f"{size / 1000:,.0f} KB")
