"""Figures: labels that never meet, no mark inside a vague range, open ends, every event in them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures import drawn as everything
from dashboard.figures import figure
from dashboard.filters import Filters
from dashboard.ink import Scale, literal
from dashboard.items import collect
from dashboard.opening import whole
from dashboard.packing import AIR, EDGE, Side, place, rows, shorten, text_width
from dashboard.ruler import ruler
from dashboard.state import Window, window
from dashboard.view import view
from tests.dashboard.test_dash_view import dates, dense, entry, months
from timeline.entries import Entry
from timeline.interval import day_number

Figure = dict[str, Any]


def drawn(found: list[Entry], frame: Window | None = None, width: int = 900, selected: str = "") -> Figure:
    collection = collect(found)
    return figure(view(collection, Filters(), frame, width), dict(collection.titles), selected)


def traces(made: Figure, name: str) -> list[dict[str, Any]]:
    return [trace for trace in made["data"] if trace["name"] == name]


def points(made: Figure, name: str) -> list[tuple[float, float]]:
    return [(x, y) for trace in traces(made, name) for x, y in zip(trace["x"], trace["y"], strict=True)]


boxes = st.lists(st.tuples(st.floats(-500, 1500), st.floats(0, 400)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=60)
titles = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=90)


@given(boxes, st.none() | st.integers(1, 4))
def test_no_two_boxes_of_a_row_meet(given_boxes: list[tuple[float, float]], most: int | None) -> None:
    numbers = rows(given_boxes, most=most)
    assert most is None or max(numbers, default=0) < most
    assert most is not None or -1 not in numbers
    for row in set(numbers) - {-1}:
        inside = sorted(box for box, number in zip(given_boxes, numbers, strict=True) if number == row)
        for (_, high), (low, _) in pairwise(inside):
            assert low >= high + AIR - 1e-6


@given(titles, st.floats(-300, 1200), st.floats(4, 900), st.integers(320, 1200), st.booleans())
def test_no_label_is_cut_at_an_edge(title: str, low: float, length: float, width: int, roomy: bool) -> None:
    mark = (min(low, width - 5), max(low + length, 5))
    label = place(title, mark, width, mark if roomy else None)
    need = text_width(label.text)
    begin = label.x - need if label.side is Side.LEFT else label.x
    assert begin >= EDGE - 1e-6 or not label.text.strip("…")
    assert begin + need <= width - EDGE + 1e-6 or not label.text.strip("…")


@given(titles, st.floats(20, 300))
def test_what_is_shortened_fits_and_says_so(title: str, room: float) -> None:
    short = shorten(title, room)
    assert text_width(short) <= room
    assert short == title or short.endswith("…")


def test_a_title_flips_to_the_left_of_a_mark_at_the_right_edge() -> None:
    assert place("The harbour fair", (880, 890), 900).side is Side.LEFT


@settings(deadline=None)
@given(
    st.lists(st.builds(entry, dates(), titles, st.sampled_from(((), ("a",), ("b",)))), max_size=30), st.sampled_from((330, 900))
)
def test_every_event_in_view_has_its_box_and_none_meet(found: list[Entry], width: int) -> None:
    collection = collect(found)
    seen = view(collection, Filters(), whole([item.extent for item in collection.items]), width)
    made = figure(seen, dict(collection.titles))
    (hits,) = traces(made, "hits")
    assert len(hits["customdata"]) + seen.folded == len(found) == len(set(hits["customdata"])) + seen.folded
    scale = Scale(seen.window, width)
    placed = sorted(
        (y, scale.px(base), scale.px(base + x)) for y, base, x in zip(hits["y"], hits["base"], hits["x"], strict=True)
    )
    for (y, _, high), (other, low, _) in pairwise(placed):
        assert y != other or low >= high - 0.01
    for _, low, high in placed:
        assert low >= -0.01
        assert high <= width + 0.01


@settings(deadline=None)
@given(st.lists(dates(), min_size=1, max_size=20))
def test_no_mark_stands_inside_a_vague_range(found: list[str]) -> None:
    made = drawn([entry(date) for date in found])
    marks = points(made, "days")
    for trace in traces(made, "within"):
        for low, length, y in zip(trace["base"], trace["x"], trace["y"], strict=True):
            assert not [x for x, height in marks if height == y and low < x < low + length]
    low, high = made["layout"]["xaxis"]["range"]
    for x, _ in points(made, "open ends"):
        assert min(x - low, high - x) < (high - low) * 6 / 900


def test_a_day_is_a_dot_over_that_day() -> None:
    assert [x for x, _ in points(drawn([entry("2020-05-09")]), "days")] == [day_number(2020, 5, 9) + 0.5]


def test_some_time_in_a_month_is_a_bracket_around_it() -> None:
    made = drawn([entry("2020-05")])
    (within,) = traces(made, "within")
    assert (within["base"], within["x"]) == ([day_number(2020, 5, 1)], [31])
    (bracket,) = traces(made, "brackets")
    ends = {day_number(2020, 5, 1), day_number(2020, 6, 1)}
    assert {x for x in bracket["x"] if x is not None} == ends
    assert [bracket["x"].count(end) for end in sorted(ends)] == [2, 2]  # a line along the foot, a whisker at each end
    assert not points(made, "days")
    assert not traces(made, "lasted")[0]["x"]


def test_what_lasted_is_solid_over_its_days() -> None:
    (lasted,) = traces(drawn([entry("2020-03-03/2020-03-09")]), "lasted")
    assert (lasted["base"], lasted["x"]) == ([day_number(2020, 3, 3)], [7])


def test_what_lasted_with_vague_ends_is_solid_only_where_it_is_certain() -> None:
    (lasted,) = traces(drawn([entry("1914/1918")]), "lasted")
    assert lasted["base"] == [day_number(1914, 12, 31)]
    assert lasted["base"][0] + lasted["x"][0] == day_number(1918, 1, 2)


def test_one_day_that_lasted_is_still_seen() -> None:
    made = drawn([entry("2020-05-09/2020-05-09"), entry("1900"), entry("2100")])
    (lasted,) = traces(made, "lasted")
    low, high = made["layout"]["xaxis"]["range"]
    assert lasted["x"][0] >= 3.99 * (high - low) / 900


@pytest.mark.parametrize(
    ("date", "whiskers", "arrows"),
    [("..2020-05-09", [False, True], ["triangle-left"]), ("2020-05-09..", [True, False], ["triangle-right"])],
)
def test_an_open_end_has_an_arrow_and_no_whisker(date: str, whiskers: list[bool], arrows: list[str]) -> None:
    made = drawn([entry("2020-04-01"), entry("2020-05-20"), entry(date), entry("2020-06-30")], months(4, 6))
    (bracket,) = traces(made, "brackets")
    xs = [x for x in bracket["x"] if x is not None]
    low, high = min(xs), max(xs)
    assert [xs.count(low) == 2, xs.count(high) == 2] == whiskers
    assert traces(made, "open ends")[0]["marker"]["symbol"] == arrows
    edge = made["layout"]["xaxis"]["range"][0 if whiskers[1] else 1]
    assert edge in (low, high)


@pytest.mark.parametrize("date", ["2020-05~", "2020-05?", "2020-05%"])
def test_doubt_is_dashed(date: str) -> None:
    (bracket,) = traces(drawn([entry(date)]), "brackets")
    assert bracket["line"]["dash"] != "solid"


def test_a_doubtful_day_is_hollow() -> None:
    (days,) = traces(drawn([entry("2020-05-09~"), entry("2020-05-10")]), "days")
    assert days["marker"]["symbol"] == ["circle-open", "circle"]


@pytest.mark.parametrize("date", ["-0043-03-15", "44 BC", "0099-01-01", "1970-01-01", "Y12024-05-09", "9999-12-31"])
def test_no_year_vanishes(date: str) -> None:
    words = {"44 BC": collect([entry("-0043")]).items[0].entry.interval}
    made = drawn([Entry.model_validate({"date": date, "title": "Ides"}, context={"words": words.get})])
    assert len(traces(made, "hits")[0]["customdata"]) == 1
    assert traces(made, "labels")


HOSTILE = '<a href="https://example.org">click</a> & <b>bold</b> %{x} $\\alpha$'


def test_titles_show_as_they_were_typed() -> None:
    made = drawn([entry("2020-05-09", HOSTILE, (HOSTILE,))], width=1600)
    texts = [text for trace in made["data"] for text in trace.get("text", [])]
    texts += [note["text"] for note in made["layout"]["annotations"]]
    tags = {tag for text in texts for tag in re.findall(r"<[^>]*>", text)}
    assert all(re.fullmatch(r"</?[bis]>|<br>|<span style=\"color:rgb\([\d, ]+\)\">|</span>", tag) for tag in tags)
    assert any(literal("<a href") in text for text in texts)
    hovered = [trace for trace in made["data"] if "hovertext" in trace]
    assert all(trace["hoverinfo"] == "none" and "hovertemplate" not in trace for trace in hovered)  # Plotly shows none of it


def test_the_opened_event_has_a_ring() -> None:
    key = collect([entry("2020-05-09")]).items[0].key
    shapes = [drawn([entry("2020-05-09")], selected=each)["layout"]["shapes"] for each in ("", key)]
    assert len(shapes[1]) == len(shapes[0]) + 1


def test_bands_tell_all_their_counts() -> None:
    seen = dense()
    made = figure(seen, {lane.key: lane.title for lane in seen.lanes})
    told = [re.search(r"</b>  ([\d,]+) event", note["text"]) for note in made["layout"]["annotations"]]
    assert sum(int(found[1].replace(",", "")) for found in told if found) == len(seen.shown)
    assert len(traces(made, "band of days")) == len(traces(made, "band")) == len(seen.lanes)


def test_headlines_of_bands_stay_apart() -> None:
    seen = dense()
    made = figure(seen, {lane.key: lane.title for lane in seen.lanes})
    (hits,) = traces(made, "hits")
    placed = sorted(zip(hits["y"], hits["base"], hits["x"], strict=True))
    assert len(placed) > len(seen.lanes)
    for (y, base, length), (other, low, _) in pairwise(placed):
        assert y != other or low > base + length


@given(st.integers(-740_000, 3_700_000), st.integers(10, 1_500_000), st.integers(320, 1600))
@settings(deadline=None)
def test_ticks_have_room_for_any_window(first: int, length: int, width: int) -> None:
    frame = window(first, first + length)
    made = ruler(frame, width)
    assert len(made.ticks) >= 1
    for row in (made.above, made.ticks):
        ends = []
        for tick in row:
            need = text_width(tick.text, 11)
            x = (tick.day - frame.first) * width / frame.days - (need / 2 if tick.middle else 0)
            ends.append((x, x + need))
        assert all(low >= -0.01 and high <= width + 0.01 for low, high in ends)
        assert all(low >= high for (_, high), (low, _) in pairwise(ends))


@pytest.mark.parametrize(
    ("frame", "above", "ticks"),
    [
        (Window(day_number(2020, 5, 1), day_number(2020, 5, 14)), ["May 2020"], ["1", "2", "3"]),
        (months(1, 11), ["2020"], ["Jan", "Feb", "Mar"]),
        (Window(day_number(-60, 1, 1), day_number(40, 1, 1)), [], ["60 BC", "50 BC", "40 BC"]),
        (Window(day_number(11990, 1, 1), day_number(12050, 1, 1)), [], ["11990", "11995", "12000"]),
    ],
)
def test_ticks_in_words(frame: Window, above: list[str], ticks: list[str]) -> None:
    made = ruler(frame, 800)
    assert [tick.text for tick in made.above] == above
    assert [tick.text for tick in made.ticks][:3] == ticks


def disputed(found: Entry, *dates: str) -> Entry:
    """The same event, its sources with dates of their own."""
    sources = [source.model_copy(update={"date": date}) for source, date in zip(found.sources, dates, strict=True)]
    return found.model_copy(update={"sources": sources})


def filled(made: Figure) -> int:
    """How many marks of a figure are drawn as what happened: full dots and bars."""
    dots = sum(trace["marker"]["symbol"].count("circle") for trace in traces(made, "days"))
    return dots + sum(len(trace["x"]) for name in ("lasted", "strips") for trace in traces(made, name))


@pytest.mark.parametrize("status", ["planned", "denied", "claimed"])
@pytest.mark.parametrize(
    "date", ["2020-05-09", "2020-05-09~", "2020-05", "2020-05-03/2020-05-09", "2020-05/..", "2020-05/2020-05"]
)
def test_only_what_happened_is_filled(date: str, status: str) -> None:
    assert filled(drawn([entry(date)])) == (date not in ("2020-05-09~", "2020-05"))
    assert filled(drawn([entry(date, status=status)])) == 0


def texts(made: Figure) -> list[str]:
    return [text for trace in traces(made, "labels") for text in trace["text"]]


@pytest.mark.parametrize("date", ["2020-05-09", "2020-05", "2020-05-03/2020-05-09"])
def test_what_is_planned_is_a_dashed_outline_and_says_so(date: str) -> None:
    made = drawn([entry(date, "Regatta", status="planned")])
    (lines,) = traces(made, "planned") or traces(made, "brackets")
    assert "px" in lines["line"]["dash"]
    assert not traces(made, "within")[0]["x"]
    assert texts(made) == ["<i>planned: Regatta</i>"]


def test_a_bar_that_is_only_planned_is_closed_and_a_vague_one_is_open_at_its_top() -> None:
    (lasted,) = traces(drawn([entry("2020-05-03/2020-05-09", status="planned")]), "brackets")
    (within,) = traces(drawn([entry("2020-05-03..2020-05-09", status="planned")]), "brackets")
    assert len(lasted["x"]) == len(within["x"]) + 3


def test_what_is_denied_is_crossed_out() -> None:
    day, span = drawn([entry("2020-05-09", "Sale", status="denied")]), drawn([entry("2020-05", "Sale", status="denied")])
    assert traces(day, "days")[0]["marker"]["symbol"] == ["circle-x-open"]
    assert texts(day) == texts(span) == ["<s>Sale</s>"]
    assert traces(span, "struck")[0]["x"][:2] == [day_number(2020, 5, 1), day_number(2020, 6, 1)]


def test_what_is_claimed_has_a_question_mark() -> None:
    day, span = drawn([entry("2020-05-09", "Mast", status="claimed")]), drawn([entry("2020-05", "Mast", status="claimed")])
    assert traces(day, "questions")[0]["text"] == ["<b>?</b>"]
    assert texts(day) == ["Mast"]
    assert texts(span) == ["? Mast"]


@pytest.mark.parametrize("status", ["planned", "denied", "claimed"])
def test_the_card_says_what_it_is(status: str) -> None:
    (hits,) = traces(drawn([entry("2020-05-09", status=status, kind="event")]), "hits")
    assert f"9 May 2020 · {status}" in hits["hovertext"][0]


def test_bands_do_not_count_plans_among_what_happened() -> None:
    found = [entry(f"2020-05-{day:02d}", articles=("a",)) for day in range(1, 28) for _ in range(10)]
    plans = [entry("2020-05-09", articles=("a",), status="planned"), entry("2020-05", articles=("a",), status="denied")]
    seen = view(collect([*found, *plans]), Filters(), months(4, 6), 900)
    (lane,) = seen.lanes
    assert seen.dense
    assert sum(each.days for each in lane.bins) == len(found)
    assert sum(each.spread for each in lane.bins) == 0
    assert sum(each.unsure for each in lane.bins) == pytest.approx(2)
    made = figure(seen, {"a": "a"})
    (note,) = everything(seen, {"a": "a"}).notes
    assert "2 planned, denied or claimed" in note.told
    (line,) = traces(made, "unsure")
    assert "fill" not in line


def test_the_number_of_articles_stands_by_the_mark_and_is_never_cut() -> None:
    twice = entry("2020-05-09", "A very long title " * 6, ("a", "b"))
    right, left = drawn([twice], months(5, 11), 500), drawn([twice], months(1, 5), 500)
    assert texts(right)[0].startswith("<b>×2</b> A very long")
    assert texts(left)[0].endswith("… <b>×2</b>")
    assert texts(drawn([entry("2020-05-09", "Once", ("a",))])) == ["Once"]


@pytest.mark.parametrize(("colour", "shown"), [("'#c0392b'", "rgb(192, 57, 43)"), ("teal", "rgb(0, 128, 128)")])
def test_an_event_has_the_colour_that_its_entry_names(colour: str, shown: str) -> None:
    made = drawn([entry("2020-05-09", color=colour.strip("'"))])
    assert traces(made, "days")[0]["marker"]["color"] == [shown]


def test_letters_on_a_light_bar_are_dark() -> None:
    made = drawn([entry("2020-05-03/2020-09-09", "Fair", color="gold")])
    inks = [trace["textfont"]["color"] for trace in traces(made, "labels") if trace["text"] == ["Fair"]]
    assert inks == ["rgb(20, 24, 30)"]


def test_rows_follow_the_order_of_time_whatever_side_the_labels_are_on() -> None:
    found = [entry("2020-05-02", "Early"), entry("2020-05-29", "Late with a title that is quite long and stands left")]
    made = drawn([*found, entry("2020-05-30", "Last")], months(5, 5), 600)
    (hits,) = traces(made, "hits")
    assert hits["y"] == sorted(hits["y"])


def test_the_date_that_others_give_is_a_ghost_joined_to_the_mark() -> None:
    made = drawn([disputed(entry("2020-05-09", "End", ("a", "b")), "", "2020-05-04")])
    (ghosts,) = traces(made, "ghosts")
    assert ghosts["x"] == [day_number(2020, 5, 4) + 0.5]
    (line,) = traces(made, "ghost lines")
    assert min(line["x"][:2]) > day_number(2020, 5, 4)
    assert max(line["x"][:2]) < day_number(2020, 5, 10)
    assert points(made, "days") == [(day_number(2020, 5, 9) + 0.5, ghosts["y"][0])]
    (hits,) = traces(made, "hits")
    assert hits["base"][0] < day_number(2020, 5, 5)
    assert "other sources say 4 May 2020" in hits["hovertext"][0]


@pytest.mark.parametrize("date", ["2020-03", "2020-05-04", "2021-01-01/2021-01-09", "..1999", "2020-05"])
@pytest.mark.parametrize("own", ["2020-05-09", "2020-05", "2020-05-09/..", "2020-05-01/2020-05-20"])
def test_ghosts_of_every_kind_keep_labels_apart(own: str, date: str) -> None:
    found = [disputed(entry(own, "One", ("a",)), date), disputed(entry(own, "Two", ("a",)), date), entry("2020-05-12", "Three")]
    made = drawn(found, months(4, 6))
    (hits,) = traces(made, "hits")
    spans = sorted(zip(hits["y"], hits["base"], hits["x"], strict=True))
    for (y, base, length), (other, low, _) in pairwise(spans):
        assert y != other or low >= base + length


def test_a_source_that_agrees_makes_no_conflict() -> None:
    (item,) = collect([disputed(entry("2020-05-09", "End", ("a", "b")), "2020-05-09", "")]).items
    assert not item.others
    both = collect([disputed(entry("2020-05-09", "End", ("a", "b")), "2020-05-08", ""), entry("2020-05-10")])
    assert both.traits.disputed.sum() == 1
    assert len(view(both, Filters(conflicts=True), None, 900).shown) == 1
