"""What the page says while a large events file is being read for the first time: at once, and then the timeline by itself."""

from __future__ import annotations

import threading

from dash import Dash
from flask import Response, render_template, request

from dashboard.library import Library

LARGE = 2_000_000  # bytes: what is smaller is read within a second or two, and simply waited for
PATIENCE = 0.3  # seconds


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
        return Response(render_template("waiting.html", name=library.name, size=size_words(size_of(library))))

    app.server.before_request(wait)
    return first


def size_of(library: Library) -> int:
    """The bytes of the events file, or of the events of a corpus."""
    files = [library.path] if library.corpus is None else [*(library.corpus / "events").glob("*.parquet")]
    try:
        return sum(file.stat().st_size for file in files)
    except OSError:
        return 0


def size_words(size: int) -> str:
    """So many bytes, in words.

    >>> size_words(40_000_000), size_words(2_000)
    ('40 MB', '2 KB')
    """
    megabytes = size / 1_000_000
    return f"{megabytes:,.0f} MB" if megabytes >= 1 else f"{size / 1000:,.0f} KB"
