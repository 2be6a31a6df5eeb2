"""A real browser, the town's dashboard on a free port of this machine, and a watch over what the page does.

Every test ends by checking that the console stayed empty and that no request left the machine.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, repeat
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.browser.standing import SIZE, Standing
from tests.chromium import FLAGS, NAMES, chromium
from tests.dashboard import saltmere
from tests.inprocess import app_of, listening

expect.set_options(timeout=30_000)  # a page on a busy machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In each file those first that go on in a page that stands, so that many find it standing."""
    files = {path: number for number, path in enumerate(dict.fromkeys(item.path for item in items))}
    items.sort(key=lambda item: (files[item.path], "stage" not in getattr(item, "fixturenames", ())))


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
def serve(port: int, standing: Standing) -> Iterator[Callable[..., str]]:
    """Serve an events file, with options of the app; gives the address of its page."""
    standing.leave()
    ports = chain([port], repeat(0))
    with ExitStack() as running:
        yield lambda path, **options: running.enter_context(listening(app_of(path, **options), next(ports)))


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


@pytest.fixture(scope="session")
def standing(tab: Page, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    found = Standing(tab, port, tmp_path_factory)
    yield found
    found.leave()


def as_new(tab: Page) -> Page:
    """Take back what a test has set of the tab, but for its size."""
    tab.emulate_media(media="null", color_scheme="null")
    tab.mouse.move(0, 0)
    return tab


@pytest.fixture
def stage(standing: Standing, request: pytest.FixtureRequest) -> Iterator[Standing]:
    """The page that may stand already, watched; after a test that failed nothing is left standing."""
    failed = request.session.testsfailed
    with watched(as_new(standing.tab)):
        yield standing
    if request.session.testsfailed != failed:
        standing.leave()


@pytest.fixture
def read(stage: Standing) -> Iterator[Callable[..., Page]]:
    """Show an events file, by the function that writes it into a folder, and a query, in a page that may stand already.

    For tests that only read: what changes the page for good, or is about loading, wants `page`.
    """
    yield stage.show
    assert stage.shown is None or stage.path.read_bytes() == stage.content


@pytest.fixture
def page(tab: Page, serve: Callable[..., str]) -> Iterator[Page]:
    """The tab as a new one would be. What cannot be taken back in it (clocks, scripts of the test) wants `own_page`."""
    as_new(tab).set_viewport_size(SIZE)
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
