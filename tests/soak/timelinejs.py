"""The export for TimelineJS, loaded in the real TimelineJS3 in Chromium, without a network: all slides, no fault, nothing run.

Not among the tests, since TimelineJS comes by npm, which the project needs for nothing else.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from tests.chromium import chromium
from tests.payloads import MARKUP
from timeline.entries import Entry
from timeline.export import writer
from timeline.export.selection import Selection
from timeline.records import ArticleRecord

_DATES = """2020-05-09 2020-05 2019 2020-04-12T09:30 2020-04-11..2020-04-20 ..1951 1951.. 2020-01/.. 199X -0043 -0043-03-15
Y12024""".split()
_OWN = "https://cdn.knightlab.com/libs/timeline3/latest/css/fonts/"  # it asks for its fonts, and does without
_PAGE = """<!DOCTYPE html><meta charset=utf-8><link rel=stylesheet href=timeline.css><div id=timeline style="height:600px"></div>
<script src=timeline.js></script><script>fetch("out.json").then((got) => got.json()).then((data) => {
window.timeline = new TL.Timeline("timeline", data, {}); window.timeline.on("ready", () => { window.ready = 1; }); });</script>"""


def run(count: int = 100) -> str:
    """So many events, with a payload each in its texts; gives a line with the figures."""
    if shutil.which("npm") is None:
        return "not run: there is no npm here"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["npm", "pack", "--silent", "@knight-lab/timelinejs"], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(folder.glob("*.tgz"))) as packed:
            packed.extractall(folder, filter="data")
        stream = io.StringIO()
        articles = {one: ArticleRecord(path=one, **dict.fromkeys(("title", "author", "site", "url"), one)) for one in MARKUP}
        entries = [_entry(number, one) for number, one in enumerate(MARKUP[:count])]
        writer("timelinejs")(Selection(entries, MARKUP[0], articles), stream)
        dates, slides, ran, outside, faults = _shown(folder / "package" / "dist", stream.getvalue())
    assert slides == min(count, len(MARKUP)) + 1, f"{slides} slides"
    assert "15 March 44 BC" in dates, dates
    return (
        f"TimelineJS3 loads {slides - 1} events with payloads: {ran} run, {len(outside)} outside requests, {len(faults)} faults"
    )


def _entry(number: int, text: str) -> Entry:
    source = {"article": text, "published": text, "phrase": text, "sentence": text}
    told: dict[str, Any] = {"title": f"{number} {text}", "note": text, "id": text, "sources": [source, source | {"article": "b"}]}
    told |= {key: [text] for key in ("people", "places", "organizations", "tags")}
    return Entry.model_validate({"date": _DATES[number % len(_DATES)]} | told)


def _shown(dist: Path, data: str) -> tuple[str, int, int, list[str], list[str]]:
    from playwright.sync_api import sync_playwright

    outside: list[str] = []
    faults: list[str] = []

    def answer(route: Any) -> None:
        host, _, path = route.request.url.removeprefix("http://").partition("/")
        files = [dist / "js" / path, dist / "css" / path, dist / path]
        found = next((file for file in files if path and file.is_file()), None)
        if host != "timeline.test":
            outside.extend([] if route.request.url.startswith(_OWN) else [route.request.url])
            route.abort()
        elif path in ("", "out.json"):
            route.fulfill(body=data if path else _PAGE, content_type="application/json" if path else "text/html")
        elif found is not None:
            route.fulfill(path=found)
        else:
            route.fulfill(status=404)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", answer)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto("http://timeline.test/")
        page.wait_for_function("window.ready === 1", timeout=60_000)
        slides = page.locator(".tl-slide").count()
        dates = page.evaluate("[...document.querySelectorAll('.tl-headline-date')].map((one) => one.textContent).join('|')")
        ran = page.evaluate("window.ran ?? 0")
        browser.close()
    return dates, slides, ran, outside, faults
