"""A hundred payloads in every field: the page and the exports show each as text, run none and ask nobody for anything.

Each view once, with some of the payloads; `python -m tests.soak payloads` takes all of them through all views.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests import hostile, touring
from tests.hostile import Hostile
from tests.inprocess import app_of, listening
from tests.payloads import MARKUP
from tests.touring import Tour

Serve = Callable[..., str]
SOME = random.Random(8).sample(range(len(MARKUP)), 3)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return hostile.build(tmp_path_factory.mktemp("hostile"), listed=6)


@pytest.fixture(scope="module")
def unguarded(browser: Browser) -> Iterator[Page]:
    """A tab in which the page's own policy is off: what would run is not stopped by it."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    with touring.watching(context) as seen:
        yield context.new_page()
        context.close()
    seen.check()


@pytest.fixture(scope="module")
def tour(unguarded: Page, project: Hostile) -> Iterator[Tour]:
    with listening(app_of(project.path), 0) as address:
        yield Tour(unguarded, address, project)
        unguarded.goto("about:blank")


def test_there_are_a_hundred() -> None:
    assert len(set(MARKUP)) == 100


def test_in_the_chart_and_the_list(tour: Tour) -> None:
    tour.chart("person", 40, 64)
    tour.hover(3)
    tour.bands()
    tour.listing()
    tour.filters()


def test_in_the_panel_and_the_account(tour: Tour) -> None:
    tour.panel(SOME[0])
    tour.account()
    tour.phrase(SOME[0])


def test_in_the_address_and_the_sheets(tour: Tour) -> None:
    tour.chosen(SOME[0])
    tour.curating(SOME[1])
    tour.conflict(SOME[2])
    tour.bare(MARKUP[SOME[0]])


def test_on_paper_in_the_still_picture_and_from_the_disk(tour: Tour, tmp_path: Path) -> None:
    tour.printed()
    tour.still()
    tour.exported(tmp_path)


@pytest.mark.parametrize("name", ["<img src=x onerror=window.ran=1>{%config%}", "&lt;b&gt;'\"{{ 7 }}\u202e"])
def test_in_the_name_of_the_file(unguarded: Page, serve: Serve, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(touring.broken(name), encoding="utf-8")
    touring.named(unguarded, serve(path), path.name)
    unguarded.goto("about:blank")


def test_the_watch_sees_what_runs(new_context: Callable[..., Any], tmp_path: Path) -> None:
    """Where texts do become elements, both the audit of the page and the log of requests tell so."""
    context = new_context(bypass_csp=True)
    with touring.watching(context) as seen:
        page = context.new_page()
        (tmp_path / "empty.html").write_text("<!DOCTYPE html><title>x</title>", encoding="utf-8")
        page.goto((tmp_path / "empty.html").as_uri())
        page.evaluate("(texts) => { document.body.innerHTML = texts.join(''); }", [MARKUP[2], MARKUP[3], MARKUP[4]])
        page.wait_for_function("window.ran === 1")
        with pytest.raises(AssertionError, match="ran"):
            touring.audit(page)
        page.wait_for_function("[...document.images].every((each) => each.complete)")
        context.close()
    assert seen.outside
    with pytest.raises(AssertionError):
        seen.check()
