"""The page as somebody else sees it: a real `timeline serve` behind a real proxy, below a path, with a token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import watched
from tests.dashboard import saltmere
from tests.serving import proxied, served

TOKEN = "nine gulls on the ice house roof"
TITLE = "events.yaml · timeline"
FERRY = saltmere.EVENTS[0][1]


@pytest.fixture
def address(town: Path) -> Iterator[str]:
    with (
        served(town, "--prefix", "/chronology/", "--token", TOKEN) as server,
        proxied(server.port, "/chronology/", strips=True, keeps_host=True) as port,
    ):
        yield f"http://127.0.0.1:{port}/chronology/"


def test_it_works_below_a_path_and_behind_a_token(new_context: Callable[..., BrowserContext], address: str, town: Path) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{address}?q=ferry")  # refused, which the console tells
    page.get_by_label("Token").fill("another")
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("alert")).to_have_text("That is not its token.")
    with watched(page):
        enter(page)
        expect(page).to_have_url(re.compile(r"/chronology/\?q=ferry$"))
        expect(page.locator("#chart .js-plotly-plot")).to_be_visible(timeout=120_000)  # nothing of it is in the cache
        page.get_by_role("link", name=FERRY).first.click()  # a link of the list
        expect(page.locator(".article mark.phrase")).to_be_visible()
        expect(page).to_have_url(re.compile(r"/chronology/\?q=ferry&event="))
        expect(page.locator("#curate-actions")).to_be_visible()
        page.keyboard.press("k")  # a call that writes
        expect(page.locator("#curate-told")).to_contain_text("Kept")
        assert "reviewed: true" in town.read_text(encoding="utf-8")
        page.go_back()
        town.write_text(town.read_text(encoding="utf-8").replace(FERRY, "A ferry sits on a sandbar"), encoding="utf-8")
        expect(page.get_by_role("link", name="A ferry sits on a sandbar").first).to_be_visible()  # live
        page.get_by_text("Download", exact=True).click()
        with page.expect_download() as got:
            page.get_by_role("link", name=".json", exact=False).first.click()
        assert "A ferry sits on a sandbar" in got.value.path().read_text(encoding="utf-8")
        page.keyboard.press("Escape")
        page.get_by_role("link", name="Print").click()
        expect(page).to_have_url(re.compile(r"/chronology/print\?q=ferry"))
        page.get_by_role("link", name="Back to the timeline").click()
        expect(page.locator("#chart .js-plotly-plot")).to_be_visible()
    context.close()


def enter(page: Page) -> None:
    page.get_by_label("Token").fill(TOKEN)
    page.keyboard.press("Enter")
    expect(page).to_have_title(TITLE)
    assert page.evaluate("document.cookie") == ""  # no script can read what the browser keeps


def test_a_link_from_another_site_leads_to_the_page(new_context: Callable[..., BrowserContext], address: str) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(address)
    enter(page)
    page.route(
        "http://elsewhere.test/", lambda route: route.fulfill(body=f'<a href="{address}">there</a>', content_type="text/html")
    )
    page.goto("http://elsewhere.test/")
    page.get_by_role("link", name="there").click()  # the browser shows no strict cookie here
    expect(page).to_have_title(TITLE)
    assert page.url == address
    context.close()
