"""The page by keyboard, by screen reader and on a phone: the list that says what the chart shows, the tabs of an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect

from dashboard.listed import PAGE
from tests.browser.conftest import watched
from tests.dashboard import regatta, saltmere, wire

Read = Callable[..., Page]
Serve = Callable[[Path], str]
FERRY = "The ferry Saint Brannoc runs aground"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 800}


def opened(page: Page, address: str) -> None:
    """Go to an address and wait until the timeline stands."""
    page.goto(address)
    expect(page.locator("#chart .annotation").first).to_be_visible()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def findings(page: Page, *rules: str) -> list[str]:
    """What axe finds to be serious or critical, with the first place of each; by these rules, where some are named."""
    some = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found = Axe().run(page, options={"resultTypes": ["violations"], **some}).response["violations"]
    bad = [each for each in found if each["impact"] in ("serious", "critical")]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in bad]


def states(page: Page, serve: Serve, folder: Path) -> Iterator[str]:
    """Bring the page into each of its states, and tell its name."""
    (folder / "wire").mkdir()
    papers = serve(wire.write(folder / "wire"))
    opened(page, papers)
    yield "list"
    page.locator(".event", has_text=wire.TITLE).first.click()
    expect(page.locator("mark.sentence")).to_be_visible()
    page.locator(".copies summary").click()
    yield "opened event"
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    yield "help"
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.get_by_role("form")).to_be_visible()
    yield "edit"
    page.keyboard.press("Escape")
    page.get_by_role("navigation", name="Account").get_by_role("link", name="Account", exact=True).click()
    expect(page.get_by_role("heading", name="The account")).to_be_visible()
    yield "account"
    page.goto(papers + "print")
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    yield "chronology"
    file = regatta.write(folder)
    opened(page, serve(file))
    page.locator("#filters-told").click()
    yield "filters"
    page.get_by_role("group", name="People").get_by_role("button").click()
    expect(page.locator(".dash-dropdown-option").first).to_be_visible()
    yield "list of people"
    for _ in range(2):  # the list, and what it is in
        page.keyboard.press("Escape")
    expect(page.locator("#facet-person")).to_be_hidden()
    page.get_by_label("Search").fill("nothing-of-the-kind")
    expect(page.locator(".notice")).to_contain_text("No event in this view")
    yield "nothing found"
    page.get_by_label("Search").fill("")
    expect(page.locator(".panel .event").first).to_be_visible()
    file.write_text(file.read_text(encoding="utf-8") + "- {date: 2021-02-30, title: Impossible}\n", encoding="utf-8")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#chart .annotation").first).to_be_visible()
    yield "fault"


@pytest.fixture
def phone(serve: Serve, new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A tab on a phone, with a finger for a mouse."""
    with watched(new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()) as own:
        yield own
        own.close()


def looked_at(page: Page) -> list[str]:
    """What axe finds in the page as it is, light and dark."""
    page.emulate_media(color_scheme="light")
    light = findings(page)
    page.emulate_media(color_scheme="dark")
    dark = findings(page, "color-contrast", "link-in-text-block")  # nothing but colours changed
    return [*light, *(f"dark: {found}" for found in dark)]


def test_axe_finds_nothing_serious(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.set_viewport_size(DESK)
    seen = {name: looked_at(page) for name in states(page, serve, tmp_path)}
    assert {name: found for name, found in seen.items() if found} == {}
    assert len(seen) == 10


def test_on_a_phone_nothing_sticks_out_everything_can_be_hit_and_axe_finds_nothing_serious(
    phone: Page, serve: Serve, tmp_path: Path
) -> None:
    seen: dict[str, list[str]] = {}
    for name in states(phone, serve, tmp_path):
        assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), name
        assert small_targets(phone) == [], name
        seen[name] = findings(phone)  # the colours are those of a wide page, which is looked at in the dark, too
    assert {name: found for name, found in seen.items() if found} == {}
    assert len(seen) == 10


def test_a_list_of_a_filter_is_used_by_keys_alone(read: Read) -> None:
    page = read(saltmere.build)
    expect(page.locator("#articles")).to_have_attribute("tabindex", "0")
    page.get_by_label("Search").press("Tab")
    expect(page.locator("#articles")).to_be_focused()
    page.keyboard.press("Enter")
    group = page.get_by_role("dialog", name="Articles")
    expect(group.get_by_role("searchbox", name="Search in Articles")).to_be_focused()
    asked: list[str] = []
    page.on("request", note := lambda request: asked.append(request.post_data or request.url))
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.keyboard.type("quay")
    page.keyboard.press("ArrowDown")  # before the list has followed
    box = group.get_by_role("checkbox", name="Notes from the quay (3)")
    expect(box).to_be_focused()
    expect(group.get_by_role("checkbox")).to_have_count(1)
    slow.detach()
    assert not [each for each in asked if "quay" in each]  # the page has all of the list, and looks there itself
    page.remove_listener("request", note)
    page.keyboard.press("Space")
    expect(page.locator("#count")).to_contain_text("3 of 7 events shown")
    expect(box).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#articles")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#filters-told")).to_be_focused()


def test_the_sources_are_tabs_that_arrows_choose(read: Read) -> None:
    page = read(saltmere.build)
    page.locator(".event", has_text=FERRY).click()
    first = page.get_by_role("tab", name="The ferry that would not sail")
    second = page.get_by_role("tab", name="Notes from the quay")
    panel = page.get_by_role("tabpanel")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(panel).to_contain_text("the eleven")
    event = query(page)["event"]
    first.press("ArrowRight")
    expect(second).to_have_attribute("aria-selected", "true")
    expect(second).to_be_focused()
    expect(first).to_have_attribute("tabindex", "-1")
    expect(page.locator("mark.phrase")).to_have_text("May 9")
    assert query(page) == {"event": event, "source": ["2"]}  # the arrow did not go to the next event
    page.keyboard.press("ArrowRight")  # from the last to the first
    expect(first).to_be_focused()
    expect(page.locator("mark.phrase")).to_have_text("Saturday")
    page.keyboard.press("End")
    expect(second).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Tab")
    expect(panel).to_be_focused()
    page.go_back()
    expect(page.locator("mark.phrase")).to_have_text("Saturday")


def test_copies_are_folded_under_their_origin(read: Read) -> None:
    page = read(wire.write)
    page.locator(".event", has_text=wire.TITLE).first.click()
    panel = page.locator(".panel")
    expect(panel).to_contain_text("Told by 5 sources: 3 copies, 2 origins.")
    expect(panel.get_by_role("tab")).to_have_count(2)
    expect(panel.get_by_role("link", name="The original")).to_have_attribute("href", "https://agency.example/ferry?a=1&b=2")
    copies = panel.locator(".copies")
    expect(copies.get_by_role("link", name="Ferry aground, nobody hurt")).to_be_hidden()
    panel.get_by_text("3 copies of this article").click()
    copies.get_by_role("link", name="Ferry aground, nobody hurt").click()
    expect(panel.locator(".article")).to_contain_text("More on page four.")
    expect(panel.locator("mark.phrase")).to_have_text("Saturday")
    expect(panel.get_by_role("tab").first).to_have_attribute("aria-selected", "true")
    expect(copies.locator("[aria-current]")).to_contain_text("Ferry aground, nobody hurt")
    expect(panel.get_by_role("link", name="The original")).to_have_count(0)  # its address runs code, so it is no link
    page.reload()
    expect(panel.locator(".article")).to_contain_text("More on page four.")
    page.locator(".close").click()
    page.get_by_role("button", name="Show all events").click()
    page.locator(".event", has_text="The harbour dues are doubled").click()
    expect(panel).to_contain_text("Told by 4 sources: 3 copies, 1 origin.")
    expect(panel.get_by_role("tab")).to_have_count(0)


def test_the_readings_that_were_not_taken_are_told(read: Read) -> None:
    page = read(wire.write)
    page.locator(".event", has_text=wire.TITLE).first.click()
    expect(page.locator(".reason")).to_contain_text("because “ran” looks back")
    expect(page.locator(".untaken")).to_have_text("Not taken:16 May 2020, if the clause looked ahead")
    page.locator(".close").click()
    page.get_by_role("button", name="Show all events").click()
    page.locator(".event", has_text="The harbour dues are doubled").click()
    expect(page.locator(".reason")).to_be_visible()
    expect(page.locator(".untaken")).to_have_count(0)  # "last month" leaves no choice


def test_the_keyboard_stays_where_it_was_when_the_panel_is_drawn_anew(page: Page, serve: Serve, town: Path) -> None:
    opened(page, serve(town))
    row = page.locator(".event", has_text=FERRY)
    row.focus()
    drawn = row.element_handle()
    page.set_viewport_size({"width": 1100, "height": 800})
    page.wait_for_function("row => !row.isConnected", arg=drawn)
    expect(row).to_be_focused()
    order = page.get_by_role("navigation", name="Order of the list")
    order.get_by_role("link", name="Title").press("Enter")
    expect(order.locator("[aria-current]")).to_have_text("Title")
    expect(order.get_by_role("link", name="Title")).to_be_focused()


def titles(page: Page) -> Locator:
    return page.locator(".panel .event .what")


def test_the_list_is_sorted_as_one_likes_and_the_address_says_so(read: Read) -> None:
    page = read(regatta.write)
    order = page.get_by_role("navigation", name="Order of the list")
    expect(order.locator("[aria-current]")).to_have_text("Date")
    expect(titles(page).first).to_have_text("Ada Quill opens the slipway")
    order.get_by_role("link", name="Title").click()
    expect(order.locator("[aria-current]")).to_have_text("Title")
    expect(titles(page).nth(1)).to_have_text("A mast is sawn through")
    assert query(page) == {"sort": ["title"]}
    assert titles(page).all_text_contents() == sorted(titles(page).all_text_contents(), key=str.casefold)
    order.get_by_role("link", name="Most sources").click()
    expect(titles(page).first).to_have_text("Malmö sends two boats")
    order.get_by_role("link", name="To review first").click()
    expect(titles(page).last).to_have_text("Ada Quill opens the slipway")  # the one that is reviewed
    order.get_by_role("link", name="Latest first").click()
    expect(titles(page).first).to_have_text("Saltmere holds the regatta")
    titles(page).first.click()
    expect(page.locator(".steps")).to_contain_text("1 of 10")
    page.keyboard.press("ArrowRight")  # the next one is that of the list
    expect(page.locator("#panel-heading")).to_have_text("Trial races")
    for _ in range(2):
        page.go_back()
    expect(titles(page).first).to_have_text("Saltmere holds the regatta")
    page.go_back()
    expect(titles(page).first).not_to_have_text("Saltmere holds the regatta")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """An events file with more events than one page of the list has."""
    lines = [f"- {{date: {2001 + n // 12}-{n % 12 + 1:02d}, title: Tide {n}}}" for n in range(2 * PAGE + 30)]
    file = tmp_path / "events.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_every_event_is_on_some_page_of_the_list(page: Page, serve: Serve, many: Path) -> None:
    opened(page, serve(many))
    panel = page.locator(".panel")
    expect(panel).to_contain_text(f"1 to {PAGE} of {2 * PAGE + 30}")
    seen = titles(page).all_text_contents()
    panel.evaluate("panel => panel.scrollTop = panel.scrollHeight")
    for step in (f"Next {PAGE} ›", "Next 30 ›"):
        panel.get_by_role("link", name=step).press("Enter")
        expect(titles(page).first).to_have_text(f"Tide {len(seen)}")
        expect(page.locator("#panel-heading")).to_be_focused()
        expect(page.locator("#panel-heading")).to_be_in_viewport()
        seen += titles(page).all_text_contents()
    assert seen == [f"Tide {n}" for n in range(2 * PAGE + 30)]
    assert query(page) == {"page": ["3"]}
    titles(page).first.click()
    expect(page.locator(".steps")).to_contain_text(f"{2 * PAGE + 1} of {2 * PAGE + 30}")
    page.keyboard.press("Escape")
    expect(titles(page)).to_have_count(30)  # back on the same page
    page.get_by_label("Search").fill("Tide")
    expect(panel).to_contain_text(f"1 to {PAGE} of")  # other events, so from the beginning
    page.goto(page.url.split("?")[0] + "?page=99")
    expect(titles(page)).to_have_count(30)  # the last page that there is


def small_targets(page: Page) -> list[str]:
    """What can be pressed and is lower than 40 px, but for links inside of a line of text."""
    return page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary, input, [role=tab], .toggles label")]
          .filter((each) => each.checkVisibility({ opacityProperty: true }) && !each.closest("p, .article, #chart"))
          .filter((each) => !each.matches("input[type=checkbox], input[type=radio], .dash-dropdown-focus-target"))
          .filter((each) => each.getBoundingClientRect().height < 39.5)
          .map((each) => each.outerHTML.slice(0, 120))"""
    )


def test_on_a_phone_back_closes_the_event(page: Page, serve: Serve, town: Path) -> None:
    page.set_viewport_size(PHONE)
    opened(page, serve(town))
    chart, panel = page.locator("#chart-box").bounding_box(), page.locator(".panel").bounding_box()
    assert chart is not None
    assert panel is not None
    assert chart["y"] + chart["height"] <= panel["y"]
    page.locator(".event", has_text=FERRY).click()
    expect(page.locator("mark.sentence")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".panel").get_by_role("heading", name="Events in view")).to_be_visible()
    expect(page.locator(".event")).to_have_count(len(saltmere.EVENTS))
    assert re.search(r"\?", page.url) is None
