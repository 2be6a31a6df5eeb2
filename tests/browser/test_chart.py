"""The chart as a reader uses it: bands, chips, the strip of the whole timeline, today's line, the range of dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from itertools import combinations
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.dashboard import crowd, regatta, saltmere

Read = Callable[..., Page]
Serve = Callable[[Path], str]
Box = tuple[float, float, float, float]
SLIDERS = ("Window in view", "First day in view", "Last day in view")


def opened(page: Page, address: str, count: str) -> None:
    page.goto(address)
    expect(page.locator("#count")).to_contain_text(count)
    expect(page.locator("#chart .annotation").first).to_be_visible()
    expect(page.locator(".minimap-window")).to_be_visible()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def many(read: Read, more: str = "", width: int = 1280) -> Page:
    """Open the crowd, at an event, since its list of hundreds would take a busy browser long to draw again and again."""
    page = read(crowd.write, f"?event=top&{more}", {"width": width, "height": 720})
    expect(page.locator("#count")).to_contain_text(f"of {crowd.COUNT} events shown")
    expect(page.locator(".minimap-window")).to_be_visible()
    return page


def middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def moved_from(page: Page, first: str | None) -> None:
    """Wait until the strip tells another first day."""
    expect(page.get_by_role("slider", name=SLIDERS[1])).not_to_have_attribute("aria-valuenow", first or "")


def first_day(page: Page) -> str | None:
    return page.get_by_role("slider", name=SLIDERS[1]).get_attribute("aria-valuenow")


def days(page: Page) -> int:
    """How many days are in view, as the strip tells."""
    low, high = (int(page.get_by_role("slider", name=name).get_attribute("aria-valuenow") or 0) for name in SLIDERS[1:])
    return high - low + 1


# ---------------------------------------------------------------- bands and chips


def test_a_click_on_a_band_zooms_into_the_days_of_its_bin_and_back_leads_out(read: Read) -> None:
    page = many(read)
    expect(page.locator("#chart .textpoint", has_text=crowd.HEADLINE)).to_be_visible()
    before, first = days(page), first_day(page)
    chart = page.locator("#chart .nsewdrag").bounding_box()
    head = page.locator("#chart .annotation").nth(1).bounding_box()
    assert chart is not None
    assert head is not None
    x, y = chart["x"] + chart["width"] * 0.4, head["y"] - 30
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator("#card")).to_contain_text("of a single day")
    page.mouse.click(x, y)
    expect(page).to_have_url(re.compile("from=.*to="))
    expect(page.locator("#count")).to_contain_text("outside the view")
    moved_from(page, first)
    assert days(page) < before / 20
    page.go_back()
    expect(page.locator("#count")).to_have_text(f"{crowd.COUNT} of {crowd.COUNT} events shown")


def test_more_opens_the_lane_it_counts(read: Read) -> None:
    page = many(read)
    link = page.get_by_role("link", name=re.compile(r"^\d+ more of market\.txt"))
    link.press("Enter")
    expect(page.locator("#chart .annotation")).to_have_count(1)
    expect(page.locator("#chart .annotation")).to_contain_text("market.txt")
    assert query(page)["article"] == ["market.txt"]
    page.go_back()
    expect(page.locator("#chart .annotation")).to_have_count(len(crowd.ARTICLES))


def test_a_folded_chip_shows_what_it_counts(read: Read) -> None:
    page = read(saltmere.build, "?from=2020-04-10&to=2020-04-20")
    expect(page.locator("#count")).to_contain_text("1 of them only as notes")
    page.get_by_role("link", name=re.compile("^1 known only to within April 2020")).click()
    expect(page.locator("#chart .textpoint", has_text="The harbour dues are doubled")).to_be_visible()
    expect(page.locator("#count")).to_contain_text("1 of 7 events shown")


# ---------------------------------------------------------------- nothing meets, nothing is cut


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("more", ["", "from=2017-01-01&to=2017-05-20", "lanes=none&from=2017-06-01&to=2017-09-20"])
def test_no_text_of_the_chart_meets_another_or_is_cut(read: Read, width: int, more: str) -> None:
    page = many(read, more, width)
    frame = page.locator("#chart").bounding_box()
    assert frame is not None
    found: list[Box] = page.evaluate(
        """() => [...document.querySelectorAll("#chart .textpoint text, #chart .annotation-text, #lane-notes .note-line > *")]
            .map(each => each.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"""
    )
    assert len(found) > 10
    for left, _, right, _ in found:
        assert left >= frame["x"] - 0.5
        assert right <= frame["x"] + frame["width"] + 0.5
    clipped = page.locator("#lane-notes .note-line > *").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert clipped == 0
    for one, other in combinations(found, 2):
        beside = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5
        assert beside or one[3] <= other[1] + 2 or other[3] <= one[1] + 2


def test_rows_have_one_height_and_the_chart_scrolls(read: Read) -> None:
    page = many(read, "from=2017-01-01&to=2017-09-30")
    heights = page.locator("#chart .textpoint text").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    steps = {round(high - low) for low, high in zip(sorted(set(heights)), sorted(set(heights))[1:], strict=False)}
    assert len(heights) > 100
    assert min(steps - {0}) >= 25
    assert page.locator("#chart-box").evaluate("box => box.scrollHeight > 2 * box.clientHeight")


# ---------------------------------------------------------------- the strip of the whole timeline


def test_the_window_of_the_strip_is_dragged_and_the_chart_follows(read: Read) -> None:
    page = many(read, "from=2016-06-01&to=2016-12-31")
    length = days(page)
    x, y = middle(page, ".minimap-window")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 100, y, steps=5)
    expect(page.locator(".minimap-told")).to_contain_text("–")
    page.mouse.up()
    expect(page).not_to_have_url(re.compile("from=2016-06-01"))
    assert days(page) == length
    assert query(page)["from"][0] > "2016-08"
    expect(page.locator(".minimap-told")).to_be_hidden()
    x, y = middle(page, ".minimap-last")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 5000, y, steps=3)
    page.mouse.up()
    expect(page.get_by_role("slider", name="Last day in view")).to_have_attribute("style", re.compile("left: 100"))
    assert days(page) > length


def test_a_window_too_narrow_to_grip_is_still_moved_by_its_middle(read: Read) -> None:
    page = many(read, "from=2016-06-01&to=2016-06-20")
    x, y = middle(page, ".minimap-window")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 100, y, steps=4)
    page.mouse.up()
    expect(page).not_to_have_url(re.compile("from=2016-06-01"))
    assert days(page) == 20


def test_a_press_beside_the_window_brings_it_there(read: Read) -> None:
    page = many(read, "from=2016-06-01&to=2016-08-31")
    length = days(page)
    box = page.locator(".minimap-strip").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + 20)
    expect(page).not_to_have_url(re.compile("from=2016-06-01"))
    x, _ = middle(page, ".minimap-window")
    assert abs(x - box["x"] - box["width"] * 0.8) < 3
    assert days(page) == length


def test_the_strip_is_moved_by_touch(browser: Browser, serve: Serve, tmp_path: Path, page: Page) -> None:
    address = serve(crowd.write(tmp_path)) + "?event=top&from=2016-06-01&to=2016-12-31"
    opened(page, address, "events shown")
    phone = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    touched = phone.new_page()
    opened(touched, address, "events shown")
    touched.locator(".minimap-window").scroll_into_view_if_needed()
    x, y = middle(touched, ".minimap-window")
    session = phone.new_cdp_session(touched)
    for kind, at in (("touchStart", x), ("touchMove", x + 20), ("touchMove", x + 60), ("touchEnd", None)):
        points = [] if at is None else [{"x": at, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(touched).not_to_have_url(re.compile("from=2016-06-01"))
    assert query(touched)["from"][0] > "2016-08"
    phone.close()


def test_the_strip_is_moved_by_keys(read: Read) -> None:
    page = many(read, "from=2017-01-01&to=2017-04-10")
    for name in SLIDERS:
        expect(page.get_by_role("slider", name=name)).to_have_count(1)
    window, last = page.get_by_role("slider", name=SLIDERS[0]), page.get_by_role("slider", name=SLIDERS[2])
    window.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(window).to_have_attribute("aria-valuetext", "21 January 2017 – 30 April 2017")
    expect(page).to_have_url(re.compile("from=2017-01-21&to=2017-04-30"))
    expect(window).to_be_focused()
    last.press("PageUp")
    expect(page).to_have_url(re.compile("from=2017-01-21&to=2017-08-08"))
    window.press("Home")
    expect(page).to_have_url(re.compile("from=2015-1"))
    expect(page.get_by_role("slider", name=SLIDERS[1])).to_have_attribute("aria-valuetext", re.compile("2015"))
    expect(window).to_be_focused()


def test_the_strip_tells_years_before_christ(page: Page, serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text('- {date: -0043-03-15, title: A dictator falls}\n- {date: "0014-08-19", title: His heir dies}\n')
    opened(page, serve(path) + "?from=-0043-03-01&to=0001-05-31", "1 of 2 events shown")
    told = page.get_by_role("slider", name=SLIDERS[0])
    expect(told).to_have_attribute("aria-valuetext", "1 March 44 BC – 31 May 1")
    expect(page.locator(".minimap-ticks span").first).to_contain_text("BC")


def test_the_strip_follows_the_buttons_and_a_pan(read: Read) -> None:
    page = many(read)
    whole, first = days(page), first_day(page)
    page.get_by_role("button", name="Zoom in").click()
    moved_from(page, first)
    assert days(page) == pytest.approx(whole / 2, abs=2)
    first = first_day(page)
    x, y = middle(page, "#chart .annotation")
    page.mouse.move(x + 200, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=4)
    moved_from(page, first)
    page.mouse.up()


# ---------------------------------------------------------------- today


def test_today_is_drawn_by_the_date_of_the_browser_and_only_in_view(own_page: Page, serve: Serve, town: Path) -> None:
    page = own_page
    page.clock.set_fixed_time(datetime(2020, 5, 9, 23, 30))
    opened(page, serve(town), "events shown")
    expect(page.locator("#today")).to_be_visible()
    expect(page.locator("#today-name")).to_have_text("today")
    mark = page.locator("#chart .textpoint", has_text="runs aground").bounding_box()
    line = page.locator("#today").bounding_box()
    assert mark is not None
    assert line is not None
    assert 0 < line["x"] - mark["x"] - mark["width"] < 20  # the label stands to the left of its dot
    page.goto(page.url.partition("?")[0] + "?from=2020-02-01&to=2020-03-01")
    expect(page.locator("#count")).to_contain_text("outside the view")
    expect(page.locator("#today")).to_be_hidden()


def test_the_page_opens_on_the_data_and_not_on_today(page: Page, serve: Serve, town: Path) -> None:
    opened(page, serve(town), f"{len(saltmere.EVENTS)} of {len(saltmere.EVENTS)} events shown")
    expect(page.locator("#today")).to_be_hidden()


# ---------------------------------------------------------------- dates and what is new


def test_a_range_of_dates_keeps_what_overlaps_it(read: Read) -> None:
    page = read(saltmere.build)
    page.locator("#filters-told").click()
    page.get_by_label("From", exact=True).fill("2020-05")
    expect(page.locator("#since-told")).to_have_text("from 1 May 2020")
    expect(page.locator("#count")).to_have_text("4 of 7 events shown · 3 filtered out")
    page.get_by_label("To", exact=True).fill("2020-05-09")
    expect(page.locator("#count")).to_have_text("2 of 7 events shown · 5 filtered out")
    expect(page.locator("#filters-told")).to_have_text("Filters (2 active)")
    assert query(page) == {"since": ["2020-05"], "until": ["2020-05-09"]}
    page.get_by_label("To", exact=True).fill("2020-02-30")
    expect(page.locator("#until-told .fault")).to_contain_text("February 2020 has 29 days")
    expect(page.locator("#count")).to_contain_text("4 of 7")
    page.reload()
    expect(page.locator("#count")).to_contain_text("4 of 7")
    page.locator("#filters-told").click()
    expect(page.get_by_label("From", exact=True)).to_have_value("2020-05")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#count")).to_have_text("7 of 7 events shown")
    expect(page.get_by_label("From", exact=True)).to_have_value("")


def test_only_new_is_the_facet_of_what_is_not_reviewed(read: Read) -> None:
    page = read(regatta.write)
    page.get_by_label("only new: unreviewed (11)").check()
    expect(page.locator("#count")).to_have_text("9 of 12 events shown · 2 reports left out · 1 filtered out")
    assert query(page) == {"reviewed": ["no"]}
    page.locator("#filters-told").click()
    expect(page.locator("#facet-reviewed")).to_contain_text("not yet reviewed")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.get_by_label("only new: unreviewed (11)")).not_to_be_checked()
    expect(page.locator(".legend")).to_contain_text("reviewed")
