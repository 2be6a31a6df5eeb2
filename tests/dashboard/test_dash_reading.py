"""The state in the address, the pieces of an article, the evidence of an event."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.io.json import to_json_plotly

from dashboard import ids
from dashboard.evidence import evidence
from dashboard.facets import FACETS, LANES
from dashboard.library import Library
from dashboard.passage import passage
from dashboard.state import LONGEST, SHORTEST, State, Window, after, clicked_event, moved_window, window
from dashboard.text import paragraph
from tests.dashboard import saltmere
from tests.dashboard.test_dash_app import texts


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """The town's events file, with its archive beside it."""
    return saltmere.build(tmp_path)


days = st.integers(-3_000_000, 3_000_000)
states = st.builds(
    State,
    q=st.text(st.characters(codec="utf-8"), max_size=20),
    articles=st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), unique=True, max_size=4).map(tuple),
    facets=st.dictionaries(
        st.sampled_from(list(FACETS)), st.lists(st.text("aé&=,-", min_size=1), unique=True, min_size=1, max_size=3).map(tuple)
    ),
    reports=st.booleans(),
    conflicts=st.booleans(),
    lanes=st.sampled_from(LANES),
    since=st.text("2019-~ aé&=", max_size=12),
    until=st.just("") | st.just("late May 2020"),
    window=st.none() | st.builds(window, days, days),
    event=st.just("") | st.just("3kq7w2m8x4tvd"),
)


@given(states, st.integers(0, 20))
def test_a_state_reads_back_from_its_address(state: State, source: int) -> None:
    state = state.opened(state.event, source if state.event else 0)
    assert State.read(state.search()) == state


@given(st.text(max_size=60) | st.none() | st.integers())
def test_any_address_is_a_state(search: object) -> None:
    State.read(search)


@pytest.mark.parametrize(
    "search", ["?from=2020-02-30&to=2020-03-01", "?from=&to=2020", "?source=-1", "?source=²&event=x", "?" + "&" * 5000]
)
def test_what_cannot_be_read_is_left_out(search: str) -> None:
    state = State.read(search)
    assert (state.window, state.source) == (None, 0)


@given(days, days, st.floats(0.01, 100), st.floats(-3, 3))
def test_windows_stay_drawable(first: int, last: int, factor: float, share: float) -> None:
    for each in (window(first, last), window(first, last).scaled(factor), window(first, last).moved(share)):
        assert SHORTEST <= each.days <= LONGEST


MOVES: tuple[object, ...] = (
    None,
    [],
    "x",
    {},
    {"autosize": True},
    {"xaxis.range[0]": "2020", "xaxis.range[1]": 3},
    {"xaxis.range[0]": 1e99, "xaxis.range[1]": 2},
    {"xaxis.range[0]": float("nan"), "xaxis.range[1]": 2.0},
)


@pytest.mark.parametrize("move", MOVES)
def test_a_move_that_makes_no_sense_moves_nothing(move: object) -> None:
    assert moved_window(move) is None


@pytest.mark.parametrize(
    "click", [None, {}, [], {"points": []}, {"points": [{}]}, {"points": [{"customdata": 3}]}, {"points": 7}]
)
def test_a_click_on_nothing_opens_nothing(click: object) -> None:
    assert clicked_event(click) is None


def test_what_the_reader_does_changes_one_thing() -> None:
    now, seen, whole = State(q="ferry", event="a"), Window(0, 99), Window(-500, 500)

    def done(cause: str, value: object = None) -> State:
        return after(now, cause, value, seen, whole)

    assert done(ids.SEARCH, " pier ").q == "pier"
    assert done(ids.ARTICLES, ["x", 3]).articles == ("x",)
    assert done("facet-person", ["Ann", 3]).facets == {"person": ("Ann",)}
    assert done("facet-person", []) == now
    assert done(ids.REPORTS, ["reports"]).reports
    assert not done(ids.REPORTS, []).reports
    assert done(ids.CONFLICTS, ["conflicts"]).conflicts
    assert done(ids.NEW, [ids.NEW]).facets == {"reviewed": ("no",)}
    assert done(ids.NEW, [ids.NEW]).only_new
    assert done(ids.NEW, []) == now
    assert done(ids.SINCE, " late May 2020 ").since == "late May 2020"
    assert done(ids.UNTIL, "2021").until == "2021"
    assert done(ids.CHART, {"points": [{"x": 44.0, "customdata": 28}]}).window == Window(30, 57)
    assert done(ids.CHART, {"points": [{"x": "x", "customdata": 28}]}) == now
    assert done(ids.CHART, {"points": [{"x": 1e300, "customdata": float("nan")}]}) == now
    assert done(ids.LANES, "person").lanes == "person"
    assert done(ids.LANES, "shoe size").lanes == "article"
    assert done(ids.CLEAR) == now
    assert done(ids.CHART, {"points": [{"customdata": "b"}]}).event == "b"
    assert done(ids.CHART, {"points": []}) == now
    assert done(ids.MOVED, {"xaxis.range[0]": 9.6, "xaxis.range[1]": 40.2}).window == Window(10, 39)
    assert done(ids.CLOSER).window == Window(25, 74)
    assert done(ids.LATER).window == Window(50, 149)
    assert done(ids.FIT).window == whole


spans = st.none() | st.tuples(st.integers(0, 80), st.integers(0, 80)).map(lambda pair: (min(pair), max(pair)))


@given(st.text("ab \n.", max_size=80), spans, spans, st.lists(spans.filter(bool), max_size=3))
def test_a_passage_loses_no_letter(
    text: str, sentence: tuple[int, int], phrase: tuple[int, int], dims: list[tuple[int, int]]
) -> None:
    pieces = [piece for paragraph in passage(text, sentence, phrase, dims) for piece in paragraph]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    assert all(piece.text for piece in pieces)


def test_an_event_leads_to_its_sentence_and_phrase(events: Path) -> None:
    library = Library(events)
    for entry in library.refresh().entries:
        for source in entry.sources:
            found = evidence(library, source)
            assert found.text is not None
            assert found.sentence is not None
            assert found.phrase is not None
            assert " ".join(found.text[slice(*found.sentence)].split()) == source.sentence
            assert found.text[slice(*found.phrase)] == source.phrase
            assert found.finding is not None


def test_a_source_whose_id_changed_is_found_by_its_words(events: Path) -> None:
    (events.parent / ".timeline/events.yaml/articles.jsonl").write_text(
        (events.parent / ".timeline/events.yaml/articles.jsonl").read_text().replace('"id": "', '"id": "x')
    )
    library = Library(events)
    for source in (source for entry in library.refresh().entries for source in entry.sources):
        found = evidence(library, source)
        assert found.finding is None
        assert found.sentence is not None
        assert found.phrase is not None


def test_offsets_that_do_not_fit_the_text_are_not_believed(events: Path) -> None:
    library = Library(events)
    record = library.refresh().records[saltmere.FERRY]
    text = "Another text. " + saltmere.TEXTS[saltmere.FERRY]
    digest = hashlib.sha256(text.encode()).hexdigest()
    library.archive.keep_texts({digest: text})
    library.archive.write_articles([record.model_copy(update={"digest": digest})])
    source = next(entry for entry in library.refresh().entries if entry.date == "2020-04").sources[0]
    found = evidence(library, source)
    assert found.text is not None
    assert found.phrase is not None
    assert found.text[slice(*found.phrase)] == "last month"


def test_without_the_archive_there_is_no_text(events: Path) -> None:
    for path in (events.parent / ".timeline/texts").iterdir():
        path.unlink()
    library = Library(events)
    assert evidence(library, library.refresh().entries[0].sources[0]).text is None


def touch(path: Path, text: str) -> None:
    """Write a file so that its time of change differs, however coarse the clock of the disk."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_change_is_seen_and_a_broken_file_keeps_the_last_good_state(events: Path) -> None:
    library = Library(events)
    good = library.refresh()
    assert library.refresh() is good
    touch(events, events.read_text() + "- date: 2020-02-30\n  title: Impossible\n")
    broken = library.refresh()
    assert broken.entries == good.entries
    assert len(broken.faults) == 1
    assert "line" in broken.faults[0]
    assert "February 2020 has 29 days" in broken.faults[0]
    touch(events, "- date: 2020-05-09\n  title: One\n")
    assert [entry.title for entry in library.refresh().entries] == ["One"]
    assert not library.refresh().faults


def test_a_file_broken_from_the_start_is_an_empty_timeline_with_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- titel: x\n")
    shelf = Library(path).refresh()
    assert not shelf.entries
    assert shelf.faults


@pytest.mark.parametrize("row", ["{", '{"path": 3}', "[]", "{}"])
def test_a_broken_archive_is_told_and_the_events_are_still_there(events: Path, row: str) -> None:
    (events.parent / ".timeline/events.yaml/articles.jsonl").write_text(row + "\n")
    shelf = Library(events).refresh()
    assert len(shelf.entries) == len(saltmere.EVENTS)
    assert any("articles.jsonl" in fault for fault in shelf.faults)


def test_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    shelf = Library(tmp_path / "events.yaml").refresh()
    assert (shelf.entries, shelf.faults) == ((), ())


MARKDOWN = """---
title: A fire
---
# A fire

## What *happened*

The pier burned down on Monday.

## What follows
The council meets.
"""


def test_marks_of_markdown_stand_back_and_every_character_stays() -> None:
    front = MARKDOWN.index("\n\n")
    monday = (MARKDOWN.index("Monday"), MARKDOWN.index("Monday") + 6)
    found = [paragraph(each) for each in passage(MARKDOWN, None, monday, [(0, front)])]
    assert [texts(json.loads(to_json_plotly(each))) for each in found] == [each.strip() for each in MARKDOWN.split("\n\n")]
    assert [getattr(each, "className", "") for each in found] == ["aside", "heading", "", ""]
    assert found[1].children[0].children == "## "
