"""Exports that a browser opens, from the disk: the web page to keep works, nothing in a text runs, nothing is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.payloads import MARKUP
from timeline.entries import Entry
from timeline.export import writer
from timeline.export.selection import Selection
from timeline.records import ArticleRecord


def source(sentence: str, phrase: str, article: str = "data/a.txt") -> dict[str, str]:
    return {"article": article, "published": "2020-05-10", "sentence": sentence, "phrase": phrase}


STORY = [
    {"date": "1961", "title": "A treaty is signed"},
    {"date": "2020-05", "title": "Divers look for the bell", "note": "Ask Ann."},
    {"date": "2020-05-08", "title": "The ferry sinks", "sources": [source("The old ferry sank on Friday in the bay.", "Friday")]},
    {"date": "2020-05-11/..", "title": "The pier is closed", "tags": ["harbour"]},
    {"date": "2020-06-20..2020-06-30", "title": "A new ferry is launched", "status": "planned", "people": ["Zoë Quill"]},
]
ARTICLE = ArticleRecord(path="data/a.txt", title="Ferry sinks", url="https://news.example/ferry")


def kept(folder: Path, form: str, entries: list[dict[str, Any]], articles: Any = (ARTICLE,), **more: Any) -> str:
    """An export of the entries on the disk; gives its address."""
    path = folder / f"harbour.{form}"
    with path.open("w", encoding="utf-8", newline="") as stream:
        made = [Entry.model_validate(one) for one in entries]
        writer(form)(Selection(made, "harbour", {one.path: one for one in articles}, **more), stream)
    return path.as_uri()


def test_the_page_shows_every_event_and_its_source(page: Page, tmp_path: Path) -> None:
    page.goto(kept(tmp_path, "html", STORY))
    expect(page.locator(".event .title")).to_have_text([str(one["title"]) for one in STORY])
    expect(page.locator("#count")).to_have_text("5 events · 1 outside the chart")
    page.get_by_role("button", name="The ferry sinks").click()
    expect(page.locator(".inside blockquote")).to_have_text("The old ferry sank on Friday in the bay.")
    expect(page.locator(".inside mark")).to_have_text("Friday")
    expect(page.get_by_role("link")).to_have_attribute("href", "https://news.example/ferry")
    expect(page.locator(".mark.chosen text")).to_have_text("The ferry sinks")
    page.keyboard.press("Escape")
    expect(page.locator(".inside")).to_have_count(0)


def test_a_mark_opens_its_event(page: Page, tmp_path: Path) -> None:
    page.goto(kept(tmp_path, "html", STORY))
    page.locator(".mark", has_text="Divers").locator("text").click()
    expect(page.locator(".event.open .title")).to_have_text("Divers look for the bell")
    expect(page.locator(".inside .note")).to_have_text("Ask Ann.")


@pytest.mark.parametrize(
    ("query", "count"),
    [("ferry", 2), ('"new ferry"', 1), ("ferry -new", 1), ("zoe", 1), ("nothing-of-it", 0), ("#", 0), ("-", 5)],
)
def test_search_takes_words_phrases_and_minus(page: Page, tmp_path: Path, query: str, count: int) -> None:
    page.goto(kept(tmp_path, "html", STORY))
    expect(page.locator(".event")).to_have_count(5)
    page.get_by_label("Search").fill(query)
    expect(page.locator(".event")).to_have_count(count)


def test_the_chart_moves_and_nothing_is_lost_without_being_counted(page: Page, tmp_path: Path) -> None:
    page.goto(kept(tmp_path, "html", STORY))
    page.get_by_role("button", name="Show all events").click()
    expect(page.locator("#count")).to_have_text("5 events")
    expect(page.locator("#chart .mark")).to_have_count(5)
    for _ in range(5):
        page.get_by_role("button", name="Zoom in").click()
    expect(page.locator("#count")).to_have_text("5 events · 5 outside the chart")
    page.locator("#chart").press("-")
    expect(page.locator("#count")).to_have_text("5 events · 5 outside the chart")


def test_it_opens_on_the_window_that_was_asked_for(page: Page, tmp_path: Path) -> None:
    page.goto(kept(tmp_path, "html", STORY, window=(-3300, -2900)))
    expect(page.locator("#count")).to_have_text("5 events · 4 outside the chart")
    expect(page.locator("#chart .mark text")).to_have_text("A treaty is signed")


def test_many_events_are_bands_until_one_zooms_in(page: Page, tmp_path: Path) -> None:
    many = [{"date": f"{1900 + n % 100}-0{n % 9 + 1}-{n % 28 + 1:02d}", "title": f"Event {n}"} for n in range(1200)]
    page.goto(kept(tmp_path, "html", many))
    expect(page.locator("#count")).to_have_text("1,200 events · zoom in to see each")
    assert page.locator("#chart .bar").count() > 50
    page.locator("#search").fill('"event 77"')
    expect(page.locator("#chart .mark")).to_have_count(11)
    page.locator("#search").fill("")
    expect(page.locator("#count")).to_have_text("1,200 events · zoom in to see each")
    assert page.locator(".event").count() < 1200  # the rest comes as one scrolls
    for _ in range(40):
        page.mouse.wheel(0, 20_000)
        page.locator("#events > li").last.scroll_into_view_if_needed()
    expect(page.locator(".event")).to_have_count(1200)


def test_years_before_christ_have_their_names(page: Page, tmp_path: Path) -> None:
    page.goto(
        kept(tmp_path, "html", [{"date": "-0043-03-15", "title": "Caesar dies"}, {"date": "-0030", "title": "Egypt falls"}])
    )
    expect(page.locator(".when")).to_have_text(["15 March 44 BC", "31 BC"])
    assert any("BC" in text for text in page.locator("#chart .tick").all_text_contents())


def test_a_page_without_events_says_so(page: Page, tmp_path: Path) -> None:
    page.goto(kept(tmp_path, "html", []))
    expect(page.locator(".none")).to_have_text("There are no events.")


def test_it_fits_a_phone(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(kept(tmp_path, "html", STORY))
    expect(page.locator(".event")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def hostile(text: str) -> dict[str, Any]:
    said = source(text, text, article=text) | {"published": text}
    lists = {key: [text] for key in ("people", "places", "organizations", "tags")}
    return {"date": "2020-05-09", "title": text, "note": text, "id": text, "sources": [said], **lists}


@pytest.mark.parametrize("form", ["html", "svg"])
def test_no_text_runs_or_asks_for_anything(page: Page, tmp_path: Path, form: str) -> None:
    """The fixture that watches the page fails at any request that leaves the disk, and at any word of the console."""
    articles = [ArticleRecord(path=text, title=text, author=text, site=text, url=text) for text in MARKUP]
    page.goto(kept(tmp_path, form, [hostile(text) for text in MARKUP], articles))
    if form == "html":
        expect(page.locator(".event")).to_have_count(len(MARKUP))
        for at in range(0, len(MARKUP), 7):
            page.locator(".event > button").nth(at).click()
            expect(page.locator(".inside blockquote")).to_have_count(1)
        assert page.locator("body a").count() == 0
        assert page.locator("body script").count() == 2
    assert page.locator("img, iframe, foreignObject, base, link").count() == 0
    assert page.evaluate("window.ran === undefined")


def test_the_policy_of_the_page_would_stop_it_anyhow(page: Page, tmp_path: Path) -> None:
    address = kept(tmp_path, "html", STORY)
    page.goto(address)
    path = tmp_path / "harbour.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</main>", "<script>window.ran=1</script></main>"), encoding="utf-8")
    other = page.context.new_page()  # the console of this one is not watched
    said: list[str] = []
    other.on("console", lambda message: said.append(message.text))
    other.goto(address)
    expect(other.locator(".event")).to_have_count(5)
    assert other.evaluate("window.ran === undefined") and "Content Security Policy" in said[0]
