"""Pages in Chromium: how soon they show a timeline, and how soon a zoom stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chromium import FLAGS, chromium

RUNS = 3
PATIENCE = 120  # seconds that a first paint is waited for
ZOOMS = 4
SLOW = 20_000  # milliseconds: what took so long is not tried again
_WATCH = (Path(__file__).parent / "pages" / "watch.js").read_text(encoding="utf-8")
_CHART = "document.querySelector('#chart .js-plotly-plot g.trace')"
_STILL = f"() => {_CHART} || (document.querySelector('.first img') || {{}}).naturalWidth"
_LIVE = f"() => {_CHART}"
_THEIRS = (
    "() => document.querySelector('.vis-item') && getComputedStyle(document.querySelector('.vis-item')).visibility === 'visible'"
)
_ZOOM = """() => new Promise((give) => {
  const began = performance.now();
  document.querySelector('#chart .js-plotly-plot').once('plotly_afterplot', () => __painted().then((at) => give(at - began)));
  document.getElementById('closer').click();
})"""
_THEIR_ZOOM = """() => new Promise((give) => {
  const began = performance.now();
  timeline.zoomIn(0.5, { animation: false });
  __painted().then((at) => give(at - began));
})"""


@dataclass(frozen=True, slots=True)
class Seen:
    """Milliseconds: from navigation to the first picture of the timeline, to one that answers; and of a zoom."""

    first: float
    live: float
    zoom: float


def ours(address: str) -> Seen | None:
    """The dashboard at an address; None where it painted nothing in time."""
    return _best(address, _STILL, _LIVE, _ZOOM)


def theirs(address: str) -> Seen | None:
    """vis-timeline's page at an address; None where it painted nothing in time."""
    return _best(address, _THEIRS, _THEIRS, _THEIR_ZOOM)


def _best(address: str, *watched: str) -> Seen | None:
    runs: list[Seen] = []
    with pages() as page:
        for _ in range(RUNS):
            seen = _seen(page(), address, *watched)
            if seen is None:
                return None
            runs.append(seen)
            if seen.first > SLOW:
                break
    return Seen(*(min(getattr(each, name) for each in runs) for name in Seen.__slots__))


def _seen(page: Any, address: str, first: str, live: str, zoom: str) -> Seen | None:
    """What a page showed when; None where it took too long. A page that is busy is not asked: it tells by itself."""
    told: dict[str, float] = {}
    page.expose_function("__tell", lambda name, at: told.update({name: at}))
    watched = "".join(
        f"__first({there}).then((at) => __tell('{name}', at));" for name, there in (("first", first), ("live", live))
    )
    page.add_init_script(f"if (window === top) {{ {watched} }}")
    page.goto(address, wait_until="commit")
    waited = 0.0
    while len(told) < 2 and waited < PATIENCE:
        page.wait_for_timeout(100)
        waited += 0.1
    if len(told) < 2:
        return None
    page.wait_for_timeout(500)
    zooms = [page.evaluate(zoom) for _ in range(ZOOMS)]
    page.context.close()
    return Seen(told["first"], told["live"], min(zooms))


@contextmanager
def pages() -> Iterator[Any]:
    """Makes pages in a browser, each with an empty cache."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(playwright), args=list(FLAGS))

        def page() -> Any:
            made = launched.new_context(viewport={"width": 1400, "height": 900}).new_page()
            made.add_init_script(_WATCH)
            made.set_default_timeout(PATIENCE * 1000)
            return made

        try:
            yield page
        finally:
            launched.close()
