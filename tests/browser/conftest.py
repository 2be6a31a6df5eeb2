"""A real browser, the town's dashboard on a free port of this machine, and a watch over what the page does.

Every test ends by checking that the console stayed empty and that no request left the machine.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect
from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard.app import create_app
from tests.dashboard import saltmere
from timeline.recognize import read_words
from timeline.untaken import untaken

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=30_000)  # a page on a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Playwright) -> dict[str, Any]:
    """The Chromium of this system, else Playwright's own; the browser tests cannot be left out silently."""
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    found = found or playwright.chromium.executable_path
    if not found or not Path(found).exists():
        pytest.fail(f"The browser tests need Chromium: none of {', '.join(NAMES)} is there, and CHROMIUM names no file.")
    return {**browser_type_launch_args, "executable_path": found, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def base_url() -> None:
    """No address is the same for all tests; the plugin's own fixture warns under this pytest."""


class Quiet(WSGIRequestHandler):
    """Serves without a line a request."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The town's events file, with its archive beside it."""
    return saltmere.build(tmp_path)


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serve an events file, with options of the app; gives the address of its page."""
    running = []

    def start(path: Path, **options: Any) -> str:
        app = create_app(path, read_words, untaken, **options)
        server = make_server("127.0.0.1", 0, app.server, threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(autouse=True)
def watch(serve: Callable[[Path], str], page: Page) -> Iterator[None]:
    """Collect what the console and the network see, and complain at the end."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    yield
    outside = [
        url for url in asked if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).hostname != "127.0.0.1"
    ]
    page.close()
    assert said == []
    assert outside == []
    assert asked
