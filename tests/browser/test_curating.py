"""Events edited in the page, by mouse and by keys: what the file has then, and what the page shows of others' edits."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.standing import Standing
from tests.browser.test_page import ALL, FERRY, click_mark, opened, query, write
from tests.dashboard import regatta, saltmere
from timeline.recognize import read_words
from timeline.store import Entry, load

Serve = Callable[..., str]
Press = Callable[[str], None]
DUES, STRIKE, COUNCIL = "The harbour dues are doubled", "The rope workers are on strike", "The council meets in the guildhall"
PIER = "The north pier is closed"
CALLS = "**/_dash-update-component*"


@pytest.fixture
def page(stage: Standing) -> Page:
    """The page of a town of its own."""
    return stage.show(saltmere.build, own=True)


@pytest.fixture
def town(page: Page, stage: Standing) -> Path:
    return stage.path


@pytest.fixture(params=["keys", "mouse"])
def press(page: Page, request: pytest.FixtureRequest) -> Press:
    """Press what a key does: the key, or its button."""

    def by_mouse(key: str) -> None:
        page.locator(".sheet .save:visible" if key == "Enter" else f".curate [data-key={key}]").click()

    return page.keyboard.press if request.param == "keys" else by_mouse


def open_event(page: Page, title: str) -> None:
    """Open an event from the list."""
    page.locator(".panel .event", has_text=title).click()
    heading(page, title)
    expect(page.locator("#curate-actions")).to_be_visible()


def heading(page: Page, title: str) -> None:
    expect(page.locator("#panel-heading")).to_have_text(title)


def told(page: Page, words: str) -> None:
    """Wait until the page says what was done."""
    expect(page.locator("#curate-told")).to_contain_text(words)


def entry(path: Path, title: str) -> Entry:
    found = {one.title: one for one in load(path, read_words).entries}
    assert title in found, path.read_text()
    return found[title]


def changes(before: str, path: Path) -> list[str]:
    """The lines that were taken out of the file, and then those that were put into it."""
    lines = list(difflib.ndiff(before.splitlines(), path.read_bytes().decode().splitlines()))
    return [line for sign in "-+" for line in lines if line.startswith(f"{sign} ")]


def choose(page: Page, name: str, label: str) -> None:
    page.locator(f"#{name} label", has_text=label).click()


def field(page: Page, label: str) -> Locator:
    return page.locator("#curate-form").get_by_label(label, exact=True)


def test_keep_and_next(page: Page, town: Path, press: Press) -> None:
    before = town.read_text()
    open_event(page, STRIKE)
    press("k")
    told(page, f"Kept: “{STRIKE}”")
    heading(page, PIER)
    assert changes(before, town) == ["+   reviewed: true"]
    assert entry(town, STRIKE).reviewed
    press("k")
    told(page, PIER)
    heading(page, DUES)
    assert changes(before, town) == ["+   reviewed: true"] * 2
    page.go_back()
    heading(page, PIER)
    expect(page.locator("#curate-keep")).to_contain_text("Kept ✓")
    press("k")
    heading(page, DUES)  # nothing to write
    assert changes(before, town) == ["+   reviewed: true"] * 2


def test_after_a_click_on_a_mark_keys_are_for_its_event_and_not_for_the_search(page: Page) -> None:
    page.get_by_role("searchbox", name="Search").fill("pier")
    expect(page.locator("#count")).to_contain_text("filtered out")
    click_mark(page, PIER)
    heading(page, PIER)
    expect(page.locator("#curate-actions")).to_be_visible()
    page.keyboard.press("k")
    told(page, f"Kept: “{PIER}”")
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("pier")


def test_hide_look_at_what_is_hidden_and_show_it_again(page: Page, town: Path, press: Press) -> None:
    before = town.read_text()
    open_event(page, STRIKE)
    press("h")
    told(page, f"Hidden: “{STRIKE}”")
    heading(page, PIER)
    assert changes(before, town) == ["+   hidden: true"]
    expect(page.locator("#count")).to_have_text("6 of 7 events shown · 1 hidden")
    page.get_by_label("hidden (1)").check()
    expect(page.locator("#count")).to_have_text(ALL)
    assert query(page)["hidden"] == ["1"]
    page.get_by_role("link", name="All events").click()
    page.locator(".event.out", has_text=STRIKE).click()
    expect(page.locator("#curate-hide")).to_contain_text("Unhide")
    press("h")
    told(page, f"Shown again: “{STRIKE}”")
    assert town.read_text() == before
    expect(page.get_by_label("hidden (1)")).to_have_count(0)


def test_edit_every_field(page: Page, town: Path, press: Press) -> None:
    before = town.read_text()
    open_event(page, STRIKE)
    press("e")
    expect(field(page, "Title")).to_be_focused()
    expect(field(page, "Title")).to_have_value(STRIKE)
    field(page, "Title").fill("The rope works stand still")
    reading = page.locator("#curate-reading")
    expect(reading).to_have_text("from 3 to 9 March 2020")
    field(page, "Date").fill("late January 2020")
    expect(reading).to_have_text("21–31 January 2020")
    field(page, "Date").fill("2020-02-30")
    expect(reading).to_contain_text("February 2020 has 29 days")
    press("Enter")
    told(page, "February 2020 has 29 days")
    assert town.read_text() == before
    field(page, "Date").fill("2020-03-02/2020-03-09")
    expect(reading).to_have_text("from 2 to 9 March 2020")
    choose(page, "curate-status", "claimed")
    field(page, "Tags").fill("ropes, strike")
    field(page, "Note").fill("Says Tom:")
    field(page, "Note").press("Enter")
    page.keyboard.type("for a week.")
    page.locator("#curate-form").get_by_text("checked (reviewed)").click()
    field(page, "Date").focus()
    press("Enter")
    told(page, "Edited: “The rope works stand still”")
    heading(page, "The rope works stand still")
    assert changes(before, town) == [
        "-   date: 2020-03-03/2020-03-09",
        f'-   title: "{STRIKE}"',
        "+   date: 2020-03-02/2020-03-09",
        "+   title: The rope works stand still",
        "+   status: claimed",
        "+   tags: [ropes, strike]",
        '+   note: "Says Tom:\\nfor a week."',
        "+   reviewed: true",
    ]
    expect(page.locator("#curate-form")).to_be_hidden()
    press("u")
    told(page, "Taken back")
    heading(page, STRIKE)
    assert town.read_text() == before


def test_an_event_by_hand_stays_open_under_its_new_title(page: Page, town: Path) -> None:
    open_event(page, COUNCIL)
    page.keyboard.press("e")
    expect(field(page, "Tags")).to_have_value("council")
    field(page, "Title").fill("The council meets in the ice house")
    field(page, "Note").fill("")
    field(page, "Note").press("Control+Enter")
    told(page, "Edited")
    heading(page, "The council meets in the ice house")
    assert entry(town, "The council meets in the ice house").note == ""
    page.keyboard.press("e")
    field(page, "Title").fill("Nothing of the kind")
    page.keyboard.press("Escape")
    expect(page.locator("#curate-form")).to_be_hidden()
    heading(page, "The council meets in the ice house")
    assert "Nothing of the kind" not in town.read_text()


def test_merge_with_one_that_is_looked_for_and_take_it_apart(page: Page, town: Path, press: Press) -> None:
    before = town.read_text()
    open_event(page, FERRY)
    press("m")
    find = page.get_by_label("Which event is the same?")
    expect(find).to_be_focused()
    expect(page.locator("#curate-choice label")).to_have_count(6)
    expect(page.locator("#curate-choice label").first).to_have_text("11 May 2020 · The Saint Brannoc is pulled off the sandbar")
    find.fill("rope strike")
    expect(page.locator("#curate-choice label")).to_have_count(1)
    press("Enter")
    told(page, "Merged")
    heading(page, FERRY)
    expect(page.locator(".panel")).to_contain_text("Told by 3 sources")
    expect(page.locator("#count")).to_have_text("6 of 6 events shown")
    assert changes(before, town) == [f"+   same_as: {entry(town, FERRY).id}"]
    assert entry(town, STRIKE).same_as
    press("s")
    told(page, "Split")
    expect(page.locator("#count")).to_have_text(ALL)
    assert town.read_text() == before
    press("s")
    told(page, "The next build makes an event of each of its sources.")
    assert changes(before, town) == ["+   split: true"]
    expect(page.locator("#curate-split")).to_contain_text("Split ✓")


def test_an_event_by_hand_gets_an_id_when_another_is_put_under_it(page: Page, town: Path) -> None:
    open_event(page, COUNCIL)
    page.keyboard.press("m")
    page.get_by_label("Which event is the same?").fill("ferry")
    expect(page.locator("#curate-choice label").first).to_contain_text(FERRY)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    told(page, "Merged")
    heading(page, COUNCIL)
    assert entry(town, FERRY).same_as == entry(town, COUNCIL).id != ""


def test_add_one(page: Page, town: Path, press: Press) -> None:
    before = town.read_text()
    expect(page.locator("#curate-actions")).to_be_hidden()
    press("n")
    expect(field(page, "Title")).to_have_value("")
    field(page, "Title").fill("The pilot boat is painted")
    press("Enter")
    told(page, "an event needs a date")
    field(page, "Date").fill("mid-May 2020")
    expect(page.locator("#curate-reading")).to_have_text("11–20 May 2020")
    field(page, "Date").focus()
    press("Enter")
    told(page, "Added")
    heading(page, "The pilot boat is painted")
    expect(page.locator("#count")).to_contain_text("8 of 8 events shown")
    assert [line for line in changes(before, town) if line != "+ "] == [
        "+ - date: mid-May 2020",
        "+   title: The pilot boat is painted",
    ]
    press("u")
    told(page, "Taken back")
    expect(page.locator("#count")).to_have_text(ALL)
    assert town.read_text() == before


def test_undo_goes_back_step_by_step_and_forth_again(page: Page, town: Path, press: Press) -> None:
    texts = [town.read_text()]
    open_event(page, STRIKE)
    expect(page.locator("#curate-undo")).to_be_disabled()
    for title in (STRIKE, PIER):
        heading(page, title)
        press("k")
        told(page, title)
        texts.append(town.read_text())
    for text, title in ((texts[1], PIER), (texts[0], STRIKE)):
        press("u")
        heading(page, title)
        told(page, f"Taken back: kept “{title}”")
        assert town.read_text() == text
    expect(page.locator("#curate-undo")).to_be_disabled()
    for text, title in ((texts[1], STRIKE), (texts[2], PIER)):
        press("U")
        told(page, f"Again: kept “{title}”")
        assert town.read_text() == text
    expect(page.locator("#curate-redo")).to_be_hidden()


def test_keep_leads_through_what_is_not_yet_reviewed(stage: Standing) -> None:
    page, path = stage.show(regatta.write, "?reviewed=no", own=True), stage.path
    expect(page.locator("#count")).to_contain_text("9 of 12")
    page.locator(".panel .event").first.click()
    expect(page.locator("#curate-actions")).to_be_visible()
    for number in range(8, 5, -1):
        title = page.locator("#panel-heading").text_content() or ""
        page.keyboard.press("k")
        told(page, f"Kept: “{title}”")
        expect(page.locator("#count")).to_contain_text(f"{number} of 12 events shown")
        expect(page.locator("#panel-heading")).not_to_have_text(title)
    page.locator("#filters-told").click()
    expect(page.locator("#facet-reviewed")).to_contain_text("not yet reviewed (8)")
    assert sum(one.reviewed for one in load(path, read_words).entries) == 4


def test_keys_are_letters_where_one_types(page: Page, town: Path) -> None:
    before = town.read_bytes()
    open_event(page, STRIKE)
    page.keyboard.press("/")
    page.keyboard.type("khems")
    expect(page.get_by_label("Search")).to_have_value("khems")
    expect(page.locator("#count")).to_contain_text("0 of 7")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+k")
    heading(page, STRIKE)
    expect(page.locator("#curate-form")).to_be_hidden()
    assert town.read_bytes() == before


def test_the_help_tells_the_keys(page: Page) -> None:
    page.keyboard.press("?")
    for key in "khemsuUn":
        expect(page.locator("#help kbd").get_by_text(key, exact=True)).to_have_count(1)
    page.keyboard.press("n")
    expect(page.locator("#curate-form")).to_be_hidden()


# ---------------------------------------------------------------- what others change


def test_a_change_of_the_file_shows_by_itself(page: Page, town: Path) -> None:
    open_event(page, STRIKE)
    page.get_by_label("Search").fill("the")
    expect(page.locator("#count")).to_have_text(ALL)
    text = town.read_text()
    edited = text.replace(STRIKE, "The rope workers strike") + "- date: 2020-06-01\n  title: The gulls return\n  tags: [gulls]\n"
    write(town, edited)
    heading(page, "The rope workers strike")
    expect(page.locator("#count")).to_have_text("8 of 8 events shown")
    expect(page.locator("#chart .textpoint", has_text="The gulls return")).to_be_visible()
    expect(page.get_by_label("Search")).to_have_value("the")
    page.locator("#filters-told").click()
    page.get_by_role("group", name="Tags").get_by_role("button").click()
    expect(page.locator(".dash-dropdown-option", has_text="gulls (1)")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    write(town, edited + "- date: 2020-02-30\n  title: Impossible\n")
    expect(page.get_by_role("alert")).to_contain_text("'2020-02-30' does not exist")
    expect(page.locator("#count")).to_have_text("8 of 8 events shown")
    page.locator("#panel-heading").press("k")
    told(page, "The file cannot be read as it is; mend it first: '2020-02-30' does not exist")
    write(town, text)
    expect(page.get_by_role("alert")).to_have_count(0)
    heading(page, STRIKE)


def test_what_one_page_does_the_other_shows(page: Page) -> None:
    other = page.context.new_page()
    opened(other, page.url)
    for each in (page, other):
        open_event(each, STRIKE)
    page.bring_to_front()
    page.keyboard.press("h")
    told(page, "Hidden")
    other.bring_to_front()
    expect(other.locator("#curate-hide")).to_contain_text("Unhide")
    expect(other.locator("#count")).to_contain_text("1 hidden")
    other.close()


def test_what_is_typed_stays_while_other_events_change(page: Page, town: Path) -> None:
    open_event(page, STRIKE)
    page.keyboard.press("e")
    expect(field(page, "Title")).to_be_focused()
    field(page, "Note").fill("half a")
    write(town, town.read_text().replace(DUES, "The dues are doubled"))
    expect(page.locator("#chart .textpoint", has_text="The dues are doubled")).to_be_visible()
    expect(field(page, "Note")).to_have_value("half a")
    expect(field(page, "Note")).to_be_focused()
    page.keyboard.type(" sentence")
    page.keyboard.press("Control+Enter")
    told(page, "Edited")
    assert entry(town, STRIKE).note == "half a sentence"
    assert entry(town, "The dues are doubled")


def test_a_form_without_changes_follows_the_file(page: Page, town: Path) -> None:
    open_event(page, STRIKE)
    page.keyboard.press("e")
    expect(field(page, "Title")).to_have_value(STRIKE)
    write(town, town.read_text().replace(STRIKE, "The rope workers strike"))
    expect(field(page, "Title")).to_have_value("The rope workers strike")


def _follows(asked: Request) -> bool:
    """Whether the page asks what a change of the files does to the open sheet."""
    return asked.method == "POST" and asked.post_data_json["output"] == "followed.data"


def _meanwhile(page: Page, change: Callable[[], None], do: Callable[[], None], done: Callable[[], None]) -> None:
    """Do something after the page has asked what a change does to the sheet, and before it is answered."""

    held: list[Route] = []

    def hold(route: Route) -> None:
        if held or not _follows(route.request):
            return route.continue_()
        held.append(route)
        answer = route.fetch()
        done()
        return route.fulfill(response=answer)

    page.route(CALLS, hold)
    with page.expect_response(lambda answer: _follows(answer.request)):
        with page.expect_request(_follows):
            change()
        do()
    page.unroute_all(behavior="wait")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_a_sheet_that_was_closed_is_not_opened_by_a_late_answer(page: Page, town: Path) -> None:
    open_event(page, STRIKE)
    page.keyboard.press("e")
    field(page, "Title").fill("The rope works stand still")
    _meanwhile(
        page,
        lambda: write(town, town.read_text().replace(STRIKE, "A strike")),
        lambda: page.keyboard.press("Escape"),
        lambda: expect(page.locator("#curate-form")).to_be_hidden(),
    )
    expect(page.locator(".curate .sheet:visible")).to_have_count(0)
    heading(page, "A strike")


def test_what_is_typed_while_the_page_asks_about_the_form_is_kept(page: Page, town: Path) -> None:
    open_event(page, STRIKE)
    page.keyboard.press("e")
    expect(field(page, "Title")).to_have_value(STRIKE)
    _meanwhile(
        page,
        lambda: write(town, town.read_text().replace(STRIKE, "A strike")),
        lambda: field(page, "Title").fill("The rope works stand still"),
        lambda: expect(field(page, "Title")).to_have_value("The rope works stand still"),
    )
    rows = page.locator("#curate-versions tr")
    expect(rows.filter(has_text="title")).to_have_text("titleThe rope works stand stillA strike")


@pytest.mark.parametrize("mine", [True, False], ids=["mine", "the file's"])
def test_what_both_changed_is_shown_side_by_side(page: Page, town: Path, press: Press, mine: bool) -> None:
    open_event(page, STRIKE)
    press("e")
    field(page, "Title").fill("The rope works stand still")
    theirs = town.read_text().replace("2020-03-03/2020-03-09", "2020-03-04/2020-03-09").replace(STRIKE, "A strike")
    write(town, theirs)
    rows = page.locator("#curate-versions tr")
    expect(rows.filter(has_text="title")).to_have_text("titleThe rope works stand stillA strike")
    expect(rows.filter(has_text="date")).to_have_text("dateas in the file2020-03-04/2020-03-09")
    assert town.read_text() == theirs
    page.get_by_role("button", name="Keep mine" if mine else "Take the file's").click()
    expect(page.locator("#curate-conflict")).to_be_hidden()
    heading(page, "The rope works stand still" if mine else "A strike")
    assert town.read_text() == (theirs.replace('"A strike"', "The rope works stand still") if mine else theirs)


def test_one_that_was_deleted_meanwhile_can_be_written_again(page: Page, town: Path) -> None:
    open_event(page, COUNCIL)
    page.keyboard.press("e")
    expect(field(page, "Title")).to_be_focused()
    field(page, "Note").fill("In the third drawer.")
    text = town.read_text()
    write(town, text[: text.index("- date: 2020-05-20")])
    expect(page.locator("#curate-versions")).to_contain_text("is gone")
    page.get_by_role("button", name="Keep mine").click()
    told(page, "Edited")
    assert (entry(town, COUNCIL).note, entry(town, COUNCIL).tags) == ("In the third drawer.", ["council"])


def test_a_read_only_page_edits_nothing(own_page: Page, serve: Serve, tmp_path: Path) -> None:
    page, town = own_page, saltmere.build(tmp_path)
    before = town.read_bytes()
    opened(page, serve(town, read_only=True))
    page.locator(".panel .event", has_text=STRIKE).click()
    heading(page, STRIKE)
    expect(page.locator(".curate, #curate-keep, #curate-new")).to_have_count(0)
    for key in "khemsun":
        page.keyboard.press(key)
    page.keyboard.press("?")
    expect(page.locator("#help")).not_to_contain_text("reviewed")
    page.keyboard.press("Escape")
    write(town, town.read_text().replace(STRIKE, "The rope workers strike"))
    heading(page, "The rope workers strike")
    assert town.read_bytes() == before.replace(STRIKE.encode(), b"The rope workers strike")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_leaves_the_sentence_to_be_read(stage: Standing, width: int, scheme: str) -> None:
    page = stage.show(saltmere.build, size={"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_event(page, PIER)
    page.keyboard.press("e")
    expect(field(page, "Title")).to_be_focused()
    form = page.locator("#curate-form").bounding_box()
    assert form is not None
    page.wait_for_function("top => document.querySelector('mark.sentence').getBoundingClientRect().bottom <= top", arg=form["y"])
    expect(page.locator("mark.sentence")).to_be_in_viewport(ratio=1)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
