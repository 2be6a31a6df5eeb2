"""The page as a reader uses it: look, open, search, filter, zoom, download, edit, read on a phone."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.dashboard import regatta, saltmere

Read = Callable[..., Page]
Serve = Callable[[Path], str]
ALL = f"{len(saltmere.EVENTS)} of {len(saltmere.EVENTS)} events shown"
FERRY = "The ferry Saint Brannoc runs aground"


def opened(page: Page, address: str, count: str = ALL) -> None:
    """Go to an address and wait until the timeline stands."""
    page.goto(address)
    expect(page.locator("#count")).to_contain_text(count)
    expect(page.locator("#chart .annotation").first).to_be_visible()


def label(page: Page, title: str) -> Locator:
    return page.locator("#chart .textpoint", has_text=title)


def click_mark(page: Page, title: str) -> None:
    """As a hand does: move there, see the card, click."""
    label(page, title).scroll_into_view_if_needed()
    box = label(page, title).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    expect(page.locator("#card")).to_contain_text(title)
    page.mouse.click(x, y)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def write(path: Path, text: str) -> None:
    """Write a file so that its time of change differs, however coarse the clock of the disk."""
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_click_on_a_mark_opens_the_article_at_its_sentence(read: Read) -> None:
    page = read(saltmere.build)
    click_mark(page, FERRY)
    panel = page.locator(".panel")
    expect(panel.get_by_role("heading", name=FERRY)).to_be_visible()
    expect(panel).to_contain_text("9 May 2020")
    expect(panel).to_contain_text("date: 2020-05-09")
    expect(panel).to_contain_text("The last Saturday before Sunday 10 May 2020")
    expect(panel).to_contain_text("Ada Quill")
    expect(panel).to_contain_text("Published 10 May 2020")
    expect(panel).to_contain_text("Sunday, May 10, 2020")
    expect(panel.locator("mark.sentence")).to_have_text("On Saturday the ferry Saint Brannoc ran aground on the sandbar.")
    expect(panel.locator("mark.phrase")).to_have_text("Saturday")
    expect(panel.locator("mark.sentence")).to_be_in_viewport()
    expect(panel.locator(".dim").last).to_contain_text("Share this article")
    expect(panel).to_contain_text("keeps his own, in pencil")
    panel.get_by_role("link", name="All events").click()
    expect(panel.get_by_role("heading", name="Events in view")).to_be_visible()
    click_mark(page, FERRY)  # the same mark again
    expect(panel.get_by_role("heading", name=FERRY)).to_be_visible()


def test_a_sentence_over_two_lines_is_marked_whole(read: Read) -> None:
    page = read(saltmere.build)
    click_mark(page, "The rope workers are on strike")
    expect(page.locator("mark.sentence")).to_contain_text("so the moorings are old as well.")
    expect(page.locator("mark.phrase")).to_have_text("From 3 to 9 March")


def test_the_other_article_of_an_event_is_one_link_away(read: Read) -> None:
    page = read(saltmere.build)
    page.locator(".event", has_text=FERRY).click()
    expect(page.locator(".read-of")).to_have_text("in The ferry that would not sail")
    page.locator(".tab", has_text="Notes from the quay").click()
    expect(page.locator(".read-of")).to_have_text("in Notes from the quay")
    expect(page.locator("mark.sentence")).to_have_text("She had run aground on May 9, in fog.")
    expect(page.locator(".panel")).to_contain_text("The year is that of the article, 2020.")
    page.go_back()
    expect(page.locator("mark.phrase")).to_have_text("Saturday")


def test_the_list_can_be_walked_with_the_keyboard(read: Read) -> None:
    page = read(saltmere.build)
    links = page.locator(".panel .event")
    expect(links).to_have_count(len(saltmere.EVENTS))
    expect(links.first).to_contain_text("about February 2020")
    links.first.press("Enter")
    expect(page.locator("#panel-heading")).to_be_focused()
    expect(page.locator("#panel-heading")).to_have_text("The lighthouse lamp is changed")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(links).to_have_count(len(saltmere.EVENTS))


def test_an_event_added_by_hand_says_so(read: Read) -> None:
    page = read(saltmere.build)
    page.locator(".event", has_text="The council meets").click()
    expect(page.locator(".by-hand")).to_be_visible()
    expect(page.locator(".note")).to_have_text("The minutes are in the second drawer.")
    expect(page.locator(".tags")).to_have_text("council")


def test_without_the_archive_the_quoted_sentence_is_shown(page: Page, serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(saltmere.yaml(), encoding="utf-8")
    opened(page, serve(path))
    page.locator(".event", has_text=FERRY).click()
    expect(page.locator("mark.sentence")).to_have_text("On Saturday the ferry Saint Brannoc ran aground on the sandbar.")
    expect(page.locator("mark.phrase")).to_have_text("Saturday")
    expect(page.locator(".panel")).to_contain_text("timeline build")


def test_search_and_filter_narrow_and_live_in_the_address(read: Read) -> None:
    page = read(saltmere.build)
    page.get_by_label("Search").fill("sandbar")
    expect(page.locator("#count")).to_have_text("2 of 7 events shown · 5 filtered out")
    expect(page.locator(".panel .event")).to_have_count(2)
    page.locator("#articles").click()
    page.locator(".dash-dropdown-option", has_text="Notes from the quay").click()
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text("2 of 7 events shown · 5 filtered out")
    page.get_by_label("Search").fill("")
    expect(page.locator("#count")).to_have_text("3 of 7 events shown · 4 filtered out")
    assert query(page) == {"article": [saltmere.QUAY]}
    page.reload()
    expect(page.locator("#count")).to_have_text("3 of 7 events shown · 4 filtered out")
    expect(page.locator("#articles")).to_contain_text("Notes from the quay")


def test_a_link_shows_the_same_view(page: Page, serve: Serve, town: Path) -> None:
    address = serve(town) + "?q=brannoc&from=2020-05-10&to=2020-05-20"
    page.goto(address)
    expect(page.locator("#count")).to_have_text("1 of 7 events shown · 1 outside the view · 5 filtered out")
    expect(page.get_by_label("Search")).to_have_value("brannoc")
    assert page.url == address


def test_the_download_holds_what_is_shown(read: Read) -> None:
    page = read(saltmere.build)
    page.get_by_label("Search").fill("sandbar")
    expect(page.locator(".panel .event")).to_have_count(2)
    with page.expect_download() as waiting:
        page.locator("summary", has_text="Download").click()
        page.get_by_role("link", name="Table for spreadsheets").click()
    with Path(waiting.value.path()).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["title"] for row in rows] == page.locator(".event .what").all_text_contents()
    assert waiting.value.suggested_filename == "events.csv"


def test_zoom_and_pan_change_what_is_counted(read: Read) -> None:
    page = read(saltmere.build)
    box = page.locator("#chart .nsewdrag").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20)
    for _ in range(14):
        page.mouse.wheel(0, -300)
    expect(page.locator("#count")).to_contain_text("outside the view")
    expect(page).to_have_url(re.compile("from=.*to="))
    told = re.fullmatch(r"(\d+) of 7 events shown(?: · \d+ of them only as notes)? · (\d+) outside the view", count(page))
    assert told is not None
    assert int(told[1]) + int(told[2]) == len(saltmere.EVENTS)
    expect(page.locator(".panel .event")).to_have_count(int(told[1]))
    before = page.url
    expect(page.locator("#chart .annotation", has_text="by hand")).to_have_count(0)  # the chart is drawn anew
    for _ in range(5):  # a chart that is drawn anew meanwhile lets go of what is dragged
        page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + 20, box["y"] + 30, steps=6)
        page.mouse.up()
        with suppress(AssertionError):
            expect(page).not_to_have_url(before, timeout=6_000)
            break
    expect(page).not_to_have_url(before)
    page.get_by_role("button", name="Show all events").click()
    expect(page.locator("#count")).to_have_text(ALL)


def count(page: Page) -> str:
    return page.locator("#count").text_content() or ""


def test_the_buttons_zoom_and_move(read: Read) -> None:
    page = read(saltmere.build)
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile("from="))
    spans = []
    for name in ("Later", "Zoom out", "Earlier"):
        before = page.url
        page.get_by_role("button", name=name).click()
        expect(page).not_to_have_url(before)
        spans.append(query(page)["from"][0])
    assert len(set(spans)) == 3


def test_an_edit_shows_after_a_reload(page: Page, serve: Serve, town: Path) -> None:
    opened(page, serve(town))
    write(town, saltmere.yaml() + '- date: 2020-06-01\n  title: "The pier opens again"\n')
    page.reload()
    expect(page.locator("#count")).to_have_text("8 of 8 events shown")
    expect(label(page, "The pier opens again")).to_be_visible()


def test_a_broken_file_keeps_the_last_good_state_and_says_where(page: Page, serve: Serve, town: Path) -> None:
    opened(page, serve(town))
    write(town, saltmere.yaml() + "- date: 2020-02-30\n  title: Impossible\n")
    page.reload()
    line = len(saltmere.yaml().splitlines()) + 1
    expect(page.get_by_role("alert")).to_contain_text(f"events.yaml, line {line}")
    expect(page.get_by_role("alert")).to_contain_text("'2020-02-30' does not exist")
    expect(page.locator("#count")).to_have_text(ALL)
    expect(label(page, FERRY)).to_be_visible()
    write(town, saltmere.yaml())
    page.reload()
    expect(page.locator("#count")).to_have_text(ALL)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(("text", "words"), [("", "timeline build"), ("- titel: x\n", "Nothing to show")])
def test_a_page_without_events_says_why(page: Page, serve: Serve, tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text)
    page.goto(serve(path))
    expect(page.locator(".notice")).to_contain_text(words)
    expect(page.locator("#count")).to_have_text("0 of 0 events shown")


HOSTILE = (
    '<a href="https://example.org">a link</a>',
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; & &amp; %{x} $\\alpha$",
    "<script>alert(1)</script>",
)


def test_titles_are_text_and_nothing_else(page: Page, serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    entries = [
        f"- date: 2020-05-{number * 7 + 1:02d}\n  title: {saltmere.quoted(title)}\n" for number, title in enumerate(HOSTILE)
    ]
    path.write_text("".join(entries), encoding="utf-8")
    opened(page, serve(path), "4 of 4")
    for title in HOSTILE:
        expect(label(page, title)).to_be_visible()
        click_mark(page, title)
        expect(page.locator("#panel-heading")).to_have_text(title)
    assert page.locator("#chart a, .panel a[href*='example'], .panel img, #chart image[href^=http]").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_no_label_meets_another_or_an_edge(read: Read, width: int) -> None:
    page = read(saltmere.build, size={"width": width, "height": 800})
    frame = page.locator("#chart").bounding_box()
    assert frame is not None
    boxes = []
    for text in page.locator("#chart .textpoint text").all():
        box = text.bounding_box()
        assert box is not None
        assert box["x"] >= frame["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        boxes.append((round(box["y"]), box["x"], box["x"] + box["width"]))
    assert len(boxes) == len(saltmere.EVENTS)
    for (y, _, high), (other, low, _) in pairwise(sorted(boxes)):
        assert y != other or low > high


def test_on_a_narrow_screen_the_panel_goes_below_and_nothing_sticks_out(page: Page, serve: Serve, town: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    opened(page, serve(town))
    chart, panel = page.locator("#chart-box").bounding_box(), page.locator(".panel").bounding_box()
    assert chart is not None
    assert panel is not None
    assert panel["y"] >= chart["y"] + chart["height"]
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    click_mark(page, "The north pier is closed")
    expect(page.locator("mark.sentence")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_of_the_chart_follow_the_colours_of_the_page(page: Page, serve: Serve, town: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(page, serve(town))
    ink = page.evaluate("() => getComputedStyle(document.body).color")
    expect(label(page, FERRY).locator("text")).to_have_css("fill", ink)


def test_reports_come_when_they_are_asked_for(read: Read) -> None:
    page = read(regatta.write)
    expect(page.locator(".panel .event")).to_have_count(10)
    page.get_by_label("reports (2)").check()
    expect(page.locator("#count")).to_have_text("12 of 12 events shown")
    expect(label(page, "The Herald writes")).to_be_visible()
    assert query(page) == {"reports": ["1"]}
    page.go_back()
    expect(page.locator("#count")).to_contain_text("2 reports left out")
    expect(page.get_by_label("reports (2)")).not_to_be_checked()


def test_filters_hide_behind_one_button_that_tells_how_many_are_active(read: Read) -> None:
    page = read(regatta.write)
    expect(page.locator("#facet-person")).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("group", name="People").get_by_role("button").click()
    page.locator(".dash-dropdown-option", has_text="Ada Quill (3)").click()
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text("3 of 12 events shown · 9 filtered out")
    expect(page.locator("#filters-told")).to_have_text("Filters (1 active)")
    assert query(page) == {"person": ["Ada Quill"]}
    page.reload()
    expect(page.locator("#filters-told")).to_have_text("Filters (1 active)")
    page.locator("#filters-told").click()
    expect(page.locator("#facet-person")).to_contain_text("Ada Quill")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#count")).to_contain_text("10 of 12")
    expect(page.locator("#facet-person")).not_to_contain_text("Ada Quill")
    assert query(page) == {}


def test_lanes_can_be_made_by_people(read: Read) -> None:
    page = read(regatta.write)
    page.locator("#lanes").click()
    page.locator(".dash-dropdown-option", has_text="people").click()
    expect(page.locator("#chart .annotation", has_text="no person")).to_be_visible()
    expect(page.locator("#chart .annotation").first).to_contain_text("Ada Quill  3 events")
    assert query(page) == {"lanes": ["person"]}


def test_the_card_covers_no_part_of_the_row_that_it_explains(read: Read) -> None:
    page = read(saltmere.build)
    for title in (FERRY, "The council meets in the guildhall"):
        box = label(page, title).bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 4, box["y"] + 6)
        page.mouse.move(box["x"] + 8, box["y"] + 6)
        expect(page.locator("#card strong")).to_have_text(title)
        card = page.locator("#card").bounding_box()
        assert card is not None
        assert card["y"] >= box["y"] + box["height"] or card["y"] + card["height"] <= box["y"]
    page.mouse.move(5, 5)
    expect(page.locator("#card")).to_be_hidden()


def test_escape_closes_the_event_and_the_keyboard_is_where_it_was(read: Read) -> None:
    page = read(saltmere.build)
    page.locator(".event", has_text=FERRY).press("Enter")
    expect(page.locator("#panel-heading")).to_have_text(FERRY)
    page.keyboard.press("Escape")
    expect(page.locator("#panel-heading")).to_have_text("Events in view")
    expect(page.locator(".event", has_text=FERRY)).to_be_focused()


def test_arrows_walk_the_list_and_the_open_event(read: Read) -> None:
    page = read(saltmere.build)
    links = page.locator(".panel .event")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(links.nth(1)).to_be_focused()
    titles = page.locator(".event .what").all_text_contents()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-heading")).to_have_text(titles[1])
    expect(page.locator(".steps")).to_contain_text(f"2 of {len(titles)}")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel-heading")).to_have_text(titles[2])
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#panel-heading")).to_have_text(titles[1])
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("#panel-heading")).to_have_text(titles[0])
    expect(page.get_by_role("link", name="Previous")).to_have_count(0)


def test_keys_for_search_help_and_filters(read: Read) -> None:
    page = read(regatta.write)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
    page.get_by_role("button", name="Help").click()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    expect(page.locator("#facet-person")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#facet-person")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_label("Search")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_label("Search")).to_have_value("?")
    page.get_by_label("Search").fill("malmo -gull")
    expect(page.locator("#count")).to_contain_text("1 of 12 events shown")
    expect(page.locator(".event .what")).to_have_text("Malmö sends two boats")


@pytest.mark.parametrize("title", [FERRY, "The north pier is closed"])
def test_on_a_narrow_screen_title_date_and_article_stay(read: Read, title: str) -> None:
    page = read(saltmere.build, size={"width": 390, "height": 700})
    click_mark(page, title)
    expect(page.locator("#panel-heading")).to_have_text(title)
    expect(page.locator("mark.sentence")).to_be_in_viewport(ratio=1)
    expect(page.locator("#panel-heading")).to_be_in_viewport(ratio=1)
    heading, sentence = page.locator(".panel .named").bounding_box(), page.locator("mark.sentence").bounding_box()
    for told in (".date", ".read-of"):
        expect(page.locator(f".named {told}")).to_be_in_viewport(ratio=1)
    assert heading is not None
    assert sentence is not None
    assert heading["y"] + heading["height"] <= sentence["y"]


def test_what_did_not_happen_looks_it(read: Read) -> None:
    page = read(regatta.write)
    expect(label(page, "planned: Saltmere").locator("tspan")).to_have_css("font-style", "italic")
    expect(label(page, "The council sells").locator("tspan")).to_have_css("text-decoration-line", "line-through")
    expect(page.locator(".legend")).to_contain_text("planned")
    click_mark(page, "Saltmere holds the regatta")
    expect(page.locator(".panel .status")).to_contain_text("not as something that happened")


def test_letters_stand_as_they_were_typed_however_quickly(page: Page, serve: Serve, town: Path) -> None:
    page.goto(serve(town))
    page.get_by_label("Search").focus()
    quickly = """() => {
        const type = (letter) => document.execCommand("insertText", false, letter);
        type("f"); setTimeout(() => type("r")); type("e");
    }"""
    page.evaluate(quickly)
    expect(page.get_by_label("Search")).to_have_value("fer")
    expect(page.locator("#count")).to_contain_text("shown")
