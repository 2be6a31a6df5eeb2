"""An open page and its server: a change of the file shows by itself, and a server that is gone or locked is not passed over."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.serving import served

TITLES = ("The ferry Saint Brannoc runs aground", "A ferry sits on a sandbar", "The ferry is free", "The ferry sails on")
PROMISED = 2.0  # seconds
SHOWN = "title => [...document.querySelectorAll('.panel .event .what')].some(each => each.textContent === title)"


def test_a_change_on_the_disk_shows_within_two_seconds(page: Page, serve: Callable[..., str], town: Path) -> None:
    page.goto(serve(town))
    page.wait_for_function(SHOWN, arg=TITLES[0])
    first = page.locator(".panel .event .what").first.inner_text()
    took = []
    for before, after in itertools.pairwise(TITLES):
        began = time.monotonic()
        town.write_text(town.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
        page.wait_for_function(SHOWN, arg=after)
        took.append(time.monotonic() - began)
    began = time.monotonic()
    page.get_by_role("link", name="Latest first").click()
    page.wait_for_function("title => document.querySelector('.panel .event .what').textContent !== title", arg=first)
    drawing = time.monotonic() - began  # what the same work takes on this machine, when the page itself asks for it
    assert min(took) < PROMISED + drawing
    expect(page.locator("#connection")).to_be_hidden()


def test_a_server_that_is_gone_or_locked_is_told_and_found_again(new_context: Callable[..., BrowserContext], town: Path) -> None:
    tab = new_context().new_page()  # not watched: its console may tell of requests that failed
    told = tab.get_by_role("alert")
    tokens = [f"{word}-{os.urandom(12).hex()}" for word in ("first", "second")]

    def enter(token: str) -> None:
        tab.get_by_label("Token").fill(token)
        tab.keyboard.press("Enter")
        tab.wait_for_function("title => document.getElementById('panel-heading')?.textContent === title", arg=opened)

    opened = "Events in view"
    with served(town, env={"TIMELINE_TOKEN": tokens[0]}) as server:
        tab.goto(server.url)
        enter(tokens[0])
        expect(told).to_have_count(0)
    expect(told).to_contain_text("The server does not answer")
    town.write_text(town.read_text(encoding="utf-8").replace(TITLES[0], TITLES[1]), encoding="utf-8")
    with served(town, "--port", str(server.port), env={"TIMELINE_TOKEN": tokens[0]}):
        tab.wait_for_function(SHOWN, arg=TITLES[1])  # what has happened meanwhile shows by itself
        expect(told).to_have_count(0)
        tab.locator(".panel .event", has_text=TITLES[1]).click()
        expect(tab.locator("#panel-heading")).to_have_text(opened := TITLES[1])
    with served(town, "--port", str(server.port), env={"TIMELINE_TOKEN": tokens[1]}):
        expect(told).to_contain_text("The page is locked")
        tab.get_by_role("button", name="Enter it").click()
        enter(tokens[1])  # the same look as before
        expect(told).to_have_count(0)
