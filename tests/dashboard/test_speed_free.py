"""What keeps the page quick, as far as no clock is needed: sizes, and columns that say what the events themselves say."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from hypothesis import given, settings

from benchmarks.story import story
from dashboard.app import create_app
from dashboard.columns import columns
from dashboard.facets import LANES
from dashboard.figures import figure
from dashboard.filters import Filters
from dashboard.items import Item, Kind, collect
from dashboard.opening import WIDE, in_window
from dashboard.ruler import ruler
from dashboard.sifting import Sifted, sift
from dashboard.state import Window
from dashboard.still import still
from dashboard.view import view
from tests.dashboard.test_dash_app import OURS, call
from tests.dashboard.test_dash_view import entries, entry, looks, many, windows
from timeline.entries import Entry

LARGEST = 200_000  # bytes of a view
SPANS = ("", "&from=1999-12-01&to=2020-03-01", "&from=2005-01-01&to=2014-12-31", "&from=2010-03-01&to=2010-04-15")


@pytest.fixture(scope="module", params=[100, 3_000])
def crowded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Dash:
    path = tmp_path_factory.mktemp("crowd") / "events.yaml"
    path.write_text(story(request.param), encoding="utf-8")
    return create_app(path)


@pytest.mark.parametrize("lanes", LANES)
@pytest.mark.parametrize("span", SPANS)
def test_no_view_is_larger_than_it_may_be(crowded: Dash, lanes: str, span: str) -> None:
    answer = call(crowded, f"?lanes={lanes}{span}", **OURS)
    assert answer.status_code == 200
    assert len(answer.get_data()) <= LARGEST


def test_a_view_of_bins_that_are_all_full_is_no_larger(tmp_path: Path) -> None:
    """What a hundred thousand events look like: something of every kind in every bin of every band, with long titles."""
    days = [(year, month, day) for year in range(2000, 2020) for month in range(1, 13) for day in (3, 17)]
    told = [
        f"- date: {year}-{month:02d}-{day:02d}{end}\n  title: The council of the town at the long river met {at} {end}\n"
        f"  people: [{'The chairwoman of the harbour board ' * 3}{at}]\n  status: {status}\n"
        for at in range(12)
        for year, month, day in days
        for end, status in (("", "happened"), ("..", "happened"), ("", "planned"))
    ]
    path = tmp_path / "events.yaml"
    path.write_text("".join(line.replace("..", f"/{2020}") for line in told), encoding="utf-8")
    answer = call(create_app(path), "?lanes=person&from=1999-12-01&to=2020-03-01", **OURS)
    assert len(answer.get_data()) <= LARGEST


def is_wide(item: Item, frame: Window) -> bool:
    """What the columns have to say of one event: a vague range too wide to tell where in the window it lies."""
    if item.kind is Kind.BY:  # its mark stands at its last day
        return item.last is not None and item.last > frame.last
    if item.kind is not Kind.WITHIN:
        return False
    first = item.first if item.first is not None else min(frame.first, item.extent[1])
    last = item.last if item.last is not None else max(frame.last, item.extent[0])
    if item.first is None or item.last is None:
        first, last = max(first, frame.first), min(last, frame.last)
    return last - first + 1 > WIDE * frame.days


@settings(deadline=None)
@given(entries, windows)
def test_columns_say_what_the_events_say(found: list[Entry], wanted: Window | None) -> None:
    items = collect(found).items
    frame = wanted or Window(18_000, 18_800)
    told = columns(items)
    assert told.in_window(frame).tolist() == [at for at, item in enumerate(items) if in_window(item, frame)]
    assert told.wide(frame, WIDE).tolist() == [is_wide(item, frame) for item in items]
    assert sorted(told.rank.tolist()) == list(range(len(items)))


@settings(deadline=None)
@given(entries, looks)
def test_no_event_that_passes_is_left_out_by_the_index(found: list[Entry], filters: Filters) -> None:
    collection = collect(found)
    asked = {collection.items[place].key for place in collection.candidates(filters)}
    assert {item.key for item in collection.items if filters.match(item)} <= asked
    assert list(sift(collection, filters).items) == [item for item in collection.items if filters.take(item)]


def test_what_passes_is_kept_for_each_filter_and_forgotten_with_the_file() -> None:
    collection = collect([entry("2020-05-09", "Ferry"), entry("2020-05-10", "Pier", people=["Ann"])])
    first = sift(collection, Filters("ferry"))
    assert sift(collection, Filters("ferry")) is first
    other: dict[str, Any] = {
        "words": "pier",
        "facets": {"person": ("Ann",)},
        "articles": ("a",),
        "reports": True,
        "conflicts": True,
    }
    other |= {"days": (1, None), "reported_on": True, "hidden": True}
    assert {each.name for each in fields(Filters)} == set(other), "say here what another filter makes a difference by"
    kept: list[Sifted] = [sift(collection, Filters(**{name: value})) for name, value in other.items()]
    assert len({id(each) for each in (first, *kept)}) == 1 + len(other)


def test_an_event_is_found_by_its_key() -> None:
    collection = many(300, 5)
    assert all(collection.find(item.key) is item for item in collection.items)
    assert collection.find("nothing") is None


@pytest.mark.parametrize("count", [40, 900])
def test_the_first_picture_has_the_words_of_the_figure(count: int) -> None:
    seen = view(many(count, 5), Filters(), None, 900)
    made = figure(seen, {})
    picture = still(made, seen.window, ruler(seen.window, seen.width))
    labels = [text for trace in made["data"] if trace["name"] == "labels" for text in trace["text"]]
    plain = re.sub(r"<[^>]*>", "", picture)
    assert labels and all(re.sub(r"<[^>]*>", "", text) in plain for text in labels)
    assert all(tick.text in plain for tick in ruler(seen.window, seen.width).ticks)


def test_the_first_picture_is_served_and_runs_nothing(tmp_path: Path) -> None:
    from xml.etree import ElementTree

    path = tmp_path / "events.yaml"
    path.write_text(
        "- {date: 2020-05-09, title: \"<script>alert(1)</script> & \\x01 <a href='javascript:x'>y</a>\"}\n", encoding="utf-8"
    )
    answer = create_app(path).server.test_client().get("/first.svg?width=900")
    assert answer.mimetype == "image/svg+xml"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    tags = {element.tag.split("}")[1] for element in ElementTree.fromstring(answer.get_data()).iter()}
    assert tags <= {"svg", "style", "path", "rect", "circle", "text", "tspan"}


@pytest.mark.parametrize("width", ["", "x", "-5", "0", "999999999", "1e9"])
def test_the_first_picture_takes_any_width(tmp_path: Path, width: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2020-05-09, title: Ferry}\n", encoding="utf-8")
    assert create_app(path).server.test_client().get(f"/first.svg?width={width}").status_code == 200
