"""The chronology as it comes out of the printer: all that the filters take, each event with its numbered sources."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.dashboard import regatta, saltmere, wire

Serve = Callable[[Path], str]
COUNT_PRINTS = "window.printed = 0; window.print = () => { window.printed += 1; };"


def paper(page: Page) -> str:
    """The text of the page as it is printed, without its blanks, since the font decides where lines and words break.

    A font may also print "ff" as one letter, which is told as two.
    """
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return bare(normalize("NFKC", "".join(sheet.extract_text() for sheet in reader.pages)))


def bare(words: str) -> str:
    """The words without their blanks."""
    return "".join(words.split())


def test_print_gives_a_chronology_with_citations(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(wire.write(tmp_path)))
    page.get_by_role("link", name="Print").click()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    printed = paper(page)
    assert bare("1. April 2020 The harbour dues are doubled") in printed
    assert bare("“On Saturday the ferry Saint Brannoc ran aground on the sandbar off Saltmere harbour.”") in printed
    assert bare("Ferry runs aground off Saltmere, 10 May 2020 [1] [2] [3] [4]") in printed
    assert bare("4. 13 May 2020 The council will meet to talk about the dues (planned)") in printed
    assert bare("[1] Ferry runs aground off Saltmere, Ada Quill, 10 May 2020. https://agency.example/ferry?a=1&b=2") in printed
    second = "[2] Passengers wade ashore, Ada Quill, 11 May 2020. In nearly the same words as [1]. https://courier.example/2"
    assert bare(second) in printed
    assert bare("[5] Notes from the quay, 12 May 2020. papers/quay.txt") in printed
    assert bare("javascript:") not in printed
    assert bare("Back to the timeline") not in printed
    places = [printed.index(bare(entry)) for entry in ("1. April 2020", "2. 9 May 2020", "3. 11 May 2020")]
    assert places == sorted(places)


def test_it_holds_all_that_the_filters_take_not_only_what_is_in_view(page: Page, serve: Serve, town: Path) -> None:
    page.goto(serve(town) + "?article=articles/ferry.txt&from=2020-05-01&to=2020-05-20")
    expect(page.locator("#count")).to_have_text("2 of 7 events shown · 2 outside the view · 3 filtered out")
    page.get_by_role("link", name="Print").click()
    expect(page.locator(".counts")).to_have_text("4 of 7 events · 3 filtered out")
    expect(page.locator(".narrowed")).to_have_text("Articles: The ferry that would not sail")
    expect(page.locator(".entry h2")).to_have_count(4)
    page.get_by_role("link", name="Only what is in view (2)").click()
    expect(page.locator(".entry h2")).to_have_count(2)
    expect(page.locator(".counts")).to_contain_text("1 May 2020 to 20 May 2020, 2 outside of it")
    page.get_by_role("link", name="All that the filters take (4)").click()
    expect(page.locator(".entry h2")).to_have_count(4)
    page.get_by_role("link", name="Back to the timeline").click()
    expect(page.locator("#count")).to_have_text("2 of 7 events shown · 2 outside the view · 3 filtered out")


def test_ctrl_p_prints_the_chronology_once(own_page: Page, serve: Serve, town: Path) -> None:
    page = own_page
    page.add_init_script(COUNT_PRINTS)
    page.goto(serve(town) + "?q=sandbar")
    expect(page.locator(".panel .event")).to_have_count(2)
    page.keyboard.press("Control+p")
    expect(page.locator(".entry h2")).to_have_count(2)
    page.wait_for_function("() => window.printed === 1")
    page.reload()
    expect(page.locator(".entry h2")).to_have_count(2)
    assert page.evaluate("() => window.printed") == 0  # a reload asks for no paper
    page.get_by_role("button", name="Print").click()
    page.wait_for_function("() => window.printed === 1")
    page.go_back()
    expect(page.locator(".panel .event")).to_have_count(2)


def test_what_did_not_happen_and_what_is_added_by_hand_say_so(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(regatta.write(tmp_path)) + "print?reports=1")
    printed = paper(page)
    for words in (
        "The council sells the pier (denied)",
        "A mast is sawn through (claimed)",
        "The Herald writes of the two boats (report)",
        "Added by hand: no article tells it.",
        "https://saltmere.example/gulls",
    ):
        assert bare(words) in printed


def test_titles_and_sentences_are_text(page: Page, serve: Serve, tmp_path: Path) -> None:
    hostile = '</p><img src="https://example.org/x.png" onerror=alert(1)><script>alert(1)</script> {{ 7 * 7 }} &amp;'
    file = tmp_path / "events.yaml"
    title = saltmere.quoted(hostile)
    source = f"{{article: {title}, sentence: {title}, phrase: script}}"
    file.write_text(f"- {{date: 2020-05-09, title: {title}, note: {title}, sources: [{source}]}}\n", encoding="utf-8")
    page.goto(serve(file) + "print")
    expect(page.locator(".entry h2")).to_have_text(hostile)
    expect(page.locator(".entry .note")).to_have_text(hostile)
    expect(page.locator(".citation")).to_contain_text(hostile)
    assert page.locator("main img, main script").count() == 0
