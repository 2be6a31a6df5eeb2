"""What is in view, and that the counts always add up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.facets import LANES
from dashboard.filters import Filters
from dashboard.ink import hue
from dashboard.item import NONE, OTHERS
from dashboard.items import BY_HAND, Collection, Kind, collect
from dashboard.opening import in_window, opening, whole
from dashboard.panel import count_line
from dashboard.state import Window, window
from dashboard.view import MOST_BANDS, MOST_LANES, MOST_MARKS, View, view
from timeline.entries import Entry
from timeline.interval import civil, day_number
from timeline.model import STATUSES
from timeline.notation import year_text
from timeline.records import ArticleRecord


def entry(date: str, title: str = "Something", articles: tuple[str, ...] = (), note: str = "", **more: Any) -> Entry:
    sources = [{"article": path, "sentence": f"{title}, it was told."} for path in articles]
    return Entry.model_validate({"date": date, "title": title, "sources": sources, "note": note, **more})


def iso(day: int) -> str:
    year, month, number = civil(day)
    return f"{year_text(year)}-{month:02d}-{number:02d}"


def months(first: int, last: int) -> Window:
    return Window(day_number(2020, first, 1), day_number(2020, last + 1, 1) - 1)


FORMS = ("{a}", "{a}~", "{a}..{b}", "{a}/{b}", "..{b}", "{a}..", "{a}/..", "../{b}", "{y}", "{m}", "{m}?", "{y}/{z}")


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Dates of every form, over some three thousand years."""
    first = draw(st.integers(-735_160, 30_000) | st.integers(18_000, 18_800))
    last = first + draw(st.integers(0, 900) | st.integers(0, 9))
    form = draw(st.sampled_from(FORMS))
    year, month, _ = civil(first)
    written = year_text(year)
    return form.format(a=iso(first), b=iso(last), y=written, m=f"{written}-{month:02d}", z=year_text(civil(last)[0]))


articles = st.sampled_from(((), ("a",), ("b",), ("a", "b"), ("c",)))
kinds = st.sampled_from(("event", "event", "report"))
people = st.lists(st.sampled_from(("Ann", "Bo", "Cy")), max_size=3)
titled = st.sampled_from(("Ferry", "Pier", "Lamp"))
entries = st.lists(
    st.builds(entry, dates(), titled, articles, kind=kinds, status=st.sampled_from(STATUSES), people=people), max_size=40
)
windows = (
    st.none()
    | st.builds(window, st.integers(-740_000, 31_000), st.integers(-740_000, 31_000))
    | st.builds(window, st.integers(18_000, 18_800), st.integers(18_000, 18_800))
)


looks = st.builds(
    Filters,
    st.sampled_from(("", "ferry", "pier told", "-lamp")),
    st.sampled_from(((), ("a",), (BY_HAND,))),
    st.dictionaries(st.sampled_from(("person", "status")), st.just(("Ann", "planned")), max_size=2),
    st.booleans(),
)


@settings(deadline=None)
@given(entries, windows, looks, st.integers(200, 2000), st.sampled_from(LANES))
def test_every_event_is_drawn_or_counted(
    found: list[Entry], wanted: Window | None, filters: Filters, width: int, by: str
) -> None:
    seen = view(collect(found), filters, wanted, width, by)
    assert seen.total == len(found)
    in_lanes = [item.key for lane in seen.lanes for item in (*lane.drawn, *lane.folded)]
    assert sorted(in_lanes) == sorted(item.key for item in seen.shown)
    assert seen.folded + sum(len(lane.drawn) for lane in seen.lanes) == len(seen.shown)


@settings(deadline=None)
@given(entries)
def test_the_whole_holds_all_of_it(found: list[Entry]) -> None:
    items = collect(found)
    seen = view(items, Filters(reports=True), whole([item.extent for item in items.items]), 900)
    assert len(seen.shown) == len(found)


def test_a_lone_vague_range_is_drawn_not_folded() -> None:
    seen = view(collect([entry("2020")]), Filters(), None, 900)
    assert seen.folded == 0
    assert seen.window.days > 366


@pytest.mark.parametrize(
    ("date", "kind"),
    [
        ("2020-05-09", Kind.DAY),
        ("2020-05-09T15:15", Kind.DAY),
        ("2020-05", Kind.WITHIN),
        ("..1912", Kind.WITHIN),
        ("2020-05-09/2020-05-09", Kind.LASTED),
        ("2020-05/..", Kind.LASTED),
    ],
)
def test_how_each_kind_is_drawn(date: str, kind: Kind) -> None:
    assert collect([entry(date)]).items[0].kind is kind


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2020-03-03/2020-03-09", "2020-03-03", "2020-03-09"),
        ("2020-03/2020-05", "2020-03-31", "2020-05-01"),
        ("1914/1918", "1914-12-31", "1918-01-01"),
        ("2020-03/..", "2020-03-31", None),
    ],
)
def test_what_lasted_for_certain(date: str, first: str, last: str | None) -> None:
    core = collect([entry(date)]).items[0].core
    assert core is not None
    assert tuple(day if day is None else iso(day) for day in core) == (first, last)


def test_nothing_lasted_for_certain_within_one_month() -> None:
    assert collect([entry("2020-03/2020-03")]).items[0].core is None


@pytest.mark.parametrize(
    ("date", "seen"),
    [
        ("2020-01-01/2020-12-31", True),
        ("2020-04-30", False),
        ("2020-05-01", True),
        ("2020-05-31", True),
        ("2020-06-01", False),
        ("..1912", False),
        ("1912..", True),
        ("../2020-04-30", False),
        ("../2020-05-01", True),
        ("2020-06/..", False),
    ],
)
def test_an_event_is_in_the_window_if_any_of_its_days_is(date: str, seen: bool) -> None:
    assert in_window(collect([entry(date)]).items[0], months(5, 5)) is seen


def test_ranges_too_wide_for_the_window_are_folded_and_counted() -> None:
    found = [entry("2020-05-09", articles=("a",)), entry("2020", articles=("a",)), entry("2020-05", articles=("a",))]
    (lane,) = view(collect(found), Filters(), months(5, 5), 900).lanes
    assert [item.entry.date for item in lane.folded] == ["2020", "2020-05"]
    assert lane.count == 3


def test_what_lasted_is_never_folded() -> None:
    assert view(collect([entry("2019/2021")]), Filters(), months(5, 5), 900).folded == 0


def test_words_are_looked_for_in_titles_sentences_notes() -> None:
    found = [
        entry("2020", "The FERRY sails"),
        entry("2020", "Lamp", note="as the ferry skipper says"),
        entry("2020", "Lamp", ("a",)),
    ]
    collection = collect(found)
    assert len(view(collection, Filters("ferry"), None, 900).shown) == 2
    assert len(view(collection, Filters("Ferry sails"), None, 900).shown) == 1
    assert len(view(collection, Filters("told"), None, 900).shown) == 1
    assert view(collection, Filters("whale"), None, 900).filtered == 3


def test_lanes_go_by_publication_and_end_by_hand() -> None:
    found = [entry("2020-05-09"), entry("2020-05-09", articles=("late",)), entry("2020-05-09", articles=("early",))]
    records = [
        ArticleRecord(path="late", title="Late", published="2020-06-01"),
        ArticleRecord(path="early", published="2020-05-10"),
    ]
    lanes = view(collect(found, records), Filters(), None, 900).lanes
    assert [lane.title for lane in lanes] == ["early", "Late", "by hand"]


def test_an_event_of_two_articles_stands_in_the_lane_that_was_chosen() -> None:
    collection = collect([entry("2020-05-09", articles=("a", "b"))])
    assert [lane.key for lane in view(collection, Filters(articles=("b",)), None, 900).lanes] == ["b"]


def many(count: int, articles: int) -> Collection:
    """A count of events, every seventh of which is known only to its month."""

    def date(number: int) -> str:
        return iso(18262 + number % 700) if number % 7 else f"{2020 + number % 2}-{1 + number % 12:02d}"

    return collect(entry(date(number), f"Event {number}", (f"a{number % articles}",)) for number in range(count))


def dense(count: int = 900, articles: int = 5) -> View:
    return view(many(count, articles), Filters(), None, 900)


def test_many_events_become_bands() -> None:
    assert not view(many(MOST_MARKS, 5), Filters(), None, 900).dense
    assert view(many(MOST_MARKS + 1, 5), Filters(), None, 900).dense


def test_the_bins_of_a_band_add_up_to_its_events() -> None:
    for lane in dense().lanes:
        days = sum(1 for item in lane.drawn if item.kind is Kind.DAY)
        assert sum(each.days for each in lane.bins) == days
        assert sum(each.spread for each in lane.bins) == pytest.approx(len(lane.drawn) - days)


def test_a_vague_event_is_spread_over_its_days_never_put_into_one() -> None:
    found = [entry(iso(18262 + number), articles=("a",)) for number in range(MOST_MARKS + 1)]
    (lane,) = view(collect([*found, entry("2020-05", articles=("a",))]), Filters(), None, 2000).lanes
    shares = [each.spread for each in lane.bins if each.spread > 1e-9]
    assert len(shares) == 31
    assert max(shares) == pytest.approx(1 / 31)


def test_bins_spread_what_reaches_over_the_edge_inside_the_window() -> None:
    found = [entry(iso(18262 + number), articles=("a",)) for number in range(MOST_MARKS + 1)]
    (lane,) = view(collect([*found, entry("2019-12-25/..", articles=("a",))]), Filters(), Window(18262, 18600), 700).lanes
    assert sum(each.spread for each in lane.bins) == pytest.approx(1)


@pytest.mark.parametrize(("count", "most"), [(200, MOST_LANES), (900, MOST_BANDS)])
def test_too_many_lanes_are_put_together_and_said_so(count: int, most: int) -> None:
    seen = view(many(count, 60), Filters(), Window(18262, 19100), 900)
    assert len(seen.lanes) == most
    (others,) = (lane for lane in seen.lanes if lane.key == OTHERS)
    assert others.title == f"{60 - most + 1} other articles"
    assert sum(lane.count for lane in seen.lanes) == count


def test_keys_stay_apart_for_events_that_look_the_same() -> None:
    keys = [item.key for item in collect([entry("2020", "Ferry")] * 3).items]
    assert len(set(keys)) == 3


def test_nothing_at_all_has_a_window() -> None:
    assert opening([]).days > 300
    assert view(Collection(), Filters(), None, 900).total == 0


def test_it_opens_where_most_of_the_events_are_and_counts_the_others() -> None:
    story = [entry(iso(18262 + number)) for number in range(20)]
    seen = view(collect([entry("1961"), entry("199X"), *story]), Filters(), None, 900)
    assert len(seen.shown) == 20
    assert seen.outside == 2
    assert seen.window.days < 60


def test_it_opens_on_everything_where_the_events_are_spread() -> None:
    seen = view(collect([entry(str(year)) for year in range(1950, 2000)]), Filters(), None, 900)
    assert seen.outside == 0


def titles(found: list[Entry], filters: Filters) -> list[str]:
    return [item.entry.title for item in view(collect(found), filters, None, 900).shown]


def test_reports_are_left_out_until_asked_for_and_counted() -> None:
    found = [entry("2020-05-09", "Strike"), entry("2020-05-10", "Paper tells", kind="report"), entry("2020-05-11", "End")]
    seen = view(collect(found), Filters(), None, 900)
    assert [item.entry.title for item in seen.shown] == ["Strike", "End"]
    assert (seen.reports, seen.filtered, seen.total) == (1, 0, 3)
    assert count_line(seen) == "2 of 3 events shown · 1 report left out"
    assert titles(found, Filters(reports=True)) == ["Strike", "Paper tells", "End"]
    narrowed = view(collect(found), Filters("strike"), None, 900)
    assert (narrowed.reports, narrowed.filtered) == (0, 2)


def test_a_report_far_off_does_not_stretch_the_view() -> None:
    found = [entry("2020-05-09"), entry("1900-05-09", kind="report")]
    assert view(collect(found), Filters(), None, 900).window.days < 60


def test_an_event_passes_with_any_chosen_value_of_every_facet() -> None:
    found = [
        entry("2020-05-01", "One", people=["Ann", "Bo"], places=["Malmö"], status="planned"),
        entry("2020-05-02", "Two", people=["Bo"], tags=["pier"], reviewed=True),
        entry("2020-05", "Three", people=["Cy"], organizations=["Council"]),
    ]
    assert titles(found, Filters(facets={"person": ("Ann", "Cy")})) == ["One", "Three"]
    assert titles(found, Filters(facets={"person": ("Bo",), "place": ("Malmö",)})) == ["One"]
    assert titles(found, Filters(facets={"status": ("planned",)})) == ["One"]
    assert titles(found, Filters(facets={"precision": ("month",)})) == ["Three"]
    assert titles(found, Filters(facets={"reviewed": ("no",)})) == ["One", "Three"]
    assert titles(found, Filters(facets={"tag": ("pier",), "organization": ("Council",)})) == []


def test_the_values_of_a_facet_come_with_their_counts_the_most_frequent_first() -> None:
    found = [entry("2020", people=["Bo"]), entry("2021", people=["Ann", "Bo", "Bo"]), entry("2022")]
    assert list(collect(found).counts["person"].items()) == [("Bo", 2), ("Ann", 1)]
    assert collect(found).counts["status"] == {"happened": 3}


def test_lanes_by_person_put_an_event_to_the_one_of_most_events_and_end_with_no_person() -> None:
    found = [
        entry("2020-05-01", "Nobody"),
        entry("2020-05-02", "Both", people=["Ann", "Bo"]),
        entry("2020-05-03", "Bo", people=["Bo"]),
        entry("2020-05-04", "Cy and Di", people=["Cy", "Di"]),
    ]
    lanes = view(collect(found), Filters(), None, 900, "person").lanes
    told = [(lane.title, [item.entry.title for item in lane.drawn]) for lane in lanes]
    assert told == [("Bo", ["Both", "Bo"]), ("Cy", ["Cy and Di"]), ("no person", ["Nobody"])]
    assert lanes[-1].key == NONE
    chosen = view(collect(found), Filters(facets={"person": ("Ann",)}), None, 900, "person").lanes
    assert [lane.title for lane in chosen] == ["Ann"]


def test_one_lane_for_all_and_lanes_by_status() -> None:
    found = [entry("2020-05-01", status="denied"), entry("2020-05-02"), entry("2020-05-03", articles=("a",))]
    assert [lane.title for lane in view(collect(found), Filters(), None, 900, "none").lanes] == ["All events"]
    assert [lane.title for lane in view(collect(found), Filters(), None, 900, "status").lanes] == ["happened", "denied"]


def test_a_lane_keeps_its_colour_when_others_leave_the_view() -> None:
    found = [entry(f"2020-0{month}-01", people=[name]) for month, name in ((1, "Ann"), (1, "Ann"), (5, "Bo"))]
    both = view(collect(found), Filters(), months(1, 6), 900, "person")
    late = view(collect(found), Filters(), months(5, 6), 900, "person")
    assert hue("Bo", both.ranks) == hue("Bo", late.ranks) != hue("Ann", both.ranks)


def test_many_people_are_put_together_under_their_own_name() -> None:
    found = [entry("2020-05-09", people=[f"Person {number}"]) for number in range(60)]
    others = view(collect(found), Filters(), None, 900, "person").lanes[-1]
    assert others.title == f"{60 - MOST_LANES + 1} other people"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("malmo", True),
        ("MALMÖ", True),
        ("Malmo\u0308", True),
        ("oresund", True),
        ('"two boats"', True),
        ("“two boats”", True),
        ('"boats two"', False),
        ("boats two", True),
        ('"over the', True),
        ("-pier", True),
        ("boats -malmö", False),
        ('-"two boats"', False),
        ("-", True),
        ('""', True),
        ("sten", True),
    ],
)
def test_search_takes_words_phrases_and_what_must_not_be_there(query: str, found: bool) -> None:
    events = [entry("2020-05-09", "Malmö sends two  boats over the Øresund", people=["Sten"])]
    assert bool(titles(events, Filters(query))) is found


def test_a_phrase_does_not_run_from_the_title_into_the_note() -> None:
    assert not titles([entry("2020", "The ferry", note="sails")], Filters('"ferry sails"'))
