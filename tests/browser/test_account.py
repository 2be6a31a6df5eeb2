"""What is left out, as a reader looks through it: a click to each list, to the phrase in its article, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.standing import Standing
from tests.building import Case
from tests.dashboard import harbour

Read = Callable[..., Page]
Serve = Callable[..., str]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """The harbour, built by a real build and worked on by hand."""
    return harbour.build(tmp_path, undated=True)


def undated(folder: Path) -> Path:
    return harbour.build(folder, undated=True).file


def own(stage: Standing, query: str) -> tuple[Page, Case]:
    """A look of a harbour that a test may change."""
    return stage.show(undated, query, own=True), Case(stage.path.parent)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#tally a").first).to_be_visible()


def test_each_list_is_a_click_away_and_back_works(read: Read) -> None:
    page = read(undated)
    tally = page.get_by_role("navigation", name="Account")
    for link, heading in (
        ("Account", "The account"),
        ("1 report", "Reports"),
        ("3 without a date", "Told without a date"),
        ("1 hidden", "Hidden events"),
        ("1 merged", "Merged by hand"),
        ("4 unresolved", "Unresolved phrases"),
        ("1 undated article", "Undated articles"),
        ("2 skipped", "Skipped articles"),
        ("1 maybe the same", "Maybe the same"),
    ):
        tally.get_by_role("link", name=link, exact=True).click()
        expect(page.locator("#panel-heading")).to_have_text(heading)
        expect(tally.locator(".chosen")).to_have_text(link)
    page.go_back()
    expect(page.locator("#panel-heading")).to_have_text("Skipped articles")
    page.reload()
    expect(page.locator("#panel-heading")).to_have_text("Skipped articles")
    page.keyboard.press("Escape")
    expect(page.locator("#panel-heading")).to_have_text("Events in view")
    assert query(page) == {}


def test_a_phrase_leads_to_its_article_and_back(read: Read) -> None:
    page = read(undated)
    page.get_by_role("link", name="4 unresolved").click()
    page.locator(".phrases .event", has_text="He is back since Tuesday").first.press("Enter")
    expect(page.locator("#panel-heading")).to_have_text("“Tuesday”")
    expect(page.locator("#panel-heading")).to_be_focused()
    expect(page.locator("mark.phrase")).to_have_text("Tuesday")
    expect(page.locator("mark.sentence")).to_have_text("He is back since Tuesday, and sold the millstones on 03/04/2020.")
    expect(page.locator("mark.sentence")).to_be_in_viewport()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel-heading")).to_have_text("“03/04/2020”")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#panel-heading")).to_have_text("“Tuesday”")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#panel-heading")).to_have_text("“three weeks ago”")
    page.get_by_role("link", name="Say when it was published").click()
    expect(page.locator("#panel-heading")).to_have_text("Undated articles")
    page.go_back()
    expect(page.locator("#panel-heading")).to_have_text("“three weeks ago”")
    page.keyboard.press("Escape")
    expect(page.locator("#panel-heading")).to_have_text("Unresolved phrases")


def test_an_event_of_a_list_leads_back_to_it(read: Read) -> None:
    page = read(undated, "?show=maybe")
    page.locator(".pair .event").first.click()
    expect(page.locator("mark.sentence")).to_contain_text("Ada Holm opened the harbour bridge")
    page.get_by_role("link", name="Back").click()
    expect(page.locator("#panel-heading")).to_have_text("Maybe the same")


def test_a_line_can_be_copied(read: Read) -> None:
    page = read(undated, "?show=skipped")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=page.url)
    expect(page.locator(".copy")).to_have_count(0)
    page.get_by_role("link", name="1 undated article").click()
    page.get_by_text("How to write it by hand").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "- {file: mill.txt, published: 2020-05-02}"


def test_without_leave_to_copy_the_line_is_selected(page: Page, serve: Serve, case: Case) -> None:
    opened(page, serve(case.file) + "?show=undated")
    page.get_by_text("How to write it by hand").click()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no leave')) }")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".copied pre")).to_be_visible()
    page.wait_for_function("() => getSelection().toString() === '- {file: mill.txt, published: 2020-05-02}'")


def test_on_a_narrow_screen_a_list_comes_into_view(read: Read) -> None:
    page = read(undated, size={"width": 390, "height": 700})
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("link", name="4 unresolved").click()
    expect(page.locator("#panel-heading")).to_have_text("Unresolved phrases")
    expect(page.locator("#panel-heading")).to_be_in_viewport(ratio=1)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


def test_what_is_told_without_a_date_has_a_switch_of_its_own(read: Read) -> None:
    page = read(undated, "?from=2018-01-01&to=2021-01-01")
    expect(page.locator("#count")).to_contain_text("1 report left out · 3 told without a date left out")
    page.get_by_label("told without a date (3)").check()
    expect(page.locator("#count")).to_contain_text("1 report left out")
    expect(page.locator(".event .when", has_text="told without a date")).to_have_count(3)
    assert query(page)["reported-on"] == ["1"]
    page.go_back()
    expect(page.get_by_label("told without a date (3)")).not_to_be_checked()


def test_a_day_is_accepted_into_articles_yaml_and_the_next_build_counts_from_it(stage: Standing) -> None:
    page, case = own(stage, "?show=undated")
    place = case.folder / "news/articles.yaml"
    day = page.get_by_label("It was published on")
    expect(day).to_have_value("2020-05-02")
    day.fill("2020-06-30")
    title = "title: Ada Holm opens the harbour bridge after a long winter\n"
    case.edit(title, f"{title}  hidden: true\n")
    expect(page.get_by_role("link", name="2 hidden")).to_be_visible()  # somebody wrote to the file: all is drawn anew
    events = case.text
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".day-told")).to_contain_text("not within what the evidence allows (from 2020-05-02 to 2020-05-11)")
    expect(day).to_have_value("2020-06-30")
    assert not place.exists()
    day.fill("6 May 2020")
    day.press("Enter")
    expect(page.locator(".settled")).to_have_text(
        "published: 2020-05-06 stands in news/articles.yaml: run timeline build to count from it."
    )
    assert place.read_text() == "- {file: mill.txt, published: 2020-05-06}\n"
    assert case.text == events  # nothing is built by itself
    harbour.rebuild(case, undated=True)
    expect(page.locator("#panel-heading")).to_have_text("None left")  # the open page follows the build
    expect(page.locator("#tally")).to_contain_text("2 unresolved")
    assert "2020-04-13..2020-04-19" in case.dates().values()  # three weeks before 6 May


def test_two_that_are_one_are_merged_and_it_can_be_taken_back(stage: Standing) -> None:
    page, case = own(stage, "?show=maybe")
    before = case.text
    page.get_by_role("button", name="They are one").click()
    expect(page.locator("#panel-heading")).to_have_text("None left")
    expect(page.get_by_role("link", name="2 merged")).to_be_visible()
    expect(page.locator("#curate-told")).to_contain_text("is now under “Ada Holm opens the harbour bridge after a long winter”")
    (added,) = set(case.text.splitlines()) - set(before.splitlines())
    first = case.entries()["Ada Holm opens the harbour bridge after a long winter"]
    assert added == f"  same_as: {first.id}"
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="1 maybe the same")).to_be_visible()
    assert case.text == before
    page.get_by_role("link", name="1 maybe the same").click()
    page.get_by_role("button", name="They are one").click()
    expect(page.get_by_role("link", name="2 merged")).to_be_visible()


def test_what_was_done_is_told_where_the_answer_comes_behind_the_change(stage: Standing) -> None:
    page, _ = own(stage, "?show=maybe")

    def hold(route: Route) -> None:
        if '"one"' not in (route.request.post_data or ""):
            return route.continue_()
        answer = route.fetch()
        expect(page.get_by_role("link", name="2 merged")).to_be_visible()  # the page itself asks what state the file is in
        return route.fulfill(response=answer)

    page.route("**/_dash-update-component*", hold)
    page.get_by_role("button", name="They are one").click()
    expect(page.locator("#curate-told")).to_contain_text("Merged: ")
    page.unroute("**/_dash-update-component*", hold)


def test_two_that_are_two_are_not_offered_again(stage: Standing) -> None:
    page, case = own(stage, "?show=maybe")
    before = case.text
    page.get_by_role("button", name="They are two").click()
    expect(page.get_by_role("link", name="1 maybe the same")).to_have_count(0)
    expect(page.get_by_text("1 found to be two")).to_be_visible()
    assert case.text == before
    harbour.rebuild(case, undated=True)
    page.reload()
    expect(page.locator("#tally")).to_contain_text("1 undated article")
    expect(page.get_by_role("link", name="1 maybe the same")).to_have_count(0)
    page.get_by_text("1 found to be two").click()
    page.get_by_role("button", name="Offer again").click()
    expect(page.get_by_role("link", name="1 maybe the same")).to_be_visible()


def test_a_read_only_page_has_no_button_that_writes(page: Page, serve: Serve, case: Case) -> None:
    address = serve(case.file, read_only=True)
    opened(page, address + "?show=undated")
    expect(page.locator(".mend")).to_contain_text("- {file: mill.txt, published: 2020-05-02}")
    page.get_by_role("link", name="1 maybe the same").click()
    expect(page.locator(".mend summary")).to_have_text("How to settle it by hand")
    expect(page.locator(".decide")).to_have_count(0)
