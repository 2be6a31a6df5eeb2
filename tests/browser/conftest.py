"""A real browser, the town's dashboard on a free port of this machine, and a watch over what the page does.

Every test ends by checking that the console stayed empty and that no request left the machine.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect
from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard.app import create_app
from tests.chromium import FLAGS, NAMES, chromium
from tests.dashboard import saltmere
from timeline.recognize import read_words
from timeline.untaken import untaken

expect.set_options(timeout=30_000)  # a page on a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Playwright) -> dict[str, Any]:
    """The Chromium of this system, else Playwright's own; the browser tests cannot be left out silently."""
    found = chromium(playwright)
    if not Path(found).exists():
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


@pytest.fixture(scope="session")
def port() -> int:
    """A free port, the same for all tests: the browser keeps what it has read and compiled of one address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def serve(port: int) -> Iterator[Callable[..., str]]:
    """Serve an events file, with options of the app; gives the address of its page."""
    running = []

    def start(path: Path, **options: Any) -> str:
        app = create_app(path, read_words, untaken, **options)
        own = 0 if running else port
        server = make_server("127.0.0.1", own, app.server, threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """Collect what the console and the network see, and complain at the end."""
    said: list[str] = []
    asked: list[str] = []
    watching: list[tuple[Any, Callable[[Any], None]]] = [
        ("console", lambda message: said.append(f"{message.type}: {message.text}")),
        ("pageerror", lambda error: said.append(f"error: {error}")),
        ("request", lambda request: asked.append(request.url)),
    ]
    for event, hear in watching:
        page.on(event, hear)
    yield page
    for event, hear in watching:
        page.remove_listener(event, hear)
    outside = [
        url for url in asked if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).hostname != "127.0.0.1"
    ]
    assert said == []
    assert outside == []
    assert asked


@pytest.fixture(scope="session")
def tab(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """One tab for all tests: in a new one everything is read and compiled anew, which takes seconds a test."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page, serve: Callable[..., str]) -> Iterator[Page]:
    """The tab as a new one would be. What cannot be taken back in it (clocks, scripts of the test) wants `own_page`."""
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(media="null", color_scheme="null")
    tab.mouse.move(0, 0)
    with watched(tab):
        yield tab
    for other in tab.context.pages:
        if other is not tab:
            other.close()
    tab.goto("about:blank")  # or it would ask the next server for the files of this one


@pytest.fixture
def own_page(serve: Callable[..., str], new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A tab for this test alone."""
    with watched(new_context().new_page()) as own:
        yield own
        own.close()
