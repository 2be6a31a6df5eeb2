"""The list in its orders and pages, sources and their copies, the chronology: without a browser."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.app import create_app
from dashboard.columns import Picked
from dashboard.evidence import Evidence, evidence
from dashboard.library import Library
from dashboard.listed import PAGE, ordered, page_of
from dashboard.otherwise import otherwise
from dashboard.sorts import SORTS
from dashboard.sources import Origin, origins
from dashboard.state import State
from tests.dashboard import regatta, saltmere, wire
from timeline.entries import SourceEntry
from timeline.recognize import read_words
from timeline.records import ArticleRecord
from timeline.untaken import untaken


@given(some.integers(0, 5 * PAGE))
def test_the_pages_have_every_event_once(count: int) -> None:
    pages = [page_of(count, number) for number in range(page_of(count, 0).of)]
    assert [place for page in pages for place in range(page.begin, page.end)] == list(range(count))
    assert page_of(count, 10**6) == pages[-1]


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_has_the_same_events(tmp_path: Path, sort: str) -> None:
    collection = Library(regatta.write(tmp_path)).shelf.collection
    found = ordered(Picked(collection, np.arange(len(collection.items))), sort)
    assert sorted(item.key for item in found) == sorted(item.key for item in collection.items)


def test_the_address_has_order_and_page() -> None:
    state = State.read("?sort=title&page=3&event=x")
    assert (state.sort, state.page) == ("title", 2)
    assert state.query() == "sort=title&page=3&event=x"
    for nonsense in ("page=0", "page=-1", "page=x", "page=٣", "page=" + "9" * 400, "sort=upside-down"):
        assert State.read(nonsense) == State()


def test_a_list_of_other_events_begins_at_its_first_page() -> None:
    now = State(page=3)
    assert now.opened("x").at_first_page_unless_like(now).page == 3
    assert State(q="ferry", page=3).at_first_page_unless_like(now).page == 0


def told(article: str, origin: str = "") -> Evidence:
    record = ArticleRecord(path=article, origin=origin)
    return Evidence(SourceEntry(article=article, sentence="It fell."), record, None, None, None, None)


def test_copies_stand_under_their_origin_wherever_it_stands() -> None:
    found = [told("copy.txt", "first.txt"), told("own.txt"), told("first.txt"), told("other.txt", "first.txt")]
    assert origins(found) == [Origin(1), Origin(2, (0, 3))]


def test_without_the_original_its_first_copy_stands_for_it() -> None:
    assert origins([told("a.txt", "gone.txt"), told("b.txt", "gone.txt")]) == [Origin(0, (1,))]


def test_two_sentences_of_one_article_are_no_copies() -> None:
    assert origins([told("a.txt"), told("a.txt")]) == [Origin(0), Origin(1)]


def test_readings_not_taken_need_the_text_and_a_phrase_read_as_it_was(tmp_path: Path) -> None:
    library = Library(wire.write(tmp_path), readings=untaken)
    item = next(item for item in library.shelf.collection.items if item.entry.title == wire.TITLE)
    found = evidence(library, item.entry.sources[0])
    assert len(otherwise(found, untaken)) == 1
    assert otherwise(found, None) == []
    assert found.finding is not None
    read_otherwise = found.finding.model_copy(update={"date": "2020-05-10"})
    assert (
        otherwise(Evidence(found.source, found.record, read_otherwise, found.text, found.sentence, found.phrase), untaken) == []
    )


@pytest.mark.parametrize(
    "query", ["", "?q=ferry", "?event=x&page=9&sort=title", "?from=2020-05-01&to=2020-05-31&only=view", "?%ff=%00"]
)
def test_any_address_gives_a_chronology_with_the_headers_of_all_pages(tmp_path: Path, query: str) -> None:
    client = create_app(saltmere.build(tmp_path)).server.test_client()
    with client.get(f"/print{query}") as answer:
        assert answer.status_code == 200
        assert answer.mimetype == "text/html"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "Sources" in answer.get_data(as_text=True)
    assert client.get("/print", headers={"Host": "attacker.example"}).status_code == 400


def test_an_empty_chronology_says_so(tmp_path: Path) -> None:
    client = create_app(saltmere.build(tmp_path)).server.test_client()
    text = client.get("/print?q=nothing-of-the-kind").get_data(as_text=True)
    assert "No event to print." in text
    assert "0 of 7 events · 7 filtered out" in text


def test_the_chronology_tells_each_kind_that_is_left_out(tmp_path: Path) -> None:
    events = tmp_path / "events.yaml"
    events.write_text(
        "- {id: a, date: 2020-05-01, title: The mill burns}\n"
        "- {id: b, date: 2020-05-02, title: The owner says so, kind: report}\n"
        "- {id: c, date: ..2020-05-03, title: The roof was thatched, kind: reported on}\n"
        "- {id: d, date: 2020-05-04, title: A slip, hidden: true}\n"
        "- {id: e, date: 2019-05-01, title: The mill is sold}\n",
        encoding="utf-8",
    )
    client = create_app(events, read_words).server.test_client()
    text = client.get("/print?since=early+2020&until=31+May+2020").get_data(as_text=True)
    assert "1 of 5 events · 1 report left out · 1 told without a date left out · 1 hidden · 1 filtered out" in text
    assert '<p class="narrowed">since early 2020</p>' in text
    assert '<p class="narrowed">until 31 May 2020</p>' in text
