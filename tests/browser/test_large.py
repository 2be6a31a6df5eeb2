"""Very many names and a very long article in the page: what is not sent at once is found by typing, or a key away."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from benchmarks import shelves

SENTENCE = shelves.SENTENCE


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "events.yaml"
    shelves.lay(path, 300, megabytes=0.4, left_out=30)
    return path


def test_a_name_that_is_not_listed_is_found_by_typing(page: Page, serve: Callable[..., str], large: Path) -> None:
    page.goto(serve(large))
    expect(page.locator("#count")).to_contain_text("events shown")
    page.locator("#filters summary").click()
    page.locator("#facet-person").click()
    options = page.locator(".dash-dropdown-content .dash-options-list-option")
    expect(page.get_by_text(re.compile(r"… \d+ more: type to find them"))).to_be_attached()
    expect(page.get_by_text("Witness 217 of the harbour board (1)")).to_have_count(0)
    page.keyboard.type("board 217")
    expect(options.filter(has_text="Witness 217 of the harbour board (1)")).to_have_count(1)
    options.filter(has_text="Witness 217").click()
    expect(page.locator("#count")).to_contain_text("1 of 300 events shown")
    page.keyboard.press("Escape")
    expect(page.locator("#facet-person")).to_contain_text("Witness 217 of the harbour board")
    page.reload()
    expect(page.locator("#count")).to_contain_text("1 of 300 events shown")
    assert "person=Witness+217" in page.url
    page.locator("#filters summary").click()
    expect(page.locator("#facet-person")).to_contain_text("Witness 217 of the harbour board")


def test_keys_that_are_quicker_than_the_server_choose_of_what_was_typed(
    page: Page, serve: Callable[..., str], large: Path
) -> None:
    page.goto(serve(large))
    expect(page.locator("#count")).to_contain_text("events shown")
    page.locator("#filters summary").click()
    page.locator("#facet-person").click()
    expect(page.get_by_role("searchbox", name="Search in People")).to_be_focused()
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route) if "board 217" in (route.request.post_data or "") else route.continue_()

    page.route("**/_dash-update-component*", hold)
    with page.expect_request(lambda request: "board 217" in (request.post_data or "")):
        page.keyboard.type("board 217")
    page.keyboard.press("ArrowDown")
    assert late
    for route in late:
        route.continue_()
    page.unroute("**/_dash-update-component*", hold)
    expect(page.get_by_role("checkbox", name="Witness 217 of the harbour board (1)")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#count")).to_contain_text("1 of 300 events shown")
    expect(page).to_have_url(re.compile(r"person=Witness\+217"))


def test_keys_that_follow_at_once_choose_of_what_was_typed(page: Page, serve: Callable[..., str], large: Path) -> None:
    page.goto(serve(large))
    expect(page.locator("#count")).to_contain_text("events shown")
    page.locator("#filters summary").click()
    page.locator("#facet-person").click()
    expect(page.get_by_role("searchbox", name="Search in People")).to_be_focused()
    page.keyboard.type("board 217")
    for key in ("ArrowDown", "Space"):
        page.keyboard.press(key)
    expect(page.locator("#count")).to_contain_text("1 of 300 events shown")
    expect(page).to_have_url(re.compile(r"person=Witness\+217"))


def test_a_long_article_is_read_on_by_keys(page: Page, serve: Callable[..., str], large: Path) -> None:
    page.goto(serve(large) + f"?event={shelves.OPENED}")
    article = page.locator("article.article")
    expect(article.locator("mark.sentence")).to_contain_text(SENTENCE[:40])
    expect(article.locator("mark.sentence")).to_be_in_viewport()
    last = article.locator("p:not(.text-more)").last.inner_text()
    article.get_by_role("link", name="Show more below").press("Enter")
    expect(page.locator("#text-place")).to_be_focused()
    expect(page.locator("#text-place")).to_be_in_viewport()
    expect(article).to_contain_text(last)  # one reads on from where one was
    assert article.locator("p:not(.text-more)").last.inner_text() != last
    first = page.url
    article.get_by_role("link", name="Show more below").click()
    expect(article.locator("mark.sentence")).to_have_count(0)
    article.get_by_role("link", name="Back to the sentence").click()
    expect(article.locator("mark.sentence")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#text-place")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(first)
    page.goto(page.url.replace(page.url[page.url.index("&text=") :], "&text=0"))
    expect(article.get_by_role("link", name="Show more above")).to_have_count(0)
    expect(article.get_by_role("link", name="Show more below")).to_be_visible()
