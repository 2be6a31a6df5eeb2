"""A large corpus in the page: the work of a view at 1e5 and 1e6 events, the queries alone at 1e7, and a million in a browser.

`python -m benchmarks.manyviews` measures only this. What is asked are a ratio and, at a million, a time on the machine that is
named.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.browser import pages
from benchmarks.manyevents import lay
from benchmarks.page import machine, served
from benchmarks.timing import best, ratio
from dashboard.callbacks import look
from dashboard.facets import LANES
from dashboard.figures import figure
from dashboard.library import Library
from dashboard.state import State, Window
from timeline.corpus.folder import database, files_in
from timeline.interval import day_number
from timeline.recognize import read_words

SIZES = 100_000, 1_000_000
LARGE = 10_000_000
MOST, SLOWEST = 5, 0.1  # times the work at the smaller size; seconds of a view at the larger one
_PATIENCE = 600_000  # milliseconds: a million events are read before the first picture
_FIRST, _LAST = day_number(1999, 12, 1), day_number(2020, 3, 1)
_BETWEEN = "earliest <= DATE '2010-06-30' AND latest >= DATE '2010-06-01'"
QUERIES = {
    "a month": f"SELECT count(*) FROM EVENTS WHERE {_BETWEEN}",
    "its most important events": f"SELECT id, title FROM EVENTS WHERE {_BETWEEN} ORDER BY importance DESC, id LIMIT 20",
    "events a month": "SELECT date_trunc('month', earliest) AS month, count(*) FROM EVENTS GROUP BY month ORDER BY month",
    "a place": "SELECT count(*) FROM EVENTS WHERE list_contains(places, 'Lund')",
    "places counted": "SELECT place, count(*) FROM (SELECT unnest(places) AS place FROM EVENTS) GROUP BY place ORDER BY 2 DESC",
    "words in titles": "SELECT count(*) FROM EVENTS WHERE contains(lower(title), 'bridge in lund')",
    "an event": "SELECT * FROM EVENTS WHERE earliest = DATE '2010-01-01' AND id = '0000004c6b27'",
}


def run(sizes: tuple[int, ...] = SIZES, large: int = LARGE) -> Iterator[str]:
    """The lines of the table."""
    yield f"a corpus in the page, on {machine()}; CPU time, one core, best of 5"
    with tempfile.TemporaryDirectory() as name:
        worst: list[float] = []
        for size in sizes:
            root = Path(name, str(size))
            lay(root, size)
            disk = sum(path.stat().st_size for path in (root / "events").iterdir())
            yield f"{size:>10,} events of {disk / size:.0f} bytes in Parquet"
            seconds, lines = _views(root)
            worst.append(seconds)
            yield from lines
        yield ratio(f"the worst view, {sizes[-1]:,} : {sizes[0]:,} events", worst[-1] / worst[0], f"at most {MOST}")
        yield ratio(f"the worst view of {sizes[-1]:,} events, in ms", worst[-1] * 1000, f"at most {SLOWEST * 1000:.0f}")
        yield from _explored(Path(name, str(sizes[-1])), sizes[-1])
        lay(Path(name, "large"), large, articles=False)
        yield from _queries(Path(name, "large"), large)


def _views(root: Path) -> tuple[float, list[str]]:
    """CPU seconds of the worst of many views, and what there is to tell."""
    begin = time.process_time()
    library = Library(root.parent / "events.yaml", read_words, corpus=root)
    library.refresh()
    read = time.process_time() - begin
    found: list[tuple[float, float, str]] = []
    for lanes in LANES:
        for window in windows():
            state = State(lanes=lanes, window=window)
            seen = look(library, state, 1000)
            drawn = best(partial(figure, seen, library.shelf.collection.titles))
            took = best(partial(look, library, state, 1000), before=partial(_forget, library))
            found.append((took, drawn, f"lanes by {lanes}, {window.days:,} days"))
    seconds, drawn, where = max(found)
    asked = State(q="the bridge -brewery", window=Window(_FIRST, _LAST))
    first = best(partial(look, library, asked, 1000), runs=1)
    later = best(partial(look, library, asked, 1000), before=lambda: library.shelf.collection.kept.pop("sifted", None))
    lines = [f"{'':15} read in {read:.1f} s; the worst view {seconds * 1000:.0f} ms ({where}), its figure {drawn * 1000:.0f} ms"]
    lines.append(f"{'':15} the first search {first:.1f} s, which makes the words ready; the next {later * 1000:.0f} ms")
    return seconds, lines


def windows() -> list[Window]:
    """From all of the years to some days; and one that leaves a little out at one end."""
    found = [Window(_FIRST, _LAST)]
    while found[-1].days > 20:
        found.append(found[-1].scaled(0.5))
    return [*found, Window(_FIRST, _LAST - 300)]


def _forget(library: Library) -> None:
    """The view of the last look is kept; its work is what is measured."""
    for sifted in library.shelf.collection.kept.get("sifted", {}).values():
        sifted.kept.pop("view", None)


def _queries(root: Path, count: int) -> Iterator[str]:
    """What queries alone take, by DuckDB on one core, straight from the files."""
    yield f"{count:>10,} events, queries alone"
    place = files_in(root / "events")
    with database(root, threads=1) as found:
        for name, query in QUERIES.items():
            took = best(_asking(found, query.replace("EVENTS", f"'{place}'")), runs=5)
            yield f"{'':15} {name:30} {took * 1000:8.0f} ms"


def _asking(found: Any, query: str) -> Callable[[], object]:
    return lambda: found.execute(query).fetchall()


def _explored(root: Path, count: int) -> Iterator[str]:
    """A reader in Chromium: the first picture, a zoom, a click through to the sentence, a search; and nothing on the console."""
    with served("--corpus", str(root), "--events", str(root.parent / "events.yaml")) as address, pages() as new:
        page, said = new(), []
        page.set_default_timeout(_PATIENCE)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        took: dict[str, float] = {}

        def step(name: str, do: Callable[[], object], seen: str) -> None:
            begin = time.perf_counter()
            do()
            page.wait_for_function(seen)
            took[name] = time.perf_counter() - begin

        chart = "document.querySelector('#chart .js-plotly-plot g.trace')"
        step("read and painted", lambda: page.goto(address), f"() => {chart}")
        counted = page.locator("#count").inner_text()
        assert f"of {count:,} events" in counted, counted
        step("painted again", page.reload, f"() => {chart}")
        for number in range(2):
            before = re.sub(r"\D", "", page.locator("#count").inner_text().split(" of ")[0])
            told = "document.getElementById('count').innerText.split(' of ')[0].replace(/\\D/g, '')"
            step(f"zoom {number + 1}", page.locator("#closer").click, f"() => {told} !== '{before}'")
        step("an event opened", page.locator("ol.events a").first.click, "() => document.querySelector('.article mark')")
        assert page.locator(".article mark").first.inner_text()
        search = page.locator("#search")
        told = "document.getElementById('count').innerText"
        step("a search", lambda: search.fill("ada holm bridge"), f"() => /filtered out/.test({told})")
        seconds = ", ".join(f"{name} {each:.1f}" for name, each in took.items())
        yield f"{count:>10,} events in Chromium, in seconds: {seconds}"
        yield f"{'':15} on the console: {len(said)} lines (asked: 0)"
        assert not said, said


if __name__ == "__main__":
    asked = [int(size) for size in sys.argv[1:]]
    for line in run((asked[0], asked[1]), asked[2]) if asked else run():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
