"""What stands around the marks: lane notes that open what they count, headlines, legend, minimap, the range of dates."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.chips import notes, opens, unfolding
from dashboard.columns import Picked, columns
from dashboard.daterange import date_range
from dashboard.figures import drawn
from dashboard.filters import Filters
from dashboard.handmade import edited
from dashboard.ink import Drawing
from dashboard.items import collect
from dashboard.legend import legend
from dashboard.library import Library
from dashboard.minimap import filled, strip
from dashboard.opening import WIDE
from dashboard.state import State, Window
from dashboard.view import View, view
from tests.dashboard import crowd
from tests.dashboard.test_dash_view import dates, entry, months
from timeline.archive import Archive
from timeline.entries import Entry
from timeline.interval import civil, day_number
from timeline.records import ArticleRecord, Base, BaseEntry, FindingRecord


def looked(found: list[Entry], frame: Window | None = None, width: int = 900, by: str = "article") -> tuple[View, Drawing]:
    collection = collect(found)
    seen = view(collection, Filters(), frame, width, by)
    return seen, drawn(seen, dict(collection.titles))


def again(path: Path, state: State) -> View:
    """The view of a state, as the page would show it."""
    collection = Library(path).shelf.collection
    filters = Filters(state.q, state.articles, state.facets)
    return view(collection, filters, state.window, 900, state.lanes)


# ---------------------------------------------------------------- lane notes


@pytest.mark.parametrize("by", ["article", "person", "none"])
def test_a_chip_of_folded_ranges_opens_all_of_them_drawn(by: str) -> None:
    found = [entry("2020-05", "May", ("a",), people=["Ann"]), entry("2020", "A year", ("a",)), entry("2020-05-09", "Day", ("b",))]
    state = State(lanes=by, window=months(5, 5))
    seen, drawing = looked(found, state.window, by=by)
    for note in drawing.notes:
        for chip in note.chips:
            asked = opens(chip, note.lane, seen, state)
            shown = view(collect(found), Filters("", asked.articles, asked.facets), asked.window, 900, by)
            alone = {item.key for lane in shown.lanes for item in lane.drawn}
            assert {item.key for item in chip.items} <= alone
    assert sum(len(chip.items) for note in drawing.notes for chip in note.chips) == seen.folded == 2


@given(st.lists(dates(), min_size=1, max_size=8))
def test_in_the_window_that_unfolds_them_no_range_is_too_wide(found: list[str]) -> None:
    collection = collect([entry(date) for date in found])
    items = collection.items
    frame = unfolding(Picked(collection, np.arange(len(items))))
    assert not columns(items).wide(frame, WIDE).any()
    assert all(frame.first <= item.extent[0] and item.extent[1] <= frame.last for item in items)


def test_every_event_of_a_band_is_a_headline_or_in_a_count(tmp_path: Path) -> None:
    collection = Library(crowd.write(tmp_path)).shelf.collection
    seen = view(collection, Filters(), None, 900)
    drawing = drawn(seen, dict(collection.titles))
    named = [placed.item.key for placed in drawing.alone]
    assert seen.dense
    assert len(set(named)) == len(named) > 0
    words = [chip.text for note in drawing.notes for chip in note.chips]
    assert all(text.endswith(" more") for text in words)
    assert sum(int(text.split()[0].replace(",", "")) for text in words) == len(seen.shown) - len(named)


def test_more_opens_the_lane_and_then_the_days_on_which_most_happens(tmp_path: Path) -> None:
    path = crowd.write(tmp_path)
    state, steps = State(), 0
    seen = again(path, state)
    while seen.dense:
        drawing = drawn(seen, {})
        note = drawing.notes[0]
        state = opens(note.chips[0], note.lane, seen, state)
        seen, steps = again(path, state), steps + 1
        assert steps < 4
    assert state.articles == (crowd.ARTICLES[0],)
    assert len(seen.shown) > 50


def test_notes_are_links_that_name_their_lane() -> None:
    seen, drawing = looked([entry("2020", "A year", ("a",)), entry("2020-05-09", "Day", ("a",))], months(5, 5))
    (line,) = notes(seen, drawing, State(event="x"))
    link = line.children[0]
    assert link.children[0] == "1 known only to within 2020"
    assert link.children[1].children == " of a"
    assert parse_qs(link.href.lstrip("?"))["article"] == ["a"]
    assert link.title == "Show them in a longer span: only “a”, as by a filter"
    assert "event" not in link.href


@pytest.mark.parametrize("width", [330, 900])
@pytest.mark.parametrize("title", ["a", "a very long title of an article that nobody could read at once"])
def test_a_note_has_room_beside_its_title_or_below_it(title: str, width: int) -> None:
    _, drawing = looked([entry("2020", "A year", (title,)), entry("2020-05-09", "Day", (title,))], months(5, 5), width)
    (note,) = drawing.notes
    (placed,) = drawing.alone
    assert note.top + note.height <= placed.y - 8
    assert note.left == 8 or note.top < 10


# ---------------------------------------------------------------- importance


def record(path: str, origin: str = "", lead: str = "") -> ArticleRecord:
    finding = FindingRecord(
        id=lead, start=0, end=1, sentence_start=0, sentence_end=1, phrase="x", type="DATE", value="", fate="event", lead=True
    )
    return ArticleRecord(path=path, origin=origin, findings=[finding] if lead else [])


def test_copies_of_one_article_count_as_one_origin() -> None:
    found = [entry("2020-05-09", "Thrice", ("a", "b", "c")), entry("2020-05-10", "Copied", ("a", "late"))]
    items = collect(found, [record("late", origin="a")]).items
    assert [item.tellers for item in items] == [3, 1]


def test_the_headline_is_what_most_articles_tell_and_what_leads_them(tmp_path: Path) -> None:
    collection = Library(crowd.write(tmp_path)).shelf.collection
    seen = view(collection, Filters(), None, 900)
    assert crowd.HEADLINE in [placed.item.entry.title for placed in drawn(seen, {}).alone]
    lead = Entry.model_validate(
        {"date": "2020-05-09", "title": "Lead", "sources": [{"id": "s1", "article": "a"}]},
    )
    aside = entry("2020-05-09", "Aside", ("a",))
    weights = {item.entry.title: item.weight for item in collect([lead, aside], [record("a", lead="s1")]).items}
    assert weights["Lead"] > weights["Aside"]


def days(article: str, count: int, every: int = 1) -> list[Entry]:
    """So many events of a day, all of the same weight."""
    return [
        entry("-".join(f"{part:02d}" for part in civil(16_800 + every * number)), f"{article} {number} is told", (article,))
        for number in range(count)
    ]


def test_a_lane_of_a_few_events_has_all_of_them_beside_bands() -> None:
    collection = collect([*days("large", 400), *days("small", 4, every=90)])
    seen = view(collection, Filters(), None, 900)
    drawing = drawn(seen, {"large": "large", "small": "small"})
    assert seen.dense
    assert {placed.item.entry.title for placed in drawing.alone} >= {f"small {number} is told" for number in range(4)}
    assert [trace["meta"] for trace in drawing.traces if trace.get("name") == "counts"] == ["large"]
    (note,) = drawing.notes
    assert note.lane.key == "large"


def test_headlines_that_matter_alike_stand_all_over_the_band() -> None:
    seen = view(collect(days("large", 2000)), Filters(), None, 900)
    places = [placed.item.extent[0] - 16_800 for placed in drawn(seen, {}).alone]
    assert min(places) < 700
    assert max(places) > 1300


def test_in_a_tall_lane_what_matters_most_stands_first() -> None:
    crowdy = [entry(f"2020-05-{day:02d}", f"Nothing much on day {day} of a long month", ("a",)) for day in range(1, 29)]
    top = entry("2020-05-28", "The lighthouse falls into the sea", ("a", "b", "c"))
    _, drawing = looked([*crowdy, top], months(5, 5), 400, by="none")
    first = min(drawing.alone, key=lambda placed: placed.y)
    assert first.item.entry.title == top.title


def test_two_events_of_a_day_stand_in_order_of_their_hours() -> None:
    found = [entry("2020-05-05T15:15", "Back"), entry("2020-05-05T09:00", "Away"), entry("2020-05-05", "Bell")]
    items = collect(found).items
    assert [item.entry.title for item in items] == ["Away", "Bell", "Back"]
    assert [round(item.moment - day_number(2020, 5, 5), 2) for item in items] == [0.38, 0.5, 0.64]


# ---------------------------------------------------------------- what a person did


def test_an_entry_that_differs_from_what_the_build_wrote_was_edited(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    rows = [("a", "2020-05-09", "Ferry sails"), ("b", "2020-05-10", "Ferry sinks"), ("c", "2020-05-11", "Pier opens")]
    base = [BaseEntry(id=key, date=date, title=title, more={"people": ["Ann"]}, sources=[]) for key, date, title in rows]
    Archive(path).settle(Base(stamp="s", entries=base))
    written = [("a", "2020-05-09", "Ferry sails"), ("b", "2020-05-10", "Ferry goes down"), ("c", "2020-05-12", "Pier opens")]
    lines = [
        f"- {{id: {key}, date: {date}, title: {title}, people: [Ann], sources: [{{id: {key}, article: x.txt}}]}}\n"
        for key, date, title in written
    ]
    path.write_text("".join(lines))
    items = Library(path).shelf.collection.items
    assert [(item.key, item.edited) for item in items] == [("a", False), ("b", True), ("c", True)]
    assert edited([item.entry for item in items], b"no base at all") == frozenset()


# ---------------------------------------------------------------- legend


def keys(found: list[Entry], frame: Window | None = None) -> set[str]:
    seen, drawing = looked(found, frame)
    return {item.children[0].className.removeprefix("key ") for item in legend(seen, drawing)}


def test_the_legend_has_what_is_in_view_and_nothing_else() -> None:
    assert keys([entry("2020-05-09")]) == {"day"}
    found = [
        entry("2020-05-09", reviewed=True, articles=("a", "b")),
        entry("2020-05", status="claimed"),
        entry("2020-06-01/..", status="planned"),
        entry("2020-06-03~", status="denied"),
    ]
    expected = {"day", "times", "reviewed", "within", "claimed", "lasted", "open", "planned", "doubtful", "denied"}
    assert keys(found, months(5, 6)) == expected
    assert keys(found, months(7, 8)) == {"lasted", "open", "planned"}


def test_the_legend_of_bands_tells_their_fills(tmp_path: Path) -> None:
    collection = Library(crowd.write(tmp_path)).shelf.collection
    seen = view(collection, Filters(), None, 900)
    words = [item.children[1] for item in legend(seen, drawn(seen, {}))]
    assert words[:3] == ["events of a day", "longer ones, spread", "planned, denied, claimed"]


# ---------------------------------------------------------------- minimap


@settings(deadline=None)
@given(st.lists(dates(), max_size=8), st.integers(-740_000, 31_000), st.integers(10, 9000))
def test_the_strip_holds_all_events_and_tells_the_window(found: list[str], first: int, length: int) -> None:
    collection = collect([entry(date) for date in found])
    shown = filled(strip(collection, Filters()), Window(first, first + length), 800)
    assert all(shown["first"] <= item.extent[0] and item.extent[1] < shown["end"] for item in collection.items)
    assert (shown["low"], shown["high"]) == (first, first + length + 1)
    assert all(shown["first"] <= day <= shown["end"] for day, _ in shown["ticks"])
    for shape in shown["shapes"].values():
        assert all(0 <= float(share) <= 100 for share in re.findall(r"(-?[\d.]+)%", shape))


def test_the_strip_is_that_of_the_filters_and_is_kept_while_they_stay() -> None:
    collection = collect([entry("1961", "Treaty"), entry("2020-05-09", "Ferry")])
    every, ferry = strip(collection, Filters()), strip(collection, Filters("ferry"))
    assert ferry.frame.days < 60 < every.frame.days
    assert strip(collection, Filters("ferry")) is ferry
    assert strip(collect([entry("2020-05-09", "Ferry")]), Filters("ferry")) is not ferry


# ---------------------------------------------------------------- range of dates


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        ("2020-05-10", "", ["lasts", "open"]),
        ("", "2020-04-30", ["month", "lasts"]),
        ("2020-05-04", "2020-05-05", ["lasts", "open"]),
        ("2020-05", "2020-05", ["lasts", "open", "day"]),
        ("2020-06-03", "2020-05-01", ["open"]),
        ("1066", "1067", []),
    ],
)
def test_events_that_overlap_the_dates_stay(since: str, until: str, shown: list[str]) -> None:
    found = [
        entry("2020-04", "month"),
        entry("2020-04-03/2020-06-02", "lasts"),
        entry("2020-05-02/..", "open"),
        entry("2020-05-09", "day"),
    ]
    days = date_range(since, until)
    seen = view(collect(found), Filters(days=(days.first, days.last)), None, 900)
    assert sorted(item.entry.title for item in seen.shown) == sorted(shown)
    assert seen.total == 4


def test_a_date_that_is_none_filters_nothing_and_says_why() -> None:
    told = date_range("2020-02-30", "soon")
    assert (told.first, told.last, told.faulty) == (None, None, (True, True))
    assert "February 2020 has 29 days" in told.since
    assert "soon" in told.until
    assert "before the first day" in date_range("2021", "2020").until
