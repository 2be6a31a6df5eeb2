"""The page of an events file, served by a thread of the tests' own process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard.app import create_app
from timeline.recognize import read_words
from timeline.untaken import untaken


class Quiet(WSGIRequestHandler):
    """Serves without a line a request."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


def app_of(path: Path, **options: Any) -> Any:
    """What answers for an events file, with options of the app."""
    return create_app(path, read_words, untaken, **options).server


@contextmanager
def listening(app: Any, port: int) -> Iterator[str]:
    """Serve an app on a port of this machine; gives the address of its page."""
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
