"""A corpus in the page: all of it is drawn, searched and read, and what is edited comes to stand in events.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.manyevents import lay
from tests.browser.conftest import watched
from timeline.recognize import read_words
from timeline.store import load

Serve = Callable[..., str]
COUNT = 1_500
ONE = "00000000012c"  # no report, told by two articles


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    lay(tmp_path / "papers", COUNT)
    return tmp_path / "papers"


def test_all_of_a_corpus_is_explored_and_what_is_edited_stands_in_the_file(page: Page, serve: Serve, corpus: Path) -> None:
    events = corpus.parent / "events.yaml"
    with watched(page):
        page.goto(serve(events, corpus=corpus))
        expect(page.locator("#count")).to_contain_text(f"of {COUNT:,} events shown")
        expect(page.get_by_role("heading", level=1)).to_contain_text("papers")
        expect(page.locator("ol.events li")).to_have_count(100)
        page.get_by_role("searchbox", name="Search").fill('"ada holm" östersund -ferry')
        expect(page.locator("#count")).to_contain_text("filtered out")
        page.locator("ol.events a").first.click()
        expect(page.locator("#panel-heading")).to_contain_text("Ada Holm")
        expect(page.locator("mark").first).to_be_visible()
        expect(page.locator(".article")).to_contain_text("saw it.")
        expect(page.get_by_role("button", name="Keep")).to_be_visible()
        title = page.locator("#panel-heading").inner_text()
        page.keyboard.press("k")
        expect(page.locator("#told, [role=status].told").first).to_contain_text("Kept")
        (entry,) = load(events, read_words).entries
        assert (entry.title, entry.reviewed) == (title, True)
        assert entry.sources[0].sentence
        expect(page.locator("#count")).to_contain_text(f"of {COUNT:,} events shown")


def test_a_hidden_event_of_a_corpus_is_shown_no_more_until_it_is_asked_for(page: Page, serve: Serve, corpus: Path) -> None:
    events = corpus.parent / "events.yaml"
    with watched(page):
        page.goto(f"{serve(events, corpus=corpus)}?event={ONE}")
        expect(page.get_by_role("button", name="Hide")).to_be_visible()
        page.keyboard.press("h")
        expect(page.locator("#count")).to_contain_text("1 hidden")
        (entry,) = load(events, read_words).entries
        assert (entry.id, entry.hidden) == (ONE, True)
        assert len(entry.sources) == 2


def test_what_only_reads_draws_the_corpus_and_writes_nothing(page: Page, serve: Serve, corpus: Path) -> None:
    events = corpus.parent / "events.yaml"
    with watched(page):
        page.goto(f"{serve(events, corpus=corpus, read_only=True)}?lanes=person&event={ONE}")
        expect(page.locator("#panel-heading")).to_be_visible()
        expect(page.locator("#chart .js-plotly-plot g.trace").first).to_be_attached()
        page.get_by_role("link", name="Account").click()
        expect(page.get_by_role("heading", name="The account of the corpus")).to_be_visible()
        expect(page.locator(".drawer")).to_contain_text("in the column 'skipped'")
    assert not events.exists()
