"""A hundred payloads in every field of events, sources and articles, through every view and every export that a browser opens.

The page's own policy is off, so that what would run is not stopped by it; and once more with a file whose name is a payload.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from dashboard.facets import LANES
from tests import hostile, touring
from tests.chromium import chromium
from tests.inprocess import app_of, listening
from tests.payloads import MARKUP
from tests.touring import Tour

AT_ONCE = 25  # events in a look at the chart


def run(count: int = len(MARKUP)) -> str:
    """So many of the payloads; gives a line with the figures."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=120_000)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(120_000)
        with touring.watching(context) as seen:
            project = hostile.build(Path(name), MARKUP[:count])
            with listening(app_of(project.path), 0) as address:
                views = _all(Tour(context.new_page(), address, project), Path(name))
            views += _named(Path(name), context.new_page(), MARKUP[:count])
            context.close()
        browser.close()
    seen.check()
    told = f"{len(project.payloads)} payloads in every field, {views:,} views of the page and of its exports"
    return f"{told}: 0 run, 0 outside requests of {seen.asked:,}, each payload seen as text"


def _all(tour: Tour, folder: Path) -> int:
    """Every view; gives how many."""
    count, views = len(tour.payloads), 0
    for lanes in LANES:
        for first in range(0, count, AT_ONCE):
            tour.chart(lanes, first, min(first + AT_ONCE, count))
            tour.hover(AT_ONCE if lanes == LANES[0] else 2)
            views += 2
    tour.bands()
    tour.listing()
    tour.account()
    tour.filters()
    for at in range(count):
        tour.panel(at)
        tour.phrase(at)
        tour.chosen(at)
        tour.curating(at)
        tour.bare(tour.payloads[at])
    for at in range(0, count, 10):
        tour.conflict(at)
    tour.printed()
    tour.still()
    tour.exported(folder)
    return views + 14 + count * 8 + len(range(0, count, 10)) + 1 + len(LANES) + 2


def _named(folder: Path, page: Any, payloads: Any) -> int:
    """The page of a file whose name is a payload, and of one that cannot be read."""
    names = [name for text in payloads if len((name := f"{text.replace('/', '⁄')}.yaml").encode()) < 200 and name.isprintable()]
    for name in names:
        path = folder / name
        path.write_text(touring.broken(name), encoding="utf-8")
        with listening(app_of(path), 0) as address:
            touring.named(page, address, name)
        path.unlink()
    return 3 * len(names)
