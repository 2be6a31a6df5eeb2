"""The page in a browser against vis-timeline's, on the same events in the same run; and what a look costs the server.

What is asked are ratios; seconds are those of the machine that is named.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from benchmarks import browser, shelves, vis, weight
from benchmarks.timing import best, ratio
from dashboard.callbacks import look
from dashboard.facets import LANES
from dashboard.figures import figure
from dashboard.library import Library
from dashboard.state import State, Window
from timeline.interval import day_number
from timeline.recognize import read_words

SIZES = (100, 1_000, 10_000, 100_000)
SMALL, LARGE = 1_000, 100_000
AGAINST = SIZES[:3]  # vis-timeline's time grows with the square of the events
CLIENTS = 50
QUERY = "the bridge -brewery"
_FIRST, _LAST = day_number(1999, 12, 1), day_number(2020, 3, 1)


def run() -> Iterator[str]:
    """The lines of the table."""
    yield f"the page, on {machine()}; in the browser milliseconds of the best of {browser.RUNS} runs"
    theirs = vis.installed()
    if theirs is None:
        yield "vis-timeline is not here: npm is missing, or got nothing; ours alone is measured"
    looks: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            folder = Path(name, str(size))
            folder.mkdir()
            path = folder / "events.yaml"
            shelves.lay(path, size)
            yield from _in_the_browser(path, size)
            library = Library(path, read_words)
            library.refresh()
            line, looks[size] = _on_the_server(library)
            yield line
            if size in AGAINST and theirs is not None:
                yield from _against(library, size, theirs, folder)
    yield ratio(f"a zoom's view and figure, {LARGE:,} : {SMALL:,} events", looks[LARGE] / looks[SMALL], "at most 5")


_ours: dict[int, browser.Seen] = {}


def _in_the_browser(path: Path, size: int) -> Iterator[str]:
    """How soon the page of a server that has read its file is there, and how soon a zoom; then many at once."""
    began = time.perf_counter()
    with served("--events", str(path)) as address:
        with urlopen(f"{address}/_dash-layout") as answer:
            layout = answer.read()
        read = time.perf_counter() - began
        seen = browser.ours(address)
        if seen is None:
            raise TimeoutError(f"the page of {size} events showed nothing in {browser.PATIENCE} seconds")
        _ours[size] = seen
        yield f"{size:>7,} events: from start to ready {read:6.1f} s; the page's own layout {len(layout) / 1000:,.0f} KB"
        yield f"{'':15} first paint {seen.first:6.0f}, live {seen.live:6.0f}, a zoom {seen.zoom:6.0f}"
        weights = weight.weigh(lambda path, body: _answer(address, path, body))
        largest = sorted(weights.items(), key=lambda pair: -pair[1])[:4]
        words = ", ".join(f"{name} {length / 1000:,.0f}" for name, length in largest)
        yield f"{'':15} the largest of {len(weights)} kinds of answers in KB: {words} (asked: at most {weight.LARGEST // 1000})"
        errors, took, longest = crowd(address)
        told = f"{CLIENTS} at once: {errors} errors (asked: 0) in {took:.1f} s"
        yield f"{'':15} {told}; the largest view {longest / 1000:,.0f} KB (asked: 200)"


def _against(library: Library, size: int, theirs: Path, folder: Path) -> Iterator[str]:
    site = folder / "vis"
    site.mkdir()
    ours = _ours[size]
    with vis.served(theirs, library.shelf.collection.items, site) as address:
        other = browser.theirs(address)
    if other is None:
        yield f"{'':15} vis-timeline: nothing painted in {browser.PATIENCE} s"
        first = browser.PATIENCE * 1000.0
    else:
        yield f"{'':15} vis-timeline: first paint {other.first:6.0f}, a zoom {other.zoom:6.0f}"
        first = other.first
    if size == AGAINST[-1]:
        yield ratio(f"{size:,} events: vis-timeline's first paint : ours", first / ours.first, "at least 10")
    else:
        yield ratio(f"{size:,} events: our first paint : vis-timeline's", ours.first / first, "at most 1.5")


def _on_the_server(library: Library) -> tuple[str, float]:
    """CPU time of the worst of many looks, as a line and in seconds."""
    titles = library.shelf.collection.titles
    slowest, where = 0.0, ""
    for lanes in LANES:
        for window in windows():
            state = State(lanes=lanes, window=window)
            took = best(partial(_looked, library, state, titles), before=partial(_forget, library))
            if took > slowest:
                slowest, where = took, f"{lanes}, {window.days:,} days"
    searched = State(q=QUERY, window=Window(_FIRST, _LAST))
    fresh = best(lambda: look(library, searched, 1000), before=lambda: library.shelf.collection.kept.pop("sifted", None))
    told = f"view and figure {slowest * 1000:5.0f} (worst: lanes by {where}); a new search {fresh * 1000:5.0f}"
    return f"{'':15} {told}", slowest


def _looked(library: Library, state: State, titles: Mapping[str, str]) -> dict[str, Any]:
    return figure(look(library, state, 1000), titles)


def _forget(library: Library) -> None:
    """The view of the last look is kept; its work is what is measured."""
    for sifted in library.shelf.collection.kept.get("sifted", {}).values():
        sifted.kept.pop("view", None)


def windows() -> list[Window]:
    """From all of the years to some days, in the middle of them."""
    found = [Window(_FIRST, _LAST)]
    while found[-1].days > 20:
        found.append(found[-1].scaled(0.5))
    return found


@contextmanager
def served(*options: str) -> Iterator[str]:
    """The address of a server of its own."""
    command = [sys.executable, "-m", "timeline", "serve", *options, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent) as server:
        try:
            assert server.stdout is not None
            told = re.search(r"http://\S+", server.stdout.readline())
            assert told is not None
            yield told.group()
        finally:
            server.terminate()


def crowd(address: str) -> tuple[int, float, int]:
    """Many readers at once, each with looks of its own: how many answers were errors, the time of all, the longest view."""
    with urlopen(f"{address}/_dash-dependencies") as answer:
        show = next(each for each in json.load(answer) if "chart.figure" in each["output"])
    asked: list[tuple[str, Any]] = []
    for reader in range(CLIENTS):
        year = 2000 + reader % 20
        narrowed = {"q": ["", "bridge", "ferry -plan"][reader % 3], "lanes": LANES[reader % len(LANES)]}
        days = {"from": f"{year}-01-01", "to": f"{min(year + reader % 4, 2019)}-12-31"} if reader % 5 else {}
        search = "?" + urlencode({**narrowed, **days})
        asked += [
            ("/", None),
            ("/_dash-layout", None),
            (f"/first.svg{search}&width=950", None),
            ("/_dash-update-component", _body(show, search)),
        ]
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(lambda each: _asked(address, *each), asked))
    views = [length for (path, _), (_, length) in zip(asked, answers, strict=True) if path == "/_dash-update-component"]
    return sum(status != 200 for status, _ in answers), time.perf_counter() - began, max(views)


def _body(show: dict[str, Any], search: str) -> dict[str, Any]:
    """What a browser sends to have the page filled; `show` is what the server tells of that callback."""
    output = show["output"]
    outputs = [dict(zip(("id", "property"), each.rsplit(".", 1), strict=True)) for each in output.strip(".").split("...")]
    values = {"url": search, "size": 950}
    inputs = [{**each, "value": values.get(each["id"], "")} for each in show["inputs"]]
    return {"output": output, "outputs": outputs, "inputs": inputs, "changedPropIds": ["url.search"]}


def _answer(address: str, path: str, body: Any) -> bytes:
    headers = {"Origin": address, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
    data = json.dumps(body).encode() if body is not None else None
    with urlopen(Request(address + path, data, headers if data else {}), timeout=120) as answer:
        content: bytes = answer.read()
        return content


def _asked(address: str, path: str, body: Any) -> tuple[int, int]:
    """The status of an answer, and its length."""
    try:
        return 200, len(_answer(address, path, body))
    except HTTPError as error:
        return error.code, 0
    except OSError:
        return 0, 0


def machine() -> str:
    """The processor on which all of it is measured."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    return f"{os.cpu_count()} cores of {model or platform.machine()}"
